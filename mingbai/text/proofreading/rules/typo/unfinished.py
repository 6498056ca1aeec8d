"""Clauses that end before they are finished: 「得到了群众的一致。」, 「提高了工作人员的业务，」, 「是一项长期性、系统性。」, and those that
lost the word which makes their object one: 「将公开工作一项重要工作来抓」."""

import re

from mingbai.text import lazy
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._parsing import (
    CLAUSE,
    INSIDE,
    LETTER,
    LISTING,
    MARK,
    STOP,
    clause_before,
    sentence_before,
    sentence_behind,
    shape,
    shapes_of,
)

_UNITS = r"(?:我[镇乡县区市局村校街]|街道|学校|党委|政府|各单位|各部门|各村|全[镇乡县局村校])"
_GETS = "得到|受到|取得|起到|产生|形成|营造|创造|打下|奠定|提供|作出|做出|赢得|收到|提出|采取|发挥|达到"
_MERE = "一致|很好|良好|明显|显著|积极|较好|较为明显|非常好|充分|广泛|坚实|必要|极大|高度|一致的|很好的|良好的|明显的|显著的|积极的|重要的|较好的|一定的|充分的|广泛的|有力的|坚实的|必要的|极大的|应有的|相应的|有效的|重要|相应|应有"
_WITHOUT_OBJECT = "得到|取得|受到|起到|营造|赢得|打下|奠定|提供|创造|采取|发挥|具有|产生|拓宽|调动|激发"
_FINISHED = lazy.pattern("所|没|未|不|也|都|均|已|全部|应|可以|能够|由|被|给|的")
_LEVEL_NOUNS = "业务|政治|透明|知晓|满意|执行|依法|法律|民主|责任|思想政治|理论|综合|依法行政|依法办事|为民服务|公开透明|大局|创新|法治|廉洁自律"
_AS = "作为|当作|当成|看作|看成|视为|列为|纳入|定为|放在|摆|以|变成|做为|列入"
_TAKEN = lazy.pattern(_AS)
_TOPICS = "政务公开|信息公开|村务公开|党务公开|校务公开|厂务公开|政府信息公开|群众|公开|此项|这项|该项|此|党务|政府信息|安全生产|信访"
_WITH = lazy.pattern("把|将|以")
_TASK = lazy.pattern("的|工作|任务|工程|课题|事业|制度|活动|事|措施|内容|建设|职责|决策|需要")
_OF_ACCOUNT = lazy.pattern("责任|其|人员|罪|不予|问责")
_ON_TRACK = lazy.pattern("走|步入|纳入|进入|迈|沿|驶|踏|转|推|引|上|向|入|到")
_HAS = lazy.pattern("有|更|得到|提高|增|加深|加强|达到|不|越|明显|大|转变|发生|上升|改|深|是")
_EFFECT = lazy.pattern("作用|优势|功能|效应|职能|阵地")


def _not_finished(passage: Passage, match: re.Match[str]) -> bool:
    """Whether nothing before the verb is what it takes: 「目标已经取得了」."""
    before = clause_before(passage, match.start("verb"))
    return _FINISHED.search(before[-6:]) is None


def _is_as_lost(passage: Passage, match: re.Match[str]) -> bool:
    return _TAKEN.search(match["mark"]) is None


def _is_with_lost(passage: Passage, match: re.Match[str]) -> bool:
    before = clause_before(passage, match.start("mark"))
    return _WITH.search(before + match["mark"]) is None


def _is_no_task(passage: Passage, match: re.Match[str]) -> bool:
    return _TASK.search(match["what"]) is None


def _names_no_account(passage: Passage, match: re.Match[str]) -> bool:
    return _OF_ACCOUNT.search(match["who"]) is None and "责任" not in sentence_before(
        passage, match.end("mark")
    )


def _is_off_track(passage: Passage, match: re.Match[str]) -> bool:
    return _ON_TRACK.search(match["what"]) is None


def _has_no_predicate(passage: Passage, match: re.Match[str]) -> bool:
    return _HAS.search(match["mark"]) is None


