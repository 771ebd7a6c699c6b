"""A whole programme as Markdown: what stands beside the workbook, so that a change of it can be read as a diff."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from metodist.domain.conditions import Condition
from metodist.domain.evidence import Assessment
from metodist.domain.fields import Field
from metodist.domain.indicators import Indicator, IndicatorKind, Scale
from metodist.domain.outcomes import percent
from metodist.domain.programme import Programme
from metodist.domain.returns import Evidence
from metodist.domain.roadmap import NOTHING_ENTERED, Fulfilment
from metodist.messages import say
from metodist.programme.condition_text import condition_text
from metodist.programme.design_snapshot import design_lines
from metodist.programme.dictionary_sheet import dictionary_lines
from metodist.programme.markdown import cell_text, table, titled
from metodist.programme.passport_rows import MAIN_SECTION, PASSPORT_ROWS
from metodist.programme.records import as_text
from metodist.programme.sheets.bridge import NOTHING
from metodist.programme.snapshot_advice import advice_rules_shown
from metodist.programme.snapshot_analysis import clusters_part, factors_part
from metodist.programme.version import measure_text


def snapshot(programme: Programme) -> str:
    """Everything the programme says, in a fixed order; the same programme gives the same text.

    Args:
        programme: As read.

    Returns:
        Markdown with a line end at its end.
    """
    lines = [f"# {cell_text(programme.passport.title)}", "", say("snapshot.lead", version=programme.version)]
    for part in _PARTS:
        if shown := part(programme):
            lines += ["", *shown]
    return "\n".join(lines) + "\n"


def _passport(programme: Programme) -> list[str]:
    passport = programme.passport
    special: dict[str, object] = {"year": passport.period.year, "period_kind": passport.period.kind.value}
    rows: list[tuple[object, object]] = []
    for name, attribute, _, _ in PASSPORT_ROWS:
        value = special[attribute] if attribute in special else getattr(passport, attribute)
        if value not in (None, ""):
            rows.append((name, value))
    lines = titled(MAIN_SECTION, None, table(("Название", "Значение"), rows))
    for section, pairs in passport.extra.items():
        lines += ["", *titled(section, len(pairs), table(("Название", "Значение"), pairs))]
    return lines


def _goals(programme: Programme) -> list[str]:
    rows = [(g.number, g.title, g.description, g.grounds, g.feasibility, g.clause, g.heading) for g in programme.goals]
    headings = ("№", "Цель", "Содержание", "Обоснование", "Реалистичность", "Пункт источника", "Заголовок в источнике")
    return titled("Цели", len(rows), table(headings, rows))


_FIELD_HEADINGS = (
    "Поле",
    "Раздел",
    "Тип",
    "Список",
    "Единица",
    "Пределы",
    "Обязательно",
    "Обязательно, если",
    "Проверка",
    "Формула",
    "Сообщение",
    "Подсказка",
    "Ширина",
    "Личное",
)


def _registers(programme: Programme) -> list[str]:
    lines: list[str] = []
    for register in programme.registers:
        title = f"Реестр «{register.name}»" + (f": {register.row_means}" if register.row_means else "")
        title += f", прежде — «{register.earlier}»" if register.earlier else ""
        shown = _fields(register.fields)
        lines += [*titled(title, len(register.fields), shown), ""]
    for title, facts in (("Сведения", programme.school_facts), ("Муниципалитет", programme.municipal_facts)):
        if facts:
            shown = _fields(facts)
            lines += [*titled(title, len(facts), shown), ""]
    return lines[:-1]


def _fields(fields: Sequence[Field]) -> list[str]:
    """Fields as a table; what they were called last year only where one of them had another name."""
    headings: tuple[str, ...] = _FIELD_HEADINGS
    rows = [_field(each) for each in fields]
    if any(each.earlier is not None for each in fields):
        headings = (*headings, "Прежнее название")
        rows = [(*row, NOTHING if each.earlier == "" else each.earlier) for row, each in zip(rows, fields, strict=True)]
    return table(headings, rows)


def _field(field: Field) -> tuple[object, ...]:
    limits = "" if field.minimum is None and field.maximum is None else _limits(field)
    formula = f"{field.computed.formula.value}({field.computed.field})" if field.computed else ""
    return (
        field.name,
        field.section,
        field.type.value,
        field.list_name,
        field.unit,
        limits,
        field.required,
        _condition(field.required_if),
        _condition(field.check),
        formula,
        field.message,
        field.hint,
        field.width or "",
        field.personal,
    )


def _limits(field: Field) -> str:
    return f"{cell_text(field.minimum)} … {cell_text(field.maximum)}".strip()


def _condition(condition: Condition | None) -> str:
    return "" if condition is None else condition_text(condition)


def _lists(programme: Programme) -> list[str]:
    rows = [(name, "; ".join(values)) for name, values in programme.lists.items()]
    lines = titled("Списки", len(rows), table(("Список", "Значения"), rows))
    scales = [(scale.name, _bands(scale)) for scale in programme.scales.values()]
    return [*lines, "", *titled("Шкалы", len(scales), table(("Шкала", "Уровни"), scales))]


def _bands(scale: Scale) -> str:
    return "; ".join(f"{band.label} — от {cell_text(float(band.start))}" for band in scale.bands)


def _indicators(programme: Programme) -> list[str]:
    lines = titled("Показатели", len(programme.indicators), [])
    for group in dict.fromkeys(indicator.group for indicator in programme.indicators):
        members = [indicator for indicator in programme.indicators if indicator.group == group]
        lines += [f"### {cell_text(group) or say('snapshot.no_group')} ({len(members)})", ""]
        for indicator in members:
            lines += _indicator(indicator)
        lines.append("")
    return lines[:-1]


def _indicator(indicator: Indicator) -> list[str]:
    breakdown = indicator.breakdown
    parts: tuple[tuple[str, object], ...] = (
        ("числитель", measure_text(indicator.numerator)),
        ("знаменатель", measure_text(indicator.denominator)),
        ("столбец", "" if breakdown else indicator.column),
        ("разрез", f"{breakdown.title}: {', '.join(each.label for each in breakdown.slices)}" if breakdown else ""),
        ("шкала", indicator.scale.name if indicator.scale else ""),
        ("целевое значение", _target(indicator)),
        ("лучше", "" if indicator.higher_is_better else "меньше"),
        ("единица", indicator.unit),
        ("цели", ", ".join(indicator.goals)),
        ("мониторинги", ", ".join(indicator.monitorings)),
        ("направление", indicator.direction),
        ("оценка", "" if indicator.assessment is Assessment.ORDINARY else indicator.assessment.value),
        ("источник", indicator.clause),
        ("цели по источнику", indicator.goal_words),
        ("примечание", indicator.note),
        ("прежний код", _earlier_codes(indicator)),
    )
    head = f"- **{indicator.code}** {cell_text(indicator.title)} — {indicator.kind.value}, {indicator.scope}"
    return [head, *(f"  - {name}: {_line(value)}" for name, value in parts if value not in ("", None))]


def _earlier_codes(indicator: Indicator) -> str:
    return "" if indicator.continues is None else ", ".join(indicator.continues) or NOTHING


def _target(indicator: Indicator) -> str:
    if indicator.target is None:
        return ""
    if indicator.kind in (IndicatorKind.SHARE, IndicatorKind.PRESENCE):
        return f"{percent(indicator.target, digits=3).normalize():f} %"
    return cell_text(float(indicator.target))


def _line(value: object) -> str:
    return cell_text(value).replace("\\|", "|")


def _monitorings(programme: Programme) -> list[str]:
    headings = ("№", "Мониторинг", "Цель", "Срок", "Показатели", "Использование результатов", "Источник", "Примечание")
    rows = [
        (m.number, m.title, m.purpose, m.term, m.indicators, m.use_of_results, m.clause, m.note)
        for m in programme.monitorings
    ]
    return titled("Мониторинги", len(rows), table(headings, rows))


def _rubric(programme: Programme) -> list[str]:
    headings = ("Блок", "Позиция", "Параметр", "Баллы", "Правило", "Максимум блока по источнику", "Источник")
    more = ("Признак", "Соответствие цели", "Чем подтверждается", "Как получить балл", "Баллы по источнику")
    rows = [
        (
            *(c.block, c.position, c.title, float(c.points), c.rule, c.declared_maximum, c.clause),
            *(c.topic.value if c.topic else "", "" if c.corresponds is None else as_text(c.corresponds)),
            *(c.document, c.advice, c.scoring_words, c.asked_of_schools),
        )
        for c in programme.rubric
    ]
    return titled("Рубрика", len(rows), table((*headings, *more, "Самооценка школы"), rows))


def _evidence(programme: Programme) -> list[str]:
    headings = ("Блок", "Позиция", "Параметр", "Документ", "Название", "Номер", "Дата", "Страница", "Ссылка")
    rows = [
        (
            *(e.block, e.position, e.criterion, e.kind, e.title, e.number, as_text(e.day), e.page, e.link),
            *(e.sha256, e.status.value, e.note),
        )
        for e in programme.evidence
    ]
    return titled("Подтверждения", len(rows), table((*headings, "SHA-256", "Статус", "Пояснение"), rows))


def _roadmap(programme: Programme) -> list[str]:
    headings = ["№", "Вид", "Раздел", "Мероприятие", "Срок", "Ответственный", "Ожидаемый результат", "Источник"]
    headings.append("Цели")
    rows: list[tuple[object, ...]] = [
        (a.number, a.kind.value, a.section, a.title, a.term, a.responsible, a.expected, a.clause, ", ".join(a.goals))
        for a in programme.roadmap
    ]
    if any(a.fulfilment != NOTHING_ENTERED for a in programme.roadmap):
        headings += ["Статус", "Выполнено", "Подтверждение"]
        rows = [(*row, *_fulfilment(a.fulfilment)) for row, a in zip(rows, programme.roadmap, strict=True)]
    return titled("Дорожная карта", len(rows), table(headings, rows))


def _fulfilment(entered: Fulfilment) -> tuple[str, str, str]:
    return entered.status.value if entered.status else "", as_text(entered.day), entered.document


def _organisations(programme: Programme) -> list[str]:
    headings = ("Код", "Полное название", "Краткое название", "Тип", "Руководитель", "Почта", "Педагогов", "Не сдаёт")
    rows = [
        (o.code, o.name, o.short_name, o.kind, o.head, o.email, o.staff or "", not o.reports)
        for o in programme.organisations
    ]
    return titled("Организации", len(rows), table(headings, rows))


def _people(programme: Programme) -> list[str]:
    headings = ("Роль", "Фамилия и инициалы", "Должность", "Пол", "Кому", "Источник")
    rows = [(p.role, p.name, p.post, p.gender.value, p.dative, p.clause) for p in programme.people]
    return titled("Люди", len(rows), table(headings, rows))


def _district(programme: Programme) -> list[str]:
    headings = ("Сведение", "Значение", "Документ", "Номер", "Дата", "Ссылка")
    blank = Evidence()
    rows = []
    for fact in programme.municipal_facts:
        proof = programme.district.evidence.get(fact.name, blank)
        value = programme.district.facts.get(fact.name)
        rows.append((fact.name, as_text(value), proof.document, proof.number, as_text(proof.date), proof.link))
    return titled("Сведения района", len(rows), table(headings, rows))


def _notes(programme: Programme) -> list[str]:
    headings = ("№", "Место", "Что написано", "В чём противоречие", "Как учтено")
    rows = [(n.number, n.place, n.text, n.contradiction, n.treatment) for n in programme.notes]
    return titled("Замечания к источнику", len(rows), table(headings, rows))


_PARTS: tuple[Callable[[Programme], list[str]], ...] = (
    _passport,
    _goals,
    _registers,
    _lists,
    _indicators,
    _monitorings,
    _rubric,
    _evidence,
    _roadmap,
    _organisations,
    _people,
    _district,
    design_lines,
    dictionary_lines,
    clusters_part,
    factors_part,
    advice_rules_shown,
    _notes,
)
