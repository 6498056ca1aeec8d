"""Where a report begins, and where its parts stand in the text.

Parts are found by what only the form says (勾稽关系, 信息内容, 结果维持 …), not by section headings alone: many reports
list the headings in their first sentence.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mingbai.text.annual_reports.tokens import IDEOGRAPH
from mingbai.text.model import Span

TABLE3_FIRST_ROWS = re.compile("新收政府信息.{0,12}申请.{0,14}?上年度?结转")
TABLE3_OTHER_SIGN = re.compile("勾稽关系|钩稽关系")
TABLE3_HEADING = re.compile("收到和处理政府信息公开申请")
TABLE3_LAST_ROW = re.compile("结转下年度?|结转下一年")
TABLE2_START = re.compile("第二十条第.?一?.?项?信息内容|信息内容|本年制发件数|本年新制作数量")
TABLE2_BLOCK = re.compile("第二十条第一项")
TABLE4_START = re.compile("行政复议.{0,8}行政诉讼|结果维持")
TABLE4_HEADER = re.compile("结果维持|维持结果|尚未审结|结果结果|维持纠正|结结其尚")
SECTION_ONE = re.compile(r"一\s*[、.．]\s*(?:工作)?(?:总体|基本|整体|概)")
SECTION_FIVE = re.compile("存在的?主要问题|存在的?问题|主要问题[及和与]|问题[及和与]改进")
SECTION_SIX = re.compile("其[他它]需要?报告|需要报告的?其他|其[他它]事项")
TITLE_LINE = re.compile(
    r"^[^\n。；]{0,60}(?:年度报告|年报|年度工作报告|工作报告)[^\n。；，]{0,6}$", re.MULTILINE
)
YEAR_FIRST = re.compile(r"^\s*[(（]?\s*20\d\d\s*年")
HEADING_REACH = 40
ROW_CELLS = 7


@dataclass(frozen=True, slots=True)
class Letters:
    """The ideographs of a text with their offsets: what headings look like without spaces and line breaks."""

    text: str
    offsets: tuple[int, ...]

    def first(self, pattern: re.Pattern[str], begin: int, end: int) -> tuple[int, int] | None:
        match = pattern.search(self.text, begin, end)
        return match.span() if match else None

    def last(self, pattern: re.Pattern[str], begin: int, end: int) -> tuple[int, int] | None:
        spans = [match.span() for match in pattern.finditer(self.text, begin, end)]
        return spans[-1] if spans else None

    def index_at(self, offset: int) -> int:
        """How many letters stand before `offset`."""
        low, high = 0, len(self.offsets)
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if self.offsets[middle] < offset else (low, middle)
        return low

    def offset_of(self, index: int, default: int) -> int:
        return self.offsets[index] if index < len(self.offsets) else default


@dataclass(frozen=True, slots=True)
class Outline:
    """One report in a text and its parts; a part that is not there is None."""

    whole: Span
    intro: Span
    section_one: Span
    table2: Span | None
    table3: Span | None
    table4: Span | None
    section_five: Span | None
    section_six: Span | None


def letters_of(text: str) -> Letters:
    found = [(match.group(), match.start()) for match in IDEOGRAPH.finditer(text)]
    return Letters("".join(letter for letter, _ in found), tuple(offset for _, offset in found))


def outlines(text: str) -> list[Outline]:
    """Every report in `text`, in order; a text without any of the form's tables is taken as one report."""
    letters = letters_of(text)
    anchors = [match.span() for match in TABLE3_FIRST_ROWS.finditer(letters.text)]
    anchors = [a for a in anchors if _holds_a_row(text, letters, a)] or anchors[:1]
    if not anchors:
        anchors = [match.span() for match in TABLE3_OTHER_SIGN.finditer(letters.text)][:1]
    if len(anchors) < 2:
        return [_outline(text, letters, Span(0, len(text)), anchors[0] if anchors else None)]
    borders = [0, *_borders(text, letters, anchors), len(text)]
    return [
        _outline(text, letters, Span(start, end), anchor)
        for start, end, anchor in zip(borders, borders[1:], anchors, strict=False)
    ]


