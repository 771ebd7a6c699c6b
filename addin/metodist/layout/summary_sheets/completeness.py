"""«Полнота»: who sent, when, with what findings; who did not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from metodist.domain.findings import Finding, Severity, count_of
from metodist.domain.programme import Organisation
from metodist.domain.summary import Summary
from metodist.layout.addresses import fixed, in_sheet, letters, quoted
from metodist.layout.summary_sheets.listing import HEAD_ROW, LINK_LOOKS, Entry, Link, ListColumn, Listing
from metodist.layout.summary_sheets.pages import Page
from metodist.messages import say

STATE_COLUMN = 3
#: State → look; the word says the same as the colour.
STATES = {"accepted": "done", "faulty": "error", "missing": "warning"}


@dataclass(frozen=True, slots=True)
class Line:
    """One school's state: what became of its table, and what to do next."""

    organisation: Organisation
    state: str
    received: datetime | None
    findings: tuple[Finding, ...]
    source: str
    advice: str


def lines_of(summary: Summary) -> list[Line]:
    """One line a school that has to hand in, in the programme's order."""
    faulty = {item.organisation.code: item for item in summary.faulty}
    lines: dict[str, Line] = {}
    for school in summary.schools:
        newer = faulty.pop(school.organisation.code, None)
        advice = say("summary.advice_newer_faulty", errors=count_of(newer.findings, Severity.ERROR)) if newer else ""
        line = Line(school.organisation, "accepted", school.received, school.findings, school.source, advice)
        lines[school.organisation.code] = line
    for code, item in faulty.items():
        advice = say("summary.advice_faulty")
        lines[code] = Line(item.organisation, "faulty", item.received, item.findings, item.source, advice)
    for organisation in summary.missing:
        if organisation.code not in lines:
            lines[organisation.code] = Line(organisation, "missing", None, (), "", say("summary.advice_missing"))
    order = {school.code: number for number, school in enumerate(summary.programme.organisations)}
    return sorted(lines.values(), key=lambda line: order.get(line.organisation.code, len(order)))


def write_completeness(page: Page) -> None:
    """Write the sheet."""
    pen = page.open(page.plan.completeness, say("summary.completeness_title"), say("summary.completeness_lead"))
    columns = (
        ListColumn(say("summary.code"), 10, ("top", "padded")),
        ListColumn(say("summary.school"), 30),
        ListColumn(say("summary.state"), 17, ("centre", "top", "strong")),
        ListColumn(say("summary.received"), 18, ("moment", "top")),
        ListColumn(say("summary.errors"), 12, ("plain_number", "top")),
        ListColumn(say("summary.warnings"), 18, ("plain_number", "top")),
        ListColumn(say("summary.remarks"), 13, ("plain_number", "top")),
        ListColumn(say("summary.file"), 16, LINK_LOOKS),
        ListColumn(say("summary.advice"), 60),
    )
    lines = lines_of(page.summary)
    listing = Listing(page.plan.completeness, columns, map(_row, lines), len(lines))
    page.put_list(pen, listing)
    area = (HEAD_ROW, STATE_COLUMN - 1, listing.last_row - 1, STATE_COLUMN - 1)
    own = f"{letters(STATE_COLUMN)}{HEAD_ROW + 1}"
    for state, look in STATES.items():
        rule = {"type": "formula", "criteria": f"={own}={quoted(say(f'summary.state_{state}'))}"}
        pen.sheet.conditional_format(*area, rule | {"format": page.looks.conditional(look)})


def _row(line: Line) -> tuple[Entry, ...]:
    counts = [count_of(line.findings, severity) if line.source else None for severity in Severity]
    link = Link(line.source, say("summary.open")) if line.source else None
    school = line.organisation
    return (
        school.code,
        school.short_name,
        say(f"summary.state_{line.state}"),
        line.received,
        *counts,
        link,
        line.advice,
    )


def state_count(page: Page, state: str) -> str:
    """The formula that counts the schools of a state on «Полнота»."""
    last = max(HEAD_ROW + 1, HEAD_ROW + len(lines_of(page.summary)))
    area = f"{fixed(HEAD_ROW + 1, STATE_COLUMN)}:{fixed(last, STATE_COLUMN)}"
    return f"COUNTIF({in_sheet(page.plan.completeness, area)},{quoted(say(f'summary.state_{state}'))})"
