"""PDF beside Word, through LibreOffice where it is installed: one start for all files, a profile of its own."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from metodist.errors import UserError
from metodist.messages import say
from metodist.services.office_fill import office_program
from metodist.services.transaction import refuse_if_open

#: Seconds that LibreOffice may take to start, and for each document.
_START, _EACH = 90, 6


def has_office() -> bool:
    """Whether PDF can be made here."""
    return office_program() is not None


def write_pdfs(wanted: Mapping[Path, Path]) -> tuple[Path, ...]:
    """Turn Word documents into PDF.

    Args:
        wanted: From a .docx to where its PDF is to stand; folders exist.

    Returns:
        The documents that LibreOffice did not turn, for whatever reason.

    Raises:
        UserError: LibreOffice is not installed.
    """
    program = office_program()
    if program is None:
        raise UserError(say("package.no_office"), say("package.no_office_action"))
    if not wanted:
        return ()
    with tempfile.TemporaryDirectory() as scratch:
        inbox, outbox = Path(scratch) / "in", Path(scratch) / "out"
        inbox.mkdir()
        numbered = {f"{number:05}": pair for number, pair in enumerate(wanted.items())}
        for name, (source, _) in numbered.items():
            shutil.copyfile(source, inbox / f"{name}.docx")
        _convert(program, sorted(inbox.iterdir()), outbox, Path(scratch) / "profile")
        made = {name for name in numbered if (outbox / f"{name}.pdf").is_file()}
        for name in made:
            shutil.copyfile(outbox / f"{name}.pdf", numbered[name][1])
    return tuple(source for name, (source, _) in numbered.items() if name not in made)


def beside(documents: Sequence[Path]) -> dict[Path, Path]:
    """Put a PDF beside each document; one that stood there is replaced only by a whole new one.

    Returns:
        From document to PDF, without those that LibreOffice did not turn.

    Raises:
        UserError: LibreOffice is not installed, or a PDF is open elsewhere.
    """
    targets = {document: document.with_suffix(".pdf") for document in documents}
    for target in targets.values():
        refuse_if_open(target)
    with tempfile.TemporaryDirectory() as scratch:
        wanted = {document: Path(scratch) / f"{number}.pdf" for number, document in enumerate(documents)}
        failed = write_pdfs(wanted)
        made = [document for document in documents if document not in failed]
        for document in made:
            hidden = targets[document].with_name(f".{document.stem}.pdf.tmp")
            shutil.copyfile(wanted[document], hidden)
            hidden.replace(targets[document])
    return {document: targets[document] for document in made}


def _convert(program: str, files: list[Path], outbox: Path, profile: Path) -> None:
    command = [program, f"-env:UserInstallation={profile.resolve().as_uri()}", "--headless", "--norestore"]
    command += ["--convert-to", "pdf", "--outdir", str(outbox), *map(str, files)]
    quiet = subprocess.DEVNULL
    try:
        with subprocess.Popen(command, stdout=quiet, stderr=quiet, stdin=quiet, start_new_session=True) as office:  # noqa: S603
            try:
                office.wait(_START + _EACH * len(files))
            except (subprocess.TimeoutExpired, KeyboardInterrupt):
                _stop(office)
                raise
    except (OSError, subprocess.TimeoutExpired):
        return


def _stop(office: subprocess.Popen[bytes]) -> None:
    """End LibreOffice with what it has started: its first process only waits for another one."""
    if hasattr(os, "killpg"):
        with suppress(ProcessLookupError):
            os.killpg(office.pid, signal.SIGKILL)
    else:
        office.kill()
