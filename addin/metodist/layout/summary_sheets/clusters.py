"""«Кластеры»: groups of schools that are alike, with every number that puts a school into its group."""

from __future__ import annotations

from metodist.domain.clusters import Clustering
from metodist.domain.summary import Summary
from metodist.domain.wording import number_text
from metodist.layout import fitting
from metodist.layout.addresses import fixed
from metodist.layout.summary_sheets.clusters_chart import draw_clusters
from metodist.layout.summary_sheets.clusters_matrix import write_matrix
from metodist.layout.summary_sheets.clusters_places import CODE, GROUP, GROUPS_ROW, SCHOOL, Places, places_of
from metodist.layout.summary_sheets.pages import Page
from metodist.layout.summary_sheets.pens import Pen
from metodist.messages import say

_NOTABLE = 0.25
"""Kaufman and Rousseeuw, Finding Groups in Data (1990): below it no substantial structure has been found."""
_NAME_RIGHT, _NAME_WIDTH, _MEMBERS_WIDTH = 6, 60.0, 95.0
_LEAD_SPAN = 14


def write_clusters(page: Page) -> None:
    """Write the sheet; too few schools are said in words."""
    clustering = page.summary.analysis.clustering
    if not clustering.clusters:
        pen = page.open(say("clusters.sheet"), say("clusters.title"), say("clusters.lead_none"))
        pen.put(5, 1, clustering.reason or say("clusters.no_indicators"))
        pen.sheet.freeze_panes(3, 0)
        return
    places = places_of(page.summary)
    pen = page.open(say("clusters.sheet"), say("clusters.title"), say("clusters.lead"), span=_LEAD_SPAN)
    _groups(page, pen, places)
    _words(pen, clustering, GROUPS_ROW + len(clustering.clusters) + 2)
    draw_clusters(page, pen, places)
    write_matrix(page, pen, places)
    row = _migrations(page, pen, places, places.below + 1)
    row = _silhouettes(pen, places, row)
    _indicators(page, pen, clustering, row)
    pen.sheet.freeze_panes(3, SCHOOL)
    pen.sheet.print_area(0, 0, places.below + 40, places.first_gap - 2)


def _groups(page: Page, pen: Pen, places: Places) -> None:
    names = {school.organisation.code: school.organisation.short_name for school in page.summary.schools}
    right = places.first_value + 2
    pen.put(GROUPS_ROW, CODE, say("clusters.letter"), "heading")
    pen.merge(GROUPS_ROW, SCHOOL, _NAME_RIGHT, say("clusters.name"), "heading")
    pen.put(GROUPS_ROW, _NAME_RIGHT + 1, say("clusters.count"), "heading")
    pen.merge(GROUPS_ROW, _NAME_RIGHT + 2, right, say("clusters.members"), "heading")
    for row, cluster in enumerate(places.clustering.clusters, GROUPS_ROW + 1):
        members = ", ".join(names.get(code, code) for code in cluster.members)
        pen.put(row, CODE, cluster.letter, "cell", "centre", "strong")
        pen.merge(row, SCHOOL, _NAME_RIGHT, cluster.name, "cell", "wrap", "padded")
        count = f"COUNTIF({places.area(GROUP)},{fixed(row, CODE)})"
        pen.formula(row, _NAME_RIGHT + 1, count, len(cluster.members), "cell", "computed", "integer")
        pen.merge(row, _NAME_RIGHT + 2, right, members, "cell", "wrap", "padded")
        heights = (fitting.fitted_height(cluster.name, _NAME_WIDTH), fitting.fitted_height(members, _MEMBERS_WIDTH))
        pen.height(row, max(heights))
    pen.height(GROUPS_ROW, 20)


def mean_silhouette(clustering: Clustering) -> float:
    """Of the groups by numbers: how well they are parted."""
    return sum(each.silhouette for each in clustering.memberships) / len(clustering.memberships)


def strength_words(clustering: Clustering) -> str:
    """Whether the groups are clear or the parting is a convention."""
    value = mean_silhouette(clustering)
    return say("clusters.clear" if value >= _NOTABLE else "clusters.weak", value=number_text(value, 2))


