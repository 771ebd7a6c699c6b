"""Terms in words and the dates they come to; how a table is read stands in `terms_sample`."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metodist.domain.periods import PeriodKind
from metodist.programme.term_dates import date_term, plan_years
from metodist.programme.terms import read_term
from programme_text import programme_from, replaced
from terms_sample import Y2026, lines, shown, years

# Другие слова, отчётный 2026 год программы на 2025–2026 годы.
OTHER_WORDS = """
единожды     | сентябрь 2025, март 2026           | 01.09–30.09 [2025]; 01.03–31.03 [2026]
родительный  | с октября по март                  | 01.10–31.03 +1 [2026]
предложный   | в ноябре                           | 01.11–30.11 [2026]
сокращённо   | сент.-окт.                         | 01.09–31.10 [2026]
римские      | I–III кварталы                     | 01.01–31.03 [2026]; 01.04–30.06 [2026]; 01.07–30.09 [2026]
порядковые   | первый и третий кварталы           | 01.01–31.03 [2026]; 01.07–30.09 [2026]
квартал      | IV квартал ежегодно                | 01.10–31.12 [2025 2026]
полугодие    | 2 полугодие                        | 01.07–31.12 [2026]
полугодия    | раз в полугодие                    | 01.01–30.06 [2026]; 01.07–31.12 [2026]
не реже      | не реже 1 раза в квартал           | 01.01–31.03 [2026]; 01.04–30.06 [2026]; 01.07–30.09 [2026]; 01.10–31.12 [2026]
раз в год    | один раз в год                     | 01.01–31.12 [2025 2026]
постоянно    | постоянно                          | 01.01–31.12 [2026]
день         | 15 марта                           | 15.03 [2026]
дни          | с 1 по 15 марта                    | 01.03–15.03 [2026]
дни месяцев  | 20 декабря - 10 января             | 20.12–10.01 +1 [2026]
до дня       | до 15 мая                          | до 15.05 [2026]
до месяца    | до июня                            | до 31.05 [2026]
не позднее   | не позднее мая                     | до 31.05 [2026]
к дате       | к 1 сентября 2026 года             | до 01.09 [2026]
дата         | 31.12.2026                         | 31.12 [2026]
даты         | 01.03.2026–15.03.2026              | 01.03–15.03 [2026]
до даты      | до 15.05.2026                      | до 15.05 [2026]
месяцы лет   | сентябрь 2025 – май 2026           | 01.09–31.05 +1 [2025]
уч. год      | 2025-2026 уч.год                   | 01.09–31.08 +1 [2025]
уч. год      | в течение 2025/26 учебного года    | 01.09–31.08 +1 [2025]
до конца     | до конца учебного года             | до 31.05 [2027]
к началу     | к началу учебного года             | до 31.08 [2026]
начало       | в начале учебного года             | 01.09–30.09 [2026]
весь срок    | весь период реализации программы   | 01.01–31.12 +1 [2025]
годы         | в течение 2025–2026 годов          | 01.01–31.12 +1 [2025]
год впереди  | 2025–2026: март                    | 01.03–31.03 [2025 2026]
с примечанием| март (муниципальный этап)          | 01.03–31.03 [2026]
вне лет      | март 2031                          | 01.03–31.03 [2031]; вне лет
число раз    | не реже 2 раз в год                | не датируется
число раз    | 2–3 раза в год                     | не датируется
неделя       | еженедельно                        | не датируется
необходимость| по мере необходимости              | не датируется
план         | по отдельному плану                | не датируется
или          | февраль или март                   | не датируется
кроме        | март, кроме 2026 года              | не датируется
не ранее     | не ранее мая                       | не датируется
без конца    | с сентября                         | не датируется
после        | после 1 мая                        | не датируется
время года   | осень                              | не датируется
конец года   | в конце года                       | не датируется
следующий    | март следующего года               | не датируется
номер месяца | второй месяц                       | не датируется
опечатка     | янврь                              | не датируется
нет дня      | 29 февраля                         | не датируется
месяц        | тринадцатый месяц                  | невозможно
месяц        | 13 месяц                           | невозможно
квартал      | 5 квартал                          | невозможно
квартал      | 1, 7 квартал                       | невозможно
полугодие    | 3 полугодие                        | невозможно
день         | 31 февраля                         | невозможно
день         | 31.04.2026                         | невозможно
дни          | с 15 по 1 марта                    | невозможно
годы         | 2023–2021                          | невозможно
"""


@pytest.mark.parametrize(("what", "term", "expected"), lines(OTHER_WORDS))
def test_other_words(what: str, term: str, expected: str) -> None:
    assert shown(term, years(2025, 2026, reporting=2026)) == expected


# срок, что сказано, что предложено
SAID = [
    ("в соответствии с графиком", "назван график или документ, но не сам срок", "октябрь, февраль, ежегодно"),
    ("2 раза в год", "не сказано когда", "1, 3 квартал ежегодно"),
    ("янврь", "не указаны ни месяц", "январь"),
    ("5 квартал", "квартала 5 не бывает", "от 1 до 4"),
    ("31 февраля", "такого дня не бывает", "29.02"),
    ("31.02.2026", "такого дня не бывает", "28.02"),
    ("с сентября", "понятен не полностью", "сентябрь–май"),
    ("в конце года", "календарный или учебный", "31 декабря"),
    ("2023–2021", "конец срока раньше начала", "поменяйте"),
    ("март 2031", "вне лет программы (2026–2026)", "годы программы"),
]


@pytest.mark.parametrize(("term", "message", "suggestion"), SAID)
def test_a_problem_says_why_and_what_to_write(term: str, message: str, suggestion: str) -> None:
    problems = date_term(term, Y2026).problems

    assert len(problems) == 1
    assert message in problems[0].message
    assert suggestion in problems[0].suggestion


def test_words_beside_a_term_are_kept() -> None:
    dated = date_term("план подготовить до сентября, срок его реализации в течение года", Y2026).occurrences

    assert [(one.label, one.note) for one in dated] == [
        ("2026 год", "срок его реализации"),
        ("до 31.08.2026", "план подготовить"),
    ]


@pytest.mark.parametrize(
    ("term", "label"),
    [
        ("ноябрь", "ноябрь 2026 года"),
        ("июль–сентябрь", "июль–сентябрь 2026 года"),
        ("октябрь–март", "октябрь 2026 – март 2027 года"),
        ("4 квартал", "4 квартал 2026 года"),
        ("1 полугодие", "1 полугодие 2026 года"),
        ("до 15 мая", "до 15.05.2026"),
        ("1–15 марта", "01.03.2026–15.03.2026"),
        ("в течение года", "2026 год"),
        ("в течение учебного года", "2026/2027 учебный год"),
        ("в конце учебного года", "май 2027 года (конец учебного года)"),
        ("2026–2028", "2026–2028 годы"),
    ],
)
def test_an_occurrence_has_a_name(term: str, label: str) -> None:
    assert date_term(term, Y2026).occurrences[0].label == label


def test_a_programme_by_school_years_looks_for_months_from_september() -> None:
    programme = programme_from(replaced("календарный год", "учебный год"))
    within = plan_years(programme.passport)

    assert [period.code for period in within.periods] == ["2025-2026", "2026-2027"]
    assert shown("ноябрь", within) == "01.11–30.11 [2026]"
    assert shown("март", within) == "01.03–31.03 [2027]"
    assert shown("март, ежегодно", within) == "01.03–31.03 [2026 2027]"
    assert shown("до сентября нового учебного года", within) == "до 31.08 [2026]"
    assert date_term("в течение года", within).occurrences[0].end == date(2027, 8, 31)
    assert within.period.kind is PeriodKind.SCHOOL


def test_a_programme_without_years_has_its_reporting_period_only() -> None:
    text = replaced("Основное ¦ Действует с ¦ 2025\nОсновное ¦ Действует по ¦ 2027\n", "")

    assert [period.code for period in plan_years(programme_from(text).passport).periods] == ["2026"]


def test_a_blank_term_says_nothing() -> None:
    assert read_term("  ").parts == ()
    assert read_term("  ").problems == ()


_PIECES = (
    "январь мая сент. 1 4 0 13 31 II xiv 2026 2021-2023 2025/26 квартал полугодие месяц года год уч. учебного в до к с по "
    "и или - – , ; : . ( ) ежегодно раз раза течение конце начала не позднее реже нового графику 31.02.2026 1.1.2026 г."
).split()


@given(st.lists(st.sampled_from(_PIECES), max_size=9).map(" ".join) | st.text(max_size=40))
def test_any_text_is_read_and_dated_or_told(text: str) -> None:
    dating = date_term(text, years(2025, 2026, reporting=2026))

    assert all(one.start <= one.end and one.label for one in dating.occurrences)
    assert all(one.message and one.suggestion for one in dating.problems)
    if any(letter.isalnum() for letter in text):
        assert dating.occurrences or dating.problems


@pytest.mark.parametrize(
    ("text", "meant"), [("январь–мартобрь", "март"), ("мартобрь 2026", "март"), ("декябрь", "декабрь")]
)
def test_a_word_that_ends_as_a_month_is_never_taken_for_a_note(text, meant):
    term = read_term(text)

    assert term.parts == ()
    assert [problem.suggestion for problem in term.problems] == [f"возможно, «{meant}»"]
