"""The main job as a methodist does it, on the small programme: issue, take in, mend, consolidate, write."""

from __future__ import annotations

import shutil
import zipfile
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook

from metodist.documents.kinds import KINDS
from metodist.domain.findings import Severity
from metodist.domain.programme import Programme
from metodist.domain.returns import Status
from metodist.errors import UserError
from metodist.services.collecting import collect
from metodist.services.documenting import write_documents
from metodist.services.issuing import issue_tables
from metodist.services.status import folder_status
from metodist.services.summarising import build_summary, consolidated
from metodist.services.working_folder import (
    FAULTY,
    INBOX,
    INDEX,
    ORIGINALS,
    PROGRAMME,
    SUMMARY,
    load_programme,
    open_folder,
)
from metodist.summary.as_json import summary_json
from programme_text import SMALL, write_programme
from working_folder_story import FIRST, LATER, answers, issued_folder, send, spoil


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return issued_folder(tmp_path)


@pytest.fixture
def programme(folder: Path) -> Programme:
    return load_programme(folder / PROGRAMME)


def test_the_whole_way(folder, programme):
    for school in programme.reporting:
        send(folder, programme, school, answers(programme, school))
    taken = collect(folder, now=lambda: FIRST)
    assert {one.returned.status for one in taken} == {Status.ACCEPTED}
    assert [one.returned.findings for one in taken] == [()] * len(taken)
    assert list((folder / INBOX).iterdir()) == []
    assert len(list((folder / ORIGINALS).iterdir())) == len(programme.reporting)
    summary = build_summary(folder)
    assert (folder / SUMMARY).is_file()
    document = summary_json(summary)
    assert document["schools"] | {"missing": []} == document["schools"]
    assert document["schools"]["accepted"] == len(programme.reporting)
    batch = write_documents(folder)
    # Nobody has to be reminded, and the small roadmap plans no analysis of effect.
    kinds = [kind for kind in KINDS if kind.usual and kind.id not in ("reminder", "effect")]
    assert list(dict.fromkeys(one.kind for one in batch.written)) == [kind.id for kind in kinds]
    assert {one.path.suffix for one in batch.written} == {".docx"}
    status = folder_status(folder)
    assert (status.waiting, status.summary_built, status.documents) == (0, True, len(batch.written))


def test_a_faulty_table_goes_back_marked_and_its_mended_copy_is_accepted(folder, programme):
    school = programme.reporting[0]
    address, was = spoil(send(folder, programme, school, answers(programme, school)), programme, school)
    (taken,) = collect(folder, now=lambda: FIRST)
    assert taken.returned.status is Status.RETURNED
    assert taken.marked is not None
    marked = load_workbook(taken.marked)
    assert marked.sheetnames[0] == "Протокол"
    assert "нужно целое число" in marked["Кадры"][address].comment.text
    assert folder_status(folder).returned == (school.code,)

    marked["Кадры"][address].value = was
    marked.save(folder / INBOX / "исправлено.xlsx")
    (again,) = collect(folder, now=lambda: LATER)
    assert again.returned.count(Severity.ERROR) == 0
    assert again.returned.status is Status.ACCEPTED
    assert again.supersedes
    assert list((folder / FAULTY).iterdir()) == []
    assert len(list((folder / ORIGINALS).iterdir())) == 2


def test_a_table_sent_again_counts_and_the_earlier_is_kept(folder, programme):
    school = programme.reporting[0]
    send(folder, programme, school, answers(programme, school, 1))
    collect(folder, now=lambda: FIRST)
    send(folder, programme, school, answers(programme, school, 2), "ещё раз.xlsx")
    (taken,) = collect(folder, now=lambda: LATER)
    assert taken.supersedes
    summary = build_summary(folder)
    assert [one.sha256 for one in summary.schools] == [taken.returned.sha256]
    assert len(list((folder / ORIGINALS).iterdir())) == 2


def test_a_faulty_table_after_an_accepted_one_waits_and_the_accepted_one_counts(folder, programme):
    school = programme.reporting[0]
    send(folder, programme, school, answers(programme, school))
    (first,) = collect(folder, now=lambda: FIRST)
    spoil(send(folder, programme, school, answers(programme, school, 2), "новая.xlsx"), programme, school)
    collect(folder, now=lambda: LATER)
    status = folder_status(folder)
    assert (status.accepted, status.returned, status.waiting_again) == ((school.code,), (), (school.code,))
    (counted,) = build_summary(folder).schools
    assert counted.sha256 == first.returned.sha256
    assert [finding.code for finding in counted.findings] == ["return.newer_faulty"]


def test_an_old_file_sent_once_more_does_not_count_again(folder, programme):
    school = programme.reporting[0]
    sent = send(folder, programme, school, answers(programme, school, 1))
    old = sent.read_bytes()
    collect(folder, now=lambda: FIRST)
    send(folder, programme, school, answers(programme, school, 2))
    collect(folder, now=lambda: LATER)
    sent.write_bytes(old)
    (taken,) = collect(folder, now=lambda: LATER + timedelta(days=1))
    assert (taken.repeated, taken.counts) == (True, False)
    assert build_summary(folder).schools[0].sha256 != taken.returned.sha256


def test_the_same_file_twice_is_taken_once(folder, programme):
    school = programme.reporting[0]
    sent = send(folder, programme, school, answers(programme, school))
    shutil.copy2(sent, folder / INBOX / "копия.xlsx")
    first, second = collect(folder)
    assert (first.repeated, second.repeated) == (False, True)
    assert list((folder / INBOX).iterdir()) == []
    assert len(list((folder / ORIGINALS).iterdir())) == 1


