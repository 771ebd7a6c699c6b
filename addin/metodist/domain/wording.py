"""Numbers as a Russian reader sees them: decimal comma, non-breaking spaces, a real minus."""

from __future__ import annotations

from decimal import Decimal

from metodist.domain.indicators import Indicator, IndicatorKind
from metodist.domain.outcomes import Outcome, percent, rounded
from metodist.messages import say

NBSP = "\u00a0"
DASH = "—"

#: Forms of a unit for one, a few and many; a unit that is not here, or abbreviated, keeps its form.
_UNITS: tuple[tuple[str, str, str], ...] = (
    ("балл", "балла", "баллов"),
    ("год", "года", "лет"),
    ("школа", "школы", "школ"),
    ("ставка", "ставки", "ставок"),
    ("педагог", "педагога", "педагогов"),
    ("человек", "человека", "человек"),
    ("организация", "организации", "организаций"),
    ("мероприятие", "мероприятия", "мероприятий"),
    ("работа", "работы", "работ"),
    ("час", "часа", "часов"),
    ("процент", "процента", "процентов"),
)
_FORMS: dict[str, tuple[str, str, str]] = {form: forms for forms in _UNITS for form in forms}

_FRACTIONS = (IndicatorKind.SHARE, IndicatorKind.PRESENCE)


def decimal_text(number: Decimal) -> str:
    """A decimal with a comma and grouped thousands: ``Decimal("12345.6")`` is «12 345,6»."""
    text = f"{abs(number):,}".replace(",", NBSP).replace(".", ",")
    return f"−{text}" if number < 0 else text


def number_text(value: float, digits: int = 1) -> str:
    """A number, rounded once, half up; a whole one stands without a decimal: 12 is «12», 2.25 is «2,3»."""
    if float(value).is_integer():
        return decimal_text(Decimal(int(value)))
    return decimal_text(rounded(value, digits))


def percent_text(fraction: float) -> str:
    """A fraction as per cent: 2/3 is «66,7 %» with a non-breaking space."""
    return f"{decimal_text(percent(fraction))}{NBSP}%"


def target_text(fraction: float) -> str:
    """A target as per cent without a needless decimal: 0.8 is «80 %», 0.805 is «80,5 %»."""
    exact = percent(fraction)
    whole = exact == exact.to_integral_value()
    return f"{decimal_text(exact.to_integral_value() if whole else exact)}{NBSP}%"


def is_fraction(indicator: Indicator) -> bool:
    """Whether the indicator's value and target are fractions that are shown as per cent."""
    return indicator.kind in _FRACTIONS


def value_text(indicator: Indicator, value: float | None) -> str:
    """A value of the indicator with its unit; «—» for none."""
    if value is None:
        return DASH
    if is_fraction(indicator):
        return percent_text(value)
    sign = "+" if indicator.kind is IndicatorKind.CHANGE and value > 0 else ""
    return f"{sign}{number_text(value)}{_unit(indicator, value)}"


def aim_text(indicator: Indicator) -> str:
    """The indicator's target with its unit; empty for none."""
    if indicator.target is None:
        return ""
    if is_fraction(indicator):
        return target_text(indicator.target)
    return f"{number_text(indicator.target)}{_unit(indicator, indicator.target)}"


def counted_text(outcome: Outcome) -> str:
    """What stands behind a value: «815 из 1 141», «было 120, стало 150», «значений: 1 020»; empty for nothing."""
    over, under = outcome.numerator, outcome.denominator
    if under is None:
        return ""
    if outcome.kind in (IndicatorKind.MEAN, IndicatorKind.LEVEL):
        return say("documents.counted_values", number=number_text(under))
    if over is None:
        return say("documents.counted_rows", number=number_text(under))
    if outcome.kind is IndicatorKind.CHANGE:
        return say("documents.counted_change", before=number_text(under), now=number_text(over))
    return say("documents.counted", numerator=number_text(over), denominator=number_text(under))


def plural(number: float, one: str, few: str, many: str) -> str:
    """The form of a word that goes with a number, whatever its sign.

    Args:
        number: Decides by its last two digits; a fraction as it is shown always takes ``few`` («2,5 балла»).
        one: After 1, 21, 101.
        few: After 2, 3, 4, 22 and after fractions.
        many: After 0, 5…20, 25.
    """
    if not float(number).is_integer():
        return few
    last_two = abs(int(number)) % 100
    last = last_two % 10
    if last_two in range(11, 15) or last == 0 or last > 4:
        return many
    return one if last == 1 else few


def unit_text(unit: str, value: float) -> str:
    """The unit in the form that agrees with the number: «1 год», «2 года», «5 лет», «42,9 года»."""
    forms = _FORMS.get(unit)
    if forms is None:
        return unit
    one, few, many = forms
    if not float(value).is_integer():
        return few
    tens, ones = abs(int(value)) % 100, abs(int(value)) % 10
    if ones == 1 and tens != 11:
        return one
    return few if ones in (2, 3, 4) and tens not in (12, 13, 14) else many


def _unit(indicator: Indicator, value: float) -> str:
    return f"{NBSP}{unit_text(indicator.unit, value)}" if indicator.unit else ""
