"""Reading in another process: the same answer, and one bad file never costs more than itself."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from metodist.intake.ahead import ReadAhead
from metodist.intake.child import Reader
from metodist.intake.package import RawBook, read_book
from metodist.intake.refusals import Reason, Refusal
from returned import table

#: Workers that behave badly: they read the request and then hang, die, or eat memory.
HANGS = (sys.executable, "-c", "import time; time.sleep(60)")
DIES = (sys.executable, "-c", "import os, sys; sys.stdin.buffer.read(8); os.abort()")
GREEDY = (
    sys.executable,
    "-c",
    "import sys; from metodist.intake.worker import limit_memory; limit_memory(); sys.stdin.buffer.read(8); bytearray(2**31)",
)


@pytest.fixture
def reader() -> Iterator[Reader]:
    made = Reader()
    yield made
    made.close()


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "таблица.xlsx"
    table().save(path)
    return path


def test_worker_gives_what_this_process_reads(reader: Reader, good: Path) -> None:
    assert reader.read(good) == read_book(good)


def test_refusal_comes_through_with_its_values(reader: Reader, good: Path) -> None:
    owner = good.with_name("~$таблица.xlsx")
    owner.write_bytes(b"\x06")
    with pytest.raises(Refusal) as refused:
        reader.read(owner)
    assert (refused.value.reason, refused.value.values) == (Reason.OWNER_FILE, {"name": "таблица.xlsx"})
    assert reader.read(good).sha256


@pytest.mark.parametrize(("command", "reason"), [(DIES, Reason.CRASH), (GREEDY, Reason.CRASH), (HANGS, Reason.TIMEOUT)])
def test_bad_end_of_a_worker_is_a_refusal(command: tuple[str, ...], reason: Reason, good: Path) -> None:
    if command is GREEDY and sys.platform == "win32":
        pytest.skip("Windows has no address space limit for a process of its own")
    reader = Reader(1.0 if command is HANGS else 20.0, command)
    started = time.perf_counter()
    with pytest.raises(Refusal) as refused:
        reader.read(good)
    reader.close()
    assert refused.value.reason is reason
    assert time.perf_counter() - started < 10


def test_next_file_is_read_by_a_new_worker(reader: Reader, good: Path) -> None:
    reader.read(good)
    process = reader._process
    assert process is not None
    process.kill()
    process._process.wait()
    assert reader.read(good) == read_book(good)


def test_worker_ends_when_its_reader_is_closed(good: Path) -> None:
    reader = Reader()
    reader.read(good)
    process = reader._process
    assert process is not None
    reader.close()
    assert not process.alive


# Reading ahead.


def fake(path: Path) -> RawBook:
    if path.stem == "плохой":
        raise Refusal(Reason.EMPTY)
    if path.stem == "сбой":
        raise ValueError("a fault of ours")
    return RawBook(path.stem, (), {}, {}, since_1904=False, remote=False)


def test_files_read_ahead_come_in_their_order() -> None:
    paths = [Path(f"{number}.xlsx") for number in range(12)]
    with ReadAhead(paths, fake) as read:
        assert [read(path).sha256 for path in paths] == [str(number) for number in range(12)]


def test_refusals_and_faults_are_raised_where_the_file_is_asked_for() -> None:
    with ReadAhead([Path("1"), Path("плохой"), Path("сбой"), Path("2")], fake) as read:
        assert read(Path("1")).sha256 == "1"
        with pytest.raises(Refusal):
            read(Path("плохой"))
        with pytest.raises(ValueError, match="a fault of ours"):
            read(Path("сбой"))
        assert read(Path("2")).sha256 == "2"


def test_file_out_of_order_is_read_at_once() -> None:
    with ReadAhead([Path("1"), Path("2")], fake) as read:
        assert read(Path("3")).sha256 == "3"
        assert read(Path("1")).sha256 == "1"


def test_leaving_early_stops_the_reading() -> None:
    asked: list[Path] = []

    def slow(path: Path) -> RawBook:
        asked.append(path)
        return fake(path)

    with ReadAhead([Path(str(number)) for number in range(100)], slow) as read:
        read(Path("0"))
    assert len(asked) < 20
