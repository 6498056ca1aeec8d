"""The lines of a text with their places, and what a line looks like at a glance."""

from dataclasses import dataclass

from mingbai.text import lazy
from mingbai.text.model import Span

BLANK = " \t\r\n\f\v\u3000\xa0\ufeff\u200b\u2002\u2003"
LINE = lazy.pattern(r"[^\r\n\u2028\u2029]+")
NUMERAL = "一二三四五六七八九十"
TOP_NUMBER = lazy.pattern(rf"[{NUMERAL}]{{1,3}}\s?[、，,.．]|第[{NUMERAL}]{{1,3}}(?:部分|章)")
LIST_NUMBER = lazy.pattern(
    rf"[{NUMERAL}]{{1,3}}\s?[、，,.．]|[（(]\s?(?:[{NUMERAL}]{{1,3}}|\d{{1,2}})\s?[)）]|\d{{1,2}}\s?[、.．)）](?!\d)|\d{{1,2}}(?:[.．]\d{{1,2}}){{1,3}}(?!\d)"
    rf"|[①-⑳]|第[{NUMERAL}]{{1,3}}(?:条|章|部分|[，,、])|[{NUMERAL}]是"
)
SENTENCE_END = "。！？；!?;…"
CLOSERS = "”’』」）)》】\"'"
DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
# Where a title stops being a title: a sentence of prose is longer or carries a comma.
TITLE_LENGTH = 60


@dataclass(frozen=True, slots=True)
class Line(Span):
    """A non-blank line without the blanks around it."""

    text: str

    @property
    def ends_sentence(self) -> bool:
        return self.text.rstrip(CLOSERS)[-1:] in SENTENCE_END

    @property
    def is_prose(self) -> bool:
        """A paragraph of running text rather than a heading, a link or a label."""
        return len(self.text) >= 30 and any(mark in self.text for mark in "，。；,;")


def lines_of(text: str, start: int = 0, end: int | None = None) -> list[Line]:
    """The non-blank lines of `text[start:end]`, offsets into `text`."""
    found = []
    for match in LINE.finditer(text, start, len(text) if end is None else end):
        raw = match.group()
        stripped = raw.strip(BLANK)
        if stripped:
            at = match.start() + len(raw) - len(raw.lstrip(BLANK))
            found.append(Line(at, at + len(stripped), stripped))
    return found


def number_of(numeral: str) -> int | None:
    """12, 十二, 二十, ⑫ and Ⅻ as int; None where it is no number below 1,000."""
    for first, last in ("①⑳", "ⅠⅫ"):
        if len(numeral) == 1 and first <= numeral <= last:
            return ord(numeral) - ord(first) + 1
    if numeral.isdecimal():
        return int(numeral[:4])
    total, digit = 0, 0
    for c in numeral:
        if c in DIGITS:
            digit = DIGITS[c]
        elif c in "十百":
            total += (digit or 1) * (10 if c == "十" else 100)
            digit = 0
        else:
            return None
    return total + digit
