"""The year bridge: what this year's indicators compare with, and what stands in the way."""

from __future__ import annotations

import pytest

from metodist.domain.answers import Answered, answered
from metodist.domain.bridge import Continuation, Obstacle, continuations, in_todays_words, names_then
from metodist.domain.programme import Programme
from metodist.domain.returns import Evidence, RegisterRow, SchoolData
from programme_text import SMALL, programme_from, small_programme, with_sheet

INDICATORS = """
Код ¦ Показатель ¦ Вид ¦ Где считать ¦ Числитель ¦ Знаменатель ¦ Столбец ¦ Разрез ¦ Прежний код
"""


def staff(**values: object) -> SchoolData:
    row = {"ФИО": "Иванова А. А.", **{name.replace("_", " "): value for name, value in values.items()}}
    return SchoolData({"Кадры": (RegisterRow(7, row),)})


def bridged(programme: Programme, *schools: SchoolData, then: Programme | None = None) -> dict[str, Continuation]:
    known = answered(schools, then.district.facts if then else None, then)
    return continuations(programme, known, names_then(programme, known))


def carried(programme: Programme, data: SchoolData) -> SchoolData:
    return in_todays_words(programme, data, names_then(programme, answered([data])))


def one_indicator(row: str, base: str = SMALL) -> Programme:
    return programme_from(with_sheet("Показатели", INDICATORS + row, base))


def renamed(now: str, then: str, base: str = SMALL) -> str:
    """The text with the field «Балл» of «Кадры» called ``now``, which was called ``then``."""
    lines = {"Реестр ¦ Поле ¦": " ¦ Прежнее название", "Кадры ¦ Балл ¦": f" ¦ {then}"}
    ends = {line: end for line in base.splitlines() for start, end in lines.items() if line.startswith(start)}
    text = "\n".join(line + ends.get(line, "") for line in base.splitlines())
    return text.replace("Кадры ¦ Балл ¦", f"Кадры ¦ {now} ¦")


MEAN = "'1.3 ¦ Средний балл ¦ среднее ¦ Кадры ¦ ¦ ¦ {field} ¦ ¦ {code}"


def mean_of(field: str, then: str, code: str = "") -> Programme:
    return one_indicator(MEAN.format(field=field, code=code), renamed(field, then))


def test_a_renamed_field_is_read_under_its_earlier_name() -> None:
    programme = mean_of("Результат", "Балл")
    data = carried(programme, staff(Балл=71))
    assert data.registers["Кадры"][0].values == {"ФИО": "Иванова А. А.", "Результат": 71}
    assert bridged(programme, staff(Балл=71))["1.3"].permitted


def test_a_bridge_that_was_crossed_already_does_no_harm() -> None:
    """The workbook was copied once more and nobody cleared the column: last year's answers bear today's name."""
    programme = mean_of("Результат", "Балл")
    assert carried(programme, staff(Результат=71)).registers["Кадры"][0].values["Результат"] == 71
    assert bridged(programme, staff(Результат=71))["1.3"].permitted


def test_a_field_said_to_be_new_takes_nothing_from_its_namesake() -> None:
    programme = mean_of("Балл", "нет")
    assert "Балл" not in carried(programme, staff(Балл=71)).registers["Кадры"][0].values
    found = bridged(programme, staff(Балл=71))["1.3"]
    assert (found.obstacle, found.what) == (Obstacle.NOT_ASKED, ("Балл",))


def test_fields_that_changed_names_with_one_another_are_not_mixed_up() -> None:
    text = renamed("Балл", "Стаж общий").replace("¦ Стаж общий ¦ Сведения", "¦ Стаж ¦ Сведения")
    text = text.replace("Стаж педагогический <= Стаж общий", "")
    lines = [line + " ¦ Балл" if line.startswith("Кадры ¦ Стаж ¦") else line for line in text.splitlines()]
    programme = programme_from("\n".join(lines))
    values = carried(programme, staff(Балл=71, Стаж_общий=20)).registers["Кадры"][0].values
    assert (values["Балл"], values["Стаж"]) == (20, 71)


def test_a_renamed_register_is_found() -> None:
    text = SMALL.replace("Реестры ¦ Кадры", "Прежние реестры ¦ Конкурсы ¦ Олимпиады\nРеестры ¦ Кадры")
    programme = programme_from(text)
    row = RegisterRow(7, {"Педагог": "Иванова А. А.", "Название конкурса": "Учитель года", "Уровень": "региональный"})
    before = SchoolData({"Кадры": (), "Олимпиады": (row,)})
    assert carried(programme, before).registers["Конкурсы"] == (row,)
    assert bridged(programme, before)["2.3"].permitted


