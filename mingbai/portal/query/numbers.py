"""Document numbers however they are typed: 明政办〔2024〕7号, 明政办2024-7, 政办【2024】第07号文, 明政办2024年7号."""

import re
from typing import NamedTuple

_NUMBER = re.compile(
    r"(?P<series>[^\W\d_]{1,12})\W*(?P<year>(?:19|20)\d{2})\W*年?\W*第?(?P<count>\d{1,5})(?:号(?:文件?)?)?"
)


class DocumentNumber(NamedTuple):
    """`series`: 明政办, or as much of it as was typed. `tail`: year, number and 号 without brackets, as indexed."""

    series: str
    tail: str

    @property
    def plain(self) -> str:
        return self.series + self.tail


def read(typed: str) -> DocumentNumber | None:
    """What is a number and nothing else; `typed` normalised and without blanks."""
    found = _NUMBER.fullmatch(typed)
    if not found:
        return None
    return DocumentNumber(found["series"], f"{found['year']}{int(found['count'])}号")
