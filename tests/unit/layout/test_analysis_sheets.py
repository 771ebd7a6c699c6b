"""The sheets of the analysis: what they say in words where there is nothing to compare, and what they mark."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from metodist.domain.clusters import ClusterMove, ClusterSettings
from metodist.domain.dynamics import DISTRICT
from metodist.domain.factors import FactorClass, FactorSettings
from metodist.domain.programme import Programme
from metodist.domain.summary import Summary
from metodist.layout.summary_book import write_summary
from metodist.layout.summary_sheets import clusters_places, dynamics_places
from metodist.services.analysing import analysis_of
from summary_samples import organisations, sample_summary
from summary_years import with_years

#: openpyxl says of data bars and newer conditional formats that it does not keep them.
pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported")


@pytest.fixture(scope="module")
def summary(small_programme: Programme) -> Summary:
    settings = ClusterSettings(moves=(ClusterMove("ОО-03", "Б", "новый директор"),))
    classes = FactorSettings(
        classes=(FactorClass("Число педагогов", "внешний", "отрицательный", "нет", "малые школы"),)
    )
    programme = replace(small_programme, organisations=organisations(12), clusters=settings, factors=classes)
    return with_years(programme, earlier=2, silent=1)


@pytest.fixture(scope="module")
def book(summary: Summary, tmp_path_factory: pytest.TempPathFactory) -> Workbook:
    path = tmp_path_factory.mktemp("analysis") / "Свод.xlsx"
    write_summary(summary, path)
    return openpyxl.load_workbook(path, data_only=True)


@pytest.fixture(scope="module")
def first_year(small_programme: Programme, tmp_path_factory: pytest.TempPathFactory) -> Workbook:
    """Three schools and no earlier period."""
    summary = sample_summary(small_programme)
    path = tmp_path_factory.mktemp("first") / "Свод.xlsx"
    write_summary(replace(summary, analysis=analysis_of(summary)), path)
    return openpyxl.load_workbook(path, data_only=True)


def text_of(sheet: Worksheet) -> str:
    return "\n".join(str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None)


def test_the_first_year_says_that_there_is_nothing_to_compare_with(first_year: Workbook) -> None:
    assert "Сравнивать пока не с чем" in text_of(first_year["Динамика"])
    assert "Динамика школ" not in first_year.sheetnames
    assert "Сравнить не с чем" in text_of(first_year["Для руководителя"])


def test_few_schools_make_neither_groups_nor_factors(first_year: Workbook) -> None:
    assert "не меньше 6 школ" in text_of(first_year["Кластеры"])
    assert "не меньше 8 школ" in text_of(first_year["Факторы"])


def test_every_indicator_with_a_number_has_its_row(summary: Summary, book: Workbook) -> None:
    places, sheet = dynamics_places.places_of(summary), book["Динамика"]
    assert [sheet.cell(places.row(each.code), 1).value for each in places.indicators] == [
        code for code, school in summary.analysis.dynamics.series if school == DISTRICT
    ]
    heads = [cell.value for cell in sheet[places.head]]
    assert heads[3:6] == ["2024 год", "2025 год", "2026 год"]


def test_n_and_of_stand_beside_every_school_that_changed(book: Workbook) -> None:
    sheet = book["Динамика школ"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=6)]
    assert len(rows) > 50
    for row in rows:
        assert row[5] is not None
        assert row[8] is not None
        assert row[15] in (
            "выросло — к лучшему",
            "снизилось — к худшему",
            "выросло — к худшему",
            "снизилось — к лучшему",
            "без изменений",
            "изменение не подтверждено",
            "изменилось, не проверялось",
            "появилось",
            "больше нет",
        )


def test_every_archived_period_stands_beside_a_school(book: Workbook) -> None:
    heads = [cell.value for cell in book["Динамика школ"][5]]
    assert heads[17:21] == ["2024 год", "2025 год", "2026 год", "ход"]
    assert heads[21:] == [f"{year} год: {part}" for year in (2024, 2025, 2026) for part in ("n", "N")]


def test_a_moved_school_stands_with_its_reason(summary: Summary, book: Workbook) -> None:
    places, sheet = clusters_places.places_of(summary), book["Кластеры"]
    row = next(row for row in range(places.first, places.last + 1) if sheet.cell(row, 1).value == "ОО-03")
    assert sheet.cell(row, clusters_places.GROUP).value == "Б"
    assert sheet.cell(row, places.reason).value == "новый директор"


def test_migrations_count_every_school_once(summary: Summary, book: Workbook) -> None:
    sheet = book["Кластеры"]
    head = next(
        cell.row for row in sheet.iter_rows() for cell in row if str(cell.value).startswith("Переходы между группами")
    )
    counts = [
        cell.value for row in sheet.iter_rows(head + 2, head + 6, 3) for cell in row if isinstance(cell.value, int)
    ]
    assert sum(counts) == len(summary.schools)


def test_the_methodists_class_stands_beside_its_factor(book: Workbook) -> None:
    sheet = book["Факторы"]
    rows = [[cell.value for cell in row[:15]] for row in sheet.iter_rows(min_row=9)]
    classed = [row for row in rows if row[2] == "Число педагогов"]
    assert all(row[11:15] == ["внешний", "отрицательный", "нет", "малые школы"] for row in classed)
    assert not any("причин" in str(row[10]) for row in rows)


def test_a_rank_says_what_it_is_worth(book: Workbook) -> None:
    sheet = book["Показатели"]
    columns = [cell.column for cell in sheet[7] if cell.value == "место: оговорка"]
    words = {str(sheet.cell(row, column).value).split(", делят")[0] for column in columns for row in range(16, 27)}
    assert words & {"отличие не подтверждено", "выше района", "ниже района"}
    assert any(word.startswith("педагогов: ") for word in words)


def test_small_groups_are_not_ranked_silently(first_year: Workbook) -> None:
    """Школа № 2 has one teacher."""
    sheet = first_year["Показатели"]
    column = next(cell.column for cell in sheet[7] if cell.value == "место: оговорка")
    assert sheet.cell(17, column).value == "N < 5: не сравнивайте"


def test_the_front_bears_intervals(book: Workbook) -> None:
    sheet = book["Сводка"]
    row = next(row for row in sheet.iter_rows() if str(row[0].value) == "1.1")
    low, high = row[12].value, row[13].value
    assert isinstance(low, float)
    assert isinstance(high, float)
    assert low < row[4].value < high
    assert row[14].value in ("подтверждено", "не подтверждено")


def test_every_chart_has_words_for_those_who_cannot_see_it(summary: Summary, tmp_path: Path) -> None:
    import zipfile

    write_summary(summary, tmp_path / "Свод.xlsx")
    with zipfile.ZipFile(tmp_path / "Свод.xlsx") as package:
        drawings = [
            package.read(name).decode() for name in package.namelist() if name.startswith("xl/drawings/drawing")
        ]
    frames = sum(text.count("<xdr:graphicFrame") for text in drawings)
    assert frames >= 6
    assert sum(text.count('descr="') for text in drawings) == frames
