"""Frames of which the closing half is lost: 「在原有公开栏的基础，」, 「成立了以镇长为组长、站所负责人为成员，」, 「对更新不及时、质量不高，
予以通报」, 「统计期限自2023年1月1日，」, 「从“要我学”转变我要学」, 「本机关掌握，无法提供」.
"""

import re

from mingbai.text import lazy
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._parsing import (
    CLAUSE,
    INSIDE,
    LETTER,
    LISTING,
    MARK,
    is_closed,
    sentence_before,
    sentence_behind,
    shape,
    shapes_of,
)
from mingbai.text.proofreading.rules._rows import Row, rows_of

_NOT_OPENING = "(?<![存所正现旨好放摆集用着潜内外实自坐位健何都是落反表出呈])"
# What 「在……的」 leads to, with the word of place that must follow it.
_ABOVE = "基础|前提|过程|情况|条件|背景|形势|进程|同时|环境|影响|压力|大背景|框架"
_AIDS = "领导|指导|指引|带领|支持|帮助|关心|推动|引领|督促|配合|努力|号召|鼓励|带动|协调|关怀|重视|引导|要求|见证|共同努力|组织|主持|监督"
_FLAWS = (
    "不(?:力|实|到位|及时|作为|规范|全面|准确|完整|真实|认真|重视|严格?|高|好|够|强|清|配合|公开|达标|合格|彻底|主动|深入|明确|落实|整改|更新|按时|按期)"
    "|虚假|失实|缺失|滞后|缓慢|较差|落后|混乱|薄弱|瞒报|漏报|迟报|不报|拖延|推诿|扯皮|敷衍|失职|渎职|违规|违纪|造假|作假|不改|不办|强烈|严重|突出"
)
_DISPOSED = "予以(?:通报|批评|曝光|追究|问责|处理|处罚|约谈|表彰|表扬|扣分)|给予(?:通报|批评|处分|处罚|警告|表彰|表扬|奖励)|通报批评|严肃(?:追究|处理|查处|问责)|一律(?:通报|责令|追究|取消|扣|不)|坚决(?:追究|查处|予以)|限期(?:整改|改正|更正)|依[法规纪](?:处理|处置|追究|严肃|予以|给予|查处)|责令(?:限期|整改|改正|立即)|进行(?:约谈|通报|问责|批评)|追究(?:相关|有关|责任|其|当事|主要)|取消|将(?:予以|给予|严肃|追究|通报)|要(?:予以|给予|严肃|追究|通报)|全[镇县乡区市局]通报"
_DONE_WELL = "突出|优异|显著|优秀|先进|明显|良好|较好|积极|认真"
_LEADERS = "组长|副组长|组员|成员|主任|副主任|总指挥|会长|主席|召集人|负责人"
_BODY = lazy.pattern(
    "小组|专班|机构|委员会|办公室|队|班子|指挥部|工作组|组织|机制|体系|联席会|协会|网络|[^组]组$|格局|领导组|专项组|体制|中心|理事会|监委会"
)
_NAMED = lazy.pattern("的[一-鿿“”]{0,14}(?:小组|专班|机构|委员会|指挥部|工作组|队|班子|组织|组)")
_FROM_TO = lazy.pattern("[至到止起—\\-~～]|以来|开始|施行|实施|生效|计算")
_SHIFTS = lazy.pattern(
    "转变|转|过渡|延伸|迈|发展|变|靠|看齐|倾斜|深化|拓展|升|跨|进|推|集中|覆盖|移|走|切换|下沉|流|成"
)


def _is_open(passage: Passage, match: re.Match[str]) -> bool:
    return not is_closed(passage, match.end("mark") - 1, match.end("mark")) and "存在" not in match[0]


def _sets_up_nothing(passage: Passage, match: re.Match[str]) -> bool:
    """Whether neither the clause nor the rest of the sentence names what is set up."""
    behind = sentence_behind(passage, match.end("mark"))
    return _BODY.search(match["mark"][2:]) is None and _NAMED.search(behind) is None


def _ends_nowhere(passage: Passage, match: re.Match[str]) -> bool:
    return _FROM_TO.search(sentence_behind(passage, match.end("mark"))) is None


def _shifts_not(_: Passage, match: re.Match[str]) -> bool:
    return _SHIFTS.search(match["whither"]) is None


