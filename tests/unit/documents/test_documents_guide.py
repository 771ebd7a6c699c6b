"""The guide names every kind of document as the program does."""

from __future__ import annotations

from pathlib import Path

from metodist.documents.kinds import KINDS

GUIDE = Path(__file__).parents[3] / "docs" / "documents.md"


def test_every_kind_stands_in_the_guide_with_its_title_and_whether_it_is_usual() -> None:
    rows = [line.split(" | ") for line in GUIDE.read_text(encoding="utf-8").splitlines() if line.startswith("| ")]
    told = {row[1].strip("`"): (row[0].removeprefix("| "), row[-1].removesuffix(" |")) for row in rows if len(row) == 4}
    assert {kind.id: (kind.title, "да" if kind.usual else "нет") for kind in KINDS}.items() <= told.items()
