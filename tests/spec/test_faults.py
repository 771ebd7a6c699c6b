"""What schools do to a table before they send it back, and what becomes of the table then."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import olefile
import pytest

from metodist.domain.programme import Programme
from metodist.domain.returns import Identity
from metodist.domain.tables import TableSpec
from metodist.intake.check import TableContext, check_file
from metodist.intake.package import read_book
from metodist.layout.school_table import table_spec
from metodist.layout.writer import write_table
from metodist.services.demo_data import fill_table, school_data
from metodist.services.faults import FAULTS, Filled, fault
from metodist.services.legacy_xls import empty_xls
from metodist.services.office_fill import resave
from office import need_office

# what was done to the table | what becomes of it | the rules that notice
WHAT_BECOMES = """
text_in_number      | returned | number.not_a_number
spaces_in_number    | accepted | number.text
unknown_word        | returned | choice.unknown
latin_letters       | accepted | yes_no.other_word
required_deleted    | returned | required.empty
impossible_date     | returned | date.not_a_date
late_date           | returned | value.outside
person_twice        | returned | person.twice
phantom_rows        | accepted |
formula_overwritten | accepted | formula.removed
label_changed       | returned | column.lost
row_inserted        | accepted | row.gap row.moved label.extra
sheet_renamed       | accepted | sheet.renamed
sheet_deleted       | returned | sheet.missing
protection_off      | accepted | protection.off
other_school        | accepted |
old_period          | refused  | identity.unknown
legacy_xls          | refused  | file.xls
html_page           | refused  | file.html
encrypted           | refused  | file.encrypted
truncated           | refused  | file.truncated
empty_file          | refused  | file.empty
owner_file          | refused  | file.owner_file
"""
LINES = [[part.strip() for part in line.split("|")] for line in WHAT_BECOMES.strip().splitlines()]


@dataclass(frozen=True)
class Desk:
    """The methodist's desk: two schools' filled tables, and the checker."""

    programme: Programme
    folder: Path
    specs: dict[str, TableSpec]

    def table(self, number: int) -> Path:
        return self.folder / f"{self.programme.reporting[number].code}.xlsx"

    def check(self, path: Path):
        return check_file(path, self._find, read=read_book)

    def _find(self, identity: Identity) -> TableContext | str:
        if identity.period != self.programme.passport.period.code:
            return "Таблица прошлого периода."
        school = self.programme.organisation(identity.school)
        return TableContext(self.programme, self.specs[school.code], school)


@pytest.fixture(scope="module")
def desk(small_programme, tmp_path_factory) -> Desk:
    folder = tmp_path_factory.mktemp("returned")
    specs = {school.code: table_spec(small_programme, school) for school in small_programme.reporting}
    for school in small_programme.reporting:
        write_table(specs[school.code], folder / "issued.xlsx")
        filled = folder / f"{school.code}.xlsx"
        fill_table(folder / "issued.xlsx", specs[school.code], school_data(small_programme, school), filled)
    return Desk(small_programme, folder, specs)


def test_a_table_filled_by_another_program_is_accepted_without_a_word(desk):
    returned = desk.check(desk.table(0))
    assert (returned.status, returned.findings) == ("accepted", ())


def test_every_answer_comes_back_as_it_was_given(desk):
    school = desk.programme.reporting[0]
    given, read = school_data(desk.programme, school), desk.check(desk.table(0)).data
    assert {name: read.facts[name] for name in given.facts} == dict(given.facts)
    assert dict(read.evidence).items() >= dict(given.evidence).items()
    for name, rows in given.registers.items():
        came = [{key: value for key, value in row.values.items() if value is not None} for row in read.registers[name]]
        assert came == [{key: value for key, value in row.values.items() if value is not None} for row in rows]


@pytest.mark.parametrize(("fault_id", "status", "codes"), LINES, ids=[line[0] for line in LINES])
def test_what_becomes_of_a_spoiled_table(desk, tmp_path, fault_id, status, codes):
    table = Path(shutil.copy(desk.table(0), tmp_path))
    spec = desk.specs[desk.programme.reporting[0].code]
    sent = fault(fault_id).spoil(Filled(table, spec, desk.programme, desk.table(1)))
    returned = desk.check(sent)
    assert returned.status == status
    assert list(dict.fromkeys(finding.code for finding in returned.findings)) == codes.split()


def test_another_schools_table_is_told_by_its_stamp_not_by_its_name(desk, tmp_path):
    table = Path(shutil.copy(desk.table(0), tmp_path))
    spec = desk.specs[desk.programme.reporting[0].code]
    sent = fault("other_school").spoil(Filled(table, spec, desk.programme, desk.table(1)))
    assert sent.name.startswith(desk.programme.reporting[0].code)
    assert desk.check(sent).identity.school == desk.programme.reporting[1].code


@pytest.mark.office
def test_a_table_saved_by_libreoffice_is_accepted_with_the_same_answers(desk, tmp_path):
    need_office()
    table = Path(shutil.copy(desk.table(0), tmp_path))
    before = table.read_bytes()
    assert resave([table]) == (table,)
    assert table.read_bytes() != before
    returned = desk.check(table)
    assert (returned.status, returned.data) == ("accepted", desk.check(desk.table(0)).data)


def test_without_libreoffice_nothing_is_saved_anew(monkeypatch, tmp_path):
    monkeypatch.setattr("metodist.services.office_fill.office_program", lambda: None)
    table = tmp_path / "table.xlsx"
    table.write_bytes(b"as it was")
    assert resave([table]) == ()
    assert table.read_bytes() == b"as it was"


def test_every_fault_is_in_the_table_above_and_says_in_russian_what_was_done():
    assert [known.id for known in FAULTS] == [line[0] for line in LINES]
    assert all(any("а" <= letter <= "я" for letter in known.title) for known in FAULTS)


def test_the_legacy_workbook_is_a_real_compound_file(tmp_path):
    path = tmp_path / "old.xls"
    path.write_bytes(empty_xls())
    with olefile.OleFileIO(path) as compound:
        assert compound.listdir() == [["Workbook"]]
        assert compound.openstream("Workbook").read(2) == b"\x09\x08"
