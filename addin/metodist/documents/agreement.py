"""Participles that agree with what they speak of: «утверждён», «утверждена», «утверждено», «утверждены»."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from metodist.documents.cases import Case
from metodist.documents.dictionary import NO_WORDS, Words, stated_agreement
from metodist.documents.grammar import says_what_it_is
from metodist.documents.requisites import Requisites, act_reference
from metodist.documents.typography import capitalised, clean
from metodist.domain.programme import Programme
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


def participle_for(participle: str, title: str, words: Words = NO_WORDS) -> str:
    """The participle for a title: first by the user's dictionary, then by its noun; else as of a программа."""
    stated = stated_agreement(words, title)
    known = Agrees(stated) if stated else agrees_of(title)
    return agreed(participle, known or Agrees.FEMININE)


def approved_by(programme: Programme) -> str:
    """«Утверждена приказом управления образования от 12.01.2026 № 15-ОД»; empty where the passport names no act."""
    passport = programme.passport
    if passport.act_date is None or not passport.act_number:
        return ""
    act = act_reference(passport, Requisites(passport.act_number, passport.act_date), Case.INSTRUMENTAL)
    # A title that is only a name is spoken of as a программа: «Развитие образования» is утверждена.
    spoken = passport.title if _is_spoken_of(programme) else say("papers.programme")
    approved = participle_for("утверждён", spoken, programme.dictionary)
    return say("papers.approved_by", approved=capitalised(approved), act=act)


def _is_spoken_of(programme: Programme) -> bool:
    title = programme.passport.title
    return says_what_it_is(title) or bool(stated_agreement(programme.dictionary, title))
