"""Commands about documents and their templates on the console."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from metodist.cli_output import SEVERITY_WORDS, print_json, progress_bar, show, show_asked, table, tell
from metodist.domain.findings import Severity
from metodist.errors import UserError
from metodist.messages import say

if TYPE_CHECKING:
    from metodist.services.documenting import Batch, Written
    from metodist.services.verifying import Report

#: PDFs that are named one by one.
_TOLD = 6
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
    pdf: Annotated[bool, typer.Option("--pdf", help="Ещё и PDF, если установлен LibreOffice.")] = False,
    as_json: _Json = False,
) -> None:
    """Write the documents of a working folder."""
    from metodist.services.documenting import write_documents
    from metodist.services.documenting_told import skipped_lines, written_paths

    with progress_bar("Создание документов") as progress:
        batch = write_documents(folder, kind, progress, school=school, person=person, profile=profile)
    made = _pdfs(batch) if pdf else {}
    if as_json:
        print_json([_written_json(one, made if pdf else None) for one in batch.written])
        return
    for line in written_paths(batch.written):
        show(line)
    for path in [*made.values()][:_TOLD]:
        show(say("package.pdf", path=path))
    if len(made) > _TOLD:
        show(say("package.pdf_more", count=len(made) - _TOLD))
    for line in skipped_lines(batch.skipped):
        show(line)
    show_asked(issue for one in batch.written for issue in one.issues)


def _written_json(one: Written, made: dict[Path, Path] | None) -> dict[str, str | None]:
    """One document; «pdf» stands in it where PDF was asked for."""
    document: dict[str, str | None] = {"kind": one.kind, "title": one.title, "file": str(one.path)}
    if made is not None:
        document["pdf"] = str(made[one.path]) if one.path in made else None
    return document


def _pdfs(batch: Batch) -> dict[Path, Path]:
    """The PDF beside each document; what could not be turned is told on stderr."""
    from metodist.services.pdf import beside

    with progress_bar("PDF") as progress:
        progress(0, 1, "")
        made = beside([one.path for one in batch.written])
    failed = [one.title for one in batch.written if one.path not in made]
    if failed:
        tell(say("package.pdf_failed", names=", ".join(f"«{title}»" for title in failed)))
    return made


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


def package_command(
    folder: Annotated[Path, typer.Argument(metavar="ПАПКА", help="Рабочая папка.")], *, as_json: _Json = False
) -> None:
    """Put the package for the municipality's site together."""
    from metodist.services.packaging import build_package

    with progress_bar("Сборка пакета") as progress:
        package = build_package(folder, progress)
    if as_json:
        print_json(package.as_json())
        return
    count = sum(one.suffix == ".docx" for one in package.files)
    show(say("package.done", path=package.page, count=count))
    for note in package.notes:
        show(note)


def verify_command(
    files: Annotated[list[Path], typer.Argument(metavar="ФАЙЛ…", help="Документы из папки «Документы».")],
    *,
    no_copy: Annotated[bool, typer.Option("--no-copy", help="Не создавать копию с пометками.")] = False,
    as_json: _Json = False,
) -> None:
    """Compare documents with the summary."""
    from metodist.services.verifying import verify_document

    reports = [verify_document(file, copy=not no_copy) for file in files]
    if as_json:
        print_json([report.as_json() for report in reports])
    else:
        for report in reports:
            _show_report(report)
    raise typer.Exit(1 if any(report.wrong for report in reports) else 0)


def _show_report(report: Report) -> None:
    verified = report.verified
    values = {"title": report.title, "count": len(report.wrong), "checked": verified.checked}
    show(say("verify.wrong" if report.wrong else "verify.holds", **values))
    if not report.same_data:
        show(say("verify.other_data"))
    for finding in verified.findings:
        show(f"  {finding.message}")
    if verified.own:
        show(say("verify.own", count=len(verified.own), first=verified.own[0][:60]))
    if report.marked:
        show(say("verify.marked", path=report.marked))
