"""On which day a text was written, as far as it or its page says: signature, a date alone below a unit's name, the day of a meeting, the page's own date."""

import re
from datetime import date

from mingbai.text import lazy
from mingbai.text.proofreading.calendar import day_of
from mingbai.text.proofreading.model import Passage

_SHOWN = lazy.pattern(
    r"(?:发布|更新|编辑|时间|日期|发表|录入)?[^\d\n]{0,8}(?P<y>20\d\d)\s?[-年./]\s?(?P<m>\d{1,2})\s?[-月./]\s?(?P<d>\d{1,2})(?!\d)"
)
_SAID = lazy.pattern("发布|更新|时间|日期|来源|点击|浏览|编辑|作者|阅读")
_OF_PAGES = frozenset(("publish_line", "page_tools", "site_header"))
_ALONE = lazy.pattern(r"(?P<y>20\d\d)年(?P<m>\d{1,2})月(?P<d>\d{1,2})日")
_UNIT = lazy.pattern(
    "[一-鿿（）()]{2,30}(?:局|政府|委员会|办公室|处|院|校|中心|委|会|厅|站|所|公司|学校|支部|党委|党组|部|大队|小组|指挥部|法院|联社)"
)
_MET = lazy.pattern(r"时\s{0,4}间[：:]\s?(?P<y>20\d\d)年(?P<m>\d{1,2})月(?P<d>\d{1,2})日")
_MOST_LINES, _HEAD = 60, 300


def _day(match: re.Match[str]) -> date | None:
    return day_of(int(match["y"]), int(match["m"]), int(match["d"]))


def page_day(passage: Passage) -> date | None:
    """The day on which the page says that the text was published; the last one where it names several."""
    found = []
    for piece in passage.web:
        words = passage.text[piece.start : piece.end]
        if piece.kind in _OF_PAGES and piece.start < passage.end and (_SAID.search(words) or len(words) < 20):
            found += [day for match in _SHOWN.finditer(words) if (day := _day(match))]
    return max(found, default=None)


def signature(passage: Passage) -> tuple[date, int, int] | None:
    """The first day that stands alone in a line below the name of a unit, and where; in a notice the text it issues follows."""
    lines = passage.prose[:_MOST_LINES]
    for (_, above), (offset, line) in zip(lines, lines[1:], strict=False):
        match = _ALONE.fullmatch(line)
        day = _day(match) if match else None
        if day and _UNIT.fullmatch(above):
            return day, offset, offset + len(line)
    return None


def written_day(passage: Passage) -> date | None:
    """The signature's day, else that of the meeting told of, else that of the page."""
    if passage.document.written_on:
        return passage.document.written_on
    signed = passage.once(signature)
    if signed:
        return signed[0]
    met = _MET.search(passage.text, passage.start, min(passage.end, passage.start + _HEAD))
    return (_day(met) if met else None) or passage.once(page_day)


def where_written(passage: Passage, day: date) -> tuple[int, int]:
    """The last place where a date is written, else the end of the document."""
    pattern = rf"{day.year}\s*[年./-]\s*0?{day.month}\s*[月./-]\s*0?{day.day}\s*日?|[〇○零一二三四五六七八九]{{4}}年[一二三四五六七八九十]+月[一二三四五六七八九十]+日"
    written = list(re.finditer(pattern, passage.body))
    if not written:
        return passage.end, passage.end
    return passage.start + written[-1].start(), passage.start + written[-1].end()


_MENDS = lazy.pattern(
    "整改(?:措施|建议|要求|意见|方向|时限|期限)|下一?步|打算|改进|工作建议|努力方向|有关要求|工作要求"
)
_SECTION, _LINE = 160, 24


def mends_near(passage: Passage, at: int) -> bool:
    """Whether a heading or a lead not far above says that what follows is to be done."""
    above = passage.text[max(passage.start, at - _SECTION) : at]
    return any(_MENDS.search(line[:_LINE]) for line in above.split("\n"))
