"""How far the plan has come, in sentences: counts by state, and what is overdue by name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from metodist.documents.numbers import date_digits, date_words, of_counted
from metodist.documents.typography import clean
from metodist.domain.plans import Plan, PlanEntry, State
from metodist.domain.wording import number_text
from metodist.messages import say

#: How many overdue times are named; the others are counted.
_NAMED = 5
_TOLD = (State.DONE, State.IN_PROGRESS, State.DUE, State.PLANNED, State.OVERDUE, State.CANCELLED)


def plan_sentences(plan: Plan | None, today: date) -> tuple[str, ...]:
    """What a note says of the plan; nothing where the programme has no dated activity.

    Args:
        plan: With what was entered in «План.xlsx»; ``None`` where the note is made without one.
        today: The day that states are told for.
    """
    if plan is None or not plan.entries:
        return ()
    states = Counter(entry.state(today) for entry in plan.entries)
    told = "; ".join(
        say("documents.plan_state", state=state.value, number=number_text(states[state]))
        for state in _TOLD
        if states[state]
    )
    all_of_them = of_counted(len(plan.entries), "срок")
    sentences = [say("documents.plan_states", day=date_words(today), total=all_of_them, states=told)]
    overdue = sorted(
        (entry for entry in plan.entries if entry.state(today) is State.OVERDUE), key=lambda one: one.occurrence.end
    )
    if overdue:
        sentences.append(_overdue(overdue))
    return tuple(sentences)


def _overdue(entries: Sequence[PlanEntry]) -> str:
    named = "; ".join(
        say(
            "documents.plan_overdue_one",
            title=clean(entry.item.title),
            end=date_digits(entry.occurrence.end),
        )
        for entry in entries[:_NAMED]
    )
    more = len(entries) - _NAMED
    rest = say("documents.plan_overdue_more", number=number_text(more)) if more > 0 else ""
    return say("documents.plan_overdue", named=named, rest=rest)
