"""Formulas that were overwritten or changed: their cells no longer show what the table computes."""

from __future__ import annotations

from collections.abc import Iterator

from metodist.domain.findings import Severity
from metodist.domain.tables import TableSpec
from metodist.intake.cells import RawCell
from metodist.intake.context import Case
from metodist.intake.formulas import normalised
from metodist.intake.issued import issued_sheet
from metodist.intake.normalise import shown
from metodist.intake.report import Draft, at


def check_formulas(case: Case) -> Iterator[Draft]:
    """Compare every formula by meaning; sheets whose rows or columns moved are told by other rules."""
    moved = {draft.sheet for register in case.registers.values() for draft in register.findings}
    moved |= {draft.sheet for draft in case.facts.findings}
    for issued in case.context.spec.sheets:
        came = case.sheets[issued.name]
        if came is None or issued.name in moved:
            continue
        varying = issued_sheet(issued).varying
        for place, formula in issued_sheet(issued).formulas:
            draft = _compare(issued.name, place, formula, came.cells.get(place), varies=place in varying)
            if draft is not None:
                yield draft


def compared_forms(spec: TableSpec) -> int:
    """Bring the formulas of a table into their compared form ahead of time; how many there are."""
    return sum(len(issued_sheet(sheet).formulas) for sheet in spec.sheets)


def _compare(sheet: str, place: tuple[int, int], formula: str, raw: RawCell | None, *, varies: bool) -> Draft | None:
    if raw is None or not raw.formula:
        return at("formula.removed", Severity.WARNING, sheet, place, shown(raw))
    if not varies and normalised(raw.formula) != formula:
        return at("formula.changed", Severity.WARNING, sheet, place, f"={raw.formula}")
    return None
