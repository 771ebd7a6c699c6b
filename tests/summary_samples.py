"""Summaries for tests: schools as text, scored by the reference arithmetic."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from metodist.domain.findings import Finding, Severity
from metodist.domain.programme import Organisation, Programme
from metodist.domain.returns import Evidence, RegisterRow, SchoolData
from metodist.domain.summary import FaultyReturn, SchoolResult, Summary
from metodist.domain.values import Value
from metodist.scoring.indicators import score_district, score_school
from metodist.summary.consolidate import consolidate

BUILT = datetime(2026, 12, 22, 14, 30)
FIRST_SHEET_ROW = 8

#: Three schools; «Школа № 3» has a name that a spreadsheet would take for a formula.
SCHOOLS = {
    "ОО-01": """
        Кадры: ФИО | Дата рождения | Предмет | Категория | Стаж педагогический | Диагностика | Дефицит: предметные | Балл
        Иванова А. А. | 01.02.1980 | Математика | высшая | 20 | да | да | 70
        Петров Б. Б. | 03.04.2000 | Математика | нет | 2 | да | нет | 90,5
        Сидорова В. В. | 05.06.1970 | Русский язык | первая | 30 | нет | |
        Конкурсы: Педагог | Название конкурса | Уровень | Дата
        Петров Б. Б. | =Учитель года | региональный | 01.03.2026
        Сведения: Положение о наставничестве | Вакансий | Педагогов по штату | Участников сообществ в прошлом году | Участников сообществ | Инновационная площадка
        да | 1 | 3 | 4 | 7 | да
    """,
    "ОО-02": """
        Кадры: ФИО | Дата рождения | Предмет | Категория | Стаж педагогический | Диагностика | Дефицит: методические | Балл
        Кузнецова Г. Г. | 31.12.1991 | Начальные классы | первая | 10 | да | да | 40
        Сведения: Положение о наставничестве | Вакансий | Педагогов по штату | Участников сообществ | Инновационная площадка
        нет | 0 | 1 | 2 | нет
    """,
    "ОО-03": """
        Кадры: ФИО | Дата рождения | Предмет | Категория | Диагностика
        =Попова Д. Д. | 07.08.1965 | Русский язык | высшая | нет
        Сведения: Положение о наставничестве | Вакансий | Педагогов по штату | Инновационная площадка
        да | 2 | 1 | нет
    """,
}

WARNING = Finding("staff.age", Severity.WARNING, "Лист «Кадры», D9: проверьте возраст.", "Кадры", "D9", "26")
ERROR = Finding("number.text", Severity.ERROR, "Лист «Кадры», G8: нужно целое число.", "Кадры", "G8", "=12 чел.")


def school_data(text: str) -> SchoolData:
    """A school's answers from text: ``Реестр: поле | поле…``, then its rows; «Сведения» has one row."""
    registers: dict[str, list[RegisterRow]] = {}
    facts: dict[str, Value] = {}
    name, fields = "", list[str]()
    for line in filter(None, map(str.strip, text.splitlines())):
        head, colon, rest = line.partition(": ")
        if colon and head in ("Кадры", "Конкурсы", "Сведения"):
            name, fields = head, [part.strip() for part in rest.split("|")]
            continue
        values = dict(zip(fields, map(value_of, line.split("|")), strict=False))
        if name == "Сведения":
            facts = values
        else:
            rows = registers.setdefault(name, [])
            rows.append(RegisterRow(FIRST_SHEET_ROW + len(rows), values))
    evidence = {name: Evidence("Приказ", "15", date(2026, 1, 12)) for name in facts if facts[name] == "да"}
    return SchoolData({name: tuple(rows) for name, rows in registers.items()}, facts, evidence)


def value_of(text: str) -> Value:
    """What the text would be in a cell."""
    text = text.strip()
    if not text:
        return None
    if len(text) == 10 and text[2] == text[5] == ".":
        return datetime.strptime(text, "%d.%m.%Y").date()
    digits = text.replace(",", ".", 1)
    if digits.replace(".", "", 1).isdigit():
        return float(digits) if "." in digits else int(digits)
    return text


def organisations(count: int) -> tuple[Organisation, ...]:
    """So many schools that hand in, of different sizes."""
    return tuple(
        Organisation(f"ОО-{i:02}", f"Средняя школа № {i}", f"Школа № {i}", staff=3 + i * 7 % 11)
        for i in range(1, count + 1)
    )


def accepted(programme: Programme, data: Mapping[str, SchoolData]) -> list[SchoolResult]:
    """Scored results of the programme's schools; every second one has a warning."""
    found = [(school, data[school.code]) for school in programme.organisations if school.code in data]
    return [
        SchoolResult(
            school,
            answers,
            score_school(programme, answers),
            (WARNING,) if number % 2 else (),
            BUILT,
            f"Архив/Оригиналы/{number:064x}.xlsx",
            f"{number:064x}",
        )
        for number, (school, answers) in enumerate(found)
    ]


def summary_of(
    programme: Programme,
    data: Mapping[str, SchoolData],
    *,
    faulty: Sequence[str] = (),
    municipal: Mapping[str, Value] | None = None,
) -> Summary:
    """Consolidate these schools; ``faulty`` ones wait for correction, all others sent nothing."""
    schools = {school.code: school for school in programme.organisations}
    waiting = [FaultyReturn(schools[code], (ERROR, WARNING), BUILT, f"На доработку/{code}.xlsx") for code in faulty]
    missing = [school for code, school in schools.items() if code not in data and code not in faulty]
    district = score_district(programme, data, municipal)
    return consolidate(programme, accepted(programme, data), waiting, missing, district, BUILT)


def sample_summary(programme: Programme) -> Summary:
    """The three schools of :data:`SCHOOLS` accepted, one sent back, one silent."""
    programme = replace(programme, organisations=organisations(5))
    data = {code: school_data(text) for code, text in SCHOOLS.items()}
    municipal = {"Курсов проведено": 8, "Курсов по заявкам": 6}
    return summary_of(programme, data, faulty=["ОО-04"], municipal=municipal)
