"""Tables that were issued before the programme changed: what a school has filled in is not lost, nor is it blamed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from metodist.domain.findings import Severity
from metodist.domain.programme import Programme
from metodist.domain.returns import Return, Status
from metodist.intake.check import check_file
from metodist.intake.package import read_book
from metodist.layout.school_table import table_spec
from metodist.layout.writer import write_table
from metodist.scoring.indicators import score_school
from metodist.services.checking import finder_for
from metodist.services.demo_fill import fill_table
from programme_text import SMALL, programme_from, small_programme
from table_samples import good_school

STAFF_LINE = "Кадры ¦ Категория ¦ Сведения о педагоге ¦ список ¦ Категории"
FACT_LINE = "Сведения ¦ Вакансий ¦ Численность"
NEW_FIELD = "Кадры ¦ Нагрузка ¦ Сведения о педагоге ¦ число ¦ ¦ ставок ¦ 0 ¦ 2 ¦ {required}\n"
NEW_FACT = "Сведения ¦ Кабинетов ¦ Численность ¦ целое ¦ ¦ ед. ¦ 0 ¦ 100 ¦ {required}\n"


@dataclass(frozen=True)
class Desk:
    """A filled table of the programme as it was; it can be checked against the programme as it is now."""

    table: Path

    def against(self, now: Programme) -> Return:
        return check_file(self.table, finder_for(now), score=score_school, read=read_book)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    folder = tmp_path_factory.mktemp("earlier")
    programme = small_programme()
    spec = table_spec(programme, programme.reporting[0])
    write_table(spec, folder / "issued.xlsx")
    fill_table(folder / "issued.xlsx", spec, good_school(), folder / "filled.xlsx")
    return Desk(folder / "filled.xlsx")


def changed(*changes: tuple[str, str]) -> Programme:
    """The small programme with some of its text written otherwise."""
    text = SMALL
    for before, after in changes:
        assert before in text
        text = text.replace(before, after, 1)
    return programme_from(text)


def codes(returned: Return) -> list[str]:
    return [finding.code for finding in returned.findings]


def names(returned: Return) -> list[str]:
    return [str(row.values["ФИО"]) for row in returned.data.registers["Кадры"]]


def test_the_table_of_the_present_form_is_accepted_without_a_word(desk: Desk) -> None:
    returned = desk.against(small_programme())
    assert (returned.status, codes(returned)) == (Status.ACCEPTED, [])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("¦ 80% ¦ больше", "¦ 85% ¦ больше"),
        ("Фамилия, имя, отчество полностью", "Как в паспорте"),
        ("Педагогический стаж не больше общего", "Сверьте стаж с трудовой книжкой"),
        ("Программа методического сопровождения педагогов", "Программа сопровождения педагогов"),
        ("¦ 20.12.2026", "¦ 25.12.2026"),
        ("¦ А. А. Иванова ¦", "¦ В. В. Сидорова ¦"),
        ("Основной предмет", "Предмет по тарификации"),
    ],
    ids=["target", "hint", "message", "title", "deadline", "head", "another hint"],
)
def test_a_change_that_shapes_nothing_leaves_issued_tables_as_good_as_new(desk: Desk, before: str, after: str) -> None:
    returned = desk.against(changed((before, after)))
    assert (returned.status, codes(returned)) == (Status.ACCEPTED, [])


def test_a_new_optional_field_is_missed_once_and_the_rest_is_read(desk: Desk) -> None:
    added = NEW_FIELD.format(required="")
    returned = desk.against(changed((STAFF_LINE, added + STAFF_LINE)))
    assert returned.status is Status.ACCEPTED
    assert sorted(codes(returned)) == ["field.not_asked", "identity.other_version"]
    assert all(finding.severity is Severity.WARNING for finding in returned.findings)
    first = returned.data.registers["Кадры"][0].values
    assert (first["ФИО"], first["Категория"], first["Балл"]) == ("Иванова Анна Ивановна", "первая", 71)
    assert "Нагрузка" not in first


def test_a_new_required_field_sends_the_table_back_once(desk: Desk) -> None:
    added = NEW_FIELD.format(required="да")
    returned = desk.against(changed((STAFF_LINE, added + STAFF_LINE)))
    assert returned.status is Status.RETURNED
    errors = [finding for finding in returned.findings if finding.severity is Severity.ERROR]
    assert [finding.code for finding in errors] == ["field.not_asked_required"]
    assert "«Нагрузка»" in errors[0].message
    assert names(returned) == ["Иванова Анна Ивановна", "Петров Пётр Петрович", "Сидорова Вера Ивановна"]


def test_a_new_fact_moves_the_others_and_they_are_read(desk: Desk) -> None:
    added = NEW_FACT.format(required="")
    returned = desk.against(changed((FACT_LINE, added + FACT_LINE)))
    assert returned.status is Status.ACCEPTED
    assert sorted(codes(returned)) == ["field.not_asked", "identity.other_version"]
    assert returned.data.facts["Вакансий"] == 2
    assert returned.data.evidence["Положение о наставничестве"].number == "12-ОД"


def test_a_field_that_became_required_or_was_taken_out_does_not_hide_the_others(desk: Desk) -> None:
    optional = "Кадры ¦ Балл ¦ Диагностика ¦ число ¦ ¦ балл ¦ 0 ¦ 100 ¦ ¦"
    required = optional.removesuffix("¦") + "да ¦"
    gone = "Сведения ¦ Участников сообществ в прошлом году ¦ Численность ¦ целое ¦ ¦ чел. ¦ 0 ¦ 500 ¦ ¦ ¦ ¦ ¦ ¦ ¦\n"
    change = "'2.4 ¦ Поддержка ¦ Увеличение числа участников сообществ ¦ изменение ¦ Сведения ¦ Участников сообществ ¦ "
    returned = desk.against(
        changed((optional, required), (gone, ""), (change + "Участников сообществ в прошлом году", change + "Вакансий"))
    )
    assert codes(returned) == ["identity.other_version", "required.empty"]
    assert returned.data.facts["Участников сообществ"] == 10


def test_a_school_that_grew_is_compared_with_the_table_it_was_given(desk: Desk) -> None:
    now = small_programme()
    first, *others = now.organisations
    now = replace(now, organisations=(replace(first, staff=240), *others))
    assert table_spec(now, now.organisations[0]).registers[0].capacity == 400
    returned = desk.against(now)
    assert (returned.status, codes(returned)) == (Status.ACCEPTED, [])


def test_rows_added_by_hand_are_no_other_length(desk: Desk, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    book = load_workbook(desk.table)
    for number in range(151, 161):
        book["Кадры"].cell(6 + number, 1).value = number
    book.save(tmp_path / "longer.xlsx")
    book.close()
    returned = Desk(tmp_path / "longer.xlsx").against(small_programme())
    assert "formula.changed" not in codes(returned)
    assert names(returned) == ["Иванова Анна Ивановна", "Петров Пётр Петрович", "Сидорова Вера Ивановна"]


#: A column of «Кадры» and a fact: how they are called now, and where else their names stand.
RENAMED = (
    ("Кадры ¦ Балл ¦", "Кадры ¦ Результат ¦"),
    ("Диагностика = да ¦ ¦ Балл ¦", "Диагностика = да ¦ ¦ Результат ¦"),
    ("Сведения ¦ Вакансий ¦ Численность", "Сведения ¦ Свободных мест ¦ Численность"),
    ("¦ Вакансий <= Педагогов", "¦ Свободных мест <= Педагогов"),
    ("¦ Вакансий ¦ Педагогов по штату + Вакансий", "¦ Свободных мест ¦ Педагогов по штату + Свободных мест"),
)


def test_a_field_that_was_renamed_meanwhile_is_read_under_its_earlier_name(desk: Desk) -> None:
    """«Прежнее название» says what the issued table calls it."""
    ends = {
        "Реестр ¦ Поле ¦ Раздел": "Прежнее название",
        "Кадры ¦ Балл ¦": "Балл",
        "Сведения ¦ Вакансий ¦ Численность": "Вакансий",
    }
    text = SMALL
    for line in SMALL.splitlines():
        end = next((end for start, end in ends.items() if line.startswith(start)), "")
        text = text.replace(line, f"{line} ¦ {end}", 1) if end else text
    for before, after in RENAMED:
        assert before in text
        text = text.replace(before, after)
    returned = desk.against(programme_from(text))
    assert (returned.status, codes(returned)) == (Status.ACCEPTED, ["identity.other_version"])
    assert returned.data.registers["Кадры"][0].values["Результат"] == 71
    assert returned.data.facts["Свободных мест"] == 2
