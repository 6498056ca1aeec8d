"""What a report says about itself: unit, kind of unit, year, day of publication."""

import re
from dataclasses import dataclass
from datetime import date

from mingbai.text.annual_reports.sections import Outline
from mingbai.text.model import Span, UnitKind

NAME = r"[\u4e00-\u9fff（）()·]{2,40}?"
TITLE_WORDS = r"(?:政府)?信息公开(?:工作)?(?:年度)?(?:工作)?(?:年度报告|年报|报告)"
UNIT_YEAR = re.compile(rf"(?P<unit>{NAME})(?:关于)?(?P<year>20\d\d)年(?:度)?{TITLE_WORDS}")
YEAR_UNIT = re.compile(rf"(?P<year>20\d\d)年(?:度)?(?P<unit>{NAME}){TITLE_WORDS}")
YEAR_ONLY = re.compile(rf"(?P<year>20\d\d)年(?:度)?{TITLE_WORDS}")
UNIT_ONLY = re.compile(rf"(?P<unit>{NAME})(?:年度)?{TITLE_WORDS}")
PERIOD = re.compile(
    r"自?(20\d\d)年(?:1月1日)(?:起|开始)?(?:至|到|—|-|–)+(?:(20\d\d)年)?(?:12月31日)|截至(20\d\d)年12月31日"
)
PUBLISHER = re.compile(r"(?:发布机构|公开机构|发布单位|制发机关|编制单位)[:：]?\s*([\u4e00-\u9fff]{3,30})")
COMPILER = re.compile(rf"(?:报告)?由({NAME})(?:负责)?编制")
PUBLISHED = re.compile(
    r"(?:发布时间|发布日期|发布于|公开日期|公开时间|发文日期|时间|日期)[:：]?\s*(\d{4})[-年/.](\d{1,2})[-月/.](\d{1,2})"
)
LEAD = re.compile(r"^(?:标题|名称|题目|URL|当前位置)[:：].*?|^.*(?:[》>:：\]】]|正文|首页)")
GOVERNMENT = re.compile(r"(?:人民政府|政府)$")
TITLE_LINES = 60

KINDS: tuple[tuple[re.Pattern[str], UnitKind], ...] = (
    (re.compile(r"街道(?:办事处)?$"), "subdistrict"),
    (re.compile(r"[镇乡](?:人民政府|政府)?$"), "town"),
    (re.compile(r"(?:省|自治区)(?:人民政府|政府)?$"), "province"),
    (re.compile(r"(?:县|自治县|旗|区)(?:人民政府|政府)?$"), "county"),
    (re.compile(r"(?:市|州|盟)(?:人民政府|政府)?$"), "city"),
    (re.compile(r"(?:局|厅|委|委员会|办公室|办公厅|中心|支队|大队|院)$"), "bureau"),
)
NOT_TOLD = re.compile(r"管委会$|管理委员会$|(?:开发|高新|新|园|示范|保税|度假)区$")


@dataclass(frozen=True, slots=True)
class Heading:
    """Unknown is None. `period` is where the text names the period of its figures, with the year it says."""

    title: str | None
    unit: str | None
    unit_kind: UnitKind | None
    year: int | None
    published_on: date | None
    period_year: int | None = None
    period: Span | None = None


def unit_kind_of(name: str) -> UnitKind | None:
    """By the end of the name; None for administered zones, whose rank the name does not tell."""
    if NOT_TOLD.search(name):
        return None
    return next((kind for pattern, kind in KINDS if pattern.search(name)), None)


def squeeze(text: str, start: int, end: int) -> tuple[str, list[int]]:
    """`text[start:end]` without white space, and the offset of every character that is left."""
    kept = [(character, start + i) for i, character in enumerate(text[start:end]) if not character.isspace()]
    return "".join(character for character, _ in kept), [offset for _, offset in kept]


def read_heading(text: str, outline: Outline) -> Heading:
    """`text` must be half-width. What the text says of its own year counts, not that of the page around it."""
    head = _head(text, outline)
    title, unit, year = _title(head)
    period_year, period = _period(text, outline)
    if year is None:
        year = period_year
    compact, _ = squeeze(text, outline.whole.start, outline.section_one.end)
    if unit is None:
        named = PUBLISHER.search(text[: outline.section_one.end]) or COMPILER.search(compact)
        unit = named[1] if named else None
    kind = unit_kind_of(unit) if unit else None
    return Heading(title, unit, kind, year, _published(text, outline), period_year, period)


def _head(text: str, outline: Outline) -> list[str]:
    """The first lines without white space, a title that is broken over two or three lines also in one piece."""
    stop = min(outline.section_one.end, outline.whole.end)
    lines = [re.sub(r"\s+", "", line) for line in text[outline.whole.start : stop].split("\n")]
    lines = [line for line in lines if line][:TITLE_LINES]
    joined = [
        "".join(lines[i : i + size])
        for i in range(len(lines))
        for size in (1, 2, 3)
        if all(len(line) < 45 and "。" not in line for line in lines[i : i + size])
    ]
    return sorted(joined, key=lambda line: not line.startswith("标题"))


def _title(lines: list[str]) -> tuple[str | None, str | None, int | None]:
    """Title, unit and year; the unit may stand before the year or behind it."""
    best: tuple[str | None, str | None, int | None] = (None, None, None)
    for line in lines:
        clean = LEAD.sub("", line) or line
        for pattern in (YEAR_UNIT, UNIT_YEAR):
            match = pattern.search(clean)
            if match and (unit := _unit(match["unit"])):
                return match.group(), unit, int(match["year"])
        match = YEAR_ONLY.search(clean)
        if match and best[2] is None:
            best = (match.group(), best[1], int(match["year"]))
        match = UNIT_ONLY.search(clean)
        if match and best[1] is None and (unit := _unit(match["unit"])):
            best = (best[0] or match.group(), unit, best[2])
    return best


def _unit(name: str) -> str | None:
    name = re.sub(r"^(?:关于|附件|现将|公布|编制)+|(?:关于|的|政府信息公开)+$", "", name.strip("（）()"))
    if name in {"政府", "人民政府"} or name.endswith(("人民政", "办事")) or len(name) < 2:
        return None
    return name if unit_kind_of(name) or NOT_TOLD.search(name) or GOVERNMENT.search(name) else None


def _period(text: str, outline: Outline) -> tuple[int | None, Span | None]:
    compact, offsets = squeeze(text, outline.whole.start, outline.section_one.end)
    match = PERIOD.search(compact)
    if match is None:
        return None, None
    year = int(match[2] or match[3] or match[1])
    return year, Span(offsets[match.start()], offsets[match.end() - 1] + 1)


def _published(text: str, outline: Outline) -> date | None:
    match = PUBLISHED.search(text, outline.whole.start, outline.section_one.end)
    if match is None:
        return None
    try:
        return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None
