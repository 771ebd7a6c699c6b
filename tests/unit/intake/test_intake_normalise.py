"""What a cell says: what clerks type and paste, and what is made of it."""

from __future__ import annotations

from datetime import date

import pytest

from metodist.domain.fields import Field, FieldType
from metodist.domain.findings import Severity
from metodist.domain.values import Value
from metodist.intake.cells import BOOLEAN, ERROR, ISO_DATE, NOTHING, NUMBER, TEXT, RawCell
from metodist.intake.normalise import Normal, normalise, shown
from metodist.intake.texts import clean, likeness, nearest

SUBJECTS = ("математика", "физика", "русский язык", "ИЗО", "1-й класс")


def read(type_: FieldType, kind: str, value: str, form: str = "", formula: str = "") -> Normal:
    return normalise(RawCell(kind, value, formula, form), Field("Кадры", "Поле", type_), SUBJECTS)


def codes(normal: Normal) -> list[str]:
    return [note.code for note in normal.notes]


@pytest.mark.parametrize(
    ("text", "value", "remarks"),
    [
        ("12", 12, ["number.text"]),
        (" 12 ", 12, ["number.text"]),
        ("1 234,5", 1234.5, ["number.text"]),
        ("1\u00a0234,5", 1234.5, ["number.text"]),
        ("1\u202f234\u202f567", 1234567, ["number.text"]),
        ("12.5", 12.5, ["number.text"]),
        ("-3", -3, ["number.text"]),
        ("\u22123", -3, ["number.text"]),
        ("\u200b7\u200b", 7, ["number.text"]),
    ],
)
def test_number_typed_as_text_is_taken_with_a_remark(text: str, value: Value, remarks: list[str]) -> None:
    normal = read(FieldType.NUMBER, TEXT, text)
    assert (normal.value, codes(normal)) == (value, remarks)
    assert not normal.failed


@pytest.mark.parametrize(
    "text",
    [
        "12 чел.",
        "около 12",
        "1,234.5",
        "1.234,5",
        "1e5",
        "1e400",
        "NaN",
        "—",
        "1/2",
        "12%",
        "0x10",
        "１２",
        "12 34",
    ],
)
def test_what_could_be_another_number_is_an_error(text: str) -> None:
    normal = read(FieldType.NUMBER, TEXT, text)
    assert normal.value is None
    assert codes(normal) == ["number.not_a_number"]


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("12 чел.", "Исправьте на 12."),
        ("12лет", "Исправьте на 12."),
        ("ок. 12", "Проверьте и исправьте."),
        ("12 34", "Проверьте и исправьте."),
    ],
)
def test_number_with_words_is_proposed(text: str, advice: str) -> None:
    (note,) = read(FieldType.INTEGER, TEXT, text).notes
    assert note.values["advice"] == advice


@pytest.mark.parametrize("stored", ["1e400", "-1E999", "NaN", "INF", "1_000", ""])
def test_number_that_does_not_exist_is_an_error(stored: str) -> None:
    assert codes(read(FieldType.NUMBER, NUMBER, stored)) == ["number.impossible"]
    assert codes(read(FieldType.TEXT, NUMBER, stored)) == ["number.impossible"]
    assert codes(read(FieldType.DATE, NUMBER, stored)) == ["date.not_a_date"]


def test_integer_refuses_a_fraction_and_keeps_a_whole_float() -> None:
    assert codes(read(FieldType.INTEGER, NUMBER, "12.5")) == ["number.not_whole"]
    assert codes(read(FieldType.INTEGER, TEXT, "12,5")) == ["number.not_whole"]
    whole = read(FieldType.INTEGER, NUMBER, "12.0")
    assert whole.value == 12
    assert isinstance(whole.value, int)


def test_number_shown_as_a_date_is_an_error() -> None:
    """«1.5» typed into a cell that Excel turned into 1 May."""
    assert codes(read(FieldType.NUMBER, NUMBER, "45778", form="date")) == ["number.date"]
    assert shown(RawCell(NUMBER, "45778", "", "date")) == "01.05.2025"


