"""How orders and outlines are named: 「国务院令第711号令」, an outline's years that it does not have, acts that there are not."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Category, Passage, Rule
from mingbai.text.proofreading.patterns import HAN, searching
from mingbai.text.proofreading.rules._knowledge import Waiting
from mingbai.text.proofreading.triggers import matches_near, waiting_for

_CATEGORY: Category = "wrong_regulation_name"

# Outlines and plans → the years that stand in their titles. 中共中央、国务院印发的文件标题.
_YEARS = {
    "法治政府建设实施纲要": ("2015-2020", "2021-2025"),
    "法治中国建设规划": ("2020-2025",),
    "法治社会建设实施纲要": ("2020-2025",),
    "乡村振兴战略规划": ("2018-2022",),
    "乡村全面振兴规划": ("2024-2027",),
    "中国农村扶贫开发纲要": ("2001-2010", "2011-2020"),
    "中国妇女发展纲要": ("1995-2000", "2001-2010", "2011-2020", "2021-2030"),
    "中国儿童发展纲要": ("2001-2010", "2011-2020", "2021-2030"),
    "国家中长期教育改革和发展规划纲要": ("2010-2020",),
    "国家中长期人才发展规划纲要": ("2010-2020",),
    "国家中长期科学和技术发展规划纲要": ("2006-2020",),
    "全民科学素质行动规划纲要": ("2021-2035",),
    "质量强国建设纲要": (),
    "全国国土规划纲要": ("2016-2030",),
    "社会信用体系建设规划纲要": ("2014-2020",),
    "知识产权强国建设纲要": ("2021-2035",),
    "国家标准化发展纲要": (),
    "教育强国建设规划纲要": ("2024-2035",),
    "农村人居环境整治提升五年行动方案": ("2021-2025",),
    "成渝地区双城经济圈建设规划纲要": (),
}
_OUTLINE_WORDS = waiting_for(tuple(_YEARS))
_OUTLINE = lazy.pattern(
    rf"(?P<name>{'|'.join(_YEARS)})》?[（(](?P<mark>(?P<from>(?:19|20)\d\d)年?\s?(?:[-—–－~～至]{{1,2}})\s?(?P<to>20\d\d)年?)[）)]"
)


def _years(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for match in matches_near(passage, _OUTLINE_WORDS, _OUTLINE, 48):
        before = passage.text[max(passage.start, match.start() - 12) : match.start()]
        known = _YEARS[match["name"]]
        # Provinces and counties have outlines of their own.
        if re.search("省|市|县|区|州|我", before) or f"{match['from']}-{match['to']}" in known or not known:
            continue
        right = "、".join(years.replace("-", "—") + "年" for years in known)
        said = f"《{match['name']}》的年份是{right}，这里写「{match['mark']}」，请核对。"
        yield rule.finding(passage, *match.span("mark"), said, suggestion=right)


RULES = (
    Rule(
        name="regulation.order_twice",
        category=_CATEGORY,
        severity="warning",
        explain="「国务院令第711号令」，「令」字重复，应为「国务院令第711号」。",
        fires="依据条例（国务院令第711号令）编制。",
        passes="依据条例（国务院令第711号）编制，或写国务院第711号令。",
        find=searching(
            r"(?:国务院|主席|政府|部|总局|委员会|总署|银行)令第?\d{1,4}号(?P<mark>令)",
            "前面已有「令」字，这里重复。",
            suggestion="删去",
            near="号令",
        ),
    ),
    Rule(
        name="regulation.years_of_outline",
        category=_CATEGORY,
        severity="warning",
        explain="中央印发的纲要、规划，标题括号里的年份写错，如《法治政府建设实施纲要（2021—2025年）》。",
        fires="落实《法治政府建设实施纲要（2010—2020年）》。",
        passes="落实《法治政府建设实施纲要（2021—2025年）》和《云岭县乡村振兴战略规划（2018—2025年）》。",
        find=Waiting(_OUTLINE_WORDS, _years),
    ),
    Rule(
        name="regulation.no_such_act",
        category=_CATEGORY,
        severity="warning",
        explain="校务、院务、公共企事业单位的信息公开，国家没有条例，依据的是教育部、国家卫生健康委等的办法、意见。",
        fires="根据《中小学校务公开条例》和《医疗卫生服务单位信息公开管理条例》制定本方案。",
        passes="根据《高等学校信息公开办法》《中国共产党党务公开条例（试行）》和《江南省村务公开条例》制定本方案。",
        find=searching(
            rf"《(?P<mark>(?!中国共产党|[{HAN}]{{2,8}}?[省市州盟])(?:中华人民共和国)?[{HAN}]{{0,10}}?(?:校务|院务|园务|厂务|居务|村务|高等学校|中小学|学校|教育|医院|医疗|卫生|企事业单位|公用事业|环境)[{HAN}]{{0,8}}?公开[{HAN}]{{0,4}}?条例)(?:[（(]试行[）)])?》",
            "国家没有《{}》，请核对名称（可能是办法、意见）。",
            suggestion="核对法规名称",
            near="公开条例 公开管理条例 公开工作条例 公开实施条例",
            unless=lambda _, match: match["mark"].endswith("政府信息公开条例"),
        ),
    ),
)
