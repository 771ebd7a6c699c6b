"""Acts that a text cites, municipalities that it names, sentences that are alike."""

from __future__ import annotations

from datetime import date

import pytest

from metodist.programme.cited import cited_acts
from metodist.programme.day_words import DAY_WORDS, year_in_words
from metodist.programme.likeness import alike, shortened
from metodist.programme.municipalities import named_municipalities, own_names


@pytest.mark.parametrize(
    ("text", "day", "number", "kind"),
    [
        ("распоряжением Правительства РФ от 7 октября 2029 г. №2580-р", date(2029, 10, 7), "2580-р", "распоряжен"),
        ("Закон № 273-ФЗ от 29.12.2012", date(2012, 12, 29), "273-ФЗ", "закон"),
        ("утверждёнными 30.04.2021 г.", date(2021, 4, 30), "", ""),
        ("протокол от «24» декабря 2018 года № 16", date(2018, 12, 24), "16", "протокол"),
        ("указ от седьмого мая две тысячи восемнадцатого года", date(2018, 5, 7), "", "указ"),
        ("12 января 2031 г. № 5-ОД", date(2031, 1, 12), "5-ОД", ""),
        ("письмо от 2019 г.", None, "", "письм"),
        ("приказ от 30 февраля 2020 г. № 1", None, "1", "приказ"),
    ],
)
def test_a_citation(text: str, day: date | None, number: str, kind: str) -> None:
    (act,) = cited_acts(text)
    assert (act.day, act.number, act.kind) == (day, number, kind)
    assert act.real is ("февраля" not in text)


@pytest.mark.parametrize(
    "text",
    [
        "до 1 сентября 2022 года",
        "на период до 2030 года",
        "2021–2024 годы",
        "с 15.03.2026 по 20.03.2026",
        "№ 5",
        "",
        "от 15 лет",
    ],
)
def test_a_term_is_no_citation(text: str) -> None:
    assert cited_acts(text) == ()


def test_days_and_years_in_words() -> None:
    assert sorted(DAY_WORDS.values()) == list(range(1, 32))
    assert year_in_words("две тысячи двадцать девятого") == 2029
    assert year_in_words("тысяча девятьсот девяносто первого") == 1991
    assert year_in_words("двухтысячного") == 2000
    assert year_in_words("две тысячи какого-то") == 0


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("работников городского округа Ревда:", ["Ревда"]),
        ("педагоги Качканарского городского округа", ["Качканарского"]),
        ("муниципального образования Крымский район", ["Крымский", "Крымский"]),
        ("в городе Ревде; г. Качканар", ["Ревде", "Качканар"]),
        ("31 декабря 2020 г. Утвердить план", []),
        ("муниципального района Саратовской области", []),
        ("каждого района, Городского округа, Федерального округа", []),
        ("Районные методические объединения, районный актив", []),
        ("города России", []),
    ],
)
def test_names_of_municipalities(text: str, names: list[str]) -> None:
    assert [each.name for each in named_municipalities(text)] == names


def test_ones_own_municipality_is_known_in_every_case() -> None:
    own = own_names("Качканарский городской округ", "г. Западная Двина")
    texts = ("Качканарского городского округа", "город Качканар", "городу Западной")
    assert all(each.is_one_of(own) for text in texts for each in named_municipalities(text))
    (other,) = named_municipalities("городской округ Ревда")
    assert not other.is_one_of(own)


def test_alike_sentences() -> None:
    goal = "Разработка индивидуальных образовательных маршрутов непрерывного развития"
    assert alike(goal, "разработки индивидуального образовательного маршрута непрерывного развития") == 1
    assert alike(goal, "Поддержка молодых педагогов") == 0
    assert shortened("Разработка индивидуальных маршрутов", goal)
    assert not shortened("Разработка маршрутов", goal)
    assert alike("", "") == 0
