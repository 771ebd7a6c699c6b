"""A template and a context become a document, whole or not at all."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest
from docx import Document
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined
from jinja2.sandbox import SandboxedEnvironment

from documents_sample import ORDER, TEMPLATES, paragraphs, sample_built, sample_summary
from metodist.documents.inspection import inspect, text_of
from metodist.documents.kinds import KINDS, Kind, build_context
from metodist.documents.profile import GOST_2025
from metodist.documents.render import render, top_level
from metodist.documents.requisites import Properties
from metodist.documents.template import laid_out
from metodist.documents.typography import bind, clean
from metodist.domain.programme import Programme
from metodist.errors import UserError

PROPERTIES = Properties("Заголовок", "Управление", "Программа", "2026-12-22T12:00:00Z")


@dataclass(frozen=True)
class Letter:
    """A context for templates of these tests."""

    properties: Properties = PROPERTIES
    name: str = "Школа № 1"
    contact: str = ""
    schools: tuple[str, ...] = ("А", "Б")


def _template(folder: Path, *texts: str) -> Path:
    document = Document()
    for text in texts:
        document.add_paragraph(text)
    path = folder / "письмо.docx"
    document.save(str(path))
    return path


def _render(folder: Path, *texts: str, context: Letter = Letter()) -> list[str]:
    render("note", context, _template(folder, *texts), folder / "готово.docx")
    return [text for text in paragraphs(folder / "готово.docx") if text]


def test_values_are_printed_with_non_breaking_spaces(tmp_path: Path) -> None:
    assert _render(tmp_path, "Кому: {{ name }}, г. Крымск") == ["Кому: Школа №\u00a01, г.\u00a0Крымск"]


@pytest.mark.parametrize("value", ["A < B", "Знание & сила", "<w:p/>", "кавычки \" и '"])
def test_special_characters_survive(value: str, tmp_path: Path) -> None:
    assert _render(tmp_path, "{{ name }}", context=Letter(name=value)) == [value]


def test_a_value_with_a_full_stop_of_its_own_does_not_get_a_second_one(tmp_path: Path) -> None:
    assert _render(tmp_path, "Срок — {{ name }}.", context=Letter(name="2021–2024 гг.")) == [
        "Срок\u00a0— 2021–2024 гг."
    ]
    assert _render(tmp_path, "Кому: {{ name }}.") == ["Кому: Школа №\u00a01."]


def test_line_breaks_and_double_spaces_of_a_cell_become_single_spaces(tmp_path: Path) -> None:
    assert _render(tmp_path, "{{ name }}", context=Letter(name=" Школа\n  № 1\x07 ")) == ["Школа №\u00a01"]


@pytest.mark.parametrize(
    ("name", "template", "printed"),
    [
        ("на 2021–2025 гг.", "Программа {{ name }}. Цель", "Программа на 2021–2025 гг. Цель"),
        ("на 2021–2025 гг.", "{{ name }}, цель", "на 2021–2025 гг., цель"),
        ("Школа", "{{ name }}.", "Школа."),
        ("и другие…", "{{ name }}.", "и другие…."),
    ],
)
def test_a_full_stop_of_the_value_is_the_templates_own(name: str, template: str, printed: str, tmp_path: Path) -> None:
    (text,) = _render(tmp_path, template, context=Letter(name=name))
    assert text.replace("\u00a0", " ") == printed


def test_a_list_repeats_its_paragraph_and_an_absent_value_takes_its_paragraph_away(tmp_path: Path) -> None:
    texts = (
        "{%p for school in schools %}", "Школа {{ school }}{% if loop.last %}.{% else %};{% endif %}", "{%p endfor %}",
        "{%p if contact %}", "Вопросы: {{ contact }}", "{%p endif %}",
    )  # fmt: skip
    assert _render(tmp_path, *texts) == ["Школа А;", "Школа Б."]


def test_a_tag_that_word_tore_apart_is_read_whole(tmp_path: Path) -> None:
    document = Document()
    paragraph = document.add_paragraph("{{ na")
    paragraph.add_run("me").bold = True
    paragraph.add_run(" }}")
    document.save(str(tmp_path / "шаблон.docx"))
    render("note", Letter(), tmp_path / "шаблон.docx", tmp_path / "готово.docx")
    assert "Школа №\u00a01" in paragraphs(tmp_path / "готово.docx")


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("{{ phone }}", "неизвестная метка: «phone»"),
        ("{{ properties.phone }}", "неизвестная метка: «phone»"),
        ("{{ contact }}", "осталось бы пустым поле «contact»"),
        ("{% if name %}", "ошибка в метке"),
        ("{{ name", "ошибка в метке"),
        ("{{ name | shout }}", "ошибка в метке"),
        ("{{ name.__class__.__mro__ }}", "недопустимое выражение"),
        ("{{ name.format.__globals__ }}", "недопустимое выражение"),
        ("{{ cycler }}", "неизвестная метка"),
        ("Кому:  {{ name }}", "два пробела подряд"),
        ("Кому {{ name }}..", "лишний знак препинания"),
        ("по списку () от {{ name }}", "пропущено значение"),
        ("текст }} и {{ name }}", "незаполненная метка"),
    ],
)
def test_what_must_not_go_out_is_refused_and_nothing_is_written(text: str, complaint: str, tmp_path: Path) -> None:
    target = tmp_path / "готово.docx"
    target.write_bytes(b"before")
    with pytest.raises(UserError, match=complaint):
        render("note", Letter(), _template(tmp_path, text), target)
    assert target.read_bytes() == b"before"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["готово.docx", "письмо.docx"]


def test_a_missing_template_and_a_foreign_file_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="Не найден шаблон"):
        render("note", Letter(), tmp_path / "нет.docx", tmp_path / "готово.docx")
    (tmp_path / "не.docx").write_text("это не Word")
    with pytest.raises(UserError, match="не читается как документ Word"):
        render("note", Letter(), tmp_path / "не.docx", tmp_path / "готово.docx")


def test_a_folder_that_is_not_there_is_one_russian_reason(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="Не удалось записать файл «готово"):
        render("note", Letter(), _template(tmp_path, "{{ name }}"), tmp_path / "нет" / "готово.docx")


def test_a_changed_template_is_read_anew(tmp_path: Path) -> None:
    assert _render(tmp_path, "Было {{ name }}") == ["Было Школа №\u00a01"]
    assert _render(tmp_path, "Стало {{ name }}") == ["Стало Школа №\u00a01"]


def test_the_same_context_gives_the_same_bytes(tmp_path: Path) -> None:
    _render(tmp_path, "{{ name }}")
    once = (tmp_path / "готово.docx").read_bytes()
    _render(tmp_path, "{{ name }}")
    assert (tmp_path / "готово.docx").read_bytes() == once


def test_document_properties(tmp_path: Path) -> None:
    _render(
        tmp_path,
        "{{ name }}",
        context=Letter(Properties("Приказ «А & Б»", "Управление", "Программа", "2026-12-22T12:00:00Z")),
    )
    properties = Document(str(tmp_path / "готово.docx")).core_properties
    assert (properties.title, properties.author, properties.language) == ("Приказ «А & Б»", "Управление", "ru-RU")
    assert properties.created is not None
    assert properties.created.year == 2026


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_the_fast_way_says_what_docxtpl_says(kind: Kind, small_programme: Programme, tmp_path: Path) -> None:
    context = sample_built(kind.id, small_programme, ORDER).context
    path = TEMPLATES / kind.template
    render(kind.id, context, path, tmp_path / "fast.docx")
    plain = DocxTemplate(io.BytesIO(laid_out(path.read_bytes(), GOST_2025)))
    environment = SandboxedEnvironment(undefined=StrictUndefined)
    plain.render(top_level(context), jinja_env=environment, autoescape=True)
    plain.save(tmp_path / "plain.docx")
    expected = [bind(clean(text)) if "\t" not in text else bind(text) for text in paragraphs(tmp_path / "plain.docx")]
    once = [re.sub(r"(?<!\.)\.\.(?!\.)", ".", text) for text in expected]  # «2026 г.» before a full stop
    assert [clean(text) if "\t" not in text else text for text in paragraphs(tmp_path / "fast.docx")] == once


def test_a_rendered_package_is_whole(small_programme: Programme, tmp_path: Path) -> None:
    context = build_context("note", sample_summary(small_programme)).context
    render("note", context, TEMPLATES / "note.docx", tmp_path / "note.docx")
    with zipfile.ZipFile(tmp_path / "note.docx") as archive:
        assert archive.testzip() is None
        assert archive.namelist()[0] == "[Content_Types].xml"
        assert len(set(archive.namelist())) == len(archive.namelist())


def test_text_of_a_part_has_one_line_a_paragraph() -> None:
    xml = "<w:p><w:r><w:t>от</w:t><w:tab/><w:t>№ 5 &amp; 6</w:t></w:r></w:p><w:p><w:r><w:t>два</w:t></w:r></w:p>"
    assert text_of(xml) == "от\t№ 5 & 6\nдва\n"


@pytest.mark.parametrize("text", ["№", "1. Пункт", "и т. д…", "от ____ № ____", "«—»"])
def test_ordinary_texts_pass(text: str) -> None:
    inspect("образец", f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
