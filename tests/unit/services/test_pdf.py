"""PDF through LibreOffice, played by a script: what it makes is taken, what hangs is ended."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest

from metodist.errors import UserError
from metodist.services import pdf

posix = pytest.mark.skipif(sys.platform == "win32", reason="the script that plays LibreOffice is a shell script")


def _office(folder: Path, monkeypatch: pytest.MonkeyPatch, body: str) -> None:
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(pdf, "office_program", lambda: str(program))


#: Copies every .docx among its arguments to the folder after --outdir; a file that says «плохо» is passed over.
_CONVERT = """
for one in "$@"; do [ "$last" = --outdir ] && out="$one"; last="$one"; done
mkdir -p "$out"
for one in "$@"; do case "$one" in *.docx)
  grep -q плохо "$one" || { printf '%%PDF ' > "$out/$(basename "$one" .docx).pdf"; cat "$one" >> "$out/$(basename "$one" .docx).pdf"; };;
esac; done
"""


@posix
def test_each_document_gets_its_pdf_and_the_others_are_named(tmp_path, monkeypatch):
    _office(tmp_path, monkeypatch, _CONVERT)
    good, bad = tmp_path / "Приказ — 2026.docx", tmp_path / "Справка.docx"
    good.write_text("приказ", encoding="utf-8")
    bad.write_text("плохо", encoding="utf-8")
    assert pdf.beside([good, bad]) == {good: tmp_path / "Приказ — 2026.pdf"}
    assert (tmp_path / "Приказ — 2026.pdf").read_text(encoding="utf-8") == "%PDF приказ"
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "soffice",
        "Приказ — 2026.docx",
        "Приказ — 2026.pdf",
        "Справка.docx",
    ]


@posix
def test_an_office_that_hangs_is_ended_with_its_children(tmp_path, monkeypatch):
    alive = tmp_path / "жив"
    _office(tmp_path, monkeypatch, f"(sleep 1.2; touch '{alive}') & wait")
    monkeypatch.setattr(pdf, "_START", 0.3)
    monkeypatch.setattr(pdf, "_EACH", 0)
    document = tmp_path / "a.docx"
    document.write_bytes(b"x")
    begun = time.monotonic()
    assert pdf.write_pdfs({document: tmp_path / "a.pdf"}) == (document,)
    assert time.monotonic() - begun < 1.1
    time.sleep(1.5 - (time.monotonic() - begun))
    assert not alive.exists()


def test_without_an_office_it_says_what_to_do(tmp_path, monkeypatch):
    monkeypatch.setattr(pdf, "office_program", lambda: None)
    with pytest.raises(UserError, match="LibreOffice не установлен"):
        pdf.write_pdfs({tmp_path / "a.docx": tmp_path / "a.pdf"})


def test_a_pdf_that_is_open_elsewhere_is_not_replaced(tmp_path, monkeypatch):
    monkeypatch.setattr(pdf, "office_program", lambda: "soffice")
    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    (tmp_path / ".~lock.a.pdf#").write_text("", encoding="utf-8")
    with pytest.raises(UserError, match="открыт в другой программе"):
        pdf.beside([tmp_path / "a.docx"])
