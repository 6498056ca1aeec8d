"""Averages whose whole and number stand apart from them, in another sentence: none of the figures near by yields the average.

Only where both a whole and a number of the right kind stand near; which of them is meant the text does not say, so hints.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import product

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.amounts import Amount, Statement, statements, written
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import Waiting, hint_of
from mingbai.text.proofreading.rules._ledger import around, unit_of
from mingbai.text.proofreading.rules._told import number_in, said_around
from mingbai.text.proofreading.triggers import matches_near, waiting_for

_MEAN = lazy.pattern(
    r"(?P<of>[户人日月村班校车批场期件家台所次亩辆])均(?P<what>[^，,。；;\d]{0,5})$|平均(?:约)?每?个?(?P<each>工作日|户|人|天|日|月|村|班|车|批|场|期|件|家|台|所|次|亩|辆)(?P<what2>[^，,。；;\d]{0,5})$"
)
_WORDS = waiting_for(("均", "平均每"))
# By which units the average may be taken.
_BY = {
    "户": ("户",),
    "人": ("人", "人次"),
    "村": ("个",),
    "班": ("个",),
    "校": ("所", "个"),
    "车": ("辆", "台"),
    "辆": ("辆",),
    "批": ("批", "批次"),
    "场": ("场", "次"),
    "期": ("期",),
    "件": ("件",),
    "家": ("家",),
    "台": ("台", "台次"),
    "所": ("所",),
    "次": ("次", "批次"),
    "亩": ("亩",),
    "日": ("天",),
    "天": ("天",),
    "工作日": ("天",),
    "月": ("月",),
}
_YEAR = {"工作日": (240.0, 254.0), "日": (240.0, 366.0), "天": (240.0, 366.0), "月": (12.0, 12.0)}
_NOT_TAKEN = lazy.pattern(
    "比|较|同|去年|上年|最|其中|以上|标准|达标|不低于|不足|每月|增|提高|缴|超|收入|纯收入|补助|补贴|奖励|面积|年龄|全[县市省国]|预算|限额|每天|分别|水平|低保|保障金|就业|种植"
)
_ROUGH, _FINE, _MOST_WHOLES, _MOST_NUMBERS = 0.08, 0.03, 2, 3


def _numbers(every: Sequence[Amount], mean: Amount, of: str) -> list[float]:
    plain = [
        one.value
        for one in every
        if one is not mean and unit_of(one) in _BY[of] and not one.about and one.value > 1
    ]
    if of in _YEAR and not plain:
        return list(_YEAR[of])
    return plain


def _is_year(passage: Passage, sentence: Statement) -> bool:
    return re.search(r"全年|年度|20\d\d年(?!\d{1,2}月)|一年来", sentence.words) is not None


def _is_of(one: Amount, mean: Amount) -> bool:
    """Whether the average can be of this: 「家」 of 「家」 and of 「家次」."""
    return (
        unit_of(one).removesuffix("次") == unit_of(mean).removesuffix("次")
        if unit_of(mean) != "次"
        else unit_of(one) == "次"
    )


def _means(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「公务用车保有量3辆，运行费14.4万元。车均运行费4.1万元」."""
    for place, sentence in enumerate(passage.once(statements)):
        for mean in sentence.amounts:
            told = _MEAN.search(mean.label)
            if (
                told is None
                or mean.value <= 0
                or mean.unit == "%"
                or _NOT_TAKEN.search(re.sub("平均每[月天]", "", mean.label))
            ):
                continue
            of = told["of"] or told["each"]
            every = around(passage, place)
            wholes = [
                one for one in every
                if one is not mean and _is_of(one, mean) and one.value > mean.value and not one.about
            ]  # fmt: skip
            numbers = _numbers(every, mean, of)
            if not 1 <= len(wholes) <= _MOST_WHOLES or not 1 <= len(numbers) <= _MOST_NUMBERS:
                continue
            if of in _YEAR and tuple(numbers) == _YEAR[of] and not _is_year(passage, sentence):
                continue
            if not _yields([one.value for one in wholes], numbers, mean, of):
                said = f"由前后的数字算不出{told[0]}{written(mean.value, mean.unit)}，请核对。"
                yield rule.finding(passage, mean.start - min(len(mean.label), 8), mean.end, said)


def _yields(wholes: Sequence[float], numbers: Sequence[float], mean: Amount, of: str) -> bool:
    slack = (_ROUGH if mean.about else _FINE) * mean.value + 0.51 * mean.step
    if of in _YEAR and tuple(numbers) == _YEAR[of]:
        least, most = numbers[0], numbers[-1]
        return any(whole / most - slack <= mean.value <= whole / least + slack for whole in wholes)
    return any(abs(whole / number - mean.value) <= slack for whole, number in product(wholes, numbers))


# --- so many for each, and all of them ------------------------------------------------------------------------------

