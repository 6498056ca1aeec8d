"""Masks that stand apart from what they mask: before a blank, with a point, within quotation marks, in the place of 「党」."""

import re

from mingbai.text import lazy
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN, searching
from mingbai.text.proofreading.rules._forms import in_a_form
from mingbai.text.proofreading.rules._knowledge import is_quoted
from mingbai.text.proofreading.rules._naming import surnames
from mingbai.text.proofreading.rules.template.placeholder import in_bold

_X = "xXＸｘ×✕ΧХ"
_STARS = "*＊"
_UNITS = (
    "(?:[%％‰]|个百分点|[万亿千百余多年月日号时分个名人户家所座处条件项次起场期份篇册本台套辆架间亩吨米斤克头羽只尾匹株棵盏块张面支枚根袋箱盒瓶"
    "批轮届周天岁倍成类级组片宗例床位款顷艘栋幢元]|季度|平方|立方|公[里斤顷]|千米|厘米|车次)"
)
# These units follow one cross alone; beside 「类」 or 「级」 a single letter may be a name.
_PLAIN = "[头羽只尾匹株棵盏台套辆架斤米顷枚袋箱瓶例宗倍岁周天轮届艘幢]"
_LATIN = "A-Za-z0-9"
# 「3 × 4 米」 and 「长×宽」 multiply.
_TIMES = lazy.pattern(r"[\d)）.%％xX×*＊长宽高深厚价量]\s?$")
# Who speaks of a mask: 「以“××村”代替」.
_SAYING = lazy.pattern(
    "占位|字样|写[成作]|代替|替代|代称|标注|符号|格式|命名|模板|样[例式]|示例|形如|改[为成]|换成|隐去|脱敏|填[写“]|打“|标“|不得(?:保留|出现|使用)"
)
_NAME_WITHIN = re.compile(rf"[{HAN}][{_X}{_STARS}]{{1,3}}")


def _multiplied(passage: Passage, match: re.Match[str]) -> bool:
    before = passage.text[max(passage.start, match.start() - 3) : match.start()]
    return _TIMES.search(before) is not None or in_bold(passage, match) or spoken_as_mask(passage, match)


def spoken_as_mask(passage: Passage, match: re.Match[str]) -> bool:
    """Within quotation marks, and beside them words on how something is written."""
    text, start, end = passage.text, match.start(), match.end()
    quoted = text[start] in "“‘《" or is_quoted(text, start, end)
    return quoted and _SAYING.search(text, max(passage.start, start - 30), end + 16) is not None


def _person(passage: Passage, words: str) -> bool:
    return _NAME_WITHIN.fullmatch(words) is not None and words[0] in surnames(passage)


def _quoted_person(passage: Passage, match: re.Match[str]) -> bool:
    words = match.group().strip("“”《》")
    return _person(passage, words) or spoken_as_mask(passage, match) or in_bold(passage, match)


def _hidden(passage: Passage, match: re.Match[str]) -> bool:
    """「李**的儿子」, 「欧阳**」: a surname before it."""
    before = passage.text[match.start() - 1 : match.start()]
    return before in surnames(passage) - _COMMON or in_bold(passage, match) or spoken_as_mask(passage, match)


# Surnames that in front of a mask are other words far oftener.
_COMMON = frozenset("于和从向时经在与为")


def _formula(passage: Passage, match: re.Match[str]) -> bool:
    around = passage.text[max(passage.start, match.start() - 12) : match.end() + 12]
    return re.search("[=＝]|方程|变量|坐标|未知|字母|公式|函数", around) is not None or spoken_as_mask(
        passage, match
    )


