"""Sheet «Кластеры»: what the methodist says of the groups of schools."""

from __future__ import annotations

from collections.abc import Sequence

from metodist.domain.clusters import ClusterMove, ClusterSettings
from metodist.domain.indicators import Indicator
from metodist.messages import say
from metodist.programme.draft import Draft
from metodist.programme.records import Record
from metodist.programme.schema_analysis import INDICATOR, MOVE, NAME, NUMBER
from metodist.programme.words import nearest, same_word

_WHAT, _VALUE, _REASON = "Чего касается", "Значение", "Обоснование"
FEWEST, MOST = 2, 8


def read(records: Sequence[Record], draft: Draft) -> None:
    """One row, one setting; settings of a kind add up, a number or a name counts once."""
    indicators: list[str] = []
    numbers: list[int] = []
    names: dict[str, str] = {}
    moves: list[ClusterMove] = []
    for record in records:
        match record.word("Настройка"):
            case word if word == INDICATOR:
                indicators += compared_indicator(record, _WHAT, draft)
            case word if word == NUMBER:
                numbers += _number(record, numbers)
            case word if word == NAME:
                names |= _name(record, names)
            case word if word == MOVE:
                moves += _move(record, draft, moves)
    draft.clusters = ClusterSettings(tuple(indicators), numbers[0] if numbers else None, names, tuple(moves))


def compared_indicator(record: Record, column: str, draft: Draft) -> list[str]:
    """The code of an indicator that compares schools; an unknown or another one is reported."""
    wanted = record.code(column)
    found = next((each for each in draft.indicators if same_word(each.code, wanted)), None)
    if found is not None and found.compares_schools:
        return [found.code]
    known = [each.code for each in draft.indicators if _is_comparable(each)]
    if not draft.issues.distorts("Показатели"):
        message = "analysis_indicator" if found is None else "analysis_not_compared"
        record.error(column, message, nearest(wanted, known), value=wanted)
    return []


def _is_comparable(indicator: Indicator) -> bool:
    return indicator.compares_schools


def _number(record: Record, known: Sequence[int]) -> list[int]:
    number = record.whole(_VALUE)
    if record.blank(_VALUE) or (number is not None and not FEWEST <= number <= MOST):
        record.error(_VALUE, "cluster_number", value=record.text(_VALUE), least=FEWEST, most=MOST)
    elif known:
        record.error(_VALUE, "cluster_number_twice")
    return [] if number is None or known else [number]


def _letter(record: Record, column: str) -> str:
    letter = record.line(column).upper()
    if len(letter) != 1 or not letter.isalpha():
        record.error(column, "cluster_letter", value=record.text(column))
    return letter


def _name(record: Record, known: dict[str, str]) -> dict[str, str]:
    letter, name = _letter(record, _WHAT), record.line(_VALUE)
    if not name:
        record.error(_VALUE, "cluster_unnamed", letter=letter)
    if letter in known:
        record.error(_WHAT, "cluster_name_twice", letter=letter)
    return {letter: name}


def _move(record: Record, draft: Draft, known: Sequence[ClusterMove]) -> list[ClusterMove]:
    wanted, letter, reason = record.code(_WHAT), _letter(record, _VALUE), record.text(_REASON)
    codes = [school.code for school in draft.organisations]
    school = next((code for code in codes if same_word(code, wanted)), "")
    if not school and not draft.issues.distorts("Организации"):
        record.error(_WHAT, "cluster_school", nearest(wanted, codes), value=wanted)
    if any(move.school == school for move in known):
        record.error(_WHAT, "cluster_move_twice", value=wanted)
    if not reason:
        record.error(_REASON, "cluster_reason", say("programme.cluster_reason_fix"), value=wanted)
    return [ClusterMove(school, letter, reason)]
