"""Wrong calls and help of the command line, in Russian.

Typer has carried a copy of click inside since 0.2x, and used the real one before: its errors are told apart by
the names of their classes, which both share.
"""

from __future__ import annotations

import re
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

_HELP = "Справка: metodist --help"
_PHRASES = (
    (r"^Usage:", "Вызов:"),
    (r"\[OPTIONS\]", "[КЛЮЧИ]"),
    (r"COMMAND \[ARGS\]\.\.\.", "КОМАНДА …"),
    (r"^Arguments:", "Что указать:"),
    (r"^Options:", "Ключи:"),
    (r"^Commands:", "Команды:"),
    (r"Show this message and exit\.", "Показать эту справку."),
    (r"\s+\[required\]", ""),
    (r" <[\w\[\]]+>", ""),
    (r"\{(\S+…)\}\.\.\.", r"\1"),
    (r"\{([А-ЯЁ]+)\}", r"\1"),
)


def _in_russian(text: str) -> str:
    for pattern, russian in _PHRASES:
        text = re.sub(pattern, russian, text, flags=re.MULTILINE)
    return text


class RussianCommand(TyperCommand):
    """A command whose help is Russian throughout."""

    def get_help(self, ctx: typer.Context) -> str:  # type: ignore[override]
        """The help text."""
        return _in_russian(super().get_help(ctx))


class RussianGroup(TyperGroup):
    """The root whose help is Russian throughout."""

    def get_help(self, ctx: typer.Context) -> str:  # type: ignore[override]
        """The help text."""
        return _in_russian(super().get_help(ctx))


def is_wrong_call(error: BaseException) -> bool:
    """Whether the error is typer's complaint about the words of a call."""
    return any(kind.__name__ == "ClickException" for kind in type(error).__mro__)


def help_wanted(error: BaseException) -> str:
    """The help where nothing at all was typed after the program's name; empty for every other error."""
    silent = any(kind.__name__ == "NoArgsIsHelpError" for kind in type(error).__mro__)
    context = getattr(error, "ctx", None)
    return str(context.get_help()) if silent and context is not None else ""


def call_error(error: Any) -> str:
    """One Russian sentence for a complaint about the call itself."""
    names = {kind.__name__ for kind in type(error).__mro__}
    quoted = re.search(r"'([^']*)'", str(getattr(error, "message", "")))
    word = quoted.group(1) if quoted else ""
    param = getattr(error, "param", None)
    name = getattr(param, "metavar", None) or getattr(param, "name", None) or word
    if "NoSuchOption" in names:
        text = f"Нет такого ключа: {error.option_name}."
    elif "MissingParameter" in names:
        text = f"Не указано: {name}."
    elif "BadParameter" in names:
        text = f"Неверное значение: {name}."
    elif "No such command" in error.message:
        text = f"Нет такой команды: {word}."
    elif "unexpected extra" in error.message:
        text = "В команде лишние слова."
    else:
        text = "Команда набрана неверно."
    return f"{text} {_HELP}"
