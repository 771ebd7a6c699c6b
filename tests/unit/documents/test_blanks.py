"""A document's own requisites are filled in where its draft leaves them blank, and nowhere else."""

from __future__ import annotations

from metodist.documents.blanks import fill, paragraph_texts

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
DRAFT = ["от ____\t№ __", "по приказу от ____ № __", "от ____ № __"]
NUMBERED = ["от 05.06.2026\t№ 319", "по приказу от ____ № __", "от 05.06.2026 № 319"]


def _run(text: str) -> str:
    return "".join(f"<w:r><w:t>{piece}</w:t></w:r>" for piece in text.split("|")).replace("\t", "</w:t><w:tab/><w:t>")


def _part(*texts: str) -> bytes:
    paragraphs = "".join(f"<w:p>{_run(text)}</w:p>" for text in texts)
    return f"<w:document {W}><w:body>{paragraphs}</w:body></w:document>".encode()


def test_own_blanks_are_filled_and_those_of_another_act_are_left() -> None:
    filled = fill(_part(*DRAFT), DRAFT, NUMBERED)
    assert paragraph_texts(filled.xml) == NUMBERED
    assert (filled.filled, filled.missing) == (2, ())


def test_runs_that_an_office_program_has_split_keep_their_looks() -> None:
    filled = fill(_part("от |__|__\t|№ |__", *DRAFT[1:]), DRAFT, NUMBERED)
    assert paragraph_texts(filled.xml) == NUMBERED
    assert filled.xml.count(b"<w:r>") == 7


def test_spaces_may_have_changed() -> None:
    filled = fill(_part("от ____\t№\u00a0__", "от  ____ № __"), DRAFT, NUMBERED)
    assert paragraph_texts(filled.xml) == ["от 05.06.2026\t№\u00a0319", "от 05.06.2026 № 319"]


def test_what_is_written_already_counts_and_what_is_gone_is_named() -> None:
    filled = fill(_part(NUMBERED[0]), DRAFT, NUMBERED)
    assert (filled.filled, filled.missing) == (1, ("от ____ № __",))


def test_a_document_without_requisites_changes_nothing() -> None:
    filled = fill(_part("текст"), ["текст"], ["текст"])
    assert (filled.filled, filled.missing) == (0, ())
