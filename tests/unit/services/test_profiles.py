"""Which layout documents get."""

from __future__ import annotations

from dataclasses import replace

import pytest

from metodist.domain.layout_profile import GOST_2016, GOST_2025
from metodist.domain.programme import Programme
from metodist.errors import UserError
from metodist.services.profiles import chosen_profile

HOUSE = replace(GOST_2025, name="Домашний", left_mm=25)


@pytest.mark.parametrize(
    ("name", "profile"),
    [("", HOUSE), ("2016", GOST_2016), ("гост р 7.0.97-2025", GOST_2025), ("домашний", HOUSE)],
)
def test_a_profile_is_named_by_its_end_in_any_letters(name: str, profile: object, small_programme: Programme) -> None:
    assert chosen_profile(replace(small_programme, profile=HOUSE), name) == profile


def test_an_unknown_name_gets_the_list(small_programme: Programme) -> None:
    with pytest.raises(UserError, match=r"«2003».*«ГОСТ Р 7.0.97-2025», «ГОСТ Р 7.0.97-2016»"):
        chosen_profile(small_programme, "2003")
