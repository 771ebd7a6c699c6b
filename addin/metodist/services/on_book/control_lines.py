"""The lines of «Пульт»: what the folder holds, in the order of work."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from textwrap import shorten

from metodist.domain.plans import PlanEntry
from metodist.messages import say
from metodist.services.journal import JOURNAL_BOOK
from metodist.services.packaging import PACKAGE
from metodist.services.plan_state import PlanState
from metodist.services.planning import PLAN
from metodist.services.status import FolderStatus
from metodist.services.working_folder import DOCUMENTS, FAULTY, INBOX, INDEX, SUMMARY, TABLES

_NAMED = 12
#: So many overdue terms are named; «План.xlsx» has them all.
_TERMS = 5
_LONGEST_TITLE = 160


@dataclass(frozen=True, slots=True)
class Line:
    """One line.

    Args:
        what: What it is about.
        state: How it stands now.
        path: The file or folder to open; ``None`` where there is none.
        button: The button that carries it on; empty for none.
        told: Stands in the summary window too.
    """

    what: str
    state: str
    path: Path | None = None
    button: str = ""
    told: bool = False


def control_lines(folder: Path, status: FolderStatus, today: date) -> list[Line]:
    """All lines."""
    return [
        *_progress(folder, status, today),
        *_plan(folder, status.plan),
        *_collection(folder, status),
        *_results(folder, status),
        *_kept_files(folder),
    ]


def _line(what: str, state: str, path: Path | None = None, button: str = "", *, told: bool = False) -> Line:
    shown = path if path is not None and path.exists() else None
    return Line(say(f"on_book.line_{what}"), state, shown, say(f"on_book.button_{button}") if button else "", told)


def _progress(folder: Path, status: FolderStatus, today: date) -> Iterator[Line]:
    button = {"issue": "issue", "collect": "collect", "summary": "summary", "documents": "documents"}
    yield _line("stage", status.stage)
    yield _line("next", say(f"on_book.next_{status.step}"), None, button.get(status.step, ""))
    if status.deadline is not None:
        yield _line("deadline", _deadline(status, status.deadline, today), told=status.overdue)
    if status.order:
        yield _line("order", status.order)
    if status.responsible:
        yield _line("responsible", status.responsible)
    if status.controller:
        yield _line("controller", status.controller)
    yield _line("issued", _of(status.issued, status.expected), folder / TABLES, "issue")


def _deadline(status: FolderStatus, deadline: date, today: date) -> str:
    days = (deadline - today).days
    when = f"{deadline:%d.%m.%Y}"
    if days >= 0:
        return say("on_book.deadline_ahead", when=when, days=days)
    key = "deadline_overdue" if status.missing or status.returned else "deadline_kept"
    return say(f"on_book.{key}", when=when, days=-days)


def _collection(folder: Path, status: FolderStatus) -> Iterator[Line]:
    yield _line("waiting", str(status.waiting), folder / INBOX, "collect", told=bool(status.waiting))
    if status.unreadable:
        yield _line("unreadable", str(status.unreadable), folder / INBOX, "check", told=True)
    yield _line("accepted", _of(len(status.accepted), status.expected), told=True)
    yield _line("returned", _named(status.returned), folder / FAULTY, told=bool(status.returned))
    yield _line("missing", _named(status.missing), told=bool(status.missing))
    if status.late:
        yield _line("late", _named(status.late))


def _of(count: int, whole: int) -> str:
    return say("on_book.of", count=count, whole=whole)


def _named(codes: tuple[str, ...]) -> str:
    if not codes:
        return "0"
    more = say("on_book.and_more", count=len(codes) - _NAMED) if len(codes) > _NAMED else ""
    return f"{len(codes)}: {', '.join(codes[:_NAMED])}{more}"


def _results(folder: Path, status: FolderStatus) -> Iterator[Line]:
    yield _line("summary", _summary_state(folder, status), folder / SUMMARY, "summary")
    documents = sorted(_documents(folder / DOCUMENTS))
    if not documents:
        yield _line("documents", say("on_book.not_yet"), folder / DOCUMENTS, "documents")
    for path in documents:
        yield Line(say("on_book.line_document"), path.stem, path, say("on_book.button_documents"))
    for inner, count in _of_many(folder):
        state = say("on_book.document_folder", name=inner.name, count=count)
        yield Line(say("on_book.line_document"), state, inner, say("on_book.button_documents"))


def _plan(folder: Path, plan: PlanState) -> Iterator[Line]:
    """What is overdue by the plan that people keep, and the next term."""
    state = plan.trouble or say("on_book.not_yet")
    if plan.kept:
        state = say("on_book.plan_overdue", count=len(plan.overdue)) if plan.overdue else say("on_book.plan_kept")
    yield _line("plan", state, folder / PLAN, "plan", told=bool(plan.overdue or plan.trouble))
    for entry in plan.overdue[:_TERMS]:
        yield _line("overdue", _term(entry))
    if plan.following is not None:
        yield _line("following", _term(plan.following))


def _term(entry: PlanEntry) -> str:
    title = shorten(entry.item.title, _LONGEST_TITLE, placeholder=" …")
    return say("on_book.term", when=f"{entry.occurrence.end:%d.%m.%Y}", title=title)


def _kept_files(folder: Path) -> Iterator[Line]:
    for what, name, button in (("journal", JOURNAL_BOOK, "documents"), ("package", PACKAGE, "package")):
        path = folder / name
        if path.exists():
            when = f"{datetime.fromtimestamp(path.stat().st_mtime):%d.%m.%Y %H:%M}"
            yield _line(what, say("on_book.made", when=when), path, button)


def _summary_state(folder: Path, status: FolderStatus) -> str:
    path, index = folder / SUMMARY, folder / INDEX
    if not status.summary_built:
        return say("on_book.not_yet")
    built = path.stat().st_mtime
    when = f"{datetime.fromtimestamp(built):%d.%m.%Y %H:%M}"
    stale = index.is_file() and index.stat().st_mtime > built
    return say("on_book.summary_stale" if stale else "on_book.summary_fresh", when=when)


def _documents(place: Path) -> Iterator[Path]:
    found = place.glob("*.docx") if place.is_dir() else ()
    yield from (path for path in found if not path.name.startswith(("~$", ".")))


def _of_many(folder: Path) -> Iterator[tuple[Path, int]]:
    """Folders of documents of which every school gets its own, with how many lie there."""
    place = folder / DOCUMENTS
    inside = sorted(path for path in place.iterdir() if path.is_dir()) if place.is_dir() else []
    counted = ((path, sum(1 for _ in _documents(path))) for path in inside)
    yield from ((path, count) for path, count in counted if count)
