"""What an indicator counts: one function a kind, listed in one table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from metodist.domain.conditions import EVERY
from metodist.domain.fields import FACTS, MUNICIPALITY, FieldType
from metodist.domain.indicators import Breakdown, IndicatorKind, Measure
from metodist.messages import say
from metodist.programme.draft import Draft
from metodist.programme.measures import Part, parse_breakdown, parse_field, parse_measure
from metodist.programme.records import Record
from metodist.programme.vocabulary import NUMBERS, Vocabulary

NUMERATOR = "Числитель"
DENOMINATOR = "Знаменатель"
COLUMN = "Столбец"
SPLIT = "Разрез"
_FACTS = (FACTS, MUNICIPALITY)


@dataclass(frozen=True, slots=True)
class Measured:
    """The parts of an indicator that say what is counted."""

    numerator: Measure = EVERY
    denominator: Measure = EVERY
    column: str = ""
    breakdown: Breakdown | None = None


@dataclass(frozen=True, slots=True)
class _Row:
    """One row of «Показатели» with what is needed to read its conditions."""

    record: Record
    kind: IndicatorKind
    scope: str
    draft: Draft

    @property
    def words(self) -> Vocabulary:
        return self.draft.vocabulary.at(self.scope)

    def need(self, column: str) -> bool:
        """Note a blank cell that this kind needs."""
        if self.record.blank(column):
            self.record.error(column, "needs", kind=self.kind.value)
            return False
        return True

    def forbid(self, columns: tuple[str, ...], fix_id: str = "") -> None:
        """Note filled cells that this kind has no use for."""
        for column in columns:
            if not self.record.blank(column):
                fix = say(f"programme.{fix_id}") if fix_id and column in (NUMERATOR, DENOMINATOR) else ""
                self.record.error(column, "extra", fix, kind=self.kind.value)

    def measure(self, part: Part) -> Measure:
        column = NUMERATOR if part == "numerator" else DENOMINATOR
        words, kind = self.words, self.kind
        found = self.draft.parse(self.record, column, lambda text: parse_measure(text, words, kind, part))
        return EVERY if found is None else found

    def split(self, column: str) -> Breakdown | None:
        words = self.words
        return self.draft.parse(self.record, column, lambda text: parse_breakdown(text, words))

    def field(self, types: tuple[FieldType, ...], message_id: str) -> str:
        """The canonical name of the field in «Столбец»; empty where it is missing or of another type."""
        if not self.need(COLUMN):
            return ""
        words = self.words
        field = self.draft.parse(self.record, COLUMN, lambda text: parse_field(text, words))
        if field is None:
            return ""
        if field.type not in types:
            self.record.error(COLUMN, message_id, name=field.name, type=field.type.value)
        return field.name


def measured(record: Record, kind: IndicatorKind, scope: str, draft: Draft) -> Measured:
    """Read numerator, denominator, column and breakdown as the kind asks; note what does not fit."""
    return _READERS[kind](_Row(record, kind, scope, draft))


def _share(row: _Row) -> Measured:
    row.forbid((COLUMN,))
    numerator = row.measure("numerator") if row.need(NUMERATOR) else EVERY
    split = row.split(SPLIT) if not row.record.blank(SPLIT) else None
    return Measured(numerator, row.measure("denominator"), breakdown=split)


def _count(row: _Row) -> Measured:
    row.forbid((DENOMINATOR, COLUMN), "rows_in_numerator")
    split = row.split(SPLIT) if not row.record.blank(SPLIT) else None
    return Measured(row.measure("numerator"), breakdown=split)


def _presence(row: _Row) -> Measured:
    row.forbid((NUMERATOR, DENOMINATOR, SPLIT))
    if row.scope not in _FACTS:
        row.record.error("Где считать", "presence_scope", FACTS, value=row.scope)
        return Measured()
    return Measured(column=row.field((FieldType.PRESENCE,), "column_presence"))


def _mean(row: _Row) -> Measured:
    row.forbid((DENOMINATOR, SPLIT), "rows_in_numerator")
    return Measured(row.measure("numerator"), column=row.field(NUMBERS, "column_number"))


def _split(row: _Row) -> Measured:
    """A distribution or a ranking."""
    row.forbid((NUMERATOR,), "rows_in_denominator")
    if row.scope in _FACTS:
        row.record.error("Где считать", "split_scope", kind=row.kind.value, value=row.scope)
        return Measured()
    if not row.record.blank(COLUMN) and not row.record.blank(SPLIT):
        row.record.error(SPLIT, "two_splits", kind=row.kind.value)
    column = SPLIT if row.record.blank(COLUMN) and not row.record.blank(SPLIT) else COLUMN
    split = row.split(column) if row.need(column) else None
    return Measured(denominator=row.measure("denominator"), column=split.title if split else "", breakdown=split)


def _change(row: _Row) -> Measured:
    row.forbid((COLUMN, SPLIT))
    return Measured(
        row.measure("numerator") if row.need(NUMERATOR) else EVERY,
        row.measure("denominator") if row.need(DENOMINATOR) else EVERY,
    )


_READERS: Mapping[IndicatorKind, Callable[[_Row], Measured]] = {
    IndicatorKind.SHARE: _share,
    IndicatorKind.PRESENCE: _presence,
    IndicatorKind.COUNT: _count,
    IndicatorKind.DISTRIBUTION: _split,
    IndicatorKind.RANKING: _split,
    IndicatorKind.MEAN: _mean,
    IndicatorKind.LEVEL: _mean,
    IndicatorKind.CHANGE: _change,
}
