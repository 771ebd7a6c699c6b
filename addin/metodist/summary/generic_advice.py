"""The general rules of recommendations: they apply to a programme that has no rules of its own.

They follow from an indicator's kind and target alone; nothing in them is invented about the programme, so they name
no material.
"""

from __future__ import annotations

from dataclasses import dataclass

from metodist.domain.fields import MUNICIPALITY, SCHOOLS
from metodist.domain.indicators import Indicator, IndicatorKind
from metodist.domain.outcome_tests import (
    Compared,
    OutcomeCondition,
    OutcomeTest,
    Relation,
    Standard,
    State,
    Trend,
)
from metodist.domain.programme import Programme
from metodist.domain.recommendations import AdviceRule
from metodist.messages import say


@dataclass(frozen=True, slots=True)
class GeneralRule:
    """One general rule.

    Args:
        number: «О1»…
        kinds: Of the indicators that it is asked of.
        test: Asked of the school's outcome.
        words: How the test reads.
        aimed: They have a target, or have none; ``None`` for either.
        higher: More is better, or less is; ``None`` for either.
        of_schools: Only shares of schools (a school is «да» or «нет»), or all but them.
    """

    number: str
    kinds: tuple[IndicatorKind, ...]
    test: OutcomeTest
    words: str
    aimed: bool | None = None
    higher: bool | None = None
    of_schools: bool = False

    def fits(self, indicator: Indicator) -> bool:
        """Whether the rule is asked of that indicator."""
        return (
            indicator.kind in self.kinds
            and indicator.scope != MUNICIPALITY
            and (indicator.scope == SCHOOLS) is self.of_schools
            and self.aimed in (None, indicator.target is not None)
            and self.higher in (None, indicator.higher_is_better)
        )


_K = IndicatorKind
_NUMBERS = (_K.MEAN, _K.LEVEL, _K.COUNT, _K.CHANGE)
_MISSED = Compared(Relation.WORSE, Standard.TARGET)
_BEHIND = Compared(Relation.CLEARLY_WORSE, Standard.DISTRICT)

#: In this order; the text of each is ``advice.general_<number>``. A new rule is a new line here.
GENERAL: tuple[GeneralRule, ...] = (
    GeneralRule("О1", (_K.PRESENCE,), State.NO, "нет"),
    GeneralRule("О2", (_K.SHARE,), State.NO, "нет", higher=True, of_schools=True),
    GeneralRule("О3", (_K.SHARE,), _MISSED, "хуже цели", aimed=True, higher=True),
    GeneralRule("О4", (_K.SHARE,), _MISSED, "хуже цели", aimed=True, higher=False),
    GeneralRule("О5", _NUMBERS, _MISSED, "хуже цели", aimed=True),
    GeneralRule("О6", (_K.SHARE,), _BEHIND, "заметно хуже района", aimed=False),
    GeneralRule("О7", (_K.LEVEL,), State.LOWEST, "низший уровень", aimed=False),
    GeneralRule("О8", (_K.CHANGE,), Trend.WORSENED, "ухудшился", aimed=False),
    GeneralRule("О9", (_K.RANKING,), State.KNOWN, "есть данные"),
)


def rules_of(programme: Programme) -> tuple[AdviceRule, ...]:
    """The programme's own rules; the general ones where it has none."""
    return programme.advice_rules or tuple(
        AdviceRule(
            number=rule.number,
            indicators=tuple(one.code for one in programme.indicators if rule.fits(one)),
            condition=OutcomeCondition(rule.words, (rule.test,)),
            text=say(f"advice.general_{rule.number}"),
            deadline=say("advice.general_deadline"),
            report=say("advice.general_report"),
        )
        for rule in GENERAL
    )
