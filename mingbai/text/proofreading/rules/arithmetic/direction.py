"""Changes whose two halves go different ways, places that get one each, a stock that grew by another number than was built."""

import re
from collections import defaultdict
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.amounts import in_figures, worth_of
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN
from mingbai.text.proofreading.rules._knowledge import Waiting, warning_of
from mingbai.text.proofreading.rules._told import number_in, said_around
from mingbai.text.proofreading.triggers import matches_near, waiting_for

# --- less, and a growth ---------------------------------------------------------------------------------------------

_UP, _DOWN = "增加|增长|上升|提高|提升|多|上涨", "减少|下降|降低|少|下跌|回落|压减"
_NUMBER = r"\d{1,9}(?:\.\d{1,4})?(?:万|亿)?"
_BOTH_WAYS = lazy.pattern(
    rf"(?:(?P<down>{_DOWN})|(?P<up>{_UP}))(?:了)?{_NUMBER}(?!个?百分点|[%％])[{HAN}]{{1,3}}[，,、（(](?:同比|环比|降幅|增幅|比上年|较上年)?(?:(?P<up2>{_UP}|增幅)|(?P<down2>{_DOWN}|降幅))(?:了|为|达到?)?\d{{1,4}}(?:\.\d{{1,2}})?[%％]"
)
_BOTH_WORDS = waiting_for(tuple((_UP + "|" + _DOWN).split("|")))


