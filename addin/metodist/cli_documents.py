"""Commands about documents and their templates on the console."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from metodist.cli_output import SEVERITY_WORDS, print_json, progress_bar, show, show_asked, table
from metodist.domain.findings import Severity
from metodist.errors import UserError
from metodist.messages import say

_Json = Annotated[bool, typer.Option("--json", help="Вывести результат как JSON.")]


def documents_command(
    folder: Annotated[Path, typer.Argument(metavar="ПАПКА", help="Рабочая папка.")],
    *,
    kind: Annotated[str | None, typer.Option("--kind", metavar="ВИД", help="Только документы этого вида.")] = None,
    school: Annotated[str, typer.Option("--school", metavar="ШКОЛА", help="Только об этой школе: код или имя.")] = "",
    person: Annotated[str, typer.Option("--person", metavar="ФИО", help="О каком педагоге, как в «Кадрах».")] = "",
    profile: Annotated[
        str, typer.Option("--profile", metavar="ОФОРМЛЕНИЕ", help="2025, 2016 или название своего.")
    ] = "",
    as_json: _Json = False,
) -> None:
    """Write the documents of a working folder."""
    from metodist.services.documenting import write_documents
    from metodist.services.documenting_told import skipped_lines, written_paths

    with progress_bar("Создание документов") as progress:
        batch = write_documents(folder, kind, progress, school=school, person=person, profile=profile)
    if as_json:
        print_json([{"kind": one.kind, "title": one.title, "file": str(one.path)} for one in batch.written])
        return
    for line in written_paths(batch.written):
        show(line)
    for line in skipped_lines(batch.skipped):
        show(line)
    show_asked(issue for one in batch.written for issue in one.issues)


def template_command(
    paths: Annotated[list[Path], typer.Argument(metavar="ФАЙЛ…", help="Шаблоны или рабочая папка с ними.")],
    *,
    kind: Annotated[str | None, typer.Option("--kind", metavar="ВИД", help="Для какого вида документа.")] = None,
    copy: Annotated[
        str | None, typer.Option("--copy", metavar="ВИД", help="Скопировать шаблон вида в папку «Шаблоны».")
    ] = None,
    as_json: _Json = False,
) -> None:
    """Look at templates before they are used, or copy one to change it."""
    from metodist.services.templates import copy_template, look_at_all

    if copy is not None:
        copied = copy_template(paths[0], copy)
        if as_json:
            print_json({"file": str(copied), "kind": copy})
            return
        show(say("xray.copied", path=copied))
        show(say("xray.copied_next", path=copied))
        return
    looked = look_at_all(paths, kind)
    if as_json:
        print_json([one.as_json() for one in looked])
    else:
        for one in looked:
            errors, warnings = one.count(Severity.ERROR), one.count(Severity.WARNING)
            head = "head" if errors or warnings else "sound"
            show(say(f"xray.{head}", name=one.path.name, title=one.title, errors=errors, warnings=warnings))
            for found in one.findings:
                show(f"  {SEVERITY_WORDS[found.severity]}. {found.message} → {found.suggestion}")
    raise typer.Exit(1 if any(one.count(Severity.ERROR) for one in looked) else 0)


def register_command(
    file: Annotated[Path, typer.Argument(metavar="ФАЙЛ", help="Проект из папки «Документы».")],
    *,
    number: Annotated[str, typer.Option("--number", metavar="НОМЕР", help="Какой номер дать: 319-ОД.")] = "",
    next_one: Annotated[bool, typer.Option("--next", help="Следующий номер по порядку.")] = False,
    day: Annotated[str, typer.Option("--date", metavar="ДАТА", help="Дата: 05.06.2026; без неё — сегодня.")] = "",
    anyway: Annotated[bool, typer.Option("--anyway", help="Дать номер, который помнит только этот компьютер.")] = False,
    as_json: _Json = False,
) -> None:
    """Give a draft its number and date."""
    from metodist.services.numbering import Wanted, day_of_text
    from metodist.services.registering import register_document

    if bool(number) == next_one:
        raise UserError(say("journal.which_number"), say("journal.which_number_action"))
    done = register_document(file, Wanted(day_of_text(day) if day else date.today(), number, anyway))
    if as_json:
        print_json(done.as_json())
        return
    entry = done.entry
    values = {"title": entry.title, "number": entry.number, "day": f"{entry.day:%d.%m.%Y}", "path": done.path}
    show(say("journal.registered", **values))
    for note in done.notes:
        show(f"{SEVERITY_WORDS[Severity.WARNING]}: {note}")


def journal_command(
    folder: Annotated[Path, typer.Argument(metavar="ПАПКА", help="Рабочая папка.")], *, as_json: _Json = False
) -> None:
    """List the journal of documents."""
    from metodist.services.journal import JOURNAL_BOOK, journal_json, show_journal

    journal, states = show_journal(folder)
    if as_json:
        print_json(journal_json(journal, states))
        return
    if not journal.entries:
        show(say("journal.empty"))
        return
    names = ("number", "date", "title", "file", "state")
    table(
        [say(f"journal.head_{name}") for name in names],
        [
            (one.number, f"{one.day:%d.%m.%Y}", one.title, one.file, say(f"journal.state_{states[one.file]}"))
            for one in journal.registered
        ],
    )
    show(say("journal.drafts", count=len(journal.drafts)))
    show(say("journal.written", path=folder / JOURNAL_BOOK))
