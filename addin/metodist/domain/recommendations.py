"""Recommendations with proof: rules as data, and what follows from them for a school."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from metodist.domain.indicators import Indicator
from metodist.domain.outcome_tests import OutcomeCondition
from metodist.domain.outcomes import Outcome

#: Free sections of «Паспорт» that name whom recommendations go to besides the school: name → dative.
SCHOOL_ADDRESSEES = "Адресаты рекомендаций в школе"
DISTRICT_ADDRESSEES = "Адресаты рекомендаций в муниципалитете"

#: What a rule's text may hold in braces, and what takes its place.
PLACEHOLDERS: Mapping[str, str] = MappingProxyType(
    {
        "школа": "краткое название школы",
        "код": "код показателя",
        "показатель": "название показателя в «ёлочках»",
        "значение": "значение школы; для адресата в муниципалитете — значение муниципалитета",
        "счёт": "сколько из скольких",
        "цель": "целевое значение",
        "отставание": "разница между значением и целью",
        "ещё": "сколько не хватает до цели: людей, строк или единиц",
        "район": "значение муниципалитета и сколько из скольких",
        "было": "значение прошлого периода",
        "уровень": "уровень шкалы",
        "частые": "самые частые строки ранжирования или распределения",
        "практика": "успешная практика другой школы и её значение",
        "группа": "группа школ, к которой относится школа",
        "период": "отчётный период",
        "служба": "методическая служба в родительном падеже",
    }
)


#: Placeholders that stand for something of the addressee's own, and what a text for many says instead.
OWN_PLACES: Mapping[str, str] = MappingProxyType(
    {
        "школа": "название школы",
        "значение": "значение школы",
        "счёт": "сколько из скольких в школе",
        "отставание": "разница с целью в школе",
        "ещё": "число указано школе",
        "было": "прежнее значение школы",
        "уровень": "уровень школы",
        "частые": "перечень указан школе",
        "группа": "группа школы",
    }
)


class AddresseeKind(StrEnum):
    """Whom a rule speaks to."""

    SCHOOL = "школа"
    CATEGORY = "категория"
    CLUSTER = "кластер"
    SCHOOL_BODY = SCHOOL_ADDRESSEES
    DISTRICT_BODY = DISTRICT_ADDRESSEES


@dataclass(frozen=True, slots=True)
class Addressee:
    """Whom a rule speaks to.

    Args:
        name: The category of «Организации», the cluster, or the name in «Паспорт»; empty for any school.
        dative: «кому», for a name of «Паспорт».
    """

    kind: AddresseeKind = AddresseeKind.SCHOOL
    name: str = ""
    dative: str = ""

    @property
    def in_district(self) -> bool:
        """Judged by the municipality's outcome, not by a school's."""
        return self.kind is AddresseeKind.DISTRICT_BODY


ANY_SCHOOL = Addressee()


@dataclass(frozen=True, slots=True)
class AdviceRule:
    """One rule: what is advised to whom, where an indicator came to what.

    Args:
        number: Of the row; a generic rule's begins with «О».
        indicators: Codes; the rule is asked of each.
        condition: Asked of the outcome.
        text: What is advised, with :data:`PLACEHOLDERS`. A sentence whose placeholder has no value is left out.
        addressee: To whom.
        material: What helps, with placeholders; empty for none.
        deadline: Until when, in words.
        report: In which form the addressee answers.
        clause: Where the source says so.
    """

    number: str
    indicators: tuple[str, ...]
    condition: OutcomeCondition
    text: str
    addressee: Addressee = ANY_SCHOOL
    material: str = ""
    deadline: str = ""
    report: str = ""
    clause: str = ""


@dataclass(frozen=True, slots=True)
class Practice:
    """A practice that a school really recorded, and what its indicator came to.

    Args:
        school: Its code.
        name: Its short name.
        text: What was recorded: «Положение о наставничестве» — приказ № 15 от 12.01.2026.
        outcome: The indicator of that school.
        same_cluster: It is of the addressee's own group.
    """

    school: str
    name: str
    text: str
    outcome: Outcome
    same_cluster: bool


@dataclass(frozen=True, slots=True)
class Advice:
    """One recommendation with its proof; every number is one of the summary.

    Args:
        rule: Which rule gave it.
        indicator: What it rests on.
        outcome: What the indicator came to for the addressee.
        district: What it came to for the municipality.
        before: For the addressee in the period before, where it is known.
        practice: ``None`` where no school that does well recorded one.
        value: The value in words with n/N: «62,5 % (25 из 40)», «нет».
        ground: The proof: indicator, value with n/N, target, the municipality's value.
        action: What is advised.
        district_ground: The proof as the municipality as a whole has it: its value and the target.
        general: What is advised, without what is the addressee's own: the same for all whom the rule speaks to.
        practice_text: The practice as a sentence; empty for none.
        few: A sentence on the small number behind the value; empty where it is not small.
        material: What helps; empty for none.
        deadline: Until when; empty for none.
        report: The form of the answer; empty for none.
    """

    rule: AdviceRule
    indicator: Indicator
    outcome: Outcome
    district: Outcome | None
    before: Outcome | None
    practice: Practice | None
    value: str
    ground: str
    action: str
    district_ground: str
    general: str
    practice_text: str = ""
    few: str = ""
    material: str = ""
    deadline: str = ""
    report: str = ""


@dataclass(frozen=True, slots=True)
class SchoolAdvice:
    """What is recommended to one school.

    Args:
        school: Its code.
        name: Its short name.
        cluster: Its group of schools, in words; empty where there are none.
        items: In the programme's order of indicators; empty: nothing to recommend.
        reached: Indicators whose target the school reached, as sentences without a full stop.
        unknown: Codes of indicators of which nothing is known for this school.
        values: Where there is nothing to recommend: what the indicators that rules ask about came to, as sentences
            without a full stop; those of ``reached`` are left out.
    """

    school: str
    name: str
    cluster: str
    items: tuple[Advice, ...]
    reached: tuple[str, ...]
    unknown: tuple[str, ...]
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AdvicePlan:
    """All recommendations of a period.

    Args:
        rules: By which they were made.
        generic: The programme has no rules of its own: these are the general ones.
        schools: In the summary's order, also those with nothing to recommend.
        district: To the municipality's own addressees.
    """

    rules: tuple[AdviceRule, ...]
    generic: bool
    schools: tuple[SchoolAdvice, ...]
    district: tuple[Advice, ...] = ()

    def of(self, school: str) -> SchoolAdvice | None:
        """What is recommended to the school of that code."""
        return next((one for one in self.schools if one.school == school), None)
