"""Formulas of one indicator in a school table; the builder decides where they stand.

    indicator_formulas(indicator, ranges, cells) -> IndicatorFormulas

``cells`` says where the builder is going to put them, because a value refers to the numerator and denominator
beside it. What is ``None`` does not apply to the kind:

=============  =====================================================================================
kind           formulas
=============  =====================================================================================
share          numerator, denominator, value, slices
presence       numerator, denominator, value
count          numerator, value, slices
distribution   denominator, slices
ranking        denominator, slices (with ``order``), ranked
mean, level    numerator, denominator, value, median, minimum, maximum; level: ``level``
change         numerator, denominator, value, percent_change
=============  =====================================================================================

A value whose denominator is 0 or unknown is the empty text. An indicator of the scope «Муниципалитет» has no
formulas in a school table: leave it out. The numbers equal ``scoring.indicators`` (``tests/parity``).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from metodist.domain.conditions import EVERY, All, Condition
from metodist.domain.indicators import FactSum, Indicator, IndicatorKind, Measure, Scale
from metodist.domain.values import YES
from metodist.errors import InternalError
from metodist.layout.comparisons import text_constant, trimmed
from metodist.layout.conditions import SINGLE_SCOPES, counting, matching
from metodist.layout.formula_pieces import (
    CellFormula,
    IndicatorFormulas,
    OutcomeCells,
    RankedFormulas,
    SliceCells,
    SliceFormulas,
    fitting,
)
from metodist.layout.ranges import Place, Ranges

__all__ = [
    "CellFormula",
    "IndicatorFormulas",
    "OutcomeCells",
    "RankedFormulas",
    "SliceCells",
    "SliceFormulas",
    "indicator_formulas",
    "level_label",
]


def indicator_formulas(indicator: Indicator, ranges: Ranges, cells: OutcomeCells) -> IndicatorFormulas:
    """The formulas of one indicator.

    Args:
        indicator: What is computed.
        ranges: Where the school's values stand.
        cells: Where the formulas are going to stand; as many slices as the indicator's breakdown has.

    Raises:
        UserError: A formula is longer or deeper than Excel takes.
        InternalError: The table lacks a register or a fact that the indicator needs.
    """
    expected = len(indicator.breakdown.slices) if indicator.breakdown else 0
    if len(cells.slices) != expected:
        raise InternalError(f"indicator {indicator.code}: {len(cells.slices)} cells for {expected} slices")
    return _KINDS[indicator.kind](_Maker(indicator, ranges, cells))


@dataclass(frozen=True, slots=True)
class _Maker:
    """What every kind needs at hand."""

    indicator: Indicator
    ranges: Ranges
    cells: OutcomeCells

    def formula(self, text: str, *, array: bool = False) -> CellFormula:
        """A formula that is sure to fit into a cell."""
        return fitting(text, self.indicator.code, array=array)

    def measure(self, measure: Measure) -> str:
        """A number of rows, or a sum of facts."""
        if isinstance(measure, FactSum):
            return "+".join(self.ranges.fact(name).reference for name in measure.facts)
        return counting(measure, self.indicator.scope, self.ranges)

    def known(self, text: str, *measures: Measure) -> CellFormula:
        """The formula, blank while a fact of one of the measures holds no number."""
        facts = (name for measure in measures if isinstance(measure, FactSum) for name in measure.facts)
        cells = list(dict.fromkeys(self.ranges.fact(name).reference for name in facts))
        return self.formula(f'IF(COUNT({",".join(cells)})<{len(cells)},"",{text})' if cells else text)

    def quotient(self, numerator: str, denominator: str) -> CellFormula:
        """A value; blank where the denominator is 0 or blank."""
        return self.formula(f'IF(N({denominator})=0,"",{numerator}/{denominator})')


def _share(make: _Maker) -> IndicatorFormulas:
    both, cells = (make.indicator.numerator, make.indicator.denominator), make.cells
    counted = make.measure(_narrowed(make.indicator.numerator, make.indicator.denominator))
    return IndicatorFormulas(
        make.known(counted, *both),
        make.known(make.measure(make.indicator.denominator), *both),
        make.quotient(cells.numerator, cells.denominator),
        slices=_share_slices(make),
    )


def _share_slices(make: _Maker) -> tuple[SliceFormulas, ...]:
    indicator, found = make.indicator, []
    both = (indicator.numerator, indicator.denominator)
    for label, condition, cells in _slices(make):
        among = _narrowed(indicator.denominator, condition)
        denominator = f"N({make.cells.denominator})" if _overlapping(indicator) else make.measure(among)
        found.append(
            SliceFormulas(
                label,
                make.known(make.measure(_narrowed(indicator.numerator, among)), *both),
                make.known(denominator, *both),
                make.quotient(cells.numerator, cells.denominator),
            )
        )
    return tuple(found)


def _presence(make: _Maker) -> IndicatorFormulas:
    cell = trimmed(make.ranges.fact(make.indicator.column).reference)
    return IndicatorFormulas(
        make.formula(f"1*({cell}={text_constant(YES)})"),
        make.formula("1*1"),
        make.quotient(make.cells.numerator, make.cells.denominator),
    )


def _count(make: _Maker) -> IndicatorFormulas:
    number = make.known(make.measure(make.indicator.numerator), make.indicator.numerator)
    slices = _part_slices(make, make.indicator.numerator, make.cells.numerator)
    return IndicatorFormulas(number, value=make.formula(make.cells.numerator), slices=slices)


def _distribution(make: _Maker) -> IndicatorFormulas:
    among = make.known(make.measure(make.indicator.denominator), make.indicator.denominator)
    slices = _part_slices(make, make.indicator.denominator, make.cells.denominator)
    return IndicatorFormulas(denominator=among, slices=slices)


def _ranking(make: _Maker) -> IndicatorFormulas:
    plain = _distribution(make)
    if not plain.slices:
        return plain
    cells = make.cells.slices
    counts, orders = f"{cells[0].numerator}:{cells[-1].numerator}", f"{cells[0].order}:{cells[-1].order}"
    labels = f"{cells[0].label}:{cells[-1].label}"
    slices = tuple(
        SliceFormulas(part.label, part.numerator, part.denominator, part.value, _order(make, counts, cell))
        for part, cell in zip(plain.slices, cells, strict=True)
    )
    ranked = tuple(_ranked(make, place, (labels, counts, orders)) for place in range(1, len(cells) + 1))
    return replace(plain, slices=slices, ranked=ranked)


def _ranked(make: _Maker, place: int, areas: tuple[str, str, str]) -> RankedFormulas:
    labels, counts, orders = areas
    line = f"MATCH({place},{orders},0)"
    shown = [f'IF(INDEX({counts},{line})=0,"",INDEX({area},{line}))' for area in (labels, counts)]
    return RankedFormulas(*map(make.formula, shown))


def _order(make: _Maker, counts: str, cell: SliceCells) -> CellFormula:
    first = make.cells.slices[0].numerator
    return make.formula(f'COUNTIF({counts},">"&{cell.numerator})+COUNTIF({first}:{cell.numerator},{cell.numerator})')


def _mean(make: _Maker) -> IndicatorFormulas:
    indicator = make.indicator
    if isinstance(indicator.numerator, FactSum):
        raise InternalError(f"indicator {indicator.code}: a mean of a sum")
    rows = matching(indicator.numerator, indicator.scope, make.ranges)
    single = indicator.scope in SINGLE_SCOPES
    cells = _column(make)
    numbers = f"{rows}*ISNUMBER({cells})"
    total, number = f"SUMPRODUCT({numbers},{cells})", f"SUMPRODUCT({numbers})"
    if single:
        total, number = f"IF({numbers}=1,{cells},0)", numbers
    return IndicatorFormulas(
        make.formula(total),
        make.formula(number),
        make.quotient(make.cells.numerator, make.cells.denominator),
        median=_of_numbers(make, "MEDIAN", numbers, cells, single=single),
        minimum=_of_numbers(make, "MIN", numbers, cells, single=single),
        maximum=_of_numbers(make, "MAX", numbers, cells, single=single),
    )


def _of_numbers(make: _Maker, function: str, numbers: str, cells: str, *, single: bool) -> CellFormula:
    """Filtering by IF works over a column only in a formula that is entered as an array formula."""
    inner = cells if single else f"{function}(IF({numbers},{cells}))"
    return make.formula(f'IF(N({make.cells.denominator})=0,"",{inner})', array=not single)


def _column(make: _Maker) -> str:
    indicator, ranges = make.indicator, make.ranges
    if indicator.scope in SINGLE_SCOPES:
        return ranges.fact(indicator.column).reference
    place: Place = ranges.register(indicator.scope).column(indicator.column)
    return place.reference


def _level(make: _Maker) -> IndicatorFormulas:
    plain, scale = _mean(make), make.indicator.scale
    label = make.formula(level_label(make.cells.value, scale)) if scale and scale.bands else None
    return replace(plain, level=label)


def level_label(value: str, scale: Scale) -> str:
    """The label of the band that a cell's number falls in; blank for no number and below the first band."""
    starts = ",".join(repr(band.start) for band in scale.bands)
    labels = ",".join(text_constant(band.label) for band in scale.bands)
    first = repr(scale.bands[0].start)
    return f'IF(ISNUMBER({value}),IF({value}<{first},"",LOOKUP({value},{{{starts}}},{{{labels}}})),"")'


