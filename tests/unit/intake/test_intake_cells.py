"""Reading a sheet's XML: every way in which programs write a cell, and the two readers that must agree."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from metodist.intake import cells as plain
from metodist.intake.addresses import address, parse, ranges
from metodist.intake.cells import RawCell, read_sheet
from metodist.intake.fast_cells import Unsure, read_quickly, read_rows, split_sheet
from metodist.intake.package import read_book
from metodist.intake.refusals import Reason, Refusal
from returned import table

STRINGS = ("ноль", "один & два", "три")
FORMS = ("", "date", "0000")
NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def sheet(rows: str, tail: str = "") -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8"?><worksheet {NS}><sheetData>{rows}</sheetData>{tail}</worksheet>'.encode()


def read(rows: str, tail: str = "") -> dict[str, RawCell]:
    contents = read_quickly(sheet(rows, tail), STRINGS, FORMS)
    assert contents == read_sheet(sheet(rows, tail), STRINGS, FORMS)
    return {address(*place): cell for place, cell in contents.cells.items()}


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ('<c r="A1" t="s"><v>1</v></c>', RawCell("s", "один & два")),
        ('<c r="A1" t="inlineStr"><is><t>прямо &amp; здесь</t></is></c>', RawCell("s", "прямо & здесь")),
        ('<c r="A1" t="inlineStr"><is><t>&#1050;&#x430;</t></is></c>', RawCell("s", "Ка")),
        ('<c r="A1" t="inlineStr"><is><r><t>жир</t></r><r><t>ный</t></r></is></c>', RawCell("s", "жирный")),
        ('<c r="A1" t="inlineStr"><is><t>字</t><rPh sb="0" eb="1"><t>じ</t></rPh></is></c>', RawCell("s", "字")),
        ('<c r="A1" t="str"><f>B1&amp;""</f><v>x&lt;y</v></c>', RawCell("s", "x<y", 'B1&""')),
        ('<c r="A1"><v>12.50</v></c>', RawCell("n", "12.50")),
        ('<c r="A1" t="n" s="1"><v>45901</v></c>', RawCell("n", "45901", "", "date")),
        ('<c r="A1" s="2"><v>7</v></c>', RawCell("n", "7", "", "0000")),
        ('<c r="A1"><v>1e400</v></c>', RawCell("n", "1e400")),
        ('<c r="A1" t="b"><v>1</v></c>', RawCell("b", "1")),
        ('<c r="A1" t="e"><v>#REF!</v></c>', RawCell("e", "#REF!")),
        ('<c r="A1" t="d"><v>2025-09-01T00:00:00</v></c>', RawCell("d", "2025-09-01T00:00:00")),
        ('<c r="A1"><f>1+1</f><v>2</v></c>', RawCell("n", "2", "1+1")),
        ('<c r="A1"><f>1+1</f></c>', RawCell("", "", "1+1")),
        ('<c r="A1"><f>1+1</f><v/></c>', RawCell("", "", "1+1")),
        ('<c r="A1"><f>1+1</f><v></v></c>', RawCell("", "", "1+1")),
        ('<c r="A1"><f t="array" ref="A1">SUM(B1:B2)</f><v>3</v></c>', RawCell("n", "3", "SUM(B1:B2)")),
        ('<c r="A1" t="str"><f>IF(1,"")</f><v></v></c>', RawCell("s", "", 'IF(1,"")')),
    ],
)
def test_one_cell(cell: str, expected: RawCell) -> None:
    assert read(f'<row r="1">{cell}</row>') == {"A1": expected}


@pytest.mark.parametrize("cell", ['<c r="A1"/>', '<c r="A1" s="1"></c>', '<c r="A1"><v/></c>', '<c r="A1"><v></v></c>'])
def test_empty_cell_is_left_out(cell: str) -> None:
    assert read(f'<row r="1">{cell}</row>') == {}


def test_rows_out_of_order_and_without_addresses() -> None:
    assert list(read('<row r="9"><c r="B9"><v>9</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>')) == ["B9", "A2"]
    bare = "<row><c><v>1</v></c><c><v>2</v></c></row><row><c/><c><v>3</v></c></row>"
    assert {place: cell.value for place, cell in read(bare).items()} == {"A1": "1", "B1": "2", "B2": "3"}


def test_last_cell_of_a_sheet_costs_nothing() -> None:
    assert list(
        read('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')
    ) == [
        "A1",
        "XFD1048576",
    ]


def test_prefixed_elements_are_read_the_plain_way() -> None:
    data = b'<x:worksheet xmlns:x="m"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    assert read_quickly(data, STRINGS, FORMS).cells == {(1, 1): RawCell("n", "5")}


def test_shared_formula_is_written_out_for_every_cell() -> None:
    master = '<c r="B2"><f t="shared" ref="B2:C3" si="0">$A2+A$1*\'Лист A2\'!D4&amp;"A2"</f><v>1</v></c>'
    found = read(
        f'<row r="2">{master}<c r="C2"><f t="shared" si="0"/><v>1</v></c></row>'
        '<row r="3"><c r="B3"><f t="shared" si="0"/><v>1</v></c></row>'
    )
    assert found["C2"].formula == "$A2+B$1*'Лист A2'!E4&\"A2\""
    assert found["B3"].formula == "$A3+A$1*'Лист A2'!D5&\"A2\""


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ('<row r="1"><c r="XFE1"><v>1</v></c></row>', Reason.DAMAGED),
        ('<row r="1"><c r="A1048577"><v>1</v></c></row>', Reason.DAMAGED),
        ('<row r="1"><c r="A0"><v>1</v></c></row>', Reason.DAMAGED),
        ('<row r="1"><c r="привет"><v>1</v></c></row>', Reason.DAMAGED),
        ('<row r="0"><c><v>1</v></c></row>', Reason.DAMAGED),
        ('<row r="x"><c><v>1</v></c></row>', Reason.DAMAGED),
        ('<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>', Reason.DAMAGED),
        ('<row r="1"><c r="A1" t="s"><v>3</v></c></row>', Reason.DAMAGED),
        ('<row r="1"><c r="A1" t="s"><v>-1</v></c></row>', Reason.DAMAGED),
        ('<row r="1"><c r="A1" t="s"><v>x</v></c></row>', Reason.DAMAGED),
        ('<row r="1"><c r="A1"><v>&nbsp;</v></c></row>', Reason.DAMAGED),
        ('<row r="1"><c r="A1"><v>1</v></c>', Reason.DAMAGED),
        ('<c r="A1"><v>1</v></c></row>', Reason.DAMAGED),
        (f'<row r="1"><c r="A1" t="str"><v>{"ы" * 32_768}</v></c></row>', Reason.DAMAGED),
    ],
)
def test_sheet_that_no_program_writes_is_refused(rows: str, reason: Reason) -> None:
    for reader in (read_quickly, read_sheet):
        with pytest.raises(Refusal) as refused:
            reader(sheet(rows), STRINGS, FORMS)
        assert refused.value.reason is reason


def test_too_many_cells_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = "".join(f'<row r="{row}"><c r="A{row}"><v>1</v></c></row>' for row in range(1, 12))
    monkeypatch.setattr(plain, "MAX_CELLS", 10)
    monkeypatch.setattr("metodist.intake.fast_cells.MAX_CELLS", 10)
    for reader in (read_quickly, read_sheet):
        with pytest.raises(Refusal) as refused:
            reader(sheet(rows), STRINGS, FORMS)
        assert refused.value.reason is Reason.TOO_MANY_CELLS


def test_empty_cells_without_end_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plain, "MAX_ELEMENTS", 10)
    rows = "<row>" + "<c/>" * 5 + '<c s="1"/>' * 6 + "</row>"
    with pytest.raises(Refusal) as refused:
        read_quickly(sheet(rows).replace(b"<c/>", b"<c />"), STRINGS, FORMS)
    assert refused.value.reason is Reason.TOO_MANY_CELLS


def test_protection_and_validations_are_counted() -> None:
    tail = (
        '<sheetProtection sheet="1" objects="1"/><dataValidations><dataValidation/><dataValidation/></dataValidations>'
    )
    contents = read_quickly(sheet("", tail), STRINGS, FORMS)
    assert (contents.protected, contents.validations) == (True, 2)
    extension = '<extLst><ext><x14:dataValidations xmlns:x14="x"><x14:dataValidation><x14:formula1/></x14:dataValidation></x14:dataValidations></ext></extLst>'
    contents = read_quickly(sheet("", extension), STRINGS, FORMS)
    assert (contents.protected, contents.validations) == (False, 1)


def test_quick_way_leaves_the_unknown_to_the_plain_one() -> None:
    for rows in (
        "<row><c><v>1</v></c></row>",
        '<row r="1"><!-- --></row>',
        '<row r="1"> <c r="A1"/></row>',
        '<row r="1"><d/></row>',
    ):
        with pytest.raises(Unsure):
            read_rows(split_sheet(sheet(rows))[0], STRINGS, FORMS)


texts = st.text(st.characters(min_codepoint=32, max_codepoint=0x4FF, exclude_characters="\x7f\x85"), max_size=8)


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


@st.composite
def cell_xml(draw: st.DrawFn, row: int, column: int) -> str:
    style = draw(st.sampled_from(["", ' s="1"', ' s="2"']))
    formula = draw(
        st.sampled_from(
            ["", "<f>A1+1</f>", '<f t="shared" ref="A1:B9" si="3">$A2&amp;B1</f>', '<f t="shared" si="3"/>']
        )
    )
    text = escaped(draw(texts))
    body = draw(
        st.sampled_from(
            [
                ("", f"{formula}<v>{draw(st.integers(-5, 5))}</v>"),
                (' t="s"', "<v>2</v>"),
                (' t="str"', f"{formula}<v>{text}</v>"),
                (' t="inlineStr"', f"<is><t>{text}</t></is>"),
                ("", ""),
            ]
        )
    )
    return f'<c r="{address(row, column)}"{style}{body[0]}>{body[1]}</c>'


@st.composite
def rows_xml(draw: st.DrawFn) -> str:
    found = []
    for row in draw(st.lists(st.integers(1, 40), unique=True, max_size=5)):
        columns = draw(st.lists(st.integers(1, 6), unique=True, max_size=4))
        found.append(f'<row r="{row}" spans="1:6">{"".join(draw(cell_xml(row, column)) for column in columns)}</row>')
    return "".join(found)


@settings(max_examples=150, deadline=None)
@given(rows_xml())
def test_both_readers_give_the_same_cells(rows: str) -> None:
    data = sheet(rows)
    try:
        quick = read_rows(split_sheet(data)[0], STRINGS, FORMS)
    except Unsure:
        return
    assert quick == read_sheet(data, STRINGS, FORMS).cells


def test_quick_way_is_the_one_that_reads_what_programs_write(tmp_path: Path) -> None:
    """Else the speed would silently be lost."""
    path = tmp_path / "таблица.xlsx"
    table().save(path)
    book = read_book(path)
    with zipfile.ZipFile(path) as package:
        data = package.read("xl/worksheets/sheet1.xml")
    body, _ = split_sheet(data)
    assert len(read_rows(body, [""] * 1000, ["", "date"] * 50)) == len(book.sheets[0].cells)


def test_addresses() -> None:
    assert [address(1, 1), address(1048576, 16384), address(3, 27)] == ["A1", "XFD1048576", "AA3"]
    assert parse("$AB$12") == (12, 28)
    assert [parse(text) for text in ("", "A", "1", "A0", "XFE1", "A1048577", "АБ1", "A1B")] == [None] * 8
    assert ranges([(5, 4), (7, 4), (8, 4), (9, 4), (8, 5)]) == "D5, D7:D9, E8"
    assert ranges([(2 * row, 1) for row in range(1, 20)], most=2) == "A2, A4 и др."
