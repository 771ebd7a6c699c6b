"""A small invented district with a summary, for tests of documents: always the same numbers."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from lxml import etree

from metodist.documents.built import Built
from metodist.documents.inputs import Inputs, Teacher
from metodist.documents.kinds import kind_of
from metodist.documents.requisites import DRAFT, Requisites
from metodist.domain.findings import Finding, Severity
from metodist.domain.programme import Organisation, Programme
from metodist.domain.returns import RegisterRow, SchoolData
from metodist.domain.roadmap import Activity, ActivityKind, ActivityStatus, Fulfilment
from metodist.domain.summary import FaultyReturn, SchoolResult, Summary
from metodist.domain.values import Value
from metodist.programme.plan import plan_of
from metodist.scoring.indicators import score_district, score_school
from metodist.summary.advice import advise
from metodist.summary.consolidate import consolidate

TEMPLATES = Path(__file__).parent.parent / "docx_templates"
BUILT = datetime(2026, 12, 22, 12, 0)
ORDER = Requisites("319-ОД", date(2026, 6, 5))
#: Teachers of each accepted school; the last one is too small to be compared.
STAFF = (40, 24, 18, 31, 12, 4)
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def sample_programme(small: Programme) -> Programme:
    """The small programme with eight schools (six hand in, one is sent back, one is silent) and a longer roadmap."""
    schools = tuple(
        Organisation(f"ОО-{number:02}", f"Муниципальное учреждение «Школа № {number}»", f"Школа № {number}", staff=20)
        for number in range(1, 9)
    )
    first, decision = small.roadmap[:2]
    done = Fulfilment(ActivityStatus.DONE, date(2026, 12, 15), "приказ № 320-ОД")
    analysis = Activity(
        number="3",
        kind=ActivityKind.EFFECT,
        section=decision.title,
        title="Анализ исполнения приказа",
        term="декабрь",
        expected="Определяется, какие меры не дали результата",
        goals=("2",),
    )
    roadmap = (first, replace(decision, fulfilment=done), analysis)
    return replace(small, organisations=schools, roadmap=roadmap)


def sample_summary(small: Programme) -> Summary:
    """The district's summary, scored by the reference arithmetic from rows that follow a fixed pattern."""
    programme = sample_programme(small)
    data = {school.code: _school_data(index) for index, school in enumerate(programme.organisations[: len(STAFF)])}
    accepted = [
        SchoolResult(
            organisation=school,
            data=data[school.code],
            outcomes=score_school(programme, data[school.code]),
            findings=(Finding("sample", Severity.WARNING, "Проверьте."),) if index == 1 else (),
            received=datetime(2026, 12, 1 + index),
            source=f"Архив/{school.code}.xlsx",
            sha256="0" * 64,
        )
        for index, school in enumerate(programme.organisations[: len(STAFF)])
    ]
    faulty = FaultyReturn(
        programme.organisations[6], (Finding("sample", Severity.ERROR, "Исправьте."),) * 2, datetime(2026, 12, 9), "x"
    )
    municipality: dict[str, Value] = {"Курсов проведено": 8, "Курсов по заявкам": 6}
    district = score_district(programme, data, municipality)
    return consolidate(programme, accepted, [faulty], [programme.organisations[7]], district, BUILT)


def sample_built(kind: str, small: Programme, requisites: Requisites = DRAFT) -> Built[object]:
    """A document of that kind on the sample district: of its first school, of that school's first teacher."""
    summary = sample_summary(small)
    summary = replace(summary, advice=advise(summary))
    first = summary.schools[0]
    return kind_of(kind).build(
        Inputs(
            summary.programme,
            summary,
            BUILT,
            requisites,
            requisites,
            plan_of(summary.programme),
            first.organisation,
            Teacher(first.organisation, first.data.registers["Кадры"][0]),
        )
    )


