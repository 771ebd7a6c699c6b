"""«Протокол»: every finding of every table, filterable."""

from __future__ import annotations

from collections.abc import Iterator

from metodist.domain.findings import Severity
from metodist.domain.summary import Summary
from metodist.layout.addresses import in_sheet
from metodist.layout.summary_sheets.completeness import lines_of
from metodist.layout.summary_sheets.listing import HEAD_ROW, LINK_LOOKS, Entry, Link, ListColumn, Listing
from metodist.layout.summary_sheets.pages import Page
from metodist.messages import say

_LOOKS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.REMARK: "done"}
SEVERITY_COLUMN = 4


def write_protocol(page: Page) -> None:
    """Write the sheet; a clean district gets an explicit line."""
    clean = not any(line.findings for line in lines_of(page.summary))
    lead = say("summary.protocol_clean" if clean else "summary.protocol_lead")
    pen = page.open(page.plan.protocol, say("summary.protocol_title"), lead, personal=not clean)
    columns = (
        ListColumn(say("summary.code"), 10, ("top", "padded")),
        ListColumn(say("summary.school"), 24),
        ListColumn(say("summary.state"), 16, ("top", "padded")),
        ListColumn(say("summary.severity"), 18, ("top", "strong")),
        ListColumn(say("summary.sheet"), 16),
        ListColumn(say("summary.cell"), 12, ("top", "padded")),
        ListColumn(say("summary.found_value"), 24),
        ListColumn(say("summary.message"), 90),
        ListColumn(say("summary.places"), 10, ("plain_number", "top")),
        ListColumn(say("summary.source"), 14, LINK_LOOKS),
    )
    found = list(_rows(page.summary))
    listing = Listing(page.plan.protocol, columns, found, len(found))
    page.put_list(pen, listing)
    for severity, look in _LOOKS.items():
        word = say(f"summary.severity_{severity}")
        rule = {"type": "cell", "criteria": "==", "value": f'"{word}"', "format": page.looks.conditional(look)}
        pen.sheet.conditional_format(HEAD_ROW, SEVERITY_COLUMN - 1, listing.last_row - 1, SEVERITY_COLUMN - 1, rule)


def _rows(summary: Summary) -> Iterator[tuple[Entry, ...]]:
    newer = {item.organisation.code: item for item in summary.faulty}
    for line in lines_of(summary):
        batches = [(line.state, line.source, line.findings)]
        late = newer.get(line.organisation.code)
        if line.state == "accepted" and late:
            batches.append(("faulty", late.source, late.findings))
        for state, source, findings in batches:
            for finding in findings:
                place = in_sheet(finding.sheet, finding.cell or "A1") if finding.sheet else ""
                yield (
                    line.organisation.code,
                    line.organisation.short_name,
                    say(f"summary.state_{state}"),
                    say(f"summary.severity_{finding.severity}"),
                    finding.sheet,
                    finding.cell,
                    finding.value,
                    finding.message,
                    finding.count,
                    Link(source, say("summary.open"), place),
                )
