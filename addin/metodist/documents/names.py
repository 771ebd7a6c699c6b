"""Names of people: parted, declined, put in order. A gender that cannot be known is never guessed."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from metodist.documents.cases import Case
from metodist.domain.programme import Gender
from metodist.domain.wording import NBSP

_INITIAL = re.compile(r"([А-ЯЁA-Z])\.")
_INITIALS = re.compile(r"^(?:[А-ЯЁA-Z]\.\s*)+$")
#: Foreign or plural in origin: the same in every case, whoever bears it.
_NEVER_DECLINED = re.compile(r"(?:[оеиуюэ]|[ыи]х|аго|ово)$", re.IGNORECASE)
_FEMALE_ENDING = re.compile(r"^[а-яё-]{3,}(?:ова|ева|ёва|ская|цкая)$", re.IGNORECASE)
_MALE_ENDING = re.compile(r"^[а-яё-]{3,}(?:ов|ев|ёв|ский|цкий)$", re.IGNORECASE)
#: They look like surnames of women and are borne by men too: the words are nouns of their own.
_COMMON_NOUNS = frozenset(("голова", "корова", "подкова", "дуброва", "основа", "полова", "обнова", "канева", "церкова"))
#: Surnames that lose a vowel or bear the stress on the ending, which the rules of pytrovich do not know:
#: genitive (and accusative), dative, instrumental, of a man.
_EXCEPTIONS = {
    "заяц": ("зайца", "зайцу", "зайцем"),
    "соловей": ("соловья", "соловью", "соловьём"),
    "воробей": ("воробья", "воробью", "воробьём"),
    "ткач": ("ткача", "ткачу", "ткачом"),
    "швец": ("швеца", "швецу", "швецом"),
    "кузьмич": ("кузьмича", "кузьмичу", "кузьмичом"),
}
_FEMALE_PATRONYMIC = re.compile(r"(?:овна|евна|ёвна|ична|инична|кызы)$", re.IGNORECASE)
_MALE_PATRONYMIC = re.compile(r"(?:ович|евич|ёвич|мич|ьич|оглы)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FullName:
    """A parted name.

    Args:
        surname: As written, a hyphen kept.
        first: «Анна», or with initials «А.»; empty where absent.
        patronymic: «Ивановна», or «И.»; empty where absent.
    """

    surname: str
    first: str = ""
    patronymic: str = ""

    @property
    def initials_first(self) -> str:
        """«И.О. Фамилия», as a signature has it, held together by a non-breaking space."""
        initials = "".join(f"{part[0]}." for part in (self.first, self.patronymic) if part)
        return f"{initials}{NBSP}{self.surname}" if initials else self.surname


def parse_name(text: str) -> FullName:
    """Part a name: «Иванова А. А.», «А.А. Иванова», «Иванова Анна Андреевна».

    The surname is the word that is no initial; of whole words the first one.
    """
    words = re.sub(r"\.(?=\S)", ". ", text.replace(NBSP, " ")).split()
    initials = [word for word in words if _INITIALS.match(word)]
    names = [word for word in words if not _INITIALS.match(word)]
    if not names:
        return FullName(" ".join(words))
    given = [*initials, *names[1:]] if initials else names[1:]
    first, patronymic = (given[0] if given else ""), " ".join(given[1:])
    return FullName(names[0], first, patronymic)


def known_gender(name: FullName, stated: Gender = Gender.UNKNOWN) -> Gender:
    """The gender where it is certain: stated, told by a whole patronymic, or by an unmistakable surname.

    Returns:
        ``Gender.UNKNOWN`` where it has to be asked for: «Пацюк А. А.», «Голова И. И.».
    """
    if stated is not Gender.UNKNOWN:
        return stated
    if _FEMALE_PATRONYMIC.search(name.patronymic):
        return Gender.FEMALE
    if _MALE_PATRONYMIC.search(name.patronymic):
        return Gender.MALE
    if name.surname.casefold() in _COMMON_NOUNS:
        return Gender.UNKNOWN
    if _FEMALE_ENDING.match(name.surname):
        return Gender.FEMALE
    return Gender.MALE if _MALE_ENDING.match(name.surname) else Gender.UNKNOWN


def decline_name(name: FullName, case: Case, stated: Gender = Gender.UNKNOWN) -> FullName | None:
    """A name in a case; initials stay.

    Returns:
        ``None`` where the form depends on a gender that is not known: ask, never guess.
    """
    if case is Case.NOMINATIVE:
        return name
    gender = known_gender(name, stated)
    if gender is not Gender.UNKNOWN:
        return _declined(name, case, gender)
    man, woman = (_declined(name, case, each) for each in (Gender.MALE, Gender.FEMALE))
    return man if man == woman else None


def gender_by_dative(name: FullName, dative: FullName) -> Gender:
    """The gender that a dative typed in by the user shows; unknown where both genders would write it so."""
    fitting = [
        gender
        for gender in (Gender.MALE, Gender.FEMALE)
        if _declined(name, Case.DATIVE, gender).surname.casefold() == dative.surname.casefold()
    ]
    return fitting[0] if len(fitting) == 1 else Gender.UNKNOWN


def _declined(name: FullName, case: Case, gender: Gender) -> FullName:
    return replace(
        name,
        surname=_decline_surname(name.surname, case, gender),
        first=_decline_part(name.first, "FIRSTNAME", case, gender),
        patronymic=_decline_part(name.patronymic, "MIDDLENAME", case, gender),
    )


def _decline_surname(surname: str, case: Case, gender: Gender) -> str:
    """Both halves of a double surname; a woman's surname on a consonant and foreign vowels never change."""
    return "-".join(_decline_half(half, case, gender) for half in surname.split("-"))


def _decline_half(surname: str, case: Case, gender: Gender) -> str:
    if _NEVER_DECLINED.search(surname):
        return surname
    if gender is Gender.FEMALE and not surname.endswith(("а", "я")):
        return surname
    exception = _EXCEPTIONS.get(surname.casefold())
    if exception:
        genitive, dative, instrumental = exception
        form = {Case.DATIVE: dative, Case.INSTRUMENTAL: instrumental}.get(case, genitive)
        return form.capitalize()
    return _decline_part(surname, "LASTNAME", case, gender)


def _decline_part(text: str, part: str, case: Case, gender: Gender) -> str:
    if not text or _INITIAL.match(text):
        return text
    from pytrovich.enums import Case as TheirCase  # only documents with people need it
    from pytrovich.enums import Gender as TheirGender
    from pytrovich.enums import NamePart

    theirs = TheirGender.FEMALE if gender is Gender.FEMALE else TheirGender.MALE
    return str(_maker().make(NamePart[part], theirs, TheirCase[case.name], text))


@cache
def _maker() -> Any:
    from pytrovich.maker import PetrovichDeclinationMaker  # reads its rules from disk

    return PetrovichDeclinationMaker()
