"""Крымский район: what the programme workbook must hold, counted against the source document."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from brought_programmes import programme_of
from metodist.domain.conditions import EVERY, Comparison, Exists, Literal, Operator, PeriodYear
from metodist.domain.fields import FACTS, MUNICIPALITY, SCHOOLS, FieldType
from metodist.domain.indicators import FactSum, Indicator, IndicatorKind
from metodist.domain.programme import Programme
from metodist.programme.schema import DASHBOARD, FIRST_ROW, SCHEMA

WORKBOOK = Path(__file__).resolve().parents[2] / "workbooks" / "programmes" / "krymsk.xlsx"

GOALS = """
Выявление профессиональных затруднений и дефицитов педагогических работников
Совершенствование предметных компетенций педагогических работников
Разработка индивидуальных образовательных маршрутов непрерывного развития профессионального мастерства
Увеличение охвата педагогических работников профессиональной переподготовкой и курсами повышения квалификации
Осуществление методического сопровождения педагогических работников
Вовлечение педагогов в экспертную деятельность
Поддержка молодых педагогов и реализация системы наставничества
Формирование программ поддержки методических объединений и профессиональных сообществ педагогов
Проведение профилактики профессионального выгорания педагогов
Организация сетевого взаимодействия педагогов на муниципальном уровне
Анализ состояния и результатов деятельности школьных методических объединений
Выявление кадровых потребностей в образовательных организациях
Развитие кадрового потенциала в образовательных организациях
""".strip().splitlines()

#: By group: goals named beside it in the source table, kinds of its indicators in their order.
#: н — наличие, д — доля, у — уровень, к — количество, и — изменение, с — среднее.
GROUPS = {
    "1": ("5", "ннддууу"),
    "2": ("1 2 3 4 5 7 9 10 13", "нддд"),
    "3": ("1 2 3 4 5 12 13", "нд"),
    "4": ("6 8 13", "нкк"),
    "5": ("1 2 3 5 7 9 12 13", "нннннннн"),
    "6": ("5 7 9 11 12", "ииикуис"),
    "7": ("1 3 5 12 13", "нккккнс"),
}


#: Block → declared by the source, sum of its positions, positions.

DEFICITS = ["предметные", "методические", "психолого-педагогические", "цифровые", "оценочные", "коммуникативные"]


@pytest.fixture(scope="module")
def krymsk() -> Programme:
    return programme_of("krymsk")


def indicator(programme: Programme, code: str) -> Indicator:
    return next(each for each in programme.indicators if each.code == code)


def numbered(programme: Programme) -> dict[str, list[Indicator]]:
    """Indicators of the source's table, by the number of their group."""
    groups: dict[str, list[Indicator]] = {}
    for each in programme.indicators:
        if each.group:
            groups.setdefault(each.code.partition(".")[0], []).append(each)
    return groups


def test_the_passport_keeps_both_dates_of_the_order(krymsk: Programme) -> None:
    passport = krymsk.passport

    assert (passport.code, passport.period.code, passport.place) == ("krymsk", "2026", "город Крымск")
    assert (passport.act_date, passport.act_number) == (date(2014, 3, 4), "168-09")
    assert (passport.annex_date, passport.annex_number) == (date(2015, 3, 12), "108-03")
    assert passport.deadline is not None
    assert passport.period.start < passport.deadline <= passport.period.end
    assert len(passport.extra["Нормативные основания"]) == 11
    assert len(passport.extra["Принципы"]) == 8
    assert len(passport.extra["Направления"]) == 4
    assert len(passport.extra["Методы сбора"]) == 10
    methods = {name for name, _ in passport.extra["Методы обработки"]}
    assert methods >= {"Расчет доли от общего числа", "Медиана", "Ранжирование", "Шкалирование", "Группировка"}


def test_thirteen_goals_stand_in_the_order_of_the_list(krymsk: Programme) -> None:
    assert [goal.number for goal in krymsk.goals] == [str(number) for number in range(1, 14)]
    for goal, title in zip(krymsk.goals, GOALS, strict=True):
        assert goal.title.startswith(title)
        assert goal.description
        assert goal.grounds
        assert goal.feasibility
        assert goal.clause.endswith(f"Цель № {goal.number}")


def test_seven_groups_hold_thirty_eight_indicators(krymsk: Programme) -> None:
    groups = numbered(krymsk)
    letters = {kind: kind.value[0] for kind in IndicatorKind}

    assert sum(map(len, groups.values())) == 38
    assert {code: "".join(letters[each.kind] for each in group) for code, group in groups.items()} == {
        code: kinds for code, (_, kinds) in GROUPS.items()
    }
    for code, group in groups.items():
        assert len({each.group for each in group}) == 1
        assert {" ".join(each.goals) for each in group} == {GROUPS[code][0]}


