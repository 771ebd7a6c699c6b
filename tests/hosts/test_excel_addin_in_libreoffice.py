"""LibreOffice opens Excel's add-in, sees its modules, and runs macros of it."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

import build_addin
from addin_build.marks import one_line
from addin_build.ribbon import MODULE
from addin_build.vba import with_sources
from desk import Desk, worker_command

pytestmark = pytest.mark.office


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    made = Desk(tmp_path_factory.mktemp("desk"), worker_command("panel_worker"), screen=False)
    yield made
    made.leave()


#: What any program can run, put beside our macros, which call Excel and Python.
BESIDE = """
Public Function Answer(a As Long) As Long
    Answer = a * 7
End Function

Public Function Following(a As Long) As Long
    ThisWorkbook.FollowBooks
    PanelRefresh
    Following = a + 1
End Function

Public Function Fitting(marks As String) As String
    Dim one As Variant
    For Each one In Split(marks, "|")
        Fitting = Fitting & IIf(BookFits(ThisWorkbook, one), "+", "-")
    Next
End Function
""".replace("\n", "\r\n")
SHEET = '<sheet name="metodist.conf" sheetId="2" r:id="rId3" /></sheets>'


def with_macros(target: Path, sheet: str = "metodist.conf", name: str | None = None) -> str:
    """The add-in with those macros, its sheet called otherwise and a defined name in it."""
    names = f'<definedNames><definedName name="{name}">"x"</definedName></definedNames>' if name else ""
    with zipfile.ZipFile(build_addin.XLAM) as old, zipfile.ZipFile(target, "w") as new:
        for part_name in old.namelist():
            part = old.read(part_name)
            if part_name == "xl/vbaProject.bin":
                part = with_sources(part, {MODULE: lambda source: source + BESIDE})
            elif part_name == "xl/workbook.xml":
                assert part.count(SHEET.encode()) == 1
                part = part.replace(SHEET.encode(), (SHEET.replace("metodist.conf", sheet) + names).encode())
            new.writestr(part_name, part)
    return str(target)


def test_the_addin_loads_and_a_macro_beside_ours_runs(tmp_path, desk):
    modules, result = desk.ask("run_macro", with_macros(tmp_path / "changed.xlam"), MODULE, "Answer", 6)

    assert {MODULE, "xlwings", "ThisWorkbook"} <= set(modules)
    assert result == 42


def test_the_add_in_listens_to_books_being_changed(tmp_path, desk):
    """Before the ribbon is there, too: then there is nothing to ask again."""
    book = with_macros(tmp_path / "changed.xlam")

    assert desk.ask("run_macro", book, MODULE, "Following", 1)[1] == 2


@pytest.mark.parametrize(
    ("sheet", "name", "fitting"),
    [
        ("Служебный", None, {"table": "+", "summary": "-", "programme": "-"}),
        ("Лист1", "metodist_id", {"table": "+", "summary": "-", "programme": "-"}),
        # one of the sheets of a summary and of a programme makes neither of them
        ("Показатели", None, {"table": "-", "summary": "-", "programme": "-"}),
        ("Лист1", "other_id", {"table": "-", "summary": "-", "programme": "-"}),
    ],
)
def test_the_macro_that_greys_buttons_knows_the_books(tmp_path, desk, sheet, name, fitting):
    book = with_macros(tmp_path / "changed.xlam", sheet, name)

    _, found = desk.ask("run_macro", book, MODULE, "Fitting", "|".join(one_line([kind]) for kind in fitting))

    assert dict(zip(fitting, found, strict=True)) == fitting


def test_all_sheets_of_a_way_have_to_be_there_and_one_way_is_enough(tmp_path, desk):
    book = with_macros(tmp_path / "changed.xlam", "Сводка", "any_name")
    marks = "Сводка/*any_name|Сводка/Полнота|Полнота:Сводка|Полнота:*none|*any_name:Полнота"

    assert desk.ask("run_macro", book, MODULE, "Fitting", marks)[1] == "+-+-+"
