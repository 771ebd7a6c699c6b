"""План мероприятий по месяцам: the dated plan of the period, a table a month."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from metodist.documents.built import Built
from metodist.documents.grammar import programme_words
from metodist.documents.heads import Stamp, stamp_of
from metodist.documents.inputs import Inputs, NotMadeError
from metodist.documents.plan_rows import entries_of_period, month_end, months_of, sentence, shown_people
from metodist.documents.requisites import Properties, Signature, properties, signature
from metodist.documents.source import From
from metodist.documents.typography import capitalised
from metodist.domain.periods import Period
from metodist.domain.plans import Plan, PlanEntry
from metodist.messages import say

#: What lasts longer than a quarter belongs to the whole period, not to every one of its months.
_LONG_DAYS = 92


@dataclass(frozen=True, slots=True)
class MonthRow:
    """One activity of a month."""

    number: Annotated[str, From("порядковый номер в месяце")]
    title: Annotated[str, From("«Дорожная карта», графа «Мероприятие»; «Мониторинги», графа «Мониторинг»")]
    term: Annotated[str, From("даты срока; «в течение месяца», где срок — весь месяц")]
    responsible: Annotated[str, From("«Дорожная карта», графа «Ответственный»; «—», где не указан")]


@dataclass(frozen=True, slots=True)
class Month:
    """The activities of one month."""

    title: Annotated[str, From("месяц и год; первым — то, что длится весь период")]
    rows: Annotated[tuple[MonthRow, ...], From("мероприятия месяца")]


@dataclass(frozen=True, slots=True)
class MonthPlan:
    """Everything that the plan says."""

    properties: Annotated[Properties, From("свойства файла")]
    stamp: Annotated[Stamp, From("гриф утверждения")]
    programme: Annotated[str, From("«Паспорт», строка «Название программы», в родительном падеже")]
    period: Annotated[str, From("«Паспорт», строки «Отчётный год» и «Вид периода»")]
    months: Annotated[tuple[Month, ...], From("мероприятия по месяцам")]
    undated: Annotated[tuple[str, ...], From("что не имеет даты: номер, название и слова срока", optional=True)]
    signature: Annotated[Signature, From("«Люди», роль «исполняет» (нет — «отвечает за сбор»)")]


def build_month_plan(inputs: Inputs) -> Built[MonthPlan]:
    """The context of the plan by months.

    Raises:
        NotMadeError: Nothing of the plan has a date in the period.
    """
    programme, passport = inputs.programme, inputs.programme.passport
    title = say("documents.title_month_plan", period=passport.period.label)
    plan = inputs.dated(title)
    months = _months(plan, passport.period)
    if not months:
        raise NotMadeError(say("documents.no_plan"), say("documents.no_plan_action"))
    stamp, unstamped = stamp_of(programme)
    signed, unsigned = signature(programme, "исполняет", "отвечает за сбор")
    context = MonthPlan(
        properties=properties(passport, title, inputs.made),
        stamp=stamp,
        programme=programme_words(passport),
        period=passport.period.label,
        months=months,
        undated=undated_lines(plan),
        signature=signed,
    )
    return Built(context, (*unstamped, *unsigned))


def _months(plan: Plan, period: Period) -> tuple[Month, ...]:
    entries = entries_of_period(plan)
    whole = tuple(entry for entry in entries if _is_long(entry))
    others = tuple(entry for entry in entries if not _is_long(entry))
    found = [(say("papers.whole_period"), whole, period.start)]
    found += [
        (capitalised(_month_name(first)), tuple(entry for entry in others if _touches(entry, first)), first)
        for first in months_of(period.start, period.end)
    ]
    return tuple(Month(title, _rows(members, first)) for title, members, first in found if members)


def _rows(entries: tuple[PlanEntry, ...], first: date) -> tuple[MonthRow, ...]:
    return tuple(
        MonthRow(str(number), _title(entry), _term(entry, first), shown_people(entry.item.responsible))
        for number, entry in enumerate(entries, start=1)
    )


def _title(entry: PlanEntry) -> str:
    """The activity; what the source says of this time of it stands in brackets: «(срок реализации)»."""
    note = entry.occurrence.note.strip(" –—-,.")
    title = sentence(entry.item.title)
    return f"{title} ({note})" if note else title


def _term(entry: PlanEntry, first: date) -> str:
    occurrence = entry.occurrence
    whole = (occurrence.start, occurrence.end) == (first, month_end(first))
    return say("papers.whole_month") if whole else occurrence.label


def _is_long(entry: PlanEntry) -> bool:
    return (entry.occurrence.end - entry.occurrence.start).days >= _LONG_DAYS


def _touches(entry: PlanEntry, first: date) -> bool:
    return entry.occurrence.start <= month_end(first) and entry.occurrence.end >= first


def _month_name(first: date) -> str:
    return say("papers.month_of", month=say(f"papers.month_{first.month}"), year=first.year)


def undated_lines(plan: Plan) -> tuple[str, ...]:
    """What has no date at all, in the programme's own words."""
    dated = {entry.item.key for entry in plan.entries}
    items = {one.item.key: one.item for one in plan.undated if one.item.key not in dated}
    return tuple(
        say("papers.undated", number=item.number, title=sentence(item.title), term=item.term.strip(" ."))
        if item.term.strip(" .")
        else say("papers.undated_none", number=item.number, title=sentence(item.title))
        for item in items.values()
    )
