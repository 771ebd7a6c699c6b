"""Where everything of a school table stands: decided once, before any sheet is drawn.

Sheets refer to one another (indicators to registers, the check to everything), so their places are known first.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass

from metodist.domain.fields import FACTS, SELF_ASSESSMENT, STAFF, Field, FieldType, Register
from metodist.domain.outcomes import Outcome
from metodist.domain.programme import Organisation, Programme
from metodist.domain.returns import Identity
from metodist.domain.self_assessment import questions
from metodist.domain.tables import FactCell, FactPart, OutcomeCell, Prefill, RegisterArea, Sheet
from metodist.layout.addresses import fixed, in_sheet
from metodist.layout.ranges import Ranges
from metodist.layout.self_lines import SelfLine, self_lines
from metodist.messages import say

#: Raised whenever the same programme comes to lie differently in a school table, or is counted by other formulas.
EDITION = "1"

INSTRUCTION = "Инструкция"
TITLE_PAGE = "Титул"
INDICATORS = "Показатели"
CHECK = "Проверка"
LISTS = "Списки"
SERVICE = "Служебный"

#: Rows of a register's sheet.
BAND_ROW, HEADING_ROW, HINT_ROW, FIRST_ROW = 4, 5, 6, 7
NUMBER_COLUMN = 1

#: Columns of «Сведения».
FACT_NUMBER, FACT_LABEL, FACT_UNIT, FACT_VALUE, FACT_PREVIOUS = 1, 2, 3, 4, 5
EVIDENCE: dict[FactPart, int] = {FactPart.DOCUMENT: 6, FactPart.NUMBER: 7, FactPart.DATE: 8, FactPart.LINK: 9}
FACT_REMARK = 10
FACT_HEADING_ROW, FACT_FIRST_ROW = 4, 5

#: Rows of «Титул» that the school fills in about the table itself.
TITLE_FACT_ROW, TITLE_FACT_COLUMN = 16, 2

#: The defined name of the list «да, нет» and of the names in «Кадры».
YES_NO_LIST = "Список_да_нет"
PEOPLE_LIST = "Список_педагогов"
#: The defined name of all name cells of «Кадры», filled or not: conditional formats may not name other sheets.
ALL_PEOPLE = "Педагоги_все"

_LEAST_STAFF, _LEAST_ROWS = 150, 100
#: Registers grow by so many rows; longer ones than the other number are not ours.
STEP, MOST_ROWS = 50, 5_000


@dataclass(frozen=True, slots=True)
class Drawn:
    """Sheets, and where «Показатели» shows its numbers."""

    sheets: tuple[Sheet, ...]
    outcomes: tuple[OutcomeCell, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """A school table before it is drawn.

    Args:
        registers: Places of registers, by name.
        facts: Places of the school's facts and their evidence, section by section, then of its self-assessment.
        self_lines: The lines of «Самооценка»; none where the programme asks for none.
        title_facts: Places of who filled the table in.
        lists: List's name → its defined name.
        ranges: The same places, for the compiler of conditions.
        people: Names of the staff that the table is issued with, without regard to case.
    """

    programme: Programme
    organisation: Organisation
    prefill: Prefill
    outcomes: Mapping[str, Outcome]
    registers: Mapping[str, RegisterArea]
    facts: tuple[FactCell, ...]
    title_facts: tuple[FactCell, ...]
    lists: Mapping[str, str]
    ranges: Ranges
    people: frozenset[str]
    self_lines: tuple[SelfLine, ...] = ()

    def facts_of(self, sheet: str) -> tuple[FactCell, ...]:
        """Places of the facts that stand on a sheet."""
        return tuple(cell for cell in self.facts if cell.sheet == sheet)

    @property
    def identity(self) -> Identity:
        """The stamp of this table."""
        passport = self.programme.passport
        version = f"{self.programme.version}.{EDITION}"
        return Identity(passport.code, passport.period.code, self.organisation.code, version)

    def column(self, register: str, field: str) -> str:
        """All cells of a register's column, absolute, with the sheet: ``'Кадры'!$C$7:$C$156``."""
        return self.ranges.register(register).column(field).reference

    def fact(self, name: str, part: FactPart = FactPart.VALUE) -> FactCell:
        """The cell of a fact.

        Raises:
            KeyError: The school states no such fact.
        """
        for cell in self.facts:
            if cell.fact.name == name and cell.part is part:
                return cell
        raise KeyError(name)

    def fact_cell(self, name: str, part: FactPart = FactPart.VALUE) -> str:
        """The absolute address of a fact's cell, with the sheet: ``'Сведения'!$D$8``."""
        cell = self.fact(name, part)
        return in_sheet(cell.sheet, fixed(cell.row, cell.column))