def _has_no_effect(passage: Passage, match: re.Match[str]) -> bool:
    return _EFFECT.search(sentence_behind(passage, match.start("mark"))) is None


RULES = (
    Rule(
        name="typo.clause_unfinished",
        category="typo",
        severity="info",
        explain="话没有说完：「得到了群众的一致。」缺「好评」，「提高了干部的业务，」缺「水平」，「让群众满意度得到了。」缺「提高」。",
        fires="得到了群众的一致。提高了工作人员的业务，群众满意度得到了。",
        passes="得到了群众的一致好评。提高了工作人员的业务水平，群众满意度得到了提高。",
        find=shapes_of(
            shape(
                rf"(?P<mark>(?:{_GETS})了?(?:(?:(?!是){INSIDE}){{0,16}}?的)?(?:{_MERE})){STOP}(?!，的)",
                "「{}」话没有说完，疑漏了后面的词",
                "info",
                lambda passage, match: match["mark"][-1] == "的" or not match["mark"].startswith("达到"),
            ),
            shape(
                rf"(?P<mark>(?:提高|提升|增强)了?[^，,。；;：:！？\n、“”]{{0,16}}?(?:{_LEVEL_NOUNS})){MARK}",
                "「{}」话没有说完，疑漏「水平」「能力」「度」一类的词",
                "info",
            ),
            shape(
                r"(?:提高|提升|增强)了?[^，,。；;：:！？\n、“”]{0,16}?(?P<mark>(?:工作|政府|行政|运行|公开|权力|政务)的?透明|(?:群众|公众|社会|居民|村民)的?(?:满意|知晓|认可))(?=[和与及、，,。；;])",
                "「{}」疑漏「度」",
                "info",
            ),
            shape(
                rf"(?P<mark>(?P<verb>{_WITHOUT_OBJECT})了){MARK}",
                "「{}」没有宾语，话没有说完",
                "info",
                _not_finished,
            ),
            shape(
                rf"(?P<mark>(?:负责|处理|承担|主持|做好|从事){INSIDE}{{0,20}}日常){STOP}",
                "「{}」话没有说完，疑漏「工作」「事务」",
                "info",
            ),
            shape(
                rf"(?P<mark>为{INSIDE}{{2,20}}(?:提供|创造|奠定|营造|打下)了?){MARK}",
                "「{}」没有宾语，话没有说完",
                "info",
            ),
        ),
    ),
    Rule(
        name="typo.head_lost",
        category="typo",
        severity="info",
        explain="修饰语后面的中心词漏了：「是一项长期性、系统性。」缺「的工作」，「没有收到要求公开政府信息。」缺「的申请」。",
        fires="政务公开是一项涉及面广、政策性强。全年没有收到要求公开政府信息。",
        passes="政务公开是一项涉及面广、政策性强的工作。全年没有收到要求公开政府信息的申请。",
        find=shapes_of(
            shape(
                rf"(?P<mark>是一[项个种件](?P<what>{INSIDE}{{3,40}}?)(?:性|强|广|大|高|重|多|紧|难|严|细))(?=[。；;])",
                "「{}」后面疑漏「的工作」",
                "info",
                _is_no_task,
            ),
            shape(
                rf"(?P<mark>(?:收到|接到|受理|办理|发生)(?:过|了)?{INSIDE}{{0,10}}?(?:要求|申请|请求)(?:获取|公开|提供|查询)(?:过|了)?(?:(?!的申请){INSIDE}){{0,10}}信息){MARK}",
                "「{}」后面疑漏「的申请」「的情况」",
                "info",
            ),
            shape(
                rf"(?P<mark>(?:引发|引起|造成|产生|发生|出现|导致)的?(?:群体性?|安全|负面|不良|违纪|违法|失泄密|泄密)){MARK}",
                "「{}」后面疑漏「事件」「影响」一类的词",
                "info",
            ),
            shape(
                rf"(?P<mark>对(?P<who>[^。；;：:！？\n，,]{{2,30}})的?[，,](?:要|将|一律|坚决|严肃|按规定|依法|依纪|依规|按照规定|从严)*追究){MARK}",
                "「{}」后面疑漏「责任」",
                "info",
                _names_no_account,
            ),
            shape(
                rf"(?P<mark>充分发挥{LISTING}{{3,40}}等(?:形式|载体|平台|途径|渠道|手段|方式|媒体|媒介|阵地)){MARK}",
                "「{}」后面疑漏「的作用」",
                "info",
                _has_no_effect,
            ),
            shape(
                rf"(?P<mark>充分发挥{LISTING}{{3,40}}(?:人员|委员会|网格员|党员|干部|组织|支部|协会|代表|志愿者|队伍|乡贤|老干部|监督员|信息员|栏|网站|媒体|平台|微信公众号|热线)){MARK}",
                "「{}」后面疑漏「的作用」",
                "info",
                _has_no_effect,
            ),
            shape(
                rf"(?P<mark>成立了?(?:由|以)?{INSIDE}{{2,40}}(?:领导|工作|监督)小组(?:成员|组长|副组长)){STOP}",
                "「{}」：成立的是小组，不是成员",
                "info",
            ),
            shape(
                rf"(?P<mark>(?:进行|开展)了?(?:{LETTER}){{2,10}}(?<![工作的])情况){MARK}",
                "「{}」：「进行」后面疑漏动词",
                "info",
            ),
        ),
    ),
    Rule(
        name="typo.disposal_broken",
        category="typo",
        severity="info",
        explain="「把……作为……来抓」缺了一半，「被得到」叠用。",
        fires="我镇将政务公开工作一项重要工作来抓，问题被得到解决。",
        passes="我镇将政务公开工作作为一项重要工作来抓，问题得到解决。",
        find=shapes_of(
            shape(
                rf"(?P<mark>[把将]{INSIDE}{{2,24}}?(?:一[项个件种]|重要|首要|中心){INSIDE}{{2,14}}(?:来抓|来做|去抓|抓好|来办|来对待))",
                "「{}」疑漏「作为」",
                "info",
                _is_as_lost,
            ),
            shape(
                rf"{_UNITS}(?:要|必须|应|应当|始终|一直|都|切实|真正|继续|坚持)*(?P<mark>(?:{_TOPICS}){INSIDE}{{0,12}}?(?:作为|列入|列为|摆上|摆在|当作|视为)(?!了?的))",
                "「{}」前面疑漏「把」或「将」",
                "info",
                _is_with_lost,
            ),
            shape(
                r"(?P<mark>被(?:得到|受到|遭到|遭受|取得|收到))",
                "「{}」两个被动叠用，留一个",
                "warning",
            ),
            shape(
                rf"(?P<mark>(?:使|让|促使|推动)(?P<what>{INSIDE}{{2,30}})的轨道){STOP}",
                "「{}」疑漏「走上」「纳入」",
                "info",
                _is_off_track,
            ),
            shape(
                rf"{CLAUSE}(?P<mark>(?:使|让){INSIDE}{{2,10}}对{INSIDE}{{2,20}}的(?:认识|理解|信任|支持|了解|满意度|关注)){STOP}",
                "「{}」没有说怎么样，话没有说完",
                "info",
                _has_no_predicate,
            ),
        ),
    ),
    Rule(
        name="typo.rate_lost",
        category="typo",
        severity="info",
        explain="「群众满意达98%」漏了「率」。",
        fires="群众满意达98%，占规范性文件6条，占4%。",
        passes="群众满意率达98%，规范性文件6条，占4%，增长为5%。",
        find=shapes_of(
            shape(
                r"(?P<mark>(?:满意|知晓|办结|答复|覆盖|回复|参与|入户|电子化|合格|按期办结|按时办结|完成|更新|公开|上网|普及|参合|参保|及时)(?:均|都|已)?(?:达到?|为|达到了))(?=\s?\d{1,3}(?:\.\d+)?[%％])",
                "「{}」疑漏「率」",
                "info",
            ),
            shape(
                r"(?P<mark>占(?!比|用|地|有|总)[一-鿿]{2,8}\s?\d+\s?[条件个份项篇][，,]占)(?=\s?\d)",
                "「{}」前面的「占」多余",
                "info",
            ),
        ),
    ),
)
