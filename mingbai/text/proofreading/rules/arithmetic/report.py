"""What a yearly report says of itself: how many parts it has, and which share of the total each kind of information is."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.amounts import share_of
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.quantities import shown
from mingbai.text.proofreading.rules._knowledge import Waiting
from mingbai.text.proofreading.structure import chinese_number, in_chinese
from mingbai.text.proofreading.triggers import prose_with, waiting_for

_PARTS = lazy.pattern(
    r"(?:由|包括|包含|分为)[：:]?(?P<list>[^。\n]{12,400}?)[，,、]?(?P<so>等|共|共计|这)?(?P<count>[二三四五六七八九十]|[2-9]|1\d)个?(?:大?部分|方面)"
)
_PART_WORDS = waiting_for(("部分", "方面"))
_STRONG, _ANY = lazy.pattern("[，,；;]"), lazy.pattern("[，,；;、]|以及|和|及|与")
_MARKS = lazy.pattern("[，,；;、]")
_BRACKETS = lazy.pattern(r"[（(][^（）()]*[）)]")
# The sections that such reports are made of; words of one section may stand in several items: 「行政复议、行政诉讼」.
_SECTIONS = tuple(
    (name, lazy.pattern(words))
    for name, words in (
        ("review", "复议|诉讼|申诉"),
        ("fees", "收费|费用|减免|收支"),
        ("request", "依法?申请|依请|申请|不予公开|免予公开|答复|受理"),
        ("opening", "概述|概况|总体情况|基本情况|引言|前言|推进情况"),
        ("active", "主动公开|公开政府信息"),
        ("consulting", "咨询|投诉|举报"),
        ("answering", "回应|解读"),
        ("problems", "问题|改进|不足|打算|措施"),
        ("other", "其他|其它|说明的事项|报告的事项"),
        ("tables", "附表|附件|统计表|指标"),
        ("staff", "人员|机构|经费|培训|会议"),
    )
)
_FEWEST_SECTIONS = 3
_SHRED = 4

_SHARE = lazy.pattern(
    r"(?P<part>\d{1,7})(?P<unit>条|件|篇|份|次)[，,]?(?:所)?占[^，,。；;\d]{0,10}?(?P<percent>\d{1,3}(?:\.\d{1,3})?)[%％]"
)
_SHARE_WORDS = waiting_for(("占总", "占比", "比例", "占全", "条,占", "条，占", "条占", "件，占", "件,占"))
_TOTAL = lazy.pattern(
    r"(?:共|累计|总计|合计|全年|总数)[^，,。；;\d]{0,16}(?P<total>\d{1,7})(?P<unit>条|件|篇|份|次)"
)
# So far before the shares their total is looked for.
_BEFORE = 160
_FEWEST_SHARES = 3


def _section(words: str) -> str | None:
    """The section that the words name; None for a shred such as the 「收到」 of 「收到和处理申请情况」."""
    known = next((name for name, pattern in _SECTIONS if pattern.search(words)), None)
    return known or (words if len(words) > _SHRED else None)


def counted_sections(listed: str) -> tuple[int, int] | None:
    """The fewest and the most parts that a list of a report's sections can mean; None where it is no such list."""
    bare = _BRACKETS.sub("", listed)
    runs = _runs(_ANY.split(bare))
    known = {name for name, _ in _SECTIONS}
    if len(known & set(runs)) < _FEWEST_SECTIONS:
        return None
    strong = len(_STRONG.findall(bare))
    items = strong + 1 if strong > 1 else bare.count("、") + 1
    # 「需要说明的事项与附表」 is one part or two.
    return min(items, len(set(runs)), len(_runs(_MARKS.split(bare)))), len(runs)


def _runs(items: list[str]) -> list[str]:
    """The sections named, one after the other; the same again beside itself is one."""
    named = [name for words in items if (name := _section(words.strip()))]
    return [name for place, name in enumerate(named) if place == 0 or named[place - 1] != name]


