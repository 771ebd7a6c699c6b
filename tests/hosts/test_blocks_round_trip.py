"""Whatever block of values is written, the same comes back; on every host and over the wire's codec."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from metodist.hosts.closed import ClosedApp
from metodist.hosts.grid import CellError
from metodist.hosts.office.codec import from_line, pack, to_line, unpack

# A cell holds no control characters and no formula here; blank text is an empty cell.
_TEXT = st.text(
    st.characters(exclude_categories=("Cc", "Cs", "Cn"), exclude_characters="\ufffe\uffff"), min_size=1, max_size=40
)
_PLAIN_TEXT = _TEXT.filter(lambda text: not text.startswith(("=", "#")))
_NUMBERS = st.floats(allow_nan=False, allow_infinity=False, allow_subnormal=False, min_value=-1e15, max_value=1e15)
_DATES = st.datetimes(dt.datetime(1900, 3, 1), dt.datetime(2199, 12, 31)).map(
    lambda moment: moment.replace(microsecond=0)
)
_VALUES = st.one_of(st.none(), _PLAIN_TEXT, _NUMBERS, st.booleans(), _DATES)
_BLOCKS = st.integers(1, 5).flatmap(
    lambda width: st.lists(st.lists(_VALUES, min_size=width, max_size=width), min_size=1, max_size=8)
)


def is_same(written: object, found: object) -> bool:
    if isinstance(written, float) and type(found) is float:
        return written == pytest.approx(found, rel=1e-14)  # a file keeps 15 to 17 digits
    return type(written) is type(found) and written == found


def write_and_read(app, block):
    book = app.new_book()
    (sheet,) = book.sheets()
    area = (3, 2, len(block), len(block[0]))
    sheet.write(3, 2, block)
    found = sheet.read(area)
    book.close()
    return found


@settings(max_examples=60, deadline=None)
@given(_BLOCKS)
@example([["'апостроф", "007", " пробел ", "1,5", "05.05.2026", "да", "ИСТИНА"]])
def test_a_block_comes_back_from_a_closed_book(block):
    found = write_and_read(ClosedApp(), block)

    assert all(is_same(a, b) for old, new in zip(block, found, strict=True) for a, b in zip(old, new, strict=True)), (
        found
    )


@pytest.mark.office
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_BLOCKS)
@example([["'апостроф", "007", " пробел ", "1,5", "05.05.2026", "да", "ИСТИНА"]])
def test_a_block_comes_back_from_libreoffice(remote_app, block):
    found = write_and_read(remote_app, block)

    assert all(is_same(a, b) for old, new in zip(block, found, strict=True) for a, b in zip(old, new, strict=True)), (
        found
    )


@settings(max_examples=100, deadline=None)
@given(st.lists(st.lists(st.one_of(_VALUES, _TEXT, st.dates(), st.sampled_from(["#N/A", "#REF!"]).map(CellError)))))
def test_the_wire_changes_no_value(block):
    found = unpack(from_line(to_line({"r": pack(block)}))["r"])

    assert found == block
    assert [[type(value) for value in row] for row in found] == [[type(value) for value in row] for row in block]
