"""Напоминание: who has not handed in, or has to mend, a table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from metodist.documents.built import Built
from metodist.documents.grammar import programme_words
from metodist.documents.heads import Head, head_of
from metodist.documents.inputs import Inputs, NotMadeError
from metodist.documents.numbers import counted, date_digits, date_words
from metodist.documents.requisites import Properties, Signature, properties, signature
from metodist.documents.source import From
from metodist.documents.subject import matter_words
from metodist.documents.typography import clean
from metodist.domain.findings import Finding, Severity, count_of
from metodist.domain.programme import Passport
from metodist.domain.summary import Summary
from metodist.messages import say


@dataclass(frozen=True, slots=True)
class Debtor:
    """One school that still owes a table."""

    number: Annotated[str, From("порядковый номер")]
    school: Annotated[str, From("«Организации», графа «Краткое название»")]
    state: Annotated[str, From("«не представлена» или «на доработке» с датой и числом ошибок")]
    action: Annotated[str, From("что сделать школе")]


@dataclass(frozen=True, slots=True)
class Reminder:
    """Everything that the reminder says."""

    properties: Annotated[Properties, From("свойства файла")]
    head: Annotated[Head, From("бланк письма")]
    programme: Annotated[str, From("«Паспорт», строка «Название программы», в родительном падеже")]
    matter: Annotated[str, From("«показателей»; нет показателей — «реализации»")]
    period: Annotated[str, From("«Паспорт», строки «Отчётный год» и «Вид периода»")]
    service: Annotated[str, From("«Паспорт», строка «Методическая служба (кого, чего)»")]
    today: Annotated[str, From("день, на который составлено напоминание")]
    deadline: Annotated[str, From("сколько осталось до срока сдачи или на сколько он пропущен", optional=True)]
    owing: Annotated[str, From("от скольких организаций ждут таблицы")]
    rows: Annotated[tuple[Debtor, ...], From("кто не представил таблицу и чьи таблицы на доработке")]
    contact: Annotated[str, From("«Паспорт», строка «Вопросы по заполнению»", optional=True)]
    signature: Annotated[Signature, From("«Люди», роль «отвечает за сбор» (нет — «исполняет», «подписывает»)")]


def build_reminder(inputs: Inputs) -> Built[Reminder]:
    """The context of the reminder.

    Raises:
        NotMadeError: Every table is accepted.
    """
    programme, passport = inputs.programme, inputs.programme.passport
    title = say("documents.title_reminder", period=passport.period.label)
    rows = tuple(_debtors(inputs.archive(title)))
    if not rows:
        raise NotMadeError(say("papers.nobody_owes"), say("papers.nobody_owes_action"))
    signed, unsigned = signature(programme, "отвечает за сбор", "исполняет", "подписывает")
    context = Reminder(
        properties=properties(passport, title, inputs.made),
        head=head_of(passport, inputs.requisites),
        programme=programme_words(passport),
        matter=matter_words(programme),
        period=passport.period.label,
        service=passport.service_genitive,
        today=date_words(inputs.made.date()),
        deadline=_deadline(passport, inputs.made.date()),
        owing=counted(len(rows), "организация"),
        rows=rows,
        contact=clean(passport.contact),
        signature=signed,
    )
    return Built(context, unsigned)


def _debtors(summary: Summary) -> Iterator[Debtor]:
    missing = ((one, say("documents.return_missing"), "send") for one in summary.missing)
    faulty = ((one.organisation, _faulty(one.received.date(), _errors(one.findings)), "mend") for one in summary.faulty)
    for number, (school, state, action) in enumerate((*missing, *faulty), start=1):
        yield Debtor(str(number), clean(school.short_name), state, say(f"papers.debtor_{action}"))


def _errors(findings: tuple[Finding, ...]) -> int:
    return count_of(findings, Severity.ERROR)


def _faulty(received: date, errors: int) -> str:
    return say("papers.debtor_faulty", day=date_digits(received), errors=counted(errors, "ошибка"))


def _deadline(passport: Passport, today: date) -> str:
    """How far the deadline is, or how long ago it was; empty where there is none."""
    if passport.deadline is None:
        return ""
    days = (passport.deadline - today).days
    name = "today" if days == 0 else "passed" if days < 0 else "ahead"
    return say(f"papers.deadline_{name}", day=date_words(passport.deadline), days=counted(abs(days), "день"))
