"""«План» in a working folder: two files, and nothing that was entered is lost."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from metodist.cli import app
from metodist.domain.plans import State
from metodist.domain.roadmap import ActivityStatus, Fulfilment
from metodist.errors import UserError
from metodist.layout.plan_entries import read_entries
from metodist.services.planning import day_of, write_plan_files
from programme_text import SMALL, replaced, write_programme

NOW = datetime(2026, 5, 20, 9, 30)
TODAY = date(2026, 5, 20)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_programme(tmp_path / "Программа.xlsx", replaced("¦ декабрь ¦", "¦ по графику ¦"))
    return tmp_path


def mark(folder: Path, row: int, status: str | None, day: datetime | None, document: str | None) -> str:
    """Enter a fulfilment as a methodist would; gives the row's UID."""
    book = load_workbook(folder / "План.xlsx")
    sheet = book["Циклограмма"]
    sheet[f"G{row}"], sheet[f"H{row}"], sheet[f"I{row}"] = status, day, document
    book.save(folder / "План.xlsx")
    return str(sheet[f"M{row}"].value)


def test_two_files_are_written(folder: Path) -> None:
    report = write_plan_files(folder, TODAY, NOW)

    assert load_workbook(folder / "План.xlsx").sheetnames == ["Циклограмма", "План-график", "Исполнение", "Без срока"]
    assert (folder / "Календарь.ics").read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
    assert len(report.plan.entries) == (folder / "Календарь.ics").read_text("utf-8").count("BEGIN:VEVENT") == 4
    assert report.count(State.OVERDUE) == 1


def test_what_was_entered_stays_when_the_plan_is_made_anew(folder: Path) -> None:
    write_plan_files(folder, TODAY, NOW)
    uid = mark(folder, 6, "Выполнено ", datetime(2026, 5, 12), "протокол № 3")

    report = write_plan_files(folder, TODAY, NOW)

    kept = Fulfilment(ActivityStatus.DONE, date(2026, 5, 12), "протокол № 3")
    assert read_entries(folder / "План.xlsx") == {uid: kept}
    assert [entry.fulfilment for entry in report.plan.entries if entry.uid == uid] == [kept]
    assert list((folder / "Архив" / "Прежние версии").rglob("План.xlsx"))


def test_a_foreign_workbook_is_not_overwritten(folder: Path) -> None:
    from openpyxl import Workbook

    Workbook().save(folder / "План.xlsx")
    before = (folder / "План.xlsx").read_bytes()

    with pytest.raises(UserError, match="не найден лист «Циклограмма»"):
        write_plan_files(folder, TODAY, NOW)

    assert (folder / "План.xlsx").read_bytes() == before
    assert not (folder / "Календарь.ics").exists()


def test_a_broken_file_is_told(folder: Path) -> None:
    (folder / "План.xlsx").write_bytes(b"not a workbook")

    with pytest.raises(UserError, match="статусы прочитать нельзя"):
        write_plan_files(folder, TODAY, NOW)


@pytest.mark.parametrize("text", ["20.05.2026", "2026-05-20", " 20.05.2026 "])
def test_a_day_is_written_two_ways(text: str) -> None:
    assert day_of(text) == TODAY


@pytest.mark.parametrize("text", ["31.02.2026", "завтра", ""])
def test_an_impossible_day_is_told(text: str) -> None:
    with pytest.raises(UserError, match="не дата"):
        day_of(text)


def test_the_command_line_prints_dates_as_json(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    app(["plan", str(folder), "--today", "20.05.2026", "--json"], standalone_mode=False)

    document = json.loads(capsys.readouterr().out)
    assert set(document) == {"programme", "period", "today", "occurrences", "undated", "files"}
    assert document["today"] == "2026-05-20"
    assert [(one["source"], one["start"], one["end"], one["state"]) for one in document["occurrences"]] == [
        ("monitoring", "2025-11-01", "2025-11-30", "overdue"),
        ("roadmap", "2026-01-01", "2026-12-31", "due"),
        ("monitoring", "2026-11-01", "2026-11-30", "planned"),
        ("monitoring", "2027-11-01", "2027-11-30", "planned"),
    ]
    assert [(one["number"], one["term"]) for one in document["undated"]] == [("2", "по графику")]


def test_the_command_line_tells_people(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    app(["plan", str(folder), "--today", "20.05.2026"], standalone_mode=False)

    told = capsys.readouterr().out
    assert "Сроков на 20.05.2026: 4" in told
    assert "просрочено — 1" in told
    assert "Без срока: решение № 2. «по графику»: назван график" in told


def test_a_programme_without_a_roadmap_has_a_plan_of_its_monitorings(tmp_path: Path) -> None:
    before, rest = SMALL.split("# Дорожная карта\n")
    write_programme(tmp_path / "Программа.xlsx", before + "# Организации\n" + rest.split("# Организации\n")[1])

    report = write_plan_files(tmp_path, TODAY, NOW)

    assert {entry.item.source for entry in report.plan.entries} == {"monitoring"}


def test_a_programme_without_anything_to_date_has_an_empty_plan(tmp_path: Path) -> None:
    before, rest = replaced("¦ ежегодно, ноябрь ¦", "¦ ¦").split("# Дорожная карта\n")
    write_programme(tmp_path / "Программа.xlsx", before + "# Организации\n" + rest.split("# Организации\n")[1])

    assert write_plan_files(tmp_path, TODAY, NOW).plan.entries == ()
    assert read_entries(tmp_path / "План.xlsx") == {}
