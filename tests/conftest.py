"""What every test may ask for."""

from __future__ import annotations

import gc
import os

import pytest
from hypothesis import settings

from metodist.domain.programme import Programme
from programme_text import small_programme as read_small_programme

# A shared or slow machine may need long for one example; that is no failure. The same examples everywhere.
settings.register_profile("metodist", deadline=None, derandomize=os.environ.get("CI") == "true")
settings.load_profile("metodist")

# Tests make workbooks of many small objects; looking through all of them anew every 700 takes a tenth of the time.
gc.set_threshold(100_000, 20, 50)


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--regenerate`` writes snapshots and goldens anew instead of comparing."""
    parser.addoption(
        "--regenerate", action="store_true", help="write snapshots and golden files anew instead of comparing"
    )


@pytest.fixture(scope="session")
def regenerate(request: pytest.FixtureRequest) -> bool:
    """True where snapshots and golden files are to be written anew."""
    return bool(request.config.getoption("--regenerate"))


@pytest.fixture(scope="session")
def small_programme() -> Programme:
    """A small valid programme: see ``programme_text.SMALL``."""
    return read_small_programme()
