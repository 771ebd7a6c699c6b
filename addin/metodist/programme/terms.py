"""Reading terms: «январь, ежегодно», «1, 4 квартал», «до сентября нового учебного года»."""

from __future__ import annotations

import re
from collections.abc import Iterator

from metodist.domain.terms import ProblemKind, Term, TermPart, TermProblem
from metodist.messages import say
from metodist.programme.term_found import undated
from metodist.programme.term_parts import Segment, parts_of
from metodist.programme.term_rules import RULES
from metodist.programme.term_words import comparable, month_like
from metodist.programme.words import squeezed

_WORD = re.compile(r"[^\s,;:()«»\"]+")
_BETWEEN = re.compile(r"[\s,:()«»\"\-.]+")
#: Words that join terms and say nothing themselves.
_JOINING = frozenset(("и", "в", "во", "а", "также", "-"))
_JOINED = re.compile(r"^(?:и|а также)\s+", re.IGNORECASE)
#: With one of these a clause does not say when, whatever months it names.
_DOUBTFUL = re.compile(
    r"(?<!\w)(?:кроме|исключая|или|либо|не|ранее|раньше|после|перед|через|возможно|примерно|ориентировочно|около"
    r"|следующ\w+|прошл\w+|предыдущ\w+|начиная|желательно)(?!\w)"
)
#: Time that no rule could read.
_TIME = re.compile(
    r"\d|(?<!\w)(?:лет|год\w*|месяц\w*|недел\w*|дн[яей]\w*|квартал\w*|полугоди\w*|четверт\w*|семестр\w*"
    r"|каникул\w*|раза?)(?!\w)"
)
#: Before a month they change what it means: «с сентября» has no end.
_OPENING = frozenset(("с", "со", "от", "по", "до", "к", "ко", "за", "на"))


def read_term(text: str) -> Term:
    """Read a term; what it says is understood, what it does not say is not guessed.

    Args:
        text: The source's own words; blank for a row without a term.

    Returns:
        Parts that can be dated, and problems of pieces that cannot. A clause (between semicolons) with a
        condition («кроме», «или», «не ранее») has no parts.
    """
    parts: list[TermPart] = []
    problems: list[TermProblem] = []
    for clause in squeezed(text).split(";"):
        if clause.strip(" .,"):
            found_parts, found_problems = _read_clause(clause.strip(" .,"))
            parts += found_parts
            problems += found_problems
    return Term(squeezed(text), tuple(parts), tuple(problems))


def impossible_of(text: str) -> TermProblem | None:
    """The first piece of a term that names what does not exist; ``None`` where all exist."""
    problems = read_term(text).problems
    return next((problem for problem in problems if problem.kind is ProblemKind.IMPOSSIBLE), None)


def _read_clause(clause: str) -> tuple[list[TermPart], list[TermProblem]]:
    segments = list(_segments(clause))
    problems = [found.problem for segment in segments for found in segment.finds if found.problem]
    unknown = " ".join(run for segment in segments for run in segment.unknown)
    if _DOUBTFUL.search(unknown):
        return [], problems or [undated(clause, "doubtful")]
    spoilt = [segment for segment in segments if _spoilt(segment)]
    problems += [_not_understood(segment) for segment in spoilt]
    sound = [segment for segment in segments if segment not in spoilt]
    if any(problem.kind is ProblemKind.IMPOSSIBLE for problem in problems):
        return [], problems
    parts = parts_of(sound)
    if parts or problems:
        return parts, problems
    if any(found.schedule for segment in sound for found in segment.finds):
        return [], [undated(clause, "schedule")]
    return [], [_not_understood(Segment(clause, unknown=[comparable(clause)]))]


def _segments(clause: str) -> Iterator[Segment]:
    """Walk through a clause, each place by the first rule that knows it; a comma begins a new segment."""
    text, written = comparable(clause), clause
    segment, at, run = Segment(""), 0, 0
    begin = 0
    while at < len(text):
        if gap := _BETWEEN.match(text, at):
            if "," in gap[0]:
                _close_run(segment, text, written, run, at)
                segment.text = written[begin:at].strip()
                yield segment
                segment, begin, run = Segment(""), gap.end(), gap.end()
            at = gap.end()
            continue
        found = next((hit for rule in RULES if (hit := rule(text, at))), None)
        if found:
            _close_run(segment, text, written, run, at)
            segment.finds.append(found)
            at = run = found.end
            continue
        word = _WORD.match(text, at)
        at = word.end() if word else at + 1
    _close_run(segment, text, written, run, at)
    segment.text = written[begin:].strip()
    yield segment


def _close_run(segment: Segment, text: str, written: str, start: int, end: int) -> None:
    """Keep the unknown words from ``start`` to ``end``: they are the note of the find behind them."""
    words = [word for word in _BETWEEN.split(text[start:end]) if word]
    while words and words[0] in _JOINING:
        words.pop(0)
    while words and words[-1] in _JOINING:
        words.pop()
    if not words:
        return
    segment.unknown.append(" ".join(words))
    segment.notes[len(segment.finds)] = _JOINED.sub("", written[start:end].strip(" ,:-–—"))


def _spoilt(segment: Segment) -> bool:
    """Unknown words that speak of time, misspell a month, or change what follows."""
    for run in segment.unknown:
        words = run.split()
        if _TIME.search(run) or any(month_like(word) for word in words):
            return True
    dated = any(found.parts or found.years for found in segment.finds)
    return bool(dated and segment.unknown and segment.unknown[0].split()[-1] in _OPENING)


def _not_understood(segment: Segment) -> TermProblem:
    words = [word for run in segment.unknown for word in run.split()]
    likely = next((month for word in words if (month := month_like(word))), "")
    dated = any(found.parts or found.years for found in segment.finds)
    fix = say("terms.did_you_mean", word=likely) if likely else ""
    return undated(segment.text, "partly" if dated else "unknown", fix)
