"""What a builder hands over: a context, and what the user is asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from metodist.domain.findings import ProgrammeIssue

C_co = TypeVar("C_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Built(Generic[C_co]):
    """A context ready to render.

    Args:
        context: A frozen dataclass, one of ``kinds.KINDS``.
        issues: What could not be known and is asked for on the programme workbook; the document is usable without.
    """

    context: C_co
    issues: tuple[ProgrammeIssue, ...] = ()
