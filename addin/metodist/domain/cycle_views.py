"""The links of the management cycle, and the ways in which documents cut the one chain into steps."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Link(StrEnum):
    """One link of the chain; the value is what the user reads."""

    GOAL = "Цель"
    INDICATORS = "Показатели"
    METHOD = "Сбор сведений"
    MONITORING = "Мониторинг"
    ANALYSIS = "Анализ"
    RECOMMENDATIONS = "Рекомендации"
    MEASURES = "Мероприятия"
    DECISIONS = "Решения"
    EFFECT = "Эффективность"


@dataclass(frozen=True, slots=True)
class ViewStep:
    """A step or section of a document, and the links of the chain that it covers."""

    title: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class CycleView:
    """One way of cutting the chain into steps; which ones there are, the programme says on «Паспорт»."""

    title: str
    steps: tuple[ViewStep, ...]
