"""A tiny district written as text: what the schools filled in stands in the test itself."""

from __future__ import annotations

from datetime import date

from metodist.domain.fields import FACTS, STAFF, Computed, Field, FieldType, Formula, Register
from metodist.domain.indicators import Indicator
from metodist.domain.periods import Period
from metodist.domain.programme import Passport, Programme
from metodist.domain.returns import RegisterRow, SchoolData
from metodist.domain.values import Value

T = FieldType
AGE = Computed(Formula.AGE, "Дата рождения")

STAFF_FIELDS = (
    Field(STAFF, "ФИО", T.PERSON),
    Field(STAFF, "Предмет", T.CHOICE),
    Field(STAFF, "Диагностика", T.YES_NO),
    Field(STAFF, "Дефицит: цифровые", T.YES_NO),
    Field(STAFF, "Дефицит: оценочные", T.YES_NO),
    Field(STAFF, "Стаж", T.INTEGER),
    Field(STAFF, "Дата рождения", T.DATE),
    Field(STAFF, "Возраст", T.COMPUTED, computed=AGE),
)
CONTEST_FIELDS = (
    Field("Конкурсы", "Конкурс", T.TEXT),
    Field("Конкурсы", "Педагог", T.PERSON_REF),
    Field("Конкурсы", "Уровень", T.CHOICE),
)
FACTS_FIELDS = tuple(
    Field(FACTS, name, kind)
    for name, kind in (
        ("Положение", T.PRESENCE),
        ("Курсов", T.INTEGER),
        ("Курсов по заявкам", T.INTEGER),
        ("Было участников", T.INTEGER),
        ("Удовлетворённость", T.NUMBER),
        ("Площадка", T.YES_NO),
    )
)


def programme(*indicators: Indicator) -> Programme:
    passport = Passport("проба", "Проба", "район", Period(2026))
    registers = (Register(STAFF, STAFF_FIELDS), Register("Конкурсы", CONTEST_FIELDS))
    return Programme(passport, (), registers, FACTS_FIELDS, {}, {}, indicators, (), (), (), (), (), (), "1")


def school(staff: str = "", contests: str = "", facts: str = "") -> SchoolData:
    """A school from tables of text: «a | b» a row, the first row the headings; facts as «name: value» lines."""
    registers = {STAFF: _rows(staff), "Конкурсы": _rows(contests)}
    pairs = (line.split(":", 1) for line in facts.strip().splitlines())
    return SchoolData(registers, {name.strip(): _value(text) for name, text in pairs})


def _rows(table: str) -> tuple[RegisterRow, ...]:
    lines = [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]
    if not lines:
        return ()
    heads, *rows = lines
    return tuple(
        RegisterRow(number, dict(zip(heads, map(_value, row), strict=True))) for number, row in enumerate(rows, 8)
    )


def _value(text: str) -> Value:
    text = text.strip()
    if not text or text == "–":
        return None
    if text.count(".") == 2 and text.replace(".", "").isdigit():
        day, month, year = map(int, text.split("."))
        return date(year, month, day)
    try:
        number = float(text)
    except ValueError:
        return text
    return int(number) if number.is_integer() else number
