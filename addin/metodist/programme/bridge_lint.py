"""Whether the year bridge of a programme leads to what last year's programme really had."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from metodist.domain.fields import FACTS, MUNICIPALITY, Field
from metodist.domain.findings import ProgrammeIssue
from metodist.domain.programme import Programme
from metodist.domain.values import fold
from metodist.messages import say
from metodist.programme.issues import in_order
from metodist.programme.places import Places
from metodist.programme.schema import FIELDS, INDICATORS
from metodist.programme.sheets.bridge import CODE, NAME
from metodist.programme.used_words import fields as all_fields
from metodist.programme.words import nearest


def lint_bridge(
    programme: Programme, then: Programme, rows: Mapping[tuple[str, str], int] | None = None
) -> tuple[ProgrammeIssue, ...]:
    """Look at «Прежнее название» and «Прежний код» beside the programme of the year before.

    Args:
        programme: This year's, as read.
        then: Last year's, as the working folder keeps it.
        rows: ``Reading.rows`` of this year's.

    Returns:
        Warnings where a name or a code leads nowhere: dynamics would break off without a word. Remarks where one was
        needed a year ago and is not needed any more.
    """
    places = Places(rows or {})
    return in_order([*_fields(programme, then, places), *_indicators(programme, then, places)])


def _fields(programme: Programme, then: Programme, places: Places) -> Iterator[ProgrammeIssue]:
    before: dict[str, list[str]] = {}
    for each in all_fields(then):
        before.setdefault(each.register, []).append(each.name)
    registers = {each.name: each.earlier or each.name for each in programme.registers}
    registers |= {FACTS: FACTS, MUNICIPALITY: MUNICIPALITY}
    for each in all_fields(programme):
        known = before.get(registers[each.register], before.get(each.register, []))
        if each.earlier and not _has(known, each.earlier):
            yield _lost(each, known, places)


def _lost(each: Field, known: list[str], places: Places) -> ProgrammeIssue:
    place = (FIELDS, f"{each.register}.{each.name}", NAME)
    if _has(known, each.name):
        return places.remark(say("lint.bridge_stale", name=each.name), place, say("lint.bridge_stale_fix"))
    message = say("lint.bridge_field", name=each.name, earlier=each.earlier)
    return places.warning(message, place, nearest(each.earlier or "", known))


def _indicators(programme: Programme, then: Programme, places: Places) -> Iterator[ProgrammeIssue]:
    known = [each.code for each in then.indicators]
    for each in programme.indicators:
        place = (INDICATORS, each.code, CODE)
        for code in each.continues or ():
            if _has(known, code):
                continue
            if _has(known, each.code):
                yield places.remark(say("lint.bridge_stale_code", code=each.code), place, say("lint.bridge_stale_fix"))
            else:
                message = say("lint.bridge_code", code=each.code, earlier=code)
                yield places.warning(message, place, nearest(code, known))


def _has(known: list[str], name: str) -> bool:
    return any(fold(each) == fold(name) for each in known)
