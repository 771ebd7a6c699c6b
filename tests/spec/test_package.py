"""The package for the municipality's site: complete, accessible, printable, and without anything personal."""

from __future__ import annotations

import csv
import io
import re
import shutil
import subprocess
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
from docx import Document

from browser import measured, need_browser, printed
from documents_sample import paragraphs
from metodist.domain.returns import SchoolData
from metodist.errors import UserError
from metodist.services import packaging
from metodist.services.collecting import collect
from metodist.services.documenting import write_documents
from metodist.services.numbering import Wanted
from metodist.services.packaging import build_package
from metodist.services.registering import register_document
from metodist.services.working_folder import PROGRAMME, load_programme
from office import need_office
from working_folder_story import answers, issued_folder, send

OF = re.compile(r"(\d+) из (\d+)")


@pytest.fixture(autouse=True)
def _quiet_computer(tmp_path_factory, monkeypatch):
    marks = tmp_path_factory.mktemp("компьютер")
    monkeypatch.setattr("metodist.services.number_marks.marks_folder", lambda: marks)
    monkeypatch.setattr(packaging, "has_office", lambda: False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "район"
    path.mkdir()
    issued_folder(path)
    programme = load_programme(path / PROGRAMME)
    for school in programme.reporting:
        send(path, programme, school, answers(programme, school))
    collect(path)
    write_documents(path)
    return path


def _names(folder: Path) -> list[str]:
    programme = load_programme(folder / PROGRAMME)
    data: list[SchoolData] = [answers(programme, school) for school in programme.reporting]
    return [str(row.values["ФИО"]) for one in data for row in one.registers["Кадры"]]


def _texts(folder: Path) -> dict[str, str]:
    package = folder / "Пакет" / "2026"
    texts = {path.name: "\n".join(paragraphs(path)) for path in package.glob("*.docx")}
    return texts | {path.name: path.read_text(encoding="utf-8-sig") for path in package.glob("*.[hc]*")}


def test_the_package_holds_page_table_and_documents(folder):
    package = build_package(folder)
    assert package.page == folder / "Пакет" / "2026" / "index.html"
    files = sorted(path.name for path in package.page.parent.iterdir() if not path.name.startswith("recommendations"))
    assert files == ["index.html", "indicators.csv", "note.docx", "order_monitoring.docx", "order_results.docx"]
    advised = sum("recommendations" in path.name for path in package.files)
    told = sum("екомендаци" in note and "не вошёл" in note for note in package.notes)
    assert advised + told == 2  # a school each: in the package, or why not
    html = package.page.read_text(encoding="utf-8")
    for name in ("note.docx", "order_monitoring.docx", "indicators.csv"):
        assert f'href="{name}"' in html
    rows = list(
        csv.reader(io.StringIO((package.page.parent / "indicators.csv").read_text(encoding="utf-8-sig")), delimiter=";")
    )
    assert rows[0][:2] == ["Код", "Показатель"]
    assert "PDF не созданы: LibreOffice не установлен" in " ".join(package.notes)


def test_nothing_personal_and_nothing_of_fewer_than_five_people_is_in_any_file(folder):
    build_package(folder)
    names = _names(folder)
    for file, text in _texts(folder).items():
        assert not [name for name in names if name in text or name.split()[0] + " " in text], file
        for over, under in OF.findall(text.replace("\xa0", " ")):
            people = int(under) > 2  # the district has two schools: «2 из 2 организаций» tells of no person
            small = 0 < int(over) < 5 or 0 < int(under) - int(over) < 5 or int(under) < 5
            assert not (people and small), (file, over, under)


def test_a_registered_and_edited_order_goes_in_as_it_is(folder):
    order = next((folder / "Документы").glob("Приказ о проведении*"))
    document = Document(str(order))
    document.add_paragraph("Добавлено при согласовании.")
    document.save(str(order))
    register_document(order, Wanted(date(2026, 6, 5), "319-ОД"))
    package = build_package(folder)
    assert (package.page.parent / "order_monitoring.docx").read_bytes() == order.read_bytes()
    html = package.page.read_text(encoding="utf-8").replace("\xa0", " ")
    assert "№ 319-ОД от 05.06.2026" in html
    assert "Приказ о проведении мониторинга" not in next(note for note in package.notes if "зарегистрированы" in note)


def test_a_note_with_small_groups_is_replaced_by_its_public_edition(folder):
    package = build_package(folder)
    note = next((folder / "Документы").glob("Аналитическая*"))
    assert (package.page.parent / "note.docx").read_bytes() != note.read_bytes()
    assert any(note.startswith("Аналитическая справка: в пакет вошла публичная редакция") for note in package.notes)
    assert "публичная редакция" in package.page.read_text(encoding="utf-8")


def test_a_document_that_names_a_teacher_stays_out(folder):
    surname, name, patronymic = _names(folder)[0].split()
    order = next((folder / "Документы").glob("Приказ о проведении*"))
    document = Document(str(order))
    document.add_paragraph(f"Отметить: {surname} {name[0]}. {patronymic[0]}.")
    document.save(str(order))
    package = build_package(folder)
    assert not (package.page.parent / "order_monitoring.docx").exists()
    assert any("назван педагог" in note for note in package.notes)


def test_what_an_earlier_package_had_and_this_one_has_not_goes_away(folder):
    stale = build_package(folder).page.parent / "note.pdf"
    stale.write_bytes(b"%PDF old")
    build_package(folder)
    assert not stale.exists()


def test_without_accepted_tables_there_is_nothing_to_publish(tmp_path):
    issued_folder(tmp_path)
    with pytest.raises(UserError, match="Принятых таблиц ещё нет"):
        build_package(tmp_path)


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.links += [str(values["href"])] if "href" in values else []
        self.ids |= {str(values["id"])} if "id" in values else set()
        assert tag not in {"script", "link", "img", "iframe"}


def test_every_link_of_the_page_leads_somewhere(folder):
    page = build_package(folder).page
    parser = _Links()
    parser.feed(page.read_text(encoding="utf-8"))
    for link in parser.links:
        assert link.removeprefix("#") in parser.ids if link.startswith("#") else (page.parent / link).is_file(), link


@pytest.mark.browser
@pytest.mark.parametrize("width", [360, 1280])
def test_chromium_finds_the_page_accessible_and_self_contained(folder, tmp_path, width):
    need_browser()
    found = measured(build_package(folder).page, tmp_path, width)
    assert found["lang"] == "ru"
    assert found["width"] <= found["window"]
    assert found["contrast"] >= 4.5
    assert found["small"] >= 14
    assert found["fetched"] == []
    assert (found["bare_tables"], found["bare_heads"]) == (0, 0)
    assert found["headings"][0] == 1
    assert found["headings"].count(1) == 1
    assert set(found["headings"][1:]) == {2}
    assert found["focus"] > 8


@pytest.mark.browser
def test_chromium_prints_the_page_whole(folder, tmp_path):
    need_browser()
    if not shutil.which("pdftotext"):
        pytest.skip("poppler-utils is not installed")
    text = subprocess.run(
        ["pdftotext", "-layout", str(printed(build_package(folder).page, tmp_path)), "-"],
        check=True, capture_output=True, text=True, encoding="utf-8",
    ).stdout  # fmt: skip
    for words in ("Мониторинг показателей за 2026", "Достижение", "Школа № 1", "order_monitoring.docx", "Как читать"):
        assert words in text.replace("\xa0", " ")
    assert "Перейти к содержанию" not in text


@pytest.mark.office
def test_libreoffice_makes_pdf_of_documents_and_package(folder, monkeypatch, capsys):
    need_office()
    monkeypatch.setattr(packaging, "has_office", lambda: True)
    package = build_package(folder)
    pdfs = sorted(path.name for path in package.files if path.suffix == ".pdf" and "recommend" not in path.name)
    assert pdfs == ["note.pdf", "order_monitoring.pdf", "order_results.pdf"]
    assert all((package.page.parent / name).read_bytes().startswith(b"%PDF") for name in pdfs)
    assert 'href="note.pdf"' in package.page.read_text(encoding="utf-8")
    monkeypatch.setattr("sys.argv", ["metodist", "documents", str(folder), "--kind", "order_monitoring", "--pdf"])
    from metodist.cli import _run

    assert _run() == 0
    (pdf,) = (folder / "Документы").glob("*.pdf")
    assert pdf.stem.startswith("Приказ о проведении")
    assert f"PDF: {pdf}" in capsys.readouterr().out


def test_without_libreoffice_the_word_files_are_there_and_pdf_says_why_not(folder, monkeypatch):
    from metodist.cli import _run

    monkeypatch.setattr("metodist.services.pdf.office_program", lambda: None)
    monkeypatch.setattr("sys.argv", ["metodist", "documents", str(folder), "--pdf"])
    with pytest.raises(UserError, match=r"LibreOffice не установлен.*Документы Word созданы"):
        _run()
    assert list((folder / "Документы").glob("*.docx"))
