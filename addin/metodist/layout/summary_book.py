"""«Свод.xlsx»: the district's summary as a workbook with live shares."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from metodist.domain.summary import Summary
from metodist.layout.summary_sheets.streaming import Stream, splice


def write_summary(summary: Summary, path: Path) -> None:
    """Write the summary beside ``path`` and rename it into place; on failure ``path`` stays as it was.

    Args:
        summary: What to show.
        path: The workbook; links in it are relative to its folder, which is the working folder.

    Raises:
        OSError: The folder cannot be written, or the workbook is open elsewhere.
    """
    raw, beside = (path.with_name(f".{path.name}.{os.getpid()}.{suffix}") for suffix in ("raw", "tmp"))
    try:
        streams = _write(summary, raw)
        if streams:
            splice(raw, streams, beside)
        (beside if streams else raw).replace(path)
    finally:
        for leftover in (raw, beside):
            leftover.unlink(missing_ok=True)


def _write(summary: Summary, path: Path) -> Sequence[Stream]:
    """Write everything but the rows of long lists, which are returned."""
    from xlsxwriter import Workbook
    from xlsxwriter.exceptions import FileCreateError

    from metodist.layout.summary_sheets.catalogue import sheets_of
    from metodist.layout.summary_sheets.pages import Page
    from metodist.layout.summary_sheets.pens import Looks
    from metodist.layout.summary_sheets.pictures import numbers_of, pictures_of
    from metodist.layout.summary_sheets.plan import plan_of

    book = Workbook(str(path))
    plan = plan_of(summary)
    page = Page(book, Looks(book), summary, plan, numbers_of(pictures_of(summary, plan)))
    book.set_properties({"title": summary.programme.passport.title, "created": summary.built})
    for write_sheet in sheets_of(summary):
        write_sheet(page)
    try:
        book.close()
    except FileCreateError as error:
        raise error.args[0] from error
    return page.streams
