"""The annex and the act that approved it bear the same date and number."""

from __future__ import annotations

from collections.abc import Iterator

from metodist.domain.findings import ProgrammeIssue
from metodist.domain.programme import Programme
from metodist.messages import say
from metodist.programme.places import Places
from metodist.programme.schema import PASSPORT


def check(programme: Programme, places: Places) -> Iterator[ProgrammeIssue]:
    """The annex's date or number is another one than the act's."""
    passport = programme.passport
    fix = say("lint.annex_fix")
    if passport.annex_date and passport.act_date and passport.annex_date != passport.act_date:
        message = say("lint.annex_date", annex=f"{passport.annex_date:%d.%m.%Y}", act=f"{passport.act_date:%d.%m.%Y}")
        yield places.warning(message, (PASSPORT, "Дата приложения", "Значение"), fix)
    if passport.annex_number and passport.act_number and passport.annex_number != passport.act_number:
        message = say("lint.annex_number", annex=passport.annex_number, act=passport.act_number)
        yield places.warning(message, (PASSPORT, "Номер приложения", "Значение"), fix)
