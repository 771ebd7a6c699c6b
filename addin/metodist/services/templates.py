"""Templates of documents: the product's own, and the municipality's in «Шаблоны», which are looked at before use."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from metodist.domain.findings import Severity
from metodist.errors import UserError
from metodist.messages import say
from metodist.services.resources import templates_folder
from metodist.services.working_folder import PROGRAMME

if TYPE_CHECKING:
    from metodist.documents.kinds import Kind
    from metodist.documents.xray_findings import TemplateFinding

OWN = "Шаблоны"


@dataclass(frozen=True, slots=True)
class Looked:
    """One template and what the X-ray says about it."""

    path: Path
    kind: str
    title: str
    findings: tuple[TemplateFinding, ...]

    def count(self, severity: Severity) -> int:
        """How many findings of one severity there are."""
        return sum(finding.severity is severity for finding in self.findings)

    def as_json(self) -> dict[str, Any]:
        """In the shape that scripts rely on."""
        return {
            "file": str(self.path),
            "kind": self.kind,
            "errors": self.count(Severity.ERROR),
            "warnings": self.count(Severity.WARNING),
            "remarks": self.count(Severity.REMARK),
            "findings": [
                {
                    "code": one.code,
                    "severity": one.severity.value,
                    "place": one.place,
                    "message": one.message,
                    "suggestion": one.suggestion,
                }
                for one in self.findings
            ],
        }


def template_for(folder: Path, kind: Kind) -> Path:
    """The template that a document of that kind is made from: the municipality's own where there is one.

    Args:
        folder: The working folder.
        kind: The kind.

    Raises:
        UserError: The municipality's own has errors, or there are two for the same kind.
    """
    own = [path for path in _own_files(folder) if _kind_by_name(path) is kind]
    if not own:
        return templates_folder() / kind.template
    if len(own) > 1:
        names = ", ".join(f"«{path.name}»" for path in own)
        raise UserError(say("xray.two_templates", names=names, title=kind.title), say("xray.two_templates_action"))
    looked = look_at(own[0], kind)
    worst = next((one for one in looked.findings if one.severity is Severity.ERROR), None)
    if worst is not None:
        raise UserError(
            say("xray.own_refused", name=own[0].name, folder=OWN, first=worst.message),
            say("xray.own_refused_action", action=worst.suggestion, path=own[0]),
        )
    return own[0]


def look_at_all(paths: list[Path], kind: str | None = None) -> tuple[Looked, ...]:
    """X-ray templates.

    Args:
        paths: Templates, or working folders whose own templates are meant.
        kind: For what kind of document; by the file's name where ``None``.

    Raises:
        UserError: A file is missing, its kind cannot be told, or a folder has no templates of its own.
    """
    from metodist.documents.kinds import kind_of

    known = kind_of(kind) if kind else None
    return tuple(look_at(path, known or kind_by_name(path)) for given in paths for path in _templates_at(given))


def look_at(path: Path, kind: Kind) -> Looked:
    """X-ray one template for a kind.

    Raises:
        UserError: It cannot be read.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UserError(say("xray.no_template_file", name=path), say("xray.no_template_file_action")) from error
    return Looked(path, kind.id, kind.title, _findings(path.name, content, kind.id))


@lru_cache(maxsize=64)
def _findings(name: str, content: bytes, kind: str) -> tuple[TemplateFinding, ...]:
    from metodist.documents.kinds import kind_of
    from metodist.documents.xray import xray

    return xray(name, content, kind_of(kind))


def copy_template(folder: Path, kind: str) -> Path:
    """Put the product's template into «Шаблоны», named as the document, for the municipality to change.

    Raises:
        UserError: No such kind, no such folder, or the municipality has one already.
    """
    from metodist.documents.kinds import kind_of
    from metodist.services.working_folder import open_folder

    place, known = open_folder(folder), kind_of(kind)
    there = next((path for path in _own_files(place.path) if _kind_by_name(path) is known), None)
    if there is not None:
        raise UserError(say("xray.already_there", name=there.name, folder=OWN), say("xray.already_there_action"))
    target = place.path / OWN / f"{known.title_in(place.programme.passport)}.docx"
    target.parent.mkdir(exist_ok=True)
    shutil.copyfile(templates_folder() / known.template, target)
    return target


def kind_by_name(path: Path) -> Kind:
    """The kind that a template's file name tells.

    Raises:
        UserError: It tells none; the message names the kinds.
    """
    from metodist.documents.kinds import KINDS

    kind = _kind_by_name(path)
    if kind is None:
        kinds = ", ".join(one.id for one in KINDS)
        example = f"{KINDS[-1].title}.docx"
        raise UserError(
            say("xray.which_kind", name=path.name), say("xray.which_kind_action", example=example, kinds=kinds)
        )
    return kind


def _kind_by_name(path: Path) -> Kind | None:
    """By the id or the title; the longest title that the name begins with."""
    from metodist.documents.kinds import KINDS

    name = path.stem.strip().casefold()
    exact = next((kind for kind in KINDS if name in (kind.id, Path(kind.template).stem)), None)
    begun = [(len(title), kind) for kind in KINDS for title in _titles(kind) if name.startswith(title)]
    return exact or max(begun, key=lambda one: one[0], default=(0, None))[1]


def _titles(kind: Kind) -> tuple[str, ...]:
    """What the kind is called by every kind of act, in lower case."""
    from metodist.documents.requisites import ACTS

    return tuple(say(f"documents.kind_{kind.id}", act=act).casefold() for act in ACTS)


def _templates_at(path: Path) -> Iterator[Path]:
    folder = path.parent if path.name == PROGRAMME else path
    if not folder.is_dir():
        yield path
        return
    own = _own_files(folder)
    if not own:
        from metodist.documents.kinds import KINDS

        example = KINDS[-1].id
        raise UserError(
            say("xray.no_own_templates", folder=folder / OWN),
            say("xray.no_own_templates_action", path=folder, example=example),
        )
    yield from own


def _own_files(folder: Path) -> list[Path]:
    files = (folder / OWN).glob("*.docx")
    return sorted(path for path in files if not path.name.startswith(("~$", ".")))
