"""Of which year each part of a text speaks, and whether it tells of that year or plans for it.

The title says the paper's year, a heading 「二、2021年工作要点」 that of its part; what a summary intends is for the year after. A
school year has two halves, of which the second lies in the later year.
"""

import re
from bisect import bisect_right

from mingbai.text import lazy
from mingbai.text.proofreading.calendar import plan_sections
from mingbai.text.proofreading.model import Passage
from mingbai.text.proofreading.rules._speaker import title_of
from mingbai.text.records import record

_YEAR = lazy.pattern(r"(?<!\d)(?P<year>20\d\d)年")
_HEAD = lazy.pattern(r"^[^。；;\n]{0,36}")
_INTENDS = lazy.pattern(
    "打算|计划|思路|安排|要点|下一?步|今后|目标|任务|设想|展望|重点|举措|谋划|规划|改进|努力方向"
)
_SCHOOL_YEAR = lazy.pattern(
    r"(?P<first>20\d\d)\s?(?:[-—–－~～]{1,2}|至|到)\s?(?P<second>20\d\d)\s?学年度?(?:第?(?P<term>[一二上下])学?期)?"
)
_OF_A_PART = lazy.pattern("半年|季度|月份|\\d月")
_REPORTING = frozenset({"work_summary", "annual_report", "self_check", "bulletin"})


@record
class Part:
    """A stretch of text, its year, and whether it plans for that year."""

    start: int
    end: int
    year: int
    plans: bool


@record
class SchoolYear:
    """`term` is 1, 2, or 0 where the title tells none."""

    first: int
    second: int
    term: int


def school_year(passage: Passage) -> SchoolYear | None:
    """The school year of the title."""
    found = _SCHOOL_YEAR.search(title_of(passage))
    if found is None or int(found["second"]) != int(found["first"]) + 1:
        return None
    term = 0 if found["term"] is None else 1 if found["term"] in "一上" else 2
    return SchoolYear(int(found["first"]), int(found["second"]), term)


def year_told(passage: Passage) -> int | None:
    """The year that the paper is of; of a school year's second half the later one."""
    school = school_year(passage)
    if school:
        return {1: school.first, 2: school.second}.get(school.term)
    title = title_of(passage)
    spans = re.search(r"20\d\d年?\s?[-—–－~～至到]{1,2}\s?20\d\d", title)
    return None if spans else passage.document.year


def of_a_part(passage: Passage) -> bool:
    """Whether the title speaks of half a year, a quarter or a month."""
    return _OF_A_PART.search(title_of(passage)) is not None


def parts(passage: Passage) -> list[Part]:
    """The parts in their order; where the year is not told there are none."""
    year = year_told(passage)
    if year is None:
        return []
    reports = passage.document.kind in _REPORTING
    # What half a year intends is mostly for the other half.
    after = year + (not of_a_part(passage))
    if not reports and passage.document.kind != "work_plan":
        return [Part(passage.start, passage.end, year, plans=False)]
    heads = [marker for marker in passage.markers if marker.family == "chinese"]
    found = [Part(passage.start, heads[0].start if heads else passage.end, year, plans=not reports)]
    planned = passage.once(plan_sections) if reports else ()
    for place, marker in enumerate(heads):
        end = heads[place + 1].start if place + 1 < len(heads) else passage.end
        head = _HEAD.match(passage.text[marker.end : min(marker.end + 40, passage.end)])
        words = head[0] if head else ""
        named = {int(one["year"]) for one in _YEAR.finditer(words)}
        plans = not reports or any(one.start <= marker.end + 2 < one.end for one in planned)
        if len(named) == 1 and year - 1 <= min(named) <= year + 1 and len(words) < 30:
            own = named.pop()
            ahead = plans or (_INTENDS.search(words) is not None and own > year)
            found.append(Part(marker.start, end, own, plans=ahead))
        else:
            found.append(Part(marker.start, end, after if plans and reports else year, plans=plans))
    return found


def _starts(passage: Passage) -> list[int]:
    found: list[Part] = passage.once(parts)
    return [one.start for one in found]


def part_at(passage: Passage, place: int) -> Part | None:
    found: list[Part] = passage.once(parts)
    at = bisect_right(passage.once(_starts), place) - 1
    return found[at] if at >= 0 and place < found[at].end else None
