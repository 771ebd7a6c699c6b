"""Fills a document's own number and date in: also in one that was edited after it was made.

What differs between the same document as a draft and with its number are its own requisites, and nothing else: no
mark in the text is needed, and another act's blanks («приказ от ____ № ____») are never touched. Paragraphs of the
edited file are found by their text, so whatever else was changed in it stays.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from lxml import etree

from metodist.domain.wording import NBSP

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_SIGNS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}


@dataclass(frozen=True, slots=True)
class Filled:
    """What came of filling in.

    Args:
        xml: The document part.
        filled: How many paragraphs have their requisites now, those that had them before included.
        missing: Paragraphs of the draft that the file does not hold any more.
    """

    xml: bytes
    filled: int
    missing: tuple[str, ...]


def parsed(xml: bytes) -> Any:
    """A document part as a tree, nothing fetched and no entity resolved."""
    return etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True))


def paragraph_text(paragraph: Any) -> str:
    """The text of one paragraph; those of text boxes in it do not belong to it."""
    return "".join(sign for sign, _, _ in _letters(paragraph))


def paragraph_texts(xml: bytes) -> list[str]:
    """The text of every paragraph of a part, in order."""
    return [paragraph_text(paragraph) for paragraph in parsed(xml).iter(f"{_W}p")]


def fill(xml: bytes, draft: Sequence[str], numbered: Sequence[str]) -> Filled:
    """Fill in what a draft left blank.

    Args:
        xml: The document part of the file as it is now.
        draft: Paragraphs of the document as a draft.
        numbered: The same with number and date.
    """
    root = parsed(xml)
    paragraphs = list(root.iter(f"{_W}p"))
    filled, missing = 0, []
    for before, after in dict.fromkeys(_changed(draft, numbered)):
        blank = [one for one in paragraphs if _same(paragraph_text(one), before)]
        for paragraph in blank:
            _rewrite(paragraph, after)
        done = len(blank) or sum(_same(paragraph_text(one), after) for one in paragraphs)
        filled += done
        if not done:
            missing.append(" ".join(before.split()))
    return Filled(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True), filled, tuple(missing))


def _changed(draft: Sequence[str], numbered: Sequence[str]) -> Iterator[tuple[str, str]]:
    for tag, first, last, start, end in SequenceMatcher(None, draft, numbered, autojunk=False).get_opcodes():
        if tag == "replace":
            yield from zip(draft[first:last], numbered[start:end], strict=False)


def _same(one: str, other: str) -> bool:
    """Spaces may be of any kind and number; a tab is no space, or the head of an order would pass for its annex."""
    return [piece.split() for piece in one.split("\t")] == [piece.split() for piece in other.split("\t")]


def _letters(paragraph: Any) -> Iterator[tuple[str, Any, int]]:
    """Every letter of a paragraph with its element and place in it; a tab or a break is a letter without a place."""
    for element in paragraph.iter(f"{_W}t", *_SIGNS):
        if next(element.iterancestors(f"{_W}p"), None) is not paragraph:
            continue
        if element.tag == f"{_W}t":
            yield from ((letter, element, at) for at, letter in enumerate(element.text or ""))
        elif element.getparent().tag == f"{_W}r":
            yield _SIGNS[element.tag], element, -1


def _rewrite(paragraph: Any, wanted: str) -> None:
    """Change the letters that differ, each in its own run, so that the look of the rest stays."""
    letters = list(_letters(paragraph))
    text = "".join(sign for sign, _, _ in letters)
    plain = (text.replace(NBSP, " "), wanted.replace(NBSP, " "))
    texts: dict[Any, list[str]] = {element: list(element.text or "") for _, element, at in letters if at >= 0}
    for tag, first, last, start, end in reversed(SequenceMatcher(None, *plain, autojunk=False).get_opcodes()):
        if tag == "equal":
            continue
        places = [(element, at) for _, element, at in letters[first:last] if at >= 0]
        for element, at in places:
            texts[element][at] = ""
        _put(texts, letters, places, first, wanted[start:end].replace("\t", ""))
    for element, pieces in texts.items():
        element.text = "".join(pieces)
        element.set(_XML_SPACE, "preserve")


def _put(texts: dict[Any, list[str]], letters: list[Any], places: list[Any], first: int, words: str) -> None:
    """New letters stand where the old ones stood; where there were none, after the letter before them."""
    if not words:
        return
    if places:
        element, at = places[0]
        texts[element][at] = words
        return
    before = next(((element, at) for _, element, at in reversed(letters[:first]) if at >= 0), None)
    if before is not None:
        texts[before[0]][before[1]] += words
