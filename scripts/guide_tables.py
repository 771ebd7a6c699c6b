"""The guide's page of findings, made from the sentences that the check really says.

``docs/messages.md`` is compared with :func:`messages_page` by a test and made anew by its ``--regenerate``.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from metodist.domain.findings import Severity
from metodist.intake.refusals import Reason
from metodist.messages.intake import TEXTS

_INTAKE = Path(__file__).resolve().parent.parent / "addin" / "metodist" / "intake"
_SHORT = {"_error": Severity.ERROR, "_remark": Severity.REMARK}
"""Calls of ``intake.normalise`` that say the severity by their own name."""

#: What stands for the parts of a sentence that differ from table to table.
EXAMPLES = {
    "advice": "Проверьте и исправьте.",
    "cell": "B7",
    "cells": "B7, B8",
    "count": "3",
    "expected": "целое число",
    "found": "2025 год",
    "heading": "Стаж общий",
    "indicator": "1.3",
    "label": "Положение о наставничестве",
    "limits": "от 0 до 65",
    "name": "Дата рождения",
    "options": "да; нет",
    "other": "B20",
    "others": "Школа № 2, Школа № 5",
    "proposal": "12",
    "school": "Школа № 1",
    "sheet": "Кадры",
    "staff": "Кадры",
    "stands": "«12 чел.»",
    "taken": "12",
    "value": "12 чел.",
    "wanted": "5",
}
_OF_A_SENTENCE = {
    "formula.removed": {"stands": "«0,5»"},
    "formula.changed": {"stands": "«=1»"},
    "outcome.differs": {"value": "100 %", "expected": "81,8 %"},
    "computed.differs": {"value": "30", "expected": "31", "name": "Возраст"},
    "person.twice": {"stands": "«Иванова А. А.»"},
    "person.namesake": {"stands": "«Иванова А. А.»"},
    "person.unknown": {"stands": "«Иванова А. А.»"},
    "person.two_schools": {"value": "Иванова А. А."},
    "person.not_a_name": {"stands": "«Иванова»"},
    "text.lookalikes": {"stands": "«дa»", "taken": "да"},
    "text.invisible": {"stands": "«да »"},
    "text.date": {"stands": "«01.02.2026»", "taken": "1.2"},
    "number.text": {"stands": "«12»"},
    "number.date": {"stands": "«12.01.2026»"},
    "number.not_whole": {"stands": "«12,5»"},
    "number.impossible": {"stands": "«9E+99»"},
    "date.not_a_date": {"stands": "«31.02»"},
    "date.unsure": {"stands": "«01.02.26»", "proposal": "01.02.2026"},
    "date.text": {"stands": "«01.09.2025»", "taken": "01.09.2025"},
    "date.number": {"stands": "«45901»", "taken": "01.09.2025"},
    "yes_no.neither": {"stands": "«не знаю»"},
    "yes_no.other_word": {"stands": "«+»", "taken": "да"},
    "choice.unknown": {"stands": "«не знаю»", "advice": "Выберите значение из списка."},
    "choice.respelled": {"stands": "«Высшая»", "taken": "высшая"},
    "link.not_a_link": {"stands": "«на сайте»"},
    "value.outside": {"stands": "«120»"},
    "required.empty": {"stands": "Пусто"},
    "required.fact": {"stands": "Пусто", "name": "Педагогов по штату"},
    "required.in_case": {"stands": "Пусто", "name": "Предмет", "advice": "Учителю нужен предмет."},
    "rule.broken": {"value": "40", "name": "Стаж общий", "advice": "Общий стаж не может быть больше возраста."},
    "row.no_key": {"stands": "Пусто", "name": "ФИО"},
    "row.repeated": {"stands": "«Иванова А. А.»"},
    "cell.error_value": {"stands": "«#ССЫЛКА!»"},
    "evidence.no_document": {"stands": "Пусто", "name": "Положение о наставничестве"},
    "evidence.no_details": {"stands": "Пусто", "name": "Положение о наставничестве"},
    "evidence.without_yes": {"stands": "«Положение»", "name": "Положение о наставничестве"},
    "evidence.late": {"stands": "«15.01.2027»"},
    "label.changed": {"stands": "«Примечание»", "expected": "Должность"},
    "label.extra": {"stands": "«уточнить»"},
    "column.moved": {"value": "Стаж общий"},
    "column.lost": {"stands": "«Примечание»"},
    "fact.moved": {"name": "Положение о наставничестве"},
    "fact.lost": {"stands": "«Примечание»"},
    "sheet.missing": {"name": "Сведения"},
    "sheet.not_asked": {"name": "Конкурсы"},
    "sheet.extra": {"name": "Лист1"},
    "sheet.renamed": {"value": "Кадры 2"},
    "row.moved": {"value": "6"},
    "file.owner_file": {"name": "ОО-01 Школа № 1 — 2026.xlsx"},
    "identity.other_programme": {"found": "anapa", "expected": "krymsk"},
    "identity.other_period": {"found": "2025", "expected": "2026"},
    "identity.other_school": {"found": "ОО-02", "expected": "ОО-01"},
    "input.formula": {"value": "12"},
}

_SECTIONS = (
    ("Лист «Кадры» и другие реестры: люди и строки", ("person.", "row.", "staff.")),
    ("Значения в ячейках", ("cell.", "input.", "text.", "number.", "date.", "yes_no.", "choice.", "link.", "value.")),
    ("Что нужно заполнить и что с чем сходится", ("required.", "rule.")),
    ("Документы к ответу «да»", ("evidence.",)),
    ("Листы, заголовки, защита", ("sheet.", "column.", "field.", "fact.", "protection.", "validations.")),
    ("Файл и надписи в нём", ("file.", "label.")),
    ("Формулы и показатели", ("formula.", "outcome.", "computed.")),
    ("Чья это таблица", ("identity.",)),
)
_WORDS = {Severity.ERROR: "ошибка", Severity.WARNING: "предупреждение", Severity.REMARK: "сведение"}

_LEAD = """# Что значат замечания

