"""Sheet «Словарь»."""

from __future__ import annotations

from collections.abc import Sequence

from metodist.domain.word_forms import WordForms
from metodist.messages import say
from metodist.programme.dictionary_sheet import ACCUSATIVE, AGREES, DATIVE, GENITIVE, INSTRUMENTAL, WORD
from metodist.programme.draft import Draft
from metodist.programme.records import Record


def read(records: Sequence[Record], draft: Draft) -> None:
    """One row, one word or phrase with its forms."""
    for record in records:
        word = record.line(WORD)
        if not word or not draft.place(record, WORD, word):
            continue
        entry = WordForms(
            word=word,
            genitive=record.line(GENITIVE),
            dative=record.line(DATIVE),
            accusative=record.line(ACCUSATIVE),
            instrumental=record.line(INSTRUMENTAL),
            agrees=record.word(AGREES),
        )
        if entry == WordForms(word):
            draft.issues.error(say("programme.no_forms", word=word), (record.schema.name, record.row, GENITIVE))
            continue
        draft.dictionary.append(entry)
