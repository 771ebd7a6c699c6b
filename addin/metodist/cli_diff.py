"""``metodist diff``: two editions of a programme on the console."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Annotated

import typer

from metodist.cli_output import print_json, show
from metodist.domain.differences import Change, Difference, worst
from metodist.messages import say

SAME, DIFFERENT = 0, 1
_SIGNS = {Change.ADDED: "+", Change.REMOVED: "−", Change.RENAMED: "→", Change.NOT_COMPARABLE: "!"}
_LONGEST = 160


def diff_command(
    old: Annotated[Path, typer.Argument(metavar="БЫЛО", help="Прежняя книга программы или рабочая папка.")],
    new: Annotated[Path, typer.Argument(metavar="СТАЛО", help="Новая книга программы или рабочая папка.")],
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Вывести результат как JSON.")] = False,
) -> None:
    """Show what differs, grouped by sheet; exit code 0 for no differences, 1 for some."""
    from metodist.services.comparing import compare_programmes

    found = compare_programmes(old, new)
    if as_json:
        print_json([difference_json(each) for each in found])
    else:
        for line in difference_lines(found):
            show(line)
    raise typer.Exit(DIFFERENT if found else SAME)


def difference_json(each: Difference) -> dict[str, str]:
    """One difference as scripts read it; every key is always there."""
    return {
        "sheet": each.sheet,
        "key": each.key,
        "column": each.column,
        "change": each.change.value,
        "before": each.before,
        "after": each.after,
        "tables": each.tables.value,
        "meaning": each.meaning,
    }


def difference_lines(found: Sequence[Difference]) -> Iterator[str]:
    """The differences as a person reads them: by sheet, what each means below it, the whole at the end."""
    if not found:
        yield say("diff.none")
        return
    ordered = sorted(enumerate(found), key=lambda pair: _first(found, pair[1].sheet))
    for sheet, group in groupby((each for _, each in ordered), key=lambda each: each.sheet):
        members = list(group)
        yield f"{sheet} ({len(members)})"
        for each in members:
            yield f"  {_SIGNS.get(each.change, '~')} {_line(each)}"
            yield f"      {each.meaning}"
        yield ""
    yield say("diff.total", count=len(found))
    yield say(f"diff.tables_{worst(found).value}")


def _first(found: Sequence[Difference], sheet: str) -> int:
    return next(at for at, each in enumerate(found) if each.sheet == sheet)


def _line(each: Difference) -> str:
    head = ", ".join(part for part in (each.key, each.column) if part)
    word = say(f"diff.{each.change.value}")
    if each.change is Change.CHANGED:
        return f"{head}: {_shown(each.before)} → {_shown(each.after)}"
    if each.change is Change.RENAMED:
        return f"{each.before} → {each.after}"
    text = each.after or each.before
    if each.key.endswith(text):
        text = ""
    return f"{head} — {word}" + (f": {_shown(text)}" if text else "") if head else word


def _shown(text: str) -> str:
    """One line, cut where it is long: the workbook has the whole."""
    line = " ".join(text.split())
    if not line:
        return say("diff.empty")
    return f"«{line}»" if len(line) <= _LONGEST else f"«{line[:_LONGEST].rstrip()}…»"
