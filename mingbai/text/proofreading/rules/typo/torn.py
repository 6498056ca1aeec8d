"""Clauses torn into one another: two deeds done in one clause without a comma, an opening phrase that runs into its subject,
frames closed twice."""

import re

from mingbai.text import lazy
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._cutting import cut_of
from mingbai.text.proofreading.rules._parsing import (
    CLAUSE,
    INSIDE,
    LETTER,
    clause_before,
    clause_behind,
    shape,
    shapes_of,
)

_DONE = (
    "成立|建立|制定|明确|完善|健全|加强|提高|增强|促进|推动|推进|确保|保证|保障|规范|扩大|拓宽|丰富|方便|取得|得到|形成|落实|强化|开展|召开|印发|下发|出台|编制|公开|公布"
    "|设立|设置|配备|安排|组织|营造|维护|转变|改进|改善|提升|实现|做到|发挥|赢得|密切|受到|深化|优化|夯实|解决|调动|收到|杜绝|避免|防止|充实|调整"
)
_BETWEEN = lazy.pattern(
    "后|使|让|又|并|和|而|来|就|才|也|都|的|由|、|“|”|《|时|为了|与|及|已|所|给|对|从|用|把|将|是|通过|等|以"
)
_UNITS = r"我(?:[镇乡县局村校区市街]|街道|社区)"
_ENDS_OPENING = "工作|要求|精神|规定|通知|意见|部署|开展|建设|水平|质量|落实|领导下|指导下|支持下|努力下|利益|权益|顺利进行|发展|条例|安排|》|实效|实处"
_NO_OPENING = lazy.pattern("[是有对的了在]$|关于$")
_AFTER = "制度|机制|措施|领导|管理|工作|力度|建设|培训|监督|程序|内容|渠道|意识|责任|队伍|纪律|检查|审核|把关"
_TOWARD = "确保|保证|做到|防止|杜绝|避免|切实|力争|力求|努力做到|真正做到|确实"


def _are_two_deeds(passage: Passage, match: re.Match[str]) -> bool:
    cut = cut_of(passage)
    if not (cut.begins(match.start("first")) and cut.begins(match.start("second"))):
        return False
    return _BETWEEN.search(match["between"]) is None


def _runs_into_subject(passage: Passage, match: re.Match[str]) -> bool:
    return not _NO_OPENING.search(match["opening"][-3:])


def _begins_with_deed(passage: Passage, match: re.Match[str]) -> bool:
    cut = cut_of(passage)
    return cut.begins(match.start("second")) and _BETWEEN.search(match["between"]) is None


def _is_no_noun(passage: Passage, match: re.Match[str]) -> bool:
    return not clause_behind(passage, match.end("mark")).startswith(("的", "之"))


def _stands_alone(passage: Passage, match: re.Match[str]) -> bool:
    return "以" not in clause_before(passage, match.start("mark"))[-2:]


RULES = (
    Rule(
        name="typo.two_deeds",
        category="typo",
        severity="info",
        explain="一个分句里做了两件事，中间漏了逗号，如「成立了领导小组明确了分管领导」。",
        fires="我镇成立了领导小组明确了分管领导。",
        passes="我镇成立了领导小组，明确了分管领导，建立了制度并完善了流程。",
        find=shapes_of(
            shape(
                rf"(?P<mark>(?P<first>{_DONE})了(?!解)(?P<between>{LETTER}{{3,18}}?)(?P<second>{_DONE})了)(?!解)",
                "「{}」中间疑漏逗号",
                "info",
                _are_two_deeds,
            ),
            shape(
                rf"{CLAUSE}(?:[一二三四五六七八九]是|要|进一步|切实|不断)*(?P<first>{_DONE})(?P<between>{LETTER}{{2,14}}?)(?P<mark>(?:{_AFTER})(?P<second>{_TOWARD}))(?!的)(?={LETTER})",
                "「{}」中间疑漏逗号",
                "info",
                _begins_with_deed,
            ),
        ),
    ),
    Rule(
        name="typo.opening_runs_on",
        category="typo",
        severity="info",
        explain="开头的状语很长，后面接「我镇」却没有逗号，如「为进一步推进政务公开工作我镇制定了方案」。",
        fires="为进一步推进政务公开工作我镇制定了实施方案。",
        passes="为进一步推进政务公开工作，我镇制定了实施方案，对我镇的工作提出要求。",
        find=shapes_of(
            shape(
                rf"{CLAUSE}(?P<opening>(?:为了?|根据|按照|依照|通过|由于|自|在|近年来|一年来|今年以来|近几年来|长期以来){INSIDE}{{6,44}}?)(?<!关于)(?P<mark>(?:{_ENDS_OPENING}){_UNITS})(?!的|政务公开|政府信息|信息公开|村务公开|实际|经济)(?={LETTER})",
                "「{}」中间疑漏逗号",
                "info",
                _runs_into_subject,
            ),
            shape(
                rf"(?:{LETTER}{{9}})(?P<mark>{LETTER}但(?:也|仍|还|依然|同时|是)(?:还|仍|也)?(?:存在|有))",
                "「{}」中间疑漏逗号",
                "info",
            ),
        ),
    ),
    Rule(
        name="typo.closed_twice",
        category="typo",
        severity="info",
        explain="一个介词结构收了两次尾或者混了两种，如「在公开方面上」「在以公开为原则的基础」「对公开作为大事来抓」。",
        fires="在内容方面上不断丰富，对政务公开作为大事来抓。",
        passes="在内容上不断丰富，把政务公开作为大事来抓，对此作为考核依据。",
        find=shapes_of(
            shape(
                r"(?P<mark>方面上(?![级传报线墙网升的下门台档水新层])|方面中(?![心央的])|同时中|期间时|期间中(?!共|央)|时候时|以后后|之后后|之前前|情况下时|过程中时|中时候|基础上下|前提上|当中中|其间中)",
                "「{}」收了两次尾，留一个",
                "info",
            ),
            shape(
                r"(?P<mark>(?:以|把)[^，,。；;：:！？\n在]{2,20}为(?:基础上|前提下|原则下|契机下|目标下|指导下|重点上|核心下|主线下|依托下|载体下))",
                "「{}」两种说法混在一起：「以……为……」或「在……下」",
                "info",
            ),
            shape(
                rf"(?<![针面相绝应])(?P<mark>对(?![此照于外口应方象待策])(?:(?!的|有|作为|进行)[^，,。；;：:、！？\n]){{2,20}}?(?:作为|当作|列为|放在|摆在|摆上|视为){INSIDE}{{2,16}}?(?:来抓|来做|大事|任务|位置|日程|重点|内容|首位))(?!的)",
                "「{}」的「对」应为「把」",
                "info",
                _is_no_noun,
            ),
            shape(
                r"(?P<mark>靠的是依靠|目的是旨在|原因是源于|原因在于由于|原因来源于由于|关键是在于要靠|为的是为了|旨在为了|目的旨在|用意是旨在|本着从|所以原因是)",
                "「{}」两种说法混在一起",
                "info",
            ),
            shape(
                r"(?P<mark>等(?:形式|方式)的(?:方式|形式|渠道|途径|手段)|(?:多种|各种|多样)形式的(?:方式|形式|方法|途径)|(?:多种|各种)方式的(?:形式|方法|途径))",
                "「{}」意思重复",
                "info",
                _stands_alone,
            ),
        ),
    ),
)