def test_the_seventh_group_skips_its_second_number(krymsk: Programme) -> None:
    assert [each.code for each in numbered(krymsk)["7"]] == ["7.1", "7.3", "7.4", "7.5", "7.6", "7.7", "7.8"]


def test_every_kind_of_indicator_is_there(krymsk: Programme) -> None:
    assert {each.kind for each in krymsk.indicators} == set(IndicatorKind)
    assert {each.scope for each in krymsk.indicators} == {
        "Кадры",
        "Конкурсы",
        "Мероприятия",
        SCHOOLS,
        FACTS,
        MUNICIPALITY,
    }


def test_every_reference_of_an_indicator_leads_somewhere(krymsk: Programme) -> None:
    goals = {goal.number for goal in krymsk.goals}
    monitorings = {monitoring.number for monitoring in krymsk.monitorings}
    directions = {title for _, title in krymsk.passport.extra["Направления"]}

    assert len({each.code for each in krymsk.indicators}) == len(krymsk.indicators)
    for each in krymsk.indicators:
        assert each.goals
        assert set(each.goals) <= goals
        assert set(each.monitorings) <= monitorings
        assert each.direction in directions
        assert each.clause.startswith("Раздел ")
    assert {each.direction for each in krymsk.indicators if each.group} == directions


def test_what_the_shares_of_the_diagnostics_count(krymsk: Programme) -> None:
    diagnosed = Comparison("Диагностика", Operator.EQUAL, (Literal("да"),))
    taken, found = indicator(krymsk, "1.3"), indicator(krymsk, "1.4")

    assert (taken.numerator, taken.denominator) == (diagnosed, EVERY)
    assert taken.breakdown is not None
    assert taken.breakdown.title == "Предмет"
    assert found.denominator == diagnosed
    assert found.breakdown is not None
    assert [part.label for part in found.breakdown.slices] == DEFICITS
    ranking = indicator(krymsk, "М1.5")
    assert ranking.kind is IndicatorKind.RANKING
    assert ranking.breakdown is not None
    assert [part.label for part in ranking.breakdown.slices] == DEFICITS


def test_retraining_is_carried_in_both_wordings(krymsk: Programme) -> None:
    circular, usable = indicator(krymsk, "3.2"), indicator(krymsk, "М3.2")

    assert circular.title != usable.title
    assert "педагогической направленности" in usable.title
    assert (circular.numerator, circular.denominator) == (usable.numerator, usable.denominator)
    assert "замкнута" in circular.note
    courses = indicator(krymsk, "М3.3").numerator
    assert courses == Comparison("Дата курсов ПК", Operator.GREATER_EQUAL, (PeriodYear(-2),), year_of=True)


def test_changes_look_back_at_what_schools_state_about_the_previous_period(krymsk: Programme) -> None:
    facts = {fact.name: fact for fact in krymsk.school_facts}

    for code, scope in (("6.1", FACTS), ("6.2", "Кадры"), ("6.3", SCHOOLS), ("6.6", "Мероприятия")):
        each = indicator(krymsk, code)
        assert (each.kind, each.scope) == (IndicatorKind.CHANGE, scope)
        assert isinstance(each.denominator, FactSum)
        for name in each.denominator.facts:
            assert "прошл" in name
            assert facts[name].required
    assert isinstance(indicator(krymsk, "6.3").numerator, Exists)


def test_vacancies_add_up_by_post(krymsk: Programme) -> None:
    whole = indicator(krymsk, "7.6").numerator
    parts = [each.numerator for each in krymsk.indicators if each.title.startswith("Число вакансий: ")]

    assert isinstance(whole, FactSum)
    assert [FactSum((name,)) for name in whole.facts] == parts
    assert set(whole.facts) == {fact.name for fact in krymsk.school_facts if fact.name.startswith("Вакансии: ")}


def test_registers_and_what_a_row_of_them_means(krymsk: Programme) -> None:
    assert [register.name for register in krymsk.registers] == ["Кадры", "Конкурсы", "Мероприятия"]
    assert all(register.row_means.startswith("одна строка") for register in krymsk.registers)
    assert krymsk.staff.key.type is FieldType.PERSON
    for name in ("Конкурсы", "Мероприятия"):
        assert krymsk.register(name).key.type is FieldType.PERSON_REF
    names = [field.name for field in krymsk.staff.fields]
    assert [name.partition(": ")[2] for name in names if name.startswith("Дефицит: ")] == DEFICITS
    assert {field.name for field in krymsk.staff.fields if field.personal} == {"ФИО", "Дата рождения"}


