"""Findings in words: any title, any kind, decimal comma, non-breaking spaces."""

from __future__ import annotations

from metodist.domain.indicators import Indicator, IndicatorKind
from metodist.domain.outcomes import Outcome, Ratio
from metodist.domain.programme import Programme
from metodist.summary.headlines import headline
from summary_samples import sample_summary

K = IndicatorKind


def finding(indicator: Indicator, outcome: Outcome) -> str:
    return headline(indicator, outcome).replace("\u00a0", " ")


def test_headlines_of_the_sample(small_programme: Programme) -> None:
    headlines = sample_summary(small_programme).headlines
    assert {code: text.replace("\u00a0", " ") for code, text in headlines.items()} == {
        "1.1": "Доля педагогов, прошедших диагностику: 60,0 % (3 из 5), цель 80 % не достигнута",
        "1.2": "Доля имеющих дефициты среди прошедших диагностику: 66,7 % (2 из 3), цель 30 % не достигнута",
        "1.3": "Уровень компетентности: 66,8 балла, уровень — средний, цель 60 баллов достигнута",
        "1.4": "Наиболее частые дефициты: чаще всего — предметные (1 из 3, 33,3 %)",
        "2.1": "Наличие положения о наставничестве: 66,7 % школ (2 из 3), цель 100 % не достигнута",
        "2.2": "Доля молодых педагогов, участвующих в конкурсах: 100,0 % (1 из 1)",
        "2.3": "Участие в конкурсах: 1 ед.",
        "2.4": "Увеличение числа участников сообществ: +3 чел. (было 4, стало 7, +75,0 %)",
        "2.5": "Доля школ — инновационных площадок: 33,3 % (1 из 3)",
        "3.1": "Распределение по категориям: чаще всего — высшая (2 из 5, 40,0 %)",
        "3.2": "Средний возраст: 44,8 года",
        "3.3": "Доля вакансий: 37,5 % (3 из 8), цель 5 % не достигнута",
        "3.4": "Доля курсов по заявкам школ: 75,0 % (6 из 8)",
    }


def test_a_reached_target_is_said_to_be_reached() -> None:
    share = Indicator("1", "Доля прошедших", K.SHARE, "Кадры", target=0.8)
    assert finding(share, Outcome("1", K.SHARE, 4, 5, 0.8)) == "Доля прошедших: 80,0 % (4 из 5), цель 80 % достигнута"


def test_a_target_is_compared_unrounded() -> None:
    share = Indicator("1", "Доля", K.SHARE, "Кадры", target=0.8)
    text = finding(share, Outcome("1", K.SHARE, 7999, 10000, 0.7999))
    assert text == "Доля: 80,0 % (7 999 из 10 000), цель 80 % не достигнута"


def test_nothing_known_says_nothing() -> None:
    for kind in IndicatorKind:
        assert finding(Indicator("1", "Что-то", kind, "Кадры"), Outcome("1", kind, None, None, None)) == ""
    nobody = Outcome("1", K.RANKING, None, 0, None, {"а": Ratio(0, 0)})
    assert finding(Indicator("1", "Что-то", K.RANKING, "Кадры"), nobody) == ""


def test_a_fall_has_a_minus_and_an_unknown_past_no_per_cent() -> None:
    change = Indicator("1", "Рост", K.CHANGE, "Сведения", unit="чел.")
    assert finding(change, Outcome("1", K.CHANGE, 7, 10, -3)) == "Рост: −3 чел. (было 10, стало 7, −30,0 %)"
    assert finding(change, Outcome("1", K.CHANGE, 7, 0, 7)) == "Рост: +7 чел. (было 0, стало 7)"


def test_what_the_municipality_states_is_there_or_not() -> None:
    plan = Indicator("1", "План заседаний", K.PRESENCE, "Муниципалитет")
    assert finding(plan, Outcome("1", K.PRESENCE, 1, 1, 1.0)) == "План заседаний: есть"
    assert finding(plan, Outcome("1", K.PRESENCE, 0, 1, 0.0)) == "План заседаний: нет"
