"""The specification of a school table: places, locks, names, messages, what is found before anything is typed."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from metodist.domain.fields import FACTS, STAFF
from metodist.domain.programme import Programme
from metodist.domain.returns import Identity, SchoolData
from metodist.domain.tables import FactPart, Prefill, Role, Sheet, TableSpec
from metodist.layout.check_sheet import READINESS_ROW
from metodist.layout.plan import CHECK, EDITION, INDICATORS, SERVICE, TITLE_PAGE
from metodist.layout.school_table import table_spec
from metodist.programme.reader import read_programme
from metodist.services.resources import programme_codes, programme_file
from table_samples import FAULTS, bad_school, good_school, school, shown, table_of


@pytest.fixture(scope="module")
def spec(small_programme: Programme) -> TableSpec:
    return table_of(small_programme)


@pytest.fixture(scope="module", params=programme_codes())
def shipped(request: pytest.FixtureRequest) -> TableSpec:
    """The first school's table of every programme that the product brings."""
    path = programme_file(request.param)
    assert path is not None
    programme = read_programme(path).programme
    assert programme is not None
    return table_spec(programme, programme.reporting[0])


def sheet_of(spec: TableSpec, name: str) -> Sheet:
    return next(sheet for sheet in spec.sheets if sheet.name == name)


def test_sheets_stand_in_the_order_in_which_a_school_meets_them(spec):
    assert [sheet.name for sheet in spec.sheets] == [
        "Инструкция",
        "Титул",
        "Кадры",
        "Конкурсы",
        "Сведения",
        "Показатели",
        "Проверка",
        "Списки",
        "Служебный",
    ]
    assert [sheet.state for sheet in spec.sheets[-3:]] == ["visible", "hidden", "veryHidden"]


def test_the_same_school_gets_the_same_table(small_programme, spec):
    assert table_of(small_programme) == spec


def test_places_do_not_depend_on_what_is_filled_in(small_programme, spec):
    filled = table_of(small_programme, good_school())
    assert (filled.registers, filled.facts, filled.outcomes) == (spec.registers, spec.facts, spec.outcomes)
    locked = [
        [
            (cell.row, cell.column, cell.value)
            for cell in sheet.cells
            if cell.locked and not cell.formula and not cell.varies
        ]
        for table in (spec, filled)
        for sheet in table.sheets
    ]
    half = len(spec.sheets)
    assert locked[:half] == locked[half:]


def test_the_stamp_stands_in_the_hidden_cell_and_under_its_name(small_programme, spec):
    school = small_programme.reporting[0]
    assert spec.identity == Identity("demo", "2026", school.code, f"{small_programme.version}.{EDITION}")
    name, row, column = spec.identity_cell
    assert shown(spec, name)[(row, column)] == spec.identity.stamp
    assert spec.names["metodist_id"] == f"'{SERVICE}'!$B${row}"


@pytest.mark.parametrize(("staff", "expected"), [(0, 150), (40, 150), (100, 150), (101, 200), (400, 600)], ids=str)
def test_there_is_room_for_half_as_many_people_again(small_programme, staff, expected):
    school = replace(small_programme.reporting[0], staff=staff)
    spec = table_spec(small_programme, school)
    rooms = {place.register: place.capacity for place in spec.registers}
    assert rooms == {STAFF: expected, "Конкурсы": max(100, expected if staff > 66 else 100) if staff else 100}


def test_only_cells_for_input_are_open(spec):
    for sheet in spec.sheets:
        opened = {(cell.row, cell.column) for cell in sheet.every_cell() if not cell.locked}
        typed = {(place.row, place.column) for place in spec.facts if place.sheet == sheet.name}
        for place in (place for place in spec.registers if place.sheet == sheet.name):
            fields = [column for name, column in place.columns.items() if name != "Возраст"]
            rows = range(place.first_row, place.first_row + place.capacity)
            typed |= {(row, column) for row in rows for column in fields}
        assert opened == typed