@pytest.mark.parametrize(
    "text",
    [
        "01.09.2025",
        "1.9.2025",
        "01-09-2025",
        "2025-09-01",
        "2025-09-01T00:00:00",
        "1 сентября 2025 г.",
        "«01» сентября 2025 года",
        "01.09.2025г.",
    ],
)
def test_date_typed_as_text_is_taken_with_a_remark(text: str) -> None:
    normal = read(FieldType.DATE, TEXT, text)
    assert (normal.value, codes(normal)) == (date(2025, 9, 1), ["date.text"])


@pytest.mark.parametrize(("text", "proposal"), [("01.09.25", "01.09.2025"), ("03/04/2025", "03.04.2025")])
def test_date_with_two_readings_is_an_error_with_a_proposal(text: str, proposal: str) -> None:
    (note,) = read(FieldType.DATE, TEXT, text).notes
    assert (note.code, note.values["proposal"]) == ("date.unsure", proposal)


@pytest.mark.parametrize(
    "text",
    [
        "31.02.2025",
        "сентябрь 2025",
        "1 мартобря 2025",
        "00.00.2025",
        "99.99.9999",
        "в 2025",
    ],
)
def test_no_date_is_an_error(text: str) -> None:
    assert codes(read(FieldType.DATE, TEXT, text)) == ["date.not_a_date"]


def test_date_serials() -> None:
    assert read(FieldType.DATE, NUMBER, "45901", form="date") == Normal(date(2025, 9, 1))
    assert read(FieldType.DATE, NUMBER, "45901.75", form="date").value == date(2025, 9, 1)
    lost_format = read(FieldType.DATE, NUMBER, "45901")
    assert (lost_format.value, codes(lost_format)) == (date(2025, 9, 1), ["date.number"])
    assert codes(read(FieldType.DATE, NUMBER, "2015")) == ["date.not_a_date"]  # a bare year, not July 1905
    assert codes(read(FieldType.DATE, NUMBER, "-5", form="date")) == ["date.not_a_date"]
    assert codes(read(FieldType.DATE, NUMBER, "1e300", form="date")) == ["date.not_a_date"]
    assert read(FieldType.DATE, ISO_DATE, "2025-09-01T00:00:00").value == date(2025, 9, 1)


def test_serials_of_an_old_macintosh_workbook_count_from_1904() -> None:
    field = Field("Кадры", "Дата", FieldType.DATE)
    cell = RawCell(NUMBER, "44439", "", "date")
    assert normalise(cell, field, since_1904=True).value == date(2025, 9, 1)


@pytest.mark.parametrize(
    ("text", "value", "remarks"),
    [
        ("да", "да", []),
        ("Да", "да", []),
        (" НЕТ ", "нет", []),
        ("дa", "да", ["yes_no.other_word"]),  # Latin a
        ("HET", "нет", ["yes_no.other_word"]),  # all Latin
        ("+", "да", ["yes_no.other_word"]),
        ("Да.", "да", ["yes_no.other_word"]),
    ],
)
def test_yes_and_no(text: str, value: str, remarks: list[str]) -> None:
    normal = read(FieldType.YES_NO, TEXT, text)
    assert (normal.value, codes(normal)) == (value, remarks)


def test_yes_and_no_in_other_types() -> None:
    assert read(FieldType.YES_NO, BOOLEAN, "1").value == "да"
    assert read(FieldType.PRESENCE, BOOLEAN, "0").value == "нет"
    for text in ("-", "может быть", "1", "да, есть"):
        assert codes(read(FieldType.YES_NO, TEXT, text)) == ["yes_no.neither"]
    assert codes(read(FieldType.YES_NO, NUMBER, "1")) == ["yes_no.neither"]
    (note,) = read(FieldType.YES_NO, TEXT, "да, есть").notes
    assert note.values["advice"] == "Исправьте на да."


