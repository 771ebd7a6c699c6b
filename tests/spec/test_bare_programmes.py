"""Programmes that lack what others have: no indicators, no rubric, nothing but people. All of them work whole."""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from metodist import cli
from metodist.domain.findings import Severity
from metodist.domain.returns import Status
from metodist.hosts.closed import open_closed
from metodist.hosts.dialogs import SilentDialogs
from metodist.programme.lint import lint_programme
from metodist.services.on_book import recompute, refresh_control
from metodist.services.working_folder import FOLDERS, PROGRAMME
from programme_text import SMALL, programme_from, with_sheet, write_programme
from whole_way import Way, whole_way

TODAY = date(2026, 6, 1)

HEADINGS = {
    "Показатели": "Код ¦ Показатель ¦ Вид ¦ Где считать",
    "Рубрика": "Блок ¦ Позиция ¦ Параметр ¦ Баллы",
    "Мониторинги": "№ ¦ Мониторинг",
    "Дорожная карта": "№ ¦ Вид ¦ Раздел ¦ Мероприятие",
    "Цели": "№ ¦ Цель",
    "Замечания к источнику": "№ ¦ Место ¦ Что написано ¦ В чём противоречие ¦ Как учтено",
}


def without(*sheets: str, base: str = SMALL) -> str:
    """The small programme with some sheets empty."""
    for name in sheets:
        base = with_sheet(name, HEADINGS[name], base)
    return base


def people_only(base: str) -> str:
    """One register, no facts of schools or of the municipality."""
    gone = ("Сведения ¦", "Муниципалитет ¦", "Конкурсы ¦", "Реестры ¦ Конкурсы")
    return "\n".join(line for line in base.splitlines() if not line.startswith(gone))


NO_RUBRIC = without("Рубрика")
NO_INDICATORS = without("Показатели", "Рубрика")
NOTHING_BUT_PEOPLE = people_only(without(*HEADINGS))


def gone_through(folder: Path, text: str) -> Way:
    folder.mkdir()
    write_programme(folder / PROGRAMME, text)
    for name in FOLDERS:
        (folder / name).mkdir()
    return whole_way(folder, TODAY, silent=0)


@pytest.fixture(scope="module")
def ways(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Way]:
    place = tmp_path_factory.mktemp("программы")
    texts = {"rubric": NO_RUBRIC, "indicators": NO_INDICATORS, "people": NOTHING_BUT_PEOPLE}
    return {name: gone_through(place / name, text) for name, text in texts.items()}


@pytest.fixture(params=["rubric", "indicators", "people"])
def way(ways: dict[str, Way], request: pytest.FixtureRequest) -> Way:
    return ways[request.param]


@pytest.fixture(params=["indicators", "people"])
def unmeasured(ways: dict[str, Way], request: pytest.FixtureRequest) -> Way:
    return ways[request.param]


def metodist(monkeypatch: pytest.MonkeyPatch, *words: str) -> int:
    """Run the command line inside the test; gives its exit code."""
    monkeypatch.setattr(sys, "argv", ["metodist", *words])
    with pytest.raises(SystemExit) as stopped:
        cli.main()
    return int(stopped.value.code or 0)


def text_of(path: Path, *sheets: str) -> str:
    book = load_workbook(path)
    found = (book[name] for name in sheets or book.sheetnames)
    return "\n".join(str(cell.value) for sheet in found for row in sheet.iter_rows() for cell in row if cell.value)


@pytest.mark.parametrize("text", [NO_RUBRIC, NO_INDICATORS, NOTHING_BUT_PEOPLE])
def test_the_linter_has_no_error_and_does_not_stumble(text: str) -> None:
    assert [one for one in lint_programme(programme_from(text)) if one.severity is Severity.ERROR] == []


def test_tables_are_taken_in_without_a_finding(way: Way) -> None:
    assert {one.returned.status for one in way.taken} == {Status.ACCEPTED}
    assert [one.returned.findings for one in way.taken] == [(), ()]
    assert way.summary["schools"]["accepted"] == 2