<!-- Этот файл создаётся из предложений самой проверки. Не правьте его руками. -->

Каждое замечание называет место, говорит, что там стоит и что сделать. Здесь — все замечания с примерами.

- **Ошибка** — таблица уходит на доработку, пока её не исправят.
- **Предупреждение** — возможно, но необычно: посмотрите, верно ли. Таблица принимается.
- **Сведение** — программа что-то поправила или пропустила сама. Делать ничего не нужно.

Перед замечанием стоит место: «Лист «Кадры», I7: …». Слово в последней графе — имя замечания для обмена данными
(`metodist check --json`).
"""
_REFUSALS = """
## Почему файл не прочитан

Такой файл остаётся в папке «Входящие», таблица не принята.

| Что сказано | Имя |
|---|---|"""


def messages_page() -> str:
    """The whole page as Markdown."""
    refused = {reason.value for reason in Reason} & set(TEXTS)
    lines = [_LEAD.rstrip(), _REFUSALS]
    lines += [f"| {_sentence(code)} | `{code}` |" for code in TEXTS if code in refused and code != "identity.unknown"]
    severities = _severities()
    for title, beginnings in _SECTIONS:
        codes = [code for code in TEXTS if code.startswith(beginnings) and code in severities]
        lines += ["", f"## {title}", "", "| Замечание, например | Вид | Имя |", "|---|---|---|"]
        lines += [f"| {_sentence(code)} | {_kind(severities[code])} | `{code}` |" for code in codes]
    return "\n".join(lines) + "\n"


def forgotten_codes() -> list[str]:
    """Findings that no section of the page shows."""
    shown = tuple(beginning for _, beginnings in _SECTIONS for beginning in beginnings)
    return [code for code in _severities() if not code.startswith(shown)]


def _sentence(code: str) -> str:
    filled = TEXTS[code].format_map({**EXAMPLES, **_OF_A_SENTENCE.get(code, {})})
    return filled[:1].upper() + filled[1:]


def _kind(severities: set[Severity]) -> str:
    return " или ".join(_WORDS[severity] for severity in Severity if severity in severities)


def _severities() -> dict[str, set[Severity]]:
    """Code → how grave the check takes it, read from where the check says it."""
    found: dict[str, set[Severity]] = {}
    for path in sorted(_INTAKE.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for function in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)):
            for code, severities in _said(function):
                found.setdefault(code, set()).update(severities)
    return found


def _said(function: ast.FunctionDef) -> Iterator[tuple[str, set[Severity]]]:
    """Codes that stand in one call or pair with their severity; ``severity`` stands for all that is assigned to it."""
    for node in ast.walk(function):
        parts = node.args if isinstance(node, ast.Call) else node.elts if isinstance(node, ast.Tuple) else []
        codes = [part.value for part in parts if isinstance(part, ast.Constant) and part.value in TEXTS]
        own = {severity for part in parts for severity in _named(part)}
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _SHORT:
            own = {_SHORT[node.func.id]}
        by_variable = any(isinstance(part, ast.Name) and part.id == "severity" for part in parts)
        if codes and (own or by_variable):
            yield str(codes[0]), own or set(_assigned(function))


def _assigned(function: ast.FunctionDef) -> Iterator[Severity]:
    for node in ast.walk(function):
        if isinstance(node, ast.Assign) and any(
            isinstance(to, ast.Name) and to.id == "severity" for to in node.targets
        ):
            yield from _named(node.value)


def _named(node: ast.AST) -> Iterator[Severity]:
    for part in ast.walk(node):
        if isinstance(part, ast.Attribute) and re.fullmatch("ERROR|WARNING|REMARK", part.attr):
            yield Severity[part.attr]
