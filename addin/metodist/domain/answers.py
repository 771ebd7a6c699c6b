"""What a year's answers know: which fields anybody was asked for, and which values they hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from metodist.domain.asked import FieldKey
from metodist.domain.fields import FACTS, MUNICIPALITY
from metodist.domain.programme import Programme
from metodist.domain.returns import SchoolData
from metodist.domain.values import Value, is_blank


@dataclass(frozen=True, slots=True)
class Answered:
    """Fields by owner, as the answers (and, where it is at hand, the programme of that year) name them.

    Args:
        names: Owner → names of fields that were asked: those that hold any answer, or that the programme names.
        silent: Registers that were asked without anybody filling in a row: whatever they asked, the count is 0.
        values: Texts that a field holds, in the order they were met.
        owners: Owners that anybody answered for at all.
    """

    names: Mapping[str, frozenset[str]] = field(default_factory=dict)
    silent: frozenset[str] = frozenset()
    values: Mapping[FieldKey, tuple[str, ...]] = field(default_factory=dict)
    owners: frozenset[str] = frozenset()

    def knows(self, owner: str, name: str) -> bool:
        """Whether that field was asked."""
        return owner in self.silent or name in self.names.get(owner, ())

    def knows_register(self, name: str) -> bool:
        """Whether that register was asked, filled in or not."""
        return name in self.silent or name in self.names

    def texts(self, owner: str, name: str) -> tuple[str, ...]:
        """The texts that a field holds."""
        return self.values.get((owner, name), ())

    def anything(self, owner: str = "") -> bool:
        """Whether there are answers of that owner; of schools where none is named."""
        return owner in self.owners if owner else bool(self.owners - {MUNICIPALITY})


def answered(
    schools: Iterable[SchoolData], municipal: Mapping[str, Value] | None = None, then: Programme | None = None
) -> Answered:
    """Look through a year's answers.

    Args:
        schools: What each school filled in.
        municipal: Facts of the municipality; ``None`` where they are not kept.
        then: The programme of that year; without it a field that nobody filled in counts as not asked.
    """
    seen: defaultdict[FieldKey, dict[str, None]] = defaultdict(dict)
    registers: set[str] = set()
    filled: set[str] = set()
    handed_in = False
    for data in schools:
        handed_in = True
        registers |= data.registers.keys()
        for name, rows in data.registers.items():
            filled |= {name} if rows else set()
            for row in rows:
                _note(seen, name, row.values)
        _note(seen, FACTS, data.facts)
    _note(seen, MUNICIPALITY, municipal or {})
    names: defaultdict[str, set[str]] = defaultdict(set)
    for owner, name in (*seen, *(_asked(then) if then else ())):
        names[owner].add(name)
    owners = registers | ({FACTS} if handed_in else set()) | (set() if municipal is None else {MUNICIPALITY})
    return Answered(
        {owner: frozenset(known) for owner, known in names.items()},
        frozenset(registers - filled - names.keys()),
        {key: tuple(texts) for key, texts in seen.items() if texts},
        frozenset(owners),
    )


def _asked(then: Programme) -> Iterable[FieldKey]:
    for register in then.registers:
        yield from ((register.name, each.name) for each in register.fields)
    yield from ((fact.register, fact.name) for fact in then.facts)


def _note(seen: defaultdict[FieldKey, dict[str, None]], owner: str, values: Mapping[str, Value]) -> None:
    for name, value in values.items():
        if is_blank(value):
            continue
        texts = seen[owner, name]
        if isinstance(value, str):
            texts[value] = None
