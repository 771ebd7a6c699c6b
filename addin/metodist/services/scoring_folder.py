"""«Баллы»: the rubric of a working folder, why each point was given, and what would earn the missing ones."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from metodist.domain.evidence import CriterionEvidence
from metodist.domain.scores import CriterionScore, PositionScore, RubricScore, WishPlan
from metodist.errors import UserError
from metodist.messages import say
from metodist.services.evidence_register import own_evidence
from metodist.services.working_folder import open_folder


@dataclass(frozen=True, slots=True)
class FolderScore:
    """The municipality's score; ``plan`` only where a score was wished."""

    score: RubricScore
    plan: WishPlan | None


def score_folder(folder: Path, wish: float | None = None) -> FolderScore:
    """Score the rubric of a working folder; nothing is written.

    Args:
        folder: The working folder, or its programme workbook.
        wish: The score to reach, from 0; ``None`` for no plan.

    Raises:
        UserError: The folder has no usable programme, the programme no rubric, or the wish is below 0.
    """
    from metodist.scoring.rubric_facts import score_municipality
    from metodist.scoring.wish import plan_for

    if wish is not None and not 0 <= wish < float("inf"):
        raise UserError(say("scoring.wish_not_number"), say("scoring.wish_action"))
    place = open_folder(folder)
    if not place.programme.rubric:
        raise UserError(say("scoring.no_rubric"), say("scoring.no_rubric_action"))
    own = own_evidence(place)
    score = score_municipality(place.programme, own)
    return FolderScore(score, None if wish is None else plan_for(place.programme, own, wish))


def score_json(scored: FolderScore) -> dict[str, Any]:
    """The score as JSON values; with ``wish`` where one was asked for."""
    score = scored.score
    document: dict[str, Any] = {
        "total": score.total,
        "maximum": score.maximum,
        "blocks": [
            {
                "title": block.title,
                "score": block.score,
                "maximum": block.maximum,
                "declared_maximum": block.declared_maximum,
                "positions": [_position(position) for position in block.positions],
            }
            for block in score.blocks
        ],
    }
    if scored.plan is not None:
        document["wish"] = _plan(scored.plan)
    return document


def _position(position: PositionScore) -> dict[str, Any]:
    criteria = [_criterion(line) for line in position.criteria]
    return {"title": position.title, "score": position.score, "criteria": criteria}


def _criterion(line: CriterionScore) -> dict[str, Any]:
    return {
        "title": line.criterion.title,
        "score": line.score,
        "reason": line.reason,
        "evidence": [_evidence(one) for one in line.evidence],
    }


def _evidence(one: CriterionEvidence) -> dict[str, Any]:
    return {
        "kind": one.kind,
        "title": one.title,
        "number": one.number,
        "date": one.day.isoformat() if isinstance(one.day, date) else None,
        "page": one.page,
        "link": one.link,
        "sha256": one.sha256,
        "status": one.status.name.lower(),
        "note": one.note,
    }


def _plan(plan: WishPlan) -> dict[str, Any]:
    steps = [{"document": one.document, "gain": one.gain, "actions": list(one.actions)} for one in plan.steps]
    return {"wished": plan.wished, "reached": plan.reached, "steps": steps}
