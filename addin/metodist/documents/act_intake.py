"""Акт приёма таблиц: which tables came when, with how many rows, and by which checksum they are known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from metodist.documents.built import Built
from metodist.documents.completeness import completeness_text, findings_text, late_text, names_of
from metodist.documents.grammar import programme_words
from metodist.documents.heads import Head, head_of
from metodist.documents.inputs import Inputs
from metodist.documents.numbers import counted, date_digits, date_spelled, date_words
from metodist.documents.requisites import Properties, Signature, properties
from metodist.documents.source import From
from metodist.documents.subject import matter_words
from metodist.documents.typography import capitalised, clean
from metodist.documents.working_group import shown_name, working_group
from metodist.domain.summary import SchoolResult
from metodist.messages import say

_CHECKSUM_LETTERS = 16


@dataclass(frozen=True, slots=True)
class AcceptedTable:
    """One accepted table."""

    number: Annotated[str, From("порядковый номер")]
    school: Annotated[str, From("«Организации», графа «Краткое название»")]
    received: Annotated[str, From("архив: когда принята таблица")]
    rows: Annotated[str, From("сколько строк в каждом реестре таблицы")]
    findings: Annotated[str, From("сколько предупреждений осталось; «нет», если их нет")]
    checksum: Annotated[str, From("первые 16 знаков SHA-256 оригинала в архиве")]


@dataclass(frozen=True, slots=True)
class ActIntake:
    """Everything that the act says."""

    properties: Annotated[Properties, From("свойства файла")]
    head: Annotated[Head, From("бланк акта")]
    place: Annotated[str, From("«Паспорт», строка «Место издания»")]
    programme: Annotated[str, From("«Паспорт», строка «Название программы», в родительном падеже")]
    matter: Annotated[str, From("«показателей»; нет показателей — «реализации»")]
    period: Annotated[str, From("«Паспорт», строки «Отчётный год» и «Вид периода»")]
    today: Annotated[str, From("день, на который составлен акт")]
    spelled: Annotated[str, From("тот же день прописью")]
    completeness: Annotated[str, From("свод: от скольких организаций приняты таблицы и какая это доля")]
    accepted: Annotated[str, From("сколько таблиц принято")]
    rows: Annotated[tuple[AcceptedTable, ...], From("принятые таблицы")]
    late: Annotated[str, From("свод: кто представил таблицу после срока и на сколько позже", optional=True)]
    faulty: Annotated[str, From("свод: чьи таблицы на доработке, краткие названия через запятую", optional=True)]
    missing: Annotated[str, From("свод: кто не представил таблицу, краткие названия через запятую", optional=True)]
    signatures: Annotated[tuple[Signature, ...], From("рабочая группа: руководитель, секретарь, члены")]


def build_act_intake(inputs: Inputs) -> Built[ActIntake]:
    """The context of the act.

    Raises:
        NotMadeError: Nothing is accepted, or there are not two people for a group.
    """
    passport = inputs.programme.passport
    title = say("papers.title_act_intake", period=passport.period.label)
    summary, group = inputs.accepted(title), working_group(inputs.programme)
    context = ActIntake(
        properties=properties(passport, title, summary.built),
        head=head_of(passport, inputs.requisites),
        place=passport.place,
        programme=programme_words(passport),
        matter=matter_words(inputs.programme),
        period=passport.period.label,
        today=date_words(summary.built.date()),
        spelled=date_spelled(summary.built.date()),
        completeness=completeness_text(summary),
        accepted=counted(len(summary.schools), "таблица"),
        rows=tuple(_row(number, one) for number, one in enumerate(summary.schools, start=1)),
        late=late_text(summary),
        faulty=names_of(one.organisation for one in summary.faulty),
        missing=names_of(summary.missing),
        signatures=tuple(Signature(capitalised(clean(one.post)), shown_name(one)) for one in group.people),
    )
    return Built(context, group.issues)


def _row(number: int, one: SchoolResult) -> AcceptedTable:
    registers = (f"{name} — {len(rows)}" for name, rows in one.data.registers.items() if rows)
    return AcceptedTable(
        number=str(number),
        school=clean(one.organisation.short_name),
        received=date_digits(one.received.date()),
        rows=", ".join(registers) or say("papers.no_rows"),
        findings=findings_text(one.findings),
        checksum=one.sha256[:_CHECKSUM_LETTERS] or say("papers.no_checksum"),
    )
