"""Лист ознакомления с приказом о проведении мониторинга: who has to read it and sign."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from metodist.documents.built import Built
from metodist.documents.cases import Case
from metodist.documents.dictionary import NO_WORDS, Words
from metodist.documents.grammar import organisation_in
from metodist.documents.inputs import Inputs, NotMadeError
from metodist.documents.names import parse_name
from metodist.documents.requisites import Properties, act_reference, properties
from metodist.documents.source import From
from metodist.documents.subject import monitored_words
from metodist.documents.typography import capitalised, clean
from metodist.domain.programme import Organisation, Programme
from metodist.messages import say

_READERS = ("исполняет", "отвечает за сбор", "контролирует")
_BLANK = "_" * 16


@dataclass(frozen=True, slots=True)
class Reader:
    """One person who has to sign."""

    number: Annotated[str, From("порядковый номер")]
    place: Annotated[str, From("«Люди», графа «Должность»; «Организации», графа «Краткое название»")]
    name: Annotated[str, From("«Люди» или «Организации», графа «Руководитель»; нет — строка для заполнения")]


@dataclass(frozen=True, slots=True)
class Familiarisation:
    """Everything that the sheet says; dates and signatures are written by hand."""

    properties: Annotated[Properties, From("свойства файла")]
    monitoring_order: Annotated[str, From("приказ о проведении мониторинга с датой и номером, в творительном падеже")]
    monitored: Annotated[str, From("«показателей»; нет показателей — «реализации программы»")]
    period: Annotated[str, From("«Паспорт», строки «Отчётный год» и «Вид периода»")]
    rows: Annotated[tuple[Reader, ...], From("«Люди» (исполняет, отвечает, контролирует) и руководители организаций")]


def build_familiarisation(inputs: Inputs) -> Built[Familiarisation]:
    """The context of the sheet.

    Raises:
        NotMadeError: No school hands in a table.
    """
    programme, passport = inputs.programme, inputs.programme.passport
    if not programme.reporting:
        raise NotMadeError(say("services.no_schools"), say("services.no_schools_action"))
    title = say("documents.kind_familiarisation")
    context = Familiarisation(
        properties=properties(passport, title, inputs.made),
        monitoring_order=act_reference(passport, inputs.monitoring_order, Case.INSTRUMENTAL),
        monitored=monitored_words(programme),
        period=passport.period.label,
        rows=tuple(Reader(str(number), *reader) for number, reader in enumerate(_readers(programme), start=1)),
    )
    return Built(context)


def _readers(programme: Programme) -> Iterator[tuple[str, str]]:
    signs = {(one.name, one.post) for one in programme.people if one.role == "подписывает"}
    named = (one for role in _READERS for one in programme.people if one.role == role)
    people = {(one.name, one.post): one for one in named if (one.name, one.post) not in signs}
    for person in people.values():
        yield capitalised(clean(person.post)), parse_name(person.name).initials_first
    for school in programme.reporting:
        place = head_of_school(school, programme.dictionary)
        yield place, parse_name(school.head).initials_first if clean(school.head) else _BLANK


def head_of_school(school: Organisation, words: Words = NO_WORDS) -> str:
    """«Руководитель школы № 1»; «Руководитель организации: …» where the name cannot be declined for certain."""
    genitive = organisation_in(school.short_name, Case.GENITIVE, words)
    if genitive:
        return say("papers.head_of", school=genitive)
    return say("papers.head_of_school", school=clean(school.short_name))
