"""Clauses that stop before the word they lead to: 「账目每月由村民理财小组。」, 「进行了一次业务。」, 「提供了便捷高效。」, 「以点带面，全面。」,
「看得明白、听得。」.
"""

import re

from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import listed
from mingbai.text.proofreading.rules._parsing import (
    CLAUSE,
    INSIDE,
    LETTER,
    MARK,
    shape,
    shapes_of,
    words_between,
)
from mingbai.text.proofreading.rules._rows import Row, rows_of

_BODIES = "委员会|监委会|理事会|小组|专班|办公室|大会|会议|代表会|两委|党委|纪委|政府|财政所|经管站|[科股]室|负责人|领导|主任|书记|专人|工作人员|村干部|会计|报账员|信息员"
# What 「进行了一次」 may lead to, by the last characters of it.
_EVENTS = frozenset(
    "会赛班课动议谈训查调研评选流习考试练演讲座检修理改治护访问晤聊比审核验收算结论析讨述教育导答解释展"
)
_NAMED_EVENTS = frozenset(
    listed(
        "活动 会议 讲座 工作 手术 革命 仪式 典礼 体检 义诊 党课 座谈 专题 战役 战斗 行动 会演 晚会 调整 大扫除 摸底 考核 测评 满意度 演习 大会 工程 项目 旅行 航行 飞行 贸易"
    )
)
_AFFAIRS = frozenset(
    listed(
        "业务 政策 法律 法规 知识 思想 纪律 安全 技术 技能 档案 理论 作风 职业道德 财务 卫生 廉政 消防 专业 素质 法治 法制 道德 精神 政治 文化 科技 保密 网络 舆情 民意 情况 问题 信息"
    )
)
# Verbs in the names of bodies: 「理财小组」.
_IN_NAMES = frozenset(
    listed(
        "理财 监督 审计 管理 议事 评议 监察 公开 工作 领导 协调 评审 招标 采购 办公 信访 综治 代表 负责人 审核 考核 评选 调解 治理 服务"
    )
)
# Qualities that are things as well.
_THINGS_TOO = frozenset(listed("便利 方便 安全 平安 和谐 稳定 温暖 困难"))
_GIVES = "提供|营造|创造|打造|形成|构建|搭建"
_ADVERBS = "全面|切实|扎实|大力|稳步|逐步|不断|进一步|着力|努力|充分|深入|持续|认真|严格"


def _names_only(passage: Passage, match: re.Match[str]) -> bool:
    words = words_between(passage, *match.span("inner"))
    return bool(words) and not any(
        word.kind in {"v", "vd", "vi", "l"} and word.text not in _IN_NAMES for word in words
    )


def _is_affair(passage: Passage, match: re.Match[str]) -> bool:
    what = match["what"]
    return what in _AFFAIRS and what not in _NAMED_EVENTS and what[-1] not in _EVENTS


def _is_quality(passage: Passage, match: re.Match[str]) -> bool:
    words = [word for word in words_between(passage, *match.span("rest")) if word.text != "、"]
    return bool(words) and all(
        word.kind[0] in "az" and len(word.text) > 1 and word.text not in _THINGS_TOO for word in words
    )


# Of two members the second stops behind the word they share.
_GOT = "懂|见|到|清|明白|好|住|准|实|清楚|放心|满意|透"
_SHARED = "新高大多强更最无有零真严早快"
_CUT_MEMBERS: tuple[Row, ...] = (
    (
        " ".join(f"得{got}、" for got in _GOT.split("|")),
        rf"(?P<mark>{LETTER}得(?:{_GOT})、{LETTER}得){MARK}",
        "「{}」后一半丢了字，与前一半不对应",
        "warning",
    ),
    (
        " ".join(f"、{one}{stop}" for one in _SHARED for stop in "，。；,;"),
        rf"(?P<mark>(?P<a>[{_SHARED}])(?!的){LETTER}{{1,3}}、(?P=a)){MARK}",
        "「{}」后一半丢了字，与前一半不对应",
        "warning",
    ),
)

