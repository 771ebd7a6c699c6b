"""How the command line shows results: Russian tables for people, one JSON document for scripts."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from metodist.domain.findings import ProgrammeIssue, Severity
from metodist.domain.returns import Return, Status
from metodist.messages import say

if TYPE_CHECKING:
    from metodist.domain.plans import PlanEntry
    from metodist.domain.terms import TermProblem
    from metodist.services.collecting import Taken
    from metodist.services.issuing import Progress
    from metodist.services.plan_state import PlanState
    from metodist.services.planning import PlanReport
    from metodist.services.status import FolderStatus

SEVERITY_WORDS = {Severity.ERROR: "Ошибка", Severity.WARNING: "Предупреждение", Severity.REMARK: "Сведение"}
STATUS_WORDS = {Status.ACCEPTED: "принята", Status.RETURNED: "на доработку", Status.REFUSED: "не прочитана"}


def print_json(document: object) -> None:
    """One JSON document to stdout, in UTF-8 whatever the console's code page is."""
    text = json.dumps(document, ensure_ascii=False, indent=1) + "\n"
    if hasattr(sys.stdout, "buffer"):
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode("utf-8"))
        sys.stdout.buffer.flush()
    else:
        sys.stdout.write(text)


def show(text: str = "") -> None:
    """One line for a person, to stdout."""
    print(text)  # noqa: T201 - the command line's own output


def tell(text: str) -> None:
    """One line for a person, to stderr: errors and what goes beside JSON."""
    print(text, file=sys.stderr)  # noqa: T201


def explain_refusals(returns: Iterable[Return]) -> None:
    """Why files were refused, a line a finding."""
    for returned in returns:
        if returned.status is Status.REFUSED:
            for finding in returned.findings:
                show(f"{returned.path.name}: {finding.message}")


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """A table for a person, as wide as the console."""
    from rich.console import Console
    from rich.table import Table

    view = Table(show_edge=False, pad_edge=False, header_style="bold")
    for heading in headings:
        view.add_column(heading, overflow="fold")
    for row in rows:
        view.add_row(*(cell.replace("[", "\\[") for cell in row))
    Console(highlight=False, soft_wrap=False).print(view)


@contextmanager
def progress_bar(title: str) -> Iterator[Progress]:
    """A progress bar on stderr; nothing is drawn where stderr is no console."""
    if not sys.stderr.isatty():
        yield lambda _done, _total, _what: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[what]}"))
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(title, total=None, what="")

        def step(done: int, total: int, what: str) -> None:
            bar.update(task, completed=done, total=total, what=what)

        yield step


def return_json(returned: Return) -> dict[str, Any]:
    """One checked table in the shape that scripts rely on."""
    identity = returned.identity
    return {
        "file": str(returned.path),
        "school": identity.school if identity else None,
        "period": identity.period if identity else None,
        "status": returned.status.value,
        "errors": returned.count(Severity.ERROR),
        "warnings": returned.count(Severity.WARNING),
        "remarks": returned.count(Severity.REMARK),
        "findings": [
            {
                "code": finding.code,
                "severity": finding.severity.value,
                "sheet": finding.sheet,
                "cell": finding.cell,
                "value": finding.value,
                "message": finding.message,
            }
            for finding in returned.findings
        ],
    }


def issue_json(issue: ProgrammeIssue) -> dict[str, Any]:
    """One issue of a programme workbook in the shape that scripts rely on."""
    return {
        "severity": issue.severity.value,
        "sheet": issue.sheet,
        "row": issue.row,
        "column": issue.column,
        "message": issue.message,
        "suggestion": issue.suggestion,
    }


def show_return(returned: Return) -> None:
    """One checked table for a person: the verdict, then each finding on a line of its own."""
    show(f"{returned.path.name}: {STATUS_WORDS[returned.status]}")
    for finding in returned.findings:
        show(f"  {SEVERITY_WORDS[finding.severity]}. {finding.message}")
    if not returned.count(Severity.ERROR):
        show("  Ошибок нет")


def show_issue(issue: ProgrammeIssue) -> None:
    """One issue of a programme workbook for a person."""
    place = ", ".join(
        part
        for part in (
            f"лист «{issue.sheet}»" if issue.sheet else "",
            f"строка {issue.row}" if issue.row else "",
            f"графа «{issue.column}»" if issue.column else "",
        )
        if part
    )
    hint = f" → {issue.suggestion}" if issue.suggestion else ""
    show(f"{SEVERITY_WORDS[issue.severity]}: {place + ': ' if place else ''}{issue.message}{hint}")


def show_plan(report: PlanReport) -> None:
    """What was written, how much stands where, and what has no date."""
    from metodist.domain.plans import State

    show(f"План: {report.workbook}")
    show(f"Календарь: {report.calendar}")
    counts = ", ".join(f"{state.value} — {report.count(state)}" for state in State)
    show(f"Сроков на {report.today:%d.%m.%Y}: {len(report.plan.entries)} ({counts}).")
    rows: dict[TermProblem, list[str]] = {}
    for one in report.plan.undated:
        rows.setdefault(one.problem, []).append(f"{one.item.kind} № {one.item.number}")
    for problem, known in rows.items():
        show(f"Без срока: {', '.join(known)}. {problem.message} Что сделать: {problem.suggestion}.")


