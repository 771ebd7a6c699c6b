"""«Баллы»: the rubric of a working folder, why each point was given, and what would earn the missing ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from metodist.domain.evidence import CriterionEvidence
from metodist.domain.scores import CriterionScore, PositionScore, RubricScore, WishPlan
from metodist.domain.yardstick import Measured, in_proportion
from metodist.errors import UserError
from metodist.messages import say
from metodist.services.archive_access import current
from metodist.services.evidence_register import own_evidence
from metodist.services.working_folder import WorkingFolder, open_folder


@dataclass(frozen=True, slots=True)
class FolderScore:
    """The municipality's score; ``plan`` only where a score was wished.

    ``compared`` is the second yardstick; ``None`` where the programme has none.
    """

    score: RubricScore
    plan: WishPlan | None
    compared: Compared | None = None


@dataclass(frozen=True, slots=True)
class Compared:
    """The programme's second yardstick.

    Args:
        best: What the best one gets.
        own: The municipality's name among ``municipalities``.
        municipalities: By name, the own one first.
        schools: Those that scored themselves, by code, in the programme's order.
    """

    best: float
    own: str
    municipalities: Mapping[str, Measured]
    schools: Mapping[str, Measured]


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
    plan = None if wish is None else plan_for(place.programme, own, wish)
    return FolderScore(score, plan, _compared(place, score))


def _compared(place: WorkingFolder, score: RubricScore) -> Compared | None:
    from metodist.scoring.rubric_facts import score_school_itself

    programme = place.programme
    yardstick, name = programme.yardstick, programme.passport.municipality
    if yardstick is None:
        return None
    accepted = current(place).accepted
    answered = {
        school.code: own.total
        for school in programme.reporting
        if school.code in accepted and (own := score_school_itself(programme, accepted[school.code].data)) is not None
    }
    municipalities = in_proportion({name: score.total, **dict(yardstick.others)}, yardstick.best)
    return Compared(yardstick.best, name, municipalities, in_proportion(answered, yardstick.best))


def score_json(scored: FolderScore) -> dict[str, Any]:
    """The score as JSON values; with ``yardstick`` where the programme has one, ``wish`` where one was asked for."""
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
    if scored.compared is not None:
        document["yardstick"] = _yardstick(scored.compared)
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


def _yardstick(compared: Compared) -> dict[str, Any]:
    return {
        "best": compared.best,
        "municipalities": [
            {"title": name, "own": name == compared.own, **_measured(one)}
            for name, one in compared.municipalities.items()
        ],
        "schools": [{"code": code, **_measured(one)} for code, one in compared.schools.items()],
    }


def _measured(one: Measured) -> dict[str, Any]:
    return {"score": one.score, "value": one.value, "rank": one.rank}


def _plan(plan: WishPlan) -> dict[str, Any]:
    steps = [{"document": one.document, "gain": one.gain, "actions": list(one.actions)} for one in plan.steps]
    return {"wished": plan.wished, "reached": plan.reached, "steps": steps}
