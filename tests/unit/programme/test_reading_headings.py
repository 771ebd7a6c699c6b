"""A sheet, a heading or a column that is not where the reader looks for it is one error, with what to do."""

from __future__ import annotations

from metodist.domain.findings import ProgrammeIssue
from programme_text import SMALL, reading_of_sheets, sheets_of

# Sheets and headings ---------------------------------------------------------------------------------------------


def issues_of(sheets: dict[str, list[list[object]]]) -> list[ProgrammeIssue]:
    return list(reading_of_sheets(sheets).issues)


def test_a_misspelt_sheet_is_one_error() -> None:
    sheets = sheets_of(SMALL)
    sheets["Цeли"] = sheets.pop("Цели")  # the second letter is Latin

    issues = issues_of(sheets)

    assert [(issue.sheet, issue.row, issue.suggestion) for issue in issues] == [("Цeли", 0, "Цели")]
    assert "латинские буквы" in issues[0].message


def test_an_unknown_and_a_missing_sheet() -> None:
    sheets = {**sheets_of(SMALL), "Черновик": [["x"]]}
    del sheets["Дорожная карта"]

    assert {(issue.sheet, issue.row) for issue in issues_of(sheets)} == {
        ("Черновик", 0),
        ("Дорожная карта", 0),
    }


def test_a_misspelt_heading_is_one_error() -> None:
    sheets = sheets_of(SMALL)
    sheets["Показатели"][0][3] = "Вит"

    issues = issues_of(sheets)

    assert [(issue.sheet, issue.row, issue.column, issue.suggestion) for issue in issues] == [
        ("Показатели", 3, "Вит", "Вид")
    ]


def test_a_missing_column_says_where_it_belongs() -> None:
    sheets = sheets_of(SMALL)
    for row in sheets["Цели"]:
        del row[0]

    issues = issues_of(sheets)

    assert [(issue.sheet, issue.column) for issue in issues] == [("Цели", "№")]
    assert issues[0].suggestion.endswith("первой")


def test_an_unknown_a_repeated_and_a_misplaced_column() -> None:
    sheets = sheets_of(SMALL)
    for row in sheets["Цели"]:
        row.append("Ответственный отдел" if row[0] == "№" else None)
    for row in sheets["Люди"]:
        row.append(row[0])
    for row in sheets["Мониторинги"]:
        row[1], row[2] = row[2], row[1]

    issues = issues_of(sheets)

    assert [(issue.sheet, issue.row, issue.column) for issue in issues] == [
        ("Цели", 3, "Ответственный отдел"),
        ("Мониторинги", 3, "Цель"),
        ("Люди", 3, "Роль"),
    ]
    assert "№, Мониторинг, Цель, Срок" in issues[1].suggestion


def test_a_value_outside_the_columns() -> None:
    sheets = sheets_of(SMALL)
    sheets["Цели"][2] = [*sheets["Цели"][2], None, "см. приложение"]

    issues = issues_of(sheets)

    assert [(issue.sheet, issue.row) for issue in issues] == [("Цели", 5)]
    assert "«см. приложение»" in issues[0].message


def test_a_code_that_excel_made_a_date_and_a_formula_s_error() -> None:
    from datetime import datetime

    sheets = sheets_of(SMALL)
    sheets["Показатели"][2][0] = datetime(2026, 2, 1)
    sheets["Организации"][2][6] = "#REF!"

    issues = issues_of(sheets)

    assert [(issue.sheet, issue.row, issue.column) for issue in issues] == [
        ("Показатели", 5, "Код"),
        ("Организации", 5, "Педагогов"),
    ]
    assert "текстовый формат" in issues[0].suggestion
