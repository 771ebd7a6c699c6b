"""«План.xlsx» recalculated by LibreOffice: what was stored is what the formulas come to, on any day."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from metodist.domain.plans import Plan, State
from metodist.domain.roadmap import ActivityStatus, Fulfilment
from metodist.layout.plan_book import write_plan
from metodist.layout.plan_sheets import places as at
from metodist.layout.plan_sheets.grid_sheet import FIRST_MONTH, MARKS, WORST
from metodist.programme.plan import plan_of
from office import recalculated
from programme_text import programme_from, with_sheet

pytestmark = pytest.mark.office

ROADMAP = """
№ ¦ Вид ¦ Раздел ¦ Мероприятие ¦ Срок ¦ Ответственный
1 ¦ мероприятие ¦ Молодые педагоги ¦ Школа молодого педагога ¦ раз в квартал ¦ ИМЦ, школы / педагоги
2 ¦ мероприятие ¦ Молодые педагоги ¦ Форум ¦ апрель, ежегодно ¦ имц
3 ¦ мероприятие ¦ Конкурсы «Учитель * года?» ¦ Конкурс ¦ октябрь–март, ежегодно ¦ ИМЦ
4 ¦ мероприятие ¦ Конкурсы «Учитель * года?» ¦ Семинары ¦ по графику ¦ Иванова А. А.
5 ¦ решение ¦ Конкурсы «Учитель * года?» ¦ Положение ¦ до сентября нового учебного года ¦
6 ¦ решение ¦ Работа =в округе ¦ =Отчёт "итоги" ¦ ежемесячно ¦ Петров Б. Б. (ИМЦ, отдел)
"""
TODAY, ANOTHER_DAY = date(2026, 4, 15), date(2027, 1, 31)
ENTERED = (
    Fulfilment(),
    Fulfilment(ActivityStatus.DONE),
    Fulfilment(ActivityStatus.IN_PROGRESS),
    Fulfilment(),
    Fulfilment(ActivityStatus.NOT_STARTED),
    Fulfilment(day=date(2026, 4, 2), document="протокол № 1"),
    Fulfilment(ActivityStatus.CANCELLED),
)


@pytest.fixture(scope="module")
def plan() -> Plan:
    programme = programme_from(with_sheet("Дорожная карта", ROADMAP))
    entries = plan_of(programme).entries
    return plan_of(programme, {entry.uid: ENTERED[place % len(ENTERED)] for place, entry in enumerate(entries)})


@pytest.fixture(scope="module")
def books(plan: Plan, tmp_path_factory: pytest.TempPathFactory) -> tuple[Workbook, Workbook, Workbook]:
    """As stored; recalculated; recalculated after «Сегодня» and the grid's year were overwritten."""
    folder = tmp_path_factory.mktemp("plan")
    stored, changed = folder / "План.xlsx", folder / "Другой день.xlsx"
    write_plan(plan, stored, TODAY, live=False)
    book = load_workbook(stored)
    book["Циклограмма"].cell(at.TODAY_ROW, at.TODAY_COLUMN).value = datetime(2027, 1, 31)
    book["План-график"]["C5"].value = 2025
    book.save(changed)
    paths = (stored, recalculated(stored, folder / "once"), recalculated(changed, folder / "again"))
    first, second, third = (load_workbook(path, data_only=True) for path in paths)
    return first, second, third


def test_every_stored_value_is_what_its_formula_comes_to(books: tuple[Workbook, Workbook, Workbook]) -> None:
    stored, fresh, _ = books
    different = [
        (sheet.title, cell.coordinate, cell.value, fresh[sheet.title][cell.coordinate].value)
        for sheet in stored
        for row in sheet.iter_rows()
        for cell in row
        if not alike(cell.value, fresh[sheet.title][cell.coordinate].value)
    ]

    assert different == []


def alike(stored: object, fresh: object) -> bool:
    if isinstance(stored, int | float) and isinstance(fresh, int | float):
        return abs(stored - fresh) < 1e-9
    return (stored or "") == (fresh or "")


def states(book: Workbook) -> dict[str, str]:
    rows = book["Циклограмма"].iter_rows(min_row=at.FIRST_ROW, values_only=True)
    return {str(row[at.UID - 1]): str(row[at.STATE - 1]) for row in rows}


