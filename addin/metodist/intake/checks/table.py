"""Every check of a returned table, in the order in which they are asked."""

from __future__ import annotations

from metodist.intake.checks import (
    evidence,
    formulas,
    people,
    protection,
    recomputed,
    required,
    rows,
    rules,
    structure,
    values,
    wording,
)
from metodist.intake.context import Check

#: Asked first: what the school said.
CHECKS: tuple[Check, ...] = (
    structure.check_sheets,
    structure.check_places,
    values.check_types,
    values.check_limits,
    values.check_links,
    rows.check_keys,
    rows.check_nobody,
    rows.check_gaps,
    required.check_required_in_rows,
    required.check_required_facts,
    rules.check_rules,
    people.check_duplicates,
    people.check_references,
    people.check_repeated_rows,
    evidence.check_evidence,
    protection.check_remote,
)

#: Asked of tables of the present form version: whether the form is still the one that was issued.
FORM_CHECKS: tuple[Check, ...] = (
    wording.check_wording,
    wording.check_extra,
    formulas.check_formulas,
    protection.check_protection,
    protection.check_validations,
)

#: Asked afterwards, of tables whose values could all be read: what the table shows.
LATER_CHECKS: tuple[Check, ...] = (recomputed.check_outcomes, recomputed.check_computed)
