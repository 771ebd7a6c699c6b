"""A programme: one municipality's goals, indicators, monitorings, rubric, roadmap, schools and people."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from metodist.domain.clusters import ClusterSettings
from metodist.domain.cycle_views import CycleView
from metodist.domain.evidence import CriterionEvidence, Topic
from metodist.domain.factors import FactorSettings
from metodist.domain.fields import FACTS, MUNICIPALITY, STAFF, Field, Register
from metodist.domain.indicators import Indicator, Scale
from metodist.domain.layout_profile import GOST_2025, LayoutProfile
from metodist.domain.numbering import NumberMask
from metodist.domain.periods import Period
from metodist.domain.recommendations import AdviceRule
from metodist.domain.returns import SchoolData
from metodist.domain.roadmap import Activity
from metodist.domain.word_forms import WordForms
from metodist.domain.yardstick import Yardstick


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal: number, title, description, why it is set, why it can be reached, source clause.

    ``heading`` is what the source calls it where it speaks of it at length, if that is another title.
    """

    number: str
    title: str
    description: str = ""
    grounds: str = ""
    feasibility: str = ""
    clause: str = ""
    heading: str = ""


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
        scoring_words: How the source says that points are given: «по 2 балла за каждый показатель».
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
    scoring_words: str = ""


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
        role: What the documents look for: «подписывает», «исполняет», «контролирует», «согласует», «отвечает за сбор»,
            «руководитель группы», «секретарь группы», «член группы».
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
    title_genitive: str = ""
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
    ``profile`` is how its documents are laid out, ``masks`` how they are numbered,
    ``dictionary`` what the user says of forms of words.
    ``district`` holds the facts that only the municipality knows, with their evidence; ``evidence`` the documents
    that stand beside criteria of the rubric; ``views`` the steps into which the document cuts the management cycle;
    ``yardstick`` the comparison with the best one, ``None`` where the programme makes none; ``clusters`` and
    ``factors`` what the methodist says of the analysis. Without ``advice_rules`` the general rules of recommendations
    apply.
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
    views: tuple[CycleView, ...] = ()
    yardstick: Yardstick | None = None
    profile: LayoutProfile = GOST_2025
    masks: tuple[NumberMask, ...] = ()
    dictionary: tuple[WordForms, ...] = ()
    clusters: ClusterSettings = field(default_factory=ClusterSettings)
    factors: FactorSettings = field(default_factory=FactorSettings)
    advice_rules: tuple[AdviceRule, ...] = ()

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
