"""A note is edited for a week, tables come in meanwhile: what in it no longer holds is found and marked."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from docx import Document

from documents_sample import paragraphs
from metodist.cli import _run
from metodist.documents.stamp import stamp_at
from metodist.services.collecting import collect
from metodist.services.documenting import write_documents
from metodist.services.kept_texts import KEPT_TEXTS
from metodist.services.numbering import Wanted
from metodist.services.registering import register_document
from metodist.services.summarising import build_summary
from metodist.services.verifying import verify_document
from metodist.services.working_folder import PROGRAMME, load_programme
from office import convert, need_office
from working_folder_story import answers, issued_folder, send


@pytest.fixture(autouse=True)
def _computer(tmp_path_factory, monkeypatch):
    marks = tmp_path_factory.mktemp("компьютер")
    monkeypatch.setattr("metodist.services.number_marks.marks_folder", lambda: marks)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """One school of two has handed in; summary and documents are made of it."""
    path = tmp_path / "район"
    path.mkdir()
    issued_folder(path)
    programme = load_programme(path / PROGRAMME)
    send(path, programme, programme.reporting[0], answers(programme, programme.reporting[0]))
    collect(path)
    build_summary(path)
    write_documents(path)
    return path


def _note(folder: Path) -> Path:
    return next(path for path in (folder / "Документы").glob("Аналитическая справка*") if "сверка" not in path.name)


def _second_school(folder: Path) -> None:
    programme = load_programme(folder / PROGRAMME)
    send(folder, programme, programme.reporting[1], answers(programme, programme.reporting[1], 2))
    collect(folder, now=lambda: datetime.now() + timedelta(hours=1))
    build_summary(folder)


def _edit(path: Path) -> None:
    document = Document(str(path))
    document.add_paragraph("Совещание руководителей прошло 12 марта, присутствовали 25 человек.")
    for paragraph in document.paragraphs:
        if paragraph.style.name == "Body Text" and paragraph.runs:
            paragraph.runs[0].text = f"Как установлено, {paragraph.runs[0].text}"
            break
    document.save(str(path))


def test_right_after_it_is_made_everything_holds(folder):
    report = verify_document(_note(folder))
    assert (report.verified.findings, report.verified.own, report.marked) == ((), (), None)
    assert report.same_data
    assert report.verified.checked > 40


def test_editing_alone_is_no_fault(folder):
    _edit(_note(folder))
    report = verify_document(_note(folder))
    assert report.verified.findings == ()
    assert report.verified.own == ("Совещание руководителей прошло 12 марта, присутствовали 25 человек.",)


def test_new_tables_make_figures_stale_and_the_copy_shows_where(folder):
    note = _note(folder)
    _edit(note)
    before = note.read_bytes()
    _second_school(folder)
    report = verify_document(note)
    assert not report.same_data
    stale = {(one.stands, one.expected) for one in report.wrong if one.code == "stale"}
    assert ("50,0 %", "100,0 %") in stale
    assert any(" из " in stands for stands, _ in stale)
    assert note.read_bytes() == before
    assert report.marked is not None
    marked = Document(str(report.marked))
    texts = [comment.text for comment in marked.comments]
    assert len(texts) == len(report.wrong)
    assert any("стоит «50,0 %», по своду теперь «100,0 %»" in text for text in texts)
    yellow = [run for paragraph in marked.paragraphs for run in paragraph.runs if run.font.highlight_color]
    assert yellow
    assert stamp_at(report.marked) is None


def test_a_figure_changed_by_hand_is_told(folder):
    document = Document(str(_note(folder)))
    cell = next(
        cell for table in document.tables for row in table.rows for cell in row.cells if cell.text.endswith("\xa0%")
    )
    was = cell.text
    cell.paragraphs[0].runs[0].text = "99,9\xa0%"
    document.save(str(_note(folder)))
    (finding,) = verify_document(_note(folder)).wrong
    assert (finding.code, finding.stands) == ("typed", "99,9%")
    assert finding.expected == was.replace("\xa0", "")


def test_a_registered_order_makes_the_reference_of_the_note_stale(folder):
    order = next((folder / "Документы").glob("Приказ о проведении*"))
    register_document(order, Wanted(date(2026, 6, 5), "319-ОД"))
    wanted = {one.expected for one in verify_document(_note(folder)).wrong}
    assert any("05.06.2026" in text for text in wanted)
    assert any("319-ОД" in text for text in wanted)
    assert verify_document(order).wrong == ()


def test_without_the_kept_text_the_document_is_held_against_today(folder):
    shutil.rmtree(folder / KEPT_TEXTS)
    _second_school(folder)
    report = verify_document(_note(folder))
    assert any(one.code == "differs" and "50,0%" in one.stands for one in report.wrong)


def test_the_console_names_every_place_and_answers_with_1(folder, monkeypatch, capsys):
    monkeypatch.setattr("sys.argv", ["metodist", "verify", str(_note(folder))])
    assert _run() == 0
    assert "все значения верны" in capsys.readouterr().out
    _second_school(folder)
    assert _run() == 1
    told = capsys.readouterr().out
    assert "После создания документа данные изменились." in told
    assert "Устарело: стоит «50,0 %», по своду теперь «100,0 %»" in told
    monkeypatch.setattr("sys.argv", ["metodist", "verify", str(_note(folder)), "--json", "--no-copy"])
    assert _run() == 1
    (document,) = json.loads(capsys.readouterr().out)
    assert (document["status"], document["marked"], document["kind"]) == ("stale", None, "note")
    assert {"code", "place", "stands", "expected", "message"} == set(document["findings"][0])


@pytest.mark.office
def test_a_document_edited_and_saved_by_libreoffice_is_known_and_compared_alike(folder, tmp_path):
    need_office()
    note = _note(folder)
    _edit(note)
    saved = convert(note, tmp_path / "saved", "docx")
    assert stamp_at(saved) == stamp_at(note)
    renamed = note.with_name("справка после правки.docx")
    shutil.copy(saved, renamed)
    calm = verify_document(renamed)
    assert calm.verified.findings == ()
    assert len(calm.verified.own) == 1
    _second_school(folder)
    by_word, by_office = verify_document(note, copy=False), verify_document(renamed)
    assert [replace(one, paragraphs=()) for one in by_office.wrong] == [
        replace(one, paragraphs=()) for one in by_word.wrong
    ]
    done = register_document(renamed, Wanted(date(2026, 12, 25), "7"))
    assert "25 декабря 2026 г." in "\n".join(paragraphs(renamed)).replace("\xa0", " ")
    assert done.entry.number == "7"
