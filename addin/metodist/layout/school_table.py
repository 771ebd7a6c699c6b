"""The school table as a value: what stands on which sheet, and where intake will find it again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from metodist.domain.fields import FACTS
from metodist.domain.outcomes import Outcome
from metodist.domain.programme import Organisation, Programme
from metodist.domain.tables import Prefill, Sheet, TableSpec
from metodist.layout.addresses import fixed, in_sheet
from metodist.layout.check_sheet import check_sheet
from metodist.layout.facts_sheet import facts_sheet
from metodist.layout.hidden_sheets import list_names, lists_sheet, restamped, service_sheet
from metodist.layout.indicators_sheet import indicators_sheet
from metodist.layout.instruction import instruction
from metodist.layout.plan import (
    INSTRUCTION,
    MOST_ROWS,
    SERVICE,
    STEP,
    TITLE_PAGE,
    Drawn,
    Plan,
    capacity,
    make_plan,
    room_for,
)
from metodist.layout.register_sheet import register_sheet
from metodist.layout.rules import STAMP_ROW, TOTAL_COLUMN, Rules, make_rules
from metodist.layout.self_assessment_sheet import self_assessment_sheet
from metodist.layout.title_page import title_page
from metodist.messages import say

#: The defined name of the cell with the stamp.
IDENTITY_NAME = "metodist_id"


def table_spec(
    programme: Programme,
    organisation: Organisation,
    prefill: Prefill | None = None,
    outcomes: Mapping[str, Outcome] | None = None,
) -> TableSpec:
    """Lay out the table of one school.

    Where things stand depends on the programme and the organisation only, so that intake can lay the same table
    out again and compare.

    Args:
        programme: What is asked.
        organisation: Whose table it is.
        prefill: Values that are known already; ``None`` for an empty table.
        outcomes: What the indicators come to with those values; ``None`` for an empty table.
    """
    plan = make_plan(programme, organisation, prefill, outcomes)
    return _drawn(plan, make_rules(plan))


def _drawn(plan: Plan, rules: Rules) -> TableSpec:
    drawn = [draw(plan, rules) for draw in SHEETS]
    stamp = (SERVICE, STAMP_ROW, TOTAL_COLUMN)
    return TableSpec(
        identity=plan.identity,
        title=plan.programme.passport.title,
        sheets=tuple(sheet for part in drawn for sheet in part.sheets),
        names={**list_names(plan), IDENTITY_NAME: in_sheet(SERVICE, fixed(*stamp[1:]))},
        registers=tuple(plan.registers.values()),
        facts=(*plan.facts, *plan.title_facts),
        outcomes=tuple(cell for part in drawn for cell in part.outcomes),
        identity_cell=stamp,
        sheet_password=plan.programme.passport.sheet_password,
        footer=_footer(plan),
    )


def _footer(plan: Plan) -> str:
    period = plan.programme.passport.period.label
    return say("school_table.footer", school=plan.organisation.short_name, period=period)


def _registers(plan: Plan, rules: Rules) -> Drawn:
    return Drawn(tuple(register_sheet(plan, rules, register) for register in plan.programme.registers))


def _facts(plan: Plan, rules: Rules) -> Drawn:
    return Drawn((facts_sheet(plan, rules),) if plan.facts_of(FACTS) else ())


def _self_assessment(plan: Plan, rules: Rules) -> Drawn:
    return Drawn((self_assessment_sheet(plan, rules),) if plan.self_lines else ())


#: Every sheet, in the order in which the school sees them.
SHEETS: tuple[Callable[[Plan, Rules], Drawn], ...] = (
    lambda plan, _: Drawn((instruction(plan),)),
    lambda plan, rules: Drawn((title_page(plan, rules),)),
    _registers,
    _facts,
    lambda plan, _: indicators_sheet(plan),
    _self_assessment,
    lambda plan, rules: Drawn((check_sheet(plan, rules),)),
    lambda plan, _: Drawn((lists_sheet(plan),)),
    lambda plan, rules: Drawn((service_sheet(plan, rules),)),
)

#: Sheets that name the school, and how they are drawn for another one.
_OWN_SHEETS: Mapping[str, Callable[[Sheet, Plan, Rules], Sheet]] = {
    INSTRUCTION: lambda _, plan, __: instruction(plan),
    TITLE_PAGE: lambda _, plan, rules: title_page(plan, rules),
    SERVICE: lambda sheet, plan, _: restamped(sheet, plan),
}


class TableSpecs:
    """The empty tables of one programme's schools; schools with equally long registers share most sheets.

    A shared sheet is the very same object, so that whoever reads it can tell at once that it has been read.

    Args:
        programme: What is asked.
    """

    def __init__(self, programme: Programme) -> None:
        """Lay out nothing yet."""
        self._programme = programme
        self._first: dict[tuple[int, ...], tuple[Plan, Rules, TableSpec]] = {}

    def of(self, organisation: Organisation) -> TableSpec:
        """The table of one school: equal to ``table_spec(programme, organisation)``."""
        return self._of_room(organisation, room_for(organisation.staff))

    def of_length(self, organisation: Organisation, lengths: Mapping[str, int]) -> TableSpec | None:
        """The table of a school as it was when its registers had these lengths.

        Args:
            organisation: Whose table it is.
            lengths: Rows of each register, by name.

        Returns:
            ``None`` where registers never have these lengths together.
        """
        for room in (max(lengths.values()), min(lengths.values())):
            expected = {register.name: capacity(register, room) for register in self._programme.registers}
            if room % STEP == 0 and room <= MOST_ROWS and expected == lengths:
                return self._of_room(organisation, room)
        return None

    def _of_room(self, organisation: Organisation, room: int) -> TableSpec:
        size = tuple(capacity(register, room) for register in self._programme.registers)
        if size not in self._first:
            plan = make_plan(self._programme, organisation, None, None, room)
            rules = make_rules(plan)
            self._first[size] = (plan, rules, _drawn(plan, rules))
        first, rules, spec = self._first[size]
        plan = replace(first, organisation=organisation)
        sheets = tuple(_redrawn(sheet, plan, rules) for sheet in spec.sheets)
        return replace(spec, identity=plan.identity, sheets=sheets, footer=_footer(plan))


def _redrawn(sheet: Sheet, plan: Plan, rules: Rules) -> Sheet:
    redraw = _OWN_SHEETS.get(sheet.name)
    return sheet if redraw is None else redraw(sheet, plan, rules)
