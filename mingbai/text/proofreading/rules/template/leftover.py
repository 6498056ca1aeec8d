"""What a model text leaves behind besides masks: alternatives nobody chose, telephone numbers nobody filled in, advice to the writer."""

import re

from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import searching
from mingbai.text.proofreading.rules._knowledge import is_quoted

_MASK = "[xX×*＊]"
_VALUES = "(?:电话|热线|传真|邮箱|邮编|网址|地址|信箱)"


def _form(passage: Passage, match: re.Match[str]) -> bool:
    """A form to be filled by citizens, or words about such labels."""
    around = passage.text[max(passage.start, match.start() - 120) : match.end() + 20]
    return re.search("申请表|登记表|回执|样表|表样|样式|填写", around) is not None or is_quoted(
        passage.text, match.start(), match.end()
    )


# What a figure or the name of a place stands before.
_COUNTED = "[%％万亿个名人条件岁亩户元家项次篇份期场年月日处座栋起宗届批辆套省市县区镇乡村]|平方公里|平方米|公里|千米|公顷|余|多(?=[个名人条])"
# One star may be a mark of another kind; so many are none.
_MANY = 3


def _few_stars(passage: Passage, _: re.Match[str]) -> bool:
    return passage.once(_single_stars) < _MANY


def _single_stars(passage: Passage) -> int:
    return len(re.findall(rf"(?<![*＊A-Za-z\d])[*＊](?![*＊])(?=\s?(?:{_COUNTED}))", passage.body))


