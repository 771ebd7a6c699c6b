"""What the product's own documents show: which criteria a document of a kind earns, and by which words in it.

A document counts only where its finished text holds every one of these words; a kind that shows nothing, or a
draft with a blank in the place of a date, earns nothing.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass
from functools import reduce
from pathlib import Path
from xml.etree.ElementTree import Element

from metodist.documents.indicators import IndicatorGroup
from metodist.domain.evidence import Topic
from metodist.domain.indicators import Indicator
from metodist.domain.programme import Criterion, Programme
from metodist.domain.values import fold
from metodist.domain.wording import DASH
from metodist.messages import say

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BLANK = re.compile(r"_{3,}")


@dataclass(frozen=True, slots=True)
class Shown:
    """One topic that documents of a kind show.

    Args:
        kind: The id of the kind, as in ``kinds.KINDS``.
        topic: Criteria of that topic are earned.
        by_direction: Only positions whose indicators stand in the document are earned.
        words: What the context says about it; nothing where the document does not show it.
        part: Of the indicators' lines only those count that fill this attribute, and its text has to stand in the
            document too; empty: every line counts.
    """

    kind: str
    topic: Topic
    by_direction: bool
    words: Callable[[object], tuple[str, ...]]
    part: str = ""


@dataclass(frozen=True, slots=True)
class Holding:
    """A criterion that a written document shows, and the words that have to stand in it."""

    criterion: Criterion
    words: tuple[str, ...]


def _attribute(name: str) -> Callable[[object], tuple[str, ...]]:
    """The texts of an attribute; nothing where it is absent, empty, or a blank to be filled in by hand.

    Args:
        name: The attribute; with a dot, one of an attribute.
    """

    def words(context: object) -> tuple[str, ...]:
        found = reduce(lambda owner, part: getattr(owner, part, None), name.split("."), context)
        texts = tuple(_texts(found))
        return () if any(_BLANK.search(text) for text in texts) else texts[:1]

    return words


def _compared_effects(name: str) -> Callable[[object], tuple[str, ...]]:
    """That column of the analysis of effect, of measures whose indicators are compared with an earlier period."""

    def words(context: object) -> tuple[str, ...]:
        rows = [row for row in getattr(context, "rows", ()) if any(one.before != DASH for one in row.indicators)]
        texts = tuple(str(getattr(row, name)) for row in rows)
        return () if {DASH, say("papers.no_problem")} & set(texts) else texts

    return words


def _nothing_more(context: object) -> tuple[str, ...]:  # noqa: ARG001 - the indicators themselves are the words
    return ("",)


#: What the kinds show. A new topic of a document is a new line here.
SHOWN: tuple[Shown, ...] = (
    Shown("order_monitoring", Topic.MONITORING, by_direction=True, words=_nothing_more),
    Shown("order_monitoring", Topic.MONITORING_TERM, by_direction=True, words=_attribute("deadline")),
    Shown("order_results", Topic.DECISIONS, by_direction=False, words=_attribute("results")),
    Shown("order_results", Topic.DECISION_TERM, by_direction=False, words=_attribute("deadline")),
    Shown("order_results", Topic.DECISION_PEOPLE, by_direction=False, words=_attribute("responsible")),
    Shown("note", Topic.ANALYSIS, by_direction=True, words=_attribute("conclusions")),
    Shown("note", Topic.CLUSTERS, by_direction=True, words=_attribute("analysis.clusters")),
    Shown("note", Topic.FACTORS, by_direction=True, words=_attribute("analysis.factors")),
    Shown("effect", Topic.EFFECT, by_direction=False, words=_compared_effects("analysis")),
    Shown("effect", Topic.EFFECT_TERM, by_direction=False, words=_compared_effects("dated")),
    Shown("effect", Topic.PROBLEM, by_direction=False, words=_attribute("problems")),
    Shown("recommendations_overview", Topic.RECOMMENDATIONS, by_direction=True, words=_nothing_more),
    Shown("recommendations_overview", Topic.PRACTICES, by_direction=True, words=_nothing_more, part="practice"),
    Shown("recommendations_overview", Topic.MATERIALS, by_direction=True, words=_nothing_more, part="material"),
)


def holdings(kind: str, context: object, programme: Programme, text: str) -> tuple[Holding, ...]:
    """The criteria that a written document earns.

    Args:
        kind: The document's kind.
        context: What it was rendered from.
        programme: Whose rubric and indicators.
        text: The finished document's text, from :func:`docx_text`.
    """
    found: list[Holding] = []
    for shown in (one for one in SHOWN if one.kind == kind):
        words = shown.words(context)
        if not words:
            continue
        for criterion in programme.rubric:
            if criterion.topic is not shown.topic:
                continue
            proof = (
                *words,
                *(_indicator_words(programme, criterion, context, shown.part) if shown.by_direction else ()),
            )
            named = not shown.by_direction or len(proof) > len(words)
            if named and holds_all(text, proof):
                found.append(Holding(criterion, tuple(word for word in proof if word)))
    return tuple(found)


def holds_all(text: str, words: Sequence[str]) -> bool:
    """Whether every one of the words stands in the text, whatever the blanks and line ends."""
    where = fold(text)
    return all(fold(word) in where for word in words)


def _indicator_words(programme: Programme, criterion: Criterion, context: object, part: str) -> tuple[str, ...]:
    """The titles of the position's monitored indicators that the document lists, with a value where it has one."""
    direction = fold(criterion.position)
    listed: dict[str, tuple[str, ...]] = {}
    for code, *words in _listed(context, part):
        listed.setdefault(code, tuple(words))
    members: list[Indicator] = [
        one for one in programme.indicators if fold(one.direction) == direction and one.monitorings
    ]
    return tuple(word for one in members for word in listed.get(one.code, ()))


def _listed(context: object, part: str) -> Iterator[tuple[str, ...]]:
    """The code of each line and the words that have to stand in the document for it."""
    for group in getattr(context, "groups", ()):
        for row in group.rows:
            if isinstance(group, IndicatorGroup) and not _has_value(row):
                continue
            if not part:
                yield row.code, row.title
            elif getattr(row, part, ""):
                yield row.code, row.title, getattr(row, part)


def _has_value(row: object) -> bool:
    value = getattr(row, "value", "")
    return bool(value) and value != "—"


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        if value.strip():
            yield value
    elif isinstance(value, tuple | list):
        for one in value:
            yield from _texts(one)
    elif is_dataclass(value) and not isinstance(value, type):
        for one in fields(value):
            yield from _texts(getattr(value, one.name))


def docx_text(path: Path) -> str:
    """The words of a document, paragraph by paragraph; headers and footers are left out.

    Raises:
        OSError: It cannot be read.
        ValueError: It is no Word document.
    """
    from defusedxml.ElementTree import fromstring

    try:
        with zipfile.ZipFile(path) as package:
            body = fromstring(package.read("word/document.xml"))
    except (zipfile.BadZipFile, KeyError, SyntaxError) as error:
        raise ValueError(path.name) from error
    return "\n".join(_paragraph(one) for one in body.iter(f"{_WORD}p"))


def _paragraph(paragraph: Element) -> str:
    blanks = {f"{_WORD}tab", f"{_WORD}br"}
    return "".join(
        (one.text or "") if one.tag == f"{_WORD}t" else " " if one.tag in blanks else "" for one in paragraph.iter()
    )
