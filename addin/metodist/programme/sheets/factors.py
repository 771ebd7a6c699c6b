"""Sheet «Факторы»: which indicators are looked at, and how the methodist classifies factors."""

from __future__ import annotations

from collections.abc import Sequence

from metodist.domain.factors import FactorClass, FactorSettings
from metodist.programme.draft import Draft
from metodist.programme.records import Record
from metodist.programme.schema_analysis import FACTOR, INDICATOR
from metodist.programme.sheets.clusters import compared_indicator

_NAME = "Название"


def read(records: Sequence[Record], draft: Draft) -> None:
    """One row, one indicator or one factor."""
    indicators: list[str] = []
    classes: list[FactorClass] = []
    for record in records:
        match record.word("Что"):
            case word if word == INDICATOR:
                indicators += compared_indicator(record, _NAME, draft)
            case word if word == FACTOR and draft.place(record, _NAME, record.line(_NAME)):
                classes.append(_class(record))
    draft.factors = FactorSettings(tuple(indicators), tuple(classes))


def _class(record: Record) -> FactorClass:
    return FactorClass(
        factor=record.line(_NAME),
        origin=record.word("Происхождение"),
        influence=record.word("Влияние"),
        on_heads=record.word("Зависит от руководителя"),
        note=record.text("Пояснение"),
    )
