"""«Программы»: which programmes the product brings, and a new working folder for one of them."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from metodist.errors import UserError
from metodist.messages import say
from metodist.services.earlier_programmes import keep_as_earlier, kept_programmes
from metodist.services.resources import BLANK, blank_file, programme_codes, programme_file
from metodist.services.transaction import transaction
from metodist.services.working_folder import COMES_ALONG, FOLDERS, INDEX, ORIGINALS, PROGRAMME, load_programme


@dataclass(frozen=True, slots=True)
class KnownProgramme:
    """One programme that the product brings."""

    code: str
    title: str
    municipality: str
    indicators: int
    organisations: int


def known_programmes() -> tuple[KnownProgramme, ...]:
    """All programmes that the product brings, by code."""
    return tuple(_known(code) for code in programme_codes())


def _known(code: str) -> KnownProgramme:
    path = programme_file(code)
    assert path is not None  # noqa: S101 - the code was listed from the folder
    programme = load_programme(path)
    passport = programme.passport
    return KnownProgramme(
        code, passport.title, passport.municipality, len(programme.indicators), len(programme.organisations)
    )


def new_folder(code: str, folder: Path, year: int | None = None) -> Path:
    """Make a working folder: a programme workbook and the empty folders beside it.

    From a working folder the archive comes along: what was accepted before is what changes are measured against. So
    does the programme as it was: it says what was asked then.

    Args:
        code: One of :func:`programme_codes`, ``blank`` for an empty programme, or the path of a working folder or of
            a programme workbook of one's own.
        folder: Made where it is missing.
        year: The reporting year to set, 2000…2100; ``None`` keeps the workbook's own.

    Returns:
        The path of the new «Программа.xlsx».

    Raises:
        UserError: Unknown code, impossible year, or the folder holds a programme already.
    """
    from metodist.programme.copying import copy_programme

    source = _source(code)
    if year is not None and not 2000 <= year <= 2100:
        raise UserError(say("services.impossible_year", year=year), say("services.impossible_year_action"))
    if folder.exists() and not folder.is_dir():
        raise UserError(say("services.not_a_folder", path=folder), say("services.choose_other_folder"))
    target = folder / PROGRAMME
    if target.exists():
        raise UserError(say("services.folder_taken", path=folder), say("services.choose_other_folder"))
    folder.mkdir(parents=True, exist_ok=True)
    with transaction(folder) as change:
        copy_programme(source, change.stage(PROGRAMME), year)
        for kept in _archived(Path(code)):
            shutil.copy2(kept, change.stage(kept.relative_to(Path(code))))
        if Path(code).is_dir() and year is not None:
            keep_as_earlier(source, year, change)
    for name in FOLDERS:
        (folder / name).mkdir(exist_ok=True)
    return target


def _source(code: str) -> Path:
    """The workbook to copy: one of ours by its code, or the user's own by its path."""
    own = Path(code) / PROGRAMME if Path(code).is_dir() else Path(code)
    if own.suffix == ".xlsx" and own.is_file():
        load_programme(own)
        return own
    source = blank_file() if code == BLANK else programme_file(code)
    if source is None:
        raise UserError(say("services.unknown_programme", code=code), _known_codes(code))
    return source


def _archived(folder: Path) -> list[Path]:
    """What the archive of a working folder holds; nothing for a workbook that stands alone."""
    if not folder.is_dir():
        return []
    originals = sorted((folder / ORIGINALS).glob("*.xlsx"))
    index = [path for path in (folder / INDEX,) if originals and path.is_file()]
    tables = [folder / name for name in COMES_ALONG if (folder / name).is_file()]
    return [*originals, *index, *tables, *kept_programmes(folder)]


def _known_codes(code: str) -> str:
    codes = (*programme_codes(), BLANK)
    nearest = get_close_matches(code.lower(), codes, n=1)
    if nearest:
        return say("services.did_you_mean", word=nearest[0])
    return say("services.known_codes", codes=", ".join(codes))
