"""Two patterns in one sentence: 「下设办公室设在」, 「贯彻……为指导」, 「于……起开始」, 「明确校长是……职责」, and two verbs for one
slot: 「承担开展……工作」."""

import re

from mingbai.text import lazy
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._parsing import (
    END,
    INSIDE,
    LETTER,
    LISTING,
    clause_before,
    shape,
    shapes_of,
    words_between,
)

_WITH = lazy.pattern(r"[由把将作]|(?<![可所难得予加])以(?![来及上下后前内外])")
_OFFICES = "校长|园长|院长|镇长|乡长|区长|县长|市长|局长|书记|主任|站长|所长|负责人|责任人|领导|一把手|干部|人员|党政办|办公室|科室|股室|站所|部门|单位|村委会|居委会|委员会|小组|组长"
# Verbs that say only that something is done; two of them in a row are one too many.
_LIGHT_NEXT = {
    "承担": "开展|负责|进行|实施|组织|落实|做好|履行|推进",
    "负责": "承担|担负|负责",
    "进行": "开展|实施|实行|推进|组织|做好|抓好|加强|加以|予以|落实到|给予|完成|提高|采取",
    "实行": "开展|实施|进行|采取|做到|推行|落实|加强",
    "采取": "通过|利用|运用|开展|进行|实行|实施|组织|借助|按照|建立",
    "予以": "进行|开展|加以|给予|实施|做到|得到",
    "加以": "进行|开展|予以|给予|实施|做到|加强",
    "给予": "进行|开展|加以|予以|实施|做到|得到",
    "开展": "进行|实施|实行|推进|做好|抓好|加强|落实",
    "实施": "进行|开展|实行|做好|加强",
    "得到": "取得|获得|受到|得到|收到|实现了|达到",
    "取得": "得到|获得|达到|收到|具有|起到",
    "受到": "得到|获得|取得|收到|赢得",
    "具有": "存在|具备|有着|含有",
    "存在": "有|具有|着有",
    "起到": "发挥|产生|取得|达到|得到",
    "发生": "出现|存在|产生",
}
# 「采取以…为主」, 「进行组织调整」: the second is a noun or opens a phrase of its own.
_NOUN_BEHIND = lazy.pattern(
    r"(?:的|情况|工作[，,。；;、的]|过程|方案|机制|措施|力度|调整|与|和|、|及|能力|计划|结构|机构|建设|效果|部门|单位|人员|者|率|不|以上|以下|以内|人|权|度|以来)"
)
_PLACED = "室|办|科|股|所|站|中心|局|处|委|会|部|楼|院|学校|镇|政府"
_DAY = r"(?:\d{2,4}\s?年)?(?:\s?\d{1,2}\s?月)?(?:\s?\d{1,2}\s?[日号])?"


def _is_two_verbs(passage: Passage, match: re.Match[str]) -> bool:
    words = words_between(passage, match.start("mark"), min(passage.end, match.end("mark") + 4))
    edges = {word.end for word in words}
    if match.end("mark") not in edges:
        return False
    return _NOUN_BEHIND.match(passage.text, match.end("mark")) is None


def _has_no_with(passage: Passage, match: re.Match[str]) -> bool:
    return _WITH.search(match["between"]) is None and "以" not in clause_before(passage, match.start("mark"))


