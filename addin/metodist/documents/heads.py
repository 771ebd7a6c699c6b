"""Heads of documents that are no acts, and the note of approval in a corner."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from metodist.documents.requisites import Requisites, signature
from metodist.documents.source import From
from metodist.domain.findings import ProgrammeIssue
from metodist.domain.programme import Passport, Programme
from metodist.messages import say


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a letter, a report, minutes: who issues it."""

    body: Annotated[str, From("«Паспорт», строка «Орган управления образованием»")]
    service: Annotated[str, From("«Паспорт», строка «Методическая служба»")]
    dated: Annotated[str, From("дата документа; в проекте — «от ____________»")]
    number: Annotated[str, From("номер документа; в проекте — «№ ______»")]


@dataclass(frozen=True, slots=True)
class Stamp:
    """«УТВЕРЖДАЮ»: whoever signs acts, and a line for the date."""

    post: Annotated[str, From("«Люди», роль «подписывает», должность")]
    name: Annotated[str, From("«Люди», роль «подписывает», инициалы и фамилия")]
    dated: Annotated[str, From("строка для даты с отчётным годом")]


def head_of(passport: Passport, requisites: Requisites) -> Head:
    """The head of a document of the methodical service."""
    return Head(passport.body, passport.service, requisites.dated, requisites.numbered)


def stamp_of(programme: Programme) -> tuple[Stamp, tuple[ProgrammeIssue, ...]]:
    """The note of approval; blanks and an issue where nobody signs."""
    signed, issues = signature(programme, "подписывает")
    return Stamp(signed.post, signed.name, say("papers.stamp_date", year=programme.passport.period.year)), issues
