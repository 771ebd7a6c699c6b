"""Invented answers on «Самооценка»: a school shows more where its lot is better, each «да» with a document."""

from __future__ import annotations

from datetime import timedelta
from random import Random

from metodist.domain.programme import Programme
from metodist.domain.returns import Evidence
from metodist.domain.self_assessment import Question, questions
from metodist.domain.values import NO, YES, Value

_LEAST, _MOST = 0.45, 0.95
"""How likely a school shows a criterion, from the weakest to the strongest."""
_BAD = 0.15
"""How likely one of its indicators is ineffective."""
_DOCUMENT_TITLES = ("Положение", "Приказ", "План работы", "Аналитическая справка")


def self_assessment(programme: Programme, rng: Random) -> tuple[dict[str, Value], dict[str, Evidence]]:
    """Answers and documents of one school, by fact name.

    Args:
        programme: Asks; nothing where it asks schools for no self-assessment.
        rng: Decides; the same seed gives the same answers.
    """
    likely = rng.uniform(_LEAST, _MOST)
    answers: dict[str, Value] = {}
    documents: dict[str, Evidence] = {}
    for question in questions(programme):
        name = question.field.name
        if question.asks_number:
            answers[name] = _number(question, rng, likely)
        elif rng.random() < likely:
            answers[name] = YES
            documents[name] = _document(programme, rng)
        else:
            answers[name] = NO
    return answers, documents


def _number(question: Question, rng: Random, likely: float) -> int:
    if question.criterion.points < 0:
        return 1 if rng.random() < _BAD else 0
    return rng.randint(2, 8) if rng.random() < likely + _BAD else 1


def _document(programme: Programme, rng: Random) -> Evidence:
    day = programme.passport.period.start + timedelta(days=rng.randint(5, 250))
    return Evidence(rng.choice(_DOCUMENT_TITLES), f"{rng.randint(3, 180)}-ОД", day, "")
