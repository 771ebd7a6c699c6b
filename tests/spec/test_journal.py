"""Documents get their numbers: drafts have none, no number is given twice, whatever happens to folder and file."""

from __future__ import annotations

import json
import shutil
from datetime import date, datetime
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from documents_sample import paragraphs
from journal_sample import DAY, MASKS, documented_folder
from metodist.cli import _run
from metodist.errors import UserError
from metodist.services.documenting import write_documents
from metodist.services.issuing import issue_tables
from metodist.services.journal import JOURNAL_BOOK, JOURNAL_LINES, load_journal, show_journal
from metodist.services.locking import locked
from metodist.services.numbering import Wanted
from metodist.services.registering import register_document
from metodist.services.transaction import Transaction
from metodist.services.working_folder import INDEX, PROGRAMME, open_folder
from programme_text import SMALL, write_programme

NBSP = "\xa0"


@pytest.fixture(autouse=True)
def _computer(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """This computer's memory of numbers, not the developer's own."""
    marks = tmp_path_factory.mktemp("компьютер")
    monkeypatch.setattr("metodist.services.number_marks.marks_folder", lambda: marks)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return documented_folder(tmp_path / "район")


def _document(folder: Path, start: str) -> Path:
    return next(path for path in (folder / "Документы").iterdir() if path.name.startswith(start))


def _text(path: Path) -> str:
    return "\n".join(paragraphs(path)).replace(NBSP, " ")


def _next(path: Path, day: date = DAY) -> str:
    return register_document(path, Wanted(day)).entry.number


def test_drafts_stand_in_the_journal_without_a_number(folder):
    journal, states = show_journal(folder)
    assert {one.number for one in journal.entries} == {""}
    assert {one.kind for one in journal.drafts} >= {"order_monitoring", "order_results", "note"}
    assert set(states.values()) == {"unchanged"}
    assert all(len(one.sha256) == len(one.data) == 64 for one in journal.entries)
    made_from = {one.kind: one.data for one in journal.entries}
    assert made_from["note"] == made_from["order_results"] != made_from["order_monitoring"]


def test_a_number_and_a_date_reach_the_order_and_its_annexes(folder):
    order = _document(folder, "Приказ о проведении")
    assert _text(order).count("№ ______") == 3
    done = register_document(order, Wanted(DAY, "319-ОД"))
    assert (done.entry.number, done.notes) == ("319-ОД", ())
    text = _text(order)
    assert text.count("от 05.06.2026 № 319-ОД") == 2
    assert text.count("от 05.06.2026\t№ 319-ОД") == 1
    assert "____" not in text
    (entry,) = load_journal(open_folder(folder)).registered
    assert (entry.number, entry.day, entry.file) == ("319-ОД", DAY, f"Документы/{order.name}")
    assert show_journal(folder)[1][entry.file] == "unchanged"


def test_what_was_edited_in_word_stays(folder):
    order = _document(folder, "Приказ о проведении")
    document = Document(str(order))
    document.add_paragraph("Добавлено заместителем начальника.")
    document.save(str(order))
    register_document(order, Wanted(DAY, "319-ОД"))
    text = _text(order)
    assert "Добавлено заместителем начальника." in text
    assert text.count("№ 319-ОД") == 3
    kept = (folder / "Архив" / "Прежние версии").rglob("*.docx")
    assert any("№ ______" in _text(one) for one in kept)


def test_the_next_document_refers_to_the_registered_order(folder):
    register_document(_document(folder, "Приказ о проведении"), Wanted(DAY, "319-ОД"))
    write_documents(folder)
    for start in ("Приказ об итогах", "Аналитическая справка"):
        assert "приказа управления образования от 05.06.2026 № 319-ОД" in _text(_document(folder, start))


def test_a_registered_document_is_not_written_anew(folder):
    order = _document(folder, "Приказ о проведении")
    register_document(order, Wanted(DAY, "319-ОД"))
    before = order.read_bytes()
    batch = write_documents(folder)
    assert order.read_bytes() == before
    (skipped,) = [one for one in batch.skipped if one.kind == "order_monitoring"]
    assert "зарегистрирован под № 319-ОД от 05.06.2026" in skipped.reason
    with pytest.raises(UserError, match="уже зарегистрирован: № 319-ОД"):
        register_document(order, Wanted(DAY, "320-ОД"))


def test_next_goes_on_from_the_number_that_was_given_by_hand_and_each_mask_counts_for_itself(folder):
    assert register_document(_document(folder, "Приказ о проведении"), Wanted(DAY, "319-ОД")).entry.number == "319-ОД"
    assert _next(_document(folder, "Приказ об итогах")) == "320-ОД"
    assert _next(_document(folder, "Аналитическая справка")) == "26/1"


def test_a_taken_number_is_refused_in_its_year_only(folder):
    register_document(_document(folder, "Приказ о проведении"), Wanted(DAY, "7-ОД"))
    results = _document(folder, "Приказ об итогах")
    with pytest.raises(UserError, match=r"Номер 7-од за 2026 год уже дан: Приказ о проведении мониторинга, 05.06.2026"):
        register_document(results, Wanted(DAY, "7-од"))
    assert register_document(results, Wanted(date(2027, 1, 11), "7-ОД")).entry.number == "7-ОД"


def test_a_folder_put_back_from_a_backup_gives_no_number_again(folder, tmp_path):
    shutil.copytree(folder, tmp_path / "копия")
    assert _next(_document(folder, "Приказ о проведении")) == "1-ОД"
    shutil.rmtree(folder)
    shutil.copytree(tmp_path / "копия", folder)
    order = _document(folder, "Приказ о проведении")
    with pytest.raises(UserError, match="на этом компьютере уже давался"):
        register_document(order, Wanted(DAY, "1-ОД"))
    assert _next(order) == "2-ОД"


def test_folders_of_two_years_number_their_documents_in_one_row(folder, tmp_path):
    assert _next(_document(folder, "Приказ о проведении")) == "1-ОД"
    other = tmp_path / "следующий год"
    other.mkdir()
    write_programme(other / PROGRAMME, SMALL.replace("Отчётный год ¦ 2026", "Отчётный год ¦ 2027") + MASKS)
    issue_tables(other)
    (written,) = write_documents(other, "order_monitoring").written
    with pytest.raises(UserError, match=r"дан в папке другого года"):
        register_document(written.path, Wanted(DAY, "1-ОД"))
    assert _next(written.path) == "2-ОД"
    assert _next(_document(folder, "Приказ об итогах")) == "3-ОД"


def test_a_trial_number_may_be_given_again_on_demand(folder, tmp_path):
    shutil.copytree(folder, tmp_path / "копия")
    _next(_document(folder, "Приказ о проведении"))
    shutil.rmtree(folder)
    shutil.copytree(tmp_path / "копия", folder)
    done = register_document(_document(folder, "Приказ о проведении"), Wanted(DAY, "1-ОД", anyway=True))
    assert done.entry.number == "1-ОД"


@pytest.mark.parametrize("lost", [[INDEX], [JOURNAL_LINES], [INDEX, JOURNAL_LINES]], ids=["table", "lines", "both"])
def test_a_lost_journal_is_made_anew(folder, lost):
    _next(_document(folder, "Приказ о проведении"))
    for name in lost:
        (folder / name).unlink()
    assert _next(_document(folder, "Приказ об итогах")) == "2-ОД"
    numbers = [one.number for one in load_journal(open_folder(folder)).registered]
    assert numbers == ["1-ОД", "2-ОД"]


def test_a_damaged_index_loses_no_number(folder):
    _next(_document(folder, "Приказ о проведении"))
    (folder / INDEX).write_bytes(b"not a database")
    assert _next(_document(folder, "Приказ об итогах")) == "2-ОД"


def test_a_crash_before_the_commit_gives_no_number_and_one_within_it_keeps_it(folder, monkeypatch):
    order = _document(folder, "Приказ о проведении")
    before = order.read_bytes()
    monkeypatch.setattr(Transaction, "commit", _die)
    with pytest.raises(KeyboardInterrupt):
        register_document(order, Wanted(DAY))
    monkeypatch.undo()
    assert order.read_bytes() == before
    assert load_journal(open_folder(folder)).registered == ()


def _die(*_: object) -> None:
    raise KeyboardInterrupt


def test_a_kill_between_the_moves_is_finished_by_the_next_command(folder, monkeypatch):
    order = _document(folder, "Приказ о проведении")
    real, moved = Path.replace, []

    def killed(self: Path, target: Path) -> Path:
        moved.append(target)
        if len(moved) > 3:
            raise SystemExit  # no handler of the product catches it: as if the process were gone
        return real(self, target)

    monkeypatch.setattr(Path, "replace", killed)
    with pytest.raises(SystemExit):
        register_document(order, Wanted(DAY))
    monkeypatch.setattr(Path, "replace", real)
    journal = load_journal(open_folder(folder))
    numbers = {one.number for one in journal.registered}
    again = _document(folder, "Приказ об итогах")
    given = _next(again)
    assert given not in numbers
    assert _text(order).count("№ 1-ОД") == (3 if numbers else 0)


def test_two_commands_at_once_do_not_share_a_number(folder):
    with locked(folder), pytest.raises(UserError, match="уже выполняется другая команда"):
        register_document(_document(folder, "Приказ о проведении"), Wanted(DAY))


def test_a_draft_whose_places_were_overwritten_says_which_lines_are_missing(folder):
    order = _document(folder, "Приказ о проведении")
    document = Document(str(order))
    for paragraph in document.paragraphs:
        if "______" in paragraph.text:
            for run in paragraph.runs:
                run.text = ""
    document.save(str(order))
    before = order.read_bytes()
    with pytest.raises(UserError, match="не найдены места для номера и даты: «от ____________ № ______»"):
        register_document(order, Wanted(DAY, "319-ОД"))
    assert order.read_bytes() == before


def test_a_number_that_was_written_in_by_hand_goes_into_the_journal(folder):
    order = _document(folder, "Приказ о проведении")
    document = Document(str(order))
    for paragraph in document.paragraphs:
        for run in paragraph.runs:
            run.text = run.text.replace("____________", "05.06.2026").replace("______", "319-ОД")
    document.save(str(order))
    text = _text(order)
    assert register_document(order, Wanted(DAY, "319-ОД")).notes == ()
    assert _text(order) == text
    assert text.count("№ 319-ОД") == 3
    assert [one.number for one in load_journal(open_folder(folder)).registered] == ["319-ОД"]


def test_a_date_before_the_last_number_is_pointed_out(folder):
    _next(_document(folder, "Приказ о проведении"))
    done = register_document(_document(folder, "Приказ об итогах"), Wanted(date(2026, 6, 1)))
    assert done.notes == ("Дата раньше, чем у предыдущего номера: № 1-ОД от 05.06.2026.",)


def test_a_foreign_file_and_one_outside_are_refused(folder, tmp_path):
    foreign = folder / "Документы" / "чужой.docx"
    Document().save(str(foreign))
    with pytest.raises(UserError, match="не документ «Методиста»"):
        register_document(foreign, Wanted(DAY))
    outside = tmp_path / "снаружи.docx"
    Document().save(str(outside))
    with pytest.raises(UserError, match="вне рабочей папки"):
        register_document(outside, Wanted(DAY))


def test_the_journal_on_the_console_as_json_and_as_a_workbook(folder, monkeypatch, capsys):
    order = _document(folder, "Приказ о проведении")
    assert _metodist(monkeypatch, "register", str(order), "--next", "--date", "05.06.2026", "--json") == 0
    assert json.loads(capsys.readouterr().out)["number"] == "1-ОД"
    order.write_bytes(order.read_bytes() + b" ")
    assert _metodist(monkeypatch, "journal", str(folder), "--json") == 0
    first = json.loads(capsys.readouterr().out)[0]
    assert (first["number"], first["date"], first["state"], first["file_state"]) == (
        "1-ОД",
        "2026-06-05",
        "registered",
        "changed",
    )
    book = load_workbook(folder / JOURNAL_BOOK)
    assert book.sheetnames == ["Журнал", "Проекты"]
    row = [cell.value for cell in book["Журнал"][6]]
    assert row[:3] == ["1-ОД", datetime(2026, 6, 5), "Приказ о проведении мониторинга"]
    assert row[5] == "изменён после создания"


def test_neither_number_nor_next_is_a_wrong_call(folder, monkeypatch):
    with pytest.raises(UserError, match="--next"):
        _metodist(monkeypatch, "register", str(_document(folder, "Приказ о проведении")))


def test_without_a_mask_next_asks_for_one_after_the_programmes_own_act(tmp_path):
    write_programme(tmp_path / PROGRAMME, SMALL)
    issue_tables(tmp_path)
    (written,) = write_documents(tmp_path, "order_monitoring").written
    with pytest.raises(UserError, match=r"маской, например \{n\}-ОД"):
        register_document(written.path, Wanted(DAY))


def _metodist(monkeypatch: pytest.MonkeyPatch, *words: str) -> int:
    monkeypatch.setattr("sys.argv", ["metodist", *words])
    return _run()
