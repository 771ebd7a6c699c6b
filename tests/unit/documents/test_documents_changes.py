"""A change without a target: its direction is the finding, and a step back is somebody's task."""

from __future__ import annotations

from dataclasses import replace

import pytest

from documents_sample import sample_programme, sample_summary
from metodist.documents.act import act_of
from metodist.documents.changes import changes_text, direction_text, worsened
from metodist.documents.conclusions import conclusions, recommendations
from metodist.documents.indicators import indicator_groups
from metodist.documents.requisites import DRAFT
from metodist.domain.indicators import Indicator, IndicatorKind
from metodist.domain.outcomes import Outcome
from metodist.domain.programme import Programme
from metodist.domain.summary import Summary

CHANGE = Indicator("5", "Увеличение числа участников", IndicatorKind.CHANGE, "Кадры", unit="чел.")


def outcome(before: int, now: int) -> Outcome:
    return Outcome("5", IndicatorKind.CHANGE, now, before, now - before)


def summary_of(small: Programme, *changes: tuple[Indicator, Outcome]) -> Summary:
    """A summary of nothing but changes."""
    programme = replace(sample_programme(small), indicators=tuple(indicator for indicator, _ in changes))
    found = {indicator.code: each for indicator, each in changes}
    return replace(sample_summary(sample_programme(small)), programme=programme, municipality=found, headlines={})


@pytest.mark.parametrize(
    ("before", "now", "text"), [(10, 12, "рост"), (10, 10, "без изменений"), (10, 9, "снижение"), (0, 3, "рост")]
)
def test_the_direction_stands_where_a_target_would_be_judged(
    small_programme: Programme, before: int, now: int, text: str
) -> None:
    (group,) = indicator_groups(summary_of(small_programme, (CHANGE, outcome(before, now))), {})
    assert [(row.target, row.verdict) for row in group.rows] == [("—", text)]


def test_a_target_or_nothing_to_compare_says_no_direction() -> None:
    assert direction_text(replace(CHANGE, target=1), outcome(10, 12)) == ""
    assert direction_text(replace(CHANGE, kind=IndicatorKind.COUNT), outcome(10, 12)) == ""
    assert direction_text(CHANGE, Outcome("5", IndicatorKind.CHANGE, None, None, None)) == ""
    assert direction_text(CHANGE, None) == ""


def test_conclusions_name_what_grew_and_recommendations_what_fell(small_programme: Programme) -> None:
    fell = replace(CHANGE, code="7", title="Увеличение числа площадок")
    vacancies = replace(CHANGE, code="8", title="Уменьшение числа вакансий", higher_is_better=False)
    summary = summary_of(small_programme, (CHANGE, outcome(10, 12)), (fell, outcome(4, 3)), (vacancies, outcome(9, 2)))
    assert changes_text(summary) == "Показатели по сравнению с прошлым периодом: выросли — 5; снизились — 7, 8."
    assert changes_text(summary) in conclusions(summary)
    assert [each.code for each in worsened(summary)] == ["7"]
    assert recommendations(summary)[0].startswith(
        "По показателю 7 («Увеличение числа площадок») изменение за период — −1\u00a0чел.: специалистам"
    )


def test_who_signs_and_controls_keeps_the_control(small_programme: Programme) -> None:
    programme = sample_programme(small_programme)
    signing = programme.person("подписывает")
    assert signing is not None
    alone = replace(programme, people=(signing, replace(signing, role="контролирует")))
    assert act_of(programme, DRAFT).context.controller
    assert act_of(alone, DRAFT).context.controller == ""
