"""What says the opposite of what is meant, and members of a clause that were joined though they are of different kinds:
「没有发生一起不越级上访」, 「不整改到位，销号」, 「做到应退未退」, 「由谁公开和把关不严的责任」, 「公布姓名以及张榜公布」."""

import re

from mingbai.text import lazy
from mingbai.text.proofreading.model import Passage
from mingbai.text.proofreading.rules._knowledge import hint_of, listed
from mingbai.text.proofreading.rules._parsing import (
    CLAUSE,
    END,
    INSIDE,
    LETTER,
    clause_before,
    sentence_before,
    shape,
    shapes_of,
    words_between,
)

_BAD = "越级|上访|违纪|违法|违规|信访|泄密|失密|投诉|举报|侵权|腐败|群体|刑事|重大|集体|非法|弄虚|责任事故|安全责任事故|安全生产|滞留|纠纷|涉黑|闹访|火灾|溺水|失职|渎职|乱收费|拖欠"
_ENDED = "销号|放过|收兵|收手|罢休|松手|交账|撤离|收工|结案|收场|下班|验收|归档|散会|过关|脱钩|摘牌"
_AIMED = "做到|确保|实现|达到|力争|努力做到|基本实现|全面实现"
_TOLD = "说明|解释|解答|答复|回复|梳理|清理|规范|更新|整改|公示|张贴|解读|核实|介绍|修订|完善|统计|登记|回访|调整|补充|宣传|讲解"
_HEADS = "办法|标准|流程|程序|依据|公开栏|公示栏|宣传栏|台账|项目|条件|问题|疑问|难题|隐患|诉求|档案|栏目|目录|名单|制度|政策|情况|资料|信息|材料|数据|账目|补助|补贴|待遇|收支"
_TOWARDS = frozenset("对就将把由被针向请按根据以")
_HOW = "详细|认真|全面|及时|统一|具体|重点|逐一|深入|系统|集中|进一步|耐心|细致|明确|必要|充分|相应"
_MANNER = "极大|很大|较大|显著|明显|大力|充分|进一步|有效|切实|全面|巨大|普遍|广泛|一致|良好|较好|及时|圆满|妥善|长足|根本|不断|稳步|迅速|大幅|有力|深入|认真|高度|积极"
_GOT = "提高|提升|改善|增强|加强|保障|发展|解决|落实|改观|变化|好评|赞扬|支持|肯定|发挥|体现|维护|转变|规范|完善|进步|成效|成绩|效果|拥护|欢迎|缓解|处理|改进|满足|优化|调动|巩固|拓展|赞誉|认可|表扬"
_DEEDS = "进行|张榜|接受|予以|签字|上报|上墙|开展|做好|加强|及时|按时|对外|逐户|逐一|定期|随时|统一"
_LISTED = "公布|列出|公开|登记|注明|填写|列明|公示|写明|标明|载明|标注|核实|记录|说明|通报"
_FORMS = "视频|动漫|动画|音频|文字|图片|漫画|案例|数据|短视频|问答|图解|H5|长图|照片|画册|海报"
_CHARGED = "人|岗|责|点|时|标|位|员|量|编|策|级|额"
_NOTED = lazy.pattern("形式|方式|解读|直观|通俗|制作|运用|采用|图文")


def _says_nothing_twice(passage: Passage, match: re.Match[str]) -> bool:
    return match["deed"] not in {"安全", "良"}


def _is_conditional(passage: Passage, match: re.Match[str]) -> bool:
    """Whether the clause before is a bare condition: the only refusal of the sentence stands there."""
    sentence = sentence_before(passage, match.start("mark"))
    return sentence.count("不") == 1 and not any(
        word in sentence for word in ("的", "如", "若", "才", "就", "因")
    )


def _is_of_things(passage: Passage, match: re.Match[str]) -> bool:
    """Whether nobody is named who does it, and nothing says to what it is done."""
    if _TOWARDS & set(sentence_before(passage, match.start("mark"))[-30:]):
        return False
    words = words_between(passage, *match.span("inner"))
    return bool(words) and all(
        word.kind[0] in "nbjlmqf"
        or word.kind == "vn"
        or word.text in _PARTS
        or word.text in {"的", "、", "和"}
        for word in words
    )


_PARTS = frozenset(
    listed(
        "入学 收费 报销 审批 分配 招生 发放 申请 公开 办事 救助 评定 公示 减免 补助 补贴 办理 依据 留守 随迁 管理 征收"
    )
)