_REFUSED = lazy.pattern(
    "无法(?:提供|公开|答复)|不能提供|不予提供|未能提供|请?向(?:[^，,。；;]{2,20})(?:咨询|申请|了解|提出|查询)|不予受理|不予公开"
)


def _is_refused(passage: Passage, match: re.Match[str]) -> bool:
    return (
        _REFUSED.search(sentence_behind(passage, match.end("mark"))) is not None
        and re.search("[不未非无没]|除|凡", sentence_before(passage, match.end("mark"))[-14:]) is None
    )


_DENIALS: tuple[Row, ...] = (
    (
        "机关掌握 机关制作 机关保存 机关职责 机关职权 机关公开 机关负责",
        r"(?P<mark>(?<!不属)(?<![不未非无])(?:本|该|我)机关(?:掌握|制作|保存)(?:相关|有关|该|此)?(?:政府)?信息)(?=[、，,]?(?:无法提供|不能提供|\d+件))",
        "「{}」疑漏「不」，意思反了",
        "warning",
    ),
    (
        "有现成信息",
        r"(?P<mark>(?<!没)(?<!无)有现成信息)(?=[，,、]?需要?另行)",
        "「{}」疑漏「没」，意思反了",
        "warning",
    ),
    (
        "申请内容明确 申请内容仍明确",
        r"补正后(?P<mark>申请内容仍?明确)(?=[、，,。；;\d）)]|[^，,。]{0,3}件)",
        "「{}」疑漏「不」，意思反了",
        "warning",
    ),
    (
        "正当理由",
        r"(?:^|(?<=[，,。；;、\n人\d.）)]))(?P<mark>正当理由(?:逾期|大量反复|要求|拒不))",
        "「{}」前面疑漏「无」，意思反了",
        "warning",
    ),
    (
        "逾期补正 逾期按收费 逾期缴纳 逾期缴费 机关再处理",
        r"(?P<mark>申请人(?:无正当理由)?逾期(?:补正|按收费通知要求缴纳|缴纳|缴费)|逾期未?[^，,。\n]{0,16}、行政机关再处理)",
        "「{}」疑漏「不」，意思反了",
        "warning",
    ),
)

