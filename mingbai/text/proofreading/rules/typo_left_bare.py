"""Clauses that stop before the word they lead to: 「账目每月由村民理财小组。」, 「进行了一次业务。」, 「提供了便捷高效。」, 「以点带面，全面。」,
「看得明白、听得。」; and openings that do not go with the ending: 「面对任务重的情况下」, 「从检查结果显示」.
"""

import re

from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import listed
from mingbai.text.proofreading.rules._parsing import (
    CLAUSE,
    HAN,
    INSIDE,
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
_SITUATIONS = (
    "情况|形势|条件|背景|环境|压力|困难|局面|影响|问题|冲击|努力|支持|领导|要求|推动|帮助|配合|关心|指导"
)
_FINDINGS = "结果|情况|数据|统计|调查|检查|报表|图表|资料|反馈|分析|测评|评议|统计表|走访|材料"
_SHOWS = "显示|表明|证明|说明|反映"
_PRAISE = (
    "赞扬声|赞誉声|叫好声|认可率|认可度|满意率|满意度|支持率|知晓率|反响度|反响|效果|成效|成绩|影响力|知名度"
)


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


_ROWS: tuple[Row, ...] = (
    (
        " ".join(f"{one}下" for one in _SITUATIONS.split("|")),
        rf"{CLAUSE}(?P<mark>(?:面对|针对|由于|鉴于|遇到|面临|受|有了?|因|因为)(?:(?![在以]){INSIDE}){{2,24}}(?:{_SITUATIONS})下)(?=[，,])",
        "「{}」把「面对……」「由于……」与「在……下」混在一起，用一种",
        "warning",
    ),
    (
        "来说而言 而言来看 来讲而言 来看来说 来讲的话 来说的话 来看的话 而言来说 来看而言 来说来看",
        r"(?P<mark>来说而言|而言来看|来讲而言|来看来说|而言来说|来看而言|来说来看|(?<=[一-鿿]{2})来[讲说看]的话)(?=[，,])",
        "「{}」意思说了两遍，留一个",
        "warning",
    ),
    (
        _SHOWS.replace("|", " "),
        rf"{CLAUSE}(?P<mark>(?:从|根据|通过|按照|依据)(?:(?![的，,所中看]){INSIDE}){{0,12}}?(?:{_FINDINGS})(?:{_SHOWS})(?:出)?)(?=[，,])",
        "「{}」没有主语：去掉「从」「根据」，或者写「从……看」",
        "warning",
    ),
    (
        "可以可见 表明显示 显示表明 可见看出 可以见出 足以可见 由此可以可见",
        r"(?P<mark>可以可见|表明显示|显示表明|可见看出|足以可见)",
        "「{}」意思说了两遍，留一个",
        "warning",
    ),
    (
        "当中里 当中内 期间里 期间当中 期间之中 期间中 过程里面中",
        rf"(?P<mark>当中里|当中内|期间里|期间当中|期间之中)(?=[，,。；;]|{HAN}{{2}})",
        "「{}」两个方位的话重复，留一个",
        "warning",
    ),
    (
        "范围， 范围,",
        rf"{CLAUSE}(?P<mark>在(?:(?![，,、]){INSIDE}){{1,12}}范围)(?=[，,])",
        "「{}」后面疑漏「内」",
        "warning",
    ),
    (
        "组织， 组织。 组织,",
        rf"(?P<mark>(?:加强|强化)对{INSIDE}{{2,20}}的组织){MARK}",
        "「{}」后面疑漏「领导」",
        "warning",
    ),
    (
        "栏一 栏两 栏三 栏二 箱一 箱两 屏一 屏两 牌一 牌两 架一 台一",
        rf"(?P<mark>(?:设|建|制作|安装|张贴|配备|购置|增设|更换|设立|设置|新建)了?(?:(?![，,、]){INSIDE}){{0,8}}(?:栏|箱|屏|牌|架|展板|横幅|标语|音响|电脑)[一二两三四五六七八九十\d]{{1,3}}){MARK}",
        "「{}」后面漏了量词",
        "warning",
    ),
    (
        "召开 成立 组建 组织 举行",
        rf"(?P<mark>(?:召开|举行|成立|组建|举办)了?由(?:(?!参加|组成|任|主持|牵头|参与|召集|组织|出席|构成|为主|任组长|主讲|担任|主办|发起|代表的|为){INSIDE}){{2,30}}(?:会议|座谈会|大会|例会|推进会|部署会|小组|专班|工作组|队伍|动员会)){MARK}",
        "「{}」的「由」没有收住，疑漏「参加的」「组成的」",
        "warning",
    ),
    (
        "召开了 举办了 开展了 举行了",
        rf"(?P<mark>(?:会议|培训|培训班|活动|大会|座谈会)由{INSIDE}{{2,16}}(?:召开|举办|开展|举行)了{INSIDE}{{0,12}}(?:会议|大会|会|培训|培训班|活动)){MARK}",
        "「{}」前面已有「会议」，两种说法混在一起，留一个",
        "warning",
    ),
    (
        "不够 有待 参差不齐 较为 比较",
        rf"(?P<mark>(?:不够|不太|不甚)(?:到位|深入|全面|充分|规范|及时|完善|健全|高|强|透|清)(?:不足|不够|不高|不强|薄弱|欠缺|滞后|不全)|有待(?:于)?(?:进一步)?(?:不足|不够|薄弱|欠缺|滞后|不高|不强)|参差不齐(?:不高|不够|不一|较低)|(?:较为|比较|过于)(?:单一|薄弱|滞后)(?:窄|弱|差|低|少|慢)){MARK}",
        "「{}」一个意思说了两遍，留一个",
        "warning",
    ),
    (
        _PRAISE.replace("|", " "),
        rf"(?P<mark>(?:得到|受到|赢得|获得|博得)了?(?:(?![，,]){INSIDE}){{0,14}}?(?:肯定|好评|支持|信任|欢迎|赞扬|认可|称赞|拥护|表扬|赞誉)(?:和|与|及|、)(?:{HAN}{{2}})?(?:{_PRAISE})){MARK}",
        "「{}」后一个词与动词不搭配",
        "warning",
    ),
    (
        "肯定 好评 表扬 认可 赞扬 奖励",
        rf"(?P<mark>接受了?(?:(?![，,]){INSIDE}){{0,14}}?(?:监督|检查|指导|评议|考核|审计|巡察|巡视|督查)(?:和|与|及|、)(?:肯定|好评|表扬|认可|赞扬|奖励|信任|满意)){MARK}",
        "「{}」后一个词与「接受」不搭配",
        "warning",
    ),
    (
        "欢迎和好 好评和赞 肯定和表 支持和理 信任和支 肯定和好 欢迎和支",
        r"(?P<mark>(?:得到|受到|赢得|获得|收到)了?[^，,。；;：:！？\n]{0,12}(?:欢迎|好评|肯定|支持|信任|理解|赞扬)(?:和|与)(?:好|赞|肯|支|理|信|表|欢|拥))(?=[，,。；;])",
        "「{}」后面丢了字",
        "warning",
    ),
    (
        "请批评， 请批评。 请批评,",
        r"(?P<mark>请(?:各位|领导|上级)?(?:予以)?批评)(?=[。；;])",
        "「{}」后面疑漏「指正」",
        "warning",
    ),
    (
        "面对面 手把手 一对一 点对点 心贴心 零距离",
        rf"(?P<mark>(?:进行|开展|作|做)了?(?:{HAN}{{0,4}})?(?:面对面|手把手|一对一|点对点|心贴心|零距离)(?:的)?){MARK}",
        "「{}」后面缺动词，如「交流」「指导」",
        "warning",
    ),
    (
        "慰问 宣传 明白纸张",
        rf"(?P<mark>(?:发放|送去|送上|送|带去)了?(?:{HAN}{{0,4}}的)?慰问){MARK}(?<!上门送慰问)",
        "「{}」后面疑漏「品」「金」",
        "info",
    ),
)

# Of two members the second stops behind the word they share.
_GOT = "懂|见|到|清|明白|好|住|准|实|清楚|放心|满意|透"
_SHARED = "新高大多强更最无有零真严早快"
_CUT_MEMBERS: tuple[Row, ...] = (
    (
        " ".join(f"得{got}、" for got in _GOT.split("|")),
        rf"(?P<mark>{HAN}得(?:{_GOT})、{HAN}得)(?=[，,。；;])",
        "「{}」后一半丢了字，与前一半不对应",
        "warning",
    ),
    (
        " ".join(f"、{one}{stop}" for one in _SHARED for stop in "，。；,;"),
        rf"(?P<mark>(?P<a>[{_SHARED}])(?!的){HAN}{{1,3}}、(?P=a))(?=[，,。；;])",
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
                rf"(?P<mark>(?:进行|开展|举行|组织|举办)了?(?:一|两|二|三|多|数|\d+)[次场轮批期](?:专题|集中|系统|全面|深入)?(?:的)?(?P<what>{HAN}{{2,4}}))(?=[，,。；;])",
                "「{}」没有说是什么事，疑漏「培训」「检查」「活动」一类的词",
                "warning",
                _is_affair,
            ),
            shape(
                rf"(?P<mark>(?:{_GIVES})了(?P<rest>[一-鿿、]{{2,10}}))(?=[，,。；;])",
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
                rf"(?:做到|确保|实现|达到)(?P<mark>{HAN}{{2}}[清明准实全细严畅优](?:、{HAN}{{2}}[清明准实全细严畅优新好])*、(?:情况|底数|任务|责任|目标|思路|方向|重点|措施|数据|家底|政策|流程|程序|账目|台账|对象|标准))(?=[，,。；;])",
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
    Rule(
        name="typo.opened_otherwise",
        category="typo",
        severity="warning",
        explain="开头与结尾不相配，或者叠了一层：「面对任务重的情况下」「从检查结果显示」「对我镇来说而言」「不够到位不足」「在全镇范围，」。拿不准的只作提示。",
        fires="面对任务重、时间紧的情况下，加班加点。从检查结果显示，各村落实较好。",
        passes="在任务重、时间紧的情况下，加班加点。检查结果显示，各村落实较好，从检查结果看，情况良好。",
        find=rows_of(_ROWS),
    ),
)
