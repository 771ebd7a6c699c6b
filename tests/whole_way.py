"""A programme from the first button to the last, with answers that the generator invents."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from documents_sample import paragraphs
from metodist.domain.programme import Programme
from metodist.services.collecting import Taken, collect
from metodist.services.demo_district import fill_district
from metodist.services.documenting import Batch, write_documents
from metodist.services.issuing import issue_tables
from metodist.services.planning import PlanReport, write_plan_files
from metodist.services.programmes import new_folder
from metodist.services.summarising import build_summary
from metodist.services.working_folder import PROGRAMME, load_programme
from metodist.summary.as_json import summary_json
from working_folder_story import answers, send

SEED = 20261122
NOW = datetime(2026, 11, 27, 9, 0)


@dataclass(frozen=True, slots=True)
class Way:
    """Where the way led: the folder with everything in it, and what each step gave."""

    folder: Path
    programme: Programme
    taken: tuple[Taken, ...]
    summary: dict[str, Any]
    documents: Batch
    plan: PlanReport

    def text(self, kind: str) -> str:
        """The whole text of one written document."""
        (path,) = [one.path for one in self.documents.written if one.kind == kind]
        return "\n".join(paragraphs(path)).replace("\u00a0", " ")


def delivered(folder: Path, code: str) -> Path:
    """A working folder of a programme of the delivery, with invented facts of its municipality."""
    new_folder(code, folder)
    fill_district(folder / PROGRAMME, load_programme(folder / PROGRAMME), SEED)
    return folder


def whole_way(folder: Path, today: date, *, silent: int = 1) -> Way:
    """Issue, let the schools answer, take in, consolidate, write, plan.

    Args:
        folder: A working folder with its programme.
        today: The plan's day.
        silent: How many schools send nothing.
    """
    programme = load_programme(folder / PROGRAMME)
    issue_tables(folder)
    for school in programme.reporting[: len(programme.reporting) - silent]:
        send(folder, programme, school, answers(programme, school, SEED))
    taken = collect(folder, now=lambda: NOW)
    summary = summary_json(build_summary(folder, now=NOW))
    documents = write_documents(folder, now=NOW)
    return Way(folder, programme, tuple(taken), summary, documents, write_plan_files(folder, today, NOW))
