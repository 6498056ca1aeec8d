"""Pictures in the text. A picture is an attachment of the item, cleaned like any other; the text names its address on the
desk, and the public page its address there. What is no picture of this very text is left out of the page."""

import re
from collections.abc import Collection, Mapping
from html import escape, unescape

from mingbai.core.sanitiser import PICTURE

_IMAGE = re.compile(r"<img\b[^>]*>")
_SOURCE = re.compile(rf'\ssrc="{PICTURE.pattern}"')
_ALT = re.compile(r'\salt="([^"]*)"')
SHOWABLE = {"image/jpeg": "jpg", "image/png": "png", "image/gif": "gif"}

# where the picture of that number stood in a Word file, until it is an attachment
_MARK = re.compile("\ue000(\\d{1,4})\ue001")


def place_mark(number: int) -> str:
    return f"\ue000{number}\ue001"


def marks_in(html: str) -> list[int]:
    return [int(number) for number in _MARK.findall(html)]


def unmarked(html: str, images: Mapping[int, str] | None = None) -> str:
    """With the images at the places of their marks, each after its paragraph; marks without one are dropped."""
    found = images or {}

    def moved(block: re.Match[str]) -> str:
        placed_here = "".join(found.get(number, "") for number in marks_in(block[0]))
        return f"{_MARK.sub('', block[0])}{placed_here}"

    blocks = re.sub(r"<(p|h[234])\b[^>]*>(?:(?!</\1>).)*</\1>", moved, html, flags=re.DOTALL)
    return _MARK.sub(lambda mark: found.get(int(mark[1]), ""), blocks)


def image(disclosure: int, file: int, alt: str) -> str:
    return f'<img src="{address(disclosure, file)}" alt="{escape(alt)}">'


def address(disclosure: int, file: int) -> str:
    """Where the desk shows it."""
    return f"/desk/disclosures/{disclosure}/files/{file}/"


def named_in(html: str) -> list[tuple[int, int]]:
    """(item, file) of each picture in the order of the text."""
    return [(int(found[1]), int(found[2])) for found in map(_SOURCE.search, _IMAGE.findall(html)) if found]


def strangers(html: str, disclosure: int, files: Collection[int]) -> list[str]:
    """The words under those pictures that are none of the item's own files."""
    return [
        unescape(alt[1]) if (alt := _ALT.search(image)) else ""
        for image in _IMAGE.findall(html)
        if not (found := _SOURCE.search(image)) or int(found[1]) != disclosure or int(found[2]) not in files
    ]


def without(html: str) -> str:
    return _IMAGE.sub("", html)


def placed(html: str, addresses: Mapping[int, str], disclosure: int) -> str:
    """The text with each picture at the address that its file has on this page."""

    def one(image: re.Match[str]) -> str:
        found = _SOURCE.search(image[0])
        if not found or int(found[1]) != disclosure or int(found[2]) not in addresses:
            return ""
        return image[0].replace(found[0], f' src="{addresses[int(found[2])]}"')

    return _IMAGE.sub(one, html) if "<img" in html else html
