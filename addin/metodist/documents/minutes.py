"""Протокол заседания рабочей группы по итогам мониторинга: a draft for the secretary, every number from the summary."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from metodist.documents.built import Built
from metodist.documents.completeness import completeness_text, late_text, names_of
from metodist.documents.conclusions import conclusions, recommendations
from metodist.documents.grammar import programme_words
from metodist.documents.heads import Head, head_of
from metodist.documents.indicators import finding, key_indicators
from metodist.documents.inputs import Inputs
from metodist.documents.requisites import Properties, Signature, properties
from metodist.documents.source import From
from metodist.documents.subject import matter_words
from metodist.documents.typography import capitalised, clean, uncapitalised
from metodist.documents.working_group import Group, shown_name, working_group
from metodist.domain.programme import Person
from metodist.messages import say


@dataclass(frozen=True, slots=True)
class Minutes:
    """Everything that the minutes say."""

    properties: Annotated[Properties, From("свойства файла")]
    head: Annotated[Head, From("бланк протокола")]
    place: Annotated[str, From("«Паспорт», строка «Место издания»")]
    programme: Annotated[str, From("«Паспорт», строка «Название программы», в родительном падеже")]
    matter: Annotated[str, From("«показателей»; нет показателей — «реализации»")]
    period: Annotated[str, From("«Паспорт», строки «Отчётный год» и «Вид периода»")]
    chair: Annotated[str, From("«Люди», роль «руководитель группы» (нет — «контролирует»)")]
    secretary: Annotated[str, From("«Люди», роль «секретарь группы» (нет — «отвечает за сбор»)")]
    present: Annotated[tuple[str, ...], From("остальные члены рабочей группы с должностями", optional=True)]
    speaker: Annotated[str, From("кто докладывает: секретарь рабочей группы")]
    completeness: Annotated[str, From("свод: от скольких организаций приняты таблицы и какая это доля")]
    missing: Annotated[str, From("свод: кто не представил таблицу, краткие названия через запятую", optional=True)]
    faulty: Annotated[str, From("свод: чьи таблицы на доработке, краткие названия через запятую", optional=True)]
    late: Annotated[str, From("свод: кто представил таблицу после срока и на сколько позже", optional=True)]
    results: Annotated[tuple[str, ...], From("свод: показатели с целью и их значения", optional=True)]
    conclusions: Annotated[tuple[str, ...], From("выводы из данных свода")]
    decisions: Annotated[tuple[str, ...], From("рекомендации из данных свода")]
    signatures: Annotated[tuple[Signature, ...], From("руководитель и секретарь рабочей группы")]


def build_minutes(inputs: Inputs) -> Built[Minutes]:
    """The context of the minutes.

    Raises:
        NotMadeError: Nothing is accepted, or there are not two people for a group.
    """
    passport = inputs.programme.passport
    title = say("papers.title_minutes", period=passport.period.label)
    summary, group = inputs.accepted(title), working_group(inputs.programme)
    context = Minutes(
        properties=properties(passport, title, summary.built),
        head=head_of(passport, inputs.requisites),
        place=passport.place,
        programme=programme_words(passport),
        matter=matter_words(inputs.programme),
        period=passport.period.label,
        chair=_with_post(group.chair),
        secretary=_with_post(group.secretary),
        present=tuple(_with_post(one) for one in group.members),
        speaker=shown_name(group.secretary),
        completeness=completeness_text(summary),
        missing=names_of(summary.missing),
        faulty=names_of(one.organisation for one in summary.faulty),
        late=late_text(summary),
        results=tuple(finding(summary, indicator) for indicator in key_indicators(summary)),
        conclusions=conclusions(summary)[1:],
        decisions=recommendations(summary),
        signatures=_signatures(group),
    )
    return Built(context, group.issues)


def _with_post(person: Person) -> str:
    return f"{shown_name(person)}, {uncapitalised(clean(person.post))}"


def _signatures(group: Group) -> tuple[Signature, ...]:
    duties = (("chair", group.chair), ("secretary", group.secretary))
    return tuple(Signature(capitalised(say(f"documents.duty_{duty}")), shown_name(one)) for duty, one in duties)
