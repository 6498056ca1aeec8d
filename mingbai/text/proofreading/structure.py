"""What the rules need to know of a text's build: numerals, numbering marks at the head of lines, headings."""

import re
from collections.abc import Collection, Iterable, Sequence
from typing import Literal, NamedTuple

from mingbai.text import lazy

Family = Literal[
    "chapter", "section", "article", "chinese", "chinese_paren", "arabic", "arabic_paren", "circled"
]

_DIGITS = {numeral: value for value, numeral in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "○": 0,
    "两": 2,
}
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_MARK = lazy.pattern(
    r"第(?P<chapter>[一二三四五六七八九十百]{1,4})章"
    r"|第(?P<section>[一二三四五六七八九十百]{1,4})节(?!课)"
    r"|第(?P<article>[一二三四五六七八九十百]{1,5})条(?=[ \u3000：:]|[^第规款项例所、，,和与及中之的（(])"
    r"|(?P<chinese>[一二三四五六七八九十]{1,3})\s?[、.．]"
    r"|[（(]\s?(?P<chinese_paren>[一二三四五六七八九十]{1,3})\s?[）)]"
    r"|(?P<half_paren>[一二三四五六七八九十])[）)]"
    r"|[（(]?(?P<arabic_paren>\d{1,2})[）)](?!\d)"
    r"|(?P<arabic>\d{1,2})(?:[、．]|\.(?!\d))"
    r"|(?P<circled>[①-⑳])"
)
_MARK_BEGINS = frozenset("第（(" + "一二三四五六七八九十" + _CIRCLED)
_SENTENCE_END = tuple("。！？!?；;…")
_CLOSERS = "”’」』）)》】"


class Marker(NamedTuple):
    """A numbering mark at the head of a line: 「（三）」 is `chinese_paren` 3. `line` indexes the passage's lines."""

    start: int
    end: int
    family: Family
    number: int
    line: int


def chinese_number(numeral: str) -> int | None:
    """The value of 「三」, 「十二」 or 「一百零五」 up to 999; None for anything else."""
    total, pending = 0, 0
    for character in numeral:
        if character in _DIGITS:
            pending = _DIGITS[character]
        elif character == "十":
            total, pending = total + (pending or 1) * 10, 0
        elif character == "百":
            total, pending = total + (pending or 1) * 100, 0
        else:
            return None
    return total + pending or None


def in_chinese(number: int) -> str:
    """「十二」 for 12; numbers from 100 on stay in digits."""
    if number >= 100:
        return str(number)
    tens, units = divmod(number, 10)
    head = "" if tens == 0 else ("十" if tens == 1 else "零一二三四五六七八九"[tens] + "十")
    return head + ("零一二三四五六七八九"[units] if units else "") or "零"


def read_marker(line: str) -> tuple[Family, int, int] | None:
    """Family, number and length of the numbering mark that a line begins with."""
    first = line[:1]
    if first not in _MARK_BEGINS and not first.isdecimal():
        return None
    match = _MARK.match(line)
    if match is None:
        return None
    group = match.lastgroup or ""
    family: Family = "chinese_paren" if group == "half_paren" else group  # type: ignore[assignment]
    written = match[group]
    if family == "circled":
        number: int | None = _CIRCLED.index(written) + 1
    elif family in {"arabic", "arabic_paren"}:
        number = int(written)
    else:
        number = chinese_number(written)
    return (family, number, match.end()) if number else None


# Inside a line a numbering mark follows a stop, as in 「对下列事项公开：1、财务；2、低保」.
_INSIDE = lazy.pattern(
    r"[。；;：:，,](?<!\d[：:])\s?(?=[\d一二三四五六七八九十（(①-⑳])(?=[一二三四五六七八九十]{1,3}、(?!二|三|四|五|六|七|八|九|十)|[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)][^，,。；;、）)]{2}"
    r"|\d{1,2}(?:、|\.(?!\d))[^\d，,。；;、]{2}|[①-⑳]|[二三四五六七八九十][）)])"
)


# What every match of the pattern above holds.
INNER_MARK = lazy.pattern(r"[。；;：:，,](?=\s?(?:[①-⑳]|[\d一二三四五六七八九十（(].{0,3}?[、.)）]))")


def find_inner_markers(
    lines: Sequence[tuple[int, str]], heads: Iterable[Marker], inside: Collection[int]
) -> list[Marker]:
    """Every numbering mark, at the head of a line (`heads`) or after a stop inside it, in the order of the text.

    `inside` numbers the lines in which a mark may stand after a stop, see `INNER_MARK`.
    """
    found = list(heads)
    for index in inside:
        offset, line = lines[index]
        for match in _INSIDE.finditer(line):
            at = match.end()
            read = read_marker(line[at : at + 12])
            if read:
                found.append(Marker(offset + at, offset + at + read[2], read[0], read[1], index))
    return sorted(found, key=lambda marker: marker.start) if inside else found


def find_markers(lines: Iterable[tuple[int, str]]) -> tuple[Marker, ...]:
    """Every numbering mark at the head of a line."""
    found = []
    for index, (offset, line) in enumerate(lines):
        read = read_marker(line)
        if read:
            family, number, length = read
            found.append(Marker(offset, offset + length, family, number, index))
    return tuple(found)


def ends_sentence(line: str) -> bool:
    """Whether a line is finished: closing quotes and brackets after the full stop do not matter."""
    return line.rstrip(_CLOSERS).endswith(_SENTENCE_END)


def is_heading(line: str) -> bool:
    """A numbered or short line without a sentence in it."""
    if ends_sentence(line) or line.endswith(("，", ",", "、")):
        return False
    return len(line) <= 40 and "。" not in line and (read_marker(line) is not None or len(line) <= 22)


def starts_afresh(line: str) -> bool:
    """A paragraph that can stand alone after one that merely lost its full stop."""
    return (
        re.match(
            r"(?:20\d\d年|针对|凡|今年|去年|近年|我[镇乡县区市局办校院委所街]|为|同时|此外|下一步|在|根据|按照|通过|截至|存在"
            r"|回顾|目前|当前|现将|总之|综上|今后|首先|组\s?长[：:]|全[镇乡县区市村校局]|各[村镇单]|几年来|一年来)",
            line,
        )
        is not None
    )


_CLAUSE_ENDS = re.compile("[，,。；;！!？?、]")
# No line of a verse or of a row of watchwords is longer.
_VERSE = 60


def are_verses(line: str, following: str) -> bool:
    """Whether two lines are of one measure, 「爱国家，爱集体，⏎讲文明，树新风，」: their breaks are the writer's."""
    if max(len(line), len(following)) > _VERSE or read_marker(line) or read_marker(following):
        return False
    clauses = [each for text in (line, following) for each in _CLAUSE_ENDS.split(text) if each.strip()]
    return len({len(each.strip()) for each in clauses}) == 1
