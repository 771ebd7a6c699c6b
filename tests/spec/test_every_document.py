"""Every kind of document for every programme of the product: made, whole, without a gap, or not made with a reason."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from dataclasses import replace
from datetime import datetime
from functools import cache
from pathlib import Path

import pytest

from documents_sample import paragraphs
from metodist.documents.inputs import Inputs, NotMadeError, Teacher
from metodist.documents.inspection import inspect
from metodist.documents.kinds import KINDS, Per
from metodist.documents.render import render
from metodist.documents.requisites import act_words
from metodist.domain.summary import SchoolResult
from metodist.programme.plan import plan_of
from metodist.scoring.indicators import score_district, score_school
from metodist.services.demo_data import municipal_facts, school_data
from metodist.services.working_folder import load_programme
from metodist.summary.advice import advise
from metodist.summary.consolidate import consolidate

ROOT = Path(__file__).parents[2]
TEMPLATES = ROOT / "docx_templates"
PROGRAMMES = sorted(path.stem for path in (ROOT / "workbooks" / "programmes").glob("*.xlsx"))
CHECKER = ROOT.parent / "shared" / "ooxml" / "check_ooxml.py"
#: How many schools of each programme hand in an invented table; the next one is silent.
SCHOOLS = 4


@cache
def _inputs(code: str) -> Inputs:
    programme = load_programme(ROOT / "workbooks" / "programmes" / f"{code}.xlsx")
    year = programme.passport.period.end.year
    data = {school.code: school_data(programme, school) for school in programme.reporting[:SCHOOLS]}
    accepted = [
        SchoolResult(school, data[school.code], score_school(programme, data[school.code]), (),
                     datetime(year, 12, 1 + index), f"Архив/{school.code}.xlsx", "0" * 64)
        for index, school in enumerate(programme.reporting[:SCHOOLS])
    ]  # fmt: skip
    district = score_district(programme, data, municipal_facts(programme))
    made = datetime(year, 12, 22, 12, 0)
    summary = consolidate(programme, accepted, [], list(programme.reporting[SCHOOLS:]), district, made)
    summary = replace(summary, advice=advise(summary))
    first = accepted[0]
    teacher = Teacher(first.organisation, first.data.registers["Кадры"][0])
    return Inputs(programme, summary, made, plan=plan_of(programme), school=first.organisation, teacher=teacher)


#: What a programme gives no words for: its roadmap plans no analysis of effect.
NOT_MADE = {"petrovsk": {"effect"}, "predgorny": {"effect"}}


@pytest.mark.parametrize("code", PROGRAMMES)
def test_every_document_is_whole_or_says_why_it_is_not_made(code: str, tmp_path: Path) -> None:
    inputs, reasons = _inputs(code), {}
    for kind in KINDS:
        target = tmp_path / f"{kind.id}.docx"
        try:
            render(kind.id, kind.build(inputs).context, TEMPLATES / kind.template, target)
        except NotMadeError as error:
            reasons[kind.id] = error
            continue
        with zipfile.ZipFile(target) as package:
            inspect(target.name, package.read("word/document.xml").decode("utf-8"))
        assert not any("None" in text for text in paragraphs(target)), kind.id
    assert set(reasons) == NOT_MADE.get(code, set())
    assert all(error.message and error.action for error in reasons.values())
    if CHECKER.is_file():
        files = [str(path) for path in sorted(tmp_path.glob("*.docx"))]
        found = subprocess.run([sys.executable, str(CHECKER), *files], capture_output=True, text=True, check=False)
        assert found.returncode == 0, found.stdout


@pytest.mark.parametrize("code", PROGRAMMES)
def test_orders_speak_of_the_programmes_own_kind_of_act(code: str, tmp_path: Path) -> None:
    inputs = _inputs(code)
    words = act_words(inputs.programme.passport)
    for kind in (one for one in KINDS if one.id.startswith("order_")):
        render(kind.id, kind.build(inputs).context, TEMPLATES / kind.template, tmp_path / "order.docx")
        text = "\n".join(paragraphs(tmp_path / "order.docx"))
        assert words.nominative.upper() in text
        assert f"{words.verb}:" in text
        assert words.this in text


def test_documents_of_schools_and_people_are_named_by_whom_they_are_about() -> None:
    assert {kind.id for kind in KINDS if kind.per is Per.PERSON} == {"route"}
    assert {"note_school", "recommendations"} <= {kind.id for kind in KINDS if kind.per is Per.SCHOOL}
    assert not any(kind.usual for kind in KINDS if kind.per is Per.PERSON)
