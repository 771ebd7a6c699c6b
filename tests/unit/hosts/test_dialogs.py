"""Windows of the hosts, against programs that only remember what they were to show."""

from __future__ import annotations

from pathlib import Path

import pytest

from metodist.domain.results import CommandResult, Stopped
from metodist.hosts.dialogs import ExcelDialogs, OfficeDialogs, summary_text

WITH_FILE = CommandResult("Свод построен.", ("Школ: 3.", "Показателей: 12."), Path("/папка/Свод.xlsx"))


class FakeOffice:
    """The office's windows: answers every question alike."""

    def __init__(self, answer="ok", go_on=True):
        self.answer, self.go_on = answer, go_on
        self.windows, self.bar, self.revealed = [], [], []

    def alert(self, prompt, title, buttons, mode):
        self.windows.append((prompt, title, buttons, mode))
        return self.answer

    def progress(self, done, total, text):
        self.bar.append((done, total, text))
        return self.go_on

    def status(self, text):
        self.bar.append(text)

    def reveal(self, path):
        self.revealed.append(path)


class FakeExcel:
    """The ``App`` of xlwings in Excel."""

    def __init__(self, answer="ok"):
        self.answer, self.windows, self.opened = answer, [], []
        self.status_bar = False
        self.books = self

    def alert(self, prompt, title=None, buttons="ok", mode=None):
        self.windows.append((prompt, buttons, mode))
        return self.answer

    def open(self, path):
        self.opened.append(path)


def test_the_summary_is_title_blank_line_and_lines():
    assert summary_text(WITH_FILE) == "Свод построен.\n\nШкол: 3.\nПоказателей: 12."
    assert summary_text(CommandResult("Готово.")) == "Готово."


def test_one_window_without_a_file():
    office = FakeOffice()

    OfficeDialogs(office).show(CommandResult("Готово."))

    assert office.windows == [("Готово.", "Методист", "ok", "info")]


@pytest.mark.parametrize(("answer", "revealed"), [("yes", ["/папка/Свод.xlsx"]), ("no", []), ("cancel", [])])
def test_one_window_offers_the_file(answer, revealed):
    office = FakeOffice(answer)

    OfficeDialogs(office).show(WITH_FILE)

    assert [window[0].splitlines()[-1] for window in office.windows] == ["Открыть «Свод.xlsx»?"]
    assert office.revealed == revealed


def test_progress_says_how_far_and_how_to_stop():
    office = FakeOffice()
    dialogs = OfficeDialogs(office)

    dialogs.progress(2, 34, "Проверяю таблицы")
    dialogs.settle()

    assert office.bar == [(2, 34, "Проверяю таблицы: 2 из 34. Esc — остановить."), None]


def test_esc_in_the_office_stops():
    with pytest.raises(Stopped):
        OfficeDialogs(FakeOffice(go_on=False)).progress(1, 2, "Проверяю")


def test_a_question_is_yes_only_for_yes():
    assert OfficeDialogs(FakeOffice("yes")).ask("Заменить?")
    assert not OfficeDialogs(FakeOffice("cancel")).ask("Заменить?")
    assert not ExcelDialogs(FakeExcel("no")).ask("Заменить?")


def test_excel_opens_workbooks_itself():
    excel = FakeExcel("yes")

    ExcelDialogs(excel).show(WITH_FILE)

    assert excel.opened == ["/папка/Свод.xlsx"]


def test_excel_shows_progress_and_gives_the_bar_back():
    excel = FakeExcel()
    dialogs = ExcelDialogs(excel)

    dialogs.progress(1, 2, "Строю свод")
    shown = excel.status_bar
    dialogs.settle()

    assert (shown, excel.status_bar) == ("Строю свод: 1 из 2. Esc — остановить.", False)


def test_a_complaint_has_the_sign_of_an_error():
    excel, office = FakeExcel(), FakeOffice()

    ExcelDialogs(excel).complain("Не вышло.")
    OfficeDialogs(office).complain("Не вышло.")

    assert excel.windows == [("Не вышло.", "ok", "critical")]
    assert office.windows == [("Не вышло.", "Методист", "ok", "critical")]
