"""The sheet of one register: «Кадры», «Конкурсы»…; a row a person, an entry, an event."""

from __future__ import annotations

from collections.abc import Iterator

from metodist.domain.fields import Register
from metodist.domain.tables import ROW, Area, Block, Cell, Highlight, RegisterArea, Role, Sheet, Validation
from metodist.layout.addresses import address
from metodist.layout.conditions import row_computed
from metodist.layout.field_looks import FORMS, align_of, heading_of, hint_of, role_of, validation_of, width_of
from metodist.layout.fitting import fitted_height, height_for, line_count
from metodist.layout.page import HEAD_HEIGHTS, header, print_pages, problem_highlights, word_highlights
from metodist.layout.plan import BAND_ROW, FIRST_ROW, HEADING_ROW, HINT_ROW, NUMBER_COLUMN, Plan
from metodist.layout.references import OneRow
from metodist.layout.remarks import Chain, prefilled_rows, remark_chain
from metodist.layout.rules import Rule, Rules
from metodist.layout.styles import NOTE_SIZE
from metodist.messages import say

REMARK_WIDTH = 58.0
_NUMBER_WIDTH = 5.0


def register_sheet(plan: Plan, rules: Rules, register: Register) -> Sheet:
    """Draw a register."""
    place = plan.registers[register.name]
    own = rules.of_rows(register.name)
    hidden = NUMBER_COLUMN + len(register.fields) + 1
    chain = remark_chain(own, OneRow(plan, register.name, asks_key=False), hidden)
    remark = hidden + len(chain.numbers)
    bottom = place.first_row + place.capacity - 1
    widths = _widths(plan, register, remark)
    frozen = place.columns[register.key.name] + 1
    return Sheet(
        name=register.name,
        cells=(
            *header(register.name, say("school_table.register_lead", what=register.row_means or register.name)),
            *_headings(register, place, remark),
            *_numbers(place),
            *prefilled_rows(plan, own, register, _pattern(plan, register, place, remark, chain), chain),
        ),
        tab="input",
        widths=widths,
        heights=_heights(register, widths),
        merges=_bands(register, place),
        validations=_validations(plan, register, place),
        highlights=_highlights(plan, own, register, place, remark),
        freeze=(FIRST_ROW, frozen),
        cursor=(FIRST_ROW, NUMBER_COLUMN + 1),
        landscape=True,
        repeat=(BAND_ROW, HINT_ROW),
        print_area=Area(1, 1, bottom, remark),
        filter_area=Area(HINT_ROW, 1, bottom, remark),
        blocks=(Block(place.first_row, bottom, _pattern(plan, register, place, remark, chain)),),
        hidden_columns=tuple(range(hidden, remark)),
        fit_wide=print_pages(widths.values()),
        repeat_columns=(NUMBER_COLUMN, frozen - 1),
    )


def _widths(plan: Plan, register: Register, remark: int) -> dict[int, float]:
    widths = {NUMBER_COLUMN: _NUMBER_WIDTH, remark: REMARK_WIDTH}
    for index, field in enumerate(register.fields):
        widths[NUMBER_COLUMN + 1 + index] = width_of(field, plan.programme.lists)
    return widths


def _headings(register: Register, place: RegisterArea, remark: int) -> Iterator[Cell]:
    bands = {band.left: _section_at(register, band.left) for band in _band_areas(register, place)}
    for column in range(NUMBER_COLUMN, remark + 1):
        yield Cell(BAND_ROW, column, bands.get(column), Role.SUBHEADING, align="left")
    yield Cell(HEADING_ROW, NUMBER_COLUMN, say("school_table.number"), Role.HEADING)
    yield Cell(HINT_ROW, NUMBER_COLUMN, role=Role.REFERENCE)
    for field in register.fields:
        column = place.columns[field.name]
        yield Cell(HEADING_ROW, column, heading_of(field), Role.HEADING)
        yield Cell(HINT_ROW, column, hint_of(field), Role.REFERENCE, align="center")
    yield Cell(HEADING_ROW, remark, say("school_table.remarks"), Role.HEADING)
    yield Cell(HINT_ROW, remark, say("school_table.remarks_hint"), Role.REFERENCE, align="center")


def _section_at(register: Register, column: int) -> str:
    return register.fields[column - NUMBER_COLUMN - 1].section


def _band_areas(register: Register, place: RegisterArea) -> Iterator[Area]:
    """Neighbouring fields of one section, as one area each; fields without a section have none."""
    columns = [place.columns[field.name] for field in register.fields]
    start = columns[0]
    for column in columns:
        if column == columns[-1] or _section_at(register, column + 1) != _section_at(register, start):
            if _section_at(register, start):
                yield Area(BAND_ROW, start, BAND_ROW, column)
            start = column + 1


def _bands(register: Register, place: RegisterArea) -> tuple[Area, ...]:
    return tuple(band for band in _band_areas(register, place) if band.left != band.right)


def _heights(register: Register, widths: dict[int, float]) -> dict[int, float]:
    """Headings as high as their longest text; rows of values grow by themselves."""
    headings = max(
        fitted_height(heading_of(field), widths[NUMBER_COLUMN + 1 + index], bold=True)
        for index, field in enumerate(register.fields)
    )
    hints = max(
        line_count(hint_of(field), widths[NUMBER_COLUMN + 1 + index], NOTE_SIZE)
        for index, field in enumerate(register.fields)
    )
    with_arrow = hints + 1  # the arrow of the filter stands beneath the hint
    own = {BAND_ROW: 18.0, HEADING_ROW: headings, HINT_ROW: height_for(with_arrow, NOTE_SIZE)}
    return {**HEAD_HEIGHTS, **own}


def _numbers(place: RegisterArea) -> Iterator[Cell]:
    for index in range(place.capacity):
        yield Cell(place.first_row + index, NUMBER_COLUMN, index + 1, Role.REFERENCE, align="center")


def _pattern(plan: Plan, register: Register, place: RegisterArea, remark: int, chain: Chain) -> tuple[Cell, ...]:
    """One empty row."""
    row = place.first_row
    cells = []
    for field in register.fields:
        formula = row_computed(field.computed, register.name, plan.ranges, ROW) if field.computed else ""
        value = "" if formula else None
        form = FORMS[field.type]
        cells.append(Cell(row, place.columns[field.name], value, role_of(field), form, formula, align=align_of(field)))
    hidden = remark - len(chain.numbers)
    for column, formula in enumerate(chain.numbers, start=hidden):
        cells.append(Cell(row, column, 0, Role.COMPUTED, formula=formula))
    cells.append(Cell(row, remark, "", Role.REMARK, formula=chain.text, align="left"))
    return tuple(cells)


def _validations(plan: Plan, register: Register, place: RegisterArea) -> tuple[Validation, ...]:
    bottom = place.first_row + place.capacity - 1
    found = (
        validation_of(field, Area(place.first_row, column, bottom, column), plan)
        for field in register.fields
        for column in (place.columns[field.name],)
    )
    return tuple(validation for validation in found if validation is not None)


def _highlights(
    plan: Plan, rules: tuple[Rule, ...], register: Register, place: RegisterArea, remark: int
) -> tuple[Highlight, ...]:
    """Colours that repeat what «Замечания» says: the row's cells by problem, the number and the remark by word."""
    found = [*problem_highlights(rules, OneRow(plan, register.name), register.name, place.first_row)]
    bottom = place.first_row + place.capacity - 1
    cell = f"${address(place.first_row, remark)}"
    for column in (NUMBER_COLUMN, remark):
        found.extend(word_highlights(Area(place.first_row, column, bottom, column), cell))
    return tuple(found)
