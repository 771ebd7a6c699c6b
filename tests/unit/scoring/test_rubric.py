"""The rubric in Python: the decision table row by row, the other rules, reasons, totals."""

from __future__ import annotations

import pytest

from metodist.domain.evidence import CriterionEvidence, EvidenceStatus, Topic
from metodist.domain.programme import Criterion
from metodist.domain.scores import PositionFacts
from metodist.layout.rubric_formulas import RULE_FORMULAS
from metodist.scoring.rubric import RULES, judged, score_rubric

LIST = tuple(
    Criterion("Показатели", "Молодые", title, points, "показатели", 2)
    for title, points in (("наличие", 1), ("соответствие", 1), ("минус", -1))
)


def three(rule: str, block: str = "Мониторинг") -> tuple[Criterion, ...]:
    topics = (Topic.MONITORING, Topic.MONITORING_TERM, Topic.USE_OF_RESULTS)
    titles = ("наличие", "сроки", "использование")
    return tuple(
        Criterion(block, "Молодые", title, 1, rule, topic=topic) for title, topic in zip(titles, topics, strict=True)
    )


def points(criteria: tuple[Criterion, ...], facts: PositionFacts) -> tuple[float, ...]:
    return tuple(verdict.points for verdict in judged(criteria, facts))


@pytest.mark.parametrize(
    ("n", "b", "c", "expected"),
    [
        (0, 0, True, (0, 0, 0)),
        (0, 0, False, (0, 0, 0)),
        (1, 0, True, (1, 1, 0)),
        (5, 0, True, (1, 1, 0)),
        (1, 0, False, (1, 0, 0)),
        (5, 0, False, (1, 0, 0)),
        (2, 1, True, (1, 1, -1)),
        (5, 4, True, (1, 1, -1)),
        (2, 1, False, (1, 0, -1)),
        (3, 3, True, (1, 1, -1)),
        (3, 3, False, (1, 0, -1)),
        (1, 1, True, (0, 0, -1)),
        (1, 1, False, (0, 0, -1)),
    ],
)
def test_the_decision_table_of_indicators(n: int, b: int, c: bool, expected: tuple[int, ...]) -> None:
    assert points(LIST, PositionFacts(n, b, c)) == expected


ALL = frozenset({"наличие", "сроки", "использование"})


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (PositionFacts(3, shown=ALL), (1, 1, 1)),
        (PositionFacts(3, shown=frozenset({"наличие", "сроки"})), (1, 1, 0)),
        (PositionFacts(3, shown=frozenset({"сроки", "использование"})), (0, 0, 0)),
        (PositionFacts(0, shown=ALL), (0, 0, 0)),
        (PositionFacts(1, 1, shown=ALL), (0, 0, 0)),
        (PositionFacts(3, 3, shown=ALL), (0, 0, 0)),
        (PositionFacts(3, 2, shown=ALL), (1, 1, 1)),
        (PositionFacts(3, foreign=True, shown=ALL), (0, 0, 0)),
    ],
    ids=["all", "no use", "absent", "nothing monitored", "only one bad", "all bad", "some bad", "foreign"],
)
def test_the_rule_of_monitoring(facts: PositionFacts, expected: tuple[int, ...]) -> None:
    assert points(three("мониторинг"), facts) == expected


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (PositionFacts(3, shown=ALL), (1, 1, 1)),
        (PositionFacts(3, shown=frozenset({"сроки"})), (0, 0, 0)),
        (PositionFacts(1, 1, shown=ALL), (0, 1, 1)),
        (PositionFacts(2, 2, shown=ALL), (0, 1, 1)),
        (PositionFacts(2, 1, shown=ALL), (1, 1, 1)),
    ],
    ids=["all", "absent", "only one bad", "all bad", "some bad"],
)
def test_the_rule_of_analysis_takes_only_the_first_point(facts: PositionFacts, expected: tuple[int, ...]) -> None:
    assert points(three("анализ"), facts) == expected


def test_without_the_thing_itself_its_terms_earn_nothing() -> None:
    assert points(three("наличие"), PositionFacts(shown=frozenset({"сроки"}))) == (0, 0, 0)


def test_a_position_without_a_rule_is_scored_by_presence() -> None:
    assert points(three(""), PositionFacts(shown=ALL)) == (1, 1, 1)


def test_every_rule_stands_in_python_and_in_formulas() -> None:
    assert [word for word, _ in RULES] == [word for word, _ in RULE_FORMULAS]


def test_a_zero_says_why_and_what_would_earn_the_point() -> None:
    facts = {("Мониторинг", "Молодые"): PositionFacts(2, shown=frozenset({"наличие", "использование"}))}

    line = score_rubric(three("мониторинг"), facts).criteria[1]

    assert line.score == 0
    assert line.reason == "нет сведений о сроках: добавьте срок в положение о мониторинге, +1"


def test_the_workbooks_own_advice_stands_before_the_general_one() -> None:
    (one,) = (Criterion("Меры", "Конкурсы", "сроки", 1, advice="впишите срок в план конкурсов"),)

    line = score_rubric((one,), {}).criteria[0]

    assert line.reason == "не подтверждено: «сроки»: впишите срок в план конкурсов, +1"


def test_doubtful_evidence_earns_nothing_and_is_named() -> None:
    criteria = three("наличие")
    doubtful = CriterionEvidence(
        "Мониторинг", "Молодые", "наличие", "приказ", number="5", status=EvidenceStatus.DOUBTFUL
    )

    line = score_rubric(criteria, {}, (doubtful,)).criteria[0]

    assert (line.score, line.status) == (0, EvidenceStatus.DOUBTFUL)
    assert line.reason.startswith("под вопросом: приказ № 5; ")


def test_totals_and_the_maximum_of_the_source_stand_side_by_side() -> None:
    criteria = tuple(
        Criterion("Меры", f"Позиция {number}", title, 1, "наличие", 24)
        for number in range(1, 8)
        for title in ("наличие", "сроки", "ответственные")
    )
    facts = {("Меры", "Позиция 1"): PositionFacts(shown=frozenset({"наличие", "сроки"}))}

    score = score_rubric(criteria, facts)

    (block,) = score.blocks
    assert (score.total, score.maximum, score.declared_maximum) == (2, 21, 24)
    assert block.contradicts
    assert [position.score for position in block.positions] == [2, 0, 0, 0, 0, 0, 0]