def _is_told_of_forms(passage: Passage, match: re.Match[str]) -> bool:
    clause = (
        clause_before(passage, match.start("mark")) + passage.text[match.end("mark") : match.end("mark") + 16]
    )
    return _NOTED.search(clause) is not None


_hint = hint_of("typo", "typo")

RULES = (
    _hint(
        "none_of_not",
        "「没有发生一起不越级上访」多了「不」，意思反了。",
        "全年没有发生一起不越级上访。",
        "全年没有发生一起越级上访。",
        shapes_of(
            shape(
                rf"(?:没有?|未|从未|杜绝了?|防止|避免)(?:再)?(?:发生|出现|收到|产生|引发)?过?(?:任何)?[一1](?:起|例|件|次|宗|个|人次|项)(?P<mark>不)(?=(?P<deed>{_BAD}))",
                "「{}」字多余，意思反了",
                "warning",
                holds=_says_nothing_twice,
            ),
        ),
    ),
    _hint(
        "not_without_not",
        "「不整改到位，销号」后半句漏了「不」，意思反了，应为「不整改到位，不销号」。",
        "整改不到位，销号。",
        "整改不到位，不销号。",
        shapes_of(
            shape(
                rf"(?:^|(?<=[，,。；;、：\n]))(?:{LETTER}{{0,6}})不{LETTER}{{2,6}}[，,、](?P<mark>(?:{_ENDED})){END}",
                "「{}」前面疑漏「不」，意思反了",
                "warning",
                holds=_is_conditional,
            ),
        ),
    ),
    _hint(
        "aim_at_undone",
        "「做到应退未退」意思反了：要做到的是「应退尽退」。",
        "做到应保未保、应退未退。",
        "做到应保尽保、应退尽退，杜绝应退未退。",
        shapes_of(
            shape(
                rf"(?:{_AIMED})了?(?:应(?P<w>{LETTER}{{1,2}})(?:尽|未)(?P=w)[、，和])?(?P<mark>应(?P<v>{LETTER}{{1,2}})未(?P=v))(?!的|问题|现象|情况|[者人]|清零|为零|全部|及时|都|即)",
                "「{}」意思反了，应为「应……尽……」",
                "warning",
            ),
        ),
    ),
    _hint(
        "questions_and_duty",
        "「由谁公开和把关不严的责任」前面是问的话，后面是责任，不能并列，疑漏「承担」「要负」。",
        "讲清怎么办、找谁办和逾期的责任。",
        "讲清怎么办、找谁办和逾期要承担的责任。",
        shapes_of(
            shape(
                rf"(?:什么|谁|哪些|哪里|如何|怎样|怎么|何时|多长时间|多久)(?:(?![和及]){INSIDE}){{1,8}}(?P<mark>(?:和|以及|及)(?:(?![承要应该负可]){LETTER}){{2,12}}的(?:责任|后果|义务|处罚|处理)){END}",
                "「{}」与前面的问句不能并列，疑漏「承担」一类的动词",
            ),
        ),
    ),
    _hint(
        "list_and_deed",
        "「公布姓名、金额以及进行公示」「以及」前面是公布的各项，后面又是做的事，不能并列。",
        "逐户登记面积、作物以及张榜公布。",
        "逐户登记面积、作物，并张榜公布。",
        shapes_of(
            shape(
                rf"(?:{_LISTED})(?:(?![进负开]){INSIDE}){{1,60}}、(?:(?![并要须由]){LETTER}){{2,8}}(?P<mark>以及(?:{_DEEDS}))(?!{LETTER}{{0,4}}情况|{LETTER}{{0,6}}的)",
                "「{}」前后不是一类，不能用「以及」并列，应为「，并」",
                "warning",
            ),
        ),
    ),
    _hint(
        "told_of_things",
        "「入学办法作了详细说明」前面漏了「对」「就」：作说明的是人，办法是被说明的。",
        "收费标准、减免条件作了详细解释。",
        "对收费标准、减免条件作了详细解释。",
        shapes_of(
            shape(
                rf"{CLAUSE}(?P<mark>(?P<inner>(?:{LETTER}|、){{0,18}}?(?:{_HEADS})))(?=(?:都|均|已|也|分别|全部)?(?:作了|做了|进行了|作出了?|做出了?|给予了?|给出了?)(?:{_HOW})?(?:{_HOW})?地?的?(?:{_TOLD})(?:和(?:{_TOLD}))?{END})",
                "「{}」前面疑漏「对」「就」",
                holds=_is_of_things,
            ),
        ),
    ),
    _hint(
        "got_in_a_way",
        "「得到了极大地提高」里的「提高」是宾语，前面用「的」，不用「地」。",
        "工作作风得到了显著地提升，受到了群众一致地好评。",
        "工作作风得到了显著的提升，受到了群众一致的好评。",
        shapes_of(
            shape(
                rf"(?:得到|受到|取得|获得|有|赢得|发生)了?{LETTER}{{0,6}}?(?P<mark>(?:{_MANNER})地)(?=(?:{_GOT}){END})",
                "「{}」应为「的」：后面是宾语",
            ),
        ),
    ),
    _hint(
        "chart_as_icon",
        "解读政策用的是「图表」，「图标」是图形标志。",
        "采用图标、动漫等形式解读政策。",
        "采用图表、动漫等形式解读政策，点击首页图标、文字均可进入。",
        shapes_of(
            shape(
                rf"(?<=[用过以取作多、及和])(?P<mark>图标)(?=(?:、|和|及|与|或)(?:{_FORMS})|等(?:多种|通俗|直观|群众|多样)?{LETTER}{{0,8}}(?:形式|方式)|解读)",
                "「{}」疑为「图表」",
                holds=_is_told_of_forms,
            ),
            shape(
                rf"(?:{_FORMS})(?:、|和|及|与)(?P<mark>图标)(?=、|等|形式|解读|方式|的形式|的方式)",
                "「{}」疑为「图表」",
                holds=_is_told_of_forms,
            ),
        ),
    ),
    _hint(
        "fixed_as_ordered",
        "「定人、定岗、定责」一组里都是「定」，其中一个写成了「订」「钉」「盯」。",
        "做到定时、订点、定人。",
        "做到定时、定点、定人，签订责任书。",
        shapes_of(
            shape(
                rf"定{LETTER}{{1,2}}[、，]?(?:定{LETTER}{{1,2}}[、，]?){{0,4}}(?P<mark>[订钉](?:{_CHARGED}))(?=[、，,。；;]|定|$)",
                "「{}」疑为「定」，与前面的「定」成组",
                "warning",
            ),
            shape(
                rf"(?P<mark>[订钉](?:{_CHARGED}))(?=[、，]?定(?:{_CHARGED})(?:[、，。；]|定))",
                "「{}」疑为「定」，与后面的「定」成组",
                "warning",
            ),
        ),
    ),
    _hint(
        "all_know_take_part",
        "「人人知晓参与」「家家明白支持」两个谓语连在一起，中间漏了顿号或者「、人人」。",
        "全校师生人人知晓参与，形成了良好氛围。",
        "全校师生人人知晓、人人参与，形成了良好氛围。",
        shapes_of(
            shape(
                r"(?P<mark>(?:人人|家家|户户|个个|家喻户晓人人)(?:皆知|知晓|知道|明白|了解|清楚|懂得|关心|重视)(?:参与|支持|监督|遵守|响应|配合|行动|动手))(?=[，,。；;、])",
                "「{}」两个谓语连在一起，中间疑漏顿号",
            ),
        ),
    ),
    _hint(
        "each_has_unparted",
        "「有人抓有人管有人落实」「事事有人管件件有着落」各句之间漏了标点。",
        "做到事事有人管件件有着落。",
        "做到事事有人管、件件有着落。",
        shapes_of(
            shape(
                r"(?:做到|实现|确保|达到|使|真正|切实做到)了?(?P<mark>(?:有[一-鿿]{1,4}?){2}有[一-鿿]{1,4})"
                + END,
                "「{}」各句之间疑漏顿号",
                holds=lambda p, m: m["mark"].count("有") >= 3 and "没有" not in m["mark"],
            ),
            shape(
                r"(?P<mark>(?:人人|事事|件件|个个|处处|户户|样样|家家|项项|时时|条条)有[一-鿿]{2,3}(?:人人|事事|件件|个个|处处|户户|样样|家家|项项|时时|条条)有[一-鿿]{1,3})"
                + END,
                "「{}」各句之间疑漏顿号",
            ),
            shape(
                r"(?P<mark>[一-鿿]{2}有[一-鿿]{2}有[一-鿿]{2}有[一-鿿]{2})" + END,
                "「{}」各句之间疑漏顿号",
                holds=lambda p, m: re.search("[没含具拥还仍都也只共]有|有[的关效利些]", m["mark"]) is None,
            ),
        ),
    ),
)
