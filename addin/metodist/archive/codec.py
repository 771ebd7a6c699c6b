"""Values to JSON and back for the index: dates and numbers keep their types."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from metodist.domain.findings import Finding, Severity
from metodist.domain.returns import Evidence, RegisterRow, SchoolData
from metodist.domain.values import Value

_DATE = "date:"
_TEXT = "text:"


def data_to_json(data: SchoolData) -> str:
    """One school's data as compact JSON text."""
    document = {
        "registers": {
            name: [[row.sheet_row, _pack_row(row.values)] for row in rows] for name, rows in data.registers.items()
        },
        "facts": _pack_row(data.facts),
        "evidence": {
            name: [proof.document, proof.number, _pack(proof.date), proof.link] for name, proof in data.evidence.items()
        },
    }
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))


def data_from_json(text: str) -> SchoolData:
    """The inverse of :func:`data_to_json`."""
    document: dict[str, Any] = json.loads(text)
    return SchoolData(
        registers={
            name: tuple(RegisterRow(number, _unpack_row(values)) for number, values in rows)
            for name, rows in document["registers"].items()
        },
        facts=_unpack_row(document["facts"]),
        evidence={
            name: Evidence(title, number, _unpack(when), link)
            for name, (title, number, when, link) in document["evidence"].items()
        },
    )


def findings_to_json(findings: tuple[Finding, ...]) -> str:
    """Findings as JSON text."""
    rows = [[f.code, f.severity.value, f.message, f.sheet, f.cell, f.value, f.count, list(f.cells)] for f in findings]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))


def findings_from_json(text: str) -> tuple[Finding, ...]:
    """The inverse of :func:`findings_to_json`."""
    return tuple(
        Finding(code, Severity(severity), message, sheet, cell, value, count, tuple(cells))
        for code, severity, message, sheet, cell, value, count, cells in json.loads(text)
    )


def _pack(value: Value) -> Value:
    if isinstance(value, date):
        return _DATE + value.isoformat()
    if isinstance(value, str) and value.startswith((_DATE, _TEXT)):
        return _TEXT + value
    return value


def _unpack(value: Value) -> Value:
    if isinstance(value, str):
        if value.startswith(_DATE):
            return date.fromisoformat(value.removeprefix(_DATE))
        return value.removeprefix(_TEXT)
    return value


def _pack_row(row: Mapping[str, Value]) -> dict[str, Value]:
    return {name: _pack(value) for name, value in row.items() if value is not None}


def _unpack_row(row: Mapping[str, Value]) -> dict[str, Value]:
    return {name: _unpack(value) for name, value in row.items()}
