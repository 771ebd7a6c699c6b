"""Native charts: the summary's own figures, once in the picture and once in the workbook inside it."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from openpyxl import load_workbook

from documents_sample import BUILT, TEMPLATES, sample_summary
from metodist.documents.chart import BLACK, BLUE, Chart, ChartSeries
from metodist.documents.chart_parts import chart_xml
from metodist.documents.kinds import build_context
from metodist.documents.note_charts import MOST, dynamics_chart, target_chart
from metodist.documents.render import render
from metodist.documents.twin import lines_in, lines_of
from metodist.domain.analysis import Analysis
from metodist.domain.dynamics import Change, Dynamics, Movement, Point, Series, Test
from metodist.domain.periods import Period
from metodist.domain.programme import Programme
from metodist.domain.summary import Summary

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


def _moved(summary: Summary, *years: int) -> Summary:
    """The same district with earlier years: each year every share was a tenth lower."""
    kind = summary.programme.passport.period.kind
    periods = tuple(Period(year, kind) for year in years)
    series = {}
    for number, (code, outcome) in enumerate(summary.municipality.items()):
        if outcome.value is None:
            continue
        points = tuple(
            Point(period, replace(outcome, value=outcome.value * (1 - 0.1 * back)))
            for back, period in zip(range(len(periods) - 1, -1, -1), periods, strict=True)
        )
        movement = (Movement.GREW, Movement.UNCONFIRMED)[number % 2]
        change = Change(points[-2], points[-1], movement, Test.SHARES, 0.1, ((1, 2), (1, 2)))
        series[(code, "")] = Series(code, "", points, change)
    return replace(summary, analysis=Analysis(dynamics=Dynamics(periods, series)))


@pytest.fixture
def summary(small_programme: Programme) -> Summary:
    return sample_summary(small_programme)


def _parts(summary: Summary, folder: Path) -> dict[str, bytes]:
    render("note", build_context("note", summary, made=BUILT).context, TEMPLATES / "note.docx", folder / "note.docx")
    with zipfile.ZipFile(folder / "note.docx") as package:
        return {name: package.read(name) for name in package.namelist()}


def _cache(xml: bytes) -> list[tuple[str, list[str], list[float]]]:
    """Every series of a chart: name, categories, values."""
    found = []
    for one in etree.fromstring(xml).iter(f"{C}ser"):
        texts: Any = [[each.text for each in one.find(f"{C}{tag}").iter(f"{C}v")] for tag in ("tx", "cat", "val")]
        found.append((texts[0][0], texts[1], [float(text) for text in texts[2]]))
    return found


def test_columns_and_targets_are_the_summarys_own(summary: Summary) -> None:
    chart = target_chart(summary)
    assert chart is not None
    codes = [name.split(" ")[0] for name in chart.categories]
    values, targets = chart.series
    assert codes == ["1.1", "1.2", "2.1", "3.3"]
    assert values.values == tuple(summary.municipality[code].value for code in codes)
    by_code = {one.code: one for one in summary.programme.indicators}
    assert targets.values == tuple(by_code[code].target for code in codes)
    assert (values.marks, targets.marks) == (False, True)


def test_title_and_alternative_text_say_what_the_picture_shows(summary: Summary) -> None:
    chart = target_chart(summary)
    assert chart is not None
    assert chart.title == "Достигнуто целей: 1 из 4"
    assert chart.alt.replace("\xa0", " ").startswith(
        "Столбчатая диаграмма. 1.1 (цель 80 %): Значение — 67,4 %, Цель — 80,0 %; 1.2 (цель не более 30 %): Значение — 43,7 %"
    )


def test_picture_and_workbook_hold_the_same_numbers(summary: Summary, tmp_path: Path) -> None:
    parts = _parts(_moved(summary, 2024, 2025, 2026), tmp_path)
    for number, chart in enumerate((target_chart(summary), dynamics_chart(_moved(summary, 2024, 2025, 2026))), 1):
        assert chart is not None
        shown = _cache(parts[f"word/charts/chart{number}.xml"])
        assert shown == [(one.name, list(chart.categories), list(one.values)) for one in chart.series]
        sheet = load_workbook(io.BytesIO(parts[f"word/embeddings/chart{number}.xlsx"])).active
        rows = [list(row) for row in sheet.iter_rows(values_only=True)]
        assert rows[0][1:] == [one.name for one in chart.series]
        assert [row[0] for row in rows[1:]] == list(chart.categories)
        for column, one in enumerate(chart.series, 1):
            assert [row[column] for row in rows[1:]] == pytest.approx(list(one.values))


def test_the_package_knows_its_charts(summary: Summary, tmp_path: Path) -> None:
    parts = _parts(summary, tmp_path)
    document = etree.fromstring(parts["word/document.xml"])
    (shown,) = document.iter(f"{WP}docPr")
    assert shown.get("name") == "Диаграмма 1"
    assert "67,4" in shown.get("descr")
    assert b'PartName="/word/charts/chart1.xml"' in parts["[Content_Types].xml"]
    assert b'Extension="xlsx"' in parts["[Content_Types].xml"]
    assert b"charts/chart1.xml" in parts["word/_rels/document.xml.rels"]
    assert b"embeddings/chart1.xlsx" in parts["word/charts/_rels/chart1.xml.rels"]
    assert "\ue000" not in parts["word/document.xml"].decode("utf-8")


def test_verifying_reads_a_chart_from_its_numbers_as_it_is_told(summary: Summary, tmp_path: Path) -> None:
    told = lines_of(_parts(_moved(summary, 2025, 2026), tmp_path)["word/document.xml"])
    with zipfile.ZipFile(tmp_path / "note.docx") as package:
        read = lines_in(package)
    assert told == read
    assert sum(line.text.startswith("Столбчатая диаграмма") and "67,4 %" in line.text for line in read) == 2


def test_the_last_three_periods_stand_side_by_side_the_newest_darkest(summary: Summary) -> None:
    chart = dynamics_chart(_moved(summary, 2023, 2024, 2025, 2026))
    assert chart is not None
    assert [one.name for one in chart.series] == ["2024 год", "2025 год", "2026 год"]
    assert chart.series[-1].colour == BLUE
    assert chart.series[-1].values[0] == summary.municipality["1.1"].value
    assert chart.title.startswith("Выросли: ")


def test_without_an_earlier_period_or_with_one_share_there_is_no_chart(summary: Summary) -> None:
    assert dynamics_chart(summary) is None
    single = replace(summary, programme=replace(summary.programme, indicators=summary.programme.indicators[:1]))
    assert target_chart(single) is None


def test_many_indicators_leave_those_that_lag_most(summary: Summary) -> None:
    first = summary.programme.indicators[0]
    many = tuple(replace(first, code=f"9.{number}", target=0.5 + number / 50) for number in range(1, 21))
    outcome = summary.municipality["1.1"]
    wide = replace(
        summary,
        programme=replace(summary.programme, indicators=many),
        municipality={one.code: replace(outcome, code=one.code, value=0.5) for one in many},
    )
    chart = target_chart(wide)
    assert chart is not None
    assert len(chart.categories) == MOST
    assert chart.categories[-1].startswith("9.20 ")


def test_labels_of_low_columns_stand_above_them() -> None:
    series = (
        ChartSeries("Значение", (0.04, 0.6, None), BLUE),
        ChartSeries("Цель", (0.05, 0.5, 0.7), BLACK, marks=True),
    )
    chart = Chart("x", "А & Б", ("1 <", "2", "3"), series)
    root = etree.fromstring(chart_xml(chart, "PT Serif").encode("utf-8"))
    (single,) = root.iter(f"{C}dLbl")
    assert single.find(f"{C}idx").get("val") == "0"
    assert {one.get("val") for one in root.iter(f"{C}dLblPos")} == {"outEnd", "inBase"}
    assert _cache(chart_xml(chart, "PT Serif").encode("utf-8"))[0] == ("Значение", ["1 <", "2", "3"], [0.04, 0.6])
