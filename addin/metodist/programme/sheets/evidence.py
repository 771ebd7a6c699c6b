"""Sheet «Подтверждения»."""

from __future__ import annotations

import re
from collections.abc import Sequence

from metodist.domain.evidence import CriterionEvidence, EvidenceStatus
from metodist.domain.programme import Criterion
from metodist.messages import say
from metodist.programme.draft import Draft
from metodist.programme.records import Record
from metodist.programme.schema_rubric import RUBRIC
from metodist.programme.words import nearest, same_word

_SHA256 = re.compile(r"[0-9a-f]{64}")


def read(records: Sequence[Record], draft: Draft) -> None:
    """One row, one document of one criterion of «Рубрика»."""
    for record in records:
        criterion = _criterion(record, draft)
        status = record.word("Статус")
        found = _evidence(record, criterion, EvidenceStatus(status)) if criterion and status else None
        if found is not None:
            draft.rubric_evidence.append(found)


def _criterion(record: Record, draft: Draft) -> Criterion | None:
    """The criterion that the row names; the first of its three names that is unknown is reported."""
    if draft.issues.distorts(RUBRIC):
        return None
    left: list[Criterion] = draft.rubric
    named: dict[str, str] = {}
    steps = (("Блок", "block"), ("Позиция", "position"), ("Параметр", "title"))
    for column, attribute in steps:
        value = record.line(column)
        known = [getattr(each, attribute) for each in left]
        left = [each for each in left if same_word(getattr(each, attribute), value)]
        if not left:
            message = {"title": "evidence_criterion"}.get(attribute, f"evidence_{attribute}")
            if value:  # a blank one is reported already
                record.error(column, message, nearest(value, known), value=value, **named)
            return None
        named[attribute] = value
    return left[0]


def _evidence(record: Record, criterion: Criterion, status: EvidenceStatus) -> CriterionEvidence:
    digest = record.line("SHA-256").casefold()
    if digest and not _SHA256.fullmatch(digest):
        record.error("SHA-256", "sha256", value=record.text("SHA-256"))
    if status is not EvidenceStatus.MISSING and record.blank("Документ") and record.blank("Название"):
        fix = say("programme.evidence_unnamed_fix")
        record.error("Документ", "evidence_unnamed", fix, status=status.value)
    return CriterionEvidence(
        block=criterion.block,
        position=criterion.position,
        criterion=criterion.title,
        kind=record.line("Документ"),
        title=record.line("Название"),
        number=record.code("Номер"),
        day=record.day("Дата"),
        page=record.code("Страница"),
        link=record.line("Ссылка"),
        sha256=digest,
        status=status,
        note=record.text("Пояснение"),
    )