def test_evidence_goes_with_its_fact_and_what_nobody_asks_any_more_is_left_out() -> None:
    proof = Evidence("Положение", "12-ОД")
    before = SchoolData({}, {"Положение о наставничестве": "да", "Кабинетов": 7}, {"Положение о наставничестве": proof})
    after = carried(small_programme(), before)
    assert after.facts == {"Положение о наставничестве": "да"}
    assert after.evidence == {"Положение о наставничестве": proof}


SHARE = "'2.1 ¦ Доля ¦ доля ¦ Кадры ¦ {numerator} ¦ {denominator} ¦ ¦ {split} ¦ {code}"


@pytest.mark.parametrize(
    ("numerator", "missing"),
    [
        ("Диагностика = да", ("Диагностика",)),
        ("Балл > 50", ()),
        ("Возраст <= 35", ("Дата рождения",)),
        ("есть(Конкурсы: Уровень = региональный)", ("Конкурсы", "Уровень")),
        ("есть(Конкурсы)", ("Конкурсы",)),
    ],
)
def test_what_was_not_asked_a_year_ago_stands_in_the_way(numerator: str, missing: tuple[str, ...]) -> None:
    programme = one_indicator(SHARE.format(numerator=numerator, denominator="", split="", code=""))
    found = bridged(programme, staff(Балл=71))["2.1"]
    assert (found.what, found.permitted) == (missing, not missing)


def test_a_register_that_nobody_filled_in_was_asked_all_the_same() -> None:
    row = SHARE.format(numerator="есть(Конкурсы: Уровень = региональный)", denominator="", split="", code="")
    before = SchoolData({**staff(Балл=71).registers, "Конкурсы": ()})
    assert bridged(one_indicator(row), before)["2.1"].permitted


def test_the_programme_of_then_says_that_a_field_without_answers_was_asked() -> None:
    row = SHARE.format(numerator="Диагностика = да", denominator="", split="", code="")
    assert bridged(one_indicator(row), staff(Балл=71), then=small_programme())["2.1"].permitted


def test_values_that_lists_no_longer_have_stand_in_the_way() -> None:
    programme = one_indicator(SHARE.format(numerator="Категория = высшая", denominator="", split="", code=""))
    found = bridged(programme, staff(Категория="вторая"), staff(Категория="Высшая"))["2.1"]
    assert (found.obstacle, found.what) == (Obstacle.OTHER_VALUES, ("вторая",))
    assert "«вторая»" in found.remark


def test_merged_split_and_new_indicators_say_what_they_continue() -> None:
    rows = [
        ("'1.1", "Балл > 10", "'1.1, 1.2"),
        ("'2.1", "Балл > 20", "'2.7"),
        ("'2.2", "Балл > 30", "'2.7"),
        ("'3.1", "Балл > 40", "нет"),
        ("'3.2", "Балл > 50", "'3.1"),
        ("'3.3", "Балл > 60", ""),
    ]
    text = "\n".join(f"{code} ¦ Показатель {code} ¦ доля ¦ Кадры ¦ {test} ¦ ¦ ¦ ¦ {then}" for code, test, then in rows)
    found = bridged(one_indicator(text), staff(Балл=71))
    assert {code: each.earlier for code, each in found.items()} == {
        "1.1": ("1.1", "1.2"),
        "2.1": ("2.7",),
        "2.2": ("2.7",),
        "3.1": (),
        "3.2": ("3.1",),
        "3.3": ("3.3",),
    }
    assert found["1.1"].merged
    assert (found["2.1"].parts, found["2.2"].parts) == (("2.2",), ("2.1",))
    assert [each.obstacle for each in found.values()] == [None, None, None, Obstacle.NEW, None, None]
    assert [bool(each.remark) for each in found.values()] == [True, True, True, True, True, False]


def test_an_indicator_that_keeps_its_code_beside_a_new_part_is_split_too() -> None:
    text = "'2.1 ¦ А ¦ доля ¦ Кадры ¦ Балл > 20 ¦ ¦ ¦ ¦\n'2.2 ¦ Б ¦ доля ¦ Кадры ¦ Балл > 30 ¦ ¦ ¦ ¦ '2.1"
    assert bridged(one_indicator(text), staff(Балл=71))["2.1"].parts == ("2.2",)


def test_without_answers_nothing_is_compared() -> None:
    found = bridged(small_programme())
    assert {each.obstacle for each in found.values()} == {Obstacle.NO_ANSWERS}


def test_facts_of_the_municipality_need_the_programme_of_then() -> None:
    programme = small_programme()
    assert bridged(programme, staff(Балл=71))["3.4"].obstacle is Obstacle.NO_ANSWERS
    assert bridged(programme, staff(Балл=71), then=programme)["3.4"].permitted


def test_nothing_is_known_of_no_answers() -> None:
    assert not Answered().knows("Кадры", "ФИО")
    assert not Answered().anything()
