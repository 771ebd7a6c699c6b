"""The .xlsx of a school table: protection, names, properties, print set-up, what stays text."""

from __future__ import annotations

import base64
import hashlib
import re
import subprocess
import sys
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from metodist.domain.fields import STAFF
from metodist.domain.programme import Programme
from metodist.domain.tables import Area, Block, Cell, NumberForm, Role, Sheet, TableSpec
from metodist.layout import protection
from metodist.layout.plan import CHECK, SERVICE, TITLE_PAGE
from metodist.layout.writer import write_table
from table_samples import bad_school, good_school, table_of

CHECKER = Path(__file__).parents[4] / "shared" / "ooxml" / "check_ooxml.py"


@pytest.fixture(scope="module")
def spec(small_programme: Programme) -> TableSpec:
    passport = replace(small_programme.passport, sheet_password="пароль")
    return table_of(replace(small_programme, passport=passport), good_school())


@pytest.fixture(scope="module")
def path(spec, tmp_path_factory) -> Path:
    target = tmp_path_factory.mktemp("tables") / "Школа № 1.xlsx"
    write_table(spec, target)
    return target


@pytest.fixture(scope="module")
def parts(path) -> dict[str, str]:
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name).decode() for name in package.namelist()}


def small_spec(spec: TableSpec, *cells: Cell, **attributes: object) -> TableSpec:
    """A table of one sheet."""
    return replace(spec, sheets=(Sheet("Проба", cells, **attributes),), names={}, sheet_password="")


def test_every_sheet_is_protected_with_sha512(parts, spec):
    sheets = [text for name, text in parts.items() if name.startswith("xl/worksheets/sheet")]
    assert len(sheets) == len(spec.sheets)
    for text in sheets:
        found = re.search(
            r'<sheetProtection algorithmName="SHA-512" hashValue="(.+?)" saltValue="(.+?)" ([^>]*)/>', text
        )
        assert found
        assert found[1] == excel_hash("пароль", found[2], 100_000)
        assert 'spinCount="100000" sheet="1" objects="1" scenarios="1"' in found[3]
        assert 'formatCells="0" formatColumns="0" formatRows="0" autoFilter="0"' in found[3]


def excel_hash(password: str, salt: str, spins: int) -> str:
    """ECMA-376, part 1, 18.3.1.85: the hash as Excel checks it."""
    digest = hashlib.sha512(base64.b64decode(salt) + password.encode("utf-16-le")).digest()
    for count in range(spins):
        digest = hashlib.sha512(digest + count.to_bytes(4, "little")).digest()
    return base64.b64encode(digest).decode()


def test_a_password_is_hashed_once_a_process(monkeypatch):
    salts = iter([b"a" * 16, b"b" * 16])
    monkeypatch.setattr(protection.os, "urandom", lambda _: next(salts))
    protection.password_hash.cache_clear()
    assert protection.password_hash("раз") is protection.password_hash("раз")
    protection.password_hash.cache_clear()


def test_the_structure_is_locked(parts):
    found = re.search(r"<workbookPr[^>]*/><workbookProtection ([^>]*)/>", parts["xl/workbook.xml"])
    assert found
    assert 'workbookAlgorithmName="SHA-512"' in found[1]
    assert 'lockStructure="1"' in found[1]


def test_without_a_password_the_sheets_are_protected_all_the_same(spec, tmp_path):
    write_table(replace(spec, sheet_password=""), tmp_path / "t.xlsx")
    with zipfile.ZipFile(tmp_path / "t.xlsx") as package:
        text = package.read("xl/worksheets/sheet1.xml").decode()
        book = package.read("xl/workbook.xml").decode()
    assert '<sheetProtection sheet="1"' in text
    assert '<workbookProtection lockStructure="1"/>' in book


def test_the_stamp_is_written_three_times(path, spec):
    book = openpyxl.load_workbook(path)
    assert book.custom_doc_props["metodist"].value == spec.identity.stamp
    sheet, row, column = spec.identity_cell
    assert book[sheet].cell(row, column).value == spec.identity.stamp
    assert book.defined_names["metodist_id"].attr_text == f"'{SERVICE}'!$B$2"
    assert book[sheet].sheet_state == "veryHidden"


