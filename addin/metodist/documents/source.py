"""Where a placeholder's value comes from: said once, in the context's own annotation."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class From:
    """The origin of a value, for ``docx_templates/README.md``.

    Args:
        text: Sheet and column of the programme workbook, or what is computed, in Russian.
        optional: May be empty: the template has to ask ``{%p if … %}`` before it prints the value.
    """

    text: str
    optional: bool = False
