"""Values that tell of fewer than five people are not published, nor those from which one could be reckoned."""

from __future__ import annotations

from dataclasses import replace

import pytest

from metodist.domain.indicators import Indicator, IndicatorKind
from metodist.domain.outcomes import Outcome, Ratio
from metodist.domain.programme import Programme
from metodist.domain.public_edition import hidden_schools, is_hidden, public_outcome


@pytest.fixture
def share(small_programme: Programme) -> Indicator:
    return next(one for one in small_programme.indicators if one.code == "1.1")


def _share(over: float, under: float) -> Outcome:
    return Outcome("1.1", IndicatorKind.SHARE, over, under, over / under)


@pytest.mark.parametrize(
    ("over", "under", "hidden"),
    [(3, 4, True), (3, 40, True), (37, 40, True), (0, 40, False), (40, 40, False), (5, 10, False)],
)
def test_few_people_among_or_beside_the_counted_hide_a_share(
    share: Indicator, over: float, under: float, hidden: bool
) -> None:
    assert is_hidden(share, _share(over, under)) is hidden
    assert (public_outcome(share, _share(over, under)).value is None) is hidden


@pytest.mark.parametrize(
    ("kind", "over", "under", "hidden"),
    [
        (IndicatorKind.COUNT, 4, None, True),
        (IndicatorKind.COUNT, 0, None, False),
        (IndicatorKind.COUNT, 5, None, False),
        (IndicatorKind.CHANGE, 12, 3, True),
        (IndicatorKind.CHANGE, 12, 9, False),
        (IndicatorKind.MEAN, 120, 3, True),
        (IndicatorKind.LEVEL, 320, 6, False),
        (IndicatorKind.RANKING, None, 4, True),
    ],
)
def test_other_kinds_by_the_people_behind_them(
    share: Indicator, kind: IndicatorKind, over: float | None, under: float | None, hidden: bool
) -> None:
    indicator = replace(share, kind=kind)
    assert is_hidden(indicator, Outcome("1.1", kind, over, under, 1.0)) is hidden


def test_schools_are_no_people(share: Indicator) -> None:
    assert not is_hidden(replace(share, scope="Школы"), _share(2, 3))
    assert not is_hidden(replace(share, kind=IndicatorKind.PRESENCE, scope="Сведения"), _share(1, 1))


def test_a_single_hidden_line_takes_the_next_smallest_with_it(share: Indicator) -> None:
    lines = {"а": Ratio(3, 60), "б": Ratio(20, 60), "в": Ratio(37, 60)}
    shown = public_outcome(share, replace(_share(60, 100), breakdown=lines))
    assert list(shown.breakdown) == ["в"]


def test_a_single_hidden_school_takes_another_with_it(share: Indicator) -> None:
    outcomes = {"ОО-01": _share(2, 20), "ОО-02": _share(8, 20), "ОО-03": _share(14, 20)}
    assert hidden_schools(share, outcomes) == {"ОО-01", "ОО-02"}
