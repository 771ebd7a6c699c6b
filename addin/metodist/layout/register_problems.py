"""What can be wrong with a register: its cells, a row without its key, a person twice, nobody at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from metodist.domain.fields import STAFF, Field, FieldType, Register
from metodist.domain.tables import Area
from metodist.domain.values import Row, is_blank
from metodist.layout.plan import Plan
from metodist.layout.problems import ERROR, REQUIRED, WARNING, Problem, missing, unfitting, wrong
from metodist.layout.references import Place
from metodist.messages import say


def register_problems(plan: Plan, register: Register) -> tuple[Problem, ...]:
    """What can be wrong with a register: first the row without a key, then by columns, last the whole sheet."""
    found = [_keyless(plan, register)]
    key = register.key.name

    def counts(row: Row) -> bool:
        return not is_blank(row.get(key))

    for field in register.fields:
        area = _column_area(plan, register.name, field)
        if field is not register.key:
            found.extend(missing(plan, register.name, field, area, counts))
        found.extend(wrong(plan, register.name, field, area))
        found.extend(unfitting(plan, register.name, field, area, register.fields))
    if register.name == STAFF:
        found.extend(_repeated(plan, register))
        found.append(_nobody(plan, register))
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
        return f'({at.of(key)}="")*{at.begun(others)}' if others else f'({at.of(key)}="")*0'

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


def _repeated(plan: Plan, register: Register) -> Iterator[Problem]:
    """One name twice is an error; only two dates of birth that differ prove namesakes, to be looked at."""
    key = register.key.name
    born = next((field.name for field in register.fields if field.type is FieldType.DATE and field.personal), "")
    rows = [row.values for row in plan.prefill.data.registers.get(register.name, ())]
    named = Counter(_folded(row, key) for row in rows)
    dated = Counter((_folded(row, key), row.get(born)) for row in rows)

    def several(row: Row) -> bool:
        return bool(_folded(row, key)) and named[_folded(row, key)] > 1

    def same(row: Row) -> bool:
        name, day = _folded(row, key), row.get(born)
        alike = named[name] if is_blank(day) else dated[name, day] + dated[name, None]
        return several(row) and alike > 1

    def cells(at: Place, *names: str) -> str:
        return ",".join(f"{plan.column(register.name, name)},{at.of(name)}" for name in names)

    def twice(at: Place) -> str:
        filled, several = f'({at.of(key)}<>"")', f"(COUNTIFS({cells(at, key)})>1)"
        if not born:
            return f"{filled}*{several}"
        undated = f'COUNTIFS({cells(at, key)},{plan.column(register.name, born)},"")'
        return f'{filled}*(({several}*({at.of(born)}="")+(COUNTIFS({cells(at, key, born)})+{undated}>1))>0)'

    def namesakes(at: Place) -> str:
        return f'({at.of(key)}<>"")*(COUNTIFS({cells(at, key)})>1)*(1-{twice(at)})'

    area = _column_area(plan, register.name, register.key)
    text = say("school_table.repeated", label=key)
    yield Problem(tone=ERROR, sheet=register.name, text=text, area=area, formula=twice, found=same)
    if born:
        text = say("school_table.namesake", label=key)
        found = lambda row: several(row) and not same(row)  # noqa: E731
        yield Problem(tone=WARNING, sheet=register.name, text=text, area=area, formula=namesakes, found=found)


def _folded(row: Row, name: str) -> str:
    """A name as COUNTIFS compares it: without regard to case, blanks as they stand."""
    return str(row.get(name) or "").casefold()


def _nobody(plan: Plan, register: Register) -> Problem:
    """A school without any teacher would pass every other check."""
    area = _column_area(plan, register.name, register.key)
    column = plan.column(register.name, register.key.name)
    empty = not plan.prefill.data.registers.get(register.name)
    return Problem(
        tone=REQUIRED,
        sheet=register.name,
        text=say("school_table.fill_in_staff", sheet=register.name),
        area=Area(area.top, area.left, area.top, area.left),
        formula=lambda _: f"(COUNTA({column})=0)*1",
        found=lambda _: empty,
        due=lambda _: "1",
        asked=lambda _: True,
        once=True,
    )
