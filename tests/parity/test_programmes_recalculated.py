"""Every delivered programme in LibreOffice: a filled school table and the summary come to what Python computes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook.workbook import Workbook

from metodist.domain.programme import Programme
from metodist.domain.returns import SchoolData
from metodist.domain.tables import Prefill
from metodist.layout.school_table import table_spec
from metodist.layout.summary_book import write_summary
from metodist.layout.writer import write_table
from metodist.programme.reader import read_programme
from metodist.scoring.indicators import score_school
from metodist.services.demo_data import municipal_facts, school_data
from metodist.services.resources import programme_codes, programme_file
from office import convert_all
from summary_samples import summary_of

#: openpyxl says of data bars and newer conditional formats that it does not keep them.
pytestmark = [pytest.mark.office, pytest.mark.filterwarnings("ignore:.*extension is not supported")]

#: Krymsk, by far the greatest, is recalculated by the tests of the summary and of the school table.
CODES = [code for code in programme_codes() if code != "krymsk"]
BOOKS = [f"{kind}-{code}" for code in CODES for kind in ("table", "summary")]
_SCHOOLS, _SEED = 4, 7


@dataclass(frozen=True)
class Pair:
    """A workbook as it was written, with its formulas, and as LibreOffice computes it."""

    written: Workbook
    formulas: Workbook
    again: Workbook

    def computed(self) -> Iterator[tuple[str, object, object]]:
        """Address, written value and computed value of every formula; blank and the empty text are one."""
        for sheet in self.formulas.worksheets:
            for cell in (cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"):
                values = [book[sheet.title][cell.coordinate].value for book in (self.written, self.again)]
                yield f"{sheet.title}!{cell.coordinate}", *(None if value == "" else value for value in values)


def few_schools(code: str) -> Programme:
    path = programme_file(code)
    assert path is not None
    programme = read_programme(path).programme
    assert programme is not None
    return replace(programme, organisations=programme.reporting[:_SCHOOLS])


def write_books(code: str, folder: Path) -> list[Path]:
    """The first school's filled table, and the summary of all schools but the last."""
    programme = few_schools(code)
    data = {school.code: school_data(programme, school, _SEED) for school in programme.reporting[:-1]}
    own: SchoolData = data[programme.reporting[0].code]
    table, summary = folder / f"table-{code}.xlsx", folder / f"summary-{code}.xlsx"
    write_table(table_spec(programme, programme.reporting[0], Prefill(own), score_school(programme, own)), table)
    write_summary(summary_of(programme, data, municipal=municipal_facts(programme, _SEED)), summary)
    return [table, summary]


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Pair]:
    folder = tmp_path_factory.mktemp("programmes")
    paths = [path for code in CODES for path in write_books(code, folder)]
    again = convert_all(paths, folder / "again", "xlsx")
    pairs = zip(paths, again, strict=True)
    return {path.stem: _pair(path, computed) for path, computed in pairs}


def _pair(path: Path, again: Path) -> Pair:
    loaded = [openpyxl.load_workbook(file, data_only=True) for file in (path, again)]
    return Pair(loaded[0], openpyxl.load_workbook(path), loaded[1])


def differs(written: object, computed: object) -> bool:
    if isinstance(written, int | float) and isinstance(computed, int | float):
        return abs(written - computed) > 1e-9 * max(1.0, abs(written))
    if isinstance(written, str) and isinstance(computed, str):
        # A text made of numbers has the decimal sign of the office's language, English on test machines.
        return written.replace(",", ".") != computed.replace(",", ".")
    return (written or None) != (computed or None)


def test_every_delivered_programme_is_here() -> None:
    assert {"zapadnodvinsk", "kachkanar", "petrovsk", "predgorny"} <= set(CODES)


@pytest.mark.parametrize("book", BOOKS)
def test_every_formula_comes_to_the_value_that_was_written(books: dict[str, Pair], book: str) -> None:
    pairs = list(books[book].computed())
    assert len(pairs) > 50
    assert [pair for pair in pairs if differs(*pair[1:])] == []


@pytest.mark.parametrize("book", BOOKS)
def test_no_cell_shows_an_error(books: dict[str, Pair], book: str) -> None:
    cells = (cell for sheet in books[book].again.worksheets for row in sheet.iter_rows() for cell in row)
    assert [f"{cell.parent.title}!{cell.coordinate}" for cell in cells if cell.data_type == "e"] == []
