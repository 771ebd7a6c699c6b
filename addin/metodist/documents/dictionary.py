"""The user's own dictionary outweighs every rule: whole phrases, leading words of a post, surnames."""

from __future__ import annotations

from collections.abc import Iterable

from metodist.documents.cases import Case
from metodist.domain.values import fold
from metodist.domain.word_forms import WordForms

Words = tuple[WordForms, ...]
NO_WORDS: Words = ()


def whole_form(words: Words, text: str, case: Case) -> str:
    """The form of exactly that word or phrase; empty where the dictionary has none."""
    return next((form for one in words if fold(one.word) == fold(text) and (form := _form(one, case))), "")


def leading_form(words: Words, text: str, case: Case) -> str:
    """The phrase with its beginning in the dictionary's form and its tail untouched; the longest entry wins.

    Example:
        An entry «методист-куратор» makes «методисту-куратору центра» of «методист-куратор центра».
    """
    for one in _longest_first(words):
        form = _form(one, case)
        if form and (fold(text) == fold(one.word) or fold(text).startswith(f"{fold(one.word)} ")):
            return form + " ".join(("", *text.split()[len(one.word.split()) :]))
    return ""


def stated_agreement(words: Words, text: str) -> str:
    """«м», «ж», «с» or «мн» of that word or phrase; empty where the dictionary does not say."""
    return next((one.agrees for one in words if one.agrees and fold(one.word) == fold(text)), "")


def _longest_first(words: Iterable[WordForms]) -> list[WordForms]:
    return sorted(words, key=lambda one: -len(one.word.split()))


def _form(one: WordForms, case: Case) -> str:
    """The form of a case; the entry itself in the nominative."""
    return one.word if case is Case.NOMINATIVE else str(getattr(one, case.name.lower()))