def _school_data(index: int) -> SchoolData:
    people = tuple(RegisterRow(7 + row, _teacher(index, row)) for row in range(STAFF[index]))
    contests = tuple(
        RegisterRow(7 + row, {"Педагог": f"Педагог {index}-{row}", "Название конкурса": "Конкурс", "Уровень": level})
        for row, level in enumerate(("муниципальный", "региональный", "муниципальный")[: 1 + index % 3])
    )
    facts: dict[str, Value] = {
        "Положение о наставничестве": "да" if index % 3 else "нет",
        "Педагогов по штату": STAFF[index],
        "Вакансий": index % 3,
        "Участников сообществ в прошлом году": 5 + index,
        "Участников сообществ": 8 + 2 * index,
        "Инновационная площадка": "да" if index % 2 else "нет",
    }
    return SchoolData({"Кадры": people, "Конкурсы": contests}, facts)


def _teacher(index: int, row: int) -> dict[str, Value]:
    diagnosed = (row * 7 + index) % 10 < 6 + index % 3
    return {
        "ФИО": f"Педагог {index}-{row}",
        "Дата рождения": date(1965 + (row * 3 + index) % 37, 3, 1),
        "Предмет": ("Русский язык", "Математика", "Начальные классы")[row % 3],
        "Категория": ("высшая", "первая", "нет")[(row + index) % 3],
        "Стаж общий": row % 30,
        "Стаж педагогический": row % 30,
        "Диагностика": "да" if diagnosed else "нет",
        "Дефицит: предметные": "да" if diagnosed and row % 4 == 0 else "нет",
        "Дефицит: методические": "да" if diagnosed and row % 5 == 0 else "нет",
        "Балл": 40 + (row * 11 + index * 5) % 50 if diagnosed else None,
    }


def document_xml(path: Path) -> Any:
    """The parsed main part of a .docx."""
    with zipfile.ZipFile(path) as archive:
        return etree.fromstring(archive.read("word/document.xml"))


def text_twin(path: Path) -> str:
    """A .docx as text: one line a paragraph, numbered as Word numbers it; a table row between bars."""
    names = _style_names(path)
    body = document_xml(path).find(f"{_W}body")
    counters: dict[str, int] = {}
    lines: list[str] = []
    for block in body:
        if block.tag == f"{_W}p":
            lines.append(_paragraph(block, names, counters))
        elif block.tag == f"{_W}tbl":
            lines += _table(block)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def paragraphs(path: Path) -> list[str]:
    """The text of every paragraph, cells included."""
    return [_text(paragraph) for paragraph in document_xml(path).iter(f"{_W}p")]


def _table(table: Any) -> Iterator[str]:
    for row in table.iter(f"{_W}tr"):
        cells = (" / ".join(_text(paragraph) for paragraph in cell.iter(f"{_W}p")) for cell in row.iter(f"{_W}tc"))
        yield "| " + " | ".join(cells) + " |"


def _paragraph(paragraph: Any, names: dict[str, str], counters: dict[str, int]) -> str:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    name = names.get(style.get(f"{_W}val"), "") if style is not None else ""
    text = _text(paragraph)
    break_before = paragraph.find(f"{_W}pPr/{_W}pageBreakBefore") is not None
    return ("\f\n" if break_before else "") + _number(name, counters) + text


def _number(name: str, counters: dict[str, int]) -> str:
    match name:
        case "Пункт":
            counters["item"], counters["sub"] = counters.get("item", 0) + 1, 0
            return f"{counters['item']}. "
        case "Подпункт":
            counters["sub"] = counters.get("sub", 0) + 1
            return f"{counters.get('item', 0)}.{counters['sub']}. "
        case "heading 1":
            counters["heading"] = counters.get("heading", 0) + 1
            return f"\n{counters['heading']}. "
        case "Перечень":
            return "– "
        case _:
            return ""


def _text(paragraph: Any) -> str:
    pieces = []
    for element in paragraph.iter(f"{_W}t", f"{_W}tab", f"{_W}br"):
        if element.tag == f"{_W}t":
            pieces.append(element.text or "")
        elif element.getparent().tag == f"{_W}r":
            pieces.append("\t" if element.tag == f"{_W}tab" else "\n")
    return "".join(pieces)


def _style_names(path: Path) -> dict[str, str]:
    with zipfile.ZipFile(path) as archive:
        styles = archive.read("word/styles.xml").decode("utf-8")
    return dict(re.findall(r'w:styleId="([^"]+)"[^>]*>\s*<w:name w:val="([^"]+)"', styles))
