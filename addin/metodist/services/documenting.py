"""«Все документы»: orders, notes, letters and plans from the programme and the summary into «Документы»."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from metodist.domain.findings import ProgrammeIssue
from metodist.domain.layout_profile import LayoutProfile
from metodist.domain.programme import Programme
from metodist.services.evidence_register import entry_of, register
from metodist.services.issuing import Progress, silent
from metodist.services.planning import entered_before
from metodist.services.profiles import chosen_profile
from metodist.services.subjects import chosen_schools, chosen_teacher
from metodist.services.summarising import consolidated
from metodist.services.templates import template_for
from metodist.services.transaction import transaction
from metodist.services.working_folder import DOCUMENTS, WorkingFolder, file_words, open_folder

if TYPE_CHECKING:
    from metodist.documents.built import Built
    from metodist.documents.inputs import Inputs
    from metodist.documents.kinds import Kind


@dataclass(frozen=True, slots=True)
class Written:
    """One written document, and what could not be known and is asked for on the programme workbook."""

    kind: str
    title: str
    path: Path
    issues: tuple[ProgrammeIssue, ...]


@dataclass(frozen=True, slots=True)
class Skipped:
    """A document that would have had nothing to say: why, and what to do."""

    kind: str
    title: str
    reason: str
    action: str


@dataclass(frozen=True, slots=True)
class Batch:
    """What became of the documents of one command."""

    written: tuple[Written, ...]
    skipped: tuple[Skipped, ...] = ()


@dataclass(frozen=True, slots=True)
class _Task:
    """One document to make."""

    kind: Kind
    title: str
    inputs: Inputs
    name: str


def write_documents(
    folder: Path,
    kind: str | None = None,
    progress: Progress = silent,
    now: datetime | None = None,
    *,
    school: str = "",
    person: str = "",
    profile: str = "",
) -> Batch:
    """Write the usual documents, or those of one kind; earlier versions are kept in «Архив/Прежние версии».

    Args:
        folder: The working folder, or its programme workbook.
        kind: One id of ``documents.kinds.KINDS``; ``None`` for all that are usual.
        progress: Told after every document.
        now: The date and time that the documents are made at; local time.
        school: For kinds that are one a school: the only one wanted, by code or name.
        person: For kinds about one teacher: the teacher's name.
        profile: The layout's name; the programme's own where empty.

    Returns:
        What was written; of the usual kinds also what has nothing to say yet, with the reason.

    Raises:
        UserError: Unknown kind, the one kind that was asked for has nothing to say, nobody or nothing of that name,
            or the folder cannot be used.
    """
    from metodist.documents.kinds import KINDS, kind_of

    place = open_folder(folder)
    kinds = tuple(one for one in KINDS if one.usual) if kind is None else (kind_of(kind),)
    layout = chosen_profile(place.programme, profile)
    made = now or datetime.now()
    tasks = tuple(_tasks(place, kinds, _inputs(place, kinds, made), school, person))
    written: list[Written] = []
    skipped: list[Skipped] = []
    shown: list[dict[str, Any]] = []
    with transaction(place.path) as change:
        for done, task in enumerate(tasks):
            progress(done, len(tasks), task.title)
            built = _built(task, alone=kind is not None)
            if isinstance(built, Skipped):
                skipped.append(built)
                continue
            target = change.stage(task.name)
            _render(place, task.kind, built.context, target, layout)
            written.append(Written(task.kind.id, task.title, place.path / task.name, built.issues))
            shown.append(entry_of(place, task.kind.id, built.context, target, task.name, made))
        register(place, change, shown)
        progress(len(tasks), len(tasks), "")
    return Batch(tuple(written), tuple(skipped))


def _built(task: _Task, *, alone: bool) -> Built[object] | Skipped:
    """The context; among others, a document with nothing to say is passed over, asked for ``alone`` it says why."""
    from metodist.documents.inputs import NotMadeError

    try:
        return task.kind.build(task.inputs)
    except NotMadeError as error:
        if alone:
            raise
        return Skipped(task.kind.id, task.title, error.message, error.action)


def _inputs(place: WorkingFolder, kinds: tuple[Kind, ...], made: datetime) -> Inputs:
    """What all the documents are built from; the archive is read only where a document needs it."""
    from metodist.documents.inputs import Inputs
    from metodist.programme.plan import plan_of

    summary = consolidated(place, now=made) if any(one.needs_summary for one in kinds) else None
    plan = plan_of(place.programme, entered_before(place)) if any(one.needs_plan for one in kinds) else None
    return Inputs(place.programme, summary, made, plan=plan)


def _tasks(place: WorkingFolder, kinds: tuple[Kind, ...], inputs: Inputs, school: str, person: str) -> Iterator[_Task]:
    from metodist.documents.kinds import Per

    for kind in kinds:
        title = kind.title_in(place.programme.passport)
        if kind.per is Per.MUNICIPALITY:
            yield _Task(kind, title, inputs, f"{DOCUMENTS}/{document_name(place.programme, title)}")
        elif kind.per is Per.PERSON:
            teacher = chosen_teacher(inputs.accepted(title), person, school)
            name = str(teacher.row.values[place.programme.staff.fields[0].name])
            yield _Task(kind, title, replace(inputs, teacher=teacher), _name_of_one(place.programme, title, name))
        else:
            for one in chosen_schools(inputs.accepted(title), school):
                name = f"{one.code} {one.short_name}"
                yield _Task(kind, title, replace(inputs, school=one), _name_of_one(place.programme, title, name))


def document_name(programme: Programme, title: str) -> str:
    """The file name of a document: «Аналитическая справка — 2026.docx»."""
    return f"{title[:1].upper()}{title[1:]} — {programme.passport.period.code}.docx"


def _name_of_one(programme: Programme, title: str, subject: str) -> str:
    """Documents of schools and people have a folder a kind, so that the municipality's own are not lost among them."""
    return f"{DOCUMENTS}/{title}/{document_name(programme, file_words(subject))}"


def _render(place: WorkingFolder, kind: Kind, context: object, target: Path, layout: LayoutProfile) -> None:
    from metodist.documents.render import render

    render(kind.id, context, template_for(place.path, kind), target, layout)
