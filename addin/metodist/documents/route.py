"""Индивидуальный образовательный маршрут: one teacher, from the accepted table of the school. Personal data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from metodist.documents.built import Built
from metodist.documents.dictionary import Words
from metodist.documents.familiarisation import head_of_school
from metodist.documents.grammar import programme_words
from metodist.documents.inputs import Inputs, NotMadeError, Teacher
from metodist.documents.names import parse_name
from metodist.documents.numbers import date_digits
from metodist.documents.plan_rows import sentence, shown_people
from metodist.documents.requisites import Properties, Signature, properties, signature
from metodist.documents.source import From
from metodist.documents.typography import clean, uncapitalised
from metodist.domain.fields import STAFF, Field, FieldType
from metodist.domain.plans import Plan, State
from metodist.domain.programme import Programme
from metodist.domain.roadmap import ActivityKind
from metodist.domain.summary import SchoolResult, Summary
from metodist.domain.values import NO, YES, Row, Value, fold, is_blank
from metodist.domain.wording import number_text, unit_text
from metodist.messages import say

#: How fields and registers are named that hold what a teacher lacks.
_DEFICITS = ("дефицит", "затруднен")


@dataclass(frozen=True, slots=True)
class Known:
    """One thing that the table says of the teacher."""

    name: Annotated[str, From("«Поля», графа «Поле» реестра «Кадры»")]
    value: Annotated[str, From("реестр «Кадры» принятой таблицы школы")]


@dataclass(frozen=True, slots=True)
class Step:
    """One activity that the teacher can take part in."""

    number: Annotated[str, From("порядковый номер")]
    title: Annotated[str, From("дефицит педагога или «Дорожная карта», графа «Мероприятие»")]
    term: Annotated[str, From("даты срока; у работы над дефицитом — отчётный период")]
    responsible: Annotated[str, From("«Дорожная карта», графа «Ответственный»; у дефицита — методическая служба")]


@dataclass(frozen=True, slots=True)
class Route:
    """Everything that the route says."""

    properties: Annotated[Properties, From("свойства файла")]
    body: Annotated[str, From("«Паспорт», строка «Орган управления образованием»")]
    service: Annotated[str, From("«Паспорт», строка «Методическая служба»")]
    name: Annotated[str, From("реестр «Кадры»: фамилия, имя, отчество")]
    school: Annotated[str, From("«Организации», графа «Полное название»")]
    programme: Annotated[str, From("«Паспорт», строка «Название программы», в родительном падеже")]
    period: Annotated[str, From("«Паспорт», строки «Отчётный год» и «Вид периода»")]
    known: Annotated[tuple[Known, ...], From("реестр «Кадры»: что о педагоге заполнено")]
    deficits: Annotated[
        tuple[str, ...], From("поля о дефицитах с ответом «да» и строки реестров о затруднениях", optional=True)
    ]
    no_deficits: Annotated[str, From("сказано, если дефициты не отмечены", optional=True)]
    took_part: Annotated[tuple[str, ...], From("строки других реестров, в которых назван педагог", optional=True)]
    steps: Annotated[
        tuple[Step, ...], From("работа над дефицитами и предстоящие мероприятия дорожной карты", optional=True)
    ]
    signatures: Annotated[tuple[Signature, ...], From("педагог, руководитель организации, методист")]


def build_route(inputs: Inputs) -> Built[Route]:
    """The context of the route of ``inputs.teacher``.

    Raises:
        NotMadeError: No teacher is chosen.
    """
    programme, passport = inputs.programme, inputs.programme.passport
    title = say("papers.title_route", period=passport.period.label)
    summary, teacher = inputs.accepted(title), inputs.teacher
    if teacher is None:
        raise NotMadeError(say("documents.whose"), say("documents.whose_action"))
    deficits = tuple(_deficits(programme, summary, teacher))
    methodist, unsigned = signature(programme, "отвечает за сбор", "исполняет")
    name = _name(programme, teacher)
    context = Route(
        properties=properties(passport, title, inputs.made),
        body=passport.body,
        service=passport.service,
        name=name,
        school=clean(teacher.school.name),
        programme=programme_words(passport),
        period=passport.period.label,
        known=tuple(_known(programme, teacher)),
        deficits=deficits,
        no_deficits="" if deficits else say("papers.no_deficits"),
        took_part=tuple(_took_part(programme, summary, teacher)),
        steps=_steps(inputs.dated(title), deficits, inputs.made.date()),
        signatures=(*_own_signatures(teacher, name, programme.dictionary), methodist),
    )
    return Built(context, unsigned)


def _name(programme: Programme, teacher: Teacher) -> str:
    return clean(str(teacher.row.values[programme.staff.fields[0].name]))


def _known(programme: Programme, teacher: Teacher) -> Iterator[Known]:
    """What is filled in, without the name, the deficits and «нет»."""
    for each in programme.staff.fields[1:]:
        value = teacher.row.values.get(each.name)
        if is_blank(value) or value == NO or _is_deficit(each.name):
            continue
        yield Known(clean(each.name), _shown(value, each))


def _shown(value: Value, each: Field) -> str:
    if isinstance(value, date):
        return date_digits(value)
    if isinstance(value, int | float):
        return f"{number_text(value)} {unit_text(each.unit, value)}".strip()
    return clean(str(value))


def _is_deficit(name: str) -> bool:
    return fold(name).startswith(_DEFICITS)


def _deficits(programme: Programme, summary: Summary, teacher: Teacher) -> Iterator[str]:
    """«методические» of «Дефицит: методические»; rows of a register of difficulties in the table's own words."""
    for each in programme.staff.fields:
        _, colon, kind = each.name.partition(": ")
        if colon and _is_deficit(each.name) and teacher.row.values.get(each.name) == YES:
            yield clean(kind)
    for register, text in _rows_about(programme, summary, teacher):
        if _is_deficit(register):
            yield text


