"""Who handed in and who did not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Annotated

from metodist.documents.numbers import counted, date_digits, of_counted
from metodist.documents.source import From
from metodist.documents.typography import clean
from metodist.domain.collection_duty import duty_of
from metodist.domain.findings import Finding, Severity, count_of
from metodist.domain.programme import Organisation
from metodist.domain.summary import Summary
from metodist.domain.wording import DASH, number_text, percent_text
from metodist.messages import say


@dataclass(frozen=True, slots=True)
class ReturnRow:
    """One school of the table of completeness."""

    number: Annotated[str, From("порядковый номер")]
    school: Annotated[str, From("«Организации», графа «Краткое название»")]
    state: Annotated[str, From("свод: «принята», «на доработке», «не представлена»")]
    received: Annotated[str, From("свод: когда получена таблица; «—», если не получена")]
    findings: Annotated[str, From("свод: сколько ошибок и предупреждений; «—», если таблицы нет")]


def completeness_text(summary: Summary) -> str:
    """«31 организации из 34 (91,2 %)», to stand after «от»."""
    completeness = summary.completeness
    return say(
        "documents.completeness",
        accepted=of_counted(completeness.accepted, "организация"),
        expected=number_text(completeness.expected),
        share=percent_text(completeness.ratio.value or 0),
    )


def names_of(schools: Iterable[Organisation]) -> str:
    """Short names, in the programme's order, with commas."""
    return ", ".join(clean(school.short_name) for school in schools)


def late_text(summary: Summary) -> str:
    """«22.12.2026, на 2 дня позже срока, — Школа № 3, Школа № 5»: accepted tables that came late, by days.

    Args:
        summary: The day on which a table was received is the archive's, the deadline the passport's.

    Returns:
        Empty where nobody was late or there is no deadline.
    """
    deadline = summary.programme.passport.deadline
    if deadline is None:
        return ""
    duty = duty_of(summary.programme)
    late = (one for one in summary.schools if duty.is_late(one.received.date()))
    days = groupby(sorted(late, key=lambda one: one.received.date()), key=lambda one: one.received.date())
    return "; ".join(
        say(
            "papers.late",
            day=date_digits(day),
            days=counted((day - deadline).days, "день"),
            schools=names_of(one.organisation for one in schools),
        )
        for day, schools in days
    )


def return_rows(summary: Summary) -> tuple[ReturnRow, ...]:
    """One row a school that has to hand in: accepted, then sent back, then silent; each in the programme's order."""
    rows = [
        *((one.organisation, "accepted", date_digits(one.received.date()), one.findings) for one in summary.schools),
        *((one.organisation, "faulty", date_digits(one.received.date()), one.findings) for one in summary.faulty),
        *((school, "missing", DASH, None) for school in summary.missing),
    ]
    return tuple(
        ReturnRow(
            number=str(number),
            school=clean(school.short_name),
            state=say(f"documents.return_{state}"),
            received=received,
            findings=DASH if findings is None else findings_text(findings),
        )
        for number, (school, state, received, findings) in enumerate(rows, start=1)
    )


def findings_text(findings: Iterable[Finding]) -> str:
    """«2 ошибки, 1 предупреждение»; «нет» for none."""
    found = tuple(findings)
    errors, warnings = count_of(found, Severity.ERROR), count_of(found, Severity.WARNING)
    parts = [counted(errors, "ошибка")] if errors else []
    parts += [counted(warnings, "предупреждение")] if warnings else []
    return ", ".join(parts) or say("documents.no_findings")