def _holds_a_row(text: str, letters: Letters, anchor: tuple[int, int]) -> bool:
    """Between the first two labels of table three stand seven values, in a sentence with the same words only one."""
    figures = re.findall(r"\d+", text[letters.offsets[anchor[0]] : letters.offsets[anchor[1] - 1]])
    return len(figures) != 1 or len(figures[0]) >= ROW_CELLS


def _borders(text: str, letters: Letters, anchors: list[tuple[int, int]]) -> Iterator[int]:
    """Where each report after the first begins: at its title, else at its first section."""
    for before, after in zip(anchors, anchors[1:], strict=False):
        table4 = letters.first(TABLE4_START, before[1], after[0])
        first = (table4 or before)[1]
        table2 = letters.first(TABLE2_START, first, after[0])
        begin, end = letters.offsets[first - 1], letters.offsets[(table2 or after)[0]]
        titles = list(TITLE_LINE.finditer(text, begin, end))
        section = SECTION_ONE.search(text, begin, end)
        if titles:
            # a running title repeats on every page; the report begins with the first of them
            last = titles[-1].group().strip()
            yield _with_line_before(text, next(title for title in titles if title.group().strip() == last))
        else:
            yield section.start() if section else end


def _with_line_before(text: str, title: re.Match[str]) -> int:
    """A title that starts with the year has its unit on the line above."""
    if not YEAR_FIRST.match(title.group()):
        return title.start()
    above = text[: title.start()].rstrip()
    start = above.rfind("\n") + 1
    line = above[start:].strip()
    return start if 2 <= len(line) <= 30 and not re.search("[。；：，]", line) else title.start()


def _outline(text: str, letters: Letters, whole: Span, anchor: tuple[int, int] | None) -> Outline:
    first, last = letters.index_at(whole.start), letters.index_at(whole.end)
    anchor_start = anchor[0] if anchor else last
    table2 = letters.first(TABLE2_START, first, anchor_start)
    block = letters.last(TABLE2_BLOCK, first, table2[0]) if table2 else None
    if table2 and block and table2[0] - block[0] < HEADING_REACH:
        table2 = block
    table3 = _table3_start(letters, table2[0] if table2 else first, anchor)
    table4 = _table4_start(letters, anchor, table2, first, last)
    after_tables = table4 or (anchor[1] if anchor else table2[1] if table2 else first)
    five = letters.first(SECTION_FIVE, after_tables, last)
    six = letters.first(SECTION_SIX, five[1] if five else after_tables, last)
    starts = [
        table2[0] if table2 else None,
        table3,
        table4,
        five[0] if five else None,
        six[0] if six else None,
    ]
    spans = _spans(letters, starts, whole.end)
    body_end = next((span.start for span in spans if span), whole.end)
    heading = SECTION_ONE.search(text, whole.start, body_end)
    split = heading.start() if heading else whole.start
    return Outline(whole, Span(whole.start, split), Span(split, body_end), *spans)


def _table3_start(letters: Letters, begin: int, anchor: tuple[int, int] | None) -> int | None:
    if anchor is None:
        return None
    heading = letters.last(TABLE3_HEADING, begin, anchor[0]) or letters.last(
        TABLE3_OTHER_SIGN, begin, anchor[0]
    )
    return heading[0] if heading else anchor[0]


def _table4_start(
    letters: Letters, anchor: tuple[int, int] | None, table2: tuple[int, int] | None, first: int, last: int
) -> int | None:
    """The start of table four: behind table three if there is one, else only where its header row is."""
    begin = anchor[1] if anchor else table2[1] if table2 else first
    last_row = letters.last(TABLE3_LAST_ROW, begin, last) if anchor else None
    if last_row:
        begin = last_row[1]
    header = letters.first(TABLE4_HEADER, begin, last)
    if header is None:
        heading = letters.first(TABLE4_START, begin, last) if anchor else None
        return heading[0] if heading else None
    heading = letters.first(TABLE4_START, begin, header[1])
    return min(heading[0] if heading else header[0], header[0])


def _spans(letters: Letters, starts: list[int | None], end: int) -> list[Span | None]:
    """Each part reaches to the start of the next one that is there."""
    spans: list[Span | None] = []
    for position, start in enumerate(starts):
        if start is None:
            spans.append(None)
            continue
        following = next((later for later in starts[position + 1 :] if later is not None), None)
        stop = end if following is None else letters.offset_of(following, end)
        spans.append(Span(letters.offset_of(start, end), stop))
    return spans
