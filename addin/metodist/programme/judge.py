"""Whether conditions of a programme can hold, in the years that the programme lasts."""

from __future__ import annotations

from collections.abc import Sequence

from metodist.domain.conditions import Condition
from metodist.domain.periods import Period
from metodist.domain.programme import Programme
from metodist.programme.possible import Fields, possible

#: Years looked at: more are a slip of the pen in the passport.
_MOST_YEARS = 15


class Judge:
    """Asks whether conditions can hold together: in some year of the programme, or in the one reported."""

    def __init__(self, programme: Programme) -> None:
        """Prepare the fields and the periods of a programme."""
        passport = programme.passport
        self.fields, self.period = Fields.of(programme), passport.period
        first, last = passport.first_year or self.period.year, passport.last_year or self.period.year
        years = {self.period.year, *range(first, min(last, first + _MOST_YEARS) + 1)}
        self._periods = [Period(year, self.period.kind) for year in sorted(years)]

    def ever(self, asked: Sequence[Condition], owner: str, fields: Fields) -> bool:
        """Whether there may be a row of ``owner``, in any year, for which all of these hold."""
        return any(possible(asked, owner, fields, period) for period in self._periods)

    def now(self, asked: Sequence[Condition], owner: str, fields: Fields) -> bool:
        """The same for the period reported."""
        return possible(asked, owner, fields, self.period)
