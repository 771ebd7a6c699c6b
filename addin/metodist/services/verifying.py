"""«Сверить»: the figures of an edited document against the summary that it came from, as it is today."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from metodist.services.documents_again import document_again, inputs_again
from metodist.services.kept_texts import kept_lines
from metodist.services.our_document import OurDocument, our_document
from metodist.services.provenance import fingerprints
from metodist.services.transaction import transaction

if TYPE_CHECKING:
    from metodist.documents.requisites import Requisites
    from metodist.documents.verifying import Stale, Verified

_MARK = " — сверка"
#: What a person has to mend; the other findings tell what to think of.
_WRONG = ("stale", "typed", "differs", "gone")


@dataclass(frozen=True, slots=True)
class Report:
    """What was found in one document.

    Args:
        path: The document.
        kind: The id of its kind.
        title: What a person calls it.
        same_data: Made from exactly the data that count today.
        verified: What holds and what does not.
        marked: The copy with marks; ``None`` where there is nothing to mark.
    """

    path: Path
    kind: str
    title: str
    same_data: bool
    verified: Verified
    marked: Path | None

    @property
    def wrong(self) -> tuple[Stale, ...]:
        """Findings that have to be mended."""
        return tuple(one for one in self.verified.findings if one.code in _WRONG)

    def as_json(self) -> dict[str, Any]:
        """In the shape that scripts rely on."""
        return {
            "file": str(self.path),
            "kind": self.kind,
            "title": self.title,
            "status": "stale" if self.wrong else "holds",
            "same_data": self.same_data,
            "checked": self.verified.checked,
            "unchecked": list(self.verified.own),
            "marked": str(self.marked) if self.marked else None,
            "findings": [
                {
                    "code": one.code,
                    "place": one.place,
                    "stands": one.stands,
                    "expected": one.expected,
                    "message": one.message,
                }
                for one in self.verified.findings
            ],
        }


def verify_document(file: Path, *, copy: bool = True) -> Report:
    """Compare a document with today's summary; the document itself is never changed.

    Args:
        file: A document of the working folder, edited, renamed, numbered or not.
        copy: Write «… — сверка.docx» beside it, with marks, where something does not hold.

    Raises:
        UserError: The file is not ours, or cannot be made anew because what it tells of is gone.
    """
    from metodist.documents.twin import lines_in, lines_of
    from metodist.documents.verifying import verify

    ours = our_document(file)
    inputs = inputs_again(ours.place, ours.stamp)
    today = lines_of(document_again(ours.place, ours.stamp, inputs, _requisites(ours)))
    made = kept_lines(ours.place.path, ours.stamp)
    with zipfile.ZipFile(io.BytesIO(ours.content)) as package:
        document = lines_in(package)
    verified = verify(document, made, today)
    same = ours.stamp.data == fingerprints(inputs)[inputs.summary is not None]
    report = Report(ours.path, ours.stamp.kind, ours.title, same, verified, None)
    if not (copy and report.wrong):
        return report
    return Report(ours.path, ours.stamp.kind, ours.title, same, verified, _copy(ours, report.wrong))


def _requisites(ours: OurDocument) -> Requisites:
    from metodist.documents.requisites import Requisites

    return Requisites(ours.stamp.number, date.fromisoformat(ours.stamp.day) if ours.stamp.day else None)


def _copy(ours: OurDocument, wrong: tuple[Stale, ...]) -> Path:
    from metodist.documents.marked_copy import marked_copy

    target = ours.path.with_name(f"{ours.path.stem}{_MARK}.docx")
    content = marked_copy(ours.content, wrong)
    with transaction(ours.place.path) as change:
        change.stage(target.relative_to(ours.place.path)).write_bytes(content)
    return target
