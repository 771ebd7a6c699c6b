"""Whether a condition can hold at all: for no row, for some, by types, limits, lists and rules of the fields.

A row is not searched for; its values are narrowed: each comparison leaves an interval of numbers or dates, or a set of
texts, and where one of them becomes empty the branch is impossible. What is too tangled counts as possible: a condition
that is called impossible holds for no row that a school could hand in (a property test says so).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from metodist.domain.asked import in_condition
from metodist.domain.conditions import All, AnyOf, Condition, Exists, Filled, Not
from metodist.domain.fields import FACTS, MUNICIPALITY, Field
from metodist.domain.periods import Period
from metodist.domain.programme import Programme
from metodist.programme.narrowing import Row, first_row, narrowed

#: Branches looked at before a condition counts as possible.
_MOST_BRANCHES = 3000


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of a programme by owner, with the lists that their values come from."""

    by_owner: Mapping[str, Mapping[str, Field]]
    lists: Mapping[str, tuple[str, ...]]
    keys: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, programme: Programme) -> Fields:
        """All fields of a programme."""
        owners = {register.name: {each.name: each for each in register.fields} for register in programme.registers}
        for owner in (FACTS, MUNICIPALITY):
            owners[owner] = {fact.name: fact for fact in programme.facts if fact.register == owner}
        return cls(owners, programme.lists, {register.name: register.key.name for register in programme.registers})

    def without_rule(self, owner: str, name: str) -> Fields:
        """The same where a field's own rules are left aside: for asking about the rules themselves."""
        bare = replace(self.by_owner[owner][name], check=None, required_if=None)
        return replace(self, by_owner={**self.by_owner, owner: {**self.by_owner[owner], name: bare}})


@dataclass(slots=True)
class _Search:
    """How much of the search is left."""

    left: int = _MOST_BRANCHES

    def spent(self) -> bool:
        self.left -= 1
        return self.left < 0


def possible(conditions: Iterable[Condition], owner: str, fields: Fields, period: Period) -> bool:
    """Tell whether all the conditions can hold for one row at once.

    Args:
        conditions: Over rows of ``owner``.
        owner: A register, «Сведения» or «Муниципалитет».
        fields: All fields; types, limits, lists and rules of those that the conditions name are kept by the row.
        period: Gives ``{год}``, ``{начало}`` and ``{конец}``.
    """
    return _possible(list(conditions), owner, fields, period, _Search())


def _possible(conditions: list[Condition], owner: str, fields: Fields, period: Period, search: _Search) -> bool:
    known = fields.by_owner.get(owner, {})
    named = {name for each in conditions for whose, name in in_condition(each, owner) if whose == owner}
    if owner in fields.keys:
        named.add(fields.keys[owner])
    rules = [rule for name in named if name in known for rule in _rules(known[name], owner, fields)]
    row = first_row(known, fields.lists, period)
    return _holds_somewhere([*conditions, *rules], row, _Place(fields, period, search))


def _rules(each: Field, owner: str, fields: Fields) -> Iterable[Condition]:
    """What an accepted row keeps: the key and what is required is filled, checks hold."""
    if each.required or fields.keys.get(owner) == each.name:
        yield Filled(each.name)
    if each.check is not None:
        yield AnyOf((Not(Filled(each.name)), each.check))
    if each.required_if is not None:
        yield AnyOf((Not(each.required_if), Filled(each.name)))


@dataclass(frozen=True, slots=True)
class _Place:
    fields: Fields
    period: Period
    search: _Search


def _holds_somewhere(waiting: Sequence[Condition], row: Row, place: _Place) -> bool:
    """Take one condition, the simple ones first, and go on with what it leaves of the row."""
    if not waiting or place.search.spent():
        return True
    chosen = min(waiting, key=_ways)
    rest = [condition for condition in waiting if condition is not chosen]
    match chosen:
        case All(parts):
            return _holds_somewhere([*rest, *parts], row, place)
        case AnyOf(parts):
            return any(_holds_somewhere([*rest, part], row, place) for part in parts)
        case Not(All() | AnyOf() | Not() as part):
            return _holds_somewhere([*rest, _pushed_in(part)], row, place)
        case Not(Exists()):  # rows of other registers may be missing
            return _holds_somewhere(rest, row, place)
        case Exists(register, inner):
            there = _possible([inner], register, place.fields, place.period, place.search)
            return there and _holds_somewhere(rest, row, place)
        case _:
            return any(_holds_somewhere(rest, each, place) for each in narrowed(row, chosen, place.period))


def _ways(condition: Condition) -> int:
    return len(condition.parts) if isinstance(condition, AnyOf) else 1 if isinstance(condition, Not) else 0


def _pushed_in(part: All | AnyOf | Not) -> Condition:
    """The denial of a compound condition as a compound of denials."""
    if isinstance(part, Not):
        return part.part
    denied = tuple(Not(each) for each in part.parts)
    return AnyOf(denied) if isinstance(part, All) else All(denied)
