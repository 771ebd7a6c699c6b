"""Отчёт о выполнении: where every row of the plan stands on the day of the report."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from metodist.documents.built import Built
from metodist.documents.grammar import programme_words
from metodist.documents.inputs import Inputs, NotMadeError
from metodist.documents.month_plan import undated_lines
from metodist.documents.numbers import date_words
from metodist.documents.plan_rows import (
    dates_text,
    entries_of_period,
    fulfilment_text,
    sections_of_period,
    sentence,
    shown_people,
)
from metodist.documents.requisites import Properties, Signature, properties, signature
from metodist.documents.source import From
from metodist.domain.outcomes import Ratio
from metodist.domain.plans import Plan, PlanEntry, PlanItem, State
from metodist.domain.wording import DASH, number_text, percent_text
from metodist.messages import say


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One activity and where it stands."""

    number: Annotated[str, From("«Дорожная карта» или «Мониторинги», графа «№»")]
    title: Annotated[str, From("«Дорожная карта», графа «Мероприятие»; «Мониторинги», графа «Мониторинг»")]
    term: Annotated[str, From("даты срока в отчётном периоде или слова программы")]
    responsible: Annotated[str, From("«Дорожная карта», графа «Ответственный»; «—», где не указан")]
    state: Annotated[str, From("состояние на день отчёта; у нескольких сроков — сколько в каком")]
    done: Annotated[str, From("статус, дата и подтверждение из книги программы и «План.xlsx»; «—», где не отмечено")]


@dataclass(frozen=True, slots=True)
class ReportSection:
    """Activities under one heading."""

    title: Annotated[str, From("«Дорожная карта», графа «Раздел»; у решений и анализа — с названием вида")]
    rows: Annotated[tuple[ReportRow, ...], From("мероприятия раздела")]


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that the report says."""

    properties: Annotated[Properties, From("свойства файла")]
    body: Annotated[str, From("«Паспорт», строка «Орган управления образованием»")]
    service: Annotated[str, From("«Паспорт», строка «Методическая служба»")]
    programme: Annotated[str, From("«Паспорт», строка «Название программы», в родительном падеже")]
    period: Annotated[str, From("«Паспорт», строки «Отчётный год» и «Вид периода»")]
    today: Annotated[str, From("день отчёта")]
    due: Annotated[str, From("сколько сроков наступило к этому дню и сколько из них выполнено", optional=True)]
    states: Annotated[str, From("сколько сроков периода в каком состоянии")]
    unmarked: Annotated[str, From("сказано, если ни одной отметки об исполнении нет", optional=True)]
    overdue: Annotated[tuple[str, ...], From("просроченное: номер, название, срок, ответственный", optional=True)]
    undated: Annotated[tuple[str, ...], From("что не имеет даты: номер, название и слова срока", optional=True)]
    sections: Annotated[tuple[ReportSection, ...], From("мероприятия периода по разделам")]
    signature: Annotated[Signature, From("«Люди», роль «исполняет» (нет — «отвечает за сбор», «подписывает»)")]


def build_report(inputs: Inputs) -> Built[Report]:
    """The context of the report.

    Raises:
        NotMadeError: Nothing of the plan belongs to the period.
    """
    programme, passport = inputs.programme, inputs.programme.passport
    title = say("papers.title_report", period=passport.period.label)
    plan, today = inputs.dated(title), inputs.made.date()
    sections = _sections(plan, today)
    if not sections:
        raise NotMadeError(say("documents.no_plan"), say("documents.no_plan_action"))
    entries = entries_of_period(plan)
    signed, unsigned = signature(programme, "исполняет", "отвечает за сбор", "подписывает")
    context = Report(
        properties=properties(passport, title, inputs.made),
        body=passport.body,
        service=passport.service,
        programme=programme_words(passport),
        period=passport.period.label,
        today=date_words(today),
        due=_due(entries, today),
        states=_states(entries, today) or say("papers.no_dates"),
        unmarked="" if any(_is_marked(entry) for entry in entries) else say("papers.nothing_marked"),
        overdue=tuple(_overdue(entry) for entry in entries if entry.state(today) is State.OVERDUE),
        undated=undated_lines(plan),
        sections=sections,
        signature=signed,
    )
    return Built(context, unsigned)


def _sections(plan: Plan, today: date) -> tuple[ReportSection, ...]:
    return tuple(
        ReportSection(title, tuple(_row(item, entries, today) for item, entries in members))
        for title, members in sections_of_period(plan)
    )


def _row(item: PlanItem, entries: tuple[PlanEntry, ...], today: date) -> ReportRow:
    return ReportRow(
        number=item.number or DASH,
        title=sentence(item.title),
        term=dates_text(item, entries),
        responsible=shown_people(item.responsible),
        state=entries[0].state(today).value if len(entries) == 1 else _states(entries, today) or DASH,
        done=fulfilment_text([entry.fulfilment for entry in entries] or [item.fulfilment]),
    )


def _states(entries: tuple[PlanEntry, ...], today: date) -> str:
    """«выполнено — 2, просрочено — 1», in the order of the states; empty for no dates."""
    counts = Counter(entry.state(today) for entry in entries)
    return ", ".join(f"{state.value} — {counts[state]}" for state in State if counts[state])


def _due(entries: tuple[PlanEntry, ...], today: date) -> str:
    """Of the times that have ended by today, how many are done; cancelled ones do not count."""
    ended = [entry for entry in entries if entry.occurrence.end < today and entry.state(today) is not State.CANCELLED]
    if not ended:
        return ""
    done = sum(entry.state(today) is State.DONE for entry in ended)
    share = percent_text(Ratio(done, len(ended)).value or 0)
    return say("papers.due", ended=number_text(len(ended)), done=number_text(done), share=share)


def _is_marked(entry: PlanEntry) -> bool:
    return entry.fulfilment.status is not None or entry.fulfilment.day is not None


def _overdue(entry: PlanEntry) -> str:
    item = entry.item
    name = say("papers.overdue", number=item.number, title=sentence(item.title), term=entry.occurrence.label)
    people = shown_people(item.responsible)
    return name if people == DASH else say("papers.overdue_by", name=name, people=people)
