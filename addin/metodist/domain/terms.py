"""Terms: what a source says in words about when, and the dates that it comes to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum, auto

from metodist.domain.periods import Period


class TermKind(StrEnum):
    """What a term names; it decides how it becomes dates and how they are called."""

    MONTHS = auto()
    """One month or several in a row: «ноябрь», «октябрь–март»."""
    QUARTER = auto()
    HALF = auto()
    DAYS = auto()
    """One day or several in a row: «15 марта», «1–15 марта»."""
    DEADLINE = auto()
    """Only the last day is named: «до 15 мая»."""
    BEFORE = auto()
    """The day before the month or the school year begins: «до сентября»."""
    YEAR = auto()
    """The whole of a period: «в течение года»."""
    SCHOOL_YEAR = auto()
    """From September to May: «в течение учебного года»."""
    SCHOOL_START = auto()
    SCHOOL_END = auto()
    SCHOOL_UNTIL = auto()
    """Only the last day of the school year is named: «до конца учебного года»."""
    YEARS = auto()
    """Several years as one stretch: «2021–2023»."""
    PROGRAMME = auto()
    """The programme's whole time: «весь период реализации»."""
    EXACT = auto()
    """Days with their year: «31.12.2026», «сентябрь 2021 – май 2022»."""


@dataclass(frozen=True, slots=True, order=True)
class YearDay:
    """A day of any year.

    Args:
        month: 1…12.
        day: 1…31; the last day of the month where it has fewer.
    """

    month: int
    day: int


@dataclass(frozen=True, slots=True)
class YearSpan:
    """Years that a term names: 2021…2023, or school years beginning in them.

    Args:
        first: 1990…2100.
        last: Not before ``first``.
        school: They are school years: 2021…2021 is 2021/2022.
    """

    first: int
    last: int
    school: bool = False


@dataclass(frozen=True, slots=True)
class TermPart:
    """One stretch of a year, or of several.

    Args:
        kind: What the source names.
        first: Where the stretch begins; ``None`` for kinds that the period or the years decide.
        last: Where it ends; before ``first`` it is in the next year.
        number: Of a quarter or a half of the year.
        yearly: In every year of the programme, not in the reporting period only.
        years: The years that the source names.
        dates: First and last day of :attr:`TermKind.EXACT`.
        note: What the source says of this stretch: «срок реализации».
    """

    kind: TermKind
    first: YearDay | None = None
    last: YearDay | None = None
    number: int = 0
    yearly: bool = False
    years: YearSpan | None = None
    dates: tuple[date, date] | None = None
    note: str = ""


class ProblemKind(StrEnum):
    """Why a term, or a piece of it, gives no dates."""

    UNDATED = auto()
    """The source does not say when."""
    IMPOSSIBLE = auto()
    """There is no such month, quarter or day."""
    OUTSIDE = auto()
    """It has dates, but outside the programme's years."""


@dataclass(frozen=True, slots=True)
class TermProblem:
    """What is wrong with a term: the piece, a whole sentence, what to write instead."""

    kind: ProblemKind
    text: str
    message: str
    suggestion: str


@dataclass(frozen=True, slots=True)
class Term:
    """A term as read: its words, what could be understood, what could not. A term may be both."""

    text: str
    parts: tuple[TermPart, ...] = ()
    problems: tuple[TermProblem, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Occurrence:
    """One dated time: first and last day (inclusive), how it is called, what the source says of it."""

    start: date
    end: date
    label: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Dating:
    """The dates of a term, in their order, and what could not be dated."""

    occurrences: tuple[Occurrence, ...] = ()
    problems: tuple[TermProblem, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanYears:
    """In which years terms are dated.

    Args:
        period: The reporting period: a term that names no year belongs to it.
        periods: Every period of the programme: a yearly term belongs to each.
    """

    period: Period
    periods: tuple[Period, ...]

    @property
    def start(self) -> date:
        """The programme's first day."""
        return self.periods[0].start

    @property
    def end(self) -> date:
        """The programme's last day."""
        return self.periods[-1].end
