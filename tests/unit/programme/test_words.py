"""The nearest known word."""

from __future__ import annotations

import pytest

from metodist.programme.words import nearest, only_letters_differ

KNOWN = ("Кадры", "Конкурсы", "Мероприятия", "Курсы ПК")


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("Кадрв", "Кадры"),
        ("кадры", "Кадры"),
        ("Kaдpы", "Кадры"),  # three Latin letters
        ("Конкурс", "Конкурсы"),
        ("Мероприятие", "Мероприятия"),
        ("Курсы", "Курсы ПК"),
        ("Зарплата", ""),
        ("", ""),
    ],
)
def test_the_nearest_word(word: str, meant: str) -> None:
    assert nearest(word, KNOWN) == meant


def test_only_the_letters_differ() -> None:
    assert only_letters_differ("Kадры", "Кадры")
    assert not only_letters_differ("Кадры", "Кадры")
    assert not only_letters_differ("Кадрв", "Кадры")
