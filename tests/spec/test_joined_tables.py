"""Tables joined from deflated pieces are the tables that the plain writer writes."""

from __future__ import annotations

import io
import math
import re
import xml.etree.ElementTree as ET
import zipfile
from dataclasses import replace

import openpyxl
import pytest
from xlsxwriter.worksheet import Worksheet

from metodist.domain.programme import Organisation, Programme
from metodist.domain.returns import SchoolData
from metodist.domain.tables import ROW, Prefill, TableSpec
from metodist.domain.values import Value
from metodist.layout import clone
from metodist.layout.clone import TablePress
from metodist.layout.school_table import TableSpecs, table_spec
from metodist.layout.writer import table_bytes
from metodist.services.resources import programme_file
from metodist.services.working_folder import load_programme
from table_samples import bad_school, good_school, table_of

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_CREATED = re.compile(r"<dcterms:(created|modified)[^<]*<")

#: Everything in which schools of one programme may differ, and what the joining has to leave to the plain writer.
SCHOOLS = (
    Organisation("ОО-01", "Школа № 1 Примерного района", "Школа № 1", head="Иванова А. А.", staff=40),
    Organisation("ОО-02", "Школа № 2 Примерного района", "Школа № 2", head="", staff=12),
    Organisation("ОО-03", "Школа № 3 Примерного района", "Школа № 3", staff=180),
    Organisation("ОО-04", "Школа <№ 4> имени Кирилла & Мефодия", "Школа <№ 4>", staff=40),
    Organisation("ОО-05", "да", "нет", head="Кадры", staff=40),
    Organisation("ОО-06", "Очень длинное название школы. " * 9 + "Конец", "Школа № 6", staff=40),
    Organisation("ОО-07", " Школа с пробелом впереди", "Школа & лицей", staff=40),
    Organisation("ОО-08", "Школа\n№ 8", "Школа № 8", staff=40),
    Organisation("ОО-11", "Школа № 11", "Школа _x0041_ № 11", staff=40),
    Organisation("ОО-09", "Школа № 9", "Ш" * 200, staff=40),
    Organisation("ОО-10", "Школа с метками \ue0002\ue001", "Школа № 10", staff=40),
)


@pytest.fixture(scope="module")
def krymsk() -> Programme:
    path = programme_file("krymsk")
    assert path is not None
    return load_programme(path)


def members_of(table: bytes) -> dict[str, str]:
    """Every member as text, the moment of creation left out."""
    with zipfile.ZipFile(io.BytesIO(table)) as book:
        assert book.testzip() is None
        return {name: _CREATED.sub(r"<dcterms:\1><", book.read(name).decode()) for name in book.namelist()}


def resolved(members: dict[str, str]) -> dict[str, str]:
    """Members in canonical XML, shared strings in their places."""
    members = dict(members)
    shared = ET.fromstring(members.pop("xl/sharedStrings.xml"))
    texts = [ET.canonicalize(ET.tostring(item)) for item in shared]
    assert int(shared.get("uniqueCount", "")) == len(texts) == len(set(texts))
    assert int(shared.get("count", "")) == sum(text.count('t="s"') for text in members.values())
    found = {}
    for name, text in members.items():
        root = ET.fromstring(text)
        for cell in root.iter(f"{_MAIN}c"):
            if cell.get("t") == "s":
                cell[0].text = texts[int(cell[0].text or "")]
        found[name] = ET.canonicalize(ET.tostring(root))
    return found


def assert_same(ours: bytes, plain: bytes) -> None:
    got, wanted = members_of(ours), members_of(plain)
    assert list(got) == list(wanted)
    if got == wanted:
        return
    # The school's own texts are the last shared strings of a joined table.
    got, wanted = resolved(got), resolved(wanted)
    for name, text in wanted.items():
        assert got[name] == text, name


@pytest.mark.parametrize("order", [SCHOOLS, SCHOOLS[::-1]], ids=["forwards", "backwards"])
def test_a_joined_table_is_the_plain_one_member_by_member(small_programme, order):
    press, specs = TablePress(), TableSpecs(small_programme)
    for school in order:
        assert_same(press.table(specs.of(school)), table_bytes(table_spec(small_programme, school)))


def test_prefilled_tables_are_the_plain_ones(small_programme):
    press = TablePress()
    passport = replace(small_programme.passport, sheet_password="пароль")
    programmes = (small_programme, replace(small_programme, passport=passport))
    for programme in programmes:
        for data in (good_school(), bad_school()):
            spec = table_of(programme, data)
            assert_same(press.table(spec), table_bytes(spec))


