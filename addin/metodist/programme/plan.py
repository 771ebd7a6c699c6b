"""From a programme to its plan: every row of the roadmap and every monitoring with its dates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from hashlib import sha256

from metodist.domain.plans import Plan, PlanEntry, PlanItem, Undated
from metodist.domain.programme import Programme
from metodist.domain.roadmap import NOTHING_ENTERED, ActivityStatus, Fulfilment
from metodist.domain.terms import Occurrence, ProblemKind, TermProblem
from metodist.domain.values import fold
from metodist.messages import say
from metodist.programme.term_dates import date_term, plan_years


def plan_of(programme: Programme, entered: Mapping[str, Fulfilment] | None = None) -> Plan:
    """The plan of a programme.

    Args:
        programme: As read.
        entered: What was entered in an earlier «План.xlsx», by :attr:`PlanEntry.uid`; it outweighs what the
            programme workbook says of the whole row.
    """
    years = plan_years(programme.passport)
    items = tuple(_items(programme))
    entries: list[PlanEntry] = []
    undated: list[Undated] = []
    for item in items:
        dating = date_term(item.term, years)
        uids = _uids(programme.passport.code, item, dating.occurrences)
        for uid, occurrence in zip(uids, dating.occurrences, strict=True):
            known = (entered or {}).get(uid) or _inherited(item.fulfilment, occurrence)
            entries.append(PlanEntry(uid, item, occurrence, known))
        missing = () if item.term else (_no_term(),)
        lost = (one for one in (*dating.problems, *missing) if one.kind is not ProblemKind.OUTSIDE)
        undated += [Undated(item, problem) for problem in lost]
    order = {item.key: place for place, item in enumerate(items)}
    entries.sort(key=lambda entry: (entry.occurrence.start, entry.occurrence.end, order[entry.item.key]))
    return Plan(programme, years, items, tuple(entries), tuple(undated))


def _items(programme: Programme) -> Iterator[PlanItem]:
    seen: Counter[str] = Counter()
    for activity in programme.roadmap:
        parts = ("roadmap", activity.kind.value, activity.section, activity.number)
        yield PlanItem(
            key=_key(parts, seen),
            source="roadmap",
            number=activity.number,
            kind=activity.kind.value,
            section=activity.section,
            title=activity.title,
            term=activity.term,
            responsible=activity.responsible,
            expected=activity.expected,
            fulfilment=activity.fulfilment,
        )
    for monitoring in programme.monitorings:
        yield PlanItem(
            key=_key(("monitoring", monitoring.number), seen),
            source="monitoring",
            number=monitoring.number,
            kind=say("plan.monitoring"),
            section=say("plan.monitorings"),
            title=monitoring.title,
            term=monitoring.term,
            responsible=programme.passport.service,
            expected=monitoring.use_of_results,
        )


def _key(parts: tuple[str, ...], seen: Counter[str]) -> str:
    """Numbers may begin anew in each section, and even repeat within one."""
    key = "|".join(map(fold, parts))
    seen[key] += 1
    return key if seen[key] == 1 else f"{key}|{seen[key]}"


def _uids(code: str, item: PlanItem, occurrences: tuple[Occurrence, ...]) -> Iterator[str]:
    """One a first day; another stretch that begins on the same day is told apart by its last day."""
    seen: set[str] = set()
    for occurrence in occurrences:
        uid = _uid(code, item.key, f"{occurrence.start:%Y%m%d}")
        if uid in seen:
            uid = _uid(code, item.key, f"{occurrence.start:%Y%m%d}-{occurrence.end:%Y%m%d}{occurrence.note}")
        seen.add(uid)
        yield uid


def _uid(*parts: str) -> str:
    return sha256("\n".join(parts).encode()).hexdigest()[:32]


def _inherited(said: Fulfilment, occurrence: Occurrence) -> Fulfilment:
    """What a row of the roadmap says, for one of its occurrences: a day of fulfilment reaches only begun ones."""
    if said.day is not None and said.status in (None, ActivityStatus.DONE):
        return said if occurrence.start <= said.day else NOTHING_ENTERED
    return said


def _no_term() -> TermProblem:
    return TermProblem(ProblemKind.UNDATED, "", say("terms.no_term"), say("terms.unknown_fix"))
