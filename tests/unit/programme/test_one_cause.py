"""What is missing is said once: whatever only follows from it is not."""

from __future__ import annotations

import pytest

from metodist.domain.findings import ProgrammeIssue
from metodist.programme.schema import SCHEMA
from programme_text import SMALL, reading_of, reading_of_sheets, sheets_of, with_rows

DISTRICT = with_rows("Поля", "Муниципалитет ¦ Уровень района ¦ ¦ список ¦ Уровни конкурсов").replace(
    "# Организации", "# Сведения района\nСведение ¦ Значение\nУровень района ¦ региональный\n\n# Организации"
)
NEEDED = [sheet.name for sheet in SCHEMA if not sheet.optional]


def without(name: str) -> tuple[ProgrammeIssue, ...]:
    sheets = sheets_of(DISTRICT)
    del sheets[name]
    return reading_of_sheets(sheets).issues


def test_the_programme_is_sound_with_all_its_sheets() -> None:
    assert reading_of(DISTRICT).issues == ()


@pytest.mark.parametrize("name", NEEDED)
def test_a_missing_sheet_is_the_only_error(name: str) -> None:
    assert [issue.message for issue in without(name)] == [f"Нет листа «{name}»."]


@pytest.mark.parametrize("name", ["Списки", "Поля", "Цели", "Мониторинги"])
def test_a_misspelt_heading_is_the_only_error(name: str) -> None:
    sheets = sheets_of(DISTRICT)
    sheets[name][0][1] = f"{sheets[name][0][1]}ъ"
    (issue,) = reading_of_sheets(sheets).issues
    assert (issue.sheet, issue.row) == (name, 3)


def test_a_list_that_lost_its_rows_is_the_cause_where_the_sheet_is_there() -> None:
    """With the sheet at hand a list without values is an error of its own place."""
    lines = [line for line in SMALL.splitlines() if not line.startswith("Категории ¦")]
    issues = reading_of("\n".join(lines)).issues
    assert ("Поля", "Список") in {(issue.sheet, issue.column) for issue in issues}
