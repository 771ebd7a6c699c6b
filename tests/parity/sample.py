"""A small programme with every type of field, and hypothesis strategies for what a school may fill in.

Two kinds of field: *rough* ones hold whatever a clerk may paste (text in a number, a time beside a date), *clean* ones
hold only what belongs there. Two fields are compared only where at most the left one is rough: that two numbers, both
typed as text, are equal as texts is something only Python would say (``layout.conditions``).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from metodist.domain.fields import FACTS, STAFF, Computed, Field, FieldType, Formula, Register
from metodist.domain.indicators import Indicator
from metodist.domain.periods import Period
from metodist.domain.programme import Passport, Programme
from metodist.domain.values import Value

T = TypeVar("T")

PERIOD = Period(2026)
CONTESTS = "Конкурсы"

_T = FieldType
AGE = Computed(Formula.AGE, "Дата рождения")


def _register(name: str, *fields: tuple[str, FieldType]) -> Register:
    return Register(
        name, tuple(Field(name, *field, computed=AGE if field[1] is _T.COMPUTED else None) for field in fields)
    )


STAFF_REGISTER = _register(
    STAFF,
    ("ФИО", _T.PERSON),
    ("Должность", _T.TEXT),
    ("Предмет", _T.CHOICE),
    ("Диагностика", _T.YES_NO),
    ("Дефицит: предметные", _T.YES_NO),
    ("Дефицит: цифровые", _T.YES_NO),
    ("Балл", _T.NUMBER),
    ("Стаж", _T.INTEGER),
    ("Год ПК", _T.INTEGER),
    ("Дата рождения", _T.DATE),
    ("Дата ПК", _T.DATE),
    ("Дата аттестации", _T.DATE),
    ("Возраст", _T.COMPUTED),
)
CONTEST_REGISTER = _register(
    CONTESTS,
    ("Конкурс", _T.TEXT),
    ("Педагог", _T.PERSON_REF),
    ("Уровень", _T.CHOICE),
    ("Дата", _T.DATE),
    ("Место", _T.INTEGER),
)
FACT_FIELDS = tuple(
    Field(FACTS, name, kind)
    for name, kind in (
        ("Положение", _T.PRESENCE),
        ("Вид школы", _T.CHOICE),
        ("Педагогов", _T.INTEGER),
        ("Совместителей", _T.INTEGER),
        ("Было", _T.INTEGER),
        ("Удовлетворённость", _T.NUMBER),
        ("Дата приказа", _T.DATE),
    )
)
REGISTERS = (STAFF_REGISTER, CONTEST_REGISTER)

#: Fields that never hold anything but what their type says.
CLEAN = {"Год ПК", "Дата аттестации", "Возраст", "Место", "Было", "Должность", "Предмет", "Диагностика", "Уровень"}
#: Fields whose dates may come with a time of the day.
TIMED = {"Дата ПК", "Дата"}

_NAMES = (
    "Иванова А. А.",
    "иванова А. А. ",
    "Иванова  А. А.",
    "Иванова А.\u00a0А.",
    "Петров Б. Б.",
    "Пет*",
    "П?тров Б. Б.",
    "~Петров",
    "Ёлкина В. В.",
    "Сидоров|1",
    "Сидоров",
)
WORDS = (
    "физика",
    "Физика ",
    " ФИЗИКА",
    "химия",
    "русский  язык",
    "русский язык",
    "хими?",
    "*",
    "~",
    "5",
    'кружок "Юла"',
    "\u00a0физика",
    "да",
    "нет",
    "Да ",
    "НЕТ",
    "нет данных",
)
BLANKS: tuple[Value, ...] = (None, None, "", "  ", "\u00a0")
NUMBERS: tuple[int | float, ...] = (0, 1, 2, 3, 3.5, 5, -1, 25, 0.25, 2019, 2024, 2025, 2026)
DAYS = (
    date(1960, 12, 31),
    date(1991, 8, 31),
    date(1996, 2, 29),
    date(2023, 12, 31),
    date(2024, 1, 1),
    date(2024, 2, 29),
    date(2025, 12, 31),
    date(2026, 1, 1),
    date(2026, 9, 1),
    date(2026, 12, 31),
    date(2027, 1, 1),
)
_ROUGH: tuple[Value, ...] = ("12", "не знаю", "01.02.2024", "2024")


def kind_of(field: Field) -> str:
    if field.type in (_T.INTEGER, _T.NUMBER, _T.COMPUTED):
        return "number"
    return "date" if field.type is _T.DATE else "text"


def cell_values(field: Field) -> st.SearchStrategy[Value]:
    """What may stand in a cell of the field."""
    if field.type in (_T.PERSON, _T.PERSON_REF):
        return st.sampled_from((*_NAMES, *_NAMES, *BLANKS))
    if field.type is _T.PRESENCE:
        return st.sampled_from(("да", "Да ", "ДА", "нет", *BLANKS))
    kind = kind_of(field)
    if kind == "text":
        return st.sampled_from((*WORDS, "да", "да", "нет", *BLANKS))
    rough = () if field.name in CLEAN else _ROUGH
    if kind == "number":
        return st.sampled_from((*NUMBERS, *BLANKS, *rough))
    times = (datetime(2024, 1, 1, 9, 30), datetime(2025, 12, 31, 23, 59)) if field.name in TIMED else ()
    return st.sampled_from((*DAYS, *times, *BLANKS, *rough))


Row = dict[str, Value]


@dataclass(frozen=True)
class Filled:
    """What a school typed in: rows of registers (rows with an empty key as well) and facts."""

    registers: dict[str, list[Row]]
    facts: Row


def _row(fields: tuple[Field, ...]) -> st.SearchStrategy[Row]:
    return st.fixed_dictionaries({field.name: cell_values(field) for field in fields if field.type is not _T.COMPUTED})


def schools(least_rows: int = 16, most_rows: int = 24) -> st.SearchStrategy[Filled]:
    registers = {each.name: st.lists(_row(each.fields), min_size=least_rows, max_size=most_rows) for each in REGISTERS}
    return st.builds(Filled, st.fixed_dictionaries(registers), _row(FACT_FIELDS))


def programme(indicators: tuple[Indicator, ...] = ()) -> Programme:
    passport = Passport("проба", "Проба", "район", PERIOD)
    nothing = ((), (), (), (), (), ())
    return Programme(passport, (), REGISTERS, FACT_FIELDS, {}, {}, indicators, *nothing, version="1")


def collected(strategy: st.SearchStrategy[T], number: int, start: int) -> list[T]:
    """``number`` examples at once, the same for the same ``start``: one LibreOffice checks them all."""
    found: list[T] = []
    checks = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example]

    @seed(start)
    @settings(max_examples=number, database=None, phases=[Phase.generate], suppress_health_check=checks, deadline=None)
    @given(strategy)
    def collect(example: T) -> None:
        found.append(example)

    keep: Callable[[], None] = collect
    keep()
    return found
