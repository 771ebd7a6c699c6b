"""Rules of recommendations as Markdown, a part of the programme's snapshot."""

from __future__ import annotations

from metodist.domain.programme import Programme
from metodist.programme.markdown import table, titled
from metodist.programme.sheets.advice_rules import addressee_text


def advice_rules_shown(programme: Programme) -> list[str]:
    """Every rule as its sheet has it; nothing where there are none."""
    if not programme.advice_rules:
        return []
    headings = ("№", "Показатель", "Условие", "Рекомендация", "Адресат", "Материал", "Срок", "Форма отчёта", "Источник")
    rows = [
        (
            *(r.number, ", ".join(r.indicators), r.condition.text, r.text, addressee_text(r.addressee)),
            *(r.material, r.deadline, r.report, r.clause),
        )
        for r in programme.advice_rules
    ]
    return titled("Правила рекомендаций", len(rows), table(headings, rows))
