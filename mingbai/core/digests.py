"""Digests that the journal's chain and the editions rest on; the algorithm is the installation's setting."""

import hashlib
import json
from typing import Any

from cryptography.hazmat.primitives import hashes
from django.conf import settings

# made once: `json.dumps` with settings of its own makes an encoder for every call
_encode = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str).encode


def digest_bytes(content: bytes, algorithm: str | None = None) -> str:
    """Hex digest by `sha256` or `sm3` (GB/T 32905)."""
    name = algorithm or settings.CONFIG.hash_algorithm
    if name == "sm3":
        digest = hashes.Hash(hashes.SM3())
        digest.update(content)
        return digest.finalize().hex()
    return hashlib.sha256(content).hexdigest()


def canonical(value: Any) -> bytes:
    """The one byte form of a JSON value: sorted keys, no blanks, UTF-8."""
    return _encode(value).encode()


def digest_value(value: Any, algorithm: str | None = None) -> str:
    return digest_bytes(canonical(value), algorithm)
