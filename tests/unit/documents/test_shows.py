"""What the product's documents show: only what really stands in the finished text."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest
from tests.programme_text import small_programme

from metodist.documents.indicators import IndicatorGroup, IndicatorRow
from metodist.documents.kinds import KINDS
from metodist.documents.shows import SHOWN, holdings
from metodist.domain.evidence import Topic
from metodist.domain.programme import Criterion, Programme

YOUNG, NETWORK = "Молодые педагоги", "Сетевые формы"


@dataclass(frozen=True)
class Order:
    deadline: str
    groups: tuple[IndicatorGroup, ...]


@dataclass(frozen=True)
class Analysis:
    clusters: tuple[str, ...]


@dataclass(frozen=True)
class Note:
    groups: tuple[IndicatorGroup, ...]
    conclusions: tuple[str, ...] = ("Доля выросла.",)
    analysis: Analysis | None = None


def group(value: str = "71,4 %") -> tuple[IndicatorGroup, ...]:
    return (IndicatorGroup("Дефициты", (IndicatorRow("1.1", "Доля прошедших диагностику", "", value, "—", "—"),)),)


TEXT = "Срок: 20 декабря 2026 г. Доля прошедших\xa0диагностику — 71,4 %. Доля выросла."


@pytest.fixture(scope="module")
def programme() -> Programme:
    small = small_programme()
    first = replace(small.indicators[0], title="Доля прошедших диагностику", direction=YOUNG)
    topics = (Topic.MONITORING, Topic.MONITORING_TERM, Topic.ANALYSIS, Topic.CLUSTERS)
    rubric = tuple(Criterion("Б", place, topic.value, 1, topic=topic) for place in (YOUNG, NETWORK) for topic in topics)
    return replace(small, indicators=(first, *small.indicators[1:]), rubric=rubric)


def earned(kind: str, context: object, programme: Programme, text: str = TEXT) -> set[tuple[str, str]]:
    return {(one.criterion.position, one.criterion.title) for one in holdings(kind, context, programme, text)}


def test_an_order_with_a_date_earns_the_terms_of_the_positions_whose_indicators_it_lists(programme: Programme) -> None:
    order = Order("20 декабря 2026 г.", group())

    assert earned("order_monitoring", order, programme) == {(YOUNG, "мониторинг"), (YOUNG, "сроки мониторинга")}


def test_a_blank_for_the_date_earns_no_terms(programme: Programme) -> None:
    order = Order("____________", group())

    assert earned("order_monitoring", order, programme, f"{TEXT} ____________") == {(YOUNG, "мониторинг")}


def test_words_that_the_finished_text_lacks_earn_nothing(programme: Programme) -> None:
    order = Order("20 декабря 2026 г.", group())

    assert earned("order_monitoring", order, programme, "Приказываю") == set()


def test_a_note_without_clusters_does_not_earn_them(programme: Programme) -> None:
    assert earned("note", Note(group()), programme) == {(YOUNG, "анализ")}


def test_a_note_with_clusters_earns_them(programme: Programme) -> None:
    note = Note(group(), analysis=Analysis(("Группа 1: школы № 1, 2",)))

    assert (YOUNG, "кластеризация") in earned("note", note, programme, f"{TEXT} Группа 1: школы № 1, 2")


def test_indicators_without_a_value_are_not_analysed(programme: Programme) -> None:
    assert earned("note", Note(group("—")), programme) == set()


def test_whatever_is_shown_is_shown_by_a_known_kind() -> None:
    assert {one.kind for one in SHOWN} <= {kind.id for kind in KINDS}


@dataclass(frozen=True)
class Compared:
    before: str


@dataclass(frozen=True)
class Row:
    analysis: str
    dated: str
    indicators: tuple[Compared, ...]


@dataclass(frozen=True)
class Effect:
    rows: tuple[Row, ...]
    problems: tuple[str, ...] = ()


@pytest.mark.parametrize(
    ("before", "problems", "topics"),
    [
        ("60,0 %", ("Мало наставников",), {"анализ эффективности", "проблема"}),
        ("60,0 %", (), {"анализ эффективности"}),
        ("—", (), set()),
    ],
    ids=["compared, with a problem", "no problem named", "nothing to compare with"],
)
def test_an_analysis_of_effect_earns_what_it_really_compares(
    before: str, problems: tuple[str, ...], topics: set[str]
) -> None:
    rubric = tuple(Criterion("Б", "Меры", one.value, 1, topic=one) for one in (Topic.EFFECT, Topic.PROBLEM))
    programme = replace(small_programme(), rubric=rubric)
    effect = Effect((Row("Отчёт о наставничестве", "май 2027 года", (Compared(before),)),), problems)

    found = earned("effect", effect, programme, "Отчёт о наставничестве. Мало наставников.")

    assert {title for _, title in found} == topics
