"""``workbooks/blank.xlsx`` is what the reader's own tables give."""

from __future__ import annotations

from pathlib import Path

from blank_book.build import parts, write_blank
from blank_programme import BLANK


def test_it_is_what_the_tables_give(tmp_path: Path) -> None:
    write_blank(tmp_path / "blank.xlsx")
    assert parts(tmp_path / "blank.xlsx") == parts(BLANK), "run: python scripts/build_blank.py"


def test_the_same_tables_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("first.xlsx", "second.xlsx"):
        write_blank(tmp_path / name)
    assert (tmp_path / "first.xlsx").read_bytes() == (tmp_path / "second.xlsx").read_bytes()
