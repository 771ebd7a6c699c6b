"""What an X-ray of a template says."""

from __future__ import annotations

from dataclasses import dataclass

from metodist.domain.findings import Severity
from metodist.messages import say


@dataclass(frozen=True, slots=True)
class TemplateFinding:
    """One thing that an X-ray of a template found.

    Args:
        code: Stable English id, such as ``"unknown_place"``.
        severity: An error stops the document; a warning asks to look; a remark informs.
        message: The whole Russian sentence, with the paragraph quoted.
        place: The paragraph's text; empty for the whole file.
        suggestion: What to do.
    """

    code: str
    severity: Severity
    message: str
    place: str = ""
    suggestion: str = ""


class Findings:
    """Collects findings, each once."""

    def __init__(self) -> None:
        """Nothing found yet."""
        self._found: dict[TemplateFinding, None] = {}

    def error(self, code: str, place: str = "", **values: object) -> None:
        """Note what stops the document."""
        self._add(code, Severity.ERROR, place, values)

    def warning(self, code: str, place: str = "", **values: object) -> None:
        """Note what should be looked at."""
        self._add(code, Severity.WARNING, place, values)

    def remark(self, code: str, place: str = "", **values: object) -> None:
        """Note what is good to know."""
        self._add(code, Severity.REMARK, place, values)

    def _add(self, code: str, severity: Severity, place: str, values: dict[str, object]) -> None:
        message = say(f"xray.{code}", place=place, **values)
        self._found[TemplateFinding(code, severity, message, place, say(f"xray.{code}_action", **values))] = None

    @property
    def sorted(self) -> tuple[TemplateFinding, ...]:
        """Errors first, then warnings, then remarks; each in the order of the template."""
        order = list(Severity)
        return tuple(sorted(self._found, key=lambda finding: order.index(finding.severity)))
