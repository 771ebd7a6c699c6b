"""What goes with an indicator: facts of schools beside their values. Never a cause."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from metodist.domain.association import Effect

FEWEST_SCHOOLS = 8
"""Fewer schools say nothing about what goes with what."""


class FactorKind(StrEnum):
    """How a factor is compared; the value is the word in JSON."""

    NUMBER = "number"
    GROUPS = "groups"


@dataclass(frozen=True, slots=True)
class FactorClass:
    """How the methodist classifies a factor; every word may be empty.

    Args:
        factor: Its name, as :attr:`Factor.name` has it.
        origin: «внутренний» or «внешний».
        influence: «положительный» or «отрицательный».
        on_heads: «да» or «нет»: whether it depends on the heads of schools.
        note: Why.
    """

    factor: str
    origin: str = ""
    influence: str = ""
    on_heads: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class FactorSettings:
    """What the methodist says of factors: which indicators are looked at (empty: every share), and the classes."""

    indicators: tuple[str, ...] = ()
    classes: tuple[FactorClass, ...] = ()


@dataclass(frozen=True, slots=True)
class Factor:
    """A fact of schools that may go with an indicator.

    Args:
        name: For the user: «Тип школы: сельская», «Кадры: Стаж общий, среднее».
        kind: Numbers are ranked; groups are parted into those with and without.
        values: By school code; of groups 1 or 0; schools that do not know are left out.
        fields: Owner and name of the fields it is counted from: an indicator of the same fields is not compared.
    """

    name: str
    kind: FactorKind
    values: Mapping[str, float]
    fields: frozenset[tuple[str, str]] = frozenset()


@dataclass(frozen=True, slots=True)
class Link:
    """One factor beside one indicator.

    Args:
        indicator: Code.
        factor: :attr:`Factor.name`.
        kind: Whether ranks or groups were compared.
        effect: Size, interval, chance and number of schools.
        corrected: The chance, corrected for all comparisons that were made.
        medians: Of groups: the indicator's median with and without; of numbers empty.
    """

    indicator: str
    factor: str
    kind: FactorKind
    effect: Effect
    corrected: float
    medians: tuple[float, float] | tuple[()] = ()


@dataclass(frozen=True, slots=True)
class Factors:
    """All comparisons.

    Args:
        indicators: Codes that were looked at.
        factors: By name, in the order of the sheet.
        links: Every comparison, by indicator and then the most certain first.
        classes: The methodist's, by factor.
        notes: Classes of factors that nobody knows, in words.
        reason: Why nothing was compared; empty where it was.
    """

    indicators: tuple[str, ...] = ()
    factors: Mapping[str, Factor] = field(default_factory=dict)
    links: tuple[Link, ...] = ()
    classes: Mapping[str, FactorClass] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    reason: str = ""
