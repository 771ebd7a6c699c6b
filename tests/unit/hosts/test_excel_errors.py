"""Excel's own refusals as sentences."""

from __future__ import annotations

import pytest

from metodist.errors import UserError
from metodist.hosts.excel import as_user_error


class com_error(Exception):  # noqa: N801, N818 - as pywintypes names it
    """An error of COM as pywin32 raises it."""

    def __init__(self, hresult, scode=None):
        super().__init__()
        self.hresult = hresult
        self.excepinfo = None if scode is None else (0, "Microsoft Excel", "текст", None, 0, scode)


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (com_error(-2147418111), "редактируете ячейку"),
        (com_error(-2146777998), "редактируете ячейку"),
        (com_error(-2147352567, -2146827284), "защищён лист"),
    ],
)
def test_what_users_meet_is_said_in_russian(error, sentence):
    found = as_user_error(error)

    assert isinstance(found, UserError)
    assert sentence in str(found)


@pytest.mark.parametrize("error", [com_error(-1), ValueError("а"), com_error(-2147352567, -7)])
def test_other_errors_stay_what_they_are(error):
    assert as_user_error(error) is error
