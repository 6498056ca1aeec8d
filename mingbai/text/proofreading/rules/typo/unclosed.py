"""What a word opens and its clause does not give: 「在信息发布审核，」, 「进一步村级财务。」, 「宣传了向群众政策」, 「公开目录以及更新及时」.

Each shape finds clauses by the words that open something; the clause, and where need be the rest of its sentence, is
then read word by word (`_clauses`).
"""

import re

from mingbai.text import lazy
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._clauses import (
    ends_with_side,
    is_nominal,
    may_predicate,
    names_place,
    rest_of_sentence,
)
from mingbai.text.proofreading.rules._knowledge import listed
from mingbai.text.proofreading.rules._parsing import (
    CLAUSE,
    INSIDE,
    LETTER,
    MARK,
    clause_before,
    shape,
    shapes_of,
    words_between,
)

# Behind 「在」 they name a deed or a matter, which is no place until 「上」 or 「中」 makes it one.
_MATTERS = (
    "促进|加强|推进|提高|改善|维护|保障|落实|推动|提升|增强|完善|规范|深化|健全|抓好|做好|开展|实行|推行|实施|贯彻|执行|履行|优化|强化|解决|处理|办理|审核|发布|公开|管理|监督|宣传|服务|接受|制定|编制|更新"
    "|检查|整改|信息|政务|村务|党务|校务|院务|厂务|主动|依申请|工作|业务|政策|制度|队伍|思想|认识|内容|形式|组织|领导|日常|重大|重点"
)
_NOT_OPENING = "(?<![存所正现旨好放摆集用着潜内外实自坐位健何都是落反表出呈])"
_MANNERS = "限期|逐件|逐户|逐案|高度|充分|深入|全面|认真|严格|及时|严肃|统一|集中|定期|不断|逐一|逐项|逐条|切实|进一步|深刻|广泛"
_ADVERBS = "切实|不断|进一步|逐步|着力|大力|努力|有效|充分|积极|认真|全面|尽快|始终"
_MOVED = "定期|全面|深刻|全力|切实|认真|及时|积极|不断|进一步|努力|严格|着力|大力|充分|逐步|主动|深入|扎实|有效|尽快"
_DEEDS = (
    "解决|公开|公布|加强|提高|提升|完善|落实|推进|做好|开展|宣传|维护|保障|健全|增强|促进|履行|执行|贯彻|抓好|处理|发挥|推动|营造|扩大|拓宽|强化|接受|答复|回应|反映|了解|掌握|组织|发布|更新|学习|制定|建立"
    "|整改|查处|研究|部署|报送|上报"
)
_SET_UP = "意见箱|公开栏|公示栏|举报箱|电子屏|显示屏|展板|宣传栏|横幅|标语|查阅点|查阅室|查阅场所|触摸屏|举报电话|公示牌|监督台|咨询台|电话亭|资料架|便民服务台"
_SETS_UP = lazy.pattern(
    "[设建挂贴放开有立装摆发布张在贴悬制安配增辟用新改到更换打竖印刷创把将对过与和及、]|(?<!位)置|公(?![共开示众])|办(?!事|公)"
)
_BY_AND = "抓紧|抓实|做好|进一步|切实|不断|认真|积极|确保|健全|完善|提高|提升|增强|强化|扩大|拓宽|加大|加强|推进|深化|落实|规范|丰富|建立|开展"
# They begin the members of a list one after the other: 「早发现、早报告、早处置」.
_BROKEN_OFF = "|".join(
    f"{first}{LETTER}{{1,3}}、{first}{LETTER}{{1,3}}、{first}"
    for first in "早严真细实深快勤多好敢能会善有无不一重强促保"
)
_GROWS = "感|度|意识|水平|能力|效率|质量|率"
# A list of deeds is no mistake: 「作风的转变和提高」.
_BETTERED = ")(?<!".join(listed("提高 提升 增强 改进 完善 规范 落实 开展 优化 发展 转变 加强 改善 深化 健全"))
_ANDS = "和|及|与|以及"
# One of them behind 「将」 says what is done.
_DISPOSES = "[到入为给在成于向至与从以由列摆交报送等出上下起好对会是有不应一予进化告写填讲说看纳视当，,。；;：:]|(?<!发)放|(?<!工)作|公[示布告]|通[报知过]|(?<!公)开"
_PURPOSE, _NEAR = lazy.pattern("(?:^|[。；;\\n\\u3000 ])为了?[^，,。；;：:\\n]{3,20}$"), 26
# Nouns of the dictionary that are verbs as well.
_DONE_TOO = frozenset(
    listed(
        "总结 报告 决定 计划 规定 通知 建议 要求 记录 说明 汇报 布置 设计 宣传 编辑 登记 归纳 规范 健全 完整 利用 精简 核实 分流 精心 领导 指导 教育 关心 代表 组织 团结 通报 拓宽 杜绝"
    )
)
_DETERMINES = frozenset(listed("有关 相关 各类 各项 各种 全部 所有"))
_LIGHT_ENDS = frozenset("和、与及不很较更")