def show_asked(issues: Iterable[ProgrammeIssue]) -> None:
    """What the documents could not know and ask for on the programme workbook, each once."""
    for issue in dict.fromkeys(issues):
        show_issue(issue)


def taken_word(taken: Taken) -> str:
    """What became of one file of «Входящие», in a table's cell."""
    if not taken.repeated:
        return STATUS_WORDS[taken.returned.status]
    return "уже приходила" if taken.counts else "уже приходила, учтена более поздняя"


def show_taken(taken: Sequence[Taken]) -> None:
    """What became of every file of «Входящие», one row each; why one could not be read."""
    if not taken:
        show(say("on_book.inbox_empty"))
        return
    rows = [
        (
            one.returned.path.name,
            one.returned.identity.school if one.returned.identity else "—",
            taken_word(one),
            *(str(one.returned.count(severity)) for severity in Severity),
        )
        for one in taken
    ]
    table(("Файл", "Школа", "Итог", "Ошибок", "Предупреждений", "Сведений"), rows)
    explain_refusals([one.returned for one in taken])


def taken_json(taken: Taken) -> dict[str, Any]:
    """One file of «Входящие»: the checked table and what became of it."""
    more = {"marked": str(taken.marked) if taken.marked else None, "repeated": taken.repeated}
    return return_json(taken.returned) | more | {"supersedes": taken.supersedes}


def status_json(status: FolderStatus) -> dict[str, Any]:
    """The state of a working folder as JSON values; of the management cycle, how many goals have each link."""
    from metodist.domain.cycle import link_counts

    names = (name for name in status.__slots__ if name not in ("deadline", "cycle", "views", "plan"))
    document: dict[str, Any] = {name: getattr(status, name) for name in names}
    document["deadline"] = status.deadline.isoformat() if status.deadline else None
    document["cycle"] = [
        {
            "link": count.link.name.lower(),
            "goals": count.total,
            "have": count.have,
            "lacking": list(count.lacking),
            "advice": count.advice,
        }
        for count in link_counts(status.cycle)
    ]
    following = status.plan.following
    document["plan"] = {
        "kept": status.plan.kept,
        "overdue": [_term_json(entry) for entry in status.plan.overdue],
        "next": _term_json(following) if following is not None else None,
    }
    return document


def _term_json(entry: PlanEntry) -> dict[str, str]:
    return {"title": entry.item.title, "due": entry.occurrence.end.isoformat()}


def show_status(status: FolderStatus) -> None:
    """The state of a working folder for a person."""
    show(f"{status.title} — {status.period}")
    show(f"Выдано таблиц: {status.issued} из {status.expected}. Принято: {len(status.accepted)}.")
    if status.returned:
        show(f"На доработке: {len(status.returned)} ({', '.join(status.returned)}).")
    if status.waiting_again:
        show(f"Учтена прежняя таблица, новая на доработке: {', '.join(status.waiting_again)}.")
    if status.unreadable:
        show(f"Не прочитано файлов в папке «Входящие»: {status.unreadable}. Почему — скажет «metodist check».")
    if status.missing:
        show(f"Не сдали: {len(status.missing)} ({', '.join(status.missing)}).")
    if status.late:
        show(f"Сдали после срока: {len(status.late)} ({', '.join(status.late)}).")
    _show_order(status)
    _show_plan(status.plan)
    _show_cycle(status)
    show(status.stage)
    show(status.next_step)


def _show_order(status: FolderStatus) -> None:
    """What the order on the monitoring lays down: until when, who collects, who controls."""
    if status.order:
        show(f"Приказ о проведении мониторинга: {status.order}.")
    if status.deadline:
        passed = " прошёл" if status.overdue else ""
        show(f"Срок сдачи {status.deadline:%d.%m.%Y}{passed}.")
    if status.responsible:
        show(f"Отвечает за сбор: {status.responsible}.")
    if status.controller:
        show(f"Контролирует: {status.controller}.")


def _show_plan(plan: PlanState) -> None:
    if plan.trouble:
        show(plan.trouble)
    if plan.overdue:
        first = plan.overdue[0]
        when = f"{first.occurrence.end:%d.%m.%Y}"
        show(f"Просрочено по плану: {len(plan.overdue)}. Первое, срок {when}: {first.item.title}.")


def _show_cycle(status: FolderStatus) -> None:
    """The chain in one line, then what is missing."""
    from metodist.domain.cycle import link_counts

    if not status.cycle:
        return
    counts = link_counts(status.cycle)
    chain = " → ".join(say("cycle.of_link", link=one.link.value, count=one.have, total=one.total) for one in counts)
    show(say("cycle.in_line", chain=chain))
    for one in counts:
        if one.lacking:
            said = "lacking" if one.have else "lacking_all"
            show(f"  {one.link.value}: {say(f'cycle.{said}', goals=', '.join(one.lacking), advice=one.advice)}")
