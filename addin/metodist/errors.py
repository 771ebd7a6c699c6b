"""Two kinds of error: the user's, with a Russian sentence; and ours, with a traceback in the log."""

from __future__ import annotations


class UserError(Exception):
    """Something the user can mend: the text is a whole Russian sentence with what to do.

    Args:
        message: What happened and where.
        action: What to do about it.
    """

    def __init__(self, message: str, action: str = "") -> None:
        """Keep both sentences; ``str()`` joins them."""
        super().__init__(f"{message} {action}".strip())
        self.message = message
        self.action = action


class InternalError(Exception):
    """A contradiction inside the program; never the user's fault."""
