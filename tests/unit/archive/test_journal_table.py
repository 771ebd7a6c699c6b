"""The journal in SQLite and as lines: the same either way, and no number twice."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from metodist.archive.index import open_index
from metodist.archive.journal_table import lines_of, read_lines, read_table, write_table
from metodist.domain.journal import Journal, JournalEntry

DRAFT = JournalEntry(
    "Документы/Приказ.docx", "order", "Приказ", "", "2026", "d" * 64, "s" * 64, datetime(2026, 6, 1, 9, 30)
)
NUMBERED = replace(DRAFT, number="319-ОД", day=date(2026, 6, 5), registered=datetime(2026, 6, 5, 10))
JOURNAL = Journal("имя", (NUMBERED, replace(DRAFT, file="Документы/Справка.docx", kind="note")))


def _write(path: Path, journal: Journal) -> Path:
    with closing(sqlite3.connect(path)) as connection, connection:
        write_table(connection, journal)
    return path


def test_both_ways_round(tmp_path: Path) -> None:
    lines = tmp_path / "журнал.jsonl"
    lines.write_text(lines_of(JOURNAL), encoding="utf-8")
    assert read_table(_write(tmp_path / "a.sqlite", JOURNAL)) == JOURNAL == read_lines(lines)


def test_the_journal_stands_beside_the_returns(tmp_path: Path) -> None:
    with open_index(tmp_path / "a.sqlite") as index:
        index.keep_journal(JOURNAL)
    assert read_table(tmp_path / "a.sqlite") == JOURNAL


def test_sqlite_itself_refuses_a_number_given_twice(tmp_path: Path) -> None:
    twice = Journal("имя", (NUMBERED, replace(NUMBERED, file="другой.docx", day=date(2026, 9, 1))))
    with pytest.raises(sqlite3.IntegrityError):
        _write(tmp_path / "a.sqlite", twice)


def test_another_year_or_another_series_may_have_the_same_number(tmp_path: Path) -> None:
    entries = (NUMBERED, replace(NUMBERED, day=date(2027, 1, 9)), replace(NUMBERED, series="Письмо"))
    assert read_table(_write(tmp_path / "a.sqlite", Journal("имя", entries))).entries == entries


@pytest.mark.parametrize("content", [b"", b"not a database"])
def test_what_cannot_be_read_is_an_empty_journal(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.sqlite").write_bytes(content)
    assert read_table(tmp_path / "a.sqlite") == Journal()
    assert read_table(tmp_path / "нет.sqlite") == read_lines(tmp_path / "нет.jsonl") == Journal()


def test_a_damaged_line_costs_itself_only(tmp_path: Path) -> None:
    lines = tmp_path / "журнал.jsonl"
    lines.write_text(lines_of(JOURNAL).replace('"319-ОД"', '"319-О', 1), encoding="utf-8")
    assert read_lines(lines) == Journal("имя", JOURNAL.entries[1:])


def test_a_draft_gives_way_to_a_newer_one_and_a_registered_document_to_none() -> None:
    newer = replace(DRAFT, made=datetime(2026, 7, 1))
    assert Journal("", (DRAFT,)).with_entries((newer,)).entries == (newer,)
    assert Journal("", (DRAFT,)).with_entries((NUMBERED,)).entries == (NUMBERED,)
    other = replace(NUMBERED, file="другой.docx")
    assert Journal("", (NUMBERED,)).with_entries((other,)).entries == (NUMBERED,)
