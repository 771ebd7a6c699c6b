"""Groups of schools: reproducible, named by what distinguishes them, the same letters from year to year."""

from __future__ import annotations

from dataclasses import replace

import pytest

from metodist.domain.clusters import Clustering, ClusterMove, ClusterSettings, Migration
from metodist.domain.dynamics import PeriodResults
from metodist.domain.indicators import IndicatorKind
from metodist.domain.outcomes import Outcome
from metodist.domain.periods import Period
from metodist.domain.programme import Programme
from metodist.summary.clustering import clustering_of
from summary_samples import organisations

#: Shares of two indicators in percent, school by school: four strong schools, four weak ones.
TWO_SIDES = "90 10 | 85 12 | 95 8 | 88 14 | 20 60 | 15 70 | 25 66 | 30 58"


@pytest.fixture(scope="module")
def programme(small_programme: Programme) -> Programme:
    return replace(small_programme, organisations=organisations(12))


def period(text: str, year: int = 2026) -> PeriodResults:
    """Shares 1.1 (more is better) and 1.2 (less is better); a dash for no value."""
    schools = {}
    for number, line in enumerate(text.split("|"), 1):
        values = [None if part == "-" else float(part) for part in line.split()]
        own = zip(("1.1", "1.2"), values, strict=True)
        schools[f"ОО-{number:02}"] = {
            code: Outcome(code, IndicatorKind.SHARE, value, 100, None if value is None else value / 100)
            for code, value in own
        }
    return PeriodResults(Period(year), {}, schools)


def groups(found: Clustering) -> dict[str, str]:
    """Letters in the order of schools, by letter the last digits of their codes."""
    return {each.letter: " ".join(code[-2:] for code in each.members) for each in found.clusters}


def test_schools_that_are_alike_stand_together(programme: Programme) -> None:
    found = clustering_of(programme, [period(TWO_SIDES)], ClusterSettings())
    assert groups(found) == {"А": "01 02 03 04", "Б": "05 06 07 08"}
    assert found.indicators == ("1.1", "1.2")
    assert max(found.silhouettes, key=lambda number: found.silhouettes[number]) == 2
    assert found.reason == ""


def test_a_group_is_named_by_what_distinguishes_it(programme: Programme) -> None:
    found = clustering_of(programme, [period(TWO_SIDES)], ClusterSettings())
    # Of one group of indicators each indicator is a theme; fewer deficits are better.
    diagnosed, lacking = (
        "«1.1. Доля педагогов, прошедших диагностику»",
        "«1.2. Доля имеющих дефициты среди прошедших диагностику»",
    )
    titles = [each.title for each in found.clusters]
    assert titles[0].startswith("А. сильнее района — ")
    assert titles[1].startswith("Б. слабее района — ")
    assert all(diagnosed in title and lacking in title for title in titles)


def test_many_groups_of_indicators_are_the_themes(programme: Programme) -> None:
    groups = {"1.1": "Дефициты", "1.2": "Поддержка", "2.2": "Кадры"}
    indicators = tuple(replace(each, group=groups.get(each.code, each.group)) for each in programme.indicators)
    results = period(TWO_SIDES)
    young = {
        code: replace(own["1.1"], code="2.2", value=(number % 3) / 3)
        for number, (code, own) in enumerate(results.schools.items())
    }
    schools = {code: {**own, "2.2": young[code]} for code, own in results.schools.items()}
    found = clustering_of(
        replace(programme, indicators=indicators), [replace(results, schools=schools)], ClusterSettings(number=2)
    )
    assert found.clusters[0].name == "сильнее района — «дефициты», «поддержка»"


def test_the_distances_justify_the_group(programme: Programme) -> None:
    found = clustering_of(programme, [period(TWO_SIDES)], ClusterSettings())
    for one in found.memberships:
        assert one.distances[one.computed] == min(one.distances.values())
        assert one.silhouette > 0.5


def test_the_methodist_chooses_the_number_and_the_names(programme: Programme) -> None:
    settings = ClusterSettings(number=3, names={"А": "Школы-лидеры"})
    found = clustering_of(programme, [period(TWO_SIDES)], settings)
    assert len(found.clusters) == 3
    assert found.by_methodist
    assert found.clusters[0].title == "А. Школы-лидеры"


def test_the_methodist_moves_a_school_with_a_reason(programme: Programme) -> None:
    settings = ClusterSettings(
        moves=(
            ClusterMove("ОО-08", "А", "новый директор"),
            ClusterMove("ОО-01", "Я", "?"),
            ClusterMove("ОО-12", "А", "?"),
        )
    )
    found = clustering_of(programme, [period(TWO_SIDES)], settings)
    assert groups(found) == {"А": "01 02 03 04 08", "Б": "05 06 07"}
    moved = found.memberships[7]
    assert (moved.cluster, moved.computed, moved.reason) == ("А", "Б", "новый директор")
    assert ["«Я»" in found.notes[0], "ОО-12" in found.notes[1]] == [True, True]
    school = found.cluster_of("ОО-08")
    assert school is not None
    assert school.letter == "А"


def test_letters_stay_from_year_to_year(programme: Programme) -> None:
    """Last year the strong ones were the last four schools; they keep the letter of their kind, not of their place."""
    last = period("20 60 | 15 70 | 25 66 | 30 58 | 90 10 | 85 12 | 95 8 | 88 14", 2025)
    found = clustering_of(programme, [last, period(TWO_SIDES)], ClusterSettings())
    assert groups(found) == {"А": "01 02 03 04", "Б": "05 06 07 08"}
    assert found.previous == Period(2025)
    assert found.migrations[0] == Migration("ОО-01", "Б", "А")
    assert found.migrations[7] == Migration("ОО-08", "А", "Б")


def test_a_school_that_is_new_has_no_group_before(programme: Programme) -> None:
    last = period("90 10 | 85 12 | 95 8 | 20 60 | 15 70 | 25 66", 2025)
    found = clustering_of(programme, [last, period(TWO_SIDES)], ClusterSettings())
    assert found.migrations[7].before == ""


def test_an_unknown_value_stands_at_the_mean(programme: Programme) -> None:
    found = clustering_of(programme, [period(TWO_SIDES.replace("30 58", "30 -"))], ClusterSettings())
    assert found.memberships[7].blanks == ("1.2",)
    assert groups(found)["Б"] == "05 06 07 08"


def test_what_little_is_known_of_or_never_differs_is_left_out_in_words(programme: Programme) -> None:
    text = "90 - | 85 - | 95 - | 88 - | 20 60 | 15 70 | 25 66 | 30 58"
    found = clustering_of(programme, [period(text)], ClusterSettings())
    assert found.indicators == ("1.1",)
    assert "4 из 8" in found.left_out["1.2"]
    alike = clustering_of(programme, [period(" | ".join(["50 10"] * 8))], ClusterSettings())
    assert alike.clusters == ()
    assert "не строятся" in alike.reason
    assert set(alike.left_out) >= {"1.1", "1.2"}


def test_few_schools_make_no_groups(programme: Programme) -> None:
    found = clustering_of(programme, [period("90 10 | 85 12 | 20 60 | 15 70 | 10 80")], ClusterSettings())
    assert found.clusters == ()
    assert "не меньше 6 школ" in found.reason


def test_the_methodist_chooses_the_indicators(programme: Programme) -> None:
    found = clustering_of(programme, [period(TWO_SIDES)], ClusterSettings(indicators=("1.2",)))
    assert found.indicators == ("1.2",)
