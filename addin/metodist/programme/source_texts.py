"""What a programme says in the words of its document, text by text, each with its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from metodist.domain.programme import Programme
from metodist.programme.schema import GOALS, INDICATORS, MONITORINGS, NOTES, PASSPORT, PEOPLE, ROADMAP
from metodist.programme.schema_rubric import RUBRIC

_VALUE = "Значение"


@dataclass(frozen=True, slots=True)
class SourceText:
    """One text and where it stands: sheet, key of the row, column."""

    text: str
    place: tuple[str, str, str]

    @property
    def quoted(self) -> bool:
        """It is a quotation in «Замечания к источнику»: what it says may stand elsewhere too."""
        return self.place[0] == NOTES


def source_texts(programme: Programme) -> Iterator[SourceText]:
    """Every text of the document that is not blank; quotations of «Замечания к источнику» last.

    What the workbook adds of its own (notes on indicators, hints, messages, how contradictions are read) is no text
    of the document.
    """
    for part in (_passport, _goals, _indicators, _monitorings, _rubric, _roadmap, _people, _notes):
        for text, place in part(programme):
            if text.strip():
                yield SourceText(text, place)


_Texts = Iterator[tuple[str, tuple[str, str, str]]]


def _passport(programme: Programme) -> _Texts:
    passport = programme.passport
    main = (
        ("Название программы", passport.title),
        ("Основная цель", passport.main_goal),
        ("Источник", passport.source),
    )
    for name, text in main:
        yield text, (PASSPORT, name, _VALUE)
    for section, rows in passport.extra.items():
        for name, value in rows:
            yield name, (PASSPORT, f"{section}.{name}", "Название")
            yield value, (PASSPORT, f"{section}.{name}", _VALUE)


def _goals(programme: Programme) -> _Texts:
    for goal in programme.goals:
        parts = (("Цель", goal.title), ("Содержание", goal.description), ("Обоснование", goal.grounds))
        more = (("Реалистичность", goal.feasibility), ("Пункт источника", goal.clause))
        for column, text in (*parts, *more, ("Заголовок в источнике", goal.heading)):
            yield text, (GOALS, goal.number, column)


def _indicators(programme: Programme) -> _Texts:
    for indicator in programme.indicators:
        parts = (("Группа", indicator.group), ("Показатель", indicator.title), ("Пункт источника", indicator.clause))
        for column, text in (*parts, ("Цели по источнику", indicator.goal_words)):
            yield text, (INDICATORS, indicator.code, column)


def _monitorings(programme: Programme) -> _Texts:
    for each in programme.monitorings:
        parts = (("Мониторинг", each.title), ("Цель", each.purpose), ("Показатели", each.indicators))
        more = (("Использование результатов", each.use_of_results), ("Пункт источника", each.clause))
        for column, text in (*parts, *more):
            yield text, (MONITORINGS, each.number, column)


def _rubric(programme: Programme) -> _Texts:
    seen: set[str] = set()
    for criterion in programme.rubric:
        parts = (("Блок", criterion.block), ("Позиция", criterion.position), ("Параметр", criterion.title))
        for column, text in (*parts, ("Пункт источника", criterion.clause)):
            if text not in seen:
                yield text, (RUBRIC, criterion.block, column)
            seen.add(text)


def _roadmap(programme: Programme) -> _Texts:
    for activity in programme.roadmap:
        parts = (("Раздел", activity.section), ("Мероприятие", activity.title), ("Ответственный", activity.responsible))
        for column, text in (*parts, ("Ожидаемый результат", activity.expected), ("Пункт источника", activity.clause)):
            yield text, (ROADMAP, activity.number, column)


def _people(programme: Programme) -> _Texts:
    for person in programme.people:
        yield person.post, (PEOPLE, person.name, "Должность")


def _notes(programme: Programme) -> _Texts:
    for note in programme.notes:
        yield note.text, (NOTES, note.number, "Что написано")
