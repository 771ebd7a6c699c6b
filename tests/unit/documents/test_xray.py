"""X-ray of a template: what is wrong is said in Russian, with the paragraph quoted, before anything is rendered."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, replace
from typing import Annotated, Any

import pytest
from docx import Document
from docx.oxml import OxmlElement

from documents_sample import TEMPLATES
from metodist.documents.kinds import KINDS, Kind
from metodist.documents.requisites import Properties
from metodist.documents.source import From
from metodist.documents.xray import has_errors, xray
from metodist.documents.xray_findings import TemplateFinding
from metodist.domain.findings import Severity


@dataclass(frozen=True)
class School:
    name: Annotated[str, From("краткое название")]
    head: Annotated[str, From("руководитель", optional=True)]


@dataclass(frozen=True)
class Letter:
    properties: Annotated[Properties, From("свойства файла")]
    name: Annotated[str, From("кому")]
    contact: Annotated[str, From("телефон", optional=True)]
    schools: Annotated[tuple[School, ...], From("школы")]


LETTER = replace(KINDS[0], context=Letter)
SCHOOLS = ("{%p for school in schools %}", "{{ school.name }}", "{%p endfor %}")
OUTSIDE = (
    b'<Relationships><Relationship Id="r1" Type="x/attachedTemplate" Target="http://a/b.dotm"'
    b' TargetMode="External"/></Relationships>'
)
WHOLE = ("{{ name }}", "{%p if contact %}", "{{ contact }}", "{%p endif %}", *SCHOOLS)


def _file(document: Any) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _look(*texts: str) -> tuple[TemplateFinding, ...]:
    document = Document()
    for text in texts:
        document.add_paragraph(text)
    return xray("письмо.docx", _file(document), LETTER)


def _codes(*texts: str) -> list[str]:
    return [finding.code for finding in _look(*texts) if finding.code != "unused"]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_the_products_own_templates_have_nothing_wrong_in_them(kind: Kind) -> None:
    findings = xray(kind.template, (TEMPLATES / kind.template).read_bytes(), kind)
    assert [finding.message for finding in findings if finding.severity is not Severity.REMARK] == []


def test_a_whole_template_passes() -> None:
    assert _look(*WHOLE) == ()


def test_a_misspelt_placeholder_names_the_nearest_and_quotes_the_paragraph() -> None:
    (finding, *_) = _look("Кому: {{ nane }}, срочно")
    assert finding.message == "Неизвестная метка {{ nane }}: нет «nane». Абзац: «Кому: {{ nane }}, срочно»."
    assert finding.suggestion == "Возможно, нужно «name»."
    assert finding.severity is Severity.ERROR


def test_a_field_of_a_loop_is_known_inside_the_loop_only() -> None:
    assert _codes(*SCHOOLS, "{{ school.name }}") == ["unknown_place"]
    assert _codes("{%p for school in schools %}", "{{ school.phone }}", "{%p endfor %}") == ["unknown_place"]


@pytest.mark.parametrize(
    ("texts", "codes"),
    [
        (("{%p for school in schools %}", "{{ school.name }}"), ["never_ended"]),
        (("{{ name }}", "{%p endfor %}"), ["not_open"]),
        (("{%p if contact %}", "{{ contact }}", "{%p endfor %}"), ["wrong_end"]),
        (("{%p if contact %}", "Телефон {{ contact }}{% endif %}"), ["wrong_level"]),
        (("Телефон {% if contact %}{{ contact }}", "и ещё{% endif %}"), ["across"]),
        (("Телефоны {%p if contact %}", "{{ contact }}", "{%p endif %}"), ["lost_text"]),
        (("{%p for letter in name %}", "{{ letter }}", "{%p endfor %}"), ["not_a_list"]),
        (("{{ schools }}",), ["not_printable"]),
        (("{{ contact }}",), ["may_be_empty"]),
        (("{% if not contact %}нет{% else %}{{ contact }}{% endif %}",), []),
        (("{% if contact or name %}{{ contact }}{% endif %}",), []),
        (("{{ name",), ["not_closed"]),
        (("{ {name}}",), ["not_closed"]),
        (("{{ name } }",), ["not_closed"]),
        (("Кому:  {{ name }}",), ["double_space"]),
        (("{{ name == «x» }}",), ["syntax"]),
        (("{% include 'другой.docx' %}",), ["unsafe_word"]),
        (("{{ name.__class__ }}",), ["unsafe"]),
        (("{{ name.upper() }}",), ["unsafe"]),
        (("{{ name * 1000000000 }}",), ["unsafe"]),
        (("{{ name | attr('x') }}",), ["unsafe"]),
        (("{{ name | upper }}",), []),
        (("{% set who = name %}{{ who }}",), []),
        (("{# заметка для себя #}{{ name }}",), []),
    ],
)
def test_each_fault_has_a_name(texts: tuple[str, ...], codes: list[str]) -> None:
    assert _codes(*texts) == codes


def test_a_broken_loop_quotes_the_paragraph_where_it_begins() -> None:
    (finding, *_) = _look("Список:", "{%p for school in schools %}", "{{ school.name }}")
    assert finding.place == "{%p for school in schools %}"
    assert "endfor" in finding.suggestion


def test_what_the_template_leaves_unused_is_said_with_its_source() -> None:
    (finding,) = _look("{{ name }}")
    assert finding.severity is Severity.REMARK
    assert finding.message == "Не использованы данные этого вида документа: contact (телефон), schools (школы)."


def test_a_tag_torn_by_formatting_is_a_warning_and_by_a_tracked_change_an_error() -> None:
    document = Document()
    paragraph = document.add_paragraph("{{ na")
    paragraph.add_run("me }}").bold = True
    assert [one.code for one in xray("а.docx", _file(document), LETTER)][:1] == ["torn_tag"]
    inserted = OxmlElement("w:ins")
    run = paragraph.runs[1]._r
    paragraph._p.replace(run, inserted)
    inserted.append(run)
    assert [one.code for one in xray("а.docx", _file(document), LETTER)][:1] == ["broken_tag"]


def test_a_tag_split_without_a_difference_in_looks_is_fine() -> None:
    document = Document()
    document.add_paragraph("{{ na").add_run("me }}")
    assert [one.code for one in xray("а.docx", _file(document), LETTER)] == ["unused"]


def test_rows_of_a_table_repeat_within_their_table() -> None:
    document = Document()
    table = document.add_table(3, 1)
    for row, text in zip(table.rows, SCHOOLS, strict=True):
        row.cells[0].text = text.replace("{%p", "{%tr")
    assert [one.code for one in xray("а.docx", _file(document), LETTER)] == ["unused"]
    table.rows[2].cells[0].text = ""
    document.add_paragraph("{%tr endfor %}")
    codes = [one.code for one in xray("а.docx", _file(document), LETTER)]
    assert "wrong_holder" in codes


@pytest.mark.parametrize(
    ("part", "data", "code"),
    [
        ("word/vbaProject.bin", b"macro", "macros"),
        (
            "word/_rels/settings.xml.rels",
            OUTSIDE,
            "outside",
        ),
        ("word/footer9.xml", b"<w:ftr><w:instrText> INCLUDETEXT c:/x.docx </w:instrText></w:ftr>", "field_code"),
    ],
)
def test_what_reaches_outside_is_refused(part: str, data: bytes, code: str) -> None:
    content = io.BytesIO(_file(Document()))
    with zipfile.ZipFile(content, "a") as package:
        package.writestr(part, data)
    findings = xray("а.docx", content.getvalue(), LETTER)
    assert code in [finding.code for finding in findings]
    assert has_errors(findings)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"not Word at all"])
def test_a_file_that_is_no_document_is_one_error(content: bytes) -> None:
    assert [one.code for one in xray("а.docx", content, LETTER)] == ["not_a_template"]