def _change(make: _Maker) -> IndicatorFormulas:
    both, cells = (make.indicator.numerator, make.indicator.denominator), make.cells
    now, before = cells.numerator, cells.denominator
    return IndicatorFormulas(
        make.known(make.measure(both[0]), *both),
        make.known(make.measure(both[1]), *both),
        make.formula(f'IF(COUNT({now},{before})<2,"",{now}-{before})'),
        make.formula(f'IF(COUNT({now},{before})<2,"",IF({before}=0,"",({now}-{before})/{before}))'),
    )


_KINDS: Mapping[IndicatorKind, Callable[[_Maker], IndicatorFormulas]] = {
    IndicatorKind.SHARE: _share,
    IndicatorKind.PRESENCE: _presence,
    IndicatorKind.COUNT: _count,
    IndicatorKind.DISTRIBUTION: _distribution,
    IndicatorKind.RANKING: _ranking,
    IndicatorKind.MEAN: _mean,
    IndicatorKind.LEVEL: _level,
    IndicatorKind.CHANGE: _change,
}


def _part_slices(make: _Maker, whole: Measure, whole_cell: str) -> tuple[SliceFormulas, ...]:
    """Slices of a count or distribution: parts of one whole."""
    return tuple(
        SliceFormulas(
            label,
            make.known(make.measure(_narrowed(condition, whole))),
            make.formula(f"N({whole_cell})"),
            make.quotient(cells.numerator, cells.denominator),
        )
        for label, condition, cells in _slices(make)
    )


def _slices(make: _Maker) -> list[tuple[str, Condition, SliceCells]]:
    parts = make.indicator.breakdown.slices if make.indicator.breakdown else ()
    return [(part.label, part.condition, cells) for part, cells in zip(parts, make.cells.slices, strict=True)]


def _overlapping(indicator: Indicator) -> bool:
    return indicator.breakdown is not None and indicator.breakdown.overlapping


def _narrowed(measure: Measure, other: Measure) -> Measure:
    """Rows that both describe; a sum of facts cannot be narrowed and narrows nothing."""
    if isinstance(measure, FactSum) or isinstance(other, FactSum):
        return measure
    return All(tuple(part for part in (other, measure) if part != EVERY))
