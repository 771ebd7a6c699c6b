"""Evidence of presence: «да» needs a document, «нет» needs none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from metodist.domain.fields import FieldType
from metodist.domain.findings import Severity
from metodist.domain.tables import FactPart
from metodist.domain.values import YES
from metodist.intake.context import Case, InputCell
from metodist.intake.report import Draft, at


def check_evidence(case: Case) -> Iterator[Draft]:
    """«да» without the document's name is an error; its number, date and link are asked for by a warning."""
    parts: dict[str, dict[FactPart, InputCell]] = {}
    for issued, cell in case.fact_cells():
        if issued.fact.type is FieldType.PRESENCE:
            parts.setdefault(issued.fact.name, {})[issued.part] = cell
    for name, cells in parts.items():
        answer = cells.get(FactPart.VALUE)
        if answer is None or answer.normal.failed or len(cells) == 1:
            continue
        if answer.value == YES:
            yield from _missing(name, answer, cells)
        else:
            yield from _needless(name, cells)
    yield from _dates(case, parts)


def _missing(name: str, answer: InputCell, cells: Mapping[FactPart, InputCell]) -> Iterator[Draft]:
    document = cells.get(FactPart.DOCUMENT)
    if document is not None and document.blank:
        yield at("evidence.no_document", Severity.ERROR, answer.sheet, document.place, name=name)
        return
    details = [cells[part] for part in (FactPart.NUMBER, FactPart.DATE, FactPart.LINK) if part in cells]
    if details and all(cell.blank for cell in details):
        yield at("evidence.no_details", Severity.WARNING, answer.sheet, details[0].place, name=name)


def _needless(name: str, cells: Mapping[FactPart, InputCell]) -> Iterator[Draft]:
    filled = [cell for part, cell in cells.items() if part is not FactPart.VALUE and not cell.blank]
    if filled:
        answer = cells[FactPart.VALUE]
        yield at("evidence.without_yes", Severity.WARNING, answer.sheet, answer.place, answer.text, name=name)


def _dates(case: Case, parts: Mapping[str, Mapping[FactPart, InputCell]]) -> Iterator[Draft]:
    end = case.context.programme.passport.period.end
    for cells in parts.values():
        cell = cells.get(FactPart.DATE)
        if cell is not None and isinstance(cell.value, type(end)) and cell.value > end:
            yield at("evidence.late", Severity.WARNING, cell.sheet, cell.place, cell.text)
