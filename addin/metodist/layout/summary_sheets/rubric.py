"""«Рубрика»: the municipality's score sheet with live points, the reason and the document of each."""

from __future__ import annotations

from collections.abc import Iterable

from metodist.domain.evidence import CriterionEvidence, EvidenceStatus
from metodist.domain.scores import BlockScore, CriterionScore, PositionScore, RubricScore
from metodist.domain.values import NO, YES
from metodist.domain.wording import number_text
from metodist.layout import fitting
from metodist.layout.addresses import address, fixed
from metodist.layout.rubric_formulas import PositionCells, position_formulas
from metodist.layout.summary_sheets.listing import PADDING
from metodist.layout.summary_sheets.pages import Page
from metodist.layout.summary_sheets.pens import Pen
from metodist.layout.summary_sheets.rubric_comparison import write_comparison
from metodist.messages import say

CODE, TITLE, TAKEN, POINTS, MOST, DECLARED, COUNT, BAD, FOREIGN, REASON, DOCUMENT, STATUS = range(1, 13)
WIDTHS = (8.0, 54.0, 15.0, 9.0, 11.0, 11.0, 13.0, 15.0, 13.0, 56.0, 72.0, 14.0)
HEAD_ROW, TOTAL_ROW, FIRST_ROW = 5, 6, 7
_HEADS = (
    *("code", "criterion", "taken", "points", "most", "declared"),
    *("count", "bad", "foreign", "reason", "document", "file"),
)
_LIST_RULE = "показатели"


def write_rubric(page: Page) -> None:
    """Write the sheet; a programme without a rubric has none."""
    score = page.summary.score
    if score is None:
        return
    pen = page.open(say("rubric.sheet"), say("rubric.title"), say("rubric.lead"))
    for column, (name, width) in enumerate(zip(_HEADS, WIDTHS, strict=True), 1):
        pen.width(column, width)
        pen.put(HEAD_ROW, column, say(f"rubric.{name}"), "heading")
    pen.height(HEAD_ROW, 48)
    row, sums = FIRST_ROW, []
    for number, block in enumerate(score.blocks, 1):
        sums.append(row)
        row = _block(pen, row, number, block)
    _total(pen, score, sums)
    _compared(pen, page, score, row + 1)
    for status, look in ((EvidenceStatus.FOUND, "done"), (EvidenceStatus.DOUBTFUL, "warning")):
        rule = {"type": "cell", "criteria": "==", "value": f'"{status.value}"', "format": page.looks.conditional(look)}
        pen.sheet.conditional_format(FIRST_ROW - 1, TAKEN - 1, row - 2, TAKEN - 1, rule)
    pen.sheet.freeze_panes(TOTAL_ROW, TITLE)
    pen.sheet.repeat_rows(HEAD_ROW - 1)
    pen.sheet.set_selection(FIRST_ROW + 1, TAKEN - 1, FIRST_ROW + 1, TAKEN - 1)


def _compared(pen: Pen, page: Page, score: RubricScore, row: int) -> None:
    """Other municipalities, where the programme names them."""
    programme = page.summary.programme
    if programme.yardstick is not None and programme.yardstick.others:
        own = programme.passport.municipality, score.total, fixed(TOTAL_ROW, POINTS)
        write_comparison(pen, row, own, programme.yardstick)


def _total(pen: Pen, score: RubricScore, sums: Iterable[int]) -> None:
    rows = tuple(sums)
    _line(pen, TOTAL_ROW, ("cell", "subheading", "strong"))
    pen.put(TOTAL_ROW, TITLE, say("rubric.total"), "cell", "subheading", "strong")
    values = ((POINTS, score.total), (MOST, score.maximum), (DECLARED, score.declared_maximum))
    for column, value in values:
        formula = "+".join(address(row, column) for row in rows)
        pen.formula(TOTAL_ROW, column, formula, value, "subheading", "strong", "plain_number")
    if score.declared_maximum != score.maximum:
        text = say(
            "rubric.declared_note", declared=number_text(score.declared_maximum), most=number_text(score.maximum)
        )
        pen.put(TOTAL_ROW, REASON, text, "subheading", "wrap")
        pen.height(TOTAL_ROW, fitting.fitted_height(text, WIDTHS[REASON - 1] - PADDING, bold=True))


def _block(pen: Pen, row: int, number: int, block: BlockScore) -> int:
    """A block's line, then its positions. Returns the first free row."""
    heads, below = [], row + 1
    for position in block.positions:
        heads.append(below)
        below = _position(pen, below, f"{number}.{position.number}", position)
    _line(pen, row, ("subheading",))
    pen.put(row, CODE, str(number), "subheading", "centre")
    pen.put(row, TITLE, block.title, "subheading", "wrap")
    for column, value in ((POINTS, block.score), (MOST, block.maximum)):
        formula = "+".join(address(head, column) for head in heads)
        pen.formula(row, column, formula, value, "subheading", "plain_number")
    declared = block.maximum if block.declared_maximum is None else block.declared_maximum
    pen.put(row, DECLARED, declared, "subheading", "plain_number")
    if block.contradicts:
        note = say("scoring.declared_differs", declared=number_text(declared), possible=number_text(block.maximum))
        pen.put(row, REASON, note, "subheading", "wrap")
        pen.height(row, fitting.fitted_height(note, WIDTHS[REASON - 1] - PADDING, bold=True))
    return below


