"""The numbers of an open workbook against our own arithmetic."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from metodist.domain.summary import Summary
from metodist.domain.values import Value
from metodist.domain.wording import DASH
from metodist.errors import UserError
from metodist.intake.addresses import address
from metodist.intake.cells import RawCell
from metodist.intake.normalise import shown, shown_number
from metodist.intake.package import RawBook
from metodist.messages import say
from metodist.services.checking import TableFinder


@dataclass(frozen=True, slots=True)
class Difference:
    """One cell that shows another number than it should."""

    sheet: str
    cell: str
    what: str
    stands: str
    expected: str


@dataclass(frozen=True, slots=True)
class Compared:
    """How many numbers were compared, and where they differ."""

    numbers: int
    differences: tuple[Difference, ...]


def compare_table(raw: RawBook, finder: TableFinder) -> Compared:
    """«Показатели» and computed columns of an open school table.

    Raises:
        UserError: The table cannot be recognised, or belongs to another programme or period.
    """
    from dataclasses import replace

    from metodist.intake.check import read_case
    from metodist.intake.checks.recomputed import check_computed, check_outcomes
    from metodist.intake.identity import find_identity
    from metodist.intake.refusals import Refusal
    from metodist.scoring.indicators import score_school

    try:
        identity = find_identity(raw).identity
        context = finder(identity)
    except Refusal as refusal:
        raise UserError(refusal.message) from refusal
    if isinstance(context, str):
        raise UserError(say("on_book.other_table", why=context))
    case = read_case(context, raw, identity)
    case = replace(case, outcomes=score_school(context.programme, case.data))
    drafts = [*check_outcomes(case), *check_computed(case)]
    found = tuple(
        Difference(
            draft.sheet,
            address(*draft.places[0]),
            draft.values.get("indicator") or draft.values.get("name", ""),
            draft.value,
            draft.values["expected"],
        )
        for draft in drafts
    )
    return Compared(0 if case.older else len(context.spec.outcomes), found)


def compared_sheets(summary: Summary) -> frozenset[str]:
    """The sheets that `compare_summary` looks at: the others of a large summary need not be read."""
    from metodist.layout.summary_sheets.plan import plan_of

    plan = plan_of(summary)
    return frozenset((plan.indicators, plan.breakdowns))


def compare_summary(raw: RawBook, summary: Summary) -> Compared:
    """«Показатели» and «Разрезы» of a summary.

    Raises:
        UserError: The summary was built from other tables than are accepted now.
    """
    from metodist.layout.summary_sheets.expected import expected_cells

    sheets = {sheet.name: sheet.cells for sheet in raw.sheets}
    found: list[Difference] = []
    numbers = 0
    for cell in expected_cells(summary):
        stands = sheets.get(cell.sheet, {}).get((cell.row, cell.column))
        numbers += not cell.fixed
        if not _differs(cell.value, stands):
            continue
        if cell.fixed:
            raise UserError(say("on_book.stale_summary"), say("on_book.stale_summary_action"))
        found.append(
            Difference(cell.sheet, address(cell.row, cell.column), cell.what, shown(stands), _word(cell.value))
        )
    return Compared(numbers, tuple(found))


def cell_difference(sheet: str, cell: str, what: str, raw: RawCell | None, expected: Value) -> Difference | None:
    """The difference of one cell from what is expected there; ``None`` where there is none."""
    return Difference(sheet, cell, what, shown(raw), _word(expected)) if _differs(expected, raw) else None


def summary_of(folder: Path) -> Summary:
    """The summary of everything that is accepted now.

    Raises:
        UserError: The folder cannot be used.
    """
    from metodist.services.summarising import consolidated
    from metodist.services.working_folder import open_folder

    return consolidated(open_folder(folder))


def told(differences: Iterable[Difference]) -> list[str]:
    """One line a difference, for a window."""
    return [
        say(
            "on_book.difference",
            sheet=one.sheet,
            cell=one.cell,
            what=one.what,
            stands=one.stands,
            expected=one.expected,
        )
        for one in differences
    ]


def _differs(expected: Value, raw: RawCell | None) -> bool:
    from metodist.intake.checks.recomputed import differs

    if raw is None or not raw.kind:
        return expected not in (None, "")
    if isinstance(expected, str):
        return raw.value.strip() != expected.strip()
    if expected is None:
        return raw.value.strip() not in ("", DASH)
    return differs(expected, raw)


def _word(value: Value) -> str:
    if value is None or value == "":
        return say("intake.word.blank")
    return shown_number(round(value, 4)) if isinstance(value, int | float) else str(value)
