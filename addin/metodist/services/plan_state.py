"""What of the plan is overdue today, and which term comes next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from metodist.domain.plans import PlanEntry, State
from metodist.domain.roadmap import Fulfilment
from metodist.errors import UserError
from metodist.services.planning import PLAN, entered_before
from metodist.services.working_folder import WorkingFolder

_ENDED = (State.DONE, State.CANCELLED, State.OVERDUE)


@dataclass(frozen=True, slots=True)
class PlanState:
    """Where the plan of a folder stands.

    Args:
        kept: «План.xlsx» is there, in which people enter what is done: without it nothing can be called overdue.
        overdue: Times whose last day has passed, the earliest first; none where no plan is kept.
        following: The time whose last day is the next one; ``None`` where none is left.
        trouble: Why «План.xlsx» cannot be read, a Russian sentence; empty where it can.
    """

    kept: bool = False
    overdue: tuple[PlanEntry, ...] = ()
    following: PlanEntry | None = None
    trouble: str = ""


def plan_state(place: WorkingFolder, today: date) -> PlanState:
    """Look at the programme's terms and at what is entered in the folder's «План.xlsx»."""
    from metodist.programme.plan import plan_of

    kept, trouble = (place.path / PLAN).is_file(), ""
    entered: dict[str, Fulfilment] = {}
    try:
        entered = entered_before(place)
    except UserError as error:
        kept, trouble = False, str(error)
    entries = plan_of(place.programme, entered).entries
    ahead = [entry for entry in entries if entry.state(today) not in _ENDED]
    overdue = [entry for entry in entries if entry.state(today) is State.OVERDUE] if kept else []
    return PlanState(kept, tuple(sorted(overdue, key=_last_day)), min(ahead, key=_last_day, default=None), trouble)


def _last_day(entry: PlanEntry) -> date:
    return entry.occurrence.end
