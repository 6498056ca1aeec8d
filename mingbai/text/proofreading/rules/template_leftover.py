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
            r"(?:(?<=\n)|(?<=[。：]))[ \u3000]*(?:对|请对|简要)[^。\n]{8,150}情况(?:进行|作)(?:简要)?(?:介绍|概述|描述|说明)。|(?<=概述 )对[^。\n]{8,150}情况进行(?:介绍|概述|描述|说明)。",
            "这是模板里说明写法的话，没有换成实际内容。",
            suggestion="删去，写实际情况",
            near="进行介绍 进行概述 进行描述 进行说明 进行简要 作介绍 作简要 作说明",
        ),
    ),
)
