"""The reader's own check on «Факторы»: any indicator beside any factor, ranks and strength by formulas."""

from __future__ import annotations

from dataclasses import dataclass

from metodist.domain.association import EXACT_UP_TO, midranks
from metodist.domain.chance import Z
from metodist.domain.factors import FactorKind, Link
from metodist.domain.summary import Summary
from metodist.domain.values import Value
from metodist.layout import styles
from metodist.layout.addresses import address, fixed, in_sheet, letters
from metodist.layout.summary_sheets import plan as rows
from metodist.layout.summary_sheets.drawing import BLUE
from metodist.layout.summary_sheets.pages import Page
from metodist.layout.summary_sheets.pens import Pen
from metodist.layout.summary_sheets.plan import Part
from metodist.messages import say

_TOP, _HEAD, _FIRST = 5, 12, 13
_DATA_HEAD, _DATA_KIND, _DATA_FIRST = 5, 6, 7
_SIZE = (520, 330)


@dataclass(frozen=True, slots=True)
class _Places:
    """The check's columns on «Факторы» and the areas of the data sheet.

    Args:
        left: The first column: code; then indicator, factor, both ranks.
        schools: How many.
        indicators: How many columns of indicators the data sheet has, from column 2 on; factors follow.
        factors: How many columns of factors.
    """

    left: int
    schools: int
    indicators: int
    factors: int

    @property
    def last(self) -> int:
        """The last school's row."""
        return _FIRST + self.schools - 1

    def area(self, offset: int) -> str:
        """A column over all schools."""
        name = letters(self.left + offset)
        return f"${name}${_FIRST}:${name}${self.last}"

    def cell(self, row: int, offset: int = 1) -> str:
        """A cell above the table: what is chosen, what it comes to."""
        return fixed(row, self.left + offset)

    def heads(self, *, factors: bool) -> str:
        """Names of indicators or factors on the data sheet."""
        return in_sheet(say("factors.data_sheet"), self._area(_DATA_HEAD, _DATA_HEAD, factors=factors))

    def kinds(self) -> str:
        """Kinds of factors on the data sheet."""
        return in_sheet(say("factors.data_sheet"), self._area(_DATA_KIND, _DATA_KIND, factors=True))

    def numbers(self, *, factors: bool) -> str:
        """Values on the data sheet."""
        return in_sheet(
            say("factors.data_sheet"), self._area(_DATA_FIRST, _DATA_FIRST + self.schools - 1, factors=factors)
        )

    def _area(self, top: int, bottom: int, *, factors: bool) -> str:
        left = 2 + (self.indicators if factors else 0)
        right = left + (self.factors if factors else self.indicators) - 1
        return f"{fixed(top, left)}:{fixed(bottom, right)}"


def write_check(page: Page, pen: Pen, left: int) -> None:
    """Write the check and the hidden sheet that it chooses from; the surest comparison is chosen at first."""
    factors = page.summary.analysis.factors
    places = _Places(left, len(page.summary.schools), len(factors.indicators), len(factors.factors))
    _data(page, places)
    chosen = min(factors.links, key=lambda link: (link.corrected, link.effect.chance))
    _choice(pen, places, chosen)
    _table(page.summary, pen, places, chosen)
    _results(pen, places, chosen)
    _chart(page, pen, places)


def _data(page: Page, places: _Places) -> None:
    """Schools down, indicators and factors across; hidden."""
    factors, plan = page.summary.analysis.factors, page.plan
    pen = page.open(say("factors.data_sheet"), say("factors.data_title"), say("factors.data_lead"), tab="computed")
    for at, name in enumerate((*factors.indicators, *factors.factors), 2):
        pen.put(_DATA_HEAD, at, name, "subheading")
    for at, factor in enumerate(factors.factors.values(), 2 + places.indicators):
        pen.put(_DATA_KIND, at, say(f"factors.how_{factor.kind.value}"), "cell")
    codes = in_sheet(plan.indicators, f"$A${rows.FIRST_SCHOOL_ROW}:$A${plan.last_school_row}")
    for row, school in enumerate(page.summary.schools, _DATA_FIRST):
        pen.put(row, 1, school.organisation.code, "cell")
        for at, code in enumerate(factors.indicators, 2):
            column = letters(plan.blocks[code].columns[Part.VALUE])
            area = in_sheet(plan.indicators, f"${column}${rows.FIRST_SCHOOL_ROW}:${column}${plan.last_school_row}")
            formula = f"INDEX({area},MATCH($A{row},{codes},0))"
            pen.formula(row, at, f'IF({formula}="","",{formula})', school.outcomes[code].value, "cell")
        for at, factor in enumerate(factors.factors.values(), 2 + places.indicators):
            pen.put(row, at, factor.values.get(school.organisation.code), "cell")
    pen.sheet.freeze_panes(_DATA_HEAD, 1)
    pen.sheet.hide()