def test_no_document_speaks_of_indicators_that_are_not_there(unmeasured: Way) -> None:
    assert unmeasured.summary["indicators"] == {}
    for written in unmeasured.documents.written:
        if written.kind in ("order_plan", "roadmap", "month_plan", "schedule"):
            continue  # they list what the programme's own roadmap says
        text = unmeasured.text(written.kind)
        assert "0 показателей" not in text, written.kind
        assert "мониторинга показателей" not in text, written.kind
        assert "таблица 1" not in text.casefold(), written.kind
        assert "приложение № 2" not in text.casefold(), written.kind
    note = unmeasured.text("note")
    assert "Показателей в программе нет" in note
    assert "оценить ход реализации программы методического сопровождения педагогов" in note
    assert "Целевые значения" not in note
    reasons = {one.kind: one.reason for one in unmeasured.documents.skipped}
    assert reasons["recommendations"].startswith("В программе нет показателей")


def test_the_note_tells_how_far_the_plan_has_come_instead(ways: dict[str, Way]) -> None:
    assert "Выполнение плана" in ways["indicators"].text("note")
    assert "из 5 сроков плана: идёт срок — 2; предстоит — 2; просрочено — 1" in ways["indicators"].text("note")
    assert "Выполнение плана" not in ways["people"].text("note")
    reasons = {one.kind: one.reason for one in ways["people"].documents.skipped}
    assert reasons["roadmap"] == "В программе нет дорожной карты."


def test_the_school_gets_no_empty_sheet(ways: dict[str, Way]) -> None:
    def sheets(name: str) -> list[str]:
        table = next((ways[name].folder / "Таблицы").glob("ОО-01*"))
        return [sheet.title for sheet in load_workbook(table) if sheet.sheet_state == "visible"]

    assert sheets("rubric") == ["Инструкция", "Титул", "Кадры", "Конкурсы", "Сведения", "Показатели", "Проверка"]
    assert sheets("indicators") == ["Инструкция", "Титул", "Кадры", "Конкурсы", "Сведения", "Проверка"]
    assert sheets("people") == ["Инструкция", "Титул", "Кадры", "Проверка"]
    steps = text_of(next((ways["people"].folder / "Таблицы").glob("ОО-01*")), "Инструкция")
    assert "Заполните лист «Кадры»." in steps
    assert "других листах" not in steps
    assert "остальные листы" not in steps
    assert "показатели школы" not in steps


def test_the_summary_has_no_empty_sheet_and_says_why(unmeasured: Way) -> None:
    book = load_workbook(unmeasured.folder / "Свод.xlsx")
    assert not {"Разрезы", "Диаграммы", "Динамика", "Кластеры", "Факторы"} & set(book.sheetnames)
    front = text_of(unmeasured.folder / "Свод.xlsx", "Сводка")
    assert "В программе нет показателей" in front
    assert "Медиана" not in front
    assert "целевых значений нет" in text_of(unmeasured.folder / "Свод.xlsx", "Для руководителя")


def test_the_buttons_know_such_a_summary(unmeasured: Way) -> None:
    result = recompute.run(open_closed(unmeasured.folder / "Свод.xlsx"), SilentDialogs())
    assert result.title == "Расхождений нет."


def test_the_control_sheet_counts_them(way: Way) -> None:
    book = open_closed(way.folder / PROGRAMME)
    assert refresh_control.run(book, SilentDialogs()).title


def test_score_says_in_a_sentence_that_there_is_no_rubric(
    way: Way, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert metodist(monkeypatch, "score", str(way.folder)) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "В программе нет рубрики" in err
    assert "Заполните лист «Рубрика»" in err


@pytest.mark.parametrize("command", ["lint", "check", "collect", "status", "summary", "plan", "documents"])
def test_every_command_prints_one_json_document(
    way: Way, command: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    target = next((way.folder / "Таблицы").glob("ОО-01*")) if command == "check" else way.folder
    assert metodist(monkeypatch, command, str(target), "--json") in (0, 1)
    json.loads(capsys.readouterr().out)
