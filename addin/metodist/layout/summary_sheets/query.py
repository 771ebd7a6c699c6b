"""«Запрос»: choose from lists, counts follow at once; a button lists the people and saves the query by name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from metodist.domain.fields import MUNICIPALITY
from metodist.domain.indicators import Indicator
from metodist.domain.queries import INDICATOR, SCHOOL, Question
from metodist.domain.summary import Summary
from metodist.domain.values import YES
from metodist.domain.wording import is_fraction
from metodist.layout.addresses import fixed, in_sheet, quoted
from metodist.layout.summary_sheets import plan as rows
from metodist.layout.summary_sheets.listing import HEAD_ROW
from metodist.layout.summary_sheets.pages import Page
from metodist.layout.summary_sheets.pens import Pen
from metodist.layout.summary_sheets.plan import Part
from metodist.layout.summary_sheets.query_places import (
    CHOICE,
    FIRST_CHOICE,
    HINT,
    LABEL,
    NAME_ROW,
    SAVED_LEFT,
    SAVED_ROW,
    QueryPlaces,
    places_of,
)
from metodist.layout.summary_sheets.registers import listing_of
from metodist.messages import say

#: Columns of the hidden sheet: schools, indicators with their columns on «Показатели», saved queries, then questions.
_SCHOOLS, _CODES, _INDICATORS, _N, _OF, _VALUE, _SHARE, _SAVED, _FIRST_QUESTION = range(1, 10)
_LISTS_HEAD = 4
_NAME_LENGTH = 80
#: Points: the longest titles of indicators take three lines.
_INDICATOR_HEIGHT = 47.0


def write_query(page: Page) -> None:
    """Write the sheet; :func:`write_query_lists` writes what can be chosen."""
    places = places_of(page.summary.programme)
    pen = page.open(say("query.sheet"), say("query.title"), say("query.lead"), span=SAVED_LEFT + 1)
    for column, width in ((LABEL, 34), (CHOICE, 60), (HINT, 70), (HINT + 1, 3), (SAVED_LEFT, 34), (SAVED_LEFT + 1, 70)):
        pen.width(column, width)
    _names(page, pen)
    _choices(page, pen, places)
    _results(page, pen, places)
    _indicator(page, pen, places)
    _saved(page, pen)
    pen.sheet.freeze_panes(3, 0)
    pen.sheet.set_selection(FIRST_CHOICE - 1, CHOICE - 1, FIRST_CHOICE - 1, CHOICE - 1)


def write_query_lists(page: Page) -> None:
    """Write what can be chosen; hidden: nobody has to read it."""
    places = places_of(page.summary.programme)
    pen = page.open(say("query.lists_sheet"), say("query.lists_sheet"), say("query.lists_lead"), tab="computed")
    summary = page.summary
    for row, school in enumerate(summary.schools, _LISTS_HEAD + 1):
        pen.put(row, _SCHOOLS, school_word(summary, school.organisation.code))
        pen.put(row, _CODES, school.organisation.code)
    for row, indicator in enumerate(_shown(page), _LISTS_HEAD + 1):
        columns = page.plan.blocks[indicator.code].columns
        pen.put(row, _INDICATORS, indicator_word(indicator))
        for column, part in ((_N, Part.NUMERATOR), (_OF, Part.DENOMINATOR), (_VALUE, Part.VALUE)):
            pen.put(row, column, columns.get(part))
        pen.put(row, _SHARE, int(is_fraction(indicator)))
    for row, query in enumerate(summary.queries, _LISTS_HEAD + 1):
        pen.put(row, _SAVED, query.name)
    for column, question in enumerate(places.questions, _FIRST_QUESTION):
        pen.put(_LISTS_HEAD, column, question.label, "strong")
        for row, value in enumerate(question.values, _LISTS_HEAD + 1):
            pen.put(row, column, value)
    pen.sheet.freeze_panes(_LISTS_HEAD, 0)
    pen.sheet.hide()


def school_word(summary: Summary, code: str) -> str:
    """How a school stands in the list: the short name; with its code where two have the same."""
    names = [one.organisation.short_name for one in summary.schools]
    name = next(one.organisation.short_name for one in summary.schools if one.organisation.code == code)
    return name if names.count(name) == 1 else f"{name} ({code})"


def indicator_word(indicator: Indicator) -> str:
    """How an indicator stands in the list."""
    return f"{indicator.code}. {indicator.title}"


def _shown(page: Page) -> tuple[Indicator, ...]:
    """Indicators with numbers of schools."""
    return tuple(
        one for one in page.summary.programme.indicators if one.code in page.plan.blocks and one.scope != MUNICIPALITY
    )


def _names(page: Page, pen: Pen) -> None:
    for row, name in ((SAVED_ROW, "saved"), (NAME_ROW, "name")):
        pen.put(row, LABEL, say(f"query.{name}"), "cell", "padded", "strong")
        pen.put(row, CHOICE, None, "cell", "input", "padded")
        pen.put(row, HINT, say(f"query.{name}_hint"), "note", "padded")
    _drop_down(pen, SAVED_ROW, _SAVED, len(page.summary.queries))
    limit = {"validate": "length", "criteria": "<=", "value": _NAME_LENGTH, "ignore_blank": True}
    texts = {"error_title": say("query.name_title"), "error_message": say("query.name_error", most=_NAME_LENGTH)}
    pen.sheet.data_validation(NAME_ROW - 1, CHOICE - 1, NAME_ROW - 1, CHOICE - 1, limit | texts)


def _choices(page: Page, pen: Pen, places: QueryPlaces) -> None:
    for column, name in ((LABEL, "head_label"), (CHOICE, "head_choice"), (HINT, "head_hint")):
        pen.put(FIRST_CHOICE - 1, column, say(f"query.{name}"), "heading")
    for label, row in places.rows.items():
        pen.put(row, LABEL, label, "cell", "padded")
        pen.put(row, CHOICE, None, "cell", "input", "padded", "wrap")
    _drop_down(pen, places.rows[SCHOOL], _SCHOOLS, len(page.summary.schools))
    _drop_down(pen, places.rows[INDICATOR], _INDICATORS, len(_shown(page)))
    pen.height(places.rows[INDICATOR], _INDICATOR_HEIGHT)
    pen.put(places.rows[INDICATOR], HINT, say("query.indicator_hint"), "note", "padded")
    for column, question in enumerate(places.questions, _FIRST_QUESTION):
        row = places.rows[question.label]
        _drop_down(pen, row, column, len(question.values))
        if question.is_family:
            pen.put(row, HINT, say("query.family_hint"), "note", "padded")


def _drop_down(pen: Pen, row: int, column: int, count: int) -> None:
    """A list from the hidden sheet; one of nothing offers an empty cell."""
    area = _list_area(column, count)
    rule = {
        "validate": "list",
        "source": f"={area}",
        "error_title": say("query.choice_title"),
        "error_message": say("query.choice_error"),
    }
    pen.sheet.data_validation(row - 1, CHOICE - 1, row - 1, CHOICE - 1, rule)


def _list_area(column: int, count: int) -> str:
    first, last = fixed(_LISTS_HEAD + 1, column), fixed(_LISTS_HEAD + max(1, count), column)
    return in_sheet(say("query.lists_sheet"), f"{first}:{last}")


@dataclass(frozen=True, slots=True)
class _People:
    """The columns of the staff register's sheet."""

    sheet: str
    last: int
    columns: Mapping[str, int]

    def area(self, column: int) -> str:
        """All rows of a column."""
        return in_sheet(self.sheet, f"{fixed(HEAD_ROW + 1, column)}:{fixed(self.last, column)}")

    def field(self, name: str) -> str:
        """All rows of a field."""
        return self.area(self.columns[name])


