"""The index page of a package: what was monitored and what came of it, for the municipality's site.

One file without scripts and without anything from elsewhere: it can be opened from a disk, printed, read by a screen
reader and walked through by keyboard.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

from metodist.documents.breakdowns import BreakdownTable, breakdown_tables, table_numbers
from metodist.documents.completeness import completeness_text
from metodist.documents.indicators import IndicatorGroup, indicator_groups, key_indicators
from metodist.documents.numbers import date_words
from metodist.documents.typography import bind, capitalised, clean
from metodist.domain.indicators import Indicator, IndicatorKind
from metodist.domain.summary import SchoolResult, Summary
from metodist.domain.wording import DASH, value_text
from metodist.messages import say

#: Columns of values in one table of schools: more do not fit a printed page.
_COLUMNS = 6
_LISTS = (IndicatorKind.DISTRIBUTION, IndicatorKind.RANKING)


@dataclass(frozen=True, slots=True)
class SiteFile:
    """One document of the package.

    Args:
        title: What it is.
        about: Number and date, or that it is a draft; which edition it is.
        links: What each link says («Word, 38 КБ») and where it leads.
        school: Whom it is about; empty for the municipality.
    """

    title: str
    about: str
    links: tuple[tuple[str, str], ...]
    school: str = ""


@dataclass(frozen=True, slots=True)
class SchoolTable:
    """Values of schools by a few indicators.

    Args:
        caption: What the table shows.
        headings: Codes and titles of the indicators.
        rows: A school's name and its values.
    """

    caption: str
    headings: tuple[tuple[str, str], ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class SitePage:
    """Everything that the page says."""

    title: str
    lead: str
    facts: tuple[tuple[str, str], ...]
    files: tuple[SiteFile, ...]
    findings: tuple[str, ...]
    groups: tuple[IndicatorGroup, ...]
    splits: tuple[BreakdownTable, ...]
    tables: tuple[SchoolTable, ...]
    left_out: tuple[str, ...]

    @property
    def shelves(self) -> tuple[tuple[str, str, tuple[SiteFile, ...]], ...]:
        """Documents of the same title and state together: title, state, documents."""
        shelves = groupby(self.files, key=lambda file: (file.title, file.about))
        return tuple((title, about, tuple(files)) for (title, about), files in shelves)


def site_page(
    summary: Summary,
    files: tuple[SiteFile, ...],
    left_out: tuple[Indicator, ...],
    hidden: Mapping[str, frozenset[str]],
) -> SitePage:
    """The page of a public summary.

    Args:
        summary: Without anything that must not be published.
        files: Documents of the package.
        left_out: Indicators that are not published at all.
        hidden: By indicator code: schools whose value is not published.
    """
    passport = summary.programme.passport
    facts = (
        (say("package.fact_programme"), clean(passport.title)),
        (say("package.fact_body"), clean(passport.body)),
        (say("package.fact_period"), passport.period.label),
        (say("package.fact_tables"), completeness_text(summary)),
        (say("package.fact_built"), date_words(summary.built.date())),
    )
    key = key_indicators(summary)
    split = table_numbers(summary, 1)
    lists = [one.code for one in summary.programme.indicators if one.kind in _LISTS and one.code in split]
    numbers = {code: number for number, code in enumerate(lists, 1)}
    return SitePage(
        title=bind(say("package.title", period=passport.period.label)),
        lead=capitalised(clean(passport.municipality)),
        facts=tuple((name, bind(value)) for name, value in facts if value),
        files=files,
        findings=tuple(bind(f"{capitalised(clean(summary.headlines[one.code]))}.") for one in key),
        groups=indicator_groups(summary, numbers),
        splits=breakdown_tables(summary, numbers),
        tables=tuple(_tables(summary, key, hidden)),
        left_out=tuple(f"{one.code}. {clean(one.title)}" for one in left_out),
    )


def site_html(page: SitePage) -> str:
    """The page as HTML."""
    return str(_template().render(page=page, say=_say, dash=DASH))


def csv_text(page: SitePage) -> str:
    """The table of indicators as semicolon-separated values, for a spreadsheet; a formula is never one."""
    rows = [tuple(say(f"package.head_{name}") for name in ("code", "title", "counted", "value", "target", "verdict"))]
    for group in page.groups:
        rows += [(one.code, one.title, one.counted, one.value, one.target, one.verdict) for one in group.rows]
    return "".join(";".join(_cell(value) for value in row) + "\r\n" for row in rows)


def _cell(value: str) -> str:
    safe = f"'{value}" if value[:1] in ("=", "+", "-", "@") else value
    return '"' + safe.replace('"', '""') + '"'


def _tables(summary: Summary, key: tuple[Indicator, ...], hidden: Mapping[str, frozenset[str]]) -> list[SchoolTable]:
    compared = [one for one in key if one.compares_schools and one.kind not in _LISTS]
    pieces = [compared[start : start + _COLUMNS] for start in range(0, len(compared), _COLUMNS)]
    return [
        SchoolTable(
            caption=say("package.caption_schools", codes=", ".join(one.code for one in piece)),
            headings=tuple((one.code, clean(one.title)) for one in piece),
            rows=tuple(
                (clean(school.organisation.short_name), tuple(_value(one, school, hidden) for one in piece))
                for school in summary.schools
            ),
        )
        for piece in pieces
    ]


def _value(indicator: Indicator, school: SchoolResult, hidden: Mapping[str, frozenset[str]]) -> str:
    if school.organisation.code in hidden.get(indicator.code, frozenset()):
        return say("package.few")
    outcome = school.outcomes.get(indicator.code)
    return DASH if outcome is None or outcome.value is None else value_text(indicator, outcome.value)


def _say(name: str, **values: object) -> str:
    return say(f"package.{name}", **values)


@cache
def _template() -> Any:
    from jinja2 import Environment, StrictUndefined

    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return environment.from_string(Path(__file__).with_name("site_page.html").read_text(encoding="utf-8"))
