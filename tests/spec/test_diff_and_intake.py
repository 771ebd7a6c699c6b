"""What ``metodist diff`` says of issued tables is what intake does with them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from metodist.domain.differences import Tables, worst
from metodist.domain.returns import Status
from metodist.intake.check import check_file
from metodist.intake.package import read_book
from metodist.layout.school_table import table_spec
from metodist.layout.writer import write_table
from metodist.scoring.indicators import score_school
from metodist.services.checking import finder_for
from metodist.services.comparing import compare_programmes
from metodist.services.demo_fill import fill_table
from metodist.services.working_folder import load_programme
from programme_text import SMALL, replaced, with_rows, write_programme
from table_samples import good_school

NUMBER = "Кадры ¦ Нагрузка ¦ Сведения о педагоге ¦ число ¦ ¦ ставок ¦ 0 ¦ 2 ¦ {}"


@dataclass(frozen=True)
class Desk:
    """A filled table of the first edition, and the workbook that it was issued by."""

    table: Path
    workbook: Path


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    folder = tmp_path_factory.mktemp("первая")
    workbook = write_programme(folder / "Программа.xlsx", SMALL)
    programme = load_programme(workbook)
    spec = table_spec(programme, programme.reporting[0])
    write_table(spec, folder / "выдана.xlsx")
    fill_table(folder / "выдана.xlsx", spec, good_school(), folder / "вернули.xlsx")
    return Desk(folder / "вернули.xlsx", workbook)


@pytest.mark.parametrize(
    ("text", "said", "status", "warned"),
    [
        (SMALL, Tables.SAME, Status.ACCEPTED, False),
        (replaced("¦ 80% ¦", "¦ 85% ¦"), Tables.SAME, Status.ACCEPTED, False),
        (replaced("Балл от 0 до 100", "Введите балл"), Tables.SAME, Status.ACCEPTED, False),
        (with_rows("Поля", NUMBER.format("")), Tables.WARNED, Status.ACCEPTED, True),
        (with_rows("Поля", "Курсы ¦ Название ¦ ¦ текст ¦ ¦ ¦ ¦ ¦ да"), Tables.WARNED, Status.ACCEPTED, True),
        (replaced("¦ балл ¦ 0 ¦ 100 ¦", "¦ балл ¦ 0 ¦ 200 ¦"), Tables.WARNED, Status.ACCEPTED, True),
        (replaced("высокий ¦ 80", "высокий ¦ 85"), Tables.WARNED, Status.ACCEPTED, True),
        (with_rows("Поля", NUMBER.format("да")), Tables.RETURNED, Status.RETURNED, True),
        (replaced("¦ балл ¦ 0 ¦ 100 ¦", "¦ балл ¦ 0 ¦ 70 ¦"), Tables.RETURNED, Status.RETURNED, True),
        (replaced("Категории ¦ первая\n", ""), Tables.RETURNED, Status.RETURNED, True),
        (replaced("¦ demo\n", "¦ other\n"), Tables.REFUSED, Status.REFUSED, False),
        (replaced("Отчётный год ¦ 2026", "Отчётный год ¦ 2027"), Tables.REFUSED, Status.REFUSED, False),
    ],
)
def test_what_is_said_comes_true(
    desk: Desk, tmp_path: Path, text: str, said: Tables, status: Status, warned: bool
) -> None:
    workbook = write_programme(tmp_path / "Программа.xlsx", text)
    assert worst(compare_programmes(desk.workbook, workbook)) is said
    returned = check_file(desk.table, finder_for(load_programme(workbook)), score=score_school, read=read_book)
    assert returned.status is status
    assert ("identity.other_version" in [finding.code for finding in returned.findings]) is warned
