"""Recommendations as documents show them: grouped by direction, each with its proof."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Annotated

from metodist.documents.indicators import group_title, target_shown
from metodist.documents.inputs import NotMadeError
from metodist.documents.source import From
from metodist.documents.typography import clean, uncapitalised
from metodist.domain.indicators import Indicator
from metodist.domain.outcome_tests import is_worse, is_yes_no
from metodist.domain.recommendations import Advice
from metodist.domain.summary import Summary
from metodist.errors import UserError
from metodist.messages import say


@dataclass(frozen=True, slots=True)
class AdviceRow:
    """One recommendation."""

    ground: Annotated[str, From("показатель, значение, сколько из скольких, цель и значение муниципалитета")]
    addressee: Annotated[str, From("«Правила рекомендаций», графа «Адресат», в дательном падеже", optional=True)]
    action: Annotated[str, From("«Правила рекомендаций», графа «Рекомендация»; нет правил — общее правило")]
    few: Annotated[str, From("предупреждение о малой численности", optional=True)]
    practice: Annotated[
        str, From("школа с хорошим значением и практика, которую она записала в таблице", optional=True)
    ]
    material: Annotated[str, From("«Правила рекомендаций», графа «Материал»", optional=True)]
    deadline: Annotated[str, From("«Правила рекомендаций», графа «Срок»", optional=True)]
    report: Annotated[str, From("«Правила рекомендаций», графа «Форма отчёта»", optional=True)]


@dataclass(frozen=True, slots=True)
class FormRow:
    """One line of the form in which a school answers."""

    number: Annotated[str, From("номер рекомендации")]
    code: Annotated[str, From("«Показатели», графа «Код»")]
    title: Annotated[str, From("«Показатели», графа «Показатель»")]
    value: Annotated[str, From("свод: значение показателя, сколько из скольких; у перечней — самые частые строки")]
    target: Annotated[str, From("«Показатели», графа «Целевое значение»; «—», где цели нет")]


@dataclass(frozen=True, slots=True)
class AdviceGroup:
    """Recommendations of one direction."""

    title: Annotated[str, From("«Показатели», графа «Направление»; нет направления — «Группа»")]
    rows: Annotated[tuple[AdviceRow, ...], From("рекомендации")]


def needed_advice(summary: Summary) -> None:
    """Refuse a summary that nobody asked for recommendations.

    Raises:
        NotMadeError: The programme has no indicators that anything could follow from.
        UserError: It has none: the caller forgot ``summary.advice``.
    """
    if not summary.programme.indicators:
        raise NotMadeError(say("papers.no_indicators"), say("papers.no_indicators_action"))
    if summary.advice is None:
        raise UserError(say("advice.not_asked"))


@dataclass(frozen=True, slots=True)
class Common:
    """What all recommendations of a document share and need not say each; empty where they differ."""

    deadline: Annotated[str, From("срок, если он общий у всех рекомендаций", optional=True)] = ""
    report: Annotated[str, From("форма отчёта, если она общая у всех рекомендаций", optional=True)] = ""


def common_of(items: Sequence[Advice]) -> Common:
    """The one deadline and the one form of report; empty where there is more than one, or none."""
    deadlines, reports = {item.deadline for item in items}, {item.report for item in items}
    return Common(
        deadline=without_stop(deadlines.pop()) if len(deadlines) == 1 else "",
        report=without_stop(reports.pop()) if len(reports) == 1 else "",
    )


def advice_groups(items: Sequence[Advice], common: Common) -> tuple[AdviceGroup, ...]:
    """Recommendations by direction, in the order of their first indicators."""
    return tuple(
        AdviceGroup(title, tuple(advice_row(item, common) for item in members))
        for title, members in _by_direction(items).items()
    )


def form_rows(items: Sequence[Advice]) -> tuple[FormRow, ...]:
    """The same recommendations in the same order, as lines of the form."""
    ordered = [item for members in _by_direction(items).values() for item in members]
    return tuple(
        FormRow(str(number), item.indicator.code, clean(item.indicator.title), item.value, target_shown(item.indicator))
        for number, item in enumerate(ordered, start=1)
    )


def _by_direction(items: Sequence[Advice]) -> dict[str, list[Advice]]:
    found: dict[str, list[Advice]] = {}
    for item in items:
        found.setdefault(direction_of(item.indicator), []).append(item)
    return found


def direction_of(indicator: Indicator) -> str:
    """The direction of the rubric that an indicator belongs to, else its group."""
    return clean(indicator.direction) or group_title(indicator.group)


def advice_row(item: Advice, common: Common) -> AdviceRow:
    """One recommendation; what all have in common is left out."""
    return AdviceRow(
        ground=item.ground,
        addressee=item.rule.addressee.dative,
        action=sentence(item.action),
        few=item.few,
        practice=without_stop(item.practice_text) if item.practice_text not in item.action else "",
        material=without_stop(item.material),
        deadline="" if common.deadline == item.deadline else without_stop(item.deadline),
        report="" if common.report == item.report else without_stop(item.report),
    )


def sentence(text: str) -> str:
    """To stand after a colon, with one full stop."""
    return f"{without_stop(uncapitalised(text))}."


def without_stop(text: str) -> str:
    """Without the full stop that the template writes."""
    return clean(text).rstrip(" .;")


def foremost(items: Iterable[Advice], named: int = 3) -> str:
    """The codes of the recommendations farthest behind their targets, as a part of it; empty for fewer than two.

    Different units cannot be compared otherwise; small numbers and «да» or «нет» are left out.
    """
    behind = {
        item.indicator.code: abs(item.indicator.target - item.outcome.value) / abs(item.indicator.target)
        for item in items
        if item.indicator.target
        and item.outcome.value is not None
        and not item.few
        and not is_yes_no(item.indicator)
        and is_worse(item.indicator, item.outcome.value, item.indicator.target)
    }
    farthest = sorted(behind, key=lambda code: -behind[code])[:named]
    return ", ".join(farthest) if len(behind) > 1 else ""
