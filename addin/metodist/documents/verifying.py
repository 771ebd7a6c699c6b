"""What of an edited document no longer holds: its lines against those it was made with and those it would have today.

Three texts are compared: the document as it is (edited, saved by whatever program), as it was made (kept in the
archive) and as it would be made from today's data. What differs between the last two is what the data have changed;
where the document still says the old, it is stale. What the user wrote is not touched by that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from metodist.documents.matching import matched
from metodist.documents.twin import Line
from metodist.messages import say

_FIGURE = re.compile(r"\d+(?: \d{3})*(?:,\d+)?(?: ?%)?")
_TOKEN = re.compile(r"\d+(?: \d{3})*(?:,\d+)?(?: ?%)?|не [\w-]+|[\w-]+|[^\w\s]")
_OF = "из"
_BLANK = re.compile(r"_{3,}")
_QUOTED = 90


@dataclass(frozen=True, slots=True)
class Stale:
    """One thing that does not hold.

    Args:
        code: ``stale`` (the data have changed), ``typed`` (a figure was changed by hand), ``differs`` (one of the two,
            nobody knows which), ``gone`` (today's data say no such thing), ``new`` (they say more than the document).
        place: The line as it stands in the document; for ``new`` as it would stand.
        stands: What stands there.
        expected: What today's data say; empty where they say nothing.
        message: The whole Russian sentence.
        paragraphs: Places of the paragraphs in the document part; empty for ``new``.
    """

    code: str
    place: str
    stands: str
    expected: str
    message: str
    paragraphs: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Verified:
    """What came of it.

    Args:
        findings: In the order of the document; what is new stands last.
        checked: Lines that were compared.
        own: Lines with figures that the user wrote and nothing could be compared with.
    """

    findings: tuple[Stale, ...]
    checked: int
    own: tuple[str, ...]


def verify(document: Sequence[Line], made: Sequence[Line] | None, today: Sequence[Line]) -> Verified:
    """Compare a document with what it was made from and with today's data.

    Args:
        document: As it is now.
        made: As it was made; ``None`` where nobody knows any more: it is then held against ``today`` alone, and whether
            the data or a hand changed a figure is not told apart.
        today: As it would be made from today's data, with the document's own number and date.
    """
    texts, before, after = ([line.text for line in lines] for lines in (document, made or today, today))
    to_made, to_today = matched(texts, before), matched(before, after)
    findings = tuple(_known(document, before, after, to_made, to_today))
    if made is None:
        findings = tuple(
            _finding("differs", Line(one.place, one.paragraphs), one.stands, one.expected) for one in findings
        )
    own = tuple(line.text for place, line in enumerate(document) if place not in to_made and _FIGURE.search(line.text))
    came = [place for place in range(len(after)) if place not in set(to_today.values())]
    return Verified((*findings, *_new(after, came, texts)), len(to_made), own)


def _known(
    document: Sequence[Line],
    before: Sequence[str],
    after: Sequence[str],
    to_made: dict[int, int],
    to_today: dict[int, int],
) -> Iterator[Stale]:
    """Findings in lines that the document was made with."""
    for place, line in enumerate(document):
        if place not in to_made:
            continue
        was = before[to_made[place]]
        if to_made[place] not in to_today:
            yield _finding("gone", line, line.text, "")
            continue
        now = after[to_today[to_made[place]]]
        if was == now:
            yield from _typed(line, was)
        elif line.text != now:
            yield from _stale(line, was, now)


def _stale(line: Line, was: str, now: str) -> Iterator[Stale]:
    """The pieces that the data have changed and the document has not."""
    for old, new in _pieces(was, now):
        if _holds(line.text, new, old):
            continue
        yield _finding("stale", line, old if old and old in line.text else line.text, new)


def _holds(text: str, new: str, old: str) -> bool:
    """The line says the new already: the user was quicker."""
    if new:
        return new in text and not (old and old not in new and old in text)
    return old not in text


def _pieces(was: str, now: str) -> Iterator[tuple[str, str]]:
    """What changed, figure by figure and word by word; «815 из 1 141» is one piece, so is «не достигнута»."""
    old, new = list(_TOKEN.finditer(was)), list(_TOKEN.finditer(now))
    words, others = [token.group() for token in old], [token.group() for token in new]
    spans: list[list[int]] = []
    for tag, *span in SequenceMatcher(None, words, others, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        between = words[spans[-1][1] : span[0]] if spans else []
        if spans and between == [_OF]:
            spans[-1][1], spans[-1][3] = span[1], span[3]
        else:
            spans.append(list(span))
    for first, last, start, end in spans:
        yield _slice(was, old[first:last]), _slice(now, new[start:end])


def _slice(text: str, tokens: Sequence[re.Match[str]]) -> str:
    return text[tokens[0].start() : tokens[-1].end()].strip(" |,;") if tokens else ""


def _typed(line: Line, was: str) -> Iterator[Stale]:
    """Figures that the summary still says and the document does not; blanks may be filled in by hand."""
    if _BLANK.search(was):
        return
    wanted, stands = _figures(was), _figures(line.text)
    lost = [figure for figure in wanted if figure not in stands]
    if lost:
        other = [figure for figure in stands if figure not in wanted]
        yield _finding("typed", line, ", ".join(other) or say("verify.nothing"), ", ".join(lost))


def _figures(text: str) -> list[str]:
    return [figure.replace(" ", "") for figure in _FIGURE.findall(text)]


def _new(after: Sequence[str], places: Sequence[int], texts: Sequence[str]) -> Iterator[Stale]:
    for place in places:
        if after[place] not in texts and _FIGURE.search(after[place]):
            yield _finding("new", Line(after[place], ()), "", after[place])


def _finding(code: str, line: Line, stands: str, expected: str) -> Stale:
    short = line.text if len(line.text) <= _QUOTED else f"{line.text[:_QUOTED].rstrip()}…"
    message = say(f"verify.{code}", place=short, stands=stands, expected=expected or say("verify.nothing"))
    return Stale(code, line.text, stands, expected, message, line.paragraphs)