def test_no_two_cells_stand_in_one_place(shipped):
    for sheet in shipped.sheets:
        places = [(cell.row, cell.column) for cell in sheet.every_cell()]
        assert len(places) == len(set(places)), sheet.name


def test_headings_say_what_is_required_and_what_is_chosen_from_a_list(spec):
    place = spec.registers[0]
    headings = {name: shown(spec, STAFF)[(place.heading_row, column)] for name, column in place.columns.items()}
    assert headings["ФИО"] == "ФИО\n* обязательно"
    assert headings["Предмет"] == "Предмет\u00a0▾\n* обязательно"
    assert headings["Стаж общий"] == "Стаж общий, лет\n* обязательно"
    assert headings["Дата диагностики"] == "Дата диагностики\n* при условии"
    assert headings["Балл"] == "Балл"


def test_row_numbers_are_printed(spec):
    place = spec.registers[0]
    numbers = [shown(spec, STAFF)[(place.first_row + index, place.number_column)] for index in range(place.capacity)]
    assert numbers == list(range(1, 151))


def test_lists_are_chosen_by_defined_names(spec):
    lists = {rule.source for sheet in spec.sheets for rule in sheet.validations if rule.kind == "list"}
    assert lists == {
        "Список_Предметы",
        "Список_Категории",
        "Список_Уровни_конкурсов",
        "Список_да_нет",
        "Список_педагогов",
    }
    assert lists <= set(spec.names)


def test_lists_whose_names_would_meet_get_names_of_their_own(small_programme):
    lists = {"А-Б": ("x",), "А Б": ("y",), "да нет": ("z",)}
    programme = replace(small_programme, lists={**small_programme.lists, **lists})
    names = table_spec(programme, programme.reporting[0]).names
    assert {"Список_А_Б", "Список_А_Б_2", "Список_да_нет", "Список_да_нет_2"} <= set(names)


def test_defined_names_are_valid(shipped):
    for name in shipped.names:
        assert re.fullmatch(r"[^\W\d][\w.]{0,254}", name), name
    assert len({name.lower() for name in shipped.names}) == len(shipped.names)


def test_messages_fit_into_what_excel_shows(shipped):
    for rule in (rule for sheet in shipped.sheets for rule in sheet.validations):
        assert len(rule.hint_title) <= 32
        assert len(rule.message_title) <= 32
        assert len(rule.hint) <= 255
        assert 0 < len(rule.message) <= 255


def test_formulas_fit_into_a_cell(shipped):
    for sheet in shipped.sheets:
        cells = (*sheet.cells, *(cell for block in sheet.blocks for cell in block.cells))
        for formula in (cell.formula for cell in cells if cell.formula):
            assert len(formula) < 8192
            assert deepest(formula) <= 64


def deepest(formula: str) -> int:
    """How many brackets are open at once."""
    depth = most = 0
    for sign in re.sub(r'"[^"]*"', "", formula):
        depth += (sign == "(") - (sign == ")")
        most = max(most, depth)
    return most


def test_colours_refer_to_their_own_sheet_only(shipped):
    formulas = [light.formula for sheet in shipped.sheets for light in sheet.highlights]
    assert formulas
    assert [formula for formula in formulas if "!" in formula] == []


def test_every_sheet_that_is_seen_leads_back(spec):
    for sheet in spec.sheets:
        links = {cell.link for cell in sheet.cells if cell.link}
        if sheet.state == "visible" and sheet.name not in (TITLE_PAGE, "Инструкция"):
            assert f"'{TITLE_PAGE}'!A1" in links
    title = {cell.link for cell in sheet_of(spec, TITLE_PAGE).cells if cell.link}
    others = {sheet.name for sheet in spec.sheets if sheet.state == "visible"} - {TITLE_PAGE}
    assert title == {f"'{name}'!A1" for name in others}


def test_links_lead_to_sheets_that_exist(shipped):
    names = {sheet.name for sheet in shipped.sheets}
    links = {cell.link for sheet in shipped.sheets for cell in sheet.cells if cell.link}
    assert {link.rsplit("!", 1)[0].strip("'") for link in links} <= names


