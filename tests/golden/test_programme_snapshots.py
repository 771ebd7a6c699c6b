"""Every programme workbook of the product beside its snapshot: a change of one without the other fails.

``pytest tests/golden --regenerate`` writes the snapshots anew.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from metodist.programme.lint import lint_programme
from metodist.programme.reader import read_programme
from metodist.programme.reference import reference
from metodist.programme.snapshot import snapshot
from metodist.services.on_book.cycle_block import CYCLE_NAME

WORKBOOKS = Path(__file__).resolve().parents[2] / "workbooks"
PROGRAMMES = sorted((WORKBOOKS / "programmes").glob("*.xlsx"))


def compare(path: Path, text: str, regenerate: bool) -> None:
    if regenerate:
        path.write_text(text, encoding="utf-8", newline="\n")
    assert path.is_file(), f"{path.name} is missing: run the test with --regenerate"
    assert path.read_text(encoding="utf-8") == text, f"{path.name} is stale: run the test with --regenerate"


def test_there_are_programmes() -> None:
    assert "krymsk" in {path.stem for path in PROGRAMMES}


@pytest.mark.parametrize("path", PROGRAMMES, ids=lambda path: path.stem)
def test_a_programme_workbook_equals_its_snapshot(path: Path, regenerate: bool) -> None:
    reading = read_programme(path)

    assert reading.issues == ()
    assert reading.programme is not None
    assert reading.programme.passport.code == path.stem
    compare(path.with_suffix(".snapshot.md"), snapshot(reading.programme), regenerate)


@pytest.mark.parametrize("path", PROGRAMMES, ids=lambda path: path.stem)
def test_every_remark_about_a_programme_names_its_row(path: Path) -> None:
    reading = read_programme(path)
    assert reading.programme is not None

    for issue in lint_programme(reading.programme, reading.rows):
        assert issue.row > 0, issue


def test_the_reference_of_the_workbook_is_up_to_date(regenerate: bool) -> None:
    compare(WORKBOOKS / "README.md", reference(), regenerate)


@pytest.mark.parametrize("path", PROGRAMMES, ids=lambda path: path.stem)
def test_the_dashboard_shows_the_chain_of_its_own_programme(path: Path) -> None:
    from openpyxl import load_workbook

    import draw_cycle

    book = load_workbook(path)
    assert CYCLE_NAME in book.defined_names, "run scripts/draw_cycle.py"
    assert draw_cycle.drawn(book["Пульт"]) == draw_cycle.chain_of(path), "run scripts/draw_cycle.py"
