"""«Календарь.ics»: the plan for calendars of phones and computers (RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from metodist.domain.plans import Plan, PlanEntry, State
from metodist.messages import say

LONGEST_LINE = 75
"""Octets of a line of the file; a longer one goes on in the next, behind a blank."""
_NEW_LINE = "\r\n"


def calendar_text(plan: Plan, today: date, made: datetime) -> str:
    """The plan as a calendar: one all-day event an occurrence.

    Args:
        plan: What to export.
        today: The day that states are told for.
        made: When the file is made; a time without a zone is local.

    Returns:
        Text with the line ends and folded lines of the format; to be written in UTF-8 as it is.
    """
    stamp = f"{made.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//metodist//plan//RU",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{escaped(_name(plan))}",
    ]
    for entry in plan.entries:
        lines += _event(entry, today, stamp)
    lines.append("END:VCALENDAR")
    return _NEW_LINE.join(piece for line in lines for piece in folded(line)) + _NEW_LINE


def escaped(text: str) -> str:
    """A text value: backslash, semicolon and comma are marked, a line end becomes backslash and n."""
    text = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")


def folded(line: str) -> Iterator[str]:
    """A line in pieces of at most 75 octets, each after the first behind a blank; letters stay whole."""
    piece, size = "", 0
    for letter in line:
        octets = len(letter.encode())
        if size + octets > LONGEST_LINE:
            yield piece
            piece, size = " ", 1
        piece, size = piece + letter, size + octets
    yield piece


def _name(plan: Plan) -> str:
    passport = plan.programme.passport
    return say("plan.calendar_name", municipality=passport.municipality, period=passport.period.label)


def _event(entry: PlanEntry, today: date, stamp: str) -> list[str]:
    occurrence, item = entry.occurrence, entry.item
    cancelled = entry.state(today) is State.CANCELLED
    return [
        "BEGIN:VEVENT",
        f"UID:{entry.uid}@metodist",
        f"DTSTAMP:{stamp}",
        f"DTSTART;VALUE=DATE:{occurrence.start:%Y%m%d}",
        f"DTEND;VALUE=DATE:{occurrence.end + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{escaped(_summary(entry))}",
        f"DESCRIPTION:{escaped(_description(entry))}",
        f"CATEGORIES:{escaped(item.section)}",
        f"STATUS:{'CANCELLED' if cancelled else 'CONFIRMED'}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _summary(entry: PlanEntry) -> str:
    """What is to be done; a deadline says so, because the event is only its last day."""
    note = entry.occurrence.note
    title = f"{entry.item.title} ({note})" if note else entry.item.title
    single = entry.occurrence.start == entry.occurrence.end
    return f"{entry.occurrence.label}: {title}" if single else title


def _description(entry: PlanEntry) -> str:
    item = entry.item
    parts = {
        "term": item.term,
        "section": item.section,
        "responsible": item.responsible,
        "expected": item.expected,
        "document": entry.fulfilment.document,
    }
    return "\n".join(say(f"plan.event_{name}", text=text) for name, text in parts.items() if text)
