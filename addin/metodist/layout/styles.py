"""How a role looks: fill, font, border, alignment, number format. The only place with colours."""

from __future__ import annotations

from dataclasses import dataclass

from metodist.domain.tables import NumberForm, Role

FONT = "Calibri"
SIZE = 11
INDENT = 1
"""Texts and numbers keep this distance from the border, in steps of Excel."""
TITLE_SIZE = 14
NOTE_SIZE = 10

HEADING_FILL = "#1F3864"
SUBHEADING_FILL = "#D9E2F3"
INPUT_FILL = "#FFF8DC"
REFERENCE_FILL = "#F2F2F2"
WHITE = "#FFFFFF"
BLACK = "#000000"
COMPUTED_INK = "#404040"
NOTE_INK = "#595959"
LINK_INK = "#1F4E9E"
BORDER = "#A6A6A6"


@dataclass(frozen=True, slots=True)
class Look:
    """How a cell is drawn.

    Args:
        size: Type size in points.
        fill: Background; empty for none.
        border: A thin line all round.
        padded: Keeps texts and numbers off the edge; cells with a border do anyway.
        shrink: A longer text is drawn smaller instead.
        align: ``left``, ``center``, ``right`` or empty for the value's own side.
        valign: ``top``, ``center``.
    """

    size: float = SIZE
    bold: bool = False
    italic: bool = False
    underline: bool = False
    ink: str = BLACK
    fill: str = ""
    border: bool = False
    padded: bool = False
    wrap: bool = False
    shrink: bool = False
    align: str = ""
    valign: str = "center"


#: How a value of that form is shown. The thousands separator and the decimal comma are the system's own.
FORMATS: dict[NumberForm, str] = {
    NumberForm.GENERAL: "General",
    NumberForm.TEXT: "@",
    NumberForm.INTEGER: "#,##0",
    NumberForm.DECIMAL: "#,##0.0",
    NumberForm.PERCENT: '0.0"\u00a0"%',
    NumberForm.DATE: "dd.mm.yyyy",
    NumberForm.PRESENCE: NumberForm.PRESENCE.value,
}

#: Numbers stand right, dates centred; texts follow their role.
ALIGNS: dict[NumberForm, str] = {
    NumberForm.INTEGER: "right",
    NumberForm.DECIMAL: "right",
    NumberForm.PERCENT: "right",
    NumberForm.DATE: "center",
    NumberForm.PRESENCE: "center",
}


@dataclass(frozen=True, slots=True)
class Tone:
    """A conditional look: the word in the cell says the same as the colour.

    Args:
        ink: The text; empty to leave it.
        fill: The background; empty for a text that only advises.
        border: A thin line all round.
    """

    ink: str = ""
    fill: str = ""
    border: bool = False


TONES: dict[str, Tone] = {
    "error": Tone("#9C0006", "#FFC7CE", border=True),
    "warning": Tone("#7F6000", "#FFEB9C", border=True),
    "required": Tone("#7F6000", "#FFEB9C", border=True),
    "required_text": Tone("#7F6000"),
    "line": Tone(border=True),
    "done": Tone("#375623", "#E2EFDA"),
}


def _sample(tone: str) -> Look:
    """A cell of the legend that looks like a conditional tone."""
    return Look(ink=TONES[tone].ink, fill=TONES[tone].fill, border=True)


LOOKS: dict[Role, Look] = {
    Role.TITLE: Look(size=TITLE_SIZE, bold=True, ink=HEADING_FILL),
    Role.LEAD: Look(),
    Role.NOTE: Look(size=NOTE_SIZE, ink=NOTE_INK, wrap=True),
    Role.TEXT: Look(wrap=True),
    Role.HEADING: Look(bold=True, ink=WHITE, fill=HEADING_FILL, border=True, wrap=True, align="center"),
    Role.SUBHEADING: Look(bold=True, ink=HEADING_FILL, fill=SUBHEADING_FILL, border=True, wrap=True, align="left"),
    Role.LABEL: Look(border=True, wrap=True, align="left"),
    Role.INPUT: Look(fill=INPUT_FILL, border=True, wrap=True),
    Role.CHOICE: Look(fill=INPUT_FILL, border=True, wrap=True),
    Role.COMPUTED: Look(ink=COMPUTED_INK, border=True, wrap=True),
    Role.REFERENCE: Look(size=NOTE_SIZE, ink=COMPUTED_INK, fill=REFERENCE_FILL, border=True, wrap=True),
    Role.REMARK: Look(ink=COMPUTED_INK, border=True),
    Role.LINE: Look(ink=COMPUTED_INK, shrink=True, padded=True),
    Role.KNOWN: Look(ink=COMPUTED_INK, fill=REFERENCE_FILL, border=True, wrap=True),
    Role.LINK: Look(ink=LINK_INK, underline=True),
    Role.PLAIN: Look(),
    Role.BANNER: Look(size=TITLE_SIZE, bold=True, ink=HEADING_FILL, wrap=True, align="left"),
    Role.STATUS: Look(size=TITLE_SIZE, bold=True, ink=COMPUTED_INK, border=True, align="left"),
    Role.INPUT_SAMPLE: Look(fill=INPUT_FILL, border=True),
    Role.ERROR_SAMPLE: _sample("error"),
    Role.REQUIRED_SAMPLE: _sample("required"),
    Role.WARNING_SAMPLE: _sample("warning"),
    Role.DONE_SAMPLE: _sample("done"),
}

TABS: dict[str, str] = {"input": "#FFD966", "computed": "#A6A6A6", "reference": "#D9D9D9", "summary": "#2F5597"}
