"""So many for each of those named, one for everybody, parts counted by their numbers: against the figure told with them."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import Waiting, hint_of
from mingbai.text.proofreading.rules._told import number_in, said_around
from mingbai.text.proofreading.structure import chinese_number
from mingbai.text.proofreading.triggers import matches_near, waiting_for

# --- so many in each of the quarters or months named ----------------------------------------------------------------------

_TIMES = "次|期|场|轮|批"
_EACH_OF = lazy.pattern(
    rf"(?P<list>(?:(?:[一二三四]季度?|[一二三四]|\d{{1,2}}月份?|上半年|下半年)[、和])+(?:[一二三四]季度|\d{{1,2}}月份?|上半年|下半年))[^，,。；;\n\d一二两三四五六]{{0,6}}各[^，,。；;\n\d一二两三四五六]{{0,8}}(?P<n>[一二两三四五六]|\d{{1,2}})(?P<unit>{_TIMES})"
)
_EACH_WORDS = waiting_for(("各",))
_ALL = lazy.pattern(
    rf"(?:全年|共|本学期|年内|累计|总计|合计)[^，,。；;\d一二两三四五六七八九十]{{0,12}}(?P<n>\d{{1,3}}|[一二两三四五六七八九十]{{1,2}})(?P<unit>{_TIMES})"
)
_SIDE = 90


def _each_of(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「全年召开专题会议5次，一、三季度各1次，二、四季度各2次」."""
    last = passage.start
    for match in matches_near(passage, _EACH_WORDS, _EACH_OF, 60):
        if match.start() < last:
            continue
        low, last = said_around(passage, *match.span(), "。\n", _SIDE)
        groups = [one for one in _EACH_OF.finditer(passage.text, low, last) if one["unit"] == match["unit"]]
        wholes = [one for one in _ALL.finditer(passage.text, low, last) if one["unit"] == match["unit"]]
        total = sum(len(re.split("[、和]", one["list"])) * (number_in(one["n"]) or 0) for one in groups)
        if len(wholes) != 1 or not groups or "其中" in passage.text[low:last] or re.search(r"\d[次期场轮批][、，]", passage.text[groups[-1].end() - 1 : last]):  # fmt: skip
            continue
        if total != (number_in(wholes[0]["n"]) or total):
            start, end = min(wholes[0].start(), groups[0].start()), max(wholes[0].end(), groups[-1].end())
            said = f"分别相加是{total}{match['unit']}，写的是{wholes[0]['n']}{match['unit']}，请核对。"
            yield rule.finding(passage, start, end, said)


# --- one for everybody ----------------------------------------------------------------------------------------------------

_ONE_EACH = lazy.pattern(
    r"(?P<a>\d{1,6})(?P<ua>份|本|册|张|枚|套|户|人|名)[^。；;\n]{0,24}?(?<![\d.])(?P<b>\d{1,6})(?P<ub>户|人|名|份|本|册|张|枚|套)[^。；;\n\d]{0,10}?(?:人手|每人|每户|一户|户均)一?(?:份|本|册|张|枚|套)"
)
_ONE_WORDS = waiting_for(("人手一", "每人一", "每户一", "一户一"))
_HEADS = frozenset("户人名")


