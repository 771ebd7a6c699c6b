"""A постановление is signed by the head."""

from __future__ import annotations

from collections.abc import Iterator

from metodist.domain.findings import ProgrammeIssue
from metodist.domain.programme import Programme
from metodist.messages import say
from metodist.programme.places import Places
from metodist.programme.schema import PEOPLE

_HEADS = ("глав", "мэр", "председател", "губернатор")
_ACT = "постановление"


def check(programme: Programme, places: Places) -> Iterator[ProgrammeIssue]:
    """A постановление that a deputy or the head of a department signs: an odd act, or an odd signature."""
    signs = programme.person("подписывает")
    if programme.passport.act_kind != _ACT or signs is None:
        return
    post = signs.post.lower().replace("и. о.", "и.о.").removeprefix("и.о.").strip()
    if not post or post.startswith(_HEADS):
        return
    message = say("lint.signer", act=_ACT, post=signs.post)
    yield places.remark(message, (PEOPLE, signs.name, "Должность"), say("lint.contradiction_fix"))
