"""«О проведении мониторинга»: who hands in what until when. Needs the programme only."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import Annotated

from metodist.documents.act import Act, act_of
from metodist.documents.built import Built
from metodist.documents.cases import Case
from metodist.documents.grammar import programme_words
from metodist.documents.indicators import group_title
from metodist.documents.inputs import Inputs
from metodist.documents.numbers import date_words
from metodist.documents.requisites import Corner, Properties, corner, programme_act, properties, somebody
from metodist.documents.source import From
from metodist.documents.subject import matter_words, monitored_words
from metodist.documents.typography import capitalised, clean
from metodist.domain.collection_duty import COLLECTS
from metodist.domain.findings import ProgrammeIssue, Severity
from metodist.domain.programme import Programme
from metodist.messages import say


@dataclass(frozen=True, slots=True)
class SchoolTerm:
    """One school of the annex."""

    number: Annotated[str, From("порядковый номер")]
    name: Annotated[str, From("«Организации», графа «Полное название»")]
    deadline: Annotated[str, From("«Паспорт», строка «Срок сдачи таблиц»")]


@dataclass(frozen=True, slots=True)
class CollectedIndicator:
    """One indicator of the annex."""

    code: Annotated[str, From("«Показатели», графа «Код»")]
    title: Annotated[str, From("«Показатели», графа «Показатель»")]


@dataclass(frozen=True, slots=True)
class CollectedGroup:
    """A group of indicators, as the programme names it."""

    title: Annotated[str, From("«Показатели», графа «Группа»")]
    rows: Annotated[tuple[CollectedIndicator, ...], From("показатели группы")]


@dataclass(frozen=True, slots=True)
class OrderMonitoring:
    """Everything that the order on holding the monitoring says."""

    properties: Annotated[Properties, From("свойства файла")]
    act: Annotated[Act, From("общие части акта")]
    grounds: Annotated[str, From("акт, которым утверждена программа, в родительном падеже", optional=True)]
    programme: Annotated[str, From("«Паспорт», строка «Название программы», в родительном падеже")]
    matter: Annotated[str, From("«показателей»; нет показателей — «реализации»")]
    monitored: Annotated[str, From("«показателей»; нет показателей — «реализации программы»")]
    period: Annotated[str, From("«Паспорт», строки «Отчётный год» и «Вид периода»")]
    municipality: Annotated[str, From("«Паспорт», строка «Муниципалитет (кого, чего)»")]
    service: Annotated[str, From("«Паспорт», строка «Методическая служба (кого, чего)»")]
    deadline: Annotated[str, From("«Паспорт», строка «Срок сдачи таблиц», словами")]
    responsible: Annotated[
        str, From("«Люди», роль «отвечает за сбор» (нет — «исполняет»), в дательном падеже", optional=True)
    ]
    contact: Annotated[str, From("«Паспорт», строка «Вопросы по заполнению»", optional=True)]
    schools_corner: Annotated[Corner, From("угловая отметка приложения со школами")]
    schools: Annotated[tuple[SchoolTerm, ...], From("«Организации», где «Сдаёт таблицу» не «нет»")]
    indicators_corner: Annotated[Corner, From("угловая отметка приложения с показателями")]
    groups: Annotated[tuple[CollectedGroup, ...], From("показатели по группам; пусто — показателей нет", optional=True)]


def build_order_monitoring(inputs: Inputs) -> Built[OrderMonitoring]:
    """The context of the order on holding the monitoring."""
    programme, passport = inputs.programme, inputs.programme.passport
    act = act_of(programme, inputs.requisites)
    responsible = somebody(programme, Case.DATIVE, *COLLECTS)
    deadline = date_words(passport.deadline) if passport.deadline else "_" * 12
    title = say("documents.title_monitoring", monitored=monitored_words(programme), period=passport.period.label)
    context = OrderMonitoring(
        properties=properties(passport, title, inputs.made),
        act=act.context,
        grounds=programme_act(passport),
        programme=programme_words(passport),
        matter=matter_words(programme),
        monitored=monitored_words(programme),
        period=passport.period.label,
        municipality=passport.municipality_genitive,
        service=passport.service_genitive,
        deadline=deadline,
        responsible=capitalised(responsible.text),
        contact=clean(passport.contact),
        schools_corner=corner(passport, inputs.requisites, 1 if programme.indicators else None),
        schools=_schools(programme, deadline),
        indicators_corner=corner(passport, inputs.requisites, 2),
        groups=collected_groups(programme),
    )
    return Built(context, (*responsible.issues, *act.issues, *_no_deadline(programme)))


def _schools(programme: Programme, deadline: str) -> tuple[SchoolTerm, ...]:
    schools = enumerate(programme.reporting, start=1)
    return tuple(SchoolTerm(str(number), clean(school.name), deadline) for number, school in schools)


def collected_groups(programme: Programme) -> tuple[CollectedGroup, ...]:
    """The programme's indicators by group, in its own order."""
    grouped = groupby(programme.indicators, key=lambda indicator: indicator.group)
    return tuple(
        CollectedGroup(group_title(title), tuple(CollectedIndicator(one.code, clean(one.title)) for one in members))
        for title, members in grouped
    )


def _no_deadline(programme: Programme) -> tuple[ProgrammeIssue, ...]:
    if programme.passport.deadline:
        return ()
    row = "Срок сдачи таблиц"
    text, action = say("documents.no_deadline"), say("documents.no_deadline_action")
    return (ProgrammeIssue(Severity.WARNING, text, sheet="Паспорт", column=row, suggestion=action),)
