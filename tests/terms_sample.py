"""Terms in words and the dates they come to, as readable tables.

A line of a table is ``№ | срок | даты``; ``↵`` stands for a line end inside the cell. Dates are shown without their
year, which follows in brackets: ``01.01–31.01 [2021 2022]`` is January of both years; ``+1`` says that a stretch ends
in the next year; «до» that only the last day is named.
"""

from __future__ import annotations

from metodist.domain.periods import Period
from metodist.domain.terms import Occurrence, PlanYears, ProblemKind
from metodist.programme.term_dates import date_term


def years(first: int, last: int, reporting: int) -> PlanYears:
    """A programme by calendar years."""
    return PlanYears(Period(reporting), tuple(Period(year) for year in range(first, last + 1)))


Y2026 = years(2026, 2026, 2026)


def days_of(one: Occurrence) -> str:
    if one.label.startswith("до "):
        return f"до {one.end:%d.%m}"
    if one.start == one.end:
        return f"{one.start:%d.%m}"
    later = one.end.year - one.start.year
    return f"{one.start:%d.%m}–{one.end:%d.%m}" + (f" +{later}" if later else "")


def shown(term: str, within: PlanYears) -> str:
    """Dates as the tables write them, then what could not be dated."""
    dating = date_term(term.replace("↵", "\n"), within)
    by_days: dict[str, list[str]] = {}
    for one in dating.occurrences:
        by_days.setdefault(days_of(one), []).append(str(one.start.year))
    dated = [f"{days} [{' '.join(known)}]" for days, known in by_days.items()]
    words = {ProblemKind.UNDATED: "не датируется", ProblemKind.IMPOSSIBLE: "невозможно", ProblemKind.OUTSIDE: "вне лет"}
    return "; ".join([*dated, *(words[problem.kind] for problem in dating.problems)])


def lines(table: str) -> list[tuple[str, str, str]]:
    rows = [tuple(part.strip() for part in line.split("|")) for line in table.strip().splitlines()]
    assert all(len(row) == 3 for row in rows)
    return [(row[0], row[1], row[2]) for row in rows]
