"""What the user's own dictionary says of a word or phrase."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WordForms:
    """One entry of «Словарь»; an empty form is left to the product's grammar.

    Args:
        word: A word, a surname or a whole phrase, nominative.
        genitive: «кого, чего».
        dative: «кому».
        accusative: «кого, что».
        instrumental: «кем».
        agrees: What participles agree with: «м», «ж», «с», «мн»; empty where it is not said.
    """

    word: str
    genitive: str = ""
    dative: str = ""
    accusative: str = ""
    instrumental: str = ""
    agrees: str = ""
