"""The summary as it may be published: no value of fewer than five people, also none that could be reckoned."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from metodist.domain.analysis import Analysis
from metodist.domain.dynamics import DISTRICT, Dynamics
from metodist.domain.fields import FieldType
from metodist.domain.indicators import Indicator
from metodist.domain.outcomes import Outcome, Ratio
from metodist.domain.programme import Programme
from metodist.domain.public_edition import hidden_schools, is_hidden, public_outcome
from metodist.domain.publishing import is_small
from metodist.domain.summary import SchoolResult, Summary

_INITIALS = r"[А-ЯЁ]\.[\s\u00a0]?[А-ЯЁ]\."
_SURNAME = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?"
_NAMED = re.compile(
    rf"(?P<a>{_SURNAME})[\s\u00a0]{_INITIALS}|{_INITIALS}[\s\u00a0]?(?P<b>{_SURNAME})"
    rf"|(?P<c>{_SURNAME})[\s\u00a0]{_SURNAME}[\s\u00a0][А-ЯЁ][а-яё]+(?:вич|вна|ична|ич)"
)
_NUMBER = r"(\d{1,3}(?:[\s\u00a0]?\d{3})*)"
_COUNTED = re.compile(rf"(?<![\d,.]){_NUMBER} из {_NUMBER}(?![\d,])(?![\s\u00a0]*(?:школ|организац|показател|балл))")
_CAPITALS = re.compile(r"[А-ЯЁ]")


@dataclass(frozen=True, slots=True)
class PublicEdition:
    """What may be published.

    Args:
        summary: Without indicators whose municipal value is hidden; ``None`` for values of schools that are.
        left_out: Indicators that are not published at all.
        hidden: By indicator code: schools whose value is not published.
    """

    summary: Summary
    left_out: tuple[Indicator, ...]
    hidden: dict[str, frozenset[str]]


def public_edition(summary: Summary) -> PublicEdition:
    """Take out of a summary what tells of few people, and reckon statistics, ranks and advice anew from what is left.

    Of the analysis goes over what tells of schools and of the municipality: groups, links, the municipality's dynamics.
    """
    from metodist.services.advising import advised
    from metodist.summary.consolidate import consolidate

    programme, municipality = summary.programme, summary.municipality
    left_out = tuple(
        one for one in programme.indicators if one.code in municipality and is_hidden(one, municipality[one.code])
    )
    shown = tuple(one for one in programme.indicators if one not in left_out)
    hidden = {one.code: hidden_schools(one, _by_school(summary, one)) for one in shown}
    public = replace(programme, indicators=shown)
    schools = tuple(_school(school, shown, hidden) for school in summary.schools)
    outcomes = {one.code: public_outcome(one, municipality[one.code]) for one in shown if one.code in municipality}
    made = consolidate(public, schools, summary.faulty, summary.missing, outcomes, summary.built)
    grouped = replace(made, analysis=_public_analysis(summary.analysis, shown))
    return PublicEdition(advised(grouped) if summary.advice else grouped, left_out, hidden)


def _public_analysis(analysis: Analysis, shown: tuple[Indicator, ...]) -> Analysis:
    """Groups of schools; links and the municipality's dynamics of indicators that may be published in every period."""
    series = {
        (one.code, DISTRICT): found
        for one in shown
        if (found := analysis.dynamics.of(one.code)) and not any(_is_few(one, point.outcome) for point in found.points)
    }
    codes = {one.code for one in shown}
    links = tuple(link for link in analysis.factors.links if link.indicator in codes)
    return Analysis(
        dynamics=Dynamics(analysis.dynamics.periods, series),
        clustering=analysis.clustering,
        factors=replace(analysis.factors, links=links),
    )


def _is_few(indicator: Indicator, outcome: Outcome | None) -> bool:
    return outcome is not None and is_hidden(indicator, outcome)


def _by_school(summary: Summary, indicator: Indicator) -> dict[str, Outcome]:
    code = indicator.code
    return {one.organisation.code: one.outcomes[code] for one in summary.schools if code in one.outcomes}


def _school(school: SchoolResult, shown: tuple[Indicator, ...], hidden: dict[str, frozenset[str]]) -> SchoolResult:
    code = school.organisation.code
    outcomes = {}
    for indicator in shown:
        outcome = school.outcomes.get(indicator.code)
        if outcome is None:
            continue
        public = public_outcome(indicator, outcome)
        if code in hidden[indicator.code]:
            public = replace(public, numerator=None, denominator=None, value=None, breakdown={}, level="")
        outcomes[indicator.code] = public
    return replace(school, outcomes=outcomes)


def teachers(summary: Summary) -> frozenset[tuple[str, str]]:
    """Everybody whom the accepted tables name, as surname and initials; who signs documents is no secret."""
    names = set(_names(summary))
    return frozenset(names - {_short(person.name) for person in summary.programme.people})


def named_in(text: str, known: frozenset[tuple[str, str]]) -> str:
    """The first person in a text who is in ``known``; empty for nobody."""
    for match in _NAMED.finditer(text):
        surname = next(one for one in match.group("a", "b", "c") if one)
        initials = "".join(_CAPITALS.findall(match.group().replace(surname, "", 1)))[:2]
        if (surname.casefold(), initials) in known:
            return match.group()
    return ""


def few_in(text: str) -> str:
    """The first «3 из 12» of a text that tells of few people; «3 из 26 школ» tells of none."""
    for match in _COUNTED.finditer(text):
        over, under = (int(re.sub(r"\D", "", group)) for group in match.groups())
        if under and is_small(Ratio(over, under)):
            return match.group()
    return ""


def _names(summary: Summary) -> Iterator[tuple[str, str]]:
    wanted = {
        register.name: _people_fields(summary.programme, register.name) for register in summary.programme.registers
    }
    for school in summary.schools:
        for register, fields in wanted.items():
            for row in school.data.registers.get(register, ()):
                for field in fields:
                    value = row.values.get(field)
                    if isinstance(value, str) and value.strip():
                        yield _short(value)


def _people_fields(programme: Programme, register: str) -> tuple[str, ...]:
    kinds = (FieldType.PERSON, FieldType.PERSON_REF)
    return tuple(field.name for field in programme.register(register).fields if field.type in kinds)


def _short(name: str) -> tuple[str, str]:
    """«Иванова Анна Андреевна» and «Иванова А. А.» are the same: surname and initials."""
    surname, _, rest = name.replace("\u00a0", " ").strip().partition(" ")
    return surname.casefold(), "".join(_CAPITALS.findall(rest))[:2]
