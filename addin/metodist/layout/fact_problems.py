"""What can be wrong with the school's facts and with the documents that show what it has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from metodist.domain.fields import Field, FieldType
from metodist.domain.tables import Area, FactCell, FactPart
from metodist.domain.values import YES, Row, is_blank
from metodist.layout.addresses import quoted
from metodist.layout.plan import EVIDENCE, FACT_VALUE, Plan
from metodist.layout.problems import REQUIRED, WARNING, Problem, missing, unfitting, wrong
from metodist.layout.references import Place, evidence_key
from metodist.messages import say

_DETAILS = (FactPart.NUMBER, FactPart.DATE, FactPart.LINK)


def fact_problems(plan: Plan) -> tuple[Problem, ...]:
    """What can be wrong with the facts: by lines, in their order."""
    found: list[Problem] = []
    for cell in plan.facts:
        if cell.part is not FactPart.VALUE:
            continue
        area = Area(cell.row, cell.column, cell.row, cell.column)
        beside = tuple(other.fact for other in plan.facts_of(cell.sheet) if other.part is FactPart.VALUE)
        found.extend(missing(plan, cell.sheet, cell.fact, area, lambda _: True))
        found.extend(wrong(plan, cell.sheet, cell.fact, area))
        found.extend(unfitting(plan, cell.sheet, cell.fact, area, beside))
        if cell.fact.type is FieldType.PRESENCE:
            found.extend(_evidence(cell))
    return tuple(found)


def _evidence(cell: FactCell) -> Iterator[Problem]:
    """«Да» needs the document's name, and should have its details; «нет» needs nothing."""
    fact, row = cell.fact, cell.row
    yield _document(cell, _part_area(row, FactPart.DOCUMENT))
    details = [evidence_key(fact.name, part) for part in _DETAILS]
    document = evidence_key(fact.name, FactPart.DOCUMENT)
    yield Problem(
        tone=WARNING,
        sheet=cell.sheet,
        text=say("school_table.no_details", label=fact.name),
        area=_part_area(row, FactPart.NUMBER),
        formula=lambda at: f'{_yes(at, fact)}*({at.of(document)}<>"")*{_blank(at, details)}',
        found=lambda line: (
            _says_yes(line, fact)
            and not is_blank(line.get(document))
            and all(is_blank(line.get(key)) for key in details)
        ),
        beside=say("school_table.no_details_here"),
    )
    parts = [document, *details]
    yield Problem(
        tone=WARNING,
        sheet=cell.sheet,
        text=say("school_table.needless_evidence", label=fact.name),
        area=Area(row, FACT_VALUE, row, FACT_VALUE),
        formula=lambda at: f"(1-{_yes(at, fact)})*(1-{_blank(at, parts)})",
        found=lambda line: not _says_yes(line, fact) and any(not is_blank(line.get(key)) for key in parts),
        beside=say("school_table.needless_evidence_here"),
    )


def _document(cell: FactCell, area: Area) -> Problem:
    fact = cell.fact
    key = evidence_key(fact.name, FactPart.DOCUMENT)
    return Problem(
        tone=REQUIRED,
        sheet=cell.sheet,
        text=say("school_table.fill_in_evidence", label=fact.name),
        area=area,
        formula=lambda at: f'{_yes(at, fact)}*({at.of(key)}="")',
        found=lambda line: _says_yes(line, fact) and is_blank(line.get(key)),
        due=lambda at: f"{_yes(at, fact)}*1",
        asked=lambda line: _says_yes(line, fact),
        beside=say("school_table.fill_in_document_here"),
    )


def _part_area(row: int, part: FactPart) -> Area:
    return Area(row, EVIDENCE[part], row, EVIDENCE[part])


def _yes(at: Place, fact: Field) -> str:
    return f"({at.of(fact.name)}={quoted(YES)})"


def _says_yes(line: Row, fact: Field) -> bool:
    return str(line.get(fact.name) or "").casefold() == YES


def _blank(at: Place, keys: Sequence[str]) -> str:
    joined = "&".join(at.of(key) for key in keys)
    return f'({joined}="")'
