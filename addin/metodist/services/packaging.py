"""«Пакет»: the documents of a monitoring and a page for the municipality's site, without personal data."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from metodist.messages import say
from metodist.services.documenting import inputs_of
from metodist.services.issuing import Progress, silent
from metodist.services.pdf import has_office, write_pdfs
from metodist.services.public_documents import PUBLISHED, Candidate, Public, Source, candidates, public_content
from metodist.services.publishing import PublicEdition, public_edition, teachers
from metodist.services.transaction import Transaction, transaction
from metodist.services.working_folder import WorkingFolder, open_folder

if TYPE_CHECKING:
    from metodist.documents.site_page import SiteFile

PACKAGE = "Пакет"
PAGE, TABLE = "index.html", "indicators.csv"


@dataclass(frozen=True, slots=True)
class Package:
    """A package that was made.

    Args:
        page: Its index page.
        files: Documents in it, Word and PDF.
        notes: What to look at, as Russian sentences.
    """

    page: Path
    files: tuple[Path, ...]
    notes: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        """In the shape that scripts rely on."""
        return {"page": str(self.page), "files": [str(one) for one in self.files], "notes": list(self.notes)}


@dataclass(slots=True)
class _Draft:
    """A package while it is made."""

    place: WorkingFolder
    change: Transaction
    folder: str
    names: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def stage(self, name: str) -> Path:
        """Where to write a file of the package."""
        self.names.append(name)
        return self.change.stage(f"{self.folder}/{name}")


def build_package(folder: Path, progress: Progress = silent, now: datetime | None = None) -> Package:
    """Write «Пакет/<period>»: index page, table for a spreadsheet, documents as Word and, where possible, PDF.

    Args:
        folder: The working folder.
        progress: Told of every step.
        now: Local time.

    Raises:
        UserError: Nothing is accepted yet, or the folder or a file of the package is in use.
    """
    from metodist.documents.kinds import KINDS

    place = open_folder(folder)
    moment = now or datetime.now()
    kinds = tuple(kind for kind in KINDS if kind.id in PUBLISHED)
    whole = inputs_of(place, kinds, moment)
    summary = whole.accepted(say("package.whole"))
    edition = public_edition(summary)
    source = Source(whole, edition.summary, teachers(summary))
    path = f"{PACKAGE}/{place.programme.passport.period.code}"
    with transaction(place.path, lambda: moment) as change:
        draft = _Draft(place, change, path)
        files = _documents(draft, source, progress)
        _page(draft, edition, files)
        _sweep(draft)
    made = tuple(place.path / path / name for name in draft.names if name not in (PAGE, TABLE))
    return Package(place.path / path / PAGE, made, tuple(draft.notes))


def _documents(draft: _Draft, source: Source, progress: Progress) -> tuple[SiteFile, ...]:
    """The documents as Word files, then all of them as PDF in one go."""
    found = tuple(candidates(draft.place))
    words: list[tuple[Candidate, str, Path, bool]] = []
    notes: dict[str, list[Public]] = defaultdict(list)
    for number, candidate in enumerate(found, 1):
        progress(number - 1, len(found) + 1, candidate.title)
        public = public_content(draft.place, candidate, source)
        notes[candidate.title].append(public)
        if public.content is None:
            continue
        name = f"{candidate.stamp.kind}{f'-{number:03}' if candidate.stamp.subject else ''}.docx"
        target = draft.stage(name)
        target.write_bytes(public.content)
        words.append((candidate, name, target, public.edited))
    draft.notes += [line for title, publics in notes.items() for line in _told(title, publics)]
    progress(len(found), len(found) + 1, "PDF")
    pdfs = _pdfs(draft, words)
    _tell_drafts(draft, [candidate for candidate, *_ in words])
    return tuple(
        _entry(candidate, name, target, pdfs.get(name), public=public) for candidate, name, target, public in words
    )


def _told(title: str, publics: list[Public]) -> list[str]:
    """What there is to say of the documents of one kind; many editions are told in one line."""
    edited = [public for public in publics if public.edited]
    if len(edited) <= 1:
        return [note for public in publics for note in public.notes]
    lines = [note for public in publics if not public.edited for note in public.notes]
    return [say("package.public_many", title=title, count=len(edited)), *lines]


def _pdfs(draft: _Draft, words: list[tuple[Candidate, str, Path, bool]]) -> dict[str, Path]:
    if not words:
        draft.notes.append(f"{say('package.no_documents')} {say('package.no_documents_action')}")
        return {}
    if not has_office():
        draft.notes.append(say("package.no_pdf"))
        return {}
    wanted = {target: target.with_suffix(".pdf") for _, _, target, _ in words}
    failed = write_pdfs(wanted)
    if failed:
        names = ", ".join(f"«{one.title}»" for one, _, target, _ in words if target in failed)
        draft.notes.append(say("package.pdf_failed", names=names))
    made = {}
    for _, name, target, _ in words:
        if target not in failed:
            pdf = draft.stage(f"{Path(name).stem}.pdf")
            wanted[target].replace(pdf)
            made[name] = pdf
    return made


def _entry(candidate: Candidate, name: str, word: Path, pdf: Path | None, *, public: bool) -> SiteFile:
    from metodist.documents.site_page import SiteFile

    stamp = candidate.stamp
    day = f"{date.fromisoformat(stamp.day):%d.%m.%Y}" if stamp.day else ""
    numbered = say("package.numbered", number=stamp.number, day=day) if stamp.number else say("package.draft")
    about = [numbered, say("package.public") if public else ""]
    links = [(say("package.link_docx", size=_size(word)), name)]
    if pdf is not None:
        links.insert(0, (say("package.link_pdf", size=_size(pdf)), f"{Path(name).stem}.pdf"))
    return SiteFile(candidate.title, "; ".join(part for part in about if part), tuple(links), candidate.school)


def _size(path: Path) -> str:
    return say("package.kilobytes", number=max(1, round(path.stat().st_size / 1024)))


def _tell_drafts(draft: _Draft, found: list[Candidate]) -> None:
    names = dict.fromkeys(f"«{one.title}»" for one in found if not one.stamp.number)
    if names:
        draft.notes.append(say("package.drafts", names=", ".join(names)))


def _page(draft: _Draft, edition: PublicEdition, files: tuple[SiteFile, ...]) -> None:
    from metodist.documents.site_page import csv_text, site_html, site_page

    page = site_page(edition.summary, files, edition.left_out, edition.hidden)
    draft.stage(PAGE).write_text(site_html(page), encoding="utf-8", newline="\n")
    draft.stage(TABLE).write_bytes(b"\xef\xbb\xbf" + csv_text(page).encode("utf-8"))


def _sweep(draft: _Draft) -> None:
    """Files of an earlier package that this one has not: they would be published without anybody knowing."""
    for path in _earlier(draft.place.path / draft.folder):
        if path.name not in draft.names:
            draft.change.remove(f"{draft.folder}/{path.name}")


def _earlier(folder: Path) -> Iterator[Path]:
    for pattern in ("*.docx", "*.pdf"):
        yield from folder.glob(pattern)
