"""How a municipality numbers its documents: masks as data, such as «{n}-ОД», «25/{n}», «{n}-09»."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_PLACE = re.compile(r"\{([^{}]*)\}")
_COUNTER = re.compile(r"n(?::([1-6]))?")
#: Places that follow from the document's date.
_DATED = {"год": "%Y", "гг": "%y", "мм": "%m"}


@dataclass(frozen=True, slots=True)
class NumberMask:
    """One way of numbering.

    Args:
        text: The mask: one ``{n}`` (``{n:3}`` writes 007), and where wanted ``{год}``, ``{гг}``, ``{мм}``.
        document: The kind of document it is for, as the workbook names it; empty for every other one.

    Example:
        ``NumberMask("{n}-ОД").number(319, day) == "319-ОД"``
    """

    text: str
    document: str = ""

    def number(self, counter: int, day: date) -> str:
        """The number that a document of that day gets."""

        def fill(match: re.Match[str]) -> str:
            counted = _COUNTER.fullmatch(match[1])
            return f"{counter:0{counted[1] or 1}}" if counted else day.strftime(_DATED[match[1]])

        return _PLACE.sub(fill, self.text)

    def counter(self, number: str, day: date) -> int | None:
        """Which one a number is, where it was given by this mask; ``None`` for another number."""

        def part(piece: str) -> str:
            match = _PLACE.fullmatch(piece)
            if match is None:
                return re.escape(piece)
            return r"(\d{1,9})" if _COUNTER.fullmatch(match[1]) else re.escape(day.strftime(_DATED[match[1]]))

        pattern = "".join(part(piece) for piece in re.split(r"(\{[^{}]*\})", self.text))
        found = re.fullmatch(pattern, number.strip(), re.IGNORECASE)
        return int(found[1]) if found else None


def mask_fault(text: str) -> str:
    """What is wrong with a mask: a word of it, ``n`` where the counter is missing or doubled; empty for nothing."""
    places = _PLACE.findall(text)
    unknown = next((place for place in places if not _COUNTER.fullmatch(place) and place not in _DATED), None)
    if unknown is not None:
        return f"{{{unknown}}}"
    counters = [place for place in places if _COUNTER.fullmatch(place)]
    left = _PLACE.sub("", text)
    return "n" if len(counters) != 1 or "{" in left or "}" in left else ""
