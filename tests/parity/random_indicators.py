"""Strategies for indicators: every kind, over registers, schools and facts."""

from __future__ import annotations

from hypothesis import strategies as st

from metodist.domain.conditions import EVERY, Comparison, Condition, Literal, Operator
from metodist.domain.fields import FACTS, SCHOOLS, STAFF
from metodist.domain.indicators import Band, Breakdown, FactSum, Indicator, IndicatorKind, Measure, Scale, Slice
from parity.random_conditions import conditions
from parity.sample import CONTESTS

K = IndicatorKind
SCALE = Scale("уровни", (Band("низкий", -1), Band('«средний», он же "2"', 2), Band("высокий", 24.5)))
_SUMS = st.lists(st.sampled_from(("Педагогов", "Совместителей", "Было")), min_size=1, max_size=2, unique=True).map(
    lambda names: FactSum(tuple(names))
)
_NUMERIC = {
    STAFF: ("Балл", "Стаж", "Возраст", "Год ПК"),
    CONTESTS: ("Место",),
    FACTS: ("Удовлетворённость", "Педагогов"),
}


def _equal(field: str, value: str) -> Condition:
    return Comparison(field, Operator.EQUAL, (Literal(value),))


def _breakdown(field: str, *values: str) -> Breakdown:
    return Breakdown(field, tuple(Slice(value, _equal(field, value)) for value in values))


_FAMILY = Breakdown(
    "Дефицит", tuple(Slice(name, _equal(f"Дефицит: {name}", "да")) for name in ("предметные", "цифровые"))
)
_SPLITS = {
    STAFF: (
        _breakdown("Предмет", "физика", "химия", "русский язык", "да"),
        _FAMILY,
        _breakdown("Диагностика", "да", "нет"),
    ),
    CONTESTS: (_breakdown("Уровень", "физика", "да", "нет данных", "кружок"),),
    SCHOOLS: (_breakdown("Вид школы", "физика", "да", "нет"),),
}


def _measures(scope: str) -> st.SearchStrategy[Measure]:
    return _SUMS if scope == FACTS else st.one_of(st.just(EVERY), conditions(scope, 1))


def _share(scope: str) -> st.SearchStrategy[Indicator]:
    splits = st.one_of(st.none(), *([st.sampled_from(_SPLITS[scope])] if scope in _SPLITS else []))
    sums_too = st.one_of(_measures(scope), _measures(scope), _SUMS)
    made = {"scope": st.just(scope), "numerator": sums_too, "denominator": sums_too, "breakdown": splits}
    return st.builds(Indicator, st.just(""), st.just(""), st.just(K.SHARE), **made)


def _count(scope: str) -> st.SearchStrategy[Indicator]:
    splits = st.one_of(st.none(), *([st.sampled_from(_SPLITS[scope])] if scope in _SPLITS else []))
    made = {"scope": st.just(scope), "numerator": _measures(scope), "breakdown": splits}
    return st.builds(Indicator, st.just(""), st.just(""), st.just(K.COUNT), **made)


def _parts(scope: str) -> st.SearchStrategy[Indicator]:
    kinds = st.sampled_from((K.DISTRIBUTION, K.RANKING, K.RANKING))
    made = {"scope": st.just(scope), "denominator": _measures(scope), "breakdown": st.sampled_from(_SPLITS[scope])}
    return st.builds(Indicator, st.just(""), st.just(""), kinds, **made)


def _mean(scope: str) -> st.SearchStrategy[Indicator]:
    rows = st.just(EVERY) if scope == FACTS else _measures(scope)
    made = {
        "scope": st.just(scope),
        "numerator": rows,
        "column": st.sampled_from(_NUMERIC[scope]),
        "scale": st.just(SCALE),
    }
    return st.builds(Indicator, st.just(""), st.just(""), st.sampled_from((K.MEAN, K.LEVEL)), **made)


def _change(scope: str) -> st.SearchStrategy[Indicator]:
    made = {"scope": st.just(scope), "numerator": _measures(scope), "denominator": _SUMS}
    return st.builds(Indicator, st.just(""), st.just(""), st.just(K.CHANGE), **made)


def indicators() -> st.SearchStrategy[Indicator]:
    """One indicator without a code."""
    presence = st.just(Indicator("", "", K.PRESENCE, FACTS, column="Положение"))
    every = (STAFF, CONTESTS, SCHOOLS, FACTS)
    kinds = [st.one_of([make(scope) for scope in every]) for make in (_share, _count, _change)]
    kinds += [st.one_of([_parts(scope) for scope in _SPLITS]), st.one_of([_mean(scope) for scope in _NUMERIC])]
    return st.one_of(*kinds, presence)
