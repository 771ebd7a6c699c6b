"""Saved queries in «Архив/запросы.json», and asking them: they outlive a summary and come along to the next year."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from metodist.domain.queries import INDICATOR, SCHOOL, Answer, Found, Query, Question, answer, questions_of
from metodist.domain.summary import Summary
from metodist.domain.values import Value, fold
from metodist.errors import UserError
from metodist.messages import say
from metodist.services.transaction import transaction
from metodist.services.working_folder import QUERIES, open_folder

_VERSION = 1


def saved_queries(folder: Path) -> tuple[Query, ...]:
    """The queries of a working folder, by name.

    Raises:
        UserError: The table is damaged.
    """
    path = folder / QUERIES
    if not path.is_file():
        return ()
    try:
        rows: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["queries"]
        found = [
            Query(str(row["name"]), {str(key): str(value) for key, value in row["choices"].items()}) for row in rows
        ]
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise UserError(say("scoring.table_damaged", name=QUERIES), say("scoring.table_damaged_action")) from error
    return tuple(sorted(found, key=lambda one: fold(one.name)))


def save_query(folder: Path, query: Query) -> None:
    """Save under its name, in place of one of the same name.

    Raises:
        UserError: The folder cannot be written.
    """
    kept = [one for one in saved_queries(folder) if fold(one.name) != fold(query.name)]
    rows = [{"name": one.name, "choices": dict(one.choices)} for one in (*kept, query)]
    document = {"version": _VERSION, "queries": rows}
    with transaction(folder) as change:
        change.stage(QUERIES).write_text(json.dumps(document, ensure_ascii=False, indent=1), encoding="utf-8")


def query_named(folder: Path, name: str) -> Query:
    """The saved query of that name.

    Raises:
        UserError: There is none; names the nearest, or all.
    """
    known = saved_queries(folder)
    for one in known:
        if fold(one.name) == fold(name):
            return one
    names = [one.name for one in known]
    near = get_close_matches(name, names, n=1)
    listed = say("query.known", names=", ".join(names)) if names else say("query.no_queries")
    raise UserError(say("query.unknown", name=name), say("query.did_you_mean", name=near[0]) if near else listed)


def query_from_words(summary: Summary, name: str, words: Iterable[str]) -> Query:
    """A query from «Поле = значение» of the command line.

    Raises:
        UserError: Not of that form, no such field, or no such value.
    """
    choices: dict[str, str] = {}
    for word in words:
        label, sign, value = (part.strip() for part in word.partition("="))
        if not (label and sign and value):
            raise UserError(say("query.word", word=word), say("query.word_action"))
        choices |= _choice(summary, label, value)
    return Query(name, choices)


def _choice(summary: Summary, label: str, value: str) -> dict[str, str]:
    """The label and value as the programme spells them."""
    if fold(label) == fold(SCHOOL):
        schools = {word: one.code for one in summary.programme.organisations for word in (one.code, one.short_name)}
        return {SCHOOL: schools[_known(value, schools, "query.no_school")]}
    if fold(label) == fold(INDICATOR):
        return {INDICATOR: _known(value, [one.code for one in summary.programme.indicators], "query.no_indicator")}
    questions = {one.label: one for one in questions_of(summary.programme)}
    question = questions[_known(label, questions, "query.no_field")]
    return {question.label: _known(value, question.values, "query.no_value")}


def _known(word: str, known: Iterable[str], message: str) -> str:
    names = list(known)
    found = next((one for one in names if fold(one) == fold(word)), "")
    if found:
        return found
    near = get_close_matches(word, names, n=1, cutoff=0.5)
    fix = say("query.did_you_mean", name=near[0]) if near else say("query.known_values", names=", ".join(names[:20]))
    raise UserError(say(message, value=word), fix)


@dataclass(frozen=True, slots=True)
class Listed:
    """An answer as a table.

    Args:
        headings: One a column.
        rows: Texts and numbers.
        answer: What it is of.
    """

    headings: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    answer: Answer


def listed(summary: Summary, query: Query) -> Listed:
    """Who matches: school, person, what was asked, then the other fields that can be asked."""
    found = answer(summary, query)
    staff, questions = summary.programme.staff, questions_of(summary.programme)
    asked = [one for one in questions if one.label in query.choices]
    ordered = (*asked, *(one for one in questions if one not in asked))
    headings = (say("summary.code"), say("summary.school"), staff.key.name, *(one.label for one in ordered))
    return Listed(headings, tuple(_row(one, staff.key.name, ordered) for one in found.found), found)


def _row(one: Found, key: str, questions: Iterable[Question]) -> tuple[Value, ...]:
    return (one.school, one.name, one.row.values.get(key), *(_answered(one, question) for question in questions))


def _answered(one: Found, question: Question) -> Value:
    """The value; of a family, everything that is «да»."""
    if not question.is_family:
        return one.row.values.get(question.fields[0].name)
    return ", ".join(value for value in question.values if question.holds(one.row.values, value))


def ask(folder: Path, name: str = "", words: Sequence[str] = ()) -> Listed:
    """Ask a working folder: a saved query by its name; with words a new one, which is saved where it has a name.

    Raises:
        UserError: No such query, field or value, or the folder cannot be used.
    """
    from metodist.services.summarising import consolidated

    place = open_folder(folder)
    query = query_named(place.path, name) if name and not words else None
    summary = consolidated(place)
    if query is None:
        query = query_from_words(summary, name, words)
        if name:
            save_query(place.path, query)
    return listed(summary, query)


def words_of(summary: Summary, query: Query) -> str:
    """The choices in words: «Молодой педагог — да; Школа — Школа № 1»; for nothing, that everybody is asked."""
    schools = {one.code: one.short_name for one in summary.programme.organisations}
    parts = (
        f"{label} — {schools.get(value, value) if label == SCHOOL else value}" for label, value in query.choices.items()
    )
    return "; ".join(parts) or say("query.everybody")
