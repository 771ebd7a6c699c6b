"""The guide in ``docs/``: nothing in it leads nowhere, no picture is missing, unused or too heavy, no command is unknown."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter
from urllib.parse import unquote

import pytest
from PIL import Image

import guide_tables
import pictures
from metodist.commands import COMMANDS
from metodist.commands_table import readme_table
from metodist.messages.intake import TEXTS

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = sorted(DOCS.glob("*.md"))
LINKED = [*PAGES, ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "workbooks" / "README.md"]
MESSAGES = DOCS / "messages.md"
BEGIN, END = "<!-- commands:begin -->\n", "<!-- commands:end -->"
REGENERATE = "run: python3 scripts/test.py --unit -- -k guide --regenerate"

pages = pytest.mark.parametrize("page", LINKED, ids=lambda page: str(page.relative_to(ROOT)))


def prose(page: Path) -> str:
    """The page without its code: what looks like a link in code is none."""
    return re.sub(r"```.*?```|`[^`\n]*`", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)


def targets(page: Path) -> list[str]:
    """What the page's links and pictures lead to, the web left out."""
    found = re.findall(r"\]\(([^)\s]+)\)", prose(page))
    return [target for target in found if not target.startswith(("https:", "http:"))]


def anchors(page: Path) -> set[str]:
    """The anchors that GitHub gives the page's headings."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_an_anchor_is_what_github_makes_of_a_heading(tmp_path):
    page = tmp_path / "page.md"
    page.write_text("# Что делать, если…\n\n## Лист «Показатели»\n", encoding="utf-8")
    assert anchors(page) == {"что-делать-если", "лист-показатели"}


@pages
def test_links_lead_somewhere(page):
    for target in targets(page):
        path, _, anchor = unquote(target).partition("#")
        leads_to = (page.parent / path).resolve() if path else page
        assert leads_to.exists(), target
        assert not anchor or anchor in anchors(leads_to), target


def test_every_picture_is_made_by_the_script_and_shown_in_the_guide():
    made = {f"{picture.name}.png" for picture in pictures.PICTURES}
    kept = {path.name for path in (DOCS / "pictures").iterdir()}
    shown = {Path(target).name for page in LINKED for target in targets(page) if target.endswith(".png")}
    assert made == kept == shown


@pytest.mark.parametrize("path", sorted((DOCS / "pictures").glob("*.png")), ids=lambda path: path.stem)
def test_a_picture_is_light_and_not_wide(path):
    with Image.open(path) as image:
        assert image.width <= 1402
        assert image.mode == "P"
    assert path.stat().st_size < 200_000


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_picture_says_what_it_shows(page):
    shown = re.findall(r"!\[([^\]]*)\]", page.read_text(encoding="utf-8"))
    assert all(len(text) > 10 for text in shown)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_guide_names_commands_that_exist(page):
    named = set(re.findall(r"^metodist (\w+)|`metodist (\w+)", page.read_text(encoding="utf-8"), flags=re.MULTILINE))
    assert {first or second for first, second in named} <= {command.id for command in COMMANDS}


def test_the_guide_lists_the_commands_as_they_are(regenerate):
    guide = DOCS / "guide.md"
    text = guide.read_text(encoding="utf-8")
    before, rest = text.split(BEGIN)
    current = f"{before}{BEGIN}{readme_table()}{END}{rest.split(END)[1]}"
    if regenerate:
        guide.write_text(current, encoding="utf-8")
    assert guide.read_text(encoding="utf-8") == current, REGENERATE


def test_the_page_of_findings_says_what_the_check_says(regenerate):
    current = guide_tables.messages_page()
    if regenerate:
        MESSAGES.write_text(current, encoding="utf-8")
    assert MESSAGES.read_text(encoding="utf-8") == current, (
        "run: python3 scripts/test.py --unit -- -k guide --regenerate"
    )


def test_every_finding_has_its_place_on_the_page():
    assert guide_tables.forgotten_codes() == []
    page = guide_tables.messages_page()
    told_elsewhere = ("place.", "word.", "advice.", "limits.", "severity.", "protocol.", "clean", "identity.unknown")
    findings = [code for code in TEXTS if not code.startswith(told_elsewhere)]
    assert [code for code in findings if f"`{code}`" not in page] == []


def test_no_blank_of_a_sentence_is_left_open():
    blanks = {name for text in TEXTS.values() for _, name, _, _ in Formatter().parse(text) if name}
    page = guide_tables.messages_page()
    assert not [name for name in blanks if f"{{{name}}}" in page]
