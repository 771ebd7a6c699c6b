"""The marked copy: what a school gets back, corrects and sends again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from metodist.domain.returns import Status
from metodist.intake.marking import write_marked_copy
from metodist.intake.marks import AUTHOR, ERROR_FILL, WARNING_FILL
from returned import SPEC, Checked, check_path, packed, parts_of, table

FAULTY = "Иванова А. А. | 01.05.1980 | | 12 чел. | 9 | | да | на сайте\nПетров П. П. | | | 7 | '5"


def mark(folder: Path, book: Workbook) -> tuple[Path, Checked]:
    source = folder / "пришла.xlsx"
    book.save(source)
    checked = check_path(source)
    target = folder / "на доработку.xlsx"
    write_marked_copy(source, checked.returned, SPEC, target)
    return target, checked


@pytest.fixture
def marked(tmp_path: Path) -> Any:
    book = table(FAULTY)
    book["Кадры"].protection.set_password("секрет")
    target, _ = mark(tmp_path, book)
    return load_workbook(target)


def test_faulty_cells_are_filled_and_commented(marked: Any) -> None:
    error, warning = marked["Кадры"]["E4"], marked["Кадры"]["I4"]
    assert (error.fill.fgColor.rgb, warning.fill.fgColor.rgb) == (ERROR_FILL, WARNING_FILL)
    assert error.comment.author == AUTHOR
    assert error.comment.text == "Ошибка: «12 чел.» — нужно целое число. Исправьте на 12."
    assert warning.comment.text.startswith("Предупреждение: «на сайте» — не похоже на ссылку.")


def test_remarks_are_told_on_the_protocol_only(marked: Any) -> None:
    assert marked["Кадры"]["F5"].comment is None
    assert marked["Кадры"]["F5"].fill.fill_type is None
    assert any(row[3] == "F5" for row in marked["Протокол"].iter_rows(min_row=6, values_only=True))


def test_protocol_is_first_and_links_to_the_cells(marked: Any) -> None:
    sheet = marked.worksheets[0]
    assert (sheet.title, marked.active.title) == ("Протокол", "Протокол")
    assert [cell.value for cell in sheet[5]][:6] == [
        "№",
        "Важность",
        "Лист",
        "Ячейка",
        "Что стоит",
        "Замечание и что сделать",
    ]
    row = next(row for row in sheet.iter_rows(min_row=6) if row[3].value == "E4")
    assert [cell.value for cell in row][1:5] == ["Ошибка", "Кадры", "E4", "12 чел."]
    assert row[3].hyperlink.location == "'Кадры'!E4"
    assert sheet["A4"].hyperlink.location == "'Кадры'!A1"
    assert sheet["A3"].value == "Проверено 01.10.2026 12:00. Ошибок: 1, предупреждений: 1, сведений: 1."
    assert [other.sheet_view.tabSelected for other in marked.worksheets[1:]] == [False] * (len(marked.worksheets) - 1)


def test_protection_locks_lists_and_identity_are_kept(marked: Any) -> None:
    sheet = marked["Кадры"]
    assert sheet.protection.sheet
    assert sheet.protection.password
    assert (sheet["E4"].protection.locked, sheet["A4"].protection.locked) == (False, True)
    assert [str(rule.sqref) for rule in sheet.data_validations.dataValidation] == ["G4:G13"]
    assert marked["Служебный"].sheet_state == "veryHidden"
    assert marked.custom_doc_props["metodist"].value == SPEC.identity.stamp


def test_value_that_looks_like_a_formula_stays_text_on_the_protocol(tmp_path: Path) -> None:
    book = table("Иванова А. А. | | | 1")
    book["Кадры"]["E4"].value = "=1+1"
    book["Кадры"]["E4"].data_type = "s"
    target, _ = mark(tmp_path, book)
    cell = next(row[4] for row in load_workbook(target)["Протокол"].iter_rows(min_row=6) if row[3].value == "E4")
    assert (cell.value, cell.data_type) == ("=1+1", "s")


def test_lost_lists_come_back(tmp_path: Path) -> None:
    book = table(FAULTY)
    book["Кадры"].data_validations.dataValidation = []
    target, _ = mark(tmp_path, book)
    found = {rule.type: rule for rule in load_workbook(target)["Кадры"].data_validations.dataValidation}
    assert (found["list"].formula1, str(found["list"].sqref)) == ("Предметы_список", "G4:G13")
    assert (found["whole"].operator, found["whole"].formula1, found["whole"].formula2) == ("between", "0", "60")


def test_corrected_copy_is_accepted_and_loses_its_marks(tmp_path: Path) -> None:
    target, _ = mark(tmp_path, table(FAULTY))
    book = load_workbook(target)
    book["Кадры"]["E4"].value = 12
    book["Кадры"]["I4"].value = "example.org/1"
    book["Кадры"]["F5"].value = 5
    book.save(target)
    checked = check_path(target)
    assert checked.codes == []
    assert checked.returned.status is Status.ACCEPTED


def test_second_marking_takes_the_first_one_off(tmp_path: Path) -> None:
    target, _ = mark(tmp_path, table(FAULTY))
    book = load_workbook(target)
    book["Кадры"]["E4"].value = 12
    book["Кадры"]["E5"].value = "семь"
    again, _ = mark(tmp_path, book)
    sheet = load_workbook(again)["Кадры"]
    assert (sheet["E4"].comment, sheet["E4"].fill.fill_type) == (None, None)
    assert sheet["E5"].fill.fgColor.rgb == ERROR_FILL
    assert load_workbook(again).sheetnames.count("Протокол") == 1


def test_every_cell_of_a_folded_finding_is_marked(tmp_path: Path) -> None:
    staff = "\n".join(f"Учитель {letter}. | | | {number} лет" for number, letter in enumerate("АБВГДЕЖ", 1))
    target, _ = mark(tmp_path, table(staff))
    sheet = load_workbook(target)["Кадры"]
    assert {sheet.cell(row, 5).fill.fgColor.rgb for row in range(4, 11)} == {ERROR_FILL}


def test_number_that_no_file_can_hold_is_written_as_text(tmp_path: Path) -> None:
    source, target = tmp_path / "пришла.xlsx", tmp_path / "на доработку.xlsx"
    table("Иванова А. А. | | | 41.5").save(source)
    parts = parts_of(source.read_bytes())
    name = "xl/worksheets/sheet1.xml"
    parts[name] = parts[name].replace(b"<v>41.5</v>", b"<v>1e400</v>")
    source.write_bytes(packed(parts))
    checked = check_path(source)
    assert checked.one("number.impossible").cell == "E4"
    write_marked_copy(source, checked.returned, SPEC, target)
    assert load_workbook(target)["Кадры"]["E4"].data_type == "s"


def test_renamed_sheet_is_marked_under_its_present_name(tmp_path: Path) -> None:
    book = table(FAULTY)
    book["Кадры"].title = "Сотрудники"
    target, _ = mark(tmp_path, book)
    marked = load_workbook(target)
    assert marked["Сотрудники"]["E4"].fill.fgColor.rgb == ERROR_FILL
    row = next(row for row in marked["Протокол"].iter_rows(min_row=6) if row[3].value == "E4")
    assert row[3].hyperlink.location == "'Сотрудники'!E4"


def test_file_that_cannot_be_marked_is_answered_with_the_protocol_alone(tmp_path: Path) -> None:
    source = tmp_path / "пришла.xlsx"
    table(FAULTY).save(source)
    checked = check_path(source)
    source.write_bytes(b"spoiled since")
    target = tmp_path / "на доработку.xlsx"
    write_marked_copy(source, checked.returned, SPEC, target)
    book = load_workbook(target)
    assert book.sheetnames == ["Протокол"]
    told = [row[5] for row in book["Протокол"].iter_rows(min_row=6, values_only=True)]
    assert len(told) == len(checked.returned.findings)
    assert told[0] == "«12 чел.» — нужно целое число. Исправьте на 12."
