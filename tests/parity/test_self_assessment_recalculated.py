"""«Самооценка» as a school fills it in: what LibreOffice computes is what Python scores, line by line."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from openpyxl import load_workbook
from tests.office import recalculated

from metodist.domain.fields import SELF_ASSESSMENT
from metodist.domain.programme import Programme
from metodist.domain.returns import SchoolData
from metodist.layout.plan import make_plan
from metodist.layout.school_table import table_spec
from metodist.layout.self_assessment_sheet import POINTS
from metodist.layout.self_lines import SELF_TOTAL_ROW
from metodist.layout.writer import write_table
from metodist.programme.reader import read_programme
from metodist.scoring.rubric_facts import score_school_itself
from metodist.services.demo_fill import fill_table
from metodist.services.demo_self import self_assessment

KRYMSK = Path(__file__).resolve().parents[2] / "workbooks" / "programmes" / "krymsk.xlsx"


@pytest.fixture(scope="module")
def programme() -> Programme:
    programme = read_programme(KRYMSK).programme
    assert programme is not None
    return programme


@pytest.mark.office
def test_points_and_totals_of_a_filled_table(programme: Programme, tmp_path: Path) -> None:
    school = programme.organisations[0]
    spec = table_spec(programme, school)
    answers, documents = self_assessment(programme, Random(7))
    data = replace(SchoolData(), facts=answers, evidence=documents)
    write_table(spec, tmp_path / "выдана.xlsx")
    fill_table(tmp_path / "выдана.xlsx", spec, data, tmp_path / "заполнена.xlsx")

    book = load_workbook(recalculated(tmp_path / "заполнена.xlsx", tmp_path / "пересчитана"), data_only=True)
    sheet = book[SELF_ASSESSMENT]

    score = score_school_itself(programme, data)
    assert score is not None
    lines = make_plan(programme, school, None, None).self_lines
    asked = [line.row for line in lines if line.question is not None]
    assert [sheet.cell(row, POINTS).value for row in asked] == [line.score for line in score.criteria]
    blocks = [line.row for line in lines if line.is_block]
    assert [sheet.cell(row, POINTS).value for row in blocks] == [block.score for block in score.blocks]
    assert sheet.cell(SELF_TOTAL_ROW, POINTS).value == score.total > 0


def test_a_school_that_answered_nothing_has_no_score(programme: Programme) -> None:
    assert score_school_itself(programme, SchoolData()) is None
