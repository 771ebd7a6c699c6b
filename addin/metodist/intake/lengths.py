"""How long the registers were when a table was issued: the school may have been given more room since."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from metodist.domain.tables import RegisterArea
from metodist.intake.cells import NUMBER, RawSheet
from metodist.intake.context import TableContext


def as_long_as_issued(context: TableContext, sheets: Mapping[str, RawSheet | None]) -> TableContext:
    """The context with registers as long as the printed numbers of the returned table say.

    Formulas of a table run over all rows of its registers: compared with a table of another length they would all
    be called changed. Lengths that no table of ours has (rows added or cut off by hand) change nothing.
    """
    if context.lay_out is None:
        return context
    issued = {area.register: area.capacity for area in context.spec.registers}
    printed = {area.register: _printed_length(area, sheets[area.sheet]) for area in context.spec.registers}
    if printed == issued:
        return context
    spec = context.lay_out(printed)
    return context if spec is None else replace(context, spec=spec)


def _printed_length(area: RegisterArea, came: RawSheet | None) -> int:
    """The greatest printed row number; the length of now where the sheet or its numbers are gone."""
    if came is None:
        return area.capacity
    numbers = (
        raw.value
        for (row, column), raw in came.cells.items()
        if column == area.number_column and row > area.heading_row and raw.kind == NUMBER and not raw.formula
    )
    return max((int(number) for number in numbers if number.isdecimal()), default=area.capacity)
