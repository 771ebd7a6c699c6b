"""«Сведения района»: what only the municipality knows is read by the types of its fields."""

from datetime import date

from metodist.domain.returns import Evidence
from programme_text import SMALL, reading_of

FIELDS = """
Муниципалитет ¦ План заседаний ¦ ¦ наличие ¦ ¦ ¦ ¦ ¦ ¦ ¦ ¦ ¦ ¦ ¦
Муниципалитет ¦ Когда утверждён ¦ ¦ дата ¦ ¦ ¦ ¦ ¦ ¦ ¦ ¦ ¦ ¦ ¦
"""
WITH_FIELDS = SMALL.replace("Муниципалитет ¦ Курсов проведено", f"{FIELDS.strip()}\nМуниципалитет ¦ Курсов проведено")


def _sheet(*rows: str) -> str:
    return (
        WITH_FIELDS + "\n# Сведения района\nСведение ¦ Значение ¦ Документ ¦ Номер ¦ Дата ¦ Ссылка\n" + "\n".join(rows)
    )


def test_values_are_read_by_type_with_their_evidence():
    text = _sheet(
        "Курсов проведено ¦ 12 ¦ ¦ ¦ ¦",
        "план  заседаний ¦ Да ¦ План заседаний РМО ¦ 14-ОД ¦ 20.01.2026 ¦",
        "Когда утверждён ¦ 20.01.2026 ¦ ¦ ¦ ¦",
    )
    programme = reading_of(text).programme
    assert programme is not None
    assert programme.district.facts == {
        "Курсов проведено": 12,
        "План заседаний": "да",
        "Когда утверждён": date(2026, 1, 20),
    }
    assert programme.district.evidence == {
        "План заседаний": Evidence("План заседаний РМО", "14-ОД", date(2026, 1, 20), "")
    }


def test_what_is_wrong_is_told_with_its_row_and_the_nearest_word():
    text = _sheet(
        "Курсов проведено ¦ минус два ¦ ¦ ¦ ¦",
        "План заседание ¦ да ¦ ¦ ¦ ¦",
        "План заседаний ¦ наверное ¦ ¦ ¦ ¦",
        "Когда утверждён ¦ ¦ Приказ ¦ ¦ ¦",
        "Курсов проведено ¦ 3 ¦ ¦ ¦ ¦",
    )
    issues = reading_of(text).issues
    assert [(issue.sheet, issue.row, issue.column, issue.suggestion) for issue in issues] == [
        ("Сведения района", 5, "Значение", ""),
        ("Сведения района", 6, "Сведение", "План заседаний"),
        ("Сведения района", 7, "Значение", ""),
        ("Сведения района", 8, "Документ", ""),
        ("Сведения района", 9, "Сведение", ""),
    ]


def test_a_fact_without_a_value_is_not_known_yet():
    programme = reading_of(_sheet("Курсов проведено ¦ ¦ ¦ ¦ ¦")).programme
    assert programme is not None
    assert programme.district.facts == {}
