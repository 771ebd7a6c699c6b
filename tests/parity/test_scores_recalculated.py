"""«Рубрика», «Самооценка» and «Цикл» of «Свод.xlsx» recalculated by LibreOffice: points and the second yardstick."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook.workbook import Workbook

from metodist.domain.summary import Summary
from metodist.domain.yardstick import Yardstick, in_proportion
from metodist.layout.summary_book import write_summary
from metodist.layout.summary_sheets import rubric_comparison as comparison
from metodist.layout.summary_sheets import self_scores
from metodist.programme.reader import read_programme
from metodist.scoring.rubric_facts import score_municipality, score_school_itself
from metodist.services.demo_data import school_data
from metodist.summary.cycle import management_cycle
from office import recalculated
from summary_samples import summary_of

pytestmark = [pytest.mark.office, pytest.mark.filterwarnings("ignore:.*extension is not supported")]

KRYMSK = Path(__file__).parents[2] / "workbooks" / "programmes" / "krymsk.xlsx"
SHEETS = ("Рубрика", "Самооценка", "Цикл")
YARDSTICK = Yardstick(100, (("Первый район", 61.0), ("Второй район", 18.5), ("Третий район", -1.0)))


@pytest.fixture(scope="module")
def summary() -> Summary:
    programme = read_programme(KRYMSK).programme
    assert programme is not None
    programme = replace(programme, yardstick=YARDSTICK)
    data = {school.code: school_data(programme, school, seed=11) for school in programme.reporting[:9]}
    made = summary_of(programme, data)
    assessed = {code: score_school_itself(programme, answers) for code, answers in data.items()}
    return replace(
        made,
        score=score_municipality(programme, ()),
        self_scores={code: score for code, score in assessed.items() if score is not None},
        cycle=management_cycle(programme, made.municipality, programme.evidence),
    )


@pytest.fixture(scope="module")
def books(summary: Summary, tmp_path_factory: pytest.TempPathFactory) -> tuple[Workbook, Workbook]:
    """The workbook as written, and as LibreOffice recalculates it."""
    path = tmp_path_factory.mktemp("scores") / "Свод.xlsx"
    write_summary(summary, path)
    again = recalculated(path, path.parent / "again")
    return openpyxl.load_workbook(path, data_only=True), openpyxl.load_workbook(again, data_only=True)


@pytest.mark.parametrize("name", SHEETS)
def test_every_cached_value_is_what_the_formula_comes_to(books: tuple[Workbook, Workbook], name: str) -> None:
    written, computed = books
    wrong = [
        (cell.coordinate, cell.value, computed[name][cell.coordinate].value)
        for row in written[name].iter_rows()
        for cell in row
        if not _same(cell.value, computed[name][cell.coordinate].value)
    ]
    assert wrong == []


def _same(first: object, second: object) -> bool:
    if isinstance(first, int | float) and isinstance(second, int | float):
        return first == pytest.approx(second)
    return (first or None) == (second or None)


def test_the_best_school_is_a_hundred_and_the_others_in_proportion(
    summary: Summary, books: tuple[Workbook, Workbook]
) -> None:
    sheet = books[1]["Самооценка"]
    columns = self_scores.columns_of(YARDSTICK)
    assert columns.best is not None
    assert sheet.cell(self_scores.HEAD_ROW, columns.best).value == "Лучшая школа — 100"

    expected = in_proportion({code: score.total for code, score in summary.self_scores.items()}, 100)
    assert len(expected) == 9
    for row, (code, one) in enumerate(expected.items(), self_scores.FIRST_ROW):
        assert sheet.cell(row, self_scores.CODE).value == code
        assert sheet.cell(row, columns.best).value == pytest.approx(one.value)
        assert sheet.cell(row, columns.rank).value == one.rank
    assert max(one.value or 0 for one in expected.values()) == 100


def test_municipalities_are_compared_below_the_rubric(summary: Summary, books: tuple[Workbook, Workbook]) -> None:
    sheet = books[1]["Рубрика"]
    own = summary.programme.passport.municipality
    assert summary.score is not None
    expected = in_proportion({own: summary.score.total, **dict(YARDSTICK.others)}, 100)
    (title_row,) = (row for row in range(1, sheet.max_row + 1) if "Сравнение" in str(sheet.cell(row, 1).value))

    for row, (name, one) in enumerate(expected.items(), title_row + 2):
        shown = [sheet.cell(row, column).value for column in (comparison.TITLE, comparison.POINTS, comparison.RANK)]
        assert shown == [name, one.score, one.rank]
        assert sheet.cell(row, comparison.VALUE).value == pytest.approx(one.value)


def test_a_programme_without_the_yardstick_ranks_schools_only(summary: Summary, tmp_path: Path) -> None:
    plain = replace(summary, programme=replace(summary.programme, yardstick=None))
    write_summary(plain, tmp_path / "Свод.xlsx")

    book = openpyxl.load_workbook(tmp_path / "Свод.xlsx", data_only=True)
    heads = [cell.value for cell in book["Самооценка"][self_scores.HEAD_ROW]][:6]
    assert heads == ["Код", "Школа", "Всего баллов", "Доля наибольшего балла", "Место", "Показатели"]
    assert not any("Сравнение" in str(row[0]) for row in book["Рубрика"].iter_rows(values_only=True))
