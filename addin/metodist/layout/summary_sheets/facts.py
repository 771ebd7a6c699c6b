"""«Сведения»: every fact of every school with its evidence."""

from __future__ import annotations

from collections.abc import Iterator

from metodist.domain.returns import Evidence
from metodist.domain.summary import Summary
from metodist.layout.summary_sheets.listing import LINK_LOOKS, Entry, Link, ListColumn, Listing
from metodist.layout.summary_sheets.pages import Page
from metodist.messages import say

NO_EVIDENCE = Evidence()


def write_facts(page: Page) -> None:
    """Write the sheet; programmes without facts have none."""
    if not page.summary.programme.school_facts:
        return
    pen = page.open(page.plan.facts, say("summary.facts_title"), say("summary.facts_lead"), tab="computed")
    columns = (
        ListColumn(say("summary.code"), 10, ("top", "padded")),
        ListColumn(say("summary.school"), 24),
        ListColumn(say("summary.fact_section"), 24),
        ListColumn(say("summary.fact"), 44),
        ListColumn(say("summary.fact_value"), 14, ("right", "top", "wrap")),
        ListColumn(say("summary.unit"), 11, ("top", "padded")),
        ListColumn(say("summary.evidence_document"), 36),
        ListColumn(say("summary.evidence_number"), 11),
        ListColumn(say("summary.evidence_date"), 12, ("date", "top")),
        ListColumn(say("summary.evidence_link"), 30),
        ListColumn(say("summary.source"), 14, LINK_LOOKS),
    )
    count = len(page.summary.schools) * len(page.summary.programme.school_facts)
    page.put_list(pen, Listing(page.plan.facts, columns, _rows(page.summary), count))


def _rows(summary: Summary) -> Iterator[tuple[Entry, ...]]:
    for school in summary.schools:
        link = Link(school.source, say("summary.open"))
        for fact in summary.programme.school_facts:
            proof = school.data.evidence.get(fact.name, NO_EVIDENCE)
            yield (
                school.organisation.code,
                school.organisation.short_name,
                fact.section,
                fact.name,
                school.data.facts.get(fact.name),
                fact.unit,
                proof.document,
                proof.number,
                proof.date,
                proof.link,
                link,
            )
