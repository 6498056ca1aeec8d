"""Figures inside one sentence: value, unit, whether they are round, whether they are called a total."""

import re
from collections.abc import Sequence
from itertools import combinations, pairwise
from typing import NamedTuple

from mingbai.text import lazy
from mingbai.text.proofreading.model import Passage
from mingbai.text.proofreading.structure import chinese_number

# More figures than this in one sentence are a table; their sums would cost time and mean nothing.
_MOST = 60
# Of so many parts at most all choices are tried.
_MANY = 10
_UNITS = "人次|批次|万元|亿元|条次|篇次|期次|条|件|次|项|个|人|份|篇|期|户|批|场|家|处|名|元|亩|本|册|张|起|宗|例|部|辆|台|所|组|幅|则|封|套|只|头|株|吨|公里|平方米|分|天|页|字|块|座|盏|眼|栋|幢|间|立方米|公斤|千克|课时|学时|小时|口|副|面|艘|架|袋|箱|顶"
# Most numbers are years and dates: one look at the next character passes them over.
_FIRSTS = "".join(sorted({unit[0] for unit in _UNITS.split("|")}))
_STOP = lazy.pattern(r"[。！!](?!其中)|\n")
_QUANTITY = lazy.pattern(
    rf"(?P<value>\d{{1,12}}(?:\.\d{{1,6}})?|(?<![第一二三四五六七八九十百零])(?:[一二三四五六七八九]百|[一二三四五六七八九]十|十)[零一二三四五六七八九十]{{0,4}})(?P<big>[万亿](?!元))?(?P<about>余|多|来|几)?(?=[{_FIRSTS}])(?P<unit>{_UNITS})(?P<after>余|多)?"
)
# Without one of these a sentence's figures are no parts of a sum, no share and no change.
_TELLING = lazy.pattern(r"其中|分别|包括|[：:占增降减%％]|上半年|[合共总]计|上升|提高|提升|升至|回落")
_TOTAL_SIGNS = frozenset("共合总累")
_TOTAL = lazy.pattern(
    r"(?:(?<![公中])共(?![性同享建产青])计?|合计|总计|总共|累计|总数|总量)[^，,。；;：:、\d]{0,16}$"
)
_BIG = {"万": 1e4, "亿": 1e8}
_NEARLY = ("约", "近", "超", "超过", "逾", "不少于", "至少")

# People counted under several of these heads are counted more than once.
_OVERLAPPING = lazy.pattern(
    "党员|团员|职称|骨干|学历|本科|专科|大专|研究生|妇女|女性|女[\\d代]|少数民族|岁|专任|退休|常住|在编|留守|返乡|脱贫|残疾|先后"
)

# Heads of which nobody stands under both; the second is looked for first.
_OPPOSITES = (
    (lazy.pattern("党员|团员"), lazy.pattern("非党员|非团员|群众|民主党派|无党派")),
    (lazy.pattern("专任教师|专任"), lazy.pattern("行政|后勤|教辅|工勤|职员|管理人员|其他")),
    (lazy.pattern("在编|在职|在岗"), lazy.pattern("退休|编外|聘用|合同制|临聘|劳务派遣")),
    (lazy.pattern(r"妇女|女性|女(?=[\d党职教生代村居]|名)"), lazy.pattern("男性?")),
    (lazy.pattern("户籍|本地"), lazy.pattern("流动|外来|非户籍|暂住")),
    (lazy.pattern("常住"), lazy.pattern("流动|外来|暂住|外出")),
    (lazy.pattern("高级|正高"), lazy.pattern("中级|初级|一级|二级|三级")),
    (lazy.pattern("本科"), lazy.pattern("专科|大专|研究生|中专|高中|以下")),
)


class Quantity(NamedTuple):
    """One figure; `start` and `end` are offsets into the text; `about` for 「30余」 and 「近30」."""

    start: int
    end: int
    value: float
    unit: str
    about: bool
    total: bool


class Sentence(NamedTuple):
    start: int
    end: int
    words: str
    quantities: tuple[Quantity, ...]


