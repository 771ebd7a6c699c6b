"""Small groups are not published, nor what would give them away."""

from __future__ import annotations

import pytest

from metodist.domain.outcomes import Ratio
from metodist.domain.publishing import is_small, publishable, publishable_parts


@pytest.mark.parametrize(
    ("ratio", "small"),
    [
        (Ratio(0, 4), True),  # four people asked
        (Ratio(4, 40), True),  # four counted
        (Ratio(37, 40), True),  # three not counted
        (Ratio(0, 40), False),
        (Ratio(40, 40), False),
        (Ratio(5, 10), False),
    ],
)
def test_fewer_than_five_are_small(ratio: Ratio, *, small: bool) -> None:
    assert is_small(ratio) is small
    assert publishable(ratio) == (None if small else ratio)


def test_nothing_stays_nothing() -> None:
    assert publishable(None) is None


def test_a_single_hidden_line_hides_the_next_smallest() -> None:
    parts = {"Физика": Ratio(2, 40), "Химия": Ratio(6, 40), "Математика": Ratio(20, 40), "Музыка": Ratio(0, 40)}
    assert publishable_parts(parts) == {
        "Физика": None,
        "Химия": None,
        "Математика": Ratio(20, 40),
        "Музыка": Ratio(0, 40),
    }


def test_several_hidden_lines_hide_no_other() -> None:
    parts = {"Физика": Ratio(2, 40), "Химия": Ratio(3, 40), "Математика": Ratio(20, 40)}
    assert publishable_parts(parts) == {"Физика": None, "Химия": None, "Математика": Ratio(20, 40)}