def _both_ways(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「减少12460人，增长3.1%」."""
    for match in matches_near(passage, _BOTH_WORDS, _BOTH_WAYS, 40):
        if (match["down"] and match["up2"]) or (match["up"] and match["down2"]):
            said = f"「{match[0]}」一增一减，方向相反。"
            yield rule.finding(passage, *match.span(), said, suggestion="核对增减")


# --- from so many to so many ----------------------------------------------------------------------------------------

_FROM_TO = lazy.pattern(
    rf"[由从](?:原来的?|原先的?|过去的?|上年的?|去年的?)?(?P<a>{_NUMBER})(?P<unit>个?[{HAN}%％]{{1,4}}?)(?P<way>压缩|缩短|减少|精简|下降|降低|降|增加|增长|提高|提升|上升|扩大|延长|增|升)(?:到|至|为)(?:了)?(?:现在的|目前的)?(?P<b>{_NUMBER})(?P=unit)"
)
_FROM_WORDS = waiting_for(("由", "从"))
_LESS = frozenset(("压缩", "缩短", "减少", "精简", "下降", "降低", "降"))


def _from_to(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「由3个工作日压缩至3个工作日」."""
    for match in matches_near(passage, _FROM_WORDS, _FROM_TO, 50):
        first, last = (_value(match[name]) for name in "ab")
        if first is None or last is None:
            continue
        if first == last or (first < last) == (match["way"] in _LESS):
            said = f"「{match[0]}」：前后两个数与「{match['way']}」不符。"
            yield rule.finding(passage, *match.span(), said, suggestion="核对两个数字")


def _value(written: str) -> float | None:
    number = in_figures(written.rstrip("万亿"))
    return None if number is None else number * worth_of(written[-1] if written[-1] in "万亿" else "")


# --- a stock that grew ----------------------------------------------------------------------------------------------

_GREW = lazy.pattern(
    rf"(?:新建|新增|新设|新成立|新招|新发展)[^，,。；;\d]{{0,8}}(?P<new>\d{{1,5}})(?P<unit>[{HAN}])[^。；;\d]{{0,20}}由(?:原来的?|上年的?|去年的?)?(?P<a>\d{{1,6}})(?P=unit)[^，,。；;\d]{{0,4}}(?:增加|增长|增|扩大|上升)(?:到|至|为)(?P<b>\d{{1,6}})(?P=unit)"
)
_GREW_WORDS = waiting_for(("新建", "新增", "新设", "新成立", "新招", "新发展"))


def _grew(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「新建幸福院8所，全县幸福院由46所增加到52所」."""
    for match in matches_near(passage, _GREW_WORDS, _GREW, 70):
        new, first, last = (int(match[name]) for name in ("new", "a", "b"))
        if last - first != new and last > first and not re.search("撤|关|减|合并", match[0]):
            said = f"由{first}到{last}是增加{last - first}，写的新增是{new}，请核对。"
            yield rule.finding(passage, *match.span(), said, severity="info")


# --- one for each ---------------------------------------------------------------------------------------------------

_PLACE = (
    "行政村|村|社区|站所|股室|科室|学校|班级|班|网格|乡镇|村民小组|居民小组|小组|单位|部门|支部|窗口|片区|组"
)
_EACH_HAS = lazy.pattern(
    rf"每个?(?P<of>{_PLACE})(?:均|各|至少)?(?:配备|配|设立?|明确|确定|选派|有|安排|聘请|举办|开展|发放|安装|建立?|建成|放映|演出)?(?:了)?(?P<each>[一二两三四五六七八九十]|\d{{1,3}})(?P<unit>名|人|个|场|次|块|台|套|处|册|份|支|组|位|辆|期)"
)
_EACH_WORDS = waiting_for(("每",))
_TOTAL = r"(?<![\d.第])(?P<n>\d{{1,5}})(?:{unit})(?![{han}]{{0,3}}(?:村|社区))"
_SIDE = 60


_SO_MANY = lazy.pattern(
    rf"(?<![\d.第])(?P<n>\d{{1,4}})个(?:行政)?(?P<of>{_PLACE.removeprefix('行政村|')})(?!级)"
)


def _numbers_of_places(passage: Passage) -> dict[str, set[int]]:
    """How many places of each kind the text tells."""
    found: dict[str, set[int]] = defaultdict(set)
    for one in _SO_MANY.finditer(passage.text, passage.start, passage.end):
        if int(one["n"]) > 1:
            found[one["of"]].add(int(one["n"]))
    return found


def _each(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「送戏下乡12场，全镇14个村每村1场」: the only total of the unit near by, the only number of the places in the text."""
    for match in matches_near(passage, _EACH_WORDS, _EACH_HAS, 30):
        each = number_in(match["each"])
        of = match["of"].removeprefix("行政")
        counted = passage.once(_numbers_of_places).get(of, set())
        if len(counted) != 1 or not each:
            continue
        low, high = said_around(passage, *match.span(), "。；\n", _SIDE)
        unit = (
            "[名人位]"
            if match["unit"] in "名人位"
            else "[场次]"
            if match["unit"] in "场次"
            else match["unit"]
        )
        total = re.compile(_TOTAL.format(unit=unit, han=HAN))
        totals = [
            one for one in total.finditer(passage.text, low, high)
            if not (match.start() <= one.start() < match.end()) and int(one["n"]) not in counted and "其中" not in passage.text[one.start() - 8 : one.start()]
        ]  # fmt: skip
        number = next(iter(counted))
        if len(totals) != 1 or int(totals[0]["n"]) in {number * each} or match["unit"] == "个":
            continue
        whole = int(totals[0]["n"])
        most = number * each * (1 if "至少" in match[0] else 2)
        if number * each * 0.5 <= whole <= most and whole > each:
            start, end = min(match.start(), totals[0].start()), max(match.end(), totals[0].end())
            said = (
                f"{number}个{of}、每{of}{each}{match['unit']}，应是{number * each}，写的是{whole}，请核对。"
            )
            yield rule.finding(passage, start, end, said, severity="info")


_rule = warning_of("arithmetic", "arithmetic_inconsistency")

RULES = (
    _rule(
        "less_and_growth",
        "减少了多少，又说增长百分之几；增加了多少，又说下降百分之几。",
        "十年减少12460人，增长3.1%。",
        "十年减少12460人，下降3.1%。",
        Waiting(_BOTH_WORDS, _both_ways),
    ),
    _rule(
        "from_and_to",
        "「由……压缩至……」的前后两个数相同，或者方向相反。",
        "企业开办时间由3个工作日压缩至3个工作日。",
        "企业开办时间由3个工作日压缩至1个工作日。",
        Waiting(_FROM_WORDS, _from_to),
    ),
    _rule(
        "grew_by_new",
        "由多少增加到多少，与新建、新增的个数要相符。",
        "新建幸福院8所，全县幸福院由46所增加到52所。",
        "新建幸福院8所，全县幸福院由46所增加到54所。",
        Waiting(_GREW_WORDS, _grew),
    ),
    _rule(
        "each_place_has",
        "全镇几个村、每村几场几名，与总数要相符。",
        "送戏下乡12场，全镇14个村每村1场。",
        "送戏下乡14场，全镇14个村每村1场。",
        Waiting(_EACH_WORDS, _each),
    ),
)
