"""A programme speaks of its own municipality."""

from __future__ import annotations

from collections.abc import Iterator

from metodist.domain.findings import ProgrammeIssue
from metodist.domain.programme import Programme
from metodist.messages import say
from metodist.programme.municipalities import kind_of_municipality, named_municipalities, own_names
from metodist.programme.places import Places
from metodist.programme.source_texts import source_texts


def check(programme: Programme, places: Places) -> Iterator[ProgrammeIssue]:
    """Names of other districts, towns and cities; the own one called a district here and an okrug there."""
    passport = programme.passport
    own = own_names(
        *(passport.municipality, passport.municipality_genitive, passport.superior_body, passport.place),
        *(passport.body, passport.service),
    )
    kind = kind_of_municipality(passport.municipality)
    told: set[str] = set()
    for text in source_texts(programme):
        for named in named_municipalities(text.text):
            ours = named.is_one_of(own)
            if named.key in told or (ours and (not kind or not named.kind or named.kind == kind)):
                continue
            told.add(named.key)
            if ours:
                message = say("lint.other_kind", shown=named.shown, own=passport.municipality)
                yield places.remark(message, text.place, say("lint.contradiction_fix"))
            else:
                message = say("lint.foreign", shown=named.shown, own=passport.municipality)
                yield places.warning(message, text.place, say("lint.contradiction_fix"))
