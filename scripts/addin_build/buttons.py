"""The one list of commands as the add-ins need it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Button:
    """One button of ribbon, menu and toolbar.

    Args:
        id: The command's id: ASCII letters, digits, ``_`` and ``-``.
        label: At most three words.
        group: The group's title.
        screentip: One line: the button's name in full.
        supertip: What it does, what it changes, where the result goes; or why it does not work yet.
        keytip: One to three letters, unlike all others.
        icon: A built-in picture of Excel 2010 (``imageMso``).
        enabled: Whether it can be pressed at all.
        kinds: Kinds of books it works on; empty: any.
        reason: Why it is grey on other books, in a few words.
    """

    id: str
    label: str
    group: str
    screentip: str
    supertip: str
    keytip: str
    icon: str
    enabled: bool = True
    kinds: tuple[str, ...] = ()
    reason: str = ""


def buttons() -> tuple[Button, ...]:
    """All buttons in the order of work."""
    from metodist.commands import COMMANDS

    return tuple(
        Button(known.id, known.label, known.group, known.tip, known.result, f"M{number}", "MacroPlay")
        for number, known in enumerate(COMMANDS, start=1)
        if known.id not in {"programmes", "new", "demo"}
    )
