"""A programme in another year asks the same of another period."""

from dataclasses import replace
from datetime import date

import pytest

from metodist.services.years import in_year
from returned import PROGRAMME


@pytest.mark.parametrize(
    ("deadline", "moved"),
    [(date(2026, 10, 15), date(2027, 10, 15)), (date(2028, 2, 29), date(2029, 2, 28)), (None, None)],
)
def test_the_deadline_moves_with_the_year(deadline, moved):
    programme = replace(PROGRAMME, passport=replace(PROGRAMME.passport, deadline=deadline))
    found = in_year(programme, programme.passport.period.year + 1).passport
    assert (found.period.year, found.deadline) == (2027, moved)
