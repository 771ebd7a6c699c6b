"""The reference of the programme workbook (``workbooks/README.md``), made from the schema the reader obeys."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from metodist.domain.cycle_views import Link
from metodist.domain.fields import FieldType
from metodist.domain.indicators import IndicatorKind
from metodist.messages import say
from metodist.programme.columns import SheetSchema
from metodist.programme.passport_rows import (
    BEST_ROW,
    CYCLE_SECTION,
    EARLIER_SECTION,
    MAIN_SECTION,
    PASSPORT_ROWS,
    REGISTERS_SECTION,
    YARDSTICK_SECTION,
)
from metodist.programme.schema import EXPLANATION_ROW, FIELDS, FIRST_ROW, HEADING_ROW, INDICATORS, PASSPORT, SCHEMA

#: Conditions of the reference, each with the id of what it means. A test reads every one of them.
EXAMPLES: tuple[tuple[str, str], ...] = (
    ("Диагностика = да", "equal"),
    ("Категория = высшая, первая", "any_of"),
    ("Категория <> нет", "not_equal"),
    ("Возраст <= 35; Стаж педагогический <= 3", "and"),
    ("Дефицит: предметные = да | Дефицит: методические = да", "or"),
    ("Диагностика = да; (Возраст <= 35 | Стаж педагогический <= 3)", "mixed"),
    ("не(Категория = высшая, первая)", "not"),
    ("заполнено(Дата диагностики)", "filled"),
    ("год(Дата диагностики) >= {год-2}", "window"),
    ("Дата диагностики >= {начало}; Дата диагностики <= {конец}", "inside"),
    ("Дата диагностики <= 01.09.2026", "day"),
    ("Стаж педагогический <= Стаж общий", "other_field"),
    ("есть(Конкурсы: Уровень = региональный, федеральный)", "exists"),
    ("Предмет = «Русский язык», «Математика»", "quoted"),
)


def reference() -> str:
    """The whole reference as Markdown, for methodists."""
    numbers = {"heading": HEADING_ROW, "explanation": EXPLANATION_ROW, "first": FIRST_ROW}
    lines = [say("reference.lead", **numbers)]
    for sheet in SCHEMA:
        lines += [*_sheet(sheet), ""]
        lines += [*(_MORE[sheet.name]() if sheet.name in _MORE else ())]
    lines += [say("reference.language"), *_examples(), _verbatim("language_rest")]
    return "\n".join(lines).rstrip() + "\n"


def _verbatim(name: str) -> str:
    """A text whose braces are part of the condition language."""
    from metodist.messages.reference import TEXTS

    return TEXTS[name]


def _sheet(sheet: SheetSchema) -> Iterable[str]:
    yield say("reference.sheet", name=sheet.name)
    yield ""
    yield sheet.purpose
    yield ""
    yield say("reference.headings")
    for column in sheet.columns:
        required = say("reference.required") if column.required else ""
        words = ", ".join(f"`{word}`" for word in column.words)
        yield f"| {column.heading} | {required} | {_escaped(column.explanation)} | {words} |"


def _escaped(text: str) -> str:
    return text.replace("|", "\\|")


def _passport() -> Iterable[str]:
    yield say("reference.passport", section=MAIN_SECTION)
    yield ""
    yield say("reference.passport_headings")
    for name, _, required, explanation in PASSPORT_ROWS:
        yield f"| {name} | {say('reference.required') if required else ''} | {_escaped(explanation)} |"
    yield ""
    names = {"registers": REGISTERS_SECTION, "cycle": CYCLE_SECTION, "yardstick": YARDSTICK_SECTION, "best": BEST_ROW}
    links = ", ".join(f"`{link.value}`" for link in Link)
    yield say("reference.passport_rest", links=links, earlier=EARLIER_SECTION, **names)
    yield ""


def _types() -> Iterable[str]:
    yield say("reference.types")
    yield ""
    yield say("reference.types_headings")
    for field_type in FieldType:
        yield f"| `{field_type.value}` | {say(f'reference.type_{field_type.name.lower()}')} |"
    yield ""


def _kinds() -> Iterable[str]:
    yield say("reference.kinds")
    yield ""
    yield say("reference.kinds_headings")
    for kind in IndicatorKind:
        yield f"| `{kind.value}` | {say(f'reference.kind_{kind.name.lower()}')} |"
    yield ""
    yield say("reference.scopes")


def _examples() -> Iterable[str]:
    for condition, meaning in EXAMPLES:
        yield f"| `{_escaped(condition)}` | {_escaped(say(f'reference.{meaning}'))} |"


_MORE: Mapping[str, Callable[[], Iterable[str]]] = {PASSPORT: _passport, FIELDS: _types, INDICATORS: _kinds}
