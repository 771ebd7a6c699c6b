"""«Что если»: the fewest documents for a wished score, those that give most first."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from tests.programme_text import small_programme

from metodist.domain.programme import Criterion, Programme
from metodist.scoring.wish import plan_for

RUBRIC = """
Меры ¦ Конкурсы ¦ наличие ¦ план
Меры ¦ Конкурсы ¦ сроки ¦ план
Меры ¦ Конкурсы ¦ ответственные ¦ приказ
Меры ¦ Семинары ¦ наличие ¦ план
Меры ¦ Семинары ¦ сроки ¦ график
Решения ¦ Решение ¦ наличие ¦ приказ
Решения ¦ Решение ¦ сроки ¦ приказ
Анализ ¦ Анализ ¦ наличие ¦ отчёт
"""


@pytest.fixture(scope="module")
def programme() -> Programme:
    rows = (line.split(" ¦ ") for line in RUBRIC.strip().splitlines())
    rubric = tuple(Criterion(b, p, title, 1, "наличие", document=document) for b, p, title, document in rows)
    return replace(small_programme(), rubric=rubric, evidence=(), indicators=())


def test_the_documents_that_give_most_come_first(programme: Programme) -> None:
    plan = plan_for(programme, (), 6)

    assert [(step.document, step.gain) for step in plan.steps] == [("план", 3), ("приказ", 3)]
    assert plan.reached == 6


def test_a_document_that_waits_for_another_adds_only_after_it(programme: Programme) -> None:
    plan = plan_for(programme, (), 8)

    assert [(step.document, step.gain) for step in plan.steps] == [
        ("план", 3),
        ("приказ", 3),
        ("график", 1),
        ("отчёт", 1),
    ]


def test_a_score_that_is_reached_needs_nothing(programme: Programme) -> None:
    assert plan_for(programme, (), 0).steps == ()


def test_more_than_everything_is_told(programme: Programme) -> None:
    plan = plan_for(programme, (), 99)

    assert plan.reached == 8
    assert len(plan.steps) == 4


@pytest.mark.parametrize("wished", range(1, 9))
def test_no_smaller_set_reaches_the_wish(programme: Programme, wished: int) -> None:
    documents = ("план", "приказ", "график", "отчёт")
    plan = plan_for(programme, (), wished)

    assert plan.reached >= wished
    for fewer in combinations(documents, len(plan.steps) - 1):
        assert value_of(fewer) < wished


def value_of(documents: tuple[str, ...]) -> int:
    """What documents are worth, counted by hand from RUBRIC."""
    worth = 0
    if "план" in documents:
        worth += 3 + ("приказ" in documents) + ("график" in documents)
    return worth + 2 * ("приказ" in documents) + ("отчёт" in documents)
