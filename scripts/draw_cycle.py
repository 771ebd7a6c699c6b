"""Keep a place for the management cycle at the top of «Пульт» of every programme workbook, and draw the chain there.

    python scripts/draw_cycle.py             # the workbooks of the project
    python scripts/draw_cycle.py FILE…       # these

What stands below is moved down once. The chain shows the programme as it is before any table came in; the button
«Пульт» draws it anew. A workbook that has it all is not touched.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

WORKBOOKS = Path(__file__).resolve().parents[1] / "workbooks"
TOP, LEFT = 6, 2
#: Where the button tells the stage in one line: a look of its own, because the columns' own look breaks lines.
HEAD = "B4"
_WIDTHS = {"B": 5.71, "C": 36.71, "D": 70.71, "E": 26.71, "F": 36.71}
_INK, _PAPER, _LINE = "FF1F3864", "FFF2F2F2", "FFBFBFBF"


def draw(path: Path) -> bool:
    """Draw the chain of one workbook; whether the file changed.

    Raises:
        SystemExit: The workbook has errors.
    """
    from openpyxl import load_workbook

    from metodist.programme.schema import DASHBOARD
    from metodist.services.on_book.cycle_block import CYCLE_NAME, ROWS

    rows = chain_of(path)
    book = load_workbook(path)
    sheet = book[DASHBOARD]
    changed = CYCLE_NAME not in book.defined_names
    if changed:
        keep_place(book, sheet, ROWS)
    if drawn(sheet) == rows and sheet[HEAD].alignment.vertical == "center":
        return False
    write(sheet, rows)
    book.save(path)
    return True


def chain_of(path: Path) -> list[list[Any]]:
    """What the block must show for a programme that nobody has worked with yet."""
    from metodist.programme.reader import read_programme
    from metodist.services.on_book.cycle_block import cycle_rows
    from metodist.summary.cycle import management_cycle

    programme = read_programme(path).programme
    if programme is None:
        raise SystemExit(f"{path.name}: the programme has errors, see metodist lint")
    cycle = management_cycle(programme, {}, programme.evidence)
    return cycle_rows(cycle, programme.views, None)


def drawn(sheet: Worksheet) -> list[list[Any]]:
    """What stands in the kept place."""
    from metodist.services.on_book.cycle_block import COLUMNS, ROWS

    area = sheet.iter_rows(TOP, TOP + ROWS - 1, LEFT, LEFT + COLUMNS - 1, values_only=True)
    return [list(row) for row in area]


def keep_place(book: Workbook, sheet: Worksheet, count: int) -> None:
    """Move everything below the sheet's head down, and name the place."""
    from openpyxl.workbook.defined_name import DefinedName

    from metodist.services.on_book.cycle_block import COLUMNS, CYCLE_NAME

    _move_down(book, sheet, TOP - 1, count + 2)
    right = "ABCDEFGH"[LEFT + COLUMNS - 2]
    area = f"'{sheet.title}'!$B${TOP}:${right}${TOP + count - 1}"
    book.defined_names[CYCLE_NAME] = DefinedName(CYCLE_NAME, attr_text=area)


def _move_down(book: Workbook, sheet: Worksheet, first: int, by: int) -> None:
    """Move rows with heights, links, formulas and what other sheets say of them."""
    joined = [area for area in sheet.merged_cells.ranges if area.max_row >= first]
    if joined or sheet.data_validations.dataValidation:
        raise SystemExit(f"{sheet.title}: joined cells or validations are not moved")
    last = sheet.max_row
    heights = {row: sheet.row_dimensions[row].height for row in range(first, last + 1)}
    if last >= first:
        sheet.move_range(f"A{first}:Z{last}", rows=by, translate=True)
    for row in sorted(heights, reverse=True):
        sheet.row_dimensions[row + by].height = heights[row]
        sheet.row_dimensions[row].height = None
    for line in sheet.iter_rows(first + by, last + by):
        for cell in line:
            if cell.hyperlink is not None:
                cell.hyperlink.ref = cell.coordinate
    moved = re.compile(rf"('?{re.escape(sheet.title)}'?!\$?[A-Z]+\$?)(\d+)(?::(\$?[A-Z]+\$?)(\d+))?")
    for other in book.worksheets:
        for rule in other.data_validations.dataValidation:
            rule.formula1 = moved.sub(lambda found: _later(found, first, by), rule.formula1 or "") or None


