"""Where a host starts: run the command, show the result or the error; the only place that catches everything."""

from __future__ import annotations

import errno
import traceback
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from metodist.errors import UserError
from metodist.messages import say

UNUSABLE = 2
_TROUBLES = {
    errno.EROFS: "read_only",
    errno.EEXIST: "file_in_place",
    errno.ENOTDIR: "file_in_place",
    errno.EISDIR: "folder_in_place",
    errno.ENOTEMPTY: "folder_in_place",
    errno.ENAMETOOLONG: "long_name",
    errno.ENOENT: "gone",
    errno.EBUSY: "busy",
    errno.EIO: "device",
}
"""What the system says in its own language, by the end of the message's id."""
INTERRUPTED = 130


def guarded(run: Callable[[], int], tell: Callable[[str], None]) -> int:
    """Run a command; every error becomes a Russian sentence and an exit code.

    Args:
        run: The command; returns its exit code.
        tell: Shows one sentence to the user.

    Returns:
        The command's own code; 2 for unusable input; 130 for an interruption; 3 for an error of ours.
    """
    try:
        return run()
    except UserError as error:
        tell(str(error))
        return UNUSABLE
    except KeyboardInterrupt:
        tell(say("services.interrupted"))
        return INTERRUPTED
    except OSError as error:
        tell(_disk(error))
        return UNUSABLE
    except Exception as error:  # noqa: BLE001 - the only place that catches everything
        tell(say("services.internal_error", log=log_error(error)))
        return 3


def _disk(error: OSError) -> str:
    path = error.filename or ""
    if error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)):
        return f"{say('services.no_space')} {say('services.no_space_action')}"
    if isinstance(error, PermissionError):
        return f"{say('services.no_access', path=path)} {say('services.no_access_action')}"
    word = _TROUBLES.get(error.errno or 0)
    reason = say(f"services.trouble_{word}") if word else say("services.trouble_other", code=error.errno or "—")
    return f"{say('services.disk_trouble', path=path, reason=reason)} {say('services.disk_trouble_action')}"


def log_error(error: BaseException) -> Path:
    """Append a traceback to the log; values of variables, and so personal data, are not in it.

    The message of the error itself is left out for the same reason: it may quote a cell.
    """
    from platformdirs import user_log_path

    path = user_log_path("metodist", appauthor=False, ensure_exists=True) / "metodist.log"
    frames = "".join(traceback.format_tb(error.__traceback__))
    with path.open("a", encoding="utf-8") as log:
        log.write(f"{datetime.now():%Y-%m-%d %H:%M:%S}\n{frames}{type(error).__name__}\n\n")
    return path
