"""Dates and years as they stand in a text, and which year a sentence speaks of."""

import calendar
import re
from datetime import date

from mingbai.text import lazy
from mingbai.text.proofreading.model import Passage
from mingbai.text.proofreading.structure import Marker, is_heading
from mingbai.text.proofreading.triggers import matches, merged, sought
from mingbai.text.records import record

# Two days with 「至」 between them, and so much text around as a rule about periods may want to see.
RANGE = sought(r"[至到—－–~～-](?<=[\d日月起始\s至到—－–~～-].)\s*\d{1,4}[年月日]")
_AROUND_RANGE = 120
_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_PLANS = lazy.pattern(
    r"下一?步|下步|今后|打算|(?:改进|整改)(?:措施|方向|计划|打算|思路|设想|方案|安排|举措|意见)|努力方向|努力目标|下阶段|后续(?:工作|打算|措施)|工作设想|工作展望|工作思路|工作计划|工作安排|工作重点|工作任务|工作目标|下半年(?:工作)?(?:打算|安排|计划|重点|思路)|明年|来年|下一?年度?"
)
_NEXT = sought(
    r"(?:^|(?<=[。；;\n\u3000 ]))(?:(?:下一步|下步|下阶段|下一阶段|今后)(?:工作)?(?:打算|思路|计划)?[，,：:]|(?:(?:改进|整改)(?:措施|打算|方向)|努力方向|工作打算)[：:])",
    re.MULTILINE,
)
# Headings that are nothing but the word.
_BARE = frozenset(("整改", "改进", "打算", "计划", "今后"))
# The first and the last month of parts of a year.
PARTS_OF_YEAR = {
    "上半年": (1, 6),
    "下半年": (7, 12),
    "一季度": (1, 3),
    "二季度": (4, 6),
    "三季度": (7, 9),
    "四季度": (10, 12),
}


# 「第二部分 2022年工作计划」
PART_HEADING = lazy.pattern(r"[ \u3000]*第[一二三四五]部分[^。；;，,\n]{0,30}$")


@record
class Section:
    """A stretch that speaks of the future: from its heading to the next one of the same level."""

    start: int
    end: int


def in_digits(written: str) -> int | None:
    """2023 for 「2023」 or 「二〇二三」; None where it is neither."""
    turned = written.translate(_DIGITS)
    return int(turned) if turned.isdecimal() and turned.isascii() else None


def day_of(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has no such day."""
    if not (1 <= month <= 12 and 1 <= year <= 9999):
        return None
    return date(year, month, day) if 1 <= day <= calendar.monthrange(year, month)[1] else None


def periods(passage: Passage) -> list[tuple[int, int]]:
    """The stretches of text in which a period from one day to another may stand."""
    found = matches(passage, RANGE)
    return list(merged((match.span() for match in found), passage, _AROUND_RANGE))


def plan_sections(passage: Passage) -> list[Section]:
    """The parts about what is to be done. In a plan that is everything; in a summary what stands under such a heading."""
    if passage.document.kind == "work_plan":
        return [Section(passage.start, passage.end)]
    found = _unnumbered(passage) + _spoken(passage)
    markers = passage.markers
    for place, marker in enumerate(markers):
        line = passage.prose[marker.line][1]
        head = re.split(r"[。：:；]", line[marker.end - marker.start :])[0][:30]
        if (_PLANS.search(head) or head.strip() in _BARE) and not re.search(
            "完成情况|落实情况|开展情况|进展", head
        ):
            found.append(Section(marker.end, _end_of(passage, place, marker)))
    return found


def _spoken(passage: Passage) -> list[Section]:
    """From 「下一步，……」 to the end of the paragraph."""
    found = []
    for match in matches(passage, _NEXT):
        end = passage.text.find("\n", match.end())
        found.append(Section(match.end(), end if 0 <= end < passage.end else passage.end))
    return found


def _unnumbered(passage: Passage) -> list[Section]:
    """Under a plain heading 「下一步打算」 the plans run to the next chapter."""
    found = []
    chapters = [marker for marker in passage.markers if marker.family == "chinese"]
    numbered = {marker.line for marker in passage.markers}
    parts = [(offset, line) for offset, line in passage.prose[1:] if PART_HEADING.match(line)]
    for place, (offset, line) in enumerate(parts):
        if _PLANS.search(line):
            end = parts[place + 1][0] if place + 1 < len(parts) else passage.end
            found.append(Section(offset + len(line), end))
    for index, (offset, line) in enumerate(passage.prose[1:], 1):
        if len(line) <= 16 and index not in numbered and _PLANS.search(line) and is_heading(line):
            ends = [marker.start for marker in chapters if marker.start > offset]
            found.append(Section(offset + len(line), min(ends, default=passage.end)))
    return found


def _end_of(passage: Passage, place: int, marker: Marker) -> int:
    above = {earlier.family for earlier in passage.markers[:place]} - {
        later.family for later in passage.markers[place + 1 :] if later.number == 1
    }
    for following in passage.markers[place + 1 :]:
        if following.family == marker.family or following.family in above:
            return following.start
    return passage.end
