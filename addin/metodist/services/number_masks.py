"""Which mask numbers a kind of document."""

from __future__ import annotations

from metodist.domain.numbering import NumberMask
from metodist.domain.programme import Programme


def mask_for(programme: Programme, kind: str) -> NumberMask | None:
    """The mask of «Оформление» for a kind: its own, else the common one; ``None`` where there is neither.

    Args:
        programme: Whose masks; one names its kind of document by id or by title, in any case of letters.
        kind: The id of the kind.
    """
    from metodist.documents.kinds import kind_of

    known = kind_of(kind)
    names = {name.casefold() for name in (known.id, known.title, known.title_in(programme.passport))}
    own = (mask for mask in programme.masks if mask.document.casefold() in names)
    common = (mask for mask in programme.masks if not mask.document)
    return next(own, None) or next(common, None)
