"""What can be wrong with a cell: one :class:`Problem` a field and rule, and the rules that all fields share.

The same problem is a word in «Замечания», a colour on its cell, and a line of «Проверка»; all three come from the one
formula below. Its Python twin gives the cached values of a table that is issued with values in it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from metodist.domain.conditions import (
    EVERY,
    All,
    AnyOf,
    Comparison,
    Condition,
    Filled,
    Not,
    OtherField,
    holds,
)
from metodist.domain.fields import Field, FieldType
from metodist.domain.tables import Area
from metodist.domain.values import Row, Value, is_blank
from metodist.layout.plan import Plan
from metodist.layout.references import Place, related, times
from metodist.layout.wrong_values import expected, is_wrong, wrong_formula
from metodist.messages import say

REQUIRED, ERROR, WARNING = "required", "error", "warning"

_NUMBERS = (FieldType.INTEGER, FieldType.NUMBER, FieldType.DATE, FieldType.COMPUTED)


@dataclass(frozen=True, slots=True)
class Problem:
    """One rule over one column or one fact.

    Args:
        tone: ``required`` (not filled in yet), ``error`` or ``warning``.
        sheet: Where it is looked for.
        text: What the clerk reads, a whole sentence.
        area: The cells it looks at: one column.
        formula: Gives a formula that is above 0 where the problem is, from the place where it is asked.
        found: The same in Python, for one row of values.
        due: For ``required``: gives a formula that is above 0 where the cell has to be filled.
        asked: The same as ``due`` in Python.
        once: Asked of the whole sheet and not of each row.
        beside: The sentence for a place where the field's name stands beside it; empty for ``text``.
    """

    tone: str
    sheet: str
    text: str
    area: Area
    formula: Callable[[Place], str]
    found: Callable[[Row], bool]
    due: Callable[[Place], str] | None = None
    asked: Callable[[Row], bool] | None = None
    once: bool = False
    beside: str = ""


def missing(plan: Plan, sheet: str, field: Field, area: Area, counts: Callable[[Row], bool]) -> Iterator[Problem]:
    """A cell that must be filled: always, or where the programme's condition holds.

    Args:
        plan: The table.
        sheet: A register's name or «Сведения».
        field: What is asked.
        area: Where it stands.
        counts: Whether a row counts at all.
    """
    if not field.required and field.required_if is None:
        return
    condition = EVERY if field.required or field.required_if is None else field.required_if

    def due(at: Place) -> str:
        return f"{at.counted()}1{times(at, condition)}"

    def asked(row: Row) -> bool:
        return counts(row) and fulfils(plan, condition, row)

    yield Problem(
        tone=REQUIRED,
        sheet=sheet,
        text=say("school_table.fill_in", label=field.name),
        area=area,
        formula=lambda at: f'{due(at)}*({at.of(field.name)}="")',
        found=lambda row: asked(row) and is_blank(row.get(field.name)),
        due=due,
        asked=asked,
        beside=say("school_table.fill_in_here"),
    )


def wrong(plan: Plan, sheet: str, field: Field, area: Area) -> Iterator[Problem]:
    """A value of the wrong type, outside the limits or not in the list: a paste passes by the validation.

    A name of one word is unusual and not impossible: it is only to be looked at.
    """
    if not wrong_formula(field, "A1", plan):
        return
    tone, kind = (WARNING, "unusual") if field.type is FieldType.PERSON else (ERROR, "wrong")
    yield Problem(
        tone=tone,
        sheet=sheet,
        text=say(f"school_table.{kind}", label=field.name, expected=expected(field)),
        area=area,
        formula=lambda at: wrong_formula(field, at.of(field.name), plan),
        found=lambda row: is_wrong(field, row.get(field.name), plan),
        beside=say(f"school_table.{kind}_here", expected=expected(field)),
    )


def _readable(at: Place, field: Field) -> str:
    if field.type is FieldType.COMPUTED:
        return f"ISNUMBER({at.of(field.name)})"
    return f"(1-ISTEXT({at.of(field.name)}))"


def _unreadable(value: Value, field: Field) -> bool:
    return value is None if field.type is FieldType.COMPUTED else isinstance(value, str)


def unfitting(plan: Plan, sheet: str, field: Field, area: Area, fields: tuple[Field, ...]) -> Iterator[Problem]:
    """A filled cell that contradicts others of its row.

    It waits until those that must be filled are, and until none of them holds a text instead of a number: that is
    an error of its own.
    """
    rule = field.check
    if rule is None:
        return
    names = dict.fromkeys(compared(rule))
    needed = [other.name for other in fields if other.required and other.name in names and other is not field]
    numbers = [other for other in fields if other.type in _NUMBERS and (other.name in names or other is field)]

    def formula(at: Place) -> str:
        waits = "".join(f'*({at.of(name)}<>"")' for name in needed)
        waits += "".join(f"*{_readable(at, other)}" for other in numbers)
        return f'({at.of(field.name)}<>""){waits}*(1-{at.where(rule)})'

    def found(row: Row) -> bool:
        known = not any(is_blank(row.get(name)) for name in (field.name, *needed))
        read = not any(_unreadable(row.get(other.name), other) for other in numbers)
        return known and read and not fulfils(plan, rule, row)

    message = field.message or say("school_table.check_unsaid")
    yield Problem(
        tone=ERROR,
        sheet=sheet,
        text=say("school_table.check", label=field.name, message=message),
        area=area,
        formula=formula,
        found=found,
        beside=say("school_table.wrong_here", expected=message),
    )


def compared(condition: Condition) -> Iterator[str]:
    """Names of the row's own fields that a condition looks at."""
    match condition:
        case All(parts) | AnyOf(parts):
            for part in parts:
                yield from compared(part)
        case Not(part):
            yield from compared(part)
        case Filled(name):
            yield name
        case Comparison():
            yield condition.field
            yield from (operand.name for operand in condition.operands if isinstance(operand, OtherField))


def fulfils(plan: Plan, condition: Condition, row: Row) -> bool:
    """Whether a row of the values that the table is issued with fulfils a condition."""
    return holds(condition, row, plan.programme.passport.period, related(plan))
