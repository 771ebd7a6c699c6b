"""How an office tells what kind of book is open, without Python: by names and sheets alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def book_marks() -> dict[str, dict[str, list[str]]]:
    """How each kind of book is told: a defined name, any of some sheets, or all of some sheets.

    The same marks as `metodist.services.on_book.what_book` looks for; a test holds the two together.
    """
    from metodist.domain.books import BookKind
    from metodist.layout.plan import SERVICE
    from metodist.messages import say
    from metodist.programme.schema import FIELDS, INDICATORS, ORGANISATIONS, PASSPORT

    front = [say(f"summary.sheet_{name}") for name in ("front", "indicators", "completeness")]
    return {
        str(BookKind.TABLE): {"names": ["metodist_id"], "any_sheet": [SERVICE], "all_sheets": []},
        str(BookKind.PROGRAMME): {
            "names": [],
            "any_sheet": [],
            "all_sheets": [PASSPORT, FIELDS, INDICATORS, ORGANISATIONS],
        },
        str(BookKind.SUMMARY): {"names": [], "any_sheet": [], "all_sheets": front},
    }


def one_line(kinds: Iterable[str]) -> str:
    """The marks of some kinds for VBA.

    Ways to tell a kind stand between ``:``, what has to be there between ``/``, names begin with ``*``; Excel allows
    none of these signs in the name of a sheet.

    Example:
        ``*metodist_id:Служебный:Сводка/Показатели/Полнота``
    """
    ways: list[str] = []
    for kind in kinds:
        marks = book_marks()[kind]
        ways += [f"*{name}" for name in marks["names"]] + marks["any_sheet"]
        ways += ["/".join(marks["all_sheets"])] if marks["all_sheets"] else []
    return ":".join(ways)
