"""«Зарегистрировать»: a draft gets its number and date, in the document, its annexes and the journal."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from metodist.documents.stamp import Stamp, stamped
from metodist.domain.journal import Journal, JournalEntry
from metodist.errors import UserError
from metodist.messages import say
from metodist.services.documents_again import document_again, inputs_again
from metodist.services.journal import draft_entry, keep, load_journal, named, with_found
from metodist.services.number_marks import marked, remember
from metodist.services.number_masks import mask_for
from metodist.services.numbering import Wanted, chosen_number
from metodist.services.our_document import our_document
from metodist.services.transaction import Transaction, transaction
from metodist.services.working_folder import WorkingFolder

if TYPE_CHECKING:
    from metodist.documents.blanks import Filled
    from metodist.documents.inputs import Inputs

_PART = "word/document.xml"


@dataclass(frozen=True, slots=True)
class Registered:
    """A document that has its number now.

    Args:
        path: The file.
        entry: Its line of the journal.
        notes: What to look at, as Russian sentences.
    """

    path: Path
    entry: JournalEntry
    notes: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        """In the shape that scripts rely on."""
        return {
            "file": str(self.path),
            "kind": self.entry.kind,
            "title": self.entry.title,
            "number": self.entry.number,
            "date": self.entry.day.isoformat() if self.entry.day else None,
            "sha256": self.entry.sha256,
            "data": self.entry.data,
            "notes": list(self.notes),
        }


def register_document(file: Path, wanted: Wanted, now: datetime | None = None) -> Registered:
    """Give a draft its number and date; the draft itself is kept in «Архив/Прежние версии».

    Args:
        file: A document of the working folder, edited or not, under whatever name.
        wanted: Which number, which date.
        now: Local time.

    Raises:
        UserError: The file is not ours, has a number already, has lost the places for it; the number is taken or
            cannot be told; the folder or the file is in use. Nothing has changed then.
    """
    moment = now or datetime.now()
    ours = our_document(file)
    place, name, content, stamp = ours.place, ours.name, ours.content, ours.stamp
    inputs = inputs_again(place, stamp)
    with transaction(place.path, lambda: moment) as change:
        journal = with_found(place, load_journal(place))
        _refuse_again(name, stamp)
        remembered, marks = marked(journal, place.path, place.programme.passport.code)
        journal = named(replace(journal, id=remembered))
        mask = mask_for(place.programme, stamp.kind)
        number, notes = chosen_number(place.programme, mask, wanted, journal, marks)
        filled = _filled(place, stamp, inputs, content, replace(wanted, number=number))
        given = replace(stamp, number=number, day=wanted.day.isoformat())
        target = _write(change, name, content, filled, given)
        entry = replace(
            draft_entry(given, ours.title, name, target),
            number=number,
            day=wanted.day,
            series=mask.document if mask else "",
            registered=moment,
        )
        after = journal.with_entries((entry,))
        keep(place, change, after, book=True)
    remember(after, place.path, place.programme.passport.code)
    return Registered(place.path / name, entry, (*_told(journal, stamp, filled), *notes))


def _refuse_again(name: str, stamp: Stamp) -> None:
    if stamp.number:
        day = f"{date.fromisoformat(stamp.day):%d.%m.%Y}" if stamp.day else "—"
        raise UserError(say("journal.already", name=name, number=stamp.number, day=day), say("journal.already_action"))


def _filled(place: WorkingFolder, stamp: Stamp, inputs: Inputs, content: bytes, wanted: Wanted) -> Filled:
    """The document part with number and date in every place that a draft leaves blank."""
    from metodist.documents.blanks import fill, paragraph_texts
    from metodist.documents.requisites import Requisites

    draft = paragraph_texts(document_again(place, stamp, inputs))
    numbered = paragraph_texts(document_again(place, stamp, inputs, Requisites(wanted.number, wanted.day)))
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        filled = fill(package.read(_PART), draft, numbered)
    if filled.missing and not filled.filled:
        places = "; ".join(f"«{one}»" for one in filled.missing)
        raise UserError(say("journal.edited_away", name=stamp.kind, places=places), say("journal.edited_away_action"))
    return filled


def _write(change: Transaction, name: str, content: bytes, filled: Filled, stamp: Stamp) -> Path:
    from metodist.documents.render import write_package

    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = {member: package.read(member) for member in package.namelist()}
    parts[_PART] = filled.xml
    target = change.stage(name)
    write_package(stamped(parts, stamp), target)
    return target


def _told(journal: Journal, stamp: Stamp, filled: Filled) -> list[str]:
    notes = [say("journal.some_missing", place=place) for place in filled.missing]
    if not filled.filled and not filled.missing:
        notes.append(say("journal.no_place"))
    earlier = journal.newest(stamp.kind, stamp.period, stamp.subject)
    if earlier is not None and earlier.day is not None:
        notes.append(say("journal.second", number=earlier.number, day=f"{earlier.day:%d.%m.%Y}"))
    return notes
