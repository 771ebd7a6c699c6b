"""Sheet «Показатели»."""

from __future__ import annotations

from collections.abc import Sequence

from metodist.domain.evidence import Assessment
from metodist.domain.fields import SCHOOLS
from metodist.domain.indicators import Indicator, IndicatorKind, Scale
from metodist.messages import say
from metodist.programme.draft import Draft, find
from metodist.programme.records import Record, as_number, as_text
from metodist.programme.schema import FIELDS, GOALS, LISTS, MONITORINGS
from metodist.programme.sheets.bridge import continued_codes
from metodist.programme.sheets.indicator_measures import Measured, measured
from metodist.programme.sheets.references import references
from metodist.programme.words import nearest

_TARGET = "Целевое значение"
_SCALE = "Шкала"


def read(records: Sequence[Record], draft: Draft) -> None:
    """One row, one indicator; codes do not repeat."""
    for record in records:
        code = record.code("Код")
        new = bool(code) and draft.place(record, "Код", code)
        kind_word, scope = record.word("Вид"), _scope(record, draft)
        if not kind_word:  # reported by the check of words; without it nothing else can be judged
            continue
        kind = IndicatorKind(kind_word)
        what = measured(record, kind, scope, draft) if scope else Measured()
        indicator = _indicator(record, code, kind, scope, what, draft)
        if new:
            draft.indicators.append(indicator)


def _scope(record: Record, draft: Draft) -> str:
    """The canonical scope; empty where it is unknown (noted) or cannot be judged."""
    word = record.line("Где считать")
    known = (*draft.scopes, SCHOOLS)
    scope = find(dict.fromkeys(known), word)
    judged = not draft.issues.distorts(FIELDS) and not _may_be_broken(word, draft)
    if word and not scope and judged:
        record.error("Где считать", "scope", nearest(word, known), value=word)
    return scope


def _may_be_broken(word: str, draft: Draft) -> bool:
    """Tell whether the register exists, but none of its fields could be read."""
    return any(key.startswith(f"{word.casefold()}.") for key in draft.keys("Поля"))


def _indicator(record: Record, code: str, kind: IndicatorKind, scope: str, what: Measured, draft: Draft) -> Indicator:
    return Indicator(
        code=code,
        title=record.text("Показатель"),
        kind=kind,
        scope=scope,
        group=record.line("Группа"),
        numerator=what.numerator,
        denominator=what.denominator,
        column=what.column,
        breakdown=what.breakdown,
        scale=_scale(record, kind, draft),
        target=_target(record, kind),
        higher_is_better=record.word("Лучше") != "меньше",
        unit=record.line("Единица"),
        goals=references(record, "Цели", GOALS, draft),
        monitorings=references(record, "Мониторинги", MONITORINGS, draft),
        direction=record.line("Направление"),
        clause=record.text("Пункт источника"),
        note=record.text("Примечание"),
        assessment=Assessment(record.word("Оценка показателя") or Assessment.ORDINARY),
        continues=continued_codes(record),
        goal_words=record.text("Цели по источнику"),
    )


def _scale(record: Record, kind: IndicatorKind, draft: Draft) -> Scale | None:
    name = record.line(_SCALE)
    if kind is not IndicatorKind.LEVEL:
        if name:
            record.error(_SCALE, "extra", kind=kind.value)
        return None
    if not name:
        record.error(_SCALE, "needs", kind=kind.value)
        return None
    found = find(draft.scales, name)
    if found:
        return draft.scales[found]
    if find(draft.lists, name):
        record.error(_SCALE, "scale_plain", value=name)
    elif not draft.issues.distorts(LISTS):
        record.error(_SCALE, "scale_unknown", nearest(name, draft.scales), value=name)
    return None


def _target(record: Record, kind: IndicatorKind) -> float | None:
    """A fraction for shares: a cell in per cent holds one already; «80 %» as text is read too."""
    share = kind in (IndicatorKind.SHARE, IndicatorKind.PRESENCE)
    text = as_text(record.cells.get(_TARGET))
    if not text.endswith("%"):
        number = record.number(_TARGET)
        if share and number is not None and not 0 <= number <= 1:
            shown = record.text(_TARGET)
            record.error(_TARGET, "target_share", say("programme.target_share_fix", value=shown), value=shown)
        return number
    number = as_number(text.removesuffix("%"))
    if number is None:
        record.error(_TARGET, "not_a_number", value=text)
    elif not share:
        record.error(_TARGET, "target_percent", kind=kind.value)
    elif not 0 <= number <= 100:
        record.error(_TARGET, "target_share", value=text)
    else:
        return number / 100
    return None
