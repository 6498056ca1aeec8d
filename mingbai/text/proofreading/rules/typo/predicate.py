"""Clauses whose predicate or object is lost or doubled: 「在网站信息并及时更新」, 「加大对……发放情况，」, 「……不畅普遍存在。」, 「进行认真地研究」."""

import re

from mingbai.text import lazy
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import listed
from mingbai.text.proofreading.rules._parsing import (
    CLAUSE,
    INSIDE,
    LETTER,
    MARK,
    sentence_behind,
    shape,
    shapes_of,
    words_between,
)

_MANNER = "及时|定期|按时|认真|积极|主动|不断|逐步|随时|实时|严格|广泛|按规定|按要求|适时|统一|全部|同步|妥善"
_VERBS = lazy.pattern("v|a|z|i|l")
# Nouns of the dictionary that are verbs as well.
_DONE_TOO = frozenset(
    listed(
        "总结 报告 决定 计划 规定 通知 建议 要求 记录 说明 汇报 布置 设计 宣传 编辑 登记 归纳 齐全 规范 健全 完整"
    )
)
# 「加大对…情况」: things, on which nothing is done unless the deed is named.
_THINGS = "情况|问题|人员|单位|部门|群众|干部|党员|事项|内容|企业|农民|对象|领域|环节|行为|村民|居民|学生|家庭|村庄|农户|网站|栏目|现象|制度|政策|条例|信息员|负责人"
_FLAWS = "不强|不高|不够|不足|不畅|不全|不实|不力|不到位|不及时|不规范|不深入|不平衡|不健全|不完善|不透明|不清|不细|不严|薄弱|滞后|淡薄|单一|欠缺|缺位|偏低|松懈|走过场|不落实|不重视|不严格|不作为|缺失|脱节|混乱|不配合|不彻底|不扎实|不精准|不匹配|不合理|不协调|不完整|落实不力"
_HEADS = lazy.pattern(
    "现象|问题|情况|情形|倾向|矛盾|不足|困难|行为|思想|心理|风险|隐患|差距|短板|弊端|通病|缺点|之处|等[，,。；;]"
)
_HAVE = lazy.pattern(
    "存在|有|出现|发生|是|解决|克服|防止|纠正|避免|杜绝|针对|整改|对|查|改|消除|扭转|暴露|反映|看|为|属|表现|即|梳理|排查|分析|总结|造成|导致|影响|遏制|治理|整治|列|以及|和|就|从|以|使|让|把|将"
)
_WAYS = (
    "认真|深入|细致|全面|及时|仔细|详细|广泛|严格|充分|有效|积极|科学|合理|系统|具体|客观|公正|妥善|明确|不断|大力|定期|统一|集中|相应|必要|耐心|深刻|准确|逐一|逐项|逐条"
    "|有针对性|重点|热情|严肃|扎实|彻底|有力|规范|有序|果断|稳妥|反复|周密|严密|精心|坚决|坦诚|初步|快速|高效|、"
)
_OFFICES = r"(?:党政(?:综合)?办(?:公室)?|(?:领导小组)?办公室|领导小组|分管(?:领导|副?[镇乡局区县校]长)|主要领导|主管领导|[一-鿿]{0,4}(?:书记|镇长|乡长|局长|校长|主任|站长|所长)|村委会|居委会|村民代表会议|监督委员会|监督小组|财政所|民政所|党委|党支部|支部)"
_DEEDS = "负责|汇总|审核|审批|签字|签发|牵头|主持|担任|兼任|统一(?:负责|发布|管理|安排|协调|答复)|组织(?:实施|协调|召开)|讲解|宣读|通报|把关|审定|批准|答复|具体(?:负责|抓|实施)"


def _has_no_verb(passage: Passage, match: re.Match[str]) -> bool:
    """Whether what stands before 「并」 ends with a noun and holds no verb but what prepositions take."""
    words = [word for word in words_between(passage, *match.span("before")) if word.text.strip()]
    if len(words) < 2 or words[-1].kind[0] != "n" or words[-1].text[-2:] in _DONE_TOO:
        return False
    return not any(_VERBS.match(word.kind) or word.text in {"有", "是", "为"} for word in words)


def _names_no_deed(passage: Passage, match: re.Match[str]) -> bool:
    """「加强对党员，特别是……的教育」: the deed may come behind the comma."""
    behind = passage.text[match.end("mark") : match.end("mark") + 6]
    if behind[1:].startswith(("特别", "尤其", "包括", "以及", "如", "和", "及")):
        return False
    return "力度" not in sentence_behind(passage, match.start("mark"))


def _lacks_head(passage: Passage, match: re.Match[str]) -> bool:
    return _HEADS.search(match["mark"]) is None


def _lacks_have(passage: Passage, match: re.Match[str]) -> bool:
    return _HAVE.search(match["rest"]) is None


