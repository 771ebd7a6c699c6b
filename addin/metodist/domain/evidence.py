"""What earns points of a rubric: documents, and what the programme says about its own indicators."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class EvidenceStatus(StrEnum):
    """Whether a document shows what a criterion asks; the value is the word in the programme workbook."""

    FOUND = "найдено"
    MISSING = "нет"
    DOUBTFUL = "под вопросом"


class Assessment(StrEnum):
    """What the method says of an indicator; the value is the word in the programme workbook."""

    ORDINARY = "обычный"
    INEFFECTIVE = "неэффективный"
    HARMFUL = "с негативными последствиями"
    FOREIGN = "не соответствует позициям"
    """Belongs to no position of the method: its monitoring is not scored."""

    @property
    def is_bad(self) -> bool:
        """Ineffective or with negative consequences."""
        return self in (Assessment.INEFFECTIVE, Assessment.HARMFUL)


class Topic(StrEnum):
    """What a criterion is about, so that documents and advice can be matched to it; the word in the workbook."""

    INDICATORS = "показатели"
    GOAL = "соответствие цели"
    INEFFECTIVE = "неэффективные показатели"
    MONITORING = "мониторинг"
    MONITORING_TERM = "сроки мониторинга"
    USE_OF_RESULTS = "использование результатов"
    ANALYSIS = "анализ"
    CLUSTERS = "кластеризация"
    FACTORS = "факторы"
    RECOMMENDATIONS = "рекомендации"
    PRACTICES = "успешные практики"
    MATERIALS = "методические материалы"
    MEASURES = "меры"
    MEASURE_TERM = "сроки мер"
    MEASURE_PEOPLE = "ответственные за меры"
    DECISIONS = "решения"
    DECISION_TERM = "сроки решений"
    DECISION_PEOPLE = "ответственные за решения"
    EFFECT = "анализ эффективности"
    EFFECT_TERM = "сроки анализа эффективности"
    PROBLEM = "проблема"


@dataclass(frozen=True, slots=True)
class CriterionEvidence:
    """One document beside one criterion.

    Args:
        block: The block's title as on «Рубрика».
        position: The position's title.
        criterion: The criterion's title.
        kind: What the document is: «приказ», «положение»…
        title: Its name.
        number: As in the document.
        day: Its date; ``None`` where unknown.
        page: Where in the document; free text.
        link: Where it is published, or the file relative to the working folder.
        sha256: Of the file, lower-case hex; empty where no file is kept.
        status: Whether it shows what is asked.
        note: Why the status is what it is.
    """

    block: str
    position: str
    criterion: str
    kind: str = ""
    title: str = ""
    number: str = ""
    day: date | None = None
    page: str = ""
    link: str = ""
    sha256: str = ""
    status: EvidenceStatus = EvidenceStatus.FOUND
    note: str = ""
