"""Participles that agree with what they speak of: «утверждён», «утверждена», «утверждено», «утверждены»."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from metodist.documents.cases import Case
from metodist.documents.requisites import Requisites, act_reference
from metodist.documents.typography import capitalised, clean
from metodist.domain.programme import Passport
from metodist.messages import say


class Agrees(StrEnum):
    """What a short participle agrees with; the value is its ending after the stem «утверждён»."""

    MASCULINE = "м"
    FEMININE = "ж"
    NEUTER = "с"
    PLURAL = "мн"


#: Short participles: masculine, feminine, neuter, plural.
_PARTICIPLES: Mapping[str, tuple[str, str, str, str]] = MappingProxyType(
    {
        "утверждён": ("утверждён", "утверждена", "утверждено", "утверждены"),
        "принят": ("принят", "принята", "принято", "приняты"),
        "создан": ("создан", "создана", "создано", "созданы"),
        "проведён": ("проведён", "проведена", "проведено", "проведены"),
        "представлен": ("представлен", "представлена", "представлено", "представлены"),
        "назначен": ("назначен", "назначена", "назначено", "назначены"),
        "выполнен": ("выполнен", "выполнена", "выполнено", "выполнены"),
        "разработан": ("разработан", "разработана", "разработано", "разработаны"),
        "подготовлен": ("подготовлен", "подготовлена", "подготовлено", "подготовлены"),
        "направлен": ("направлен", "направлена", "направлено", "направлены"),
    }
)
_ORDER = (Agrees.MASCULINE, Agrees.FEMININE, Agrees.NEUTER, Agrees.PLURAL)


def agreed(participle: str, with_what: Agrees) -> str:
    """A participle in the form that agrees.

    Args:
        participle: Its masculine: «утверждён».
        with_what: Gender and number of what it speaks of.

    Raises:
        KeyError: It is none of ours.
    """
    return _PARTICIPLES[participle][_ORDER.index(with_what)]


def agrees_of(title: str) -> Agrees | None:
    """Gender and number of a title's leading noun: «дорожная карта» is feminine, «меры» are many.

    Returns:
        ``None`` where no nominative noun leads the title: nothing is guessed.
    """
    from metodist.documents.morphology import leading_gender  # loads a dictionary

    words = clean(title).split(" «")[0]
    found = leading_gender(words[:1].lower() + words[1:])
    return None if found is None else Agrees(found)


def participle_for(participle: str, title: str) -> str:
    """The participle for a title; a title that is only a name is a программа."""
    known = None if title.startswith("«") else agrees_of(title)
    return agreed(participle, known or Agrees.FEMININE)


def approved_by(passport: Passport) -> str:
    """«Утверждена приказом управления образования от 12.01.2026 № 15-ОД»; empty where the passport names no act."""
    if passport.act_date is None or not passport.act_number:
        return ""
    act = act_reference(passport, Requisites(passport.act_number, passport.act_date), Case.INSTRUMENTAL)
    return say("papers.approved_by", approved=capitalised(participle_for("утверждён", _kind(passport.title))), act=act)


def _kind(title: str) -> str:
    """The title where it says what it is; a mere name is spoken of as «программа»."""
    from metodist.documents.grammar import says_what_it_is

    return title if says_what_it_is(title) else "«»"
