"""Facts are read by the label that only they have, however long the other texts of their row are."""

from __future__ import annotations

from dataclasses import replace

from metodist.domain.fields import FACTS, Field, FieldType
from metodist.domain.tables import Cell, FactCell, FactPart, Role, Sheet, TableSpec
from metodist.intake.cells import NUMBER, TEXT, RawCell, RawSheet
from metodist.intake.context import FactsInput
from metodist.intake.fact_reading import read_facts
from returned import PROGRAMME, SPEC

ROWS = {"Ставок": 4, "Занято": 5, "Свободно": 6}
ASKED = "целое число ставок, обязательно"


def spec() -> TableSpec:
    """«Ставок | целое число ставок, обязательно | …»: the shared text is longer than any label."""
    cells = [Cell(row, 2, name, Role.LABEL) for name, row in ROWS.items()]
    cells += [Cell(row, 3, ASKED, Role.LABEL) for row in ROWS.values()]
    facts = [
        FactCell(Field(FACTS, name, FieldType.INTEGER), FactPart.VALUE, FACTS, row, 4) for name, row in ROWS.items()
    ]
    return replace(SPEC, sheets=(Sheet(FACTS, tuple(cells)),), facts=tuple(facts))


def read(text: str) -> FactsInput:
    """Rows from the fourth on: «label | value»."""
    cells: dict[tuple[int, int], RawCell] = {}
    for row, line in enumerate(text.strip().splitlines(), 4):
        label, value = (part.strip() for part in line.split("|"))
        cells[row, 2], cells[row, 3] = RawCell(TEXT, label), RawCell(TEXT, ASKED)
        cells[row, 4] = RawCell(NUMBER, value)
    sheet = RawSheet(FACTS, "visible", cells, protected=True, validations=1)
    return read_facts(PROGRAMME, spec(), {FACTS: sheet}, since_1904=False)


def values(found: FactsInput) -> dict[str, object]:
    return {name: cell.value for (name, _), cell in found.cells.items()}


def test_value_of_a_deleted_row_is_not_taken_from_the_next_one() -> None:
    found = read("""
        Занято   | 30
        Свободно | 2
    """)
    assert values(found) == {"Занято": 30, "Свободно": 2}
    assert [draft.code for draft in found.findings] == ["fact.lost", "fact.moved", "fact.moved"]


def test_label_written_over_leaves_its_value_unread() -> None:
    found = read("""
        Ставки   | 32
        Занято   | 30
        Свободно | 2
    """)
    assert values(found) == {"Занято": 30, "Свободно": 2}
    assert [draft.value for draft in found.findings] == ["Ставки"]
