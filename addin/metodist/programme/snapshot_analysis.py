"""The snapshot of the sheets «Кластеры» and «Факторы»; nothing where they are empty."""

from __future__ import annotations

from metodist.domain.programme import Programme
from metodist.programme.markdown import table, titled
from metodist.programme.schema_analysis import FACTOR, INDICATOR, MOVE, NAME, NUMBER


def clusters_part(programme: Programme) -> list[str]:
    """What the methodist says of the groups of schools."""
    said = programme.clusters
    rows: list[tuple[object, ...]] = [(INDICATOR, code, "", "") for code in said.indicators]
    rows += [(NUMBER, "", said.number, "")] if said.number else []
    rows += [(NAME, letter, name, "") for letter, name in said.names.items()]
    rows += [(MOVE, move.school, move.cluster, move.reason) for move in said.moves]
    headings = ("Настройка", "Чего касается", "Значение", "Обоснование")
    return titled("Кластеры", len(rows), table(headings, rows)) if rows else []


def factors_part(programme: Programme) -> list[str]:
    """Which indicators are looked at, and how factors are classified."""
    said = programme.factors
    rows = [(INDICATOR, code, "", "", "", "") for code in said.indicators]
    rows += [(FACTOR, one.factor, one.origin, one.influence, one.on_heads, one.note) for one in said.classes]
    headings = ("Что", "Название", "Происхождение", "Влияние", "Зависит от руководителя", "Пояснение")
    return titled("Факторы", len(rows), table(headings, rows)) if rows else []
