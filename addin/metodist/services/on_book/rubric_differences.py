"""«Рубрика» of an open summary against our own rules: its points against its answers, its answers against the data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from metodist.domain.evidence import EvidenceStatus
from metodist.domain.programme import Criterion
from metodist.domain.scores import PositionFacts, PositionScore, RubricScore
from metodist.domain.values import NO, YES, Value, fold
from metodist.domain.wording import number_text
from metodist.errors import UserError
from metodist.intake.addresses import address
from metodist.intake.cells import NUMBER, RawCell
from metodist.intake.package import RawBook
from metodist.layout.summary_sheets.rubric import BAD, CODE, COUNT, FOREIGN, POINTS, TAKEN, TOTAL_ROW
from metodist.layout.summary_sheets.rubric_places import BlockPlace, PositionPlace, places_of
from metodist.messages import say
from metodist.scoring.rubric import judged
from metodist.services.on_book.differences import Compared, Difference, cell_difference

_Cells = Mapping[tuple[int, int], RawCell]
_LIST_RULE = "показатели"
_COUNTED = ("показатели", "мониторинг", "анализ")


@dataclass(frozen=True, slots=True)
class RubricCompared:
    """What the comparison came to.

    Args:
        total: Points that follow from the answers on the sheet.
        blocks: The same by the blocks' titles.
        compared: Cells that differ: points, then answers.
    """

    total: float
    blocks: Mapping[str, float]
    compared: Compared


def compare_rubric(raw: RawBook, score: RubricScore) -> RubricCompared:
    """Recompute every point from the answers that stand on the sheet, and hold the answers against the data.

    Args:
        raw: The summary as it is open, or as it is saved.
        score: What the programme, its evidence and the own documents give now.

    Raises:
        UserError: The sheet is missing or was built from another rubric.
    """
    sheet = raw.sheet(say("rubric.sheet"))
    blocks = tuple(places_of(score))
    if sheet is None or any(_text(sheet.cells, place.row, CODE) != place.code for place in _all(blocks)):
        raise UserError(say("on_book.stale_summary"), say("on_book.stale_summary_action"))
    found: list[Difference | None] = []
    totals: dict[str, float] = {}
    for block in blocks:
        points = [_position(sheet.cells, place, found) for place in block.positions]
        totals[block.block.title] = sum(points)
        found.append(_cell(sheet.cells, block.row, POINTS, block.block.title, sum(points)))
    total = sum(totals.values())
    found.append(_cell(sheet.cells, TOTAL_ROW, POINTS, say("rubric.total"), total))
    found += [one for place in _all(blocks) for one in _answers(sheet.cells, place)]
    return RubricCompared(total, totals, Compared(len(found), tuple(one for one in found if one is not None)))


def _all(blocks: tuple[BlockPlace, ...]) -> Iterator[PositionPlace]:
    for block in blocks:
        yield from block.positions


def _position(cells: _Cells, place: PositionPlace, found: list[Difference | None]) -> float:
    """Compare the points of one position; their sum by our own rules."""
    criteria = [line.criterion for line in place.position.criteria]
    verdicts = judged(criteria, _facts(cells, place))
    for number, (criterion, verdict) in enumerate(zip(criteria, verdicts, strict=True), 1):
        what = f"{place.code}.{number} — {criterion.title}"
        found.append(_cell(cells, place.row + number, POINTS, what, verdict.points))
    points = sum(verdict.points for verdict in verdicts)
    found.append(_cell(cells, place.row, POINTS, f"{place.code} — {place.position.title}", points))
    return points


def _facts(cells: _Cells, place: PositionPlace) -> PositionFacts:
    """What the sheet says of a position, read as its formulas read it."""
    position = place.position
    yes = YES if position.rule == _LIST_RULE else EvidenceStatus.FOUND.value
    shown = frozenset(
        line.criterion.title
        for number, line in enumerate(position.criteria, 1)
        if fold(_text(cells, place.row + number, TAKEN)) == fold(yes)
    )
    if position.rule not in _COUNTED:
        return PositionFacts(1, 0, shown=shown)
    total = max(0, int(_number(cells, place.row, COUNT)))
    bad = min(total, max(0, int(_number(cells, place.row, BAD))))
    return PositionFacts(total, bad, bool(shown), _number(cells, place.row, FOREIGN) > 0, shown)


def _answers(cells: _Cells, place: PositionPlace) -> Iterator[Difference | None]:
    """Answers and counts of the sheet that do not follow from the data."""
    position = place.position
    for number, line in enumerate(position.criteria, 1):
        expected = _answer(position, line.criterion, line.status)
        if expected:
            what = f"{place.code}.{number} — {line.criterion.title}"
            yield _cell(cells, place.row + number, TAKEN, what, expected)
    if position.rule in _COUNTED:
        facts = position.facts
        for column, value in ((COUNT, facts.indicators), (BAD, facts.bad), (FOREIGN, int(facts.foreign))):
            yield _cell(cells, place.row, column, f"{place.code} — {position.title}", value)


def _answer(position: PositionScore, criterion: Criterion, status: EvidenceStatus) -> str:
    """What should stand in «Зачтено»; empty where nothing is answered."""
    if position.rule != _LIST_RULE:
        return status.value
    first = next((line.criterion for line in position.criteria if line.criterion.points > 0), None)
    if criterion is first or criterion.points < 0:
        return ""
    return YES if position.facts.corresponds else NO


def _cell(cells: _Cells, row: int, column: int, what: str, expected: Value) -> Difference | None:
    return cell_difference(say("rubric.sheet"), address(row, column), what, cells.get((row, column)), expected)


def _text(cells: _Cells, row: int, column: int) -> str:
    cell = cells.get((row, column))
    return cell.value.strip() if cell is not None else ""


def _number(cells: _Cells, row: int, column: int) -> float:
    """As N() reads a cell: a text is 0."""
    cell = cells.get((row, column))
    try:
        return float(cell.value) if cell is not None and cell.kind == NUMBER else 0.0
    except ValueError:
        return 0.0


def told_blocks(compared: RubricCompared, score: RubricScore) -> list[str]:
    """One line a block: its points and how many it can reach."""
    return [
        say(
            "on_book.rubric_block",
            block=block.title,
            points=number_text(compared.blocks.get(block.title, block.score)),
            most=number_text(block.maximum),
        )
        for block in score.blocks
    ]
