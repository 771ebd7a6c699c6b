"""A programme in another year: the same questions, asked of another period."""

from __future__ import annotations

from dataclasses import replace

from metodist.domain.programme import Programme


def in_year(programme: Programme, year: int) -> Programme:
    """The programme as its copy for that year would be: the period, and the deadline as many years away.

    Args:
        programme: The programme of any year.
        year: The year the period begins in.
    """
    from metodist.programme.passport_patch import years_later

    passport = programme.passport
    deadline = passport.deadline and years_later(passport.deadline, year - passport.period.year)
    return replace(programme, passport=replace(passport, period=replace(passport.period, year=year), deadline=deadline))
