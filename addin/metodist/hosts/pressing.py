"""One button pressed, on whatever host: find the command, run it, show its result or its error."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from metodist.domain.results import CommandResult, Dialogs
from metodist.entry import guarded
from metodist.errors import UserError
from metodist.hosts.dialogs import HostDialogs
from metodist.messages import say

#: A command of ``commands.py``: takes xlwings' ``Book`` and what it may ask of the user.
Run = Callable[[Any, Dialogs], CommandResult]


def find_run(command_id: str) -> Run:
    """The function behind a button.

    Raises:
        UserError: The button's command is not there: ribbon and program are of different versions.
    """
    from metodist import commands

    try:
        return commands.command(command_id).run
    except KeyError:
        raise UserError(say("hosts.no_button", command=command_id), say("hosts.no_button_action")) from None


def press(command_id: str, book: Callable[[], Any], dialogs: HostDialogs, find: Callable[[str], Run] = find_run) -> int:
    """Run a command on a book and show in one window what came of it.

    Args:
        command_id: Id of the table of commands.
        book: Gives xlwings' ``Book``; called inside, so that its errors are shown too.
        dialogs: Of the host.
        find: Where commands come from; tests bring their own.

    Returns:
        The exit code of `metodist.entry.guarded`.
    """

    def work() -> int:
        result = find(command_id)(book(), dialogs)
        dialogs.settle()
        dialogs.show(result)
        return 0

    def complain(text: str) -> None:
        dialogs.settle()
        dialogs.complain(text)

    return guarded(work, complain)