RULES = (
    Rule(
        name="typo.blend_office",
        category="typo",
        severity="warning",
        explain="「下设办公室」与「办公室设在某处」混成一句。",
        fires="领导小组下设办公室设在党政办公室。",
        passes="领导小组下设办公室，办公室设在党政办公室。下设办公室和宣传组。",
        find=shapes_of(
            shape(
                rf"(?P<mark>下设(?:的)?(?:工作|日常|领导)?办公室(?:设在|设于|设立在|设置在|挂靠在|挂在|挂靠于))(?={INSIDE}{{1,20}}(?:{_PLACED}))",
                "「{}」两种说法混在一起，应为「下设办公室，办公室设在……」",
                "warning",
            ),
            shape(
                rf"(?P<mark>下设(?:的)?(?:工作|日常|领导)?办公室在)(?={INSIDE}{{1,20}}(?:{_PLACED}))",
                "「{}」两种说法混在一起，应为「下设办公室，办公室设在……」",
                "info",
            ),
            shape(
                r"(?P<mark>办公室下设(?:在|于))",
                "「{}」两种说法混在一起，应为「办公室设在……」",
                "warning",
            ),
        ),
    ),
    Rule(
        name="typo.blend_guided",
        category="typo",
        severity="warning",
        explain="「贯彻落实……」与「以……为指导」混成一句。拿不准的只作提示。",
        fires="全面贯彻落实科学发展观为指导，推进公开。",
        passes="全面贯彻落实科学发展观，坚持以科学发展观为指导，推进公开。",
        find=shapes_of(
            shape(
                rf"(?P<mark>(?:贯彻落实|深入贯彻|全面贯彻|认真贯彻|贯彻执行|认真学习|深入学习|高举|学习贯彻|学习宣传|认真落实|深入落实)(?P<between>{LISTING}{{4,80}}?)为(?:指导|指引|统领|引领|行动指南|根本遵循)){END}",
                "「{}」两种句式混在一起：「贯彻……」或「以……为指导」",
                "warning",
                _has_no_with,
            ),
            shape(
                rf"(?P<mark>(?:按照|根据|依据|遵照|依照)(?P<between>{INSIDE}{{4,40}}?)为(?:指导|依据|准则|标准|准绳|原则|基础|目标|重点|核心|要求)){END}",
                "「{}」两种句式混在一起：「按照……」或「以……为……」",
                "info",
                _has_no_with,
            ),
        ),
    ),
    Rule(
        name="typo.blend_since",
        category="typo",
        severity="info",
        explain="「于某日」与「自某日起」混成一句。",
        fires="我局于2010年3月1日起开始公开收费项目。",
        passes="我局于2010年3月1日开始公开收费项目，自3月1日起施行。",
        find=shapes_of(
            shape(
                rf"(?P<mark>于{_DAY}(?:上旬|中旬|下旬|初|底)?起(?:就|即|便)?(?:开始|正式|全面|开展|推行|实行|试行|陆续|着手|在|建立|启动|启用)?)(?<![\d于]起)(?!点|草|步|诉|来|到)(?={LETTER})",
                "「{}」两种说法混在一起，应为「于……开始」或「自……起」",
                "info",
                lambda passage, match: (
                    passage.text[match.start() + 1 : match.start() + 2].isdigit()
                    and not passage.text.startswith(("施行", "执行", "生效", "实施"), match.end("mark"))
                ),
            ),
        ),
    ),
    Rule(
        name="typo.blend_duty",
        category="typo",
        severity="info",
        explain="人不是职责：「明确校长是……第一责任人职责」是两种说法混在一起。",
        fires="明确校长是实行校务公开的第一责任人职责。",
        passes="明确校长是第一责任人，明确校长的职责，明确公开是政府的职责。",
        find=shapes_of(
            shape(
                rf"(?P<mark>明确了?{INSIDE}{{0,12}}?(?:{_OFFICES})(?:是|为){INSIDE}{{2,30}}?(?:职责|责任|义务|职能|任务)){END}",
                "「{}」两种说法混在一起：人不是职责",
                "info",
            ),
            shape(
                rf"(?P<mark>(?:{_OFFICES})(?:是|为){INSIDE}{{0,20}}?(?:第一责任人|责任人|负责人|牵头人)的?(?:职责|责任|义务|任务)){END}",
                "「{}」两种说法混在一起：人不是职责",
                "info",
            ),
        ),
    ),
    Rule(
        name="typo.blend_related",
        category="typo",
        severity="info",
        explain="「涉及……」与「与……相关」混成一句。",
        fires="凡涉及群众利益密切相关的事项都要公开。",
        passes="凡涉及群众利益的事项、与群众利益密切相关的事项都要公开。",
        find=shapes_of(
            shape(
                rf"(?P<mark>(?:涉及到?|关系到|事关|关乎)(?:(?!的)[^，,。；;：:、！？\n与和同]){{2,16}}(?:密切|息息|紧密|直接)?(?:相关|有关|相连)的)(?={LETTER})",
                "「{}」两种说法混在一起：「涉及……的」或「与……相关的」",
                "info",
            ),
            shape(
                rf"(?P<mark>(?:涉及到?|关系到|事关|关乎)(?:与|和|同|到与){INSIDE}{{2,16}}?(?:密切|息息|紧密|直接)?(?:相关|有关|相连|关联)的?)",
                "「{}」两种说法混在一起：「涉及……」或「与……相关」",
                "info",
            ),
            shape(
                rf"(?P<mark>(?:有关|关于|针对|围绕)(?:与|和|同){INSIDE}{{2,16}}?(?:密切|息息|紧密|直接)?(?:相关|有关)的)(?={LETTER})",
                "「{}」两种说法混在一起",
                "info",
            ),
        ),
    ),
    Rule(
        name="typo.two_verbs",
        category="typo",
        severity="info",
        explain="两个意思空的动词叠在一起，如「承担开展……工作」「采取通过……」，留一个。",
        fires="承担开展职工民主管理工作，采取通过召开会议的形式宣传。",
        passes="承担职工民主管理工作，开展民主管理，采取召开会议的形式，负责开展培训。",
        find=shapes_of(
            *(
                shape(
                    rf"(?<!的)(?P<mark>{first}了?(?:{then}))(?!得|{LETTER}?[、])(?={LETTER})",
                    "「{}」两个动词叠用，留一个",
                    "info",
                    _is_two_verbs,
                )
                for first, then in _LIGHT_NEXT.items()
            )
        ),
    ),
)