@pytest.mark.parametrize(
    ("text", "value", "remarks"),
    [
        ("физика", "физика", []),
        ("Физика", "физика", []),
        ("русский  язык", "русский язык", []),
        ("физикa", "физика", ["choice.respelled"]),  # Latin a
        ("1–й класс", "1-й класс", ["choice.respelled"]),  # a dash for the hyphen
    ],
)
def test_choice_is_found_in_its_list(text: str, value: str, remarks: list[str]) -> None:
    normal = read(FieldType.CHOICE, TEXT, text)
    assert (normal.value, codes(normal)) == (value, remarks)


def test_unknown_choice_names_the_nearest() -> None:
    (note,) = read(FieldType.CHOICE, TEXT, "матиматика").notes
    assert note.code == "choice.unknown"
    assert note.values["advice"] == "Возможно, «математика». Выберите из списка."
    (note,) = read(FieldType.CHOICE, TEXT, "ОРКСЭ").notes
    assert note.values["advice"] == "Выберите значение из списка."


def test_text_loses_what_cannot_be_seen() -> None:
    normal = read(FieldType.TEXT, TEXT, "\u202bСтарший\u00a0 \u200bучитель\u202c_x000D_\n")
    assert (normal.value, codes(normal)) == ("Старший учитель", ["text.invisible"])
    assert read(FieldType.TEXT, TEXT, "\u200b \u00a0") == Normal()


def test_latin_letters_in_russian_words_are_replaced() -> None:
    normal = read(FieldType.TEXT, TEXT, "Cтарший учитeль IT-технологий, COVID")
    assert (normal.value, codes(normal)) == ("Старший учитель IT-технологий, COVID", ["text.lookalikes"])
    assert read(FieldType.PERSON, TEXT, "Иванова A. A.").value == "Иванова А. А."


@pytest.mark.parametrize("text", ["=1+1", "+7 900 000", "-", "@школа", "=cmd|'/c calc'!A1"])
def test_text_that_looks_like_a_formula_stays_text(text: str) -> None:
    assert read(FieldType.TEXT, TEXT, text) == Normal(text)


def test_numbers_in_text_cells() -> None:
    assert read(FieldType.TEXT, NUMBER, "7").value == "7"
    assert read(FieldType.TEXT, NUMBER, "7", form="0000").value == "0007"
    assert read(FieldType.TEXT, NUMBER, "12.5").value == "12,5"
    turned = read(FieldType.TEXT, NUMBER, "45901", form="date")
    assert (turned.value, codes(turned)) == ("01.09.2025", ["text.date"])


def test_person_is_a_name() -> None:
    assert codes(read(FieldType.PERSON, NUMBER, "5")) == ["person.not_a_name"]
    assert codes(read(FieldType.PERSON, TEXT, "-")) == ["person.not_a_name"]


def test_error_value_is_an_error() -> None:
    assert codes(read(FieldType.NUMBER, ERROR, "#REF!")) == ["cell.error_value"]
    assert codes(read(FieldType.TEXT, ERROR, "#N/A")) == ["cell.error_value"]


def test_formula_in_an_input_cell() -> None:
    counted = read(FieldType.INTEGER, NUMBER, "12", formula="6*2")
    assert (counted.value, codes(counted)) == (12, ["input.formula"])
    assert counted.notes[0].severity is Severity.WARNING
    assert codes(read(FieldType.INTEGER, NOTHING, "", formula="6*2")) == ["input.formula_without_value"]
    for remote in ('WEBSERVICE("http://example.org")', "[1]Лист!A1", "cmd|'/c calc'!A0", "'C:\\[a.xlsx]Л'!A1"):
        assert codes(read(FieldType.INTEGER, NUMBER, "12", formula=remote)) == ["input.remote_formula"]


def test_likeness_and_the_nearest_word() -> None:
    assert likeness("  Сёмин  П. ") == likeness("семин П")
    assert nearest("абвгд", SUBJECTS) == ""
    assert clean("обычный текст") == ("обычный текст", False, False)
