"""``metodist query``: people by a saved query or by conditions."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from metodist.cli_output import print_json, show, table
from metodist.domain.values import Value
from metodist.messages import say

#: So many columns fit a console: school, person, then what was asked.
_SHOWN = 6


def query_command(
    folder: Annotated[Path, typer.Argument(metavar="ПАПКА", help="Рабочая папка.")],
    *,
    name: Annotated[
        str, typer.Option("--name", metavar="ИМЯ", help="Сохранённый запрос; с условиями — сохранить.")
    ] = "",
    where: Annotated[
        list[str] | None, typer.Option("--where", metavar="УСЛОВИЕ", help="«Графа = значение»; можно несколько.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Вывести результат как JSON.")] = False,
) -> None:
    """List people; without a name and conditions the saved queries."""
    from metodist.services.queries import ask, saved_queries
    from metodist.services.working_folder import open_folder

    if not name and not where:
        known = saved_queries(open_folder(folder).path)
        if as_json:
            print_json([{"name": one.name, "choices": dict(one.choices)} for one in known])
            return
        rows = [(one.name, "; ".join(f"{key} — {value}" for key, value in one.choices.items())) for one in known]
        table((say("query.head_name"), say("query.head_what")), rows)
        return
    listed = ask(folder, name, where or ())
    answer = listed.answer
    if as_json:
        print_json(
            {
                "name": answer.query.name,
                "choices": dict(answer.query.choices),
                "found": len(answer.found),
                "among": answer.among,
                "left_out": list(answer.unknown),
                "rows": [dict(zip(listed.headings, map(_json, row), strict=True)) for row in listed.rows],
            }
        )
        return
    table(listed.headings[:_SHOWN], [tuple(_text(value) for value in row[:_SHOWN]) for row in listed.rows])
    show(f"{say('query.list_title', found=len(answer.found), among=answer.among)}.")
    if answer.unknown:
        show(say("query.left_out", what="; ".join(answer.unknown)))


def _text(value: Value) -> str:
    if isinstance(value, date):
        return f"{value:%d.%m.%Y}"
    return "" if value is None else str(value)


def _json(value: Value) -> str | int | float | None:
    return value.isoformat() if isinstance(value, date) else value
