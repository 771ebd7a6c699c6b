"""Numbers of a sheet run on without a gap or a repeat, in their order, and are numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from metodist.domain.findings import ProgrammeIssue
from metodist.domain.programme import Programme
from metodist.messages import say
from metodist.programme.places import Places
from metodist.programme.schema import GOALS, MONITORINGS, PASSPORT, ROADMAP

_CODE = re.compile(r"(.*?)(\d+)\.?")
_FEWEST = 3
"""Fewer numbers are no sequence."""
_LONGEST_SLIP = 2
"""A letter or two among numbers are a misread number; longer ones are names."""


@dataclass(slots=True)
class _Run:
    """Numbers of one beginning: «17.» of «17.1», «17.2»; empty for plain ones."""

    numbers: list[int] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)


def check(programme: Programme, places: Places) -> Iterator[ProgrammeIssue]:
    """Gaps, repeats, a wrong order and letters among numbers: goals, monitorings, roadmap, lists of «Паспорт»."""
    yield from _checked(GOALS, [goal.number for goal in programme.goals], places)
    yield from _checked(MONITORINGS, [each.number for each in programme.monitorings], places)
    yield from _checked(ROADMAP, [activity.number for activity in programme.roadmap], places)
    for section, rows in programme.passport.extra.items():
        names = [name.strip() for name, _ in rows]
        if sum(name.rstrip(".").isdigit() for name in names) >= max(_FEWEST, len(names) - 1):
            yield from _checked(PASSPORT, names, places, section)


def _checked(sheet: str, codes: Sequence[str], places: Places, section: str = "") -> Iterator[ProgrammeIssue]:
    fix, column = say("lint.gap_fix"), "Название" if section else "№"
    name = say("lint.section", name=section) if section else say("lint.sheet", name=sheet)

    def place(code: str) -> tuple[str, str, str]:
        return sheet, f"{section}.{code}" if section else code, column

    for at, code in enumerate(codes):
        if expected := _misread(codes, at):
            yield places.warning(say("lint.misread", name=name, code=code, expected=expected), place(code), fix)
    for code in dict.fromkeys(each for each in codes if codes.count(each) > 1):
        yield places.warning(say("lint.number_twice", name=name, code=code), place(code), fix)
    read = {code: str(_misread(codes, at) or code) for at, code in enumerate(codes)}
    for beginning, run in _runs(list(read.values())).items():
        back = next((at for at in range(1, len(run.numbers)) if run.numbers[at] < run.numbers[at - 1]), 0)
        if back:
            before, after = run.codes[back - 1], run.codes[back]
            yield places.remark(say("lint.out_of_order", name=name, before=before, after=after), place(after), fix)
        missing = _missing(beginning, run, codes)
        if missing and len(run.numbers) >= _FEWEST:
            last = f"{beginning}{max(run.numbers)}"
            message = say("lint.sequence_gap", name=name, missing=", ".join(missing), last=last)
            yield places.remark(message, place(run.codes[run.numbers.index(max(run.numbers))]), fix)


def _runs(codes: Sequence[str]) -> dict[str, _Run]:
    runs: dict[str, _Run] = {}
    for code in codes:
        match = _CODE.fullmatch(code)
        if match:
            run = runs.setdefault(match[1], _Run())
            run.numbers.append(int(match[2]))
            run.codes.append(code)
    return runs


def _missing(beginning: str, run: _Run, codes: Sequence[str]) -> list[str]:
    """Numbers that nothing bears, and that have no rows of their own («17.1» stands for 17)."""
    absent = [f"{beginning}{number}" for number in range(1, max(run.numbers)) if number not in run.numbers]
    return [each for each in absent if not any(code.startswith(f"{each}.") for code in codes)]


def _misread(codes: Sequence[str], at: int) -> int:
    """The number in whose place letters stand: «И» between 10 and 12 is 11; 0 where they are none of that kind."""
    code = codes[at].strip(". ")
    if not code.isalpha() or len(code) > _LONGEST_SLIP:
        return 0
    before = codes[at - 1].strip(". ") if at else "0"
    after = codes[at + 1].strip(". ") if at + 1 < len(codes) else ""
    if before.isdigit() and (not after or (after.isdigit() and int(after) == int(before) + 2)):
        return int(before) + 1 if sum(each.strip(". ").isdigit() for each in codes) >= _FEWEST else 0
    return 0
