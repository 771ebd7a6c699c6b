"""Numbers, dates and spaces as Russian documents have them."""

from __future__ import annotations

from datetime import date

import pytest

from metodist.documents.numbers import counted, date_digits, date_words, of_counted, points
from metodist.documents.typography import bind, capitalised, clean, one_stop, quoted, uncapitalised

NBSP = "\u00a0"


@pytest.mark.parametrize(
    ("number", "noun", "text"),
    [
        (1, "школа", "1 школа"),
        (3, "школа", "3 школы"),
        (5, "школа", "5 школ"),
        (11, "школа", "11 школ"),
        (12, "школа", "12 школ"),
        (21, "педагог", "21 педагог"),
        (22, "педагог", "22 педагога"),
        (25, "педагог", "25 педагогов"),
        (101, "организация", "101 организация"),
        (111, "организация", "111 организаций"),
        (0, "строка", "0 строк"),
        (1141, "строка", "1 141 строка"),
        (2, "предупреждение", "2 предупреждения"),
        # not in the table: by the dictionary
        (1, "справка", "1 справка"),
        (3, "справка", "3 справки"),
        (5, "конкурс", "5 конкурсов"),
    ],
)
def test_a_noun_agrees_with_its_number(number: int, noun: str, text: str) -> None:
    assert counted(number, noun) == text.replace(" ", NBSP)


@pytest.mark.parametrize(
    ("number", "text"), [(1, "1 школы"), (2, "2 школ"), (11, "11 школ"), (21, "21 школы"), (34, "34 школ")]
)
def test_the_genitive_of_a_counted_noun(number: int, text: str) -> None:
    assert of_counted(number, "школа") == text.replace(" ", NBSP)


def test_percentage_points_are_a_fraction_and_have_no_sign() -> None:
    assert points(-0.0859) == "8,6 процентного пункта"


def test_dates() -> None:
    day = date(2026, 6, 5)
    assert date_digits(day) == "05.06.2026"
    assert date_words(day) == f"5{NBSP}июня{NBSP}2026{NBSP}г."


@pytest.mark.parametrize(
    "text",
    [
        "от 5~июня~2026~г. №~319",
        "А.~А.~Пацюк, директору",
        "А.А.~Пацюк, директору",
        "директору центра А.А.~Пацюк",
        "подписала Василенко~Н.~М. вчера",
        "71,4~% и 50~%",
        "г.~Крымск, ст.~Нижнебаканская",
        "за 2026~год",
        "за 2026/2027~учебный~год",
        "МБОУ СОШ №~3",
        "цель~— рост",
        "мы, Иванова и Петров",
        "школа 3 учит 20 детей",
    ],
)
def test_what_must_not_be_torn_apart(text: str) -> None:
    assert bind(text.replace("~", " ")).replace(NBSP, "~") == text


def test_clean_leaves_one_space_and_what_xml_allows() -> None:
    assert clean(" два\n\tслова \x0b и\x00 ещё ") == "два слова и ещё"
    assert clean(f"5 {NBSP} %") == f"5{NBSP}%"


def test_quotes_and_first_letters() -> None:
    assert quoted("Развитие") == "«Развитие»" == quoted("«Развитие»")
    assert capitalised("директору ИМЦ") == "Директору ИМЦ"
    assert (uncapitalised("Создание условий"), uncapitalised("ИМЦ помогает")) == ("создание условий", "ИМЦ помогает")


@pytest.mark.parametrize(
    ("text", "right"),
    [("на 2021-2024 гг..", "на 2021-2024 гг."), ("и т. д…", "и т. д…"), ("ждём...", "ждём..."), ("5..6", "5..6")],
)
def test_a_sentence_that_ends_with_an_abbreviation_has_one_stop(text: str, right: str) -> None:
    assert one_stop(text) == right
