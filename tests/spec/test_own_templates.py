"""A municipality changes the words of its note: copies the template, edits it, is told what is wrong, mends it."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document

from documents_sample import paragraphs
from metodist.cli import _run
from metodist.errors import UserError
from metodist.services.documenting import write_documents
from metodist.services.templates import OWN, copy_template
from working_folder_story import issued_folder

TITLE = "Приказ о проведении мониторинга"


def _edit(template: Path, old: str, new: str) -> None:
    document = Document(str(template))
    for paragraph in document.paragraphs:
        if old in paragraph.text:
            for run in paragraph.runs[1:]:
                run.text = ""
            paragraph.runs[0].text = paragraph.text.replace(old, new)
    document.save(str(template))


def _metodist(monkeypatch: pytest.MonkeyPatch, *words: str) -> int:
    monkeypatch.setattr("sys.argv", ["metodist", *words])
    return _run()


def test_own_words_come_into_the_order(tmp_path, monkeypatch, capsys):
    folder = issued_folder(tmp_path)
    template = copy_template(folder, "order_monitoring")
    assert template == folder / OWN / f"{TITLE}.docx"
    document = Document(str(template))
    document.paragraphs[-1].insert_paragraph_before("Прошу ответить до {{ dedline }}")
    document.save(str(template))

    assert _metodist(monkeypatch, "template", str(folder)) == 1
    told = capsys.readouterr().out
    assert "Неизвестная метка {{ dedline }}" in told
    assert "«Прошу ответить до {{ dedline }}»" in told
    assert "Возможно, нужно «deadline»" in told
    with pytest.raises(UserError, match="использовать нельзя"):
        write_documents(folder, "order_monitoring")
    assert not list((folder / "Документы").iterdir())

    _edit(template, "{{ dedline }}", "{{ deadline }}")
    assert _metodist(monkeypatch, "template", str(folder)) == 0
    (written,) = write_documents(folder, "order_monitoring").written
    assert "Прошу ответить до 20\xa0декабря 2026\xa0г." in [
        text.replace("декабря\xa0", "декабря ") for text in paragraphs(written.path)
    ]