def _report_parts(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for place in prose_with(passage, _PART_WORDS):
        offset, line = passage.prose[place]
        for match in _PARTS.finditer(line):
            counted = counted_sections(match["list"])
            announced = (
                int(match["count"]) if match["count"].isdecimal() else chinese_number(match["count"]) or 0
            )
            if counted is None or counted[0] <= announced <= counted[1]:
                continue
            # 「等」 may stand for parts that are not named, but hardly for a single one.
            if match["so"] == "等" and announced > counted[1] + 1:
                continue
            said = f"说报告有{in_chinese(announced)}部分，列出的却是{in_chinese(counted[1])}部分。"
            yield rule.finding(
                passage,
                offset + match.start("so" if match["so"] else "count"),
                offset + match.end(),
                said,
                suggestion="核对数目和各部分的名称",
            )


def _total_before(passage: Passage, start: int, unit: str) -> re.Match[str] | None:
    found = list(_TOTAL.finditer(passage.text, max(passage.start, start - _BEFORE), start))
    same = [match for match in found if match["unit"] == unit]
    return same[-1] if same else None


def _fits(part: int, total: int, percent: str) -> bool:
    return abs(share_of(part, total) - float(percent)) <= 0.5 / 10.0 ** len(percent.partition(".")[2]) + 0.005


def _shares(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """Shares of a total that stands in an earlier clause or line: which one does not fit, and whether the parts add up."""
    for place in prose_with(passage, _SHARE_WORDS):
        offset, line = passage.prose[place]
        shares = list(_SHARE.finditer(line))
        if len(shares) < _FEWEST_SHARES or len({match["unit"] for match in shares}) > 1:
            continue
        total = _total_before(passage, offset + shares[0].start(), shares[0]["unit"])
        if total is None or not int(total["total"]):
            continue
        whole, unit = int(total["total"]), total["unit"]
        wrong = [match for match in shares if not _fits(int(match["part"]), whole, match["percent"])]
        if len(wrong) * 3 > len(shares):
            continue  # they are shares of something else, or cut off and not rounded
        for match in wrong:
            right = (
                f"{share_of(int(match['part']), whole):.{max(len(match['percent'].partition('.')[2]), 1)}f}%"
            )
            said = f"{match['part']}占{whole}的{right}，文中写的是{match['percent']}%。"
            yield rule.finding(
                passage, offset + match.start("percent"), offset + match.end(), said, suggestion=right
            )
        added = sum(int(match["part"]) for match in shares)
        percents = sum(float(match["percent"]) for match in shares)
        if added != whole and abs(percents - 100) < 0.5 and _none_between(line, shares, unit):
            said = f"后面各项相加是{shown(added)}{unit}，与总数{whole}{unit}不符。"
            yield rule.finding(passage, *total.span("total"), said, suggestion="核对总数和各项数字")


def _none_between(line: str, shares: list[re.Match[str]], unit: str) -> bool:
    """Whether no further figure of the kind stands among the shares."""
    return len(re.findall(rf"\d{unit}", line[shares[0].start() : shares[-1].end()])) == len(shares)


RULES = (
    Rule(
        name="arithmetic.report_parts",
        category="arithmetic_inconsistency",
        severity="warning",
        explain="年度报告开头说由几部分组成，列出的各部分要与数目相符。",
        fires="本报告由概述，主动公开情况，依申请公开情况，收费情况，存在的主要问题等六部分组成。",
        passes="本报告由概述，主动公开情况，依申请公开情况，收费情况，行政复议、诉讼情况，存在的主要问题等六部分组成。",
        find=Waiting(_PART_WORDS, _report_parts),
    ),
    Rule(
        name="arithmetic.shares_of_total",
        category="arithmetic_inconsistency",
        severity="warning",
        explain="前面写了总数、后面逐项写条数和占比的，占比要除得出，各项相加要等于总数。",
        fires="全年共公开信息200条。\n其中政策类100条，占总数的50%，财政类60条，占总数的35%，其他40条，占总数的20%。",
        passes="全年共公开信息200条。\n其中政策类100条，占总数的50%，财政类60条，占总数的30%，其他40条，占总数的20%。",
        find=Waiting(_SHARE_WORDS, _shares),
    ),
)