_EACH = lazy.pattern(
    r"每一?(?P<of>[一-鿿]{1,7}?)(?:每[餐天月年次季])?(?:平均|统一|至少|均|各|配备|配|设立?|有|安排|补助|补贴|收取?|缴纳|奖补|奖励|发放|标准为?|明确|选派|约|为|投入|产|需|栽植?|种植?)*(?:[一-鿿]{2,4})?$|亩(?P<yield>产)[一-鿿]{0,4}$"
)
_EACH_WORDS = waiting_for(("每", "亩产"))
_ALL_TOLD = lazy.pattern("共计?|合计|总|累计|投资|投入|资金|兑现|兑付|全年|全部|收入|支付|发放|用地|现有")
_CALLED_ALL = lazy.pattern("(?:^|[^公])(?:共计?|合计|总计|累计)")
_TIMES = lazy.pattern("[天日周月季年次期场餐届]")
_EQUAL, _WIDE = 0.03, 2.6


_VERBS = lazy.pattern(
    "(?:平均|统一|至少|均|各|配备|配|设立?|有|安排|补助|补贴|收取?|缴纳|奖补|奖励|发放|标准为?|明确|选派|约|为|投入|产|需|栽植?|种植?|书记|每[餐天月年次季])+(?:[一-鿿]{2,4})?$"
)


_IN_CLAUSE = lazy.pattern(r"[^，,。；;、\n]{0,8}")


def _behind(passage: Passage, one: Amount) -> str:
    """What stands right behind a figure in its clause."""
    found = _IN_CLAUSE.match(passage.text, one.end, passage.end)
    return found[0] if found else ""


def _of_what(told: re.Match[str]) -> str:
    """「处工程」 of 「每处工程」, 「人」 of 「每人每餐」."""
    return "亩" if told["yield"] else _VERBS.sub("", told[0][1:]) or told["of"]


_ENDS = frozenset("队村组班校站店院所")


def _counts(passage: Passage, every: Sequence[Amount], each: Amount, of: str) -> list[Amount]:
    """The figures that count what each is said of: 「8支」 or 「8支工作队」 for 「每支工作队」."""
    found = []
    for one in every:
        after = _behind(passage, one)
        named = (
            one.unit == of[:1]
            or (len(of) > 1 and of[-2:] in one.label[-5:] + after[:6])
            or of == one.unit
            or (len(of) == 1 and of in _ENDS and (one.label.endswith(of) or after.endswith(of)))
        )
        if one is not each and named and one.value > 1 and not one.about:
            found.append(one)
    return found