def test_only_input_cells_are_open(path, spec):
    book = openpyxl.load_workbook(path)
    for sheet in spec.sheets:
        for cell in sheet.every_cell():
            assert book[sheet.name].cell(cell.row, cell.column).protection.locked is cell.locked


def test_every_formula_of_a_column_is_there_for_every_row(path, spec):
    """Formulas of a register's rows are shared; a reader that knows them sees each row's own."""
    book = openpyxl.load_workbook(path)
    sheet = next(sheet for sheet in spec.sheets if sheet.name == STAFF)
    formulas = {(cell.row, cell.column): cell.formula for cell in sheet.every_cell() if cell.formula}
    assert len(formulas) == 3 * 150
    for (row, column), formula in formulas.items():
        assert book[STAFF].cell(row, column).value == f"={formula}"


def test_shared_formulas_are_written_out_once(parts):
    text = parts["xl/worksheets/sheet3.xml"]
    assert len(re.findall(r'<f t="shared" ref=', text)) == 3
    assert len(re.findall(r'<f t="shared" si="\d+"/>', text)) == 3 * 149


def test_values_are_written_with_their_formulas(path):
    book = openpyxl.load_workbook(path, data_only=True)
    assert book[CHECK]["A4"].value == "Готово 42 из 42, ошибок нет. Таблицу можно отправлять"
    assert book[STAFF]["D7"].value == 46


