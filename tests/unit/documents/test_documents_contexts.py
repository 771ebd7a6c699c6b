"""What documents say follows from the summary: who leads, who lags, what was missed, who is told what."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from documents_sample import BUILT, ORDER, sample_programme, sample_summary
from metodist.documents.breakdowns import breakdown_tables, table_numbers
from metodist.documents.conclusions import comparison, conclusions, recommendations
from metodist.documents.indicators import indicator_groups, key_indicators, missed
from metodist.documents.kinds import KINDS, build_context, kind_of
from metodist.documents.note import Note
from metodist.documents.order_monitoring import OrderMonitoring
from metodist.documents.order_results import OrderResults, targets_text
from metodist.documents.requisites import DRAFT, Requisites, corner, programme_act
from metodist.documents.schools import extremes_text, spread_rows
from metodist.domain.indicators import Indicator, IndicatorKind
from metodist.domain.outcomes import Outcome, Ratio
from metodist.domain.programme import Organisation, Programme
from metodist.domain.returns import SchoolData
from metodist.domain.summary import SchoolResult, Summary
from metodist.domain.wording import counted_text
from metodist.errors import UserError
from metodist.summary.consolidate import consolidate

NBSP = "\u00a0"


@pytest.fixture(scope="module")
def summary(small_programme: Programme) -> Summary:
    return sample_summary(small_programme)


def _of(programme: Programme, indicator: Indicator, values: dict[str, tuple[float, float]]) -> Summary:
    """A summary of one share: school → numerator and denominator."""
    schools = tuple(Organisation(name, name, name) for name in values)
    one = replace(programme, indicators=(indicator,), organisations=schools)
    accepted = [
        SchoolResult(school, SchoolData(), {indicator.code: _share(indicator, *values[school.code])}, (), BUILT, "", "")
        for school in schools
    ]
    total = _share(indicator, sum(n for n, _ in values.values()), sum(d for _, d in values.values()))
    return consolidate(one, accepted, [], [], {indicator.code: total}, BUILT)


def _share(indicator: Indicator, over: float, under: float) -> Outcome:
    return Outcome(indicator.code, indicator.kind, over, under, Ratio(over, under).value)


DIAGNOSED = Indicator("1.3", "Доля прошедших диагностику", IndicatorKind.SHARE, "Кадры", target=0.8)


def test_a_draft_has_blanks_for_number_and_date() -> None:
    assert (DRAFT.dated, DRAFT.numbered) == ("от ____________", "№ ______")
    assert (ORDER.dated, ORDER.numbered) == ("от 05.06.2026", "№ 319-ОД")


def test_an_annex_takes_number_and_date_from_the_order_itself(small_programme: Programme) -> None:
    first = corner(small_programme.passport, ORDER, 2)
    assert (first.title, first.to) == ("Приложение № 2", "к приказу управления образования")
    assert first.dated == "от 05.06.2026 № 319-ОД"
    assert corner(small_programme.passport, ORDER).title == "Приложение"


@pytest.mark.parametrize(
    ("kind", "verb", "this"),
    [
        ("приказ", "приказываю", "настоящего приказа"),
        ("Постановление", "постановляю", "настоящего постановления"),
        ("распоряжение", "обязываю", "настоящего распоряжения"),
    ],
)
def test_the_words_follow_the_kind_of_act(kind: str, verb: str, this: str, small_programme: Programme) -> None:
    passport = replace(small_programme.passport, act_kind=kind)
    context = build_context("order_monitoring", replace(small_programme, passport=passport), made=BUILT).context
    assert isinstance(context, OrderMonitoring)
    assert (context.act.verb, context.act.this, context.act.letterhead.act) == (verb, this, kind.upper())


def test_a_programme_without_an_act_refers_to_none(small_programme: Programme) -> None:
    assert programme_act(small_programme.passport) == "приказа управления образования от 12.01.2026 № 15-ОД"
    assert programme_act(replace(small_programme.passport, act_number="")) == ""


def test_only_schools_that_hand_in_stand_in_the_annex(small_programme: Programme) -> None:
    context = build_context("order_monitoring", small_programme, made=BUILT).context
    assert isinstance(context, OrderMonitoring)
    assert [school.number for school in context.schools] == ["1", "2"]
    assert [school.name.split(" «")[1] for school in context.schools] == ["Школа № 1»", "Школа № 2»"]


def test_nobody_to_sign_is_asked_for_and_leaves_blanks(small_programme: Programme) -> None:
    built = build_context("order_monitoring", replace(small_programme, people=()), made=BUILT)
    assert isinstance(built.context, OrderMonitoring)
    assert built.context.act.signature.name == "_" * 12
    assert built.context.responsible == built.context.act.controller == ""
    assert [issue.sheet for issue in built.issues] == ["Люди"]


def test_a_missing_deadline_is_asked_for(small_programme: Programme) -> None:
    passport = replace(small_programme.passport, deadline=None)
    built = build_context("order_monitoring", replace(small_programme, passport=passport), made=BUILT)
    assert [issue.column for issue in built.issues] == ["Срок сдачи таблиц"]


def test_a_note_needs_a_summary(small_programme: Programme) -> None:
    with pytest.raises(UserError, match="строится по своду"):
        build_context("note", small_programme)


def test_an_unknown_kind_names_the_known_ones() -> None:
    with pytest.raises(UserError, match=r"order_monitoring, .*note"):
        kind_of("poem")
    assert [kind_of(kind.id) for kind in KINDS] == list(KINDS)


def test_the_results_order_lists_who_is_late(summary: Summary) -> None:
    context = build_context("order_results", summary, requisites=ORDER).context
    assert isinstance(context, OrderResults)
    assert (context.missing, context.faulty) == ("Школа № 8", "Школа № 7")
    assert context.completeness == f"6{NBSP}организаций из 8 (75,0{NBSP}%)"
    assert context.results[0].startswith("показатель 1.1 — Доля педагогов, прошедших диагностику: 67,4")
    assert context.monitoring_order == "приказа управления образования от ____________ № ______"


def test_the_note_counts_the_rows_it_was_made_from(summary: Summary) -> None:
    context = build_context("note", summary).context
    assert isinstance(context, Note)
    assert context.sources[0] == f"реестр «Кадры» таблиц мониторинга — 129{NBSP}строк"
    assert context.properties.created == "2026-12-22T12:00:00Z"


def test_targets_are_counted_over_indicators_that_have_a_value(summary: Summary) -> None:
    assert targets_text(summary) == (
        f"Из 5{NBSP}показателей, для которых установлена цель, достигнуто 2, не достигнуто 3"
    )


def test_shares_that_miss_stand_by_percentage_points(summary: Summary) -> None:
    assert [indicator.code for indicator in missed(summary)] == ["2.1", "1.2", "1.1"]
    assert comparison(summary)[0].endswith("отставание — 33,3 процентного пункта.")


def test_where_less_is_better_the_target_says_so(summary: Summary) -> None:
    rows = {row.code: row for group in indicator_groups(summary, {}) for row in group.rows}
    assert rows["1.2"].target == f"не более 30{NBSP}%"
    assert rows["1.1"].target == f"80{NBSP}%"


def test_without_targets_shares_and_changes_are_key_and_the_note_says_so(small_programme: Programme) -> None:
    programme = sample_programme(small_programme)
    aimless = replace(programme, indicators=tuple(replace(one, target=None) for one in programme.indicators))
    summary = sample_summary(aimless)
    assert {one.kind for one in key_indicators(summary)} == {IndicatorKind.SHARE, IndicatorKind.CHANGE}
    assert targets_text(summary) == ""
    assert "не установлены целевые значения" in conclusions(summary)[1]


@pytest.mark.parametrize(
    ("outcome", "text"),
    [
        (Outcome("1", IndicatorKind.SHARE, 815, 1141, 0.714), "815 из 1 141"),
        (Outcome("1", IndicatorKind.SHARE, 0, 0, None), "0 из 0"),
        (Outcome("1", IndicatorKind.CHANGE, 150, 120, 30), "было 120, стало 150"),
        (Outcome("1", IndicatorKind.MEAN, 80, 20, 4), "значений: 20"),
        (Outcome("1", IndicatorKind.RANKING, None, 31, None), "всего 31"),
        (Outcome("1", IndicatorKind.COUNT, 12, None, 12), ""),
    ],
)
def test_what_stands_behind_a_value(outcome: Outcome, text: str) -> None:
    assert counted_text(outcome) == text.replace("1 141", f"1{NBSP}141")


def test_leaders_and_laggards_leave_small_schools_out(small_programme: Programme) -> None:
    values = {"А": (9, 9), "Б": (36, 40), "В": (10, 20), "Г": (18, 30), "Д": (0, 3)}
    text = extremes_text(_of(small_programme, DIAGNOSED, values), DIAGNOSED).replace(NBSP, " ")
    assert text == (
        "Показатель 1.3. Лучшие значения: Б — 90,0 % (36 из 40). Наиболее отстают: В — 50,0 % (10 из 20). "
        "Не сравнивались из-за малой численности (меньше 10): 2 школы."
    )


def test_a_long_tie_is_counted_not_cut(small_programme: Programme) -> None:
    values = dict.fromkeys("АБВГ", (20.0, 20.0)) | {"Д": (5, 20)}
    text = extremes_text(_of(small_programme, DIAGNOSED, values), DIAGNOSED).replace(NBSP, " ")
    assert "Лучшие значения: 100,0 % — 4 школы. Наиболее отстают: Д — 25,0 % (5 из 20)." in text


def test_equal_schools_have_neither_leaders_nor_laggards(small_programme: Programme) -> None:
    text = extremes_text(_of(small_programme, DIAGNOSED, {"А": (10, 20), "Б": (15, 30)}), DIAGNOSED)
    assert text.replace(NBSP, " ") == "Показатель 1.3. Значения сравниваемых школ одинаковы — 50,0 %."


def test_too_few_schools_are_not_compared(small_programme: Programme) -> None:
    text = extremes_text(_of(small_programme, DIAGNOSED, {"А": (10, 20), "Б": (1, 3)}), DIAGNOSED)
    assert text == "Показатель 1.3. Школ с численностью не меньше 10 недостаточно для сравнения."


def test_where_less_is_better_the_least_leads(small_programme: Programme) -> None:
    fewer = replace(DIAGNOSED, higher_is_better=False, target=0.3)
    text = extremes_text(_of(small_programme, fewer, {"А": (18, 20), "Б": (2, 20)}), fewer)
    assert text.index("Лучшие значения: Б") < text.index("Наиболее отстают: А")


def test_recommendations_name_the_farthest_schools_and_whom_to_ask(small_programme: Programme) -> None:
    values = {"А": (9, 40), "Б": (36, 40), "В": (10, 20), "Г": (0, 3)}
    first = recommendations(_of(small_programme, DIAGNOSED, values))[0].replace(NBSP, " ")
    assert "(3 школы из 4)" in first
    assert "в первую очередь: А (22,5 %); В (50,0 %)." in first
    assert first.endswith("Изучить опыт школ, достигших цели: Б.")


def test_no_two_districts_get_the_same_recommendations(small_programme: Programme) -> None:
    one = recommendations(_of(small_programme, DIAGNOSED, {"А": (1, 20), "Б": (12, 20)}))
    other = recommendations(_of(small_programme, DIAGNOSED, {"А": (12, 20), "Б": (1, 20)}))
    assert one != other


def test_a_reached_target_needs_no_recommendation(small_programme: Programme) -> None:
    (only,) = recommendations(_of(small_programme, DIAGNOSED, {"А": (19, 20), "Б": (20, 20)}))
    assert "на педагогических и методических советах" in only


def test_a_ranking_runs_from_the_greatest_down_and_ties_share_a_place(summary: Summary) -> None:
    tied = Outcome(
        "1.4", IndicatorKind.RANKING, None, 10, None, {"а": Ratio(2, 10), "б": Ratio(5, 10), "в": Ratio(5, 10)}
    )
    changed = replace(summary, municipality={"1.4": tied})
    (table,) = breakdown_tables(changed, table_numbers(changed, 2))
    assert [(row.place, row.label) for row in table.rows] == [("1", "б"), ("1", "в"), ("3", "а")]
    assert table.finding == f"Наибольшая доля — «б», «в» (50,0{NBSP}%), наименьшая — «а» (20,0{NBSP}%)."


def test_a_line_of_few_people_is_neither_the_greatest_nor_the_least(summary: Summary) -> None:
    lines = {"а": Ratio(20, 40), "б": Ratio(30, 40), "химия": Ratio(0, 3)}
    changed = replace(summary, municipality={"1.1": Outcome("1.1", IndicatorKind.SHARE, 50, 83, 50 / 83, lines)})
    (table,) = breakdown_tables(changed, table_numbers(changed, 2))
    assert table.finding.replace(NBSP, " ") == (
        "Наибольшая доля — «б» (75,0 %), наименьшая — «а» (50,0 %). "
        "Не сравнивались из-за малой численности (меньше 10): 1 строка."
    )
    assert [row.label for row in table.rows] == ["б", "а", "химия"]


def test_a_distribution_keeps_the_order_of_its_list(summary: Summary) -> None:
    tables = {table.code: table for table in breakdown_tables(summary, table_numbers(summary, 2))}
    assert [row.label for row in tables["3.1"].rows] == ["высшая", "первая", "нет"]
    assert (tables["3.1"].order, tables["1.4"].order) == ("№", "Место")


def test_a_breakdown_that_counted_nothing_has_no_table(summary: Summary) -> None:
    empty = Outcome("1.4", IndicatorKind.RANKING, None, 0, None, {"а": Ratio(0, 0)})
    assert table_numbers(replace(summary, municipality={"1.4": empty}), 2) == {}


def test_spread_compares_shares_means_and_levels_only(summary: Summary) -> None:
    rows = {row.code: row for row in spread_rows(summary)}
    assert list(rows) == ["1.1", "1.2", "1.3", "3.2", "3.3"]
    assert rows["1.3"].title == "Уровень компетентности, балл"
    assert rows["1.1"].median != rows["1.1"].mean


def test_the_time_of_a_document_from_the_programme_alone_is_given(small_programme: Programme) -> None:
    context = build_context("order_monitoring", small_programme, made=datetime(2026, 1, 2, 3, 4, 5)).context
    assert isinstance(context, OrderMonitoring)
    assert context.properties.created == "2026-01-02T03:04:05Z"


def test_a_number_alone_leaves_the_date_to_fill_in() -> None:
    assert Requisites("5").dated == "от ____________"
