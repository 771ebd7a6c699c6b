"""What the checks know of a sheet as issued."""

from __future__ import annotations

from metodist.domain.tables import Block, Cell, Role, Sheet
from metodist.intake.issued import issued_sheet

FORM = Sheet(
    "Кадры",
    (
        Cell(1, 1, "Фамилия", Role.HEADING),
        Cell(2, 1, None, Role.INPUT),
        Cell(3, 2, 5.0, Role.PLAIN, formula="A3 * 2"),
        Cell(4, 1, "за прошлый год", Role.PLAIN, varies=True),
    ),
    blocks=(Block(2, 4, (Cell(2, 2, None, Role.PLAIN, formula='IF(A{row}="","",1)'),)),),
)


def test_a_cell_of_its_own_stands_instead_of_the_blocks():
    assert dict(issued_sheet(FORM).formulas) == {
        (3, 2): "A3*2",
        (2, 2): 'IF(A2="","",1)',
        (4, 2): 'IF(A4="","",1)',
    }


def test_wording_is_what_is_locked_and_says_the_same_in_every_issue():
    issued = issued_sheet(FORM)

    assert [cell.value for cell in issued.constants] == ["Фамилия"]
    assert issued.varying == {(4, 1)}
    assert (1, 1) in issued.own
    assert (4, 2) not in issued.own


def test_a_sheet_is_worked_out_once_and_an_equal_one_for_itself():
    assert issued_sheet(FORM) is issued_sheet(FORM)
    assert issued_sheet(Sheet("Кадры", FORM.cells, blocks=FORM.blocks)) == issued_sheet(FORM)
