"""The archive's index keeps values and findings as they were, and knows which table counts."""

from datetime import date, datetime

from metodist.archive.codec import data_from_json, data_to_json
from metodist.archive.index import Entry, open_index
from metodist.domain.findings import Finding, Severity
from metodist.domain.returns import Evidence, Identity, RegisterRow, SchoolData, Status

DATA = SchoolData(
    registers={
        "Кадры": (
            RegisterRow(9, {"ФИО": "Иванова А. А.", "Стаж": 3, "Ставка": 0.5, "Дата": date(2026, 9, 1)}),
            RegisterRow(11, {"ФИО": "date:2026-01-01"}),
        )
    },
    facts={"Ставок": 12.5, "Сайт": "text:да"},
    evidence={"Положение": Evidence("Положение о наставничестве", "12-а", date(2026, 1, 15), "")},
)


def _entry(sha: str, school: str, hour: int, status: Status = Status.ACCEPTED) -> Entry:
    finding = Finding(
        "number.not_a_number", Severity.WARNING, "Лист «Кадры», D14: …", "Кадры", "D14", "12 чел.", 2, ("D14", "D15")
    )
    received = datetime(2026, 11, 22, hour)
    return Entry(sha, Identity("krymsk", "2026", school, "v1"), status, received, f"{sha}.xlsx", (finding,), DATA)


def test_data_survive_the_index_with_their_types():
    assert data_from_json(data_to_json(DATA)) == DATA


def test_the_newest_accepted_table_of_a_school_counts_and_all_are_kept(tmp_path):
    with open_index(tmp_path / "metodist.sqlite") as index:
        assert index.add(_entry("bb", "ОО-01", 12))
        assert index.add(_entry("aa", "ОО-01", 10))
        assert index.add(_entry("cc", "ОО-01", 14, Status.RETURNED))
        assert index.add(_entry("dd", "ОО-02", 9))
    with open_index(tmp_path / "metodist.sqlite") as index:
        latest = index.latest("krymsk", "2026", Status.ACCEPTED)
        assert {school: entry.sha256 for school, entry in latest.items()} == {"ОО-01": "bb", "ОО-02": "dd"}
        assert [entry.sha256 for entry in index.entries("krymsk", "2026")] == ["dd", "aa", "bb", "cc"]
        assert latest["ОО-02"] == _entry("dd", "ОО-02", 9)
        assert index.entries("krymsk", "2025") == ()


def test_the_same_file_is_taken_once(tmp_path):
    with open_index(tmp_path / "metodist.sqlite") as index:
        assert index.add(_entry("aa", "ОО-01", 10))
        assert not index.add(_entry("aa", "ОО-01", 11))
        assert index.holds("aa")
        assert not index.holds("bb")
        assert index.has_school(Identity("krymsk", "2026", "ОО-01", "другая"))
        assert not index.has_school(Identity("krymsk", "2026", "ОО-02", "v1"))
