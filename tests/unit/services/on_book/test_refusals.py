"""What the services refuse, on the command line as by buttons."""

from __future__ import annotations

import pytest

from metodist.errors import UserError
from metodist.services import summarising
from metodist.services.status import folder_status
from working_folder_sample import FILLED


def test_the_services_refuse_an_empty_summary_too(folder):
    with pytest.raises(UserError, match="свод строить не из чего"):
        summarising.build_summary(folder)
    assert not (folder / "Свод.xlsx").exists()


def test_a_file_given_for_a_folder_is_told_of(folder):
    with pytest.raises(UserError, match="файл, а нужна рабочая папка"):
        folder_status(folder / FILLED)
    assert folder_status(folder / "Программа.xlsx").expected == 2