def _took_part(programme: Programme, summary: Summary, teacher: Teacher) -> Iterator[str]:
    for register, text in _rows_about(programme, summary, teacher):
        if not _is_deficit(register):
            yield say("papers.row_of", register=register, text=text)


def _rows_about(programme: Programme, summary: Summary, teacher: Teacher) -> Iterator[tuple[str, str]]:
    """Rows of other registers that name the teacher: the register and what the row says."""
    result = next((one for one in summary.schools if one.organisation.code == teacher.school.code), None)
    for register in programme.registers:
        people = [each.name for each in register.fields if each.type is FieldType.PERSON_REF]
        if register.name == STAFF or result is None or not people:
            continue
        for row in _rows(result, register.name):
            if any(fold(str(row.get(name) or "")) == fold(_name(programme, teacher)) for name in people):
                others = (each for each in register.fields if each.name not in people)
                text = ", ".join(_said(row.get(each.name), each) for each in others if _says(row.get(each.name), each))
                if text:
                    yield register.name, text


def _says(value: Value, each: Field) -> bool:
    return not is_blank(value) and value != NO and each.type is not FieldType.LINK


def _said(value: Value, each: Field) -> str:
    """A «да» is told by the field's name, everything else by itself."""
    return uncapitalised(clean(each.name)) if value == YES else _shown(value, each)


def _rows(result: SchoolResult, register: str) -> tuple[Row, ...]:
    return tuple(row.values for row in result.data.registers.get(register, ()))


def _steps(plan: Plan, deficits: tuple[str, ...], today: date) -> tuple[Step, ...]:
    """Work on each deficit, then activities of the roadmap that are not over."""
    passport = plan.programme.passport
    work = [(say("papers.work_on", deficit=one), passport.period.label, passport.service) for one in deficits]
    ahead = [
        (sentence(entry.item.title), entry.occurrence.label, shown_people(entry.item.responsible))
        for entry in plan.entries
        if entry.item.kind == ActivityKind.ACTIVITY.value
        and entry.state(today) not in (State.DONE, State.CANCELLED, State.OVERDUE)
    ]
    return tuple(Step(str(number), *step) for number, step in enumerate((*work, *ahead), start=1))


def _own_signatures(teacher: Teacher, name: str, words: Words) -> Iterator[Signature]:
    yield Signature(say("papers.teacher"), parse_name(name).initials_first)
    if clean(teacher.school.head):
        yield Signature(head_of_school(teacher.school, words), parse_name(teacher.school.head).initials_first)
