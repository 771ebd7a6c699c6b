"""«Построить свод»: all accepted tables of the period in one workbook, with live shares."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from metodist.archive.index import Entry
from metodist.domain.findings import Finding, Severity
from metodist.domain.programme import Organisation, Programme
from metodist.domain.summary import FaultyReturn, SchoolResult, Summary
from metodist.errors import UserError
from metodist.messages import say
from metodist.services.archive_access import Current, current
from metodist.services.evidence_register import own_evidence
from metodist.services.issuing import Progress, silent
from metodist.services.transaction import transaction
from metodist.services.working_folder import FAULTY, SUMMARY, WorkingFolder, open_folder, original_name, table_name


def build_summary(folder: Path, progress: Progress = silent, now: datetime | None = None) -> Summary:
    """Consolidate the archive and write «Свод.xlsx»; the previous one is kept in «Архив/Прежние версии».

    Returns:
        The summary that the workbook shows.

    Raises:
        UserError: The folder has no usable programme, cannot be written, no table is accepted yet, or the summary is
            open elsewhere.
    """
    from metodist.layout.summary_book import write_summary

    place = open_folder(folder)
    summary = consolidated(place, progress, now)
    if not summary.schools:  # it would only take the place of an earlier one
        raise UserError(say("services.empty_summary"), say("services.empty_summary_action"))
    with transaction(place.path) as change:
        write_summary(summary, change.stage(SUMMARY))
    return summary


def consolidated(place: WorkingFolder, progress: Progress = silent, now: datetime | None = None) -> Summary:
    """The summary of a working folder as a value; nothing is written."""
    from metodist.scoring.indicators import score_district
    from metodist.summary.consolidate import consolidate

    programme = place.programme
    entries = current(place)
    schools = _results(programme, entries, progress)
    summary = consolidate(
        programme,
        schools,
        _faulty(programme, entries),
        _missing(programme, entries),
        score_district(
            programme, {school.organisation.code: school.data for school in schools}, programme.district.facts
        ),
        now or datetime.now(),
    )
    return _scored(place, summary)


def _scored(place: WorkingFolder, summary: Summary) -> Summary:
    """The summary with the rubric's scores, the management cycle and the analysis."""
    from metodist.scoring.rubric_facts import score_municipality, score_school_itself
    from metodist.services.advice_archive import advised_in
    from metodist.services.analysing import analysed
    from metodist.services.effects import measured
    from metodist.services.queries import saved_queries
    from metodist.summary.cycle import management_cycle

    programme, own = place.programme, own_evidence(place)
    assessed = {one.organisation.code: score_school_itself(programme, one.data) for one in summary.schools}
    found = replace(
        summary,
        score=score_municipality(programme, own) if programme.rubric else None,
        self_scores={code: score for code, score in assessed.items() if score is not None},
        cycle=management_cycle(programme, summary.municipality, (*programme.evidence, *own), advised_in(place)),
        analysis=analysed(place, summary),
        queries=saved_queries(place.path),
    )
    return measured(place, found)


def _results(programme: Programme, entries: Current, progress: Progress) -> tuple[SchoolResult, ...]:
    from metodist.intake.checks.district import people_in_two_schools

    reporting = [school for school in programme.reporting if school.code in entries.accepted]
    shared = people_in_two_schools(programme, {code: entry.data for code, entry in entries.accepted.items()})
    again = {code: (_newer(entry),) for code, entry in entries.waiting.items()}
    results: list[SchoolResult] = []
    for done, school in enumerate(reporting):
        progress(done, len(reporting), school.short_name)
        results.append(_result(programme, school, entries.accepted[school.code], _beside(school, shared, again)))
    progress(len(reporting), len(reporting), "")
    return tuple(results)


def _beside(school: Organisation, *more: Mapping[str, tuple[Finding, ...]]) -> tuple[Finding, ...]:
    return tuple(finding for findings in more for finding in findings.get(school.code, ()))


def _newer(entry: Entry) -> Finding:
    message = say("services.newer_faulty", received=f"{entry.received:%d.%m.%Y}")
    return Finding("return.newer_faulty", Severity.WARNING, message)


def _result(programme: Programme, school: Organisation, entry: Entry, shared: tuple[Finding, ...]) -> SchoolResult:
    from metodist.scoring.indicators import score_school

    return SchoolResult(
        organisation=school,
        data=entry.data,
        outcomes=score_school(programme, entry.data),
        findings=entry.findings + shared,
        received=entry.received,
        source=original_name(entry.sha256),
        sha256=entry.sha256,
    )


def _faulty(programme: Programme, entries: Current) -> tuple[FaultyReturn, ...]:
    return tuple(
        FaultyReturn(school, entry.findings, entry.received, f"{FAULTY}/{table_name(programme, school)}")
        for school in programme.reporting
        if (entry := entries.faulty.get(school.code))
    )


def _missing(programme: Programme, entries: Current) -> tuple[Organisation, ...]:
    known = entries.accepted.keys() | entries.faulty.keys()
    return tuple(school for school in programme.reporting if school.code not in known)
