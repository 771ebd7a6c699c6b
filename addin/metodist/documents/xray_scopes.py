"""What the context of a kind holds under a name, inside and outside of loops."""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass
from difflib import get_close_matches
from typing import Any, get_args, get_origin, get_type_hints

from metodist.documents.source import From
from metodist.documents.xray_expressions import Path

#: A value whose fields are not known, such as that of ``set``.
ANYTHING = object()
#: What Jinja itself knows inside a loop.
_LOOP = frozenset({"index", "index0", "revindex", "revindex0", "first", "last", "length", "depth"})


@dataclass(frozen=True, slots=True)
class Held:
    """What a path leads to.

    Args:
        kind: The annotation without its origin: a dataclass, ``str``, ``tuple[X, ...]``, or :data:`ANYTHING`.
        optional: May be empty.
        known: The path from the context's root, loops resolved: ``schools.name``.
    """

    kind: Any
    optional: bool = False
    known: str = ""

    @property
    def item(self) -> Any:
        """What one element of a list is; ``None`` where it is no list."""
        if self.kind is ANYTHING:
            return ANYTHING
        return get_args(self.kind)[0] if get_origin(self.kind) is tuple else None

    @property
    def printable(self) -> bool:
        """A text or a number, not a list or a group of fields."""
        return self.kind is ANYTHING or not (self.item or is_dataclass(self.kind))


class UnknownNameError(Exception):
    """A path leads nowhere.

    Args:
        word: The part of it that is not there.
        nearest: The most similar word that is; empty for none.
    """

    def __init__(self, word: str, nearest: str) -> None:
        """Keep both words."""
        super().__init__(word)
        self.word = word
        self.nearest = nearest


class Scopes:
    """Names by nesting: the context's fields at the bottom, a loop's variable on top."""

    def __init__(self, context: type[Any]) -> None:
        """Begin with the fields of a context class."""
        self._names: list[dict[str, Held]] = [fields_of(context)]

    def push(self, names: dict[str, Held]) -> None:
        """Enter a loop or a condition."""
        self._names.append(names)

    def pop(self) -> None:
        """Leave it."""
        self._names.pop()

    def define(self, name: str) -> None:
        """A variable of the template's own."""
        self._names[-1][name] = Held(ANYTHING)

    def find(self, path: Path) -> Held:
        """What stands at ``path``.

        Raises:
            UnknownNameError: Nothing does.
        """
        first, *rest = path.parts
        held = next((names[first] for names in reversed(self._names) if first in names), None)
        if held is None:
            raise UnknownNameError(first, _nearest(first, [name for names in self._names for name in names]))
        for word in rest:
            held = _inside(held, word)
        return held


def fields_of(owner: type[Any], prefix: str = "") -> dict[str, Held]:
    """The fields of a context's class by name."""
    hints = get_type_hints(owner, include_extras=True)
    found: dict[str, Held] = {}
    for field in fields(owner):
        hint = hints[field.name]
        arguments = get_args(hint)
        origin = next((item for item in arguments[1:] if isinstance(item, From)), None)
        kind = arguments[0] if origin else hint
        found[field.name] = Held(kind, bool(origin and origin.optional), f"{prefix}{field.name}")
    return found


def loop_names(target: str, held: Held) -> dict[str, Held]:
    """What ``for target in …`` brings into its body."""
    item = held.item if held.item is not None else ANYTHING
    targets = [name.strip(" ()") for name in target.split(",")]
    names = {name: Held(ANYTHING) for name in targets}
    if len(targets) == 1:
        names = {targets[0]: Held(item, known=held.known)}
    return {"loop": Held(_LOOP), **names}


def _inside(held: Held, word: str) -> Held:
    if held.kind is ANYTHING:
        return held
    if isinstance(held.kind, frozenset):
        names = {name: Held(str) for name in held.kind}
    elif isinstance(held.kind, type) and is_dataclass(held.kind):
        names = fields_of(held.kind, f"{held.known}.")
    else:
        names = {}
    if word not in names:
        raise UnknownNameError(word, _nearest(word, list(names)))
    return names[word]


def _nearest(word: str, known: list[str]) -> str:
    return next(iter(get_close_matches(word, known, n=1)), "")
