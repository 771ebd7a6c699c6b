"""Each kind of document as text, against what stood there before: a change of wording or numbers is seen in review."""

from __future__ import annotations

from pathlib import Path

import pytest

from documents_sample import ORDER, TEMPLATES, sample_built, text_twin
from metodist.documents.kinds import KINDS, Kind
from metodist.documents.render import render
from metodist.documents.requisites import DRAFT, Requisites
from metodist.domain.programme import Programme

TWINS = Path(__file__).parent / "documents"
NBSP = "\u00a0"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
@pytest.mark.parametrize(("state", "requisites"), [("draft", DRAFT), ("numbered", ORDER)])
def test_the_document_reads_as_its_text_twin(
    kind: Kind, state: str, requisites: Requisites, small_programme: Programme, regenerate: bool, tmp_path: Path
) -> None:
    built = sample_built(kind.id, small_programme, requisites)
    render(kind.id, built.context, TEMPLATES / kind.template, tmp_path / "document.docx")
    text = text_twin(tmp_path / "document.docx").replace(NBSP, "~")
    twin = TWINS / f"{kind.id}.{state}.txt"
    if regenerate:
        twin.parent.mkdir(exist_ok=True)
        twin.write_text(text, encoding="utf-8", newline="\n")
    assert text == twin.read_text(encoding="utf-8")
