"""The year bridge: what was asked a year ago, in the words of this year's programme.

Dynamics compare like with like: **this year's definition is counted over last year's answers**, read under the names
that fields had then («Прежнее название», «Прежние реестры»). So a renamed field, a renamed, merged or split indicator
loses nothing: each is counted for both years in the same way. A comparison is permitted where last year's answers hold
every field that the definition speaks of; «Прежний код» says which of last year's indicators it continues, and «нет»
there that it measures something new, whatever could be counted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from metodist.domain.answers import Answered
from metodist.domain.asked import FieldKey, in_indicator, other_registers, owner_of
from metodist.domain.fields import FACTS, MUNICIPALITY, Field, FieldType
from metodist.domain.indicators import FactSum, Indicator
from metodist.domain.programme import Programme
from metodist.domain.returns import RegisterRow, SchoolData
from metodist.domain.values import Value, fold
from metodist.messages import say


class Obstacle(StrEnum):
    """Why an indicator cannot be compared with last year; the value is the word in JSON."""

    NEW = "new"
    """«Прежний код» says that it continues nothing."""
    NOT_ASKED = "not_asked"
    """Last year's answers lack fields or registers that it counts."""
    OTHER_VALUES = "other_values"
    """Last year's answers hold values that the lists of its fields no longer have."""
    NO_ANSWERS = "no_answers"
    """Nobody handed anything in last year (or the municipality's own facts of that year are not kept)."""


@dataclass(frozen=True, slots=True)
class Continuation:
    """Which earlier indicators one of this year continues, and whether the two years can be compared.

    Args:
        code: This year's code.
        earlier: Last year's codes, for showing: its own where nothing is said; empty for a new one.
        parts: Other indicators of this year that continue the same one: it was split.
        obstacle: ``None`` where the comparison is permitted.
        what: What the obstacle is about: names of fields or values.
    """

    code: str
    earlier: tuple[str, ...]
    parts: tuple[str, ...] = ()
    obstacle: Obstacle | None = None
    what: tuple[str, ...] = ()

    @property
    def permitted(self) -> bool:
        """This year's value may stand beside last year's."""
        return self.obstacle is None

    @property
    def merged(self) -> bool:
        """It continues several of last year's indicators."""
        return len(self.earlier) > 1

    @property
    def remark(self) -> str:
        """What a reader of the comparison has to know, as one sentence; empty for nothing."""
        if self.obstacle is not None:
            return say(f"bridge.{self.obstacle.value}", what=", ".join(f"«{each}»" for each in self.what))
        codes = ", ".join(self.earlier)
        if self.merged:
            return say("bridge.merged", codes=codes)
        if self.parts:
            return say("bridge.split", codes=codes, parts=", ".join(self.parts))
        return say("bridge.renamed", codes=codes) if self.earlier != (self.code,) else ""


@dataclass(frozen=True, slots=True)
class Names:
    """What fields and registers were called in a set of earlier answers.

    Args:
        registers: This year's register → the earlier one; those that kept their name too.
        fields: Owner and name of this year → the name then; fields that nobody was asked for are left out.
    """

    registers: Mapping[str, str] = field(default_factory=dict)
    fields: Mapping[FieldKey, str] = field(default_factory=dict)


def names_then(programme: Programme, answered: Answered) -> Names:
    """Names of this year's fields in answers of the year before.

    «Прежнее название» counts where the answers know it, so that a bridge of two years ago that nobody has cleared
    away does no harm: the field is then looked for under its own name.
    """
    registers = {
        each.name: each.earlier if each.earlier and answered.knows_register(each.earlier) else each.name
        for each in programme.registers
    }
    places = {**registers, FACTS: FACTS, MUNICIPALITY: MUNICIPALITY}
    found: dict[FieldKey, str] = {}
    for each in _fields(programme):
        name = _name_then(each, places[each.register], answered)
        if name:
            found[each.register, each.name] = name
    return Names(registers, found)


def _fields(programme: Programme) -> Iterable[Field]:
    for register in programme.registers:
        yield from register.fields
    yield from programme.facts


def _name_then(this: Field, place: str, answered: Answered) -> str:
    if this.earlier == "":
        return ""
    if this.earlier and answered.knows(place, this.earlier):
        return this.earlier
    return this.name if answered.knows(place, this.name) else ""


