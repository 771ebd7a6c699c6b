"""The workbook inside a chart of Word: its numbers, so that «Изменить данные» opens them."""

from __future__ import annotations

import io
import zipfile
from functools import cache
from html import escape

from metodist.documents.chart import Chart
from metodist.messages import say

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def workbook(chart: Chart) -> bytes:
    """The numbers of a chart as a workbook: the same bytes for the same chart; deflated with the document round it."""
    rows: list[tuple[object, ...]] = [("", *(one.name for one in chart.series))]
    rows += [(name, *(one.values[at] for one in chart.series)) for at, name in enumerate(chart.categories)]
    cells = "".join(_row(number, row) for number, row in enumerate(rows, 1))
    sheet = (
        f'{HEAD}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f'<cols><col min="1" max="1" width="28" customWidth="1"/></cols><sheetData>{cells}</sheetData></worksheet>'
    )
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_STORED) as package:
        for name, part in {**_constant(say("documents.chart_sheet")), "xl/worksheets/sheet1.xml": sheet}.items():
            package.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), part)
    return content.getvalue()


def _row(number: int, values: tuple[object, ...]) -> str:
    cells = (_cell(f"{letter}{number}", value) for letter, value in zip("ABCDEFGH", values, strict=False))
    return f'<row r="{number}">{"".join(cells)}</row>'


def _cell(address: str, value: object) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, str):
        return f'<c r="{address}" t="inlineStr"><is><t>{escape(value, quote=False)}</t></is></c>'
    return f'<c r="{address}" s="1"><v>{value!r}</v></c>'


@cache
def _constant(sheet: str) -> dict[str, str]:
    """Parts of the workbook that every chart shares."""
    links = f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return {
        "[Content_Types].xml": (
            f'{HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels"'
            ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{_MAIN}.sheet.main+xml"/>'
            f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_MAIN}.worksheet+xml"/>'
            f'<Override PartName="/xl/styles.xml" ContentType="{_MAIN}.styles+xml"/></Types>'
        ),
        "_rels/.rels": (
            f'{links}<Relationship Id="rId1" Type="{_RELATIONS}/officeDocument" Target="xl/workbook.xml"/>'
            "</Relationships>"
        ),
        "xl/workbook.xml": (
            f'{HEAD}<workbook xmlns="{main}" xmlns:r="{_RELATIONS}"><sheets><sheet name="{escape(sheet)}" sheetId="1"'
            ' r:id="rId1"/></sheets></workbook>'
        ),
        "xl/_rels/workbook.xml.rels": (
            f'{links}<Relationship Id="rId1" Type="{_RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/>'
            f'<Relationship Id="rId2" Type="{_RELATIONS}/styles" Target="styles.xml"/></Relationships>'
        ),
        "xl/styles.xml": (
            f'{HEAD}<styleSheet xmlns="{main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="0.0%"/></numFmts>'
            '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill>'
            '<patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
            '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
            '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
            '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
            '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>'
            '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
        ),
    }
