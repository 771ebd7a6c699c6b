"""Whatever the numbers: chances are chances, and the sheet's way of correcting them is Benjamini and Hochberg's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metodist.domain.association import midranks, spearman, two_groups
from metodist.domain.chance import adjusted, steps_of, two_counts, two_shares, wilson

share = st.integers(0, 60).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of)))
chances = st.dictionaries(
    st.integers(), st.sampled_from([0.0, 1e-9, 0.001, 0.02, 0.049, 0.05, 0.3, 0.3000001, 1.0]), max_size=25
)
values = st.lists(st.integers(0, 9).map(float), min_size=2, max_size=15)


@given(share, share)
def test_a_chance_lies_between_0_and_1_and_knows_no_order(first: tuple[int, int], second: tuple[int, int]) -> None:
    chance = two_shares(first, second)
    assert 0 <= chance <= 1
    assert chance == pytest.approx(two_shares(second, first), abs=1e-11)
    if first == second:
        assert chance == 1


@given(st.integers(0, 200), st.integers(0, 200))
def test_equal_counts_differ_by_chance_only(first: int, second: int) -> None:
    assert 0 <= two_counts(first, second) <= 1
    assert two_counts(first, first) == 1


@given(share)
def test_an_interval_holds_its_share(ratio: tuple[int, int]) -> None:
    interval = wilson(*ratio)
    if ratio[1] == 0:
        assert interval is None
    else:
        assert interval is not None
        assert 0 <= interval.low <= ratio[0] / ratio[1] <= interval.high <= 1


@given(chances)
def test_the_least_step_of_all_as_probable_is_the_corrected_chance(found: dict[int, float]) -> None:
    """What a row of the sheet computes for itself, without sorting."""
    steps = steps_of(found)
    by_row = {
        key: min(1.0, *(steps[other] for other in found if found[other] >= chance)) for key, chance in found.items()
    }
    assert by_row == pytest.approx(adjusted(found))
    assert all(corrected >= found[key] for key, corrected in adjusted(found).items())


@given(values, values)
def test_turning_the_groups_turns_the_difference(first: list[float], second: list[float]) -> None:
    there, back = two_groups(first, second), two_groups(second, first)
    assert there is not None
    assert back is not None
    assert there.size == pytest.approx(-back.size)
    assert there.chance == pytest.approx(back.chance)
    assert -1 <= there.size <= 1


@given(st.lists(st.integers(0, 6).map(float), min_size=4, max_size=20))
def test_what_goes_with_itself_goes_wholly(numbers: list[float]) -> None:
    effect = spearman(numbers, [3 * number + 1 for number in numbers])
    assert effect is None or (effect.size, effect.chance) == (pytest.approx(1), pytest.approx(0, abs=1e-9))
    assert sum(midranks(numbers)) == pytest.approx(len(numbers) * (len(numbers) + 1) / 2)
