"""School tables for tests: what a school filled in, as text, in a table of the small programme."""

from __future__ import annotations

import re
from datetime import datetime

from metodist.domain.fields import STAFF
from metodist.domain.programme import Programme
from metodist.domain.returns import Evidence, RegisterRow, SchoolData
from metodist.domain.tables import Prefill, TableSpec
from metodist.domain.values import Value
from metodist.layout.plan import FIRST_ROW
from metodist.layout.school_table import table_spec
from metodist.scoring.indicators import score_school

GOOD_STAFF = """
ФИО ¦ Дата рождения ¦ Предмет ¦ Категория ¦ Стаж общий ¦ Стаж педагогический ¦ Диагностика ¦ Дата диагностики ¦ Дефицит: предметные ¦ Дефицит: методические ¦ Балл
Иванова Анна Ивановна ¦ 12.05.1980 ¦ Математика ¦ первая ¦ 20 ¦ 18 ¦ да ¦ 10.10.2026 ¦ да ¦ нет ¦ 71
Петров Пётр Петрович ¦ 31.12.1996 ¦ Русский язык ¦ нет ¦ 3 ¦ 2 ¦ да ¦ 11.10.2026 ¦ нет ¦ да ¦ 48,5
Сидорова Вера Ивановна ¦ 01.09.1971 ¦ Начальные классы ¦ высшая ¦ 30 ¦ 30 ¦ нет
"""
GOOD_CONTESTS = """
Педагог ¦ Название конкурса ¦ Уровень ¦ Дата
Петров Пётр Петрович ¦ Учитель года ¦ региональный ¦ 01.04.2026
Иванова Анна Ивановна ¦ Мой урок ¦ муниципальный ¦ 02.04.2026
"""
GOOD_FACTS = """
Положение о наставничестве: да
Педагогов по штату: 30
Вакансий: 2
Участников сообществ в прошлом году: 8
Участников сообществ: 10
Инновационная площадка: нет
"""
DOCUMENT = {"Положение о наставничестве": Evidence("Положение", "12-ОД", datetime(2026, 1, 15).date(), "")}

#: Every row has a fault of its own; what it is stands in ``FAULTS`` beside it.
BAD_STAFF = """
ФИО ¦ Дата рождения ¦ Предмет ¦ Категория ¦ Стаж общий ¦ Стаж педагогический ¦ Диагностика ¦ Дата диагностики ¦ Дефицит: предметные ¦ Дефицит: методические ¦ Балл
Иванова Анна Ивановна ¦ 12.05.1980 ¦ Математика ¦ первая ¦ 10 ¦ 18 ¦ нет
¦ 12.05.1980 ¦ Математика
Петров Пётр Петрович ¦ 12 мая ¦ Русский язык ¦ нет ¦ 3 ¦ 2 ¦ нет
Сидорова Вера Ивановна ¦ 01.09.1971 ¦ Физика ¦ высшая ¦ 30 ¦ 30 ¦ нет
Козлов Иван Иванович ¦ 01.09.1971 ¦ Математика ¦ высшая ¦ 30,5 ¦ 30 ¦ нет
Орлова Ольга Олеговна ¦ 01.09.1971 ¦ Математика ¦ высшая ¦ 30 ¦ 30 ¦ да ¦ ¦ нет ¦ нет
Орлов Олег Олегович ¦ 01.09.1971 ¦ Математика ¦ высшая ¦ 30 ¦ 30 ¦ да ¦ 10.10.2025 ¦ нет ¦ нет
Белова Анна Ивановна ¦ 01.09.1971 ¦ Математика ¦ высшая ¦ 30 ¦ 30 ¦ нет
Белова Анна  Ивановна ¦ 01.09.1971 ¦ Математика ¦ высшая ¦ 30 ¦ 30 ¦ может быть
Чернова Анна Ивановна ¦ 01.09.1971 ¦ Математика ¦ высшая ¦ 30 ¦ 30 ¦ нет
Чернова Анна Ивановна ¦ 01.09.1981 ¦ Математика ¦ высшая ¦ 30 ¦ 30 ¦ нет
Краснов ¦ 01.09.1971 ¦ Математика ¦ высшая ¦ 30 ¦ 30 ¦ нет
Лукина Анна Ивановна ¦ 01.09.1971 ¦ Математика ¦ ¦ ¦ 30 ¦ нет
Лукина Анна Ивановна ¦ 01.09.1971 ¦ Математика ¦ высшая ¦ 30 ¦ 30 ¦ нет
Зорина Анна Ивановна ¦ 01.09.1971 ¦ Математика ¦ высшая ¦ 30 ¦ 30 ¦ нет ¦ ¦ ¦ ¦ 101
Жукова Анна Ивановна ¦ 01.09.1971 ¦ Математика ¦ высшая ¦ 30 ¦ 30 ¦ нет
Жукова Анна Ивановна ¦ ¦ Математика ¦ высшая ¦ 30 ¦ 30 ¦ нет
Жукова Анна Ивановна ¦ 01.09.1981 ¦ Математика ¦ высшая ¦ 30 ¦ 30 ¦ нет
"""
FAULTS = (
    "Ошибка: «Стаж педагогический» — Педагогический стаж не больше общего",
    "Заполните: «ФИО» — без этого строка не учитывается.",
    "Ошибка: «Дата рождения» — Дата рождения: с 1940 по 2010 год",
    "Ошибка: «Предмет» — значения нет в списке.",
    "Ошибка: «Стаж общий» — нужно целое число от 0 до 65.",
    "Заполните: «Дата диагностики».",
    "Ошибка: «Дата диагностики» — Дата диагностики — в отчётном году",
    "",
    "Ошибка: «Диагностика» — нужно «да» или «нет».",
    "Проверьте: «ФИО» — есть педагог с тем же именем и другой датой рождения.",
    "Проверьте: «ФИО» — есть педагог с тем же именем и другой датой рождения.",
    "Проверьте: «ФИО» — нужны фамилия и имя.",
    "Заполните: «Категория».",
    "Ошибка: «ФИО» — этот педагог уже есть в другой строке.",
    "Ошибка: «Балл» — Балл от 0 до 100",
    "Ошибка: «ФИО» — этот педагог уже есть в другой строке.",
    "Заполните: «Дата рождения».",
    "Ошибка: «ФИО» — этот педагог уже есть в другой строке.",
)
BAD_CONTESTS = """
Педагог ¦ Название конкурса ¦ Уровень ¦ Дата
Неизвестный Никита Николаевич ¦ Учитель года ¦ региональный ¦ 01.04.2026
Петров Пётр Петрович ¦ ¦ школьный ¦ 01.04.2025
"""
BAD_FACTS = """
Положение о наставничестве: да
Педагогов по штату: 30
Вакансий: 31
Участников сообществ: -1
"""


