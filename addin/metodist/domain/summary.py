"""All accepted returns of one period."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from metodist.domain.findings import Finding
from metodist.domain.outcomes import Outcome
from metodist.domain.programme import Organisation, Programme
from metodist.domain.returns import SchoolData


@dataclass(frozen=True, slots=True)
class SchoolResult:
    """One accepted school of a summary.

    Args:
        organisation: The school.
        data: What it filled in.
        outcomes: By indicator code.
        findings: Warnings and remarks of its return.
        received: When its table was taken in.
        source: The path of the original, relative to the working folder, with ``/``.
        sha256: Of the original.
    """

    organisation: Organisation
    data: SchoolData
    outcomes: Mapping[str, Outcome]
    findings: tuple[Finding, ...]
    received: datetime
    source: str
    sha256: str


@dataclass(frozen=True, slots=True)
class FaultyReturn:
    """A table that waits for the school: the newest one is not accepted."""

    organisation: Organisation
    findings: tuple[Finding, ...]
    received: datetime
    source: str


@dataclass(frozen=True, slots=True)
class Statistics:
    """Mean, median, least and greatest of the schools' values; ``None`` where no school has one.

    Never the municipality's share: that is the sum of numerators over the sum of denominators.
    """

    mean: float | None
    median: float | None
    minimum: float | None
    maximum: float | None


@dataclass(frozen=True, slots=True)
class Summary:
    """All accepted returns of one period, with the municipality's outcomes.

    Args:
        schools: Accepted, in the programme's order.
        faulty: Sent back and not yet accepted.
        missing: Schools that sent nothing at all.
        municipality: Σ numerators over Σ denominators, by indicator code.
        statistics: Over the schools' values, by indicator code.
        ranks: By indicator code, then school code; ties share the better rank; no value, no rank.
    """

    programme: Programme
    schools: tuple[SchoolResult, ...]
    faulty: tuple[FaultyReturn, ...]
    missing: tuple[Organisation, ...]
    municipality: Mapping[str, Outcome]
    statistics: Mapping[str, Statistics]
    ranks: Mapping[str, Mapping[str, int]]
    built: datetime
