"""Whose table it is: the stamp in a document property, a defined name and a hidden cell, never the file's name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from metodist.domain.findings import Severity
from metodist.domain.returns import Identity
from metodist.intake.addresses import parse
from metodist.intake.package import RawBook
from metodist.intake.refusals import Reason, Refusal
from metodist.intake.report import Draft

PROPERTY = "metodist"
NAME = "metodist_id"


class Found(NamedTuple):
    """The table's identity, and what to say where its stamps disagree."""

    identity: Identity
    findings: tuple[Draft, ...] = ()


def find_identity(book: RawBook) -> Found:
    """The identity that most stamps name; any one of them is enough.

    Raises:
        Refusal: No stamp at all, or stamps that contradict one another with no majority.
    """
    stamps = [identity for text in _stamps(book) if (identity := Identity.parse(text)) is not None]
    if not stamps:
        raise Refusal(Reason.NOT_OURS)
    ranked = Counter(stamps).most_common()
    if len(ranked) > 1 and ranked[0][1] == ranked[1][1]:
        raise Refusal(Reason.CONTRADICTION)
    draft = Draft("identity.disagree", Severity.WARNING, values={"school": ranked[0][0].school})
    return Found(ranked[0][0], (draft,) if len(ranked) > 1 else ())


def _stamps(book: RawBook) -> Iterator[str]:
    if PROPERTY in book.properties:
        yield book.properties[PROPERTY]
    target = next((text for name, text in book.names.items() if name.casefold() == NAME), "")
    named = _cell_of(target)
    if named is not None:
        yield _text_at(book, *named)
    elif target.startswith('"'):
        yield target.strip('"')
    yield from _hidden_cells(book)


def _cell_of(reference: str) -> tuple[str, tuple[int, int]] | None:
    sheet, mark, cell = reference.rpartition("!")
    place = parse(cell)
    if not mark or place is None:
        return None
    return sheet.strip("$").strip("'").replace("''", "'"), place


def _text_at(book: RawBook, sheet: str, place: tuple[int, int]) -> str:
    found = book.sheet(sheet)
    raw = found.cells.get(place) if found is not None else None
    return raw.value if raw is not None else ""


def _hidden_cells(book: RawBook) -> Iterator[str]:
    """Stamps in cells of hidden sheets, wherever they moved; each different one once."""
    prefix = f"{Identity.PREFIX}|"
    seen: set[str] = set()
    for sheet in book.sheets:
        if sheet.state == "visible":
            continue
        for raw in sheet.cells.values():
            if raw.value.startswith(prefix) and raw.value not in seen:
                seen.add(raw.value)
                yield raw.value
