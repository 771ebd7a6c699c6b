"""Days and years spelt out in the genitive: «седьмого», «две тысячи двадцать девятого»."""

from __future__ import annotations

_UNITS = ("первого", "второго", "третьего", "четвертого", "пятого", "шестого", "седьмого", "восьмого", "девятого")
_TEENS = (
    *("десятого", "одиннадцатого", "двенадцатого", "тринадцатого", "четырнадцатого", "пятнадцатого"),
    *("шестнадцатого", "семнадцатого", "восемнадцатого", "девятнадцатого"),
)
_TENS = {
    "двадцат": 20,
    "тридцат": 30,
    "сорок": 40,
    "пятьдесят": 50,
    "шестьдесят": 60,
    "семьдесят": 70,
    "восемьдесят": 80,
    "девяност": 90,
}
_ROUND = ("двадцатого", "тридцатого", "сорокового", "пятидесятого", "шестидесятого", "семидесятого", "восьмидесятого")


def _below_hundred() -> dict[str, int]:
    words = {word: number for number, word in enumerate((*_UNITS, *_TEENS), 1)}
    words |= {word: tens * 10 for tens, word in enumerate((*_ROUND, "девяностого"), 2)}
    for beginning, tens in _TENS.items():
        whole = beginning if beginning[-1] in "кь" or beginning.endswith("десят") else f"{beginning}ь"
        whole = "девяносто" if tens == 90 else whole
        words |= {f"{whole} {unit}": tens + number for number, unit in enumerate(_UNITS, 1)}
    return words


_WORDS = _below_hundred()

#: Days of a month: «первого» … «тридцать первого».
DAY_WORDS = {word: number for word, number in _WORDS.items() if number <= 31}
_CENTURIES = {"две тысячи": 2000, "тысяча девятьсот": 1900}


def year_in_words(text: str) -> int:
    """The year of «две тысячи двадцать девятого», «двухтысячного»; 0 for words that name none."""
    words = " ".join(text.split())
    if words.startswith("двухтысячн"):
        return 2000
    for beginning, century in _CENTURIES.items():
        if words.startswith(beginning):
            rest = words.removeprefix(beginning).strip()
            return century + _WORDS[rest] if rest in _WORDS else 0
    return 0
