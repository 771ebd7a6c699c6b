"""The management cycle: one chain from a goal to the effect, and how far all goals have come along it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from metodist.domain.cycle_views import Link, ViewStep
from metodist.domain.programme import Goal


@dataclass(frozen=True, slots=True)
class LinkState:
    """Whether a goal has the link: what it is, or what is missing and what to do."""

    link: Link
    present: bool
    text: str


@dataclass(frozen=True, slots=True)
class GoalCycle:
    """A goal with its links, in the order of :class:`Link`."""

    goal: Goal
    links: tuple[LinkState, ...]

    @property
    def present(self) -> int:
        """How many links there are."""
        return sum(state.present for state in self.links)

    def state(self, link: Link) -> LinkState:
        """The state of one link."""
        return next(state for state in self.links if state.link is link)


@dataclass(frozen=True, slots=True)
class LinkCount:
    """How many goals have a link.

    Args:
        total: How many goals the programme has.
        lacking: Numbers of the goals without it.
        advice: What is missing and what to do; empty where nothing is.
    """

    link: Link
    total: int
    lacking: tuple[str, ...] = ()
    advice: str = ""

    @property
    def have(self) -> int:
        """How many goals have it."""
        return self.total - len(self.lacking)


def link_counts(goals: Sequence[GoalCycle]) -> tuple[LinkCount, ...]:
    """One count a link, in the order of the chain."""
    return tuple(_count(link, goals) for link in Link)


def _count(link: Link, goals: Sequence[GoalCycle]) -> LinkCount:
    lacking = [goal for goal in goals if not goal.state(link).present]
    advice = lacking[0].state(link).text if lacking else ""
    return LinkCount(link, len(goals), tuple(goal.goal.number for goal in lacking), advice)


def complete_goals(step: ViewStep, goals: Iterable[GoalCycle]) -> int:
    """How many goals have every link that a step of a document covers."""
    return sum(all(goal.state(link).present for link in step.links) for goal in goals)
