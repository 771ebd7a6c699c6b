"""Formulas read without the office's parser read as the parser would say them, on every formula of whole workbooks."""

from __future__ import annotations

import re

import pytest

from working_folder_sample import FILLED, make_folder

pytestmark = pytest.mark.office


def test_every_form_of_a_school_table_reads_as_the_office_says_it(live_office, tmp_path):
    table = make_folder(tmp_path / "район") / FILLED

    pairs = live_office.formulas(table)

    differing = [pair for pair in pairs if pair[1] is not None and pair[1] != pair[2]]
    assert differing == []
    assert sum(plain is not None for _, plain, _ in pairs) > 0.9 * len(pairs) > 50


def test_the_forms_are_of_every_sheet(live_office, tmp_path):
    table = make_folder(tmp_path / "район") / FILLED

    functions = {name for formula, *_ in live_office.formulas(table) for name in re.findall(r"([A-Z]+)\(", formula)}

    assert {"IF", "COUNTIFS", "SUMPRODUCT", "INDEX", "HYPERLINK"} <= functions
