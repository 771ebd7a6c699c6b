"""Every line of ``grammar_cases.txt``: posts, names, organisations of the sources and our own, each form asserted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from metodist.documents.agreement import participle_for
from metodist.documents.cases import Case
from metodist.documents.grammar import organisation_in, programme_in
from metodist.documents.names import FullName, decline_name
from metodist.documents.numbers import counted, date_spelled, date_words, of_counted
from metodist.documents.posts import decline_post
from metodist.domain.programme import Gender
from metodist.domain.wording import NBSP

TABLE = Path(__file__).with_name("grammar_cases.txt")
CASES = (Case.GENITIVE, Case.DATIVE, Case.ACCUSATIVE, Case.INSTRUMENTAL)
ASKED = "?"
GENDERS = {"м": Gender.MALE, "ж": Gender.FEMALE, ASKED: Gender.UNKNOWN}


def _rows(kind: str) -> Iterator[list[str]]:
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.split(" | ")]
        if cells[0] == kind:
            yield cells[1:]


def _forms(kind: str, leading: int) -> list[tuple[object, ...]]:
    """One case a form: what leads the row, the case, the form."""
    rows = ((row[:leading], row[leading:]) for row in _rows(kind))
    return [(*lead, case, form) for lead, forms in rows for case, form in zip(CASES, forms, strict=True)]


def test_the_table_is_long_enough() -> None:
    declined = [*_forms("post", 1), *_forms("name", 2), *_forms("organisation", 1)]
    assert len({case[:-2] for case in declined}) >= 110
    assert len(declined) >= 400


@pytest.mark.parametrize(("post", "case", "form"), _forms("post", 1))
def test_a_post(post: str, case: Case, form: str) -> None:
    assert (decline_post(post, case) or ASKED) == form


@pytest.mark.parametrize(("surname", "gender", "case", "form"), _forms("name", 2))
def test_a_surname(surname: str, gender: str, case: Case, form: str) -> None:
    declined = decline_name(FullName(surname, "А.", "А."), case, GENDERS[gender])
    assert (declined.surname if declined else ASKED) == form


@pytest.mark.parametrize(("name", "case", "form"), _forms("organisation", 1))
def test_an_organisation(name: str, case: Case, form: str) -> None:
    assert organisation_in(name, case) == form


@pytest.mark.parametrize(("title", "genitive", "accusative"), list(_rows("programme")))
def test_a_programme(title: str, genitive: str, accusative: str) -> None:
    assert (programme_in(title, Case.GENITIVE), programme_in(title, Case.ACCUSATIVE)) == (genitive, accusative)


@pytest.mark.parametrize(("title", "approved"), list(_rows("participle")))
def test_a_participle_agrees(title: str, approved: str) -> None:
    assert participle_for("утверждён", title) == approved


@pytest.mark.parametrize(("number", "noun", "after", "genitive"), list(_rows("count")))
def test_a_number_with_its_noun(number: str, noun: str, after: str, genitive: str) -> None:
    count = int(number.replace(" ", ""))
    assert (counted(count, noun), of_counted(count, noun)) == (after.replace(" ", NBSP), genitive.replace(" ", NBSP))


@pytest.mark.parametrize(("day", "digits", "words"), list(_rows("date")))
def test_a_date(day: str, digits: str, words: str) -> None:
    assert date_words(date.fromisoformat(day)) == digits.replace(" ", NBSP)
    assert date_spelled(date.fromisoformat(day)) == words
