"""A document with nothing to say is not made and says why; a group, a control, a term follow from the people."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest

from documents_sample import BUILT, sample_built, sample_summary
from metodist.documents.act import act_of
from metodist.documents.inputs import Inputs, NotMadeError
from metodist.documents.kinds import KINDS, kind_of
from metodist.documents.requisites import DRAFT
from metodist.documents.working_group import CHAIR, MEMBER, SECRETARY, working_group
from metodist.domain.programme import Person, Programme
from metodist.domain.summary import Summary
from metodist.programme.plan import plan_of


@pytest.fixture(scope="module")
def summary(small_programme: Programme) -> Summary:
    return sample_summary(small_programme)


def _inputs(summary: Summary, made: datetime = BUILT) -> Inputs:
    return Inputs(summary.programme, summary, made, plan=plan_of(summary.programme))


def _without(change: Callable[[Programme], Programme]) -> Callable[[Summary], Summary]:
    return lambda summary: replace(summary, programme=change(summary.programme))


@pytest.mark.parametrize(
    ("kind", "change", "reason"),
    [
        ("reminder", lambda summary: replace(summary, missing=(), faulty=()), "напоминать некому"),
        ("letter", _without(lambda one: replace(one, organisations=())), "нет ни одной школы"),
        ("familiarisation", _without(lambda one: replace(one, organisations=())), "нет ни одной школы"),
        ("order_group", _without(lambda one: replace(one, people=one.people[:1])), "меньше двух человек"),
        ("minutes", _without(lambda one: replace(one, people=())), "меньше двух человек"),
        ("order_plan", _without(lambda one: replace(one, roadmap=(), monitorings=())), "ни одно мероприятие"),
        ("month_plan", _without(lambda one: replace(one, roadmap=(), monitorings=())), "ни одно мероприятие"),
        ("schedule", _without(lambda one: replace(one, roadmap=(), monitorings=())), "ни одно мероприятие"),
        ("report", _without(lambda one: replace(one, roadmap=(), monitorings=())), "ни одно мероприятие"),
        ("roadmap", _without(lambda one: replace(one, roadmap=())), "нет дорожной карты"),
        ("order_programme", _without(lambda one: replace(one, indicators=(), roadmap=())), "ни показателей"),
        ("note", lambda summary: replace(summary, schools=()), "Принятых таблиц ещё нет"),
        ("act_intake", lambda summary: replace(summary, schools=()), "Принятых таблиц ещё нет"),
    ],
    ids=lambda value: value if isinstance(value, str) and value.isascii() else "",
)
def test_what_is_missing_is_the_reason(
    kind: str, change: Callable[[Summary], Summary], reason: str, summary: Summary
) -> None:
    with pytest.raises(NotMadeError, match=reason) as raised:
        kind_of(kind).build(_inputs(change(summary)))
    assert raised.value.action


def test_before_the_deadline_the_reminder_counts_the_days(summary: Summary) -> None:
    early = kind_of("reminder").build(_inputs(summary, datetime(2026, 12, 18)))
    assert getattr(early.context, "deadline").replace("\u00a0", " ") == (  # noqa: B009 - contexts of kinds are objects
        "Срок представления таблиц — 20 декабря 2026 г., до него 2 дня."
    )


def test_the_group_of_the_sheet_outweighs_the_people_of_the_programme(small_programme: Programme) -> None:
    guessed = working_group(small_programme)
    assert [one.name for one in guessed.people] == ["Сидорова В. В.", "Петров Б. Б."]
    assert [issue.column for issue in guessed.issues] == ["Роль"]
    own = (
        Person(MEMBER, "Орлова Г. Г.", "методист"),
        Person(SECRETARY, "Котов Д. Д.", "методист"),
        Person(CHAIR, "Лисина Е. Е.", "директор центра"),
    )
    group = working_group(replace(small_programme, people=(*small_programme.people, *own)))
    assert [one.name for one in group.people] == ["Лисина Е. Е.", "Котов Д. Д.", "Орлова Г. Г."]
    assert group.issues == ()


def test_who_signs_and_controls_keeps_the_control(small_programme: Programme) -> None:
    signs = small_programme.people[0]
    people = (signs, replace(signs, role="контролирует"))
    assert act_of(replace(small_programme, people=people), DRAFT).context.controller == ""
    assert act_of(small_programme, DRAFT).context.controller.startswith("заместителя начальника")


@pytest.mark.parametrize(("act", "title"), [("приказ", "Приказ"), ("постановление", "Постановление")])
def test_documents_are_named_by_the_programmes_kind_of_act(act: str, title: str, small_programme: Programme) -> None:
    passport = replace(small_programme.passport, act_kind=act)
    assert kind_of("order_plan").title_in(passport) == f"{title} об утверждении плана"


def test_the_usual_kinds_leave_out_what_is_made_on_request(small_programme: Programme) -> None:
    assert {kind.id for kind in KINDS if not kind.usual} == {"order_programme", "note_school", "route"}
    assert all(sample_built(kind.id, small_programme).context for kind in KINDS)
