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
        yield rule.finding(passage, *match.span("mark"), said, suggestion=f"核对年份：{right}")


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
    Rule(
        name="regulation.act_of_county",
        category=_CATEGORY,
        severity="info",
        explain="县、区没有立法权，不能制定「条例」；自治县和设区的市除外。",
        fires="印发《平川县政府信息公开条例》。",
        passes="印发《平川县政府信息公开办法》，学习《苍山自治县水资源管理条例》《浦东新区条例》《自然保护区条例》。",
        find=searching(
            rf"《(?P<mark>[{HAN}]{{2,6}}?(?<!自治)(?<!开发)(?<!新)(?<!特)(?<!护)(?<!地)(?<!景)(?<!验)(?<!社)(?<!灌)(?<!城)(?<!园)(?<!市)(?<!辖)(?<!各)(?<!郊)(?:县|区)(?:人民政府|[{HAN}]{{2,8}}局)?[{HAN}]{{2,20}}条例)》",
            "县、区不能制定条例，请核对「{}」。",
            suggestion="办法",
            near="条例》",
            unless=lambda _, match: (
                re.search(
                    "自治|特区|城区|地区|市区|区域|中华人民|军区|灾区|山区|林区|矿区|库区|[市州]",
                    match["mark"].split("条例")[0][:12],
                )
                is not None
            ),
        ),
    ),
    Rule(
        name="regulation.title_without_of",
        category=_CATEGORY,
        severity="info",
        explain="公文标题「关于……的通知」漏了「的」：《关于报送年度工作总结通知》。",
        fires="按照《县政府办公室关于报送年度政务公开工作总结通知》要求上报。",
        passes="按照《县政府办公室关于报送年度政务公开工作总结的通知》和《关于深化改革的实施意见》要求上报。",
        find=searching(
            r"《[^《》\n]{0,24}关于(?:印发)?(?P<mark>[^《》的\n]{6,40}(?:通知|决定|公告|批复|通报|请示|意见))(?:[（(][^（）()\n]{1,24}[）)])?》",
            "标题里「关于……」后面漏了「的」。",
            suggestion="补上「的」",
            near="关于",
            needs="》",
        ),
    ),
    Rule(
        name="regulation.two_kinds_in_name",
        category=_CATEGORY,
        severity="warning",
        explain="文件名末尾两个文种叠在一起：「审核规定办法」「管理制度规定」。",
        fires="制定《执法决定法制审核规定办法》。",
        passes="制定《执法决定法制审核办法》《规章制度管理办法》《落实八项规定办法》。",
        find=searching(
            rf"《[{HAN}\d]{{4,40}}?(?P<mark>(?<!项)规定办法|办法规定|制度规定|制度办法|条例办法|条例规定|细则办法|办法细则|规定条例|办法条例)》",
            "「{}」两个文种叠用，留一个。",
            suggestion="留一个文种",
            near="规定办法 办法规定 制度规定 制度办法 条例办法 条例规定 细则办法 办法细则 规定条例 办法条例",
        ),
    ),
)
