"""The analysis in the summary's JSON, beside the keys that scripts rely on."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from metodist.domain.programme import Programme
from metodist.summary.as_json import summary_json
from summary_samples import organisations, sample_summary
from summary_years import with_years


@pytest.fixture(scope="module")
def document(small_programme: Programme) -> dict[str, Any]:
    summary = with_years(replace(small_programme, organisations=organisations(12)), earlier=2)
    return dict(json.loads(json.dumps(summary_json(summary), ensure_ascii=False)))


def test_dynamics_hold_every_period_and_the_change(document: dict[str, Any]) -> None:
    dynamics = document["dynamics"]
    assert dynamics["periods"] == ["2024", "2025", "2026"]
    own = dynamics["indicators"]["1.1"]
    assert [point["period"] for point in own["points"]] == dynamics["periods"]
    assert own["points"][-1]["value"] == document["indicators"]["1.1"]["value"]
    assert own["change"]["from"] == "2025"
    assert own["change"]["movement"] in ("grew", "fell", "same", "unconfirmed")
    assert set(own["by_school"]) <= set(document["indicators"]["1.1"]["by_school"])


def test_every_school_has_its_group(document: dict[str, Any]) -> None:
    clusters = document["clusters"]
    in_groups = sorted(code for group in clusters["groups"].values() for code in group["schools"])
    assert in_groups == sorted(clusters["by_school"])
    assert clusters["previous"] == "2025"


def test_factors_are_listed_with_their_corrected_chance(document: dict[str, Any]) -> None:
    factors = document["factors"]
    assert factors["comparisons"] == len(factors["links"]) > 0
    assert all(link["chance"] <= link["corrected"] <= 1 for link in factors["links"])


def test_shares_have_an_interval_and_ranks_a_standing(document: dict[str, Any]) -> None:
    share = document["indicators"]["1.1"]
    assert share["interval"]["low"] < share["value"] < share["interval"]["high"]
    assert document["indicators"]["1.3"]["interval"] is None
    assert {own["standing"] for own in share["by_school"].values()} <= {"above", "below", "unsure", "small", None}


def test_a_summary_without_analysis_is_json_too(small_programme: Programme) -> None:
    document = summary_json(sample_summary(small_programme))
    assert document["dynamics"] == {"periods": [], "indicators": {}}
    assert document["clusters"]["groups"] == {}
    assert document["factors"]["links"] == []
