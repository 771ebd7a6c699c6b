"""The municipality's own templates: chosen by name, looked at before use."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document

from metodist.documents.kinds import kind_of
from metodist.errors import UserError
from metodist.services.resources import templates_folder
from metodist.services.templates import OWN, kind_by_name, look_at_all, template_for

NOTE = kind_of("note")


def _own(folder: Path, name: str, text: str = "{{ body }}") -> Path:
    (folder / OWN).mkdir(exist_ok=True)
    document = Document()
    document.add_paragraph(text)
    document.save(str(folder / OWN / name))
    return folder / OWN / name


def test_without_own_templates_the_products_are_used(tmp_path: Path) -> None:
    assert template_for(tmp_path, NOTE) == templates_folder() / "note.docx"


@pytest.mark.parametrize("name", ["note.docx", "Аналитическая справка.docx", "аналитическая справка (наша).docx"])
def test_an_own_template_is_known_by_id_or_title(name: str, tmp_path: Path) -> None:
    own = _own(tmp_path, name)
    (tmp_path / OWN / "~$note.docx").write_bytes(b"owner")
    assert template_for(tmp_path, NOTE) == own


def test_a_longer_title_wins_over_a_shorter_one() -> None:
    assert kind_by_name(Path("Приказ об итогах мониторинга (наш).docx")).id == "order_results"


def test_an_own_template_with_an_error_is_refused_with_the_place(tmp_path: Path) -> None:
    _own(tmp_path, "note.docx", "Справка {{ bodi }}")
    with pytest.raises(UserError, match=r"нет «bodi».*«Справка \{\{ bodi \}\}».*«body»"):
        template_for(tmp_path, NOTE)


def test_two_templates_for_one_kind_are_refused(tmp_path: Path) -> None:
    _own(tmp_path, "note.docx")
    _own(tmp_path, "Аналитическая справка.docx")
    with pytest.raises(UserError, match="несколько файлов"):
        template_for(tmp_path, NOTE)


def test_a_name_that_tells_no_kind_asks_for_it(tmp_path: Path) -> None:
    own = _own(tmp_path, "мой.docx")
    with pytest.raises(UserError, match="--kind"):
        look_at_all([own])
    assert look_at_all([own], "note")[0].kind == "note"


def test_a_folder_without_own_templates_says_how_to_get_one(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="--copy"):
        look_at_all([tmp_path])
