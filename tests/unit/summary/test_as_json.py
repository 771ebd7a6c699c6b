"""The keys that scripts rely on; unrounded numbers; None for missing."""

from __future__ import annotations

import json
from typing import Any

import pytest

from metodist.domain.programme import Programme
from metodist.summary.as_json import summary_json
from summary_samples import sample_summary


@pytest.fixture(scope="module")
def document(small_programme: Programme) -> dict[str, Any]:
    made = summary_json(sample_summary(small_programme))
    read: dict[str, Any] = json.loads(json.dumps(made, allow_nan=False))
    return read


def test_head(document: dict[str, Any]) -> None:
    assert {key: document[key] for key in ("programme", "period", "schools")} == {
        "programme": "demo",
        "period": "2026",
        "schools": {"expected": 5, "accepted": 3, "missing": ["ОО-05"], "returned": ["ОО-04"]},
    }


def test_a_share_with_its_breakdown(document: dict[str, Any]) -> None:
    share = document["indicators"]["1.1"]
    assert (share["kind"], share["numerator"], share["denominator"], share["value"]) == ("share", 3, 5, 0.6)
    assert (share["target"], share["reached"]) == (0.8, False)
    assert share["breakdown"]["Математика"] == {"numerator": 2, "denominator": 2, "value": 1.0}
    assert share["by_school"]["ОО-01"]["value"] == 2 / 3
    assert share["by_school"]["ОО-01"]["rank"] == 2
    assert share["by_school"]["ОО-01"]["breakdown"]["Русский язык"]["value"] == 0.0
    assert share["statistics"] == {"mean": pytest.approx(5 / 9), "median": 2 / 3, "minimum": 0.0, "maximum": 1.0}


def test_an_empty_denominator_is_none_and_not_zero(document: dict[str, Any]) -> None:
    school = document["indicators"]["1.2"]["by_school"]["ОО-03"]
    assert (school["numerator"], school["denominator"], school["value"], school["rank"]) == (0, 0, None, None)


def test_keys_of_single_kinds(document: dict[str, Any]) -> None:
    indicators = document["indicators"]
    assert indicators["1.3"]["level"] == "средний"
    assert indicators["1.3"]["by_school"]["ОО-02"]["level"] == "низкий"
    assert indicators["1.3"]["by_school"]["ОО-03"]["level"] is None
    assert indicators["2.4"]["percent_change"] == 0.75
    assert indicators["3.2"]["spread"]["maximum"] == 61
    assert (indicators["3.1"]["kind"], indicators["3.1"]["value"]) == ("distribution", None)
    assert indicators["3.4"]["by_school"]["ОО-01"]["value"] is None


def test_every_indicator_is_there(document: dict[str, Any], small_programme: Programme) -> None:
    assert list(document["indicators"]) == [indicator.code for indicator in small_programme.indicators]