def test_presence_has_room_for_its_document(spec):
    parts = [place.part for place in spec.facts if place.fact.name == "Положение о наставничестве"]
    assert parts == [FactPart.VALUE, FactPart.DOCUMENT, FactPart.NUMBER, FactPart.DATE, FactPart.LINK]
    assert not [p for p in spec.facts if p.fact.name == "Вакансий" and p.part is not FactPart.VALUE]


def test_last_years_value_stands_beside_and_is_not_compared(small_programme):
    filled = table_of(small_programme, good_school())
    place = next(p for p in filled.facts if p.fact.name == "Педагогов по штату")
    sheet = sheet_of(filled, FACTS)
    beside = next(cell for cell in sheet.cells if (cell.row, cell.column) == (place.row, place.column + 1))
    assert (beside.value, beside.role, beside.varies) == (28, Role.REFERENCE, True)
    assert sheet.hidden_columns == ()
    assert sheet_of(table_of(small_programme), FACTS).hidden_columns == (place.column + 1,)


def test_indicators_of_the_municipality_are_left_out(spec):
    codes = {cell.code for cell in spec.outcomes}
    assert "3.4" not in codes
    assert {"1.1", "1.4", "2.1", "2.4", "3.1", "3.2"} <= codes


def test_outcomes_are_found_where_they_are_shown(small_programme):
    spec = table_of(small_programme, good_school())
    cells = shown(spec, INDICATORS)
    found = {(o.code, o.slice, o.part.value): cells[(o.row, o.column)] for o in spec.outcomes}
    assert found[("1.1", "", "numerator")] == 2
    assert found[("1.1", "", "denominator")] == 3
    assert found[("1.1", "", "value")] == pytest.approx(2 / 3)
    assert found[("1.1", "Математика", "value")] == 1
    assert found[("2.4", "", "value")] == 2
    assert found[("2.1", "", "value")] == 1


def test_a_share_over_an_empty_register_is_blank(spec):
    cells = shown(spec, INDICATORS)
    place = next(o for o in spec.outcomes if (o.code, o.slice, o.part.value) == ("1.1", "", "value"))
    assert cells[(place.row, place.column)] == ""


def test_readiness_of_an_empty_table(spec):
    assert shown(spec, CHECK)[(READINESS_ROW, 1)] == "Готово 0 из 6, ошибок нет"


def test_readiness_of_a_complete_table(small_programme):
    spec = table_of(small_programme, good_school())
    assert shown(spec, CHECK)[(READINESS_ROW, 1)] == "Готово 42 из 42, ошибок нет. Таблицу можно отправлять"


def test_every_row_names_its_first_problem(small_programme):
    spec = table_of(small_programme, bad_school())
    sheet = sheet_of(spec, STAFF)
    remark = sheet.print_area.right
    texts = [shown(spec, STAFF)[(spec.registers[0].first_row + index, remark)] for index in range(len(FAULTS))]
    assert texts == list(FAULTS)


def test_a_rule_waits_for_the_cells_that_must_be_filled_first(small_programme):
    staff = "ФИО ¦ Стаж педагогический\nИванова Анна Ивановна ¦ 30"
    spec = table_of(small_programme, school(staff))
    rules = [str(value) for (_, column), value in shown(spec, CHECK).items() if column == 2]
    assert not [text for text in rules if "не больше общего" in text]


def test_more_rows_than_there_is_room_for_are_left_out(small_programme):
    rows = "\n".join(["ФИО", *(f"Иванова Анна {number}" for number in range(200))])
    spec = table_of(small_programme, school(rows))
    names = [value for (row, column), value in shown(spec, STAFF).items() if column == 2 and row >= 7]
    assert len(names) == 150
    assert all(names)


def test_a_programme_without_facts_has_no_sheet_for_them(small_programme):
    bare = replace(small_programme, facts=(), indicators=())
    spec = table_spec(bare, bare.reporting[0], Prefill(SchoolData()))
    assert FACTS not in [sheet.name for sheet in spec.sheets]
