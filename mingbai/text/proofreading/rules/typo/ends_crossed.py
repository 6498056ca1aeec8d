"""Clauses whose end does not go with their beginning: a relation told twice, a measure told as sure and as vague, a principle that
a verb cannot have, heads heaped upon heads."""

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

_WITH = frozenset("与和同跟及")
# What one does with a principle, or what it may be called; a clause that has one of these is led rightly.
_LED = frozenset("按依据照循持着守以是遵秉奉从为违")
_LEADING = listed(
    "贯彻 落实 体现 符合 明确 把握 强调 确立 坚决 执行 落实 制定 确定 提出 背离 有悖 实行 适用 给予"
)
_SURE = "显著|明显|大幅度?|极大|很大|较大|巨大|根本|彻底|全面|完全|大大|飞速|急剧|非常|十分|特别"
_PRAISED = (
    "丰富多彩|精彩纷呈|形式多样|多种多样|灵活多样|周到热情|热情周到|切实有效|扎实有效|卓有成效|行之有效|喜闻乐见|通俗易懂|简便易行"
    "|有声有色|别开生面|富有成效|井然有序|及时准确|快捷高效|优质高效"
)
_DEEDS = "活动|演出|服务|措施|培训|讲座|宣传|比赛|节目|晚会|举措|形式|方式|检查|展览|课程|帮扶"
_OFFENCES = "案件|事件|问题|现象|行为|情况|事故|情形"
_PAPERS = "方案|计划|意见|报告|制度|办法|细则|规定|预案|通知|总结|要点|规则|守则|公约|措施|标准|指南|清单"

_WANTED = lazy.pattern("(?<![主重需只纲首简])要(?![求点素领害目])|应当|应该|必须")
_COMMAS = lazy.pattern("[，,]")


def _has_no_with(passage: Passage, match: re.Match[str]) -> bool:
    return not _WITH & set(clause_before(passage, match.start("mark")))


def _is_wanted_only(passage: Passage, match: re.Match[str]) -> bool:
    """Whether what must be so is told, and nothing around it says what is done with the principle."""
    sentence = sentence_before(passage, match.start("mark"))
    wanted = [*_WANTED.finditer(sentence)]
    if not wanted:
        return False
    whose = _COMMAS.split(sentence[: wanted[-1].start()])[-1]
    told = sentence[wanted[-1].end() :]
    around = whose + told
    return (
        len(told) > 3 and not _LED & set(around) and not any(word in around for word in (*_LEADING, "做到"))
    )


def _is_not_led(passage: Passage, match: re.Match[str]) -> bool:
    return not any(word in match["mark"] for word in (*_LEADING, "坚持", "按照", "本着", "遵循"))


def _is_no_verb_between(passage: Passage, match: re.Match[str]) -> bool:
    """Whether what is said to be done is a thing: 「对安全隐患电话逐一」 is not."""
    return not any(
        word.text in {"的", "使", "让", "地", "得", "并"}
        for word in words_between(passage, *match.span("inner"))
    )


_hint = hint_of("typo", "typo")

