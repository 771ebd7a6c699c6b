"""The README's table of commands follows from the list of commands."""

from __future__ import annotations

from pathlib import Path

from metodist.commands_table import readme_table

README = Path(__file__).parents[2] / "README.md"
BEGIN, END = "<!-- commands:begin -->\n", "<!-- commands:end -->"


def test_the_readme_shows_the_commands_as_they_are(regenerate):
    text = README.read_text(encoding="utf-8")
    before, rest = text.split(BEGIN)
    _, after = rest.split(END)
    current = f"{before}{BEGIN}{readme_table()}{END}{after}"
    if regenerate:
        README.write_text(current, encoding="utf-8")
        text = current
    assert text == current, "run: python3 scripts/test.py --unit -- -k readme --regenerate"
