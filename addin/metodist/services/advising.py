"""Recommendations beside a summary."""

from __future__ import annotations

from dataclasses import replace

from metodist.domain.summary import Summary


def advised(summary: Summary) -> Summary:
    """The summary with what it recommends to each school."""
    from metodist.summary.advice import advise

    return replace(summary, advice=advise(summary))
