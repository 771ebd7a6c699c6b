"""A monitoring says when it is held, what it collects, and what its results are for."""

from __future__ import annotations

from collections.abc import Iterator

from metodist.domain.findings import ProgrammeIssue
from metodist.domain.programme import Programme
from metodist.messages import say
from metodist.programme.places import Places
from metodist.programme.schema import INDICATORS, MONITORINGS


def check(programme: Programme, places: Places) -> Iterator[ProgrammeIssue]:
    """A monitoring without a term, a use or indicators; indicators without a monitoring."""
    if not programme.monitorings:
        return
    collecting = {number.casefold() for indicator in programme.indicators for number in indicator.monitorings}
    for monitoring in programme.monitorings:
        number = monitoring.number
        if not monitoring.term:
            yield places.warning(say("lint.no_term", number=number), (MONITORINGS, number, "Срок"))
        if not monitoring.use_of_results:
            place = (MONITORINGS, number, "Использование результатов")
            yield places.warning(say("lint.no_use", number=number), place)
        if number.casefold() not in collecting:
            message = say("lint.monitoring_unused", number=number)
            yield places.remark(message, (MONITORINGS, number, "№"), say("lint.monitoring_unused_fix"))
    alone = [indicator.code for indicator in programme.indicators if not indicator.monitorings]
    if alone:
        message = say("lint.not_monitored", codes=", ".join(alone))
        yield places.remark(message, (INDICATORS, alone[0], "Мониторинги"), say("lint.not_monitored_fix"))
