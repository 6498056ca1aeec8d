"""Words that slipped in for their neighbours, seen by what stands behind: 「制定公开栏12块」 for 「制作」, 「即方便群众，又……」 for 「既」, 「颁发了通知」;
and 「对」 without its 「的」, 「加大对环境整治投入」, 「进行集中清理垃圾」."""

import re

from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._cutting import cut_of
from mingbai.text.proofreading.rules._parsing import CLAUSE, HAN, INSIDE, clause_before, shape, shapes_of

_MADE = (
    "公开栏|公示栏|宣传栏|公开牌|公示牌|展板|展架|牌匾|标牌|标识牌|指示牌|警示牌|横幅|条幅|标语|宣传标语|宣传单|宣传册|宣传片|宣传画|明白纸|桌牌|胸牌|工作牌|去向牌|上岗证"
    "|便民卡|联系卡|监督卡|橱窗|黑板报|板报|墙报|灯箱|文化墙|宣传品|意见箱|举报箱|展台|台卡"
)
_PAPERS = "通知|方案|意见|办法|计划|总结|制度|细则|通报|要点|目录|指南"
_AT_HAND = "投入|监督|接待|监管|指导|宣传|检查|培训|整治|领导|扶持|帮扶|查处|巡查|督查|督导|引导|约束|制约|救助|考核|教育管理|监督管理|管理教育|服务管理"
_DEEDS = "清理|清扫|清除|排查|整治|检查|宣传|培训|发放|打扫|学习|调解|走访|慰问|修缮|维修|公开|公示|公布|整改|处理|解决|讨论|研究|部署|安排"
_THINGS = "垃圾|隐患|政策|法规|法律|知识|矛盾|纠纷|问题|群众|困难户|贫困户|道路|房屋|信息|内容|财务|账目|文件|精神|卫生|河道|沟渠|资料"
_AND = "又|也|更|还"


def _is_deed(passage: Passage, match: re.Match[str]) -> bool:
    return cut_of(passage).begins(match.start("mark"))


def _is_no_aim(passage: Passage, match: re.Match[str]) -> bool:
    """「切实做到加强对……」 and lists with 「的」 further on are left alone."""
    return "的" not in clause_before(passage, match.start("mark"))[-6:]


_SLIPS = shapes_of(
    shape(
        rf"(?P<mark>(?:制定|制订|拟定|订制|定制|出台|编制)了?)(?:(?![、的方案计划制度办法])[^，,。；;：:\n]){{0,10}}(?:{_MADE})(?=[\d一二三四五六七八九十，,。；;、和与及])",
        "「{}」应为「制作」",
        "warning",
    ),
    shape(
        rf"{CLAUSE}(?P<mark>即)(?=(?:要|能|可|有|是|不)?(?:提高|方便|保证|保障|节约|节省|增强|促进|维护|规范|解决|减轻|加强|注重|抓|讲|严格|锻炼|丰富|减少|改善|突出|公开){INSIDE}{{1,16}}[，,](?:{_AND})(?!有关|为))",
        "「{}」应为「既」：「既……，又……」",
        "warning",
    ),
    shape(
        rf"(?P<mark>颁发了?)(?:(?![证奖牌])[^，,。；;：:\n、]){{0,20}}(?:{_PAPERS})(?=[，,。；;])",
        "「{}」应为「印发」",
    ),
    shape(
        rf"(?P<mark>(?:加大|加强|增强|强化|实行|做好|建立健全|建立|健全|完善|落实)了?对(?:(?![的，,。；;：:\n、“]).){{2,12}}(?:{_AT_HAND}))(?=[，,。；;]|机制[，,。；;]|制度[，,。；;])",
        "「{}」里疑漏「的」",
        "info",
        _is_no_aim,
    ),
    shape(
        rf"(?P<mark>进行(?:集中|全面|统一|认真|彻底|定期|深入|及时|逐一|重点)?(?:{_DEEDS})(?:{_THINGS}))(?=[，,。；;\d一二三四五六七八九十])",
        "「{}」：「进行」后面的动词不带宾语，去掉「进行」",
    ),
    shape(
        rf"(?P<mark>(?:组织|开展|进行)了?{HAN}{{0,4}}(?:培训|宣传|检查|学习)工作)(?=\d+次|[一二三四五六七八九十]+次)",
        "「{}」里「工作」多余",
    ),
)

RULES = (
    Rule(
        name="typo.neighbour_slipped_in",
        category="typo",
        severity="info",
        explain="相近的词换错了，看后面的话才知道：「制定公开栏12块」应为「制作」，「即方便群众，又便于监督」应为「既」；「对……」后面漏「的」，「进行」带了宾语。",
        fires="制定公开栏12块，加大对环境整治投入，进行集中清理垃圾20次。",
        passes="制作公开栏12块，加大对环境整治的投入，集中清理垃圾20次。",
        find=_SLIPS,
    ),
)
