"""The plan: roadmap and monitorings with their dates, what has been done, and what has no date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from metodist.domain.programme import Programme
from metodist.domain.roadmap import NOTHING_ENTERED, ActivityStatus, Fulfilment
from metodist.domain.terms import Occurrence, PlanYears, TermProblem


class State(StrEnum):
    """Where one occurrence stands today; the value is the word in the workbook."""

    PLANNED = "предстоит"
    DUE = "идёт срок"
    IN_PROGRESS = "выполняется"
    DONE = "выполнено"
    OVERDUE = "просрочено"
    CANCELLED = "отменено"


@dataclass(frozen=True, slots=True)
class PlanItem:
    """One row of «Дорожная карта» or «Мониторинги».

    Args:
        key: Stable and unique in the programme: sheet, kind, section and number, and a count where they repeat.
        source: ``"roadmap"`` or ``"monitoring"``.
        number: As in the document.
        kind: «мероприятие», «решение», «анализ эффективности», «мониторинг».
        section: Position or direction; «Мониторинги» for monitorings.
        title: What is to be done.
        term: The source's own words.
        responsible: The source's own words; see :attr:`people`.
        expected: What it ends with.
        fulfilment: What the programme workbook says has been done.
    """

    key: str
    source: str
    number: str
    kind: str
    section: str
    title: str
    term: str
    responsible: str = ""
    expected: str = ""
    fulfilment: Fulfilment = NOTHING_ENTERED

    @property
    def people(self) -> tuple[str, ...]:
        """Who answers, one by one: «МКУ ИМЦ, школы / педагоги» is the first two, the last only take part."""
        names: dict[str, str] = {}
        for name in _split(self.responsible.split("/")[0]):
            names.setdefault(name.casefold(), name)
        return tuple(names.values())


def _split(text: str) -> list[str]:
    """Parts between commas, semicolons and line ends that stand outside brackets."""
    parts, depth = [""], 0
    for letter in text:
        depth += (letter == "(") - (letter == ")")
        if depth <= 0 and letter in ",;\n":
            parts.append("")
        else:
            parts[-1] += letter
    return [" ".join(part.split()) for part in parts if part.strip()]


@dataclass(frozen=True, slots=True)
class PlanEntry:
    """One dated time of an item.

    Args:
        uid: Stable while the item and its first day stay: events of a calendar are recognised by it.
        item: What is to be done.
        occurrence: When.
        fulfilment: What has been done of it.
    """

    uid: str
    item: PlanItem
    occurrence: Occurrence
    fulfilment: Fulfilment

    def state(self, today: date) -> State:
        """Where it stands: the last day of a term belongs to it."""
        entered = self.fulfilment
        if entered.status is ActivityStatus.CANCELLED:
            return State.CANCELLED
        if entered.status is ActivityStatus.DONE or entered.day is not None:
            return State.DONE
        if self.occurrence.end < today:
            return State.OVERDUE
        if entered.status is ActivityStatus.IN_PROGRESS:
            return State.IN_PROGRESS
        return State.DUE if self.occurrence.start <= today else State.PLANNED


@dataclass(frozen=True, slots=True)
class Undated:
    """An item, or a piece of its term, that could not be dated."""

    item: PlanItem
    problem: TermProblem


@dataclass(frozen=True, slots=True)
class Plan:
    """The plan of a programme; entries by their dates."""

    programme: Programme
    years: PlanYears
    items: tuple[PlanItem, ...]
    entries: tuple[PlanEntry, ...]
    undated: tuple[Undated, ...]
