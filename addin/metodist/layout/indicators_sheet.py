"""«Показатели»: every indicator of the school, live."""

from __future__ import annotations

from collections.abc import Iterator

from metodist.domain.fields import MUNICIPALITY
from metodist.domain.indicators import Indicator
from metodist.domain.tables import Area, Cell, Highlight, OutcomeCell, Role, Sheet
from metodist.layout.addresses import address
from metodist.layout.empty_outcomes import empty_outcome
from metodist.layout.fitting import fitted_height
from metodist.layout.indicator_lines import (
    CODE,
    DENOMINATOR,
    HIDDEN_LABEL,
    HIDDEN_ORDER,
    KIND,
    LEVEL,
    NUMERATOR,
    REACHED,
    TARGET,
    TITLE,
    VALUE,
    indicator_lines,
)
from metodist.layout.page import HEAD_HEIGHTS, header
from metodist.layout.plan import INDICATORS, Drawn, Plan
from metodist.layout.styles import NOTE_SIZE, SIZE
from metodist.messages import say

_HEADING_ROW = 4
_FIRST_ROW = 5
_WIDTHS = {CODE: 8.0, TITLE: 62.0, KIND: 25.0, NUMERATOR: 13.0, DENOMINATOR: 15.0, VALUE: 12.0, LEVEL: 17.0}
_WIDTHS |= {TARGET: 11.0, REACHED: 18.0}


def indicators_sheet(plan: Plan) -> Drawn:
    """Draw every indicator that a school can compute, group by group; no sheet where there is none."""
    if not any(groups(plan)):
        return Drawn(())
    cells: list[Cell] = [*header(INDICATORS, say("school_table.indicators_lead"), check_column=TITLE), *_headings()]
    outcomes: list[OutcomeCell] = []
    merges: list[Area] = []
    row = _FIRST_ROW
    for group, indicators in groups(plan):
        cells.extend(Cell(row, column, group if column == CODE else None, Role.SUBHEADING) for column in range(1, 10))
        merges.append(Area(row, CODE, row, REACHED))
        row += 1
        for indicator in indicators:
            outcome = plan.outcomes.get(indicator.code) or empty_outcome(plan, indicator)
            lines = indicator_lines(plan, indicator, outcome, row)
            cells.extend(lines.cells)
            outcomes.extend(lines.outcomes)
            row = lines.after
    sheet = Sheet(
        name=INDICATORS,
        cells=tuple(cells),
        tab="computed",
        widths=_WIDTHS,
        heights=_heights(cells),
        merges=tuple(merges),
        highlights=_highlights(row),
        freeze=(_FIRST_ROW, 3),
        cursor=(_FIRST_ROW, 1),
        landscape=True,
        repeat=(_HEADING_ROW, _HEADING_ROW),
        print_area=Area(1, 1, row - 1, REACHED),
        hidden_columns=tuple(range(HIDDEN_LABEL, HIDDEN_ORDER + 1)),
    )
    return Drawn((sheet,), tuple(outcomes))


def groups(plan: Plan) -> Iterator[tuple[str, list[Indicator]]]:
    """Indicators of the school by group; those of a monitoring only under the monitoring's title."""
    found: dict[str, list[Indicator]] = {}
    for indicator in plan.programme.indicators:
        if indicator.scope != MUNICIPALITY:
            found.setdefault(indicator.group or _monitoring(plan, indicator), []).append(indicator)
    yield from found.items()


def _monitoring(plan: Plan, indicator: Indicator) -> str:
    for monitoring in plan.programme.monitorings:
        if monitoring.number in indicator.monitorings:
            return say("school_table.of_monitoring", number=monitoring.number, title=monitoring.title)
    return say("school_table.other_indicators")


def _headings() -> Iterator[Cell]:
    names = ("code", "indicator", "kind", "numerator", "denominator", "value", "level", "target", "reached_heading")
    for column, name in enumerate(names, start=1):
        yield Cell(_HEADING_ROW, column, say(f"school_table.{name}"), Role.HEADING)


def _heights(cells: list[Cell]) -> dict[int, float]:
    whole_width = sum(_WIDTHS.values())
    heights = dict(HEAD_HEIGHTS)
    for cell in cells:
        if cell.row < _HEADING_ROW or not isinstance(cell.value, str):
            continue
        width = whole_width if cell.role is Role.SUBHEADING else _WIDTHS.get(cell.column, 0)
        if width:
            bold = cell.role in (Role.HEADING, Role.SUBHEADING)
            size = NOTE_SIZE if cell.role is Role.REFERENCE else SIZE
            heights[cell.row] = max(heights.get(cell.row, 0), fitted_height(cell.value, width, size, bold=bold))
    return heights


def _highlights(after: int) -> tuple[Highlight, ...]:
    area = Area(_FIRST_ROW, REACHED, after - 1, REACHED)
    cell = address(_FIRST_ROW, REACHED)
    return (
        Highlight(area, f'{cell}="{say("school_table.reached")}"', "done"),
        Highlight(area, f'{cell}="{say("school_table.not_reached")}"', "warning"),
    )