RULES = (
    Rule(
        name="placeholder.figure_apart",
        category="template_placeholder",
        severity="error",
        explain="「xxx 吨」「x.x 万亩」「第 x 季度」：数字写成叉号、星号，同单位之间还空着格，没有换成实际数字。",
        fires="早稻播种面积 x.x 万亩，产出茶叶 xxx 吨。",
        passes="面积 3 × 4 米，长 × 宽，X 光片 12 张，产出茶叶 320 吨。",
        find=searching(
            rf"(?<![{_LATIN}{_X}.])[{_X}]{{1,6}}[.．][{_X}]{{1,4}}[ \u3000]{{0,2}}{_UNITS}"
            rf"|(?<![{_LATIN}{_X}.])[{_X}]{{1,6}}[ \u3000]{{1,2}}{_UNITS}|(?<![{_LATIN}{_X}.+])[{_X}](?={_PLAIN})"
            rf"|(?<![{_LATIN}{_STARS}])[{_STARS}]{{1,6}}[.．][{_STARS}]{{1,4}}[ \u3000]{{0,2}}{_UNITS}"
            rf"|(?<=[{HAN}，,、])[ \u3000]?[{_STARS}]{{2,6}}[ \u3000]{{1,2}}{_UNITS}"
            rf"|第[ \u3000][{_X}{_STARS}]{{1,3}}[ \u3000]?(?:[批期轮届次号个组]|季度)",
            "数字没有填写，还是占位符「{}」。",
            suggestion="填写实际数字",
            near=" ".join(_X + _STARS),
            unless=_multiplied,
        ),
    ),
    Rule(
        name="placeholder.mask_in_quotes",
        category="template_placeholder",
        severity="error",
        explain="「“平安X”」「“xx样板”」「《“xxxx”规划》」：引号、书名号里的名称、数字还是占位符。说占位符本身的不算。",
        fires="全面建设“平安X”，奋力打造“xx样板”。",
        passes="不得保留“xx样板”一类占位符，“互联网+X”模式，当事人“王××”。",
        find=searching(
            rf"“[{HAN}]{{1,8}}(?:[{_X}]{{1,6}}|[{_STARS}]{{2,6}})”|“(?:[{_X}]{{2,6}}|[{_STARS}]{{2,6}})[{HAN}]{{1,10}}”"
            rf"|“[{_X}{_STARS}](?:连[丰增]|届|大|年|[省市县区镇乡村])[{HAN}]{{0,6}}”|《[{_X}]{{2,6}}[{HAN}]{{2,12}}》"
            rf"|“(?:[{_X}]{{2,6}}|[{_STARS}]{{2,6}})”(?=[{HAN}])|“[{_X}{_STARS}]{{1,3}}五”(?=规划|时期|期间|以来|发展)",
            "{}里还有没有填写的名称或数字。",
            suggestion="填写实际内容",
            near=" ".join(mark + beside for mark in _X + _STARS for beside in "”连届大年省市县区镇乡村五")
            + " "
            + " ".join(beside + mark for mark in _X + _STARS for beside in "“《"),
            unless=_quoted_person,
        ),
    ),
    Rule(
        name="placeholder.party_crossed",
        category="template_placeholder",
        severity="error",
        explain="网站躲避过滤，把「党」写成「X」（「X的二十大」「X员」「X建」），没有改回来。",
        fires="全面贯彻落实X的二十大精神，发挥X员作用。",
        passes="未知数x的值，X员工编号，系统由X组开发，M×的系数。",
        find=searching(
            rf"(?<![{_LATIN}+＋.{_STARS}])(?P<mark>[{_X}{_STARS}]{{1,2}}(?:的(?:二?十[一二三四五六七八九]?大|二十[一-九]届|[十百]年|领导|路线|方针|建设|宗旨|基层|政策|纪律|群众|政治|组织|事业|理论|指导思想|创新理论|各项|民族|光辉)|中央(?=[的、，,。决重]|关于|八项|国务院|精神|部署|政治局|权威)"
            rf"|组织(?=生活|关系|建设|[的书、，,。])|[总]?支部|员(?=干部|大?会|活动|代表|发展|教育|队伍|先锋|示范|志愿|同志|领导|群众|责任|[的、，,。])|建(?=工作|引领|品牌|联建|带|\+|阵地|责任|促|业务)|风廉政|政(?=机关|班子|领导|主要|同责|一把手|办公?室)|史学习|课(?=[教、，,。]|活动|\d)|章(?=党规|[、，,])|纪党规|内(?=法规|监督|政治)|性(?=修养|锻炼|教育|观念)|群(?=服务|工作|活动)))",
            "「{}」里的「党」被换成了符号，没有改回来。",
            suggestion="改回「党」",
            near=" ".join(mark + word for mark in _X + _STARS for word in "的中组支总员建风政史课章纪内性群"),
            unless=_formula,
        ),
    ),
    Rule(
        name="placeholder.starred_place",
        category="template_placeholder",
        severity="error",
        explain="「地处**西郊」「进入**的门户」：汉字旁边的两个星号代替了地名、名称，没有换回来。",
        fires="我镇地处**西郊，过境车辆多。",
        passes="低保户李**的儿子，**加强领导**抓落实，王**、赵**两户。",
        find=searching(
            rf"(?<=[{HAN}])[{_STARS}]{{2}}(?=[{HAN}])",
            "这里的「{}」是抹去的内容，没有写实。",
            suggestion="填写实际内容",
            near="** ＊＊",
            unless=_hidden,
        ),
    ),
    Rule(
        name="placeholder.sign_for_place",
        category="template_placeholder",
        severity="error",
        explain="「□□镇」「※※村」「ⅩⅩ县」「_镇」「（）镇」用符号、空括号代替了地名，没有换成实际名称。",
        fires="□□镇人民政府高度重视政务公开。",
        passes="□镇政府 □村委会（请勾选），★村级卫生室，（镇）村两级。",
        find=searching(
            rf"(?<![□■◎※★☆●▲#＃])(?P<mark>[□■◎※★☆●▲]{{2,4}}|[#＃]{{2,4}}|口口|ⅩⅩ{{1,3}}|[？?]{{2,4}}|(?<![_＿{_LATIN}])[_＿]|(?<![\w:/.／])[/／]{{2,4}}|[（(][ \u3000]{{0,4}}[）)])(?=(?:省|[市县区镇乡村](?!级|[道]|[)）])|街道|社区)[{HAN}])",
            "「{}」代替了实际名称。",
            suggestion="写明实际名称",
            near="□□ ■■ ◎◎ ※※ ★★ ☆☆ ●● ▲▲ ## ＃＃ 口口 ⅩⅩ ？？ ?? _ ＿ // ／／ （） () ） )",
            unless=lambda passage, match: in_a_form(passage, match) or spoken_as_mask(passage, match),
        ),
    ),
    Rule(
        name="placeholder.sign_for_figure",
        category="template_placeholder",
        severity="error",
        explain="「公开信息□□条」「受理——件」「召开会议／／次」用符号代替了数字，没有换成实际数字。",
        fires="全年公开信息□□条，受理申请——件。",
        passes="□个人 □单位，全年公开信息96条——件件有着落。",
        find=searching(
            rf"(?<=[{HAN}])(?P<mark>□{{2,4}}|(?<=[有共约达为计息])□|[◎※☆★△▲]{{2,4}}|[?]{{2,4}}|(?:[-—－–]{{1,3}}|[/／]{{2,3}})(?=[条件项次户份篇期名人亩](?:[，,。；;、]|$)|万元)|ⅩⅩ{{0,3}})(?=(?:条|件|项|次|户|份|篇|期|名|人(?!民)|亩|万元|元|个(?!人)|家|场|起|吨|公里|平方|[%％])(?!以上))",
            "「{}」代替了实际数字。",
            suggestion="填写实际数字",
            near="□ ◎◎ ※※ ☆☆ ★★ △△ ▲▲ ?? Ⅹ -条 -件 -项 -次 -户 -份 -篇 -期 -名 -人 -亩 -万元 "
            + " ".join(
                mark + unit
                for mark in "—－–/／"
                for unit in ("条", "件", "项", "次", "户", "份", "篇", "期", "名", "人", "亩", "万元")
            ),
            unless=lambda passage, match: in_a_form(passage, match) or spoken_as_mask(passage, match),
            flags=re.MULTILINE,
        ),
    ),
)
