"""Two years of one municipality, from the tables to «Динамика»: what was renamed or split is compared all the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook
from test_year_bridge import handed_in, in_2027, next_folder

from metodist.domain.dynamics import DISTRICT
from metodist.domain.periods import Period
from metodist.domain.summary import Summary
from metodist.scoring.indicators import score_district
from metodist.services.summarising import build_summary
from metodist.services.working_folder import SUMMARY
from working_folder_story import issued_folder

pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported")


@pytest.fixture(scope="module")
def two_years(tmp_path_factory: pytest.TempPathFactory):
    """The second year's folder and summary; what the first year's tables came to by the first year's programme."""
    first = issued_folder(tmp_path_factory.mktemp("2026"))
    programme, answers = handed_in(first)
    alone = build_summary(first)
    second = next_folder(first, tmp_path_factory.mktemp("2027") / "Мониторинг", 2027, in_2027())
    handed_in(second)
    return alone, build_summary(second), second, score_district(programme, answers)


def test_the_first_year_has_no_dynamics(two_years) -> None:
    alone: Summary = two_years[0]
    assert not alone.analysis.dynamics.has_earlier


def test_a_renamed_indicator_is_compared_with_what_it_was(two_years) -> None:
    _, summary, _, before = two_years
    dynamics = summary.analysis.dynamics
    assert dynamics.periods == (Period(2026), Period(2027))
    series = dynamics.of("4.1")
    assert series.points[0].value == before["2.4"].numerator
    assert "2.4" in series.points[0].remark
    assert series.change is not None


def test_a_split_indicator_is_counted_anew_for_the_year_before(two_years) -> None:
    _, summary, _, before = two_years
    young, others = (summary.analysis.dynamics.of(code).points[0].outcome for code in ("1.1", "1.5"))
    assert young.numerator + others.numerator == before["1.1"].numerator
    assert young.denominator + others.denominator == before["1.1"].denominator


def test_the_sheets_show_both_years_and_the_remark(two_years) -> None:
    _, summary, folder, _ = two_years
    book = load_workbook(Path(folder) / SUMMARY, data_only=True)
    text = "\n".join(str(cell.value) for row in book["Динамика"].iter_rows() for cell in row if cell.value is not None)
    assert "2026 год" in text
    assert summary.analysis.dynamics.of("4.1").points[0].remark in text
    schools = {row[2].value for row in book["Динамика школ"].iter_rows(min_row=6)}
    assert schools == {school.organisation.code for school in summary.schools}
    assert DISTRICT not in schools
