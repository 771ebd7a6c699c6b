"""Buttons that work on the folder: the programme as it stands, questions before anything is replaced, «Пульт»."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook

from metodist.commands import command
from metodist.domain.cycle import LinkState
from metodist.domain.cycle_views import Link
from metodist.domain.results import Stopped
from metodist.errors import UserError
from metodist.hosts.closed import open_closed
from metodist.hosts.dialogs import SilentDialogs
from metodist.services.on_book import (
    build_summary,
    collect_tables,
    issue_tables,
    lint_programme,
    refresh_control,
    write_documents,
    write_plan,
)
from metodist.services.on_book.refresh_control import AREA_NAME
from metodist.services.status import folder_status
from working_folder_sample import FILLED, deadline_past, edited


def programme(folder):
    return open_closed(folder / "Программа.xlsx")


def row_of(sheet, text, column=1):
    return next(at for at in range(1, 60) if sheet.range((at, column)).value == text)


def control(book):
    area = book.names[AREA_NAME].refers_to_range.options(ndim=2).value
    return {row[1]: row[2] for row in area if row[1]}


def test_unsaved_changes_of_the_programme_are_saved_after_a_yes(folder):
    book = programme(folder)
    book.sheets["Организации"].range((row_of(book.sheets["Организации"], "ОО-01"), 3)).value = "Лицей № 1"
    dialogs = SilentDialogs(answers=[True, True])

    result = issue_tables.run(book, dialogs)

    assert "несохранённые изменения" in dialogs.asked[0]
    assert result.title == "Создано таблиц: 2."
    assert any("Лицей № 1" in path.name for path in (folder / "Таблицы").iterdir())


def test_without_a_yes_the_saved_programme_counts_and_the_summary_says_so(folder):
    book = programme(folder)
    book.sheets["Организации"].range((row_of(book.sheets["Организации"], "ОО-01"), 3)).value = "Лицей № 1"

    result = issue_tables.run(book, SilentDialogs(answers=[False, True]))

    assert any("не учтены" in line for line in result.lines)
    assert not any("Лицей" in path.name for path in (folder / "Таблицы").iterdir())
    assert "Лицей № 1" not in str(list(load_workbook(folder / "Программа.xlsx")["Организации"].values))


def test_a_refreshed_control_sheet_is_no_unsaved_programme(folder):
    book = programme(folder)
    refresh_control.run(book, SilentDialogs())
    dialogs = SilentDialogs(answers=[True])

    issue_tables.run(book, dialogs)

    assert len(dialogs.asked) == 1
    assert "уже есть файлы" in dialogs.asked[0]


def test_tables_that_lie_there_are_not_replaced_without_a_yes(folder):
    before = {path: path.stat().st_mtime_ns for path in (folder / "Таблицы").iterdir()}

    result = issue_tables.run(programme(folder), SilentDialogs())

    assert "прежние остались" in result.title
    assert {path: path.stat().st_mtime_ns for path in (folder / "Таблицы").iterdir()} == before


def test_long_work_shows_where_it_is_and_can_be_stopped(folder):
    shutil.rmtree(folder / "Таблицы")
    shown = SilentDialogs()
    issue_tables.run(programme(folder), shown)
    assert (0, 2, "Создание таблиц: Школа № 1") in shown.steps

    shutil.rmtree(folder / "Таблицы")
    with pytest.raises(Stopped):
        issue_tables.run(programme(folder), SilentDialogs(stop_at=1))
    assert not (folder / "Таблицы").exists()


def test_collecting_counts_and_names_what_was_wrong(folder):
    shutil.copy(folder / FILLED, folder / "Входящие" / "хорошая.xlsx")
    (folder / "Входящие" / "отчёт.xlsx").write_text("это не книга", encoding="utf-8")

    result = collect_tables.run(programme(folder), SilentDialogs())

    assert result.title == "Принято таблиц: 1 из 2."
    assert any(line.startswith("отчёт.xlsx: ") for line in result.lines)
    assert (folder / "Входящие" / "отчёт.xlsx").exists()


def test_an_empty_inbox_is_offered_to_be_opened(folder):
    result = collect_tables.run(programme(folder), SilentDialogs())
    assert result.title == "В папке «Входящие» нет файлов."
    assert result.open_path == folder / "Входящие"


def test_without_accepted_tables_there_is_no_summary(folder):
    with pytest.raises(UserError, match="Принятых таблиц ещё нет"):
        build_summary.run(programme(folder), SilentDialogs())
    assert not (folder / "Свод.xlsx").exists()


def test_the_first_order_needs_no_tables_and_the_second_is_named_as_missing(folder):
    result = write_documents.orders(programme(folder), SilentDialogs())
    assert result.title == "Создано документов: 1."
    assert any("Приказ об итогах не создан" in line for line in result.lines)
    assert [path.suffix for path in (folder / "Документы").iterdir()] == [".docx"]


def test_the_note_needs_tables(folder):
    with pytest.raises(UserError, match="Принятых таблиц ещё нет"):
        write_documents.note(programme(folder), SilentDialogs())


def test_recommendations_that_were_made_close_their_link_of_the_cycle(summed):
    def links() -> list[LinkState]:
        return [goal.state(Link.RECOMMENDATIONS) for goal in folder_status(summed).cycle]

    assert not any(link.present for link in links())
    write_documents.recommendations(programme(summed), SilentDialogs())

    assert [link.text for link in links() if link.present]
    assert not any("создайте их кнопкой" in link.text for link in links())


def test_the_open_programme_is_checked_with_what_is_not_saved(folder):
    book = programme(folder)
    sheet = book.sheets["Показатели"]
    row = row_of(sheet, "1.1")
    heading = next(at for at in range(1, 20) if sheet.range((3, at)).value == "Числитель")
    sheet.range((row, heading)).value = "Диагностека = да"

    result = lint_programme.run(book, SilentDialogs())

    assert result.title == "Ошибок в программе: 1."
    assert f"Лист «Показатели», строка {row}" in result.lines[0]
    assert " → " in result.lines[0], "what to do stands apart from what is wrong"
    assert book.sheets.active.name == "Показатели", "the first error is gone to"


def test_the_control_sheet_shows_stage_overdue_and_what_is_next(folder):
    edited(folder / "Программа.xlsx", deadline_past)
    shutil.copy(folder / FILLED, folder / "Входящие")
    book = programme(folder)

    result = refresh_control.run(book, SilentDialogs())

    shown = control(book)
    assert shown["Этап"] == "В папке «Входящие» есть непринятые файлы."
    assert shown["Что дальше"] == "Нажмите «Принять таблицы»."
    assert shown["Срок сдачи таблиц"].startswith("20.12.2020, просрочено дней: ")
    assert shown["Не сдали"] == "2: ОО-01, ОО-02"
    assert any("просрочено" in line for line in result.lines)
    assert "Нажмите «Принять таблицы»" in book.sheets["Пульт"].range("B4").value


def test_the_control_sheet_links_to_the_folders_files(summed):
    book = programme(summed)
    refresh_control.run(book, SilentDialogs())
    sheet = book.sheets["Пульт"]
    area = book.names[AREA_NAME].refers_to_range
    column = range(area.row, area.last_cell.row + 1)
    links = {sheet.range((row, 5)).value for row in column} - {None, "Открыть"}
    assert {"Таблицы", "Входящие", "Свод.xlsx"} <= links
    row = next(row for row in column if sheet.range((row, 5)).value == "Свод.xlsx")
    assert sheet.range((row, 5)).hyperlink == (summed / "Свод.xlsx").as_uri()


def test_the_control_sheet_names_what_the_plan_says_is_overdue(folder):
    write_plan.run(programme(folder), SilentDialogs())
    book = programme(folder)

    result = refresh_control.run(book, SilentDialogs())

    sheet, area = book.sheets["Пульт"], book.names[AREA_NAME].refers_to_range
    lines = [
        tuple(sheet.range((row, column)).value for column in (3, 4, 5, 6))
        for row in range(area.row, area.last_cell.row + 1)
    ]
    (plan,) = (line for line in lines if line[0] == "План-график")
    overdue = [line[1] for line in lines if line[0] == "Просрочено по плану"]
    assert plan[1:] == (f"просрочено: {len(folder_status(folder).plan.overdue)}", "План.xlsx", "План-график")
    assert 0 < len(overdue) <= 5
    assert f"План-график: {plan[1]}" in result.lines


def test_every_document_has_its_link_and_many_of_one_kind_their_folder(summed):
    write_documents.recommendations(programme(summed), SilentDialogs())
    book = programme(summed)
    refresh_control.run(book, SilentDialogs())

    sheet, area = book.sheets["Пульт"], book.names[AREA_NAME].refers_to_range
    rows = [row for row in range(area.row, area.last_cell.row + 1) if sheet.range((row, 3)).value == "Документ"]
    shown = {sheet.range((row, 4)).value: sheet.range((row, 5)) for row in rows}
    overview = next(cell for name, cell in shown.items() if name.startswith("Обзор"))
    assert overview.value == "открыть", "a long name would be cut"
    assert overview.hyperlink.endswith(".docx")
    folder = shown["Адресные рекомендации: документов — 1"]
    assert folder.hyperlink == (summed / "Документы" / "Адресные рекомендации").as_uri()


def test_the_control_sheet_is_written_in_place_and_the_users_cells_stay(folder):
    book = programme(folder)
    book.sheets["Пульт"].range("B20").value = "мои записи"
    refresh_control.run(book, SilentDialogs())
    first = book.names[AREA_NAME].refers_to
    shutil.copy(folder / FILLED, folder / "Входящие")

    refresh_control.run(book, SilentDialogs())

    assert book.names[AREA_NAME].refers_to == first
    assert book.sheets["Пульт"].range("B20").value == "мои записи"
    assert control(book)["Пришло и не принято"] == "1"


def test_a_programme_with_the_control_sheet_refreshed_is_still_read(folder):
    book = programme(folder)
    refresh_control.run(book, SilentDialogs())
    book.save()

    assert lint_programme.run(programme(folder), SilentDialogs()).title.startswith("Ошибок")
    assert Path(book.fullname) == folder / "Программа.xlsx"


def test_a_copy_of_the_programme_is_not_mistaken_for_it(folder):
    shutil.copy(folder / "Программа.xlsx", folder / "черновик.xlsx")
    book = open_closed(folder / "черновик.xlsx")
    book.sheets["Организации"].range((row_of(book.sheets["Организации"], "ОО-01"), 3)).value = "Лицей № 1"
    dialogs = SilentDialogs(answers=[True, True])

    result = issue_tables.run(book, dialogs)

    assert not any("несохранённые" in question for question in dialogs.asked)
    assert any("Открыта «черновик.xlsx»" in line for line in result.lines)


def test_the_open_programme_without_a_sheet_is_what_is_checked(folder):
    book = programme(folder)
    book.sheets["Показатели"].delete()

    result = lint_programme.run(book, SilentDialogs())

    assert result.title.startswith("Ошибок в программе: ")
    assert any("Показатели" in line for line in result.lines)


def test_a_programme_outside_of_a_working_folder_is_checked(folder, tmp_path):
    shutil.copy(folder / "Программа.xlsx", tmp_path / "проект.xlsx")
    result = command("lint").run(open_closed(tmp_path / "проект.xlsx"), SilentDialogs())
    assert "рограмме" in result.title


def test_a_control_sheet_that_cannot_be_written_is_told_of(folder, monkeypatch):
    book = programme(folder)
    before = book.sheets["Пульт"].range("B1:F30").value
    monkeypatch.setattr(refresh_control, "permitted", lambda _: False)

    result = refresh_control.run(book, SilentDialogs())

    assert any("только для чтения" in line for line in result.lines)
    assert book.sheets["Пульт"].range("B1:F30").value == before


def test_the_window_of_the_lint_fits_a_small_screen():
    lines = [f"{number} " + "слово " * 50 for number in range(12)]
    shown = lint_programme._first(lines)
    assert 0 < len(shown) < len(lines)
    assert sum(map(len, shown)) <= 1400
    assert lint_programme._first(["слово " * 500]) == ["слово " * 500]
