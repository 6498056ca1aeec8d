"""Frames of which only one half stands, told by what is lost: 「为」 of 「以……为……」, the head, the demand, the deed, a small word."""

import re

from mingbai.text import lazy
from mingbai.text.proofreading.model import Passage
from mingbai.text.proofreading.rules._deeds import NOMINAL, does_nothing, is_deed
from mingbai.text.proofreading.rules._knowledge import hint_of
from mingbai.text.proofreading.rules._parsing import (
    INSIDE,
    LETTER,
    Word,
    clause_before,
    sentence_before,
    sentence_behind,
    shape,
    shapes_of,
    words_between,
)
from mingbai.text.proofreading.rules.typo.half_said import NO_TIME

# Where a clause begins, behind 「（一）」 too.
_BEGIN = r"(?:^|(?<=[，,。；;：:\n）)]))"

_AIMS = "契机|抓手|载体|主线|突破口|切入点|着力点|落脚点|出发点|出发点和落脚点|支撑|依托|导向|引领|龙头|纽带|目标|目的|宗旨|准则|核心|主题|重点|中心|基础|平台|样板|保证|前提"


_AS = lazy.pattern(
    "为|(?<!工)(?<!合)(?<!协)作|当|是|变|化|打造|建(?!设|议)|成|达|实现|确定|明确|完成|围绕|突出"
)


def _is_with_without_as(passage: Passage, match: re.Match[str]) -> bool:
    return _AS.search(match["inner"]) is None


_GUIDED = lazy.pattern("为|统领|武装|指导|引领|铸魂|指引|凝聚|教育|统揽|作|贯穿|统筹|来|从|推进|推动")


_JOINED = lazy.pattern(
    "结合|统一|挂钩|联系|融合|衔接|起来|一起|一同|对接|对照|区分|对比|比较|分开|并重|同步|联动|贯穿|一体|协调|混|等同|打通|融为|捆绑|相|书面|商量|张榜|公之|告知|同部署"
)


_DISPOSED = lazy.pattern("纳入|列|作为|放|报|送|交|写|入|到|成|为|给")


def _joins_nothing(passage: Passage, match: re.Match[str]) -> bool:
    words = words_between(passage, *match.span("inner"))
    if _JOINED.search(match["inner"]) or _DISPOSED.search(match["mark"]):
        return False
    return not any(is_deed(word.text, word.kind) for word in words)


def _is_alone(passage: Passage, match: re.Match[str]) -> bool:
    """Whether the sentence does not say afterwards what it is: 「以规范程序、方便群众为目标」."""
    behind = sentence_behind(passage, match.end("mark"))
    return "为" not in behind[:30]


def _is_not_guided(passage: Passage, match: re.Match[str]) -> bool:
    return _GUIDED.search(match["inner"]) is None


_HEAD_NOUNS = lazy.pattern(
    "工作|内容|举措|措施|任务|抓手|途径|手段|方式|方法|载体|平台|重点|目标|目的|依据|标准|基础|核心|关键|环节|要求|原则|制度|突破口|切入点|着力点|落脚点|出发点|事|项|课题|职责|责任|保障|保证|窗口"
    "|渠道|形式|主线|契机|主题|指标|参考|条件|前提|中心|纽带|桥梁|阵地|工程|一环|部分|首位|日程|议程|根本|依托|支撑|动力|大计|法宝|单位|对象|范围|学习|组长|成员|办公|地点|信号|试点|典型|示范|机制"
    "|期|日|费|用|人|款|金|品|村|镇|乡|县|局|所|站|校|院"
)


def _is_bare_thing(passage: Passage, match: re.Match[str]) -> bool:
    words = words_between(passage, *match.span("inner"))
    return all(_is_thing(word) for word in words) and "为" not in match["inner"]


def _is_thing(word: Word) -> bool:
    return (
        word.text == "的"
        or word.kind[0] == "a"
        or (len(word.text) > 1 and (word.kind[0] in "nbjr" or word.text in NOMINAL))
    )


def _names_no_head(passage: Passage, match: re.Match[str]) -> bool:
    words = words_between(passage, *match.span("what"))
    return (
        bool(words)
        and words[0].kind[0] in "vl"
        and "的" not in match["what"]
        and _HEAD_NOUNS.search(match["what"]) is None
    )


