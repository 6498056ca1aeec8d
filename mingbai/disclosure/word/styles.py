"""What a paragraph looks like once its style and the styles that this one builds on are counted in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from mingbai.disclosure.word.model import W

TITLE_LEVEL = 9
_HEADING = re.compile(r"(?:heading|标题)\s?(\d)$", re.IGNORECASE)
_TITLES = {"title", "标题", "文件标题", "公文标题"}
_ALIGNMENTS = {"center": "center", "right": "right", "end": "right"}
# a left indent beyond the middle of the page: twips
_FAR = 4000
_MARKS = {"b": "strong", "i": "em", "u": "u", "strike": "s"}
_OFF = {"0", "false", "off", "none"}
_CHAIN = 10


@dataclass(frozen=True, slots=True)
class Look:
    """`numbered`: list and level of an automatic number."""

    align: str
    level: int
    numbered: tuple[str, int] | None


class Styles:
    def __init__(self, root: Any) -> None:
        self._by_id = {style.get(f"{W}styleId"): style for style in root.iterchildren(f"{W}style")}
        self._default = next(
            (key for key, style in self._by_id.items() if style.get(f"{W}type") == "paragraph"
             and style.get(f"{W}default") in {"1", "true"}), ""
        )  # fmt: skip
        self.level = cache(self._level)

    def of(self, paragraph: Any) -> Look:
        places = [
            found
            for found in (paragraph.find(f"{W}pPr"), *self._style_places(paragraph))
            if found is not None
        ]
        return Look(self._align(places), self._heading(paragraph, places), self._numbered(places))

    def _style_id(self, paragraph: Any) -> str:
        found = paragraph.find(f"{W}pPr/{W}pStyle")
        return str(found.get(f"{W}val", "")) if found is not None else self._default

    def _chain(self, style_id: str) -> Iterator[Any]:
        for _ in range(_CHAIN):
            style = self._by_id.get(style_id)
            if style is None:
                return
            yield style
            base = style.find(f"{W}basedOn")
            style_id = base.get(f"{W}val", "") if base is not None else ""

    def _style_places(self, paragraph: Any) -> list[Any]:
        return [style.find(f"{W}pPr") for style in self._chain(self._style_id(paragraph))]

    @staticmethod
    def _align(places: list[Any]) -> str:
        for place in places:
            found = place.find(f"{W}jc")
            if found is not None:
                return _ALIGNMENTS.get(found.get(f"{W}val", ""), "left")
            indent = place.find(f"{W}ind")
            if indent is not None and _number(indent.get(f"{W}left") or indent.get(f"{W}start")) > _FAR:
                return "right"
        return "left"

    def _heading(self, paragraph: Any, places: list[Any]) -> int:
        outline = places[0].find(f"{W}outlineLvl") if places else None
        value = outline.get(f"{W}val", "") if outline is not None else ""
        if value.isdecimal() and int(value) < 9:
            return int(value) + 1
        return self.level(self._style_id(paragraph))

    def _level(self, style_id: str) -> int:
        style = self._by_id.get(style_id)
        named = style.find(f"{W}name") if style is not None else None
        name = named.get(f"{W}val", "").lower() if named is not None else ""
        found = _HEADING.search(name)
        if found:
            return min(int(found[1]), TITLE_LEVEL - 1)
        return TITLE_LEVEL if name in _TITLES else 0

    @staticmethod
    def _numbered(places: list[Any]) -> tuple[str, int] | None:
        for place in places:
            number = place.find(f"{W}numPr/{W}numId")
            if number is not None:
                level = place.find(f"{W}numPr/{W}ilvl")
                listed = number.get(f"{W}val", "0")
                return (
                    (listed, _number(level.get(f"{W}val")) if level is not None else 0)
                    if listed != "0"
                    else None
                )
        return None

    def size(self, paragraph: Any) -> float:
        """The largest type of its words, in points; 0 where neither runs nor styles say."""
        sizes = [_number(found.get(f"{W}val")) for found in paragraph.iterfind(f"{W}r/{W}rPr/{W}sz")]
        if not sizes:
            found = (style.find(f"{W}rPr/{W}sz") for style in self._chain(self._style_id(paragraph)))
            sizes = [_number(each.get(f"{W}val")) for each in found if each is not None][:1]
        return max(sizes, default=0) / 2

    @staticmethod
    def marks(run: Any) -> tuple[str, ...]:
        """The tags for bold, italic, underlined, struck, raised and lowered words."""
        look = run.find(f"{W}rPr")
        if look is None:
            return ()
        found = [tag for name, tag in _MARKS.items() if _is_on(look.find(f"{W}{name}"))]
        raised = look.find(f"{W}vertAlign")
        shift = {"superscript": "sup", "subscript": "sub"}.get(
            raised.get(f"{W}val", "") if raised is not None else ""
        )
        return (*found, shift) if shift else tuple(found)


def _is_on(element: Any) -> bool:
    return element is not None and element.get(f"{W}val", "1") not in _OFF


def _number(value: str | None) -> int:
    try:
        return int(float(value or 0))
    except ValueError:
        return 0
