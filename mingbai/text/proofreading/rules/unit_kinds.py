"""Words for the people and offices of a unit of another kind: 镇干部 in a township, 副镇长 in a sub-district, 村民 in a community."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import Waiting, warning_of
from mingbai.text.proofreading.rules._speaker import SMALL, Speaker, in_quotes, is_free, speaker, title_of
from mingbai.text.proofreading.triggers import matches_near, waiting_for

_PASSING = 3
_FORMER = lazy.pattern("撤[乡镇县]|合并|更名|改设|改称|划归|分设|村改居|析置")

# --- people and offices of a town -------------------------------------------------------------------------------

_OFFICES = (
    "干部 村干部 机关干部 领导 领导班子 主要领导 分管领导 党委书记 党委副书记 党委委员 党政 党政领导 党委 政府 人大 纪委 纪工委 纪检 监察办 团委 妇联 工会 武装部 综治 司法所 财政所 派出所 卫生院 敬老院 中心校 民政办 民政所 国土所 林业站 农技站 农业站 文化站 水利站 安监 财政"
    " 经管站 农经站 社保所 社会事务 经济发展 便民服务 综合执法 规划办 城建办 扶贫办 计生办 应急办 党建办 宣传委员 组织委员 政协 直机关 直各 直单位 属各 里 上 域内 长 长任 长为 主任 级 辖区 村两级 村两委 村组"
)
_TOWN_WORDS = waiting_for(
    (*(kind + office for kind in SMALL for office in _OFFICES.split()), "副镇长", "副乡长", "镇长", "乡长", "全镇", "全乡", "我镇", "我乡", "本镇", "本乡", "我街道", "全街道", "本街道")
)  # fmt: skip
_TOWN = lazy.pattern(
    r"(?P<mark>(?P<head>(?:常务)?副?(?P<of>镇|乡)长)(?![者期远效春江势袍空足河征江寿短兴])"
    r"|[我全本](?P<self>镇|乡|街道)(?![镇乡村街级长亲土里面部委])"
    r"|(?P<kind>镇|乡|街道)(?:(?:全体|机关|村)?干部(?:职工)?|(?:主要|分管)?领导(?:班子|小组)?|党委(?:副?书记|委员|会)?|党政|政府|人大|纪委|纪工委|纪检(?:监察)?(?:干部|组|委员|工作)|监察办|团委|妇联|总工会|工会|武装部|综治|司法所|财政所|派出所|卫生院|敬老院|中心校|民政[办所]|国土所|林业站|农技站|农业站|文化站|水利站|安监|财政(?=预算|资金|收入|支出|负担|供养|承担)"
    r"|经管站|农经站|社保所|社会事务|经济发展|便民服务|综合执法|规划办|城建办|扶贫办|计生办|应急办|党建办|宣传委员|组织委员|直(?=各|机关|单位|部门)|属各|里(?=的|将|还|对|要|统一)|域内|村两[级委]|村组))"
)
_REACH = 16


_ANOTHER = lazy.pattern("对方|当地|所在|邻近|该|附近|户籍|驻地")


def _of_other_town(passage: Passage, match: re.Match[str], own: Speaker) -> bool:
    kind = match["of"] or match["self"] or match["kind"]
    if kind == own.kind or in_quotes(passage, match.start()) or passage.in_web_residue(match.start()):
        return False
    before = passage.text[max(passage.start, match.start() - 3) : match.start()]
    if re.search(r"[、和与及/]$", before) and before[-2:-1] in "乡镇道":
        return False
    if (
        before[-1:] in {"各", "乡", "镇", "原", "副", "邻"}
        or match["head"]
        and re.search("原|前任|任|时任$", before)
    ):
        return False
    if _ANOTHER.search(before):
        return False
    if kind == "街道" and not _is_street_office(passage, match):
        return False
    # 「市、区、街道领导」 are levels told one after another.
    return is_free(passage, match.start(), after_words=kind != "街道") and not re.search(
        "[市区县]、$", before
    )


def _is_street_office(passage: Passage, match: re.Match[str]) -> bool:
    """Streets have 综合执法, too: 「主要街道综合执法」 is of streets."""
    return match["self"] is not None or passage.text[match.start() - 1 : match.start()] in {
        "，",
        "。",
        "、",
        "由",
        "对",
        "向",
        "经",
        "报",
        "在",
        "\n",
        ",",
        "：",
        "；",
        " ",
        "\u3000",
        "和",
        "与",
    }


def _town_words(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「部分镇干部」 in a township's report, 「副镇长具体抓」 in a sub-district's."""
    own = speaker(passage)
    if own is None or own.kind not in SMALL or _FORMER.search(passage.body):
        return
    if len({kind for kind in SMALL if kind in title_of(passage)}) > 1:
        return  # a paper of two of them
    every = list(matches_near(passage, _TOWN_WORDS, _TOWN, _REACH))
    found = [match for match in every if _of_other_town(passage, match, own)]
    if len(found) > min(_PASSING, max(own.weight, 1)):
        return
    for match in found:
        mark = match["mark"]
        other = match["of"] or match["self"] or match["kind"]
        right = "主任" if match["head"] and own.kind == "街道" else mark.replace(other, own.kind)
        said = f"本文的单位是「{own.said}」，这里却写「{mark}」，是别的乡镇、街道的说法，请核对。"
        yield rule.finding(passage, *match.span("mark"), said, suggestion=right)


