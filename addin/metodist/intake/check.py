"""Check one returned table: read it, tell whose it is, normalise its inputs, ask every check."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from metodist.domain.findings import Finding, Severity
from metodist.domain.returns import Identity, Return, SchoolData, Status
from metodist.intake.checks.table import CHECKS, FORM_CHECKS, LATER_CHECKS
from metodist.intake.child import read_apart
from metodist.intake.context import Case, Check, Read, Score, TableContext
from metodist.intake.fact_reading import read_facts
from metodist.intake.identity import Found, find_identity
from metodist.intake.lengths import as_long_as_issued
from metodist.intake.matching import match_sheets
from metodist.intake.package import RawBook
from metodist.intake.refusals import Reason, Refusal
from metodist.intake.register_reading import read_register
from metodist.intake.report import Draft, findings_of
from metodist.intake.school_data import school_data

__all__ = ["Score", "TableContext", "check_file"]

FindTable = Callable[[Identity], "TableContext | str"]


def check_file(
    path: Path,
    find_table: FindTable,
    now: datetime | None = None,
    score: Score | None = None,
    read: Read = read_apart,
) -> Return:
    """Check one returned table. Bad files and bad data are findings, never exceptions.

    Args:
        path: The file; it is only read.
        find_table: Gives the table of a stamp as it was issued, or a Russian sentence why there is none.
        now: When it is checked; the present moment if left out.
        score: Recomputes indicators, to compare with what the table shows; nothing is compared without it.
        read: How the file is read: in a process of its own; ``package.read_book`` reads in this one.
    """
    received = now or datetime.now()
    identity: Identity | None = None
    sha256 = ""
    try:
        book = read(path)
        sha256 = book.sha256
        found = find_identity(book)
        identity = found.identity
        context = _context(identity, find_table)
    except Refusal as refusal:
        sha256 = sha256 or _hash(path)
        return Return(path, sha256, identity, SchoolData(), (_refused(refusal),), Status.REFUSED, received)
    data, findings = _check(context, book, found, score)
    faulty = any(finding.severity is Severity.ERROR for finding in findings)
    status = Status.RETURNED if faulty else Status.ACCEPTED
    return Return(path, sha256, identity, data, findings, status, received)


def _context(identity: Identity, find_table: FindTable) -> TableContext:
    context = find_table(identity)
    if isinstance(context, str):
        raise Refusal(Reason.UNKNOWN, why=context)
    ours = context.spec.identity
    if identity.programme != ours.programme:
        raise Refusal(Reason.OTHER_PROGRAMME, found=identity.programme, expected=ours.programme)
    if identity.period != ours.period:
        raise Refusal(Reason.OTHER_PERIOD, found=identity.period, expected=ours.period)
    if identity.school != ours.school:
        raise Refusal(Reason.OTHER_SCHOOL, found=identity.school, expected=ours.school)
    return context


def _refused(refusal: Refusal) -> Finding:
    return Finding(refusal.reason.value, Severity.ERROR, refusal.message)


def _hash(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def _check(
    context: TableContext, book: RawBook, found: Found, score: Score | None
) -> tuple[SchoolData, tuple[Finding, ...]]:
    case = read_case(context, book, found.identity)
    drafts = [*found.findings, *_ask(CHECKS, case)]
    if case.older:
        drafts.append(Draft("identity.other_version", Severity.WARNING))
    else:
        drafts += _ask(FORM_CHECKS, case)
    if not any(draft.severity is Severity.ERROR for draft in drafts):
        if score is not None:
            case = replace(case, outcomes=score(context.programme, case.data))
        drafts += _ask(LATER_CHECKS, case)
    return case.data, findings_of(drafts, [sheet.name for sheet in context.spec.sheets])


def read_case(context: TableContext, book: RawBook, identity: Identity) -> Case:
    """Find the sheets and read every input cell whose place is certain.

    Args:
        context: The table as it would be issued now.
        book: What came back.
        identity: Its stamp: tells a table of another form.
    """
    sheets = match_sheets(context.spec, book)
    context = as_long_as_issued(context, sheets)
    spec, programme = context.spec, context.programme
    older = identity.version != spec.identity.version
    issued = {sheet.name: sheet for sheet in spec.sheets}
    registers = {
        area.register: read_register(
            programme, area, issued[area.sheet], sheets[area.sheet], since_1904=book.since_1904, older=older
        )
        for area in spec.registers
    }
    facts = read_facts(programme, spec, sheets, since_1904=book.since_1904, older=older)
    return Case(context, book, sheets, registers, facts, school_data(registers, facts), older=older)


def _ask(checks: Iterable[Check], case: Case) -> list[Draft]:
    return [draft for check in checks for draft in check(case)]
