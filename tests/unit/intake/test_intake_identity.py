"""Whose table it is: any stamp is enough, the majority decides, what is not ours is refused."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.packaging.custom import StringProperty
from openpyxl.workbook.defined_name import DefinedName

from metodist.domain.findings import Severity
from metodist.domain.returns import Identity, Status
from metodist.intake.check import check_file
from metodist.intake.package import read_book
from returned import IDENTITY, NOW, check_book, table


def stamped(*, prop: str = "", cell: str = "", name: str = "'Служебный'!$A$1") -> Workbook:
    book = table()
    book.custom_doc_props.props.clear()
    if prop:
        book.custom_doc_props.append(StringProperty(name="metodist", value=prop))
    book["Служебный"]["A1"].value = cell or None
    book.defined_names.clear()
    if name:
        book.defined_names.add(DefinedName("metodist_id", attr_text=name))
    return book


OTHER = Identity("primer", "2026", "ОО-02", "v1").stamp


@pytest.mark.parametrize(
    "book",
    [
        stamped(prop=IDENTITY.stamp, name=""),
        stamped(cell=IDENTITY.stamp),
        stamped(cell=IDENTITY.stamp, name=""),
        stamped(prop="не наш знак", cell=IDENTITY.stamp),
        stamped(name=f'"{IDENTITY.stamp}"'),
    ],
    ids=["property", "name and cell", "hidden cell", "foreign property", "name as a constant"],
)
def test_any_stamp_is_enough(book: Workbook, tmp_path: Path) -> None:
    assert check_book(book, tmp_path).returned.identity == IDENTITY


def test_table_without_a_stamp_is_not_ours(tmp_path: Path) -> None:
    checked = check_book(stamped(), tmp_path)
    assert checked.codes == ["identity.none"]
    assert checked.returned.status is Status.REFUSED
    assert checked.returned.identity is None


def test_majority_of_stamps_decides(tmp_path: Path) -> None:
    checked = check_book(stamped(prop=OTHER, cell=IDENTITY.stamp), tmp_path)
    assert checked.returned.identity == IDENTITY
    assert checked.one("identity.disagree").severity is Severity.WARNING


def test_stamps_one_against_one_are_refused(tmp_path: Path) -> None:
    book = stamped(prop=OTHER, cell=IDENTITY.stamp, name="")
    assert check_book(book, tmp_path).codes == ["identity.contradiction"]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"programme": "drugaya"}, "identity.other_programme"),
        ({"period": "2025"}, "identity.other_period"),
        ({"school": "ОО-02"}, "identity.other_school"),
    ],
)
def test_table_of_another_programme_period_or_school_is_refused(
    change: dict[str, str], code: str, tmp_path: Path
) -> None:
    stamp = replace(IDENTITY, **change).stamp
    checked = check_book(stamped(prop=stamp, cell=stamp), tmp_path)
    assert checked.codes == [code]
    assert checked.returned.status is Status.REFUSED
    assert checked.returned.data.registers == {}


def test_unknown_identity_is_refused_with_the_reason(tmp_path: Path) -> None:
    path = tmp_path / "таблица.xlsx"
    table().save(path)
    returned = check_file(path, lambda identity: f"Школы {identity.school} нет в программе.", NOW, None, read_book)
    assert (returned.status, returned.findings[0].message) == (Status.REFUSED, "Школы ОО-01 нет в программе.")
    assert (returned.findings[0].code, returned.received) == ("identity.unknown", NOW)
