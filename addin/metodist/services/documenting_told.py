"""What the user is told of documents that were not made."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from metodist.messages import say

if TYPE_CHECKING:
    from metodist.services.documenting import Skipped


def skipped_lines(skipped: Iterable[Skipped]) -> tuple[str, ...]:
    """One line a reason, with the documents that it keeps from being made."""
    titles: dict[tuple[str, str], list[str]] = {}
    for one in skipped:
        titles.setdefault((one.reason, one.action), []).append(one.title)
    return tuple(
        say("documents.not_made", titles="; ".join(names), reason=reason, action=action)
        for (reason, action), names in titles.items()
    )
