"""A programme: one municipality's goals, indicators, monitorings, rubric, roadmap, schools and people."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from metodist.domain.conditions import EVERY, Comparison, Condition
from metodist.domain.evidence import Assessment, CriterionEvidence, Topic
from metodist.domain.fields import FACTS, MUNICIPALITY, SCHOOLS, STAFF, Field, Register
from metodist.domain.periods import Period
from metodist.domain.returns import SchoolData


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
    """A sum of numeric facts: ``Педагогов по штату + Совместителей``."""

    facts: tuple[str, ...]


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


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal: number, title, description, why it is set, why it can be reached, source clause."""

    number: str
    title: str
    description: str = ""
    grounds: str = ""
    feasibility: str = ""
    clause: str = ""


@dataclass(frozen=True, slots=True)
class Monitoring:
    """What is collected when: the term in the source's own words; empty where the source names none."""

    number: str
    title: str
    purpose: str = ""
    term: str = ""
    indicators: str = ""
    use_of_results: str = ""
    clause: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Criterion:
    """One row of the score sheet.

    Args:
        block: The block's title.
        position: The position's title.
        title: The criterion.
        points: Points when it is met: 1, or −1 for a deduction.
        rule: The word of the rule that scores it.
        declared_maximum: The block's maximum that the source states, repeated on its rows.
        clause: The source's clause.
        corresponds: What an expert says of the position's correspondence to its goal; ``None``: it follows from
            whether each indicator of the position names a goal.
        topic: What it is about; ``None`` where the workbook does not say.
        document: What usually shows it, nominative: «положение о мониторинге».
        advice: What would earn the point: «добавьте срок в положение о мониторинге».
        asked_of_schools: Schools score themselves by it on «Самооценка».
    """

    block: str
    position: str
    title: str
    points: float
    rule: str = ""
    declared_maximum: float | None = None
    clause: str = ""
    corresponds: bool | None = None
    topic: Topic | None = None
    document: str = ""
    advice: str = ""
    asked_of_schools: bool = False


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


@dataclass(frozen=True, slots=True)
class Organisation:
    """A school of the district.

    Args:
        code: Short and stable, such as «ОО-01»; part of file names.
        name: The full name, nominative.
        short_name: What tables show.
        kind: «городская», «сельская»…
        head: The head's name, «И. И. Иванова»; empty where unknown.
        email: Where tables are sent.
        staff: Teachers by the staff list, 0 where unknown; gives the table's capacity.
        reports: Hands in a table.
    """

    code: str
    name: str
    short_name: str
    kind: str = ""
    head: str = ""
    email: str = ""
    staff: int = 0
    reports: bool = True


class Gender(StrEnum):
    """Needed to decline a name; empty in the workbook means it has to be asked for."""

    MALE = "м"
    FEMALE = "ж"
    UNKNOWN = ""


@dataclass(frozen=True, slots=True)
class Person:
    """Who signs, answers, controls.

    Args:
        role: What the documents look for: «подписывает», «исполняет», «контролирует», «согласует», «отвечает за сбор».
        name: «Василенко Н. М.»: surname first, then initials or names.
        post: The post, nominative, lower case.
        gender: For declension.
        dative: «кому», where the grammar should not decide; empty to decline.
        clause: Where the source names the person.
    """

    role: str
    name: str
    post: str
    gender: Gender = Gender.UNKNOWN
    dative: str = ""
    clause: str = ""


@dataclass(frozen=True, slots=True)
class SourceNote:
    """A contradiction of the source: carried, reported, never repaired."""

    number: str
    place: str
    text: str
    contradiction: str
    treatment: str


@dataclass(frozen=True, slots=True)
class Passport:
    """Who the municipality is and which period is reported.

    Every attribute is one row of «Паспорт»; ``extra`` holds the free sections (terms, stages, grounds,
    sources of data) as section → (name, value) pairs.
    """

    code: str
    title: str
    municipality: str
    period: Period
    municipality_genitive: str = ""
    superior_body: str = ""
    body: str = ""
    body_genitive: str = ""
    service: str = ""
    service_genitive: str = ""
    act_kind: str = "приказ"
    act_date: date | None = None
    act_number: str = ""
    annex_date: date | None = None
    annex_number: str = ""
    place: str = ""
    deadline: date | None = None
    first_year: int | None = None
    last_year: int | None = None
    contact: str = ""
    sheet_password: str = ""
    source: str = ""
    main_goal: str = ""
    extra: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Programme:
    """Everything a programme workbook says, checked and cross-referenced.

    ``version`` is the form version: a short hash over what shapes a school table (fields, lists, indicators).
    ``district`` holds the facts that only the municipality knows, with their evidence; ``evidence`` the documents
    that stand beside criteria of the rubric.
    """

    passport: Passport
    goals: tuple[Goal, ...]
    registers: tuple[Register, ...]
    facts: tuple[Field, ...]
    lists: Mapping[str, tuple[str, ...]]
    scales: Mapping[str, Scale]
    indicators: tuple[Indicator, ...]
    monitorings: tuple[Monitoring, ...]
    rubric: tuple[Criterion, ...]
    roadmap: tuple[Activity, ...]
    organisations: tuple[Organisation, ...]
    people: tuple[Person, ...]
    notes: tuple[SourceNote, ...]
    version: str
    district: SchoolData = field(default_factory=SchoolData)
    evidence: tuple[CriterionEvidence, ...] = ()

    @property
    def staff(self) -> Register:
        """The register of people, «Кадры»."""
        return self.register(STAFF)

    def register(self, name: str) -> Register:
        """The register of that name.

        Raises:
            KeyError: The programme declares no such register.
        """
        for register in self.registers:
            if register.name == name:
                return register
        raise KeyError(name)

    @property
    def school_facts(self) -> tuple[Field, ...]:
        """Facts that each school states."""
        return tuple(fact for fact in self.facts if fact.register == FACTS)

    @property
    def municipal_facts(self) -> tuple[Field, ...]:
        """Facts that only the municipality knows."""
        return tuple(fact for fact in self.facts if fact.register == MUNICIPALITY)

    @property
    def reporting(self) -> tuple[Organisation, ...]:
        """Schools that hand in a table."""
        return tuple(school for school in self.organisations if school.reports)

    def organisation(self, code: str) -> Organisation | None:
        """The school of that code, or ``None``."""
        return next((school for school in self.organisations if school.code == code), None)

    def person(self, role: str) -> Person | None:
        """The first person of that role, or ``None``."""
        return next((person for person in self.people if person.role == role), None)
