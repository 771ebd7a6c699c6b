"""The table of buttons and commands, for README.md and the guide."""

from __future__ import annotations

from metodist.button import Command
from metodist.commands import BUTTONS, COMMANDS, LAST_WORDS, ONLY_WORDS


def readme_table() -> str:
    """The table of buttons and commands in README.md."""
    rows = ["| Кнопка | Команда | Что делает | Что меняет |", "|---|---|---|---|"]
    by_id = {known.id: known for known in COMMANDS}
    rows += [_row("—", known, known.tip, known.result) for known in ONLY_WORDS]
    rows += [
        _row(
            button.label,
            by_id.get(button.words.id) if button.words else None,
            button.tip,
            button.supertip.removeprefix(button.tip),
        )
        for button in BUTTONS
    ]
    rows += [_row("—", known, known.tip, known.result) for known in LAST_WORDS]
    return "\n".join(rows) + "\n"


def _row(label: str, known: Command | None, tip: str, result: str) -> str:
    call = "`" + f"metodist {known.id} {known.usage}".rstrip() + "`" if known is not None else "—"
    return f"| {label} | {call} | {tip} | {result.strip()} |"
