"""«Динамика школ»: one row an indicator of a school, this period against the earlier one; filtered at will."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from metodist.domain.chance import steps_of
from metodist.domain.dynamics import DISTRICT, Series, Test
from metodist.domain.indicators import Indicator
from metodist.domain.summary import Summary
from metodist.layout import fitting
from metodist.layout.addresses import address, in_sheet, letters
from metodist.layout.summary_sheets.dynamics_history import history_of
from metodist.layout.summary_sheets.dynamics_rows import (
    ChangeColumns,
    Family,
    part_look,
    part_value,
    put_change,
    remark_of,
    value_formula,
    value_look,
)
from metodist.layout.summary_sheets.pages import Page
from metodist.layout.summary_sheets.pens import Pen
from metodist.layout.summary_sheets.picture_titles import shortened
from metodist.messages import say

CODE, TITLE, SCHOOL_CODE, SCHOOL, PERIOD = 1, 2, 3, 4, 5
BEFORE_N, BEFORE_OF, BEFORE, NOW_N, NOW_OF, NOW = 6, 7, 8, 9, 10, 11
AT = ChangeColumns(BEFORE_N, BEFORE_OF, NOW_N, NOW_OF, *range(12, 17))
REMARK = AT.verdict + 1
_WIDTHS = (10.0, 48.0, 10.0, 22.0, 13.0, 9.0, 9.0, 10.0, 9.0, 9.0, 10.0, 12.0, 12.0, 9.0, 12.0, 27.0, 40.0)
HEAD_ROW = 5
_TITLE_LENGTH = 90

#: The column of a part of a change: which side (0: before, 1: now), and whether N.
PARTS: Mapping[tuple[int, bool], int] = {
    (0, False): BEFORE_N,
    (0, True): BEFORE_OF,
    (1, False): NOW_N,
    (1, True): NOW_OF,
}


@dataclass(frozen=True, slots=True)
class Compared:
    """The rows of the sheet, and how other sheets sum over them."""

    rows: tuple[tuple[Indicator, Series], ...]

    def area(self, column: int) -> str:
        """A column over all rows."""
        name = letters(column)
        return f"${name}${HEAD_ROW + 1}:${name}${HEAD_ROW + len(self.rows)}"

    def summed(self, column: int, code: str, period: str) -> str:
        """A sum over the schools of an indicator that are compared with a period, for another sheet."""
        return f"SUMPRODUCT({self._picked(code, period)}*{self._elsewhere(column)})"

    def counted(self, code: str, period: str) -> str:
        """How many schools those are."""
        return f"SUMPRODUCT({self._picked(code, period)})"

    def _picked(self, code: str, period: str) -> str:
        # not SUMIFS: to it the codes 1.1 and 1.10 are one number
        return f"({self._elsewhere(CODE)}={code})*({self._elsewhere(PERIOD)}={period})"

    def _elsewhere(self, column: int) -> str:
        return in_sheet(say("dynamics.schools_sheet"), self.area(column))


def compared_of(summary: Summary) -> Compared:
    """Every indicator of a school that can be compared, indicator by indicator, schools in the programme's order."""
    dynamics = summary.analysis.dynamics
    found = (
        (indicator, dynamics.of(indicator.code, school.organisation.code))
        for indicator in summary.programme.indicators
        for school in summary.schools
    )
    return Compared(tuple((indicator, series) for indicator, series in found if series and series.change))


def write_schools(page: Page, compared: Compared) -> None:
    """Write the sheet; without anything to compare there is none."""
    if not compared.rows:
        return
    title = say("dynamics.schools_title", last=page.summary.programme.passport.period.label)
    pen = page.open(say("dynamics.schools_sheet"), title, say("dynamics.schools_lead"), span=SCHOOL)
    _headings(pen)
    history = history_of(page.summary.analysis.dynamics, REMARK + 1)
    history.put_headings(pen, HEAD_ROW)
    names = {school.organisation.code: school.organisation.short_name for school in page.summary.schools}
    family = Family(compared.area(AT.chance), compared.area(AT.step), "", _steps(compared.rows))
    lines: dict[str, float] = {}
    for row, (indicator, series) in enumerate(compared.rows, HEAD_ROW + 1):
        if indicator.code not in lines:
            lines[indicator.code] = fitting.fitted_height(_title(indicator), _WIDTHS[TITLE - 1] - 2)
        pen.height(row, lines[indicator.code])
        _row(pen, row, indicator, series, names)
        history.put_row(pen, row, indicator, series)
        put_change(
            pen, row, indicator, series, AT, replace(family, where=f"{compared.area(CODE)}={address(row, CODE)}")
        )
    pen.sheet.autofilter(HEAD_ROW - 1, 0, HEAD_ROW + len(compared.rows) - 1, history.right - 1)
    pen.sheet.print_area(0, 0, HEAD_ROW + len(compared.rows) - 1, REMARK - 1)
    pen.sheet.freeze_panes(HEAD_ROW, SCHOOL)
    pen.sheet.repeat_rows(HEAD_ROW - 1)


def _steps(rows: Sequence[tuple[Indicator, Series]]) -> dict[tuple[str, str], float]:
    """Indicator by indicator: the schools of one are corrected together."""
    families: defaultdict[str, dict[tuple[str, str], float]] = defaultdict(dict)
    for indicator, series in rows:
        if series.change is not None and series.change.chance is not None:
            families[indicator.code][indicator.code, series.school] = series.change.chance
    return {key: step for family in families.values() for key, step in steps_of(family).items()}


def _headings(pen: Pen) -> None:
    names = ["compared_with", "before_n", "before_of", "before_value", "now_n", "now_of", "now_value"]
    names += ["difference", "chance", "step", "corrected", "verdict", "remark"]
    heads = [say(f"summary.{name}") for name in ("code", "indicator", "code", "school")]
    heads += [say(f"dynamics.{name}") for name in names]
    for column, (head, width) in enumerate(zip(heads, _WIDTHS, strict=True), 1):
        pen.put(HEAD_ROW, column, head, "heading")
        pen.width(column, width)
    pen.sheet.set_column(AT.step - 1, AT.step - 1, None, None, {"hidden": True})
    pen.height(HEAD_ROW, 62)


def _title(indicator: Indicator) -> str:
    return shortened(indicator.title, _TITLE_LENGTH)


def _row(pen: Pen, row: int, indicator: Indicator, series: Series, names: Mapping[str, str]) -> None:
    change = series.change
    assert change is not None  # noqa: S101 - only such rows are listed
    pen.put(row, CODE, indicator.code, "cell", "padded")
    pen.put(row, TITLE, _title(indicator), "cell", "wrap", "padded")
    pen.put(row, SCHOOL_CODE, series.school, "cell", "padded")
    pen.put(row, SCHOOL, names.get(series.school, DISTRICT), "cell", "padded")
    pen.put(row, PERIOD, change.before.period.label, "cell", "centre")
    look = part_look(*change.pairs[0], *change.pairs[1])
    for (side, of), column in PARTS.items():
        value = part_value(change.pairs[side], of=of, indicator=indicator)
        pen.put(row, column, value, "cell", look if value is not None else "reference")
    for column, n, of_column, point in ((BEFORE, BEFORE_N, BEFORE_OF, change.before), (NOW, NOW_N, NOW_OF, change.now)):
        formula = value_formula(indicator, address(row, n), address(row, of_column))
        look = "yes_no" if change.test is Test.STATED else value_look(indicator)
        pen.formula(row, column, formula, point.value, "cell", "computed", look)
    pen.put(row, REMARK, remark_of(series), "cell", "wrap", "padded")