def _products(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「田块3200亩，预计亩产1500公斤，总产量480万吨」; 「工作队8支、队员24名，每支工作队2名」."""
    for place, sentence in enumerate(passage.once(statements)):
        for each in sentence.amounts:
            told = _EACH.search(each.label) if each.unit != "%" else None
            of = _of_what(told) if told else ""
            if not of or (_TIMES.fullmatch(of[:1]) and of[:1] != "餐") or each.value <= 0:
                continue
            every = around(passage, place)
            numbers = _counts(passage, every, each, of) or _anywhere(passage, each, of)
            wholes = [
                one for one in every
                if one is not each and unit_of(one) == unit_of(each) and one not in numbers and one.value > each.value
                and abs(one.start - each.start) < _BESIDE
            ]  # fmt: skip
            called = [one for one in wholes if _CALLED_ALL.search(one.label)]
            wholes = called if len(called) == 1 else wholes
            if len(numbers) != 1 or len(wholes) != 1 or not _is_all(wholes[0], each):
                continue
            right, whole = numbers[0].value * each.value, wholes[0]
            off = abs(whole.value - right)
            if off > (_ROUGH if each.about else _EQUAL) * right + 0.51 * whole.step and _apart(
                right, whole.value, told is not None and bool(told["yield"])
            ):
                said = f"{numbers[0].value:g}{numbers[0].unit}、{told[0] if told else ''}{written(each.value, each.unit)}，应是{written(right, each.unit)}，写的是{written(whole.value, whole.unit)}，请核对。"
                start, end = min(each.start, whole.start), max(each.end, whole.end)
                yield rule.finding(passage, start - 1 if start > passage.start else start, end, said)


_BESIDE = 50


def _by_unit(passage: Passage) -> dict[str, list[Amount]]:
    """The first figures of each unit."""
    found: dict[str, list[Amount]] = defaultdict(list)
    for sentence in passage.once(statements):
        for one in sentence.amounts:
            if len(found[one.unit]) < _MOST_OF_UNIT:
                found[one.unit].append(one)
    return found


_MOST_OF_UNIT = 30


def _anywhere(passage: Passage, each: Amount, of: str) -> list[Amount]:
    """The one number of such places that the text tells, wherever: 「23处工程」 for 「每处工程」."""
    found = [
        one for one in passage.once(_by_unit).get(of[:1], ())
        if one is not each and len(of) > 1 and not one.about and one.value > 1
        and of[1:] in one.label[-6:] + _behind(passage, one)
    ]  # fmt: skip
    return found[:1] if len({one.value for one in found}) == 1 else []


def _is_all(whole: Amount, each: Amount) -> bool:
    """Whether a figure may be of all: it is called so, or stands before what each has."""
    return _ALL_TOLD.search(whole.label) is not None or (whole.start < each.start and whole.step >= 1)


def _apart(right: float, whole: float, wide: bool) -> bool:
    return wide or right / _WIDE <= whole <= right * _WIDE


# --- so often, and so many in the year ------------------------------------------------------------------------------

_OFTEN = lazy.pattern(
    r"每(?P<k>半|[两二三四六2346])?个?(?P<u>天|日|周|星期|月|季度?)(?:至少|不少于|各|约|平均|定期)?[一-鿿]{0,8}?(?P<n>[一二两三四五六]|\d{1,4})?(?P<unit>次|期|场|条|篇|吨|轮|例)?(?=[，,。；;、（(）)\n]|$)|日均[一-鿿]{0,6}(?P<n2>\d{1,4})(?P<unit2>条|次|篇|吨|人次|件)"
)
_IN_YEAR = lazy.pattern(
    r"(?P<period>全年|本年度?|一年来|年内|年度|半年|上半年|本学期)?[^，,。；;\d]{0,10}?(?P<floor>不少于|不低于|至少|超过)?(?<![\d.第])(?P<n>\d{1,6})(?P<unit>次|期|场|条|篇|吨|轮|例|人次|件)"
)
_OFTEN_WORDS = waiting_for(
    ("每天", "每日", "每周", "每月", "每季", "每半年", "每两", "每星期", "每个", "日均")
)
# So many in a year at least and at most.
_RATES = {"天": (240, 366), "日": (240, 366), "周": (45, 53), "星期": (45, 53), "月": (12, 12), "季": (4, 4), "季度": (4, 4), "年": (1, 1)}  # fmt: skip


def _times(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「每季度审核一次，全年审核票据3次」."""
    for match in matches_near(passage, _OFTEN_WORDS, _OFTEN, 30):
        unit, n = match["unit"] or match["unit2"] or "", number_in(match["n"] or match["n2"] or "1") or 1
        low, high = said_around(passage, *match.span(), "。\n", _SIDE)
        every = [
            one for one in _IN_YEAR.finditer(passage.text, low, high)
            if not (match.start() <= one.start("n") < match.end()) and (one["unit"] == unit or (unit in {"", "次"} and one["unit"] in {"次", "期", "场"}))
        ]  # fmt: skip
        told = [one for one in every if one["period"]]
        if len(told) != 1 or len(every) > _FEW_TOLD or _ANY_TIME.search(passage.text, low, high):
            continue
        if not (_same_deed(match[0], told[0][0]) or (unit == told[0]["unit"] and unit not in {"", "次"})):
            continue
        least, most = _yearly(match, n, told[0]["period"] or "")
        number = int(told[0]["n"])
        if (number > most * 1.02 if told[0]["floor"] else not least * 0.98 <= number <= most * 1.02) or (
            told[0]["floor"] and number < 0.8 * least
        ):
            start, end = min(match.start(), told[0].start()), max(match.end(), told[0].end())
            often = f"{least:g}" if least == most else f"{least:g}至{most:g}"
            said = f"「{match[0]}」合{often}{told[0]['unit']}，写的是{number}{told[0]['unit']}，请核对。"
            yield rule.finding(passage, start, end, said)


_FEW_TOLD, _SIDE = 3, 60
# More may be done than is laid down.
_ANY_TIME = lazy.pattern("随时|临时|重大|不定期|以上|另外")


def _yearly(match: re.Match[str], n: int, period: str) -> tuple[float, float]:
    k = match["k"]
    unit = "年" if k == "半" and not match["u"] else match["u"] or "日"
    least, most = _RATES[unit]
    every = 1.0 if k is None else 0.5 if k == "半" else float(number_in(k) or 1)
    part = 0.5 if "半年" in period else 1.0
    return least * n / every * part, most * n / every * part


def _same_deed(one: str, other: str) -> bool:
    """Whether two characters of a deed stand in both: 「每季度更新一次」, 「公开栏更新12期」."""
    words = re.sub(r"[^一-鿿]|每|季度|月|周|[一二两三四五六]次", " ", one)
    return any(words[at : at + 2] in other for at in range(len(words) - 1) if " " not in words[at : at + 2])


_rule = hint_of("arithmetic", "arithmetic_inconsistency")

RULES = (
    _rule(
        "mean_of_others",
        "人均、日均、车均等，要能由前后写的总数和个数算出来。",
        "全年接待读者12.4万人次，日均640人次，全年开放312天。",
        "全年接待读者12.4万人次，日均397人次，全年开放312天。",
        Waiting(_WORDS, _means),
    ),
    _rule(
        "each_by_number",
        "每一个多少、共有几个，与总数要相符，三个数不在一句里也一样。",
        "现有工作队8支、队员24名，每支工作队2名。",
        "现有工作队8支、队员24名，每支工作队3名。",
        Waiting(_EACH_WORDS, _products),
    ),
    _rule(
        "so_often_in_year",
        "每月、每季度几次，与全年的次数要相符。",
        "每季度审核一次，全年审核票据3次。",
        "每季度审核一次，全年审核票据4次。",
        Waiting(_OFTEN_WORDS, _times),
    ),
)
