"""Years beside the stretches of a term: several years are several times, and none of them is lost."""

from __future__ import annotations

import pytest

from metodist.domain.periods import Period
from metodist.domain.terms import PlanYears
from metodist.programme.term_dates import date_term

YEARS = PlanYears(Period(2025), tuple(Period(year) for year in range(2021, 2026)))


def dates(term: str) -> list[str]:
    """Every occurrence as «01.03.21–31.03.21»."""
    dating = date_term(term, YEARS)
    assert dating.problems == ()
    return [f"{one.start:%d.%m.%y}–{one.end:%d.%m.%y}" for one in dating.occurrences]


def test_the_school_years_of_a_roadmap_row_of_predgorny() -> None:
    term = "2021-2022 уч.год, 2022-2023 уч.год, 2023-2024 уч.год, 2024-2025 уч.год"
    assert dates(term) == ["01.09.21–31.08.22", "01.09.22–31.08.23", "01.09.23–31.08.24", "01.09.24–31.08.25"]


def test_the_stage_of_a_roadmap_row_is_every_year_of_it() -> None:
    assert dates("январь–декабрь 2021 г.") == ["01.01.21–31.12.21"]
    assert dates("январь–декабрь, 2021-2025 гг.") == [f"01.01.{year}–31.12.{year}" for year in range(21, 26)]


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        ("2021, 2023", ["01.01.21–31.12.21", "01.01.23–31.12.23"]),
        ("2021 и 2023 годы", ["01.01.21–31.12.21", "01.01.23–31.12.23"]),
        ("март 2021, 2022", ["01.03.21–31.03.21", "01.03.22–31.03.22"]),
        ("2021, 2022: март", ["01.03.21–31.03.21", "01.03.22–31.03.22"]),
        ("2021 март, 2022 май", ["01.03.21–31.03.21", "01.05.22–31.05.22"]),
        ("март 2021, май 2022", ["01.03.21–31.03.21", "01.05.22–31.05.22"]),
        ("март, май 2021, 2022", ["01.03.21–31.03.21", "01.05.21–31.05.21", "01.03.22–31.03.22", "01.05.22–31.05.22"]),
        ("март ежегодно, 2021-2022", ["01.03.21–31.03.21", "01.03.22–31.03.22"]),
        ("март, 2021", ["01.03.21–31.03.21"]),
    ],
)
def test_several_years_are_several_times(term: str, expected: list[str]) -> None:
    assert dates(term) == sorted(expected, key=lambda days: (days[6:8], days[3:5]))
