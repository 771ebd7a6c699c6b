"""«Все документы»: orders, notes, letters and plans from the programme and the summary into «Документы»."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from metodist.domain.findings import ProgrammeIssue
from metodist.domain.journal import Journal, JournalEntry
from metodist.domain.layout_profile import LayoutProfile
from metodist.domain.programme import Programme
from metodist.messages import say
from metodist.services.advice_archive import keep_advice
from metodist.services.advising import advised
from metodist.services.effects import measured
from metodist.services.evidence_register import entry_of, register
from metodist.services.issuing import Progress, silent
from metodist.services.journal import draft_entry, keep, load_journal, requisites_of
from metodist.services.kept_texts import keep_texts
from metodist.services.planning import entered_before
from metodist.services.profiles import chosen_profile
from metodist.services.provenance import fingerprints
from metodist.services.subjects import chosen_schools, chosen_teacher
from metodist.services.summarising import consolidated
from metodist.services.templates import template_for
from metodist.services.transaction import Transaction, transaction
from metodist.services.working_folder import DOCUMENTS, WorkingFolder, file_words, open_folder

if TYPE_CHECKING:
    from metodist.documents.built import Built
    from metodist.documents.inputs import Inputs
    from metodist.documents.kinds import Kind
    from metodist.documents.stamp import Stamp


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

    @property
    def subject(self) -> str:
        """Whom it is about, as journal and stamp name it; a teacher by the place in the school's table."""
        teacher, school = self.inputs.teacher, self.inputs.school
        if teacher is not None:
            return f"{teacher.school.code}/{teacher.row.sheet_row}"
        return school.code if school is not None else ""


@dataclass(frozen=True, slots=True)
class _Work:
    """What all documents of one command share: where, laid out how, made from which data.

    Args:
        data: The fingerprint of the programme alone and, by ``True``, of the accepted tables as well.
    """

    place: WorkingFolder
    layout: LayoutProfile
    data: Mapping[bool, str]


@dataclass(frozen=True, slots=True)
class _Done:
    """A written document with its lines of the tables that are kept of it."""

    stamp: Stamp
    file: Path
    written: Written
    shown: dict[str, Any]
    entry: JournalEntry


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
    made = now or datetime.now()
    journal = load_journal(place)
    inputs = _with_order(inputs_of(place, kinds, made), journal)
    work = _Work(place, chosen_profile(place.programme, profile), fingerprints(inputs))
    tasks = tuple(_tasks(place, kinds, inputs, school, person))
    done: list[_Done | Skipped] = []
    with transaction(place.path) as change:
        for number, task in enumerate(tasks):
            progress(number, len(tasks), task.title)
            built = _built(place, task, alone=kind is not None)
            done.append(built if isinstance(built, Skipped) else _write(work, change, task, built))
        fresh = [one for one in done if isinstance(one, _Done)]
        register(place, change, [one.shown for one in fresh])
        issued = [(task.kind.id, task.subject) for task, one in zip(tasks, done, strict=True) if isinstance(one, _Done)]
        keep_advice(place, change, inputs.summary, issued, made.date())
        keep_texts(place.path, change, made.isoformat(), [(one.stamp, one.file) for one in fresh])
        keep(place, change, load_journal(place).with_entries(one.entry for one in fresh), book=False)
        progress(len(tasks), len(tasks), "")
    return Batch(tuple(one.written for one in fresh), tuple(one for one in done if isinstance(one, Skipped)))


def _with_order(inputs: Inputs, journal: Journal) -> Inputs:
    """What refers to the order on holding the monitoring names its number and date, once it has them."""
    period = inputs.programme.passport.period.code
    return replace(inputs, monitoring_order=requisites_of(journal, "order_monitoring", period))


def _write(work: _Work, change: Transaction, task: _Task, built: Built[object]) -> _Done:
    from metodist.documents.render import render
    from metodist.documents.stamp import Stamp

    place, made = work.place, task.inputs.made
    passport, data = place.programme.passport, work.data[task.kind.needs_summary]
    stamp = Stamp(passport.code, passport.period.code, task.kind.id, task.subject, data, made.isoformat())
    target = change.stage(task.name)
    render(task.kind.id, built.context, template_for(place.path, task.kind), target, work.layout, stamp)
    return _Done(
        stamp,
        target,
        Written(task.kind.id, task.title, place.path / task.name, built.issues),
        entry_of(place, task.kind.id, built.context, target, task.name, made),
        draft_entry(stamp, task.title, task.name, target),
    )


def _built(place: WorkingFolder, task: _Task, *, alone: bool) -> Built[object] | Skipped:
    """The context; among others, a document with nothing to say is passed over, asked for ``alone`` it says why.

    A document that has its number is never written anew.
    """
    from metodist.documents.inputs import NotMadeError
    from metodist.documents.stamp import stamp_at

    stamp = stamp_at(place.path / task.name)
    if stamp is not None and stamp.number:
        reason = say("journal.kept_number", number=stamp.number, day=f"{date.fromisoformat(stamp.day):%d.%m.%Y}")
        return Skipped(task.kind.id, task.title, reason, say("journal.kept_number_action"))
    try:
        return task.kind.build(task.inputs)
    except NotMadeError as error:
        if alone:
            raise
        return Skipped(task.kind.id, task.title, error.message, error.action)


def inputs_of(place: WorkingFolder, kinds: tuple[Kind, ...], made: datetime) -> Inputs:
    """What all the documents are built from; the archive is read only where a document needs it."""
    from metodist.documents.inputs import Inputs
    from metodist.programme.plan import plan_of

    wanted = any(one.needs_summary for one in kinds)
    summary = measured(place, advised(consolidated(place, now=made))) if wanted else None
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
        elif not inputs.archive(title).schools:  # its builder says why there is none
            yield _Task(kind, title, inputs, _name_of_one(place.programme, title, ""))
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
