"""What the order on the monitoring lays down: until when, who collects, who controls. One source for all who ask."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from metodist.domain.programme import Person, Programme

#: Roles of «Люди», the first one that the programme has.
COLLECTS = ("отвечает за сбор", "исполняет")
CONTROLS = ("контролирует",)


@dataclass(frozen=True, slots=True)
class CollectionDuty:
    """The order's terms and people, before it has a number and after.

    Args:
        deadline: Until when tables are handed in; ``None`` where the passport does not say.
        responsible: Who collects them; ``None`` where «Люди» names nobody.
        controller: Who controls; ``None`` where whoever signs keeps the control.
    """

    deadline: date | None
    responsible: Person | None
    controller: Person | None

    def is_late(self, received: date) -> bool:
        """Whether a table of that day came after the deadline."""
        return self.deadline is not None and received > self.deadline


def duty_of(programme: Programme) -> CollectionDuty:
    """The terms and people of the programme's monitoring."""
    return CollectionDuty(
        programme.passport.deadline, first_person(programme, COLLECTS), first_person(programme, CONTROLS)
    )


def first_person(programme: Programme, roles: tuple[str, ...]) -> Person | None:
    """The first person of the first role that the programme has."""
    return next((person for role in roles if (person := programme.person(role))), None)
