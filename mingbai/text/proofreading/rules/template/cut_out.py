"""Names and figures that were taken out without a mask, or of which one letter or a word for any such place is left."""

import re

from mingbai.text import lazy
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN, searching
from mingbai.text.proofreading.rules._forms import in_a_form
from mingbai.text.proofreading.rules.template.masks import spoken_as_mask

_STOP = "[，,。；;、）)]"
_OWN = lazy.pattern("我[镇乡]|[^各乡]镇党委|全镇|全乡")
_AFAR = lazy.pattern("各(?:乡镇|镇|乡)|县[直级]|县委决定")
# What only one town has: an area, neighbours, villages that it looks after.
_FACTS = r"(?:(?:行政区域|国土|辖区)?总?面积(?:约|为|达|有)?\s?\d|[位座]落?于|地处|现?下?辖(?:\s?\d|[一二三四五六七八九十]|有|区)|东[临接邻与]|距县城|现有(?:总?人口|行政村|党员))"
_ZEAL = "(?:高度重视|认真(?:落实|贯彻|组织)|党委、?政府(?:高度|始终|认真)|始终坚持|(?:迅速)?成立了?[^，,。\n]{0,12}领导小组|召开了)"
_LETTER_WORDS = (
    "光轴射形型线级类片波染展坐值档组班栋座区楼号座口室门机系列轮项目计划方案模式证书因素理论变量疗法世代"
)
_FACTOR = lazy.pattern("[长宽高深厚重价量数额率分天期积]$")
_VERBS = "(?:面积|产量|产值|总量|收入|增收|投入|资金|补贴|投资|税收|播种|种植|完成|出栏|存栏|新增|新建|改造|修建|硬化|安装|造林|栽植|清理|处置|发放|惠及|覆盖|受益|涉及|共计|总计|合计|累计)(?:达到?|为|约|近|超过?|共)?"
_NAMES_OF_UNITS = lazy.pattern("单位|以|按|每|/|／|表|折合|计量")


def _one_of_many(passage: Passage, match: re.Match[str]) -> bool:
    """「乡镇高度重视」 in a county's paper speaks of all its towns; an area, or its villages, only one town has."""
    text, start = passage.text, match.start()
    if _AFAR.search(text, max(passage.start, start - 60), match.end()) is not None:
        return True
    fact = _FACT.match(text, match.end()) is not None
    return not fact and _OWN.search(text, passage.start, passage.end) is None


def _no_stand_in(passage: Passage, match: re.Match[str]) -> bool:
    text, start = passage.text, match.start()
    around = text[max(passage.start, start - 12) : match.end() + 12]
    return (
        re.search("[=＝]|方程|变量|坐标|未知|字母|公式|函数|乘", around) is not None
        or _FACTOR.search(text, max(passage.start, start - 1), start) is not None
        or spoken_as_mask(passage, match)
    )


def _whole(passage: Passage, match: re.Match[str]) -> bool:
    return (
        in_a_form(passage, match)
        or _NAMES_OF_UNITS.search(passage.text, max(passage.start, match.start() - 10), match.end())
        is not None
    )


_FACT = lazy.pattern(_FACTS)

