"""The sheet «Словарь»: forms of words that the product's grammar would not get right."""

from __future__ import annotations

from metodist.domain.programme import Programme
from metodist.messages import say
from metodist.programme.columns import Column, SheetSchema
from metodist.programme.markdown import table, titled

DICTIONARY = "Словарь"
WORD, GENITIVE, DATIVE, ACCUSATIVE, INSTRUMENTAL, AGREES = (
    "Слово или выражение",
    "Кого, чего",
    "Кому, чему",
    "Кого, что",
    "Кем, чем",
    "Род",
)
C = Column
DICTIONARY_SHEET = SheetSchema(
    DICTIONARY,
    "Как склонять слова, которые программа склоняет неверно. Пустую форму программа образует сама.",
    (
        C(WORD, "фамилия, должность, название — именительный падеж", required=True),
        C(GENITIVE, "родительный падеж"),
        C(DATIVE, "дательный падеж"),
        C(ACCUSATIVE, "винительный падеж"),
        C(INSTRUMENTAL, "творительный падеж"),
        C(AGREES, "с чем согласуется «утверждён»: м, ж, с или мн", words=("м", "ж", "с", "мн")),
    ),
    optional=True,
)


def dictionary_lines(programme: Programme) -> list[str]:
    """«Словарь» in the snapshot of a programme; nothing where it is empty."""
    rows = [
        (one.word, one.genitive, one.dative, one.accusative, one.instrumental, one.agrees)
        for one in programme.dictionary
    ]
    headings = (WORD, GENITIVE, DATIVE, ACCUSATIVE, INSTRUMENTAL, AGREES)
    return titled(say("snapshot.dictionary"), len(rows), table(headings, rows)) if rows else []
