"""The command line: the same commands as the buttons, on files and folders."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer

from metodist import __version__
from metodist.cli_diff import diff_command
from metodist.cli_documents import (
    documents_command,
    journal_command,
    package_command,
    register_command,
    template_command,
    verify_command,
)
from metodist.cli_errors import RussianCommand, RussianGroup, call_error, help_wanted, is_wrong_call
from metodist.cli_output import (
    issue_json,
    print_json,
    progress_bar,
    return_json,
    show,
    show_issue,
    show_plan,
    show_return,
    show_status,
    show_taken,
    status_json,
    table,
    taken_json,
    tell,
)
from metodist.cli_query import query_command
from metodist.cli_score import score_command
from metodist.commands import help_text
from metodist.domain.findings import Severity
from metodist.domain.returns import Status
from metodist.messages import say

DONE, FINDINGS, UNUSABLE = 0, 1, 2

app = typer.Typer(
    cls=RussianGroup,
    help="Методист: таблицы школ, свод района, приказы и справки.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"max_content_width": 110},
)

Json = Annotated[bool, typer.Option("--json", help="Вывести результат как JSON.")]
Folder = Annotated[Path, typer.Argument(metavar="ПАПКА", help="Рабочая папка.")]


def _version(wanted: bool) -> None:  # noqa: FBT001 - typer's callback
    if wanted:
        show(f"metodist {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[  # noqa: FBT002 - typer reads it
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Показать версию.")
    ] = False,
) -> None:
    """Методист: таблицы школ, свод района, приказы и справки."""


def _command(command_id: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    text = help_text(command_id)
    return app.command(command_id, cls=RussianCommand, help=text, short_help=text.split("\n")[0])


@_command("programmes")
def _programmes(*, as_json: Json = False) -> None:
    from metodist.services.programmes import known_programmes

    known = known_programmes()
    if as_json:
        keys = ("code", "title", "municipality", "indicators", "organisations")
        print_json([{key: getattr(programme, key) for key in keys} for programme in known])
        return
    table(
        ("Код", "Муниципалитет", "Программа", "Показателей"),
        [(one.code, one.municipality, one.title, str(one.indicators)) for one in known],
    )
    show(say("cli.blank_hint"))


@_command("new")
def _new(
    code: Annotated[
        str,
        typer.Argument(metavar="КОД", help="Код из списка programmes, прошлогодняя папка, книга программы или blank."),
    ],
    folder: Folder,
    *,
    year: Annotated[int | None, typer.Option("--year", metavar="ГОД", help="Отчётный год.")] = None,
    as_json: Json = False,
) -> None:
    from metodist.services.programmes import new_folder
    from metodist.services.resources import BLANK

    workbook = new_folder(code, folder, year)
    if as_json:
        print_json({"folder": str(folder), "programme": str(workbook)})
        return
    show(f"Рабочая папка готова: {folder}")
    if code == BLANK:
        show(say("cli.new_blank", name=workbook.name, folder=folder))
        return
    show(f'Откройте «{workbook.name}», проверьте паспорт и список организаций, затем: metodist issue "{folder}"')


@_command("lint")
def _lint(
    file: Annotated[Path, typer.Argument(metavar="ФАЙЛ", help="Книга программы или рабочая папка.")],
    *,
    as_json: Json = False,
) -> None:
    from metodist.services.linting import lint

    issues = lint(file)
    errors = sum(issue.severity is Severity.ERROR for issue in issues)
    if as_json:
        print_json([issue_json(issue) for issue in issues])
    else:
        for issue in issues:
            show_issue(issue)
        show(f"Ошибок: {errors}, всего замечаний: {len(issues)}." if issues else "Замечаний нет.")
    raise typer.Exit(FINDINGS if errors else DONE)


@_command("status")
def _status(folder: Folder, *, as_json: Json = False) -> None:
    from metodist.services.status import folder_status

    status = folder_status(folder)
    if as_json:
        print_json(status_json(status))
        return
    show_status(status)


@_command("issue")
def _issue(folder: Folder, *, as_json: Json = False) -> None:
    from metodist.services.issuing import issue_tables

    with progress_bar("Создание таблиц") as progress:
        issued = issue_tables(folder, progress)
    if as_json:
        print_json([{"school": one.school, "name": one.name, "file": str(one.path)} for one in issued])
        return
    show(f"Создано таблиц: {len(issued)}. Они в папке «{issued[0].path.parent}».")


@_command("check")
def _check(
    files: Annotated[list[Path], typer.Argument(metavar="ФАЙЛ…", help="Заполненные таблицы или папки с ними.")],
    *,
    as_json: Json = False,
) -> None:
    from metodist.services.checking import check_files

    with progress_bar("Проверка таблиц") as progress:
        returns = check_files(files, progress)
    if as_json:
        print_json([return_json(returned) for returned in returns])
    else:
        for returned in returns:
            show_return(returned)
    if returns and all(returned.status is Status.REFUSED for returned in returns):
        raise typer.Exit(UNUSABLE)
    raise typer.Exit(DONE if all(returned.status is Status.ACCEPTED for returned in returns) else FINDINGS)


@_command("collect")
def _collect(folder: Folder, *, as_json: Json = False) -> None:
    from metodist.services.collecting import collect

    with progress_bar("Приём таблиц") as progress:
        taken = collect(folder, progress)
    if as_json:
        print_json([taken_json(one) for one in taken])
    else:
        show_taken(taken)
    raise typer.Exit(DONE if all(one.returned.status is Status.ACCEPTED for one in taken) else FINDINGS)


@_command("summary")
def _summary(folder: Folder, *, as_json: Json = False) -> None:
    from metodist.services.summarising import build_summary
    from metodist.services.working_folder import SUMMARY

    with progress_bar("Построение свода") as progress:
        summary = build_summary(folder, progress)
    if as_json:
        from metodist.summary.as_json import summary_json

        print_json(summary_json(summary))
        return
    show(
        f"Свод построен: {folder / SUMMARY}. Учтено школ: {len(summary.schools)}, "
        f"на доработке: {len(summary.faulty)}, не сдали: {len(summary.missing)}."
    )


_command("documents")(documents_command)
_command("score")(score_command)
_command("diff")(diff_command)
_command("query")(query_command)
_command("template")(template_command)
_command("register")(register_command)
_command("journal")(journal_command)
_command("package")(package_command)
_command("verify")(verify_command)


@_command("plan")
def _plan(
    folder: Folder,
    *,
    today: Annotated[str | None, typer.Option("--today", metavar="ДАТА", help="На какой день: 15.05.2026.")] = None,
    as_json: Json = False,
) -> None:
    from metodist.services.planning import day_of, write_plan_files

    report = write_plan_files(folder, day_of(today) if today else None)
    if as_json:
        print_json(report.as_json())
    else:
        show_plan(report)


@_command("demo")
def _demo(
    folder: Folder,
    *,
    programme: Annotated[str, typer.Option("--programme", metavar="КОД", help="Какая программа.")] = "krymsk",
    as_json: Json = False,
) -> None:
    from metodist.services.demo import run_demo

    report = run_demo(folder, show if not as_json else tell, programme)
    if as_json:
        print_json(report.as_json())


def main() -> None:
    """Run the command line; one Russian sentence for every error a user can mend."""
    from metodist.entry import guarded

    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    raise SystemExit(guarded(_run, tell))


def _run() -> int:
    from metodist.entry import INTERRUPTED

    try:
        code = int(app(standalone_mode=False) or DONE)
    except typer.Exit as stop:
        code = stop.exit_code
    except Exception as error:
        if type(error).__name__ == "Abort":
            raise KeyboardInterrupt from error
        if not is_wrong_call(error):
            raise
        tell(help_wanted(error) or call_error(error))
        return UNUSABLE
    if code == INTERRUPTED:  # newer versions of typer answer Ctrl+C with this code and no word
        raise KeyboardInterrupt
    return code


if __name__ == "__main__":
    main()
