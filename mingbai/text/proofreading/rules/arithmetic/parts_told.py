"""A whole and its parts in one breath: parts joined by 「、」 that miss the whole by one or two, bodies named and then counted."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN
from mingbai.text.proofreading.rules._knowledge import Waiting, hint_of
from mingbai.text.proofreading.rules._told import number_in
from mingbai.text.proofreading.triggers import matches_near, waiting_for

# --- parts that miss the whole by one or two ---------------------------------------------------------------------------------

_UNIT = "名|人|条|件|个|户|家|处|份|项|次|起|场|篇|期|间|台|辆|所|座|块|批|套|笔|宗|例|张|册"
_JOINED = lazy.pattern(
    rf"(?<![\d.第])(?P<all>\d{{1,5}})(?P<unit>{_UNIT})[{HAN}]{{0,6}}[，,（(](?:其中)[：:，,]?(?P<run>[{HAN}“”]{{1,12}}\d{{1,5}}(?P=unit)(?:、[{HAN}“”]{{1,12}}\d{{1,5}}(?P=unit)){{2,8}})(?=[，,。；;）)\n])"
)
_JOINED_WORDS = waiting_for(("其中",))
_OVERLAPS = lazy.pattern(
    "女|党员|少数民族|大专|本科|以上|以下|新增|重点|优秀|已|未|还有|等|岁|兼|残疾|退休|预备"
)
_NEAR = 2
# Members of a body are told by what they are; kinds of a thing are all of them.
_SOME_ONLY = lazy.pattern("代表|委员|先进|抽|占")


def _joined(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「全年发展党员19名，其中农民12名、教师3名、职工2名、村官1名，预备期满转正16名」."""
    for match in matches_near(passage, _JOINED_WORDS, _JOINED, 150):
        figures = [int(one) for one in re.findall(r"\d+", match["run"])]
        labels = re.findall(rf"[{HAN}“”]+?(?=\d)", match["run"])
        whole, added = int(match["all"]), sum(figures)
        if added == whole or abs(added - whole) > _NEAR or added > whole * 2 or max(figures) >= whole:
            continue
        if _OVERLAPS.search("".join(labels)) or _SOME_ONLY.search(match[0]):
            continue
        said = f"其中各项相加是{added}{match['unit']}，写的是{whole}{match['unit']}，请核对。"
        yield rule.finding(passage, match.start("all"), match.end(), said, suggestion="核对总数和各项")


# --- bodies named, and counted -------------------------------------------------------------------------------------------------

_BODIES = "部门|单位|成员单位|乡镇|行政村|社区|县区|站所|科室|股室|栏目|专栏|子栏目|窗口|街道|村民小组|自然村|镇|村|小组"
_NAMED = lazy.pattern(
    rf"(?P<list>[{HAN}“”]{{1,16}}(?:、[{HAN}“”]{{1,12}}){{1,11}})(?P<n>(?<!\d)[2-9]|1[0-5]|(?<!十)[二两三四五六七八九])个(?P<what>{_BODIES})(?![级庄])"
)
_NAMED_WORDS = waiting_for(tuple(f"个{one}" for one in _BODIES.split("|")))
_NOT_NAMED = lazy.pattern(
    "等$|等[^、]{0,2}$|[的了着]$|其他|其余|另外|以及其|各$|共$|全部$|所有$|新增$|下辖|涉及$|[省市县镇]、|第"
)
_ENDS_ALIKE = lazy.pattern("(?:村|社区|镇|乡|街道|局|办|所|站|科|股)$")
_FEWEST, _FAR = 3, 2


def _named(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「由民政、公安、不动产登记中心、市场监管、税务、公积金7个部门共同参加」."""
    for match in matches_near(passage, _NAMED_WORDS, _NAMED, 180):
        items = match["list"].split("、")
        joined = sum(len(re.findall("和|与|及", item)) for item in items)
        told = number_in(match["n"]) or 0
        few = len(items) < _FEWEST and not all(_ENDS_ALIKE.search(item) for item in items)
        off = min(abs(told - len(items)), abs(told - len(items) - joined))
        if few or len(items) <= told <= len(items) + joined or off > _FAR:
            continue
        behind = passage.text[match.end() : match.end() + 2]
        if _NOT_NAMED.search(match["list"]) or behind[:1] in {"中", "里", "的"} or _verb_ends(items[-1]):
            continue
        said = f"前面列出{len(items)}个，写的却是「{match['n']}个{match['what']}」，请核对。"
        yield rule.finding(passage, match.start(), match.end(), said, suggestion="核对数目和各项")


_VERBS = lazy.pattern(
    "(?:召集|组织|走访|检查|抽查|抽取|选取|选定|确定|建成|建立|设立|设置|新建|打造|覆盖|深入|对|在|到|由|向|将|把|设|共有|现有|辖|涉及|联系|包|整合|增设|新设|先后到|开设|包含|包括)$"
)


def _verb_ends(item: str) -> bool:
    """Whether the number begins a clause of its own: 「完善机制、走访5个村」."""
    return _VERBS.search(item) is not None


_rule = hint_of("arithmetic", "arithmetic_inconsistency")

RULES = (
    _rule(
        "parts_joined",
        "用顿号连起来的几项，相加与总数差一两个。",
        "全年发展党员19名，其中农民12名、教师3名、站所职工2名、大学生村官1名，预备期满转正16名。",
        "全年发展党员18名，其中农民12名、教师3名、站所职工2名、大学生村官1名，预备期满转正16名。",
        Waiting(_JOINED_WORDS, _joined),
    ),
    _rule(
        "bodies_named_and_counted",
        "列出几个部门、几个村，后面写的个数不同。",
        "由民政、公安、不动产登记中心、市场监管、税务、公积金7个部门共同参加。",
        "由民政、公安、不动产登记中心、市场监管、税务、公积金6个部门共同参加。",
        Waiting(_NAMED_WORDS, _named),
    ),
)
