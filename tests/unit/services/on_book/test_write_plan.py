"""«План-график»: the plan beside the programme, counted in one window, what was entered kept."""

from __future__ import annotations

import pytest
from openpyxl import load_workbook

from metodist.errors import UserError
from metodist.hosts.closed import open_closed
from metodist.hosts.dialogs import SilentDialogs
from metodist.services.on_book import write_plan
from metodist.services.planning import CALENDAR, PLAN
from programme_text import with_sheet
from working_folder_sample import bare_folder

ROADMAP = """
№ ¦ Вид ¦ Раздел ¦ Мероприятие ¦ Срок ¦ Ответственный
1 ¦ мероприятие ¦ Школа ¦ Школа молодого учителя. ¦ январь 2020 года ¦ ИМЦ
2 ¦ мероприятие ¦ Школа ¦ Конкурс ¦ по графику ¦ ИМЦ
"""


@pytest.fixture
def planned(tmp_path):
    return bare_folder(tmp_path / "район", with_sheet("Дорожная карта", ROADMAP))


def test_the_plan_is_written_and_told(planned):
    book = open_closed(planned / "Программа.xlsx")

    result = write_plan.run(book, SilentDialogs())

    assert result.title == "План-график создан."
    assert "просрочено — " in result.lines[0]
    assert "Просрочено с 31.01.2020: мероприятие «Школа молодого учителя»." in result.lines
    assert any(line.startswith("Строк без срока: 1.") for line in result.lines)
    assert result.open_path == planned / PLAN
    assert (planned / CALENDAR).is_file()
    assert load_workbook(planned / PLAN).sheetnames[:2] == ["Циклограмма", "План-график"]


def test_an_open_plan_is_not_written_over(planned):
    book = open_closed(planned / "Программа.xlsx")
    write_plan.run(book, SilentDialogs())
    plan = open_closed(planned / PLAN)

    with pytest.raises(UserError, match="открыт"):
        write_plan.run(plan, SilentDialogs())
