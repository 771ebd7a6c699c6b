"""A Word file that the user names: in which working folder it lies, and which document it is."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from metodist.documents.stamp import Stamp, stamp_of
from metodist.errors import UserError
from metodist.messages import say
from metodist.services.working_folder import PROGRAMME, WorkingFolder, open_folder


@dataclass(frozen=True, slots=True)
class OurDocument:
    """A document of the program.

    Args:
        place: Its working folder.
        name: Relative to it, with ``/``.
        content: As it is now.
        stamp: What it says about itself.
    """

    place: WorkingFolder
    name: str
    content: bytes
    stamp: Stamp

    @property
    def path(self) -> Path:
        """The file."""
        return self.place.path / self.name

    @property
    def title(self) -> str:
        """What a person calls its kind."""
        from metodist.documents.kinds import kind_of

        return kind_of(self.stamp.kind).title_in(self.place.programme.passport)


def our_document(file: Path) -> OurDocument:
    """The document at ``file``, edited or not, under whatever name.

    Raises:
        UserError: No such file, not in a working folder, not ours, or of another programme or period.
    """
    if not file.is_file():
        raise UserError(say("journal.no_file", name=file), say("journal.no_file_action"))
    path = file.resolve()
    root = next((folder for folder in path.parents if (folder / PROGRAMME).is_file()), None)
    if root is None:
        raise UserError(say("journal.not_in_folder", name=file.name), say("journal.not_in_folder_action"))
    place, name, content = open_folder(root), path.relative_to(root).as_posix(), path.read_bytes()
    stamp = stamp_of(content)
    if stamp is None:
        raise UserError(say("journal.not_ours", name=name), say("journal.not_ours_action"))
    passport = place.programme.passport
    if (stamp.programme, stamp.period) != (passport.code, passport.period.code):
        got = f"{stamp.programme}, {stamp.period}"
        raise UserError(say("journal.other_programme", name=name, got=got), say("journal.other_programme_action"))
    return OurDocument(place, name, content, stamp)
