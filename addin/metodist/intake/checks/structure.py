"""Sheets that are missing, renamed or extra; headings, labels and row numbers that are not where they were."""

from __future__ import annotations

from collections.abc import Iterator

from metodist.domain.findings import Severity
from metodist.intake.context import PROTOCOL, Case
from metodist.intake.report import Draft


def check_sheets(case: Case) -> Iterator[Draft]:
    """A missing sheet with input cells is an error: its values are lost."""
    with_input = {area.sheet for area in case.context.spec.registers} | {fact.sheet for fact in case.context.spec.facts}
    for name, came in case.sheets.items():
        if came is None and case.older and not _was_issued(case, name):
            yield Draft("sheet.not_asked", Severity.WARNING, values={"name": name})
        elif came is None:
            severity = Severity.ERROR if name in with_input else Severity.WARNING
            yield Draft("sheet.missing", severity, values={"name": name})
        elif came.name != name:
            yield Draft("sheet.renamed", Severity.WARNING, name, (), came.name)
    known = {came.name for came in case.sheets.values() if came is not None}
    for sheet in case.book.sheets:
        if sheet.name not in known and sheet.name != PROTOCOL:
            yield Draft("sheet.extra", Severity.REMARK, values={"name": sheet.name})


def _was_issued(case: Case, name: str) -> bool:
    """Whether an older table had a sheet: its hidden sheets name every sheet that is filled in.

    A sheet with something that must be filled in is asked for in any case.
    """
    required = any(fact.fact.required for fact in case.context.spec.facts if fact.sheet == name)
    hidden = (sheet for sheet in case.book.sheets if sheet.state != "visible")
    return required or any(raw.value == name for sheet in hidden for raw in sheet.cells.values())


def check_places(case: Case) -> Iterator[Draft]:
    """What was seen while columns, rows and facts were looked for."""
    for register in case.registers.values():
        yield from register.findings
    yield from case.facts.findings
