"""Which number a document gets: the next one, or the one that is asked for, never one that was given."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from metodist.domain.journal import Journal
from metodist.domain.numbering import NumberMask
from metodist.domain.programme import Programme
from metodist.errors import UserError
from metodist.messages import say
from metodist.programme.records import as_date
from metodist.services.number_marks import Mark

_LONGEST = 40
_COUNTER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for.

    Args:
        day: The document's date.
        number: Empty for the next one.
        anyway: A number that only this computer remembers may be given again.
    """

    day: date
    number: str = ""
    anyway: bool = False


def day_of_text(text: str) -> date:
    """A date as it is typed, «05.06.2026».

    Raises:
        UserError: It is none.
    """
    day = as_date(text)
    if day is None:
        raise UserError(say("journal.bad_day", text=text), say("journal.bad_day_action"))
    return day


def chosen_number(
    programme: Programme, mask: NumberMask | None, wanted: Wanted, journal: Journal, marks: tuple[Mark, ...]
) -> tuple[str, list[str]]:
    """The number, and what to look at.

    Args:
        programme: Its act's number suggests a mask where there is none.
        mask: How this kind is numbered.
        wanted: What is asked for.
        journal: Numbers that the folder knows.
        marks: Numbers that only the computer remembers; see ``number_marks``.

    Raises:
        UserError: The number is taken, cannot be printed, or there is no mask to tell the next one by.
    """
    series = mask.document if mask else ""
    if wanted.number:
        number = " ".join(wanted.number.split()).removeprefix("№").strip()
        _refuse_bad(number)
        _refuse_taken(number, series, wanted, journal, marks)
    elif mask is None:
        raise UserError(say("journal.no_mask"), say("journal.no_mask_action", example=_example(programme)))
    else:
        number = mask.number(_last(mask, wanted.day, journal, marks) + 1, wanted.day)
    return number, _earlier(series, wanted, journal)


def _last(mask: NumberMask, day: date, journal: Journal, marks: tuple[Mark, ...]) -> int:
    """The greatest counter of the mask's series in that year; numbers that do not fit the mask are passed over."""
    year = day.year
    known = [(one.series, one.day, one.number) for one in journal.registered if one.day and one.day.year == year]
    known += [(one.series, date.fromisoformat(one.day), one.number) for one in marks if one.year == year]
    counters = (mask.counter(number, when) for series, when, number in known if series == mask.document)
    return max((counter for counter in counters if counter is not None), default=0)


def _refuse_bad(number: str) -> None:
    if not 0 < len(number) <= _LONGEST or not number.isprintable():
        raise UserError(say("journal.bad_number", number=number), say("journal.bad_number_action"))


def _refuse_taken(number: str, series: str, wanted: Wanted, journal: Journal, marks: tuple[Mark, ...]) -> None:
    year = wanted.day.year
    owner = journal.given(series, year, number)
    if owner is not None and owner.day is not None:
        values = {"title": owner.title, "day": f"{owner.day:%d.%m.%Y}", "file": owner.file}
        raise UserError(say("journal.taken", number=number, year=year, **values), say("journal.taken_action"))
    same = (one for one in marks if (one.series, one.year, one.number.casefold()) == (series, year, number.casefold()))
    mark = next(same, None)
    if mark is not None and not wanted.anyway:
        day = f"{date.fromisoformat(mark.day):%d.%m.%Y}"
        raise UserError(
            say("journal.taken_here", number=number, year=year, title=mark.title, day=day, folder=mark.folder),
            say("journal.taken_here_action"),
        )


def _earlier(series: str, wanted: Wanted, journal: Journal) -> list[str]:
    """Numbers rise with the days; a clerk who goes back may have mistyped the date."""
    same = [one for one in journal.registered if one.series == series and one.day and one.day.year == wanted.day.year]
    last = same[-1] if same else None
    if last is None or last.day is None or last.day <= wanted.day:
        return []
    return [say("journal.earlier_day", number=last.number, day=f"{last.day:%d.%m.%Y}")]


def _example(programme: Programme) -> str:
    """The programme's own act, its counter taken out: «15-ОД» → «{n}-ОД»."""
    number = programme.passport.act_number
    return _COUNTER.sub("{n}", number, count=1) if _COUNTER.search(number) else "{n}-ОД"
