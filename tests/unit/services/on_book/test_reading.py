"""An open workbook in the shape of a returned file."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from metodist.services.on_book.reading import read_live


class Area:
    """A block of one cell as xlwings gives it."""

    row = column = 1
    value, formula = [["да"]], "да"

    def options(self, **_: object) -> Area:
        return self


def book(visible: object) -> Any:
    sheet = SimpleNamespace(name="Служебный", visible=visible, used_range=Area())
    return SimpleNamespace(sheets=[sheet], names=SimpleNamespace(contains=lambda _: False), fullname="Книга.xlsx")


@pytest.mark.parametrize(
    ("visible", "state"),
    [(True, "visible"), (-1, "visible"), (False, "hidden"), (0, "hidden"), (2, "hidden")],
    ids=["a host of ours", "Excel, shown", "ours, hidden", "Excel, hidden", "Excel, very hidden"],
)
def test_a_very_hidden_sheet_of_excel_is_not_taken_for_one_that_is_shown(visible, state):
    assert read_live(book(visible)).sheets[0].state == state
