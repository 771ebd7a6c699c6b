"""What every document has: letterhead, date and number, signature, the corner of an annex, properties."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType
from typing import Annotated

from metodist.documents.cases import Case
from metodist.documents.grammar import Phrase, person_in_case
from metodist.documents.names import parse_name
from metodist.documents.numbers import date_digits
from metodist.documents.source import From
from metodist.documents.typography import capitalised, clean
from metodist.domain.findings import ProgrammeIssue, Severity
from metodist.domain.programme import Passport, Programme
from metodist.messages import say

_BLANK_DATE = "_" * 12
_BLANK_NUMBER = "_" * 6


@dataclass(frozen=True, slots=True)
class Requisites:
    """Number and date of an act. The municipality gives them: a draft has neither."""

    number: str = ""
    day: date | None = None

    @property
    def dated(self) -> str:
        """«от 05.06.2026», in a draft a line to fill in."""
        return say("documents.dated", day=date_digits(self.day) if self.day else _BLANK_DATE)

    @property
    def numbered(self) -> str:
        """«№ 319», in a draft a line to fill in."""
        return say("documents.numbered", number=clean(self.number) or _BLANK_NUMBER)


#: No number and no date yet.
DRAFT = Requisites()


@dataclass(frozen=True, slots=True)
class ActWords:
    """How one kind of act is spoken of."""

    nominative: str
    genitive: str
    dative: str
    instrumental: str
    this: str
    verb: str


ACTS: Mapping[str, ActWords] = MappingProxyType(
    {
        words.nominative: words
        for words in (
            ActWords("приказ", "приказа", "приказу", "приказом", "настоящего приказа", "приказываю"),
            ActWords(
                "постановление",
                "постановления",
                "постановлению",
                "постановлением",
                "настоящего постановления",
                "постановляю",
            ),
            ActWords(
                "распоряжение", "распоряжения", "распоряжению", "распоряжением", "настоящего распоряжения", "обязываю"
            ),
        )
    }
)


def act_words(passport: Passport) -> ActWords:
    """The words of the programme's kind of act; of a приказ where the kind is not one of ours."""
    return ACTS.get(passport.act_kind.strip().casefold(), ACTS["приказ"])


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The head of an act."""

    superior: Annotated[str, From("«Паспорт», строка «Вышестоящий орган»", optional=True)]
    body: Annotated[str, From("«Паспорт», строка «Орган управления образованием»")]
    act: Annotated[str, From("«Паспорт», строка «Вид акта», прописными буквами")]
    dated: Annotated[str, From("дата документа; в проекте — «от ____________»")]
    number: Annotated[str, From("номер документа; в проекте — «№ ______»")]
    place: Annotated[str, From("«Паспорт», строка «Место издания»")]


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs."""

    post: Annotated[str, From("«Люди», графа «Должность», с прописной буквы")]
    name: Annotated[str, From("«Люди», графа «Фамилия и инициалы», в виде «И.О. Фамилия»")]


@dataclass(frozen=True, slots=True)
class Corner:
    """The upper right corner of an annex; date and number are those of the act itself and cannot differ."""

    title: Annotated[str, From("«Приложение», а если приложений несколько — «Приложение № 1»")]
    to: Annotated[str, From("вид акта в дательном падеже и «Орган управления (кого, чего)»")]
    dated: Annotated[str, From("дата и номер самого документа")]


@dataclass(frozen=True, slots=True)
class Properties:
    """The document's own properties, seen in «Файл — Сведения»."""

    title: Annotated[str, From("заголовок документа")]
    author: Annotated[str, From("«Паспорт», строка «Орган управления образованием»")]
    subject: Annotated[str, From("«Паспорт», строка «Название программы»")]
    created: Annotated[str, From("когда построен документ")]


def letterhead(passport: Passport, requisites: Requisites) -> Letterhead:
    """The head of an act of the programme's body."""
    return Letterhead(
        superior=passport.superior_body,
        body=passport.body,
        act=act_words(passport).nominative.upper(),
        dated=requisites.dated,
        number=requisites.numbered,
        place=passport.place,
    )


def corner(passport: Passport, requisites: Requisites, number: int | None = None) -> Corner:
    """The corner of annex ``number``; a single annex has none."""
    return Corner(
        title=say("documents.annex") if number is None else say("documents.annex_number", number=number),
        to=say("documents.annex_to", act=act_words(passport).dative, body=passport.body_genitive),
        dated=f"{requisites.dated} {requisites.numbered}",
    )


def act_reference(passport: Passport, requisites: Requisites, case: Case) -> str:
    """«приказом управления образования от 05.06.2026 № 319»; blanks to fill in where the act has no number yet."""
    words = act_words(passport)
    forms = {Case.GENITIVE: words.genitive, Case.DATIVE: words.dative, Case.INSTRUMENTAL: words.instrumental}
    return say(
        "documents.act_reference",
        act=forms.get(case, words.nominative),
        body=passport.body_genitive,
        dated=requisites.dated,
        number=requisites.numbered,
    )


def act_genitive(passport: Passport, requisites: Requisites) -> str:
    """«приказа управления образования от 05.06.2026 № 319»."""
    return act_reference(passport, requisites, Case.GENITIVE)


def programme_act(passport: Passport) -> str:
    """The act that approved the programme, in the genitive; empty where the passport names none."""
    if passport.act_date is None or not passport.act_number:
        return ""
    return act_genitive(passport, Requisites(passport.act_number, passport.act_date))


def properties(passport: Passport, title: str, made: datetime) -> Properties:
    """Document properties of a document made at ``made`` (local time)."""
    return Properties(clean(title), clean(passport.body), clean(passport.title), f"{made:%Y-%m-%dT%H:%M:%SZ}")


def signature(programme: Programme, *roles: str) -> tuple[Signature, tuple[ProgrammeIssue, ...]]:
    """The first person of the first role that the programme has; blanks and an issue where it has none."""
    person = next((found for role in roles if (found := programme.person(role))), None)
    if person is None:
        issue = ProgrammeIssue(
            Severity.WARNING,
            say("documents.nobody", role=roles[0]),
            sheet="Люди",
            suggestion=say("documents.nobody_action", role=roles[0]),
        )
        return Signature(_BLANK_DATE, _BLANK_DATE), (issue,)
    return Signature(capitalised(clean(person.post)), parse_name(person.name).initials_first), ()


def approvals(programme: Programme) -> tuple[Signature, ...]:
    """Who initials the act: every person of the role «согласует»."""
    people = (person for person in programme.people if person.role == "согласует")
    return tuple(Signature(capitalised(clean(one.post)), parse_name(one.name).initials_first) for one in people)


def somebody(programme: Programme, case: Case, *roles: str) -> Phrase:
    """The first person of the first role that the programme has, in a case; empty where it has none."""
    person = next((found for role in roles if (found := programme.person(role))), None)
    return person_in_case(person, case, programme.dictionary) if person else Phrase("")