_QUALITIES = (
    "合法|公正|透明|规范|便民|高效|准确|真实|优先|明确|到位|分明|清晰|完整|简便|精简|法定|为主|自愿|平等|诚信|从严|从简|突出重点|循序渐进|先易后难|稳步推进|注重实效|量力而行"
    "|尽力而为|因地制宜|分类指导|分步实施|整体推进|权责一致|便民利民|实事求是|方便群众|利于监督"
)


_PATTERN_NOUNS = lazy.pattern(
    "格局|局面|机制|体系|氛围|制度|模式|网络|态势|合力|体制|链条|责任制|办法|工作法|做法|风气|共识|良好|环境|方案|意见|报告|习惯|闭环|组织|队伍|良性"
)


_TO_WHOM = lazy.pattern("[向对面经全为从由被以]|社会")


_TOWARD = lazy.pattern("对|就|把|将|针对|围绕|按|自行|予以|定期|逐|统一|分别|依法|不定期|情况进行")


_MATTERS = (
    "工作|情况|建设|落实|执行|管理|开展情况|实施|使用|活动|事项|内容|项目|资金|收支|行为|过程|进度|质量"
)


_OUTSIDE = lazy.pattern("外|[了去夕害草虫尘险湿污臭名旧余]|非|法")


_AFTER_ALL = lazy.pattern(
    "[之以今前最背落靠往事随然而先向过延推滞术殿饭课会战产病售善身幕午日年月天期间度届节婚劫断置]后$|时|时候"
)


def _is_after(passage: Passage, match: re.Match[str]) -> bool:
    return _AFTER_ALL.search(match["mark"]) is None and not sentence_before(
        passage, match.start("mark")
    ).endswith("在")


def _has_no_pattern(passage: Passage, match: re.Match[str]) -> bool:
    return _PATTERN_NOUNS.search(match["what"]) is None


def _is_not_toward(passage: Passage, match: re.Match[str]) -> bool:
    return _TO_WHOM.search(clause_before(passage, match.start("mark"))[-14:]) is None


def _supervises_nothing(passage: Passage, match: re.Match[str]) -> bool:
    return _TOWARD.search(match["inner"]) is None


def _is_not_outside(passage: Passage, match: re.Match[str]) -> bool:
    return _OUTSIDE.search(match["what"]) is None


_open = hint_of("typo", "typo", formerly="typo.frame_open")

