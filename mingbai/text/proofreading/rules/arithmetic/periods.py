"""Figures of parts of a year against the whole of it, so many times more, points of a number that is no share, three factors of one sum."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.amounts import (
    Amount,
    Statement,
    places,
    related_statements,
    same,
    statements,
    written,
)
from mingbai.text.proofreading.calendar import plan_sections
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import Waiting, given, listed
from mingbai.text.proofreading.rules._ledger import unit_of
from mingbai.text.proofreading.triggers import matches_near, waiting_for

# --- parts of a year -----------------------------------------------------------------------------------------------------

_PERIOD = lazy.pattern(
    r"(?P<nine>1\s?[至—–－~～-]\s?9月份?|前三季度)|(?P<half>上半年|1\s?[至—–－~～-]\s?6月份?)|(?P<second>下半年)|(?P<year>全年|年内|一年来)|第?(?P<q>[一二三四])季度"
)
_OTHER = lazy.pattern("去年|上年|同期|同比|计划|力争|预计|目标|累计|其中|平均|每|今后|下一步")
_COMMON = frozenset(
    listed(
        "全县 全镇 全市 全区 全乡 今年 我局 我县 我镇 我乡 共计 累计 完成 工作 开展 实现 达到 上半 半年 下半 季度 全年 一季 二季 三季 四季 年内"
    )
)
_WHOLES = (("nine", ("half", "三")), ("nine", ("一", "二", "三")), ("half", ("一", "二")), ("year", ("half", "second")), ("second", ("三", "四")), ("year", ("一", "二", "三", "四")), ("year", ("nine", "四")))  # fmt: skip
_NEAR = 0.3


class Dated(NamedTuple):
    """A figure with the part of the year it is of and the words it is told by."""

    period: str
    words: frozenset[str]
    amount: Amount


def _of_period(passage: Passage, sentence: Statement) -> Iterator[Dated]:
    reached = sentence.start
    for one in sentence.amounts:
        if one.unit == "月":
            continue
        lead = passage.text[reached : one.start][-40:]
        named = list(_PERIOD.finditer(lead))
        reached = one.end
        if not named or one.about or one.unit in {"%", "个百分点"} or _OTHER.search(lead):
            continue
        last = named[-1]
        if len(last[0]) == len(lead.rstrip()) and not lead[: last.start()].strip("，, "):
            words = lead[: last.start()]
        else:
            words = lead[last.end() :]
        kind = last["q"] or str(last.lastgroup)
        bare = re.sub("[^一-鿿]", "", words)
        pieces = {bare[at : at + 2] for at in range(len(bare) - 1)} - _COMMON
        yield Dated(kind, frozenset(pieces), one)


def _periods(passage: Passage) -> list[tuple[Dated, tuple[Dated, ...]]]:
    """Wholes that their parts, told by the same words, do not make up and nearly do."""
    plans = passage.once(plan_sections)
    every = [
        dated
        for sentence in passage.once(statements)
        if not any(part.start <= sentence.start < part.end for part in plans)
        for dated in _of_period(passage, sentence)
    ]
    if len(every) > _MOST:
        return []
    found = []
    for whole in every:
        for name, parts in _WHOLES:
            if whole.period != name:
                continue
            alike = [[one for one in every if one.period == part and _is_of(whole, one)] for part in parts]
            if all(len(one) == 1 for one in alike):
                three = tuple(one[0] for one in alike)
                total = sum(one.amount.value for one in three)
                if (
                    whole.amount.value
                    and not same(total, whole.amount.value, whole.amount.step)
                    and abs(total / whole.amount.value - 1) < _NEAR
                ):
                    found.append((whole, three))
    return found


_MOST = 60


def _is_of(whole: Dated, part: Dated) -> bool:
    return (
        unit_of(whole.amount) == unit_of(part.amount)
        and bool(whole.words & part.words)
        and whole.amount.value > 0
    )


def _of_parts(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「1至9月新签约项目68个……上半年签约45个，三季度签约33个」."""
    for whole, parts in passage.once(_periods):
        total = sum(one.amount.value for one in parts)
        said = f"各段时间相加是{written(total, whole.amount.unit)}，总数是{written(whole.amount.value, whole.amount.unit)}，请核对。"
        # What is told last is in doubt: the whole behind its parts, or the last part.
        last = max(parts[-1].amount, whole.amount, key=lambda one: one.start)
        amounts = (whole.amount, *(one.amount for one in parts))
        yield rule.finding(
            passage, last.start - min(len(last.label), 8), last.end, said, related=places(passage, amounts)
        )


