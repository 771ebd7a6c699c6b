"""Indicators: what is computed over what, and how it is split."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from metodist.domain.conditions import EVERY, Comparison, Condition
from metodist.domain.evidence import Assessment
from metodist.domain.fields import MUNICIPALITY, SCHOOLS


class IndicatorKind(StrEnum):
    """What an indicator is; the value is the word in the programme workbook."""

    SHARE = "доля"
    PRESENCE = "наличие"
    COUNT = "количество"
    DISTRIBUTION = "распределение"
    RANKING = "ранжирование"
    MEAN = "среднее"
    LEVEL = "уровень"
    CHANGE = "изменение"


@dataclass(frozen=True, slots=True)
class FactSum:
    """A sum of numeric facts: ``Педагогов по штату + Совместителей``.

    Args:
        facts: What every unit states: the school, or in the scope «Муниципалитет» the municipality.
        municipal: In the scope «Сведения»: what the municipality adds to the schools' sum, counted once.
    """

    facts: tuple[str, ...]
    municipal: tuple[str, ...] = ()


#: A numerator or denominator: rows that match a condition, or a sum of numeric facts.
Measure = Condition | FactSum


@dataclass(frozen=True, slots=True)
class Slice:
    """One line of a breakdown, a distribution or a ranking: a label and the rows that belong to it."""

    label: str
    condition: Condition


@dataclass(frozen=True, slots=True)
class Breakdown:
    """How an indicator is split.

    Args:
        title: The field's name, or the common beginning of a family of да/нет fields.
        slices: In the order of the field's list.
    """

    title: str
    slices: tuple[Slice, ...]

    @property
    def overlapping(self) -> bool:
        """A family of да/нет fields: one row may belong to several slices, or to none.

        The share of such a slice is counted among all rows of the denominator: teachers with a deficit of the
        kind among those diagnosed. Where a field's values part the rows, it is counted among the slice's own rows:
        those diagnosed among the teachers of the subject.
        """
        fields = (part.condition.field for part in self.slices if isinstance(part.condition, Comparison))
        return any(name != self.title for name in fields)


@dataclass(frozen=True, slots=True)
class Band:
    """One level of a scale: it begins at ``start`` (inclusive) and ends where the next begins."""

    label: str
    start: float


@dataclass(frozen=True, slots=True)
class Scale:
    """A scale of levels, in ascending order of :attr:`Band.start`."""

    name: str
    bands: tuple[Band, ...]

    def band(self, value: float) -> Band | None:
        """The band that ``value`` falls in; ``None`` below the first."""
        fitting = [band for band in self.bands if value >= band.start]
        return fitting[-1] if fitting else None


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator of a programme.

    Args:
        code: «1.3»; unique in the programme.
        title: As the source words it.
        kind: What is computed.
        scope: What is counted: a register's name, ``"Школы"`` (one school is one row of facts),
            ``"Сведения"`` (numbers that schools state, summed) or ``"Муниципалитет"``.
        group: The group's title as in the source; empty for indicators of a monitoring only.
        numerator: Share, count: what is counted. Change: what is counted now. Mean, level: which rows
            take part. Presence: the fact is да.
        denominator: Share: of what; the numerator is counted among the rows that it matches.
            Change: the same quantity of the previous period. Distribution, ranking: which rows take part.
        column: Mean, level: the numeric field. Presence: the fact of type наличие.
            Distribution, ranking: see ``breakdown``.
        breakdown: The split of a share or count; the lines of a distribution or ranking.
        scale: For a level.
        target: The value to reach, a share as a fraction (0.8 for 80 %); ``None`` where the programme names none.
        higher_is_better: Which side of the target is good.
        unit: «%», «чел.», «ед.», «лет», «балл»…
        goals: Numbers of goals.
        monitorings: Numbers of monitorings that collect it.
        direction: One of the directions of the rubric; empty for none.
        clause: Where the source defines it.
        note: A contradiction or a reading of the source, for the methodist.
        assessment: What the rubric's method says of it.
        continues: Codes of last year's indicators that it continues; several where they were merged; the same one
            at two indicators where it was split; empty: it measures something new; ``None``: its own code.
        goal_words: What the source writes of its goals beside it: «Цель № 7. Поддержка молодых педагогов».
    """

    code: str
    title: str
    kind: IndicatorKind
    scope: str
    group: str = ""
    numerator: Measure = EVERY
    denominator: Measure = EVERY
    column: str = ""
    breakdown: Breakdown | None = None
    scale: Scale | None = None
    target: float | None = None
    higher_is_better: bool = True
    unit: str = ""
    goals: tuple[str, ...] = ()
    monitorings: tuple[str, ...] = ()
    direction: str = ""
    clause: str = ""
    note: str = ""
    assessment: Assessment = Assessment.ORDINARY
    continues: tuple[str, ...] | None = None
    goal_words: str = ""

    @property
    def municipality_adds(self) -> bool:
        """Whether the municipality's own numbers are added to those of the schools."""
        return any(isinstance(one, FactSum) and one.municipal for one in (self.numerator, self.denominator))

    @property
    def compares_schools(self) -> bool:
        """Whether schools can be ranked by it: a number of the school's own, not yes/no and not a list."""
        unranked = (IndicatorKind.PRESENCE, IndicatorKind.DISTRIBUTION, IndicatorKind.RANKING)
        return self.kind not in unranked and self.scope not in (SCHOOLS, MUNICIPALITY)

    def reached(self, value: float | None) -> bool | None:
        """Whether an unrounded value reaches the target; ``None`` without a value or a target."""
        if value is None or self.target is None:
            return None
        return value >= self.target if self.higher_is_better else value <= self.target
