"""The sheets of the analysis recalculated by LibreOffice: tests, intervals and distances by formula as in Python."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook.workbook import Workbook

from metodist.domain.association import EXACT_UP_TO
from metodist.domain.clusters import ClusterMove, ClusterSettings
from metodist.domain.dynamics import DISTRICT
from metodist.domain.factors import FactorKind
from metodist.domain.programme import Programme
from metodist.domain.summary import Summary
from metodist.layout.summary_book import write_summary
from metodist.layout.summary_sheets import clusters_places, dynamics_places
from metodist.layout.summary_sheets.dynamics_rows import verdict_text
from metodist.layout.summary_sheets.factors import LAST
from metodist.messages import say
from metodist.programme.reader import read_programme
from office import convert, recalculated
from summary_samples import organisations
from summary_years import with_years

#: openpyxl says of data bars and newer conditional formats that it does not keep them.
pytestmark = [pytest.mark.office, pytest.mark.filterwarnings("ignore:.*extension is not supported")]

KRYMSK = Path(__file__).parents[2] / "workbooks" / "programmes" / "krymsk.xlsx"
SHEETS = ("Сводка", "Показатели", "Динамика", "Динамика школ", "Кластеры", "Факторы", "Для руководителя")


@pytest.fixture(scope="module", params=["small", "krymsk"])
def summary(request: pytest.FixtureRequest, small_programme: Programme) -> Summary:
    if request.param == "small":
        programme = replace(small_programme, organisations=organisations(14))
        moves = (ClusterMove("ОО-03", "Б", "новый директор"), ClusterMove("ОО-02", "А", "объединена с лицеем"))
        return with_years(replace(programme, clusters=ClusterSettings(number=3, moves=moves)), earlier=1)
    programme = read_programme(KRYMSK).programme
    assert programme is not None
    return with_years(programme, silent=5)


@pytest.fixture(scope="module")
def books(summary: Summary, tmp_path_factory: pytest.TempPathFactory) -> tuple[Workbook, Workbook]:
    """The workbook as written, and as LibreOffice recalculates it."""
    path = tmp_path_factory.mktemp("analysis") / "Свод.xlsx"
    write_summary(summary, path)
    again = recalculated(path, path.parent / "again")
    return openpyxl.load_workbook(path, data_only=True), openpyxl.load_workbook(again, data_only=True)


def differs(written: object, computed: object) -> bool:
    if isinstance(written, int | float) and isinstance(computed, int | float):
        return abs(written - computed) > 1e-8 * max(1.0, abs(written))
    if isinstance(written, str) and isinstance(computed, str):  # a formula's text has the decimal sign of its system
        return written.replace(",", ".") != computed.replace(",", ".")
    return (written or None) != (computed or None)


def test_every_cached_value_is_what_the_formula_comes_to(books: tuple[Workbook, Workbook]) -> None:
    written, computed = books
    wrong = [
        (name, cell.coordinate, cell.value, computed[name][cell.coordinate].value)
        for name in SHEETS
        for row in written[name].iter_rows()
        for cell in row
        if differs(cell.value, computed[name][cell.coordinate].value)
    ]
    assert wrong == []


def test_verdicts_are_those_of_the_analysis(summary: Summary, books: tuple[Workbook, Workbook]) -> None:
    places, sheet = dynamics_places.places_of(summary), books[1]["Динамика"]
    for indicator in places.indicators:
        change = summary.analysis.dynamics.series[indicator.code, DISTRICT].change
        expected = verdict_text(indicator, change) if change else say("dynamics.no_earlier")
        assert sheet.cell(places.row(indicator.code), places.change.verdict).value == expected


def test_every_school_is_nearest_to_the_centre_of_its_computed_group(
    summary: Summary, books: tuple[Workbook, Workbook]
) -> None:
    places, sheet = clusters_places.places_of(summary), books[1]["Кластеры"]
    for row, member in enumerate(places.members, places.first):
        assert sheet.cell(row, clusters_places.NEAREST).value == member.computed
        assert sheet.cell(row, clusters_places.GROUP).value == member.cluster


def test_the_page_for_the_head_is_one_page(tmp_path: Path) -> None:
    """The longest programme: its first and its last section stand on the same printed page, and on no other."""
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext is not installed")
    programme = read_programme(KRYMSK).programme
    assert programme is not None
    write_summary(with_years(programme, silent=15), tmp_path / "Свод.xlsx")
    first_pages = 'pdf:calc_pdf_Export:{"PageRange":{"type":"string","value":"1-12"}}'
    pdf = convert(tmp_path / "Свод.xlsx", tmp_path / "pdf", first_pages)
    text = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True).stdout.decode()
    pages = text.split("\f")
    title, last = say("briefing.lead", built="")[:40], say("briefing.missing")
    assert [title in page for page in pages].count(True) == 1
    assert [last in page for page in pages] == [title in page for page in pages]


def test_the_reader_checks_any_pair(summary: Summary, tmp_path: Path) -> None:
    """Another indicator and factor are chosen on «Факторы»: the formulas come to what the analysis found."""
    links = summary.analysis.factors.links
    groups = [link for link in links if link.kind is FactorKind.GROUPS and link.effect.count > EXACT_UP_TO]
    link = groups[-1] if groups else next(each for each in reversed(links) if each.kind is FactorKind.NUMBER)
    write_summary(summary, tmp_path / "Свод.xlsx")
    book = openpyxl.load_workbook(tmp_path / "Свод.xlsx")
    left = LAST + 2
    book["Факторы"].cell(6, left + 1).value = link.indicator
    book["Факторы"].cell(7, left + 1).value = link.factor
    book.save(tmp_path / "выбрано.xlsx")
    again = openpyxl.load_workbook(recalculated(tmp_path / "выбрано.xlsx", tmp_path / "again"), data_only=True)
    found = [again["Факторы"].cell(row, left + 1).value for row in range(8, 12)]
    assert found[:2] == [say(f"factors.how_{link.kind.value}"), link.effect.count]
    assert found[2:] == pytest.approx([link.effect.size, link.effect.chance], abs=1e-9)
