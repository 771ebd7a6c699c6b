"""Make ``workbooks/blank.xlsx``, the empty programme workbook, from the reader's own tables.

    python scripts/build_blank.py

Sheets, columns, explanations and words come from ``metodist.programme.schema``, the rows of «Паспорт» from
``passport_rows``, example rows from ``blank_book/examples.py``. A test fails when the file is stale.
"""

from __future__ import annotations

import sys
from pathlib import Path

from blank_book.build import parts, write_blank

BLANK = Path(__file__).resolve().parent.parent / "workbooks" / "blank.xlsx"


def main() -> int:
    """Write the workbook unless it says the same already."""
    draft = BLANK.with_name(f".{BLANK.name}")
    try:
        write_blank(draft)
        if BLANK.is_file() and parts(BLANK) == parts(draft):
            print(f"{BLANK.name}: как было")
        else:
            draft.replace(BLANK)
            print(f"{BLANK.name}: создана, {BLANK.stat().st_size // 1024} КБ")
    finally:
        draft.unlink(missing_ok=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
