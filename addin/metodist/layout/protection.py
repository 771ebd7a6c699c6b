"""The password of protected sheets as Excel stores it: SHA-512 with a salt, repeated a hundred thousand times."""

from __future__ import annotations

import base64
import hashlib
import os
from dataclasses import dataclass
from functools import cache

SPIN_COUNT = 100_000


@dataclass(frozen=True, slots=True)
class PasswordHash:
    """What ``sheetProtection`` and ``workbookProtection`` carry instead of the password.

    Args:
        hash_value: Base64.
        salt_value: Base64.
    """

    hash_value: str
    salt_value: str


@cache
def password_hash(password: str) -> PasswordHash:
    """Hash a password, once a process: a hash takes as long as ten tables.

    Args:
        password: Plain text, not empty.
    """
    salt = os.urandom(16)
    digest = hashlib.sha512(salt + password.encode("utf-16-le")).digest()
    for count in range(SPIN_COUNT):
        digest = hashlib.sha512(digest + count.to_bytes(4, "little")).digest()
    return PasswordHash(base64.b64encode(digest).decode(), base64.b64encode(salt).decode())
