"""Which line of «Самооценка» stands in which row: totals, blocks, positions, questions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from metodist.domain.self_assessment import Question

#: The heading, the line of the whole score, then the blocks.
SELF_HEADING_ROW, SELF_TOTAL_ROW, SELF_FIRST_ROW = 4, 5, 6


@dataclass(frozen=True, slots=True)
class SelfLine:
    """One row.

    Args:
        row: 1-based sheet row.
        title: The block's or position's title; empty for a question.
        question: ``None`` for the heading line of a block or position.
        questions: Everything that the line sums up; for a question only itself.
        is_block: A block's line.
    """

    row: int
    title: str
    question: Question | None
    questions: tuple[Question, ...]
    is_block: bool = False


def self_lines(asked: Sequence[Question]) -> tuple[SelfLine, ...]:
    """The lines of every question with its block's and position's lines above it."""
    return tuple(_lines(asked))


def _lines(asked: Sequence[Question]) -> Iterator[SelfLine]:
    row = SELF_FIRST_ROW
    for block, members in groupby(asked, key=lambda one: one.criterion.block):
        inside = tuple(members)
        yield SelfLine(row, block, None, inside, is_block=True)
        row += 1
        for position, group in groupby(inside, key=lambda one: one.criterion.position):
            questions = tuple(group)
            yield SelfLine(row, position, None, questions)
            yield from (
                SelfLine(number, "", question, (question,)) for number, question in enumerate(questions, start=row + 1)
            )
            row += 1 + len(questions)