def _choice(pen: Pen, places: _Places, chosen: Link) -> None:
    pen.merge(_TOP, places.left, places.left + 4, say("factors.check"), "section")
    for row, name, value, factors in (
        (_TOP + 1, "chosen_indicator", chosen.indicator, False),
        (_TOP + 2, "chosen_factor", chosen.factor, True),
    ):
        pen.put(row, places.left, say(f"factors.{name}"), "cell", "padded")
        pen.merge(row, places.left + 1, places.left + 4, value, "cell", "input", "padded", "wrap")
        choice = {"validate": "list", "source": f"={places.heads(factors=factors)}"}
        pen.sheet.data_validation(row - 1, places.left, row - 1, places.left, choice)


def _table(summary: Summary, pen: Pen, places: _Places, chosen: Link) -> None:
    names = ("code", "value", "factor_value", "rank", "factor_rank")
    for offset, name in enumerate(names):
        pen.put(_HEAD, places.left + offset, say(f"factors.{name}"), "heading")
        pen.width(places.left + offset, 13)
    values = summary.analysis.factors.factors[chosen.factor].values
    pairs = [
        _pair(school.outcomes[chosen.indicator].value, values.get(school.organisation.code))
        for school in summary.schools
    ]
    known = [pair for pair in pairs if pair is not None]
    ranks = iter(zip(*(midranks([pair[side] for pair in known]) for side in (0, 1)), strict=True))
    for row, (school, pair) in enumerate(zip(summary.schools, pairs, strict=True), _FIRST):
        pen.put(row, places.left, school.organisation.code, "cell", "padded")
        own = pair or (None, None)
        place = next(ranks) if pair else (None, None)
        for offset, factors in ((1, False), (2, True)):
            pen.formula(
                row,
                places.left + offset,
                _found(places, row, factors=factors),
                own[offset - 1],
                "cell",
                "computed",
                "two_digits",
            )
            cell = address(row, places.left + offset)
            formula = f'IF(ISNUMBER({cell}),_xlfn.RANK.AVG({cell},{places.area(offset)},1),"")'
            pen.formula(row, places.left + offset + 2, formula, place[offset - 1], "cell", "computed", "decimal")


def _pair(value: float | None, factor: float | None) -> tuple[float, float] | None:
    return None if value is None or factor is None else (value, factor)


def _found(places: _Places, row: int, *, factors: bool) -> str:
    """The chosen value of a school where both are known."""
    line = row - _FIRST + 1
    cells = []
    for wanted in (False, True):
        chosen = places.cell(_TOP + 1 + wanted)
        cells.append(f"INDEX({places.numbers(factors=wanted)},{line},MATCH({chosen},{places.heads(factors=wanted)},0))")
    return f'IF(COUNT({cells[0]},{cells[1]})=2,{cells[factors]},"")'


def _results(pen: Pen, places: _Places, chosen: Link) -> None:
    """How strongly, how surely: by ranks, or of two groups where the factor is yes or no."""
    groups, kind = say("factors.how_groups"), places.cell(_TOP + 3)
    found = f"INDEX({places.kinds()},MATCH({places.cell(_TOP + 2)},{places.heads(factors=True)},0))"
    count, size = places.cell(_TOP + 4), places.cell(_TOP + 5)
    by_groups = chosen.kind is FactorKind.GROUPS
    lines: tuple[tuple[str, str, Value, str], ...] = (
        ("how", found, say(f"factors.how_{chosen.kind.value}"), "padded"),
        ("schools", f"COUNT({places.area(3)})", chosen.effect.count, "integer"),
        (
            "size",
            f'IF({kind}="{groups}",{_delta(places)},CORREL({places.area(3)},{places.area(4)}))',
            chosen.effect.size,
            "two_digits",
        ),
        (
            "chance",
            f'IF({kind}="{groups}",{_groups_chance(places)},{_ranks_chance(size, count)})',
            None if by_groups and chosen.effect.count <= EXACT_UP_TO else chosen.effect.chance,
            "chance",
        ),
    )
    for row, (name, formula, cached, look) in enumerate(lines, _TOP + 3):
        pen.put(row, places.left, say(f"factors.{name}"), "cell", "padded")
        pen.formula(row, places.left + 1, formula, cached, "cell", "strong", look)
    _interval(pen, places, chosen, kind, groups)


