"""Sheet «Паспорт»: section «Основное» row by row, the other sections as they are."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from metodist.domain.periods import Period, PeriodKind
from metodist.domain.programme import Passport
from metodist.messages import say
from metodist.programme.draft import Draft
from metodist.programme.issues import Issues
from metodist.programme.passport_rows import (
    CYCLE_SECTION,
    EARLIER_SECTION,
    MAIN_SECTION,
    PASSPORT_ROWS,
    REGISTERS_SECTION,
    YARDSTICK_SECTION,
)
from metodist.programme.records import Record, as_date, as_number, as_text
from metodist.programme.schema import PASSPORT
from metodist.programme.sheets.passport_sections import is_cycle, is_yardstick, read_views, read_yardstick
from metodist.programme.words import nearest, same_word

_VALUE = "Значение"
_NAME = "Название"
_CODE = re.compile(r"[a-z][a-z0-9-]{1,30}")
ACTS = ("приказ", "постановление", "распоряжение")
PERIODS = tuple(kind.value for kind in PeriodKind)


def read(records: Sequence[Record], draft: Draft) -> None:
    """Main rows become attributes; «Реестры» says what a row of a register is; the rest is ``extra``.

    Free sections with a meaning of their own (`passport_sections`) are in ``extra`` too: they are shown as they stand.
    """
    main: dict[str, Record] = {}
    extra: dict[str, list[Record]] = {}
    for record in records:
        section, name = record.line("Раздел"), record.line(_NAME)
        if same_word(section, MAIN_SECTION):
            if draft.place(record, _NAME, name):
                main[name.casefold()] = record
        elif same_word(section, REGISTERS_SECTION):
            draft.row_meanings[name] = (record.text(_VALUE), record)
        elif same_word(section, EARLIER_SECTION):
            draft.earlier_registers[name] = (record.line(_VALUE), record)
        else:
            _check_section(record, section)
            draft.rows.setdefault((PASSPORT, f"{section}.{name}".casefold()), record.row)
            extra.setdefault(section, []).append(record)
    misspelt = _refuse_unknown(main)
    values = _main_values(main, misspelt, draft.issues)
    _check_years(values, main)
    draft.views = read_views(extra)
    scores = [record for section, records in extra.items() if is_yardstick(section) for record in records]
    draft.yardstick = read_yardstick(scores, values.get("municipality", ""))
    if {"code", "title", "municipality", "year", "period_kind"} <= values.keys():
        period = Period(values.pop("year"), PeriodKind(values.pop("period_kind")))
        sections = {section: tuple(map(_pair, rows)) for section, rows in extra.items()}
        draft.passport = Passport(period=period, extra=sections, **values)


def _pair(record: Record) -> tuple[str, str]:
    return record.line(_NAME), record.text(_VALUE)


def _check_section(record: Record, section: str) -> None:
    """A misspelt section would silently lose its rows."""
    if is_cycle(section) or is_yardstick(section):
        return
    known = (MAIN_SECTION, REGISTERS_SECTION, EARLIER_SECTION, CYCLE_SECTION, YARDSTICK_SECTION)
    near = nearest(section.partition(":")[0], known, least=0.85)  # «Основания» is another section
    if near:
        record.error("Раздел", "passport_section", near, name=section)


def _main_values(main: dict[str, Record], misspelt: set[str], issues: Issues) -> dict[str, Any]:
    """Values by attribute of :class:`Passport`; what is blank or wrong is left out."""
    values: dict[str, Any] = {}
    for name, attribute, required, explanation in PASSPORT_ROWS:
        record = main.get(name.casefold())
        if record is None:
            if required and name not in misspelt and not issues.distorts(PASSPORT):
                message = say("programme.passport_missing", name=name, explanation=explanation)
                issues.error(message, (PASSPORT, 0, ""), say("programme.passport_missing_fix", name=name))
        elif not record.blank(_VALUE):
            value = _READERS.get(attribute, _text)(record, name)
            if value is not None:
                values[attribute] = value
        elif required:
            record.error(_VALUE, "passport_empty", name=name, explanation=explanation)
    return values


def _text(record: Record, _name: str) -> str:
    return record.text(_VALUE)


def _code(record: Record, _name: str) -> str:
    code = record.text(_VALUE)
    if not _CODE.fullmatch(code):
        record.error(_VALUE, "passport_code", say("programme.passport_code_fix"), value=code)
    return code


def _year(record: Record, name: str) -> int | None:
    year = as_number(record.cells.get(_VALUE))
    if year is None or year not in range(2000, 2101):
        record.error(_VALUE, "passport_year", name=name, value=record.text(_VALUE))
        return None
    return int(year)


def _date(record: Record, name: str) -> object:
    day = as_date(record.cells.get(_VALUE))
    if day is None:
        record.error(_VALUE, "passport_date", say("programme.date_fix"), name=name, value=record.text(_VALUE))
    return day


def _number(record: Record, _name: str) -> str:
    """A document's number; a date there is Excel's doing («12/3» became 12 March)."""
    return record.code(_VALUE)


def _one_of(words: tuple[str, ...]) -> Callable[[Record, str], str | None]:
    def read_word(record: Record, name: str) -> str | None:
        text = as_text(record.cells.get(_VALUE))
        found = next((word for word in words if same_word(word, text)), None)
        if found is None:
            listed = ", ".join(words)
            record.error(_VALUE, "passport_word", nearest(text, words), name=name, value=text, words=listed)
        return found

    return read_word


_READERS: dict[str, Callable[[Record, str], object]] = {
    "code": _code,
    "act_kind": _one_of(ACTS),
    "act_date": _date,
    "act_number": _number,
    "annex_date": _date,
    "annex_number": _number,
    "year": _year,
    "period_kind": _one_of(PERIODS),
    "deadline": _date,
    "first_year": _year,
    "last_year": _year,
}


def _refuse_unknown(main: dict[str, Record]) -> set[str]:
    """Note unknown names; gives the known ones that they probably stand for."""
    misspelt: set[str] = set()
    known = [row[0] for row in PASSPORT_ROWS]
    for record in main.values():
        name = record.line(_NAME)
        if not any(same_word(name, each) for each in known):
            near = nearest(name, [each for each in known if each.casefold() not in main])
            misspelt.add(near)
            record.error(_NAME, "passport_unknown", near or say("programme.passport_unknown_fix"), name=name)
    return misspelt


def _check_years(values: dict[str, Any], main: dict[str, Record]) -> None:
    first, last = values.get("first_year"), values.get("last_year")
    if first is not None and last is not None and first > last:
        main["действует по"].error(_VALUE, "passport_years", first=first, last=last)
