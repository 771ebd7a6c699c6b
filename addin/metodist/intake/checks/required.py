"""Cells that must be filled: always, or where the programme's condition holds."""

from __future__ import annotations

from collections.abc import Iterator

from metodist.domain.conditions import holds
from metodist.domain.fields import FieldType
from metodist.domain.findings import Severity
from metodist.intake.checks.relations import related_rows
from metodist.intake.context import Case
from metodist.intake.report import Draft, at


def check_required_in_rows(case: Case) -> Iterator[Draft]:
    """In every row whose key is filled."""
    period = case.context.programme.passport.period
    related = related_rows(case)
    for register in case.registers.values():
        for row in register.counted():
            values = row.values()
            for cell in row.cells.values():
                field = cell.field
                if not cell.blank or field.type is FieldType.COMPUTED:
                    continue
                if field.required:
                    yield at("required.empty", Severity.ERROR, cell.sheet, cell.place, name=field.name)
                elif field.required_if is not None and holds(field.required_if, values, period, related):
                    advice = field.message
                    yield at("required.in_case", Severity.ERROR, cell.sheet, cell.place, name=field.name, advice=advice)


def check_required_facts(case: Case) -> Iterator[Draft]:
    """Facts, once a school."""
    period = case.context.programme.passport.period
    related = related_rows(case)
    for cell in case.facts.cells.values():
        field = cell.field
        if not cell.blank:
            continue
        if field.required:
            yield at("required.fact", Severity.ERROR, cell.sheet, cell.place, name=field.name)
        elif field.required_if is not None and holds(field.required_if, case.data.facts, period, related):
            yield at("required.in_case", Severity.ERROR, cell.sheet, cell.place, name=field.name, advice=field.message)
