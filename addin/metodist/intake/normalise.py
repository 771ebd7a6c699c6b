"""What one input cell says: the value that is meant, and what had to be done to read it.

Nothing is guessed silently: a value that was written in another way is taken with a remark, one that could mean
two things is an error with a proposal.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from metodist.domain.fields import Field, FieldType
from metodist.domain.findings import Severity
from metodist.domain.values import NO, YES, Value
from metodist.intake import dates
from metodist.intake.cells import BOOLEAN, ERROR, ISO_DATE, NOTHING, NUMBER, TEXT, RawCell
from metodist.intake.formulas import is_remote
from metodist.intake.texts import Cleaned, clean, likeness, nearest
from metodist.messages import say

_NUMBER_TEXT = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)?")
_GROUPED = re.compile(r"[+-]?[0-9]{1,3}(?: [0-9]{3})+(?:[.,][0-9]+)?")
_LEADING_NUMBER = re.compile(r"([+-]?[0-9]+(?:[.,][0-9]+)?)(?:\s+|(?=[^\W\d]))[^0-9]*")
_STORED = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
_YES = frozenset({"да", "д", "+", "true", "истина"})
_NO = frozenset({"нет", "н", "false", "ложь"})


@dataclass(frozen=True, slots=True)
class Note:
    """One thing to say about a cell: the rule's code and what its sentence names."""

    code: str
    severity: Severity
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Normal:
    """The value that a cell means; ``None`` with an error note where it cannot be told."""

    value: Value = None
    notes: tuple[Note, ...] = ()

    @property
    def failed(self) -> bool:
        """The cell holds something that could not be read."""
        return any(note.severity is Severity.ERROR for note in self.notes)


EMPTY = Normal()


def normalise(raw: RawCell | None, of: Field, choices: Sequence[str] = (), *, since_1904: bool = False) -> Normal:
    """Read one input cell as its field asks.

    Args:
        raw: As it stands in the file; ``None`` for an empty cell.
        of: Gives the type.
        choices: The values of the field's list, for :attr:`FieldType.CHOICE`.
        since_1904: Serial numbers count from 1904.
    """
    if raw is None or (raw.kind == TEXT and not raw.formula and not clean(raw.value).text):
        return EMPTY
    if raw.formula:
        return _of_formula(raw, of, choices, since_1904=since_1904)
    if raw.kind == ERROR:
        return _error("cell.error_value")
    return _READERS[of.type](_Asked(raw, of, choices, since_1904))


def _of_formula(raw: RawCell, of: Field, choices: Sequence[str], *, since_1904: bool) -> Normal:
    if is_remote(raw.formula):
        return _error("input.remote_formula")
    if raw.kind == NOTHING:
        return _error("input.formula_without_value")
    inner = normalise(raw._replace(formula=""), of, choices, since_1904=since_1904)
    return Normal(inner.value, (Note("input.formula", Severity.WARNING), *inner.notes))


@dataclass(frozen=True, slots=True)
class _Asked:
    raw: RawCell
    of: Field
    choices: Sequence[str]
    since_1904: bool

    @property
    def number(self) -> float | None:
        """The stored number; ``None`` where it is no number at all."""
        text = self.raw.value.strip()
        return float(text) if _STORED.fullmatch(text) else None

    @property
    def text(self) -> Cleaned:
        return clean(self.raw.value, name=self.of.type in (FieldType.PERSON, FieldType.PERSON_REF))

    @property
    def day(self) -> date | None:
        number = self.number
        return None if number is None else dates.from_serial(number, since_1904=self.since_1904)


def _error(code: str, **values: str) -> Normal:
    return Normal(None, (Note(code, Severity.ERROR, values),))


def _remark(code: str, **values: str) -> Note:
    return Note(code, Severity.REMARK, values)


def _advice(proposal: str) -> str:
    return say("intake.advice.write", proposal=proposal) if proposal else say("intake.advice.mend")


def shown_number(number: float) -> str:
    """As clerks read it: «12», «12,5»."""
    if math.isfinite(number) and number == int(number) and abs(number) < 1e15:
        return str(int(number))
    return repr(number).replace(".", ",")


def shown(raw: RawCell | None, *, since_1904: bool = False) -> str:
    """What a clerk sees in the cell."""
    if raw is None:
        return ""
    if raw.kind == BOOLEAN:
        return say("intake.word.true" if raw.value == "1" else "intake.word.false")
    if raw.kind == NUMBER and _STORED.fullmatch(raw.value.strip()):
        number = float(raw.value)
        day = dates.from_serial(number, since_1904=since_1904) if raw.form == "date" and math.isfinite(number) else None
        return dates.shown(day) if day else shown_number(number)
    return clean(raw.value).text


def _text_notes(cleaned: Cleaned) -> tuple[Note, ...]:
    notes = []
    if cleaned.invisible:
        notes.append(_remark("text.invisible", taken=cleaned.text))
    if cleaned.respelled:
        notes.append(_remark("text.lookalikes", taken=cleaned.text))
    return tuple(notes)