def _one_each(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「签订责任书32份，覆盖全局35名干部，人手一份」."""
    for match in matches_near(passage, _ONE_WORDS, _ONE_EACH, 70):
        one_is_head = match["ua"] in _HEADS, match["ub"] in _HEADS
        first, second = int(match["a"]), int(match["b"])
        if (
            one_is_head[0] != one_is_head[1]
            and first != second
            and max(first, second) <= 2 * min(first, second)
        ):
            said = (
                f"{match['a']}{match['ua']}与{match['b']}{match['ub']}不相等，谈不上每人（户）一份，请核对。"
            )
            yield rule.finding(passage, *match.span(), said)


# --- parts counted by their numbers -----------------------------------------------------------------------------------------

_NUMBERED = lazy.pattern(
    r"[（(]一[）)][^（(。\n]{2,40}(?:[（(][二三四五六七八九十][）)][^（(。\n]{2,40}){0,9}?[（(](?P<last>[二三四五六七八九十])[）)][^（(。\n，,]{2,30}?等?(?:这)?(?P<n>[两三四五六七八九十])(?:个|项|大)(?:方面|内容|环节|部分|重点|步骤|阶段|类)"
)
_NUMBERED_WORDS = waiting_for(("方面", "内容", "环节", "部分", "重点", "步骤", "阶段", "类"))


def _numbered(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「（一）证照情况；……（五）环境卫生等四个方面」."""
    for match in _NUMBERED.finditer(passage.text, passage.start, passage.end):
        last, told = chinese_number(match["last"]), number_in(match["n"])
        if last and told and last != told:
            said = f"列到（{match['last']}），说的却是{match['n']}个，请核对。"
            yield rule.finding(passage, match.start("last") - 1, match.end(), said)


# --- one in each village and each office --------------------------------------------------------------------------------------

_KINDS = lazy.pattern(
    r"(?P<a>\d{1,3})个(?P<ka>[一-鿿]{1,6})[、和及](?P<b>\d{1,3})个(?P<kb>[一-鿿]{1,6})|(?P<ka2>村|社区|股室|科室|站所)(?P<a2>\d{1,3})个[、和及，,](?P<kb2>[一-鿿]{2,6})(?P<b2>\d{1,3})个"
)
_ONE_IN_EACH = lazy.pattern("(?:各|均|都|分别)[^。；;\n\\d]{0,14}?(?:一名|1名|一人|1人)")
_STAFF = lazy.pattern(
    r"(?P<who>信息员|联络员|监督员|专干|管理员|网格员|队伍|联系人|代办员)[^，,。；;\n\d]{0,4}(?P<n>\d{1,4})(?:人|名)|(?P<n2>\d{1,4})(?:人|名)(?P<who2>信息员|联络员|监督员|专干|管理员|网格员|代办员)"
)
_STAFF_WORDS = waiting_for(("信息员", "联络员", "监督员", "专干", "管理员", "网格员", "联系人", "代办员"))


def _one_in_each(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「各村、站所明确一名信息员，全镇现有16个村、9个站所，信息员队伍共24人」."""
    for match in matches_near(passage, _STAFF_WORDS, _STAFF, 30):
        low, high = said_around(passage, *match.span(), "。\n", _SIDE)
        kinds = list(_KINDS.finditer(passage.text, low, high))
        if len(kinds) != 1 or not _ONE_IN_EACH.search(passage.text, low, high):
            continue
        total = int(kinds[0]["a"] or kinds[0]["a2"]) + int(kinds[0]["b"] or kinds[0]["b2"])
        told = int(match["n"] or match["n2"])
        if told > 1 and total != told and 0.6 * total <= told <= 1.6 * total:
            start, end = min(kinds[0].start(), match.start()), max(kinds[0].end(), match.end())
            yield rule.finding(passage, start, end, f"各一名应是{total}名，写的是{told}名，请核对。")


_rule = hint_of("arithmetic", "arithmetic_inconsistency")

RULES = (
    _rule(
        "each_of_listed",
        "某几个季度、月份各几次，相加要等于总次数。",
        "全年召开专题会议5次，一、三季度各1次，二、四季度各2次。",
        "全年召开专题会议6次，一、三季度各1次，二、四季度各2次。",
        Waiting(_EACH_WORDS, _each_of),
    ),
    _rule(
        "one_for_everybody",
        "说人手一份、每户一份，份数与人数、户数却不相等。",
        "签订责任书32份，覆盖全局35名干部，人手一份。",
        "签订责任书35份，覆盖全局35名干部，人手一份。",
        Waiting(_ONE_WORDS, _one_each),
    ),
    _rule(
        "numbered_parts",
        "用（一）（二）列出的项数，与说的几个方面要相符。",
        "检查（一）证照情况；（二）人员健康；（三）进货查验；（四）留样制度；（五）环境卫生等四个方面。",
        "检查（一）证照情况；（二）人员健康；（三）进货查验；（四）留样制度；（五）环境卫生等五个方面。",
        Waiting(_NUMBERED_WORDS, _numbered),
    ),
    _rule(
        "one_in_each_kind",
        "各村、各站所都明确一名，总人数要等于两样相加。",
        "16个村、9个站所各明确一名，信息员共24人。",
        "16个村、9个站所各明确一名，信息员共25人。",
        Waiting(_STAFF_WORDS, _one_in_each),
    ),
)
