"""Breakdowns, distributions and rankings: one table an indicator."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from metodist.documents.numbers import counted
from metodist.documents.source import From
from metodist.documents.typography import capitalised, clean
from metodist.domain.indicators import Indicator, IndicatorKind
from metodist.domain.outcomes import FEW, Outcome, Ratio
from metodist.domain.summary import Summary
from metodist.domain.wording import DASH, number_text, percent_text
from metodist.messages import say


@dataclass(frozen=True, slots=True)
class BreakdownRow:
    """One line of a breakdown."""

    place: Annotated[str, From("место по убыванию; равные делят место; у распределения — порядок списка")]
    label: Annotated[str, From("значение поля, по которому разрез")]
    counted: Annotated[str, From("свод: числитель и знаменатель строки")]
    share: Annotated[str, From("свод: доля строки; «—», если знаменатель 0")]


@dataclass(frozen=True, slots=True)
class BreakdownTable:
    """One indicator split by the values of a field."""

    number: Annotated[str, From("номер таблицы в справке")]
    code: Annotated[str, From("«Показатели», графа «Код»")]
    title: Annotated[str, From("«Показатели», графа «Показатель»")]
    field: Annotated[str, From("«Показатели», графы «Разрез» и «Столбец»: чем разбито")]
    order: Annotated[str, From("заголовок первой графы: «Место» по убыванию, у распределения — «№»")]
    finding: Annotated[str, From("свод: какое значение наибольшее и какое наименьшее")]
    rows: Annotated[tuple[BreakdownRow, ...], From("строки разреза")]


def table_numbers(summary: Summary, first: int) -> Mapping[str, int]:
    """Numbers of the tables of breakdowns, by indicator code, from ``first`` on; an empty breakdown has no table."""
    split = [item for item in summary.programme.indicators if _lines(summary.municipality.get(item.code))]
    return {indicator.code: number for number, indicator in enumerate(split, start=first)}


def breakdown_tables(summary: Summary, numbers: Mapping[str, int]) -> tuple[BreakdownTable, ...]:
    """The tables that :func:`table_numbers` counted."""
    split = (item for item in summary.programme.indicators if item.code in numbers)
    return tuple(_table(item, summary.municipality[item.code], numbers[item.code]) for item in split)


def _lines(outcome: Outcome | None) -> tuple[tuple[str, Ratio], ...]:
    """The lines of a breakdown that counted anything at all."""
    if outcome is None or not any(ratio.numerator for ratio in outcome.breakdown.values()):
        return ()
    return tuple(outcome.breakdown.items())


def _table(indicator: Indicator, outcome: Outcome, number: int) -> BreakdownTable:
    ordered = _ordered(indicator, _lines(outcome))
    return BreakdownTable(
        number=str(number),
        code=indicator.code,
        title=clean(indicator.title),
        field=capitalised(clean(indicator.breakdown.title)) if indicator.breakdown else say("documents.line"),
        order=say("documents.order_list" if indicator.kind is IndicatorKind.DISTRIBUTION else "documents.order_place"),
        finding=_finding(ordered),
        rows=tuple(_row(place, label, ratio) for place, label, ratio in ordered),
    )


def _ordered(indicator: Indicator, lines: tuple[tuple[str, Ratio], ...]) -> list[tuple[int, str, Ratio]]:
    """With places: a distribution keeps the order of its list, everything else runs from the greatest down."""
    if indicator.kind is IndicatorKind.DISTRIBUTION:
        return [(place, label, ratio) for place, (label, ratio) in enumerate(lines, start=1)]
    falling = sorted(lines, key=lambda line: -_weight(line[1]))
    values = [_weight(ratio) for _, ratio in falling]
    return [(values.index(_weight(ratio)) + 1, label, ratio) for label, ratio in falling]


def _weight(ratio: Ratio) -> float:
    return -1.0 if ratio.value is None else ratio.value


def _row(place: int, label: str, ratio: Ratio) -> BreakdownRow:
    return BreakdownRow(
        place=str(place),
        label=clean(label),
        counted=say(
            "documents.counted", numerator=number_text(ratio.numerator), denominator=number_text(ratio.denominator)
        ),
        share=DASH if ratio.value is None else percent_text(ratio.value),
    )


def _finding(ordered: list[tuple[int, str, Ratio]]) -> str:
    """The greatest and the least value with their labels, among lines that stand on enough people; ties are named."""
    lines = [(label, ratio) for _, label, ratio in ordered if ratio.value is not None]
    solid = [(label, ratio) for label, ratio in lines if ratio.denominator >= FEW]
    known, few = (solid, len(lines) - len(solid)) if len(solid) > 1 else (lines, 0)
    greatest = max(known, key=lambda line: _weight(line[1]))[1]
    least = min(known, key=lambda line: _weight(line[1]))[1]
    left_out = say("documents.lines_left_out", number=counted(few, "строка"), few=FEW) if few else ""
    if greatest.value == least.value:
        return say("documents.breakdown_equal", value=percent_text(_weight(greatest))) + left_out
    best, worst = _labels(known, greatest), _labels(known, least)
    return say("documents.breakdown_finding", greatest=best, least=worst) + left_out


def _labels(known: list[tuple[str, Ratio]], ratio: Ratio) -> str:
    """Every label that has this value, with the value: a tie is not hidden."""
    sharing = [clean(label) for label, other in known if other.value == ratio.value]
    names = ", ".join(f"«{label}»" for label in sharing)
    return say("documents.breakdown_label", names=names, value=percent_text(_weight(ratio)))