RULES = (
    Rule(
        name="typo.agent_alone",
        category="typo",
        severity="warning",
        explain="「由……」「经……」后面只有谁，没有说做什么，如「账目每月由村民理财小组。」「公开内容须经监督委员会。」，话没有说完。",
        fires="财务账目每月由村民理财小组。公开内容须经村务监督委员会。",
        passes="财务账目每月由村民理财小组审核。公开内容须经村务监督委员会审查，这是监委会的理由。",
        find=shapes_of(
            shape(
                rf"(?<![理缘自事根来因])(?P<mark>由(?!于|此)(?P<inner>(?:(?![，,、的]){INSIDE}){{0,14}}?(?:{_BODIES})))(?=[。；;])",
                "「{}」没有说做什么，话没有说完",
                "warning",
                _names_only,
            ),
            shape(
                rf"(?P<mark>(?:须|必须|应|应当|需|要|未)(?:经|经过|经由)(?P<inner>(?:(?![，,、的]){INSIDE}){{0,14}}?(?:{_BODIES})))(?=[。；;])",
                "「{}」没有说做什么，话没有说完",
                "warning",
                _names_only,
            ),
            shape(
                rf"(?P<mark>(?:组长|副组长|主任|副主任|会长|主席|召集人|总指挥|负责人|成员|监督员|信息员|联络员)(?:分别|均|一般)?由(?P<inner>(?:(?!担任|担当|任|兼|组成|构成|产生|选|推|负责|指定|确定|任命|委派|派|轮|提名|聘|带|出|安排|报|决定|代|抽|充|指派|批准|主持|参加|兼职|组织|为|履行|协调|牵头){INSIDE}){{2,24}}?(?:党员|干部|书记|主任|镇长|乡长|局长|院长|校长|经理|负责人|同志|代表|领导|人员|群众|村民|老师|教师)))(?=[。；;])",
                "「{}」后面疑漏「担任」",
                "warning",
            ),
        ),
    ),
    Rule(
        name="typo.deed_unnamed",
        category="typo",
        severity="warning",
        explain="句子停在动作、事物的前面：「进行了一次业务。」缺「培训」，「提供了便捷高效。」缺「服务」，「以点带面，全面。」缺动词。",
        fires="对全镇干部进行了一次业务。为群众提供了便捷高效。",
        passes="对全镇干部进行了一次业务培训。为群众提供了便捷高效的服务，开展了一次活动。",
        find=shapes_of(
            shape(
                rf"(?P<mark>(?:进行|开展|举行|组织|举办)了?(?:一|两|二|三|多|数|\d+)[次场轮批期](?:专题|集中|系统|全面|深入)?(?:的)?(?P<what>{LETTER}{{2,4}})){MARK}",
                "「{}」没有说是什么事，疑漏「培训」「检查」「活动」一类的词",
                "warning",
                _is_affair,
            ),
            shape(
                rf"(?P<mark>(?:{_GIVES})了(?P<rest>[一-鿿、]{{2,10}})){MARK}",
                "「{}」后面缺名词，如「服务」「环境」",
                "warning",
                _is_quality,
            ),
            shape(
                rf"(?<=[，,])(?P<mark>{_ADVERBS})(?=[。；;])",
                "「{}」后面缺动词，话没有说完",
                "warning",
            ),
            shape(
                rf"(?:做到|确保|实现|达到)(?P<mark>{LETTER}{{2}}[清明准实全细严畅优](?:、{LETTER}{{2}}[清明准实全细严畅优新好])*、(?:情况|底数|任务|责任|目标|思路|方向|重点|措施|数据|家底|政策|流程|程序|账目|台账|对象|标准)){MARK}",
                "「{}」最后一项没有说怎么样，疑漏了字",
                "warning",
            ),
            shape(
                rf"{CLAUSE}(?P<mark>(?:用|以|通过|采取|运用|采用)(?:(?![，,]){INSIDE}){{2,20}}、(?:(?![，,、]){INSIDE}){{2,8}}的)(?=[，,])",
                "「{}」后面没有词，话没有说完",
                "warning",
            ),
        ),
    ),
    Rule(
        name="typo.member_cut",
        category="typo",
        severity="warning",
        explain="两项并列，后一项停在两项共有的字上，丢了后面的字：「看得明白、听得。」「新途径、新，」。",
        fires="让老百姓看得明白、听得。积极探索新途径、新，提高水平。",
        passes="让老百姓看得明白、听得懂。积极探索新途径、新办法，推陈出新。",
        find=rows_of(_CUT_MEMBERS),
    ),
)
