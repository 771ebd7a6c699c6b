"""What of the plan is overdue: only where a plan is kept can that be said."""

from __future__ import annotations

from datetime import date

import pytest
from openpyxl import load_workbook

from metodist.layout.plan_sheets import places as at
from metodist.messages import say
from metodist.services.plan_state import PlanState
from metodist.services.planning import PLAN, write_plan_files
from metodist.services.status import folder_status
from programme_text import with_sheet
from working_folder_sample import bare_folder

ROADMAP = """
№ ¦ Вид ¦ Раздел ¦ Мероприятие ¦ Срок ¦ Ответственный
1 ¦ мероприятие ¦ Школа ¦ Школа молодого учителя ¦ январь 2020 года ¦ ИМЦ
2 ¦ мероприятие ¦ Школа ¦ Конкурс ¦ март 2020 года ¦ ИМЦ
3 ¦ мероприятие ¦ Школа ¦ Форум ¦ май 2020 года ¦ ИМЦ
"""
APRIL = date(2020, 4, 10)


@pytest.fixture
def folder(tmp_path):
    return bare_folder(tmp_path / "район", with_sheet("Дорожная карта", ROADMAP))


def state(folder) -> PlanState:
    return folder_status(folder, APRIL).plan


def titles(entries):
    return [entry.item.title for entry in entries]


def test_without_a_plan_the_next_term_is_known_and_nothing_is_called_overdue(folder):
    found = state(folder)

    assert (found.kept, found.overdue, found.following.item.title) == (False, (), "Форум")


def test_what_is_not_entered_as_done_is_overdue_the_earliest_first(folder):
    write_plan_files(folder, APRIL)

    assert titles(state(folder).overdue) == ["Школа молодого учителя", "Конкурс"]


def test_what_is_entered_as_done_is_not(folder):
    write_plan_files(folder, APRIL)
    book = load_workbook(folder / PLAN)
    sheet = book[say("plan.calendar")]
    (row,) = (row for row in range(at.FIRST_ROW, sheet.max_row + 1) if "Конкурс" in [cell.value for cell in sheet[row]])
    sheet.cell(row, at.STATUS).value = "выполнено"
    book.save(folder / PLAN)

    assert titles(state(folder).overdue) == ["Школа молодого учителя"]


def test_a_plan_that_cannot_be_read_is_told_and_stops_nothing(folder):
    (folder / PLAN).write_bytes(b"PK")

    found = state(folder)

    assert "План.xlsx" in found.trouble
    assert found.following.item.title == "Форум"
