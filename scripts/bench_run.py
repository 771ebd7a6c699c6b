"""Runs the cases of ``bench_cases.py``: ours and the naive way in turn, medians, ratios against their targets.

Ratios count; milliseconds depend on the machine. Started by ``bench.py`` in the project's environment.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path

import bench_cases
import bench_click
import bench_district
from bench_cases import Case
from bench_click import Click
from bench_district import Size

#: The measurement that has no usual way beside it: there is a limit instead.
CLICK = "click"


@dataclass(frozen=True, slots=True)
class Line:
    """What became of one case; seconds a unit of work.

    Args:
        ratio: How many times as fast as the naive way.
        target: What the ratio must reach.
    """

    id: str
    title: str
    unit: str
    naive: float
    ours: float
    ratio: float
    target: float

    @property
    def reached(self) -> bool:
        """Whether the ratio reaches its target."""
        return self.ratio >= self.target


@dataclass(frozen=True, slots=True)
class Memory:
    """The most memory that one process of a district's run took, in megabytes; ``limit`` is what it may take."""

    megabytes: float
    limit: float

    @property
    def reached(self) -> bool:
        """Whether it keeps to its limit."""
        return self.megabytes <= self.limit


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print a table (or JSON); 0 where every target is reached, else 1."""
    options = _options(arguments)
    size = bench_district.QUICK if options.quick else bench_district.FULL
    size = replace(size, turns=options.turns or size.turns)
    with tempfile.TemporaryDirectory() as folder:
        _tell("Готовлю выдуманный район…")
        wanted_ids = set(options.only or bench_cases.IDS)
        cases = bench_cases.cases(Path(folder), size) if wanted_ids - {CLICK} else ()
        wanted = [case for case in cases if not options.only or case.id in options.only]
        lines = [_line(case, size) for case in wanted]
        memory = None if options.only else bench_district.district_memory(Path(folder))
        click = _click(Path(folder), size) if not options.only or CLICK in options.only else None
    peak = None if memory is None else Memory(memory, bench_district.MOST_MEGABYTES)
    print(_as_json(lines, peak, click, size) if options.json else _as_table(lines, peak, click))
    met = all(line.reached for line in lines) and all(one is None or one.reached for one in (peak, click))
    return 0 if met or options.quick else 1


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Измеряет скорость программы рядом с обычным способом.")
    parser.add_argument("--quick", action="store_true", help="мало данных: проверить, что всё работает")
    parser.add_argument("--json", action="store_true", help="вывести результат как JSON")
    parser.add_argument("--turns", type=int, help="сколько раз мерить каждый способ")
    parser.add_argument("--only", nargs="+", choices=(*bench_cases.IDS, CLICK), help="только эти измерения")
    return parser.parse_args(arguments)


def _line(case: Case, size: Size) -> Line:
    _tell(f"{case.title}…")
    ours: list[float] = []
    naive: list[float] = []
    for turn in range(size.turns):
        both = [(case.ours, ours), (case.naive, naive)]
        for work, times in both if turn % 2 else both[::-1]:
            times.append(_seconds_a_unit(work))
    slow, fast = statistics.median(naive), statistics.median(ours)
    _tell(f"  {_shown(slow)} → {_shown(fast)}")
    return Line(case.id, case.title, case.unit, slow, fast, slow / fast, case.target)


def _click(folder: Path, size: Size) -> Click | None:
    _tell("Кнопка «Проверить таблицу» в LibreOffice…")
    desk = folder / "Стол"
    desk.mkdir()
    found = bench_click.measure_click(desk, max(4, size.turns))
    if isinstance(found, str):
        _tell(f"  не измерено: {found}")
        return None
    return found


def _seconds_a_unit(work: Callable[[], int]) -> float:
    begun = time.perf_counter()
    units = work()
    return (time.perf_counter() - begun) / units


def machine() -> str:
    """The class of this machine: system, processor, cores, Python."""
    cores = os.cpu_count() or 1
    return f"{platform.system()} {platform.machine()}, ядер: {cores}, Python {platform.python_version()}"


def _as_json(lines: Sequence[Line], memory: Memory | None, click: Click | None, size: Size) -> str:
    document = {
        "date": date.today().isoformat(),
        "machine": machine(),
        "turns": size.turns,
        "cases": [{**asdict(line), "reached": line.reached} for line in lines],
        "memory": memory and {**asdict(memory), "reached": memory.reached},
        "click": click and {**asdict(click), "reached": click.reached},
    }
    return json.dumps(document, ensure_ascii=False, indent=2)


def _as_table(lines: Sequence[Line], memory: Memory | None, click: Click | None) -> str:
    rows = [("Работа", "Обычный способ", "Методист", "Быстрее", "Цель", "")]
    rows += [
        (
            line.title,
            f"{_shown(line.naive)}/{line.unit}",
            f"{_shown(line.ours)}/{line.unit}",
            f"{_decimal(line.ratio)}×",
            f"{_decimal(line.target)}×",
            "OK" if line.reached else "ниже цели",
        )
        for line in lines
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    printed = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    if memory is not None:
        word = "OK" if memory.reached else "выше предела"
        printed.append(f"Память на район: {memory.megabytes:.0f} МБ из {memory.limit:.0f} МБ — {word}")
    if click is not None:
        first, following = (
            f"{_shown(taken)} из {_shown(limit)}"
            for taken, limit in ((click.first, click.first_limit), (click.following, click.following_limit))
        )
        word = "OK" if click.reached else "дольше предела"
        printed.append(f"Кнопка «Проверить таблицу»: первый раз {first}, потом {following} — {word}")
    return "\n".join((f"{date.today():%d.%m.%Y}, {machine()}", *printed))


def _shown(seconds: float) -> str:
    return f"{_decimal(seconds)} с" if seconds >= 1 else f"{_decimal(seconds * 1000)} мс"


def _decimal(number: float) -> str:
    """Two or three digits that matter, with the Russian decimal comma."""
    return f"{number:.0f}" if number >= 20 else f"{number:.1f}".replace(".", ",")


def _tell(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
