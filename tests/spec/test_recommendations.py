"""Recommendations as a methodist meets them: one press, a document a school, an overview, points of the rubric."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from documents_sample import text_twin
from metodist.domain.effects import Verdict
from metodist.hosts.closed import open_closed
from metodist.hosts.dialogs import SilentDialogs
from metodist.services.collecting import collect
from metodist.services.documenting import write_documents
from metodist.services.issuing import issue_tables
from metodist.services.on_book import write_documents as buttons
from metodist.services.programmes import new_folder
from metodist.services.scoring_folder import score_folder
from metodist.services.summarising import build_summary
from metodist.services.working_folder import FOLDERS, PROGRAMME, load_programme
from programme_text import replaced, write_programme
from working_folder_story import answers, send

YOUNG = "Молодые педагоги"
RULES = """
# Правила рекомендаций
№ ¦ Показатель ¦ Условие ¦ Рекомендация ¦ Адресат ¦ Материал ¦ Срок ¦ Форма отчёта
1 ¦ 1.1 ¦ хуже цели ¦ Провести диагностику остальных педагогов. ¦ ¦ Порядок диагностики ¦ до 1 июня ¦ справка
2 ¦ 2.1 ¦ нет ¦ Утвердить положение. ¦ ШМО ¦ ¦ до 1 сентября ¦ копия документа
3 ¦ 3.4 ¦ < 100 % ¦ Планировать курсы по заявкам школ. ¦ ИМЦ

