"""The layout of documents as a profile of numbers, kept out of the templates."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LayoutProfile:
    """Numbers that any template is laid out by.

    Args:
        name: What it is called.
        left_mm: Left margin, millimetres; 30 where documents are kept for more than ten years.
        right_mm: Right margin, millimetres.
        top_mm: Top margin, millimetres; the page number stands in it.
        bottom_mm: Bottom margin, millimetres.
        page_number_mm: From the top edge of the sheet to the page number, millimetres.
        font: The typeface of everything.
        text_pt: Size of text, points.
        table_pt: Size of text in tables, points.
        indent_cm: First-line indent of text, centimetres.
        line_spacing: Line spacing of text, in lines, 1–1.5; tables have 1.
        title_intervals: Lines between the title and the text.
        signature_intervals: Lines between the text and the signature.
        corner_mm: Greatest width of the requisites in a corner, millimetres.
        letter_spacing_pt: Character spacing of «приказываю», points.
        language: Of the whole text, as BCP 47.
    """

    name: str
    left_mm: float = 30
    right_mm: float = 10
    top_mm: float = 20
    bottom_mm: float = 20
    page_number_mm: float = 10
    font: str = "Times New Roman"
    text_pt: float = 14
    table_pt: float = 12
    indent_cm: float = 1.25
    line_spacing: float = 1.15
    title_intervals: float = 2
    signature_intervals: float = 3
    corner_mm: float = 80
    letter_spacing_pt: float = 3
    language: str = "ru-RU"

    page_width_mm: float = 210
    page_height_mm: float = 297

    @property
    def text_width_mm(self) -> float:
        """Between the margins, millimetres."""
        return self.page_width_mm - self.left_mm - self.right_mm

    @property
    def turned_width_mm(self) -> float:
        """Between the margins of a sheet that lies on its side, millimetres."""
        return self.page_height_mm - self.left_mm - self.right_mm


#: Numbers collected from guides to ГОСТ Р 7.0.97-2025; no document claims to conform to it.
GOST_2025 = LayoutProfile("ГОСТ Р 7.0.97-2025")
#: The earlier one: requisites in a corner are at most 7.5 cm wide; where it leaves a range, the numbers are the same.
GOST_2016 = LayoutProfile("ГОСТ Р 7.0.97-2016", corner_mm=75)
#: What a municipality can begin from, the usual one first.
PROFILES: tuple[LayoutProfile, ...] = (GOST_2025, GOST_2016)
