"""«Свод.xlsx» as a file: sheets, live formulas, links, charts, safe texts, atomic writing."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import openpyxl
import pytest
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from metodist.domain.fields import Field, FieldType, Register
from metodist.domain.programme import Programme
from metodist.domain.summary import Summary
from metodist.layout.summary_book import write_summary
from metodist.layout.summary_sheets.plan import plan_of
from summary_samples import organisations, sample_summary, summary_of

#: openpyxl says of data bars and newer conditional formats that it does not keep them.
pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported")

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


@pytest.fixture(scope="module")
def summary(small_programme: Programme) -> Summary:
    return sample_summary(small_programme)


@pytest.fixture(scope="module")
def path(summary: Summary, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("summary") / "Свод.xlsx"
    write_summary(summary, path)
    return path


@pytest.fixture(scope="module")
def formulas(path: Path) -> Workbook:
    return openpyxl.load_workbook(path)


@pytest.fixture(scope="module")
def values(path: Path) -> Workbook:
    return openpyxl.load_workbook(path, data_only=True)


def column_of(sheet: Worksheet, title: str, part: str) -> int:
    """The column of a part («доля») in the block of an indicator on «Показатели»."""
    row = next(cell for cell in sheet[6] if str(cell.value or "").startswith(title))
    assert row.column is not None
    return next(column for column in range(row.column, row.column + 6) if sheet.cell(7, column).value == part)


def test_the_sheets_of_the_design_stand_in_their_order(formulas: Workbook) -> None:
    assert formulas.sheetnames == [
        "Сводка",
        "Для руководителя",
        "Показатели",
        "Разрезы",
        "Диаграммы",
        "Динамика",
        "Кластеры",
        "Факторы",
        "Запрос",
        "Кадры",
        "Конкурсы",
        "Сведения",
        "Полнота",
        "Протокол",
        "Для диаграмм",
        "Для запроса",
    ]
    assert formulas.active is not None
    assert formulas.active.title == "Сводка"


def test_every_sheet_has_its_title_and_the_way_back(formulas: Workbook) -> None:
    for sheet in formulas.worksheets:
        assert sheet["A1"].value
        assert sheet["A2"].value
        if sheet.title != "Сводка":
            assert sheet["A3"].hyperlink.location == "'Сводка'!A1"
        assert sheet.page_setup.paperSize == 9
        portrait = sheet.title == "Для руководителя"
        assert sheet.page_setup.orientation == ("portrait" if portrait else "landscape")
        assert "2026 год" in sheet.oddFooter.center.text
        assert sheet.freeze_panes


def test_shares_are_live_formulas_over_numbers_of_the_sheet(formulas: Workbook, values: Workbook) -> None:
    live, shown = formulas["Показатели"], values["Показатели"]
    column = column_of(live, "1.1.", "доля")
    n, of = live.cell(8, column - 2).coordinate, live.cell(8, column - 1).coordinate
    assert live.cell(8, column).value == f'=IF(N({of})=0,"",{n}/{of})'
    assert re.fullmatch(r"=SUM\([A-Z]+16:[A-Z]+18\)", live[n].value)
    assert (shown[n].value, shown[of].value, shown.cell(8, column).value) == (3, 5, 0.6)
    assert [shown.cell(row, column).value for row in (16, 17, 18)] == [2 / 3, 1, 0]
    assert [shown.cell(row, column + 1).value for row in (16, 17, 18)] == [2, 1, 3]
    assert live.cell(16, column + 1).value.startswith(f"=IF(COUNT({live.cell(16, column).coordinate})=0")


def test_target_and_statistics_stand_under_the_municipality(formulas: Workbook, values: Workbook) -> None:
    live, shown = formulas["Показатели"], values["Показатели"]
    column = column_of(live, "1.1.", "доля")
    labels = [live.cell(row, 1).value for row in range(8, 15)]
    assert labels == [
        "Муниципалитет: сумма n / сумма N",
        "Цель",
        "Цель достигнута",
        "Среднее по школам",
        "Медиана по школам",
        "Наименьшее",
        "Наибольшее",
    ]
    assert [shown.cell(row, column).value for row in (9, 10, 12, 13, 14)] == [0.8, "нет", 2 / 3, 0, 1]
    functions = [live.cell(row, column).value.split(",")[2].split("(")[0] for row in range(11, 15)]
    assert functions == ["AVERAGE", "MEDIAN", "MIN", "MAX"]


def test_a_school_without_a_value_stays_blank(values: Workbook, formulas: Workbook) -> None:
    column = column_of(formulas["Показатели"], "1.2.", "доля")
    assert [values["Показатели"].cell(18, column + offset).value for offset in (0, 1)] == [None, None]


def test_what_only_the_municipality_knows_is_a_constant(formulas: Workbook) -> None:
    sheet = formulas["Показатели"]
    column = column_of(sheet, "3.4.", "доля")
    assert [sheet.cell(8, column - 2).value, sheet.cell(8, column - 1).value] == [6, 8]
    assert sheet.cell(16, column).value == "—"


def test_a_ranking_stands_by_frequency_and_a_distribution_by_the_list(formulas: Workbook) -> None:
    sheet = formulas["Разрезы"]
    lines = [(row[0].value, row[1].value) for row in sheet.iter_rows(min_row=7) if row[1].value]
    assert [label for code, label in lines if code == "1.4"] == ["предметные", "методические"]
    assert [label for code, label in lines if code == "3.1"] == ["высшая", "первая", "нет"]


def test_slices_add_up_by_formula(formulas: Workbook, values: Workbook) -> None:
    sheet = formulas["Разрезы"]
    row = next(row for row in sheet.iter_rows(min_row=7) if (row[0].value, row[1].value) == ("1.1", "Математика"))
    number = row[0].row
    assert row[2].value == f"=SUMIF($G$6:$O$6,C$6,$G{number}:$O{number})"
    shown = values["Разрезы"][number]
    assert [cell.value for cell in shown[2:6]] == [2, 2, 1, 1]
    assert [cell.value for cell in shown[6:9]] == [2, 2, 1]


def test_registers_are_filterable_tables_with_a_link_to_every_row(formulas: Workbook, values: Workbook) -> None:
    sheet = formulas["Кадры"]
    (table,) = sheet.tables.values()
    assert table.ref == f"A5:{sheet.cell(10, sheet.max_column).coordinate}"
    assert table.autoFilter.ref == table.ref
    headings = [cell.value for cell in sheet[5]]
    assert headings[:5] == ["Код", "Школа", "ФИО", "Дата рождения", "Возраст, лет"]
    assert [cell.value for cell in values["Кадры"][6]][:3] == ["ОО-01", "Школа № 1", "Иванова А. А."]
    assert values["Кадры"]["E6"].value == 46
    assert sheet["D6"].number_format == "dd.mm.yyyy"
    link = sheet.cell(6, sheet.max_column).value
    assert link == f'=HYPERLINK("Архив/Оригиналы/{0:064x}.xlsx#\'Кадры\'!A8","строка 8")'


def test_personal_data_is_named_where_it_stands(formulas: Workbook) -> None:
    marked = [sheet.title for sheet in formulas.worksheets if sheet["C3"].value == "Содержит персональные данные"]
    assert marked == ["Кадры", "Конкурсы", "Протокол"]


def test_text_that_looks_like_a_formula_stays_text(formulas: Workbook) -> None:
    cells = [
        cell
        for name in ("Кадры", "Конкурсы", "Протокол")
        for row in formulas[name].iter_rows(min_row=6)
        for cell in row
        if cell.value in ("=Попова Д. Д.", "=Учитель года", "=12 чел.")
    ]
    assert len(cells) == 3
    for cell in cells:
        assert cell.data_type == "s" or cell.quotePrefix
        assert cell.quotePrefix


def test_completeness_says_who_and_what_to_do(values: Workbook) -> None:
    sheet = values["Полнота"]
    assert [(row[0].value, row[2].value) for row in sheet.iter_rows(min_row=6)] == [
        ("ОО-01", "Принята"),
        ("ОО-02", "Принята"),
        ("ОО-03", "Принята"),
        ("ОО-04", "На доработке"),
        ("ОО-05", "Не сдана"),
    ]
    assert [sheet.cell(9, column).value for column in (5, 6, 7)] == [1, 1, 0]
    assert sheet["I10"].value == "Напомните школе о сроке сдачи."


def test_the_protocol_lists_every_finding(values: Workbook, summary: Summary) -> None:
    rows = [[cell.value for cell in row[:6]] for row in values["Протокол"].iter_rows(min_row=6)]
    assert rows == [
        ["ОО-02", "Школа № 2", "Принята", "Предупреждение", "Кадры", "D9"],
        ["ОО-04", "Школа № 4", "На доработке", "Ошибка", "Кадры", "G8"],
        ["ОО-04", "Школа № 4", "На доработке", "Предупреждение", "Кадры", "D9"],
    ]


def test_files_are_linked_relative_to_the_working_folder(path: Path) -> None:
    with zipfile.ZipFile(path) as package:
        names = [name for name in package.namelist() if name.startswith("xl/worksheets/_rels/")]
        relations = "".join(package.read(name).decode() for name in names)
    targets = re.findall(r'Target="([^"]+)" TargetMode="External"', relations)
    assert targets
    assert all(target.startswith("Архив") for target in targets)


def charts_of(path: Path) -> Iterator[tuple[str, str, bool]]:
    """Every chart's alt text, its titles' text, and whether its series are labelled."""
    with zipfile.ZipFile(path) as package:
        for name in sorted(package.namelist()):
            if re.fullmatch(r"xl/drawings/drawing\d+\.xml", name):
                drawing = ET.fromstring(package.read(name))
                relations = package.read(f"xl/drawings/_rels/{Path(name).name}.rels").decode()
                frames = drawing.iter(f"{DRAWING}graphicFrame")
                targets = re.findall(r'Target="\.\./charts/([^"]+)"', relations)
                for frame, target in zip(frames, targets, strict=True):
                    chart = ET.fromstring(package.read(f"xl/charts/{target}"))
                    described = next(frame.iter(f"{DRAWING}cNvPr")).get("descr", "")
                    titles = [" ".join(title.itertext()) for title in chart.iter(f"{CHART}title")]
                    series = list(chart.iter(f"{CHART}ser"))
                    yield described, " | ".join(titles), _tells_numbers(series)


def _tells_numbers(series: list[ET.Element]) -> bool:
    """The bars bear their numbers; where there is a series of targets, every category names its own."""
    values, *targets = series
    names = [name.text or "" for name in values.findall(f"{CHART}cat//{CHART}v")]
    named = sum("(цель" in name for name in names)
    aimed = sum(len(target.findall(f"{CHART}val//{CHART}pt")) for target in targets)
    return values.find(f"{CHART}dLbls") is not None and named >= min(aimed, 1)


def test_charts_are_native_with_finding_axes_labels_and_alt_text(path: Path) -> None:
    charts = list(charts_of(path))
    assert len(charts) >= 6
    for described, titles, labelled in charts:
        finding, *axes = titles.split(" | ")
        assert len(axes) in (1, 2)  # on the page for the head the labels say what the bars are
        assert described.startswith(finding)
        assert labelled
    findings = [titles.split(" | ")[0].replace("\u00a0", " ") for _, titles, _ in charts]
    assert "Таблицы сдали 3 из 5 школ (60,0 %)" in findings
    assert any("цели достигнуты по 0 из 3; дальше всего от цели — 1.2: 66,7 % при цели 30 %" in f for f in findings)


def test_an_empty_district_is_a_whole_workbook(small_programme: Programme, tmp_path: Path) -> None:
    empty = summary_of(replace(small_programme, organisations=organisations(2)), {})
    write_summary(empty, tmp_path / "Свод.xlsx")
    book = openpyxl.load_workbook(tmp_path / "Свод.xlsx", data_only=True)
    assert book["Показатели"]["A16"].value == "Принятых таблиц нет"
    assert [row[2].value for row in book["Полнота"].iter_rows(min_row=6)] == ["Не сдана", "Не сдана"]
    assert book["Протокол"]["A2"].value == "Замечаний нет ни к одной таблице."


def test_the_earlier_summary_survives_a_failure(
    summary: Summary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "Свод.xlsx"
    path.write_bytes(b"earlier")
    monkeypatch.setattr("metodist.layout.summary_sheets.catalogue.SHEETS", (lambda page: 1 / 0,))
    with pytest.raises(ZeroDivisionError):
        write_summary(summary, path)
    assert path.read_bytes() == b"earlier"
    assert [item.name for item in tmp_path.iterdir()] == ["Свод.xlsx"]


def test_a_folder_that_is_not_there_is_an_os_error(summary: Summary, tmp_path: Path) -> None:
    with pytest.raises(OSError, match="Свод"):
        write_summary(summary, tmp_path / "нет" / "Свод.xlsx")


def test_register_names_become_sheet_names_that_excel_accepts(summary: Summary) -> None:
    key = Field("Полнота", "Название", FieldType.TEXT)
    names = ("Полнота", "Курсы: ПК/ПП?", "О" * 40, "О" * 45)
    registers = tuple(Register(name, (key,)) for name in names)
    plan = plan_of(replace(summary, programme=replace(summary.programme, registers=registers)))
    assert list(plan.registers.values()) == ["Полнота (2)", "Курсы  ПК ПП", "О" * 31, "О" * 27 + " (2)"]
