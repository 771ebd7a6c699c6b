"""Names of districts, okrugs, towns and cities in a text: «городского округа Ревда», «Крымского района», «г. Ревда»."""

from __future__ import annotations

import re
from dataclasses import dataclass

_NAME = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)*"
_FORM = r"(?:муниципальн\w+|городск\w+|сельск\w+)"
_BEFORE = re.compile(
    rf"(?P<name>{_NAME}(?:ого|ему|ому|ий|ый|ом|им|ым|ой))\s+(?:{_FORM}\s+)?(?P<kind>район|округ)(?![а-я]*н[а-я]{{2}})[а-я]*"
)
_AFTER = re.compile(
    rf"(?:(?:городск|муниципальн)\w+\s+(?P<kind>округ|район|образовани)\w*|\bГО|\bМО)\s+[«\"]?(?P<name>{_NAME})"
    r"(?!\w*\s+(?:област|кра[йяюе]|республик))"
)
_TOWN = re.compile(rf"(?:(?<![\d\s])|(?<!\d)\s|^)(?:г\.\s*|город(?:а|е|у|ом)?\s+)(?P<name>{_NAME})")
#: Adjectives that stand before «район» and «округ» without being a name.
_COMMON = (
    *("муниципальн", "городск", "сельск", "федеральн", "автономн", "административн", "избирательн", "военн"),
    *("кажд", "данн", "наш", "друг", "нов", "центральн", "территориальн", "российск", "сво"),
)
_COUNTRY = ("росси", "российск")
_ENDING = re.compile(r"(?:ск)?(?:ого|ему|ому|ий|ый|ом|им|ым|ой|ая|ую|ое|а|у|е|ы|и|о|ь|й)$")
_SHORTEST = 4


@dataclass(frozen=True, slots=True)
class Named:
    """A municipality that a text names.

    Args:
        shown: As it stands there.
        name: Its own name, in the case it stands in.
        kind: «район», «округ» or empty where the text does not say, or says only «муниципальное образование».
    """

    shown: str
    name: str
    kind: str

    @property
    def key(self) -> str:
        """The same for every case of one name and kind."""
        return f"{_stem(self.name)} {self.kind}"

    def is_one_of(self, own: frozenset[str]) -> bool:
        """Whether one of these beginnings of names is its own: «Крымск» for «Крымского района»."""
        stem = _stem(self.name)
        return any(stem.startswith(each) or each.startswith(stem) for each in own)


def named_municipalities(text: str) -> list[Named]:
    """All municipalities that a text names, in no particular order; «каждого района» names none."""
    plain = " ".join(text.split())
    found = [*_BEFORE.finditer(plain), *_AFTER.finditer(plain), *_TOWN.finditer(plain)]
    return [_named(match) for match in found if not _is_common(match["name"])]


def _named(match: re.Match[str]) -> Named:
    return Named(match[0].strip(' «"'), match["name"], _kind(match.groupdict().get("kind") or ""))


def own_names(*texts: str) -> frozenset[str]:
    """Beginnings of the proper names in the passport's own texts."""
    words = {word for text in texts for word in re.findall(_NAME, text)}
    return frozenset(stem for word in words if not _is_common(word) and len(stem := _stem(word)) >= _SHORTEST)


def kind_of_municipality(text: str) -> str:
    """«район» or «округ», as the passport calls the municipality; empty for neither."""
    lower = text.lower()
    return next((kind for kind in ("район", "округ") if kind in lower), "")


def _kind(word: str) -> str:
    return word if word in ("район", "округ") else ""


def _is_common(name: str) -> bool:
    return name.lower().startswith((*_COMMON, *_COUNTRY))


def _stem(name: str) -> str:
    return _ENDING.sub("", name.lower().replace("ё", "е"))
