"""Reads a programme workbook, strictly: every error in one go, each with its sheet, row and column."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from metodist.domain.findings import ProgrammeIssue
from metodist.domain.programme import Passport, Programme
from metodist.domain.returns import SchoolData
from metodist.programme.advice_sheet import ADVICE_RULES
from metodist.programme.design_sheet import DESIGN
from metodist.programme.dictionary_sheet import DICTIONARY
from metodist.programme.draft import Draft
from metodist.programme.headings import records_by_sheet
from metodist.programme.issues import Issues
from metodist.programme.records import Record
from metodist.programme.schema import (
    DISTRICT_FACTS,
    FIELDS,
    GOALS,
    INDICATORS,
    LISTS,
    MONITORINGS,
    NOTES,
    ORGANISATIONS,
    PASSPORT,
    PEOPLE,
    ROADMAP,
)
from metodist.programme.schema_analysis import CLUSTERS, FACTORS
from metodist.programme.schema_rubric import EVIDENCE, RUBRIC
from metodist.programme.sheets import (
    advice_rules,
    clusters,
    design,
    dictionary,
    district_facts,
    evidence,
    factors,
    fields,
    goals,
    indicators,
    lists,
    monitorings,
    notes,
    organisations,
    people,
    roadmap,
    rubric,
)
from metodist.programme.sheets.passport import read as read_passport
from metodist.programme.unread import UNREAD_SHEETS
from metodist.programme.version import form_version
from metodist.programme.workbook import Rows, read_sheets

#: The order of reading: lists before the fields that use them, fields before the indicators that count them.
SHEETS: tuple[tuple[str, Callable[[Sequence[Record], Draft], None]], ...] = (
    (PASSPORT, read_passport),
    (GOALS, goals.read),
    (LISTS, lists.read),
    (FIELDS, fields.read),
    (MONITORINGS, monitorings.read),
    (INDICATORS, indicators.read),
    (RUBRIC, rubric.read),
    (EVIDENCE, evidence.read),
    (ROADMAP, roadmap.read),
    (ORGANISATIONS, organisations.read),
    (PEOPLE, people.read),
    (DISTRICT_FACTS, district_facts.read),
    (DESIGN, design.read),
    (DICTIONARY, dictionary.read),
    (CLUSTERS, clusters.read),
    (FACTORS, factors.read),
    (ADVICE_RULES, advice_rules.read),
    (NOTES, notes.read),
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a programme workbook says.

    Args:
        programme: ``None`` exactly where there is an error.
        issues: In the order of sheets and rows.
        rows: Sheet and key in lower case → 1-based row; see :meth:`row`.
    """

    programme: Programme | None
    issues: tuple[ProgrammeIssue, ...]
    rows: Mapping[tuple[str, str], int] = field(default_factory=dict)

    def row(self, sheet: str, key: str) -> int:
        """The row in which a goal, an indicator, «Реестр.Поле», a list… is defined; 0 where unknown."""
        return self.rows.get((sheet, key.casefold()), 0)


def read_programme(path: Path) -> Reading:
    """Read a programme workbook.

    «Пульт» and «Выбор» are not read, nor are rows of examples («Пример: …»).

    Args:
        path: An .xlsx file.

    Returns:
        The programme, or everything that is wrong with it.

    Raises:
        UserError: The file is missing, unreadable, encrypted, of the old format, or no workbook.
    """
    return read_rows(read_sheets(path, passed_over=UNREAD_SHEETS))


def read_rows(sheets: Mapping[str, Rows]) -> Reading:
    """Read a programme from the rows of its sheets, as ``workbook.read_sheets`` gives them.

    Args:
        sheets: Rows from row 1 on, by sheet name.
    """
    issues = Issues()
    records = records_by_sheet(sheets, issues)
    draft = Draft(issues)
    for name, read in SHEETS:
        read(records[name], draft)
    _drop_unused_scales(draft)
    if issues.found or draft.passport is None:
        return Reading(None, issues.sorted, draft.rows)
    return Reading(_programme(draft, draft.passport), (), draft.rows)


def _drop_unused_scales(draft: Draft) -> None:
    """A scale is a list too only where a field offers its levels."""
    offered = {each.list_name for register in draft.registers for each in register.fields}
    offered |= {fact.list_name for fact in draft.facts}
    for name in draft.scales:
        if name not in offered:
            draft.lists.pop(name, None)


def _programme(draft: Draft, passport: Passport) -> Programme:
    return Programme(
        passport=passport,
        goals=tuple(draft.goals),
        registers=draft.registers,
        facts=draft.facts,
        lists=dict(draft.lists),
        scales=dict(draft.scales),
        indicators=tuple(draft.indicators),
        monitorings=tuple(draft.monitorings),
        rubric=tuple(draft.rubric),
        roadmap=tuple(draft.roadmap),
        organisations=tuple(draft.organisations),
        people=tuple(draft.people),
        notes=tuple(draft.notes),
        version=form_version(draft),
        district=SchoolData(facts=dict(draft.district_facts), evidence=dict(draft.district_evidence)),
        evidence=tuple(draft.rubric_evidence),
        views=draft.views,
        yardstick=draft.yardstick,
        profile=draft.profile,
        masks=tuple(draft.masks),
        dictionary=tuple(draft.dictionary),
        clusters=draft.clusters,
        factors=draft.factors,
        advice_rules=tuple(draft.advice_rules),
    )
