"""Parts of a .docx that make a chart native: its drawing, its XML, and a workbook inside, so that Word can edit it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape
from itertools import count

from metodist.documents.chart import Chart, ChartSeries
from metodist.documents.chart_workbook import HEAD, workbook
from metodist.messages import say

#: Round the key of a chart, from rendering until the drawing takes its place; letters that no text holds.
BEGIN, END = "\ue000", "\ue001"
_DRAWN = re.compile(r'<wp:docPr id="\d+" name="[^"]*" descr="([^"]*)"')
_EMU_PER_MM = 36000
_WIDTH_MM, _HEIGHT_MM = 165, 78
_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_FORMAT = '0.0"\u00a0"%'
_NUMBER = f'<c:numFmt formatCode="{escape(_FORMAT)}" sourceLinked="0"/><c:spPr><a:noFill/></c:spPr>'
_SHOWN = "".join(
    f'<c:show{what} val="{int(what == "Val")}"/>'
    for what in ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize")
)
#: A column lower than this holds no label.
_LOW = 0.12


def mark(chart: Chart) -> str:
    """What stands in the text until :func:`drawn`."""
    return f"{BEGIN}{chart.key}{END}"


def charts_in(values: Mapping[str, object]) -> dict[str, Chart]:
    """The charts of a context by key; those in its lists too."""
    found: dict[str, Chart] = {}
    for value in values.values():
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Chart):
                found[one.key] = one
    return found


def drawn(xml: str, charts: Mapping[str, Chart]) -> str:
    """The document part with drawings in place of the runs that hold marks."""
    pieces: list[str] = []
    end = 0
    for number in count(1):
        at = xml.find(BEGIN, end)
        if at < 0:
            return "".join((*pieces, xml[end:]))
        start = max(xml.rfind("<w:r>", end, at), xml.rfind("<w:r ", end, at))
        key = xml[at + 1 : xml.index(END, at)]
        pieces += [xml[end:start], f"<w:r>{_drawing(number, charts[key])}</w:r>"]
        end = xml.index("</w:r>", at) + len("</w:r>")
    return xml


def charts_drawn(xml: str, charts: Mapping[str, Chart]) -> tuple[Chart, ...]:
    """The charts of a part that :func:`drawn` made, in the order of their drawings."""
    by_words = {escape(chart.alt): chart for chart in charts.values()}
    return tuple(by_words[words] for words in _DRAWN.findall(xml) if words in by_words)


def with_charts(parts: Mapping[str, bytes], charts: tuple[Chart, ...], font: str) -> dict[str, bytes]:
    """A package's parts with those of its charts, lettered in ``font``."""
    made = dict(parts)
    for number, chart in enumerate(charts, 1):
        made[f"word/charts/chart{number}.xml"] = chart_xml(chart, font).encode("utf-8")
        made[f"word/charts/_rels/chart{number}.xml.rels"] = _relation(number).encode("utf-8")
        made[f"word/embeddings/chart{number}.xlsx"] = workbook(chart)
        link = f'<Relationship Id="rIdChart{number}" Type="{_RELATIONS}/chart" Target="charts/chart{number}.xml"/>'
        made["word/_rels/document.xml.rels"] = _added(made["word/_rels/document.xml.rels"], "Relationships", link)
        override = f'<Override PartName="/word/charts/chart{number}.xml" ContentType="{_TYPE}"/>'
        made["[Content_Types].xml"] = _added(made["[Content_Types].xml"], "Types", override)
    if charts and b'Extension="xlsx"' not in made["[Content_Types].xml"]:
        default = f'<Default Extension="xlsx" ContentType="{_SHEET_TYPE}"/>'.encode()
        first = made["[Content_Types].xml"].index(b"<Default") if b"<Default" in made["[Content_Types].xml"] else -1
        at = first if first >= 0 else made["[Content_Types].xml"].index(b"<Override")
        made["[Content_Types].xml"] = made["[Content_Types].xml"][:at] + default + made["[Content_Types].xml"][at:]
    return made


def _added(part: bytes, root: str, element: str) -> bytes:
    return part.replace(f"</{root}>".encode(), f"{element}</{root}>".encode())


def _relation(number: int) -> str:
    return (
        f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" Type="{_RELATIONS}/package"'
        f' Target="../embeddings/chart{number}.xlsx"/></Relationships>'
    )


def _drawing(number: int, chart: Chart) -> str:
    wide, high = _WIDTH_MM * _EMU_PER_MM, _HEIGHT_MM * _EMU_PER_MM
    name = escape(say("documents.chart_name", number=number))
    return (
        '<w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
        f' distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{wide}" cy="{high}"/>'
        f'<wp:docPr id="{900 + number}" name="{name}" descr="{escape(chart.alt)}"/>'
        "<wp:cNvGraphicFramePr/>"
        f'<a:graphic xmlns:a="{_DRAWING}"><a:graphicData uri="{_CHART}"><c:chart xmlns:c="{_CHART}"'
        f' xmlns:r="{_RELATIONS}" r:id="rIdChart{number}"/></a:graphicData></a:graphic></wp:inline></w:drawing>'
    )


