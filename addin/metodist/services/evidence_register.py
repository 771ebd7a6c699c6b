"""Which criteria the product's own documents show: written down with each document, proved again at every use.

The table stands in «Архив/подтверждения.json». A document that was changed since (signed, numbered, mended) still
counts while the words that showed the criterion stand in it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from metodist.domain.evidence import CriterionEvidence, EvidenceStatus
from metodist.domain.programme import Programme
from metodist.errors import UserError
from metodist.messages import say
from metodist.services.transaction import Transaction
from metodist.services.working_folder import ARCHIVE, WorkingFolder

EVIDENCE_TABLE = f"{ARCHIVE}/подтверждения.json"
_VERSION = 1


def entry_of(
    place: WorkingFolder, kind: str, context: object, written: Path, name: str, now: datetime
) -> dict[str, Any]:
    """What a freshly written document shows, ready for the table.

    Args:
        place: Whose programme.
        kind: The document's kind.
        context: What it was rendered from.
        written: Where the file is now.
        name: Where it will stand, relative to the working folder.
        now: When it was made, local time.
    """
    from metodist.documents.kinds import kind_of
    from metodist.documents.shows import docx_text, holdings

    found = holdings(kind, context, place.programme, docx_text(written))
    return {
        "kind": kind,
        "title": kind_of(kind).title_in(place.programme.passport),
        "file": name,
        "sha256": _digest(written),
        "made": now.date().isoformat(),
        "period": place.programme.passport.period.code,
        "shows": [
            {
                "block": one.criterion.block,
                "position": one.criterion.position,
                "criterion": one.criterion.title,
                "words": list(one.words),
            }
            for one in found
        ],
    }


def register(place: WorkingFolder, change: Transaction, entries: Iterable[Mapping[str, Any]]) -> None:
    """Stage the table with new entries; an entry replaces the earlier one of the same file."""
    table = {entry["file"]: entry for entry in _entries(place.path)}
    table |= {str(entry["file"]): dict(entry) for entry in entries}
    document = {"version": _VERSION, "documents": list(table.values())}
    change.stage(EVIDENCE_TABLE).write_text(json.dumps(document, ensure_ascii=False, indent=1), encoding="utf-8")


def own_evidence(place: WorkingFolder) -> tuple[CriterionEvidence, ...]:
    """What the product's documents of this period show now.

    A file that is gone, or that lost the words, does not count; it stays in the list with the reason.

    Raises:
        UserError: The table is damaged.
    """
    return tuple(one for entry in _entries(place.path) for one in _evidence(place.path, place.programme, entry))


def _entries(folder: Path) -> list[dict[str, Any]]:
    path = folder / EVIDENCE_TABLE
    if not path.is_file():
        return []
    try:
        return list(json.loads(path.read_text(encoding="utf-8"))["documents"])
    except (ValueError, KeyError, TypeError) as error:
        raise UserError(
            say("scoring.table_damaged", name=EVIDENCE_TABLE), say("scoring.table_damaged_action")
        ) from error


def _evidence(folder: Path, programme: Programme, entry: Mapping[str, Any]) -> Iterator[CriterionEvidence]:
    if entry["period"] != programme.passport.period.code:
        return
    path = folder / entry["file"]
    digest = _digest(path) if path.is_file() else ""
    text = None if digest in ("", entry["sha256"]) else _text(path)
    for shown in entry["shows"]:
        status, note = _state(digest, entry["sha256"], text, shown["words"])
        yield CriterionEvidence(
            block=shown["block"],
            position=shown["position"],
            criterion=shown["criterion"],
            title=entry["title"],
            day=date.fromisoformat(entry["made"]),
            link=entry["file"],
            sha256=digest,
            status=status,
            note=say(f"scoring.{note}"),
        )


def _state(digest: str, recorded: str, text: str | None, words: list[str]) -> tuple[EvidenceStatus, str]:
    from metodist.documents.shows import holds_all

    if not digest:
        return EvidenceStatus.MISSING, "own_gone"
    if digest == recorded:
        return EvidenceStatus.FOUND, "own_document"
    if text is not None and holds_all(text, words):
        return EvidenceStatus.FOUND, "own_changed"
    return EvidenceStatus.MISSING, "own_lost"


def _text(path: Path) -> str:
    from metodist.documents.shows import docx_text

    try:
        return docx_text(path)
    except (OSError, ValueError):
        return ""


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