def _is_open_place(passage: Passage, match: re.Match[str]) -> bool:
    """Whether neither the clause with 「在」 names a place nor a later clause closes it."""
    clause, *later = rest_of_sentence(passage, match.start("inner"))
    return bool(clause) and not names_place(clause) and not any(map(ends_with_side, later))


def _has_no_verb(passage: Passage, match: re.Match[str]) -> bool:
    words = words_between(passage, *match.span("rest"))
    return (
        len(words) > 1
        and words[0].kind[0] in "nrj"
        and words[0].kind != "nr"
        and words[-1].kind[0] == "n"
        and not any(may_predicate(word) or word.text[:2] in _DONE_TOO for word in words)
    )


def _is_moved(passage: Passage, match: re.Match[str]) -> bool:
    """「公开及时信息」: what stands behind the adverb is a noun, no verb that it could belong to."""
    words = words_between(passage, match.start("noun"), match.end("noun"))
    if not words or len(words[0].text) == 1:
        return False
    return words[0].text in _DETERMINES or (words[0].kind[0] in "nrj" and words[0].kind != "nr")


def _is_set_up_by_none(_: Passage, match: re.Match[str]) -> bool:
    return _SETS_UP.search(match["inner"].replace("公开", "")) is None


def _follows_purpose(passage: Passage, match: re.Match[str]) -> bool:
    """「为方便群众查阅，查阅点三处」"""
    before = passage.text[max(passage.start, match.start() - _NEAR) : match.start() - 1]
    return _PURPOSE.search(before) is not None and _SETS_UP.search(match["what"].replace("公开", "")) is None


def _stands_alone(passage: Passage, match: re.Match[str]) -> bool:
    """Whether the clause is a mere noun between two clauses that go together."""
    words = words_between(passage, *match.span("mark"))
    return is_nominal(words) and words[0].kind[0] in "nrj"


def _tells_no_deed(passage: Passage, match: re.Match[str]) -> bool:
    words = words_between(passage, *match.span("rest"))
    return (
        bool(words)
        and words[-1].kind[0] == "n"
        and not any(word.kind in {"v", "vd"} for word in words)
        and words[0].text not in {"的", "、", "和"}
    )


def _is_of_thing(passage: Passage, match: re.Match[str]) -> bool:
    """「公开、及时」 is a list of its own; here its last member stands against whole clauses."""
    before = match["before"]
    return before[-1] not in _LIGHT_ENDS and "性" not in before[-2:] and "化" not in before[-1]


def _is_quality(passage: Passage, match: re.Match[str]) -> bool:
    words = [word for word in words_between(passage, *match.span("rest")) if word.text != "、"]
    return all(word.kind[0] in "az" for word in words)


def _is_said_in_clause(passage: Passage, match: re.Match[str]) -> bool:
    return "是" not in match["mark"] and "是" not in clause_before(passage, match.start("mark"))


