"""Frames of prepositions that are opened and not closed, or closed and not opened: 「在……，」 without 「下」, 「……为成员的」
without 「以」, 「加强……的领导」 without 「对」, 「把……实行」 for 「对……实行」."""

import re

from mingbai.text import lazy
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._parsing import (
    INSIDE,
    LETTER,
    MARK,
    clause_before,
    is_closed,
    sentence_before,
    sentence_behind,
    shape,
    shapes_of,
    words_between,
)

_BEGIN = r"(?:^|(?<=[，,。；;：:\n ]))(?:同时|并|还|也|但|[一二三四五六七八九]是|我[镇乡县区市局村校]|我街道|学校|街道|我们将?|将|今后将|下一步将)?[，,]?"
_DONE = (
    "不断|进一步|切实|认真|积极|全面|继续|努力|加强|加大|加快|提高|提升|增强|推进|深化|完善|健全|建立|规范|落实|贯彻|做好|抓好|搞好|开展|坚持"
    "|扩大|拓宽|丰富|创新|强化|优化|改进|保障|维护|促进|推动|实行|实施|执行|履行|编制|制定|严格|深入|充分|巩固|总结|保持|发扬|保证|确保|吸取|借鉴"
)
_AIDS = "领导|指导|指引|引领|影响|号召|鼓励|感召|带动|见证|督促|支持|关心|帮助|协调|配合|努力|重视|关怀|监督下|统筹|带领|部署|参与|推动|共同努力"
_OPENS_FROM = lazy.pattern(
    r"从|自|在|由|对|就|围绕|按照|根据|通过|经过|涉及|包括|分为|分别|针对|主要|有|是|把|将|以|结合|于|涵盖|公开|及|要求"
)
_WITH = lazy.pattern(r"[由把将作任]|(?<![可所难得予加])以(?![来及上下后前内外])")
_FROM_CLOSED = lazy.pattern(
    r"出发|入手|着手|抓起|做起|起步|开始|起[，,]|以来|来看|来说|来讲|而言|看[，,]|方面|角度|层面|到|向|环节|源头|高度|中|上|里|下|内|严|实|快|重|优|简|处|之日|起|转变|转为|面"
)
_FROM_CLOSED_LATER = lazy.pattern("出发|入手|着手|抓起|做起|开始|方面|角度|层面|环节")
_ROLES = (
    "组长|副组长|成员|组员|主体|主|核心|重点|内容|主要内容|形式|主要形式|载体|主题|主线|目标|目的|代表|基础|依托|抓手|平台|龙头|中心|主导|支撑|补充|骨干|导向"
    "|宗旨|原则|指导|契机|牵引|引领|纽带|突破口|格局|保障|主力|特色|单元"
)
# 「成为」, 「作为」, 「较为」: another word than the frame's 「为」.
_NO_OTHER = "(?<![成作认定列评改变视分因行称较更最极尤设转换升命确选推树调名化译誉尊奉订拟任用做当均皆都是])"


def _is_unclosed(passage: Passage, match: re.Match[str]) -> bool:
    return not is_closed(passage, match.start("inner"), match.end("inner"))


def _is_without_with(passage: Passage, match: re.Match[str]) -> bool:
    return _WITH.search(sentence_before(passage, match.start("as"))) is None


def _is_without_from(passage: Passage, match: re.Match[str]) -> bool:
    return _OPENS_FROM.search(sentence_before(passage, match.end("items"))) is None


def _from_goes_nowhere(passage: Passage, match: re.Match[str]) -> bool:
    if _FROM_CLOSED.search(match["mark"][1:]):
        return False
    return _FROM_CLOSED_LATER.search(sentence_behind(passage, match.end("mark"))) is None


def _is_without_toward(passage: Passage, match: re.Match[str]) -> bool:
    return "对" not in clause_before(passage, match.start("mark"))


def _takes_noun(passage: Passage, match: re.Match[str]) -> bool:
    """Whether 「将」 takes a noun and does not speak of what will be."""
    words = words_between(passage, match.start("object"), match.end("object"))
    return bool(words) and words[0].kind[0] in "nrmbla" and words[-1].kind[0] in "nrlv"