def _interval(pen: Pen, places: _Places, chosen: Link, kind: str, groups: str) -> None:
    """Beside the strength, by ranks only: that of two groups stands in the list."""
    count, size = places.cell(_TOP + 4), places.cell(_TOP + 5)
    half = f"{Z!r}*SQRT((1+{size}^2/2)/({count}-3))"
    interval = chosen.effect.interval if chosen.kind is FactorKind.NUMBER else None
    for offset, name, sign, cached in (
        (2, "low", "-", interval.low if interval else None),
        (3, "high", "+", interval.high if interval else None),
    ):
        pen.put(_TOP + 4, places.left + offset, say(f"factors.{name}"), "cell", "centre")
        formula = f'IF(OR({kind}="{groups}",ABS({size})=1),"",FISHERINV(FISHER({size}){sign}{half}))'
        pen.formula(_TOP + 5, places.left + offset, formula, cached, "cell", "computed", "two_digits")


def _above(places: _Places) -> tuple[str, str, str]:
    """How often a value of the first group is above one of the second, and the sizes of both."""
    first, second = (f"COUNTIF({places.area(2)},{value})" for value in (1, 0))
    return f"(SUMIF({places.area(2)},1,{places.area(3)})-{first}*({first}+1)/2)", first, second


def _delta(places: _Places) -> str:
    above, first, second = _above(places)
    return f"2*{above}/({first}*{second})-1"


def _groups_chance(places: _Places) -> str:
    """Mann and Whitney's test with the corrections for ties and continuity; blank where few schools are counted out."""
    above, first, second = _above(places)
    values, count = places.area(1), places.cell(_TOP + 4)
    ties = f"SUMPRODUCT(ISNUMBER({values})*(COUNTIF({values},{values})^2-1))"
    variance = f"{first}*{second}/12*({count}+1-{ties}/({count}*({count}-1)))"
    distance = f"MAX(0,ABS({above}-{first}*{second}/2)-0.5)/SQRT({variance})"
    return f'IF({count}<={EXACT_UP_TO},"",MIN(1,2*(1-NORMSDIST({distance}))))'


def _ranks_chance(size: str, count: str) -> str:
    return f"IF(ABS({size})=1,0,TDIST(ABS({size})*SQRT(({count}-2)/(1-{size}^2)),{count}-2,2))"


def _chart(page: Page, pen: Pen, places: _Places) -> None:
    sheet, left = pen.sheet.get_name(), places.left
    chart = page.book.add_chart({"type": "scatter"})
    chart.add_series(
        {
            "categories": [sheet, _FIRST - 1, left + 1, places.last - 1, left + 1],
            "values": [sheet, _FIRST - 1, left, places.last - 1, left],
            "marker": {"type": "circle", "size": 8, "fill": {"color": BLUE}, "border": {"color": styles.WHITE}},
        }
    )
    font = {"name": styles.FONT, "size": 10, "color": styles.COMPUTED_INK}
    chart.set_title(
        {"name": say("factors.check_chart"), "overlay": False, "name_font": {**font, "size": 12, "bold": True}}
    )
    chart.set_legend({"none": True})
    for axis, name in ((chart.set_x_axis, "chosen_factor"), (chart.set_y_axis, "chosen_indicator")):
        axis({"name": say(f"factors.{name}"), "name_font": font, "num_font": font, "num_format": "General"})
    chart.set_size({"width": _SIZE[0], "height": _SIZE[1]})
    chart.set_chartarea({"border": {"color": styles.BORDER}})
    options = {"description": say("factors.check_alt"), "object_position": 2}
    pen.sheet.insert_chart(_HEAD - 1, left + 5, chart, options)
