"""The year before of the demo: invented tables, taken in, so that there is something to compare with."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from metodist.domain.programme import Programme
from metodist.domain.tables import Prefill
from metodist.services.collecting import collect
from metodist.services.demo_data import school_data
from metodist.services.demo_district import fill_district
from metodist.services.programmes import new_folder
from metodist.services.resources import programme_codes
from metodist.services.working_folder import INBOX, PROGRAMME, load_programme, table_name

_MOST = 16
"""So many schools sent tables the year before: enough to compare, few enough to wait for."""
_FIRST_YEAR = 2000


def begin_with_year_before(code: str, folder: Path, seed: int) -> int:
    """Make the demo's folder from one of the year before, as the next year's folder is made.

    Only for a programme of the product: a folder of the user's own brings its own archive.

    Args:
        code: What to show; see ``demo.run_demo``.
        folder: The demo's folder; «Программа.xlsx» and the archive stand in it afterwards.
        seed: The same seed gives the same answers.

    Returns:
        How many tables of the year before are in the archive.

    Raises:
        UserError: There is no such programme.
    """
    if code not in programme_codes():
        new_folder(code, folder)
        return 0
    with TemporaryDirectory(prefix="metodist-") as scratch:
        earlier = Path(scratch) / "year"
        new_folder(code, Path(scratch) / "now")
        programme = load_programme(Path(scratch) / "now" / PROGRAMME)
        year = programme.passport.period.year
        if year <= _FIRST_YEAR:
            new_folder(code, folder)
            return 0
        new_folder(code, earlier, year - 1)
        then = load_programme(earlier / PROGRAMME)
        fill_district(earlier / PROGRAMME, then, seed - 1)
        _hand_in(then, earlier / INBOX, seed)
        taken = collect(earlier)
        new_folder(str(earlier), folder, year)
        return len(taken)


def _hand_in(programme: Programme, inbox: Path, seed: int) -> None:
    """Put filled tables into «Входящие»: last year's are past, no clerk has to type them."""
    from metodist.layout.clone import TablePress
    from metodist.layout.school_table import table_spec
    from metodist.scoring.indicators import score_school

    press = TablePress()
    for school in programme.reporting[:_MOST]:
        data = school_data(programme, school, seed, year_before=True)
        spec = table_spec(programme, school, Prefill(data), score_school(programme, data))
        press.write(spec, inbox / table_name(programme, school))
