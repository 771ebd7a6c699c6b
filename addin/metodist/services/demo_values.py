"""One invented value for one field: likely for the person and the school, within the field's own limits."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from zlib import crc32

from metodist.domain.fields import FACTS, MUNICIPALITY, Field, FieldType
from metodist.domain.programme import Organisation, Programme
from metodist.domain.values import NO, YES, Row, Value, fold
from metodist.services.demo_people import Profile
from metodist.services.demo_rules import bounds
from metodist.services.demo_texts import LIKELIHOODS, OTHER_TEXTS, PER_TEACHER, SCALE_UNITS, TEXTS, USUAL_WORDS

_YEAR = re.compile(r"\bгод\b")
_ORDINARY_STAFF = 30
_MENTOR_FROM = 5
"""Years of teaching before which nobody becomes a mentor."""
_FEW, _GROWS = 3, 0.4
"""Up to so small a number growth is by one, and happens so often."""
_HOLIDAY = (7, 8)
_RECENT = 3
"""The greater, the more of the dates that may lie long back are recent."""
_YOUNG = ("молодой", "молодым")
"""A field that says of a person that he is young; «мероприятия для молодых» does not."""


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

    def a_little_less(self, field: Field, now: float) -> Value:
        """Last year's number where this year's is ``now``: mostly below it, within the field's limits."""
        before = now * self.rng.uniform(0.72, 1.03) if now > _FEW else now - (self.rng.random() < _GROWS)
        return round(_clip(before, *_limits(field, 0, now)))


def chance(name: str, seed: int) -> float:
    """A number of 0…1 that belongs to that name: the same on every machine and in every school."""
    return crc32(f"{seed}|{name}".encode()) / 0xFFFFFFFF


def _yes_no(inventor: Inventor, field: Field, person: Profile | None) -> Value:
    if person is not None and any(word in field.name.lower() for word in _YOUNG):
        return YES if person.age <= 35 and person.teaching <= 3 else NO
    if field.name.lower() == "наставник" and person is not None and person.teaching < _MENTOR_FROM:
        return NO
    places = (field.name.lower(), field.section.lower())
    known = (likelihood for place in places for part, likelihood in LIKELIHOODS if part in place)
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
    weights = [
        USUAL_WORDS.get(fold(word), 1.0) * (0.4 + chance(f"{field.name}|{word}", inventor.seed)) for word in words
    ]
    if words[0] == NO:
        # A list that begins with «нет» names what most people do not have.
        weights[0] = max(sum(weights[1:]), weights[0])
    return inventor.rng.choices(words, weights)[0]


def _number(inventor: Inventor, field: Field, person: Profile | None) -> Value:
    amount = _amount(inventor, field, person)
    return round(amount * 2) / 2 if field.maximum is None or isinstance(field.maximum, int) else round(amount, 1)


def _integer(inventor: Inventor, field: Field, person: Profile | None) -> Value:
    return round(_amount(inventor, field, person))


def _amount(inventor: Inventor, field: Field, person: Profile | None) -> float:
    """A likely number within the field's limits: the person's own, a year, points of a scale, else by school size."""
    name = f"{field.section} {field.name}".lower()
    own = _of_person(name, person) if person is not None else None
    if own is not None:
        return _clip(own, *_limits(field, 0, own))
    if _YEAR.search(name) and not field.unit.startswith("лет"):
        year = inventor.programme.passport.period.year
        return _clip(year - int(inventor.rng.triangular(0, 5, 0)), *_limits(field, year - 5, year))
    if field.unit.startswith(SCALE_UNITS):
        low, high = _limits(field, 0, 100 if field.unit == "%" else 10)
        usual = _clip(low + (high - low) * 0.72 * inventor.drive, low, high)
        return inventor.rng.triangular(low + (high - low) * 0.25, high, usual)
    return _clip(_of_school(inventor, field, name), *_limits(field, 0, float("inf")))


def _of_school(inventor: Inventor, field: Field, name: str) -> float:
    """A number that grows with the school; a small one in a row of a register."""
    if field.register not in (FACTS, MUNICIPALITY):
        return inventor.rng.triangular(1, 12, 3)
    staff = len(inventor.names) or _ORDINARY_STAFF
    places = (field.name.lower(), name)
    known = ((low, high) for place in places for part, low, high in PER_TEACHER if part in place)
    usual = next(known, (0.05, 0.4))
    return staff * inventor.rng.uniform(*usual)


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
    high = min(field.maximum, end) if isinstance(field.maximum, date) and field.maximum >= low else max(low, end)
    span = max(0, (high - low).days)
    # Of what may lie long back, most is recent: the last courses of a teacher, say.
    back = round(span * inventor.rng.random() ** _RECENT) if low < passport.period.start else 0
    day = high - timedelta(days=back) if back else low + timedelta(days=inventor.rng.randint(0, span))
    term = day - timedelta(days=62)
    return term if day.month in _HOLIDAY and term >= low else day


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
