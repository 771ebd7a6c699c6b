"""«Состояние»: where the cycle of the period stands and what comes next."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from metodist.domain.collection_duty import duty_of
from metodist.domain.cycle import GoalCycle
from metodist.domain.cycle_views import CycleView
from metodist.domain.programme import Person
from metodist.messages import say
from metodist.services.archive_access import current
from metodist.services.checking import table_files
from metodist.services.cycle_state import folder_cycle
from metodist.services.journal import load_journal
from metodist.services.plan_state import PlanState, plan_state
from metodist.services.working_folder import DOCUMENTS, SUMMARY, TABLES, WorkingFolder, open_folder


@dataclass(frozen=True, slots=True)
class FolderStatus:
    """The state of a working folder.

    Args:
        expected: Schools that report.
        issued: Tables that lie in «Таблицы».
        waiting: Files in «Входящие» that were not taken in yet.
        unreadable: Files in «Входящие» that could not be taken in and wait for somebody to look.
        accepted: Codes of schools whose table is accepted.
        returned: Codes of schools whose table waits for mending.
        waiting_again: Codes of schools whose earlier table counts while a newer one waits for mending.
        missing: Codes of schools that sent nothing.
        overdue: The deadline has passed and somebody is missing.
        stage: Where the cycle stands, one Russian sentence.
        next_step: What to do next, one Russian sentence.
        step: The word for both: ``issue``, ``wait``, ``collect``, ``summary``, ``documents`` or ``done``.
        responsible: Who collects the tables, as the order on the monitoring names the person; empty for nobody.
        controller: Who controls it; empty for nobody.
        order: Date and number of the registered order on the monitoring; empty for none.
        late: Codes of schools whose accepted table came after the deadline.
        cycle: The management cycle, one chain a goal.
        views: The steps into which the document cuts it.
        plan: What of the plan is overdue, and what comes next.
    """

    programme: str
    title: str
    period: str
    deadline: date | None
    expected: int
    issued: int
    waiting: int
    unreadable: int
    accepted: tuple[str, ...]
    returned: tuple[str, ...]
    waiting_again: tuple[str, ...]
    missing: tuple[str, ...]
    overdue: bool
    summary_built: bool
    documents: int
    stage: str
    next_step: str
    step: str
    responsible: str = ""
    controller: str = ""
    order: str = ""
    late: tuple[str, ...] = ()
    cycle: tuple[GoalCycle, ...] = ()
    views: tuple[CycleView, ...] = ()
    plan: PlanState = field(default_factory=PlanState)


def folder_status(folder: Path, today: date | None = None) -> FolderStatus:
    """Look at a working folder; nothing is changed.

    Raises:
        UserError: The folder has no usable programme.
    """
    place = open_folder(folder)
    passport = place.programme.passport
    entries, duty = current(place), duty_of(place.programme)
    codes = tuple(school.code for school in place.programme.reporting)
    accepted = tuple(code for code in codes if code in entries.accepted)
    returned = tuple(code for code in codes if code in entries.faulty)
    missing = tuple(code for code in codes if code not in entries.accepted and code not in entries.faulty)
    issued = _files(place, TABLES)
    waiting, unreadable = _inbox(place)
    built, documents = (place.path / SUMMARY).is_file(), _files(place, DOCUMENTS)
    newest = max((entry.received.timestamp() for entry in entries.accepted.values()), default=0.0)
    fresh = built and _is_newer(place.path / SUMMARY, newest)
    written = any(_is_newer(path, newest) for path in _listed(place, DOCUMENTS))
    stage = _stage(issued, waiting, accepted, fresh, written)
    return FolderStatus(
        programme=passport.code,
        title=passport.title,
        period=passport.period.code,
        deadline=passport.deadline,
        expected=len(codes),
        issued=issued,
        waiting=waiting,
        unreadable=unreadable,
        accepted=accepted,
        returned=returned,
        waiting_again=tuple(code for code in codes if code in entries.waiting),
        missing=missing,
        overdue=bool(missing or returned)
        and passport.deadline is not None
        and (today or date.today()) > passport.deadline,
        summary_built=built,
        documents=documents,
        stage=say(f"services.stage_{stage}"),
        next_step=say(f"services.next_{stage}", folder=place.path.name),
        step=stage,
        responsible=_named(duty.responsible),
        controller=_named(duty.controller),
        order=_order(place),
        late=tuple(code for code in accepted if duty.is_late(entries.accepted[code].received.date())),
        cycle=folder_cycle(place, entries),
        views=place.programme.views,
        plan=plan_state(place, today or date.today()),
    )


def _named(person: Person | None) -> str:
    return say("services.person", name=person.name, post=person.post) if person else ""


def _order(place: WorkingFolder) -> str:
    """«от 05.06.2026 № 319-ОД» of the registered order on the monitoring."""
    entry = load_journal(place).newest("order_monitoring", place.programme.passport.period.code)
    return say("services.order", day=f"{entry.day:%d.%m.%Y}", number=entry.number) if entry and entry.day else ""


def _files(place: WorkingFolder, name: str) -> int:
    return len(_listed(place, name))


def _listed(place: WorkingFolder, name: str) -> list[Path]:
    folder = place.path / name
    return table_files(folder) if folder.is_dir() else []


def _is_newer(path: Path, moment: float) -> bool:
    """Whether a result was made after the newest table that counts came in; a whole second is allowed for disks."""
    return path.stat().st_mtime + 1 >= moment


def _inbox(place: WorkingFolder) -> tuple[int, int]:
    """New files, and files that were there already when tables were last taken in: those were refused."""
    files = table_files(place.inbox) if place.inbox.is_dir() else []
    taken = place.index.stat().st_mtime if place.index.exists() else 0.0
    new = sum(max(path.stat().st_mtime, path.stat().st_ctime) > taken for path in files)
    return new, len(files) - new


def _stage(issued: int, waiting: int, accepted: tuple[str, ...], summarised: bool, written: bool) -> str:  # noqa: FBT001
    if waiting:
        return "collect"
    if not accepted:
        return "wait" if issued else "issue"
    if not summarised:
        return "summary"
    return "done" if written else "documents"
