"""«Свод.xlsx» recalculated by LibreOffice: every formula comes to its cached value, every share to the JSON's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.workbook.workbook import Workbook

from metodist.domain.indicators import Indicator
from metodist.domain.programme import Programme
from metodist.domain.summary import Summary
from metodist.layout.summary_book import write_summary
from metodist.layout.summary_sheets import plan as rows
from metodist.layout.summary_sheets.plan import Part, Plan, plan_of
from metodist.programme.reader import read_programme
from metodist.services.demo_data import municipal_facts, school_data
from metodist.summary.as_json import summary_json
from office import recalculated
from summary_samples import organisations, summary_of

#: openpyxl says of data bars and newer conditional formats that it does not keep them.
pytestmark = [pytest.mark.office, pytest.mark.filterwarnings("ignore:.*extension is not supported")]

KRYMSK = Path(__file__).parents[2] / "workbooks" / "programmes" / "krymsk.xlsx"
SHEETS = ("Сводка", "Показатели", "Разрезы", "Для диаграмм")


def district(programme: Programme, silent: int) -> Summary:
    """A seeded random district; the last schools are silent or sent back."""
    schools = programme.reporting
    data = {school.code: school_data(programme, school, seed=7) for school in schools[:-silent]}
    faulty = [school.code for school in schools[-silent:][:1]]
    return summary_of(programme, data, faulty=faulty, municipal=municipal_facts(programme, seed=7))


@pytest.fixture(scope="module", params=["small", "krymsk"])
def summary(request: pytest.FixtureRequest, small_programme: Programme) -> Summary:
    if request.param == "small":
        return district(replace(small_programme, organisations=organisations(14)), silent=3)
    programme = read_programme(KRYMSK).programme
    assert programme is not None
    return district(programme, silent=5)


@pytest.fixture(scope="module")
def books(summary: Summary, tmp_path_factory: pytest.TempPathFactory) -> tuple[Workbook, Workbook]:
    """The workbook as written, and as LibreOffice recalculates it."""
    path = tmp_path_factory.mktemp("summary") / "Свод.xlsx"
    write_summary(summary, path)
    again = recalculated(path, path.parent / "again")
    return openpyxl.load_workbook(path, data_only=True), openpyxl.load_workbook(again, data_only=True)


def differs(written: object, computed: object) -> bool:
    if isinstance(written, int | float) and isinstance(computed, int | float):
        return abs(written - computed) > 1e-9 * max(1.0, abs(written))
    return (written or None) != (computed or None)


def test_every_cached_value_is_what_the_formula_comes_to(books: tuple[Workbook, Workbook]) -> None:
    written, computed = books
    wrong = [
        (name, cell.coordinate, cell.value, computed[name][cell.coordinate].value)
        for name in SHEETS
        for row in written[name].iter_rows()
        for cell in row
        if differs(cell.value, computed[name][cell.coordinate].value)
    ]
    assert wrong == []


def shares(summary: Summary, plan: Plan) -> Iterator[tuple[str, int, int, Any]]:
    """Sheet, row, column and the JSON's value of everything that «Показатели» and «Разрезы» compute."""
    document = summary_json(summary)["indicators"]
    for code, block in plan.blocks.items():
        entry = document[code]
        yield from _block(plan, block.columns, rows.DISTRICT_ROW, entry)
        if block.indicator.compares_schools:
            for row, key in zip(range(rows.MEAN_ROW, rows.MAXIMUM_ROW + 1), entry["statistics"], strict=True):
                yield plan.indicators, row, block.columns[Part.VALUE], entry["statistics"][key]
        if _is_municipal(block.indicator):
            continue
        for number, school in enumerate(summary.schools):
            own = entry["by_school"][school.organisation.code]
            yield from _block(plan, block.columns, rows.FIRST_SCHOOL_ROW + number, own)
    for code, lines in plan.slices.items():
        for label, row in lines.rows.items():
            yield from _slice(plan, row, rows.SLICE_N, document[code]["breakdown"][label])
            for number, school in enumerate(summary.schools):
                own = document[code]["by_school"][school.organisation.code]["breakdown"][label]
                yield from _slice(plan, row, rows.FIRST_SLICE_SCHOOL + 3 * number, own)


def _is_municipal(indicator: Indicator) -> bool:
    return indicator.scope == "Муниципалитет"


def _block(plan: Plan, columns: Any, row: int, entry: dict[str, Any]) -> Iterator[tuple[str, int, int, Any]]:
    keys = {Part.PERCENT: "percent_change", Part.LEVEL: "level", Part.RANK: "rank"}
    for part, column in columns.items():
        if part is Part.REMARK:
            continue  # words, not a number
        yield plan.indicators, row, column, entry.get(keys.get(part, part.value))


def _slice(plan: Plan, row: int, left: int, entry: dict[str, Any]) -> Iterator[tuple[str, int, int, Any]]:
    for offset, key in enumerate(("numerator", "denominator", "value")):
        yield plan.breakdowns, row, left + offset, entry[key]


def test_every_share_equals_the_json(summary: Summary, books: tuple[Workbook, Workbook]) -> None:
    computed = books[1]
    expected = list(shares(summary, plan_of(summary)))
    wrong = [
        (sheet, row, column, value, computed[sheet].cell(row, column).value)
        for sheet, row, column, value in expected
        if differs(value, computed[sheet].cell(row, column).value)
    ]
    assert wrong == []
    assert len(expected) > 500


def test_no_cell_is_an_error(books: tuple[Workbook, Workbook]) -> None:
    computed = books[1]
    errors = [
        (sheet.title, cell.coordinate, cell.value)
        for sheet in computed.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if isinstance(cell.value, str) and (cell.value.startswith("#") or cell.value.startswith("Err:"))
    ]
    assert errors == []