# Сведения района
Сведение ¦ Значение
Курсов проведено ¦ 8
Курсов по заявкам ¦ 6
"""


def text() -> str:
    """The small programme with rules, addressees, and criteria of recommendations for one direction."""
    people = (
        "Адресаты рекомендаций в школе ¦ ШМО ¦ школьному методическому объединению\n"
        "Адресаты рекомендаций в муниципалитете ¦ ИМЦ ¦ информационно-методическому центру\n"
    )
    rubric = "Блок ¦ Позиция ¦ Параметр ¦ Баллы ¦ Правило ¦ Признак\n" + "\n".join(
        f"Рекомендации ¦ {YOUNG} ¦ {topic} ¦ 1 ¦ наличие ¦ {topic}"
        for topic in ("рекомендации", "успешные практики", "методические материалы")
    )
    base = replaced("Реестры ¦ Кадры ¦", f"{people}Реестры ¦ Кадры ¦")
    before, rest = base.split("# Рубрика\n", 1)
    base = f"{before}# Рубрика\n{rubric}\n\n# {rest.split('# ', 1)[1]}"
    for code in ("1.1", "2.1"):
        base = with_direction(base, code)
    return base + RULES


def with_direction(base: str, code: str) -> str:
    """The indicator with the rubric's direction in a column of its own."""
    lines = base.split("\n")
    head = next(at for at, line in enumerate(lines) if line.startswith("Код ¦ Группа"))
    if "Направление" not in lines[head]:
        lines[head] += " ¦ Направление"
    row = next(at for at, line in enumerate(lines) if line.startswith(f"'{code} ¦"))
    lines[row] += f" ¦ {YOUNG}"
    return "\n".join(lines)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The first school misses the target, the second one reaches it; both have handed in."""
    place = tmp_path_factory.mktemp("рекомендации") / "Район"
    place.mkdir()
    write_programme(place / PROGRAMME, text())
    for name in FOLDERS:
        (place / name).mkdir()
    issue_tables(place)
    programme = load_programme(place / PROGRAMME)
    for school, of_ten, order in zip(programme.reporting, (5, 10), ("нет", "да"), strict=True):
        data = answers(programme, school)
        rows = tuple(
            replace(row, values=diagnosed(dict(row.values), yes=at % 10 < of_ten))
            for at, row in enumerate(data.registers["Кадры"])
        )
        facts = {**data.facts, "Положение о наставничестве": order}
        evidence = data.evidence if order == "да" else {}
        send(
            place,
            programme,
            school,
            replace(data, registers={**data.registers, "Кадры": rows}, facts=facts, evidence=evidence),
        )
    collect(place)
    return place


def diagnosed(values: dict[str, object], *, yes: bool, year: int = 2026) -> dict[str, object]:
    """A teacher who was diagnosed, or was not."""
    left = {name: one for name, one in values.items() if not name.startswith(("Дата диаг", "Дефицит", "Балл"))}
    if not yes:
        return left | {"Диагностика": "нет"}
    found = {"Дата диагностики": date(year, 3, 1), "Дефицит: предметные": "нет", "Дефицит: методические": "нет"}
    return left | found | {"Диагностика": "да"}


def test_one_press_writes_a_document_a_school_and_an_overview(folder: Path) -> None:
    result = buttons.recommendations(open_closed(folder / PROGRAMME), SilentDialogs(answers=[True]))

    written = sorted(path.name for path in (folder / "Документы" / "Адресные рекомендации").iterdir())
    assert written == ["ОО-01 Школа № 1 — 2026.docx", "ОО-02 Школа № 2 — 2026.docx"]
    assert (folder / "Документы" / "Обзор адресных рекомендаций — 2026.docx").is_file()
    assert result.title == "Создано документов: 3."


def test_a_school_that_is_behind_gets_the_numbers_and_what_to_do(folder: Path) -> None:
    write_documents(folder, "recommendations", school="ОО-01")
    told = text_twin(folder / "Документы" / "Адресные рекомендации" / "ОО-01 Школа № 1 — 2026.docx").replace(
        "\xa0", " "
    )

    assert "Показатель 1.1 «Доля педагогов, прошедших диагностику»: 50,0 % (20 из 40); цель 80 % не достигнута" in told
    assert "Рекомендуется: провести диагностику остальных педагогов." in told
    assert "Материалы: Порядок диагностики." in told
    assert "Срок: до 1 июня." in told
    assert "Рекомендуется школьному методическому объединению: утвердить положение." in told


def test_a_school_that_needs_nothing_gets_a_confirmation(folder: Path) -> None:
    write_documents(folder, "recommendations", school="Школа № 2")
    told = text_twin(folder / "Документы" / "Адресные рекомендации" / "ОО-02 Школа № 2 — 2026.docx").replace(
        "\xa0", " "
    )

    assert "Рекомендаций нет" in told
    assert "показатель 1.1 «Доля педагогов, прошедших диагностику» — 100,0 % (12 из 12), цель 80 %" in told
    assert "Форма ответа" not in told


def test_the_overview_names_schools_practices_and_the_municipalitys_own_addressees(folder: Path) -> None:
    (written,) = write_documents(folder, "recommendations_overview").written
    told = text_twin(written.path).replace("\xa0", " ")

    assert (
        "Рекомендуется 1 школе: провести диагностику остальных педагогов. Кому: Школа № 1 — 50,0 % (20 из 40)." in told
    )
    assert "Рекомендуется информационно-методическому центру: планировать курсы по заявкам школ." in told


def test_the_overview_earns_what_it_holds_and_no_more(folder: Path) -> None:
    write_documents(folder, "recommendations_overview")
    (position,) = score_folder(folder).score.blocks[0].positions
    table = json.loads((folder / "Архив" / "подтверждения.json").read_text(encoding="utf-8"))
    entry = next(one for one in table["documents"] if one["kind"] == "recommendations_overview")

    assert {one["criterion"] for one in entry["shows"]} >= {"рекомендации", "методические материалы"}
    assert position.score >= 2


def test_next_year_the_effect_is_measured(folder: Path, tmp_path: Path) -> None:
    """Last year's recommendation comes along with the archive; the school has done what it was told."""
    write_documents(folder, "recommendations")
    following = tmp_path / "Мониторинг 2027"
    new_folder(str(folder), following, 2027)
    issue_tables(following)
    programme = load_programme(following / PROGRAMME)
    first = programme.reporting[0]
    data = answers(programme, first)
    rows = tuple(
        replace(row, values=diagnosed(dict(row.values), yes=True, year=2027)) for row in data.registers["Кадры"]
    )
    send(following, programme, first, replace(data, registers={**data.registers, "Кадры": rows}))
    collect(following)

    effect = build_summary(following).effect

    assert effect is not None
    assert effect.previous == programme.passport.period.previous
    (one,) = [one for one in effect.recommendations if one.indicator.code == "1.1"]
    assert (one.school, one.measure, one.verdict) == (
        "ОО-01",
        "Провести диагностику остальных педагогов.",
        Verdict.IMPROVED,
    )
    assert (one.before_text, one.now_text, one.problem) == ("50,0\xa0% (20 из 40)", "100,0\xa0% (40 из 40)", "")
