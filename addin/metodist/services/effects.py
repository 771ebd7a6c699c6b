"""What became of last period's measures and recommendations, beside a summary."""

from __future__ import annotations

from dataclasses import replace

from metodist.domain.summary import Summary
from metodist.services.advice_archive import issued_in
from metodist.services.working_folder import WorkingFolder


def measured(place: WorkingFolder, summary: Summary) -> Summary:
    """The summary with the draft of the analysis of effect.

    Raises:
        UserError: The table of issued recommendations is damaged.
    """
    from metodist.summary.effects import effects_of

    issued = issued_in(place, place.programme.passport.period.previous.code)
    return replace(summary, effect=effects_of(summary, issued))
