"""The order lays down who collects until when; the state of the folder shows it, the order on results names the late."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from documents_sample import paragraphs
from metodist.domain.collection_duty import duty_of
from metodist.services.collecting import collect
from metodist.services.documenting import write_documents
from metodist.services.numbering import Wanted
from metodist.services.registering import register_document
from metodist.services.status import folder_status
from metodist.services.working_folder import PROGRAMME, load_programme
from working_folder_story import answers, issued_folder, send


@pytest.fixture(autouse=True)
def _computer(tmp_path_factory, monkeypatch):
    """This computer's memory of numbers, not the developer's own."""
    marks = tmp_path_factory.mktemp("компьютер")
    monkeypatch.setattr("metodist.services.number_marks.marks_folder", lambda: marks)


@pytest.fixture
def folder(tmp_path):
    return issued_folder(tmp_path)


def test_the_state_shows_the_terms_and_people_of_the_order(folder):
    programme = load_programme(folder / PROGRAMME)
    duty = duty_of(programme)
    status = folder_status(folder)
    assert status.deadline == duty.deadline
    assert duty.responsible is not None
    assert duty.responsible.name in status.responsible
    assert status.order == ""
    (order,) = write_documents(folder, "order_monitoring").written
    register_document(order.path, Wanted(date(2026, 6, 5), "319-ОД"))
    assert folder_status(folder).order == "от 05.06.2026 № 319-ОД"


def test_the_order_on_results_names_who_was_late(folder):
    programme = load_programme(folder / PROGRAMME)
    first, second = programme.reporting[:2]
    assert programme.passport.deadline is not None
    deadline = datetime.combine(programme.passport.deadline, datetime.min.time())
    for school, day in ((first, deadline), (second, deadline + timedelta(days=3))):
        send(folder, programme, school, answers(programme, school))
        collect(folder, now=lambda day=day: day)
    assert folder_status(folder).late == (second.code,)
    (written,) = write_documents(folder, "order_results").written
    told = next(text for text in paragraphs(written.path) if "нарушение срока" in text)
    assert "на 3\u00a0дня позже срока" in told
    assert second.short_name in told.replace("\u00a0", " ")
    assert first.short_name not in told.replace("\u00a0", " ")