def chart_xml(chart: Chart, font: str) -> str:
    """The chart part: columns, strokes over them, an axis of per cent from 0."""
    columns = [(place, one) for place, one in enumerate(chart.series) if not one.marks]
    strokes = [(place, one) for place, one in enumerate(chart.series) if one.marks]
    title, around = _title(chart.title, font), _axes(chart, font)
    bars = "".join(_series(chart, place, one, font) for place, one in columns)
    lines = "".join(_series(chart, place, one, font) for place, one in strokes)
    axes = '<c:axId val="111"/><c:axId val="112"/>'
    plot = (
        f'<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>{bars}'
        f'<c:gapWidth val="60"/><c:overlap val="-5"/>{axes}</c:barChart>'
    )
    if lines:
        plot += (
            f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{lines}<c:marker val="1"/>{axes}'
            "</c:lineChart>"
        )
    return (
        f'{HEAD}<c:chartSpace xmlns:c="{_CHART}" xmlns:a="{_DRAWING}" xmlns:r="{_RELATIONS}">'
        '<c:roundedCorners val="0"/>'
        f'<c:chart>{title}<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>{plot}{around}'
        f'</c:plotArea><c:legend><c:legendPos val="b"/><c:overlay val="0"/>{_text(900, font)}</c:legend>'
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        '<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr>'
        f'{_text(900, font)}<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def _title(text: str, font: str) -> str:
    look = f'<a:rPr lang="ru-RU" sz="1050" b="1">{_latin(font)}</a:rPr>'
    return (
        '<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1050" b="1"/></a:pPr>'
        f"<a:r>{look}<a:t>{escape(text, quote=False)}</a:t></a:r></a:p></c:rich></c:tx>"
        '<c:overlay val="0"/></c:title>'
    )


def _series(chart: Chart, place: int, series: ChartSeries, font: str) -> str:
    last, column = len(chart.categories) + 1, "BCDEFGH"[place]
    fill = f'<a:solidFill><a:srgbClr val="{series.colour}"/></a:solidFill>'
    if series.marks:
        look = (
            '<c:spPr><a:ln w="28575"><a:noFill/></a:ln></c:spPr><c:marker><c:symbol val="dash"/><c:size val="22"/>'
            f"<c:spPr>{fill}<a:ln>{fill}</a:ln></c:spPr></c:marker>"
        )
        after = '<c:smooth val="0"/>'
    else:
        look = f'<c:spPr>{fill}</c:spPr><c:invertIfNegative val="0"/>{_labels(chart, series, font)}'
        after = ""
    points = "".join(
        f'<c:pt idx="{at}"><c:v>{value!r}</c:v></c:pt>' for at, value in enumerate(series.values) if value is not None
    )
    names = "".join(
        f'<c:pt idx="{at}"><c:v>{escape(name, quote=False)}</c:v></c:pt>' for at, name in enumerate(chart.categories)
    )
    number = f'<c:ptCount val="{len(chart.categories)}"/>'
    return (
        f'<c:ser><c:idx val="{place}"/><c:order val="{place}"/><c:tx><c:strRef><c:f>{_sheet()}!${column}$1</c:f>'
        f'<c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>{escape(series.name, quote=False)}</c:v></c:pt>'
        f"</c:strCache></c:strRef></c:tx>{look}"
        f"<c:cat><c:strRef><c:f>{_sheet()}!$A$2:$A${last}</c:f><c:strCache>{number}{names}</c:strCache></c:strRef></c:cat>"
        f"<c:val><c:numRef><c:f>{_sheet()}!${column}$2:${column}${last}</c:f><c:numCache>"
        f"<c:formatCode>{escape(_FORMAT)}</c:formatCode>{number}{points}</c:numCache></c:numRef></c:val>{after}</c:ser>"
    )


def _labels(chart: Chart, series: ChartSeries, font: str) -> str:
    """Values above the columns; where strokes would lie on them, at the feet of columns that are high enough."""
    columns = len(chart.categories) * sum(not one.marks for one in chart.series)
    size = 900 if columns <= 10 else 750
    above = f'{_text(size, font)}<c:dLblPos val="outEnd"/>{_SHOWN}'
    if not any(one.marks for one in chart.series):
        return f"<c:dLbls>{_NUMBER}{above}</c:dLbls>"
    low = [at for at, value in enumerate(series.values) if value is not None and value < _LOW]
    singles = "".join(f'<c:dLbl><c:idx val="{at}"/>{_NUMBER}{above}</c:dLbl>' for at in low)
    foot = f'{_text(size, font, ink="FFFFFF")}<c:dLblPos val="inBase"/>{_SHOWN}'
    return f"<c:dLbls>{singles}{_NUMBER}{foot}</c:dLbls>"


def _axes(chart: Chart, font: str) -> str:
    most = max((value for one in chart.series for value in one.values if value is not None), default=1.0)
    top = '<c:max val="1"/>' if most <= 1 else ""
    grid = '<a:ln w="6350"><a:solidFill><a:srgbClr val="D9D9D9"/></a:solidFill></a:ln>'
    line = '<a:ln w="9525"><a:solidFill><a:srgbClr val="7F7F7F"/></a:solidFill></a:ln>'
    return (
        '<c:catAx><c:axId val="111"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/>'
        '<c:axPos val="b"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:spPr>{line}</c:spPr>{_text(900, font)}'
        '<c:crossAx val="112"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/>'
        '<c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>'
        f'<c:valAx><c:axId val="112"/><c:scaling><c:orientation val="minMax"/>{top}<c:min val="0"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="l"/><c:majorGridlines><c:spPr>{grid}</c:spPr></c:majorGridlines>'
        '<c:numFmt formatCode="0%" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="nextTo"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>{_text(900, font)}<c:crossAx val="111"/>'
        '<c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>'
    )


def _text(size: int, font: str, ink: str = "262626") -> str:
    return (
        f'<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="{size}"><a:solidFill><a:srgbClr val="{ink}"/></a:solidFill>'
        f'{_latin(font)}</a:defRPr></a:pPr><a:endParaRPr lang="ru-RU"/></a:p></c:txPr>'
    )


def _latin(font: str) -> str:
    return f'<a:latin typeface="{escape(font)}"/><a:cs typeface="{escape(font)}"/>'


def _sheet() -> str:
    return f"'{say('documents.chart_sheet')}'"
