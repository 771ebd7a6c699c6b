"""A sheet a register: all rows of all schools, each with a link to its row in the school's own file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from metodist.domain.computed import computed_value
from metodist.domain.fields import Field, FieldType, Register
from metodist.domain.summary import Summary
from metodist.layout import fitting
from metodist.layout.addresses import in_sheet
from metodist.layout.summary_sheets.listing import LINK_LOOKS, PADDING, TEXT_LOOKS, Entry, Link, ListColumn, Listing
from metodist.layout.summary_sheets.pages import Page
from metodist.messages import say

#: Looks by type; numbers without grouping, because a year is a number too.
_LOOKS: dict[FieldType, tuple[str, ...]] = {
    FieldType.INTEGER: ("plain_number", "top"),
    FieldType.NUMBER: ("plain_number", "top"),
    FieldType.COMPUTED: ("plain_number", "top"),
    FieldType.DATE: ("date", "top"),
    FieldType.YES_NO: ("centre", "top"),
    FieldType.PRESENCE: ("centre", "top"),
}
_WIDTHS: dict[FieldType, float] = {
    FieldType.PERSON: 28.0,
    FieldType.PERSON_REF: 28.0,
    FieldType.TEXT: 26.0,
    FieldType.LINK: 26.0,
}
_NARROW, _WIDEST = 12.0, 38.0


def write_registers(page: Page) -> None:
    """Write a sheet for every register of the programme."""
    for register in page.summary.programme.registers:
        name = page.plan.registers[register.name]
        means = register.row_means or say("summary.row_means")
        lead = say("summary.register_lead", row_means=means[:1].upper() + means[1:])
        title = say("summary.register_title", name=register.name)
        pen = page.open(name, title, lead, tab="computed", personal=_is_personal(register))
        page.put_list(pen, listing_of(page.summary, register))


def listing_of(summary: Summary, register: Register) -> Listing:
    """All rows of a register: school, fields in their order, link to the row in the school's file."""
    columns = (
        ListColumn(say("summary.code"), 10, ("top", "padded")),
        ListColumn(say("summary.school"), 24),
        *(_column(field, summary.programme.lists) for field in register.fields),
        ListColumn(say("summary.source"), 14, LINK_LOOKS),
    )
    count = sum(len(school.data.registers.get(register.name, ())) for school in summary.schools)
    return Listing(register.name, columns, _rows(summary, register), count, frozen=3)


def _is_personal(register: Register) -> bool:
    return any(field.personal or field.type in (FieldType.PERSON, FieldType.PERSON_REF) for field in register.fields)


def _column(field: Field, lists: Mapping[str, Sequence[str]]) -> ListColumn:
    heading = f"{field.name}, {field.unit}" if field.unit else field.name
    longest = max(fitting.width_for(word, bold=True) for word in heading.split())
    choices = max((fitting.width_for(value) for value in lists.get(field.list_name, ())), default=0.0)
    choice = min(choices + PADDING, _WIDEST)
    width = max(choice, field.width, _WIDTHS.get(field.type, _NARROW), min(longest + 3, _WIDEST))
    return ListColumn(heading, width, _LOOKS.get(field.type, TEXT_LOOKS))


def _rows(summary: Summary, register: Register) -> Iterator[tuple[Entry, ...]]:
    names = [field.name for field in register.fields]
    computed = [(field.name, field.computed) for field in register.fields if field.computed]
    period = summary.programme.passport.period
    sheet, row_text = in_sheet(register.name, ""), say("summary.source_row", row="{row}")
    for school in summary.schools:
        code, title = school.organisation.code, school.organisation.short_name
        for row in school.data.registers.get(register.name, ()):
            values = row.values
            if computed:
                values = {**values, **{name: computed_value(rule, values, period) for name, rule in computed}}
            link = Link(school.source, row_text.format(row=row.sheet_row), f"{sheet}A{row.sheet_row}")
            yield (code, title, *map(values.get, names), link)
