"""``metodist diff``: what a person reads, what a script reads, what the exit code says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import typer

from metodist.cli_diff import diff_command
from metodist.errors import UserError
from programme_text import SMALL, replaced, with_rows, write_programme

GOLDEN = Path(__file__).parents[1] / "golden" / "diff_small.txt"

#: The next edition of the small programme: one change of every sort.
CHANGES = (
    ("¦ 20.12.2026", "¦ 25.12.2026"),
    ("¦ 80% ¦ больше", "¦ 85% ¦ больше"),
    ("¦ балл ¦ 0 ¦ 100 ¦", "¦ балл ¦ 0 ¦ 50 ¦"),
    ("Предметы ¦ Математика\n", ""),
    ("'2.5 ¦ Поддержка ¦ Доля школ", "'2.6 ¦ Поддержка ¦ Доля всех школ"),
    ("¦ Школа молодого педагога ¦", "¦ Школа молодого учителя ¦"),
    ("ОО-03 ¦", "ОО-05 ¦"),
)


def next_edition() -> str:
    text = with_rows("Поля", "Кадры ¦ Нагрузка ¦ Сведения о педагоге ¦ число ¦ ¦ ставок ¦ 0 ¦ 2 ¦ да")
    for before, after in CHANGES:
        text = replaced(before, after, text)
    return text


@pytest.fixture
def books(tmp_path: Path) -> tuple[Path, Path]:
    return write_programme(tmp_path / "было.xlsx", SMALL), write_programme(tmp_path / "стало.xlsx", next_edition())


def code_of(old: Path, new: Path, *, as_json: bool = False) -> int:
    with pytest.raises(typer.Exit) as stop:
        diff_command(old, new, as_json=as_json)
    return int(stop.value.exit_code)


def test_what_a_person_reads(books, capsys, regenerate) -> None:
    assert code_of(*books) == 1
    said = capsys.readouterr().out
    if regenerate:
        GOLDEN.write_text(said, encoding="utf-8", newline="\n")
    assert said == GOLDEN.read_text(encoding="utf-8")


def test_what_a_script_reads(books, capsys) -> None:
    assert code_of(*books, as_json=True) == 1
    found = json.loads(capsys.readouterr().out)
    assert {tuple(each) for each in found} == {
        ("sheet", "key", "column", "change", "before", "after", "tables", "meaning")
    }
    target = next(each for each in found if each["column"] == "Целевое значение")
    assert (target["key"], target["before"], target["after"]) == ("1.1", "80 %", "85 %")
    assert (target["change"], target["tables"]) == ("changed", "same")
    assert all(each["meaning"].endswith(".") for each in found)


def test_the_same_workbook_has_no_differences(books, capsys) -> None:
    old, _ = books
    assert code_of(old, old) == 0
    assert capsys.readouterr().out == "Отличий нет: выданные таблицы остаются годными.\n"
    assert code_of(old, old, as_json=True) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_working_folders_are_compared_by_their_programmes(books, tmp_path, capsys) -> None:
    for name, book in zip(("2026", "2027"), books, strict=True):
        (tmp_path / name).mkdir()
        book.rename(tmp_path / name / "Программа.xlsx")
    assert code_of(tmp_path / "2026", tmp_path / "2027") == 1
    assert "Поля (" in capsys.readouterr().out


def test_a_workbook_that_is_not_there_or_has_errors_cannot_be_compared(books, tmp_path) -> None:
    old, _ = books
    broken = write_programme(tmp_path / "ошибка.xlsx", replaced("¦ доля ¦ Кадры", "¦ доля ¦ Кадрыы"))
    for other in (tmp_path / "нет.xlsx", broken):
        with pytest.raises(UserError):
            diff_command(old, other)
