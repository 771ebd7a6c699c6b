"""«Эффективность» in the summary: there where something can be compared, and nowhere else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from metodist.domain.effects import EffectAnalysis, MeasureEffect, MeasureKind, Verdict
from metodist.domain.programme import Programme
from metodist.domain.summary import Summary
from metodist.layout.summary_book import write_summary
from summary_samples import sample_summary

pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported")


@pytest.fixture(scope="module")
def summary(small_programme: Programme) -> Summary:
    return sample_summary(small_programme)


def measured(summary: Summary, verdict: Verdict, problem: str) -> Summary:
    programme = summary.programme
    one = MeasureEffect(
        kind=MeasureKind.DECISION,
        number="2",
        measure="=Приказ по итогам",
        addressee=programme.passport.municipality,
        school="",
        indicator=programme.indicators[0],
        before=None,
        now=None,
        change=None,
        verdict=verdict,
        before_text="50,0 % (20 из 40)",
        now_text="40,0 % (16 из 40)",
        problem=problem,
    )
    effect = EffectAnalysis(date(2026, 12, 22), programme.passport.period.previous, (one,))
    return replace(summary, effect=effect)


def test_a_measure_stands_with_its_numbers_verdict_and_problem(summary: Summary, tmp_path: Path) -> None:
    path = tmp_path / "Свод.xlsx"
    write_summary(measured(summary, Verdict.WORSENED, "Показатель ухудшился."), path)
    sheet = load_workbook(path)["Эффективность"]

    assert [cell.value for cell in sheet[6]][:10] == [
        "решение",
        "2",
        "=Приказ по итогам",
        summary.programme.passport.municipality,
        "1.1",
        "Доля педагогов, прошедших диагностику",
        "50,0 % (20 из 40)",
        "40,0 % (16 из 40)",
        "ухудшение",
        "Показатель ухудшился.",
    ]
    assert sheet["C6"].data_type == "s", "a text stays a text"
    assert "22.12.2026" in sheet["A2"].value
    assert "ухудшение — 1" in sheet["A2"].value


def test_no_problem_is_said_too(summary: Summary, tmp_path: Path) -> None:
    path = tmp_path / "Свод.xlsx"
    write_summary(measured(summary, Verdict.IMPROVED, ""), path)

    assert load_workbook(path)["Эффективность"]["J6"].value == "не выявлена"


def test_without_an_earlier_period_there_is_no_sheet(summary: Summary, tmp_path: Path) -> None:
    path = tmp_path / "Свод.xlsx"
    write_summary(replace(summary, effect=EffectAnalysis(date(2026, 12, 22), reason="Сравнивать не с чем.")), path)

    assert "Эффективность" not in load_workbook(path).sheetnames