RULES = (
    Rule(
        name="placeholder.town_of_no_name",
        category="template_placeholder",
        severity="warning",
        explain="一个乡镇的材料里写「乡镇总面积」「乡镇辖6个村」：镇名被换成了「乡镇」，要写本镇的名称或「我镇」。",
        fires="乡镇总面积56平方公里，辖12个行政村。我镇认真落实整改任务。",
        passes="全县乡镇总面积不等。各乡镇高度重视，我镇认真落实。县乡镇三级联动。",
        find=searching(
            rf"(?:^|(?<=[。；;！]))[ \t\u3000]{{0,4}}(?P<mark>乡镇)(?={_FACTS}|{_ZEAL})|(?<=[，,。%］\]）)])(?P<mark2>乡镇)(?=总面积\d|辖\s?\d|现辖\d|下辖\d)",
            "「{}」代替了本镇的名称。",
            suggestion="写本镇的名称，或写「我镇」",
            near="乡镇",
            flags=re.MULTILINE,
            unless=_one_of_many,
        ),
    ),
    Rule(
        name="placeholder.letter_noun",
        category="template_placeholder",
        severity="warning",
        explain="「举办x早茶开采节」「对反x工作」：名称里的一个词写成了字母「x」，没有换成实际内容。",
        fires="成功举办x早茶开采节，接待游客3万人次。",
        passes="X光检查，未知数x的值，“互联网+X”模式，SpaceX公司，长x宽为3米。",
        find=searching(
            rf"(?<=[{HAN}，。、；“])[xX](?=[{HAN}]{{2}})(?![{_LETTER_WORDS}]|的)",
            "「{}」代替了实际的名称。",
            suggestion="填写实际内容",
            near="x X",
            unless=_no_stand_in,
        ),
    ),
    Rule(
        name="placeholder.leader_crossed",
        category="template_placeholder",
        severity="error",
        explain="网站躲避过滤，把领导人的姓名写成字母（「Xjp总书记」「XJP新时代」），没有改回来。",
        fires="深入学习Xjp总书记重要讲话精神。",
        passes="深入学习习近平总书记重要讲话精神，型号XJP-30，文件名xjp.docx。",
        find=searching(
            r"(?<![A-Za-z0-9])(?P<mark>[Xx][Jj][Pp]|习[Jj][Pp]|[xX×*＊]近平|习[xX×*＊]平|[Xx]i)(?=总书记|主席|新时代|同志|关于|在|法治思想|强军|经济思想|生态文明思想|重要)",
            "「{}」是躲避网站过滤的写法。",
            suggestion="改回姓名",
            near="总书记 主席 新时代 同志 关于 思想 强军 重要 近平",
        ),
    ),
    Rule(
        name="placeholder.figure_cut_out",
        category="template_placeholder",
        severity="warning",
        explain="「播种面积达亩」「发放补贴万元」「贫困人口户人」：单位前面的数字删去了，没有补上。",
        fires="粮食播种面积达亩，全年发放补贴万元。",
        passes="种植面积以亩为单位，亩产达吨粮，惠及农户。新增就业人员、受益贫困户。投入亿元资金。",
        find=searching(
            rf"(?P<mark>{_VERBS}(?:亩|吨|公里|平方公里|平方米|公斤|公顷|户人|户次|台次|元|(?<![达到超过近])[万亿](?:元|亩|吨|斤|头|羽|株|人次|公顷)))(?={_STOP})"
            rf"|(?<=[达到为约占])(?P<mark2>(?:平方公里|平方米|公里|公顷|万亩|亩|户人|个百分点))(?={_STOP})|(?P<mark4>[率例重比](?:达到?|为|提高到|上升[至到]|下降[至到]))(?={_STOP})|(?P<mark5>占(?:总[{HAN}]{{1,3}}|全[镇县市区乡村][{HAN}]{{0,5}})的)(?={_STOP})|(?P<mark3>(?:人口|贫困户|低保户|农户|对象|村民|居民)户人)(?={_STOP})",
            "「{}」里的数字没有了。",
            suggestion="补上实际数字",
            near="亩， 亩, 亩。 亩； 亩; 吨， 吨, 吨。 吨； 公里 平方 公斤， 公斤, 公斤。 公顷 户人 户次 台次 万元， 万元, 万元。 万元； 亿元， 亿元, 亿元。 斤， 斤, 斤。 头， 头, 头。 羽， 羽, 羽。 株， 株, 株。 人次， 人次, 人次。 元， 元, 元。 百分点 达， 达, 达。 达到， 达到, 达到。 达到； 为， 为, 为。 率 比例 比重 占",
            unless=_whole,
        ),
    ),
)
