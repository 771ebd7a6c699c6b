"""Puts the blank workbook together, and writes it so that the same tables give the same file."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from blank_book.choices import write_choices
from blank_book.dashboard import write_dashboard
from blank_book.examples import Cell, examples
from blank_book.sheets import long_words, write_passport, write_sheet

if TYPE_CHECKING:
    from collections.abc import Mapping

    from openpyxl import Workbook

#: The year of the examples, and the moment that the file carries.
YEAR = 2026
_MOMENT = (2026, 1, 1, 0, 0, 0)
#: Values of «Паспорт» that most programmes share.
_USUAL = {"act_kind": "приказ", "period_kind": "календарный год"}
#: What a value may look like, by attribute.
SAMPLES = {
    "code": "primer",
    "title": "Программа методического сопровождения педагогов",
    "municipality": "Примерный муниципальный район",
    "municipality_genitive": "Примерного муниципального района",
    "body": "Управление образования",
    "body_genitive": "управления образования",
    "service": "Информационно-методический центр",
    "service_genitive": "информационно-методического центра",
    "place": "г. Примерск",
    "year": str(YEAR),
    "deadline": f"20.12.{YEAR}",
    "act_number": "15-ОД",
    "contact": "8 (000) 000-00-00",
}


def blank_book() -> Workbook:
    """The workbook, without the chain on «Пульт»."""
    from openpyxl import Workbook

    from metodist.programme.schema import DASHBOARD, PASSPORT, SCHEMA

    book = Workbook()
    dashboard = book.active
    assert dashboard is not None  # noqa: S101 - a new workbook has a sheet
    dashboard.title = DASHBOARD
    rows = examples(YEAR)
    for schema in SCHEMA:
        if schema.name == PASSPORT:
            write_passport(book, schema, _main_rows(), rows[schema.name])
        else:
            write_sheet(book, schema, rows.get(schema.name, ()))
    write_choices(book, long_words(SCHEMA))
    write_dashboard(dashboard, SCHEMA)
    book.properties.title = "Пустая книга программы «Методист»"
    book.properties.creator = "Методист"
    return book


def _main_rows() -> list[Mapping[str, Cell]]:
    from metodist.programme.passport_rows import MAIN_SECTION, PASSPORT_ROWS

    rows: list[Mapping[str, Cell]] = []
    for name, attribute, required, explanation in PASSPORT_ROWS:
        sample = f"; например: {SAMPLES[attribute]}" if attribute in SAMPLES else ""
        text = f"{'* ' if required else ''}{'▾ ' if attribute in _USUAL else ''}{explanation}{sample}"
        value = _USUAL.get(attribute)
        rows.append(
            {"Раздел": (MAIN_SECTION, ""), "Название": (name, ""), "Значение": (value, ""), "Пояснение": (text, "")}
        )
    return rows


def write_blank(target: Path) -> None:
    """Write the whole workbook, the chain included."""
    import draw_cycle
    from metodist.programme.schema import DASHBOARD
    from metodist.services.on_book.cycle_block import ROWS, cycle_rows

    book = blank_book()
    draw_cycle.keep_place(book, book[DASHBOARD], ROWS)
    draw_cycle.write(book[DASHBOARD], cycle_rows((), (), None))
    with TemporaryDirectory() as folder:
        draft = Path(folder) / target.name
        book.save(draft)
        _stable(draft, target)


def _stable(draft: Path, target: Path) -> None:
    """Copy a package with every moment in it replaced by the same one."""
    moment = "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z".format(*_MOMENT)
    with zipfile.ZipFile(draft) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "docProps/core.xml":
                content = re.sub(rb">\d{4}-\d\d-\d\dT[\d:]+Z<", f">{moment}<".encode(), content)
            info = zipfile.ZipInfo(name, _MOMENT)
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, content)


def parts(path: Path) -> dict[str, bytes]:
    """What a package holds, part by part: compression differs between versions of zlib, this does not."""
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}
