"""A small district whose documents are written and wait for their numbers."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from metodist.services.collecting import collect
from metodist.services.documenting import write_documents
from metodist.services.working_folder import PROGRAMME, load_programme
from programme_text import SMALL
from working_folder_story import answers, issued_folder, send

MASKS = """
# Оформление
Настройка ¦ Значение ¦ Документ
Номер документа ¦ '{n}-ОД ¦
Номер документа ¦ '{гг}/{n} ¦ Аналитическая справка
"""
DAY = date(2026, 6, 5)


def documented_folder(path: Path) -> Path:
    """Every table taken in, every document written."""
    path.mkdir()
    issued_folder(path, SMALL + MASKS)
    programme = load_programme(path / PROGRAMME)
    for school in programme.reporting:
        send(path, programme, school, answers(programme, school))
    collect(path)
    write_documents(path)
    return path
