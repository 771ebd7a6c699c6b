"""«Запрос»: lists the people that the open summary's «Запрос» asks for, saves the query, repeats a saved one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from metodist.domain.queries import INDICATOR, SCHOOL, Query
from metodist.domain.results import CommandResult, Dialogs
from metodist.domain.summary import Summary
from metodist.domain.values import Value
from metodist.errors import UserError
from metodist.layout.addresses import address
from metodist.layout.summary_sheets.query import indicator_word, school_word
from metodist.layout.summary_sheets.query_places import CHOICE, NAME_ROW, SAVED_ROW, QueryPlaces, places_of
from metodist.messages import say
from metodist.services.on_book.copies import Kept, keep_copy
from metodist.services.on_book.differences import summary_of
from metodist.services.on_book.overwritten import standing, written
from metodist.services.on_book.sheets import added_sheet, cleared_of, sheet_of, write_head, write_list
from metodist.services.on_book.what_book import what_book
from metodist.services.queries import Listed, listed, query_named, save_query, words_of

if TYPE_CHECKING:
    from xlwings import Book, Sheet

RESULT = "Найдено по запросу"
_HEAD_ROW = 5
_NARROW, _WIDE = 12, 46


def run(book: Book, dialogs: Dialogs) -> CommandResult:
    """List the people; the list is a sheet of its own, which the next press replaces.

    With a saved query chosen and nothing else, its choices are filled in first. With a name, the choices are saved
    under it.

    Raises:
        UserError: The summary has no «Запрос» (an earlier version made it), a choice is not of the list, or the folder
            cannot be used.
    """
    what = what_book(book)
    folder = what.working_folder()
    sheet = sheet_of(book, say("query.sheet"))
    if sheet is None:
        raise UserError(say("query.no_sheet"), say("query.no_sheet_action"))
    dialogs.progress(0, 3, say("on_book.reading"))
    summary = summary_of(folder)
    places = places_of(summary.programme)
    name, saved, choices = _chosen(sheet, summary, places)
    repeated = query_named(folder, saved) if saved and not choices else None
    query = repeated or Query(name, choices)
    dialogs.progress(1, 3, say("query.looking"))
    found = listed(summary, query)
    kept = keep_copy(book, what, say("query.sheet"))
    if repeated is not None:
        kept = _fill_in(sheet, summary, places, repeated, kept)
    elif name:
        save_query(folder, query)
    dialogs.progress(2, 3, say("query.writing"))
    inside = _list(book, summary, found, kept)
    return _told(summary, found, saved=bool(name) and repeated is None, inside=inside)


def _chosen(sheet: Sheet, summary: Summary, places: QueryPlaces) -> tuple[str, str, dict[str, str]]:
    """The name, the saved query and the choices, read in one block; schools and indicators by their codes."""
    last = max(places.rows.values())
    block = sheet.range((SAVED_ROW, CHOICE), (last, CHOICE)).options(ndim=1).value
    texts = {row: str(value).strip() for row, value in enumerate(block, SAVED_ROW) if value not in (None, "")}
    choices = {label: texts[row] for label, row in places.rows.items() if row in texts}
    codes = {
        SCHOOL: {school_word(summary, one.organisation.code): one.organisation.code for one in summary.schools},
        INDICATOR: {indicator_word(one): one.code for one in summary.programme.indicators},
    }
    for label, known in codes.items():
        if label in choices:
            if choices[label] not in known:
                raise UserError(say("query.not_listed", label=label, value=choices[label]), say("query.choice_error"))
            choices[label] = known[choices[label]]
    return texts.get(NAME_ROW, ""), texts.get(SAVED_ROW, ""), choices


def _fill_in(sheet: Sheet, summary: Summary, places: QueryPlaces, query: Query, kept: Kept) -> Kept:
    """Put the choices of a saved query into the sheet, so that its counts follow."""
    first, last = min(places.rows.values()), max(places.rows.values())
    words = dict(query.choices)
    accepted = {one.organisation.code for one in summary.schools}
    titles = {one.code: indicator_word(one) for one in summary.programme.indicators}
    if SCHOOL in words:
        words[SCHOOL] = school_word(summary, words[SCHOOL]) if words[SCHOOL] in accepted else ""
    if INDICATOR in words:
        words[INDICATOR] = titles.get(words[INDICATOR], "")
    block = standing(sheet.book, sheet, f"{address(first, CHOICE)}:{address(last, CHOICE)}")
    sheet.range(block.area).value = [[words.get(label) or None] for label in places.rows]
    return replace(kept, blocks=(written(sheet.book, sheet, block),))


def _list(book: Book, summary: Summary, found: Listed, kept: Kept) -> bool:
    """Put the list into the book in place of an earlier one; whether the book took it."""
    own = say("query.list_title", found="", among="").partition(":")[0]
    sheet = added_sheet(book, RESULT) if cleared_of(book, RESULT, own) else None
    if sheet is None:
        kept.note()
        return False
    replace(kept, created=(RESULT,)).note()
    answer = found.answer
    title = say("query.list_title", found=len(answer.found), among=answer.among)
    write_head(sheet, title, words_of(summary, answer.query), say("summary.personal"))
    widths = [10, 24, 32, *(_width(heading, found.rows, at) for at, heading in enumerate(found.headings[3:], 3))]
    rows = [tuple(_shown(value) for value in row) for row in found.rows]
    write_list(sheet, _HEAD_ROW, found.headings, widths, rows)
    sheet.activate()
    sheet.range("A1").select()
    return True


def _width(heading: str, rows: Sequence[Sequence[Value]], at: int) -> int:
    """Wide enough for the longest value, within limits; headings are wrapped."""
    longest = max((len(str(row[at] or "")) for row in rows), default=0)
    word = max(len(part) for part in heading.split())
    return max(_NARROW, min(_WIDE, max(longest, word) + 3))


def _shown(value: Value) -> Value:
    return f"{value:%d.%m.%Y}" if isinstance(value, date) else value


def _told(summary: Summary, found: Listed, *, saved: bool, inside: bool) -> CommandResult:
    answer = found.answer
    lines = [words_of(summary, answer.query)]
    if answer.unknown:
        lines.append(say("query.left_out", what="; ".join(answer.unknown)))
    if saved:
        lines.append(say("query.saved_as", name=answer.query.name))
    lines.append(say("query.inside", sheet=RESULT) if inside else say("query.not_inside", sheet=RESULT))
    return CommandResult(say("query.list_title", found=len(answer.found), among=answer.among), tuple(lines))
