"""«Титул»: whose table this is, until when, who filled it in, how far it is, and where to go."""

from __future__ import annotations

from collections.abc import Iterator

from metodist.domain.fields import FACTS, MUNICIPALITY, SELF_ASSESSMENT
from metodist.domain.tables import Area, Cell, Role, Sheet, Validation
from metodist.layout.addresses import in_sheet
from metodist.layout.check_sheet import readiness_formula, readiness_highlights, readiness_text
from metodist.layout.field_looks import FORMS, validation_of
from metodist.layout.fitting import fitted_height
from metodist.layout.plan import CHECK, INDICATORS, INSTRUCTION, TITLE_FACT_COLUMN, TITLE_FACT_ROW, TITLE_PAGE, Plan
from metodist.layout.rules import Rules, sheets_of
from metodist.layout.styles import TITLE_SIZE
from metodist.messages import say

_LABEL, _VALUE = 1, 2
_WIDTHS = {_LABEL: 40.0, _VALUE: 86.0}
_BANNER_ROW, _LEAD_ROW, _READINESS_ROW = 1, 2, 3
_MONITORING_ROW, _SCHOOL_ROW, _FILLED_BY_ROW = 5, 11, 15


def title_page(plan: Plan, rules: Rules) -> Sheet:
    """Draw the title page."""
    sheets_row = TITLE_FACT_ROW + len(plan.title_facts)
    readiness = Area(_READINESS_ROW, _LABEL, _READINESS_ROW, _VALUE)
    bands = {
        _MONITORING_ROW: "about_monitoring",
        _SCHOOL_ROW: "about_school",
        _FILLED_BY_ROW: "about_filler",
        sheets_row: "sheets",
    }
    cells = (
        Cell(_BANNER_ROW, 1, plan.programme.passport.title, Role.BANNER, varies=True),
        Cell(_LEAD_ROW, 1, say("school_table.title_lead"), Role.LEAD),
        Cell(_READINESS_ROW, 1, readiness_text(rules), Role.STATUS, formula=readiness_formula()),
        Cell(_READINESS_ROW + 1, 1, say("school_table.open_check"), Role.LINK, link=in_sheet(CHECK, "A1")),
        *(cell for row, name in bands.items() for cell in _band(row, say(f"school_table.{name}"))),
        *_known(plan),
        *_filled_by(plan),
        *sheet_links(plan, sheets_row + 1),
    )
    last = max(cell.row for cell in cells)
    return Sheet(
        name=TITLE_PAGE,
        cells=cells,
        tab="input",
        widths=_WIDTHS,
        heights=_heights(cells),
        merges=(Area(1, 1, 1, _VALUE), readiness, *(Area(row, 1, row, _VALUE) for row in bands)),
        validations=tuple(_validations(plan)),
        highlights=readiness_highlights(readiness),
        freeze=(_READINESS_ROW + 1, 1),
        cursor=(TITLE_FACT_ROW, TITLE_FACT_COLUMN),
        print_area=Area(1, 1, last, _VALUE),
    )


def sheet_purposes(plan: Plan) -> Iterator[tuple[str, str]]:
    """Every sheet that the school sees besides «Титул», with what it is for."""
    yield INSTRUCTION, say("school_table.purpose_instruction")
    for name in sheets_of(plan):
        if name in (FACTS, SELF_ASSESSMENT):
            yield name, say("school_table.purpose_facts" if name == FACTS else "scoring.purpose_self")
            continue
        means = plan.programme.register(name).row_means
        yield name, say("school_table.purpose_register", what=means or name)
    if any(item.scope != MUNICIPALITY for item in plan.programme.indicators):
        yield INDICATORS, say("school_table.purpose_indicators")
    yield CHECK, say("school_table.purpose_check")


def sheet_links(plan: Plan, row: int, *, titled: bool = False) -> Iterator[Cell]:
    """A link and a purpose a line, from ``row`` on; ``titled`` puts «Титул» first."""
    listed = [*([(TITLE_PAGE, say("school_table.purpose_title"))] if titled else []), *sheet_purposes(plan)]
    for index, (name, purpose) in enumerate(listed):
        yield Cell(row + index, _LABEL, name, Role.LINK, link=in_sheet(name, "A1"))
        yield Cell(row + index, _VALUE, purpose, Role.TEXT, align="left")


def _band(row: int, text: str) -> Iterator[Cell]:
    yield Cell(row, _LABEL, text, Role.SUBHEADING)
    yield Cell(row, _VALUE, None, Role.SUBHEADING)


def _known(plan: Plan) -> Iterator[Cell]:
    """What the programme knows about the monitoring and the school."""
    passport, school = plan.programme.passport, plan.organisation
    deadline = f"{passport.deadline:%d.%m.%Y}" if passport.deadline else ""
    blocks = {
        _MONITORING_ROW: (
            ("municipality", passport.municipality),
            ("period", passport.period.label),
            ("deadline", deadline),
            ("collects", passport.service or passport.body),
            ("contact", passport.contact),
        ),
        _SCHOOL_ROW: (("school_code", school.code), ("school_name", school.name), ("school_head", school.head)),
    }
    for band, lines in blocks.items():
        for row, (name, value) in enumerate(lines, start=band + 1):
            yield Cell(row, _LABEL, say(f"school_table.{name}"), Role.LABEL, align="left")
            text, own = value or say("school_table.dash"), band == _SCHOOL_ROW
            yield Cell(row, _VALUE, text, Role.KNOWN, align="left", own=own, varies=True)


def _filled_by(plan: Plan) -> Iterator[Cell]:
    given = plan.prefill.data.facts
    for cell in plan.title_facts:
        fact = cell.fact
        yield Cell(cell.row, _LABEL, fact.name, Role.LABEL, align="left")
        yield Cell(cell.row, cell.column, given.get(fact.name), Role.INPUT, FORMS[fact.type], align="left")


def _validations(plan: Plan) -> Iterator[Validation]:
    for cell in plan.title_facts:
        found = validation_of(cell.fact, Area(cell.row, cell.column, cell.row, cell.column), plan)
        if found is not None:
            yield found


def _heights(cells: tuple[Cell, ...]) -> dict[int, float]:
    heights = {_LEAD_ROW: 20.0, _READINESS_ROW: 30.0, _READINESS_ROW + 1: 24.0}
    for cell in cells:
        if not isinstance(cell.value, str) or (cell.row in heights and cell.row < _MONITORING_ROW):
            continue
        if cell.role is Role.BANNER:
            heights[cell.row] = fitted_height(cell.value, sum(_WIDTHS.values()), TITLE_SIZE, bold=True)
        else:
            heights[cell.row] = max(heights.get(cell.row, 18.0), fitted_height(cell.value, _WIDTHS[cell.column]))
    return heights
