"""Applies a profile of numbers to a template: sections, styles, page numbers, language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.section import Section
from docx.shared import Cm, Mm, Pt
from docx.styles.style import CharacterStyle, ParagraphStyle

from metodist.documents.profile import LayoutProfile

#: The character style of «приказываю»: spaced by the style, never by typed spaces.
SPACED = "Разрядка"
SIGNATURE = "Подпись должностного лица"
TABLE_HEADING = "Шапка таблицы"

_PAGE_NUMBER = (
    f'<w:p {nsdecls("w")}><w:pPr><w:pStyle w:val="{{style}}"/></w:pPr>'
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    "<w:r><w:t>2</w:t></w:r>"
    '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)
_ALIGN = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "justify": WD_ALIGN_PARAGRAPH.JUSTIFY,
}


@dataclass(frozen=True, slots=True)
class Role:
    """How a paragraph style follows from a profile.

    Args:
        align: ``left``, ``center``, ``right`` or ``justify``.
        small: Takes the size of tables.
        indent: Has the first-line indent.
        before: Lines of text before it; ``"title"`` and ``"signature"`` take the profile's intervals.
        after: Lines after it, the same way.
        keep_next: Stays on the page of what follows.
        single: Line spacing of 1 whatever the profile says.
        corner: Stands in the upper right corner, not wider than the profile allows.
        tab_right: Has a tab stop at the right margin.
        turned: Its sheet lies on its side.
    """

    align: str = "left"
    small: bool = False
    bold: bool = False
    indent: bool = False
    before: float | str = 0
    after: float | str = 0
    keep_next: bool = False
    single: bool = False
    corner: bool = False
    tab_right: bool = False
    turned: bool = False


#: Lines above and below the text of a cell, so that it does not touch the border.
_CELL = 0.15

#: By the style's name in the template. A style that a template lacks is passed over; one that is not here is left.
ROLES: Mapping[str, Role] = MappingProxyType(
    {
        "Normal": Role(),
        "Body Text": Role("justify", indent=True),
        "Текст после таблицы": Role("justify", indent=True, before=0.5, keep_next=True),
        "Бланк": Role("center", bold=True, single=True),
        "Вид акта": Role("center", bold=True, before=1, after=1, single=True),
        "Реквизиты": Role(single=True, tab_right=True),
        "Место издания": Role("center", before=0.5, single=True),
        "Title": Role("center", bold=True, before=1, after="title", single=True),
        "Heading 1": Role(bold=True, indent=True, before=1, after=0.5, keep_next=True),
        "Heading 2": Role(bold=True, indent=True, before=0.5, after=0.5, keep_next=True),
        "Пункт": Role("justify", indent=True),
        "Подпункт": Role("justify", indent=True),
        "Перечень": Role("justify", indent=True),
        "Приложение": Role(corner=True, single=True),
        "Приложение на альбомном листе": Role(corner=True, single=True, turned=True),
        "Адресат": Role(corner=True, single=True),
        "Исполнитель": Role(small=True, before=2, single=True),
        "Заголовок приложения": Role("center", bold=True, before=1, after=1, keep_next=True, single=True),
        "Рисунок": Role("center", before=0.5, keep_next=True, single=True),
        "Подпись рисунка": Role("center", before=0.25, after=0.75, single=True),
        "Caption": Role(before=0.5, after=0.25, keep_next=True, single=True),
        TABLE_HEADING: Role("center", small=True, bold=True, before=_CELL, after=_CELL, single=True),
        "Текст таблицы": Role(small=True, before=_CELL, after=_CELL, single=True),
        "Число таблицы": Role("center", small=True, before=_CELL, after=_CELL, single=True),
        "Группа таблицы": Role(small=True, bold=True, before=_CELL, after=_CELL, keep_next=True, single=True),
        "Примечание": Role("justify", small=True, before=0.25, after=0.5, single=True),
        SIGNATURE: Role(before="signature", single=True),
        "Дата подписи": Role(before=0.5, single=True),
        "Согласование": Role(before=0.5, single=True),
        "Header": Role("center", single=True),
    }
)


def apply_profile(document: Document, profile: LayoutProfile) -> None:
    """Lay a template out by a profile; what the template says about these numbers is replaced."""
    _defaults(document, profile)
    for style in document.styles:
        role = ROLES.get(str(style.name))
        if role and isinstance(style, ParagraphStyle):
            _paragraph_style(style, role, profile)
        elif style.name == SPACED and isinstance(style, CharacterStyle):
            _spacing(style, profile)
    header_style = next((str(style.style_id) for style in document.styles if style.name == "Header"), "Header")
    for place, section in enumerate(document.sections):
        _section(section, profile, header_style, first=place == 0)


def _defaults(document: Document, profile: LayoutProfile) -> None:
    """Typeface, size and language of everything that no style overrides; no automatic hyphenation."""
    styles = document.styles.element
    defaults = styles.find(qn("w:docDefaults"))
    if defaults is not None:
        styles.remove(defaults)
    properties = _child(_child(_child(styles, "w:docDefaults", first=True), "w:rPrDefault"), "w:rPr")
    _font(properties, profile.font)
    for tag in ("w:sz", "w:szCs"):
        _child(properties, tag).set(qn("w:val"), str(round(profile.text_pt * 2)))
    language = _child(properties, "w:lang")
    for attribute in ("w:val", "w:eastAsia"):
        language.set(qn(attribute), profile.language)
    for style in document.styles:
        for element in style.element.findall(f".//{qn('w:lang')}"):
            element.getparent().remove(element)


def _paragraph_style(style: ParagraphStyle, role: Role, profile: LayoutProfile) -> None:
    size = profile.table_pt if role.small else profile.text_pt
    _font(style.element.get_or_add_rPr(), profile.font)
    style.font.size = Pt(size)
    style.font.bold = role.bold
    style.font.italic = False
    style.font.color.rgb = None
    layout = style.paragraph_format
    layout.alignment = _ALIGN[role.align]
    width = profile.turned_width_mm if role.turned else profile.text_width_mm
    layout.left_indent = Mm(width - profile.corner_mm) if role.corner else Mm(0)
    layout.first_line_indent = Cm(profile.indent_cm) if role.indent else Mm(0)
    layout.line_spacing_rule = WD_LINE_SPACING.MULTIPLE
    layout.line_spacing = 1.0 if role.single else profile.line_spacing
    layout.space_before = Pt(_lines(role.before, profile) * profile.text_pt)
    layout.space_after = Pt(_lines(role.after, profile) * profile.text_pt)
    layout.keep_with_next = role.keep_next
    layout.widow_control = True
    if role.tab_right:
        layout.tab_stops.clear_all()
        layout.tab_stops.add_tab_stop(Mm(profile.text_width_mm), WD_TAB_ALIGNMENT.RIGHT)


def _lines(lines: float | str, profile: LayoutProfile) -> float:
    if isinstance(lines, str):
        return profile.title_intervals if lines == "title" else profile.signature_intervals
    return lines


def _spacing(style: CharacterStyle, profile: LayoutProfile) -> None:
    properties = style.element.get_or_add_rPr()
    _child(properties, "w:spacing").set(qn("w:val"), str(round(profile.letter_spacing_pt * 20)))


def _section(section: Section, profile: LayoutProfile, header_style: str, *, first: bool) -> None:
    portrait = section.page_width is None or section.page_height is None or section.page_width <= section.page_height
    sides = (Mm(profile.page_width_mm), Mm(profile.page_height_mm))
    section.page_width, section.page_height = sides if portrait else sides[::-1]
    section.left_margin, section.right_margin = Mm(profile.left_mm), Mm(profile.right_mm)
    section.top_margin, section.bottom_margin = Mm(profile.top_mm), Mm(profile.bottom_mm)
    section.header_distance = Mm(profile.page_number_mm)
    section.footer_distance = Mm(profile.page_number_mm)
    section.different_first_page_header_footer = first
    _page_number(section, header_style, first=first)


def _page_number(section: Section, style: str, *, first: bool) -> None:
    """Centred in the top margin, from page 2: the document's first page has a header of its own, an empty one."""
    if first:
        section.first_page_header.is_linked_to_previous = False
    section.header.is_linked_to_previous = False
    header = section.header.part.element
    if any("PAGE" in (element.text or "") for element in header.iter(qn("w:instrText"))):
        return
    for paragraph in list(header):
        header.remove(paragraph)
    header.append(parse_xml(_PAGE_NUMBER.format(style=style)))


def _font(properties: Any, font: str) -> None:
    fonts = _child(properties, "w:rFonts", first=True)
    fonts.attrib.clear()
    for attribute in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
        fonts.set(qn(attribute), font)


def _child(parent: Any, tag: str, *, first: bool = False) -> Any:
    """The child of that tag, added where it is missing; ``first`` where the schema wants it before the others."""
    found = parent.find(qn(tag))
    if found is None:
        found = OxmlElement(tag)
        if first:
            parent.insert(0, found)
        else:
            parent.append(found)
    return found