RULES = (
    Rule(
        name="typo.place_not_closed",
        category="typo",
        severity="info",
        explain="「在」引出的话没有收住：「在信息发布审核，」缺「中」「方面」；「公开在促进民主、提高效率。」缺「上发挥了作用」。",
        fires="在信息发布审核，严格执行制度。校务公开在促进民主建设，加强廉政建设，提高办学效益。",
        passes="在信息发布审核中，严格执行制度。在门户网站公布目录，校务公开在促进民主建设方面发挥了作用。",
        find=shapes_of(
            shape(
                rf"{CLAUSE}(?P<mark>{LETTER}{{0,6}}?{_NOT_OPENING}在(?P<inner>(?:{_MATTERS}){INSIDE}{{2,30}}))(?=[，,])",
                "「{}」的「在」没有收住，疑漏「中」「上」「方面」",
                holds=_is_open_place,
            ),
            shape(
                rf"{CLAUSE}(?P<mark>{LETTER}{{0,6}}?{_NOT_OPENING}在(?P<inner>{LETTER}{{2,12}}(?:审核|更新|编制|办理|宣传|解读|回应|答复|公开|管理|服务|监督|考核|培训|维护|落实|处理|执行|发布|征集|审查|检查|整改|报送|发放|评议)))(?=[，,])",
                "「{}」的「在」没有收住，疑漏「中」「上」「方面」",
                holds=_is_open_place,
            ),
            shape(
                rf"(?P<mark>{_NOT_OPENING}在(?P<inner>(?:{_MATTERS}){INSIDE}{{2,30}}))(?=[。；;])",
                "「{}」的「在」没有收住，疑漏了后面的话",
                holds=_is_open_place,
            ),
        ),
    ),
    Rule(
        name="typo.deed_not_given",
        category="typo",
        severity="info",
        explain="有了状语，没有动词：「对公开工作高度，」「问题得以，」「对人员集中进行，」「进一步村级财务。」「在大厅显著位置意见箱，」。",
        fires="对公开工作高度，历史遗留问题得以，在大厅显著位置意见箱。",
        passes="对公开工作高度重视，历史遗留问题得以解决，在大厅显著位置设置意见箱。",
        find=shapes_of(
            shape(
                rf"{CLAUSE}(?P<mark>{LETTER}{{0,6}}?(?<![针相应绝面核不])对{INSIDE}{{2,24}}(?<![不够和与、较更要分为时])(?:{_MANNERS})){MARK}",
                "「{}」后面缺动词，疑漏了字",
            ),
            shape(
                rf"(?P<mark>{LETTER}{{2}}得以){MARK}",
                "「{}」后面缺动词，疑漏了字",
                "warning",
            ),
            shape(
                rf"{CLAUSE}(?P<mark>{LETTER}{{0,6}}?(?<![针相应绝面核不])对{INSIDE}{{2,24}}(?:集中|统一|定期|及时|认真|逐一)(?:进行|开展))(?=[，,])",
                "「{}」后面缺动词，疑漏了字",
                "warning",
            ),
            shape(
                rf"{CLAUSE}(?P<mark>(?:(?![的从站到达上在是有]){LETTER}){{2,6}}高度){MARK}",
                "「{}」后面缺动词，疑漏「重视」",
            ),
            shape(
                rf"(?P<mark>[把将]{INSIDE}{{2,20}}向(?:全体|广大|全社会)?(?:村民|群众|社会|公众|职工|居民|家长|代表)){MARK}",
                "「{}」后面缺动词，疑漏「公开」一类的词",
            ),
            shape(
                rf"(?P<mark>(?:必须|须|应当|要)(?:经|经过|由){LETTER}{{2,10}}(?:会议|大会|小组|领导|主任|书记|办公室))(?=[。；;])",
                "「{}」后面缺动词，疑漏「讨论」「审核」一类的词",
            ),
            shape(
                rf"{CLAUSE}[ \u3000]*(?:通过|利用|借助|采取){INSIDE}{{2,30}}(?:形式|方式|渠道|平台|途径|媒介|手段|载体)[，,](?P<mark>{LETTER}{{3,14}})(?=。)",
                "「{}」缺动词，疑漏「宣传」「公开」一类的词",
                holds=_stands_alone,
            ),
            shape(
                rf"{CLAUSE}(?P<mark>(?:要|应|必须)?(?:{_ADVERBS})+(?P<rest>(?!地){INSIDE}{{4,30}})){MARK}",
                "「{}」有状语而没有动词，疑漏了字",
                holds=_has_no_verb,
            ),
            shape(
                rf"(?P<mark>[的地](?:不断|进一步|逐步|日益|逐渐|切实|着力)){MARK}",
                "「{}」后面缺词，疑漏了字",
                "warning",
            ),
            shape(
                rf"{CLAUSE}[ \u3000]*(?P<mark>(?:真正|切实|必须|继续|进一步|始终|努力|认真|我[镇乡县局校村区市]|各村|各科室|各单位|各部门|要|并|应|街道|社区|下一步)*[将把](?:(?!{_DISPOSES}){INSIDE}){{4,24}}(?:情况|工作|信息|事项|内容|制度|问题|意见|结果|考核|目录|资金|标准)){MARK}",
                "「{}」没有说怎么办，话没有说完",
            ),
            shape(
                rf"{CLAUSE}[ \u3000]*(?P<mark>(?:真正|切实|必须|继续|进一步|始终|努力|认真|要|应|我[镇乡县局校村区市]|下一步)*[将把](?:政务|党务|村务|校务|院务|厂务|政府信息|信息|这项|此项|该项|各项|本职){{1,2}}(?:公开)?工作){MARK}",
                "「{}」没有说怎么办，话没有说完",
            ),
            shape(
                rf"(?P<mark>(?<![出具掺])(?:让|使)(?:(?!得|更|有|了|能|不|成|是){INSIDE}){{1,12}}的{LETTER}{{1,4}}(?:{_GROWS})(?:、{LETTER}{{1,4}}(?:{_GROWS}))*)(?=[。；;])",
                "「{}」没有说怎么样，话没有说完",
            ),
            shape(
                rf"{CLAUSE}(?P<mark>(?:部分|广大|一些|个别)?(?:群众|干部|村民|公众|居民|企业|人员|单位)对{INSIDE}{{2,16}}的(?:了解|认识|理解|支持|满意度|知晓率|信任|重视|认知))(?=[。；;])",
                "「{}」没有说怎么样，话没有说完",
            ),
            shape(
                rf"(?P<mark>(?:使|让)(?:(?!走|实现|更|得|进|不|成){INSIDE}){{2,16}}的[一-鿿]{{2,3}}化(?:、[一-鿿]{{2,3}}化)*){MARK}",
                "「{}」没有说怎么样，疑漏「实现」一类的词",
            ),
            shape(
                rf"(?<=[，,])(?P<mark>(?P<what>{LETTER}{{2,14}})(?:点|栏|箱|窗口|屏|专栏|专区|电话)[一二三四五六七八九十两\d]+[处个块面部条])(?=[，,。])",
                "「{}」缺动词，疑漏「设置」一类的词",
                holds=_follows_purpose,
            ),
            shape(
                rf"{_NOT_OPENING}(?P<mark>在(?P<inner>{INSIDE}{{0,12}}?(?:门口|大厅|位置|醒目处|显眼处|广场|村口|路口|楼前|院内|网站上?|窗口|入口处|村部|走廊)(?!的){LETTER}{{0,5}})(?:箱|栏|屏|架|牌|板|台|椅|柜|专栏|电话)){MARK}",
                "「{}」缺动词，疑漏「设置」一类的词",
                holds=_is_set_up_by_none,
            ),
            shape(
                rf"{_NOT_OPENING}(?<![置挂贴设])(?P<mark>在(?P<inner>{INSIDE}{{2,24}}?)(?:{_SET_UP})(?:[一二三四五六七八九十两\d]+[个块处面条])?)(?=[，,。；;](?!每月|定期|由|按|公|张|设))",
                "「{}」缺动词，疑漏「设置」一类的词",
                holds=_is_set_up_by_none,
            ),
        ),
    ),
    Rule(
        name="typo.parts_out_of_order",
        category="typo",
        severity="info",
        explain="语序颠倒：「解决切实问题」应为「切实解决」，「宣传了向群众政策」应为「向群众宣传」，「进行认真了研究」应为「进行了认真研究」。",
        fires="解决切实群众的困难，宣传了向群众惠农政策，进行认真了研究。",
        passes="切实解决群众的困难，向群众宣传了惠农政策，进行了认真研究，公开及时、准确。",
        find=shapes_of(
            shape(
                rf"(?:^|(?<=[，,。；;：:\n要将我会须应能]))(?P<mark>(?:{_DEEDS})了?(?:{_MOVED}))(?P<noun>{LETTER}{{2,10}})",
                "「{}」语序颠倒，状语要放在动词前面",
                holds=_is_moved,
            ),
            shape(
                rf"(?P<mark>(?:宣传|公开|公布|发布|反馈|公示|通报|讲解|解读|发放)了?(?:向|对|给)(?:广大)?(?:群众|社会|公众|村民|居民|企业|职工))(?P<rest>[^，,。；;：:！？\n、]{{2,16}}){MARK}",
                "「{}」语序颠倒，「向……」要放在动词前面",
                holds=_tells_no_deed,
            ),
            shape(
                rf"(?P<mark>(?:进行|开展|作|做|{_DEEDS})(?:认真|深入|全面|及时|仔细|严格|积极|有效|充分|广泛|定期)了)(?={LETTER})",
                "「{}」的「了」放错了位置",
                "warning",
            ),
        ),
    ),
    Rule(
        name="typo.members_unlike",
        category="typo",
        severity="info",
        explain="并列的几项不是一类：「健全机构、人员和经费落实」「提高水平和责任心的增强」「制度健全、及时。」「推进防控和抓紧各项工作」。",
        fires="要健全组织机构、人员和经费落实，提高了业务水平和责任心的增强。做到经费有保障、制度健全、及时。",
        passes="健全组织机构，落实人员和经费，提高了业务水平，增强了责任心。做到公开、公平、公正、及时。",
        find=shapes_of(
            shape(
                rf"(?P<mark>(?P<before>[^，,。；;：:！？\n、]{{3,20}}、[^，,。；;：:！？\n、]{{4,20}})、(?:及时|扎实|认真|有效|积极|切实|到位|规范|健全|完善|严格|准确|明确)){MARK}",
                "「{}」最后一项与前面的不是一类，疑漏了字",
                holds=_is_of_thing,
            ),
            shape(
                rf"(?P<mark>(?:提高|增强|加强|完善|提升|改善|健全|扩大|规范|强化|落实)了?(?:(?![和以将把]){INSIDE}){{2,18}}(?:{_ANDS})(?:(?!和){INSIDE}){{2,12}}的(?:增强|提高|提升|改善|改进|落实|完善|加强|健全|扩大|优化|深化|转变|到位)){MARK}",
                "「{}」前后两项不是一类，两种说法混在一起",
            ),
            shape(
                rf"(?P<mark>(?:提高|增强|加强|完善|提升|改善|健全|规范|强化|明确|制定|建立|扩大|落实|推进|做好)了?(?:(?![的和以将把]){INSIDE}){{2,20}}(?:{_ANDS})[^，,。；;：:！？\n的和]{{2,6}}(?:更新及时|落实|到位|及时|增强|提高|改善|透明|健全|整洁|优美|畅通|完好|有序|齐全|清晰)){MARK}",
                "「{}」前后两项不是一类，两种说法混在一起",
            ),
            shape(
                rf"(?P<mark>(?:提高|增强|加强|完善|提升|改善|健全|扩大|规范|强化|落实|推动|促进|实现)了?(?:(?![和以将把]){INSIDE}){{2,12}}的(?:好转|转变|增强|改善|提高|提升|改进|落实|完善)(?:{_ANDS})(?:(?![和的]){INSIDE}){{2,10}}(?<!{_BETTERED})){MARK}",
                "「{}」前后两项不是一类，两种说法混在一起",
            ),
            shape(
                rf"(?P<mark>(?:机制|制度|体系|内容|形式|流程|目录|程序|渠道)(?:和|及|与|以及)(?:及时|规范|到位|认真|有效|扎实)){MARK}",
                "「{}」前后两项不是一类，疑漏了字",
            ),
            shape(
                rf"(?P<mark>{_BROKEN_OFF}){MARK}",
                "「{}」最后一项没有说完",
            ),
            shape(
                r"(?P<mark>了(?:(?![，,。；;：:、]).){2,12}(?:和|及|与)[一-鿿]{2}了)(?!解)",
                "「{}」：「和」不连接两个带「了」的动词，用逗号",
            ),
            shape(
                rf"(?P<mark>[不没未][一-鿿]{{1,4}}、[一-鿿]{{1,6}}(?:心|意识|能力|水平|素质|观念|力度|质量)){MARK}",
                "「{}」最后一项没有说怎么样，疑漏了字",
            ),
            shape(
                rf"{CLAUSE}(?P<mark>(?:[一二三四五六七八九十]是|要|并|将|继续|统筹|切实|不断|进一步)*(?:推进|加强|完善|健全|提高|规范|深化|落实|扩大|拓宽|强化|抓好|做好|开展|建立)了?[一-鿿、“”]{{2,16}}[一-鿿”](?:{_ANDS})(?:{_BY_AND})(?![化的性])[一-鿿]{{2,14}}){MARK}",
                "「{}」：「和」不连接两个动宾短语，用逗号或者重写",
            ),
        ),
    ),
    Rule(
        name="typo.of_at_comma",
        category="typo",
        severity="info",
        explain="「的」后面没有词：「着力解决群众最关心、最直接的，」「受到了上级部门的，」。",
        fires="着力解决群众最关心、最直接的，切实维护群众利益。",
        passes="着力解决群众最关心、最直接的问题。提交材料不全的，应当一次告知。",
        find=shapes_of(
            shape(
                rf"{CLAUSE}(?P<mark>(?:着力|切实|不断|进一步|大力|努力|积极|充分|有效|认真|也|都|要|并|还)*(?:解决|提高|提升|增强|加大|完善|做好|维护|保障|促进|推动|营造|扩大|拓宽|强化|激发|调动|密切|改进|打造|形成|深化|加快|丰富|拓展|巩固|凝聚|赢得|得到了|受到了|取得了)(?:(?!是){INSIDE}){{2,30}}的)(?=[，,](?!应|由|给予|予以|责令|可|依|按|追究|不|一律|要|必须|须|视|处|每|将|经|有|还|均|对|并处|实行|取消|年|在|扣|报|自|以|限|当|从|待|及时|通报|发现|作|告|同|立即|方|优先|纳|奖|免|是|都|就|计|乡|县|镇|省|市|会|区|局|村|单位|申|转|立))",
                "「{}」后面没有词，话没有说完",
                holds=_is_said_in_clause,
            ),
            shape(
                rf"(?P<mark>(?:得到了|受到了|取得了|赢得了){INSIDE}{{2,20}}的)(?=[，,])",
                "「{}」后面没有词，话没有说完",
            ),
            shape(
                rf"(?P<mark>(?:提高|提升|增强)了?{INSIDE}{{0,16}}?(?:标准|规范|制度|科学|信息|常态|精细|专业|法治|民主|长效|程序|均等|便捷)化(?:、{LETTER}{{1,4}}化)*){MARK}",
                "「{}」后面疑漏「水平」",
            ),
            shape(
                rf"(?P<mark>(?:提供|营造|创造|打造|形成|建立|取得|构建|搭建)了?(?:更加|更为|更|最|非常)(?P<rest>[一-鿿、]{{2,8}})){MARK}",
                "「{}」后面缺名词，疑漏了字",
                holds=_is_quality,
            ),
            shape(
                rf"{CLAUSE}(?P<mark>要?[把将]{INSIDE}{{2,30}}(?:作为|当成|当作|看作|列为|视为){INSIDE}{{2,16}}的)(?=[，,])",
                "「{}」后面没有词，话没有说完",
            ),
        ),
    ),
    Rule(
        name="typo.noun_between",
        category="typo",
        severity="info",
        explain="两个分句之间只有一个名词，没有动词：「召开会议，工作的重要性和紧迫性，并作了安排」漏了「强调」。",
        fires="召开专题会议，政务公开工作的重要性和紧迫性，并作了安排。",
        passes="召开专题会议，强调政务公开工作的重要性和紧迫性，并作了安排。",
        find=shapes_of(
            shape(
                rf"(?<=[，,])(?P<mark>{LETTER}{{4,24}}(?:性|度|力|情况|工作|问题|内容|意识|认识|成果|要求|意义|任务))(?=[，,](?:并(?!联|列|网)|从而|进而))",
                "「{}」没有动词，疑漏了字",
                holds=_stands_alone,
            ),
        ),
    ),
)
