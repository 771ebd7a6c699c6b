"""One invented value for one field: likely for the person and the school, within the field's own limits."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from zlib import crc32

from metodist.domain.fields import FACTS, Field, FieldType
from metodist.domain.programme import Organisation, Programme
from metodist.domain.values import NO, YES, Row, Value
from metodist.services.demo_people import Profile
from metodist.services.demo_rules import bounds
from metodist.services.demo_texts import LIKELIHOODS, OTHER_TEXTS, TEXTS

_YEAR = re.compile(r"\bгод\b")
_ORDINARY_STAFF = 30


@dataclass(frozen=True, slots=True)
class Inventor:
    """Invents values for one school.

    Args:
        drive: How active the school is: about 0.75…1.15, 1 for an average one.
        names: Its people, for fields that refer to one.
        seed: What is likely in the whole district depends on it, not on the school.
    """

    programme: Programme
    school: Organisation
    rng: Random
    drive: float
    names: Sequence[str]
    seed: int

    def value(self, field: Field, person: Profile | None = None) -> Value:
        """A likely value, never blank but for a list without values and for computed fields."""
        make = _MAKERS.get(field.type)
        return make(self, field, person) if make else None

    def candidates(self, field: Field, row: Row, person: Profile | None = None) -> list[Value]:
        """Values worth trying where a rule is broken: all words of a list, else samples and the rule's own bounds."""
        tried: list[Value] = [] if field.required else [None]
        if field.type in (FieldType.YES_NO, FieldType.PRESENCE):
            return [*tried, YES, NO]
        if field.type is FieldType.CHOICE:
            return [*tried, *self.programme.lists.get(field.list_name, ())]
        if field.type is FieldType.PERSON_REF:
            return [self.value(field) for _ in range(12)]
        period = self.programme.passport.period
        for condition in (field.check, field.required_if):
            for bound in bounds(condition, field.name, row, period):
                tried.extend(_beside(bound))
        return [*(value for value in tried if _fits(value, field)), *(self.value(field, person) for _ in range(4))]


def chance(name: str, seed: int) -> float:
    """A number of 0…1 that belongs to that name: the same on every machine and in every school."""
    return crc32(f"{seed}|{name}".encode()) / 0xFFFFFFFF


def _yes_no(inventor: Inventor, field: Field, person: Profile | None) -> Value:
    name = f"{field.section} {field.name}".lower()
    if "молод" in name and person is not None:
        return YES if person.age <= 35 and person.teaching <= 3 else NO
    known = (likelihood for part, likelihood in LIKELIHOODS if part in name)
    likelihood = next(known, 0.3 + 0.5 * chance(field.name, inventor.seed))
    # The school's own leaning in this one matter lies on top of its general activity.
    leaning = 0.9 + 0.2 * chance(f"{inventor.school.code}|{field.name}", inventor.seed)
    return YES if inventor.rng.random() < min(0.96, likelihood * inventor.drive * leaning) else NO


def _presence(inventor: Inventor, _field: Field, _person: Profile | None) -> Value:
    return YES if inventor.rng.random() < min(0.97, 0.84 * inventor.drive) else NO


def _choice(inventor: Inventor, field: Field, _person: Profile | None) -> Value:
    words = inventor.programme.lists.get(field.list_name, ())
    if not words:
        return None
    weights = [0.15 + chance(f"{field.name}|{word}", inventor.seed) ** 2 for word in words]
    return inventor.rng.choices(words, weights)[0]


def _number(inventor: Inventor, field: Field, _person: Profile | None) -> Value:
    low, high = _limits(field, 0, 10)
    return round(_clip(inventor.rng.triangular(low, high, low + (high - low) * 0.72 * inventor.drive), low, high), 1)


