"""Adds or takes away an extension in a running LibreOffice; run by a Python that has ``uno``.

``python office_extension.py PIPE add FILE`` and ``python office_extension.py PIPE remove IDENTIFIER``. The office's
own ``unopkg`` refuses to work for root, as in a container; this way works for everybody. Parses on Python 3.8, which
the office may bring.
"""

from __future__ import annotations

import contextlib
import os
import sys
import time
from typing import Any

import uno
import unohelper
from com.sun.star.connection import NoConnectException  # type: ignore[import-not-found]
from com.sun.star.task import XInteractionHandler  # type: ignore[import-not-found]
from com.sun.star.ucb import XCommandEnvironment, XProgressHandler  # type: ignore[import-not-found]

_PATIENCE = 60.0


class _Approving(unohelper.Base, XCommandEnvironment, XInteractionHandler, XProgressHandler):  # type: ignore[misc]
    """Says yes to what the manager asks: the user has started the installer."""

    def getInteractionHandler(self) -> _Approving:  # noqa: N802 - UNO's name
        return self

    def getProgressHandler(self) -> _Approving:  # noqa: N802 - UNO's name
        return self

    def handle(self, request: Any) -> None:
        approve = uno.getTypeByName("com.sun.star.task.XInteractionApprove")
        for continuation in request.getContinuations():
            if continuation.queryInterface(approve):
                continuation.select()

    def push(self, status: Any) -> None:
        """A step begins."""

    def update(self, status: Any) -> None:
        """A step goes on."""

    def pop(self) -> None:
        """A step ends."""


def connected(pipe: str) -> Any:
    """The component context of the office that was started with ``--accept=pipe,name=…``; waits for it."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)


def add(context: Any, path: str) -> str:
    """Install an extension for this user, in place of an earlier version; its identifier."""
    manager = context.getByName("/singletons/com.sun.star.deployment.ExtensionManager")
    url = uno.systemPathToFileUrl(os.path.abspath(path))  # noqa: PTH100 - Python 3.8
    added = manager.addExtension(url, (), "user", manager.createAbortChannel(), _Approving())
    return str(added.Identifier.Value)


def remove(context: Any, identifier: str) -> bool:
    """Take an extension away; whether it was there."""
    manager = context.getByName("/singletons/com.sun.star.deployment.ExtensionManager")
    there = manager.getDeployedExtensions("user", manager.createAbortChannel(), _Approving())
    for extension in there:
        if extension.Identifier.Value == identifier:
            manager.removeExtension(identifier, extension.Name, "user", manager.createAbortChannel(), _Approving())
            return True
    return False


def end(context: Any) -> None:
    """Close the office."""
    desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    # the connection breaks while the office ends
    with contextlib.suppress(Exception):
        desktop.terminate()


def main() -> int:
    """Do what the arguments say."""
    pipe, action, subject = sys.argv[1:4]
    context = connected(pipe)
    try:
        if action == "add":
            print(add(context, subject))
            return 0
        return 0 if remove(context, subject) else 1
    finally:
        end(context)


if __name__ == "__main__":
    sys.exit(main())
