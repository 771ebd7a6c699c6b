"""Sheet «Оформление»: a house style and masks of numbers, read strictly."""

from __future__ import annotations

from datetime import date

import pytest

from metodist.domain.layout_profile import GOST_2016, GOST_2025
from metodist.domain.numbering import NumberMask, mask_fault
from metodist.programme.snapshot import snapshot
from programme_text import programme_from, reading_of, with_rows

HEAD = "\n# Оформление\nНастройка ¦ Значение ¦ Документ\n"
DAY = date(2026, 6, 5)


def _with(*rows: str) -> str:
    return with_rows("Цели", base=programme_text()) + HEAD + "\n".join(rows) + "\n"


def programme_text() -> str:
    from programme_text import SMALL

    return SMALL


def test_without_the_sheet_documents_follow_the_usual_profile() -> None:
    programme = programme_from(programme_text())
    assert (programme.profile, programme.masks) == (GOST_2025, ())
    assert "Оформление" not in snapshot(programme)


def test_the_earlier_profile_is_chosen_by_its_year() -> None:
    assert programme_from(_with("Профиль ¦ 2016")).profile == GOST_2016


def test_a_house_style_changes_what_it_names_and_keeps_the_rest() -> None:
    rows = ("Название ¦ Домашний", "Левое поле, мм ¦ 25", "Шрифт ¦ PT Astra Serif", "Межстрочный интервал ¦ 1,5")
    profile = programme_from(_with(*rows)).profile
    assert (profile.name, profile.left_mm, profile.font, profile.line_spacing) == (
        "Домашний",
        25,
        "PT Astra Serif",
        1.5,
    )
    assert (profile.right_mm, profile.text_pt) == (GOST_2025.right_mm, GOST_2025.text_pt)
    assert "| Левое поле, мм | 25 |" in snapshot(programme_from(_with(*rows)))


def test_masks_are_data() -> None:
    programme = programme_from(
        _with("Номер документа ¦ '{n}-ОД", "Номер документа ¦ '{гг}/{n} ¦ Аналитическая справка")
    )
    assert programme.masks == (NumberMask("{n}-ОД"), NumberMask("{гг}/{n}", "Аналитическая справка"))


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("Левое поле, мм ¦ 5", "«Левое поле, мм»: 5 — вне пределов от 10 до 60."),
        ("Размер текста, пт ¦ крупный", "число"),
        ("Професиль ¦ 2016", "Професиль"),
        ("Профиль ¦ 2003", "Профиля «2003» нет. Есть: ГОСТ Р 7.0.97-2025, ГОСТ Р 7.0.97-2016."),
        ("Шрифт ¦ <Arial>", "Название шрифта «<Arial>» не годится."),
        ("Номер документа ¦ ОД", "ровно одно место для номера: {n}"),
        ("Номер документа ¦ '{n}/{n}", "ровно одно место"),
        ("Номер документа ¦ '{n}-{день}", "непонятное место {день}"),
        ("Номер страницы от края, мм ¦ 25", "не помещается в верхнем поле (20 мм)"),
        ("Левое поле, мм ¦ 20 ¦ Справка", "Графа «Документ» нужна только номеру документа"),
    ],
)
def test_what_does_not_suit_is_an_error_with_its_place(row: str, message: str) -> None:
    reading = reading_of(_with(row))
    assert reading.programme is None
    (issue,) = reading.issues
    assert (issue.sheet, issue.row) == ("Оформление", 5)
    assert message in issue.message
    assert issue.suggestion or "число" in message


def test_a_setting_stands_once() -> None:
    (issue,) = reading_of(_with("Левое поле, мм ¦ 20", "Левое поле, мм ¦ 30")).issues
    assert issue.row == 6


@pytest.mark.parametrize(
    ("mask", "number"),
    [("{n}-ОД", "319-ОД"), ("25/{n}", "25/319"), ("{n}-09", "319-09"), ("{гг}/{n:4}", "26/0319"), ("{n}", "319")],
)
def test_a_mask_gives_a_number_and_knows_it_again(mask: str, number: str) -> None:
    one = NumberMask(mask)
    assert mask_fault(mask) == ""
    assert one.number(319, DAY) == number
    assert one.counter(number, DAY) == 319
    assert one.counter(f"{number}х", DAY) is None
