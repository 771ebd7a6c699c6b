"""What can be wrong with a row of a register or with a fact: one :class:`Problem` a field and rule.

The same problem is a word in the row's «Замечания», a colour on its cell, and a line of «Проверка»; all three come
from the one formula below. Its Python twin gives the cached values of a table that is issued with values in it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from metodist.domain.conditions import EVERY, Condition, holds
from metodist.domain.fields import FACTS, STAFF, Field, FieldType, Register
from metodist.domain.tables import Area, FactCell, FactPart
from metodist.domain.values import YES, Row, fold, is_blank
from metodist.layout.addresses import quoted
from metodist.layout.plan import Plan
from metodist.layout.references import Place, evidence_key, related, times
from metodist.layout.wrong_values import expected, is_wrong, wrong_formula
from metodist.messages import say

#: Parts of the evidence that must stand beside a «да».
NEEDED_EVIDENCE = (FactPart.DOCUMENT, FactPart.NUMBER, FactPart.DATE)

REQUIRED, ERROR, WARNING = "required", "error", "warning"


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
    """

    tone: str
    sheet: str
    text: str
    area: Area
    formula: Callable[[Place], str]
    found: Callable[[Row], bool]
    due: Callable[[Place], str] | None = None
    asked: Callable[[Row], bool] | None = None


def register_problems(plan: Plan, register: Register) -> tuple[Problem, ...]:
    """What can be wrong with a register: by columns; the row's own key first."""
    found = [_keyless(plan, register)]
    for field in register.fields:
        area = _column_area(plan, register.name, field)
        if field is not register.key:
            found.extend(_missing(plan, register, field, area))
        found.extend(_wrong(plan, register.name, field, area))
        found.extend(_unfitting(plan, register.name, field, area))
    if register.name == STAFF:
        found.append(_repeated(plan, register))
    return tuple(found)


def fact_problems(plan: Plan) -> tuple[Problem, ...]:
    """What can be wrong with the school's facts: by cells, in their order."""
    found: list[Problem] = []
    for cell in plan.facts:
        area = Area(cell.row, cell.column, cell.row, cell.column)
        if cell.part is not FactPart.VALUE:
            found.extend(_evidence(cell, area))
            continue
        found.extend(_missing_fact(plan, cell.fact, area))
        found.extend(_wrong(plan, FACTS, cell.fact, area))
        found.extend(_unfitting(plan, FACTS, cell.fact, area))
    return tuple(found)


def _column_area(plan: Plan, register: str, field: Field) -> Area:
    place = plan.registers[register]
    column = place.columns[field.name]
    return Area(place.first_row, column, place.first_row + place.capacity - 1, column)


def _keyless(plan: Plan, register: Register) -> Problem:
    """A row that is begun but has no key would not be counted."""
    key = register.key.name
    others = [field.name for field in register.fields[1:] if field.type is not FieldType.COMPUTED]

    def formula(at: Place) -> str:
        return f'({at.of(key)}="")*{at.begun(others)}' if others else "0*1"

    def found(row: Row) -> bool:
        return is_blank(row.get(key)) and any(not is_blank(row.get(name)) for name in others)

    return Problem(
        tone=REQUIRED,
        sheet=register.name,
        text=say("school_table.fill_in_key", label=key),
        area=_column_area(plan, register.name, register.key),
        formula=formula,
        found=found,
        due=lambda at: f'((({at.of(key)}<>"")+{formula(at)})>0)',
        asked=lambda row: not is_blank(row.get(key)) or found(row),
    )


def _missing(plan: Plan, register: Register, field: Field, area: Area) -> Iterator[Problem]:
    """A cell that must be filled in a row that counts."""
    if not field.required and field.required_if is None:
        return
    key = register.key.name
    condition = EVERY if field.required else field.required_if or EVERY

    def due(at: Place) -> str:
        return f"{at.counted()}1{times(at, condition)}"

    def asked(row: Row) -> bool:
        return not is_blank(row.get(key)) and _holds(plan, condition, row)

    yield _required(register.name, field.name, area, due, asked)