RULES = (
    _open(
        "open_as_lost",
        "「以……为……」只有一半，如「以改革契机」缺「为」，「坚持以……思想，」缺「为指导」。",
        "以“放管服”改革契机，优化营商环境。",
        "以“放管服”改革为契机，优化营商环境。",
        shapes_of(
            shape(
                rf"{_BEGIN}(?:要|我[镇乡县局]|坚持|继续|始终|紧紧|并)?(?P<mark>以(?![来及上下后前内外便免防致期往至供])(?P<inner>{INSIDE}{{2,20}}?)(?:{_AIMS}))(?=[，,。；])",
                "「{}」疑漏「为」：「以……为……」",
                "info",
                _is_with_without_as,
            ),
            shape(
                rf"{_BEGIN}(?:我们|[我本][镇乡县局村校]|将|要|应|坚持|必须|始终|紧紧|并|继续){{0,3}}(?P<mark>以(?![来及上下后前内外便免防致期往此至供])(?P<inner>{LETTER}{{2,12}}(?<!形式)(?<!方式)(?<!为主)(?<!精神)(?<!态度)(?<!标准)(?<!名义)(?<!身份)(?<!比例)(?<!姿态)(?<!作风)(?<!行动)))(?=[，,])",
                "「{}」没有说拿它做什么，疑漏「为……」",
                "info",
                _is_bare_thing,
            ),
            shape(
                rf"(?:坚持|始终|必须)以(?P<inner>(?P<mark>{INSIDE}{{2,30}}?(?:思想|精神|理论|发展观|重要论述)))(?=[，,。；])",
                "「{}」后面疑漏「为指导」",
                "info",
                _is_not_guided,
            ),
            shape(
                r"(?:^|(?<=[。；;\n）)])|(?<=[下来年月期][，,]))(?P<mark>以(?:提高|增强|加强|推进|深化|建设|打造|规范|服务|维护|保障|促进|改善|优化|方便|创建|落实|完善|实现|提升|转变)(?P<inner>[^，,。；;：:！？\n为来]{3,30}))(?=[，,](?!为|以|作为))",
                "「{}」没有说作为什么，疑漏「为目标」「为重点」",
                "info",
                _is_alone,
            ),
        ),
    ),
    _open(
        "open_head_lost",
        "「作为」「成为」「形成」后面缺中心词，如「形成了一把手负总责。」缺「的格局」。",
        "形成了分管领导具体抓。",
        "形成了分管领导具体抓的格局。",
        shapes_of(
            shape(
                rf"(?P<mark>[把将]{INSIDE}{{2,20}}?(?:作为|当作|视为)(?P<what>{LETTER}{{2}}[^。；;：:！？\n，,]{{2,24}}))(?=[，,。])",
                "「{}」：「作为」后面没有中心词，疑漏「的……」",
                "info",
                _names_no_head,
            ),
            shape(
                rf"(?P<mark>(?:使|让|把|将){INSIDE}{{2,20}}?成为(?P<what>[一-鿿]{{2}}[^。；;：:！？\n，,的]{{2,24}}))(?=[。；])",
                "「{}」：「成为」后面没有中心词，疑漏「的……」",
                "info",
                _names_no_head,
            ),
            shape(
                r"(?P<mark>(?:形成|构建|建立|营造)了?(?P<what>[^。；;：:！？\n]{2,50}(?:负责|总责|其责|其职|齐抓共管|具体抓|亲自抓|抓落实|参与|配合|协调|联动|主抓|共建)))(?=[。；])",
                "「{}」后面疑漏「的格局」「的机制」",
                "info",
                _has_no_pattern,
            ),
        ),
    ),
    _open(
        "open_demand_lost",
        "「按照……」「根据……」没有收尾，缺「的要求」「的原则」，如「按照职权法定、程序合法，」。",
        "按照职权法定、程序合法，认真清理职权。",
        "按照职权法定、程序合法的要求，认真清理职权。",
        shapes_of(
            shape(
                rf"{_BEGIN}(?:要|应|一律)?(?P<mark>(?:按照|本着|遵循)(?!了)[^，,。；;：:！？\n《》“”\"的规要]{{2,16}}(?:{_QUALITIES}))(?=[，,])",
                "「{}」疑漏「的要求」「的原则」",
                "info",
            ),
            shape(
                rf"(?P<mark>(?:根据|按照)《[^》\n]{{2,40}}》{INSIDE}{{0,6}}和{INSIDE}{{0,10}}(?:政府|办|办公室|[县市区省镇乡党]委|局|部门))(?=[，,])",
                "「{}」后面疑漏「的要求」",
                "info",
            ),
        ),
    ),
    _open(
        "open_deed_lost",
        "没有说做什么、怎么样，如「使大家。」「把公开与考核。」「审核后。」「局长具体。」。",
        "增强了信心，使大家。信息由股室初审、主要领导终审后。",
        "增强了信心，使大家安心。信息由股室初审、主要领导终审后发布。",
        shapes_of(
            shape(
                rf"{_BEGIN}(?P<mark>(?P<inner>{INSIDE}{{0,12}}(?<![存所现正潜好旨放])在{INSIDE}{{2,16}}(?:网站|公开栏|公示栏|平台|公众号|电子屏|显示屏|专栏|栏目|会议室|大厅)))(?=[。；])",
                "「{}」没有说做什么，疑漏「公布」「举行」一类的词",
                "info",
                does_nothing,
            ),
            shape(
                rf"(?P<mark>(?:把|将){INSIDE}{{2,16}}?(?:与|同|和)(?P<inner>{INSIDE}{{3,30}}))(?=[。；])",
                "「{}」没有说怎么样，疑漏「结合起来」一类的话",
                "info",
                _joins_nothing,
            ),
            shape(
                rf"{_BEGIN}(?:并|从而|也|更|进而)?(?P<mark>(?:使|让)(?P<inner>{INSIDE}{{0,8}}(?:群众|大家|干部|职工|党员|村民|居民|企业|人员|学生|家长|患者|百姓)))(?=[。；])",
                "「{}」没有说怎么样，话没有说完",
                "info",
                does_nothing,
            ),
            shape(
                r"(?P<mark>(?:局长|镇长|乡长|书记|主任|人员|专人|同志|领导|干部)具体)(?=[，,。；])",
                "「{}」后面疑漏「负责」",
                "info",
            ),
            shape(
                r"(?<=[一-鿿]{2})(?P<mark>(?:审核|审批|复审|终审|初审|批准|同意|核实|完成|通过|公示|收到|受理|讨论|研究|培训|检查|验收|签字|盖章|审定)后)(?=[。；])",
                "「{}」后面没有说怎么办，话没有说完",
                "info",
                _is_after,
            ),
        ),
    ),
    _open(
        "open_attribute_alone",
        "只有定语，后面没有词，如「评先树优的重要。」「一个新的，」「再上。」。",
        "推动公开工作再上，作为评先树优的重要。",
        "推动公开工作再上新台阶，作为评先树优的重要依据。",
        shapes_of(
            shape(
                r"(?P<mark>[一-鿿]的(?:重要|主要|有关|相关|首要|必要|良好|坚实|有力|进一步|各项|日常|广大|应有))(?=[。；;，,])(?<!是的重要)",
                "「{}」后面没有词，话没有说完",
                "info",
            ),
            shape(
                r"(?P<mark>一[个项种条](?:新|更高|更新|较高|崭新|长期|重要|系统)的)(?=[，,。；])",
                "「{}」后面没有词，话没有说完",
                "info",
            ),
            shape(
                r"(?P<mark>(?:再上|迈上|跃上|再创|再添|再攀|更上)了?)(?=[。；;，,])",
                "「{}」话没有说完，疑漏「新台阶」一类的词",
                "info",
            ),
        ),
    ),
    _open(
        "open_noun_lost",
        "常用说法漏了最后的名词，如「结合我镇，」缺「实际」，「因工作，」缺「需要」，「各类违法。」缺「行为」。",
        "结合本社区，特制定本制度。",
        "结合本社区实际，特制定本制度。",
        shapes_of(
            shape(
                r"(?P<mark>结合(?:我|本)(?:[镇乡县局村校区市院园所站委办街会厂]|社区|街道|单位|部门|地|中心|辖区)(?:工作)?)(?=[，,。；])",
                "「{}」后面疑漏「实际」",
                "info",
            ),
            shape(
                r"(?P<mark>(?:因|由于)(?:人事变动和|人事|人员)?工作)(?=[，,])",
                "「{}」后面疑漏「需要」「变动」",
                "info",
            ),
            shape(
                r"(?P<mark>(?:各类|各种|一切|有关|相关|严重|轻微)(?:违法|违纪|违规|违法违纪|违法违规|违纪违法|违规违纪|失信|腐败))(?=[，,。；])",
                "「{}」后面疑漏「行为」「问题」",
                "info",
            ),
        ),
    ),
    _open(
        "open_small_word_lost",
        "漏了「外」「对」「向」「的」，如「除办公经费，其余」「由纪委公开情况进行监督」「网站社会公布」。",
        "除办公经费，其余用于公益。",
        "除办公经费外，其余用于公益。",
        shapes_of(
            shape(
                rf"{_BEGIN}(?P<mark>除(?P<what>{LETTER}[^，,。；;：:！？\n了]{{2,24}})){NO_TIME}(?=[，,](?:其余|其他|其它|剩余|均|一律|都))",
                "「{}」后面疑漏「外」",
                "info",
                _is_not_outside,
            ),
            shape(
                rf"(?P<mark>由(?P<inner>(?:(?![的对]){INSIDE}){{3,30}}(?:{_MATTERS})))(?:进行|开展|实行)(?:监督|检查|考核|督查|督促|评议|审核|审计|核查|抽查|指导|监督检查|考评)",
                "「{}」疑漏「对」：「由……对……进行……」",
                "info",
                _supervises_nothing,
            ),
            shape(
                r"(?<![、“])(?P<mark>社会(?:公布|公开(?!栏|承诺|化|制|招|选)|公示(?!制|栏)|公告|发布|征集|征求|承诺服)(?![”、]))",
                "「{}」前面疑漏「向」",
                "info",
                _is_not_toward,
            ),
            shape(
                rf"(?P<mark>[为任](?:成员|组员|副组长)(?=(?:(?!的){LETTER}){{0,10}}(?:领导|工作)小组[，,。；、]))(?!单位)",
                "「{}」后面疑漏「的」",
                "info",
            ),
        ),
    ),
)
