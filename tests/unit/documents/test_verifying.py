"""Three texts: the document as it is, as it was made, as it would be made today."""

from __future__ import annotations

import pytest

from metodist.documents.matching import matched
from metodist.documents.twin import Line
from metodist.documents.verifying import Stale, verify

MADE = (
    "Приняты таблицы 30 организаций из 34 (88,2 %).",
    "1.3. Диагностику прошли 71,4 % педагогов (815 из 1 141), цель 80 % не достигнута.",
    "Школа № 5 | 12 из 20 | 60,0 % | не достигнуто",
    "Школа № 15 | 12 из 24 | 50,0 % | не достигнуто",
    "Не представили таблицу: Школа № 8.",
    "от ____________ № ______",
)
TODAY = (
    "Приняты таблицы 31 организации из 34 (91,2 %).",
    "1.3. Диагностику прошли 80,7 % педагогов (930 из 1 152), цель 80 % достигнута.",
    "Школа № 15 | 20 из 24 | 83,3 % | достигнуто",
    "Школа № 5 | 12 из 20 | 60,0 % | не достигнуто",
    "Новый вывод: отставание сократилось на 9,3 процентного пункта.",
    "от ____________ № ______",
)


def _lines(texts: tuple[str, ...]) -> tuple[Line, ...]:
    return tuple(Line(text, (place,)) for place, text in enumerate(texts))


def _verify(*texts: str, made: tuple[str, ...] = MADE, today: tuple[str, ...] = TODAY) -> list[tuple[str, str, str]]:
    found = verify(_lines(texts), _lines(made), _lines(today)).findings
    return [(one.code, one.stands, one.expected) for one in found if one.code != "new"]


def test_what_the_data_changed_is_stale_piece_by_piece() -> None:
    assert _verify(MADE[0]) == [("stale", "30 организаций", "31 организации"), ("stale", "88,2 %", "91,2 %")]


def test_a_verdict_is_stale_with_its_figures() -> None:
    found = _verify(MADE[1])
    assert found == [
        ("stale", "71,4 %", "80,7 %"),
        ("stale", "815 из 1 141", "930 из 1 152"),
        ("stale", "не достигнута", "достигнута"),
    ]


def test_rows_are_known_by_their_name_though_their_order_changed() -> None:
    found = _verify(MADE[2], MADE[3])
    assert {stands for _, stands, _ in found} == {"12", "50,0 %", "не достигнуто"}


def test_a_row_of_the_same_name_is_the_same_row_whatever_it_says() -> None:
    was, now = ("8 | Школа № 8 | не представлена | — | —",), ("3 | Школа № 8 | принята | 28.11.2026 | нет",)
    (finding,) = verify(_lines(was), _lines(was), _lines(now)).findings[1:2]
    assert finding.code == "stale"
    assert "принята" in finding.expected


def test_edits_round_the_figures_do_not_hide_them() -> None:
    edited = "По нашим данным приняты таблицы 30 организаций из 34 (88,2 %), это меньше, чем год назад."
    assert ("stale", "30 организаций", "31 организации") in _verify(edited)


def test_a_figure_that_was_mended_by_hand_holds() -> None:
    assert _verify(TODAY[0]) == []


def test_a_figure_that_was_changed_by_hand_is_told() -> None:
    same = verify(
        _lines(("Прошли 75 % (815 из 1 141).",)),
        _lines(("Прошли 71,4 % (815 из 1 141).",)),
        _lines(("Прошли 71,4 % (815 из 1 141).",)),
    )
    assert [(one.code, one.stands, one.expected) for one in same.findings] == [("typed", "75%", "71,4%")]


def test_what_today_says_no_more_is_gone_and_what_it_says_more_is_new() -> None:
    found = verify(_lines(MADE), _lines(MADE), _lines(TODAY)).findings
    assert [one.place for one in found if one.code == "gone"] == [MADE[4]]
    assert [one.expected for one in found if one.code == "new"] == [TODAY[4]]


def test_blanks_filled_in_by_hand_are_no_finding() -> None:
    assert _verify("от 05.06.2026 № 319") == []


def test_own_lines_with_figures_are_named_as_not_compared() -> None:
    verified = verify(_lines(("Совещание прошло 12 марта, присутствовали 25 человек.",)), _lines(MADE), _lines(TODAY))
    assert len(verified.own) == 1
    assert [one for one in verified.findings if one.code != "new"] == []


def test_nothing_changed_nothing_found() -> None:
    assert verify(_lines(MADE), _lines(MADE), _lines(MADE)).findings == ()


def test_a_message_quotes_the_line() -> None:
    finding: Stale = verify(_lines(MADE[:1]), _lines(MADE), _lines(TODAY)).findings[0]
    assert finding.message == (
        "Устарело: стоит «30 организаций», по своду теперь «31 организации». Строка: «Приняты таблицы 30 организаций из 34 (88,2 %).»."
    )
    assert finding.paragraphs == (0,)


@pytest.mark.parametrize("shift", [0, 3])
def test_lines_of_the_same_words_find_their_own(shift: int) -> None:
    first = [f"Школа № {number} | {number} из 40 | {number},0 %" for number in range(1, 12)]
    second = [f"Школа № {number} | {number + 1} из 41 | {number},5 %" for number in range(1, 12)]
    turned = second[shift:] + second[:shift]
    found = matched(first, turned)
    assert all(turned[found[place]].startswith(text.split(" | ")[0] + " |") for place, text in enumerate(first))