def _as_text(asked: _Asked) -> Normal:
    raw = asked.raw
    if raw.kind == TEXT:
        cleaned = asked.text
        return Normal(cleaned.text, _text_notes(cleaned))
    if raw.kind == NUMBER and raw.form != "date":
        number = asked.number
        if number is None or not math.isfinite(number):
            return _error("number.impossible")
        text = shown_number(number)
        return Normal(text.zfill(len(raw.form)) if raw.form else text)
    if raw.kind in (NUMBER, ISO_DATE):
        taken = shown(raw, since_1904=asked.since_1904)
        return Normal(taken, (_remark("text.date", taken=taken),))
    return Normal(shown(raw))


def _as_name(asked: _Asked) -> Normal:
    normal = _as_text(asked)
    if asked.raw.kind != TEXT or not any(letter.isalpha() for letter in str(normal.value)):
        return _error("person.not_a_name")
    return normal


def _as_link(asked: _Asked) -> Normal:
    if asked.raw.kind != TEXT:
        return _as_text(asked)
    cleaned = clean(asked.raw.value)
    return Normal(cleaned.text, _text_notes(cleaned._replace(respelled=False)))


def _as_number(asked: _Asked) -> Normal:
    raw = asked.raw
    word = say("intake.word.integer" if asked.of.type is FieldType.INTEGER else "intake.word.number")
    if raw.kind == NUMBER and raw.form == "date":
        return _error("number.date", expected=word)
    if raw.kind == NUMBER:
        number = asked.number
        if number is None or not math.isfinite(number):
            return _error("number.impossible")
        return _whole(number, asked.of)
    if raw.kind != TEXT:
        return _error("number.not_a_number", expected=word, advice=_advice(""))
    return _number_of_text(asked, word)


def _number_of_text(asked: _Asked, word: str) -> Normal:
    text = asked.text.text.replace("\u2212", "-")
    grouped = _GROUPED.fullmatch(text) is not None
    if grouped or _NUMBER_TEXT.fullmatch(text):
        number = float(text.replace(" ", "").replace(",", "."))
        if not math.isfinite(number):
            return _error("number.impossible")
        normal = _whole(number, asked.of)
        if normal.failed:
            return normal
        return Normal(normal.value, (_remark("number.text", taken=shown_number(number)),))
    leading = _LEADING_NUMBER.fullmatch(text)
    return _error("number.not_a_number", expected=word, advice=_advice(leading[1] if leading else ""))


def _whole(number: float, of: Field) -> Normal:
    if number == int(number):
        return Normal(int(number))
    if of.type is FieldType.INTEGER:
        return _error("number.not_whole")
    return Normal(number)


def _as_date(asked: _Asked) -> Normal:
    raw = asked.raw
    if raw.kind in (TEXT, ISO_DATE):
        typed = dates.from_text(asked.text.text)
        if typed is None:
            return _error("date.not_a_date")
        if not typed.sure:
            return _error("date.unsure", proposal=dates.shown(typed.value))
        notes = () if raw.kind == ISO_DATE else (_remark("date.text", taken=dates.shown(typed.value)),)
        return Normal(typed.value, notes)
    number = asked.number if raw.kind == NUMBER else None
    day = asked.day if number is not None and math.isfinite(number) and number >= 1 else None
    if day is None or (raw.form != "date" and not dates.plausible(day)):
        return _error("date.not_a_date")
    if raw.form != "date":
        return Normal(day, (_remark("date.number", taken=dates.shown(day)),))
    return Normal(day)


def _as_yes_no(asked: _Asked) -> Normal:
    raw = asked.raw
    if raw.kind == BOOLEAN:
        answer = YES if raw.value == "1" else NO
        return Normal(answer, (_remark("yes_no.other_word", taken=answer),))
    word = likeness(raw.value) if raw.kind == TEXT else ""
    taken = YES if word in _YES else NO if word in _NO else ""
    if taken:
        cleaned = clean(raw.value)
        exact = cleaned.text.casefold() == taken and not cleaned.respelled
        return Normal(taken, () if exact else (_remark("yes_no.other_word", taken=taken),))
    starts = next((answer for answer in (YES, NO) if word.startswith((f"{answer} ", f"{answer},"))), "")
    return _error("yes_no.neither", advice=_advice(starts) if starts else say("intake.advice.yes_no"))


def _as_choice(asked: _Asked) -> Normal:
    text = shown(asked.raw, since_1904=asked.since_1904)
    wanted = likeness(text)
    found = next((choice for choice in asked.choices if likeness(choice) == wanted), None)
    if found is None:
        near = nearest(text, asked.choices)
        options = "; ".join(asked.choices[:8]) + ("…" if len(asked.choices) > 8 else "")
        advice = say("intake.advice.choose", proposal=near) if near else say("intake.advice.choose_any")
        return _error("choice.unknown", options=options, advice=advice)
    if clean(text).text.casefold() != found.casefold() or clean(asked.raw.value).respelled:
        return Normal(found, (_remark("choice.respelled", taken=found),))
    return Normal(found)


_READERS: Mapping[FieldType, Callable[[_Asked], Normal]] = {
    FieldType.TEXT: _as_text,
    FieldType.INTEGER: _as_number,
    FieldType.NUMBER: _as_number,
    FieldType.DATE: _as_date,
    FieldType.YES_NO: _as_yes_no,
    FieldType.CHOICE: _as_choice,
    FieldType.PERSON: _as_name,
    FieldType.PERSON_REF: _as_name,
    FieldType.PRESENCE: _as_yes_no,
    FieldType.LINK: _as_link,
    FieldType.COMPUTED: _as_text,
}
