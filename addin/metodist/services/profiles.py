"""Which layout documents get: the programme's own, or one named at the command."""

from __future__ import annotations

from metodist.domain.layout_profile import PROFILES, LayoutProfile
from metodist.domain.programme import Programme
from metodist.errors import UserError
from metodist.messages import say


def chosen_profile(programme: Programme, name: str = "") -> LayoutProfile:
    """The profile of that name; the programme's own where none is named.

    Args:
        programme: Its sheet «Оформление» may set a house style.
        name: «2016», «ГОСТ Р 7.0.97-2016», or the house style's name, in any case of letters.

    Raises:
        UserError: There is no such profile; the message names those there are.
    """
    wanted = name.strip().casefold()
    if not wanted:
        return programme.profile
    known = dict.fromkeys((programme.profile, *PROFILES))
    found = next((one for one in known if one.name.casefold().endswith(wanted)), None)
    if found is None:
        names = ", ".join(f"«{one.name}»" for one in known)
        raise UserError(say("design.no_profile", name=name), say("design.no_profile_action", known=names))
    return found
