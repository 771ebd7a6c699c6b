"""The form version: changes with whatever shapes a school table, and with nothing else."""

from __future__ import annotations

import hashlib
import json

from metodist.domain.conditions import Condition
from metodist.domain.fields import Field
from metodist.domain.indicators import Breakdown, FactSum, Indicator, Measure, Scale
from metodist.domain.programme import Criterion
from metodist.programme.condition_text import condition_text
from metodist.programme.draft import Draft
from metodist.programme.measures import sum_text

_LENGTH = 8


def form_version(draft: Draft) -> str:
    """Eight hex digits over fields, lists, scales, indicators and the kind of period.

    Built from a text of its own rather than from ``repr``: a new attribute of a class must not make
    every issued table outdated. Nor do targets, hints, messages and widths: they change neither what a school
    fills in nor how it is counted.
    """
    shape = {
        "period": draft.passport.period.kind.value if draft.passport else "",
        "registers": [[register.name, register.row_means] for register in draft.registers],
        "fields": [_field(field) for register in draft.registers for field in register.fields],
        "facts": [_field(fact) for fact in draft.facts],
        "lists": [[name, list(values)] for name, values in draft.lists.items()],
        "scales": [_scale(scale) for scale in draft.scales.values()],
        "indicators": [_indicator(indicator) for indicator in draft.indicators],
    }
    asked = [_criterion(criterion) for criterion in draft.rubric if criterion.asked_of_schools]
    if asked:  # programmes without a self-assessment keep the version that their issued tables carry
        shape["self_assessment"] = asked
    canonical = json.dumps(shape, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()[:_LENGTH]


def _criterion(criterion: Criterion) -> list[object]:
    parts = (criterion.block, criterion.position, criterion.title)
    return [*parts, criterion.points, criterion.rule, criterion.declared_maximum]


def _field(field: Field) -> list[object]:
    return [
        field.register,
        field.name,
        field.type.value,
        field.section,
        field.list_name,
        str(field.minimum),
        str(field.maximum),
        field.required,
        _condition(field.required_if),
        _condition(field.check),
        f"{field.computed.formula.value}({field.computed.field})" if field.computed else "",
        field.unit,
    ]


def _condition(condition: Condition | None) -> str:
    return "" if condition is None else condition_text(condition)


def _indicator(indicator: Indicator) -> list[object]:
    return [
        indicator.code,
        indicator.title,
        indicator.kind.value,
        indicator.scope,
        indicator.group,
        measure_text(indicator.numerator),
        measure_text(indicator.denominator),
        indicator.column,
        _breakdown(indicator.breakdown),
        indicator.scale.name if indicator.scale else "",
        indicator.target is not None,
        indicator.higher_is_better,
        indicator.unit,
    ]


def measure_text(measure: Measure) -> str:
    """A numerator or denominator as a methodist would write it."""
    return sum_text(measure) if isinstance(measure, FactSum) else condition_text(measure)


def _breakdown(breakdown: Breakdown | None) -> list[list[str]]:
    if breakdown is None:
        return []
    return [[part.label, condition_text(part.condition)] for part in breakdown.slices]


def _scale(scale: Scale) -> list[object]:
    return [scale.name, [[band.label, band.start] for band in scale.bands]]
