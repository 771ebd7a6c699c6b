"""The management cycle: which links a goal has, which are missing, and the two views of one chain."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.programme_text import small_programme

from metodist.domain.cycle import complete_goals, link_counts
from metodist.domain.cycle_views import Link, ViewStep
from metodist.domain.evidence import CriterionEvidence, Topic
from metodist.domain.indicators import IndicatorKind
from metodist.domain.outcomes import Outcome
from metodist.domain.programme import Criterion, Programme
from metodist.domain.roadmap import Activity, ActivityKind
from metodist.summary.cycle import management_cycle

DIRECTION = "Молодые педагоги"


@pytest.fixture(scope="module")
def programme() -> Programme:
    small = small_programme()
    indicators = tuple(replace(one, direction=DIRECTION if one.goals == ("1",) else "") for one in small.indicators)
    roadmap = (
        Activity("1", ActivityKind.ACTIVITY, "Школа", "Школа молодого учителя", goals=("1",)),
        Activity("Р1", ActivityKind.DECISION, DIRECTION, "Комплекс мер"),
        Activity("А1", ActivityKind.EFFECT, "Комплекс мер", "Отчёт об исполнении"),
    )
    rubric = (Criterion("Рекомендации", DIRECTION, "наличие", 1, topic=Topic.RECOMMENDATIONS),)
    return replace(small, indicators=indicators, roadmap=roadmap, rubric=rubric, evidence=())


KNOWN = {"1.1": Outcome("1.1", IndicatorKind.SHARE, 5, 7, 5 / 7)}


def test_the_chain_goes_from_the_goal_to_the_effect(programme: Programme) -> None:
    shown = CriterionEvidence("Рекомендации", DIRECTION, "наличие", title="Адресные рекомендации")

    first, _ = management_cycle(programme, KNOWN, (shown,))

    assert first.present == len(Link)
    assert first.state(Link.EFFECT).text == "анализ эффективности: № А1"
    assert first.state(Link.MONITORING).text == "мониторинги: № 1 (ежегодно, ноябрь)"
    assert first.state(Link.ANALYSIS).text == "в своде есть значения 1 из 4 показателей"


def test_missing_links_say_what_to_do(programme: Programme) -> None:
    _, second = management_cycle(programme, {}, ())

    missing = {state.link for state in second.links if not state.present}
    assert missing == {Link.ANALYSIS, Link.RECOMMENDATIONS, Link.MEASURES, Link.DECISIONS, Link.EFFECT}
    assert "постройте свод" in second.state(Link.ANALYSIS).text


def test_issued_recommendations_count_for_the_goals_of_their_indicators(programme: Programme) -> None:
    """A programme without a rubric has no criteria that a document could show."""
    bare = replace(programme, rubric=())

    first, second = management_cycle(bare, KNOWN, advised={"1.1"})

    assert first.state(Link.RECOMMENDATIONS).present
    assert first.state(Link.RECOMMENDATIONS).text == "выданы по показателям: 1.1"
    assert not second.state(Link.RECOMMENDATIONS).present
    assert "Правила рекомендаций" in second.state(Link.RECOMMENDATIONS).text
    assert "Подтверждения" not in management_cycle(bare, KNOWN)[0].state(Link.RECOMMENDATIONS).text


def test_a_goal_without_indicators_has_nothing_to_collect(programme: Programme) -> None:
    bare = replace(programme, indicators=())

    first, _ = management_cycle(bare, KNOWN)

    assert not any(first.state(link).present for link in (Link.INDICATORS, Link.METHOD, Link.MONITORING))


def test_all_goals_are_counted_link_by_link(programme: Programme) -> None:
    counts = {one.link: one for one in link_counts(management_cycle(programme, KNOWN))}

    assert (counts[Link.GOAL].have, counts[Link.GOAL].total) == (2, 2)
    assert (counts[Link.MEASURES].have, counts[Link.MEASURES].lacking) == (1, ("2",))
    assert "дорожной карты" in counts[Link.MEASURES].advice
    assert counts[Link.RECOMMENDATIONS].lacking == ("1", "2")


def test_a_step_is_complete_for_goals_that_have_all_its_links(programme: Programme) -> None:
    goals = management_cycle(programme, KNOWN)

    assert complete_goals(ViewStep("Показатели и сбор", (Link.INDICATORS, Link.METHOD)), goals) == 2
    assert complete_goals(ViewStep("Анализ и меры", (Link.ANALYSIS, Link.MEASURES)), goals) == 1
