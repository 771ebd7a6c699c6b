"""«Проверить таблицу»: what is typed counts, marks come and go, and what is protected is left alone."""

from __future__ import annotations

import pytest
from openpyxl import load_workbook

from metodist.domain.results import Stopped
from metodist.errors import UserError
from metodist.hosts.closed import new_closed, open_closed
from metodist.hosts.dialogs import SilentDialogs
from metodist.intake.mending import take_old_marks_off
from metodist.services.on_book import check_table, marks
from metodist.services.on_book.copies import COPIES
from metodist.services.on_book.findings_sheet import MARK_COLUMN
from working_folder_sample import FILLED, RESAVED, edited, place_of

RED, INPUT = (0xFF, 0xC7, 0xCE), (0xFF, 0xF8, 0xDC)
HISTORY = "История"


def check(book):
    return check_table.run(book, SilentDialogs())


def protocol(book):
    return book.sheets["Протокол"]


def test_a_table_without_errors_says_so(table):
    assert check(table).title == "Ошибок в таблице нет."


def test_what_is_typed_and_not_saved_counts(table, folder):
    place_of(table, "Предмет").value = HISTORY

    result = check(table)

    assert result.title == "Ошибок в таблице: 1. Их нужно исправить."
    assert any("«История» — нет в списке" in line for line in result.lines)
    saved = load_workbook(folder / RESAVED)["Кадры"]
    assert HISTORY not in [cell.value for row in saved.iter_rows() for cell in row], "nothing is saved unasked"


def test_a_faulty_cell_is_filled_and_listed_with_a_link(table):
    cell = place_of(table, "Предмет")
    cell.value = HISTORY

    check(table)

    assert cell.color == RED
    line = protocol(table).range("A6:F6").value
    assert line[:5] == ["1", "Ошибка", "Кадры", cell.address.replace("$", ""), HISTORY]
    assert protocol(table).range("D6").hyperlink == f"#'Кадры'!{cell.address.replace('$', '')}"


def test_marks_are_taken_away_once_the_cell_is_mended(table):
    first, second = place_of(table, "Предмет"), place_of(table, "Предмет", 8)
    good = first.value
    first.value = HISTORY
    check(table)
    first.value, second.value = good, HISTORY

    check(table)

    assert (first.color, second.color) == (INPUT, RED)
    second.value = good
    assert check(table).title == "Ошибок в таблице нет."
    assert second.color == INPUT
    assert [sheet.name for sheet in table.sheets].count("Протокол") == 1


def test_a_cell_that_the_user_has_filled_meanwhile_keeps_its_fill(table):
    cell = place_of(table, "Предмет")
    good = cell.value
    cell.value = HISTORY
    check(table)
    cell.value, cell.color = good, (0, 255, 0)

    check(table)

    assert cell.color == (0, 255, 0)


def test_a_formula_typed_as_text_stays_a_text_in_the_list(table):
    place_of(table, "Предмет").number_format = "@"
    place_of(table, "Предмет").value = "=1+1"

    check(table)

    assert protocol(table).range("E6").value == "=1+1"
    assert protocol(table).api.sheet["E6"].data_type == "s"


def test_the_record_of_marks_is_the_one_that_intake_knows(table, tmp_path):
    """A table that is sent on with live marks is cleaned as a marked copy is."""
    cell = place_of(table, "Предмет")
    cell.value = HISTORY
    check(table)
    table.save(str(tmp_path / "отметки.xlsx"))

    book = load_workbook(tmp_path / "отметки.xlsx")
    take_old_marks_off(book)

    assert "Протокол" not in book.sheetnames
    assert book["Кадры"][cell.address.replace("$", "")].fill.fgColor.rgb[-6:] == "FFF8DC"


def test_where_the_structure_is_protected_the_list_stands_in_a_book_of_its_own(folder):
    table = open_closed(folder / FILLED)
    cell = place_of(table, "Предмет")
    cell.value = HISTORY

    result = check(table)

    assert "Протокол" not in [sheet.name for sheet in table.sheets]
    assert any("отдельной новой книге" in line for line in result.lines)
    lists = [book for book in table.app.books if book.name != table.name]
    assert len(lists) == 1
    address = cell.address.replace("$", "")
    assert lists[0].sheets["Протокол"].range("D6").hyperlink == f"{(folder / FILLED).as_uri()}#'Кадры'!{address}"
    assert cell.color == RED
    cell.value = "Математика"
    check(table)
    assert cell.color == INPUT, "the marks are remembered beside the copy"
    assert len([book for book in table.app.books if book.name != table.name]) == 1, "the same book is used again"


