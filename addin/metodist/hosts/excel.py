"""Excel's side: what each button of the ribbon runs, ``from metodist.hosts.excel import pressed; pressed("check")``."""

from __future__ import annotations

from typing import Any

from metodist.errors import UserError
from metodist.hosts.dialogs import ExcelDialogs
from metodist.hosts.lean_xlwings import load
from metodist.hosts.pressing import Run, find_run, press
from metodist.messages import say

#: Excel is busy with a cell or a window: call rejected, server busy, not available while editing.
_EDITING = frozenset((-2147418111, -2147417846, -2146777998))
#: Excel refuses: "the cell or chart is protected", application-defined error 1004.
_REFUSED = frozenset((-2146827284,))


def pressed(command_id: str) -> int:
    """Run a button's command on the book it was pressed in.

    Args:
        command_id: Id of the table of commands.

    Returns:
        The command's exit code; the user has seen the result or the error.
    """
    xw: Any = load()
    return press(command_id, xw.Book.caller, ExcelDialogs(xw.apps.active), find_translated)


def find_translated(command_id: str) -> Run:
    """The command, with Excel's own refusals as sentences for the user."""
    run = find_run(command_id)

    def translated(book: Any, dialogs: Any) -> Any:
        try:
            return run(book, dialogs)
        except Exception as error:
            raise as_user_error(error) from error

    return translated


def as_user_error(error: Exception) -> Exception:
    """Excel's COM error as a sentence, where it is one of those that users meet; else the error itself."""
    if type(error).__name__ != "com_error":
        return error
    codes = {getattr(error, "hresult", None)}
    details = getattr(error, "excepinfo", None)
    if details:
        codes.add(details[5])
    if codes & _EDITING:
        return UserError(say("hosts.cell_edited"), say("hosts.cell_edited_action"))
    if codes & _REFUSED:
        return UserError(say("hosts.excel_locked"), say("hosts.excel_locked_action"))
    return error