RULES = (
    Rule(
        name="placeholder.masked_doctrine",
        category="template_placeholder",
        severity="error",
        explain="范文网站会把「“三个代表”重要思想」一类的词换成叉号，要恢复原文。",
        fires="以“xxxx”重要思想为指导。",
        passes="以“三个代表”重要思想为指导，“xxxx”一类占位要换成实际内容。",
        find=searching(
            rf"[“\"]{_MASK}{{2,8}}[”\"](?=重要思想|精神|理论|主题教育|学习教育|活动|工程|战略|目标|方针)",
            "「{}」是被网站抹去的词。",
            suggestion="恢复原文",
            near="”重要思想 ”精神 ”理论 ”主题教育 ”学习教育 ”活动 ”工程 ”战略 ”目标 ”方针",
        ),
    ),
    Rule(
        name="placeholder.unchosen",
        category="template_placeholder",
        severity="warning",
        explain="「本级政府（本部门）」「我镇（乡）」是模板里供选择的写法，成文要选定一个。",
        fires="特向社会公布2018年度本级政府（本部门）信息公开工作年度报告。",
        passes="特向社会公布2018年度本级政府信息公开工作年度报告，各镇（乡）、街道都要落实。",
        find=searching(
            r"本级政府[（(](?:本)?(?:部门|机关|单位)[）)]|[本我](?:镇|乡|街道|县|区|市|局|单位)[（(](?:镇|乡|街道|县|区|市|局|办|部门|单位)(?:、(?:镇|乡|街道|县|区|市|局|办|部门|单位))*[）)]",
            "「{}」是模板里供选择的写法，请选定一个。",
            suggestion="只留本单位适用的一个",
            near="本级政府（ 本级政府( "
            + " ".join(
                first + kind + mark
                for first in "本我"
                for kind in ("镇", "乡", "街道", "县", "区", "市", "局", "单位")
                for mark in "（("
            ),
        ),
    ),
    Rule(
        name="placeholder.empty_value",
        category="template_placeholder",
        severity="error",
        explain="「咨询电话：，投诉电话：，」冒号后面的号码没有填，或者被网站删去。",
        fires="我镇还对群众公布了咨询电话：，投诉电话：，以便群众办事。",
        passes="我镇还对群众公布了咨询电话：0564-3281234，方便群众办事。",
        find=searching(
            rf"(?<![一-鿿]){_VALUES}[：:](?=[，,；;。])|[一-鿿]{{2}}{_VALUES}[：:](?=[，,；;。])",
            "「{}」后面没有填写。",
            suggestion="填写实际内容，或删去",
            near=" ".join(
                word + mark
                for word in ("电话", "热线", "传真", "邮箱", "邮编", "网址", "地址", "信箱")
                for mark in "：:"
            ),
            unless=_form,
        ),
    ),
    Rule(
        name="placeholder.told_what_to_write",
        category="template_placeholder",
        severity="error",
        explain="模板里说明这一段写什么的话（「对……情况进行介绍。」）没有删去，实际内容没有写。",
        fires="一、概述\n对落实《条例》、推进政府信息公开工作的举措和进展总体情况进行介绍。",
        passes="一、概述\n会议听取了对落实《条例》总体情况进行介绍的汇报。",
        find=searching(
            r"(?:(?<=\n)|(?<=[。：]))[ \u3000]*(?:对|请对|简要)[^。\n]{8,150}情况(?:进行|作)(?:简要)?(?:介绍|概述|描述|说明)。|[（(【\[](?:此处|这里|本段)?(?:可|请|应|需)?(?:根据|结合|按照|依据|围绕)[^（()）【】\n]{0,16}(?:实际|情况|需要|特点)[^（()）【】\n]{0,8}(?:增减|调整|修改|填写|补充|完善|撰写|阐述|添加|展开|细化|列举)[^（()）【】\n]{0,12}[）)】\]]|(?<=概述 )对[^。\n]{8,150}情况进行(?:介绍|概述|描述|说明)。",
            "这是模板里说明写法的话，没有换成实际内容。",
            suggestion="删去，写实际情况",
            near="（可 （请 （应 （需 （根 （结 （按 （此 （这 （本段 【可 【请 【根 【结 【此 (可 (请 (根 (结 (此 进行介绍 进行概述 进行描述 进行说明 进行简要 作介绍 作简要 作说明",
        ),
    ),
    Rule(
        name="placeholder.stars_for_figures",
        category="template_placeholder",
        severity="error",
        explain="「总面积*平方公里，占*%」：一篇里多处用一个星号代替数字、地名，没有换成实际内容。",
        fires="*县总面积*平方公里，农村人口*万人，占*%。",
        passes="带*的为必填项，评定为*级。**加强领导**，面积3*5米。",
        find=searching(
            rf"(?<![*＊A-Za-z\d])[*＊](?![*＊])(?=\s?(?:{_COUNTED}))",
            "「{}」没有换成实际的数字、名称。",
            suggestion="填写实际内容",
            near="* ＊",
            unless=_few_stars,
        ),
    ),
    Rule(
        name="placeholder.filtered_letters",
        category="template_placeholder",
        severity="error",
        explain="网站躲避过滤，把「党」「民主」「组织生活」写成拼音的首字母「D」「MZ」「ZZSH」，没有改回来。",
        fires="部分 D员 D性意识淡薄，MZ管理制度不健全，ZZSH会走过场。",
        passes="D区停车位，A、B、C、D级危房，MZ型水泵，ZF2020合同。",
        find=searching(
            r"(?<![A-Za-z\d])\s?(?:D(?=[员委]|支部|总支|组织|性(?:意识|修养|教育|锻炼|观念|原则)|建(?:引领|工作|阵地|品牌|责任|联建)|风廉|内(?:监督|政治|法规)|课|章|校|务公开|代表|政(?:领导|机关|主要|班子)|的(?:领导|建设|路线|政策|十[一二三四五六七八九]|二十大|群众|基层))"
            r"|MZ(?=选举|管理|协商|监督|决策|评议|集中|生活|理财|测评|公开|法治)|ZZSH(?=会|制度|质量|[，。的也])|ZZ(?=生活|建设|站位|学习|意识|素质|立场|能力|责任|方向|引领|理论)|ZF(?=工作|部门|信息|网站|采购|办公)|ZY(?=精神|决策|八项|政治局|部署)|GCD(?=员|人|[，。的])|SHZY(?=核心|现代|建设|[，。的])|FF(?=腐|倡))",
            "「{}」是躲避网站过滤的写法。",
            suggestion="改回原来的词",
            near="D员 D委 D支部 D总支 D组织 D性 D建 D风 D内 D课 D章 D校 D务 D代表 D政 D的 MZ ZZSH ZZ ZF ZY GCD SHZY FF",
        ),
    ),
)