def _words(pen: Pen, clustering: Clustering, row: int) -> None:
    chosen = say("clusters.by_methodist" if clustering.by_methodist else "clusters.by_silhouette")
    pen.put(row, 1, strength_words(clustering), "strong")
    for offset, note in enumerate((chosen, *clustering.notes), 1):
        pen.put(row + offset, 1, note, *(() if note == chosen else ("personal",)))


def _migrations(page: Page, pen: Pen, places: Places, row: int) -> int:
    """How many schools went from which group to which. Returns the first free row."""
    clustering = places.clustering
    if clustering.previous is None:
        return row
    now = page.summary.programme.passport.period.label
    pen.put(row, 1, say("clusters.migrations", before=clustering.previous.label, now=now), "section")
    pen.put(row + 1, CODE, say("clusters.from"), "heading")
    letters = sorted({each.before for each in clustering.migrations if each.before} | set(places.letters))
    for column, letter in enumerate(places.letters, SCHOOL + 1):
        pen.put(row + 1, column, say("clusters.to", letter=letter), "heading")
    pen.put(row + 1, SCHOOL, None, "heading")
    none = say("clusters.none_before")
    for at, before in enumerate((*letters, none), row + 2):
        pen.put(at, CODE, before, "cell", "centre", "strong")
        pen.put(at, SCHOOL, None, "cell", "reference")
        for column, letter in enumerate(places.letters, SCHOOL + 1):
            count = sum((each.before or none) == before and each.now == letter for each in clustering.migrations)
            picked = f'{places.area(places.before)},{fixed(at, CODE)},{places.area(GROUP)},"{letter}"'
            pen.formula(at, column, f"COUNTIFS({picked})", count, "cell", "computed", "integer")
    return row + len(letters) + 4


def _silhouettes(pen: Pen, places: Places, row: int) -> int:
    """The mean silhouette by number of groups, and what the formulas of the sheet come to. Returns a free row."""
    clustering = places.clustering
    pen.put(row, 1, say("clusters.silhouettes"), "section")
    pen.put(row + 1, CODE, say("clusters.number"), "heading")
    pen.put(row + 1, SCHOOL, say("clusters.silhouette"), "heading")
    pen.height(row + 1, 34)
    for at, (number, value) in enumerate(clustering.silhouettes.items(), row + 2):
        strong = ("strong",) if number == len(clustering.clusters) else ()
        pen.put(at, CODE, number, "cell", "integer", *strong)
        pen.put(at, SCHOOL, value, "cell", "two_digits", *strong)
    last = row + 2 + len(clustering.silhouettes)
    pen.put(last, CODE, None, "cell", "reference")
    formula, cached = f"AVERAGE({places.area(places.silhouette)})", mean_silhouette(clustering)
    pen.formula(last, SCHOOL, formula, cached, "cell", "computed", "two_digits")
    pen.put(last, SCHOOL + 1, say("clusters.sheet_silhouette"), "note")
    return last + 2


def _indicators(page: Page, pen: Pen, clustering: Clustering, row: int) -> None:
    """Which indicators count, which do not and why, and where a mean stands in place of a value."""
    pen.put(row, 1, say("clusters.indicators"), "section")
    for indicator in page.summary.programme.indicators:
        if indicator.code in clustering.indicators:
            state = say("clusters.takes_part")
        elif indicator.code in clustering.left_out:
            state = say("clusters.left_out", reason=clustering.left_out[indicator.code])
        else:
            continue
        row += 1
        pen.put(row, CODE, indicator.code, "padded")
        pen.put(row, SCHOOL, f"{indicator.title} — {state}")
    blanks = _blanks(page.summary)
    if blanks:
        pen.put(row + 2, 1, say("clusters.blanks", blanks=blanks))


def _blanks(summary: Summary) -> str:
    names = {school.organisation.code: school.organisation.short_name for school in summary.schools}
    return "; ".join(
        say("clusters.blank", school=names.get(each.school, each.school), codes=", ".join(each.blanks))
        for each in summary.analysis.clustering.memberships
        if each.blanks
    )