# --- the Party in a sub-district, in a town ---------------------------------------------------------------------

_PARTY_WORDS = waiting_for(
    (
        "街道党委",
        "镇党工委",
        "乡党工委",
        "党工委书记",
        "党工委副书记",
        "党工委会议",
        "党工委委员",
        "村党支部",
        "街道人民政府",
        "街道政府",
    )
)
_STREET_PARTY = lazy.pattern(
    r"(?<![镇乡、和及])街道(?P<mark>党委)(?!会议纪要|组织部)|街道(?P<mark2>(?:人民)?政府)(?!网|采购|信息|投资|购买|性|职能|工作报告|开放)"
)


def _street_party(rule: Rule, passage: Passage) -> Iterator[Finding]:
    own = speaker(passage)
    if own is None or own.kind not in {"街道", "社区"} or _FORMER.search(passage.body):
        return
    for match in matches_near(passage, _PARTY_WORDS, _STREET_PARTY, 8):
        group = "mark" if match["mark"] else "mark2"
        right = "党工委" if match["mark"] else "办事处"
        said = f"街道设党工委、办事处，不设「{match[group]}」。"
        yield rule.finding(passage, *match.span(group), said, suggestion=right)


# --- village and community --------------------------------------------------------------------------------------

_VILLAGE_WORDS = waiting_for(
    ("各村", "村级", "广大村民", "全体村民", "社区居民", "社区干部", "村干部", "村两委", "社区两委", "我村", "我社区", "全村", "全社区", "村民委员会", "村委会", "居委会", "居民委员会", "村支书", "村党支部", "村党总支", "社区党总支", "社区党支部", "社区党委", "本村", "本社区", "居民", "村民", "监督委员会")
)  # fmt: skip
_OF_VILLAGE = lazy.pattern(
    r"(?P<mark>各村(?![居（(、和级社组民])|村级(?=后备|组织|集体|班子|党组织|干部|事务|财务)|广大村民|全体村民|村民群众|村干部|村[“\"]?两委[”\"]?|[我全本]村(?![村庄里])|(?:社区)?村民委员会|村委会|村支书|村党(?:总支|支部)(?:书记)?)"
)
_OF_COMMUNITY = lazy.pattern(
    r"(?P<mark>广大(?:社区)?居民|社区干部|社区[“\"]?两委[”\"]?|[我全本]社区(?![服矫])|(?:社区)?居民委员会|居委会|社区党(?:总支|支部|委)(?:书记)?|居民监督委员会|居务监督委员会)"
)
_BOTH = lazy.pattern(r"村[（(]社区|村[（(]居|村居|村、社区|村和社区|各村|行政村|城中村|社区居民委员会")


