"""Everything odd about a programme that can be read: contradictions, omissions, notes of its source."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from metodist.domain.findings import ProgrammeIssue
from metodist.domain.programme import Programme
from metodist.programme.issues import in_order
from metodist.programme.places import Places
from metodist.programme.rules import (
    act_numbers,
    annex,
    broken_off,
    circular,
    directions,
    goal_headings,
    goals,
    group_goals,
    kind_words,
    later_acts,
    legal_forms,
    limits,
    monitorings,
    municipality,
    never,
    numbering,
    organisations,
    people,
    points,
    repeated,
    roadmap,
    rubric,
    same_acts,
    sequences,
    signer,
    source_notes,
    stages,
    sums,
    terms,
    totals,
    twins,
    unused_fields,
    unused_lists,
    whole_years,
    window,
    years,
)

#: Every rule: programme and places → issues. A new rule is a new file and a new line here.
RULES: tuple[Callable[[Programme, Places], Iterator[ProgrammeIssue]], ...] = (
    annex.check,
    years.check,
    later_acts.check,
    same_acts.check,
    act_numbers.check,
    municipality.check,
    legal_forms.check,
    totals.check,
    broken_off.check,
    signer.check,
    goals.check,
    goal_headings.check,
    group_goals.check,
    unused_fields.check,
    unused_lists.check,
    limits.check,
    never.check,
    window.check,
    sums.check,
    numbering.check,
    sequences.check,
    twins.check,
    repeated.check,
    circular.check,
    kind_words.check,
    directions.check,
    monitorings.check,
    rubric.check,
    points.check,
    roadmap.check,
    stages.check,
    terms.check,
    whole_years.check,
    organisations.check,
    people.check,
    source_notes.check,
)


def lint_programme(
    programme: Programme, rows: Mapping[tuple[str, str], int] | None = None
) -> tuple[ProgrammeIssue, ...]:
    """Look at a programme beyond the errors of reading.

    Args:
        programme: As read.
        rows: ``Reading.rows``; without it issues name their sheet and column, and row 0.

    Returns:
        Warnings and remarks, never errors, in the order of sheets and rows.
    """
    places = Places(rows or {})
    return in_order(issue for rule in RULES for issue in rule(programme, places))