def _later(found: re.Match[str], first: int, by: int) -> str:
    start, row, end, last = found.groups()
    shifted = [int(each) + by if int(each) >= first else int(each) for each in (row, last) if each]
    return f"{start}{shifted[0]}" + (f":{end}{shifted[1]}" if end else "")


def write(sheet: Worksheet, rows: Sequence[Sequence[Any]]) -> None:
    """Write the chain with its looks; colours follow the words, so that the button only writes words."""
    from openpyxl.formatting.rule import FormulaRule
    from openpyxl.styles import Alignment, Font, PatternFill

    from metodist.messages import say
    from metodist.services.on_book.cycle_block import row_heights

    for letter, width in _WIDTHS.items():
        if not sheet.column_dimensions[letter].width or sheet.column_dimensions[letter].width < width - 1:
            sheet.column_dimensions[letter].width = width
    sheet[HEAD].font = Font(name="Calibri", size=11, bold=True, color=_INK)
    sheet[HEAD].alignment = Alignment(vertical="center", wrap_text=False)
    last = len(rows) - 1
    for at, line in enumerate(rows):
        for place, value in enumerate(line):
            _cell(sheet, at, place, last).value = value
    for at, height in {0: 24.0, 1: 21.75, **row_heights(rows)}.items():
        sheet.row_dimensions[TOP + at].height = height
    area = f"E{TOP + 2}:E{TOP + last - 1}"
    for known in [each.sqref for each in sheet.conditional_formatting if str(each.sqref) == area]:
        del sheet.conditional_formatting[str(known)]
    looks = (("done", "FFE2EFDA", "FF375623"), ("partly", "FFFFEB9C", "FF7F6000"), ("none", "FFFFC7CE", "FF9C0006"))
    for word, fill, ink in looks:
        text = say(f"cycle.state_{word}")
        formula = f'LEFT($E{TOP + 2},{len(text)})="{text}"'
        style = {"fill": PatternFill("solid", bgColor=fill), "font": Font(color=ink, bold=True)}
        rule = FormulaRule(formula=[formula], **style)  # type: ignore[no-untyped-call]
        sheet.conditional_formatting.add(area, rule)


def _cell(sheet: Worksheet, at: int, place: int, last: int) -> Any:
    """A cell of the block, dressed for its place in it."""
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

    cell = sheet.cell(TOP + at, LEFT + place)
    if at == 0:
        cell.font = Font(name="Calibri", size=11, bold=True, color=_INK)
        cell.alignment = Alignment(vertical="center")
        return cell
    side = Side("thin", color="FFFFFFFF" if at == 1 else _LINE)
    cell.border = Border(side, side, side, side)
    centred = at == 1 or place in (0, 3)
    cell.alignment = Alignment("center" if centred else "left", "center", wrap_text=True, indent=0 if centred else 1)
    if at == 1:
        cell.font = Font(name="Calibri", size=11, bold=True, color="FFFFFFFF")
        cell.fill = PatternFill("solid", fgColor=_INK)
    else:
        cell.font = Font(name="Calibri", size=11, bold=place == 1, color=_INK if place == 1 else "FF000000")
        if place == 1 or at == last:
            cell.fill = PatternFill("solid", fgColor="FFDDE6F3" if place == 1 and at != last else _PAPER)
    return cell


def main(files: Sequence[str]) -> None:
    """Draw the workbooks named, or all of the project."""
    paths = [Path(name) for name in files] or sorted((WORKBOOKS / "programmes").glob("*.xlsx"))
    for path in paths:
        print(f"{path.name}: {'drawn' if draw(path) else 'as it was'}")


if __name__ == "__main__":
    main(sys.argv[1:])