RULES = (
    Rule(
        name="typo.and_without_first",
        category="typo",
        severity="info",
        explain="「并」前面没有动词，如「在门户网站信息并及时更新」漏了「发布」。",
        fires="在镇门户网站信息并及时更新。",
        passes="在镇门户网站发布信息并及时更新，材料齐全并及时归档。",
        find=shapes_of(
            shape(
                rf"{CLAUSE}(?P<mark>(?P<before>{INSIDE}{{3,30}})并(?:{_MANNER}))(?={LETTER})",
                "「{}」里「并」前面疑漏动词",
                "info",
                _has_no_verb,
            ),
        ),
    ),
    Rule(
        name="typo.toward_without_deed",
        category="typo",
        severity="info",
        explain="「加大对……资金发放情况，」没有说做什么，漏了「的监督力度」一类的话。",
        fires="加强对涉农资金、扶贫项目的公开情况，方便群众监督。",
        passes="加强对涉农资金公开情况的监督，加强对党员、特别是干部的教育。",
        find=shapes_of(
            shape(
                rf"(?P<mark>(?:加强|强化|加大|做好|注重|重视|抓好|强化了|加强了|加大了)对(?:{INSIDE}){{2,30}}?(?:{_THINGS})){MARK}",
                "「{}」没有说做什么，疑漏「的监督」「的管理」一类的话",
                "info",
                _names_no_deed,
            ),
        ),
    ),
    Rule(
        name="typo.flaws_without_head",
        category="typo",
        severity="info",
        explain="「……不强、……不畅普遍存在」漏了「的问题」；「在……上不及时的现象。」漏了「存在」。",
        fires="参与意识不强、监督渠道不畅普遍存在。",
        passes="参与意识不强的问题普遍存在，在公开上存在不及时的现象。",
        find=shapes_of(
            shape(
                rf"{CLAUSE}(?P<mark>{INSIDE}{{0,30}}?(?:{_FLAWS})(?:普遍|依然|仍然|仍|还|不同程度|一定程度|也)*(?:存在|时有发生|较为普遍|比较突出|较为突出)){MARK}",
                "「{}」疑漏「的问题」「的现象」",
                "info",
                _lacks_head,
            ),
            shape(
                rf"(?:^|(?<=[。；;\n]))(?:但|目前|个别单位|部分单位|[一二三四五六七八九]是)?[，,]?(?P<mark>在(?P<rest>{INSIDE}{{2,40}}?)的(?:现象|问题|不足|缺点))(?=[。；;])",
                "「{}」疑漏「存在」",
                "info",
                _lacks_have,
            ),
        ),
    ),
    Rule(
        name="typo.deed_of_manner",
        category="typo",
        severity="info",
        explain="「进行认真地研究」：「进行」后面的动词当名词用，前面用「的」。",
        fires="对意见和建议进行认真地研究和分析。",
        passes="对意见和建议进行认真的研究，认真地进行研究。",
        find=shapes_of(
            shape(
                rf"(?P<mark>(?:进行|予以|加以|给予|作出|做出|开展|作了|做了)了?(?:(?:{_WAYS})[和与、而并]{{0,2}}){{1,5}}地)(?!名|方|区|点|址|段|块|级|税|理|质|下|面|力|界|籍|震)(?={LETTER}{{2}})",
                "「{}」的「地」应为「的」",
                "info",
            ),
            shape(
                rf"(?:进行|予以|加以|给予|作出|做出)了?{LETTER}{{2,4}}[的地]{LETTER}{{2}}[和与及、](?P<mark>(?:{_WAYS})地)(?={LETTER}{{2}}[，,。；;、])",
                "「{}」的「地」应为「的」",
                "info",
            ),
        ),
    ),
    Rule(
        name="typo.by_whom",
        category="typo",
        severity="info",
        explain="「有党政办负责汇总」的「有」疑为「由」。",
        fires="考核结果有领导小组办公室汇总后进行通报。",
        passes="考核结果由领导小组办公室汇总，镇里设有办公室负责接待。",
        find=shapes_of(
            shape(
                rf"(?<![没设具所拥还只都也要须均各如若仅现])(?P<mark>有)(?=(?:镇|乡|县|局|街道|村|学校|[政党村校]务公开|信息公开|政务公开工作|党务公开工作)?{_OFFICES}(?:{_DEEDS})(?!制度|的|权))",
                "「{}」疑为「由」",
                "info",
            ),
        ),
    ),
    Rule(
        name="typo.step_lost",
        category="typo",
        severity="warning",
        explain="「进一步」只剩一个「进」字或「步」字，或者颠倒了。",
        fires="我镇进坚持便民原则，一进步完善制度。",
        passes="我镇进一步坚持便民原则，稳步完善制度，取得了进步。",
        find=shapes_of(
            shape(
                r"(?P<mark>一进步|进步一(?!个|些|点|大|名|等)|进一(?=(?:加强|完善|提高|规范|推进|深化|落实|健全|强化|增强|提升|扩大|拓宽|明确|加大|改进|做好|优化|促进|细化))|步一步(?=加强|完善|提高|规范|推进|深化))(?!步)",
                "「{}」疑为「进一步」",
                "warning",
            ),
            shape(
                r"(?:^|(?<=[，,。；;：:\n《镇乡局校于了将要为]))(?P<mark>进)(?=坚持|加强|完善|提高|规范|推进|深化|落实|健全|强化|增强|提升|扩大|拓宽|明确|加大|改进|做好|优化|促进|细化|严格)",
                "「{}」疑为「进一步」",
                "warning",
            ),
            shape(
                r"(?P<mark>副组(?![长织成合]))(?=的|由|任|、|，|是)",
                "「{}」疑为「副组长」",
                "warning",
            ),
        ),
    ),
)
