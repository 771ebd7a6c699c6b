"""Sheet «Оформление»: a house style over one of the profiles, and masks of numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from metodist.domain.layout_profile import GOST_2025, PROFILES, LayoutProfile
from metodist.domain.numbering import NumberMask, mask_fault
from metodist.domain.wording import number_text
from metodist.messages import say
from metodist.programme.design_sheet import FONT, MEASURES, NAME, NUMBER, PROFILE, Measure
from metodist.programme.draft import Draft
from metodist.programme.records import Record
from metodist.programme.words import nearest

_VALUE, _DOCUMENT = "Значение", "Документ"
_MEASURES = {measure.heading: measure for measure in MEASURES}
_LONGEST_FONT = 31
_LONGEST_MASK = 40


def read(records: Sequence[Record], draft: Draft) -> None:
    """Each setting once, a number once a kind of document; what is not set stays as the profile has it."""
    base, name, changed = GOST_2025, "", dict[str, Any]()
    for record in records:
        setting = record.word("Настройка")
        if not setting or not _is_new(record, draft, setting):
            continue
        if setting == PROFILE:
            base = _profile(record) or base
        elif setting == NAME:
            name = record.line(_VALUE)
        elif setting == NUMBER:
            _mask(record, draft)
        else:
            changed |= _font(record) if setting == FONT else _measure(record, _MEASURES[setting])
    draft.profile = _made(base, name, changed)
    _page_number(records, draft.profile)


def _is_new(record: Record, draft: Draft, setting: str) -> bool:
    document = record.line(_DOCUMENT)
    if document and setting != NUMBER:
        record.refuse(_DOCUMENT, say("design.document_extra", setting=setting), say("design.document_extra_fix"))
    key = f"{setting}: {document}" if setting == NUMBER else setting
    return draft.place(record, "Настройка", key)


def _made(base: LayoutProfile, name: str, changed: dict[str, Any]) -> LayoutProfile:
    if not changed:
        return base
    return replace(base, name=name or say("design.house", base=base.name), **changed)


def _profile(record: Record) -> LayoutProfile | None:
    """By its whole name or by the year that ends it."""
    text = record.line(_VALUE)
    found = next((one for one in PROFILES if text and one.name.endswith(text)), None)
    if found is None:
        known = ", ".join(one.name for one in PROFILES)
        hint = nearest(text, [one.name for one in PROFILES]) or known
        record.refuse(_VALUE, say("design.profile", value=text, known=known), hint)
    return found


def _font(record: Record) -> dict[str, Any]:
    font = record.line(_VALUE)
    if len(font) > _LONGEST_FONT or not font.replace(" ", "").replace("-", "").isalnum():
        record.refuse(_VALUE, say("design.font", value=font), "Times New Roman")
        return {}
    return {"font": font}


def _measure(record: Record, measure: Measure) -> dict[str, Any]:
    number = record.number(_VALUE)
    if number is None:
        return {}
    if not measure.least <= number <= measure.most:
        limits = {"least": number_text(measure.least), "most": number_text(measure.most)}
        message = say("design.limits", setting=measure.heading, value=number_text(number), **limits)
        record.refuse(_VALUE, message, say("design.limits_fix", **limits))
        return {}
    return {measure.attribute: number}


def _mask(record: Record, draft: Draft) -> None:
    text = record.code(_VALUE)
    fault = mask_fault(text)
    if fault or len(text) > _LONGEST_MASK:
        message = "mask_counter" if fault == "n" else "mask_place" if fault else "mask_long"
        record.refuse(_VALUE, say(f"design.{message}", value=text, place=fault), "{n}-ОД")
        return
    draft.masks.append(NumberMask(text, record.line(_DOCUMENT)))


def _page_number(records: Sequence[Record], profile: LayoutProfile) -> None:
    """The page's number stands inside the top margin, or it would lie on the text."""
    if profile.page_number_mm < profile.top_mm:
        return
    for record in records:
        if record.word("Настройка") in ("Номер страницы от края, мм", "Верхнее поле, мм"):
            values = {"number": number_text(profile.page_number_mm), "top": number_text(profile.top_mm)}
            record.refuse(_VALUE, say("design.page_number", **values), say("design.page_number_fix"))
            return
