"""«Запрос» recalculated by LibreOffice: its counts are those of the query in Python, whatever is chosen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import openpyxl
import pytest

from metodist.domain.outcomes import Outcome
from metodist.domain.programme import Programme
from metodist.domain.queries import INDICATOR, SCHOOL, Query, answer
from metodist.domain.summary import Summary
from metodist.layout.summary_book import write_summary
from metodist.layout.summary_sheets.query import indicator_word, school_word
from metodist.layout.summary_sheets.query_places import CHOICE, QueryPlaces, places_of
from metodist.services.demo_data import school_data
from office import convert_all
from summary_samples import organisations, summary_of

pytestmark = [pytest.mark.office, pytest.mark.filterwarnings("ignore:.*extension is not supported")]

QUERIES: tuple[Mapping[str, str], ...] = (
    {},
    {"Предмет": "Математика"},
    {"Предмет": "Математика", "Категория": "первая", "Диагностика": "да"},
    {"Дефицит": "методические"},
    {SCHOOL: "ОО-03"},
    {SCHOOL: "ОО-05", "Дефицит": "предметные", INDICATOR: "1.1"},
    {INDICATOR: "1.3"},
    {INDICATOR: "2.3", SCHOOL: "ОО-01"},
)


@pytest.fixture(scope="module")
def summary(small_programme: Programme) -> Summary:
    programme = replace(small_programme, organisations=organisations(9))
    return summary_of(programme, {one.code: school_data(programme, one, seed=5) for one in programme.organisations})


@pytest.fixture(scope="module")
def sheets(summary: Summary, tmp_path_factory: pytest.TempPathFactory) -> list[openpyxl.worksheet.worksheet.Worksheet]:
    """The sheet with each query's choices typed in, recalculated in one start."""
    folder = tmp_path_factory.mktemp("query")
    write_summary(summary, folder / "Свод.xlsx")
    places = places_of(summary.programme)
    titles = {one.code: indicator_word(one) for one in summary.programme.indicators}
    typed = []
    for number, choices in enumerate(QUERIES):
        book = openpyxl.load_workbook(folder / "Свод.xlsx")
        for label, value in choices.items():
            shown = {SCHOOL: lambda code: school_word(summary, code), INDICATOR: titles.__getitem__}
            book["Запрос"].cell(places.rows[label], CHOICE).value = shown.get(label, str)(value)
        path = folder / f"запрос-{number}.xlsx"
        book.save(path)
        typed.append(path)
    again = convert_all(typed, folder / "again", "xlsx")
    return [openpyxl.load_workbook(path, data_only=True)["Запрос"] for path in again]


@pytest.mark.parametrize("number", range(len(QUERIES)))
def test_the_sheet_counts_whom_the_query_finds(summary: Summary, sheets: list, number: int) -> None:
    sheet, places = sheets[number], places_of(summary.programme)
    found = answer(summary, Query(choices=QUERIES[number]))

    expected = (len(found.found), found.among, len(found.found) / found.among)
    assert shown(sheet, places.found) == pytest.approx(expected)


@pytest.mark.parametrize("number", [at for at, query in enumerate(QUERIES) if INDICATOR in query])
def test_the_indicator_is_that_of_the_school_or_of_the_municipality(
    summary: Summary, sheets: list, number: int
) -> None:
    query, places = Query(choices=QUERIES[number]), places_of(summary.programme)
    outcomes = next(
        (one.outcomes for one in summary.schools if one.organisation.code == query.school), summary.municipality
    )

    expected = parts(outcomes[query.indicator])
    assert shown(sheets[number], places.indicator + 1) == pytest.approx(expected)


def parts(outcome: Outcome) -> tuple[object, ...]:
    """Numerator, denominator, value; a number alone has only a value."""
    if outcome.denominator is None:
        return "—", "—", outcome.value
    return outcome.numerator, outcome.denominator, outcome.value


def shown(sheet: openpyxl.worksheet.worksheet.Worksheet, row: int) -> tuple[object, ...]:
    return tuple(sheet.cell(row + at, CHOICE).value for at in range(3))


def test_nothing_chosen_shows_no_indicator(summary: Summary, sheets: list) -> None:
    places: QueryPlaces = places_of(summary.programme)

    assert set(shown(sheets[0], places.indicator + 1)) <= {None, ""}
