"""Validations and conditional formats of a sheet, as XlsxWriter takes them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from metodist.domain.tables import Area, Highlight, Validation
from metodist.layout.formats import Formats
from metodist.layout.styles import TONES


def _corners(area: Area) -> tuple[int, int, int, int]:
    return area.top - 1, area.left - 1, area.bottom - 1, area.right - 1


def add_validations(target: Any, validations: Iterable[Validation]) -> None:
    """Say what may be typed in, and with which words it is refused."""
    for validation in validations:
        target.data_validation(*_corners(validation.area), _options(validation))


def _options(validation: Validation) -> dict[str, Any]:
    kinds = {"whole": "integer", "textLength": "length"}
    options: dict[str, Any] = {
        "validate": kinds.get(validation.kind, validation.kind),
        "input_title": validation.hint_title,
        "input_message": validation.hint,
        "error_title": validation.message_title,
        "error_message": validation.message,
        "error_type": "stop" if validation.strict else "warning",
        # With blanks ignored Excel takes any value for a list that holds an empty cell.
        "ignore_blank": validation.kind != "list",
    }
    if validation.kind == "list":
        options["source"] = f"={validation.source}"
    elif validation.kind == "custom":
        options["value"] = f"={validation.source}"
    elif validation.kind != "any":
        options |= {"criteria": "between", "minimum": validation.minimum, "maximum": validation.maximum}
    return options


def add_highlights(target: Any, highlights: Iterable[Highlight], formats: Formats) -> None:
    """Colour cells by formula; the first that holds wins."""
    for highlight in highlights:
        options = {
            "type": "formula",
            "criteria": f"={highlight.formula}",
            "format": formats.tone(highlight.tone),
            "stop_if_true": bool(TONES[highlight.tone].fill),
        }
        target.conditional_format(*_corners(highlight.area), options)
