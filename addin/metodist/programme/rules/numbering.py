"""A number missing among a group's indicators is an oversight, or a contradiction of the source."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from metodist.domain.findings import ProgrammeIssue
from metodist.domain.programme import Programme
from metodist.messages import say
from metodist.programme.places import Places
from metodist.programme.schema import INDICATORS

_CODE = re.compile(r"(.*?)(\d+)")


def check(programme: Programme, places: Places) -> Iterator[ProgrammeIssue]:
    """Codes «7.1», «7.3»: 7.2 is missing. Codes without a number at their end are passed over."""
    groups: defaultdict[str, set[int]] = defaultdict(set)
    codes = [indicator.code for indicator in programme.indicators]
    for indicator in programme.indicators:
        # Indicators of a monitoring alone bear its own numbers, which need not be complete.
        match = _CODE.fullmatch(indicator.code) if indicator.group else None
        if match:
            groups[match[1]].add(int(match[2]))
    for beginning, numbers in groups.items():
        absent = [f"{beginning}{number}" for number in range(1, max(numbers)) if number not in numbers]
        missing = [each for each in absent if not any(code.startswith(f"{each}.") for code in codes)]
        if missing:
            last = f"{beginning}{max(numbers)}"
            message = say("lint.gap", group=beginning.rstrip(".") or "—", missing=", ".join(missing), last=last)
            yield places.remark(message, (INDICATORS, last, "Код"), say("lint.gap_fix"))
