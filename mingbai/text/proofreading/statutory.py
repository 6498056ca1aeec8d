"""The tables of the statutory annual report inside running text: rows that look like headings, labels without marks.

Their figures are checked by `mingbai report verify`; the rules for prose read the text without them.
"""

from collections.abc import Iterator

from mingbai.text import lazy

_SIGN = "本年新收政府信息公开申请数量"
# section heading → the words with which its table begins
_SECTIONS = (
    (lazy.pattern(r"二、主动公开政府信息情况"), lazy.pattern(r"第二十条第?[（(]一[）)]项|信息内容")),
    (
        lazy.pattern(r"三、收到和处理政府信息公开申请情况"),
        lazy.pattern(
            r"[（(]?本列数据|申请人情况|一、本年新收政府信息公开申请数量|本年新收政府信息公开申请数量"
        ),
    ),
    (
        lazy.pattern(r"四、(?:因?政府信息公开)?(?:工作)?(?:被申请)?行政复议"),
        lazy.pattern(r"行政复议(?=\s*(?:行政诉讼|结果维持|未经复议|\n))|结果维持"),
    ),
)
_NEXT = (
    lazy.pattern(r"三、收到和处理政府信息公开申请情况"),
    lazy.pattern(r"四、(?:因?政府信息公开)(?:工作)?(?:被申请)?行政复议"),
    lazy.pattern(r"五、(?:政府信息公开工作)?(?:存在|主要|工作中)"),
)
_CELL = lazy.pattern(r"[^\n]")


def table_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where the tables of sections two to four stand; nothing in texts without the form's first row."""
    if _SIGN not in text:
        return
    for (heading, first), following in zip(_SECTIONS, _NEXT, strict=True):
        found = heading.search(text)
        begins = first.search(text, found.end()) if found else None
        ends = following.search(text, begins.end()) if begins else None
        if begins and ends:
            yield begins.start(), ends.start()


def _blanked(table: str) -> Iterator[str]:
    """The lines as blanks; the first holds a word, so that its heading does not look empty."""
    stand_in = "表。"
    for line in table.splitlines(keepends=True):
        blank = line if "。" in line else _CELL.sub(" ", line)
        if stand_in and blank is not line and blank.count(" ") > len(stand_in):
            blank, stand_in = stand_in + blank[len(stand_in) :], ""
        yield blank


def without_tables(text: str) -> str:
    """The text with the lines of those tables blanked, every offset kept. A line with a full stop is prose and stays."""
    pieces, reached = [], 0
    for start, end in table_spans(text):
        pieces.append(text[reached:start])
        pieces += _blanked(text[start:end])
        reached = end
    pieces.append(text[reached:])
    return "".join(pieces)
