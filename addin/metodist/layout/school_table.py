"""The school table as a value: what stands on which sheet, and where intake will find it again."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from metodist.domain.outcomes import Outcome
from metodist.domain.programme import Organisation, Programme
from metodist.domain.tables import Prefill, TableSpec
from metodist.layout.addresses import fixed, in_sheet
from metodist.layout.check_sheet import check_sheet
from metodist.layout.facts_sheet import facts_sheet
from metodist.layout.hidden_sheets import list_names, lists_sheet, service_sheet
from metodist.layout.indicators_sheet import indicators_sheet
from metodist.layout.instruction import instruction
from metodist.layout.plan import SERVICE, Drawn, Plan, make_plan
from metodist.layout.register_sheet import register_sheet
from metodist.layout.rules import STAMP_ROW, TOTAL_COLUMN, Rules, make_rules
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
    rules = make_rules(plan)
    drawn = [draw(plan, rules) for draw in SHEETS]
    stamp = (SERVICE, STAMP_ROW, TOTAL_COLUMN)
    return TableSpec(
        identity=plan.identity,
        title=programme.passport.title,
        sheets=tuple(sheet for part in drawn for sheet in part.sheets),
        names={**list_names(plan), IDENTITY_NAME: in_sheet(SERVICE, fixed(*stamp[1:]))},
        registers=tuple(plan.registers.values()),
        facts=(*plan.facts, *plan.title_facts),
        outcomes=tuple(cell for part in drawn for cell in part.outcomes),
        identity_cell=stamp,
        sheet_password=programme.passport.sheet_password,
        footer=say("school_table.footer", school=organisation.short_name, period=programme.passport.period.label),
    )


def _registers(plan: Plan, rules: Rules) -> Drawn:
    return Drawn(tuple(register_sheet(plan, rules, register) for register in plan.programme.registers))


def _facts(plan: Plan, rules: Rules) -> Drawn:
    return Drawn((facts_sheet(plan, rules),) if plan.facts else ())


#: Every sheet, in the order in which the school sees them.
SHEETS: tuple[Callable[[Plan, Rules], Drawn], ...] = (
    lambda plan, _: Drawn((instruction(plan),)),
    lambda plan, rules: Drawn((title_page(plan, rules),)),
    _registers,
    _facts,
    lambda plan, _: indicators_sheet(plan),
    lambda plan, rules: Drawn((check_sheet(plan, rules),)),
    lambda plan, _: Drawn((lists_sheet(plan),)),
    lambda plan, rules: Drawn((service_sheet(plan, rules),)),
)
