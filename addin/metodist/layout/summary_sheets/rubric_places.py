"""Where the lines of «Рубрика» stand: to compare an open one with."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from metodist.domain.scores import BlockScore, PositionScore, RubricScore
from metodist.layout.summary_sheets.rubric import FIRST_ROW


class PositionPlace(NamedTuple):
    """One position.

    Args:
        row: Its own line; its criteria follow in the rows below.
        code: What column A shows: «2.1».
    """

    row: int
    code: str
    position: PositionScore


class BlockPlace(NamedTuple):
    """One block with its positions; ``row`` is its own line."""

    row: int
    block: BlockScore
    positions: tuple[PositionPlace, ...]


def places_of(score: RubricScore) -> Iterator[BlockPlace]:
    """Every block in the order of the sheet."""
    row = FIRST_ROW
    for number, block in enumerate(score.blocks, 1):
        below, places = row + 1, []
        for position in block.positions:
            places.append(PositionPlace(below, f"{number}.{position.number}", position))
            below += 1 + len(position.criteria)
        yield BlockPlace(row, block, tuple(places))
        row = below
