"""The reference of placeholders, ``docx_templates/README.md``: generated from the contexts, so it cannot lag behind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Any, get_args, get_origin, get_type_hints

from metodist.documents.kinds import KINDS, Kind
from metodist.documents.source import From
from metodist.messages import say


@dataclass(frozen=True, slots=True)
class Place:
    """One placeholder of a context.

    Args:
        path: As a template writes it; ``[]`` after a list: ``schools[].name`` is ``{{ school.name }}`` inside
            ``{%tr for school in schools %}``.
        source: Where its value comes from.
        optional: May be empty.
        repeated: Is a list.
    """

    path: str
    source: str
    optional: bool
    repeated: bool


def places(context: type[Any], prefix: str = "") -> Iterator[Place]:
    """Every placeholder of a context class, in its own order, nested ones below their owner."""
    hints = get_type_hints(context, include_extras=True)
    for field in fields(context):
        annotated = hints[field.name]
        kind, origin = get_args(annotated)[0], _origin(annotated)
        repeated = get_origin(kind) is tuple
        path = f"{prefix}{field.name}" + ("[]" if repeated else "")
        inner = get_args(kind)[0] if repeated else kind
        yield Place(path, origin.text, origin.optional, repeated)
        if isinstance(inner, type) and is_dataclass(inner):
            yield from places(inner, f"{path}.")


def _origin(annotated: object) -> From:
    return next(item for item in get_args(annotated)[1:] if isinstance(item, From))


def reference() -> str:
    """The whole README as Markdown."""
    parts = [say("documents.reference_head")]
    parts += [_section(kind) for kind in KINDS]
    return "\n".join(parts)


def _section(kind: Kind) -> str:
    lines = [
        say("documents.reference_kind", title=kind.title, template=kind.template),
        *(
            say(
                "documents.reference_row",
                path=place.path,
                source=place.source.replace("|", "\\|"),
                empty=say("documents.reference_yes") if place.optional else "",
            )
            for place in places(kind.context)
        ),
        "",
    ]
    return "\n".join(lines)
