"""План-график: a grid of the months of the period."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from metodist.documents.built import Built
from metodist.documents.grammar import programme_words
from metodist.documents.heads import Stamp, stamp_of
from metodist.documents.inputs import Inputs, NotMadeError
from metodist.documents.month_plan import undated_lines
from metodist.documents.plan_rows import items_of_period, month_end, months_of, sentence, shown_people
from metodist.documents.requisites import Properties, Signature, properties, signature
from metodist.documents.source import From
from metodist.domain.periods import Period
from metodist.domain.plans import Plan, PlanEntry
from metodist.domain.wording import DASH
from metodist.messages import say

_MARK = "+"
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


@dataclass(frozen=True, slots=True)
class GridRow:
    """One activity and the months that it touches."""

    number: Annotated[str, From("«Дорожная карта» или «Мониторинги», графа «№»")]
    title: Annotated[str, From("«Дорожная карта», графа «Мероприятие»; «Мониторинги», графа «Мониторинг»")]
    marks: Annotated[tuple[str, ...], From("двенадцать месяцев периода: «+» или пусто", optional=True)]
    responsible: Annotated[str, From("«Дорожная карта», графа «Ответственный»; «—», где не указан")]


@dataclass(frozen=True, slots=True)
class Schedule:
    """Everything that the schedule says."""

    properties: Annotated[Properties, From("свойства файла")]
    stamp: Annotated[Stamp, From("гриф утверждения")]
    programme: Annotated[str, From("«Паспорт», строка «Название программы», в родительном падеже")]
    period: Annotated[str, From("«Паспорт», строки «Отчётный год» и «Вид периода»")]
    months: Annotated[tuple[str, ...], From("номера двенадцати месяцев периода, римскими цифрами", optional=True)]
    rows: Annotated[tuple[GridRow, ...], From("мероприятия, у которых есть даты в периоде")]
    undated: Annotated[tuple[str, ...], From("что не имеет даты: номер, название и слова срока", optional=True)]
    signature: Annotated[Signature, From("«Люди», роль «исполняет» (нет — «отвечает за сбор»)")]


def build_schedule(inputs: Inputs) -> Built[Schedule]:
    """The context of the schedule.

    Raises:
        NotMadeError: Nothing of the plan has a date in the period.
    """
    programme, passport = inputs.programme, inputs.programme.passport
    title = say("documents.title_schedule", period=passport.period.label)
    plan = inputs.dated(title)
    rows = _rows(plan, passport.period)
    if not rows:
        raise NotMadeError(say("documents.no_plan"), say("documents.no_plan_action"))
    stamp, unstamped = stamp_of(programme)
    signed, unsigned = signature(programme, "исполняет", "отвечает за сбор")
    context = Schedule(
        properties=properties(passport, title, inputs.made),
        stamp=stamp,
        programme=programme_words(passport),
        period=passport.period.label,
        months=tuple(_ROMAN[first.month - 1] for first in months_of(passport.period.start, passport.period.end)),
        rows=rows,
        undated=undated_lines(plan),
        signature=signed,
    )
    return Built(context, (*unstamped, *unsigned))


def _rows(plan: Plan, period: Period) -> tuple[GridRow, ...]:
    return tuple(
        GridRow(item.number or DASH, sentence(item.title), _marks(entries, period), shown_people(item.responsible))
        for item, entries in items_of_period(plan)
        if entries
    )


def _marks(entries: tuple[PlanEntry, ...], period: Period) -> tuple[str, ...]:
    return tuple(
        _MARK
        if any(one.occurrence.start <= month_end(first) and one.occurrence.end >= first for one in entries)
        else ""
        for first in months_of(period.start, period.end)
    )