def school(
    staff: str = "", contests: str = "", facts: str = "", evidence: dict[str, Evidence] | None = None
) -> SchoolData:
    """A school from tables of text: the first line the headings, cells between broken bars."""
    pairs = (line.split(":", 1) for line in facts.strip().splitlines())
    known = {name.strip(): value_of(text) for name, text in pairs}
    return SchoolData({STAFF: rows_of(staff), "Конкурсы": rows_of(contests)}, known, evidence or {})


def rows_of(table: str) -> tuple[RegisterRow, ...]:
    """Rows in the order of the text, in consecutive rows of the sheet."""
    lines = [[value_of(cell) for cell in line.split("¦")] for line in table.strip().splitlines()]
    return tuple(
        RegisterRow(FIRST_ROW + index, dict(zip(map(str, lines[0]), line, strict=False)))
        for index, line in enumerate(lines[1:])
    )


def value_of(text: str) -> Value:
    """What Excel would have made of the typed text."""
    text = text.strip(" \n")
    if re.fullmatch(r"\d\d\.\d\d\.\d{4}", text):
        return datetime.strptime(text, "%d.%m.%Y").date()
    if re.fullmatch(r"-?\d+(,\d+)?", text):
        return float(text.replace(",", ".")) if "," in text else int(text)
    return text or None


def good_school() -> SchoolData:
    """A school that filled in everything rightly."""
    return school(GOOD_STAFF, GOOD_CONTESTS, GOOD_FACTS, DOCUMENT)


def bad_school() -> SchoolData:
    """A school with a fault of every kind."""
    return school(BAD_STAFF, BAD_CONTESTS, BAD_FACTS)


def table_of(programme: Programme, data: SchoolData | None = None) -> TableSpec:
    """The table of the first school, issued with its data."""
    prefill = Prefill(data, {"Педагогов по штату": 28}) if data else None
    outcomes = score_school(programme, data or SchoolData())
    return table_spec(programme, programme.reporting[0], prefill, outcomes)


def shown(spec: TableSpec, sheet: str) -> dict[tuple[int, int], Value]:
    """What a sheet shows: values by row and column, blocks written out."""
    found = next(other for other in spec.sheets if other.name == sheet)
    return {(cell.row, cell.column): cell.value for cell in found.every_cell()}
