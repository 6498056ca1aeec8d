"""What a report says about itself: unit, kind of unit, year, day of publication."""

import re
from dataclasses import dataclass
from datetime import date

from mingbai.text.annual_reports.sections import Outline
from mingbai.text.annual_reports.speaker import spoken_kind, spoken_unit, spoken_year
from mingbai.text.model import Span, UnitKind

NAME = r"[\u4e00-\u9fff（）()·]{2,40}?"
TITLE_WORDS = (
    r"(?:(?:政府)?信息公开|政务公开)(?:工作)?(?:情况)?的?(?:年度)?(?:工作)?(?:总结)?(?:年度报告|年报|报告)"
)
UNIT_YEAR = re.compile(
    rf"(?P<unit>{NAME})(?:关于(?:报送|公布|发布|印发)?)?[（(]?(?P<year>20\d\d)年(?:度)?[)）]?{TITLE_WORDS}"
)
YEAR_UNIT = re.compile(rf"(?P<year>20\d\d)年(?:度)?(?P<unit>{NAME}){TITLE_WORDS}")
UNIT_TOPIC_YEAR = re.compile(
    rf"(?P<unit>{NAME})(?:政府)?信息公开(?:工作)?(?P<year>20\d\d)年(?:度)?(?:工作)?(?:年度)?(?:报告|年报)"
)
YEAR_ONLY = re.compile(rf"(?P<year>20\d\d)年(?:度)?{TITLE_WORDS}")
UNIT_ONLY = re.compile(rf"(?P<unit>{NAME})(?:年度)?{TITLE_WORDS}")
CHINESE_YEAR = re.compile("二[〇○零0Ｏ]([〇○零一二三四五六七八九]{2})年")
DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
PERIOD = re.compile(r"自?(20\d\d)年(?:1月1日)(?:起|开始)?(?:至|到|—|-|–)+(?:(20\d\d)年)?(?:12月31日)")
PUBLISHER = re.compile(r"(?:发布机构|公开机构|发布单位|制发机关|编制单位)[:：]?\s*([\u4e00-\u9fff]{3,30})")
DAY = r"[:：]?\s*(20\d\d)[-年/.]\s*(\d{1,2})[-月/.]\s*(\d{1,2})"
PUBLISHED = re.compile(r"(?:发布时间|发布日期|发布于|公布日期|公开日期|公开时间)" + DAY)
DATED = re.compile(r"(?:发文日期|(?<![\u4e00-\u9fff])(?:日期|时间))" + DAY)
NAME_LINE = re.compile(r"[\u4e00-\u9fff0-9（）()·]{2,40}")
LEAD = re.compile(r"^(?:标题|名称|题目|URL|当前位置)[:：].*?|^.*(?:[》>:：\]】]|正文|首页)")
GOVERNMENT = re.compile(r"(?:人民政府|政府)$")
TITLE_LINES = 60
TITLE_REACH = 80
HEAD_REACH = 3000

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
    """Unknown is None. `period` is where the text names the period of its figures, with its first and last year."""

    title: str | None
    unit: str | None
    unit_kind: UnitKind | None
    year: int | None
    published_on: date | None
    period_years: tuple[int, int] | None = None
    period: Span | None = None


@dataclass(frozen=True, slots=True)
class _Title:
    text: str | None
    unit: str | None
    year: int | None


def unit_kind_of(name: str) -> UnitKind | None:
    """By the end of the name; None for administered zones, whose rank the name does not tell."""
    name = re.sub(r"[（(][^（）()]*[）)]$", "", name)
    if NOT_TOLD.search(name):
        return None
    return next((kind for pattern, kind in KINDS if pattern.search(name)), None)


def squeeze(text: str, start: int, end: int) -> tuple[str, list[int]]:
    """`text[start:end]` without white space, and the offset of every character that is left."""
    kept = [(character, start + i) for i, character in enumerate(text[start:end]) if not character.isspace()]
    return "".join(character for character, _ in kept), [offset for _, offset in kept]


