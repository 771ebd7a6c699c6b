"""The management cycle: one chain from a goal to the effect, and the two ways in which sources cut it into steps."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from metodist.domain.programme import Goal


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
class ViewStep:
    """A step or section of a source, and the links of the chain that it covers."""

    title: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class CycleView:
    """One way of cutting the chain into steps."""

    title: str
    steps: tuple[ViewStep, ...]


_L = Link

#: Views of the one chain: another source is another entry.
VIEWS: tuple[CycleView, ...] = (
    CycleView(
        "Управленческий цикл из семи этапов",
        (
            ViewStep("1. Определение целей и муниципальных показателей", (_L.GOAL, _L.INDICATORS)),
            ViewStep("2. Определение методов сбора информации", (_L.METHOD,)),
            ViewStep("3. Мониторинг показателей", (_L.MONITORING,)),
            ViewStep("4. Анализ результатов мониторинга", (_L.ANALYSIS,)),
            ViewStep("5. Адресные рекомендации", (_L.RECOMMENDATIONS,)),
            ViewStep("6. Меры и управленческие решения", (_L.MEASURES, _L.DECISIONS)),
            ViewStep("7. Анализ эффективности принятых мер", (_L.EFFECT,)),
        ),
    ),
    CycleView(
        "Программа из девяти разделов",
        (
            ViewStep("1. Цели", (_L.GOAL,)),
            ViewStep("2. Показатели", (_L.INDICATORS,)),
            ViewStep("3. Методы сбора и обработки информации", (_L.METHOD,)),
            ViewStep("4. Мониторинг показателей", (_L.MONITORING,)),
            ViewStep("5. Анализ результатов мониторинга", (_L.ANALYSIS,)),
            ViewStep("6. Адресные рекомендации по результатам анализа", (_L.RECOMMENDATIONS,)),
            ViewStep("7. Меры, мероприятия", (_L.MEASURES,)),
            ViewStep("8. Управленческие решения", (_L.DECISIONS,)),
            ViewStep("9. Анализ эффективности принятых мер", (_L.EFFECT,)),
        ),
    ),
)
