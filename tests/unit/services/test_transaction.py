"""All files of a command appear together or not at all."""

import json
from datetime import datetime
from pathlib import Path

import pytest

from metodist.errors import UserError
from metodist.services import transaction as module
from metodist.services.locking import locked
from metodist.services.transaction import STAGING, recover, transaction

NOON = datetime(2026, 11, 22, 12, 0)


def _at_noon() -> datetime:
    return NOON


def _texts(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != "metodist.lock")
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in files}


def test_staged_files_appear_at_the_end_and_the_replaced_version_is_kept(tmp_path):
    (tmp_path / "Свод.xlsx").write_text("старый", encoding="utf-8")
    with transaction(tmp_path, _at_noon) as change:
        change.stage("Свод.xlsx").write_text("новый", encoding="utf-8")
        change.stage("Таблицы/ОО-01.xlsx").write_text("таблица", encoding="utf-8")
        assert _texts(tmp_path)["Свод.xlsx"] == "старый"
    assert _texts(tmp_path) == {
        "Свод.xlsx": "новый",
        "Таблицы/ОО-01.xlsx": "таблица",
        "Архив/Прежние версии/2026-11-22 12-00-00/Свод.xlsx": "старый",
    }


def test_an_error_inside_the_block_leaves_the_folder_as_before(tmp_path):
    (tmp_path / "Свод.xlsx").write_text("старый", encoding="utf-8")

    def fail() -> None:
        with transaction(tmp_path) as change:
            change.stage("Свод.xlsx").write_text("новый", encoding="utf-8")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()
    assert _texts(tmp_path) == {"Свод.xlsx": "старый"}


def test_a_failed_move_takes_the_earlier_ones_back(tmp_path):
    (tmp_path / "a.txt").write_text("старый", encoding="utf-8")
    (tmp_path / "b").write_text("файл на месте папки", encoding="utf-8")

    def collide() -> None:
        with transaction(tmp_path) as change:
            change.stage("a.txt").write_text("новый", encoding="utf-8")
            change.stage("b/c.txt").write_text("некуда", encoding="utf-8")

    with pytest.raises(OSError, match=r".*"):
        collide()
    recover(tmp_path)
    texts = _texts(tmp_path)
    assert texts == {"a.txt": "старый", "b": "файл на месте папки"}


def test_a_command_killed_while_staging_is_swept_by_the_next(tmp_path):
    staging = tmp_path / STAGING
    staging.mkdir()
    (staging / "00001.xlsx").write_text("обрывок", encoding="utf-8")
    recover(tmp_path)
    assert not staging.exists()
    assert _texts(tmp_path) == {}


def test_a_command_killed_between_two_moves_is_finished_by_the_next(tmp_path):
    staging = tmp_path / STAGING
    staging.mkdir()
    (tmp_path / "a.txt").write_text("новый а", encoding="utf-8")  # moved before the kill
    (tmp_path / "Входящие").mkdir()
    (tmp_path / "Входящие" / "x.xlsx").write_text("принят", encoding="utf-8")
    (staging / "00002.txt").write_text("новый б", encoding="utf-8")
    moves = [["00001.txt", "a.txt"], ["00002.txt", "b.txt"]]
    journal = {"moves": moves, "removals": ["Входящие/x.xlsx"], "kept": "2026-11-22 12-00-00"}
    (staging / "moves.json").write_text(json.dumps(journal), encoding="utf-8")
    recover(tmp_path)
    assert _texts(tmp_path) == {"a.txt": "новый а", "b.txt": "новый б"}


def test_what_a_killed_command_began_is_not_forgotten_where_it_cannot_be_finished_yet(tmp_path):
    staging = tmp_path / STAGING
    staging.mkdir()
    (tmp_path / "b").write_text("файл на месте папки", encoding="utf-8")
    for name in ("00001.txt", "00002.txt"):
        (staging / name).write_text("новый", encoding="utf-8")
    journal = {"moves": [["00001.txt", "a.txt"], ["00002.txt", "b/c.txt"]], "removals": [], "kept": "2026-11-22"}
    (staging / "moves.json").write_text(json.dumps(journal), encoding="utf-8")
    with pytest.raises(OSError, match=r".*"):
        recover(tmp_path)
    (tmp_path / "b").unlink()
    recover(tmp_path)
    assert _texts(tmp_path) == {"a.txt": "новый", "b/c.txt": "новый"}


@pytest.mark.parametrize("owner", ["~$Свод.xlsx", "~$од.xlsx", ".~lock.Свод.xlsx#"])
def test_a_file_that_an_office_holds_open_is_not_replaced(tmp_path, owner):
    (tmp_path / "Свод.xlsx").write_text("старый", encoding="utf-8")
    (tmp_path / owner).write_text("", encoding="utf-8")

    def write() -> None:
        with transaction(tmp_path) as change:
            change.stage("Свод.xlsx").write_text("новый", encoding="utf-8")

    with pytest.raises(UserError, match=r"открыт в другой программе\. Закройте его"):
        write()
    assert (tmp_path / "Свод.xlsx").read_text(encoding="utf-8") == "старый"
    assert not (tmp_path / STAGING).exists()


def test_two_commands_do_not_work_in_one_folder_at_once(tmp_path):
    with locked(tmp_path), pytest.raises(UserError, match="уже выполняется"), transaction(tmp_path):
        pass
    with transaction(tmp_path) as change:
        change.stage("a.txt").write_text("а", encoding="utf-8")
    assert (tmp_path / "a.txt").exists()


def test_a_file_staged_again_is_not_removed(tmp_path):
    (tmp_path / "a.txt").write_text("старый", encoding="utf-8")
    with transaction(tmp_path) as change:
        change.remove("a.txt")
        change.stage("a.txt").write_text("новый", encoding="utf-8")
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == "новый"


def test_ctrl_c_during_the_moves_is_heard_after_them(tmp_path, monkeypatch):
    import signal

    real = module._replace

    def interrupted(source, target, done):
        signal.raise_signal(signal.SIGINT)
        real(source, target, done)

    monkeypatch.setattr(module, "_replace", interrupted)

    def write() -> None:
        with transaction(tmp_path) as change:
            change.stage("a.txt").write_text("а", encoding="utf-8")
            change.stage("b.txt").write_text("б", encoding="utf-8")

    with pytest.raises(KeyboardInterrupt):
        write()
    assert _texts(tmp_path) == {"a.txt": "а", "b.txt": "б"}
