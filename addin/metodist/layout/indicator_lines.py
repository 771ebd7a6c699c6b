"""One indicator on «Показатели»: its line, and the lines beneath it for a split, a spread or a change in per cent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from metodist.domain.indicators import Indicator, IndicatorKind
from metodist.domain.outcomes import Outcome, Ratio, Spread
from metodist.domain.tables import Cell, NumberForm, OutcomeCell, OutcomePart, Role
from metodist.domain.values import Value
from metodist.layout.addresses import fixed
from metodist.layout.formula_pieces import CellFormula, IndicatorFormulas, OutcomeCells, SliceCells
from metodist.layout.indicator_formulas import indicator_formulas
from metodist.layout.plan import INDICATORS, Plan
from metodist.messages import say

#: Columns of «Показатели»; a ranking is counted in the hidden ones and shown in order of frequency.
CODE, TITLE, KIND, NUMERATOR, DENOMINATOR, VALUE, LEVEL, TARGET, REACHED = range(1, 10)
HIDDEN_LABEL, HIDDEN_NUMERATOR, HIDDEN_DENOMINATOR, HIDDEN_VALUE, HIDDEN_ORDER = range(10, 15)

_PARTS = (OutcomePart.NUMERATOR, OutcomePart.DENOMINATOR, OutcomePart.VALUE)
_SHOWN = (NUMERATOR, DENOMINATOR, VALUE)
_HIDDEN = (HIDDEN_NUMERATOR, HIDDEN_DENOMINATOR, HIDDEN_VALUE)
_PERCENT_KINDS = (IndicatorKind.SHARE, IndicatorKind.DISTRIBUTION, IndicatorKind.RANKING)


@dataclass(frozen=True, slots=True)
class Lines:
    """The cells of one indicator, where its numbers stand, and the first row after it."""

    cells: tuple[Cell, ...]
    outcomes: tuple[OutcomeCell, ...]
    after: int


def indicator_lines(plan: Plan, indicator: Indicator, outcome: Outcome, row: int) -> Lines:
    """Draw one indicator from ``row`` on.

    Args:
        plan: Where the school's values stand.
        indicator: What is shown.
        outcome: What it comes to as the table is issued: the cached values.
        row: 1-based row of its line.
    """
    parts = indicator.breakdown.slices if indicator.breakdown else ()
    labels = [part.label for part in parts]
    columns = _HIDDEN if indicator.kind is IndicatorKind.RANKING else _SHOWN
    places = OutcomeCells(
        fixed(row, NUMERATOR),
        fixed(row, DENOMINATOR),
        fixed(row, VALUE),
        slices=tuple(_slice_cells(row + 1 + index, columns) for index in range(len(labels))),
    )
    formulas = indicator_formulas(indicator, plan.ranges, places)
    below = row + 1 + len(labels)
    extra = list(_extra(indicator, formulas, outcome, below))
    cells = (
        *_line(indicator, formulas, outcome, row),
        *_slices(indicator, formulas, outcome, row + 1),
        *(cell for line in extra for cell in line),
    )
    found = [_place(indicator, "", part, row, column) for part, column in zip(_PARTS, _SHOWN, strict=True)]
    for index, label in enumerate(labels):
        line = row + 1 + index
        found.extend(_place(indicator, label, part, line, at) for part, at in zip(_PARTS, columns, strict=True))
    filled = {(cell.row, cell.column) for cell in cells if cell.formula}
    return Lines(cells, tuple(cell for cell in found if (cell.row, cell.column) in filled), below + len(extra))


def _slice_cells(row: int, columns: tuple[int, int, int]) -> SliceCells:
    return SliceCells(
        fixed(row, columns[0]), fixed(row, columns[1]), fixed(row, HIDDEN_LABEL), fixed(row, HIDDEN_ORDER)
    )


def _place(indicator: Indicator, label: str, part: OutcomePart, row: int, column: int) -> OutcomeCell:
    return OutcomeCell(indicator.code, part, label, INDICATORS, row, column)


def value_form(indicator: Indicator) -> NumberForm:
    """How the value and the target are shown."""
    if indicator.kind is IndicatorKind.PRESENCE:
        return NumberForm.PRESENCE
    if indicator.kind in _PERCENT_KINDS:
        return NumberForm.PERCENT
    return NumberForm.DECIMAL if indicator.kind in (IndicatorKind.MEAN, IndicatorKind.LEVEL) else NumberForm.GENERAL


def _line(indicator: Indicator, formulas: IndicatorFormulas, outcome: Outcome, row: int) -> Iterator[Cell]:
    form = value_form(indicator)
    yield Cell(row, CODE, indicator.code, Role.LABEL, NumberForm.TEXT, align="center")
    yield Cell(row, TITLE, indicator.title, Role.LABEL, align="left")
    yield Cell(row, KIND, kind_text(indicator), Role.REFERENCE, align="left")
    yield _number(row, NUMERATOR, formulas.numerator, outcome.numerator, NumberForm.GENERAL)
    yield _number(row, DENOMINATOR, formulas.denominator, outcome.denominator, NumberForm.GENERAL)
    yield _number(row, VALUE, formulas.value, outcome.value, form, _side(form))
    yield _number(row, LEVEL, formulas.level, outcome.level, NumberForm.GENERAL, align="center")
    yield from _aim(indicator, outcome, row, form)


def _side(form: NumberForm) -> str:
    """Numbers stand right, «есть» and «нет» in the middle."""
    return "center" if form is NumberForm.PRESENCE else "right"


def _aim(indicator: Indicator, outcome: Outcome, row: int, form: NumberForm) -> Iterator[Cell]:
    """The target and, by word, whether it is reached."""
    target = indicator.target
    if target is None:
        for column in (TARGET, REACHED):
            yield Cell(row, column, say("school_table.dash"), Role.COMPUTED, align="center")
        return
    yield Cell(row, TARGET, target, Role.COMPUTED, form, align=_side(form), varies=True)
    value, sign = fixed(row, VALUE), ">=" if indicator.higher_is_better else "<="
    yes, no = say("school_table.reached"), say("school_table.not_reached")
    formula = f'IF(ISNUMBER({value}),IF({value}{sign}{fixed(row, TARGET)},"{yes}","{no}"),"")'
    reached = indicator.reached(outcome.value)
    cached = "" if reached is None else yes if reached else no
    yield Cell(row, REACHED, cached, Role.COMPUTED, formula=formula, align="center")


def _number(
    row: int, column: int, formula: CellFormula | None, cached: Value, form: NumberForm, align: str = "right"
) -> Cell:
    """A computed number; «—» where the kind has none."""
    if formula is None:
        return Cell(row, column, say("school_table.dash"), Role.COMPUTED, align="center")
    value = "" if cached is None else cached
    return Cell(row, column, value, Role.COMPUTED, form, formula.text, formula.array, align=align)


def _slices(indicator: Indicator, formulas: IndicatorFormulas, outcome: Outcome, row: int) -> Iterator[Cell]:
    ranking = indicator.kind is IndicatorKind.RANKING
    columns = _HIDDEN if ranking else _SHOWN
    for index, part in enumerate(formulas.slices):
        ratio = outcome.breakdown.get(part.label, Ratio(0, 0))
        line = row + index
        yield _number(line, columns[0], part.numerator, ratio.numerator, NumberForm.GENERAL)
        yield _number(line, columns[1], part.denominator, ratio.denominator, NumberForm.GENERAL)
        yield _number(line, columns[2], part.value, ratio.value, NumberForm.PERCENT)
        if not ranking:
            yield from _frame(line, part.label, "", (LEVEL, TARGET, REACHED))
        elif part.order is not None:
            yield Cell(line, HIDDEN_LABEL, part.label, Role.COMPUTED)
            yield Cell(line, HIDDEN_ORDER, _order(outcome, part.label, index), Role.COMPUTED, formula=part.order.text)
    if ranking:
        yield from _ranked(formulas, outcome, row)


def _order(outcome: Outcome, label: str, index: int) -> int:
    labels = [name for name, _ in outcome.ranked]
    return labels.index(label) + 1 if label in labels else index + 1


def _ranked(formulas: IndicatorFormulas, outcome: Outcome, row: int) -> Iterator[Cell]:
    """The same numbers, the most frequent first."""
    shown = [(label, ratio) for label, ratio in outcome.ranked if ratio.numerator]
    for index, ranked in enumerate(formulas.ranked):
        line, place = row + index, say("school_table.place", number=index + 1)
        label, ratio = shown[index] if index < len(shown) else ("", None)
        yield Cell(line, CODE, None, Role.LABEL)
        yield Cell(line, TITLE, label, Role.COMPUTED, formula=ranked.label.text, align="left")
        yield Cell(line, KIND, place, Role.REFERENCE, align="left")
        count, whole = fixed(line, NUMERATOR), fixed(line, HIDDEN_DENOMINATOR)
        share = CellFormula(f'IF(N({count})=0,"",{count}/{whole})')
        whole_shown = CellFormula(f'IF(N({count})=0,"",{whole})')
        yield _number(line, NUMERATOR, ranked.count, ratio.numerator if ratio else None, NumberForm.GENERAL)
        yield _number(line, DENOMINATOR, whole_shown, ratio.denominator if ratio else None, NumberForm.GENERAL)
        yield _number(line, VALUE, share, ratio.value if ratio else None, NumberForm.PERCENT)
        for column in (LEVEL, TARGET, REACHED):
            yield Cell(line, column, None, Role.COMPUTED)


def _frame(row: int, label: str, kind: str, empty: tuple[int, ...]) -> Iterator[Cell]:
    """What stands around the numbers of a line beneath an indicator."""
    yield Cell(row, CODE, None, Role.LABEL)
    yield Cell(row, TITLE, say("school_table.slice", label=label), Role.LABEL, align="left")
    yield Cell(row, KIND, kind or None, Role.REFERENCE, align="left")
    yield from (Cell(row, column, None, Role.COMPUTED) for column in empty)


def _extra(indicator: Indicator, formulas: IndicatorFormulas, outcome: Outcome, row: int) -> Iterator[tuple[Cell, ...]]:
    """Median, least and greatest of a mean; a change in per cent."""
    spread = outcome.spread or Spread(None, None, None)
    lines: tuple[tuple[str, CellFormula | None, Value, NumberForm], ...] = (
        ("median", formulas.median, spread.median, value_form(indicator)),
        ("minimum", formulas.minimum, spread.minimum, value_form(indicator)),
        ("maximum", formulas.maximum, spread.maximum, value_form(indicator)),
        ("percent_change", formulas.percent_change, outcome.percent_change, NumberForm.PERCENT),
    )
    for name, formula, cached, form in lines:
        if formula is not None:
            label = say(f"school_table.{name}")
            empty = (NUMERATOR, DENOMINATOR, LEVEL, TARGET, REACHED)
            yield (*_frame(row, label, "", empty), _number(row, VALUE, formula, cached, form))
            row += 1


def kind_text(indicator: Indicator) -> str:
    """The kind in words, with what its two numbers are, and the unit."""
    text = say(f"school_table.kind_{indicator.kind.name.lower()}")
    shows_unit = indicator.unit and indicator.unit != "%"
    return f"{text}, {indicator.unit}" if shows_unit else text
