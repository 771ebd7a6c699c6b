"""What is wrong with a rubric or its evidence: each an error with sheet, row, column and a suggestion."""

from __future__ import annotations

import pytest
from tests.programme_text import programme_from, reading_of, with_sheet

from metodist.domain.evidence import EvidenceStatus, Topic
from metodist.domain.findings import ProgrammeIssue

HEADINGS = "Блок ¦ Позиция ¦ Параметр ¦ Баллы ¦ Правило ¦ Максимум блока по источнику ¦ Признак ¦ Соответствие цели"


def only_issue(rows: str, name: str = "Рубрика", headings: str = HEADINGS, base: str | None = None) -> ProgrammeIssue:
    table = f"{headings}\n{rows.strip()}"
    (issue,) = reading_of(with_sheet(name, table) if base is None else with_sheet(name, table, base)).issues
    return issue


def test_two_positions_of_one_name() -> None:
    issue = only_issue("""
Меры ¦ Конкурсы ¦ наличие ¦ 1 ¦ наличие
Меры ¦ Семинары ¦ наличие ¦ 1 ¦ наличие
Меры ¦ конкурсы ¦ сроки ¦ 1 ¦ наличие
""")

    assert (issue.sheet, issue.row, issue.column) == ("Рубрика", 7, "Позиция")
    assert issue.message == "Позиция «конкурсы» блока «Меры» уже описана в строке 5."
    assert "другое название" in issue.suggestion


def test_two_positions_of_one_name_below_each_other() -> None:
    issue = only_issue("""
Меры ¦ Конкурсы ¦ наличие ¦ 1 ¦ наличие
Меры ¦ Конкурсы ¦ наличие ¦ 1 ¦ наличие
""")

    assert (issue.row, issue.column) == (6, "Параметр")
    assert "другое название" in issue.suggestion


def test_two_blocks_of_one_name() -> None:
    issue = only_issue("""
Меры ¦ Конкурсы ¦ наличие ¦ 1 ¦ наличие
Решения ¦ Решение ¦ наличие ¦ 1 ¦ наличие
Меры ¦ Семинары ¦ наличие ¦ 1 ¦ наличие
""")

    assert (issue.row, issue.column) == (7, "Блок")


def test_a_position_of_another_block_may_have_the_same_name() -> None:
    rows = "Меры ¦ Конкурсы ¦ наличие ¦ 1 ¦ наличие\nРешения ¦ Конкурсы ¦ наличие ¦ 1 ¦ наличие"

    assert reading_of(with_sheet("Рубрика", f"{HEADINGS}\n{rows}")).issues == ()


def test_a_criterion_with_no_points() -> None:
    issue = only_issue("Меры ¦ Конкурсы ¦ наличие ¦ ¦ наличие")

    assert (issue.sheet, issue.row, issue.column) == ("Рубрика", 5, "Баллы")
    assert "1, а для вычета −1" in issue.message


def test_zero_points_suggest_what_to_put() -> None:
    issue = only_issue("Меры ¦ Конкурсы ¦ наличие ¦ 0 ¦ наличие")

    assert (issue.row, issue.column, issue.suggestion) == (5, "Баллы", "Поставьте 1; для вычета — −1.")


@pytest.mark.parametrize("maximum", ["-3", "0"])
def test_a_negative_maximum(maximum: str) -> None:
    issue = only_issue(f"Меры ¦ Конкурсы ¦ наличие ¦ 1 ¦ наличие ¦ {maximum}")

    assert (issue.sheet, issue.row, issue.column) == ("Рубрика", 5, "Максимум блока по источнику")
    assert maximum in issue.message
    assert issue.suggestion


def test_one_position_has_one_rule() -> None:
    issue = only_issue("Меры ¦ Конкурсы ¦ наличие ¦ 1 ¦ наличие\nМеры ¦ Конкурсы ¦ сроки ¦ 1 ¦ анализ")

    assert (issue.row, issue.column, issue.suggestion) == (6, "Правило", "наличие")


def test_an_unknown_topic_suggests_the_nearest() -> None:
    issue = only_issue("Меры ¦ Конкурсы ¦ наличие ¦ 1 ¦ наличие ¦ ¦ сроки меры")

    assert (issue.row, issue.column, issue.suggestion) == (5, "Признак", "сроки мер")


RUBRIC = with_sheet(
    "Рубрика", f"{HEADINGS}\nМеры ¦ Конкурсы ¦ наличие ¦ 1 ¦ наличие ¦ ¦ меры\nМеры ¦ Конкурсы ¦ сроки ¦ 1 ¦ наличие"
)
RUBRIC += "\n# Подтверждения\n"
EVIDENCE = "Блок ¦ Позиция ¦ Параметр ¦ Документ ¦ Номер ¦ Дата ¦ SHA-256 ¦ Статус"


@pytest.mark.parametrize(
    ("row", "column", "suggestion"),
    [
        ("Мера ¦ Конкурсы ¦ сроки ¦ приказ ¦ ¦ ¦ ¦ найдено", "Блок", "Меры"),
        ("Меры ¦ Конкурс ¦ сроки ¦ приказ ¦ ¦ ¦ ¦ найдено", "Позиция", "Конкурсы"),
        ("Меры ¦ Конкурсы ¦ срок ¦ приказ ¦ ¦ ¦ ¦ найдено", "Параметр", "сроки"),
        ("Меры ¦ Конкурсы ¦ сроки ¦ приказ ¦ ¦ ¦ ¦ найдена", "Статус", "найдено"),
        ("Меры ¦ Конкурсы ¦ сроки ¦ приказ ¦ ¦ ¦ abc ¦ найдено", "SHA-256", ""),
        ("Меры ¦ Конкурсы ¦ сроки ¦ приказ ¦ ¦ '31.02.2026 ¦ ¦ найдено", "Дата", ""),
    ],
)
def test_evidence_that_refers_to_nothing(row: str, column: str, suggestion: str) -> None:
    issue = only_issue(row, "Подтверждения", EVIDENCE, RUBRIC)

    assert (issue.sheet, issue.row, issue.column) == ("Подтверждения", 5, column)
    assert suggestion in issue.suggestion


def test_found_evidence_names_its_document() -> None:
    issue = only_issue("Меры ¦ Конкурсы ¦ сроки ¦ ¦ ¦ ¦ ¦ найдено", "Подтверждения", EVIDENCE, RUBRIC)

    assert (issue.column, "поставьте статус «нет»" in issue.suggestion) == ("Документ", True)


def test_a_sound_rubric_with_its_evidence_is_read() -> None:
    row = f"меры ¦ Конкурсы ¦ Сроки ¦ приказ ¦ 15-ОД ¦ 12.01.2026 ¦ {'a' * 64} ¦ под вопросом"

    programme = programme_from(with_sheet("Подтверждения", f"{EVIDENCE}\n{row}", RUBRIC))

    (evidence,) = programme.evidence
    assert (evidence.block, evidence.criterion, evidence.number) == ("Меры", "сроки", "15-ОД")
    assert evidence.status is EvidenceStatus.DOUBTFUL
    assert programme.rubric[0].topic is Topic.MEASURES
