"""A government named without the word for its level, the year of another report left in, lines set twice: what a report says against its own words."""

from collections.abc import Iterator
from itertools import pairwise

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN, searching
from mingbai.text.proofreading.rules._knowledge import Waiting
from mingbai.text.proofreading.triggers import waiting_for

_GOVERNMENT = "人民政府"
_LEVELS = "市县区镇乡州盟旗省"
# What may stand before 「人民政府」 without being the name of a place.
_NO_NAME = lazy.pattern(rf"[{_LEVELS}级国央方地各本我辖属上下全级会街道及和与、由向对为是在]")
_SHORTEST, _LONGEST = 2, 3
_CHINESE = {length: lazy.pattern(f"[{HAN}]{{{length}}}") for length in range(_SHORTEST, _LONGEST + 1)}


def _level_lost(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「茅河人民政府」 in the report of 「茅河镇」."""
    text, at = passage.text, passage.text.find(_GOVERNMENT, passage.start, passage.end)
    # Each name is counted once, however often it stands there.
    wholes: dict[str, str | None] = {}
    while at >= 0:
        for length in range(_LONGEST, _SHORTEST - 1, -1):
            name = text[at - length : at]
            if not _CHINESE[length].fullmatch(name) or _NO_NAME.search(name):
                continue
            if name not in wholes:
                named = (name + level for level in _LEVELS)
                wholes[name] = next((whole for whole in named if passage.body.count(whole) > 1), None)
            whole = wholes[name]
            if whole and not passage.in_web_residue(at):
                said = f"「{name}{_GOVERNMENT}」漏了「{whole[-1]}」，别处写的是「{whole}」。"
                yield rule.finding(
                    passage, at - length, at + len(_GOVERNMENT), said, suggestion=whole + _GOVERNMENT
                )
                break
        at = text.find(_GOVERNMENT, at + 1, passage.end)


_PERIOD = lazy.pattern(r"统计(?:期限|时限|时间|期)[^。；;\n\d]{0,12}(?P<year>20\d\d)年")
_OWN_WORK = lazy.pattern(
    r"(?:结合|完成了?|总结了?|回顾了?)(?:了)?(?P<mark>20\d\d)年度?[^，,。；;、\n\d]{0,14}?(?:政府信息公开|政务公开|信息公开)工作"
)
_OWN_WORK_WORDS = waiting_for(("结合20", "完成20", "完成了20", "总结20", "总结了20", "回顾20", "回顾了20"))


def _other_years_work(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「完成2020年政府信息公开工作」 in a report whose figures are those of 2021."""
    periods = {match["year"] for match in _PERIOD.finditer(passage.text, passage.start, passage.end)}
    if len(periods) != 1:
        return
    (year,) = periods
    for match in _OWN_WORK.finditer(passage.text, passage.start, passage.end):
        if match["mark"] != year and not passage.in_web_residue(match.start()):
            said = f"统计期限是{year}年，这里写的是{match['mark']}年的工作。"
            yield rule.finding(passage, *match.span("mark"), said, suggestion=year)


_SHORTEST_LINE = 8
_WORDS = lazy.pattern(f"[{HAN}]")


def _line_twice(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """A paragraph that stands twice, one right after the other."""
    for (_, one), (offset, other) in pairwise(passage.prose):
        if one != other or len(_WORDS.findall(one)) < _SHORTEST_LINE or "\t" in one or "|" in one:
            continue
        if not passage.in_web_residue(offset):
            said = "这一行和上一行完全相同。"
            yield rule.finding(passage, offset, offset + len(other), said, suggestion="删去重复的一行")


RULES = (
    Rule(
        name="unit.level_lost",
        category="unit_name_inconsistency",
        severity="warning",
        explain="「茅河镇」的报告里写成「茅河人民政府」，漏了「镇」字。",
        fires="青石县茅河镇2024年报告\n请与茅河人民政府联系。\n2024年，茅河镇公开信息12条。",
        passes="青石县茅河镇2024年报告\n请与茅河镇人民政府联系。\n2024年，茅河镇公开信息12条。",
        find=Waiting(waiting_for((_GOVERNMENT,)), _level_lost),
    ),
    Rule(
        name="date.other_years_work",
        category="wrong_year_or_date",
        severity="warning",
        explain="统计期限是今年的，正文却说结合、完成了上一年的公开工作，多半是沿用去年的稿子没有改。",
        fires="本报告统计期限为2021年1月1日至12月31日。\n我镇积极完成2020年政府信息公开工作。",
        passes="本报告统计期限为2021年1月1日至12月31日。\n我镇积极完成2021年政府信息公开工作，做好2022年工作。",
        find=Waiting(_OWN_WORK_WORDS, _other_years_work),
    ),
    Rule(
        name="copy.line_twice",
        category="near_duplicate_passage",
        severity="warning",
        explain="一段话紧接着又写了一遍，多半是复制时多粘贴了一次。",
        fires="一年来，我们主要抓好以下工作：\n一年来，我们主要抓好以下工作：\n（一）加强领导。",
        passes="一年来，我们主要抓好以下工作：\n（一）加强领导。\n（二）加强领导班子建设。",
        find=_line_twice,
    ),
    Rule(
        name="placeholder.name_of_body",
        category="template_placeholder",
        severity="error",
        explain="模板里的「行政机关规范全称」没有换成本单位的名称。",
        fires="如有疑问，请与行政机关规范全称联系（地址：东南街11号）。",
        passes="如有疑问，请与清溪镇人民政府联系，申请时写明行政机关名称。",
        find=searching(
            r"(?:请与|请联系|请致电|由|与)(?P<mark>(?:行政机关|本机关|本单位|单位|机关|部门)(?:规范)?(?:全称|名称))(?=联系|编制|负责|办公室|[（(])",
            "「{}」是模板里的话，要换成本单位的名称。",
            suggestion="换成单位名称",
            near="全称联系 名称联系 全称编制 名称编制 全称负责 全称（ 全称( 名称（ 名称( 全称办公室 名称办公室",
        ),
    ),
)
