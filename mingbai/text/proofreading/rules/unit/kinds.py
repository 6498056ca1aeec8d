"""Organs that a sub-district does not have: a 党委, a government, villages where it speaks of communities alone."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN, searching
from mingbai.text.proofreading.rules._knowledge import Waiting, anchored, warning_of
from mingbai.text.proofreading.rules._mentions import clause_before, is_told_of
from mingbai.text.proofreading.rules._speaker import speaker
from mingbai.text.proofreading.rules._units import SMALL, Own, own_of
from mingbai.text.proofreading.triggers import matches_near, waiting_for

_FORMER = lazy.pattern("撤[乡镇县]|合并|更名|改设|改称|划归|分设|村改居|析置")

# --- the Party in a sub-district, in a town ---------------------------------------------------------------------

_PARTY_WORDS = waiting_for(
    (
        "街道党委",
        "镇党工委",
        "乡党工委",
        "党工委书记",
        "党工委副书记",
        "党工委会议",
        "党工委委员",
        "村党支部",
        "街道人民政府",
        "街道政府",
    )
)
_STREET_PARTY = lazy.pattern(
    r"(?<![镇乡、和及])街道(?P<mark>党委)(?!会议纪要|组织部)|街道(?P<mark2>(?:人民)?政府)(?!网|采购|信息|投资|购买|性|职能|工作报告|开放)"
)


def _street_party(rule: Rule, passage: Passage) -> Iterator[Finding]:
    own = speaker(passage)
    if own is None or own.kind not in {"街道", "社区"} or _FORMER.search(passage.body):
        return
    for match in matches_near(passage, _PARTY_WORDS, _STREET_PARTY, 8):
        group = "mark" if match["mark"] else "mark2"
        right = "党工委" if match["mark"] else "办事处"
        said = f"街道设党工委、办事处，不设「{match[group]}」。"
        yield rule.finding(passage, *match.span(group), said, suggestion=right)


# --- villages of a sub-district that has none -------------------------------------------------------------------

_VILLAGES = waiting_for(
    (
        "各村",
        "村务",
        "村委会",
        "村民",
        "村民委员会",
        "村两委",
        "村“两委",
        "村干部",
        "村党支部",
        "村民兵",
        "各行政村",
        "别行政村",
        "分行政村",
        "个别村",
        "部分村",
        "有的村",
        "村规民约",
    )
)
_OF_VILLAGES = lazy.pattern(
    r"(?P<mark>各?村(?:委会|民委员会|民小组|民代表|务公开栏?|务监督委员会|[“\"]?两委|干部|党支部|民兵|规民约)|各行政村|各村(?![居（(、和级社居])|(?:个别|部分|有的)(?:行政)?村(?=公|干部|工作|[没未不]|[一-鿿]{0,4}(?:滞后|薄弱|不够)))"
)
# 「农村」 and 「乡村」 are no villages of the sub-district's.
_VILLAGE = lazy.pattern("(?<![农乡新城山边])(?<!城中)村(?!镇|改居)")
# Told of in one breath with the communities.
_BESIDE = lazy.pattern("村[（(](?:居|社区)[）)]|村居|村、社区")


def _no_villages(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「二是各村委会信息员业务不熟」 where the sub-district speaks of communities only."""
    own = own_of(passage)
    if own is None or own.sort != "街道" or "社区" not in passage.body:
        return
    found = list(matches_near(passage, _VILLAGES, _OF_VILLAGES, 8))
    beside = len(_BESIDE.findall(passage.body))
    if len(found) > 2 or len(_VILLAGE.findall(passage.body)) > len(found) + beside:
        return
    for match in found:
        said = f"全文说的是社区，这里却写「{match['mark']}」，请核对。"
        yield rule.finding(passage, *match.span("mark"), said, suggestion="各社区居委会")


# --- a town and its streets told in one breath ----------------------------------------------------------------------

_GLUED = r"(?:所在|属地|有关|相关|辖区|驻地|当地|与|会同|由|向)(?P<mark>镇街道)(?=[职党政干负签共联沟开上、，。]|的(?:职责|协调|沟通|支持|配合)|工作)"


# --- a village under the name of a town ---------------------------------------------------------------------------------


