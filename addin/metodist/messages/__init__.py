"""Every Russian sentence that a user can meet, by id.

One module an area (``programme``, ``intake``, ``layout``, ``summary``, ``documents``, ``services``, ``cli``), each
with a ``TEXTS`` dictionary. An id is ``area.name``; a text holds ``{named}`` places.
"""

from __future__ import annotations

from importlib import import_module


def say(message_id: str, **values: object) -> str:
    """The Russian sentence of that id with its places filled.

    Args:
        message_id: ``"area.name"``, such as ``"intake.not_a_number"``.
        values: One value a named place of the text.

    Raises:
        KeyError: No such id, or a place without a value.
    """
    area, _, name = message_id.partition(".")
    texts: dict[str, str] = import_module(f"{__name__}.{area}").TEXTS
    return texts[name].format(**values)
