"""The sheets of the summary in their order."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from metodist.domain.summary import Summary
from metodist.layout.summary_sheets.breakdowns import write_breakdowns
from metodist.layout.summary_sheets.briefing import write_briefing
from metodist.layout.summary_sheets.chart_data import write_chart_data
from metodist.layout.summary_sheets.charts import write_charts
from metodist.layout.summary_sheets.clusters import write_clusters
from metodist.layout.summary_sheets.completeness import write_completeness
from metodist.layout.summary_sheets.cycle import write_cycle
from metodist.layout.summary_sheets.dynamics import write_dynamics
from metodist.layout.summary_sheets.effects import write_effects
from metodist.layout.summary_sheets.factors import write_factors
from metodist.layout.summary_sheets.facts import write_facts
from metodist.layout.summary_sheets.front import write_front
from metodist.layout.summary_sheets.indicators import write_indicators
from metodist.layout.summary_sheets.pages import Page
from metodist.layout.summary_sheets.protocol import write_protocol
from metodist.layout.summary_sheets.query import write_query, write_query_lists
from metodist.layout.summary_sheets.registers import write_registers
from metodist.layout.summary_sheets.rubric import write_rubric
from metodist.layout.summary_sheets.self_scores import write_self_scores

#: Sheets that have nothing to show where the programme has no indicators.
ABOUT_INDICATORS = (write_breakdowns, write_charts, write_dynamics, write_clusters, write_factors)

SHEETS: tuple[Callable[[Page], None], ...] = (
    write_front,
    write_briefing,
    write_indicators,
    write_breakdowns,
    write_charts,
    write_dynamics,
    write_clusters,
    write_factors,
    write_effects,
    write_query,
    write_rubric,
    write_self_scores,
    write_cycle,
    write_registers,
    write_facts,
    write_completeness,
    write_protocol,
    write_chart_data,
    write_query_lists,
)


def sheets_of(summary: Summary) -> Iterator[Callable[[Page], None]]:
    """The sheets that this summary has; a writer may still find that it has nothing to write."""
    return (write for write in SHEETS if summary.programme.indicators or write not in ABOUT_INDICATORS)
