"""How far the management cycle of a working folder has come, goal by goal, without building the summary."""

from __future__ import annotations

from metodist.domain.cycle import GoalCycle
from metodist.services.advice_archive import advised_in
from metodist.services.archive_access import Current
from metodist.services.evidence_register import own_evidence
from metodist.services.working_folder import WorkingFolder


def folder_cycle(place: WorkingFolder, entries: Current) -> tuple[GoalCycle, ...]:
    """One chain a goal, from the programme, the accepted tables and the documents as they are now.

    Raises:
        UserError: The table of the folder's own documents is damaged.
    """
    from metodist.scoring.indicators import score_district
    from metodist.summary.cycle import management_cycle

    programme = place.programme
    codes = [school.code for school in programme.reporting if school.code in entries.accepted]
    data = {code: entries.accepted[code].data for code in codes}
    outcomes = score_district(programme, data, programme.district.facts)
    return management_cycle(programme, outcomes, (*programme.evidence, *own_evidence(place)), advised_in(place))
