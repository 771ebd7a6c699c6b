"""«Правила рекомендаций»: rules as data, read strictly, every mistake with its place and what to write instead."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metodist.domain.findings import ProgrammeIssue
from metodist.domain.outcome_tests import Compared, Relation, Standard, Trend
from metodist.domain.recommendations import AddresseeKind
from metodist.programme.outcome_conditions import parse_outcome_condition
from metodist.programme.tokens import ConditionError
from programme_text import SMALL, programme_from, reading_of, replaced

HEAD = "№ ¦ Показатель ¦ Условие ¦ Рекомендация ¦ Адресат ¦ Материал ¦ Срок ¦ Форма отчёта"
PASSPORT = replaced(
    "Реестры ¦ Кадры ¦",
    "Адресаты рекомендаций в школе ¦ ШМО ¦ школьному методическому объединению\n"
    "Адресаты рекомендаций в муниципалитете ¦ ИМЦ ¦ информационно-методическому центру\n"
    "Реестры ¦ Кадры ¦",
)


def with_rule(row: str) -> str:
    return f"{PASSPORT}\n# Правила рекомендаций\n{HEAD}\n{row}\n"


def only_issue(row: str) -> ProgrammeIssue:
    reading = reading_of(with_rule(row))
    assert len(reading.issues) == 1, [(issue.column, issue.message) for issue in reading.issues]
    return reading.issues[0]


def test_a_rule_is_read_whole() -> None:
    (rule,) = programme_from(
        with_rule("1 ¦ 1.1, 3.3 ¦ хуже цели; снизился ¦ Обучить {ещё}. ¦ ШМО ¦ Памятка ¦ до 1 июня ¦ справка")
    ).advice_rules

    assert rule.indicators == ("1.1", "3.3")
    assert rule.condition.tests == (Compared(Relation.WORSE, Standard.TARGET), Trend.FELL)
    assert (rule.addressee.kind, rule.addressee.dative) == (
        AddresseeKind.SCHOOL_BODY,
        "школьному методическому объединению",
    )
    assert (rule.text, rule.material, rule.deadline, rule.report) == (
        "Обучить {ещё}.",
        "Памятка",
        "до 1 июня",
        "справка",
    )


@pytest.mark.parametrize(
    ("cell", "kind", "name"),
    [
        ("", AddresseeKind.SCHOOL, ""),
        ("Школа", AddresseeKind.SCHOOL, ""),
        ("категория: Сельская", AddresseeKind.CATEGORY, "сельская"),
        ("кластер: А", AddresseeKind.CLUSTER, "А"),
        ("имц", AddresseeKind.DISTRICT_BODY, "ИМЦ"),
    ],
)
def test_whom_a_rule_speaks_to(cell: str, kind: AddresseeKind, name: str) -> None:
    (rule,) = programme_from(with_rule(f"1 ¦ 1.1 ¦ хуже цели ¦ Обучить. ¦ {cell}")).advice_rules

    assert (rule.addressee.kind, rule.addressee.name) == (kind, name)


def test_a_programme_without_the_sheet_has_no_rules_of_its_own() -> None:
    assert programme_from(SMALL).advice_rules == ()


# row, column, part of the sentence, suggestion
WRONG = [
    ("1 ¦ 1.9 ¦ хуже цели ¦ Обучить.", "Показатель", "«1.9» на листе «Показатели» нет", "1.1"),
    ("1 ¦ 1.1 ¦ ниже цели ¦ Обучить.", "Условие", "«ниже цели» не понято", "хуже цели"),
    ("1 ¦ 1.1 ¦ снизелся ¦ Обучить.", "Условие", "«снизелся» не понято", "снизился"),
    ("1 ¦ 1.1 ¦ < целью ¦ Обучить.", "Условие", "Сравнить можно с целью", "цель"),
    ("1 ¦ 1.1 ¦ < 50 ¦ Обучить.", "Условие", "число пишут в процентах", "50 %"),
    ("1 ¦ 1.1 ¦ нет ¦ Обучить.", "Условие", "не бывает «да» или «нет»", "хуже цели"),
    ("1 ¦ 2.2 ¦ хуже цели ¦ Обучить.", "Условие", "нет целевого значения", "Целевое значение"),
    ("1 ¦ 1.3 ¦ уровень: средни ¦ Обучить.", "Условие", "Уровня «средни»", "средний"),
    ("1 ¦ 1.1 ¦ уровень: средний ¦ Обучить.", "Условие", "нет шкалы", ""),
    ("1 ¦ 1.3 ¦ заметно хуже района ¦ Обучить.", "Условие", "бывает только доля", "хуже района"),
    ("1 ¦ 1.4 ¦ хуже района ¦ Обучить.", "Условие", "нет одного значения", "есть данные"),
    ("1 ¦ 1.1 ¦ хуже цели ¦ Обучить {школу}.", "Рекомендация", "Метки «{школу}» нет", "школа"),
    ("1 ¦ 1.1 ¦ хуже цели ¦ Обучить {школа.", "Рекомендация", "не закрыта", "{школа}"),
    ("1 ¦ 1.1 ¦ хуже цели ¦ Обучить. ¦ ШМ0", "Адресат", "Адресата «ШМ0» нет", "ШМО"),
    ("1 ¦ 1.1 ¦ хуже цели ¦ Обучить. ¦ категория: сельски", "Адресат", "Категории «сельски»", "сельская"),
    ("1 ¦ 1.1 ¦ хуже цели ¦ Обучить. ¦ кластер:", "Адресат", "нужно название", ""),
    ("1 ¦ 1.1 ¦ хуже цели ¦", "Рекомендация", "не заполнена", ""),
    ("1 ¦ 3.4 ¦ хуже района ¦ Обучить.", "Адресат", "считается по муниципалитету", "Адресаты рекомендаций"),
]


@pytest.mark.parametrize(("row", "column", "part", "suggestion"), WRONG)
def test_a_mistake_says_where_and_what_to_write(row: str, column: str, part: str, suggestion: str) -> None:
    issue = only_issue(row)

    assert (issue.sheet, issue.row, issue.column) == ("Правила рекомендаций", 5, column)
    assert part in issue.message
    assert suggestion in issue.suggestion


def test_numbers_of_rules_do_not_repeat() -> None:
    issue = only_issue("1 ¦ 1.1 ¦ хуже цели ¦ Обучить.\n1 ¦ 1.1 ¦ хуже района ¦ Обучить.")

    assert (issue.row, issue.column) == (6, "№")


@given(st.text(alphabet="<>=%;: 0159,.целхужрайонсизвыдтмфГ«»", max_size=24))
def test_whatever_is_written_is_understood_or_refused(text: str) -> None:
    """A condition is read or refused with a sentence; nothing else happens."""
    try:
        condition = parse_outcome_condition(text)
    except ConditionError:
        return
    assert parse_outcome_condition(condition.text).tests == condition.tests
