"""«Рубрика»: the points of the open summary recomputed, and where its score sheet differs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from metodist.domain.books import BookKind
from metodist.domain.results import CommandResult, Dialogs
from metodist.domain.scores import RubricScore
from metodist.domain.wording import number_text
from metodist.messages import say
from metodist.services.on_book.reading import read_live
from metodist.services.on_book.recompute import listed, saved_summary, told_differences
from metodist.services.on_book.rubric_differences import RubricCompared, compare_rubric, told_blocks
from metodist.services.on_book.what_book import what_book
from metodist.services.scoring_folder import score_folder
from metodist.services.working_folder import SUMMARY

if TYPE_CHECKING:
    from xlwings import Book


def run(book: Book, dialogs: Dialogs) -> CommandResult:
    """Recompute the rubric; differences are listed as «Показатели» lists them.

    On the summary the answers on the open sheet count, with all that is not saved. On the programme the score follows
    from its evidence and the documents of the folder; the saved summary is looked at where there is one.

    Raises:
        UserError: The folder has no usable programme, the programme no rubric, or the summary is out of date.
    """
    what = what_book(book)
    dialogs.progress(0, 2, say("on_book.reading"))
    folder = what.working_folder()
    score = score_folder(folder).score
    dialogs.progress(1, 2, say("on_book.scoring"))
    if what.kind is BookKind.PROGRAMME:
        if not (folder / SUMMARY).is_file():
            return CommandResult(_title(score.total, score), (*_blocks(score), say("on_book.rubric_no_summary")))
        return _told(compare_rubric(saved_summary(what), score), score, inside=None)
    compared = compare_rubric(read_live(book, {say("rubric.sheet")}), score)  # the rest takes an office seconds
    return _told(compared, score, inside=listed(book, what, None, compared.compared, say("on_book.rubric")))


def _blocks(score: RubricScore) -> list[str]:
    from metodist.services.on_book.differences import Compared

    own = {block.title: block.score for block in score.blocks}
    return told_blocks(RubricCompared(score.total, own, Compared(0, ())), score)


def _title(total: float, score: RubricScore) -> str:
    return say("on_book.rubric_total", points=number_text(total), most=number_text(score.maximum))


def _told(compared: RubricCompared, score: RubricScore, *, inside: bool | None) -> CommandResult:
    differing = told_differences(compared.compared, inside=inside)
    lines = (*told_blocks(compared, score), differing.title, *differing.lines)
    return CommandResult(_title(compared.total, score), lines)
