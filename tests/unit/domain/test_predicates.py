"""Conditions made ready for many rows give the answers that ``holds`` gives."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from metodist.domain.conditions import Condition, holds
from metodist.domain.fields import SCHOOLS
from metodist.domain.predicates import predicate
from metodist.domain.values import Row, Value
from parity.random_conditions import conditions, every_comparison, fields_of
from parity.sample import BLANKS, CONTESTS, DAYS, NUMBERS, PERIOD, WORDS

SCOPES = ("Кадры", CONTESTS, SCHOOLS)
_values: st.SearchStrategy[Value] = st.sampled_from((*WORDS, *BLANKS, *NUMBERS, *DAYS, True))


def _rows(scope: str) -> st.SearchStrategy[Row]:
    """Rows where any field may hold anything, or be left out."""
    return st.fixed_dictionaries({}, optional={field.name: _values for field in fields_of(scope)})


@given(st.data())
def test_a_predicate_says_what_the_condition_means(data):
    scope = data.draw(st.sampled_from(SCOPES))
    condition = data.draw(conditions(scope))
    others = {name: data.draw(st.lists(_rows(name), max_size=3)) for name in ("Кадры", CONTESTS)}
    _same_answer(condition, data.draw(_rows(scope)), others)


@given(st.data())
def test_every_comparison_says_the_same(data):
    scope = data.draw(st.sampled_from(SCOPES))
    row = data.draw(_rows(scope))
    for condition in every_comparison(scope):
        _same_answer(condition, row, {})


def _same_answer(condition: Condition, row: Row, others: dict[str, list[Row]]) -> None:
    def related(register: str, _: Row) -> list[Row]:
        return others.get(register, [])

    assert predicate(condition, PERIOD)(row, related) is holds(condition, row, PERIOD, related)