def _village_words(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「社区干部轮流值守」 in a village's summary, 「广大村民」 in a community's paper."""
    own = speaker(passage)
    if own is None or own.kind not in {"村", "社区"} or own.name is None or _FORMER.search(passage.body):
        return
    if own.name not in title_of(passage) + passage.body[-80:] or (
        own.kind == "村" and _BOTH.search(passage.body)
    ):
        return
    if own.kind == "社区" and (
        re.search("村民小组|村改|行政村|自然村", passage.body) or passage.body.count("各村") > 1
    ):
        return
    pattern = _OF_VILLAGE if own.kind == "社区" else _OF_COMMUNITY
    found = [
        match
        for match in matches_near(passage, _VILLAGE_WORDS, pattern, 12)
        if not in_quotes(passage, match.start())
        and not re.search("组织法|邻|等$", passage.text[match.start() - 2 : match.end() + 4])
        and not passage.text[match.end() : match.end() + 4].startswith(("组织法", "自治"))
    ]
    for match in found if len(found) <= _PASSING else ():
        said = f"本文的单位是「{own.said}」，这里却写「{match['mark']}」，是{'村' if own.kind == '社区' else '社区'}的说法，请核对。"
        yield rule.finding(passage, *match.span("mark"), said, suggestion="核对单位的说法")


# --- villages of a sub-district that has none -------------------------------------------------------------------

_VILLAGES = waiting_for(("各村", "村务", "村委会", "村民小组", "村民委员会"))
_OF_VILLAGES = lazy.pattern(
    r"(?P<mark>各?村(?:委会|民委员会|民小组|务公开栏?|务监督委员会)|各村(?![居（(、和级社居]))"
)
# 「农村」 and 「乡村」 are no villages of the sub-district's.
_VILLAGE = lazy.pattern("(?<![农乡新城山边])村(?!镇)")
_FEWEST_COMMUNITIES = 2


def _no_villages(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「二是各村委会信息员业务不熟」 where the sub-district speaks of communities only."""
    own = speaker(passage)
    if own is None or own.kind != "街道" or "社区" not in passage.body:
        return
    found = list(matches_near(passage, _VILLAGES, _OF_VILLAGES, 8))
    if len(found) > 2 or len(_VILLAGE.findall(passage.body)) > len(found):
        return
    if passage.body.count("社区") < _FEWEST_COMMUNITIES and not all(
        "村务" in match["mark"] for match in found
    ):
        return
    for match in found:
        said = f"全文说的是社区，这里却写「{match['mark']}」，请核对。"
        yield rule.finding(passage, *match.span("mark"), said, suggestion="各社区居委会")


_rule = warning_of("unit", "unit_name_inconsistency")

RULES = (
    _rule(
        "town_words_of_other_kind",
        "乡的材料里写「镇干部」「副镇长」，街道的材料里写「全乡」，是别的乡镇、街道的说法。",
        "平安乡2017年法治建设工作总结\n平安乡认真落实，部分镇干部法治意识不强。",
        "平安乡2017年法治建设工作总结\n平安乡认真落实，各乡镇干部参加培训，城关镇干部来访。",
        Waiting(_TOWN_WORDS, _town_words),
    ),
    _rule(
        "party_of_street",
        "街道设党工委和办事处，不设党委和人民政府。",
        "东湖街道办事处2024年工作计划\n东湖街道将坚持党建引领，街道党委每季度专题研究党建工作。",
        "东湖街道办事处2024年工作计划\n东湖街道将坚持党建引领，街道党工委每季度专题研究党建工作。",
        Waiting(_PARTY_WORDS, _street_party),
    ),
    Rule(
        name="unit.no_villages",
        category="unit_name_inconsistency",
        severity="info",
        explain="街道的材料通篇说的是社区，个别地方却写「各村委会」，多为套用乡镇的材料。",
        fires="东关街道2020年工作总结\n东关街道9个社区居委会均有专人负责，社区按月公开。各村委会信息员业务不熟。",
        passes="东关街道2020年工作总结\n东关街道辖3个村、9个社区，社区按月公开。各村委会信息员业务不熟。",
        find=Waiting(_VILLAGES, _no_villages),
    ),
    Rule(
        name="unit.village_words",
        category="unit_name_inconsistency",
        severity="info",
        explain="村的材料里写「社区干部」，社区的材料里写「广大村民」，多为套用时没有改净。",
        fires="凤凰社区2023年度工作总结\n凤凰社区扎实推进各项工作，接受广大村民监督。\n凤凰社区居民委员会",
        passes="凤凰社区2023年度工作总结\n凤凰社区扎实推进各项工作，接受广大居民监督。\n凤凰社区居民委员会",
        find=Waiting(_VILLAGE_WORDS, _village_words),
    ),
)
