"""«Все документы»: orders and notes from the programme and the summary into «Документы»."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from metodist.domain.findings import ProgrammeIssue
from metodist.errors import UserError
from metodist.messages import say
from metodist.services.evidence_register import entry_of, register
from metodist.services.issuing import Progress, silent
from metodist.services.resources import templates_folder
from metodist.services.summarising import consolidated
from metodist.services.transaction import transaction
from metodist.services.working_folder import DOCUMENTS, WorkingFolder, open_folder

if TYPE_CHECKING:
    from metodist.documents.built import Built


@dataclass(frozen=True, slots=True)
class Written:
    """One written document, and what could not be known and is asked for on the programme workbook."""

    kind: str
    title: str
    path: Path
    issues: tuple[ProgrammeIssue, ...]


def write_documents(
    folder: Path, kind: str | None = None, progress: Progress = silent, now: datetime | None = None
) -> tuple[Written, ...]:
    """Write the documents of every kind, or of one; earlier versions are kept in «Архив/Прежние версии».

    Without any accepted table only the documents that need none are written; asked for another kind, it says so.

    Args:
        folder: The working folder, or its programme workbook.
        kind: One id of ``documents.kinds.KINDS``; ``None`` for all.
        progress: Told after every document.
        now: The date and time that the documents are made at; local time.

    Raises:
        UserError: Unknown kind, nothing accepted yet, or the folder cannot be used.
    """
    from metodist.documents.kinds import KINDS, kind_of

    place = open_folder(folder)
    wanted = KINDS if kind is None else (kind_of(kind),)
    summary = consolidated(place, now=now) if any(one.needs_summary for one in wanted) else None
    if summary is not None and not summary.schools:
        if kind is not None:
            raise UserError(say("services.nothing_accepted"), say("services.nothing_accepted_action"))
        wanted = tuple(one for one in wanted if not one.needs_summary)
    written: list[Written] = []
    shown: list[dict[str, Any]] = []
    with transaction(place.path) as change:
        for done, one in enumerate(wanted):
            progress(done, len(wanted), one.title)
            name = f"{DOCUMENTS}/{document_name(place, one.title)}"
            target = change.stage(name)
            built = _render(place, one.id, summary if one.needs_summary else None, target, now)
            written.append(Written(one.id, one.title, place.path / name, built.issues))
            shown.append(entry_of(place, one.id, built.context, target, name, now or datetime.now()))
        register(place, change, shown)
        progress(len(wanted), len(wanted), "")
    return tuple(written)


def document_name(place: WorkingFolder, title: str) -> str:
    """The file name of a document: «Аналитическая справка — 2026.docx»."""
    return f"{title[:1].upper()}{title[1:]} — {place.programme.passport.period.code}.docx"


def _render(place: WorkingFolder, kind: str, summary: object, target: Path, now: datetime | None) -> Built[object]:
    from metodist.documents.kinds import build_context, kind_of
    from metodist.documents.render import render
    from metodist.domain.summary import Summary

    source = summary if isinstance(summary, Summary) else place.programme
    built = build_context(kind, source, made=now)
    render(kind, built.context, templates_folder() / kind_of(kind).template, target)
    return built
