"""What the user is told of documents that were not made."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from metodist.messages import say

if TYPE_CHECKING:
    from metodist.services.documenting import Skipped, Written

#: So many documents of one kind are named each; more are counted.
_NAMED = 3


def written_lines(written: Iterable[Written]) -> tuple[str, ...]:
    """The files' names; many of one kind are counted, with their folder."""
    return tuple(line for found in _by_kind(written) for line in (_counted(found) or [one.path.name for one in found]))


def written_paths(written: Iterable[Written]) -> tuple[str, ...]:
    """Titles with whole paths; many of one kind are counted."""
    named = (_counted(found) or [f"{one.title}: {one.path}" for one in found] for found in _by_kind(written))
    return tuple(line for lines in named for line in lines)


def written_places(written: Iterable[Written]) -> tuple[tuple[str, Path], ...]:
    """Titles with where to look: the file, or the folder of many of one kind."""
    return tuple(
        (one.title, one.path.parent if len(found) > _NAMED else one.path)
        for found in _by_kind(written)
        for one in found[: 1 if len(found) > _NAMED else None]
    )


def _by_kind(written: Iterable[Written]) -> list[list[Written]]:
    by_kind: dict[str, list[Written]] = {}
    for one in written:
        by_kind.setdefault(one.kind, []).append(one)
    return list(by_kind.values())


def _counted(found: list[Written]) -> list[str]:
    if len(found) <= _NAMED:
        return []
    return [say("documents.many_written", title=found[0].title, count=len(found), folder=found[0].path.parent.name)]


def skipped_lines(skipped: Iterable[Skipped]) -> tuple[str, ...]:
    """One line a reason, with the documents that it keeps from being made."""
    titles: dict[tuple[str, str], list[str]] = {}
    for one in skipped:
        titles.setdefault((one.reason, one.action), []).append(one.title)
    return tuple(
        say("documents.not_made", titles="; ".join(names), reason=reason, action=action)
        for (reason, action), names in titles.items()
    )