@pytest.mark.parametrize(("place", "day"), [(1, TODAY), (2, ANOTHER_DAY)])
def test_states_follow_the_day_as_in_python(
    books: tuple[Workbook, Workbook, Workbook], plan: Plan, place: int, day: date
) -> None:
    assert states(books[place]) == {entry.uid: entry.state(day).value for entry in plan.entries}


def test_all_states_occur(plan: Plan) -> None:
    assert {entry.state(TODAY) for entry in plan.entries} == set(State)


def report(book: Workbook) -> dict[str, tuple[object, ...]]:
    rows = book["Исполнение"].iter_rows(min_row=6, max_col=8, values_only=True)
    return {str(row[0]): row[1:] for row in rows if row[0] and isinstance(row[1], int | float)}


def test_the_report_counts_by_people_and_sections(books: tuple[Workbook, Workbook, Workbook], plan: Plan) -> None:
    for book, day in ((books[1], TODAY), (books[2], ANOTHER_DAY)):
        lines = report(book)
        for name, line in lines.items():
            own = [
                entry.state(day)
                for entry in plan.entries
                if name in (entry.item.section, "Всего по программе")
                or name.casefold() in [one.casefold() for one in at.people_of(entry.item)]
            ]
            work = own.count(State.IN_PROGRESS) + own.count(State.DUE)
            counts = (own.count(State.DONE), work, *map(own.count, (State.OVERDUE, State.PLANNED, State.CANCELLED)))
            assert line[:-1] == (len(own), *counts), name
            valid = len(own) - own.count(State.CANCELLED)
            assert alike(line[-1], own.count(State.DONE) / valid if valid else ""), name
        assert set(lines) == {
            *("ИМЦ", "школы", "Иванова А. А.", "ответственный не указан", "Петров Б. Б. (ИМЦ, отдел)"),
            *("Информационно-методический центр", "Молодые педагоги", "Конкурсы «Учитель * года?»"),
            *("Работа =в округе", "Мониторинги", "Всего по программе"),
        }


def marks(book: Workbook) -> dict[str, str]:
    """Title → the marks of its months, «.» for none."""
    rows = [row for row in book["План-график"].iter_rows(min_row=10, values_only=True) if row[1]]
    return {str(row[1]): "".join(str(mark or ".") for mark in row[FIRST_MONTH - 1 :]) for row in rows}


def test_the_grid_shows_the_worst_of_each_month(books: tuple[Workbook, Workbook, Workbook], plan: Plan) -> None:
    for book, day, year in ((books[1], TODAY, 2026), (books[2], ANOTHER_DAY, 2025)):
        months = [(year + month // 12, month % 12 + 1) for month in range(17)]
        for title, shown in marks(book).items():
            own = [entry for entry in plan.entries if entry.item.title == title]
            for (of_year, month), mark in zip(months, shown, strict=True):
                inside = {
                    entry.state(day)
                    for entry in own
                    if (entry.occurrence.start.year, entry.occurrence.start.month) <= (of_year, month)
                    and (entry.occurrence.end.year, entry.occurrence.end.month) >= (of_year, month)
                }
                worst = next((state for state in WORST if state in inside), None)
                assert mark == (MARKS[worst] if worst else "."), (title, of_year, month)


def test_today_is_marked_over_its_month(books: tuple[Workbook, Workbook, Workbook]) -> None:
    for book, expected in ((books[1], "...▼............."), (books[2], ".................")):
        row = next(book["План-график"].iter_rows(min_row=5, max_row=5, min_col=FIRST_MONTH, values_only=True))
        assert "".join(str(value or ".") for value in row) == expected


def test_the_stored_workbook_can_be_found_again(tmp_path: Path, plan: Plan) -> None:
    from metodist.layout.plan_entries import read_entries

    write_plan(plan, tmp_path / "План.xlsx", TODAY)
    saved = recalculated(tmp_path / "План.xlsx", tmp_path / "saved")

    entered = {entry.uid: entry.fulfilment for entry in plan.entries if entry.fulfilment != Fulfilment()}
    assert read_entries(saved) == read_entries(tmp_path / "План.xlsx") == entered
