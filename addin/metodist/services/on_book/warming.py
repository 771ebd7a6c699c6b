"""What is done ahead of a press while nobody waits: modules, programme, form, and the file as it was saved."""

from __future__ import annotations

from pathlib import Path


def get_ready(path: Path) -> None:
    """Have at hand what a press in a book of that file will need.

    Raises:
        UserError: The programme workbook above it cannot be used.
    """
    import metodist.intake.check
    import metodist.scoring.indicators
    import metodist.services.on_book.check_table  # noqa: F401
    from metodist.services.on_book import finders, reading

    if path.is_file():
        reading.remember(path)
    finders.get_ready(path)
