"""Every rule has its sentence, and no sentence is left over."""

from __future__ import annotations

import re
from pathlib import Path

import metodist.intake
from metodist.messages.intake import TEXTS

SOURCE = "\n".join(path.read_text("utf-8") for path in Path(metodist.intake.__path__[0]).rglob("*.py"))
#: Built from a severity or a heading's name.
BUILT = {name for name in TEXTS if name.startswith(("severity.", "protocol."))}


def test_every_sentence_is_used() -> None:
    quoted = set(re.findall(r'"(?:intake\.)?([a-z_0-9]+\.[a-z_0-9.]+)"', SOURCE)) | set(
        re.findall(r'"intake\.(\w+)"', SOURCE)
    )
    assert set(TEXTS) - quoted - BUILT == set()


def test_every_rule_has_a_sentence() -> None:
    rules = set(re.findall(r'(?:\bat|Draft|Note|_error|_remark)\(\s*"([a-z_]+\.[a-z_0-9]+)"', SOURCE))
    assert len(rules) > 40
    assert rules <= set(TEXTS)


def test_sentences_are_whole_and_polite() -> None:
    for name, text in TEXTS.items():
        if name.split(".")[0] in ("file", "zip", "xml", "read", "sheet", "row", "column", "fact", "number", "date"):
            assert text.endswith((".", "}")), name
        assert " ты " not in text
        assert "..." not in text
