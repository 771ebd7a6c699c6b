"""The main job when something breaks in the middle: the folder is as it was, nothing is lost."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from metodist.domain.programme import Programme
from metodist.domain.returns import Status
from metodist.services import collecting
from metodist.services.checking import check_files
from metodist.services.collecting import collect
from metodist.services.status import folder_status
from metodist.services.summarising import build_summary
from metodist.services.working_folder import (
    INBOX,
    INDEX,
    PROGRAMME,
    load_programme,
)
from metodist.summary.as_json import summary_json
from working_folder_story import FIRST, LATER, answers, issued_folder, send


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return issued_folder(tmp_path)


@pytest.fixture
def programme(folder: Path) -> Programme:
    return load_programme(folder / PROGRAMME)


def test_a_damaged_index_is_made_anew_and_the_table_that_came_last_still_counts(folder, programme):
    first = programme.reporting[0]
    send(folder, programme, first, answers(programme, first), name="вторая.xlsx")
    late = folder / INBOX / "вторая.xlsx"
    os.utime(late, (1, 1))  # a copy with an old date of its own
    held = folder / late.name
    late.replace(held)
    data = answers(programme, first)
    send(folder, programme, first, replace(data, facts=data.facts | {"Педагогов по штату": 1}))
    collect(folder, now=lambda: FIRST)
    held.replace(late)
    collect(folder, now=lambda: LATER)
    before = summary_json(build_summary(folder, now=LATER))
    (folder / INDEX).write_bytes(b"not a database at all")
    assert folder_status(folder).accepted == (first.code,)
    assert summary_json(build_summary(folder, now=LATER)) == before


def test_an_interruption_leaves_the_folder_as_it_was(folder, programme, monkeypatch):
    for school in programme.reporting:
        send(folder, programme, school, answers(programme, school))
    before = _contents(folder)
    real = collecting.check_one
    seen: list[Path] = []

    def stopped(path: Path, *rest: object) -> object:
        seen.append(path)
        if len(seen) == 2:
            raise KeyboardInterrupt
        return real(path, *rest)

    monkeypatch.setattr(collecting, "check_one", stopped)
    with pytest.raises(KeyboardInterrupt):
        collect(folder)
    assert _contents(folder) == before
    monkeypatch.undo()
    assert {one.returned.status for one in collect(folder)} == {Status.ACCEPTED}


def test_a_full_disk_leaves_the_folder_as_it_was(folder, programme, monkeypatch):
    import errno

    school = programme.reporting[0]
    send(folder, programme, school, answers(programme, school))
    collect(folder)
    before = _contents(folder)

    def no_space(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("metodist.layout.summary_book.write_summary", no_space)
    with pytest.raises(OSError, match="No space"):
        build_summary(folder)
    assert _contents(folder) == before


def test_checking_changes_nothing(folder, programme):
    school = programme.reporting[0]
    sent = send(folder, programme, school, answers(programme, school))
    before = _contents(folder)
    (returned,) = check_files([sent])
    assert returned.status is Status.ACCEPTED
    assert _contents(folder) == before


def _contents(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != "metodist.lock")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
