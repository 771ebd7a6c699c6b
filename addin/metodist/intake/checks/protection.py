"""Protection taken off, drop-down lists gone, links to other files: the table was opened up or rebuilt."""

from __future__ import annotations

from collections.abc import Iterator

from metodist.domain.findings import Severity
from metodist.intake.context import Case
from metodist.intake.report import Draft


def check_protection(case: Case) -> Iterator[Draft]:
    """A sheet that was issued locked came back open."""
    for issued in case.context.spec.sheets:
        came = case.sheets[issued.name]
        if came is not None and issued.state == "visible" and not came.protected:
            yield Draft("protection.off", Severity.WARNING, issued.name)


def check_validations(case: Case) -> Iterator[Draft]:
    """A sheet that was issued with drop-down lists and limits came back without any."""
    for issued in case.context.spec.sheets:
        came = case.sheets[issued.name]
        if came is not None and issued.validations and not came.validations:
            yield Draft("validations.gone", Severity.REMARK, issued.name)


def check_remote(case: Case) -> Iterator[Draft]:
    """The file names other files or data sources; they are never read."""
    if case.book.remote:
        yield Draft("file.remote", Severity.WARNING)