def in_todays_words(programme: Programme, data: SchoolData, names: Names) -> SchoolData:
    """Earlier answers under this year's names; what nobody asks any more is left out."""
    return SchoolData(
        registers={
            register.name: tuple(
                RegisterRow(row.sheet_row, _renamed(row.values, register.fields, names))
                for row in data.registers[names.registers[register.name]]
            )
            for register in programme.registers
            if names.registers[register.name] in data.registers
        },
        facts=_renamed(data.facts, programme.facts, names),
        evidence={
            fact.name: data.evidence[then]
            for fact in programme.facts
            if (then := names.fields.get((fact.register, fact.name), "")) in data.evidence
        },
    )


def _renamed(values: Mapping[str, Value], fields: Iterable[Field], names: Names) -> dict[str, Value]:
    then = {each.name: names.fields.get((each.register, each.name), "") for each in fields}
    return {name: values[earlier] for name, earlier in then.items() if earlier in values}


def continuations(programme: Programme, answered: Answered, names: Names) -> dict[str, Continuation]:
    """Every indicator of this year by code: what it continues, and what stands in the way of comparing.

    Args:
        programme: This year's.
        answered: What last year's answers know, under last year's names.
        names: :func:`names_then` of the two.
    """
    before = {each.code: (each.code,) if each.continues is None else each.continues for each in programme.indicators}
    sharing: defaultdict[str, list[str]] = defaultdict(list)
    for code, codes in before.items():
        for then in codes:
            sharing[fold(then)].append(code)
    found = {}
    for indicator in programme.indicators:
        earlier = before[indicator.code]
        parts = dict.fromkeys(part for code in earlier for part in sharing[fold(code)] if part != indicator.code)
        obstacle, what = _obstacle(programme, indicator, answered, names)
        found[indicator.code] = Continuation(indicator.code, earlier, tuple(parts), obstacle, what)
    return found


def _obstacle(
    programme: Programme, indicator: Indicator, answered: Answered, names: Names
) -> tuple[Obstacle | None, tuple[str, ...]]:
    if indicator.continues == ():
        return Obstacle.NEW, ()
    if not answered.anything(MUNICIPALITY if indicator.scope == MUNICIPALITY else ""):
        return Obstacle.NO_ANSWERS, ()
    missing = not_asked(programme, in_indicator(indicator), _registers(indicator), names, answered)
    if missing:
        return Obstacle.NOT_ASKED, missing
    strange = _strange_values(programme, indicator, answered, names)
    return (Obstacle.OTHER_VALUES, strange) if strange else (None, ())


def not_asked(
    programme: Programme, fields: Collection[FieldKey], registers: Iterable[str], names: Names, answered: Answered
) -> tuple[str, ...]:
    """Names of this year's fields and registers, among those given, that last year's answers lack; in their order.

    A computed field is as good as the field that it follows from.
    """
    sources = {
        (each.register, each.name): (each.register, each.computed.field)
        for each in _fields(programme)
        if each.computed is not None
    }
    wanted = {sources.get(key, key) for key in fields}
    declared = [(each.register, each.name) for each in _fields(programme)]
    lacking = [name for register, name in declared if (register, name) in wanted - names.fields.keys()]
    absent = [name for name in registers if not answered.knows_register(names.registers.get(name, name))]
    return tuple(dict.fromkeys((*absent, *lacking)))


def _registers(indicator: Indicator) -> tuple[str, ...]:
    """Registers whose rows an indicator counts or looks into."""
    owner = owner_of(indicator.scope)
    own = () if owner in (FACTS, MUNICIPALITY) else (owner,)
    conditions = [each for each in (indicator.numerator, indicator.denominator) if not isinstance(each, FactSum)]
    conditions += [part.condition for part in indicator.breakdown.slices] if indicator.breakdown else []
    return tuple(dict.fromkeys((*own, *(name for each in conditions for name in other_registers(each)))))


def _strange_values(programme: Programme, indicator: Indicator, answered: Answered, names: Names) -> tuple[str, ...]:
    """Last year's values of the indicator's fields that their lists do not have: they would be counted nowhere."""
    used, strange = in_indicator(indicator), []
    for each in _fields(programme):
        key = (each.register, each.name)
        if each.type is not FieldType.CHOICE or key not in used:
            continue
        place = names.registers.get(each.register, each.register)
        known = {fold(value) for value in programme.lists.get(each.list_name, ())}
        values = answered.texts(place, names.fields.get(key, ""))
        strange += [value for value in values if fold(value) not in known]
    return tuple(dict.fromkeys(strange))
