"""Паспорт программы: what it is, whose, until when, what it wants and how that is measured."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from metodist.documents.agreement import approved_by
from metodist.documents.built import Built
from metodist.documents.grammar import programme_words
from metodist.documents.indicators import target_shown
from metodist.documents.inputs import Inputs
from metodist.documents.numbers import counted
from metodist.documents.programme_parts import free_sections, programme_years
from metodist.documents.requisites import Properties, Signature, properties, signature
from metodist.documents.source import From
from metodist.documents.typography import capitalised, clean
from metodist.domain.programme import Programme
from metodist.domain.roadmap import ActivityKind
from metodist.messages import say

#: How sections begin that passports of programmes usually have; terms, methods and the like stay in the programme.
_SECTIONS = (
    "нормативн",
    "основан",
    "задач",
    "этап",
    "направлени",
    "ведущ",
    "разработчик",
    "исполнител",
    "участник",
    "объём",
    "объем",
    "источники финанс",
    "финанс",
    "ожидаем",
    "контрол",
    "паспорт",
)


@dataclass(frozen=True, slots=True)
class PassportRow:
    """One row of the passport."""

    name: Annotated[str, From("что указано в строке")]
    lines: Annotated[tuple[str, ...], From("«Паспорт», «Цели», «Показатели», «Мониторинги», «Дорожная карта», «Люди»")]


@dataclass(frozen=True, slots=True)
class PassportDocument:
    """Everything that the passport says; a row without a value is left out."""

    properties: Annotated[Properties, From("свойства файла")]
    programme: Annotated[str, From("«Паспорт», строка «Название программы», в родительном падеже")]
    rows: Annotated[tuple[PassportRow, ...], From("строки паспорта, у которых есть значение")]
    signature: Annotated[Signature, From("«Люди», роль «подписывает»")]


def build_passport(inputs: Inputs) -> Built[PassportDocument]:
    """The context of the passport."""
    programme = inputs.programme
    genitive = programme_words(programme.passport)
    signed, unsigned = signature(programme, "подписывает")
    context = PassportDocument(
        properties=properties(programme.passport, say("papers.title_passport", programme=genitive), inputs.made),
        programme=genitive,
        rows=tuple(PassportRow(say(f"papers.passport_{name}"), lines) for name, lines in _rows(programme) if lines)
        + tuple(PassportRow(one.title, one.lines) for one in free_sections(programme.passport) if _belongs(one.title)),
        signature=signed,
    )
    return Built(context, unsigned)


def _rows(programme: Programme) -> Iterator[tuple[str, tuple[str, ...]]]:
    passport = programme.passport
    yield "title", (clean(passport.title),)
    yield "act", _some(approved_by(programme))
    yield "municipality", _some(capitalised(clean(passport.municipality)))
    yield "body", _some(clean(passport.body))
    yield "service", _some(clean(passport.service))
    yield "years", _some(programme_years(passport))
    yield "period", (passport.period.label,)
    yield "main_goal", _some(clean(passport.main_goal.replace("[", "").replace("]", "")).rstrip("."))
    yield "goals", tuple(f"{one.number}. {clean(one.title).rstrip('.')}" for one in programme.goals)
    yield (
        "expected",
        tuple(
            say("papers.passport_target", code=one.code, title=clean(one.title), target=target_shown(one))
            for one in programme.indicators
            if one.target is not None
        ),
    )
    yield "measured", _some(_measured(programme))
    yield "monitorings", tuple(f"{one.number}. {clean(one.title).rstrip('.')}" for one in programme.monitorings)
    yield "measures", _some(_measures(programme))
    yield "organisations", (counted(len(programme.reporting), "организация"),) if programme.reporting else ()


def _belongs(section: str) -> bool:
    return section.casefold().startswith(_SECTIONS)


def _some(text: str) -> tuple[str, ...]:
    return (text,) if text else ()


def _measured(programme: Programme) -> str:
    count = len(programme.indicators)
    return counted(count, "показатель") if count else ""


def _measures(programme: Programme) -> str:
    """How many rows of each kind the roadmap has."""
    kinds = ((kind, sum(one.kind is kind for one in programme.roadmap)) for kind in ActivityKind)
    return ", ".join(say(f"papers.roadmap_{kind.name.lower()}", count=count) for kind, count in kinds if count)
