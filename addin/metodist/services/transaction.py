"""All files of a command appear together or not at all.

A command stages what it writes inside the working folder, in ``.metodist/``; ``commit`` writes down the moves first
and then makes them. A command that was killed before the list was written left only ``.metodist/``, which the
next command sweeps; one that was killed after it is finished by the next command (:func:`recover`).
"""

from __future__ import annotations

import json
import shutil
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from metodist.errors import UserError
from metodist.messages import say
from metodist.services.locking import locked

STAGING = ".metodist"
_JOURNAL = "moves.json"
PREVIOUS = Path("Архив") / "Прежние версии"


@dataclass(slots=True)
class Transaction:
    """What one command will write, replace and remove; paths are relative to ``folder``."""

    folder: Path
    moves: list[tuple[str, str]] = field(default_factory=list)
    removals: list[str] = field(default_factory=list)
    _staged: int = 0

    @property
    def staging(self) -> Path:
        """Where staged files wait."""
        return self.folder / STAGING

    def stage(self, target: Path | str) -> Path:
        """Where to write the file that will stand at ``target`` after the commit."""
        relative = Path(target).as_posix()
        self.removals[:] = [place for place in self.removals if place != relative]
        self._staged += 1
        path = self.staging / f"{self._staged:05d}{Path(relative).suffix}"
        self.moves.append((path.name, relative))
        return path

    def unstage(self, target: Path | str) -> None:
        """Take back what was staged for ``target``, where anything was."""
        relative = Path(target).as_posix()
        self.moves[:] = [(name, place) for name, place in self.moves if place != relative]

    def remove(self, target: Path | str) -> None:
        """The file at ``target`` goes away with the commit."""
        self.removals.append(Path(target).as_posix())

    def commit(self, now: datetime) -> None:
        """Make all moves; the version that a file replaces is kept in «Архив/Прежние версии».

        Raises:
            UserError: A target is open in another program or cannot be written; nothing has changed then.
        """
        for _, target in self.moves:
            refuse_if_open(self.folder / target)
        journal = {"moves": self.moves, "removals": self.removals, "kept": f"{now:%Y-%m-%d %H-%M-%S}"}
        draft = self.staging / f"{_JOURNAL}.draft"
        self.staging.mkdir(parents=True, exist_ok=True)
        draft.write_text(json.dumps(journal, ensure_ascii=False), encoding="utf-8")
        with _interruptions_wait():
            draft.replace(self.staging / _JOURNAL)
            _finish(self.folder)


@contextmanager
def transaction(folder: Path, now: Callable[[], datetime] = datetime.now) -> Iterator[Transaction]:
    """Stage inside the block; commit at its end; an error or an interruption leaves the folder as before.

    Raises:
        UserError: The folder cannot be written, the disk is full, or a target is open elsewhere.
    """
    with locked(folder):
        _recover(folder)
        change = Transaction(folder)
        try:
            change.staging.mkdir(parents=True, exist_ok=True)
            yield change
            change.commit(now())
        except BaseException:
            if not (change.staging / _JOURNAL).exists():
                shutil.rmtree(change.staging, ignore_errors=True)
            raise


def recover(folder: Path) -> None:
    """Finish what a killed command had written down, or sweep what it had only staged."""
    if (folder / STAGING).exists():
        with locked(folder):
            _recover(folder)


def _recover(folder: Path) -> None:
    staging = folder / STAGING
    if (staging / _JOURNAL).exists():
        with _interruptions_wait():
            _finish(folder, again=True)
    elif staging.exists():
        shutil.rmtree(staging, ignore_errors=True)


def refuse_if_open(target: Path) -> None:
    """Refuse to replace a file that Excel, Word or LibreOffice holds open.

    Raises:
        UserError: Their owner file stands beside it.
    """
    name = target.name  # Word drops the first two letters of a long name, Excel drops none
    owners = [target.with_name(owner) for owner in (f"~${name}", f"~${name[2:]}", f".~lock.{name}#")]
    if target.exists() and any(owner.exists() for owner in owners):
        raise UserError(say("services.file_open", name=target.name), say("services.file_open_action"))


def _finish(folder: Path, *, again: bool = False) -> None:
    """Make the moves that were written down; ``again``: after a kill, so that some of them may be made already.

    A move that fails takes the earlier ones back. What was made before a kill cannot be taken back: the list stays
    then, and the next command goes on with it.
    """
    staging = folder / STAGING
    journal = json.loads((staging / _JOURNAL).read_text(encoding="utf-8"))
    done: list[tuple[Path, Path]] = []
    try:
        for name, target in journal["moves"]:
            _move_in(folder, staging / name, target, journal["kept"], done)
        for target in journal["removals"]:
            _move_away(folder, target, staging / "removed", done)
    except OSError:
        for source, target in reversed(done):
            target.replace(source)
        if not again:
            (staging / _JOURNAL).unlink(missing_ok=True)
        raise
    (staging / _JOURNAL).unlink(missing_ok=True)  # first: what is swept half must not be taken for work to do
    shutil.rmtree(staging, ignore_errors=True)


def _move_in(folder: Path, staged: Path, target: str, kept: str, done: list[tuple[Path, Path]]) -> None:
    if not staged.exists():  # moved before the interruption
        return
    place = folder / target
    if place.exists() and not target.startswith(PREVIOUS.parts[0]):
        _replace(place, folder / PREVIOUS / kept / target, done)
    elif place.exists():
        _replace(place, folder / STAGING / "replaced" / target, done)
    _replace(staged, place, done)


def _move_away(folder: Path, target: str, bin_folder: Path, done: list[tuple[Path, Path]]) -> None:
    if (folder / target).exists():
        _replace(folder / target, bin_folder / target, done)


def _replace(source: Path, target: Path, done: list[tuple[Path, Path]]) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    source.replace(target)
    done.append((source, target))


@contextmanager
def _interruptions_wait() -> Iterator[None]:
    """Ctrl+C during the moves is heard after them."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    heard: list[int] = []
    previous = signal.signal(signal.SIGINT, lambda number, _frame: heard.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, previous)
    if heard:
        raise KeyboardInterrupt