def sentences_with_figures(passage: Passage) -> list[Sentence]:
    """The sentences with at least two figures and a word that relates them; a sentence that begins with 「其中」 belongs to the one before."""
    text, begin, end = passage.text, passage.start, passage.start
    groups: list[tuple[int, int, list[re.Match[str]]]] = []
    group: list[re.Match[str]] = []
    for match in _QUANTITY.finditer(text, passage.start, passage.end):
        if match.start() >= end:
            begin = end
            stop = _STOP.search(text, match.end(), passage.end)
            end = stop.end() if stop else passage.end
            group = []
            groups.append((begin, end, group))
        group.append(match)
    return [
        sentence
        for begin, end, matches in groups
        if len(matches) > 1
        and _TELLING.search(text, begin, end)
        and (sentence := _sentence(passage, begin, end, matches))
    ]


def _sentence(passage: Passage, begin: int, end: int, matches: list[re.Match[str]]) -> Sentence | None:
    """The sentence that holds the matches and ends at `end`; `begin` is the end of the one before."""
    text, first = passage.text, matches[0].start()
    start = max(begin, *(text.rfind(stop, begin, first) + 1 for stop in "。！\n"))
    read = [quantity for match in matches if (quantity := _quantity(text, start, match))]
    group = [quantity for quantity in read if not passage.in_web_residue(quantity.start)][:_MOST]
    return Sentence(start, end, text[start:end], tuple(group)) if len(group) > 1 else None


def _quantity(text: str, start: int, match: re.Match[str]) -> Quantity | None:
    first, last = match.span()
    before = text[max(start, first - 24) : first]
    if before.endswith("."):
        return None
    figure, big, more, unit, after = match.groups()
    number = float(figure) if figure[0].isdecimal() else chinese_number(figure)
    if number is None:
        return None
    value = number * _BIG[big] if big else float(number)
    about = bool(big or more or after or before.rstrip().endswith(_NEARLY))
    total = not _TOTAL_SIGNS.isdisjoint(before) and _TOTAL.search(before) is not None
    return Quantity(first, last, value, unit, about, total)


def any_end_agrees(total: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether all parts or the last ones make up the total: 「开会6次，公开财务12次、党务6次，共18次」."""
    about = any(part.about for part in parts)
    return any(
        agrees(total, sum(part.value for part in parts[first:]), about) for first in range(len(parts) - 1)
    )


def some_agree(total: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether the last parts, or all but one or two, make up the total: what a part holds may be told between."""
    return any_end_agrees(total, parts) or any(
        agrees(total, sum(part.value for part in some), any(part.about for part in some))
        for left_out in (1, 2)
        if 2 <= len(parts) - left_out < _MANY
        for some in combinations(parts, len(parts) - left_out)
    )


def agrees(total: Quantity, parts: float, about: bool) -> bool:
    """Whether parts add up to the total; 「30余」 stands for 30 to 39."""
    if total.about or about:
        step = 10 ** (len(str(int(total.value))) - 1)
        return bool(total.value - step <= parts < total.value + step)
    return abs(total.value - parts) < 0.005


def shown(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def one_slip_apart(first: float, second: float) -> bool:
    """Whether two figures differ by one digit or by two that changed places."""
    one, other = shown(first), shown(second)
    if len(one) != len(other):
        return False
    apart = [place for place in range(len(one)) if one[place] != other[place]]
    return len(apart) == 1 or (
        len(apart) == 2 and one[apart[0]] == other[apart[1]] and one[apart[1]] == other[apart[0]]
    )


_PAUSE_AND_NAME = lazy.pattern("、[一-鿿]{2,8}")


def parted_by_pauses(text: str, parts: Sequence[Quantity]) -> bool:
    """Whether nothing but 「、」 and a short name stands between figures: 「春节3场、端午2场、中秋1场」."""
    return all(_PAUSE_AND_NAME.fullmatch(text[one.end : other.start]) for one, other in pairwise(parts))


def counted_twice(words: str) -> bool:
    """Whether the heads of a list overlap, so that their sum says nothing; men and women do not."""
    return "男" not in words and _OVERLAPPING.search(without_opposites(words)) is not None


def without_opposites(words: str) -> str:
    """A list without the heads that exclude each other: party members and others, teachers and office staff."""
    for first, second in _OPPOSITES:
        if first.search(words) and second.search(words):
            words = first.sub("", second.sub("", words))
    return words
