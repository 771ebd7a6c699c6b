"""What a check says of a filled table: each rule with the sheet that breaks it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from metodist.domain.findings import Severity
from metodist.domain.outcomes import Outcome
from metodist.domain.programme import Programme
from metodist.domain.returns import Evidence, SchoolData, Status
from metodist.intake.checks.district import people_in_two_schools
from returned import PROGRAMME, check_book, half_scored, table


def test_good_table_has_no_finding(tmp_path: Path) -> None:
    checked = check_book(table(), tmp_path)
    assert checked.codes == []
    assert checked.returned.status is Status.ACCEPTED


def test_values_are_what_was_typed(tmp_path: Path) -> None:
    data = check_book(table(), tmp_path).returned.data
    first, second = data.registers["Кадры"]
    assert first.sheet_row == 4
    assert (first.values["ФИО"], first.values["Возраст"], first.values["Стаж"]) == ("Иванова А. А.", 46, 20)
    assert "Ссылка" not in second.values
    assert data.facts == {"Педагогов по штату": 2, "Положение о наставничестве": "да"}
    proof = data.evidence["Положение о наставничестве"]
    assert (proof.document, proof.number, proof.link) == ("Положение", "12-р", "example.org/p")


def test_message_names_place_value_expectation_and_action(tmp_path: Path) -> None:
    checked = check_book(table("Иванова А. А. | 01.05.1980 | | 12 чел."), tmp_path)
    assert checked.messages == ["Лист «Кадры», E4: «12 чел.» — нужно целое число. Исправьте на 12."]
    assert checked.returned.status is Status.RETURNED


@pytest.mark.parametrize(
    ("row", "code", "cell", "part_of_message"),
    [
        ("Иванова А. А. | 01.05.1980 | | 70", "value.outside", "E4", "«70» — нужно от 0 до 60"),
        ("Иванова А. А. | 01.05.1920 | | 7", "value.outside", "C4", "«01.05.1920» — нужно от 01.01.1930 до 31.12.2010"),
        ("Иванова А. А. | 01.05.1980 | | ", "required.empty", "E4", "пусто — нужно заполнить «Стаж»"),
        ("Иванова А. А. | | | 7 | | | да", "required.in_case", "I4", "Укажите, где опубликован результат."),
        ("Иванова А. А. | | | 7 | 9", "rule.broken", "F4", "Педагогический стаж не больше общего."),
        ("Иванова А. А. | | | 7 | | химия", "choice.unknown", "G4", "нет в списке (математика; физика; русский язык)"),
        ("Иванова А. А. | | | 7 | | фисика", "choice.unknown", "G4", "Возможно, «физика»"),
        ("| 01.05.1980 | | 7", "row.no_key", "B4", "не заполнено «ФИО»"),
        ("12 | | | 7", "person.not_a_name", "B4", "нужны фамилия и инициалы"),
        ("Иванова А. А. | | | =6*2", "input.formula_without_value", "E4", "Замените её числом или текстом"),
    ],
)
def test_error_in_a_row(tmp_path: Path, row: str, code: str, cell: str, part_of_message: str) -> None:
    finding = check_book(table(row), tmp_path).one(code)
    assert (finding.severity, finding.sheet, finding.cell) == (Severity.ERROR, "Кадры", cell)
    assert part_of_message in finding.message


def test_rule_waits_for_a_cell_that_cannot_be_read(tmp_path: Path) -> None:
    """One mistake is told once: the comparison with an unreadable number is not a second one."""
    checked = check_book(table("Иванова А. А. | | | двадцать | 9"), tmp_path)
    assert checked.codes == ["number.not_a_number"]
    assert check_book(table("Иванова А. А. | | | | 9"), tmp_path).codes == ["required.empty"]


def test_same_person_twice_is_an_error_in_another_spelling_too(tmp_path: Path) -> None:
    staff = "Семёнова А. А. | 01.05.1980 | | 7\nПетров П. П. | | | 3\nСЕМЕНОВА  A. А. | 01.05.1980 | | 7"
    finding = check_book(table(staff), tmp_path).one("person.twice")
    assert (finding.cell, finding.cells) == ("B6", ("B6", "B4"))
    assert "уже есть в B4" in finding.message


def test_namesakes_with_other_dates_of_birth_are_only_a_warning(tmp_path: Path) -> None:
    checked = check_book(table("Иванова А. А. | 01.05.1980 | | 7\nИванова А. А. | 02.06.1990 | | 3"), tmp_path)
    assert checked.one("person.namesake").severity is Severity.WARNING
    assert checked.returned.status is Status.ACCEPTED


@pytest.mark.parametrize(
    "days",
    [["01.05.1980", ""], ["", "01.05.1980"], ["02.06.1990", "01.05.1980", "01.05.1980"]],
    ids=["no date second", "no date first", "the same date third"],
)
def test_only_two_dates_that_differ_prove_namesakes(days: list[str], tmp_path: Path) -> None:
    staff = "\n".join(f"Иванова А. А. | {day} | | 7" for day in days)
    assert check_book(table(staff), tmp_path).of("person.twice")


def test_person_of_another_register_must_stand_in_staff(tmp_path: Path) -> None:
    contests = "Учитель года | Иванова а. а.\nУчитель года | Иваноова А. А.\nДебют | Сидоров С. С."
    checked = check_book(table(contests=contests), tmp_path)
    near, far = checked.of("person.unknown")
    assert (near.cell, far.cell) == ("C5", "C6")
    assert "Возможно, «Иванова А. А.»" in near.message
    assert "Сначала внесите его туда" in far.message
    assert checked.returned.data.registers["Конкурсы"][0].values["Педагог"] == "Иванова А. А."


def test_repeated_row_of_a_register(tmp_path: Path) -> None:
    checked = check_book(table(contests="Учитель года | Иванова А. А.\nУчитель года | Иванова А. А."), tmp_path)
    assert checked.one("row.repeated").cell == "B5"
    assert checked.returned.status is Status.ACCEPTED


def test_phantom_rows_are_passed_over(tmp_path: Path) -> None:
    staff = "Иванова А. А. | 01.05.1980 | | 7\n' | '\u00a0 | | '\u200b\n"
    checked = check_book(table(staff), tmp_path)
    assert checked.codes == []
    assert len(checked.returned.data.registers["Кадры"]) == 1


def test_gap_between_rows_is_a_remark(tmp_path: Path) -> None:
    checked = check_book(table("Иванова А. А. | | | 7\n\n\nПетров П. П. | | | 3"), tmp_path)
    finding = checked.one("row.gap")
    assert (finding.severity, finding.cell) == (Severity.REMARK, "B5")
    assert len(checked.returned.data.registers["Кадры"]) == 2


def test_table_without_any_teacher_is_faulty(tmp_path: Path) -> None:
    checked = check_book(table(staff=""), tmp_path)
    finding = checked.one("person.nobody")
    assert (finding.severity, finding.sheet, finding.cell) == (Severity.ERROR, "Кадры", "B4")
    assert checked.returned.status is Status.RETURNED


def test_many_repeats_of_one_rule_are_one_finding(tmp_path: Path) -> None:
    staff = "\n".join(f"Учитель {letter}. | | | {number} лет" for number, letter in enumerate("АБВГДЕЖ", 1))
    finding = check_book(table(staff), tmp_path).one("number.not_a_number")
    assert (finding.count, finding.cell, len(finding.cells)) == (7, "E4", 7)
    assert finding.message.startswith("Лист «Кадры», E4:E10 (ячеек: 7). Например, E4: «1 лет»")


def test_five_repeats_are_told_one_by_one(tmp_path: Path) -> None:
    staff = "\n".join(f"Учитель {letter}. | | | {number} лет" for number, letter in enumerate("АБВГД", 1))
    assert len(check_book(table(staff), tmp_path).of("number.not_a_number")) == 5


@pytest.mark.parametrize(
    ("facts", "code", "severity", "cell"),
    [
        (" \nнет", "required.fact", Severity.ERROR, "C3"),
        ("501\nнет", "value.outside", Severity.ERROR, "C3"),
        ("2\nда", "evidence.no_document", Severity.ERROR, "D4"),
        ("2\nда | Положение", "evidence.no_details", Severity.WARNING, "E4"),
        ("2\nнет | Положение", "evidence.without_yes", Severity.WARNING, "C4"),
        ("2\n| Положение", "evidence.without_yes", Severity.WARNING, "C4"),
        ("2\nда | Положение | 1 | 01.02.2027", "evidence.late", Severity.WARNING, "F4"),
        ("2\nда | Положение | 1 | 31.02.2026", "date.not_a_date", Severity.ERROR, "F4"),
        ("2\nда | Положение | 1 | | на сайте", "link.not_a_link", Severity.WARNING, "G4"),
    ],
)
def test_facts(tmp_path: Path, facts: str, code: str, severity: Severity, cell: str) -> None:
    if "31.02" in facts:
        facts = facts.replace("31.02.2026", "'31.02.2026")
    finding = check_book(table(facts=facts), tmp_path).one(code)
    assert (finding.severity, finding.sheet, finding.cell) == (severity, "Сведения", cell)


def test_text_that_begins_as_a_formula_stays_text(tmp_path: Path) -> None:
    book = table("Иванова А. А. | | | 7 | | | нет | | ")
    cell = book["Кадры"]["J4"]
    cell.value = "=HYPERLINK(1)"
    cell.data_type = "s"
    checked = check_book(book, tmp_path)
    assert checked.codes == []
    assert checked.returned.data.registers["Кадры"][0].values["Примечание"] == "=HYPERLINK(1)"


def shown_on_indicators(value: object) -> object:
    def tamper(book: object) -> None:
        book["Показатели"]["B3"].value = value  # type: ignore[index]

    return tamper


def test_number_written_over_an_indicator_is_found(tmp_path: Path) -> None:
    book = table(tamper=shown_on_indicators(0.95))  # type: ignore[arg-type]
    checked = check_book(book, tmp_path, half_scored)
    assert checked.codes == ["formula.removed", "outcome.differs"]
    finding = checked.one("outcome.differs")
    assert (finding.severity, finding.cell) == (Severity.WARNING, "B3")
    assert "в ячейке стоит «0,95», по данным таблицы 0,5" in finding.message
    assert checked.returned.status is Status.ACCEPTED


def test_table_that_no_office_program_opened_shows_nothing_to_compare(tmp_path: Path) -> None:
    assert check_book(table(), tmp_path, half_scored).codes == []


def test_indicators_of_a_faulty_table_are_not_compared(tmp_path: Path) -> None:
    def never(programme: Programme, data: SchoolData) -> Mapping[str, Outcome]:
        raise AssertionError("a faulty table was scored")

    assert check_book(table("Иванова А. А. | | | семь"), tmp_path, never).codes == ["number.not_a_number"]


def test_person_in_two_schools() -> None:
    from metodist.domain.returns import RegisterRow

    def school(*names: str) -> SchoolData:
        rows = tuple(RegisterRow(4 + row, {"ФИО": name}) for row, name in enumerate(names))
        return SchoolData({"Кадры": rows}, {}, {"": Evidence()})

    found = people_in_two_schools(
        PROGRAMME,
        {
            "ОО-01": school("Семёнова А. А.", "Петров П. П."),
            "ОО-02": school("СЕМЕНОВА А. А."),
            "ОО-03": school("Новый Н. Н."),
        },
    )
    assert set(found) == {"ОО-01", "ОО-02"}
    (finding,) = found["ОО-01"]
    assert (finding.code, finding.severity) == ("person.two_schools", Severity.WARNING)
    assert "есть и в другой школе: Школа № 2" in finding.message
