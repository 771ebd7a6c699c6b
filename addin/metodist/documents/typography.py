"""How Russian texts are set: non-breaking spaces, single spaces, no characters that a document cannot hold."""

from __future__ import annotations

import re

from metodist.domain.wording import NBSP

_MONTHS = "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря"
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_SPACES = re.compile(r"[ \t\r\n\f\v]+")
#: An abbreviation's stop and the sentence's: «на 2021-2024 гг.» at the end of a sentence.
_TWO_STOPS = re.compile(r"(?<=[А-ЯЁа-яё])\.\.(?!\.)")
_AROUND_NBSP = re.compile(f" *{NBSP}[ {NBSP}]*")
#: Every match keeps together: its plain spaces become non-breaking ones.
_BOUND = re.compile(
    rf"№ (?=\S|$)"
    rf"|\b\d{{1,2}} (?:{_MONTHS}) \d{{4}}(?: г\.| года| году)?"
    rf"|\b\d{{1,2}} (?:{_MONTHS})\b"
    rf"|\b\d{{4}}(?:/\d{{4}} учебн[а-я]+)? (?=г\.|год)"
    rf"|(?<=\d) (?=%)"
    rf"|(?<![А-ЯЁа-яё.])[А-ЯЁ]\. ?(?:[А-ЯЁ]\. ?)?(?=[А-ЯЁ][а-яё])"
    rf"|(?<=[а-яё]) [А-ЯЁ]\. ?[А-ЯЁ]\.(?! ?[А-ЯЁ][а-яё])"
    rf"|(?<![а-яё])(?:г|ст|пос|п|с|х|ул|д|ч)\. (?=[А-ЯЁ\d«])"
    rf"| (?=[—–](?:\s|$))"
)


def clean(text: str) -> str:
    """One space between words, none at the ends, nothing that XML forbids; non-breaking spaces stay."""
    single = _SPACES.sub(" ", _NOT_IN_XML.sub("", text))
    return _AROUND_NBSP.sub(NBSP, single).strip(" ")


def bind(text: str) -> str:
    """Join by non-breaking spaces what must not be torn apart by a line end.

    «№» with its number, initials with the surname, the parts of a date, a number with «%», a dash with the word
    before it, «г.» with the town.

    Example:
        ``bind("от 5 июня 2026 г. № 319")`` leaves one breakable space, before «№».
    """
    return _BOUND.sub(lambda match: match.group().replace(" ", NBSP), text)


def one_stop(text: str) -> str:
    """A sentence that ends with an abbreviation has one full stop: «… на 2021-2024 гг.»."""
    return _TWO_STOPS.sub(".", text)


def quoted(title: str) -> str:
    """A title in «ёлочки»; one that already begins and ends with them is left alone."""
    whole = title.startswith("«") and title.endswith("»") and title.count("«") == 1
    return title if whole else f"«{title}»"


def capitalised(text: str) -> str:
    """The text with its first letter in upper case, the rest untouched."""
    return text[:1].upper() + text[1:]


def uncapitalised(text: str) -> str:
    """The text with its first letter in lower case; an abbreviation («ИМЦ») is left alone."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
