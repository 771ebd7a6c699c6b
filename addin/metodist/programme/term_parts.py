"""What the pieces of a clause come to together: stretches of a year, and the years that are said of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from metodist.domain.terms import TermKind, TermPart, YearSpan
from metodist.programme.term_found import Found, whole


@dataclass(slots=True)
class Segment:
    """What stands between two commas: finds and the words that no rule knows."""

    text: str
    finds: list[Found] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    """Runs of unknown words, as they are compared."""
    notes: dict[int, str] = field(default_factory=dict)
    """The unknown words before the find of that number, as they are written."""


def parts_of(segments: Iterable[Segment]) -> list[TermPart]:
    """The stretches of a clause with what is said of all of them.

    «ежегодно» and years belong to the stretches before them; standing first, to those after. Several years are
    several times: «март 2021, 2022» is two, «2021-2022 уч. год, 2022-2023 уч. год» is two as well.
    """
    reading = _Reading()
    for segment in segments:
        reading.read(segment)
    return reading.result()


@dataclass(slots=True)
class _Reading:
    """A clause as far as it has been read.

    Args:
        parts: Its stretches.
        said: How many of the last stretches the latest «ежегодно» or year was said of; 0 where none was.
        open: Where the stretches begin of which nothing was said yet.
        yearly, spans: What was said before any stretch, and belongs to those that follow.
        used: A stretch has followed since.
        note: Unknown words on the way to the next stretch.
    """

    parts: list[TermPart] = field(default_factory=list)
    said: int = 0
    open: int = 0
    yearly: bool = False
    spans: list[YearSpan] = field(default_factory=list)
    used: bool = False
    note: str = ""

    def read(self, segment: Segment) -> None:
        """Take in what stands between two commas."""
        if not segment.finds:
            self._remember(segment.notes.get(0, ""))
        stretches = [place for place, found in enumerate(segment.finds) if found.parts]
        for place, found in enumerate(segment.finds):
            self._remember(segment.notes.get(place, ""))
            if found.parts:
                self._add(found.parts)
            elif not (found.yearly or found.years):
                continue
            elif self.parts and not any(place < other for other in stretches):
                self._say_of_those_before(found)
            else:
                self._say_of_those_after(found)

    def result(self) -> list[TermPart]:
        """The stretches; where none is named, the years themselves."""
        if self.parts:
            return self.parts
        if self.spans and not self.yearly:
            return [replace(whole(TermKind.YEARS, span), note=self.note) for span in self.spans]
        if not self.yearly:
            return []
        return [replace(whole(TermKind.YEAR, span), yearly=True, note=self.note) for span in self._each_span()]

    def _remember(self, words: str) -> None:
        self.note = ", ".join(filter(None, (self.note, words)))

    def _add(self, parts: tuple[TermPart, ...]) -> None:
        for span in self._each_span():
            of_span = [replace(part, yearly=part.yearly or self.yearly, note=self.note) for part in parts]
            self.parts += [replace(part, years=part.years or span) for part in of_span]
        self.said, self.used, self.note = 0, True, ""

    def _each_span(self) -> list[YearSpan | None]:
        return list(self.spans) or [None]

    def _say_of_those_before(self, found: Found) -> None:
        start = self.open if self.said == 0 else len(self.parts) - self.said
        before = self.parts[start:]
        if self.said and found.years and all(part.years for part in before):
            self.parts += [replace(part, years=found.years) for part in before]
        else:
            self.parts[start:] = [
                replace(part, yearly=part.yearly or found.yearly, years=part.years or found.years) for part in before
            ]
        self.said, self.open = len(before), len(self.parts)

    def _say_of_those_after(self, found: Found) -> None:
        if self.used:
            self.yearly, self.spans, self.used = False, [], False
        self.yearly = self.yearly or found.yearly
        self.spans += [found.years] if found.years else []
