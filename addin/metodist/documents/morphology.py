"""The morphological dictionary (pymorphy3) for words that no checked table has. Loaded on first use."""

from __future__ import annotations

from functools import cache
from typing import Any

from metodist.documents.cases import Case

_TAG = {
    Case.NOMINATIVE: "nomn",
    Case.GENITIVE: "gent",
    Case.DATIVE: "datv",
    Case.ACCUSATIVE: "accs",
    Case.INSTRUMENTAL: "ablt",
}
_LEADING = ("ADJF", "PRTF")


@cache
def _analyser() -> Any:
    import pymorphy3  # loads a dictionary; only unknown words need it

    return pymorphy3.MorphAnalyzer(lang="ru")


def decline_phrase(phrase: str, case: Case) -> str | None:
    """Put a noun phrase into a case: adjectives before the first noun and the noun; the rest stays.

    Args:
        phrase: Nominative singular: «старший воспитатель дошкольной группы».
        case: The case wanted.

    Returns:
        The phrase, or ``None`` where no nominative noun leads it: nothing is guessed.
    """
    words = phrase.split(" ")
    noun_at, noun = _leading_noun(words)
    if noun is None:
        return None
    declined = [_decline_parts(word, case, noun) for word in words[: noun_at + 1]]
    if any(word is None for word in declined):
        return None
    return " ".join([*(word for word in declined if word), *words[noun_at + 1 :]])


def decline_title(title: str, case: Case) -> str | None:
    """Put a title into a case: its leading words as :func:`decline_phrase`, and a participle after the first comma.

    Example:
        «комплекс мер, направленный на развитие» is «комплекса мер, направленного на развитие».

    Returns:
        ``None`` where that is not certain: the title has a comma before something else.
    """
    head, comma, rest = title.partition(", ")
    declined = decline_phrase(head, case)
    if declined is None or not comma:
        return declined
    participle, _, tail = rest.partition(" ")
    _, noun = _leading_noun(head.split(" "))
    agreeing = [
        form for form in _analyser().parse(participle) if _is_nominative(form, ("PRTF",)) and _agrees(form, noun)
    ]
    inflected = agreeing[0].inflect(_grammemes(case, noun)) if agreeing else None
    return f"{declined}, {inflected.word} {tail}".rstrip() if inflected else None


def _agrees(form: Any, noun: Any) -> bool:
    return bool(form.tag.gender == noun.tag.gender)


def leading_gender(phrase: str) -> str | None:
    """«м», «ж», «с» by the noun that leads a phrase, «мн» where it is plural: «меры поддержки».

    Returns:
        ``None`` where no nominative noun leads it.
    """
    words = phrase.split(" ")
    _, noun = _leading_noun(words)
    if noun is not None:
        return {"masc": "м", "femn": "ж", "neut": "с"}.get(str(noun.tag.gender))
    plural = any({"nomn", "plur"} in form.tag and form.tag.POS == "NOUN" for form in _analyser().parse(words[0]))
    return "мн" if plural else None


def counted_forms(noun: str) -> tuple[str, str, str, str]:
    """The forms of a noun after 1, 2 and 5, and its genitive singular."""
    parsed = next((form for form in _analyser().parse(noun) if _is_nominative(form, ("NOUN",))), None)
    if parsed is None:
        return noun, noun, noun, noun
    one, few, many = (parsed.make_agree_with_number(number).word for number in (1, 2, 5))
    return one, few, many, parsed.inflect({"sing", "gent"}).word


def _leading_noun(words: list[str]) -> tuple[int, Any]:
    """The first noun and its place; «управляющий» of «управляющий делами» is one, no noun follows in its case."""
    substantive = None
    for index, word in enumerate(words):
        forms = [form for form in _analyser().parse(word.split("-")[-1]) if _is_nominative(form, ("NOUN", *_LEADING))]
        nouns = [form for form in forms if form.tag.POS == "NOUN"]
        if nouns and not _describes_next(forms, words[index + 1 :]):
            return index, _only_certain(nouns)
        if not forms:
            break
        substantive = (index, forms[0])
    return substantive or (0, None)


def _describes_next(forms: list[Any], following: list[str]) -> bool:
    """«Городской» is a noun too, but before «центр» it is an adjective; «управляющий» before «делами» is none."""
    genders = {form.tag.gender for form in forms if form.tag.POS in _LEADING}
    if not genders or not following:
        return False
    after = _analyser().parse(following[0].split("-")[-1])
    return any(_is_nominative(form, ("NOUN", *_LEADING)) and form.tag.gender in genders for form in after)


def _only_certain(nouns: list[Any]) -> Any:
    """A known noun, a person before a thing; an unknown word only where all readings agree in gender."""
    known = [form for form in nouns if form.is_known]
    if not known and len({form.tag.gender for form in nouns}) > 1:
        return None
    return _animate_first(known or nouns)


def _animate_first(forms: list[Any]) -> Any:
    return next((form for form in forms if "anim" in form.tag), forms[0])


def _is_nominative(form: Any, parts: tuple[str, ...]) -> bool:
    return form.tag.POS in parts and {"nomn", "sing"} in form.tag


def _decline_parts(word: str, case: Case, noun: Any) -> str | None:
    """Both halves of «педагог-психолог»; an adjective such as «учебно-воспитательная» only as a whole."""
    whole = _inflect(word, case, noun, _LEADING)
    if whole:
        return whole
    parts = [_inflect(part, case, noun, ("NOUN", "PRTF")) for part in word.split("-")]
    return None if any(part is None for part in parts) else "-".join(part for part in parts if part)


def _inflect(word: str, case: Case, noun: Any, parts: tuple[str, ...]) -> str | None:
    forms = [form for form in _analyser().parse(word) if _is_nominative(form, parts)]
    agreeing = [form for form in forms if form.tag.gender == noun.tag.gender] or forms
    if not agreeing:
        return None
    form = _animate_first(agreeing)
    declined = form.inflect(_grammemes(case, noun) - (set() if form.tag.POS in _LEADING else {"inan"}))
    if declined is None:
        return None
    return _like(word, str(declined.word))


def _grammemes(case: Case, noun: Any) -> set[str]:
    """The accusative of a masculine word is its genitive for a person and its nominative for a thing."""
    if case is not Case.ACCUSATIVE or noun.tag.gender != "masc":
        return {_TAG[case], "sing"}
    return {_TAG[Case.GENITIVE], "sing"} if _is_person(noun) else {_TAG[case], "sing", "inan"}


def _is_person(noun: Any) -> bool:
    return "anim" in noun.tag or noun.tag.POS in _LEADING


def _like(model: str, word: str) -> str:
    return word.capitalize() if model[:1].isupper() else word