def _results(page: Page, pen: Pen, places: QueryPlaces) -> None:
    """Who matches, among how many of the school or of all, and the share."""
    staff = page.summary.programme.staff
    listing = listing_of(page.summary, staff)
    columns = {one.name: place for place, one in enumerate(staff.fields, 3)}
    people = _People(page.plan.registers[staff.name], listing.last_row, columns)
    schools = len(page.summary.schools)
    place = f"MATCH({places.choice(SCHOOL)},{_list_area(_SCHOOLS, schools)},0)"
    code = f'IFERROR(INDEX({_list_area(_CODES, schools)},{place}),"")'
    asked = f'({people.field(staff.key.name)}<>"")*(({places.choice(SCHOOL)}="")+({people.area(1)}={code})>0)'
    tests = "*".join(_test(places, question, people) for question in places.questions)
    pen.merge(places.result, LABEL, CHOICE, say("query.result"), "section")
    lines = (
        ("found", f"SUMPRODUCT({asked}*{tests})" if tests else f"SUMPRODUCT({asked})", ("integer", "strong")),
        ("among", f"SUMPRODUCT({asked})", ("integer",)),
    )
    for row, (name, formula, looks) in enumerate(lines, places.found):
        pen.put(row, LABEL, say(f"query.{name}"), "cell", "padded")
        pen.formula(row, CHOICE, formula, listing.count, "cell", "computed", *looks)
    pen.put(places.found + 2, LABEL, say("query.share"), "cell", "padded")
    over, under = fixed(places.found, CHOICE), fixed(places.found + 1, CHOICE)
    whole = 1 if listing.count else ""
    pen.formula(places.found + 2, CHOICE, f'IF({under}=0,"",{over}/{under})', whole, "cell", "computed", "percent")
    pen.put(places.found, HINT, say("query.button_hint"), "note", "padded")


