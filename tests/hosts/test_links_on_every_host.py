"""All links of a block are told at once, on every host."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from metodist.services.on_book.links import links_in


def test_the_links_of_a_block_are_told_with_their_places(book_of):
    sheet = book_of(["Кадры", "без ссылки", 5.0], ["Справка", None, None]).sheets[0]
    sheet["A1"].add_hyperlink("#'Лист'!B7", "Кадры")
    sheet["C2"].add_hyperlink("https://example.org/a", "страница")
    sheet["E5"].add_hyperlink("https://example.org/b", "в стороне")

    found = [(row, column, target.replace("'", "")) for row, column, target in links_in(sheet["A1:D4"])]

    assert sorted(found) == [(1, 1, "#Лист!B7"), (2, 3, "https://example.org/a")]


def test_in_excel_its_own_list_of_links_is_asked():
    def link(row: int, column: int, address: str, inside: str) -> Any:
        return SimpleNamespace(Range=SimpleNamespace(Row=row, Column=column), Address=address, SubAddress=inside)

    links = [link(2, 2, "", "'Кадры'!F8"), link(3, 2, "Свод.xlsx", ""), link(9, 9, "чужая.docx", "")]
    app = SimpleNamespace(engine=SimpleNamespace(name="excel"))
    sheet = SimpleNamespace(api=SimpleNamespace(Hyperlinks=links), book=SimpleNamespace(app=app))
    block: Any = SimpleNamespace(sheet=sheet, row=2, column=2, last_cell=SimpleNamespace(row=4, column=6))

    assert links_in(block) == [(2, 2, "#'Кадры'!F8"), (3, 2, "Свод.xlsx")]
