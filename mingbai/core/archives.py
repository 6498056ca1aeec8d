"""Encrypting a file with a passphrase: AES-256-GCM in chunks, key by scrypt. For backups that leave the house."""

import os
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from mingbai.core.errors import BadInput

MAGIC = b"MINGBAI1"
CHUNK = 1 << 20
SALT, PREFIX = 16, 4


def is_encrypted(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(MAGIC)) == MAGIC


def _cipher(passphrase: str, salt: bytes) -> AESGCM:
    return AESGCM(Scrypt(salt=salt, length=32, n=2**15, r=8, p=1).derive(passphrase.encode()))


def _chunks(file: BinaryIO, size: int) -> Iterator[tuple[int, bytes, bool]]:
    """(number, content, last): the last flag is authenticated, so a cut file is noticed."""
    number, current = 0, file.read(size)
    while True:
        following = file.read(size)
        yield number, current, not following
        if not following:
            return
        number, current = number + 1, following


def _nonce(prefix: bytes, number: int) -> bytes:
    return prefix + struct.pack(">Q", number)


def encrypt(source: Path, target: Path, passphrase: str) -> None:
    salt, prefix = os.urandom(SALT), os.urandom(PREFIX)
    cipher = _cipher(passphrase, salt)
    with source.open("rb") as plain, target.open("wb") as sealed:
        sealed.write(MAGIC + salt + prefix)
        for number, content, last in _chunks(plain, CHUNK):
            sealed.write(cipher.encrypt(_nonce(prefix, number), content, b"last" if last else b"more"))


def decrypt(source: Path, target: Path, passphrase: str) -> None:
    """Raises `BadInput` for a wrong passphrase or a damaged file; nothing usable is left behind then."""
    with source.open("rb") as sealed, target.open("wb") as plain:
        if sealed.read(len(MAGIC)) != MAGIC:
            raise BadInput("这不是加密的备份文件。")
        salt, prefix = sealed.read(SALT), sealed.read(PREFIX)
        cipher = _cipher(passphrase, salt)
        try:
            for number, content, last in _chunks(sealed, CHUNK + 16):
                plain.write(cipher.decrypt(_nonce(prefix, number), content, b"last" if last else b"more"))
        except InvalidTag as error:
            plain.truncate(0)
            raise BadInput("口令不对，或者备份文件已损坏。请核对口令，或换一份备份。") from error
