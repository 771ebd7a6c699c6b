"""Conditions that hold for nobody and shares that are decided beforehand, each in a small programme."""

from __future__ import annotations

import pytest

from lint_sample import lint
from metodist.domain.findings import Severity
from programme_text import replaced

WARNING, REMARK = Severity.WARNING, Severity.REMARK
YOUNG = "Возраст <= 35; Стаж педагогический <= 3"


@pytest.mark.parametrize(
    ("condition", "sentence"),
    [
        ("Возраст < 25; Возраст > 60", "не может выполниться ни для кого: Возраст < 25; Возраст > 60"),
        ("Предмет = Математика; Предмет = Русский язык", "ни для кого"),
        ("Диагностика = да; Диагностика = нет", "ни для кого"),
        ("Диагностика = нет; заполнено(Дата диагностики); Дата диагностики < {начало}", "ни для кого"),
        ("Дата диагностики >= 01.01.2029", "ни для кого"),
        ("Дата диагностики < 01.01.2026", "за отчётный период"),
        ("Диагностика = да | (Категория = высшая; Категория = нет)", "Часть условия"),
        ("есть(Конкурсы: Уровень = муниципальный; Уровень = региональный)", "ни для кого"),
    ],
)
def test_conditions_that_hold_for_nobody(condition: str, sentence: str) -> None:
    issues = lint(replaced(YOUNG, condition))
    assert [(issue.severity, issue.column) for issue in issues] == [
        (REMARK if "период" in sentence else WARNING, "Знаменатель")
    ]
    assert sentence in issues[0].message


def test_a_window_after_the_programme() -> None:
    text = replaced(YOUNG, "год(Дата аттестации) >= 2031")
    text = text.replace(
        "Кадры ¦ Диагностика ¦", "Кадры ¦ Дата аттестации ¦ Диагностика ¦ дата\nКадры ¦ Диагностика ¦", 1
    )
    (issue,) = lint(text)
    assert "после программы (она до 31.12.2027)" in issue.message


@pytest.mark.parametrize(
    ("numerator", "denominator", "sentence"),
    [
        ("Стаж общий <= 3", "Стаж общий > 10", "всегда 0 %"),
        ("Стаж общий <= 10", "Стаж общий <= 3", "всегда 100 %"),
        ("Диагностика = да | Диагностика = нет", "", "всегда 100 %"),
    ],
)
def test_shares_that_are_decided_beforehand(numerator: str, denominator: str, sentence: str) -> None:
    """The denominator narrower than the numerator, or apart from it."""
    before = "есть(Конкурсы: Уровень = региональный, федеральный) ¦ " + YOUNG
    (issue,) = lint(replaced(before, f"{numerator} ¦ {denominator}"))
    assert sentence in issue.message


def test_a_sum_that_may_exceed_its_whole() -> None:
    """Vacancies may not: they are part of the whole. Without a rule, and without being a part, they may."""
    text = replaced("Педагогов по штату + Вакансий ¦", "Педагогов по штату ¦")
    assert lint(text) == []  # «Вакансий <= Педагогов по штату» is a rule of the field
    (issue,) = lint(text.replace("Вакансий <= Педагогов по штату", ""))
    assert "«Вакансий»" in issue.message
    (issue,) = lint(
        replaced("¦ Вакансий ¦ Педагогов по штату + Вакансий", "¦ Педагогов по штату + Вакансий ¦ Вакансий")
    )
    assert "у́же числителя" in issue.message
    (issue,) = lint(replaced("¦ Вакансий ¦ Педагогов по штату + Вакансий", "¦ Вакансий ¦ Вакансий"))
    assert "одно и то же (Вакансий)" in issue.message