def read_heading(text: str, outline: Outline) -> Heading:
    """`text` must be half-width. What the text says of its own year counts, not that of the page around it."""
    title = _title(_head(text, outline))
    compact, offsets = squeeze(text, outline.whole.start, outline.section_one.end)
    period = PERIOD.search(compact)
    years = (int(period[1]), int(period[2] or period[1])) if period else None
    unit = title.unit
    if unit is None:
        named = PUBLISHER.search(text, outline.whole.start, outline.section_one.end)
        unit = named[1] if named else spoken_unit(compact)
    said, _ = squeeze(text, outline.section_one.start, outline.section_one.end)
    return Heading(
        title=title.text,
        unit=unit,
        unit_kind=unit_kind_of(unit) if unit else spoken_kind(compact),
        year=title.year or (years[1] if years else spoken_year(said)),
        published_on=_published(text, outline),
        period_years=years,
        period=Span(offsets[period.start()], offsets[period.end() - 1] + 1) if period else None,
    )


def _head(text: str, outline: Outline) -> list[str]:
    """The lines in front of the first section without white space; a title that is broken over two or three lines
    also in one piece, and the beginning of a text that has no lines at all."""
    begin, stop = outline.whole.start, outline.section_one.start
    if not text[begin:stop].strip():
        stop = outline.section_one.end
    lines = [_in_digits(re.sub(r"\s+", "", line)) for line in text[begin:stop].split("\n")]
    lines = [line for line in lines if line][:TITLE_LINES]
    joined = [
        "".join(lines[i : i + size])
        for i in range(len(lines))
        for size in (1, 2, 3)
        if all(map(NAME_LINE.fullmatch, lines[i : i + size - 1]))
    ]
    return [*joined, "".join(lines)[:TITLE_REACH].partition("。")[0]]


def _in_digits(line: str) -> str:
    """二〇二三年 as 2023年."""
    return CHINESE_YEAR.sub(lambda match: f"20{match[1].translate(DIGITS)}年", line)


def _title(lines: list[str]) -> _Title:
    """The last full title that is a line of its own, else the first full one inside of a line, else what is left
    of one. The unit may stand before the year or behind it."""
    *single, everything = lines
    full = [(line, title) for line in single if (title := _full_title(line))]
    full = full or [(everything, title) for title in [_full_title(everything)] if title]
    own_line = [title for line, title in full if line.rstrip("》」)）").endswith(title.text or "")]
    if own_line or full:
        return own_line[-1] if own_line else full[0][1]
    year = next((match for line in lines if (match := YEAR_ONLY.search(line))), None)
    unit = next((m for line in lines if (m := UNIT_ONLY.search(line)) and _unit(m["unit"])), None)
    return _Title(
        (year or unit).group() if year or unit else None,  # type: ignore[union-attr]
        _unit(unit["unit"]) if unit else None,
        int(year["year"]) if year else None,
    )


def _full_title(line: str) -> _Title | None:
    clean = LEAD.sub("", line)
    for pattern in (YEAR_UNIT, UNIT_YEAR, UNIT_TOPIC_YEAR):
        match = pattern.search(clean) or pattern.search(line)
        if match and (unit := _unit(match["unit"])):
            return _Title(match.group(), unit, int(match["year"]))
    return None


def _unit(name: str) -> str | None:
    name = re.sub(
        r"^(?:关于|附件|现将|现|公布|编制|印发|发布|公开|公示|报送)+|(?:关于|的|政府信息公开)+$",
        "",
        _outside_brackets(name),
    )
    if name.endswith("人民"):
        name += "政府"
    if (
        name in {"政府", "人民政府"}
        or name[:1] in {"我", "本", "该"}
        or name.endswith(("人民政", "办事"))
        or len(name) < 2
        or name[0] == "年"
    ):
        return None
    return name if unit_kind_of(name) or NOT_TOLD.search(name) or GOVERNMENT.search(name) else None


def _outside_brackets(name: str) -> str:
    """Without brackets that open or close around something else than a part of the name."""
    name = name.lstrip("）)").rstrip("（(")
    pairs = re.sub(r"[（(][^（）()]*[）)]", "", name)
    return name.strip("（）()") if re.search("[（）()]", pairs) or not pairs else name


def _published(text: str, outline: Outline) -> date | None:
    """The day the page says it was published; a day that cannot be is unknown."""
    stop = outline.section_one.start if outline.intro.end > outline.intro.start else outline.section_one.end
    span = (outline.whole.start, min(stop, outline.whole.start + HEAD_REACH))
    match = PUBLISHED.search(text, *span) or DATED.search(text, *span)
    if match is None:
        return None
    try:
        return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None
