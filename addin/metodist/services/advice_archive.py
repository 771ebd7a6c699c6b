"""Issued recommendations as data in «Архив/рекомендации.json»: next year their effect is measured."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from metodist.domain.effects import IssuedAdvice
from metodist.domain.recommendations import Advice, AdvicePlan
from metodist.domain.summary import Summary
from metodist.errors import UserError
from metodist.messages import say
from metodist.services.transaction import Transaction
from metodist.services.working_folder import ADVICE_TABLE, WorkingFolder

#: Documents that give recommendations: to a school, and to the municipality's own addressees (an empty code).
ISSUED = ("recommendations", "recommendations_overview")
_VERSION = 1


def keep_advice(
    place: WorkingFolder,
    change: Transaction,
    summary: Summary | None,
    written: Iterable[tuple[str, str]],
    made: date,
) -> None:
    """Stage the table with what was recommended; it takes the place of what the same got in this period.

    Args:
        place: Whose archive.
        change: The running transaction.
        summary: What the documents were built from; without recommendations nothing is staged.
        written: Kind and school's code of every written document; other kinds than :data:`ISSUED` do not count.
        made: The day of issue.
    """
    plan = summary.advice if summary else None
    issued_to = {school for kind, school in written if kind in ISSUED}
    if plan is None or not issued_to:
        return
    period = place.programme.passport.period.code
    kept = [one for one in _entries(place.path) if one.period != period or one.school not in issued_to]
    fresh = [one for one in _issued(place, plan, made) if one.school in issued_to]
    rows = [asdict(one) | {"made": one.made.isoformat()} for one in (*kept, *fresh)]
    document = {"version": _VERSION, "issued": rows}
    change.stage(ADVICE_TABLE).write_text(json.dumps(document, ensure_ascii=False, indent=1), encoding="utf-8")


def issued_in(place: WorkingFolder, period: str) -> tuple[IssuedAdvice, ...]:
    """What was issued on the numbers of that period.

    Raises:
        UserError: The table is damaged.
    """
    return tuple(one for one in _entries(place.path) if one.period == period)


def advised_in(place: WorkingFolder) -> frozenset[str]:
    """Codes of the indicators about which recommendations were issued in the programme's period.

    Raises:
        UserError: The table is damaged.
    """
    return frozenset(one.indicator for one in issued_in(place, place.programme.passport.period.code))


def _entries(folder: Path) -> list[IssuedAdvice]:
    path = folder / ADVICE_TABLE
    if not path.is_file():
        return []
    try:
        rows: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["issued"]
        return [IssuedAdvice(**{**row, "made": date.fromisoformat(row["made"])}) for row in rows]
    except (ValueError, KeyError, TypeError) as error:
        raise UserError(say("scoring.table_damaged", name=ADVICE_TABLE), say("scoring.table_damaged_action")) from error


def _issued(place: WorkingFolder, plan: AdvicePlan, made: date) -> Iterator[IssuedAdvice]:
    period = place.programme.passport.period.code
    for school in plan.schools:
        for item in school.items:
            yield _entry(item, period, school.school, school.name, made)
    for item in plan.district:
        yield _entry(item, period, "", item.rule.addressee.name, made)


def _entry(item: Advice, period: str, school: str, name: str, made: date) -> IssuedAdvice:
    outcome = item.outcome
    return IssuedAdvice(
        period=period,
        school=school,
        name=name,
        rule=item.rule.number,
        indicator=item.indicator.code,
        text=item.action,
        value=item.value,
        numerator=outcome.numerator,
        denominator=outcome.denominator,
        number=outcome.value,
        deadline=item.deadline,
        made=made,
    )
