"""What was read of a document holds until something may have changed it, and no longer."""

from __future__ import annotations

from typing import Any

import pytest

from metodist.hosts.remote import RemoteApp

AREA = [1, 1, 2, 2]


class Office:
    """A document of one sheet; counts the questions, and tells the rows that its asker does not have."""

    def __init__(self, *, small: bool = True) -> None:
        self.asked: list[str] = []
        self.cell: Any = "да"
        self.small = small
        self.told: list[Any] = []
        self.edition = 0

    def blocks(self, have: str) -> dict[str, Any]:
        rows = [[0, [self.cell, None], [str(self.cell), ""]], [1, [None, {"d": "2026-05-17T00:00:00"}], ["", "1"]]]
        whole = have != str(self.edition)
        changed = rows if whole else [row for row in rows if row not in self.told]
        self.edition, self.told = self.edition + 1, rows
        return {"edition": str(self.edition), "sheets": [["Кадры", True, AREA, whole, changed if self.small else None]]}

    def ask(self, request: dict[str, Any]) -> dict[str, Any]:
        method = request["m"]
        self.asked.append(method)
        rows = [[self.cell, None], [None, {"d": "2026-05-17T00:00:00"}]]
        answers = {
            "sheets": ["Кадры"],
            "blocks": self.blocks(request["a"][-1]) if method == "blocks" else None,
            "read": rows,
            "formulas": [["да", ""], ["", "1"]],
            "used": AREA,
            "is_visible": True,
            "keys": ["metodist_id"],
        }
        return {"r": answers.get(method)}


@pytest.fixture
def office() -> Office:
    return Office()


def looked_at(app: RemoteApp) -> Any:
    (sheet,) = app.book("7").sheets()
    area = sheet.used()
    assert sheet.is_visible()
    return sheet.read(area), sheet.formulas(area)


def test_a_whole_book_is_read_with_one_question(office):
    values, formulas = looked_at(RemoteApp(office))

    assert values[0] == ["да", None]
    assert f"{values[1][1]:%d.%m.%Y}" == "17.05.2026"
    assert formulas == [["да", ""], ["", "1"]]
    assert office.asked == ["sheets", "blocks"]


def test_at_the_next_press_only_rows_that_are_otherwise_are_told(office):
    app = RemoteApp(office)
    looked_at(app)
    app.forget()
    office.cell = "нет"

    values, formulas = looked_at(app)

    assert (values[0], formulas[0]) == (["нет", None], ["нет", ""])
    assert f"{values[1][1]:%d.%m.%Y}" == "17.05.2026"
    assert formulas[1] == ["", "1"]


def test_an_edition_that_another_asker_had_is_told_whole(office):
    looked_at(RemoteApp(office))

    assert looked_at(RemoteApp(office))[0][0] == ["да", None]


def test_what_a_command_changes_in_its_own_rows_is_not_remembered(office):
    app = RemoteApp(office)
    values, _ = looked_at(app)
    values[0][0] = "испорчено"

    assert looked_at(app)[0][0] == ["да", None]


@pytest.mark.parametrize(
    "change",
    [
        lambda app: app.book("7").sheets()[0].write(1, 1, [["нет"]]),
        lambda app: app.book("7").sheets()[0].clear((1, 1, 1, 1), "all"),
        lambda app: app.calculate(),
        lambda app: app.progress(1, 2, "Проверка"),
        lambda app: app.alert("Сохранить?", "Методист", "yes_no", "info"),
        lambda app: app.forget(),
    ],
)
def test_after_whatever_may_change_the_book_it_is_read_again(office, change):
    app = RemoteApp(office)
    looked_at(app)
    change(app)
    office.cell = "нет"

    assert looked_at(app)[0][0][0] == "нет"


def test_names_are_asked_for_once_and_again_after_a_change(office):
    names = RemoteApp(office).book("7").names(None)

    assert names.keys() == names.keys() == ["metodist_id"]
    assert office.asked == ["keys"]
    names.put("metodist_pult", "=A1")
    names.keys()
    assert office.asked == ["keys", "put", "keys"]


def test_a_large_book_is_read_sheet_by_sheet():
    office = Office(small=False)

    looked_at(RemoteApp(office))

    assert office.asked == ["sheets", "blocks", "read", "formulas"]
