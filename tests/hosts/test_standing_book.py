"""A book that is read again and again tells only its changed rows, and what stands together is the book as it is."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from metodist.hosts.remote import RemoteApp
from metodist.hosts.remote_sheet import Remote

pytestmark = pytest.mark.office

WIDTH, FORMULAS = 5, 6
_VALUES = st.sampled_from([None, 0.0, 1.0, 2.5, True, False, "да", "1", dt.datetime(2026, 5, 17)])
_CELLS = st.tuples(st.integers(1, 4), st.integers(1, WIDTH))
#: What a user may do between two presses; formats of formulas come with the form, so that column keeps its own.
_CHANGES = st.one_of(
    st.tuples(st.just("write"), _CELLS, _VALUES),
    st.tuples(st.just("format"), _CELLS, st.sampled_from(["dd.mm.yyyy", "BOOLEAN", "General", "0.00"])),
    st.tuples(
        st.just("write"),
        st.tuples(st.integers(1, 4), st.just(FORMULAS)),
        st.sampled_from(["=A1/A2", "=B2", "=IF(B1=1,NA(),B1)", "=A1=B1", '=IF(C1=0,"",C1)']),
    ),
    st.tuples(st.just("insert"), _CELLS, st.none()),
    st.tuples(st.just("delete"), _CELLS, st.none()),
    st.tuples(st.just("add"), _CELLS, st.none()),
    st.tuples(st.just("rename"), _CELLS, st.none()),
)


def change(book: Any, kind: str, cell: tuple[int, int], value: object) -> None:
    sheet = book.sheets()[-1]
    row, column = cell
    if kind == "write":
        sheet.write(row, column, [[value]])
    elif kind == "format":
        sheet.set_number_format((row, column, 1, 1), value)
    elif kind == "insert":
        sheet.insert((row, 1, 1, FORMULAS), right=False)
    elif kind == "delete":
        sheet.delete((row, 1, 1, FORMULAS), left=False)
    elif kind == "add":
        book.add_sheet(f"Лист {len(book.sheets()) + 7}", 0)
    else:
        sheet.rename("Кадры" if sheet.name != "Кадры" else "Состав")


def as_told(app: RemoteApp, uid: str) -> dict[str, Any]:
    """What the next press sees."""
    app.forget()
    found = {}
    for sheet in app.book(uid).sheets():
        area = sheet.used()
        found[sheet.name] = [sheet.is_visible(), area, sheet.read(area), sheet.formulas(area)]
    return found


def as_it_is(app: RemoteApp, uid: str, sheets: list[str]) -> dict[str, Any]:
    """The same, asked for sheet by sheet."""
    found = {}
    for name in sheets:
        sheet = Remote(app._wire, o="sheet", b=uid, s=name)
        area = sheet.ask("used")
        found[name] = [sheet.ask("is_visible"), tuple(area), sheet.ask("read", area), sheet.ask("formulas", area)]
    return found


def kinds(found: dict[str, Any]) -> list[Any]:
    return [[name, [[type(value) for value in row] for row in values]] for name, (_, _, values, _) in found.items()]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(_CHANGES, max_size=3), max_size=5))
@example([[("write", (1, 1), 1.0)], [("format", (1, 1), "BOOLEAN")], [("format", (1, 1), "dd.mm.yyyy")]])
@example([[("write", (1, 1), 1.0), ("write", (1, 6), "=A1/A2")], [("write", (2, 1), 0.0)], [("write", (1, 1), "да")]])
@example([[("write", (2, 2), True), ("write", (3, 2), 1.0)], [("insert", (1, 1), None)], [("delete", (2, 1), None)]])
def test_what_is_told_is_the_book_as_it_is(remote_app, changes):
    book = remote_app.new_book()
    book.sheets()[0].write(1, 1, [["а", 1.0, True, dt.datetime(2026, 1, 1), 0.0]] * 3)
    try:
        for round_of_changes in changes:
            for kind, cell, value in round_of_changes:
                change(book, kind, cell, value)
            told = as_told(remote_app, book.uid)
            now = as_it_is(remote_app, book.uid, list(told))
            assert told == now
            assert kinds(told) == kinds(now)
    finally:
        book.close()


def test_a_sheet_that_is_as_it_was_costs_no_row(remote_app):
    book = remote_app.new_book()
    book.sheets()[0].write(1, 1, [[float(row), f"строка {row}", f"=A{row}*2"] for row in range(1, 50)])
    wire = Remote(remote_app._wire, o="book", b=book.uid)

    first = wire.ask("blocks", 30_000, "")
    book.sheets()[0].write(7, 2, [["иначе"]])
    second = wire.ask("blocks", 30_000, first["edition"])
    third = wire.ask("blocks", 30_000, second["edition"])
    book.close()

    ((_, _, area, whole, rows),) = first["sheets"]
    assert (area, whole, len(rows)) == ([1, 1, 49, 3], True, 49)
    ((*_, whole, rows),) = second["sheets"]
    assert (whole, rows) == (False, [[6, [7.0, "иначе", 14.0], ["7", "иначе", "=A7*2"]]])
    ((*_, whole, rows),) = third["sheets"]
    assert (whole, rows) == (False, [])


def test_a_large_book_is_left_to_be_read_sheet_by_sheet(remote_app):
    book = remote_app.new_book()
    book.sheets()[0].write(1, 1, [["а"] * 10] * 10)
    told = Remote(remote_app._wire, o="book", b=book.uid).ask("blocks", 99, "")
    book.close()

    assert [rows for *_, rows in told["sheets"]] == [None]
