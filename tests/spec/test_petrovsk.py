"""Петровский район: what the programme workbook must hold, three shares counted by hand, and the whole way."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from answers_text import school_answers
from brought_programmes import programme_of, reading_of_programme
from metodist.domain.fields import SCHOOLS, FieldType
from metodist.domain.findings import Severity
from metodist.domain.indicators import IndicatorKind
from metodist.domain.outcomes import Outcome
from metodist.domain.plans import State
from metodist.domain.programme import Programme
from metodist.domain.returns import Status
from metodist.errors import UserError
from metodist.programme.lint import lint_programme
from metodist.programme.reader import Reading
from metodist.scoring.indicators import score_district
from metodist.services.scoring_folder import score_folder
from whole_way import Way, delivered, whole_way

SHARES = """
Доля педагогических работников и управленческих кадров, повысивших квалификацию, прошедших курсы повышения квалификации и профессиональную переподготовку
Доля педагогических работников в возрасте до 35 лет, участвующих в различных формах поддержки и сопровождения в первые 3 года работы
Доля педагогических работников и управленческих кадров, принявших участие в конкурсах профессионального мастерства на различных уровнях
Доля образовательных организаций, принявших участие в профессиональных конкурсах на различных уровнях
Доля образовательных организаций, представивших актуальный опыт деятельности (различные уровни)
Доля педагогов-тьюторов, экспертов, членов жюри (различные уровни)
""".strip().splitlines()

#: Sections of the passport that the concept fills, and how many rows the source gives each.
SECTIONS = {
    "Термины": 22,
    "Источники данных": 5,
    "Нормативные документы": 11,
    "Роли: муниципальный уровень": 5,
    "Роли: уровень образовательной организации": 1,
    "Субъекты управления Системой": 2,
    "Подходы": 3,
    "Принципы": 9,
    "Противоречия развития педагогов": 5,
    "Звенья цикла: Раздел 5 Концепции": 5,
}


@pytest.fixture(scope="module")
def reading() -> Reading:
    return reading_of_programme("petrovsk")


@pytest.fixture(scope="module")
def petrovsk() -> Programme:
    return programme_of("petrovsk")


@pytest.fixture(scope="module")
def way(tmp_path_factory: pytest.TempPathFactory) -> Way:
    return whole_way(delivered(tmp_path_factory.mktemp("Петровск") / "2026", "petrovsk"), date(2026, 12, 1))


def test_six_shares_in_the_words_of_the_concept(petrovsk: Programme) -> None:
    (main,) = {each.group for each in petrovsk.indicators if each.code == "1"}
    six = [each for each in petrovsk.indicators if each.group == main]

    assert [each.title for each in six] == SHARES
    assert {each.kind for each in six} == {IndicatorKind.SHARE}
    assert all(each.clause.startswith("Раздел 5") and each.note for each in six)
    assert [each.scope for each in six] == ["Кадры", "Кадры", "Кадры", SCHOOLS, SCHOOLS, "Кадры"]
    assert all(each.goals and each.monitorings == ("1",) for each in petrovsk.indicators)


def test_ten_tasks_one_monitoring_and_what_the_passport_keeps(petrovsk: Programme) -> None:
    extra = petrovsk.passport.extra

    assert [goal.number for goal in petrovsk.goals] == [str(number) for number in range(1, 11)]
    assert {name: len(extra[name]) for name in SECTIONS} == SECTIONS
    assert [each.term for each in petrovsk.monitorings] == ["не реже одного раза в год"]
    assert "адресные рекомендации" in petrovsk.monitorings[0].use_of_results
    assert petrovsk.rubric == ()
    terms = dict(extra["Термины"])
    assert "заместитель руководителя организации" in terms["Управленческие кадры"]
    (_, methodists, *_rest) = extra["Роли: муниципальный уровень"]
    assert methodists[0] == "Методические советы, Районные методические объединения"


def test_the_monitoring_of_the_system_serves_every_task_and_nothing_is_called_a_decision(petrovsk: Programme) -> None:
    _, *monitoring = petrovsk.roadmap

    assert [len(row.goals) for row in monitoring] == [10, 10, 10]
    assert {row.kind.value for row in petrovsk.roadmap} == {"мероприятие"}


def test_people_of_the_order(petrovsk: Programme) -> None:
    named = {person.role: (person.name, person.post) for person in petrovsk.people}

    assert named["подписывает"] == ("Уханова Н. К.", "начальник управления образования")
    assert named["контролирует"] == named["подписывает"]
    assert named["исполняет"] == ("Макаренкова Е. С.", "руководитель МКУ «Методико-правовой центр»")
    assert (petrovsk.passport.act_date, petrovsk.passport.act_number) == (date(2021, 11, 30), "326-ОД")


@pytest.mark.parametrize("words", ["2029", "№ 474", "Два раздела с номером 4", "дорожная карта", "районная"])
def test_contradictions_of_the_source_are_carried(petrovsk: Programme, words: str) -> None:
    assert any(words.casefold() in f"{note.text} {note.contradiction}".casefold() for note in petrovsk.notes)


def test_a_contradiction_stands_where_a_rule_can_find_it(petrovsk: Programme) -> None:
    aims = " ".join(text for _, text in petrovsk.passport.extra["Концепция разработана с целью исполнения"])
    assert "7 октября 2029 г. №2580-р" in aims
    assert "21 июня 2020 г. № 474" in aims
    assert "21 мая 2020 г. N 474" in " ".join(text for _, text in petrovsk.passport.extra["Нормативные документы"])


def test_the_linter_finds_no_error(reading: Reading, petrovsk: Programme) -> None:
    assert [one for one in lint_programme(petrovsk, reading.rows) if one.severity is Severity.ERROR] == []


def test_the_clerk_is_told_kindly_what_to_enter(petrovsk: Programme) -> None:
    for field in (field for register in petrovsk.registers for field in register.fields):
        assert field.hint, field.name
        assert len(field.hint) <= 255, field.name
        assert len(field.message) <= 225, field.name
        assert field.message or field.type is FieldType.COMPUTED, field.name


#: Two managers and five teachers; a manager is no teacher, a teacher of 36 or in the fourth year is not young.
FIRST = school_answers(
    """
    # Кадры
    ФИО             | Дата рождения | Должность                | Стаж педагогический | Поддержка: наставничество | Поддержка: иная форма | Роль: тьютор | Роль: эксперт | Роль: член жюри | Уровень роли
    Иванова А. А.   | 01.03.1970    | руководитель             | 30                  | –                         | –                     | –            | –             | –               | –
    Петров Б. Б.    | 02.02.1999    | заместитель руководителя | 1                   | –                         | –                     | –            | –             | –               | –
    Сидорова В. В.  | 10.10.2001    | учитель                  | 1                   | да                        | да                    | нет          | нет           | нет             | –
    Кузнецова Г. Г. | 31.12.1991    | учитель                  | 2                   | нет                       | нет                   | нет          | нет           | нет             | –
    Егорова Д. Д.   | 31.12.1990    | учитель                  | 0                   | –                         | –                     | нет          | нет           | нет             | –
    Титова Е. Е.    | 01.01.1995    | педагог-психолог         | 3                   | –                         | –                     | да           | да            | нет             | региональный
    Орлова Ж. Ж.    | 05.05.1960    | учитель                  | 40                  | –                         | –                     | нет          | нет           | да              | муниципальный

    # Обучение
    Работник       | Вид обучения                    | Дата окончания
    Иванова А. А.  | курсы повышения квалификации    | 15.03.2026
    Сидорова В. В. | курсы повышения квалификации    | 20.05.2026
    Сидорова В. В. | профессиональная переподготовка | 01.01.2026
    Титова Е. Е.   | курсы повышения квалификации    | 31.12.2025

    # Конкурсы
    Работник     | Конкурс      | Уровень       | Дата
    Петров Б. Б. | Лидер        | муниципальный | 10.02.2026
    Титова Е. Е. | Психолог     | региональный  | 11.03.2026
    Титова Е. Е. | Мастер-класс | муниципальный | 12.04.2026

    # Участие школы
    Мероприятие | Вид участия           | Форма представления | Уровень      | Дата
    Форум       | представление опыта   | мастер-класс        | региональный | 12.04.2026
    """
)
SECOND = school_answers(
    """
    # Кадры
    ФИО           | Дата рождения | Должность    | Стаж педагогический | Роль: тьютор | Роль: эксперт | Роль: член жюри
    Зайцева И. И. | 01.01.1980    | руководитель | 20                  | –            | –             | –
    Лебедева К. К.| 01.01.1985    | учитель      | 15                  | нет          | нет           | нет

    # Участие школы
    Мероприятие  | Вид участия             | Уровень       | Дата
    Лучшая школа | профессиональный конкурс | муниципальный | 01.10.2026
    """
)


@pytest.mark.parametrize(
    ("code", "numerator", "denominator"),
    [
        ("1", 2, 9),  # Иванова (manager), Сидорова; Титова finished in the year before
        ("1.1", 1, 6),  # teachers: Сидорова
        ("1.2", 1, 3),  # managers: Иванова
        ("2", 1, 2),  # young: Сидорова (25), Кузнецова (35 on the last day); supported: Сидорова
        ("3", 2, 9),  # Петров (manager), Титова once
        ("3.2", 1, 3),
        ("4", 1, 2),  # the second school
        ("5", 1, 2),  # the first school
        ("6", 2, 6),  # Титова, Орлова of six teachers
    ],
)
def test_shares_counted_by_hand(petrovsk: Programme, code: str, numerator: int, denominator: int) -> None:
    outcome = score_district(petrovsk, {"ОО-01": FIRST, "ОО-02": SECOND})[code]
    assert (outcome.numerator, outcome.denominator) == (numerator, denominator)
    assert outcome.value == pytest.approx(numerator / denominator)


def test_lines_counted_by_hand(petrovsk: Programme) -> None:
    outcomes = score_district(petrovsk, {"ОО-01": FIRST, "ОО-02": SECOND})

    def lines(outcome: Outcome) -> dict[str, float]:
        return {label: ratio.numerator for label, ratio in outcome.breakdown.items() if ratio.numerator}

    assert lines(outcomes["1"]) == {"руководитель": 1, "учитель": 1}
    assert lines(outcomes["2"]) == {"наставничество": 1, "иная форма": 1}
    assert lines(outcomes["3.3"]) == {"муниципальный": 2, "региональный": 1}
    assert lines(outcomes["6"]) == {"тьютор": 1, "эксперт": 1, "член жюри": 1}
    assert lines(outcomes["6.1"]) == {"муниципальный": 1, "региональный": 1}


def test_every_table_is_accepted_without_a_finding(way: Way) -> None:
    assert [one.returned.findings for one in way.taken] == [()] * (len(way.programme.reporting) - 1)
    assert {one.returned.status for one in way.taken} == {Status.ACCEPTED}
    assert way.summary["schools"]["accepted"] == len(way.taken)
    assert way.summary["schools"]["missing"] == [way.programme.reporting[-1].code]


def test_managers_stand_beside_teachers_in_the_summary(way: Way) -> None:
    indicators = way.summary["indicators"]
    for whole, teachers, managers in (("1", "1.1", "1.2"), ("3", "3.1", "3.2")):
        for part in ("numerator", "denominator"):
            assert indicators[whole][part] == indicators[teachers][part] + indicators[managers][part]
        assert indicators[managers]["numerator"] > 0
    assert indicators["2"]["denominator"] > 0


def test_the_order_names_what_it_carries_out_and_the_chief_keeps_the_control(way: Way) -> None:
    order = way.text("order_monitoring")
    assert "Во исполнение приказа управления образования от 30.11.2021 № 326-ОД" in order
    assert "Контроль за исполнением настоящего приказа оставляю за собой." in order
    note = way.text("note")
    assert "Целевые значения показателей программой не установлены" in note
    assert "концепции создания муниципальной системы научно-методического сопровождения" in note


def test_the_plan_holds_the_yearly_monitoring_and_says_what_has_no_term(way: Way) -> None:
    assert way.plan.count(State.DUE) == len(way.plan.plan.entries) == 4
    assert [one.item.number for one in way.plan.plan.undated] == ["1"]


def test_a_programme_without_a_rubric_says_so(way: Way) -> None:
    with pytest.raises(UserError, match="нет рубрики"):
        score_folder(way.folder)


def test_the_summary_is_a_file_and_the_folder_is_tidy(way: Way) -> None:
    assert (way.folder / "Свод.xlsx").is_file()
    assert list(Path(way.folder / "Входящие").iterdir()) == []
