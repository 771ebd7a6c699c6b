"""How a field appears on a sheet: heading, hint, width, number format, what may be typed in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from metodist.domain.fields import STAFF, Field, FieldType
from metodist.domain.tables import Area, NumberForm, Role, Validation
from metodist.layout.fitting import width_for
from metodist.layout.plan import PEOPLE_LIST, YES_NO_LIST, Plan
from metodist.messages import say

EARLIEST, LATEST = date(1900, 1, 1), date(2100, 12, 31)
"""The limits of a date that the programme does not limit."""
LARGEST = 10_000_000_000
LONGEST_TEXT = 1000
_TITLE_LIMIT, _MESSAGE_LIMIT = 32, 255

LISTED = (FieldType.CHOICE, FieldType.YES_NO, FieldType.PERSON_REF, FieldType.PRESENCE)
_CENTRED = (FieldType.YES_NO, FieldType.PRESENCE, FieldType.DATE)

FORMS: dict[FieldType, NumberForm] = {
    FieldType.TEXT: NumberForm.TEXT,
    # A whole-number format would show 30,5 as 31 and hide what is wrong with it.
    FieldType.INTEGER: NumberForm.GENERAL,
    FieldType.NUMBER: NumberForm.GENERAL,
    FieldType.DATE: NumberForm.DATE,
    FieldType.YES_NO: NumberForm.TEXT,
    FieldType.CHOICE: NumberForm.TEXT,
    FieldType.PERSON: NumberForm.TEXT,
    FieldType.PERSON_REF: NumberForm.TEXT,
    FieldType.PRESENCE: NumberForm.TEXT,
    FieldType.LINK: NumberForm.TEXT,
    FieldType.COMPUTED: NumberForm.GENERAL,
}

_WIDTHS: dict[FieldType, float] = {
    FieldType.TEXT: 28,
    FieldType.INTEGER: 11,
    FieldType.NUMBER: 11,
    FieldType.DATE: 13,
    FieldType.YES_NO: 12,
    FieldType.CHOICE: 16,
    FieldType.PERSON: 38,
    FieldType.PERSON_REF: 38,
    FieldType.PRESENCE: 10,
    FieldType.LINK: 26,
    FieldType.COMPUTED: 11,
}
_WIDEST = 54.0

_HINTS: dict[FieldType, str] = {
    FieldType.TEXT: "text",
    FieldType.INTEGER: "whole",
    FieldType.NUMBER: "number",
    FieldType.DATE: "date",
    FieldType.YES_NO: "yes_no",
    FieldType.CHOICE: "choice",
    FieldType.PERSON: "person",
    FieldType.PERSON_REF: "person_ref",
    FieldType.PRESENCE: "yes_no",
    FieldType.LINK: "link",
    FieldType.COMPUTED: "computed",
}


def role_of(field: Field) -> Role:
    """Input, chosen from a list, or computed."""
    if field.type is FieldType.COMPUTED:
        return Role.COMPUTED
    return Role.CHOICE if field.type in LISTED else Role.INPUT


def align_of(field: Field) -> str:
    """Numbers right, text left, yes/no and dates centred."""
    if field.type in _CENTRED:
        return "center"
    return "right" if field.type in (FieldType.INTEGER, FieldType.NUMBER, FieldType.COMPUTED) else "left"


def heading_of(field: Field) -> str:
    """The heading: name, unit, «▾» for a list, and the word for a required field.

    Example: «Стаж, лет» over «* обязательно».
    """
    said = field.unit.casefold() in field.name.casefold()
    name = field.name if said else f"{field.name}, {field.unit}"
    if field.type in LISTED:
        name = f"{name}\u00a0▾"
    if field.required:
        return f"{name}\n{say('school_table.required')}"
    return f"{name}\n{say('school_table.required_if')}" if field.required_if else name


def hint_of(field: Field) -> str:
    """The short line under the heading: what may stand in the column."""
    base = say(f"school_table.hint_{_HINTS[field.type]}", sheet=STAFF)
    if field.type not in (FieldType.INTEGER, FieldType.NUMBER):
        return base
    limits = limits_text(field, "hint_range", "hint_from", "hint_to")
    return f"{base} {limits}" if limits else base


def width_of(field: Field, lists: Mapping[str, tuple[str, ...]]) -> float:
    """The column width in characters: the programme's or the type's, and what the longest word and value need."""
    longest_word = max(width_for(word, bold=True) for word in heading_of(field).replace("\n", " ").split(" "))
    width = max(field.width or _WIDTHS[field.type], longest_word)
    if field.type in (FieldType.PERSON, FieldType.PERSON_REF):
        width = max(width, _WIDTHS[field.type])
    if field.type is FieldType.CHOICE:
        values = lists.get(field.list_name, ())
        width = max(width, max((width_for(value) for value in values), default=0))
    return max(field.width, min(_WIDEST, width))


def shown(value: float | date) -> str:
    """A limit as a clerk writes it: a whole number without decimals, a date with dots."""
    if isinstance(value, date):
        return f"{value:%d.%m.%Y}"
    return str(int(value)) if float(value).is_integer() else str(value).replace(".", ",")


def limits_text(field: Field, both: str, low: str, high: str) -> str:
    """The limits in words, by the ids of the three wordings; empty where there are none."""
    if field.minimum is not None and field.maximum is not None:
        return say(f"school_table.{both}", low=shown(field.minimum), high=shown(field.maximum))
    if field.minimum is not None:
        return say(f"school_table.{low}", low=shown(field.minimum))
    return say(f"school_table.{high}", high=shown(field.maximum)) if field.maximum is not None else ""


def range_words(field: Field) -> str:
    """« от 0 до 60», « не меньше 0» or nothing."""
    return limits_text(field, "range", "range_from", "range_to")


def validation_of(field: Field, area: Area, plan: Plan) -> Validation | None:
    """What may be typed into the cells of a field, with our own messages; ``None`` for a computed one."""
    kinds = {
        FieldType.INTEGER: ("whole", "refused_whole"),
        FieldType.NUMBER: ("decimal", "refused_number"),
        FieldType.DATE: ("date", "refused_date"),
        FieldType.YES_NO: ("list", "refused_yes_no"),
        FieldType.PRESENCE: ("list", "refused_yes_no"),
        FieldType.CHOICE: ("list", "refused_choice"),
        FieldType.PERSON_REF: ("list", "refused_person"),
    }
    if field.type is FieldType.COMPUTED:
        return None
    kind, refused = kinds.get(field.type, ("textLength", "refused_long"))
    refusal = say(f"school_table.{refused}", range=range_words(field), sheet=STAFF, limit=LONGEST_TEXT)
    low, high = _limits(field, kind)
    return Validation(
        area=area,
        kind=kind,
        source=_source(field, plan) if kind == "list" else "",
        minimum=low,
        maximum=high,
        hint_title=cut(field.name, _TITLE_LIMIT) if field.hint else "",
        hint=cut(field.hint, _MESSAGE_LIMIT),
        message_title=say("school_table.refused_title"),
        message=cut(f"{refusal} {field.message}".strip(), _MESSAGE_LIMIT),
    )


def _limits(field: Field, kind: str) -> tuple[float | date | None, float | date | None]:
    if kind == "list":
        return None, None
    if kind == "textLength":
        return 0, LONGEST_TEXT
    lowest: float | date = EARLIEST if kind == "date" else -LARGEST
    highest: float | date = LATEST if kind == "date" else LARGEST
    return (
        lowest if field.minimum is None else field.minimum,
        highest if field.maximum is None else field.maximum,
    )


def _source(field: Field, plan: Plan) -> str:
    if field.type is FieldType.CHOICE:
        return plan.lists[field.list_name]
    return PEOPLE_LIST if field.type is FieldType.PERSON_REF else YES_NO_LIST


def cut(text: str, limit: int) -> str:
    """The text within Excel's limit; a cut is shown by «…»."""
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"
