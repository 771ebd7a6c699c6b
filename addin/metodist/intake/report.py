"""From what a check saw to the finding that a clerk reads; many repeats of one rule become one finding."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from metodist.domain.findings import Finding, Severity
from metodist.intake.addresses import address, ranges
from metodist.messages import say

#: More repeats of one rule in one column than this are told as one finding.
MOST_REPEATS = 5

#: Rules that are told once a sheet, not once a column.
_SHEETWIDE = frozenset({"label.changed", "label.extra", "formula.removed", "formula.changed", "text.invisible"})

_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Draft:
    """What a check saw, before it becomes a sentence.

    Args:
        code: The rule; its sentence is ``intake.<code>``.
        sheet: The sheet's name as issued; empty for the whole file.
        places: Row and column of the cells, the main one first; empty for a whole sheet.
        value: What stands there.
        values: What else the sentence names.
    """

    code: str
    severity: Severity
    sheet: str = ""
    places: tuple[tuple[int, int], ...] = ()
    value: str = ""
    values: Mapping[str, str] = field(default_factory=dict)


def at(code: str, severity: Severity, sheet: str, place: tuple[int, int], value: str = "", /, **values: str) -> Draft:
    """A draft about one cell."""
    return Draft(code, severity, sheet, (place,), value, values)


def short(text: str) -> str:
    """A value as a message quotes it: one line, at most 60 characters."""
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1]}…"


def findings_of(drafts: Iterable[Draft], sheets: Sequence[str]) -> tuple[Finding, ...]:
    """Findings in the order of sheets, rows and columns, repeats folded; those of the whole file come first."""
    order = {name: position for position, name in enumerate(sheets, 1)}
    groups: dict[tuple[str, ...], list[Draft]] = {}
    for number, draft in enumerate(drafts):
        groups.setdefault(_fold_key(draft, number), []).append(draft)
    told: list[tuple[tuple[int, int, int], Finding]] = []
    for group in groups.values():
        ready = [_folded(group)] if len(group) > MOST_REPEATS else [_single(draft) for draft in group]
        for draft, finding in zip(group, ready, strict=False):
            row, column = draft.places[0] if draft.places else (0, 0)
            position = order.get(draft.sheet, len(order) + 1) if draft.sheet else 0
            told.append(((position, row, column), finding))
    return tuple(finding for _, finding in sorted(told, key=lambda item: item[0]))


def _fold_key(draft: Draft, number: int) -> tuple[str, ...]:
    if not draft.places:
        return (str(number),)
    column = "" if draft.code in _SHEETWIDE else str(draft.places[0][1])
    return (draft.code, draft.severity.value, draft.sheet, column)


def _sentence(draft: Draft) -> str:
    value = short(draft.value)
    stands = f"«{value}»" if value else say("intake.word.empty")
    return say(f"intake.{draft.code}", value=value, stands=stands, **draft.values).strip()


def _single(draft: Draft) -> Finding:
    cells = tuple(address(*place) for place in draft.places)
    if cells:
        place = say("intake.place.cell", sheet=draft.sheet, cell=cells[0])
    else:
        place = say("intake.place.sheet", sheet=draft.sheet) if draft.sheet else ""
    message = f"{place}: {_sentence(draft)}" if place else _sentence(draft)
    several = cells if len(cells) > 1 else ()
    first = cells[0] if cells else ""
    return Finding(draft.code, draft.severity, message, draft.sheet, first, short(draft.value), 1, several)


def _folded(group: Sequence[Draft]) -> Finding:
    first = group[0]
    places = tuple(dict.fromkeys(place for draft in group for place in draft.places))
    message = say(
        "intake.place.many",
        sheet=first.sheet,
        cells=ranges(draft.places[0] for draft in group),
        count=str(len(group)),
        cell=address(*first.places[0]),
        sentence=_sentence(first),
    )
    cells = tuple(address(*place) for place in places)
    return Finding(first.code, first.severity, message, first.sheet, cells[0], short(first.value), len(group), cells)


def sentence_of(finding: Finding) -> str:
    """The finding's sentence without its place, for where the place stands beside it already."""
    place = say("intake.place.cell", sheet=finding.sheet, cell=finding.cell)
    sentence = finding.message.removeprefix(f"{place}: ")
    return sentence[:1].upper() + sentence[1:]