RULES = (
    Rule(
        name="typo.in_unclosed",
        category="typo",
        severity="info",
        explain="「在」开了头，后面没有「上」「中」「下」「的同时」一类的词收尾，如「在不断提高公开质量和水平，为发展创造了条件」。",
        fires="在进一步规范公开内容和程序，我镇重点抓好审核。",
        passes="在进一步规范公开内容和程序的基础上，我镇重点抓好审核。全镇上下都在加强学习。",
        find=shapes_of(
            shape(
                rf"{_BEGIN}(?P<mark>在(?P<inner>(?:{_DONE})(?!的){INSIDE}{{2,40}}))(?=[，,])",
                "「{}」里「在」后面疑漏「的同时」「中」一类的词，或者多了「在」",
                "info",
                _is_unclosed,
            ),
            shape(
                rf"(?:{_BEGIN}|(?<=工作)|(?<=公开)|(?<=建设)|(?<=事业))(?P<mark>在(?P<inner>{INSIDE}{{2,40}}?的{LETTER}{{0,6}}(?:{_AIDS})))(?=[，,])",
                "「{}」后面疑漏「下」",
                "info",
                _is_unclosed,
            ),
            shape(
                rf"{_BEGIN}(?:本[镇乡局校]|本街道)?(?P<mark>在(?P<inner>(?:{_DONE}|主动公开|公开|办理|处理){INSIDE}{{2,20}}?)(?:主要|重点)?(?:采取|采用)了?)(?=以下|{LETTER}{{2}}|：|:)",
                "「{}」里「在」后面疑漏「时」「中」「方面」",
                "info",
                _is_unclosed,
            ),
        ),
    ),
    Rule(
        name="typo.from_unclosed",
        category="typo",
        severity="info",
        explain="「从」与「入手」「方面」不呼应：有头没有尾，或者有尾没有头。",
        fires="从加强领导、健全机制，扎实推进政务公开。",
        passes="从加强领导、健全机制入手，扎实推进政务公开。从严管理、从快办理。",
        find=shapes_of(
            shape(
                rf"{_BEGIN}(?P<mark>从(?:{_DONE}){INSIDE}{{2,30}}){MARK}",
                "「{}」里「从」后面疑漏「入手」「方面」一类的词",
                "info",
                _from_goes_nowhere,
            ),
            shape(
                rf"{_BEGIN}(?P<mark>(?P<items>{LETTER}{{2,12}}、{INSIDE}{{2,60}}?)等?(?:[几两三四五六七八九\d]个|各个|多个)?方面(?:入手|着手|出发|抓起|做起|下功夫))",
                "「{}」前面疑漏「从」或「在」",
                "info",
                _is_without_from,
            ),
            shape(
                rf"{_BEGIN}(?P<mark>(?P<items>{LETTER}{{2,30}}、{INSIDE}{{2,60}}?)等(?:[几两三四五六七八九\d]个)方面)(?=[，,])",
                "「{}」前面疑漏「从」或「在」",
                "info",
                _is_without_from,
            ),
        ),
    ),
    Rule(
        name="typo.as_without_with",
        category="typo",
        severity="info",
        explain="「……为成员的」「……等为内容的」前面漏了「以」或「由」。",
        fires="成立了各村民小组长为成员的监督小组。",
        passes="成立了以镇长为组长、各站所长为成员的领导小组，这是最为重要的。",
        find=shapes_of(
            shape(
                rf"(?P<mark>[^，,。；;：:！？\n的]{{2,40}}?{_NO_OTHER}(?P<as>为)(?:{_ROLES})的)(?={LETTER})",
                "「{}」疑漏「以」或「由」",
                "info",
                _is_without_with,
            ),
        ),
    ),
    Rule(
        name="typo.lead_without_toward",
        category="typo",
        severity="info",
        explain="「加强政务公开工作的领导」漏了「对」：工作是领导的对象。",
        fires="切实加强政务公开工作的领导，健全机构。",
        passes="切实加强对政务公开工作的领导，加强党的领导，加强工作的组织领导。",
        find=shapes_of(
            shape(
                r"(?P<mark>(?:加强|强化|重视|改善)了?(?!对)(?:(?!对)[^，,。；;：:！？\n党委]){2,24}(?:工作|建设|事业|活动|管理|公开|改革|财务|项目|资金)的(?:领导|监督|督查|监管|检查|管理|指导|考核))(?=[，,。；;、\n])",
                "「{}」疑漏「对」：「加强对……的……」",
                "info",
                _is_without_toward,
            ),
        ),
    ),
    Rule(
        name="typo.disposal_without_deed",
        category="typo",
        severity="info",
        explain="「把……实行」「把……开展」不通：「把」后面要有处置它的动词，或者改为「对」。",
        fires="我们把涉及群众利益的事项实行全公开。",
        passes="我们对涉及群众利益的事项实行全公开，把承诺制落到实处，将继续实行公示。",
        find=shapes_of(
            shape(
                rf"(?<![一两三几每这那])(?P<mark>把(?![握关好控手脉柄])(?:(?!作为|当作|视为|列为|纳入){INSIDE}){{2,24}}?(?:实行|施行|开展|采取|存在)(?!的))(?={LETTER})",
                "「{}」不通，可把「把」改为「对」",
                "info",
            ),
            shape(
                rf"(?P<mark>将(?P<object>{LETTER}{INSIDE}{{1,20}}?)(?:实行|采取))(?={LETTER})",
                "「{}」不通，可把「将」改为「对」",
                "info",
                _takes_noun,
            ),
        ),
    ),
)
