"""Sections of «Паспорт» with a meaning of their own: the document's steps of the cycle, the second yardstick."""

from __future__ import annotations

import re
from collections.abc import Sequence

from metodist.domain.cycle_views import CycleView, Link, ViewStep
from metodist.domain.yardstick import Yardstick
from metodist.programme.passport_rows import BEST_ROW, CYCLE_SECTION, YARDSTICK_SECTION
from metodist.programme.records import Record
from metodist.programme.words import nearest, same_word

_NAME, _VALUE = "Название", "Значение"
_WORDS = tuple(link.value for link in Link)


def is_cycle(section: str) -> bool:
    """Whether a section cuts the cycle into steps."""
    return same_word(section.partition(":")[0], CYCLE_SECTION)


def is_yardstick(section: str) -> bool:
    """Whether a section is about the second yardstick."""
    return same_word(section, YARDSTICK_SECTION)


def read_views(sections: dict[str, list[Record]]) -> tuple[CycleView, ...]:
    """Views in the order of the sheet.

    Args:
        sections: Rows by section; only those of the cycle are looked at.
    """
    return tuple(_view(section, records) for section, records in sections.items() if is_cycle(section))


def _view(section: str, records: Sequence[Record]) -> CycleView:
    seen: dict[Link, int] = {}
    steps = tuple(ViewStep(record.line(_NAME), _links(record, seen)) for record in records)
    return CycleView(section.partition(":")[2].strip() or CYCLE_SECTION, steps)


def _links(record: Record, seen: dict[Link, int]) -> tuple[Link, ...]:
    """The links of one step; a link stands in one step of a view at most."""
    words = [word.strip() for word in re.split("[,;]", record.text(_VALUE)) if word.strip()]
    if not words:
        record.error(_VALUE, "cycle_no_links", words=", ".join(_WORDS))
    links = []
    for word in words:
        link = next((link for link in Link if same_word(link.value, word)), None)
        if link is None:
            record.error(_VALUE, "cycle_link", nearest(word, _WORDS), name=word, words=", ".join(_WORDS))
        elif link in seen:
            record.error(_VALUE, "cycle_twice", name=link.value, row=seen[link])
        else:
            seen[link] = record.row
            links.append(link)
    return tuple(links)


def read_yardstick(records: Sequence[Record], municipality: str) -> Yardstick | None:
    """The yardstick; ``None`` where the programme has none or its best is no number above 0.

    Args:
        records: Rows of the section.
        municipality: The programme's own, whose score is computed and must not be entered.
    """
    best: float | None = None
    others: dict[str, float] = {}
    first: dict[str, int] = {}
    for record in records:
        name, number = record.line(_NAME), record.number(_VALUE)
        key = name.casefold()
        if key in first:
            record.error(_NAME, "duplicate", value=name, row=first[key])
            continue
        first[key] = record.row
        if number is None:
            record.error(_VALUE, "yardstick_empty", name=name)
        elif same_word(name, BEST_ROW):
            best = number
            _check_best(record, number)
        elif municipality and same_word(name, municipality):
            record.error(_NAME, "yardstick_own", name=name)
        else:
            others[name] = number
    if records and best is None and records[0].sound:
        records[0].error(_NAME, "yardstick_no_best", f"{YARDSTICK_SECTION} — {BEST_ROW} — 100", name=BEST_ROW)
    return Yardstick(best, tuple(others.items())) if best is not None and best > 0 else None


def _check_best(record: Record, number: float) -> None:
    if number <= 0:
        record.error(_VALUE, "yardstick_best", "100", value=record.text(_VALUE))