# --- so many times more -----------------------------------------------------------------------------------------------------

_TIMES = lazy.pattern(
    r"(?P<y1>20\d\d)年[^，,。；;\n\d]{0,12}(?P<a>\d{1,7}(?:\.\d{1,3})?)(?P<big>万|亿)?(?P<unit>[一-鿿]{1,2})[，,；;、](?P<y2>20\d\d)年[^，,。；;\n\d]{0,12}(?P<b>\d{1,7}(?:\.\d{1,3})?)(?P<big2>万|亿)?(?P=unit)[，,](?:同比|比上年|较上年|比前一年)?(?:(?:增长|增加|提高)了?(?P<k>一倍半|一倍多?|[12]\.?\d?倍|两倍|二倍|三倍|3倍|一半)|(?P<fan>翻了?一番|翻了?两番))"
)
_TIMES_WORDS = waiting_for(("倍", "一番", "两番", "一半"))
_GROWN = {"一倍半": 1.5, "一倍": 1.0, "两倍": 2.0, "二倍": 2.0, "三倍": 3.0, "一半": 0.5}


def _times(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「2022年加装9部，2023年加装18部，增长一倍半」."""
    for match in matches_near(passage, _TIMES_WORDS, _TIMES, 80):
        old, new = float(match["a"]), float(match["b"])
        if match["big"] != match["big2"] or not old or int(match["y2"]) != int(match["y1"]) + 1:
            continue
        said_times = match["k"] or match["fan"]
        if match["fan"]:
            told = 3.0 if "两" in match["fan"] else 1.0
        else:
            told = _GROWN.get(match["k"].rstrip("多"), 0.0) or float(match["k"].rstrip("倍多") or 0)
        grown = (new - old) / old
        if abs(grown - told) > 0.12 * max(told, 1.0) and "多" not in said_times:
            said = f"从{old:g}到{new:g}，增长的是{grown:.0%}，不是「{said_times}」，请核对。"
            yield rule.finding(passage, match.start("b"), match.end(), said)


# --- points of a number -------------------------------------------------------------------------------------------------------

_POINTS = lazy.pattern(
    r"[比较](?:上年度?|去年|前年|20\d\d年)(?:同期)?的?(?P<n>\d{1,9}(?:\.\d{1,3})?)(?:万|亿)?(?:件|份|个|人|户|次|条|元|亩|家|起|场|名|辆|台|吨|批次|人次)[^，,。；;\n\d%％]{0,6}(?:增加|增长|提高|上升|下降|减少|降低)了?\d{1,3}(?:\.\d{1,2})?个百分点"
)
_POINTS_WORDS = waiting_for(("个百分点",))


def _points(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「较上年同期的2000份增加20个百分点」: only a share goes up by points."""
    for match in matches_near(passage, _POINTS_WORDS, _POINTS, 60):
        said = "数量的增减用百分之几，百分点只用于两个百分比相差，请核对。"
        yield rule.finding(passage, *match.span(), said, suggestion="「个百分点」改为「%」")


# --- three factors ----------------------------------------------------------------------------------------------------------------

_A_DAY = lazy.pattern(
    "每(?P<who>人|生|名|户|班|个|台)[^，,。；;\\d]{0,4}每(?P<time>天|日|月|次|课时|学时)[^，,。；;\\d]{0,8}$"
)
_SUM = lazy.pattern("(?:共|合计|共计|总计|需|计|发放|收取|支出)[^，,。；;\\d]{0,8}$")
_SO_LONG = {"天": ("天",), "日": ("天",), "月": ("月",), "次": ("次",), "课时": ("课时",), "学时": ("学时",)}
_MONTHS = lazy.pattern(r"(?P<n>\d{1,2})个月")


class Product(NamedTuple):
    """So many, so much for each and day, so many days, so much in all."""

    number: Amount
    price: Amount
    times: float
    told: Amount


def _factors(passage: Passage) -> list[Product]:
    found = []
    for sentence in passage.once(related_statements):
        prices = [one for one in sentence.amounts if one.unit == "元" and _A_DAY.search(one.label)]
        if (
            len(prices) != 1
            or prices[0].about
            or re.search("[；;]", sentence.words[: prices[0].start - sentence.start])
        ):
            continue
        price = prices[0]
        named = _A_DAY.search(price.label)
        unit = named["time"] if named else ""
        times = [one.value for one in sentence.amounts if one.unit in _SO_LONG[unit] and one is not price]
        if unit == "月":
            times = [float(one["n"]) for one in _MONTHS.finditer(sentence.words)]
        numbers = [
            one
            for one in sentence.amounts
            if one.unit in {"人", "名", "户"} and not re.search("[每各]", one.label[-6:])
        ]
        told = [
            one
            for one in sentence.amounts
            if one.unit == "元" and one.start > price.end and _SUM.search(one.label)
        ]
        if len(times) != 1 or len(numbers) != 1 or not told or numbers[0].about or told[0].about:
            continue
        right = numbers[0].value * price.value * times[0]
        if right and not same(right, told[0].value, told[0].step) and 0.5 < told[0].value / right < 2:
            found.append(Product(numbers[0], price, times[0], told[0]))
    return found


def _three_factors(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「用餐学生760人，每生每天伙食费15元，按100天计算，共收伙食费104万元」."""
    for number, price, times, told in passage.once(_factors):
        right = number.value * price.value * times
        said = f"{written(number.value, number.unit)}、{written(price.value, '元')}、{times:g}三数相乘是{written(right, '元')}，写的是{written(told.value, '元')}，请核对。"
        yield rule.finding(
            passage, told.start - min(len(told.label), 8), told.end, said,
            suggestion=written(right, "元"), related=places(passage, (number, price, told)),
        )  # fmt: skip


RULES = (
    Rule(
        name="arithmetic.parts_of_year",
        category="arithmetic_inconsistency",
        severity="warning",
        explain="上半年和三季度相加，要等于前三季度；各季度相加，要等于全年。",
        fires="1至9月，全县新签约项目68个。\n上半年签约45个，三季度签约33个。",
        passes="1至9月，全县新签约项目78个。\n上半年签约45个，三季度签约33个。",
        find=given(_periods, _of_parts),
    ),
    Rule(
        name="arithmetic.times_of_year",
        category="arithmetic_inconsistency",
        severity="warning",
        explain="上一年、这一年各多少，「增长一倍半」「翻一番」要算得上。",
        fires="2022年加装9部，2023年加装18部，增长一倍半。",
        passes="2022年加装9部，2023年加装18部，增长一倍。",
        find=Waiting(_TIMES_WORDS, _times),
    ),
    Rule(
        name="arithmetic.points_of_number",
        category="arithmetic_inconsistency",
        severity="warning",
        explain="数量增减写成百分点。百分点只用于两个百分比相差。",
        fires="抗体检测较上年同期的2000份增加20个百分点。",
        passes="抗体检测较上年同期的2000份增加20%。",
        find=Waiting(_POINTS_WORDS, _points),
    ),
    Rule(
        name="arithmetic.three_factors",
        category="arithmetic_inconsistency",
        severity="warning",
        explain="人数、每人每天多少元、多少天，乘起来要等于总数。",
        fires="食堂用餐学生760人，每生每天伙食费15元，按本学期100天计算，共收伙食费104万元。",
        passes="食堂用餐学生760人，每生每天伙食费15元，按本学期100天计算，共收伙食费114万元。",
        find=given(_factors, _three_factors),
    ),
)
