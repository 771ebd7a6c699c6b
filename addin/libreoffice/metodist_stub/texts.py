"""Sentences for the user, from the dictionary that the extension carries."""

from __future__ import annotations

from metodist_office.cells import OfficeError
from metodist_office.texts import TEXTS


def sentence(error: OfficeError) -> str:
    """What happened and what to do, on two lines."""
    name = error.code.partition(".")[2]
    found = (TEXTS.get(key, "").format(**error.values) for key in (name, name + "_action"))
    return "\n".join(text for text in found if text)


def text(name: str) -> str:
    """A text without places."""
    return TEXTS[name]
