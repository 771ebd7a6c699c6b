"""Documents of a package: as they stand in «Документы», or anew without what must not be published."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from metodist.documents.stamp import Stamp, stamp_at
from metodist.domain.summary import Summary
from metodist.errors import UserError
from metodist.messages import say
from metodist.services.documents_again import document_again, inputs_about
from metodist.services.provenance import fingerprints
from metodist.services.publishing import few_in, named_in
from metodist.services.templates import template_for
from metodist.services.working_folder import DOCUMENTS, WorkingFolder

if TYPE_CHECKING:
    from metodist.documents.inputs import Inputs

#: Kinds of documents that a package holds, in the page's order; a kind of one person is never among them.
PUBLISHED: tuple[str, ...] = ("order_monitoring", "order_results", "note", "recommendations")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A document that the package may take.

    Args:
        path: The file in «Документы».
        stamp: What it says about itself.
        title: What a person calls it.
        school: The school that it is about; empty for the municipality.
    """

    path: Path
    stamp: Stamp
    title: str
    school: str

    @property
    def name(self) -> str:
        """What a message calls it: a document of a school names the school."""
        return f"{self.title} ({self.school})" if self.school else self.title


@dataclass(frozen=True, slots=True)
class Source:
    """What the documents of a package are held against.

    Args:
        whole: What they are built from.
        public: What of the summary may be published.
        teachers: Whom no document may name, from ``publishing.teachers``.
    """

    whole: Inputs
    public: Summary
    teachers: frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Public:
    """What of a candidate is published.

    Args:
        content: The .docx; ``None`` where nothing is.
        edited: It is not the file itself but an edition without values of small groups.
        notes: What to look at.
    """

    content: bytes | None
    edited: bool
    notes: tuple[str, ...]


def candidates(place: WorkingFolder) -> Iterator[Candidate]:
    """The newest document of every published kind and subject; one with a number before drafts."""
    from metodist.documents.kinds import KINDS

    passport = place.programme.passport
    found: dict[tuple[str, str], tuple[Path, Stamp]] = {}
    for path in sorted((place.path / DOCUMENTS).rglob("*.docx")):
        stamp = None if path.name.startswith("~$") else stamp_at(path)
        if stamp is None or stamp.kind not in PUBLISHED or stamp.period != passport.period.code:
            continue
        key = (stamp.kind, stamp.subject)
        if key not in found or _better(stamp, found[key][1]):
            found[key] = (path, stamp)
    titles = {kind.id: kind.title_in(passport) for kind in KINDS}
    for (kind, subject), (path, stamp) in sorted(
        found.items(), key=lambda one: (PUBLISHED.index(one[0][0]), one[0][1])
    ):
        school = place.programme.organisation(subject) if subject else None
        yield Candidate(path, stamp, titles[kind], school.short_name if school else "")


def _better(one: Stamp, other: Stamp) -> bool:
    return (bool(one.number), one.made) > (bool(other.number), other.made)


def public_content(place: WorkingFolder, candidate: Candidate, source: Source) -> Public:
    """What of a document may be published.

    The file itself, edits and number included, where an edition without small groups would say the same; else such an
    edition. Neither, where a teacher is named.
    """
    from metodist.documents.kinds import Per, kind_of

    stamp = candidate.stamp
    try:
        whole = inputs_about(place, source.whole, stamp)
        public = replace(whole, summary=source.public)
        same = document_again(place, stamp, whole) == document_again(place, stamp, public)
        content = candidate.path.read_bytes() if same else _rendered(place, stamp, public)
    except UserError as error:
        return Public(None, edited=False, notes=(say("package.not_made", name=candidate.name, reason=error),))
    text = _text(content)
    if person := named_in(text, source.teachers):
        return Public(None, edited=False, notes=(say("package.withheld", name=candidate.name, person=person),))
    if kind_of(stamp.kind).per is Per.SCHOOL and (few := few_in(text)):  # what is counted in one school is people
        return Public(None, edited=False, notes=(say("package.withheld_few", name=candidate.name, few=few),))
    if not same:
        return Public(content, edited=True, notes=(say("package.public_made", name=candidate.name),))
    fresh = stamp.data == fingerprints(source.whole)[kind_of(stamp.kind).needs_summary]
    return Public(content, edited=False, notes=() if fresh else (say("package.other_data", name=candidate.name),))


def _rendered(place: WorkingFolder, stamp: Stamp, inputs: Inputs) -> bytes:
    """The edition without small groups, with the number and date of the document itself."""
    from metodist.documents.kinds import kind_of
    from metodist.documents.render import render
    from metodist.documents.requisites import Requisites

    kind = kind_of(stamp.kind)
    requisites = Requisites(stamp.number, date.fromisoformat(stamp.day) if stamp.day else None)
    built = kind.build(replace(inputs, requisites=requisites))
    with TemporaryDirectory() as scratch:
        target = Path(scratch) / kind.template
        render(kind.id, built.context, template_for(place.path, kind), target, place.programme.profile, stamp)
        return target.read_bytes()


def _text(content: bytes) -> str:
    """Everything that can be read in the document, headers and footers included."""
    from metodist.documents.inspection import text_of

    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = [name for name in package.namelist() if name.startswith("word/") and name.endswith(".xml")]
        return "\n".join(text_of(package.read(name).decode("utf-8", "replace")) for name in parts)
