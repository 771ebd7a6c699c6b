"""Which values a field refuses: as a formula for the table and as Python for its cached values.

Typing is checked by the cell's validation; a paste destroys that, so the sheet checks once more.
"""

from __future__ import annotations

from datetime import date

from metodist.domain.fields import STAFF, Field, FieldType
from metodist.domain.values import NO, YES, Value, is_blank
from metodist.layout.addresses import quoted
from metodist.layout.field_looks import EARLIEST, LATEST, range_words
from metodist.layout.plan import ALL_PEOPLE, Plan
from metodist.messages import say

_NUMBERS = (FieldType.INTEGER, FieldType.NUMBER, FieldType.DATE)
_YES_NO = (FieldType.YES_NO, FieldType.PRESENCE)


def expected(field: Field) -> str:
    """What should stand there, in words; the programme's own message comes first."""
    if field.message:
        return field.message
    words = {
        FieldType.INTEGER: "wrong_whole",
        FieldType.NUMBER: "wrong_number",
        FieldType.DATE: "wrong_date",
        FieldType.YES_NO: "wrong_yes_no",
        FieldType.PRESENCE: "wrong_yes_no",
        FieldType.CHOICE: "wrong_choice",
        FieldType.PERSON_REF: "wrong_person_ref",
        FieldType.PERSON: "wrong_person",
    }
    return say(f"school_table.{words[field.type]}", range=range_words(field), sheet=STAFF)


def wrong_formula(field: Field, reference: str, plan: Plan) -> str:
    """A formula that is above 0 where the filled cell holds a value that the field refuses; empty for any text.

    Args:
        field: What the cell is for.
        reference: One cell, or all cells of a column inside SUMPRODUCT.
        plan: Gives the lists.
    """
    filled = f'({reference}<>"")'
    if field.type in _NUMBERS:
        return f"{filled}*(1-{_number_formula(field, reference)})"
    if field.type in _YES_NO:
        return f"{filled}*({reference}<>{quoted(YES)})*({reference}<>{quoted(NO)})"
    if field.type is FieldType.CHOICE:
        return f"{filled}*ISERROR(MATCH({reference},{plan.lists[field.list_name]},0))"
    if field.type is FieldType.PERSON_REF:
        return f"{filled}*ISERROR(MATCH({reference},{ALL_PEOPLE},0))"
    if field.type is FieldType.PERSON:
        return f'{filled}*ISERROR(FIND(" ",TRIM({reference})))'
    return ""


def _number_formula(field: Field, reference: str) -> str:
    parts = [] if field.type is FieldType.INTEGER else [f"ISNUMBER({reference})"]
    low, high = field.minimum, field.maximum
    if field.type is FieldType.DATE:
        low, high = low or EARLIEST, high or LATEST
    if low is not None:
        parts.append(f"({reference}>={limit(low)})")
    if high is not None:
        parts.append(f"({reference}<={limit(high)})")
    if field.type is FieldType.INTEGER:
        parts.append(f"ISNUMBER(1/(INT({reference})={reference}))")  # IFERROR would need an array formula
    return "*".join(parts)


def limit(value: float | date) -> str:
    """A limit as it stands in a formula."""
    if isinstance(value, date):
        return f"DATE({value.year},{value.month},{value.day})"
    return str(int(value)) if float(value).is_integer() else repr(float(value))


def is_wrong(field: Field, value: Value, plan: Plan) -> bool:
    """The same in Python: whether a value that is to be written would be refused; blanks count, as in the sheet."""
    if is_blank(value):
        return False
    if field.type in _NUMBERS:
        return not _fits(field, value)
    if not isinstance(value, str):
        return field.type not in (FieldType.TEXT, FieldType.LINK, FieldType.COMPUTED)
    if field.type in _YES_NO:
        return value.casefold() not in (YES, NO)
    if field.type is FieldType.CHOICE:
        return value.casefold() not in map(str.casefold, plan.programme.lists[field.list_name])
    if field.type is FieldType.PERSON_REF:
        return value.casefold() not in plan.people
    return field.type is FieldType.PERSON and " " not in value.strip()


def _fits(field: Field, value: Value) -> bool:
    if field.type is FieldType.DATE:
        if not isinstance(value, date):
            return False
        low = field.minimum if isinstance(field.minimum, date) else EARLIEST
        high = field.maximum if isinstance(field.maximum, date) else LATEST
        return low <= value <= high
    if not isinstance(value, int | float):
        return False
    if field.type is FieldType.INTEGER and not float(value).is_integer():
        return False
    low_ok = field.minimum is None or isinstance(field.minimum, date) or value >= field.minimum
    return low_ok and (field.maximum is None or isinstance(field.maximum, date) or value <= field.maximum)
