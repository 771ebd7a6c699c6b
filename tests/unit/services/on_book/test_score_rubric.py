"""«Рубрика»: points of the open summary against our own rules."""

from __future__ import annotations

import pytest

from metodist.errors import UserError
from metodist.hosts.closed import open_closed
from metodist.hosts.dialogs import SilentDialogs
from metodist.layout.summary_sheets.rubric import CODE, COUNT, POINTS, TITLE, TOTAL_ROW
from metodist.layout.summary_sheets.rubric_places import places_of
from metodist.services.on_book import score_rubric
from metodist.services.on_book.reading import read_live
from metodist.services.on_book.recompute import DIFFERENCES
from metodist.services.scoring_folder import score_folder

pytestmark = pytest.mark.filterwarnings("ignore:.*xtension is not supported")


def run(book):
    return score_rubric.run(book, SilentDialogs())


def first_position(folder):
    block = next(places_of(score_folder(folder).score))
    return block.positions[0]


def test_the_places_are_those_of_the_sheet(summed):
    sheet = open_closed(summed / "Свод.xlsx").sheets["Рубрика"]

    for block in places_of(score_folder(summed).score):
        assert sheet.range((block.row, TITLE)).value == block.block.title
        for place in block.positions:
            assert sheet.range((place.row, CODE)).value == place.code
            assert sheet.range((place.row, TITLE)).value == place.position.title
            for number, line in enumerate(place.position.criteria, 1):
                assert sheet.range((place.row + number, TITLE)).value == line.criterion.title


def test_a_fresh_summary_tells_the_score_and_no_differences(summed):
    score = score_folder(summed).score

    result = run(open_closed(summed / "Свод.xlsx"))

    assert result.title == f"Баллов: {score.total:g} из {score.maximum:g}."
    assert f"{score.blocks[0].title}: {score.blocks[0].score:g} из {score.blocks[0].maximum:g}." in result.lines
    assert "Расхождений нет." in result.lines


def test_of_a_summary_without_differences_only_the_rubric_is_read(summed, monkeypatch):
    """Reading a whole summary of thirty schools takes an office seconds."""
    read: list[str] = []

    def noted(book, only=None):
        found = read_live(book, only)
        read.extend(sheet.name for sheet in found.sheets)
        return found

    monkeypatch.setattr(score_rubric, "read_live", noted)
    run(open_closed(summed / "Свод.xlsx"))

    assert read == ["Рубрика"]


def test_points_typed_over_a_formula_are_listed(summed):
    book = open_closed(summed / "Свод.xlsx")
    book.sheets["Рубрика"].range((TOTAL_ROW, POINTS)).value = 999

    result = run(book)

    assert "Расхождений: 1." in result.lines
    assert any("стоит 999" in line for line in result.lines)
    assert book.sheets[DIFFERENCES].range("C6").value == "Всего"


def test_what_is_typed_on_the_sheet_counts_and_is_held_against_the_data(summed):
    place = first_position(summed)
    book = open_closed(summed / "Свод.xlsx")
    score = score_folder(summed).score
    assert (score.total, place.position.facts.indicators) == (0, 0)
    book.sheets["Рубрика"].range((place.row, COUNT)).value = 2

    result = run(book)

    assert result.title == f"Баллов: 2 из {score.maximum:g}."
    assert any("стоит 2, должно быть 0" in line for line in result.lines)


def test_the_programme_tells_its_score_and_looks_at_the_saved_summary(summed):
    score = score_folder(summed).score

    result = run(open_closed(summed / "Программа.xlsx"))

    assert result.title == f"Баллов: {score.total:g} из {score.maximum:g}."
    assert "Расхождений нет." in result.lines


def test_without_a_summary_the_programme_still_tells_its_score(folder):
    result = run(open_closed(folder / "Программа.xlsx"))

    assert result.title.startswith("Баллов: ")
    assert "«Построить свод»" in result.lines[-1]


def test_a_sheet_of_another_rubric_is_out_of_date(summed):
    book = open_closed(summed / "Свод.xlsx")
    place = first_position(summed)
    book.sheets["Рубрика"].range((place.row, CODE)).value = "77.7"

    with pytest.raises(UserError, match="из других таблиц"):
        run(book)
