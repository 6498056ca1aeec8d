"""The numbers that Word counts by itself: they are in no text of the file."""

from collections import defaultdict
from typing import Any

from mingbai.disclosure.word.model import W

_DIGITS = "零一二三四五六七八九"
_CHINESE = {
    "chineseCounting", "chineseCountingThousand", "japaneseCounting", "ideographDigital", "taiwaneseCounting",
    "taiwaneseCountingThousand", "chineseLegalSimplified",
}  # fmt: skip
_LEVELS = 9


def chinese(number: int) -> str:
    """1 to 99 as 一 to 九十九; larger numbers in figures."""
    if not 0 < number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    head = "" if not tens else "十" if tens == 1 else f"{_DIGITS[tens]}十"
    return head + (_DIGITS[ones] if ones or not tens else "")


def _written(number: int, form: str) -> str:
    if form in _CHINESE:
        return chinese(number)
    if form in {"decimalEnclosedCircle", "decimalEnclosedCircleChinese"} and 1 <= number <= 20:
        return chr(0x2460 + number - 1)
    if form in {"lowerLetter", "upperLetter"} and 1 <= number <= 26:
        letter = chr(ord("a") + number - 1)
        return letter.upper() if form == "upperLetter" else letter
    return str(number)


class Numbering:
    """Counts along the document; `label` must be asked for its paragraphs in order."""

    def __init__(self, root: Any | None) -> None:
        self._levels: dict[str, dict[int, tuple[str, str, int]]] = {}
        self._list_of: dict[str, str] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        if root is not None:
            self._read(root)

    def _read(self, root: Any) -> None:
        for abstract in root.iterchildren(f"{W}abstractNum"):
            self._levels[abstract.get(f"{W}abstractNumId")] = {
                int(level.get(f"{W}ilvl")): _level(level) for level in abstract.iterchildren(f"{W}lvl")
            }
        for number in root.iterchildren(f"{W}num"):
            target = number.find(f"{W}abstractNumId")
            if target is not None:
                self._list_of[number.get(f"{W}numId")] = target.get(f"{W}val")

    def label(self, number_id: str, level: int) -> str:
        """「一、」 for the next paragraph of that list and level; empty for bullets and unknown lists."""
        listed = self._list_of.get(number_id, "")
        forms = self._levels.get(listed, {})
        if level not in forms:
            return ""
        form, pattern, start = forms[level]
        counts = self._counts[listed]
        counts[level] = counts.get(level, start - 1) + 1
        for deeper in range(level + 1, _LEVELS):
            counts.pop(deeper, None)
        if form in {"bullet", "none"}:
            return ""
        for place, (inner, _, first) in forms.items():
            if place <= level:
                pattern = pattern.replace(f"%{place + 1}", _written(counts.get(place, first), inner))
        return pattern


def _level(level: Any) -> tuple[str, str, int]:
    def value(name: str, default: str) -> str:
        found = level.find(f"{W}{name}")
        return found.get(f"{W}val", default) if found is not None else default

    start = value("start", "1")
    return value("numFmt", "decimal"), value("lvlText", ""), int(start) if start.isdecimal() else 1