def last_year(number: int) -> Prefill:
    """Facts of last year as the archive knows them: numbers, answers, a text; some are missing."""
    before: dict[str, Value] = {"Педагогов по штату": number, "Вакансий": 0.1 + number / 7}
    before["Положение о наставничестве"] = "да" if number % 2 else "нет"
    if number % 3:
        before["Инновационная площадка"] = f"площадка № {number} <района>"
    return Prefill(SchoolData(facts={"Участников сообществ в прошлом году": number * 1000}), before)


def test_schools_with_numbers_of_last_year_share_a_template(small_programme):
    press = TablePress()
    for number in range(1, 7):
        spec = table_spec(small_programme, SCHOOLS[number % 2], last_year(number))
        assert_same(press.table(spec), table_bytes(spec))
    assert press.templates == 1


def test_a_number_that_cannot_be_written_is_refused_as_ever(small_programme):
    press = TablePress()
    press.table(table_spec(small_programme, SCHOOLS[0], last_year(1)))
    spec = table_spec(small_programme, SCHOOLS[0], Prefill(previous={"Вакансий": math.inf}))
    with pytest.raises(TypeError):
        press.table(spec)


def test_the_tables_of_krymsk(krymsk):
    press, specs = TablePress(), TableSpecs(krymsk)
    for school in (*krymsk.reporting[:2], krymsk.reporting[-1]):
        assert_same(press.table(specs.of(school)), table_bytes(table_spec(krymsk, school)))


def test_another_programme_has_templates_of_its_own(small_programme, krymsk):
    press, school = TablePress(), SCHOOLS[0]
    for programme in (small_programme, krymsk, small_programme):
        assert_same(press.table(table_spec(programme, school)), table_bytes(table_spec(programme, school)))


def laid_out(monkeypatch: pytest.MonkeyPatch) -> list[TableSpec]:
    """Specifications that the plain writer is asked for from now on."""
    asked: list[TableSpec] = []

    def plain(spec: TableSpec, stamp: str = "") -> bytes:
        asked.append(spec)
        return table_bytes(spec, stamp)

    monkeypatch.setattr(clone, "table_bytes", plain)
    return asked


def test_schools_alike_are_laid_out_once(small_programme, monkeypatch):
    asked = laid_out(monkeypatch)
    press, specs = TablePress(), TableSpecs(small_programme)
    for number in range(30):
        press.table(specs.of(replace(SCHOOLS[0], code=f"ОО-{number}", short_name=f"Школа № {number}")))
    assert len(asked) == 1


def test_tables_that_are_not_alike_do_not_pile_up_templates(small_programme, monkeypatch):
    asked = laid_out(monkeypatch)
    press = TablePress()
    for number in range(20):
        spec = replace(table_spec(small_programme, SCHOOLS[0]), title=f"Таблица {number}")
        assert_same(press.table(spec), table_bytes(spec))
    assert len(asked) == 20
    assert press.templates <= 8


def test_the_file_is_written_whole_and_opens_elsewhere(small_programme, tmp_path):
    press, path = TablePress(), tmp_path / "Школа № 1.xlsx"
    for school in SCHOOLS[:2]:
        press.write(table_spec(small_programme, school), path)
    assert [file.name for file in tmp_path.iterdir()] == [path.name]
    book = openpyxl.load_workbook(path)
    texts = {cell.value for row in book["Титул"].iter_rows() for cell in row}
    assert {"ОО-02", "Школа № 2 Примерного района"} <= texts
    assert book.custom_doc_props["metodist"].value.split("|")[3] == "ОО-02"


def test_specifications_of_schools_are_those_laid_out_alone(small_programme, krymsk):
    for programme, schools in ((small_programme, SCHOOLS), (krymsk, krymsk.reporting[::11])):
        specs = TableSpecs(programme)
        for school in schools:
            assert specs.of(school) == table_spec(programme, school)


def test_schools_of_one_size_share_their_sheets(small_programme):
    specs = TableSpecs(small_programme)
    first, second, larger = (specs.of(school) for school in SCHOOLS[:3])
    shared = [one.name for one, other in zip(first.sheets, second.sheets, strict=True) if one is other]
    assert set(shared) >= {"Кадры", "Конкурсы", "Показатели", "Проверка", "Списки"}
    assert larger.sheets[2] != first.sheets[2]


def test_no_formula_needs_the_prefixes_of_newer_functions(krymsk):
    """The writer takes formulas as they are: XlsxWriter's forty searches for such functions would find nothing."""
    spec = table_spec(krymsk, krymsk.reporting[0])
    cells = [cell for sheet in spec.sheets for cell in sheet.cells]
    cells += [cell for sheet in spec.sheets for block in sheet.blocks for cell in block.cells]
    formulas = {cell.formula.replace(ROW, "7") for cell in cells if cell.formula}
    assert len(formulas) > 100
    plain = Worksheet()
    for formula in formulas:
        assert plain._prepare_formula(f"={formula}", expand_future_functions=True) == formula
