"""Thousands of formulas of one form cost the office one question."""

from __future__ import annotations

import pytest

from metodist.hosts.office.uno_formulas import FormulaTexts, plainly

PAIRS = {
    '=IF($Кадры.B7="";"";$Кадры.C7*2.5)': '=IF(Кадры!B7="","",Кадры!C7*2.5)',
    '=IF($Кадры.B8="";"";$Кадры.C8*2.5)': '=IF(Кадры!B8="","",Кадры!C8*2.5)',
    '=IF($Кадры.$B$12="A1; B2";"ещё";$Кадры.AA3*30)': '=IF(Кадры!$B$12="A1; B2","ещё",Кадры!AA3*30)',
    "=LOG10(A1)+metodist_1": "=LOG10(A1)+metodist_1",
    "=LOG10(A2)+metodist_2": "=LOG10(A2)+metodist_2",
    "=SUM(A$1:A1048576)": "=SUM(A:A)",
    "=SUM(B$1:B1048576)": "=SUM(B:B)",
    "=$'Наш лист'.A1;B2": "='Наш лист'!A1,B2",
    "=$'2026'.A1;B3": "='2026'!A1,B3",
    '="Он сказал ""A1; да"""&A1;1': '="Он сказал ""A1; да"""&A1,1',
    '="C3"&A2;7': '="C3"&A2,7',
    '=LOOKUP(A7;{0;50};{"мало";"много"})': '=LOOKUP(A7,{0,50},{"мало","много"})',
    '=LOOKUP(B12;{0;75};{"да";"нет"})': '=LOOKUP(B12,{0,75},{"да","нет"})',
}


class Office:
    """Knows the answers, and counts the questions."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def convert(self, formula: str, place: object) -> str:
        assert place == "place"
        self.asked.append(formula)
        return PAIRS[formula]


@pytest.fixture
def office():
    return Office()


def test_every_formula_reads_as_the_office_would_say_it(office):
    texts = FormulaTexts(office.convert)

    assert {formula: texts.excel(formula, lambda: "place") for formula in PAIRS} == PAIRS


def test_one_of_a_form_is_asked_about(office):
    texts = FormulaTexts(office.convert)

    for formula in list(PAIRS)[-2:]:
        texts.excel(formula, lambda: "place")

    assert len(office.asked) == 1


def test_formulas_of_well_known_pieces_are_not_asked_about(office):
    texts = FormulaTexts(office.convert)

    for formula in list(PAIRS)[:3]:
        texts.excel(formula, lambda: "place")

    assert office.asked == []


@pytest.mark.parametrize(
    "formula",
    [
        "=TRUE()",
        "=FALSE",
        "=A1~B2",
        "=A1!B2",
        "={1;2}",
        "=#N/A",
        "=1E+20",
        "=CEILING(A1;2)",
        "=A1:$Кадры.B2",
        "=A1 B2",
        '="',
        "=['f.xlsx']A.B1",
    ],
)
def test_what_the_two_grammars_may_write_otherwise_is_left_to_the_office(formula):
    assert plainly(formula) is None


def test_the_same_formula_is_asked_about_once_however_it_is_written(office):
    texts = FormulaTexts(office.convert)

    for _ in range(2):
        texts.excel("=SUM(A$1:A1048576)", lambda: "place")

    assert len(office.asked) == 1


def test_a_form_whose_parts_the_office_changes_is_asked_about_every_time():
    asked = []
    texts = FormulaTexts(lambda formula, _: asked.append(formula) or "=1/2")

    texts.excel("=LOG10(A1)", lambda: "place")
    texts.excel("=LOG10(A2)", lambda: "place")

    assert asked == ["=LOG10(A1)", "=LOG10(A2)"]
