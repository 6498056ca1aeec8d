"""Every figure of a text with what it counts: value in its base unit, the words before it in its clause, its sentence.

Reads digits, grouped digits (「1,240」), Chinese numerals before a unit (「三百零二名」), shares (「百分之五」) and points.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from mingbai.text import lazy
from mingbai.text.model import Related
from mingbai.text.proofreading.model import Passage
from mingbai.text.proofreading.structure import chinese_number

# A sentence with more figures than this is a table.
_MOST = 40
_COUNTERS = "件次|剂次|台次|家次|千瓦|人次|批次|条次|篇次|期次|户次|个百分点|百分点|平方公里|平方米|立方米|公顷|公里|华里|学期|公斤|里|条|件|次|项|个|人|份|篇|期|户|批|场|家|处|名|元|亩|本|册|张|起|宗|例|部|辆|台|所|组|幅|则|封|套|只|头|株|吨|分|天|票|位|座|盏|眼|笔|棵|尾|栋|幢|间|支|斤|块|种|月|倍|%|％"
# These are words of their own after a Chinese numeral: 「一把手」, 「一线」, 「三方面」.
_AFTER_DIGITS = (
    "课时|学时|小时|毫米|千克|车次|口|副|面|艘|架|道|羽|把|顶|门|堂|节|袋|箱|瓶|粒|枚|层|款|匹|桶|根|扇|页|字"
)
_AMOUNT = lazy.pattern(
    rf"(?<![第\d.,－-])(?:(?P<digits>\d{{1,3}}(?:,\d{{3}}){{1,3}}(?:\.\d{{1,4}})?|\d{{1,12}}(?:\.\d{{1,6}})?)|(?P<chinese>[一二两三四五六七八九十百千零]{{1,9}}))"
    rf"(?P<big>\s?[万亿]|千(?=\d?[^\d]))?(?P<about>余|多|来|几)?\s?(?P<unit>{_COUNTERS}|(?<=[\d万余多 ])(?:{_AFTER_DIGITS}))(?![是级季类式起])"
    r"|百分之(?P<share>[一二两三四五六七八九十百]{1,5}|\d{1,3}(?:\.\d{1,2})?)"
)
_LABEL = lazy.pattern(r"[^，,。；;：:、！？\n（）()]*$")
_SENTENCE = lazy.pattern(r"[^。！？\n]+")
_NEARLY = ("约", "近", "超", "超过", "逾", "不少于", "至少", "不低于", "不超过", "以上", "大约", "达到或超过")
# Words that end like 「约」 and say nothing of an estimate.
_NO_ESTIMATE = ("签约", "预约", "节约", "违约", "续约", "履约", "解约", "附近", "最近", "邻近")
# What a unit is worth in the unit that sums are taken in.
_BASE = {
    "％": ("%", 1.0),
    "百分点": ("个百分点", 1.0),
    "公顷": ("亩", 15.0),
    "平方公里": ("亩", 1500.0),
    "华里": ("公里", 0.5),
    "里": ("公里", 0.5),
    "吨": ("斤", 2000.0),
    "公斤": ("斤", 2.0),
}
_BIG = {"万": 1e4, "亿": 1e8, "千": 1e3}
_LABEL_SHOWN = 10
PEOPLE = frozenset(("人", "名", "位", "人次"))


class Amount(NamedTuple):
    """One figure; offsets into the text, the value in the base unit, `label` what stands before it in its clause."""

    start: int
    end: int
    value: float
    unit: str
    label: str
    about: bool
    step: float
    chinese: bool


class Statement(NamedTuple):
    """A sentence with its figures; `start` and `end` are offsets into the text."""

    start: int
    end: int
    words: str
    amounts: tuple[Amount, ...]

    def between(self, first: Amount, second: Amount) -> str:
        return self.words[first.end - self.start : second.start - self.start]


def worth_of(big: str | None) -> float:
    """10000.0 for 「万」; 1.0 for nothing."""
    return _BIG[big] if big else 1.0


def in_full(number: str, big: str | None) -> float:
    """25000.0 for 「2.5」 with 「万」 behind it."""
    return float(number) * worth_of(big)


def with_label(one: Amount) -> tuple[int, int]:
    """Where the figure stands with the end of its label: what a finding about it points at."""
    return one.start - min(len(one.label), _LABEL_SHOWN), one.end


def in_figures(written: str) -> float | None:
    """302 for 「三百零二」 and for 「302」; None for what is no number."""
    if written.replace(",", "").replace(".", "", 1).isdecimal():
        return float(written.replace(",", ""))
    head, thousand, tail = written.rpartition("千")
    if thousand:
        thousands, rest = chinese_number(head), chinese_number(tail.lstrip("零")) if tail else 0
        return None if thousands is None or rest is None else thousands * 1000.0 + rest
    value = chinese_number(written)
    return None if value is None else float(value)


def amount_of(text: str, start: int, match: re.Match[str]) -> Amount | None:
    written = match["digits"] or match["chinese"] or match["share"]
    value = in_figures(written)
    if value is None:
        return None
    unit, worth = _BASE.get(match["unit"] or "%", (match["unit"] or "%", 1.0))
    worth *= _BIG[match["big"].strip()] if match["big"] else 1.0
    label_start = max(start, match.start() - 40)
    label = _LABEL.search(text, label_start, match.start())
    words = label[0] if label else ""
    about = (
        bool(match["about"])
        or (words.rstrip().endswith(_NEARLY) and not words.rstrip().endswith(_NO_ESTIMATE))
        or text[match.end() : match.end() + 1] in {"余", "多"}
        or text.startswith("左右", match.end())
    )
    step = worth * 10.0 ** -len(written.partition(".")[2]) if match["digits"] or match["share"] else worth
    return Amount(match.start(), match.end(), value * worth, unit, words, about, step, bool(match["chinese"]))


def statements(passage: Passage) -> list[Statement]:
    """The sentences of the text that hold at least one figure, in order."""
    text, found = passage.text, []
    begin = end = last = passage.start
    group: list[Amount] = []
    for match in _AMOUNT.finditer(text, passage.start, passage.end):
        if match.start() >= end:
            if group:
                found.append(Statement(begin, end, text[begin:end], tuple(group[:_MOST])))
            begin = max(end, *(text.rfind(stop, end, match.start()) + 1 for stop in "。！？\n"))
            stop = _SENTENCE.match(text, match.start(), passage.end)
            end, group = stop.end() if stop else match.end(), []
        amount = amount_of(text, max(begin, last), match)
        last = match.end()
        if amount and not passage.in_web_residue(amount.start):
            group.append(amount)
    if group:
        found.append(Statement(begin, end, text[begin:end], tuple(group[:_MOST])))
    return found


def related_statements(passage: Passage) -> list[Statement]:
    """Those with two figures or more."""
    return [one for one in passage.once(statements) if len(one.amounts) > 1]


def same(first: float, second: float, step: float = 0.0) -> bool:
    """Whether two values agree within half a step of the rounding."""
    return abs(first - second) <= max(0.5001 * step, 1e-6 * max(abs(first), 1.0))


def share_of(part: float, whole: float) -> float:
    """How many in a hundred of the whole the part is; of nothing there is no share, whatever is said of it."""
    return part / whole * 100 if whole else 0.0


def written(value: float, unit: str) -> str:
    """「2.5万元」 for 25000 元; other units as they are."""
    if unit in {"元", "人次"} and value >= 1e4 and value % 100 == 0:
        return f"{value / 1e4:.4f}".rstrip("0").rstrip(".") + "万" + unit
    return f"{value:.2f}".rstrip("0").rstrip(".") + unit


def alike(first: Amount, second: Amount) -> bool:
    """Whether two figures count the same kind of thing; people are counted by several words."""
    return first.unit == second.unit or (first.unit in PEOPLE and second.unit in PEOPLE)


# What money is: spent on it, paid by people themselves, what came in, how much more, what things were sold for.
_MONEY = (
    lazy.pattern("投资|投入|下达|拨付|争取|到位资金|项目资金"),
    lazy.pattern("自筹|自付|自行承担|个人承担|个人缴|农户承担"),
    lazy.pattern("增收|增加收入|纯收入|净收入|利润|节约|节省|分红"),
    lazy.pattern("产值|销售额|销售收入|营业额|交易额"),
)


def other_money(one: str, other: str) -> bool:
    """Whether two labels name different money: 「总投资」 and 「户均增收」; one that names none may be either."""
    first, second = (
        {place for place, kind in enumerate(_MONEY) if kind.search(words)} for words in (one, other)
    )
    return bool(first and second) and not first & second


def places(passage: Passage, amounts: Sequence[Amount]) -> tuple[Related, ...]:
    """Where the figures stand, for a finding that is about another."""
    return tuple(Related(one.start, one.end, passage.source.file) for one in amounts)


def amounts_in(passage: Passage) -> list[Amount]:
    """All figures of the text's sentences, in order; ask it `once`, and change nothing of it."""
    return [one for sentence in passage.once(statements) for one in sentence.amounts]