def _line(pen: Pen, row: int, looks: tuple[str, ...]) -> None:
    for column in range(1, len(WIDTHS) + 1):
        pen.put(row, column, None, *looks)


def _position(pen: Pen, row: int, code: str, position: PositionScore) -> int:
    last = row + len(position.criteria)
    _line(pen, row, ("cell", "reference"))
    pen.put(row, CODE, code, "cell", "reference", "centre", "strong")
    pen.put(row, TITLE, position.title, "cell", "reference", "wrap", "strong")
    height = fitting.fitted_height(position.title, WIDTHS[TITLE - 1] - PADDING, bold=True)
    pen.height(row, height)
    for column, value in ((POINTS, position.score), (MOST, position.maximum)):
        area = f"{address(row + 1, column)}:{address(last, column)}"
        pen.formula(row, column, f"SUM({area})", value, "cell", "reference", "plain_number", "strong")
    facts = position.facts
    if position.rule in ("показатели", "мониторинг", "анализ"):
        for column, value in ((COUNT, facts.indicators), (BAD, facts.bad), (FOREIGN, int(facts.foreign))):
            pen.put(row, column, value, "cell", "input", "plain_number")
    criteria = [line.criterion for line in position.criteria]
    formulas = position_formulas(criteria, _cells(row, position))
    for number, (line, formula) in enumerate(zip(position.criteria, formulas, strict=True), 1):
        _criterion(pen, row + number, f"{code}.{number}", line, formula, listed=position.rule == _LIST_RULE)
        if position.rule == _LIST_RULE:
            _taken_of_list(pen, row + number, position, number)
    return last + 1


def _cells(row: int, position: PositionScore) -> PositionCells:
    answers = tuple(address(row + number, TAKEN) for number in range(1, len(position.criteria) + 1))
    yes = YES if position.rule == _LIST_RULE else EvidenceStatus.FOUND.value
    return PositionCells(answers, yes, *(fixed(row, column) for column in (COUNT, BAD, FOREIGN)))


def _taken_of_list(pen: Pen, row: int, position: PositionScore, number: int) -> None:
    """In a list of indicators only the correspondence to the goal is answered; the rest is counted above."""
    first = next((one.criterion for one in position.criteria if one.criterion.points > 0), None)
    criterion = position.criteria[number - 1].criterion
    if criterion is first or criterion.points < 0:
        pen.put(row, TAKEN, "—", "cell", "reference", "centre")
        return
    pen.put(row, TAKEN, YES if position.facts.corresponds else NO, "cell", "input", "centre")
    pen.sheet.data_validation(row - 1, TAKEN - 1, row - 1, TAKEN - 1, {"validate": "list", "source": [YES, NO]})


def _criterion(pen: Pen, row: int, code: str, line: CriterionScore, formula: str, *, listed: bool) -> None:
    pen.put(row, CODE, code, "cell", "centre")
    pen.put(row, TITLE, line.criterion.title, "cell", "wrap", "padded")
    if not listed:
        pen.put(row, TAKEN, line.status.value, "cell", "input", "centre")
        words = [status.value for status in EvidenceStatus]
        pen.sheet.data_validation(row - 1, TAKEN - 1, row - 1, TAKEN - 1, {"validate": "list", "source": words})
    pen.formula(row, POINTS, formula, line.score, "cell", "computed", "plain_number")
    pen.put(row, MOST, max(0, line.criterion.points), "cell", "computed", "plain_number")
    for column in (DECLARED, COUNT, BAD, FOREIGN):
        pen.put(row, column, None, "cell", "reference")
    document = "; ".join(_document(one) for one in line.evidence)
    reason = say("rubric.shown") if line.why == "shown" else line.reason
    pen.put(row, REASON, reason, "cell", "wrap", "padded")
    pen.put(row, DOCUMENT, document, "cell", "wrap", "padded")
    _file(pen, row, line.evidence)
    texts = ((line.criterion.title, TITLE), (reason, REASON), (document, DOCUMENT))
    pen.height(row, max(fitting.fitted_height(text, WIDTHS[column - 1] - PADDING) for text, column in texts))


def _document(one: CriterionEvidence) -> str:
    """A document with its date, page and status: «приказ «…» № 15 от 12.01.2026, раздел 4 — найдено»."""
    title = f"«{one.title}»" if one.title else ""
    number = say("scoring.evidence_number", number=one.number) if one.number else ""
    day = say("scoring.evidence_day", day=f"{one.day:%d.%m.%Y}") if one.day else ""
    named = " ".join(part for part in (one.kind, title, number, day) if part)
    return f"{named}{f', {one.page}' if one.page else ''} — {one.status.value}"


def _file(pen: Pen, row: int, evidence: Iterable[CriterionEvidence]) -> None:
    linked = next((one for one in evidence if one.link), None)
    if linked is None:
        pen.put(row, STATUS, None, "cell")
        return
    is_address = linked.link.startswith(("http://", "https://"))
    pen.link(row, STATUS, linked.link if is_address else f"external:{linked.link}", say("summary.open"), "cell")
