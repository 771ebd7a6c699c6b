"""Excel's side: what each button of the ribbon runs, ``from metodist.hosts.excel import pressed; pressed("check")``."""

from __future__ import annotations

import atexit
import sys
from typing import Any

from metodist.entry import guarded
from metodist.errors import UserError
from metodist.hosts.dialogs import ExcelDialogs, message_box
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
    return guarded(lambda: _pressed(command_id, load()), message_box)


def _pressed(command_id: str, xw: Any) -> int:
    _leave_other_excels_alone(xw)
    try:
        caller = xw.Book.caller()
    except KeyError:
        # xlwings ends the name at the second «=», and cmd.exe puts in what stands between two «%»
        error = UserError(say("hosts.book_name"), say("hosts.book_name_action"))
        return press(command_id, lambda: _refuse(error), ExcelDialogs(xw.apps.active), find_translated)
    return press(command_id, lambda: _usable(caller), ExcelDialogs(caller.app), find_translated)


def _refuse(error: UserError) -> Any:
    raise error


def _usable(book: Any) -> Any:
    """The book; refused is the empty one that VBA opens where nothing but a protected view is shown.

    A file that came by mail opens in such a view, in which no macro sees a workbook.
    """
    fresh = not book.api.Path and book.api.Saved
    if fresh and book.app.api.ProtectedViewWindows.Count:
        raise UserError(say("hosts.protected_view"), say("hosts.protected_view_action"))
    return book


def _leave_other_excels_alone(xw: Any) -> None:
    """Do without what xlwings does when Python ends.

    It asks Windows for all processes of Excel and kills those in which it finds no open book: another program's, or one
    that has only its start page open. Commands start no Excel of their own, so there is nothing to clean up.
    """
    cleanup = getattr(sys.modules.get(f"{xw.__name__}._xlwindows"), "cleanup", None)
    if cleanup is not None:
        atexit.unregister(cleanup)


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
