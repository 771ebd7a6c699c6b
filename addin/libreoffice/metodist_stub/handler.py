"""The UNO service behind menu and toolbar: every button is an address like ``vnd.metodist:check``."""

from __future__ import annotations

from typing import Any

import unohelper
from com.sun.star.frame import FeatureStateEvent, XDispatch, XDispatchProvider
from com.sun.star.lang import XInitialization, XServiceInfo
from com.sun.star.task import XJobExecutor

from .buttons import OTHER, Panel, panel
from .pressing import Presser

NAME = "ru.metodist.Buttons"
SERVICES = (NAME, "com.sun.star.frame.ProtocolHandler")
PROTOCOL = "vnd.metodist:"
_SPREADSHEET = "com.sun.star.sheet.SpreadsheetDocument"


class _Office:
    """What all windows share; made with the first one, so that starting the office costs nothing."""

    presser: Presser | None = None
    panel: Panel | None = None

    @classmethod
    def pressing(cls, context: Any) -> Presser:
        if cls.presser is None:
            cls.presser = Presser(context)
        return cls.presser

    @classmethod
    def buttons(cls) -> Panel:
        if cls.panel is None:
            cls.panel = panel()
        return cls.panel


class ButtonHandler(unohelper.Base, XDispatchProvider, XDispatch, XInitialization, XJobExecutor, XServiceInfo):  # type: ignore[misc]
    """One window's buttons."""

    def __init__(self, context: Any, *_: Any) -> None:
        """``context`` is the UNO component context."""
        self._context = context
        self._frame: Any = None
        self._told = False
        self._listeners: list[tuple[Any, Any]] = []

    def initialize(self, arguments: tuple[Any, ...]) -> None:
        """Told by the office: the window."""
        if arguments and hasattr(arguments[0], "getController"):
            self._frame = arguments[0]

    def queryDispatch(self, url: Any, target: str, flags: int) -> Any:  # noqa: N802, ARG002 - UNO's name
        """Asked by the office: who handles the address."""
        return self if url.Protocol == PROTOCOL else None

    def queryDispatches(self, requests: tuple[Any, ...]) -> tuple[Any, ...]:  # noqa: N802 - UNO's name
        """Asked by the office for many at once."""
        return tuple(self.queryDispatch(one.FeatureURL, one.FrameName, one.SearchFlags) for one in requests)

    def dispatch(self, url: Any, arguments: tuple[Any, ...]) -> None:  # noqa: ARG002 - UNO's signature
        """A button was pressed in this window."""
        _Office.pressing(self._context).press(url.Path, self._document())

    def trigger(self, command_id: str) -> None:
        """A button is pressed by a program: it works on the spreadsheet in front."""
        presser = _Office.pressing(self._context)
        presser.press(command_id, presser.server.app.front())

    def addStatusListener(self, listener: Any, url: Any) -> None:  # noqa: N802 - UNO's name
        """The office asks to be told whether a button is grey; a window's book keeps its kind, so once is enough."""
        document = self._document()
        enabled, label = _Office.buttons().state(url.Path, document)
        self._listeners.append((listener, url))
        listener.statusChanged(FeatureStateEvent(self, url, "", enabled, False, label))  # noqa: FBT003 - a struct
        if not self._told:
            self._told = True
            self._get_ready(document)

    def removeStatusListener(self, listener: Any, url: Any) -> None:  # noqa: N802 - UNO's name
        """The office no longer asks."""
        kept = [(known, address) for known, address in self._listeners if known != listener or address != url]
        self._listeners = kept

    def _get_ready(self, document: Any) -> None:
        """The warm process is started for books of ours only: other work in the office costs nothing."""
        if document is not None and _Office.buttons().kind(document) != OTHER:
            _Office.pressing(self._context).get_ready(document)

    def getImplementationName(self) -> str:  # noqa: N802 - UNO's name
        """The name of this service."""
        return NAME

    def supportsService(self, name: str) -> bool:  # noqa: N802 - UNO's name
        """Whether it is one of its services."""
        return name in SERVICES

    def getSupportedServiceNames(self) -> tuple[str, ...]:  # noqa: N802 - UNO's name
        """Its services."""
        return SERVICES

    def _document(self) -> Any:
        controller = self._frame.getController() if self._frame is not None else None
        model = controller.getModel() if controller is not None else None
        if model is not None and model.supportsService(_SPREADSHEET):
            return model
        return None
