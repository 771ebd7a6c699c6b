"""What the pictures of the guide show: the demo's folder, and a school's table being filled in."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from metodist.domain.programme import Organisation, Programme
from metodist.layout.school_table import table_spec
from metodist.services.collecting import collect
from metodist.services.demo import run_demo
from metodist.services.demo_data import school_data
from metodist.services.demo_fill import fill_table
from metodist.services.faults import Filled, fault
from metodist.services.planning import PLAN
from metodist.services.resources import blank_file
from metodist.services.working_folder import (
    DOCUMENTS,
    FAULTY,
    INBOX,
    PROGRAMME,
    SUMMARY,
    TABLES,
    load_programme,
    table_name,
)

_SEED = 20261122
_SCHOOL = 4
"""Whose table is filled in, counted from the end: a small school fits into a picture."""
_FAULTS = ("person_twice", "text_in_number", "unknown_word", "required_deleted")
"""What the school has not got right yet where the picture shows its «Проверка»."""


@dataclass(frozen=True, slots=True)
class Scene:
    """The folder of a finished demo.

    Args:
        folder: Where the pictures may write what they need meanwhile.
        programme: The demo's programme.
    """

    folder: Path
    programme: Programme

    @classmethod
    def prepared(cls, folder: Path) -> Scene:
        """Run the demo in ``folder`` and fill in one more table, once well and once with mistakes; send the latter."""
        run_demo(folder / "demo", lambda _: None)
        scene = cls(folder, load_programme(folder / "demo" / PROGRAMME))
        school, spec = scene._school, table_spec(scene.programme, scene._school)
        answers = school_data(scene.programme, school, _SEED)
        for target in (scene.filled_table(), scene.faulty_table()):
            target.parent.mkdir()
            fill_table(scene.empty_table(), spec, answers, target)
        for kind in _FAULTS:
            fault(kind).spoil(Filled(scene.faulty_table(), spec, scene.programme, scene.filled_table()))
        shutil.copy(scene.faulty_table(), folder / "demo" / INBOX / "от школы.xlsx")
        collect(folder / "demo")
        return scene

    @property
    def _school(self) -> Organisation:
        return self.programme.reporting[-_SCHOOL]

    def programme_workbook(self) -> Path:
        """The programme workbook of the working folder."""
        return self.folder / "demo" / PROGRAMME

    def blank_workbook(self) -> Path:
        """The empty programme workbook."""
        blank = blank_file()
        assert blank is not None  # noqa: S101 - it is in the checkout
        return blank

    def empty_table(self) -> Path:
        """A table as a school gets it."""
        return self.folder / "demo" / TABLES / table_name(self.programme, self._school)

    def filled_table(self) -> Path:
        """The table as it is sent."""
        return self.folder / "filled" / self.empty_table().name

    def faulty_table(self) -> Path:
        """The table while a few things are still wrong."""
        return self.folder / "faulty" / self.empty_table().name

    def marked_copy(self) -> Path:
        """The same with marks, from «На доработку»."""
        return self.folder / "demo" / FAULTY / self.empty_table().name

    def summary_workbook(self) -> Path:
        """The district summary."""
        return self.folder / "demo" / SUMMARY

    def plan_workbook(self) -> Path:
        """The plan by dates."""
        return self.folder / "demo" / PLAN

    def order_on_monitoring(self) -> Path:
        """The order that starts the monitoring."""
        return self._document("Приказ о проведении")

    def order_on_results(self) -> Path:
        """The order on its results."""
        return self._document("Приказ об итогах")

    def recommendations(self) -> Path:
        """The recommendations to one school."""
        folder = self.folder / "demo" / DOCUMENTS / "Адресные рекомендации"
        return next(path for path in sorted(folder.iterdir()) if path.name.startswith("ОО-03"))

    def note(self) -> Path:
        """The analytical note."""
        return self._document("Аналитическая справка")

    def _document(self, beginning: str) -> Path:
        return next((self.folder / "demo" / DOCUMENTS).glob(f"{beginning}*.docx"))
