"""Who handed in and who did not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

from metodist.documents.numbers import counted, date_digits, of_counted
from metodist.documents.source import From
from metodist.documents.typography import clean
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
            findings=DASH if findings is None else _findings_text(findings),
        )
        for number, (school, state, received, findings) in enumerate(rows, start=1)
    )


def _findings_text(findings: Iterable[Finding]) -> str:
    found = tuple(findings)
    errors, warnings = count_of(found, Severity.ERROR), count_of(found, Severity.WARNING)
    parts = [counted(errors, "ошибка")] if errors else []
    parts += [counted(warnings, "предупреждение")] if warnings else []
    return ", ".join(parts) or say("documents.no_findings")
