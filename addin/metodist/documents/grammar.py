"""People and programmes in the right case, for the sentences of documents."""

from __future__ import annotations

from dataclasses import dataclass, replace

from metodist.documents.cases import Case
from metodist.documents.dictionary import NO_WORDS, Words, leading_form, whole_form
from metodist.documents.morphology import decline_phrase, decline_title
from metodist.documents.names import FullName, decline_name, gender_by_dative, known_gender, parse_name
from metodist.documents.posts import decline_post
from metodist.documents.typography import clean, quoted
from metodist.domain.findings import ProgrammeIssue, Severity
from metodist.domain.programme import Gender, Passport, Person
from metodist.messages import say

_SHEET = "Люди"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase for a sentence, and what has to be asked about it.

    Args:
        text: Always usable: where a form cannot be known, the phrase is built so that it does without it.
        issues: What the user should fill in on the sheet of people.
    """

    text: str
    issues: tuple[ProgrammeIssue, ...] = ()


def person_in_case(person: Person, case: Case, words: Words = NO_WORDS) -> Phrase:
    """Post and name in a case: «директору МКУ ИМЦ И.И. Ивановой».

    A surname whose form depends on an unknown gender is put in brackets in the nominative, which is right for a
    man and for a woman: «директору МКУ ИМЦ (А.А. Пацюк)»; the gender is asked for.

    Args:
        person: Who.
        case: The case wanted.
        words: The user's own dictionary: a post or a surname that stands in it is taken from it.
    """
    name = parse_name(clean(person.name))
    post = clean(person.post)
    dative = clean(person.dative)
    if dative and case is Case.DATIVE and dative[:1].islower():
        return Phrase(dative)  # the user's own words for the whole phrase
    issues: list[ProgrammeIssue] = []
    declined_post = leading_form(words, post, case) or decline_post(post, case)
    if declined_post is None:
        issues.append(_ask("documents.ask_post", person, "Должность"))
    surname = whole_form(words, name.surname, case)
    declined = replace(name, surname=surname) if surname else _declined_name(name, case, person.gender, dative)
    if declined is None:
        issues.append(_ask("documents.ask_gender", person, "Пол"))
    shown = declined.initials_first if declined else f"({name.initials_first})"
    return Phrase(f"{declined_post or post} {shown}", tuple(issues))


def _declined_name(name: FullName, case: Case, stated: Gender, dative: str) -> FullName | None:
    """The name by the stated gender; else by the dative that the user typed; else ``None``."""
    typed = parse_name(dative) if dative and not dative[:1].islower() else None
    if typed and case is Case.DATIVE:
        return typed
    gender = known_gender(name, stated)
    if gender is Gender.UNKNOWN and typed:
        gender = gender_by_dative(name, typed)
    return decline_name(name, case, gender)


def _ask(message: str, person: Person, column: str) -> ProgrammeIssue:
    return ProgrammeIssue(
        Severity.WARNING,
        say(message, name=person.name, post=person.post),
        sheet=_SHEET,
        column=column,
        suggestion=say(f"{message}_action"),
    )


#: What a programme may call itself in the first words of its title.
_KINDS_OF_PROGRAMMES = ("программа", "подпрограмма", "концепция", "проект", "план", "комплекс")


def programme_genitive(title: str) -> str:
    """The programme after «показателей …», see :func:`programme_in`."""
    return programme_in(title, Case.GENITIVE)


def programme_in(title: str, case: Case, words: Words = NO_WORDS) -> str:
    """The programme in a sentence: «муниципальной программы «Развитие»», «концепцию развития школ».

    A title that is only a name, or whose first words cannot be declined for certain, gets the word «программа»
    before it and is itself never changed.
    """
    whole = clean(title)
    if own := whole_form(words, whole, case):
        return own
    head, quote, rest = whole.partition(" «")
    named = bool(quote) and rest.endswith("»") and not head.startswith("«")
    if named or says_what_it_is(whole):
        declined = decline_title(head[:1].lower() + head[1:], case)
        if declined:
            return declined + quote + rest
    return say(f"documents.programme_{case.name.lower()}", title=quoted(whole))


def organisation_in(name: str, case: Case, words: Words = NO_WORDS) -> str:
    """An organisation in a sentence: «муниципального бюджетного учреждения «Школа № 1»», «МБОУ СОШ № 1».

    Abbreviations never change, what stands in «ёлочках» and behind the leading noun neither.

    Args:
        name: Nominative, full or short.
        case: The case wanted.
        words: The user's own dictionary.

    Returns:
        Empty where the leading words cannot be declined for certain.
    """
    whole = clean(name)
    if own := whole_form(words, whole, case):
        return own
    head, quote, rest = whole.partition(" «")
    if head.split(" ")[0].isupper():
        return whole
    declined = decline_phrase(head[:1].lower() + head[1:], case)
    return f"{declined}{quote}{rest}" if declined else ""


def programme_words(passport: Passport) -> str:
    """The programme after «показателей …»: as the passport says it in the genitive, else declined from its title."""
    return clean(passport.title_genitive) or programme_genitive(passport.title)


def says_what_it_is(title: str) -> bool:
    """Its first two words name a kind of programme: «программа», «муниципальная концепция»."""
    return any(word in _KINDS_OF_PROGRAMMES for word in title.casefold().split()[:2])


def purpose_genitive(purpose: str) -> str:
    """A purpose after «в целях»: «создания условий для…»; empty where its first words cannot be declined for certain.

    Words that the programme workbook puts into square brackets, because its source lacks them, lose the brackets.
    """
    text = clean(purpose.replace("[", "").replace("]", "")).rstrip(".")
    if not text or ". " in text:
        return ""
    return decline_title(text[:1].lower() + text[1:], Case.GENITIVE) or ""
