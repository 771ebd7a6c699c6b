"""«Словарь»: the user's own forms outweigh the product's grammar."""

from __future__ import annotations

from metodist.documents.agreement import approved_by
from metodist.documents.cases import Case
from metodist.documents.dictionary import leading_form, whole_form
from metodist.documents.grammar import organisation_in, person_in_case, programme_in
from metodist.domain.programme import Person
from metodist.domain.word_forms import WordForms
from metodist.programme.snapshot import snapshot
from programme_text import SMALL, programme_from, reading_of, small_programme

NBSP = "\u00a0"
SHEET = """
# Словарь
Слово или выражение ¦ Кого, чего ¦ Кому, чему ¦ Кого, что ¦ Кем, чем ¦ Род
Пацюк ¦ ¦ Пацюку ¦ Пацюка ¦ ¦
методист-куратор ¦ ¦ методисту-куратору ¦ ¦ ¦
Программа методического сопровождения педагогов ¦ ¦ ¦ Программу-2026 ¦ ¦ мн
ЦРО ¦ Центра развития ¦ ¦ ¦ ¦
"""


def test_the_sheet_is_read_and_stands_in_the_snapshot() -> None:
    programme = programme_from(SMALL + SHEET)
    assert programme.dictionary[0] == WordForms("Пацюк", dative="Пацюку", accusative="Пацюка")
    assert programme.dictionary[2].agrees == "мн"
    assert "## Словарь (4)" in snapshot(programme)


def test_a_programme_without_the_sheet_has_no_dictionary() -> None:
    assert small_programme().dictionary == ()
    assert "Словарь" not in snapshot(small_programme())


def test_an_entry_without_forms_is_an_error_with_its_row() -> None:
    (issue,) = reading_of(SMALL + "\n# Словарь\nСлово или выражение\nПацюк\n").issues
    assert (issue.sheet, issue.message) == ("Словарь", "Для «Пацюк» не указано ни одной формы.")


def test_surname_post_programme_and_organisation_are_taken_from_it() -> None:
    programme = programme_from(SMALL + SHEET)
    words = programme.dictionary
    person = Person("исполняет", "Пацюк А. А.", "методист-куратор центра")
    phrase = person_in_case(person, Case.DATIVE, words)
    assert (phrase.text, phrase.issues) == (f"методисту-куратору центра А.А.{NBSP}Пацюку", ())
    assert programme_in(programme.passport.title, Case.ACCUSATIVE, words) == "Программу-2026"
    assert organisation_in("ЦРО", Case.GENITIVE, words) == "Центра развития"
    assert approved_by(programme).startswith("Утверждены приказом")


def test_a_form_that_is_not_given_is_left_to_the_grammar() -> None:
    words = (WordForms("методист-куратор", dative="методисту-куратору"),)
    assert whole_form(words, "методист-куратор", Case.INSTRUMENTAL) == ""
    assert leading_form(words, "методист", Case.DATIVE) == ""
    phrase = person_in_case(Person("исполняет", "Иванова А. А.", "методист-куратор"), Case.INSTRUMENTAL, words)
    assert phrase.text == f"методистом-куратором А.А.{NBSP}Ивановой"
