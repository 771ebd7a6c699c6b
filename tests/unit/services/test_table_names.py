"""A table's file name fits every disk, whatever the school is called."""

from dataclasses import replace

import pytest

from metodist.services.working_folder import table_name
from returned import PROGRAMME, SCHOOL


@pytest.mark.parametrize(
    ("short_name", "name"),
    [
        ("Школа № 1", "ОО-01 Школа № 1 — 2026.xlsx"),
        ('Школа "Радуга" / филиал: №1?', "ОО-01 Школа Радуга филиал №1 — 2026.xlsx"),
        ("Школа имени " + "Великого " * 30, f"ОО-01 Школа имени {'Великого ' * 5}".rstrip() + "… — 2026.xlsx"),
        ("О" * 180, "ОО-01 … — 2026.xlsx"),
    ],
)
def test_the_file_name(short_name, name):
    assert table_name(PROGRAMME, replace(SCHOOL, code="ОО-01", short_name=short_name)) == name
    assert len(name.encode()) < 255
