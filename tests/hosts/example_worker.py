"""A worker as the office starts it, with commands of the tests instead of the product's."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import Any

from metodist.domain.results import CommandResult, Dialogs
from metodist.errors import UserError
from metodist.hosts.worker import serve, take_wire


def fill(book: Any, dialogs: Dialogs) -> CommandResult:
    book.sheets.active["A1"].value = [["Проверено", "=1+1"]]
    return CommandResult("Готово.", ("Записано ячеек: 2.",))


def refuse(book: Any, dialogs: Dialogs) -> CommandResult:
    raise UserError("Книга не похожа на таблицу школы.", "Откройте таблицу школы.")


def fail(book: Any, dialogs: Dialogs) -> CommandResult:
    raise ZeroDivisionError("Иванова А. А.")


def chatter(book: Any, dialogs: Dialogs) -> CommandResult:
    print("мусор в stdout")  # noqa: T201 - that is what is tested
    os.system("echo и от дочернего процесса")
    return fill(book, dialogs)


def die(book: Any, dialogs: Dialogs) -> CommandResult:
    book.sheets.active["A1"].value = "до смерти"
    os._exit(9)


def steps(book: Any, dialogs: Dialogs) -> CommandResult:
    for step in range(1, 4):
        dialogs.progress(step, 3, "Проверяю таблицы")
        book.sheets.active["A1"].value = f"шаг {step}"
    return CommandResult("Готово.")


def sleep(book: Any, dialogs: Dialogs) -> CommandResult:
    time.sleep(30)
    return CommandResult("Готово.")


def where(book: Any, dialogs: Dialogs) -> CommandResult:
    book.sheets.active["A1"].value = [[book.name, str(Path(book.fullname).parent)]]
    return CommandResult("Готово.", open_path=None)


COMMANDS = {
    "fill": fill,
    "refuse": refuse,
    "fail": fail,
    "chatter": chatter,
    "die": die,
    "steps": steps,
    "sleep": sleep,
    "where": where,
}


def main() -> None:
    serve(take_wire(), COMMANDS.__getitem__)