def _town_for_village(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「黄泥塘镇各小组要如实申报」 in the scheme of 黄泥塘村."""
    own = own_of(passage)
    if own is None or own.sort not in {"村", "社区"} or len(own.village) < 2 or own.town:
        return
    pattern = re.compile(
        rf"(?<![{HAN}])(?P<mark>{own.village}(?:镇|乡|街道))(?=各(?:小组|组|户)|村民|居民|党支部|党总支|村委|居委|[“”]?两委)"
    )
    for match in pattern.finditer(passage.text, passage.start, passage.end):
        if not is_told_of(passage, *match.span("mark")):
            said = f"这是「{own.name}」的材料，这里写「{match['mark']}」，请核对。"
            yield rule.finding(passage, *match.span("mark"), said, suggestion=own.name)


# --- an account under another name ----------------------------------------------------------------------------------------

_ACCOUNT = lazy.pattern(
    rf"“(?P<stem>[{HAN}]{{2,4}}?)(?P<of>发布|融媒|微讯|之声|先锋|党建|政务|零距离|在线|视窗)”(?=[^。\n]{{0,6}}(?:公众号|微信|微博|抖音|视频号|平台|客户端|号))"
)
_ACCOUNT_WORDS = waiting_for(
    tuple(
        f"{of}”" for of in ("发布", "融媒", "微讯", "之声", "先锋", "党建", "政务", "零距离", "在线", "视窗")
    )
)


def _accounts(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「“桐乡发布”公众号」 in the report of 桐柏岭乡, whose account is 「桐柏岭发布」 further on."""
    own = own_of(passage)
    if own is None or own.sort not in SMALL or len(own.town) < 2:
        return
    found = list(matches_near(passage, _ACCOUNT_WORDS, _ACCOUNT, 16))
    mine = {match["of"] for match in found if match["stem"] == own.town}
    yield from _account_of_others(rule, passage, own, found)
    for match in found:
        alike = match["stem"] != own.town and set(match["stem"]) & set(own.town)
        if alike and match["of"] in mine and passage.body.count(match[0]) == 1:
            said = (
                f"别处的账号是「{own.town}{match['of']}」，这里写「{match['stem']}{match['of']}」，请核对。"
            )
            yield rule.finding(
                passage, match.start() + 1, match.end() - 1, said, suggestion=own.town + match["of"]
            )


# 「县融媒体中心“云阳发布”」 is somebody else's and said to be so.
_THEIRS = lazy.pattern("[县区市省]|上级|融媒|关注|转发|媒体|学习强国|[在等与]$")
_OURS = frozenset(
    [
        "政务",
        "党建",
        "掌上",
        "智慧",
        "平安",
        "美丽",
        "阳光",
        "清廉",
        "法治",
        "文明",
        "幸福",
        "信息",
        "便民",
        "网上",
        "农村",
        "乡村",
        "社区",
        "镇街",
    ]
)  # noqa: SIM905


def _account_of_others(
    rule: Rule, passage: Passage, own: Own, found: list[re.Match[str]]
) -> Iterator[Finding]:
    """「用好“柳坪发布”微信公众号」 in the report of 石盘镇."""
    known = own.whole + (passage.document.parent_unit or "")
    for match in found if len({match["stem"] for match in found}) == 1 else ():
        stem = match["stem"]
        theirs = _THEIRS.search(clause_before(passage, match.start(), 16)) or stem[-1] in "县区市镇乡"
        shared = set(stem) & set(own.town + own.county)
        if theirs or shared or stem in _OURS or stem in known or passage.body.count(stem) > 1:
            continue
        said = f"这是「{own.name}」的材料，这里的账号却叫「{match[0][1:-1]}」，是不是别处的，请核对。"
        yield rule.finding(
            passage, match.start() + 1, match.end() - 1, said, suggestion=own.town + match["of"]
        )


_rule = warning_of("unit", "unit_name_inconsistency")

RULES = (
    _rule(
        "party_of_street",
        "街道设党工委和办事处，不设党委和人民政府。",
        "东湖街道办事处2024年工作计划\n东湖街道将坚持党建引领，街道党委每季度专题研究党建工作。",
        "东湖街道办事处2024年工作计划\n东湖街道将坚持党建引领，街道党工委每季度专题研究党建工作。",
        Waiting(_PARTY_WORDS, _street_party),
    ),
    Rule(
        name="unit.no_villages",
        category="unit_name_inconsistency",
        severity="info",
        explain="街道的材料通篇说的是社区，个别地方却写「各村委会」，多为套用乡镇的材料。",
        fires="东关街道2020年工作总结\n东关街道9个社区居委会均有专人负责，社区按月公开。各村委会信息员业务不熟。",
        passes="东关街道2020年工作总结\n东关街道辖3个村、9个社区，社区按月公开。各村委会信息员业务不熟。",
        find=Waiting(_VILLAGES, _no_villages),
    ),
    Rule(
        name="unit.town_and_street_glued",
        category="unit_name_inconsistency",
        severity="info",
        explain="「所在镇街道」两类单位连写，称谓混乱，应写「镇（街道）」或者「镇、街道」。",
        fires="与所在镇街道职责边界不清。",
        passes="与所在镇（街道）职责边界不清，各乡镇街道配合，镇街道路已硬化。",
        find=anchored(
            "镇街道",
            searching(
                _GLUED,
                "「{}」把两类单位连写了，请写明是镇、街道还是「镇（街道）」。",
                suggestion="镇（街道）",
                needs="镇",
            ),
        ),
    ),
    Rule(
        name="unit.town_for_village",
        category="unit_name_inconsistency",
        severity="info",
        explain="村的材料里把村名写成了镇名，如「黄泥塘镇各小组要如实申报」。",
        fires="黄泥塘村资产清查方案\n黄泥塘村成立小组。\n黄泥塘镇各小组要如实申报。",
        passes="黄泥塘村资产清查方案\n黄泥塘村成立小组。\n报黄泥塘镇农经站审核，黄泥塘村各小组要如实申报。",
        find=Waiting(waiting_for(("镇", "乡", "街道")), _town_for_village),
    ),
    Rule(
        name="unit.account_by_other_name",
        category="unit_name_inconsistency",
        severity="info",
        explain="本单位的公众号一处叫「桐柏岭发布」，一处写成「桐乡发布」，名称不一致。",
        fires="桐柏岭乡2023年年度报告\n桐柏岭乡落实。在“桐乡发布”公众号推送。“桐柏岭发布”公众号粉丝1.1万人。",
        passes="桐柏岭乡2023年年度报告\n桐柏岭乡落实。在“青山发布”公众号推送。“桐柏岭发布”公众号粉丝1.1万人。",
        find=Waiting(_ACCOUNT_WORDS, _accounts),
    ),
)
