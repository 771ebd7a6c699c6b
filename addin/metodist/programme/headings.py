"""Checks sheets and headings of a programme workbook against the schema; gives the rows as records."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from metodist.messages import say
from metodist.programme.columns import SheetSchema
from metodist.programme.issues import Issues
from metodist.programme.records import Record, as_text
from metodist.programme.schema import FIRST_ROW, HEADING_ROW, SCHEMA
from metodist.programme.unread import UNREAD_SHEETS, is_example
from metodist.programme.words import nearest, only_letters_differ, squeezed
from metodist.programme.workbook import Rows


def records_by_sheet(sheets: Mapping[str, Rows], issues: Issues) -> dict[str, list[Record]]:
    """Every schema sheet's filled rows as records; a missing sheet has none.

    Notes unknown and missing sheets, unknown, missing, repeated and misplaced columns, blank required
    cells and unknown words.
    """
    _check_sheet_names(sheets, issues)
    return {schema.name: _records(schema, sheets.get(schema.name), issues) for schema in SCHEMA}


def _check_sheet_names(sheets: Mapping[str, Rows], issues: Issues) -> None:
    known = [schema.name for schema in SCHEMA]
    missing = [name for name in known if name not in sheets]
    may_miss = {schema.name for schema in SCHEMA if schema.optional}
    for name in sheets:
        if name not in known and name not in UNREAD_SHEETS:
            near = nearest(name, missing)
            message = _with_latin(say("programme.unknown_sheet", sheet=name), name, near)
            issues.error(message, (name, 0, ""), near or say("programme.unknown_sheet_fix"))
    issues.missing.update(missing)
    for name in missing:
        if name in may_miss:
            continue
        near = nearest(name, [sheet for sheet in sheets if sheet not in known])
        if not near:  # a misspelt one is reported already
            issues.error(say("programme.missing_sheet", sheet=name), (name, 0, ""), say("programme.missing_sheet_fix"))


def _with_latin(message: str, word: str, near: str) -> str:
    if near and only_letters_differ(word, near):
        return f"{message} {say('programme.latin', value=word)}"
    return message


def _records(schema: SheetSchema, rows: Rows | None, issues: Issues) -> list[Record]:
    if rows is None:
        return []
    headings = _headings(schema, rows, issues)
    records = []
    for number, row in enumerate(rows[FIRST_ROW - 1 :], start=FIRST_ROW):
        if is_example(row) or not any(as_text(value) for value in row):
            continue
        record = Record(schema, number, _cells(headings, row), issues)
        _refuse_headless(headings, row, record)
        record.check()
        records.append(record)
    return records


def _cells(headings: Sequence[str], row: tuple[object, ...]) -> dict[str, object]:
    """Cells by heading; every heading of the sheet is a key, also where the row is shorter."""
    padded = (*row, *(None for _ in headings[len(row) :]))
    return {heading: value for heading, value in zip(headings, padded, strict=False) if heading}


def _refuse_headless(headings: Sequence[str], row: tuple[object, ...], record: Record) -> None:
    for place, value in enumerate(row):
        if as_text(value) and (place >= len(headings) or not headings[place]):
            message = say("programme.no_heading", value=as_text(value))
            record.issues.error(message, (record.schema.name, record.row, ""), say("programme.no_heading_fix"))


def _headings(schema: SheetSchema, rows: Rows, issues: Issues) -> list[str]:
    row = rows[HEADING_ROW - 1] if len(rows) >= HEADING_ROW else ()
    headings = [squeezed(as_text(value)) for value in row]
    known = [column.heading for column in schema.columns]
    present = [heading for heading in headings if heading in known]
    missing = [heading for heading in known if heading not in present]
    _check_unknown(schema, headings, missing, issues)
    for heading in dict.fromkeys(heading for heading in present if present.count(heading) > 1):
        message = say("programme.duplicate_column", sheet=schema.name, column=heading)
        issues.error(message, (schema.name, HEADING_ROW, heading))
    expected = [heading for heading in known if heading in present]
    if len(set(present)) == len(present) and present != expected:
        misplaced = next(here for here, there in zip(present, expected, strict=True) if here != there)
        message = say("programme.reordered", sheet=schema.name, column=misplaced)
        fix = say("programme.reordered_fix", order=", ".join(known))
        issues.error(message, (schema.name, HEADING_ROW, misplaced), fix)
    return headings


def _check_unknown(schema: SheetSchema, headings: Sequence[str], missing: Sequence[str], issues: Issues) -> None:
    unknown = [heading for heading in headings if heading and heading not in {each.heading for each in schema.columns}]
    for heading in unknown:
        near = nearest(heading, missing)
        message = say("programme.unknown_column", sheet=schema.name, column=heading)
        fix = near or say("programme.unknown_column_fix")
        issues.error(_with_latin(message, heading, near), (schema.name, HEADING_ROW, heading), fix)
    known = [column.heading for column in schema.columns]
    may_miss = {column.heading for column in schema.columns if column.optional}
    for heading in missing:
        if heading in may_miss or nearest(heading, unknown):  # a misspelt one is reported already
            continue
        before = known.index(heading) - 1
        place = say("programme.column_after", column=known[before]) if before >= 0 else say("programme.column_first")
        fix = say("programme.missing_column_fix", row=HEADING_ROW, place=place)
        message = say("programme.missing_column", sheet=schema.name, column=heading)
        issues.error(message, (schema.name, HEADING_ROW, heading), fix)
