"""Tables that another program saved: the programme's own form, filled in, is accepted as it is."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from metodist.domain.programme import Programme
from metodist.domain.returns import Return, SchoolData, Status
from metodist.domain.tables import TableSpec
from metodist.intake.ahead import ReadAhead
from metodist.intake.check import TableContext, check_file
from metodist.intake.marking import write_marked_copy
from metodist.intake.package import read_book
from metodist.layout.school_table import table_spec
from metodist.layout.writer import write_table
from metodist.programme.reader import read_programme
from metodist.scoring.indicators import score_school
from metodist.services.demo_data import school_data
from metodist.services.demo_fill import fill_table
from metodist.services.resources import programme_file
from office import recalculated

NOW = datetime(2026, 10, 1)


@dataclass(frozen=True)
class Filled:
    """A table of the first programme: issued, and filled in by the invented school."""

    programme: Programme
    spec: TableSpec
    data: SchoolData
    issued: Path
    filled: Path

    def check(self, path: Path) -> Return:
        """Check a file in a process of its own, indicators included."""
        organisation = self.programme.reporting[0]
        context = TableContext(self.programme, self.spec, organisation)
        return check_file(path, lambda _: context, NOW, score_school)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Filled:
    folder = tmp_path_factory.mktemp("desk")
    path = programme_file("krymsk")
    assert path is not None
    programme = read_programme(path).programme
    assert programme is not None
    organisation = programme.reporting[0]
    spec = table_spec(programme, organisation)
    data = school_data(programme, organisation)
    write_table(spec, folder / "issued.xlsx")
    fill_table(folder / "issued.xlsx", spec, data, folder / "filled.xlsx")
    return Filled(programme, spec, data, folder / "issued.xlsx", folder / "filled.xlsx")


@pytest.fixture(scope="module")
def resaved(desk: Filled, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The filled table, opened, computed and saved by LibreOffice."""
    return recalculated(desk.filled, tmp_path_factory.mktemp("office"))


def same_values(read: SchoolData, typed: SchoolData) -> bool:
    """Rows in their order (whatever sheet row they stand in) and every fact that was typed."""
    rows = {name: [row.values for row in rows] for name, rows in read.registers.items()}
    wanted = {name: [row.values for row in rows] for name, rows in typed.registers.items()}
    return rows == wanted and typed.facts.items() <= read.facts.items()


def test_table_as_issued_only_waits_to_be_filled(desk: Filled) -> None:
    assert {finding.code for finding in desk.check(desk.issued).findings} == {"required.fact", "person.nobody"}


def test_table_filled_by_openpyxl_has_no_finding(desk: Filled) -> None:
    returned = desk.check(desk.filled)
    assert (returned.findings, returned.status) == ((), Status.ACCEPTED)
    assert same_values(returned.data, desk.data)


@pytest.mark.office
def test_table_saved_by_libreoffice_has_no_finding(desk: Filled, resaved: Path) -> None:
    """Labels, formulas, names and every computed number are the same in meaning."""
    returned = desk.check(resaved)
    assert (returned.findings, returned.status) == ((), Status.ACCEPTED)
    assert same_values(returned.data, desk.data)


@pytest.mark.office
def test_forged_number_in_a_saved_table_is_found(desk: Filled, resaved: Path, tmp_path: Path) -> None:
    """The formula stays, only the number that it shows is another one: the inputs decide."""
    shown = {cell.code: cell for cell in desk.spec.outcomes if cell.part.value == "value" and not cell.slice}
    wanted = score_school(desk.programme, desk.data)
    code = next(code for code, outcome in wanted.items() if code in shown and 0 < (outcome.value or 0) < 1)
    cell = shown[code]
    sheet = read_book(resaved).sheet(cell.sheet)
    assert sheet is not None
    stored = sheet.cells[cell.row, cell.column].value.encode()
    forged = tmp_path / "forged.xlsx"
    with zipfile.ZipFile(resaved) as source, zipfile.ZipFile(forged, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            data = source.read(name)
            target.writestr(name, data.replace(b"<v>" + stored + b"</v>", b"<v>0.999</v>"))
    found = [finding for finding in desk.check(forged).findings if finding.code == "outcome.differs"]
    assert any("«0,999»" in finding.message for finding in found)


@pytest.mark.office
def test_marked_copy_of_a_saved_table_is_corrected_and_accepted(desk: Filled, resaved: Path, tmp_path: Path) -> None:
    staff = desk.spec.registers[0]
    column = staff.columns["Стаж общий"]
    book = load_workbook(resaved)
    typed = book[staff.sheet].cell(staff.first_row, column).value
    book[staff.sheet].cell(staff.first_row, column).value = f"{typed} лет"
    book.save(tmp_path / "faulty.xlsx")
    returned = desk.check(tmp_path / "faulty.xlsx")
    assert [finding.code for finding in returned.findings] == ["number.not_a_number"]
    write_marked_copy(tmp_path / "faulty.xlsx", returned, desk.spec, tmp_path / "marked.xlsx")
    book = load_workbook(tmp_path / "marked.xlsx")
    assert not book[staff.sheet].cell(staff.first_row, column).protection.locked
    assert len(book[staff.sheet].data_validations.dataValidation) > 10
    book[staff.sheet].cell(staff.first_row, column).value = typed
    book.save(tmp_path / "corrected.xlsx")
    again = desk.check(tmp_path / "corrected.xlsx")
    assert (again.findings, again.status) == ((), Status.ACCEPTED)
    assert same_values(again.data, desk.data)


def test_reading_ahead_gives_the_same_returns(desk: Filled) -> None:
    paths = [desk.filled, desk.issued, desk.filled]
    context = TableContext(desk.programme, desk.spec, desk.programme.reporting[0])
    with ReadAhead(paths) as read:
        ahead = [check_file(path, lambda _: context, NOW, score_school, read) for path in paths]
    assert ahead == [desk.check(path) for path in paths]
