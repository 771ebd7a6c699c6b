"""Rows that only changed their key: fields with «Прежнее название», indicators with «Прежний код»."""

from __future__ import annotations

from collections.abc import Mapping

from metodist.domain.fields import FACTS, MUNICIPALITY
from metodist.domain.values import fold
from metodist.programme.editions import Cells, Edition
from metodist.programme.schema import FIELDS, INDICATORS

_JOIN = " / "


def renamed_rows(sheet: str, old: Edition, new: Edition) -> dict[str, str]:
    """New key → old key of the rows that say what they were called and are not there under that name any more."""
    wanted = _fields(new) if sheet == FIELDS else _indicators(new) if sheet == INDICATORS else {}
    before = {fold(key): key for key in old.rows[sheet]}
    own = {fold(key) for key in new.rows[sheet]} - {fold(key) for key in wanted}
    found = {
        key: before[fold(earlier)]
        for key, earlier in wanted.items()
        if fold(earlier) in before and fold(earlier) not in own and fold(key) != fold(earlier)
    }
    if sheet == INDICATORS:  # «Прежний код» of two years ago, left standing
        found = {key: earlier for key, earlier in found.items() if fold(key) not in before}
    return {key: earlier for key, earlier in found.items() if list(found.values()).count(earlier) == 1}


def _fields(new: Edition) -> dict[str, str]:
    """Where a field says another name, or its register had another one."""
    registers = {register.name: register.earlier or register.name for register in new.programme.registers}
    registers |= {FACTS: FACTS, MUNICIPALITY: MUNICIPALITY}
    wanted: dict[str, str] = {}
    fields = [*(each for register in new.programme.registers for each in register.fields), *new.programme.facts]
    for each in fields:
        earlier = f"{registers[each.register]}{_JOIN}{each.earlier or each.name}"
        key = f"{each.register}{_JOIN}{each.name}"
        if each.earlier != "" and fold(earlier) != fold(key):
            wanted[key] = earlier
    return wanted


def _indicators(new: Edition) -> dict[str, str]:
    """Where an indicator continues exactly one other, which nothing else continues."""
    return {
        each.code: each.continues[0]
        for each in new.programme.indicators
        if each.continues is not None and len(each.continues) == 1
    }


def likely_rename(key: str, old: Edition, new: Edition) -> str:
    """A field that is gone and asked the same as a new one does: empty where there is none, or more than one."""
    rows, gone = new.rows[FIELDS], old.rows[FIELDS]
    missing = [each for each in gone if fold(each) not in {fold(known) for known in rows}]
    alike = [each for each in missing if _asked(gone[each]) == _asked(rows[key])]
    return alike[0] if len(alike) == 1 else ""


def _asked(cells: Cells) -> Mapping[str, str]:
    """What a field asks, its own name and its messages aside."""
    same = ("Тип", "Список", "Единица", "Минимум", "Максимум", "Обязательно", "Раздел")
    return {"Реестр": cells.get("Реестр", ""), **{heading: cells.get(heading, "") for heading in same}}