def test_locked_cells_are_left_alone_and_the_summary_says_so(folder):
    def overwrite(book):
        book["Кадры"]["A5"].value = "другое"
        book.security = None

    table = open_closed(edited(folder / FILLED, overwrite))

    result = check(table)

    assert any(line.startswith("Не отмечено ячеек: ") for line in result.lines)
    assert any("другое" in str(row) for row in protocol(table).used_range.value)


def test_a_sheet_of_the_users_own_named_so_is_not_deleted(folder):
    def own(book):
        book.security = None
        book.create_sheet("Протокол")["A1"] = "Протокол педсовета"

    table = open_closed(edited(folder / FILLED, own))
    place_of(table, "Предмет").value = HISTORY

    check(table)

    assert table.sheets["Протокол"].range("A1").value == "Протокол педсовета"


def test_a_copy_is_kept_before_the_book_is_changed(table, folder):
    cell = place_of(table, "Предмет")
    cell.value = HISTORY

    check(table)

    (copy,) = (folder / COPIES).glob(f"* {RESAVED}")
    sheet = load_workbook(copy)["Кадры"]
    assert sheet[cell.address.replace("$", "")].value == HISTORY
    assert sheet[cell.address.replace("$", "")].fill.fgColor.rgb[-6:] == "FFF8DC"


def test_where_no_copy_can_be_kept_nothing_is_changed(table, folder):
    (folder / "Архив").mkdir(exist_ok=True)
    (folder / COPIES).write_text("занято", encoding="utf-8")
    cell = place_of(table, "Предмет")
    cell.value = HISTORY

    with pytest.raises(UserError, match="в книге ничего не изменено"):
        check(table)

    assert cell.color == INPUT
    assert "Протокол" not in [sheet.name for sheet in table.sheets]


def test_stopped_it_leaves_the_book_alone(table):
    cell = place_of(table, "Предмет")
    cell.value = HISTORY

    with pytest.raises(Stopped):
        check_table.run(table, SilentDialogs(stop_at=2))

    assert cell.color == INPUT
    assert "Протокол" not in [sheet.name for sheet in table.sheets]


def test_a_table_of_another_programme_is_not_checked(table, folder):
    def other_code(book):
        for row in book["Паспорт"].iter_rows():
            if row[1].value == "Код программы":
                row[2].value = "drugaya"

    edited(folder / "Программа.xlsx", other_code)

    result = check(table)

    assert result.title == "Таблица не проверена."
    assert "Протокол" not in [sheet.name for sheet in table.sheets]


def test_a_book_never_saved_is_asked_to_be_saved():
    with pytest.raises(UserError, match="ещё ни разу не сохранена"):
        check(new_closed())


def test_the_record_is_not_seen(table):
    place_of(table, "Предмет").value = HISTORY
    check(table)

    assert protocol(table).range((6, MARK_COLUMN)).value == "Кадры"
    assert protocol(table).range((6, MARK_COLUMN)).font.color == (255, 255, 255)
    assert protocol(table).api.sheet.column_dimensions["I"].width == 0


def test_nothing_of_a_longer_list_is_left(table):
    first, second = place_of(table, "Предмет"), place_of(table, "Предмет", 8)
    good = first.value
    first.value = second.value = HISTORY
    check(table)
    first.value = good

    check(table)

    assert HISTORY in protocol(table).range("A6:F6").value
    assert protocol(table).range("A7:K7").value == [None] * 11


def test_after_a_check_that_was_killed_while_marking_the_next_one_takes_its_marks_away(table, monkeypatch):
    first, second = place_of(table, "Предмет"), place_of(table, "Предмет", 8)
    good = first.value, second.value
    first.value = second.value = HISTORY
    fill = marks._filled

    def killed(sheet, mark, severity):
        fill(sheet, mark, severity)
        raise SystemExit

    with monkeypatch.context() as patched:
        patched.setattr(marks, "_filled", killed)
        with pytest.raises(SystemExit):
            check(table)
    assert RED in (first.color, second.color)

    first.value, second.value = good
    assert check(table).title == "Ошибок в таблице нет."
    assert (first.color, second.color) == (INPUT, INPUT)


def test_a_table_whose_hidden_sheet_was_deleted_is_still_known(table):
    table.sheets["Служебный"].delete()

    result = check(table)

    assert result.title == "Ошибок в таблице нет."
    assert "предупреждений: 1" in result.lines[0]
    assert any("Служебный" in str(value) for value in protocol(table).range("A6:F6").value)