def test_text_that_looks_like_a_formula_or_a_link_stays_text(spec, tmp_path):
    texts = ["=1+1", "+7 900 000-00-00", "-", "@имя", "https://school.example", "007", "{=1}"]
    cells = [Cell(row, 1, text, Role.INPUT, NumberForm.TEXT) for row, text in enumerate(texts, start=1)]
    write_table(small_spec(spec, *cells), tmp_path / "t.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "t.xlsx")["Проба"]
    assert [sheet.cell(row, 1).value for row in range(1, len(texts) + 1)] == texts
    assert {sheet.cell(row, 1).data_type for row in range(1, len(texts) + 1)} == {"s"}
    assert sheet.cell(5, 1).hyperlink is None


def test_values_of_every_type_are_written_as_what_they_are(spec, tmp_path):
    values = ["текст", 5, 2.5, date(2026, 11, 22), None]
    forms = [NumberForm.DATE if isinstance(value, date) else NumberForm.GENERAL for value in values]
    cells = [
        Cell(1, at, value, Role.INPUT, form) for at, (value, form) in enumerate(zip(values, forms, strict=True), 1)
    ]
    write_table(small_spec(spec, *cells), tmp_path / "t.xlsx")
    row = openpyxl.load_workbook(tmp_path / "t.xlsx")["Проба"][1]
    assert [cell.value.date() if cell.is_date else cell.value for cell in row] == values


def test_a_cell_of_its_own_stands_instead_of_the_blocks(spec, tmp_path):
    block = Block(1, 3, (Cell(1, 1, None, Role.INPUT), Cell(1, 2, 0, Role.COMPUTED, formula="$A{row}*2")))
    own = (Cell(2, 1, 7, Role.INPUT), Cell(2, 2, 14, Role.COMPUTED, formula="$A2*2"))
    write_table(small_spec(spec, *own, blocks=(block,)), tmp_path / "t.xlsx")
    shown = openpyxl.load_workbook(tmp_path / "t.xlsx", data_only=True)["Проба"]
    live = openpyxl.load_workbook(tmp_path / "t.xlsx")["Проба"]
    assert [[cell.value for cell in row] for row in shown.iter_rows()] == [[None, 0], [7, 14], [None, 0]]
    assert [live.cell(row, 2).value for row in (1, 2, 3)] == ["=$A1*2", "=$A2*2", "=$A3*2"]


def test_pages_are_a4_with_a_footer_and_fit_their_width(path, spec):
    book = openpyxl.load_workbook(path)
    for sheet in (sheet for sheet in spec.sheets if sheet.state == "visible"):
        page = book[sheet.name]
        assert page.page_setup.paperSize == 9
        assert (page.page_setup.orientation == "landscape") is sheet.landscape
        assert (page.page_setup.fitToWidth or 1, page.page_setup.fitToHeight) == (sheet.fit_wide, 0)
        assert page.oddFooter.left.text == "Школа № 1 · 2026 год"
        assert page.oddFooter.right.text == "Лист &P из &N"
        assert page.sheet_view.zoomScale in (None, 100)
        assert page.sheet_view.showGridLines is False


def test_registers_repeat_headings_and_names_and_filter(path):
    sheet = openpyxl.load_workbook(path)[STAFF]
    assert (sheet.print_title_rows, sheet.print_title_cols) == ("$4:$6", "$A:$B")
    assert sheet.freeze_panes == "C7"
    assert sheet.auto_filter.ref == "A6:O156"
    assert sheet.sheet_view.selection[-1].activeCell == "B7"


def test_the_cursor_waits_on_the_first_input_cell(path):
    book = openpyxl.load_workbook(path)
    assert book[TITLE_PAGE].sheet_view.selection[-1].activeCell == "B16"
    assert book.active.title == "Инструкция"


def test_validations_carry_our_words(path):
    rules = {str(rule.sqref): rule for rule in openpyxl.load_workbook(path)[STAFF].data_validations.dataValidation}
    years = rules["G7:G156"]
    assert (years.type, years.formula1, years.formula2) == ("whole", "0", "65")
    assert years.error == "Нужно целое число от 0 до 65."
    subject = rules["E7:E156"]
    assert (subject.type, subject.formula1, subject.allowBlank) == ("list", "Список_Предметы", False)


@pytest.mark.skipif(not CHECKER.exists(), reason="the checker of OOXML files is not at hand")
@pytest.mark.parametrize("school", [None, good_school(), bad_school()], ids=["empty", "good", "bad"])
def test_excel_would_open_it_without_repair(small_programme, school, tmp_path):
    write_table(table_of(small_programme, school), tmp_path / "t.xlsx")
    done = subprocess.run(
        [sys.executable, str(CHECKER), str(tmp_path / "t.xlsx")], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


def test_a_failure_leaves_the_old_file_and_nothing_else(spec, tmp_path):
    target = tmp_path / "t.xlsx"
    target.write_bytes(b"as before")
    broken = small_spec(spec, Cell(1, 1, object(), Role.TEXT))  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        write_table(broken, target)
    assert target.read_bytes() == b"as before"
    assert [path.name for path in tmp_path.iterdir()] == ["t.xlsx"]


def test_an_unwritable_place_is_an_os_error(spec, tmp_path):
    with pytest.raises(OSError, match="no_such_folder"):
        write_table(small_spec(spec, Cell(1, 1, "x")), tmp_path / "no_such_folder" / "t.xlsx")


def test_areas_shown_as_one_cell_keep_their_text(spec, tmp_path):
    merged = small_spec(spec, Cell(1, 1, "вместе", Role.SUBHEADING), merges=(Area(1, 1, 1, 3),))
    write_table(merged, tmp_path / "t.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "t.xlsx")["Проба"]
    assert sheet["A1"].value == "вместе"
    assert [str(area) for area in sheet.merged_cells.ranges] == ["A1:C1"]


def test_blocks_of_one_sheet_share_formulas_apart(spec, tmp_path):
    upper = Block(1, 2, (Cell(1, 2, 0, Role.COMPUTED, formula="$A{row}+1"),))
    lower = Block(4, 5, (Cell(4, 2, 0, Role.COMPUTED, formula="$A{row}+2"),))
    write_table(small_spec(spec, blocks=(upper, lower)), tmp_path / "t.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "t.xlsx")["Проба"]
    assert [sheet.cell(row, 2).value for row in (1, 2, 4, 5)] == ["=$A1+1", "=$A2+1", "=$A4+2", "=$A5+2"]
