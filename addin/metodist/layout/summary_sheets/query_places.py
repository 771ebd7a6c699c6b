"""Where «Запрос» and its hidden lists stand: the one authority on their addresses."""

from __future__ import annotations

from dataclasses import dataclass

from metodist.domain.programme import Programme
from metodist.domain.queries import INDICATOR, SCHOOL, Question, questions_of
from metodist.layout.addresses import fixed

LABEL, CHOICE, HINT = 1, 2, 3
SAVED_ROW, NAME_ROW = 5, 6
FIRST_CHOICE = 9
#: Saved queries stand to the right of the choices.
SAVED_LEFT = 5


@dataclass(frozen=True, slots=True)
class QueryPlaces:
    """The rows of the sheet, by label.

    Args:
        rows: Of the choices: school, every question, indicator.
        questions: In their order.
    """

    rows: dict[str, int]
    questions: tuple[Question, ...]

    @property
    def result(self) -> int:
        """The heading of the results."""
        return FIRST_CHOICE + len(self.rows) + 1

    @property
    def found(self) -> int:
        """How many match; below it: among how many, the share."""
        return self.result + 1

    @property
    def indicator(self) -> int:
        """The heading of the indicator's numbers."""
        return self.found + 4

    def choice(self, label: str) -> str:
        """The address of a choice, fixed."""
        return fixed(self.rows[label], CHOICE)


def places_of(programme: Programme) -> QueryPlaces:
    """Where everything stands for a programme."""
    questions = questions_of(programme)
    labels = (SCHOOL, *(one.label for one in questions), INDICATOR)
    return QueryPlaces({label: FIRST_CHOICE + place for place, label in enumerate(labels)}, questions)
