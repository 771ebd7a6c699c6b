"""Аналитическая справка: from the grounds of the monitoring to recommendations, every number from the summary."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from metodist.documents.analysis_parts import Analysed, analysed
from metodist.documents.breakdowns import BreakdownTable, breakdown_tables, table_numbers
from metodist.documents.built import Built
from metodist.documents.chart import Chart
from metodist.documents.completeness import ReturnRow, completeness_text, names_of, return_rows
from metodist.documents.conclusions import comparison, conclusions, recommendations
from metodist.documents.grammar import programme_words
from metodist.documents.indicators import IndicatorGroup, indicator_groups, key_indicators
from metodist.documents.inputs import Inputs
from metodist.documents.method import MethodRow, method_rows
from metodist.documents.note_charts import dynamics_chart, target_chart
from metodist.documents.numbers import counted, date_digits, date_words, of_counted
from metodist.documents.order_results import targets_text
from metodist.documents.plan_states import plan_sentences
from metodist.documents.requisites import (
    Properties,
    Signature,
    act_genitive,
    programme_act,
    properties,
    signature,
)
from metodist.documents.schools import SpreadRow, extremes_text, spread_rows
from metodist.documents.source import From
from metodist.documents.subject import matter_words, monitored_words
from metodist.documents.typography import clean, uncapitalised
from metodist.domain.outcomes import FEW
from metodist.domain.summary import Summary
from metodist.messages import say

#: Table 1 is the table of indicators, the breakdowns follow, then the table of schools' values.
_FIRST_BREAKDOWN = 2


@dataclass(frozen=True, slots=True)
class Note:
    """Everything that the note says."""

    properties: Annotated[Properties, From("свойства файла")]
    body: Annotated[str, From("«Паспорт», строка «Орган управления образованием»")]
    service: Annotated[str, From("«Паспорт», строка «Методическая служба»")]
    programme: Annotated[str, From("«Паспорт», строка «Название программы», в родительном падеже")]
    matter: Annotated[str, From("«показателей»; нет показателей — «реализации»")]
    period: Annotated[str, From("«Паспорт», строки «Отчётный год» и «Вид периода»")]
    period_dates: Annotated[str, From("первый и последний день периода")]
    municipality: Annotated[str, From("«Паспорт», строка «Муниципалитет (кого, чего)»")]
    monitoring_order: Annotated[str, From("приказ о проведении мониторинга с датой и номером, в родительном падеже")]
    programme_act: Annotated[str, From("акт, которым утверждена программа, в родительном падеже", optional=True)]
    main_goal: Annotated[str, From("«Паспорт», строка «Основная цель»", optional=True)]
    organisations: Annotated[str, From("«Организации»: сколько организаций сдают таблицы")]
    indicators: Annotated[str, From("«Показатели»: сколько показателей", optional=True)]
    sources: Annotated[tuple[str, ...], From("реестры и сведения школ: сколько строк принято")]
    built: Annotated[str, From("когда построен свод")]
    few: Annotated[str, From("наименьший знаменатель, при котором школы сравниваются между собой")]
    completeness: Annotated[str, From("свод: от скольких организаций приняты таблицы и какая это доля")]
    missing: Annotated[str, From("свод: кто не представил таблицу, краткие названия через запятую", optional=True)]
    faulty: Annotated[str, From("свод: чьи таблицы на доработке, краткие названия через запятую", optional=True)]
    groups: Annotated[
        tuple[IndicatorGroup, ...], From("показатели по группам, таблица 1; пусто — показателей нет", optional=True)
    ]
    targets: Annotated[str, From("свод: сколько показателей достигли цели", optional=True)]
    comparison: Annotated[
        tuple[str, ...], From("свод: показатели с целью, от наибольшего отставания; пусто — целей нет", optional=True)
    ]
    target_chart: Annotated[
        Chart | None, From("диаграмма: доли и их цели; пусто — долей с целью меньше двух", optional=True)
    ]
    target_caption: Annotated[str, From("подпись к ней; есть вместе с ней")]
    dynamics_chart: Annotated[
        Chart | None, From("диаграмма: доли по периодам; пусто — сравнить не с чем", optional=True)
    ]
    dynamics_caption: Annotated[str, From("подпись к ней; есть вместе с ней")]
    breakdowns: Annotated[tuple[BreakdownTable, ...], From("разрезы, распределения и рейтинги", optional=True)]
    spread_number: Annotated[str, From("номер таблицы значений школ")]
    spread: Annotated[tuple[SpreadRow, ...], From("показатели, по которым сравниваются школы", optional=True)]
    extremes: Annotated[
        tuple[str, ...], From("свод: школы с наибольшими и наименьшими значениями показателей", optional=True)
    ]
    analysis: Annotated[Analysed, From("динамика, группы похожих школ и факторы")]
    plan: Annotated[
        tuple[str, ...],
        From("план: сколько сроков выполнено, сколько просрочено и какие; пусто — сроков нет", optional=True),
    ]
    conclusions: Annotated[tuple[str, ...], From("выводы из данных свода")]
    recommendations: Annotated[tuple[str, ...], From("рекомендации из данных свода")]
    signature: Annotated[Signature, From("«Люди», роль «отвечает за сбор» (нет — «исполняет», «подписывает»)")]
    dated: Annotated[str, From("дата справки; в проекте — строка для заполнения")]
    returns: Annotated[tuple[ReturnRow, ...], From("полнота сбора по школам")]
    method: Annotated[
        tuple[MethodRow, ...], From("порядок расчёта показателей; пусто — показателей нет", optional=True)
    ]


def build_note(inputs: Inputs) -> Built[Note]:
    """The context of the note; of its requisites only the date is used."""
    programme, passport = inputs.programme, inputs.programme.passport
    period = passport.period
    title = say("documents.title_note", monitored=monitored_words(programme), period=period.label)
    summary = inputs.accepted(title)
    numbers, spread = table_numbers(summary, _FIRST_BREAKDOWN), spread_rows(summary)
    signed, unsigned = signature(programme, "отвечает за сбор", "исполняет", "подписывает")
    aims = target_chart(summary)
    context = Note(
        properties=properties(passport, title, summary.built),
        body=passport.body,
        service=passport.service,
        programme=programme_words(passport),
        matter=matter_words(programme),
        period=period.label,
        period_dates=say("documents.period_dates", start=date_digits(period.start), end=date_digits(period.end)),
        municipality=passport.municipality_genitive,
        monitoring_order=act_genitive(passport, inputs.monitoring_order),
        programme_act=programme_act(passport),
        main_goal=uncapitalised(clean(passport.main_goal).rstrip(".")),
        organisations=counted(len(programme.reporting), "организация"),
        indicators=of_counted(len(programme.indicators), "показатель") if programme.indicators else "",
        sources=_sources(summary),
        built=date_words(summary.built.date()),
        few=str(FEW),
        completeness=completeness_text(summary),
        missing=names_of(summary.missing),
        faulty=names_of(item.organisation for item in summary.faulty),
        groups=indicator_groups(summary, numbers),
        targets=targets_text(summary),
        comparison=comparison(summary),
        target_chart=aims,
        target_caption=say("documents.caption_targets", number=1, period=period.label),
        dynamics_chart=dynamics_chart(summary),
        dynamics_caption=say("documents.caption_dynamics", number=2 if aims else 1),
        breakdowns=breakdown_tables(summary, numbers),
        spread_number=str(_FIRST_BREAKDOWN + len(numbers)),
        spread=spread,
        analysis=analysed(summary, _FIRST_BREAKDOWN + len(numbers) + bool(spread)),
        extremes=tuple(text for item in key_indicators(summary) if (text := extremes_text(summary, item))),
        plan=plan_sentences(inputs.plan, inputs.made.date()),
        conclusions=conclusions(summary),
        recommendations=recommendations(summary),
        signature=signed,
        dated=date_words(inputs.requisites.day) if inputs.requisites.day else "_" * 20,
        returns=return_rows(summary),
        method=method_rows(programme),
    )
    return Built(context, unsigned)


def _sources(summary: Summary) -> tuple[str, ...]:
    """What the numbers were counted over: every register with its rows, then facts of schools and municipality."""
    programme = summary.programme
    registers = (
        say("documents.source_register", register=register.name, rows=counted(_rows(summary, register.name), "строка"))
        for register in programme.registers
    )
    facts = (say("documents.source_facts"),) if programme.school_facts else ()
    municipal = (say("documents.source_municipality"),) if programme.municipal_facts else ()
    return (*registers, *facts, *municipal)


def _rows(summary: Summary, register: str) -> int:
    return sum(len(school.data.registers.get(register, ())) for school in summary.schools)
