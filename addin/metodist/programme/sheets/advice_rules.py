"""Sheet «Правила рекомендаций»."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from metodist.domain.fields import MUNICIPALITY
from metodist.domain.outcome_tests import OutcomeCondition
from metodist.domain.recommendations import (
    ANY_SCHOOL,
    DISTRICT_ADDRESSEES,
    PLACEHOLDERS,
    SCHOOL_ADDRESSEES,
    Addressee,
    AddresseeKind,
    AdviceRule,
)
from metodist.domain.values import fold
from metodist.messages import say
from metodist.programme.draft import Draft, find
from metodist.programme.outcome_conditions import check_outcome_condition, parse_outcome_condition
from metodist.programme.records import Record
from metodist.programme.schema import INDICATORS, ORGANISATIONS
from metodist.programme.sheets.references import references
from metodist.programme.tokens import ConditionError
from metodist.programme.words import nearest

_ADDRESSEE, _CONDITION = "Адресат", "Условие"
_WITH_PLACEHOLDERS = ("Рекомендация", "Материал", "Срок", "Форма отчёта")
_PLACE = re.compile(r"\{([^{}]*)\}")
_PREFIXED = re.compile(r"(категория|кластер)\s*:\s*(.*)", re.IGNORECASE)


def read(records: Sequence[Record], draft: Draft) -> None:
    """One row, one rule; numbers do not repeat."""
    for record in records:
        number = record.code("№")
        new = bool(number) and draft.place(record, "№", number)
        codes = references(record, "Показатель", INDICATORS, draft)
        addressee = _addressee(record, draft)
        condition = draft.parse(record, _CONDITION, parse_outcome_condition) if not record.blank(_CONDITION) else None
        for column in _WITH_PLACEHOLDERS:
            _check_places(record, column)
        if condition is None or addressee is None or not new:
            continue
        _check_indicators(record, condition, addressee, codes, draft)
        draft.advice_rules.append(
            AdviceRule(
                number=number,
                indicators=_canonical(codes, draft),
                condition=condition,
                text=record.text("Рекомендация"),
                addressee=addressee,
                material=record.line("Материал"),
                deadline=record.line("Срок"),
                report=record.line("Форма отчёта"),
                clause=record.text("Пункт источника"),
            )
        )


def addressee_text(addressee: Addressee) -> str:
    """How an addressee stands in the cell."""
    match addressee.kind:
        case AddresseeKind.SCHOOL:
            return AddresseeKind.SCHOOL.value
        case AddresseeKind.CATEGORY | AddresseeKind.CLUSTER:
            return f"{addressee.kind.value}: {addressee.name}"
        case _:
            return addressee.name


def _canonical(codes: Iterable[str], draft: Draft) -> tuple[str, ...]:
    """Codes as «Показатели» spells them."""
    spelt = {indicator.code.casefold(): indicator.code for indicator in draft.indicators}
    return tuple(spelt.get(code.casefold(), code) for code in codes)


def _addressee(record: Record, draft: Draft) -> Addressee | None:
    """Whom the rule speaks to; ``None`` where it is nobody we know (noted)."""
    text = record.line(_ADDRESSEE)
    prefixed = _PREFIXED.fullmatch(text)
    if not text or fold(text) == AddresseeKind.SCHOOL.value:
        return ANY_SCHOOL
    if prefixed:
        return _group(record, prefixed[1].casefold(), prefixed[2].strip(), draft)
    named = _named(draft)
    found = find(named, text)
    if not found:
        record.error(_ADDRESSEE, "addressee", nearest(text, (AddresseeKind.SCHOOL.value, *named)), value=text)
        return None
    return named[found]


def _group(record: Record, word: str, name: str, draft: Draft) -> Addressee | None:
    if word == AddresseeKind.CLUSTER.value:
        if not name:
            record.error(_ADDRESSEE, "addressee_cluster")
            return None
        return Addressee(AddresseeKind.CLUSTER, name)
    kinds = {school.kind: None for school in draft.organisations if school.kind}
    found = find(kinds, name)
    if not found:
        if not draft.issues.distorts(ORGANISATIONS):
            fix = nearest(name, kinds) or say("programme.addressee_categories", known=", ".join(kinds) or "—")
            record.error(_ADDRESSEE, "addressee_category", fix, value=name)
        return None
    return Addressee(AddresseeKind.CATEGORY, found)


def _named(draft: Draft) -> Mapping[str, Addressee]:
    """The addressees that the passport names, by name."""
    sections = draft.passport.extra if draft.passport else {}
    kinds = {SCHOOL_ADDRESSEES: AddresseeKind.SCHOOL_BODY, DISTRICT_ADDRESSEES: AddresseeKind.DISTRICT_BODY}
    return {
        name: Addressee(kinds[section], name, dative)
        for section, pairs in sections.items()
        if section in kinds
        for name, dative in pairs
    }


def _check_places(record: Record, column: str) -> None:
    text = record.text(column)
    for name in _PLACE.findall(text):
        if name not in PLACEHOLDERS:
            fix = nearest(name, PLACEHOLDERS) or say("programme.placeholder_fix", known=", ".join(PLACEHOLDERS))
            record.error(column, "placeholder", fix, value=name)
            return
    rest = _PLACE.sub("", text)
    if "{" in rest or "}" in rest:
        record.error(column, "placeholder_open", say("programme.placeholder_open_fix"))


def _check_indicators(
    record: Record, condition: OutcomeCondition, addressee: Addressee, codes: Sequence[str], draft: Draft
) -> None:
    known = {indicator.code.casefold(): indicator for indicator in draft.indicators}
    for indicator in (known[code.casefold()] for code in codes if code.casefold() in known):
        try:
            check_outcome_condition(condition, indicator)
        except ConditionError as error:
            record.refuse(_CONDITION, error.message, error.suggestion)
        if indicator.scope == MUNICIPALITY and not addressee.in_district:
            fix = say("programme.outcome_municipal_fix", section=DISTRICT_ADDRESSEES)
            record.error(_ADDRESSEE, "outcome_municipal", fix, code=indicator.code)
