"""Предгорный МО: no number in the source, growth instead; counted by hand, tracked by months, the whole way."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from answers_text import school_answers
from brought_programmes import programme_of, reading_of_programme
from metodist.domain.fields import FACTS, MUNICIPALITY, SCHOOLS, FieldType
from metodist.domain.findings import Severity
from metodist.domain.indicators import FactSum, IndicatorKind
from metodist.domain.outcomes import Outcome
from metodist.domain.plans import State
from metodist.domain.programme import Organisation, Programme
from metodist.domain.returns import Status
from metodist.domain.values import Value
from metodist.layout.school_table import table_spec
from metodist.programme.lint import lint_programme
from metodist.programme.reader import Reading
from metodist.programme.term_dates import date_term, plan_years
from metodist.scoring.indicators import score_district, score_school
from metodist.services.collecting import collect
from metodist.services.issuing import issue_tables
from metodist.services.last_year import base_facts
from metodist.services.programmes import new_folder
from metodist.services.summarising import build_summary
from metodist.services.working_folder import PROGRAMME, load_programme
from whole_way import SEED, Way, delivered, whole_way
from working_folder_story import answers, send

PASSPORT_ROWS = """
Наименование программы
Основания разработки
Исполнитель Программы
Сроки реализации Программы
Цель Программы
Задачи Программы
Ведущие направления Программы
Объемы и источники финансирования
Ожидаемые значения показателей конечных результатов
Условия реализации Программы
Система контроля исполнения Программы
Описание рисков реализации Программы
""".strip().splitlines()

#: What the passport expects, and what it is counted over.
EXPECTED = {
    "1": "Кадры",
    "2": "Кадры",
    "3": "Кадры",
    "4": SCHOOLS,
    "5": "Кадры",
    "6": SCHOOLS,
}


@pytest.fixture(scope="module")
def reading() -> Reading:
    return reading_of_programme("predgorny")


@pytest.fixture(scope="module")
def predgorny() -> Programme:
    return programme_of("predgorny")


@pytest.fixture(scope="module")
def way(tmp_path_factory: pytest.TempPathFactory) -> Way:
    return whole_way(delivered(tmp_path_factory.mktemp("Предгорный") / "2025", "predgorny"), date(2025, 6, 1))


def test_twelve_rows_of_the_passport_three_stages_two_aims_and_five_tasks(predgorny: Programme) -> None:
    extra = predgorny.passport.extra

    assert [name for name, _ in extra["Паспорт Программы"]] == PASSPORT_ROWS
    assert all(text for _, text in extra["Паспорт Программы"])
    assert dict(extra["Паспорт Программы"])["Исполнитель Программы"] == "МБУ «ИМЦ»"
    stages = ["Подготовительный этап 2021 гг.", "Основной (этап реализации Программы) 2021-2025 гг."]
    assert [name for name, _ in extra["Этапы: содержание деятельности"]] == [*stages, "Заключительный этап 2025 г."]
    assert len(extra["Этапы: результаты деятельности"]) == 3
    assert len(extra["Ожидаемые результаты"]) == 5
    assert len([name for name in extra if name.startswith("Направление: ")]) == 5
    assert [goal.number for goal in predgorny.goals] == ["Ц1", "Ц2", "З1", "З2", "З3", "З4", "З5"]
    assert (predgorny.passport.first_year, predgorny.passport.last_year) == (2021, 2025)


def test_expected_results_are_growth_against_the_period_before(predgorny: Programme) -> None:
    facts = {fact.name: fact for fact in predgorny.school_facts}
    main = {each.code: each for each in predgorny.indicators if each.code in EXPECTED}

    assert {code: each.scope for code, each in main.items()} == EXPECTED
    assert {each.kind for each in main.values()} == {IndicatorKind.CHANGE}
    assert len({each.group for each in main.values()}) == 1
    for each in main.values():
        assert each.target is None
        assert each.goals
        assert "показателя в источнике нет" in each.note
        assert isinstance(each.denominator, FactSum)
        (base,) = each.denominator.facts
        assert "прошлом периоде" in base
        assert facts[base].required
        assert facts[base].type is FieldType.INTEGER
    assert {each.scope for each in predgorny.indicators} == {"Кадры", SCHOOLS, FACTS, MUNICIPALITY}


def test_the_roadmap_keeps_its_eight_rows_and_is_dated_where_a_mark_is_lost(predgorny: Programme) -> None:
    years = plan_years(predgorny.passport)
    dated = [
        [f"{one.start:%d.%m.%y}–{one.end:%d.%m.%y}" for one in date_term(row.term, years).occurrences]
        for row in predgorny.roadmap
    ]

    assert [row.number for row in predgorny.roadmap] == [str(number) for number in range(1, 9)]
    assert dated[:5] == [["01.01.21–31.12.21"]] * 5
    assert dated[5] == dated[7] == [f"01.01.{year}–31.12.{year}" for year in range(21, 26)]
    assert dated[6] == [f"01.09.{year}–31.08.{year + 1}" for year in range(21, 25)]
    assert all(row.responsible and row.expected for row in predgorny.roadmap)


def test_aims_that_no_measure_serves_are_those_the_broken_text_leaves_out(predgorny: Programme) -> None:
    served = {goal for row in predgorny.roadmap for goal in row.goals}

    assert {goal.number for goal in predgorny.goals} - served == {"Ц2", "З3", "З4"}
    assert all(row.goals for row in predgorny.roadmap)


@pytest.mark.parametrize(
    "words", ["Отметки сетки", "Текст обрывается", "учебные годы", "МБУ", "две цели", "4 задачи", "Ни подписи"]
)
def test_contradictions_of_the_source_are_carried(predgorny: Programme, words: str) -> None:
    assert any(words.casefold() in f"{note.text} {note.contradiction}".casefold() for note in predgorny.notes)


def test_the_linter_finds_no_error(reading: Reading, predgorny: Programme) -> None:
    assert [one for one in lint_programme(predgorny, reading.rows) if one.severity is Severity.ERROR] == []


def test_the_clerk_is_told_kindly_what_to_enter(predgorny: Programme) -> None:
    for field in (*predgorny.staff.fields, *predgorny.facts):
        assert field.hint, field.name
        assert len(field.hint) <= 255, field.name
        assert field.message, field.name
        assert len(field.message) <= 225, field.name


FIRST = school_answers(
    """
    # Кадры
    ФИО             | Должность                    | Профессиональный стандарт | Системно-деятельностный подход | Инновационная деятельность | Уровень конкурса | Сертификат ЗД УВР
    Иванова А. А.   | заместитель директора по УВР | –                         | да                             | –                          | –                | да
    Петров Б. Б.    | учитель                      | да                        | да                             | нет                        | региональный     | –
    Сидорова В. В.  | учитель                      | да                        | нет                            | да                         | нет              | –
    Кузнецова Г. Г. | педагог-психолог             | нет                       | да                             | нет                        | муниципальный    | –

    # Сведения
    Школа с низкими результатами: да
    Положительная динамика: да
    Независимая оценка качества: да
    Стажировочная площадка: нет
    Методических работ: 5
    Педагогов в прошлом периоде: 4
    Отвечали стандарту в прошлом периоде: 1
    Владели подходом в прошлом периоде: 3
    Инновационная деятельность в прошлом периоде: 1
    Участвовали в конкурсах в прошлом периоде: 1
    Положительная динамика в прошлом периоде: 0
    Независимая оценка в прошлом периоде: 1
    Площадка в прошлом периоде: 1
    Методических работ в прошлом периоде: 2
    """
)
SECOND = school_answers(
    """
    # Кадры
    ФИО            | Должность                    | Профессиональный стандарт | Системно-деятельностный подход | Инновационная деятельность | Уровень конкурса | Сертификат ЗД УВР
    Зайцева И. И.  | заместитель директора по УВР | –                         | –                              | –                          | –                | нет
    Лебедева К. К. | учитель                      | да                        | да                             | да                         | федеральный      | –

    # Сведения
    Школа с низкими результатами: да
    Положительная динамика: нет
    Независимая оценка качества: да
    Методических работ: 1
    Педагогов в прошлом периоде: 2
    Отвечали стандарту в прошлом периоде: 1
    Владели подходом в прошлом периоде: 1
    Участвовали в конкурсах в прошлом периоде: 0
    Положительная динамика в прошлом периоде: 1
    Независимая оценка в прошлом периоде: 0
    Методических работ в прошлом периоде: 4
    """
)


@pytest.mark.parametrize(
    ("code", "now", "before", "value"),
    [
        ("1", 3, 2, 1),  # Петров, Сидорова, Лебедева against 1 + 1
        ("2", 3, 4, -1),  # Петров, Кузнецова, Лебедева against 3 + 1; a deputy does not count
        ("3", 1, 1, 0),  # the second school does not know how many it had, so it takes no part
        ("4", 1, 1, 0),  # the first school against the second one's year before
        ("5", 3, 1, 2),  # Петров, Кузнецова, Лебедева against 1 + 0
        ("6", 2, 1, 1),
        ("4.1", 1, 2, 1 / 2),
        ("5.1", 3, 4, 3 / 4),
        ("5.2", 1, 6, 1 / 6),
        ("7.2", 6, 6, 0),
        ("7.3", 1, 2, 1 / 2),
        ("7.6", 4, 6, -2),
    ],
)
def test_growth_counted_by_hand(predgorny: Programme, code: str, now: float, before: float, value: float) -> None:
    outcome = score_district(predgorny, {"ОО-01": FIRST, "ОО-02": SECOND})[code]
    assert (outcome.numerator, outcome.denominator) == (now, before)
    assert outcome.value == pytest.approx(value)


def test_every_table_is_accepted_and_the_documents_speak_of_growth(way: Way) -> None:
    assert [one.returned.findings for one in way.taken] == [()] * (len(way.programme.reporting) - 1)
    assert {one.returned.status for one in way.taken} == {Status.ACCEPTED}
    note, order = way.text("note"), way.text("order_results")
    assert "Показатели по сравнению с прошлым периодом: выросли — 1" in note
    assert "программы развития муниципальной методической службы на 2021-2025 гг. Основная цель" in note
    for code in EXPECTED:
        assert f"показатель {code} — " in order
    assert "Во исполнение" not in way.text("order_monitoring")


def test_the_roadmap_is_tracked_month_by_month(way: Way) -> None:
    states = {
        (entry.item.number, entry.occurrence.start.year): entry.state(date(2025, 6, 1))
        for entry in way.plan.plan.entries
        if entry.item.source == "roadmap"
    }
    assert states["1", 2021] is State.OVERDUE
    assert states["6", 2025] is State.DUE
    assert states["7", 2024] is State.DUE
    assert len(states) == 5 + 5 + 4 + 5
    grid = load_workbook(way.plan.workbook)["План-график"]
    months = [cell.value for row in grid.iter_rows(max_row=12) for cell in row if isinstance(cell.value, str)]
    assert [month for month in months if month in ("янв", "фев", "дек")][:3] == ["янв", "фев", "дек"]


def test_the_archive_of_the_year_before_is_what_changes_are_measured_against(tmp_path: Path) -> None:
    """2024 is collected, 2025 begins from its folder: schools find their numbers, the summary measures by them."""
    before, after = tmp_path / "2024", tmp_path / "2025"
    new_folder("predgorny", before, 2024)
    came_to = collected(before, seed=SEED)
    new_folder(str(before), after, 2025)
    issue_tables(after)
    programme = load_programme(after / PROGRAMME)
    bases = base_facts(programme)

    for school in programme.reporting[-3:]:
        shown = stated_in_the_issued_table(after, programme, school, bases.values())
        assert shown == {name: came_to[school.code][code].numerator for code, name in bases.items()}
        data = answers(programme, school, SEED + 1)
        send(after, programme, school, replace(data, facts={**data.facts, **shown}))
    collect(after)
    summary = build_summary(after)
    for code in bases:
        assert summary.municipality[code].denominator == sum(found[code].numerator or 0 for found in came_to.values())


def collected(folder: Path, seed: int) -> dict[str, dict[str, Outcome]]:
    """Issue, answer and take in the tables of three schools; gives what their indicators came to."""
    issue_tables(folder)
    programme = load_programme(folder / PROGRAMME)
    data = {school.code: answers(programme, school, seed) for school in programme.reporting[-3:]}
    for school in programme.reporting[-3:]:
        send(folder, programme, school, data[school.code])
    collect(folder)
    return {code: score_school(programme, each) for code, each in data.items()}


def stated_in_the_issued_table(
    folder: Path, programme: Programme, school: Organisation, names: Iterable[str]
) -> dict[str, Value]:
    sheet = load_workbook(next((folder / "Таблицы").glob(f"{school.code} *.xlsx")))[FACTS]
    places = {cell.fact.name: cell for cell in table_spec(programme, school).facts}
    return {name: sheet.cell(places[name].row, places[name].column).value for name in names}