def test_a_school_is_known_by_its_stamp_and_not_by_the_file_name(folder, programme):
    first, second = programme.reporting[:2]
    send(folder, programme, second, answers(programme, second), f"{first.code} {first.short_name}.xlsx")
    (taken,) = collect(folder)
    assert taken.returned.identity is not None
    assert taken.returned.identity.school == second.code


def test_foreign_files_stay_where_they_are_and_do_not_stop_the_run(folder, programme):
    school = programme.reporting[0]
    send(folder, programme, school, answers(programme, school))
    (folder / INBOX / "письмо.docx").write_bytes(b"PK\x03\x04broken")
    with zipfile.ZipFile(folder / INBOX / "архив.zip", "w") as archive:
        archive.writestr("a.txt", "а")
    (folder / INBOX / "~$таблица.xlsx").write_bytes(b"owner")
    before = {path.name: path.read_bytes() for path in (folder / INBOX).iterdir() if "ОО" not in path.name}
    statuses = sorted(one.returned.status.value for one in collect(folder))
    assert statuses == ["accepted", "refused", "refused"]
    left = {path.name: path.read_bytes() for path in (folder / INBOX).iterdir()}
    assert left.items() <= before.items()
    assert len(left) == 3
    assert folder_status(folder).unreadable == 2


def test_a_person_in_two_schools_is_a_warning_of_both_in_the_summary(folder, programme):
    first, second = programme.reporting
    data = answers(programme, first)
    name = data.registers["Кадры"][0].values["ФИО"]
    other = answers(programme, second)
    rows = other.registers["Кадры"]
    moved = replace(rows[0], values={**rows[0].values, "ФИО": name})
    of_first = {was["ФИО"]: name for was in (rows[0].values,)}
    contests = tuple(
        replace(row, values={**row.values, "Педагог": of_first.get(row.values["Педагог"], row.values["Педагог"])})
        for row in other.registers["Конкурсы"]
    )
    other = replace(other, registers={"Кадры": (moved, *rows[1:]), "Конкурсы": contests})
    send(folder, programme, first, data)
    send(folder, programme, second, other)
    collect(folder)
    codes = [[finding.code for finding in school.findings] for school in build_summary(folder).schools]
    assert codes == [["person.two_schools"], ["person.two_schools"]]


def test_the_index_is_made_anew_from_the_originals(folder, programme):
    for school in programme.reporting:
        send(folder, programme, school, answers(programme, school))
    collect(folder)
    before = summary_json(build_summary(folder))
    (folder / INDEX).unlink()
    assert summary_json(build_summary(folder)) == before


def test_a_table_that_comes_after_the_summary_asks_for_a_new_one(folder, programme):
    first, second = programme.reporting
    send(folder, programme, first, answers(programme, first))
    collect(folder)
    assert folder_status(folder).step == "summary"
    build_summary(folder)
    assert folder_status(folder).step == "documents"
    write_documents(folder)
    assert folder_status(folder).step == "done"
    send(folder, programme, second, answers(programme, second))
    collect(folder, now=lambda: datetime.now() + timedelta(hours=1))
    assert folder_status(folder).step == "summary"


def test_a_programme_without_schools_issues_nothing_and_says_what_to_do(folder):
    book = load_workbook(folder / PROGRAMME)
    sheet = book["Организации"]
    sheet.delete_rows(5, sheet.max_row)
    book.save(folder / PROGRAMME)
    with pytest.raises(UserError, match=r"нет ни одной школы.*Впишите школы"):
        issue_tables(folder)


def test_tables_of_another_year_or_programme_are_not_taken(folder, programme, tmp_path_factory):
    school = programme.reporting[0]
    other = tmp_path_factory.mktemp("прошлый год")
    write_programme(other / PROGRAMME, SMALL.replace("Отчётный год ¦ 2026", "Отчётный год ¦ 2025"))
    issue_tables(other)
    table = next(path for path in (other / "Таблицы").iterdir() if path.name.startswith(school.code))
    shutil.copy2(table, folder / INBOX / table.name)
    (taken,) = collect(folder)
    assert taken.returned.status is Status.REFUSED
    assert "2025" in taken.returned.findings[0].message
    assert (folder / INBOX / table.name).exists()


def test_nothing_accepted_yet_gives_no_summary_and_only_the_first_order(folder):
    with pytest.raises(UserError, match="свод строить не из чего"):
        build_summary(folder)
    assert not (folder / SUMMARY).exists()
    summary = consolidated(open_folder(folder))
    assert all(outcome.value is None or outcome.kind.value == "количество" for outcome in summary.municipality.values())
    batch = write_documents(folder)
    assert "order_monitoring" in [one.kind for one in batch.written]
    assert {"order_results", "note"} <= {one.kind for one in batch.skipped}
    assert {one.reason for one in batch.skipped if one.kind == "note"} == {"Принятых таблиц ещё нет."}
    with pytest.raises(UserError, match="Принятых таблиц ещё нет"):
        write_documents(folder, "note")


def test_issuing_again_keeps_the_earlier_tables(folder, programme):
    issue_tables(folder)
    kept = list((folder / "Архив" / "Прежние версии").rglob("*.xlsx"))
    assert len(kept) == len(programme.reporting)


def test_the_summary_is_not_written_while_it_is_open(folder, programme):
    school = programme.reporting[0]
    send(folder, programme, school, answers(programme, school))
    collect(folder)
    build_summary(folder)
    (folder / f".~lock.{SUMMARY}#").write_text("", encoding="utf-8")
    with pytest.raises(UserError, match="открыт в другой программе"):
        build_summary(folder)