RULES = (
    Rule(
        name="typo.place_word_lost",
        category="typo",
        severity="warning",
        explain="「在……的」后面丢了方位词：「在原有公开栏的基础，」缺「上」，「在确保安全的前提，」缺「下」，「在办理申请的过程，」缺「中」。",
        fires="在原有公开栏的基础，建立微信群。在确保安全的前提，有序开放。",
        passes="在原有公开栏的基础上，建立微信群。在保障安全、方便群众的前提下，存在不公开的情况，要改正。",
        find=shapes_of(
            shape(
                rf"(?:{CLAUSE}{LETTER}{{0,8}}?){_NOT_OPENING}(?P<mark>在(?![于乎意])(?:(?!在|出现|有的|仍有|还有|没有|发生|发现|不[存同]|[，,时]){LISTING}){{2,30}}?的(?:{_ABOVE}))(?=[，,])",
                "「{}」后面疑漏方位词，如「上」「下」「中」",
                "warning",
                _is_open,
            ),
            shape(
                rf"{CLAUSE}{_NOT_OPENING}(?P<mark>在(?:(?!在|[，,]){LISTING}){{2,24}}?的(?:(?:正确|坚强|大力|悉心|共同|精心|亲切|有力|高度|统一|直接|具体|积极|关心|支持|帮助|和|与|、){{0,3}})(?:{_AIDS}))(?=[，,](?!在))",
                "「{}」后面疑漏「下」",
                "warning",
                _is_open,
            ),
            shape(
                rf"{CLAUSE}(?P<mark>在(?:新|新的|当前|现有|同等|目前|这种|此种|严峻|复杂|有限|这样)的?(?:条件|情况|形势|背景|环境|前提|基础))(?=[，,])",
                "「{}」后面疑漏「下」「上」",
                "warning",
            ),
        ),
    ),
    Rule(
        name="typo.body_not_named",
        category="typo",
        severity="warning",
        explain="「成立了以……为组长、……为成员，」没有说成立什么，缺「的领导小组」；「由……任组长、……任成员，」也一样。",
        fires="成立了以镇长为组长、各站所负责人为成员，办公室设在党政办。",
        passes="成立了以镇长为组长、各站所负责人为成员的领导小组，办公室设在党政办。",
        find=shapes_of(
            shape(
                rf"(?P<mark>(?:成立|组建|建立|设立)了?[以由](?:(?!的){LISTING}){{2,70}}?[为任](?:{_LEADERS}))(?=[，,。；;](?!{LISTING}{{0,24}}[为任](?:{_LEADERS}|副)))",
                "「{}」没有说成立什么，疑漏「的领导小组」",
                "warning",
                _sets_up_nothing,
            ),
        ),
    ),
    Rule(
        name="typo.disposed_whom",
        category="typo",
        severity="warning",
        explain="「对更新不及时、质量不高，予以通报」没有说对谁，缺「的」「的单位」。",
        fires="对更新不及时、质量不高，予以通报。对弄虚作假、隐瞒不报，严肃追究责任。",
        passes="对更新不及时、质量不高的单位，予以通报。对误解猜测、不实言论，及时澄清。",
        find=shapes_of(
            shape(
                rf"(?<![针面相绝反核应])(?P<mark>对(?!于|此)(?:(?!的|问题|情况|行为|现象|单位|人员|部门|[者等]|，|,){LISTING}){{2,36}}(?:{_FLAWS}))[，,](?={_DISPOSED})",
                "「{}」没有说对谁，后面疑漏「的」「的单位」",
                "warning",
            ),
            shape(
                rf"(?<![针面相绝反核应])(?P<mark>对(?:不按|未按|擅自|拒不|拒绝|违反|隐瞒|违规|迟报|瞒报|未经|逾期|在[^，,。]{{0,4}}检查中发现)(?:(?!的|单位|人员|部门|[者等]|，|,){LISTING}){{2,30}})[，,](?={_DISPOSED})",
                "「{}」没有说对谁，后面疑漏「的」「的单位」",
                "warning",
            ),
            shape(
                rf"(?<![针面相绝反核应])(?P<mark>对(?!于|此)(?:(?!的|问题|情况|行为|现象|单位|人员|部门|[者等]|，|,){LISTING}){{2,30}}(?:{_DONE_WELL}))[，,](?=(?:予以|给予|进行)(?:表彰|表扬|奖励|通报表扬|通报表彰))",
                "「{}」没有说对谁，后面疑漏「的」「的单位」",
                "warning",
            ),
            shape(
                rf"{CLAUSE}(?P<mark>凡(?:是)?(?:未经|不按|未按|违反|擅自|违规|弄虚|隐瞒|拒不|不履行|不执行|逾期)(?:(?!的|者|，|,|[单人部]){LISTING}){{2,24}})[，,](?=一律|一经|予以|给予|严肃|依法|追究|由|将|取消|责令)",
                "「{}」后面疑漏「的」",
                "warning",
            ),
        ),
    ),
    Rule(
        name="typo.term_left_open",
        category="typo",
        severity="warning",
        explain="「期限自2023年1月1日，」只说了从什么时候起，没有「起」也没有「至」；「报名时间从2月10日止」把「从」与「止」混在一起。",
        fires="所列数据的统计期限自2023年1月1日，由办公室解释。",
        passes="统计期限自2023年1月1日起至12月31日止，公示时间自6月3日至6月10日。",
        find=shapes_of(
            shape(
                rf"(?P<mark>(?:期限|时间|工期|期间|时限|日期|有效期|任期|公示期|时段)(?:为|是)?[自从](?:\d{{2,4}}年)?(?:\d{{1,2}}月)?(?:\d{{1,2}}日)?(?:全年)?(?<=[年月日])){MARK}",
                "「{}」只说了从什么时候起，疑漏「起」或者「至……」",
                "warning",
                _ends_nowhere,
            ),
            shape(
                r"(?P<mark>[自从](?:\d{2,4}年)?(?:\d{1,2}月)?\d{1,2}日(?:止|为止|截止|共计|合计|共))(?!\d{1,2}月)",
                "「{}」起止没有说全，疑漏「起」「至」",
                "warning",
            ),
            shape(
                rf"(?P<mark>(?:期限|时间|工期|期间|时限|时段)(?:为|是)?自\d{{2,4}}年(?:全年|度|上半年|下半年|一季度|第[一二三四]季度)){MARK}",
                "「{}」的「自」多余，或者后面漏了「起至……」",
                "warning",
            ),
        ),
    ),
    Rule(
        name="typo.turned_into_lost",
        category="typo",
        severity="warning",
        explain="「从……转变……」中间丢了「为」「到」：「从“要我公开”转变我要公开」；「由事后监督向事前监督。」后面丢了「转变」。",
        fires="推动干部从“要我公开”转变我要公开，实现由事后监督向事前监督。",
        passes="推动干部从“要我公开”转变为“我要公开”，实现由事后监督向事前监督转变，由此转变作风。",
        find=shapes_of(
            shape(
                rf"(?P<mark>[从由](?!此|来|而|严|小|事|于|根本|思想)(?:“[^”\n]{{2,12}}”|(?:(?![，,。；;：:转\n]){INSIDE}){{2,12}}?)(?:{LETTER}{{0,3}}?)(?:转变|转化|转换|变)(?:了)?)(?=“[^”\n]{{2,12}}”|我要|主动|被动|要我|自觉|自愿|群众|数据|服务型|依法|规范|集中|线上|网上|事前|精细|有序|全面|常态|长效|多头|一站)(?!{INSIDE}{{0,16}}[的为成到])",
                "「{}」后面疑漏「为」「到」",
                "warning",
            ),
            shape(
                r"(?P<mark>(?:转向|转到|转成|变到|转至)为)(?=[一-鿿“])",
                "「{}」多了字，写「转为」「转向」",
                "warning",
            ),
            shape(
                rf"(?P<mark>(?:实现了?|推动|促进|完成了?|逐步|努力)[由从](?!此|于|而){INSIDE}{{2,12}}(?<![转面导趋])向(?P<whither>{INSIDE}{{2,10}}))(?=[。；;])",
                "「{}」后面疑漏「转变」「延伸」一类的词",
                "warning",
                _shifts_not,
            ),
            shape(
                rf"(?P<mark>[由从](?!此|于|而)[^，,。；;：:！？\n]{{1,8}}?(?P<same>{LETTER}{{2}})(?<![转面导趋])向(?P<whither>{LETTER}{{1,8}}(?P=same)))(?=[。；;，,])",
                "「{}」后面疑漏「转变」「延伸」一类的词",
                "warning",
                _shifts_not,
            ),
        ),
    ),
    Rule(
        name="typo.refusal_denied",
        category="typo",
        severity="warning",
        explain="不能提供的理由里丢了「不」「没」，意思反了：「本机关掌握相关政府信息、无法提供」应为「不掌握」，「有现成信息需要另行制作」应为「没有」。",
        fires="本机关掌握相关政府信息、无法提供1件，有现成信息需要另行制作2件。",
        passes="本机关不掌握相关政府信息2件，没有现成信息需要另行制作1件，本机关掌握的信息均已公开。",
        find=rows_of(_DENIALS),
    ),
    Rule(
        name="typo.refused_what_is_kept",
        category="typo",
        severity="warning",
        explain="前面说「本机关掌握」「属于本机关职责」，后面却说无法提供、请向别的机关申请，疑漏「不」。",
        fires="经查，您申请的信息本机关掌握，无法提供。",
        passes="经查，您申请的信息本机关不掌握，无法提供。该信息属于本机关主动公开范围，请在网站查询。",
        find=shapes_of(
            shape(
                r"(?:信息|内容|材料|文件|事项)(?P<mark>(?:由|系)?(?:本机关|我局|我镇|我乡|我办|我委|本单位|本局|本镇|我街道)(?:掌握|制作|保存|保管|获取|持有))(?=[，,])",
                "「{}」疑漏「不」「未」，意思反了",
                "warning",
                _is_refused,
            ),
            shape(
                rf"(?:信息|内容|材料|文件|事项)(?P<mark>属于(?:本机关|我局|我镇|我乡|我办|我委|本单位|本局|本镇|我街道)(?:的)?(?:职责|职权|管理|负责|公开)(?:范围|权限)?)(?=[，,]{INSIDE}{{0,8}}(?:请|建议|可)向)",
                "「{}」疑漏「不」，意思反了",
                "warning",
                _is_refused,
            ),
            shape(
                r"(?:信息|内容|材料|文件|档案)(?P<mark>存在)(?=[，,](?:故|因此|所以)?(?:无法|不能|未能)提供)",
                "「{}」疑漏「不」，意思反了",
                "warning",
            ),
        ),
    ),
)
