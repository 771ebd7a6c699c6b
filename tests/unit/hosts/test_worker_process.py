"""The office's side of the warm process, with a server that only counts and workers of a few lines."""

from __future__ import annotations

import json
import sys

import pytest

from metodist.hosts.office.cells import OfficeError
from metodist.hosts.office.worker_process import WorkerProcess

ECHO = """
import json, sys
for line in sys.stdin:
    print(json.dumps({"o": "app", "m": "version"}), flush=True)
    answer = json.loads(sys.stdin.readline())
    print(json.dumps({"done": answer["r"]}), flush=True)
"""


class FakeServer:
    """Answers every request with 7, and keeps what was asked."""

    def __init__(self):
        self.asked, self.begun, self.settled, self.app = [], 0, 0, self

    def begin(self):
        self.begun += 1

    def answer(self, request):
        self.asked.append(request)
        return {"r": 7}

    def settle(self):
        self.settled += 1


@pytest.fixture
def worker(tmp_path):
    made = WorkerProcess([sys.executable, "-c", ECHO], str(tmp_path / "worker.log"))
    yield made
    made.stop()


def test_requests_are_answered_until_the_command_is_done(worker):
    server = FakeServer()

    assert worker.run(server, "check", "1") == 7
    assert server.asked == [{"o": "app", "m": "version"}]
    assert server.settled == 1


def test_one_process_serves_all_clicks(worker):
    worker.run(FakeServer(), "check", "1")
    first = worker.process.pid
    worker.run(FakeServer(), "check", "1")

    assert worker.process.pid == first


def test_a_click_while_a_command_runs_is_refused(worker):
    class Nested(FakeServer):
        def answer(self, request):
            with pytest.raises(OfficeError, match=r"hosts\.busy"):
                worker.run(self, "check", "1")
            return super().answer(request)

    server = Nested()

    assert worker.run(server, "check", "1") == 7
    assert not worker.busy


@pytest.mark.parametrize("code", ["import os; os._exit(3)", "print('не JSON', flush=True)"])
def test_a_process_that_breaks_is_told_and_ended(tmp_path, code):
    server = FakeServer()
    broken = WorkerProcess([sys.executable, "-c", code], str(tmp_path / "worker.log"))

    with pytest.raises(OfficeError) as told:
        broken.run(server, "check", "1")

    assert told.value.code == "hosts.worker_died"
    assert told.value.values["log"].endswith("worker.log")
    assert (broken.process, broken.busy, server.settled) == (None, False, 1)


def test_a_missing_program_is_told(tmp_path):
    missing = WorkerProcess([str(tmp_path / "нет-python")], str(tmp_path / "worker.log"))

    with pytest.raises(OfficeError) as told:
        missing.start()

    assert told.value.code == "hosts.worker_missing"


def test_the_offices_own_python_settings_are_kept_away(tmp_path, monkeypatch):
    monkeypatch.setenv("PYTHONHOME", "/office")
    monkeypatch.setenv("LD_LIBRARY_PATH", "/office")
    seen = "import json, os, sys; sys.stdin.readline(); "
    seen += "print(json.dumps({'done': sum(n in os.environ for n in ('PYTHONHOME', 'LD_LIBRARY_PATH'))}), flush=True)"
    worker = WorkerProcess([sys.executable, "-c", seen], str(tmp_path / "worker.log"))

    assert worker.run(FakeServer(), "check", "1") == 0


def test_a_process_that_does_not_listen_is_killed(tmp_path):
    deaf = WorkerProcess([sys.executable, "-c", "import time; time.sleep(60)"], str(tmp_path / "worker.log"))
    deaf.start()
    process = deaf.process

    deaf.stop(seconds=0.2)

    assert process.returncode is not None


def test_a_book_that_is_opened_starts_the_process_and_is_told_to_it(tmp_path):
    heard = tmp_path / "heard"
    code = f"import sys; open({str(heard)!r}, 'w').write(sys.stdin.readline())"
    worker = WorkerProcess([sys.executable, "-c", code], str(tmp_path / "worker.log"))

    worker.get_ready("/район/таблица.xlsx")
    worker.process.wait(30)

    assert json.loads(heard.read_text(encoding="utf-8")) == {"ready": "/район/таблица.xlsx"}
    worker.stop()