def test_the_clerk_is_told_kindly_what_to_enter(krymsk: Programme) -> None:
    fields = [*(field for register in krymsk.registers for field in register.fields), *krymsk.facts]

    for field in fields:
        assert field.hint, field.name
        assert len(field.hint) <= 255, field.name
        assert len(field.message) <= 225, field.name
        assert field.message or field.type is FieldType.COMPUTED, field.name


def test_burnout_is_counted_by_phase_and_never_for_fewer_than_five(krymsk: Programme) -> None:
    facts = {fact.name: fact for fact in krymsk.school_facts}
    asked = facts["Выгорание: опрошено"]
    phases = [facts[f"Выгорание: {name}"] for name in ("напряжение", "резистенция", "истощение")]

    assert asked.minimum == 5
    assert not asked.required
    assert "меньше пяти" in asked.message
    assert all(phase.check is not None and phase.required_if is not None for phase in phases)
    shares = [each for each in krymsk.indicators if each.code.startswith("В.")]
    assert [each.denominator for each in shares] == [FactSum((asked.name,))] * 3
    assert all("9" in each.goals and not each.higher_is_better for each in shares)


@pytest.mark.parametrize(
    "words",
    [
        ("перечень целей и заголовки", "методический актив"),
        ("группы 5 и 6", "цель № 10"),
        ("группа 3, показатель 2", "само на себя"),
        ("группа 7", "Показателя 2 нет"),
        ("строки 3–5", "сдвинуты"),
        ("Раздел 7, таблица", "21, а не 24"),
        ("Раздел 2 «Показатели»", "за каждый показатель"),
        ("правила оценивания", "все они неэффективные"),
        ("Приказ и приложение", "не совпадают"),
        ("цель № 12, и раздел 4", "разной датой"),
        ("цель № 9, и раздел 4", "Среди восьми мониторингов"),
        ("цель № 13", "обрывается"),
    ],
)
def test_contradictions_of_the_source_are_carried(krymsk: Programme, words: tuple[str, str]) -> None:
    place, contradiction = words

    assert any(place in note.place and contradiction in note.contradiction for note in krymsk.notes)
    assert all(note.text and note.treatment for note in krymsk.notes)


def links(sheet: Worksheet) -> set[str]:
    """Where the sheet's links inside the workbook lead."""
    return {cell.hyperlink.location for row in sheet.iter_rows() for cell in row if cell.hyperlink}


def test_the_workbook_is_a_form_to_work_in_and_to_print() -> None:
    book = load_workbook(WORKBOOK)

    present = [sheet for sheet in SCHEMA if not sheet.optional or sheet.name in book.sheetnames]
    assert book.sheetnames == [DASHBOARD, *(sheet.name for sheet in present)]
    for schema in present:
        sheet = book[schema.name]
        assert sheet.freeze_panes.endswith(str(FIRST_ROW)), schema.name
        assert not sheet.sheet_view.showGridLines
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert sheet.page_setup.fitToHeight == 0
        assert sheet.print_title_rows == "$3:$4"
        assert links(sheet) == {f"'{DASHBOARD}'!A1"}
        offered = {str(rule.formula1) for rule in sheet.data_validations.dataValidation if rule.type == "list"}
        for column in schema.columns:
            if column.words:
                assert column.words in {words_of(book, formula) for formula in offered}, (schema.name, column.heading)


def words_of(book: Workbook, formula: str) -> tuple[str, ...]:
    """The words of a drop-down: written in it, or in cells where Excel's 255 characters are too few."""
    if formula.startswith('"'):
        return tuple(formula.strip('"').split(","))
    sheet, area = formula.replace("$", "").split("!")
    return tuple(str(cell.value) for row in book[sheet.strip("'")][area] for cell in row)


def test_the_dashboard_leads_to_every_sheet() -> None:
    sheet = load_workbook(WORKBOOK)[DASHBOARD]
    shown = "\n".join(str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None)

    assert links(sheet) >= {f"'{schema.name}'!A1" for schema in SCHEMA if not schema.optional}
    assert links(sheet) <= {f"'{schema.name}'!A1" for schema in SCHEMA}
    for command in ("lint", "issue", "check", "collect", "status", "summary", "documents"):
        assert f"metodist {command} " in shown
    for folder in ("Таблицы", "Входящие", "На доработку", "Свод.xlsx", "Документы", "Архив"):
        assert folder in shown
