"""Words of the command line about programmes that have no button."""

from __future__ import annotations

from metodist.button import Command

PROGRAMME_WORDS: tuple[Command, ...] = (
    Command(
        "diff",
        "Сравнить программы",
        "Программа",
        "БЫЛО СТАЛО",
        "Показывает, чем отличаются две книги программы и что это значит для уже выданных таблиц.",
        "Ничего не меняет. Код завершения: 0 — отличий нет, 1 — есть, 2 — книгу нельзя прочитать.",
    ),
)