def _test(places: QueryPlaces, question: Question, people: _People) -> str:
    """One factor of the count: nothing chosen, or the row has the value."""
    choice = places.choice(question.label)
    if not question.is_family:
        return f'(({choice}="")+({people.field(question.fields[0].name)}={choice})>0)'
    parts = (
        f"({choice}={quoted(value)})*({people.field(one.name)}={quoted(YES)})"
        for one, value in zip(question.fields, question.values, strict=True)
    )
    return f'(({choice}="")+{"+".join(parts)}>0)'


def _indicator(page: Page, pen: Pen, places: QueryPlaces) -> None:
    """The chosen indicator's numbers of the chosen school, or of the municipality."""
    plan, count = page.plan, len(_shown(page))
    widest = max((block.right for block in plan.blocks.values()), default=rows.FIRST_BLOCK)
    whole = in_sheet(plan.indicators, f"$A$1:{fixed(plan.last_school_row, widest)}")
    school = f"MATCH({places.choice(SCHOOL)},{_list_area(_SCHOOLS, len(page.summary.schools))},0)"
    row = f'IF({places.choice(SCHOOL)}="",{rows.DISTRICT_ROW},{rows.FIRST_SCHOOL_ROW - 1}+{school})'
    place = f"MATCH({places.choice(INDICATOR)},{_list_area(_INDICATORS, count)},0)"
    pen.merge(places.indicator, LABEL, CHOICE, say("query.indicator_title"), "section")
    lines = (("numerator", _N), ("denominator", _OF), ("value", _VALUE))
    for at, (name, column) in enumerate(lines, places.indicator + 1):
        offset = f"INDEX({_list_area(column, count)},{place})"
        pen.put(at, LABEL, say(f"query.{name}"), "cell", "padded")
        cell = f"INDEX({whole},{row},{offset})"
        formula = f'IF({places.choice(INDICATOR)}="","",IFERROR(IF(OR({offset}=0,{cell}=""),"—",{cell}),"—"))'
        pen.formula(at, CHOICE, formula, "", "cell", "computed", "plain_number")
    at, share = places.indicator + 3, f"INDEX({_list_area(_SHARE, count)},{place})"
    rule = {"type": "formula", "criteria": f"={share}=1", "format": page.book.add_format({"num_format": "0.0%"})}
    pen.sheet.conditional_format(at - 1, CHOICE - 1, at - 1, CHOICE - 1, rule)


def _saved(page: Page, pen: Pen) -> None:
    """The queries that were saved, in words."""
    pen.put(FIRST_CHOICE - 1, SAVED_LEFT, say("query.saved_head"), "heading")
    pen.put(FIRST_CHOICE - 1, SAVED_LEFT + 1, say("query.saved_what"), "heading")
    for row, query in enumerate(page.summary.queries, FIRST_CHOICE):
        pen.put(row, SAVED_LEFT, query.name, "cell", "wrap", "padded", "top")
        words = "; ".join(f"{label} — {value}" for label, value in query.choices.items())
        pen.put(row, SAVED_LEFT + 1, words or say("query.everybody"), "cell", "wrap", "padded", "top")
    if not page.summary.queries:
        pen.merge(FIRST_CHOICE, SAVED_LEFT, SAVED_LEFT + 1, say("query.none_saved"), "note")
