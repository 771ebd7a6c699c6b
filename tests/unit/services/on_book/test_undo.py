"""«Вернуть как было»: what the command changed goes, what was typed since stays."""

from __future__ import annotations

import pytest

from metodist.errors import UserError
from metodist.hosts.closed import open_closed
from metodist.hosts.dialogs import SilentDialogs
from metodist.services.on_book import check_table, refresh_control, undo
from metodist.services.on_book.copies import COPIES, MOST_COPIES
from working_folder_sample import RESAVED, place_of

INPUT = (0xFF, 0xF8, 0xDC)


def yes():
    return SilentDialogs(answers=[True])


def test_marks_and_the_list_go_and_typed_text_stays(table):
    cell, other = place_of(table, "Предмет"), place_of(table, "Предмет", 8)
    cell.value = "История"
    check_table.run(table, SilentDialogs())
    other.value = "Математика"

    result = undo.run(table, yes())

    assert "Проверить таблицу" in result.title
    assert (cell.color, cell.value, other.value) == (INPUT, "История", "Математика")
    assert "Протокол" not in [sheet.name for sheet in table.sheets]
    assert result.open_path is not None
    assert result.open_path.is_file()


def test_without_a_yes_nothing_happens(table):
    cell = place_of(table, "Предмет")
    cell.value = "История"
    check_table.run(table, SilentDialogs())

    undo.run(table, SilentDialogs())

    assert cell.color != INPUT
    assert "Протокол" in [sheet.name for sheet in table.sheets]


def test_a_second_press_goes_one_command_further_back(table):
    for _ in range(2):
        check_table.run(table, SilentDialogs())
    undo.run(table, yes())
    undo.run(table, yes())
    with pytest.raises(UserError, match="Возвращать нечего"):
        undo.run(table, yes())


def test_the_control_sheet_gets_its_text_of_before_back(folder):
    book = open_closed(folder / "Программа.xlsx")
    book.sheets["Пульт"].range("B4").value = "мой текст"
    refresh_control.run(book, SilentDialogs())
    assert book.sheets["Пульт"].range("B4").value != "мой текст"

    undo.run(book, yes())

    sheet = book.sheets["Пульт"]
    assert sheet.range("B4").value == "мой текст"
    assert [row for row in sheet.range("B5:F30").value if any(row)] == []


def test_copies_of_another_book_are_not_restored(table, folder):
    check_table.run(table, SilentDialogs())
    with pytest.raises(UserError, match="Возвращать нечего"):
        undo.run(open_closed(folder / "Программа.xlsx"), yes())


def test_a_damaged_note_is_passed_over(table, folder):
    check_table.run(table, SilentDialogs())
    for note in (folder / COPIES).glob("*.json"):
        note.write_text("{", encoding="utf-8")
    with pytest.raises(UserError, match="Возвращать нечего"):
        undo.run(table, yes())


def test_only_so_many_copies_are_kept(table, folder):
    copies = folder / COPIES
    copies.mkdir(parents=True)
    for number in range(MOST_COPIES + 5):
        (copies / f"2020-01-01 00-00-{number:02} {RESAVED}").write_bytes(b"")
    check_table.run(table, SilentDialogs())
    left = sorted(path.name for path in copies.glob(f"* {RESAVED}"))
    assert len(left) == MOST_COPIES
    assert not left[-1].startswith("2020"), "the oldest go first"


def shown(book):
    sheet = book.sheets["Пульт"]
    rows = [row for row in sheet.range("B1:F60").options(ndim=2).value if any(row)]
    links = {at: sheet.range((at, 5)).hyperlink for at in range(1, 60) if sheet.range((at, 5)).value == "Таблицы"}
    return rows, links, sheet.range("B4").hyperlink


def test_a_longer_control_block_of_before_comes_back_with_its_links(folder):
    documents = folder / "Документы"
    documents.mkdir(exist_ok=True)
    for number in range(5):
        (documents / f"Письмо {number}.docx").write_bytes(b"")
    book = open_closed(folder / "Программа.xlsx")
    refresh_control.run(book, SilentDialogs())
    before, named = shown(book), book.names[refresh_control.AREA_NAME].refers_to
    for path in documents.iterdir():
        path.unlink()
    refresh_control.run(book, SilentDialogs())
    assert shown(book) != before

    undo.run(book, yes())

    assert shown(book) == before
    assert book.names[refresh_control.AREA_NAME].refers_to == named


def test_after_the_first_refresh_is_taken_back_nothing_is_ours_there(folder):
    book = open_closed(folder / "Программа.xlsx")
    refresh_control.run(book, SilentDialogs())
    top = book.names[refresh_control.AREA_NAME].refers_to_range.row
    undo.run(book, yes())
    book.sheets["Пульт"].range((top + 5, 2)).value = "моя заметка"

    refresh_control.run(book, SilentDialogs())

    assert book.sheets["Пульт"].range((top + 5, 2)).value == "моя заметка"


def test_a_cell_of_the_control_block_typed_over_since_stays(folder):
    """What the command has written is told from what was typed since, cell by cell."""
    book = open_closed(folder / "Программа.xlsx")
    refresh_control.run(book, SilentDialogs())
    row = book.names[refresh_control.AREA_NAME].refers_to_range.row + 3
    book.sheets["Пульт"].range((row, 6)).value = "моё"

    undo.run(book, yes())

    left = [cell for line in book.sheets["Пульт"].range("B5:F60").value for cell in line if cell]
    assert left == ["моё"]
