"""Which data a document was made from, as one fingerprint."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from metodist.programme.snapshot import snapshot

if TYPE_CHECKING:
    from metodist.documents.inputs import Inputs


def fingerprints(inputs: Inputs) -> dict[bool, str]:
    """SHA-256 over the programme as it is read and, by ``True``, over every table that counts as well.

    Two documents of the same fingerprint were made from the same programme and the same originals.
    """
    digest = hashlib.sha256(snapshot(inputs.programme).encode("utf-8"))
    alone = digest.hexdigest()
    if inputs.summary is not None:
        for school in inputs.summary.schools:
            digest.update(f"\n{school.organisation.code} {school.sha256}".encode())
        for faulty in inputs.summary.faulty:
            digest.update(f"\n{faulty.organisation.code} {faulty.received.isoformat()}".encode())
    return {False: alone, True: digest.hexdigest()}