def _integer(inventor: Inventor, field: Field, person: Profile | None) -> Value:
    name = f"{field.section} {field.name}".lower()
    staff = len(inventor.names) or _ORDINARY_STAFF
    if person is not None and (own := _of_person(name, person)) is not None:
        return _clip(own, *_limits(field, 0, own))
    if _YEAR.search(name) and not field.unit.startswith("лет"):
        year = inventor.programme.passport.period.year
        return _clip(year - int(inventor.rng.triangular(0, 5, 0)), *_limits(field, year - 5, year))
    if field.register == FACTS and ("штат" in name or "всего педагог" in name):
        return _clip(staff, *_limits(field, 0, staff))
    low, high = _limits(field, 0, staff if field.unit.startswith("чел") else 12)
    likely = low + (min(high, max(low + 1, staff)) - low) * 0.4 * inventor.drive
    return round(_clip(inventor.rng.triangular(low, max(likely, min(high, low + staff)), likely), low, high))


def _of_person(name: str, person: Profile) -> int | None:
    """Numbers that follow from the person's life: age, year of birth, years of service."""
    if "возраст" in name:
        return person.age
    if "рожд" in name:
        return person.born.year
    if "стаж" in name:
        return person.teaching if "педагог" in name or "должност" in name else person.service
    return None


def _date(inventor: Inventor, field: Field, person: Profile | None) -> Value:
    if "рожд" in field.name.lower() and person is not None:
        return person.born
    passport = inventor.programme.passport
    end = min(passport.period.end, passport.deadline or passport.period.end)
    low = field.minimum if isinstance(field.minimum, date) else passport.period.start
    high = field.maximum if isinstance(field.maximum, date) else max(low, end)
    return low + timedelta(days=inventor.rng.randint(0, max(0, (high - low).days)))


def _text(inventor: Inventor, field: Field, _person: Profile | None) -> Value:
    name = field.name.lower()
    known = (texts for part, texts in TEXTS if part in name)
    return inventor.rng.choice(next(known, OTHER_TEXTS))


def _person_ref(inventor: Inventor, _field: Field, person: Profile | None) -> Value:
    others = [name for name in inventor.names if person is None or name != person.name]
    return inventor.rng.choice(others) if others else None


def _link(inventor: Inventor, _field: Field, _person: Profile | None) -> Value:
    digits = re.sub(r"\D", "", inventor.school.code).lstrip("0") or "1"
    return f"https://school-{digits}.example.org/documents/{inventor.rng.randint(1, 400)}"


def _limits(field: Field, low: float, high: float) -> tuple[float, float]:
    """The field's own limits; ``low`` and ``high`` where it has none."""
    least = field.minimum if isinstance(field.minimum, int | float) else low
    most = field.maximum if isinstance(field.maximum, int | float) else max(high, least)
    return least, most


def _clip(value: float, low: float, high: float) -> float:
    return min(max(value, low), high)


def _beside(bound: Value) -> list[Value]:
    if isinstance(bound, date):
        return [bound, bound - timedelta(days=30), bound + timedelta(days=30)]
    return [bound, bound - 1, bound + 1] if isinstance(bound, int | float) else [bound]


def _fits(value: Value, field: Field) -> bool:
    """Whether a value may be tried in a field: of its type, within its limits."""
    if value is None:
        return not field.required
    low, high = field.minimum, field.maximum
    if field.type is FieldType.DATE:
        return (
            isinstance(value, date)
            and (not isinstance(low, date) or low <= value)
            and (not isinstance(high, date) or value <= high)
        )
    if field.type in (FieldType.INTEGER, FieldType.NUMBER):
        return isinstance(value, int | float) and _clip(value, *_limits(field, value, value)) == value
    return isinstance(value, str)


_MAKERS: dict[FieldType, Callable[[Inventor, Field, Profile | None], Value]] = {
    FieldType.TEXT: _text,
    FieldType.INTEGER: _integer,
    FieldType.NUMBER: _number,
    FieldType.DATE: _date,
    FieldType.YES_NO: _yes_no,
    FieldType.CHOICE: _choice,
    FieldType.PERSON_REF: _person_ref,
    FieldType.PRESENCE: _presence,
    FieldType.LINK: _link,
}
