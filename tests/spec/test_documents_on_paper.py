"""What LibreOffice prints of a document."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from documents_sample import BUILT, TEMPLATES, sample_summary
from metodist.documents.kinds import build_context
from metodist.documents.render import render
from metodist.domain.programme import Programme
from office import convert


@pytest.mark.office
def test_on_paper_the_signature_is_never_alone_and_pages_are_numbered_from_two(
    small_programme: Programme, tmp_path: Path
) -> None:
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext is not installed")
    summary = sample_summary(small_programme)
    for lines in range(3):  # the end of the order moves over the end of its page
        built = build_context("order_results", summary, made=BUILT).context
        longer = replace(built, results=built.results + ("показатель — значение",) * (8 + 4 * lines))  # type: ignore[type-var, attr-defined]
        render("order_results", longer, TEMPLATES / "order_results.docx", tmp_path / f"{lines}.docx")
        pages = _pages(tmp_path / f"{lines}.docx", tmp_path)
        signed = next(page for page in pages if "А.А." in page and "Иванова" in page)
        assert "Контроль за исполнением" in signed or "заместителя начальника" in signed
        assert pages[0].split()[0] != "1"
        assert [page.split()[0] for page in pages[1:]] == [str(number) for number in range(2, len(pages) + 1)]


def _pages(path: Path, folder: Path) -> list[str]:
    pdf = convert(path, folder, "pdf", folder / "profile")
    text = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True).stdout
    return [page for page in text.decode("utf-8").split("\f") if page.strip()]
