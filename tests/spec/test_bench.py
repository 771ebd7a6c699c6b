"""The measurement itself works; how fast things are is never a test."""

from __future__ import annotations

import json

import pytest

import bench_cases
import bench_run
from bench_click import Click

pytestmark = pytest.mark.office


def test_every_case_is_measured_on_little_data(capsys: pytest.CaptureFixture[str]) -> None:
    assert bench_run.main(["--quick", "--json"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert [case["id"] for case in printed["cases"]] == list(bench_cases.IDS)
    for case in printed["cases"]:
        assert case["ours"] > 0
        assert case["ratio"] == pytest.approx(case["naive"] / case["ours"])
        assert case["reached"] is (case["ratio"] >= case["target"])
    assert 0 < printed["click"]["following"] < 60
    assert printed["memory"] is None or 10 < printed["memory"]["megabytes"] < 2_000


def test_the_table_says_what_reached_its_target_and_what_did_not() -> None:
    lines = [
        bench_run.Line("issue", "Создать таблицы школ", "таблица", 0.8, 0.02, 40.0, 10),
        bench_run.Line("note", "Справка", "документ", 2.5, 2.0, 1.25, 1.4),
    ]
    table = bench_run._as_table(lines, bench_run.Memory(310.0, 300.0), Click(0.9, 0.25))
    _, head, issue, note, memory, click = table.splitlines()
    assert head.split() == ["Работа", "Обычный", "способ", "Методист", "Быстрее", "Цель"]
    assert issue.split()[3:] == ["800", "мс/таблица", "20", "мс/таблица", "40×", "10,0×", "OK"]
    assert note.split()[1:] == ["2,5", "с/документ", "2,0", "с/документ", "1,2×", "1,4×", "ниже", "цели"]
    assert memory == "Память на район: 310 МБ из 300 МБ — выше предела"
    assert click == "Кнопка «Проверить таблицу»: первый раз 900 мс из 1,0 с, потом 250 мс из 300 мс — OK"
