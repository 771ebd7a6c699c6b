"""Two editions of the small programme as texts, for tests that compare them."""

from __future__ import annotations

from metodist.domain.differences import Difference, Tables
from metodist.programme.differences import differences
from metodist.programme.editions import Edition, edition_of
from metodist.programme.reader import read_rows
from programme_text import SMALL, sheets_of

SAME, WARNED, RETURNED, REFUSED = Tables
FIELDS_HEAD, INDICATORS_HEAD = "Реестр ¦ Поле", "Код ¦ Группа ¦ Показатель"


def edition(text: str) -> Edition:
    sheets = {name: ((name,), ("",), *map(tuple, rows)) for name, rows in sheets_of(text).items()}
    reading = read_rows(sheets)
    assert reading.programme is not None, reading.issues
    return edition_of(reading.programme, sheets)


def compared(new: str, old: str = SMALL) -> tuple[Difference, ...]:
    return differences(edition(old), edition(new))


def widened(column: str, row: str, value: str, text: str = SMALL) -> str:
    """The text with one more column on a sheet, filled in one row."""
    head = FIELDS_HEAD if column == "Прежнее название" else INDICATORS_HEAD
    lines = [
        f"{line} ¦ {column}" if line.startswith(head) else f"{line} ¦ {value}" if line.startswith(row) else line
        for line in text.splitlines()
    ]
    return "\n".join(lines)


def without(row: str) -> str:
    """The text without the row that begins so."""
    lines = SMALL.splitlines()
    kept = [line for line in lines if not line.startswith(row)]
    assert len(kept) == len(lines) - 1
    return "\n".join(kept)


RENAMED_FIELD = widened("Прежнее название", "Кадры ¦ Балл ¦", "Балл").replace("Кадры ¦ Балл ¦", "Кадры ¦ Результат ¦")
RENAMED_FIELD = RENAMED_FIELD.replace("Диагностика = да ¦ ¦ Балл ¦", "Диагностика = да ¦ ¦ Результат ¦")
NEW_CODE = widened("Прежний код", "'2.5 ¦", "'2.5").replace("'2.5 ¦", "'4.1 ¦")
NUMBER = "Кадры ¦ Нагрузка ¦ Сведения о педагоге ¦ число ¦ ¦ ставок ¦ 0 ¦ 2 ¦ {}"
