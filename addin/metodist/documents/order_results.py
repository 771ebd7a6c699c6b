"""«Об итогах мониторинга»: how complete it is, what it came to, who has to do what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from metodist.documents.act import Act, act_of
from metodist.documents.built import Built
from metodist.documents.cases import Case
from metodist.documents.completeness import completeness_text, late_text, names_of
from metodist.documents.grammar import programme_words
from metodist.documents.indicators import (
    IndicatorGroup,
    finding,
    indicator_groups,
    key_indicators,
    missed,
    reached,
    with_target,
)
from metodist.documents.inputs import Inputs
from metodist.documents.numbers import date_words, of_counted
from metodist.documents.requisites import Corner, Properties, act_genitive, corner, properties, somebody
from metodist.documents.source import From
from metodist.documents.subject import matter_words, monitored_words
from metodist.documents.typography import capitalised
from metodist.domain.collection_duty import COLLECTS
from metodist.domain.summary import Summary
from metodist.domain.wording import number_text, plural
from metodist.messages import say


@dataclass(frozen=True, slots=True)
class OrderResults:
    """Everything that the order on the results of the monitoring says."""

    properties: Annotated[Properties, From("свойства файла")]
    act: Annotated[Act, From("общие части акта")]
    monitoring_order: Annotated[str, From("приказ о проведении мониторинга с датой и номером, в родительном падеже")]
    programme: Annotated[str, From("«Паспорт», строка «Название программы», в родительном падеже")]
    matter: Annotated[str, From("«показателей»; нет показателей — «реализации»")]
    period: Annotated[str, From("«Паспорт», строки «Отчётный год» и «Вид периода»")]
    municipality: Annotated[str, From("«Паспорт», строка «Муниципалитет (кого, чего)»")]
    service: Annotated[str, From("«Паспорт», строка «Методическая служба (кого, чего)»")]
    completeness: Annotated[str, From("свод: от скольких организаций приняты таблицы и какая это доля")]
    targets: Annotated[str, From("свод: сколько показателей достигли цели", optional=True)]
    results: Annotated[
        tuple[str, ...], From("свод: показатели с целью и их значения; нет целей — доли и изменения", optional=True)
    ]
    missed: Annotated[str, From("свод: коды показателей, не достигших цели", optional=True)]
    missing: Annotated[str, From("свод: кто не представил таблицу, краткие названия через запятую", optional=True)]
    faulty: Annotated[str, From("свод: чьи таблицы на доработке, краткие названия через запятую", optional=True)]
    late: Annotated[str, From("свод: кто представил таблицу после срока и на сколько позже", optional=True)]
    term: Annotated[str, From("«Паспорт», строка «Срок сдачи таблиц», словами", optional=True)]
    responsible: Annotated[
        str, From("«Люди», роль «отвечает за сбор» (нет — «исполняет»), в дательном падеже", optional=True)
    ]
    annex_corner: Annotated[Corner, From("угловая отметка приложения")]
    groups: Annotated[tuple[IndicatorGroup, ...], From("показатели по группам; пусто — показателей нет", optional=True)]


def build_order_results(inputs: Inputs) -> Built[OrderResults]:
    """The context of the order on the results."""
    passport = inputs.programme.passport
    title = say("documents.title_results", monitored=monitored_words(inputs.programme), period=passport.period.label)
    summary = inputs.accepted(title)
    act = act_of(inputs.programme, inputs.requisites)
    responsible = somebody(inputs.programme, Case.DATIVE, *COLLECTS)
    context = OrderResults(
        properties=properties(passport, title, summary.built),
        act=act.context,
        monitoring_order=act_genitive(passport, inputs.monitoring_order),
        programme=programme_words(passport),
        matter=matter_words(inputs.programme),
        period=passport.period.label,
        municipality=passport.municipality_genitive,
        service=passport.service_genitive,
        completeness=completeness_text(summary),
        targets=targets_text(summary),
        results=tuple(finding(summary, indicator) for indicator in key_indicators(summary)),
        missed=", ".join(indicator.code for indicator in missed(summary)),
        missing=names_of(summary.missing),
        faulty=names_of(item.organisation for item in summary.faulty),
        late=late_text(summary),
        term=date_words(passport.deadline) if passport.deadline else "",
        responsible=capitalised(responsible.text),
        annex_corner=corner(passport, inputs.requisites),
        groups=indicator_groups(summary, {}),
    )
    return Built(context, (*responsible.issues, *act.issues))


def targets_text(summary: Summary) -> str:
    """«Из 12 показателей, для которых установлена цель, достигнуто 7, не достигнуто 5»; empty without targets."""
    aimed = with_target(summary)
    if not aimed:
        return ""
    return say(
        "documents.targets",
        aimed=of_counted(len(aimed), "показатель"),
        which=plural(len(aimed), say("documents.which_one"), say("documents.which_many"), say("documents.which_many")),
        reached=number_text(len(reached(summary))),
        missed=number_text(len(missed(summary))),
    )
