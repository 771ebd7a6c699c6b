"""The roadmap: activities, decisions, analyses of effect, and what is fulfilled."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class ActivityKind(StrEnum):
    """What a row of the roadmap is; the value is the word in the programme workbook."""

    ACTIVITY = "мероприятие"
    DECISION = "решение"
    EFFECT = "анализ эффективности"


class ActivityStatus(StrEnum):
    """How far an activity has come; the value is the word in the workbooks."""

    NOT_STARTED = "не начато"
    IN_PROGRESS = "выполняется"
    DONE = "выполнено"
    CANCELLED = "отменено"


@dataclass(frozen=True, slots=True)
class Fulfilment:
    """What has been entered of an activity's fulfilment.

    Args:
        status: ``None`` where nothing is entered.
        day: When it was done; ``None`` where unknown.
        document: What shows it: «протокол № 3 от 12.11.2026».
    """

    status: ActivityStatus | None = None
    day: date | None = None
    document: str = ""


NOTHING_ENTERED = Fulfilment()


@dataclass(frozen=True, slots=True)
class Activity:
    """What is to be done by whom until when; the term is in the source's own words.

    ``goals`` are numbers of goals that it serves; empty where the workbook links it by its section only.
    """

    number: str
    kind: ActivityKind
    section: str
    title: str
    term: str = ""
    responsible: str = ""
    expected: str = ""
    clause: str = ""
    fulfilment: Fulfilment = NOTHING_ENTERED
    goals: tuple[str, ...] = ()
