"""Why a criterion has its points, in words: what it was given for, or what is missing and what would earn it."""

from __future__ import annotations

from collections.abc import Sequence

from metodist.domain.evidence import CriterionEvidence, EvidenceStatus
from metodist.domain.programme import Criterion
from metodist.domain.scores import PositionFacts, Verdict
from metodist.domain.wording import number_text
from metodist.messages import say

_UNSHOWN = ("absent", "absent_too", "not_shown")


def reason_of(
    criterion: Criterion,
    verdict: Verdict,
    facts: PositionFacts,
    evidence: Sequence[CriterionEvidence],
    first: Criterion,
) -> tuple[str, str]:
    """The reason's id and its sentence.

    Args:
        criterion: What was scored.
        verdict: What the rule gave.
        facts: What it was scored from.
        evidence: The criterion's own, the best first.
        first: The position's first criterion, without which the others earn nothing.

    Example: «нет сведений о сроках: добавьте срок в положение о мониторинге, +1».
    """
    why = verdict.why
    if why in _UNSHOWN and evidence and evidence[0].status is EvidenceStatus.DOUBTFUL:
        why = "doubtful"
    sentence = say(
        f"scoring.why_{why}",
        indicators=facts.indicators,
        bad=facts.bad,
        evidence="; ".join(document_text(one) for one in evidence[:1]) or say("scoring.answer_yes"),
        lack=lack_of(criterion),
        advice=advice_of(criterion),
        gain=say("scoring.gain", points=number_text(abs(criterion.points))),
        first=first.title,
    )
    return why, sentence


def lack_of(criterion: Criterion) -> str:
    """What is lacking, in a few words: «нет сведений о сроках»."""
    if criterion.topic is None:
        return say("scoring.lack", title=criterion.title)
    return say(f"scoring.lack_{criterion.topic.name.lower()}")


def advice_of(criterion: Criterion) -> str:
    """What would earn the point: the workbook's own words, else those of its topic."""
    if criterion.advice:
        return criterion.advice
    if criterion.topic is None:
        return say("scoring.advice")
    return say(f"scoring.advice_{criterion.topic.name.lower()}")


def document_of(criterion: Criterion) -> str:
    """Which document usually shows it: the workbook's own words, else those of its topic."""
    if criterion.document:
        return criterion.document
    if criterion.topic is None:
        return say("scoring.document", position=criterion.position)
    return say(f"scoring.document_{criterion.topic.name.lower()}")


def document_text(evidence: CriterionEvidence) -> str:
    """A document in one line: «приказ «Об итогах» № 15-ОД от 12.01.2026, с. 4»."""
    title = f"«{evidence.title.strip('«»')}»" if evidence.title else ""
    named = [part for part in (evidence.kind, title) if part] or [say("scoring.no_document_name")]
    if evidence.number:
        named.append(say("scoring.evidence_number", number=evidence.number))
    if evidence.day:
        named.append(say("scoring.evidence_day", day=f"{evidence.day:%d.%m.%Y}"))
    page = say("scoring.evidence_page", page=evidence.page) if evidence.page[:1].isdigit() else evidence.page
    return ", ".join(part for part in (" ".join(named), page) if part)
