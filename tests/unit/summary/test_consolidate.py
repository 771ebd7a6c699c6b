"""Σ/Σ for the municipality; mean, median, range and ranks of schools beside it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from metodist.domain.programme import Programme
from metodist.domain.summary import Statistics, Summary
from metodist.summary.consolidate import consolidate
from metodist.summary.statistics import NOTHING, ranks_of, statistics_of
from summary_samples import BUILT, organisations, sample_summary, school_data, summary_of


@pytest.fixture(scope="module")
def summary(small_programme: Programme) -> Summary:
    return sample_summary(small_programme)


def test_the_share_of_the_municipality_is_not_the_mean_of_shares(summary: Summary) -> None:
    # Школа № 1: 2 из 3, № 2: 1 из 1, № 3: 0 из 1.
    assert summary.municipality["1.1"].value == 3 / 5
    assert summary.statistics["1.1"].mean == pytest.approx((2 / 3 + 1 + 0) / 3)
    assert summary.statistics["1.1"].median == 2 / 3
    assert (summary.statistics["1.1"].minimum, summary.statistics["1.1"].maximum) == (0.0, 1.0)


def test_schools_without_a_value_take_no_part(summary: Summary) -> None:
    # Доля с дефицитами среди прошедших: в школе № 3 диагностику не проходил никто.
    assert summary.schools[2].outcomes["1.2"].value is None
    assert "ОО-03" not in summary.ranks["1.2"]
    assert summary.statistics["1.2"] == Statistics(0.75, 0.75, 0.5, 1.0)


def test_the_best_is_first_also_where_less_is_better(summary: Summary) -> None:
    assert summary.ranks["1.1"] == {"ОО-02": 1, "ОО-01": 2, "ОО-03": 3}
    assert summary.ranks["1.2"] == {"ОО-01": 1, "ОО-02": 2}


def test_ties_share_the_better_rank() -> None:
    values = {"x": {"a": 0.5, "b": 0.9, "c": 0.5, "d": 0.1}}
    assert ranks_of(values, {"x": True}) == {"x": {"b": 1, "a": 2, "c": 2, "d": 4}}
    assert ranks_of(values, {"x": False}) == {"x": {"d": 1, "a": 2, "c": 2, "b": 4}}


def test_nobody_is_no_number() -> None:
    assert statistics_of({"x": {}, "y": {"a": 2.0}}) == {"x": NOTHING, "y": Statistics(2.0, 2.0, 2.0, 2.0)}
    assert statistics_of({"x": {}}) == {"x": NOTHING}
    assert ranks_of({}, {}) == {}


def test_yes_and_no_are_not_ranked(summary: Summary) -> None:
    for code in ("2.1", "2.5", "3.4", "1.4", "3.1"):  # наличие, школы, муниципалитет, ранжирование, распределение
        assert summary.ranks[code] == {}
        assert summary.statistics[code] == NOTHING


def test_every_school_is_counted_once(summary: Summary) -> None:
    assert [school.organisation.code for school in summary.schools] == ["ОО-01", "ОО-02", "ОО-03"]
    assert [item.organisation.code for item in summary.faulty] == ["ОО-04"]
    assert [school.code for school in summary.missing] == ["ОО-05"]
    known = summary.completeness
    assert (known.accepted, known.faulty, known.missing, known.expected) == (3, 1, 1, 5)
    assert known.ratio.value == 3 / 5


def test_a_newer_faulty_table_does_not_count_its_school_twice(small_programme: Programme) -> None:
    programme = replace(small_programme, organisations=organisations(2))
    data = {"ОО-01": school_data("Кадры: ФИО\nИванова А. А.")}
    known = summary_of(programme, data, faulty=["ОО-01"]).completeness
    assert (known.accepted, known.faulty, known.missing) == (1, 0, 1)


def test_schools_stand_in_the_order_of_the_programme(summary: Summary) -> None:
    mixed = consolidate(summary.programme, summary.schools[::-1], (), (), summary.municipality, BUILT)
    assert mixed.schools == summary.schools
    assert mixed.ranks == summary.ranks


def test_an_empty_district_has_a_summary(small_programme: Programme) -> None:
    empty = summary_of(replace(small_programme, organisations=organisations(2)), {})
    assert empty.completeness.ratio.value == 0
    assert empty.statistics["1.1"] == NOTHING
    assert empty.headlines == {}
