"""Three years of one municipality: fields and indicators change their names, and dynamics live on.

2026 as the small programme stands. For 2027 the methodist renames a fact, gives the change its own new code and splits
the share of the diagnosed. For 2028 the fact is renamed once more.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from metodist.domain.bridge import Obstacle
from metodist.domain.periods import Period
from metodist.domain.programme import Programme
from metodist.domain.returns import SchoolData
from metodist.layout.school_table import table_spec
from metodist.scoring.indicators import score_district
from metodist.services.collecting import collect
from metodist.services.earlier_programmes import kept_name
from metodist.services.issuing import issue_tables
from metodist.services.last_year import earlier_year, last_year
from metodist.services.linting import lint
from metodist.services.programmes import new_folder
from metodist.services.working_folder import INDEX, PROGRAMME, load_programme, open_folder
from programme_text import SMALL, write_programme
from working_folder_story import answers, issued_folder, send

OLD, NEW, NEWEST = "Участников сообществ", "Педагогов в сетях", "Участников сетей"
WAS_CHANGE = "'2.4 ¦ Поддержка ¦ Увеличение числа участников сообществ"
DIAGNOSED = "'1.1 ¦ Дефициты ¦ Доля педагогов, прошедших диагностику ¦ доля ¦ Кадры ¦ Диагностика = да ¦ ¦ ¦ Предмет"
YOUNG = "'1.1 ¦ Дефициты ¦ Доля молодых, прошедших диагностику ¦ доля ¦ Кадры ¦ Диагностика = да ¦ Возраст <= 35"
OTHERS = "'1.5 ¦ Дефициты ¦ Доля прочих, прошедших диагностику ¦ доля ¦ Кадры ¦ Диагностика = да ¦ не(Возраст <= 35)"
BLANKS = " ¦ ¦ ¦ ¦ ¦ ¦ % ¦ 1 ¦ 1 ¦ "


def in_2027() -> str:
    lines = []
    for line in SMALL.splitlines():
        if line.startswith("Реестр ¦ Поле"):
            lines.append(f"{line} ¦ Прежнее название")
        elif line.startswith("Код ¦ Группа ¦ Показатель"):
            lines.append(f"{line} ¦ Прежний код")
        elif line.startswith(DIAGNOSED):
            lines += [f"{YOUNG}{BLANKS}'1.1", f"{OTHERS}{BLANKS}'1.1"]
        elif line.startswith(WAS_CHANGE):
            lines.append(line.replace("'2.4", "'4.1").replace(f"¦ {OLD} ¦", f"¦ {NEW} ¦") + " ¦ '2.4")
        elif line.startswith(f"Сведения ¦ {OLD} ¦"):
            lines.append(line.replace(OLD, NEW) + f" ¦ {OLD}")
        else:
            lines.append(line.replace("Отчётный год ¦ 2026", "Отчётный год ¦ 2027"))
    return "\n".join(lines)


def in_2028() -> str:
    text = in_2027().replace(f"¦ {OLD}\n", f"¦ {NEW}\n").replace("Отчётный год ¦ 2027", "Отчётный год ¦ 2028")
    text = text.replace(f"Сведения ¦ {NEW} ¦", f"Сведения ¦ {NEWEST} ¦").replace(
        f"изменение ¦ Сведения ¦ {NEW}", f"изменение ¦ Сведения ¦ {NEWEST}"
    )
    return text.replace("Отчётный год ¦ 2027", "Отчётный год ¦ 2028")


def handed_in(folder: Path) -> tuple[Programme, dict[str, SchoolData]]:
    """Both schools send their tables, which are accepted."""
    programme = load_programme(folder / PROGRAMME)
    data = {}
    for school in programme.reporting:
        data[school.code] = answers(programme, school, seed=programme.passport.period.year)
        send(folder, programme, school, data[school.code])
    assert {str(taken.returned.status) for taken in collect(folder)} == {"accepted"}
    return programme, data


def next_folder(folder: Path, following: Path, year: int, text: str) -> Path:
    new_folder(str(folder), following, year)
    write_programme(following / PROGRAMME, text)
    issue_tables(following)
    return following


@pytest.fixture(scope="module")
def years(tmp_path_factory: pytest.TempPathFactory):
    """The folders of 2026, 2027, 2028, and what the schools handed in in the first two."""
    first = issued_folder(tmp_path_factory.mktemp("2026"))
    told = {2026: handed_in(first)}
    second = next_folder(first, tmp_path_factory.mktemp("2027") / "Мониторинг", 2027, in_2027())
    told[2027] = handed_in(second)
    third = next_folder(second, tmp_path_factory.mktemp("2028") / "Мониторинг", 2028, in_2028())
    return {2026: first, 2027: second, 2028: third}, told


def test_the_new_table_shows_last_years_number_under_the_new_name(years) -> None:
    from openpyxl import load_workbook

    folders, told = years
    programme = load_programme(folders[2027] / PROGRAMME)
    school = programme.reporting[0]
    was = told[2026][1][school.code].facts[OLD]
    spec = table_spec(programme, school)
    sheet = load_workbook(next((folders[2027] / "Таблицы").glob(f"{school.code} *2027.xlsx")))["Сведения"]
    base = next(cell for cell in spec.facts if cell.fact.name == "Участников сообществ в прошлом году")
    assert sheet.cell(base.row, base.column).value == was
    renamed = next(cell for cell in spec.facts if cell.fact.name == NEW)
    assert was in [cell.value for cell in sheet[renamed.row]]


def test_the_renamed_indicator_compares_with_the_earlier_one(years) -> None:
    folders, told = years
    programme, data = told[2026]
    then = score_district(programme, data)
    known = last_year(open_folder(folders[2027]))
    assert known.continuations["4.1"].earlier == ("2.4",)
    now = known.district()
    assert now["4.1"].numerator == then["2.4"].numerator
    assert now["2.1"] == then["2.1"]


def test_a_split_indicator_is_counted_for_both_years_by_its_parts(years) -> None:
    folders, told = years
    programme, data = told[2026]
    whole = score_district(programme, data)["1.1"]
    known = last_year(open_folder(folders[2027]))
    young, others = (known.district()[code] for code in ("1.1", "1.5"))
    assert young.numerator + others.numerator == whole.numerator
    assert young.denominator + others.denominator == whole.denominator
    assert (known.continuations["1.1"].parts, known.continuations["1.5"].parts) == (("1.5",), ("1.1",))


def test_names_are_carried_over_two_years(years) -> None:
    folders, told = years
    place = open_folder(folders[2028])
    for year, name in ((2026, OLD), (2027, NEW)):
        found = earlier_year(place, Period(year))
        assert {code: data.facts[NEWEST] for code, data in found.schools.items()} == {
            code: data.facts[name] for code, data in told[year][1].items()
        }
        assert found.continuations["4.1"].permitted
    assert last_year(place).period == Period(2027)


def test_the_bridge_outlives_the_index_and_a_number_is_counted_to_its_own_years_end(years) -> None:
    folders, told = years
    programme, data = told[2026]
    before = earlier_year(open_folder(folders[2028]), Period(2026)).district()
    (folders[2028] / INDEX).unlink()
    again = earlier_year(open_folder(folders[2028]), Period(2026)).district()
    assert again == before
    assert again["3.2"] == score_district(programme, data)["3.2"]


def test_facts_of_the_municipality_come_from_the_programme_that_is_kept(years) -> None:
    folders, _ = years
    place = open_folder(folders[2027])
    known = last_year(place)
    assert (place.path / kept_name("2026")).is_file()
    assert known.municipal == {}
    assert known.continuations["3.4"].permitted


def test_a_fact_that_was_not_asked_is_no_base_of_a_change(years, tmp_path) -> None:
    folders, told = years
    text = in_2027().replace(f" ¦ {OLD}\n", " ¦ нет\n")
    folder = tmp_path / "Иначе"
    new_folder(str(folders[2026]), folder, 2027)
    write_programme(folder / PROGRAMME, text)
    known = last_year(open_folder(folder))
    assert known.continuations["4.1"].obstacle is Obstacle.NOT_ASKED
    assert known.continuations["4.1"].what == (NEW,)
    school = told[2026][0].reporting[0]
    prefill = known.prefill(school.code)
    assert prefill is not None
    assert prefill.data.facts == {}
    assert replace(prefill.data, facts={}) == SchoolData()


def told(folder: Path) -> list[tuple[str, str, str, str]]:
    columns = ("Прежнее название", "Прежний код")
    return [
        (issue.severity.value, issue.column, issue.message, issue.suggestion)
        for issue in lint(folder)
        if issue.column in columns
    ]


def test_a_bridge_that_leads_nowhere_is_told(years, tmp_path) -> None:
    """A slip of the pen would break dynamics without a word; what was needed a year ago is to be cleared."""
    folders, _ = years
    assert told(folders[2027]) == []
    folder = tmp_path / "Опечатка"
    new_folder(str(folders[2026]), folder, 2027)
    text = in_2027().replace(f" ¦ {OLD}\n", " ¦ Участников сообщества\n").replace(" ¦ '2.4\n", " ¦ '2.9\n")
    write_programme(folder / PROGRAMME, text)
    field, code = told(folder)
    assert (field[0], field[3]) == ("warning", OLD)
    assert "«Участников сообщества»" in field[2]
    assert (code[0], code[1]) == ("warning", "Прежний код")
    stale = tmp_path / "Позапрошлый"
    new_folder(str(folders[2027]), stale, 2028)
    assert [(severity, column) for severity, column, _, _ in told(stale)] == [
        ("remark", "Прежнее название"),
        ("remark", "Прежний код"),
    ]
