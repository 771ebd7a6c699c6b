"""Addresses as both sides of the wire know them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metodist.hosts.office.cells import (
    MAX_COLUMNS,
    MAX_ROWS,
    address,
    column_name,
    column_number,
    from_serial,
    parse_area,
    quoted,
    split_sheet,
    to_serial,
)


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("A1", (1, 1, 1, 1)),
        ("$B$2:$C$4", (2, 2, 3, 2)),
        ("C4:B2", (2, 2, 3, 2)),
        ("B:C", (1, 2, MAX_ROWS, 2)),
        ("3:5", (3, 1, 3, MAX_COLUMNS)),
        ("XFD1048576", (MAX_ROWS, MAX_COLUMNS, 1, 1)),
        ("XFE1", None),
        ("A0", None),
        ("A", None),
        ("Стаж", None),
        ("A1:B2:C3", None),
    ],
)
def test_addresses_are_read(text, area):
    assert parse_area(text) == area


@given(st.integers(1, MAX_COLUMNS))
def test_columns_have_one_name(number):
    assert column_number(column_name(number)) == number


@given(st.integers(1, 900), st.integers(1, 900), st.integers(1, 90), st.integers(1, 90))
def test_an_area_is_read_from_its_address(row, column, rows, columns):
    area = (row, column, rows, columns)

    assert parse_area(address(area)) == parse_area(address(area, "$")) == area


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Лист", "Лист"),
        ("Лист 1", "'Лист 1'"),
        ("О'Генри", "'О''Генри'"),
        ("2026", "'2026'"),
        ("A1", "'A1'"),
        ("R1C1", "'R1C1'"),
    ],
)
def test_a_sheets_name_is_quoted_where_it_must_be(name, written):
    assert quoted(name) == written
    assert split_sheet(f"={written}!$A$1") == (name, "$A$1")


def test_serial_numbers_are_excels():
    assert to_serial(dt.date(1900, 3, 1)) == 61
    assert from_serial(45292.5) == dt.datetime(2024, 1, 1, 12)
    assert to_serial(dt.datetime(1904, 1, 2), dt.datetime(1904, 1, 1)) == 1


@given(
    st.datetimes(dt.datetime(1900, 3, 1), dt.datetime(2199, 12, 31)).map(lambda moment: moment.replace(microsecond=0))
)
def test_a_moment_survives_its_serial_number(moment):
    assert from_serial(to_serial(moment)) == moment
