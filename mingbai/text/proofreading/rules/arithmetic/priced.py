"""A price for each, a number of them and one sum, whatever the thing is: 「每村2000元，16个村共计3.6万元」, 「3.8万元（60千瓦，每千瓦700元）」."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.amounts import in_full, worth_of, written
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN
from mingbai.text.proofreading.rules._knowledge import Waiting, hint_of
from mingbai.text.proofreading.triggers import waiting_for, windows_with

_N = r"\d{1,9}(?:\.\d{1,4})?"
_PER = "月|年|天|日|次|学期|学年|季度|季|期"
_PRICE = lazy.pattern(
    rf"每个?(?P<run>(?!月|年|天|日|次|学期|季)[{HAN}]{{1,16}}?)(?P<price>{_N})(?P<big>万)?元"
    rf"|(?P<price2>{_N})(?P<big2>万)?元[/／每]个?(?P<of2>[{HAN}]{{1,2}})(?:[/／·每](?P<per2>{_PER}))?"
    rf"|(?<!平)(?:单价|均价)(?:为|是|约)?(?P<price3>{_N})(?P<big3>万)?元"
)
_PRICE_WORDS = waiting_for(("每", "单价", "均价", "元/", "元／"))
_SUM = lazy.pattern(
    rf"(?P<label>[{HAN}“”]{{0,14}})(?<![\d.])(?P<sum>{_N})(?P<big>万|亿)?元(?P<more>余|多|左右|以上)?"
)
_COUNT = lazy.pattern(
    rf"(?P<label>[{HAN}]{{0,12}})(?<![\d.第])(?P<n>\d{{1,7}}(?:\.\d{{1,3}})?)(?P<big>万)?(?P<unit>平方米|立方米|公里|千米|千瓦|公斤|[{HAN}])(?P<what>[{HAN}]{{0,6}})"
)
_LOOSE = lazy.pattern(
    "不等|以上|以下|以内|不超过|不低于|不少于|不高于|最高|最低|左右|封顶|[至到~～—–-]\\d|另|首批|部分|减免|减半|补差|扣除|分别|配套|自筹|"
    "预算|剩余|尚|调整|提高|降低|[约余近超]|比上|较上|同比|增加|减少|节约|达到|连续|个月|[两三四五]年|人均|户均|差额|原价|折|优惠|押金|首付|已付|欠"
)
_SOME = lazy.pattern(r"(?:其中|包括)[^。；;，,元]{2,20}(?:[，,]占(?:比)?[\d.]+[%％])?(?=[，,。；;、])")
_PEOPLE = frozenset("人名位生员工")
_KIN = {"米": ("米",), "瓦": ("瓦",), "眼": ("眼", "口"), "口": ("口", "眼"), "盏": ("盏", "个"), "棵": ("棵", "株"), "株": ("株", "棵"), "千瓦": ("千瓦",)}  # fmt: skip
_NO_COUNT = frozenset("年月日天元个%％期届第")
_WIDE = 2.2
_TENS = (0.001, 0.01, 0.1, 10.0, 100.0, 1000.0)


class Sentence(NamedTuple):
    """One price, what it is for and in what time, the numbers that may be meant with their measure word, the one sum."""

    each: float
    of: str
    per: str
    counts: tuple[float, ...]
    unit: str
    told: re.Match[str]


def _is_of(of: str, match: re.Match[str]) -> bool:
    """Whether a number counts what the price is for: 「16个村」 for 「每村」, 「72名」 for 「每人」, 「光伏60千瓦」 for 「每千瓦」."""
    unit, what = match["unit"], match["what"]
    if re.search("第|为期|连续|按$", match["label"][-4:]):
        return False
    if not of:
        return unit not in _NO_COUNT
    if of[-1] in _PEOPLE or of in {"学生", "职工", "老人", "党员"}:
        return unit in {"人", "名", "位"} and (what[:1] != "次")
    kin = _KIN.get(of, (of,))
    if unit in kin or (len(of) == 1 and unit == of):
        return what[:1] not in {"均", "次"} or of == "次"
    return unit in {"个", "家", "所", "座", "处"} and what.startswith(kin)


_WITHIN = lazy.pattern(rf"(?:每|第|[人户名生]){{1,2}}个?({_PER})")


def _many(words: str, numbers: list[re.Match[str]], one: re.Match[str]) -> float:
    """How many in all: 「11个村各聘请信息员2名」 are 22."""
    before = [other for other in numbers if other.start("n") < one.start("n")][-1:]
    many = in_full(one["n"], one["big"])
    each = before and _FOR_EACH.search(words[before[0].start("unit") : one.start("n")])
    return many * in_full(before[0]["n"], before[0]["big"]) if each else many


_FOR_EACH = lazy.pattern(
    "[个家所](?:行政)?(?:村|社区|组|小区|学校|单位|站所|网格|乡镇|镇|点)(?:每[村个家]|各)[^，,。]{0,10}$"
)


def _for_what(price: re.Match[str], words: str) -> tuple[str, str, tuple[float, ...], str]:
    """What the price is for, in what time, how many of them, and their measure word."""
    run = price["run"] or price["of2"] or ""
    within = _WITHIN.search("每" + run)
    per = (within[1] if within else "") or price["per2"] or ""
    numbers = [one for one in _COUNT.finditer(words) if not price.start() <= one.start("n") < price.end()]
    for length in range(min(len(run), 5), -1, -1):
        fit = [one for one in numbers if _is_of(run[:length], one)] if length or not run else []
        if fit:
            return run[:length], per, tuple(_many(words, numbers, one) for one in fit), fit[0]["unit"]
    return "", per, (), ""


def _sentence(whole: str) -> Sentence | None:
    words = _SOME.sub(lambda match: "，" * len(match[0]), whole)
    prices = list(_PRICE.finditer(words))
    if len(prices) != 1 or _LOOSE.search(words):
        return None
    (price,) = prices
    name = next(tail for tail in ("price", "price2", "price3") if price[tail])
    sums = [one for one in _SUM.finditer(words) if one.start("sum") != price.start(name)]
    if len(sums) != 1 or sums[0]["more"]:
        return None
    if re.search("每|单价|均", sums[0]["label"][-6:]) and not _monthly(sums[0]):
        return None
    of, per, counts, unit = _for_what(price, words)
    each = in_full(price[name], price["big" + name.removeprefix("price")])
    return Sentence(each, of, per, counts, unit, sums[0]) if counts and each else None


def _monthly(told: re.Match[str]) -> bool:
    return re.search("每(?:月|年|季度?|天|学期|学年)", told["label"]) is not None


def _right(one: Sentence) -> tuple[float, float] | None:
    """The number and what it yields, where no number yields the sum; None where one does or the sum is of another time."""
    told = in_full(one.told["sum"], one.told["big"])
    step = 10.0 ** -len(one.told["sum"].partition(".")[2]) * worth_of(one.told["big"])
    if one.per not in {"", "年", "学年", "次"} and not _monthly(one.told):
        return None
    values = [*one.counts, *([sum(one.counts)] if len(one.counts) > 1 else [])]
    if any(
        abs(value * one.each - told) <= max(0.51 * step, 0.004 * told, 0.006 * one.each) for value in values
    ):
        return None
    near = min(values, key=lambda value: abs(value * one.each - told))
    right = near * one.each
    ratio = told / right if right else 0
    meant = 1 / _WIDE < ratio < _WIDE or any(abs(ratio / ten - 1) < 1e-4 for ten in _TENS)
    return (near, right) if meant and told else None


_PARTS = lazy.pattern("[^。；;\n]+[。；;]?")
_FAR = 120


def _said(passage: Passage, part: re.Match[str], before: re.Match[str] | None) -> tuple[int, Sentence] | None:
    """What a sentence says, with the clause before it where the number stands there: 「聘请保洁员72名；按每人每月600元」."""
    one = _sentence(part[0]) if part[0].count("元") > 1 else None
    if one or before is None or "元" in before[0] or before.end() != part.start():
        return (part.start(), one) if one else None
    both = _sentence(before[0] + part[0])
    return (before.start(), both) if both else None


_CLAUSES = lazy.pattern("[^，,、（）()。；;]+[，,、（）()。；;]?")
_THREE = 3


def _of_clauses(part: re.Match[str]) -> Iterator[tuple[int, Sentence]]:
    """Of a sentence with several prices the triples: 「打井24眼，每眼1.5万元，计38万元」, 「3.8万元（60千瓦，每千瓦700元）」."""
    clauses = [*_CLAUSES.finditer(part[0])]
    for place in range(len(clauses) - _THREE + 1):
        three = clauses[place : place + _THREE]
        prices = [_PRICE.search(one[0]) is not None for one in three]
        bracketed = three[0][0].endswith(("（", "("))
        told = prices == [False, True, False] or (prices == [False, False, True] and bracketed)
        behind = bracketed or _IN_ALL.search(three[2][0])
        one = _sentence("".join(clause[0] for clause in three)) if told and behind else None
        if one:
            yield part.start() + three[0].start(), one


_IN_ALL = lazy.pattern(
    r"^(?:共|计|合|小计|支出|补助|支付|需|总|发放|兑现|资金|金额|费用|收取|收入|投入|投资|花费|兑付|补贴|租金)"
)


def _all_said(
    passage: Passage, part: re.Match[str], before: re.Match[str] | None
) -> list[tuple[int, Sentence]]:
    if "元" not in part[0] or passage.in_web_residue(part.start()):
        return []
    said = _said(passage, part, before)
    return [said] if said else [*_of_clauses(part)]


def _one_price(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「每村补助公开栏改造经费2000元，16个村共计3.6万元」."""
    seen = passage.start
    for low, high in windows_with(passage, _PRICE_WORDS, _FAR):
        start = max(seen, *(passage.text.rfind(stop, seen, max(low, seen)) + 1 for stop in "。；;\n"))
        before = None
        for part in _PARTS.finditer(passage.text, start, min(passage.end, high + _FAR)):
            for offset, one in _all_said(passage, part, before):
                found = _right(one)
                if found:
                    yield _finding(rule, passage, offset, one, *found)
            before, seen = part, max(seen, part.end())


def _finding(
    rule: Rule, passage: Passage, offset: int, one: Sentence, number: float, right: float
) -> Finding:
    told = written(in_full(one.told["sum"], one.told["big"]), "元")
    each = f"每{one.of or one.unit}{written(one.each, '元')}"
    said = f"{number:g}{one.unit}、{each}，应是{written(right, '元')}，写的是{told}，请核对。"
    start, end = one.told.span("sum")
    return rule.finding(
        passage, offset + start, offset + one.told.end(), said, suggestion=written(right, "元")
    )


_rule = hint_of("arithmetic", "arithmetic_inconsistency")

RULES = (
    _rule(
        "priced",
        "一句里写了每个多少元、有多少个、一共多少元，乘起来要相等，相差十倍、百倍的也提示。",
        "每村补助公开栏改造经费2000元，16个村共计3.6万元。",
        "每村补助公开栏改造经费2000元，16个村共计3.2万元。",
        Waiting(_PRICE_WORDS, _one_price),
    ),
)