RULES = (
    _hint(
        "relation_twice",
        "前面的「连着」「关系着」「事关」已经说了关系，后面又说「相关」「相连」，两种说法杂糅。",
        "每一笔补贴都牵着农民切身利益相关。",
        "每一笔补贴都牵着农民切身利益。",
        shapes_of(
            shape(
                rf"(?:(?:连|牵|系|关系|联系|联结|维系|牵动|关联|贴近|体现|影响)着|关系到|事关|关乎|攸关|牵涉到?|牵动|连通)(?:(?![与和同跟的]){LETTER}){{2,12}}?(?P<mark>(?:息息|密切|紧密|紧紧)?(?:相关|相连|相联系|相通|相系)){END}",
                "前面已经说了关系，「{}」与它杂糅，应删去一种说法",
                "warning",
                holds=_has_no_with,
            ),
        ),
    ),
    _hint(
        "least_than",
        "「至少」「最多」后面直接跟数量，「于」是「不少于」「不多于」的话，两种说法杂糅。",
        "每月至少于一次更新公开栏。",
        "每月更新公开栏不少于一次。",
        shapes_of(
            shape(
                r"(?P<mark>(?:至少|最少|至多|最多)于)(?=每|[0-9０-９一二两三四五六七八九十几半])",
                "「{}」把「至少」和「不少于」混在一起，应留一种说法",
                "warning",
            ),
        ),
    ),
    _hint(
        "somewhat_much",
        "「有所」说的是多少有一些，与「显著」「大幅」这样的话相矛盾，应删去其一。",
        "办事效率比去年有所大幅提升。",
        "办事效率比去年有所提升。",
        shapes_of(
            shape(
                rf"(?P<mark>有所(?:{_SURE}))(?:地|的)?(?={LETTER}{{2}})",
                "「{}」程度相矛盾，应删去「有所」或者后面的词",
                "warning",
            ),
        ),
    ),
    _hint(
        "blamed_then_dealt",
        "「对……的责任追究，严肃处理」把「对……的，严肃处理」和「责任追究」混在一起。",
        "对弄虚作假造成后果的责任追究，从严处理。",
        "对弄虚作假造成后果的，追究责任，从严处理。",
        shapes_of(
            shape(
                rf"{CLAUSE}(?:对|凡){INSIDE}{{4,40}}的(?P<mark>责任追究)(?=[，,](?:并)?(?:严肃|从严|从重|依法|依规|依纪|坚决|一律|给予|予以|通报|严格)(?:处理|追究|查处|问责|追责|处罚|处分|批评|通报|惩处|{LETTER}{{0,2}}(?:处理|问责|处分|批评)))",
                "「的{}」语序混乱，应写「对……的，追究责任，严肃处理」",
                "warning",
            ),
        ),
    ),
    _hint(
        "made_clear_what",
        "「把……讲清楚」已经说了讲的是什么，后面又有「问题」「情况」，多出一个宾语。",
        "将补贴政策说清楚问题。",
        "将补贴政策说清楚。",
        shapes_of(
            shape(
                rf"(?:把|将)(?:(?!的话){INSIDE}){{2,24}}?(?:讲|说|解释|交代|交待|公布|写|弄|搞|查|问|摸|阐述|介绍|交底)(?:清楚|明白|透彻|明了|清|透)(?P<mark>问题|情况|内容|事项|道理|政策|原因|意思|疑问){END}",
                "「把……讲清楚」后面多了「{}」",
                "warning",
            ),
        ),
    ),
    _hint(
        "principle_circled",
        "「原则」是「坚持」「按照」「遵循」的，不是「围绕」「聚焦」的。",
        "我局围绕“应公开尽公开”的原则，扎实推进工作。",
        "我局围绕中心工作，按照“应公开尽公开”的原则推进。",
        shapes_of(
            shape(
                rf"(?P<mark>(?:围绕|聚焦|紧扣|瞄准|针对|对准)着?(?:“[^“”\n]{{2,30}}”|(?:(?!原则){LETTER}|、){{2,20}})(?:这一|的)?(?:工作|基本|总|总体)?原则)(?!性|问题|要求|开展讨论|进行讨论)",
                "「{}」动词与「原则」不搭配，应为「按照」「坚持」",
                "warning",
                holds=_is_not_led,
            ),
        ),
    ),
    _hint(
        "heads_heaped",
        "「发生……的案件情况」中心语叠了两个，应留一个。",
        "没有发生因公开引起的行政复议的案件情况。",
        "没有发生因公开引起的行政复议案件。",
        shapes_of(
            shape(
                rf"(?:发生|出现|存在)过?了?(?:(?!情况){INSIDE}){{3,40}}的(?P<mark>(?:{_OFFENCES})(?:{_OFFENCES})){END}",
                "「{}」中心语叠用，应留一个",
                "warning",
                holds=lambda p, m: m["mark"][:2] != m["mark"][2:],
            ),
        ),
    ),
    _hint(
        "wanted_principle",
        "「公开要真实、及时的原则」前面说的是要怎样，后面又落在「原则」上，句式杂糅。",
        "公开形式要便民利民的原则。",
        "公开形式要坚持便民利民的原则。",
        shapes_of(
            shape(
                rf"(?<=[一-鿿”])(?P<mark>的原则){END}",
                "前面说的是「要」怎样，「{}」多余，或者漏了「坚持」「遵循」",
                holds=_is_wanted_only,
            ),
        ),
    ),
    _hint(
        "promoting_as_aim",
        "「坚持以公开促规范、以规范促发展为目标」把「坚持以……促……」和「以……为目标」混在一起。",
        "坚持以服务促发展、以发展惠民生为宗旨，推进公开。",
        "坚持以服务促发展、以发展惠民生，推进公开。",
        shapes_of(
            shape(
                rf"坚持以(?:(?![为是]){LETTER}){{2,8}}(?:促进?|带动?|推动?|惠|引领|保障?)(?:(?![为是]){LETTER}){{2,8}}(?:、以(?:(?![为是]){LETTER}){{2,8}}(?:促进?|带动?|推动?|惠|引领|保障?)(?:(?![为是]){LETTER}){{2,8}})*(?P<mark>为(?:目标|宗旨|原则|目的|方向|抓手|导向|要求)){END}",
                "「坚持以……促……」与「{}」杂糅，应删去一种说法",
            ),
        ),
    ),
    _hint(
        "this_as_follows",
        "「制定本方案」和「制定方案如下」是两种说法，混在一起就成了「制定本方案如下」。",
        "结合实际，制定本实施意见如下：",
        "结合实际，制定实施意见如下：",
        shapes_of(
            shape(
                rf"(?P<mark>(?:制定|制订|编制|拟定|拟订|形成|起草|提出)本(?:{LETTER}{{0,6}})(?:{_PAPERS})如下)",
                "「{}」把「制定本……」和「……如下」混在一起，应留一种说法",
            ),
        ),
    ),
    _hint(
        "praised_behind",
        "「开展活动丰富多彩」形容的话放到了宾语后面，应为「开展丰富多彩的活动」。",
        "举办文艺演出精彩纷呈，受到欢迎。",
        "举办的文艺演出精彩纷呈，受到欢迎。",
        shapes_of(
            shape(
                rf"{CLAUSE}(?:(?:全年|今年|共|先后|积极|认真|广泛|我[镇乡局校院县]){{0,2}})(?P<mark>(?:举办|开展|组织|提供|推出|采取|举行|开设)(?:(?![的了得]){LETTER}){{0,10}}(?:{_DEEDS})(?:{_PRAISED})){END}",
                "「{}」语序不当，形容的话应放到宾语前面",
                "warning",
                holds=lambda p, m: m["mark"][:4] not in {"组织形式", "活动形式", "服务形式", "组织活动"},
            ),
        ),
    ),
    _hint(
        "carried_out_fully",
        "「进行逐户电话落实到位」把「进行……」和「……到位」混在一起。",
        "要进行逐户核实到位。",
        "要逐户核实到位。",
        shapes_of(
            shape(
                rf"(?P<mark>进行了?(?P<inner>(?:(?![的和与及是不使对在]){LETTER}){{2,8}}?)(?:落实|整改|核实|排查|宣传|发动|通知|清理|处置|执行|更新|公示|公开|转移|传达)到位){END}",
                "「{}」句式杂糅，应删去「进行」",
                "warning",
                holds=_is_no_verb_between,
            ),
            shape(
                rf"(?P<mark>进行(?:严格|坚决|认真|切实)(?:执行|遵守|落实|履行|做好|抓好)){END}",
                "「{}」动词叠用，应删去「进行」",
                "warning",
            ),
        ),
    ),
)
