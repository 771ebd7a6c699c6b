"""The demo shows any programme, however few its schools: some answer well, one wrongly, one unreadably, one not."""

from __future__ import annotations

from pathlib import Path

import pytest

from metodist.errors import UserError
from metodist.services.demo import run_demo
from metodist.services.working_folder import PROGRAMME, SUMMARY, load_programme


def test_a_district_of_eight_schools(tmp_path: Path) -> None:
    said: list[str] = []

    report = run_demo(tmp_path / "показ", said.append, "kachkanar")

    assert (report.issued, report.returned) == (8, 7)
    assert (report.accepted, report.faulty, report.refused) == (5, 1, 1)
    assert (report.folder / SUMMARY).is_file()
    programme = load_programme(report.folder / PROGRAMME)
    assert (programme.passport.code, programme.passport.period.year) == ("kachkanar", 2023)
    assert len(programme.district.facts) == len(programme.municipal_facts)
    assert any(line.startswith("  Постановление о проведении мониторинга: ") for line in said)


def test_an_unknown_programme_is_named(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="kachkanarr") as refusal:
        run_demo(tmp_path / "показ", lambda _: None, "kachkanarr")
    assert "kachkanar" in refusal.value.action
