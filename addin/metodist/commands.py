"""The one list of commands: the command line, the README's table and, later, ribbon and menu follow from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    """One thing the product does.

    Args:
        id: The word of the command line.
        label: The button's text, at most three words.
        group: The button's group, in the order of work.
        usage: What follows the word on the command line.
        tip: One Russian sentence: what it does.
        result: One Russian sentence: what it changes and where the result goes.
    """

    id: str
    label: str
    group: str
    usage: str
    tip: str
    result: str


COMMANDS: tuple[Command, ...] = (
    Command(
        "programmes",
        "Список программ",
        "Программа",
        "",
        "Показывает программы, которые есть в поставке.",
        "Ничего не меняет.",
    ),
    Command(
        "new",
        "Новая папка",
        "Программа",
        "КОД ПАПКА [--year ГОД]",
        "Создаёт рабочую папку муниципалитета.",
        "В папке появляются «Программа.xlsx» и пустые папки для таблиц.",
    ),
    Command(
        "lint",
        "Проверить программу",
        "Программа",
        "ФАЙЛ",
        "Ищет ошибки и противоречия в книге программы.",
        "Ничего не меняет.",
    ),
    Command(
        "status",
        "Пульт",
        "Программа",
        "ПАПКА",
        "Показывает, что сделано, кто не сдал и что делать дальше.",
        "Ничего не меняет.",
    ),
    Command(
        "issue",
        "Создать таблицы",
        "Таблицы",
        "ПАПКА",
        "Создаёт защищённую таблицу для каждой школы.",
        "Таблицы появляются в папке «Таблицы»; прежние сохраняются в «Архив/Прежние версии».",
    ),
    Command(
        "check",
        "Проверить таблицу",
        "Таблицы",
        "ФАЙЛ…",
        "Проверяет заполненные таблицы и перечисляет замечания.",
        "Ничего не меняет.",
    ),
    Command(
        "collect",
        "Принять таблицы",
        "Таблицы",
        "ПАПКА",
        "Проверяет и принимает всё, что лежит в папке «Входящие».",
        "Принятые таблицы уходят в «Архив», копии с отметками — в «На доработку».",
    ),
    Command(
        "summary",
        "Построить свод",
        "Свод",
        "ПАПКА",
        "Сводит принятые таблицы и вычисляет показатели района.",
        "Результат — «Свод.xlsx»; прежний сохраняется в «Архив/Прежние версии».",
    ),
    Command(
        "documents",
        "Все документы",
        "Документы",
        "ПАПКА [--kind ВИД]",
        "Создаёт приказы и аналитическую справку по своду.",
        "Документы Word появляются в папке «Документы».",
    ),
    Command(
        "demo",
        "Показ",
        "Справка",
        "ПАПКА",
        "Проходит весь путь на вымышленных данных: от программы до приказа.",
        "В указанной папке появляется полностью заполненный пример.",
    ),
)


def command(command_id: str) -> Command:
    """The command of that id.

    Raises:
        KeyError: There is none.
    """
    for known in COMMANDS:
        if known.id == command_id:
            return known
    raise KeyError(command_id)


def help_text(command_id: str) -> str:
    """What ``--help`` says of a command."""
    known = command(command_id)
    return f"{known.tip}\n\n{known.result}"


def readme_table() -> str:
    """The table of commands in README.md."""
    rows = ["| Команда | Кнопка | Что делает | Что меняет |", "|---|---|---|---|"]
    rows += [
        f"| `metodist {known.id} {known.usage}`".rstrip("` ") + f"` | {known.label} | {known.tip} | {known.result} |"
        for known in COMMANDS
    ]
    return "\n".join(rows) + "\n"


#: What a host calls with how far a long command is.
ProgressCallback = Callable[[int, int, str], None]