def _missing_fact(plan: Plan, fact: Field, area: Area) -> Iterator[Problem]:
    if not fact.required and fact.required_if is None:
        return
    condition = EVERY if fact.required else fact.required_if or EVERY
    yield _required(
        FACTS,
        fact.name,
        area,
        lambda at: f"1{times(at, condition)}",
        lambda row: _holds(plan, condition, row),
    )


def _required(sheet: str, name: str, area: Area, due: Callable[[Place], str], asked: Callable[[Row], bool]) -> Problem:
    return Problem(
        tone=REQUIRED,
        sheet=sheet,
        text=say("school_table.fill_in", label=name),
        area=area,
        formula=lambda at: f'{due(at)}*({at.of(name)}="")',
        found=lambda row: asked(row) and is_blank(row.get(name)),
        due=due,
        asked=asked,
    )


def _evidence(cell: FactCell, area: Area) -> Iterator[Problem]:
    """Beside a «да» stand the document, its number and date."""
    if cell.part not in NEEDED_EVIDENCE:
        return
    fact, own = cell.fact.name, evidence_key(cell.fact.name, cell.part)

    def due(at: Place) -> str:
        return f"({at.of(fact)}={quoted(YES)})"

    def asked(row: Row) -> bool:
        return fold(str(row.get(fact) or "")) == YES

    part = say(f"school_table.part_{cell.part}")
    yield Problem(
        tone=REQUIRED,
        sheet=FACTS,
        text=say("school_table.fill_in_evidence", part=part, label=fact),
        area=area,
        formula=lambda at: f'{due(at)}*({at.of(own)}="")',
        found=lambda row: asked(row) and is_blank(row.get(own)),
        due=due,
        asked=asked,
    )


def _wrong(plan: Plan, sheet: str, field: Field, area: Area) -> Iterator[Problem]:
    if not wrong_formula(field, "A1", plan):
        return
    yield Problem(
        tone=ERROR,
        sheet=sheet,
        text=say("school_table.wrong", label=field.name, expected=expected(field)),
        area=area,
        formula=lambda at: wrong_formula(field, at.of(field.name), plan),
        found=lambda row: is_wrong(field, row.get(field.name), plan),
    )


def _unfitting(plan: Plan, sheet: str, field: Field, area: Area) -> Iterator[Problem]:
    """A filled cell that contradicts others of its row."""
    rule = field.check
    if rule is None:
        return

    def formula(at: Place) -> str:
        return f'({at.of(field.name)}<>"")*(1-{at.where(rule)})'

    yield Problem(
        tone=ERROR,
        sheet=sheet,
        text=say("school_table.check", label=field.name, message=field.message or say("school_table.check_unsaid")),
        area=area,
        formula=formula,
        found=lambda row: not is_blank(row.get(field.name)) and not _holds(plan, rule, row),
    )


def _repeated(plan: Plan, register: Register) -> Problem:
    """The same person twice would count twice."""
    key = register.key.name
    column = plan.column(register.name, key)

    def found(row: Row) -> bool:
        own = fold(str(row.get(key) or ""))
        rows = plan.prefill.data.registers.get(register.name, ())
        return bool(own) and sum(fold(str(other.values.get(key) or "")) == own for other in rows) > 1

    return Problem(
        tone=WARNING,
        sheet=register.name,
        text=say("school_table.duplicate", label=key),
        area=_column_area(plan, register.name, register.key),
        formula=lambda at: f'({at.of(key)}<>"")*(COUNTIF({column},{at.of(key)})>1)',
        found=found,
    )


def _holds(plan: Plan, condition: Condition, row: Row) -> bool:
    return holds(condition, row, plan.programme.passport.period, related(plan))
