"""A template is laid out by a profile of numbers; tables and signatures behave."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from documents_sample import TEMPLATES, document_xml, sample_built
from metodist.documents.kinds import KINDS, Kind
from metodist.documents.profile import GOST_2025, LayoutProfile
from metodist.documents.render import render
from metodist.documents.signature_block import keep_signatures
from metodist.documents.styling import SIGNATURE, TABLE_HEADING
from metodist.documents.template import laid_out
from metodist.domain.programme import Programme

HOUSE = LayoutProfile("Домашний", left_mm=20, right_mm=15, top_mm=25, bottom_mm=15, font="PT Astra Serif", text_pt=12,
                      table_pt=10, indent_cm=1, line_spacing=1.5)  # fmt: skip
#: Nobody signs them as a whole.
UNSIGNED = frozenset({"familiarisation"})
WITHOUT_TABLES = frozenset({"letter", "minutes"})
every_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)


def _laid_out(kind: Kind, profile: LayoutProfile) -> Any:
    return Document(io.BytesIO(laid_out((TEMPLATES / kind.template).read_bytes(), profile)))


@every_kind
@pytest.mark.parametrize("profile", [GOST_2025, HOUSE], ids=lambda profile: profile.font)
def test_margins_type_and_spacing_are_the_profiles(kind: Kind, profile: LayoutProfile) -> None:
    document = _laid_out(kind, profile)
    section = document.sections[0]
    margins = (section.left_margin, section.right_margin, section.top_margin, section.bottom_margin)
    wanted = (profile.left_mm, profile.right_mm, profile.top_mm, profile.bottom_mm)
    assert [round(margin.mm, 1) for margin in margins if margin] == list(wanted)
    text, cell = document.styles["Body Text"], document.styles["Текст таблицы"]
    assert (text.font.name, text.font.size, cell.font.size) == (profile.font, Pt(profile.text_pt), Pt(profile.table_pt))
    assert text.paragraph_format.line_spacing == profile.line_spacing
    assert round(text.paragraph_format.first_line_indent.cm, 2) == profile.indent_cm
    assert cell.paragraph_format.first_line_indent == 0


@every_kind
def test_the_page_number_stands_from_page_two_in_the_top_margin(kind: Kind) -> None:
    section = _laid_out(kind, GOST_2025).sections[0]
    fields = [element.text.strip() for element in section.header.part.element.iter(qn("w:instrText"))]
    assert section.different_first_page_header_footer
    assert fields == ["PAGE"]
    assert not list(section.first_page_header.part.element.iter(qn("w:instrText")))
    assert section.header.paragraphs[0].style.paragraph_format.alignment == 1


@every_kind
def test_laying_out_twice_changes_nothing(kind: Kind) -> None:
    once = laid_out((TEMPLATES / kind.template).read_bytes(), HOUSE)
    twice = laid_out(once, HOUSE)
    assert _members(once) == _members(twice)


def _members(package: bytes) -> list[bytes]:
    document: Any = Document(io.BytesIO(package))
    return [part.blob for part in sorted(document.part.package.iter_parts(), key=lambda part: str(part.partname))
            if "core" not in str(part.partname)]  # fmt: skip


@every_kind
def test_the_language_is_russian_everywhere(kind: Kind) -> None:
    styles = _laid_out(kind, GOST_2025).styles.element
    assert {element.get(qn("w:val")) for element in styles.iter(qn("w:lang"))} == {"ru-RU"}


@every_kind
def test_tables_repeat_their_headings_and_say_what_they_hold(kind: Kind) -> None:
    document = _laid_out(kind, GOST_2025)
    headings = {style.style_id for style in document.styles if style.name == TABLE_HEADING}
    tables = [table for table in document.element.body.iter(qn("w:tbl")) if _styles(table) & headings]
    assert bool(tables) != (kind.id in WITHOUT_TABLES)
    for table in tables:
        first, *others = table.tr_lst
        assert first.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
        assert all(row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is None for row in others)
        assert table.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))
        assert len(table.tblPr.find(qn("w:tblDescription")).get(qn("w:val"))) > 20


@every_kind
def test_no_row_splits_and_tables_fill_the_text(kind: Kind) -> None:
    for table in _laid_out(kind, HOUSE).element.body.iter(qn("w:tbl")):
        width = sum(int(column.get(qn("w:w"))) for column in table.tblGrid.gridCol_lst)
        assert abs(width - Mm(_text_width(table, HOUSE)).twips) <= len(table.tblGrid.gridCol_lst)
        for row in table.tr_lst:
            assert row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None
            assert sum(int(cell.tcPr.find(qn("w:tcW")).get(qn("w:w"))) for cell in row.tc_lst) == width


def _text_width(table: Any, profile: LayoutProfile) -> float:
    """By the section that ends after the table."""
    size = next(table.iterancestors(qn("w:body"))).xpath("./w:p/w:pPr/w:sectPr/w:pgSz | ./w:sectPr/w:pgSz")
    after = [one for one in size if _place(one) > _place(table)]
    turned = int(after[0].get(qn("w:w"))) > int(after[0].get(qn("w:h")))
    return profile.turned_width_mm if turned else profile.text_width_mm


def _place(element: Any) -> int:
    """The place of the block of the body that holds the element."""
    block = element
    while block.getparent().tag != qn("w:body"):
        block = block.getparent()
    return int(block.getparent().index(block))


def _styles(table: Any) -> set[str]:
    return {element.get(qn("w:val")) for element in table.iter(qn("w:pStyle"))}


def test_the_verb_is_spaced_by_its_style_not_by_typed_spaces() -> None:
    document = Document(str(TEMPLATES / "order_monitoring.docx"))
    (run,) = [run for paragraph in document.paragraphs for run in paragraph.runs if run.style.name == "Разрядка"]
    assert run.text == "{{ act.verb }}:"
    laid = _laid_out(KINDS[0], replace(GOST_2025, letter_spacing_pt=2)).styles["Разрядка"].element
    assert laid.find(f"{qn('w:rPr')}/{qn('w:spacing')}").get(qn("w:val")) == "40"


@every_kind
def test_the_signature_keeps_to_the_last_paragraph(kind: Kind, small_programme: Programme, tmp_path: Path) -> None:
    context = sample_built(kind.id, small_programme).context
    render(kind.id, context, TEMPLATES / kind.template, tmp_path / "x.docx")
    body = document_xml(tmp_path / "x.docx").find(qn("w:body"))
    style = next(one.style_id for one in Document(str(TEMPLATES / kind.template)).styles if one.name == SIGNATURE)
    signature = next((block for block in body if style in _styles(block)), None)
    if signature is None:
        assert kind.id in UNSIGNED
        return
    previous = signature.getprevious()
    assert _kept(previous)
    if not "".join(previous.itertext()).strip():  # it only parts the signature from a table
        last = (list(previous.getprevious().iter(qn("w:tr"))) or [previous.getprevious()])[-1]
        assert all(_kept(paragraph) for paragraph in last.iter(qn("w:p")))
    rows = list(signature.iter(qn("w:tr")))
    assert all(_kept(paragraph) for row in rows[:-1] for paragraph in row.iter(qn("w:p")))
    assert not any(_kept(paragraph) for paragraph in rows[-1].iter(qn("w:p")))


def _kept(paragraph: Any) -> bool:
    return paragraph.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<w:p><w:r/></w:p>", "<w:p><w:pPr><w:keepNext/></w:pPr><w:r/></w:p>"),
        ("<w:p><w:pPr/><w:r/></w:p>", "<w:p><w:pPr><w:keepNext/></w:pPr><w:r/></w:p>"),
        (
            '<w:p w:id="1"><w:pPr><w:pStyle w:val="A"/><w:jc w:val="left"/></w:pPr></w:p>',
            '<w:p w:id="1"><w:pPr><w:pStyle w:val="A"/><w:keepNext/><w:jc w:val="left"/></w:pPr></w:p>',
        ),
        (
            "<w:tbl><w:tr><w:p><w:r/></w:p></w:tr><w:tr><w:p><w:r/></w:p></w:tr></w:tbl>",
            "<w:tbl><w:tr><w:p><w:r/></w:p></w:tr><w:tr><w:p><w:pPr><w:keepNext/></w:pPr><w:r/></w:p></w:tr></w:tbl>",
        ),
    ],
    ids=["bare", "empty properties", "styled", "the last row of a table"],
)
def test_what_stands_before_a_signature_is_kept_with_it(before: str, after: str) -> None:
    signature = '<w:p><w:pPr><w:pStyle w:val="S"/></w:pPr></w:p>'
    first = "<w:p><w:r><w:t>раньше</w:t></w:r></w:p>"
    assert keep_signatures(first + before + signature, "S") == first + after + signature


def test_a_template_without_signatures_is_left_alone() -> None:
    assert keep_signatures("<w:p></w:p>", "S") == keep_signatures("<w:p></w:p>", "") == "<w:p></w:p>"
