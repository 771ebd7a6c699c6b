"""A programme workbook copied for another year: two cells change, and nothing else."""

from __future__ import annotations

import zipfile
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill

from metodist.errors import UserError
from metodist.programme.copying import copy_programme
from metodist.programme.reader import read_programme
from programme_text import SMALL, replaced, write_programme


def parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as package:
        assert package.testzip() is None
        return {name: package.read(name) for name in package.namelist()}


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return write_programme(tmp_path / "source.xlsx", SMALL)


def test_without_a_year_the_copy_is_the_file(source: Path, tmp_path: Path) -> None:
    copy_programme(source, tmp_path / "Программа.xlsx", None)

    assert (tmp_path / "Программа.xlsx").read_bytes() == source.read_bytes()


def test_the_year_and_the_deadline_move(source: Path, tmp_path: Path) -> None:
    copy_programme(source, tmp_path / "Программа.xlsx", 2028)

    passport = read_programme(tmp_path / "Программа.xlsx").programme.passport
    assert passport.period.year == 2028
    assert passport.deadline == date(2028, 12, 20)
    assert passport.act_date == date(2026, 1, 12)


def test_only_the_passport_s_part_of_the_file_differs(source: Path, tmp_path: Path) -> None:
    copy_programme(source, tmp_path / "Программа.xlsx", 2028)

    before, after = parts(source), parts(tmp_path / "Программа.xlsx")
    assert list(before) == list(after)
    assert [name for name in before if before[name] != after[name]] == ["xl/worksheets/sheet1.xml"]


def test_formats_comments_and_the_dashboard_stay(source: Path, tmp_path: Path) -> None:
    book = load_workbook(source)
    book["Паспорт"]["C17"].fill = PatternFill("solid", fgColor="FFEE00")
    book["Паспорт"]["C19"].comment = Comment("до этого дня", "методист")
    book.create_sheet("Пульт", 0)["B2"] = "=Паспорт!C17"
    book.save(source)

    copy_programme(source, tmp_path / "Программа.xlsx", 2027)

    copied = load_workbook(tmp_path / "Программа.xlsx")
    assert copied["Паспорт"]["C17"].value == 2027
    assert copied["Паспорт"]["C17"].fill.fgColor.rgb == "00FFEE00"
    assert copied["Паспорт"]["C19"].value == datetime(2027, 12, 20)
    assert copied["Паспорт"]["C19"].number_format == book["Паспорт"]["C19"].number_format
    assert copied["Паспорт"]["C19"].comment.text == "до этого дня"
    assert copied["Пульт"]["B2"].value == "=Паспорт!C17"
    assert copied.calculation.fullCalcOnLoad


@pytest.mark.parametrize(
    ("written", "moved"),
    [("'20.12.2026", "20.12.2027"), ("'29.02.2028", "28.02.2029"), ("'декабрь", "декабрь"), ("", None)],
)
def test_a_deadline_written_as_text_stays_text(tmp_path: Path, written: str, moved: str | None) -> None:
    source = write_programme(tmp_path / "source.xlsx", replaced("¦ 20.12.2026", f"¦ {written}"))

    copy_programme(source, tmp_path / "copy.xlsx", 2027)

    assert load_workbook(tmp_path / "copy.xlsx")["Паспорт"]["C19"].value == moved


def test_a_year_written_as_text_becomes_a_number(tmp_path: Path) -> None:
    source = write_programme(tmp_path / "source.xlsx", replaced("год ¦ 2026", "год ¦ '2026"))

    copy_programme(source, tmp_path / "copy.xlsx", 2027)

    copied = load_workbook(tmp_path / "copy.xlsx")["Паспорт"]
    assert (copied["C17"].value, copied["C19"].value) == (2027, datetime(2027, 12, 20))


def test_a_year_that_was_never_filled_in(tmp_path: Path) -> None:
    source = write_programme(tmp_path / "source.xlsx", replaced("год ¦ 2026", "год ¦ "))

    copy_programme(source, tmp_path / "copy.xlsx", 2027)

    copied = load_workbook(tmp_path / "copy.xlsx")["Паспорт"]
    assert (copied["C17"].value, copied["C19"].value) == (2027, datetime(2026, 12, 20))


def test_a_workbook_without_a_reporting_year_is_refused_and_nothing_is_left(tmp_path: Path) -> None:
    source = write_programme(tmp_path / "source.xlsx", replaced("Основное ¦ Отчётный год ¦ 2026\n", ""))
    target = tmp_path / "Программа.xlsx"
    target.write_bytes(b"before")

    with pytest.raises(UserError, match="Отчётный год"):
        copy_programme(source, target, 2027)

    assert target.read_bytes() == b"before"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["source.xlsx", "Программа.xlsx"]


def test_a_formula_instead_of_the_year_is_refused(tmp_path: Path) -> None:
    source = write_programme(tmp_path / "source.xlsx", replaced("год ¦ 2026", "год ¦ =2025+1"))

    with pytest.raises(UserError, match="формула"):
        copy_programme(source, tmp_path / "copy.xlsx", 2027)


def test_something_that_is_no_workbook_is_not_copied(tmp_path: Path) -> None:
    source = tmp_path / "письмо.xlsx"
    source.write_text("здравствуйте", encoding="utf-8")

    with pytest.raises(UserError, match="не книга Excel"):
        copy_programme(source, tmp_path / "copy.xlsx", None)
    assert not (tmp_path / "copy.xlsx").exists()
