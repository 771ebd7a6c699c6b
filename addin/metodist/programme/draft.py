"""A programme while it is being read: what the sheets read so far have given."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from metodist.domain.clusters import ClusterSettings
from metodist.domain.cycle_views import CycleView
from metodist.domain.evidence import CriterionEvidence
from metodist.domain.factors import FactorSettings
from metodist.domain.fields import FACTS, MUNICIPALITY, Field, Register
from metodist.domain.indicators import Indicator, Scale
from metodist.domain.layout_profile import GOST_2025, LayoutProfile
from metodist.domain.numbering import NumberMask
from metodist.domain.programme import Criterion, Goal, Monitoring, Organisation, Passport, Person, SourceNote
from metodist.domain.recommendations import AdviceRule
from metodist.domain.returns import Evidence
from metodist.domain.roadmap import Activity
from metodist.domain.values import Value
from metodist.domain.word_forms import WordForms
from metodist.domain.yardstick import Yardstick
from metodist.programme.issues import Issues
from metodist.programme.records import Record
from metodist.programme.schema import FIELDS, LISTS
from metodist.programme.tokens import ConditionError, NoValuesError
from metodist.programme.vocabulary import Vocabulary
from metodist.programme.words import same_word

Parsed = TypeVar("Parsed")


@dataclass(slots=True)
class Draft:
    """Grows sheet by sheet. ``rows`` leads from a sheet and a key back to the row it stands in.

    ``broken`` holds the names of fields and lists whose own rows have errors: what refers to them is not
    reported once more.
    """

    issues: Issues
    rows: dict[tuple[str, str], int] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)
    row_meanings: dict[str, tuple[str, Record]] = field(default_factory=dict)
    earlier_registers: dict[str, tuple[str, Record]] = field(default_factory=dict)
    passport: Passport | None = None
    goals: list[Goal] = field(default_factory=list)
    registers: tuple[Register, ...] = ()
    facts: tuple[Field, ...] = ()
    lists: dict[str, tuple[str, ...]] = field(default_factory=dict)
    scales: dict[str, Scale] = field(default_factory=dict)
    indicators: list[Indicator] = field(default_factory=list)
    monitorings: list[Monitoring] = field(default_factory=list)
    rubric: list[Criterion] = field(default_factory=list)
    roadmap: list[Activity] = field(default_factory=list)
    organisations: list[Organisation] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)
    notes: list[SourceNote] = field(default_factory=list)
    district_facts: dict[str, Value] = field(default_factory=dict)
    district_evidence: dict[str, Evidence] = field(default_factory=dict)
    rubric_evidence: list[CriterionEvidence] = field(default_factory=list)
    views: tuple[CycleView, ...] = ()
    yardstick: Yardstick | None = None
    profile: LayoutProfile = GOST_2025
    masks: list[NumberMask] = field(default_factory=list)
    dictionary: list[WordForms] = field(default_factory=list)
    clusters: ClusterSettings = field(default_factory=ClusterSettings)
    factors: FactorSettings = field(default_factory=FactorSettings)
    advice_rules: list[AdviceRule] = field(default_factory=list)

    @property
    def vocabulary(self) -> Vocabulary:
        """The words of conditions; give it a scope with ``at``."""
        return Vocabulary(self.registers, self.facts, self.lists, "")

    @property
    def scopes(self) -> tuple[str, ...]:
        """Registers and facts that have fields."""
        return (*(register.name for register in self.registers), FACTS, MUNICIPALITY)

    def place(self, record: Record, column: str, key: str) -> bool:
        """Remember the row of ``key``; note and refuse a key that the sheet already has.

        Returns:
            True where the key is new.
        """
        first = self.rows.get((record.schema.name, key.casefold()))
        if first is not None:
            record.error(column, "duplicate", value=key, row=first)
            return False
        self.rows[record.schema.name, key.casefold()] = record.row
        return True

    def knows(self, sheet: str, key: str) -> bool:
        """Tell whether a sheet has a row of that key, sound or not."""
        return (sheet, key.casefold()) in self.rows

    def keys(self, sheet: str) -> list[str]:
        """The keys of a sheet's rows, in lower case."""
        return [key for name, key in self.rows if name == sheet]

    def parse(self, record: Record, column: str, read: Callable[[str], Parsed]) -> Parsed | None:
        """Read a cell of the condition language; note an error, once."""
        text = record.text(column)
        try:
            return read(text)
        except ConditionError as error:
            if self._follows(error, text):
                record.refused.add(column)
            else:
                record.refuse(column, error.message, error.suggestion)
            return None

    def _follows(self, error: ConditionError, text: str) -> bool:
        """Tell whether an error only follows from another one that is reported: one cause, one message."""
        if self.issues.distorts(FIELDS) or (isinstance(error, NoValuesError) and self.issues.distorts(LISTS)):
            return True
        return any(name.casefold() in text.casefold() for name in self.broken)


def find(names: Mapping[str, object], name: str) -> str:
    """The key that is ``name``, case and blanks aside; empty where there is none."""
    return next((key for key in names if same_word(key, name)), "")