def make_plan(
    programme: Programme,
    organisation: Organisation,
    prefill: Prefill | None,
    outcomes: Mapping[str, Outcome] | None,
    room: int | None = None,
) -> Plan:
    """Decide where everything stands; depends on the programme and the school's size only.

    Args:
        programme: What is asked.
        organisation: Whose table it is.
        prefill: Values that are known already.
        outcomes: What the indicators come to with those values.
        room: For how many rows registers are made; what the school's staff needs now if left out.
    """
    rows = room_for(organisation.staff) if room is None else room
    registers = {register.name: _place(register, rows) for register in programme.registers}
    lines = self_lines(questions(programme))
    facts = (*_place_facts(programme.school_facts), *_place_answers(lines))
    return Plan(
        programme=programme,
        organisation=organisation,
        prefill=prefill or Prefill(),
        outcomes=outcomes or {},
        registers=registers,
        facts=facts,
        title_facts=_place_title_facts(),
        lists=_list_names(programme.lists),
        ranges=Ranges.of(programme, registers.values(), facts),
        people=_people(programme, prefill),
        self_lines=lines,
    )


def _people(programme: Programme, prefill: Prefill | None) -> frozenset[str]:
    rows = prefill.data.registers.get(STAFF, ()) if prefill else ()
    return frozenset(str(row.values.get(programme.staff.key.name) or "").casefold() for row in rows)


def room_for(staff: int) -> int:
    """For how many rows a school's registers are made: half as many again as its staff, in fifties."""
    return math.ceil(staff * 1.5 / STEP) * STEP


def capacity(register: Register, room: int) -> int:
    """How many rows a register has: at least 150 for «Кадры» and 100 for every other register."""
    return max(room, _LEAST_STAFF if register.name == STAFF else _LEAST_ROWS)


def _place(register: Register, room: int) -> RegisterArea:
    return RegisterArea(
        register=register.name,
        sheet=register.name,
        first_row=FIRST_ROW,
        capacity=capacity(register, room),
        heading_row=HEADING_ROW,
        number_column=NUMBER_COLUMN,
        columns={field.name: NUMBER_COLUMN + 1 + index for index, field in enumerate(register.fields)},
    )


def sections(facts: tuple[Field, ...]) -> tuple[tuple[str, tuple[Field, ...]], ...]:
    """Facts by section, sections in order of their first fact."""
    found: dict[str, list[Field]] = {}
    for fact in facts:
        found.setdefault(fact.section, []).append(fact)
    return tuple((title, tuple(members)) for title, members in found.items())


def _place_facts(facts: tuple[Field, ...]) -> tuple[FactCell, ...]:
    placed: list[FactCell] = []
    row = FACT_FIRST_ROW
    for title, members in sections(facts):
        row += 1 if title else 0
        for fact in members:
            placed.extend(_cells_of(fact, FACTS, row))
            row += 1
    return tuple(placed)


def _place_answers(lines: tuple[SelfLine, ...]) -> tuple[FactCell, ...]:
    asked = ((line.question, line.row) for line in lines if line.question is not None)
    return tuple(cell for question, row in asked for cell in _cells_of(question.field, SELF_ASSESSMENT, row))


def _cells_of(fact: Field, sheet: str, row: int) -> tuple[FactCell, ...]:
    """The value's cell and, for a presence, those of its evidence."""
    value = FactCell(fact, FactPart.VALUE, sheet, row, FACT_VALUE)
    if fact.type is not FieldType.PRESENCE:
        return (value,)
    return (value, *(FactCell(fact, part, sheet, row, column) for part, column in EVIDENCE.items()))


def _place_title_facts() -> tuple[FactCell, ...]:
    wanted = (
        ("responsible", FieldType.TEXT),
        ("post", FieldType.TEXT),
        ("phone", FieldType.TEXT),
        ("filled_on", FieldType.DATE),
    )
    fields = (Field(TITLE_PAGE, say(f"school_table.{name}"), kind, personal=True) for name, kind in wanted)
    return tuple(
        FactCell(field, FactPart.VALUE, TITLE_PAGE, TITLE_FACT_ROW + index, TITLE_FACT_COLUMN)
        for index, field in enumerate(fields)
    )


def _list_names(lists: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    names: dict[str, str] = {}
    taken = {YES_NO_LIST.lower(), PEOPLE_LIST.lower(), ALL_PEOPLE.lower()}
    for name in lists:
        wanted = "Список_" + re.sub(r"\W+", "_", name).strip("_")[:200]
        unique, number = wanted, 2
        while unique.lower() in taken:
            unique, number = f"{wanted}_{number}", number + 1
        taken.add(unique.lower())
        names[name] = unique
    return names
