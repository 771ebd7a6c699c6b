"""An act cites nothing that was issued after it."""

from __future__ import annotations

from collections.abc import Iterator

from metodist.domain.findings import ProgrammeIssue
from metodist.domain.programme import Programme
from metodist.messages import say
from metodist.programme.cited import cited_acts
from metodist.programme.places import Places
from metodist.programme.source_texts import SourceText, source_texts

#: From so many dates on one message tells them all.
_FOLDED = 3


def check(programme: Programme, places: Places) -> Iterator[ProgrammeIssue]:
    """Dates of cited acts later than the programme's own act, and dates that no calendar has.

    Terms are no citations: only «от …», «утверждённый …» or a number lead to the date of an act. What a note on the
    source quotes is passed over where it stands in the document's own text as well.
    """
    passport = programme.passport
    known = [day for day in (passport.act_date, passport.annex_date) if day is not None]
    own = max(known) if known else None
    later: dict[str, list[tuple[str, SourceText]]] = {}
    seen: set[str] = set()
    for text in source_texts(programme):
        for act in cited_acts(text.text):
            key = act.day.isoformat() if act.day else act.shown
            if key in seen and text.quoted:
                continue
            seen.add(key)
            if not act.real:
                yield places.warning(say("lint.no_such_day", day=act.shown), text.place, say("lint.contradiction_fix"))
            elif own is not None and (act.day > own if act.day else act.year > own.year):
                later.setdefault(text.place[0], []).append((act.shown, text))
    folded = sum(map(len, later.values())) >= _FOLDED
    for found in later.values():
        yield from _told(found, f"{own:%d.%m.%Y}", places, folded=folded)


def _told(found: list[tuple[str, SourceText]], own: str, places: Places, *, folded: bool) -> Iterator[ProgrammeIssue]:
    """One message a date; for many one a sheet: the programme's own date is what is odd then."""
    fix = say("lint.contradiction_fix")
    if not folded:
        for day, text in found:
            yield places.warning(say("lint.later_act", day=day, own=own), text.place, fix)
        return
    days = ", ".join(
        say("lint.day_in_row", day=day, row=row) if (row := places.row(text.place)) else day for day, text in found
    )
    yield places.warning(say("lint.later_acts", days=days, own=own), found[0][1].place, fix)
