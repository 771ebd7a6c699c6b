"""A table that was opened up: what is still read, what is not, and what is said about it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import Workbook

from metodist.domain.findings import Severity
from metodist.domain.returns import Status
from metodist.domain.tables import Cell
from metodist.intake.check import TableContext, check_file
from metodist.intake.formulas import is_remote, normalised, shift
from metodist.intake.package import read_book
from returned import CONTEXT, IDENTITY, NOW, SPEC, Checked, check_book, table


def names(checked: Checked) -> list[object]:
    return [row.values["ФИО"] for row in checked.returned.data.registers["Кадры"]]


def test_column_that_moved_is_read_where_its_heading_stands(tmp_path: Path) -> None:
    def tamper(book: Workbook) -> None:
        book["Кадры"].insert_cols(5)

    checked = check_book(table(tamper=tamper), tmp_path)
    assert [row.values["Стаж"] for row in checked.returned.data.registers["Кадры"]] == [20, 10]
    assert {finding.cell for finding in checked.of("column.moved")} >= {"F3", "G3"}
    assert checked.returned.status is Status.ACCEPTED


def test_column_without_its_heading_is_not_read(tmp_path: Path) -> None:
    def tamper(book: Workbook) -> None:
        book["Кадры"]["E3"].value = "Стаж общий"

    checked = check_book(table(tamper=tamper), tmp_path)
    finding = checked.one("column.lost")
    assert (finding.cell, finding.severity) == ("E3", Severity.ERROR)
    assert "«Стаж общий» — здесь должен быть заголовок «Стаж»" in finding.message
    assert all("Стаж" not in row.values for row in checked.returned.data.registers["Кадры"])
    assert checked.of("required.empty") == []


def test_rows_inserted_above_the_heading(tmp_path: Path) -> None:
    def tamper(book: Workbook) -> None:
        book["Кадры"].insert_rows(1, 2)

    checked = check_book(table(tamper=tamper), tmp_path)
    assert names(checked) == ["Иванова А. А.", "Петров П. П."]
    assert checked.returned.data.registers["Кадры"][0].sheet_row == 6


def test_row_inserted_among_the_rows_is_told_and_its_values_are_not_read(tmp_path: Path) -> None:
    def tamper(book: Workbook) -> None:
        sheet = book["Кадры"]
        sheet.insert_rows(5)
        sheet["B5"].value = "Вставленная В. В."

    checked = check_book(table(tamper=tamper), tmp_path)
    assert names(checked) == ["Иванова А. А.", "Петров П. П."]
    assert checked.one("row.no_number").cell == "A5"
    assert "номер строки 2, а должен быть 3" in checked.one("row.moved").message


def test_deleted_row_is_told_and_the_rest_is_read(tmp_path: Path) -> None:
    def tamper(book: Workbook) -> None:
        book["Кадры"].delete_rows(4)

    checked = check_book(table(tamper=tamper), tmp_path)
    assert names(checked) == ["Петров П. П."]
    assert checked.one("row.moved").severity is Severity.WARNING


def test_row_below_the_table_is_told_and_not_read(tmp_path: Path) -> None:
    def tamper(book: Workbook) -> None:
        book["Кадры"]["B14"].value = "Лишняя Л. Л."

    checked = check_book(table(tamper=tamper), tmp_path)
    assert checked.one("row.no_number").cell == "A14"
    assert names(checked) == ["Иванова А. А.", "Петров П. П."]


def test_renamed_sheet_is_known_by_its_wording(tmp_path: Path) -> None:
    def tamper(book: Workbook) -> None:
        book["Кадры"].title = "Сотрудники"

    checked = check_book(table(tamper=tamper), tmp_path)
    finding = checked.one("sheet.renamed")
    assert (finding.sheet, finding.value) == ("Кадры", "Сотрудники")
    assert names(checked) == ["Иванова А. А.", "Петров П. П."]


def test_missing_sheet_with_inputs_is_an_error(tmp_path: Path) -> None:
    def tamper(book: Workbook) -> None:
        del book["Сведения"]
        del book["Показатели"]

    checked = check_book(table(tamper=tamper), tmp_path)
    facts, indicators = checked.of("sheet.missing")
    assert (facts.severity, indicators.severity) == (Severity.ERROR, Severity.WARNING)
    assert checked.of("required.fact") == []


def test_extra_sheet_is_a_remark(tmp_path: Path) -> None:
    def tamper(book: Workbook) -> None:
        book.create_sheet("Черновик")["A1"] = "1"

    assert check_book(table(tamper=tamper), tmp_path).codes == ["sheet.extra"]


def test_fact_is_read_where_its_label_stands(tmp_path: Path) -> None:
    def tamper(book: Workbook) -> None:
        book["Сведения"].insert_rows(3)

    checked = check_book(table(tamper=tamper), tmp_path)
    assert checked.returned.data.facts == {"Педагогов по штату": 2, "Положение о наставничестве": "да"}
    assert [finding.cell for finding in checked.of("fact.moved")] == ["C4", "C5"]


def test_fact_without_its_label_is_not_read(tmp_path: Path) -> None:
    def tamper(book: Workbook) -> None:
        book["Сведения"]["B3"].value = "Педагогов всего"

    checked = check_book(table(tamper=tamper), tmp_path)
    assert checked.one("fact.lost").cell == "B3"
    assert "Педагогов по штату" not in checked.returned.data.facts


def test_changed_label_and_a_note_beside_the_form(tmp_path: Path) -> None:
    def tamper(book: Workbook) -> None:
        book["Кадры"]["A2"].value = "Пишите что хотите"
        book["Кадры"]["L1"].value = "позвонить в среду"

    checked = check_book(table(tamper=tamper), tmp_path)
    assert checked.codes == ["label.extra", "label.changed"]
    assert "«Пишите что хотите» — было «Одна строка — одна запись»" in checked.one("label.changed").message
    assert checked.one("label.extra").severity is Severity.REMARK


def test_numbers_of_the_form_are_named_as_clerks_write_them(tmp_path: Path) -> None:
    sheet = next(sheet for sheet in SPEC.sheets if sheet.name == "Показатели")
    spec = replace(
        SPEC, sheets=(*SPEC.sheets[:-2], replace(sheet, cells=(*sheet.cells, Cell(5, 1, 0.6))), SPEC.sheets[-1])
    )

    def tamper(book: Workbook) -> None:
        book["Показатели"]["A5"].value = 0.9

    path = tmp_path / "table.xlsx"
    table(tamper=tamper).save(path)
    returned = check_file(path, lambda _: replace(CONTEXT, spec=spec), NOW, read=read_book)
    (finding,) = (finding for finding in returned.findings if finding.code == "label.changed")
    assert "«0,9» — было «0,6»" in finding.message


def test_changed_and_removed_formulas(tmp_path: Path) -> None:
    def tamper(book: Workbook) -> None:
        book["Показатели"]["B3"].value = "=1"
        book["Кадры"]["D4"].value = 46

    checked = check_book(table(tamper=tamper), tmp_path)
    assert (checked.one("formula.removed").cell, checked.one("formula.changed").cell) == ("D4", "B3")


def test_wrong_number_over_a_computed_cell_is_not_taken(tmp_path: Path) -> None:
    def tamper(book: Workbook) -> None:
        book["Кадры"]["D4"].value = 20

    checked = check_book(table(tamper=tamper), tmp_path)
    assert "в ячейке стоит «20», по данным таблицы «Возраст» — 46" in checked.one("computed.differs").message
    assert checked.returned.data.registers["Кадры"][0].values["Возраст"] == 46


def test_protection_off_and_lists_gone(tmp_path: Path) -> None:
    def tamper(book: Workbook) -> None:
        book["Кадры"].protection.sheet = False
        book["Кадры"].data_validations.dataValidation = []

    checked = check_book(table(tamper=tamper), tmp_path)
    assert [(finding.code, finding.severity) for finding in checked.returned.findings] == [
        ("protection.off", Severity.WARNING),
        ("validations.gone", Severity.REMARK),
    ]


# Whose table it is.


def test_older_form_is_read_with_a_warning_and_not_blamed_for_its_wording(tmp_path: Path) -> None:
    path = tmp_path / "таблица.xlsx"
    book = table()
    book["Кадры"]["A2"].value = "Так было в прежней форме"
    book.save(path)
    newer = replace(SPEC, identity=replace(IDENTITY, version="v2"))
    context = TableContext(CONTEXT.programme, newer, CONTEXT.organisation)
    checked = Checked(check_file(path, lambda _: context, NOW, None, read_book))
    assert checked.codes == ["identity.other_version"]
    assert names(checked) == ["Иванова А. А.", "Петров П. П."]


# Formulas by meaning.


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("SUM( A1 : A3 )", "sum(A1:A3)"),
        ("_xlfn.IFERROR(Кадры!A1,TRUE())", "IFERROR('Кадры'!A1,TRUE)"),
        ("COUNTIF(A1;2)", "COUNTIF(A1,2)"),
        ('"да"&A1', '"да" & a1'),
    ],
)
def test_formulas_that_mean_the_same(one: str, other: str) -> None:
    assert normalised(one) == normalised(other)


@pytest.mark.parametrize(("one", "other"), [('"Да"&A1', '"да"&A1'), ("SUM(A1:A3)", "SUM(A1:A4)"), ('"a b"', '"ab"')])
def test_formulas_that_differ(one: str, other: str) -> None:
    assert normalised(one) != normalised(other)


def test_shift_and_remote_formulas() -> None:
    assert shift("A1+$B$2+LOG10(C3)", 2, 1) == "B3+$B$2+LOG10(D5)"
    assert not is_remote("SUM('Кадры'!A1:A3)")
    assert not is_remote('HYPERLINK("#Титул!A1","к титулу")')
    assert is_remote('HYPERLINK("http://example.org")')
