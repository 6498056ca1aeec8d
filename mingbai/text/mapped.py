"""Data files that are looked up where they lie: nothing is read before it is asked for."""

import mmap
import sys
from array import array
from collections.abc import Sequence
from pathlib import Path
from typing import Literal


def content_of(path: Path) -> memoryview:
    """The bytes of a file, mapped into memory."""
    with path.open("rb") as file:
        return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))


def numbers(view: memoryview, kind: Literal["H", "I", "Q"], at: int, count: int) -> Sequence[int]:
    """Numbers as they stand in the file, which is little-endian."""
    part = view[at : at + count * array(kind).itemsize]
    if sys.byteorder == "little":
        return part.cast(kind)
    swapped = array(kind, part.tobytes())
    swapped.byteswap()
    return swapped
