"""«Показатели»: the open workbook against our own arithmetic."""

from __future__ import annotations

import shutil

import pytest

from metodist.errors import UserError
from metodist.hosts.closed import open_closed
from metodist.hosts.dialogs import SilentDialogs
from metodist.layout.summary_book import write_summary
from metodist.services.collecting import collect
from metodist.services.on_book import recompute
from metodist.services.on_book.reading import read_live
from metodist.services.on_book.recompute import DIFFERENCES
from metodist.services.summarising import consolidated
from metodist.services.working_folder import open_folder
from working_folder_sample import FILLED, edited

pytestmark = pytest.mark.filterwarnings("ignore:.*xtension is not supported")


def run(book):
    return recompute.run(book, SilentDialogs())


def names(book):
    return [sheet.name for sheet in book.sheets]


def outcome_cell(folder):
    from metodist.layout.school_table import table_spec
    from metodist.services.working_folder import load_programme

    programme = load_programme(folder / "Программа.xlsx")
    spec = table_spec(programme, programme.reporting[0])
    return next(cell for cell in spec.outcomes if cell.code == "1.1" and cell.part == "value" and not cell.slice)


def test_a_fresh_summary_has_no_differences(summed):
    result = run(open_closed(summed / "Свод.xlsx"))
    assert result.title == "Расхождений нет."
    assert int(result.lines[0].split(": ")[1].rstrip(".")) > 100


def test_a_number_typed_over_a_formula_is_listed_with_a_link(summed):
    book = open_closed(summed / "Свод.xlsx")
    book.sheets["Показатели"].range("C8").value = 999

    result = run(book)

    assert result.title.startswith("Расхождений: ")
    assert any("C8" in line and "стоит 999" in line for line in result.lines)
    assert book.sheets[DIFFERENCES].range("B6").hyperlink == "#'Показатели'!C8"


def test_the_list_goes_once_all_is_well_again(summed):
    book = open_closed(summed / "Свод.xlsx")
    cell = book.sheets["Показатели"].range("C8")
    good = cell.value
    cell.value = 999
    run(book)
    cell.value = good

    assert run(book).title == "Расхождений нет."
    assert DIFFERENCES not in names(book)


def test_the_programme_looks_at_the_saved_summary_and_gets_no_foreign_sheet(summed):
    edited(summed / "Свод.xlsx", lambda book: book["Показатели"].__setitem__("C8", 999))
    book = open_closed(summed / "Программа.xlsx")
    before = names(book)

    result = run(book)

    assert result.title.startswith("Расхождений: ")
    assert names(book) == before


def test_without_a_summary_the_programme_says_which_button_makes_one(folder):
    with pytest.raises(UserError, match="«Построить свод»"):
        run(open_closed(folder / "Программа.xlsx"))


def test_a_summary_of_other_schools_is_out_of_date(summed):
    book = open_closed(summed / "Свод.xlsx")
    book.sheets["Показатели"].range("A16").value = "ОО-77"
    with pytest.raises(UserError, match="из других таблиц"):
        run(book)


def test_a_number_typed_into_a_school_table_is_found(folder):
    place = outcome_cell(folder)

    def overwrite(book):
        book.security = None
        book[place.sheet].cell(place.row, place.column).value = 0.123

    book = open_closed(edited(folder / FILLED, overwrite))

    result = run(book)

    assert result.title == "Расхождений: 1."
    assert "(1.1)" in result.lines[0]
    assert DIFFERENCES in names(book)


def test_a_table_with_a_protected_structure_is_told_in_the_window_only(folder):
    place = outcome_cell(folder)
    path = edited(folder / FILLED, lambda book: book[place.sheet].cell(place.row, place.column, 0.123))
    book = open_closed(path)

    result = run(book)

    assert result.title == "Расхождений: 1."
    assert DIFFERENCES not in names(book)
    assert not any("на листе" in line for line in result.lines[1:])


def test_a_summary_of_no_table_has_no_differences(folder):
    """An earlier version built one; its «Принятых таблиц нет» is no wrong number."""
    write_summary(consolidated(open_folder(folder)), folder / "Свод.xlsx")

    assert run(open_closed(folder / "Свод.xlsx")).title == "Расхождений нет."


def test_a_summary_of_no_table_is_stale_once_one_is_accepted(folder):
    write_summary(consolidated(open_folder(folder)), folder / "Свод.xlsx")
    shutil.copy(folder / FILLED, folder / "Входящие")
    collect(folder)

    with pytest.raises(UserError, match="из других таблиц"):
        run(open_closed(folder / "Свод.xlsx"))


def test_of_a_summary_only_what_is_compared_is_read(summed, monkeypatch):
    """Reading a whole summary of thirty schools takes an office seconds."""
    read: list[str] = []

    def noted(book, only=None):
        found = read_live(book, only)
        read.extend(sheet.name for sheet in found.sheets)
        return found

    monkeypatch.setattr(recompute, "read_live", noted)
    book = open_closed(summed / "Свод.xlsx")
    book.sheets["Показатели"].range("C8").value = 999

    assert run(book).title.startswith("Расхождений: ")
    assert set(read) == {"Показатели", "Разрезы"}
