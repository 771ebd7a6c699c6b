"""A municipality's own margins and typeface reach every document, and one command may choose another profile."""

from __future__ import annotations

from docx import Document

from metodist.services.documenting import write_documents
from metodist.services.issuing import issue_tables
from metodist.services.working_folder import PROGRAMME
from programme_text import SMALL, write_programme

HOUSE = """
# Оформление
Настройка ¦ Значение
Левое поле, мм ¦ 25
Шрифт ¦ PT Astra Serif
"""


def test_the_workbooks_house_style_and_a_profile_by_name(tmp_path):
    write_programme(tmp_path / PROGRAMME, SMALL + HOUSE)
    issue_tables(tmp_path)
    (own,) = write_documents(tmp_path, "order_monitoring").written
    document = Document(str(own.path))
    assert round(document.sections[0].left_margin.mm) == 25
    assert document.styles["Body Text"].font.name == "PT Astra Serif"
    (standard,) = write_documents(tmp_path, "order_monitoring", profile="2016").written
    document = Document(str(standard.path))
    assert round(document.sections[0].left_margin.mm) == 30
    assert document.styles["Body Text"].font.name == "Times New Roman"
    assert round(document.styles["Приложение"].paragraph_format.left_indent.mm) == 170 - 75
