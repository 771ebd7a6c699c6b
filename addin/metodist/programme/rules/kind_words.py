"""What an indicator is called and what it is counted as agree."""

from __future__ import annotations

import re
from collections.abc import Iterator

from metodist.domain.findings import ProgrammeIssue
from metodist.domain.indicators import IndicatorKind
from metodist.domain.programme import Programme
from metodist.messages import say
from metodist.programme.places import Places
from metodist.programme.schema import INDICATORS

_COUNTS = re.compile(r"^(?:количество|численность|число)\b", re.IGNORECASE)
_SHARES = re.compile(r"^(?:доля|процент|удельный вес)\b", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\((?:общее\s+)?(?:количество|численность|число)\b[^)]*\)", re.IGNORECASE)


def check(programme: Programme, places: Places) -> Iterator[ProgrammeIssue]:
    """A share called a number, a number called a share, a share with a number in brackets."""
    for indicator in programme.indicators:
        title, kind = indicator.title.strip(), indicator.kind
        place = (INDICATORS, indicator.code, "Вид")
        if (_COUNTS.match(title) and kind is IndicatorKind.SHARE) or (
            _SHARES.match(title) and kind in (IndicatorKind.COUNT, IndicatorKind.MEAN)
        ):
            message = say("lint.kind_word", code=indicator.code, word=title.split()[0].lower(), kind=kind.value)
            yield places.warning(message, place, say("lint.contradiction_fix"))
        elif (found := _IN_BRACKETS.search(title)) and _SHARES.match(title):
            message = say("lint.kind_brackets", code=indicator.code, words=found[0])
            yield places.remark(message, (INDICATORS, indicator.code, "Показатель"), say("lint.contradiction_fix"))
