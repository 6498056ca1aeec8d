"""Figures whose relation the words tell: done and its rate, taken and not taken, a part and its share, a change and its rate, area and price."""

import re
from collections.abc import Iterator, Sequence

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.amounts import (
    Amount,
    Statement,
    alike,
    places,
    related_statements,
    same,
    share_of,
    statements,
    written,
)
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import Waiting, warning_of
from mingbai.text.proofreading.rules.arithmetic.products import RATED
from mingbai.text.proofreading.rules.arithmetic.totals import sum_finding
from mingbai.text.proofreading.structure import chinese_number
from mingbai.text.proofreading.triggers import matches_near, waiting_for

Group = Sequence[Amount]


def _told(passage: Passage, count: int) -> Iterator[tuple[Statement, Group]]:
    """Every run of so many figures of one sentence, none of them a mere estimate."""
    for sentence in passage.once(related_statements):
        for place in range(len(sentence.amounts) - count + 1):
            group = sentence.amounts[place : place + count]
            if not any(one.about for one in group):
                yield sentence, group


def _percent_off(right: float, told: Amount) -> bool:
    """Whether a share differs from what it should be by more than its rounding."""
    return abs(right - told.value) > 0.5 * told.step + 0.1


def _finding(rule: Rule, passage: Passage, group: Group, said: str, suggestion: str) -> Finding:
    first, last = group[0], group[-1]
    return rule.finding(
        passage, first.start, last.end, said, suggestion=suggestion, related=places(passage, group[:-1])
    )


# --- done, and its rate ---------------------------------------------------------------------------------------

_RATE = lazy.pattern(r"(?P<what>(?!节)[一-鿿]{2})率(?:为|达到?|是|约)?$")
_RATE_WORDS = waiting_for(("率",))
_CARRIED = lazy.pattern("结转|往年|上年|历年|去年|跨年|每|各[镇乡村县单部]|提高|提升|上升|下降|分别|比")
_PLAIN_RATES = frozenset("办结 答复 回复 完成 办复 整改 处理 结案 解决".split())  # noqa: SIM905
_MOST_APART = 24


def _rates(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「办理8.62万件，办结8.61万件，办结率99.1%」."""
    for sentence, group in _told(passage, 3):
        whole, done, rate = group
        named = _RATE.search(rate.label) if rate.unit == "%" else None
        if named is None or whole.unit != done.unit or not 0 < done.value < whole.value:
            continue
        words = sentence.words[max(0, whole.start - sentence.start - 16) : rate.start - sentence.start]
        is_done = re.search(rf"(?<![不未无]){named['what']}(?:的|了|有)?$", done.label)
        if not is_done or _CARRIED.search(words) or rate.start - done.end > _MOST_APART:
            continue
        plain = all(passage.text[one.start : one.end - len(one.unit)].isdecimal() for one in (whole, done))
        if plain and (named["what"] in _PLAIN_RATES or f"{named['what']}率" in RATED):
            continue
        right = share_of(done.value, whole.value)
        if _percent_off(right, rate):
            said = f"{written(done.value, done.unit)}除以{written(whole.value, whole.unit)}是{right:.2f}%，文中写的是{rate.value:g}%。"
            yield _finding(rule, passage, group, said, f"{right:.2f}%")


# --- taken and not taken --------------------------------------------------------------------------------------

_TAKEN = lazy.pattern(r"(?<![分本不未])(?P<what>(?!同意|赞成|满意|参加)[一-鿿]{2})(?:的|了|有|为)?$")
_NOT_TAKEN = lazy.pattern(r"(?:未|不|没有?|尚未)(?:予以?|予)?(?P<what>[一-鿿]{2})(?:的|有|为)?$")
_NOT_WORDS = waiting_for(("，未", "、未", "；未", "，不", "、不", "没有", "尚未"))
_BETWEEN = lazy.pattern(
    r"[^。；;\d]{0,12}[，,：:（(](?:其中|经[^，,。\d]{1,6}|已|目前)?[，,]?[^，,。；;\d]{0,8}"
)
_THEN = lazy.pattern(r"[^，,。；;\d]{0,2}[，,、](?:另有|还有|其余|尚有)?[^，,。；;\d]{0,8}")


def _complements(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「意见24条，采纳15条，未采纳11条」: what was taken and what was not make up the whole."""
    for sentence, group in _told(passage, 3):
        whole, taken, rest = group
        first, second = _TAKEN.search(taken.label), _NOT_TAKEN.search(rest.label)
        if first is None or second is None or first["what"] != second["what"]:
            continue
        if _NOT_TAKEN.search(taken.label) or not (alike(whole, taken) and alike(taken, rest)):
            continue
        if not _BETWEEN.fullmatch(sentence.between(whole, taken)) or not _THEN.fullmatch(
            sentence.between(taken, rest)
        ):
            continue
        after = sentence.words[rest.end - sentence.start :]
        if re.match(r"[、，,](?:部分|正在|另|待|基本)[^，,。；;]{0,8}\d", after) or _CARRIED.search(
            whole.label
        ):
            continue
        apart = not same(taken.value + rest.value, whole.value, whole.step)
        if apart and max(taken.value, rest.value) <= whole.value:
            yield sum_finding(rule, passage, whole, (taken, rest))


# --- a part and its share -------------------------------------------------------------------------------------

_SHARE = lazy.pattern(r"^(?:约)?占(?:比|总数|总量|全部|公开总数|信息总数)?(?:的|为|达)?$")
_SHARE_WORDS = waiting_for(("占",))
_COMMON = frozenset("信息 政府 全年 共计 我镇 我局 其中 各类 主动".split())  # noqa: SIM905


def _pairs_of(words: str) -> set[str]:
    return {words[at : at + 2] for at in range(len(words) - 1)} - _COMMON


def _shares(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「公开信息210条，网站公开105条，占60%」, where the two figures are told of with one word."""
    for sentence, group in _told(passage, 3):
        whole, part, share = group
        if share.unit != "%" or whole.unit != part.unit or not 0 < part.value < whole.value:
            continue
        if not _SHARE.match(share.label) or share.start - part.end > 8 or "其中" in sentence.words:
            continue
        before = [one for one in sentence.amounts if one.end <= part.start and one.unit == part.unit]
        if len(before) != 1 or not _pairs_of(whole.label) & _pairs_of(part.label):
            continue
        right = share_of(part.value, whole.value)
        if _percent_off(right, share) and not re.search("每|比|较|分别", sentence.between(whole, share)):
            said = f"{written(part.value, part.unit)}占{written(whole.value, whole.unit)}的{right:.1f}%，文中写的是{share.value:g}%。"
            yield _finding(rule, passage, group, said, f"{right:.1f}%")


# --- a change and its rate ------------------------------------------------------------------------------------

_UP, _DOWN = "增加|增长|增|上升|提高|多", "减少|下降|减|降低|少"
_BY = lazy.pattern(
    rf"^(?:净|同比|比上年度?|较上年度?|比去年|较去年|环比)?(?:(?P<up>{_UP})|(?P<down>{_DOWN}))了?$"
)
_BASE = lazy.pattern(r"[比较](?:20\d\d年度?|上年度?|去年|上年同期|去年同期|同期)[^，,。；;]{0,6}(?:的)?$")
_CHANGE_WORDS = waiting_for(("增", "减", "上升", "下降", "提高", "降低"))


def _way(one: Amount) -> bool | None:
    """Whether the words before a figure say that so much came to it or went; None where they say neither."""
    told = _BY.match(one.label)
    return None if told is None else told["up"] is not None


def _growths(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「比2014年的80条增加14条，增长15%」 and 「560条，同比增长40%，比上年增加120条」."""
    for sentence, group in _told(passage, 3):
        units = {one.unit for one in group} - {"%"}
        percents = [one for one in group if one.unit == "%"]
        if len(units) != 1 or len(percents) != 1 or group[0].unit == "%":
            continue
        rate = percents[0]
        change = group[1] if rate is group[2] else group[2]
        upwards, grows = _way_of(sentence, group[0], change), _way(rate)
        if (
            upwards is None
            or grows is None
            or upwards != grows
            or re.search("[；;]", sentence.between(group[0], group[2]))
        ):
            continue
        is_base = _BASE.search(group[0].label) is not None
        base = group[0].value if is_base else group[0].value - change.value * (1 if upwards else -1)
        if rate is group[2] and not is_base or base <= 0:
            continue  # 「N条，比上年增加M条，增长P%」 has its own rule
        right = share_of(change.value, base)
        if _percent_off(right, rate):
            said = f"从{written(base, change.unit)}{'增加' if upwards else '减少'}{written(change.value, change.unit)}，应是{right:.1f}%，文中写的是{rate.value:g}%。"
            yield _finding(rule, passage, group, said, f"{right:.1f}%")


def _way_of(sentence: Statement, first: Amount, change: Amount) -> bool | None:
    """The same for a change that follows what it is of at once: 「80条增加14条」."""
    between = sentence.between(first, change)
    at_once = lazy.pattern(rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))了?").fullmatch(between)
    return at_once["up"] is not None if at_once else _way(change)


# --- area and price -------------------------------------------------------------------------------------------

_PRICE = lazy.pattern(r"每(?P<unit>亩|户|人|名|头|只|台|平方米|公里)(?:[^，,。；;\d]{0,6})$")
_MONEY = lazy.pattern(r"(?:资金|金额|总额|补贴款|补助款|合计|共计|共|兑付|发放)[^，,。；;\d每]{0,4}$")
_PRICE_WORDS = waiting_for(tuple(f"每{unit}" for unit in "亩 户 人 名 头 只 台 平方米 公里".split()))  # noqa: SIM905
_NOT_PLAIN = lazy.pattern("其中|分别|不等|以上|以下|左右|每月|每年|个月|季|扣|另|除|已|首批|部分|预拨|先行")


def _prices(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「面积32.6万亩，每亩75元，发放资金2845万元」."""
    for sentence, (count, price, total) in _told(passage, 3):
        each = _PRICE.search(price.label) if price.unit == "元" else None
        if each is None or total.unit != "元" or not _MONEY.search(total.label):
            continue
        big = passage.text[count.start : count.end]
        if not big.endswith(each["unit"]) or not ("万" in big or "." in big):
            continue  # whole numbers have their own rule
        words = sentence.words[max(0, count.start - sentence.start - 20) : total.end - sentence.start]
        right = count.value * price.value
        if _NOT_PLAIN.search(words) or not total.value or right > 20 * total.value:
            continue
        if not same(right, total.value, max(total.step, count.step * price.value)):
            said = f"{big}、每{each['unit']}{price.value:g}元，应是{written(right, '元')}，写的是{written(total.value, '元')}。"
            yield _finding(rule, passage, (count, price, total), said, written(right, "元"))


# --- an average, and what is stated to be a share of ------------------------------------------------------------

_MEAN_OF = lazy.pattern(r"平均每?(?P<unit>个|件|项|户|人|名|家|处|场|期|台|亩)")
_MEAN_WORDS = waiting_for(("平均",))


def _means(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「公示科技项目18个，总经费540万元，平均每个项目36万元」."""
    for sentence, group in _told(passage, 3):
        count, total, mean = group
        of = _MEAN_OF.search(mean.label)
        if (
            of is None
            or total.unit != mean.unit
            or count.unit == total.unit
            or not alike_unit(count.unit, of["unit"])
        ):
            continue
        between = sentence.between(count, mean)
        if re.search("[；;]|其中|分别|每月|每年|最|以上", between) or not count.value or not mean.value:
            continue
        right = total.value / count.value
        if abs(right - mean.value) > max(0.51 * mean.step, 0.02 * mean.value):
            said = f"{written(total.value, total.unit)}除以{count.value:g}是{written(right, total.unit)}，文中写的是{written(mean.value, mean.unit)}。"
            yield _finding(rule, passage, group, said, written(right, total.unit))


def alike_unit(one: str, other: str) -> bool:
    people = frozenset("人名位")
    return one == other or {one, other} <= people or {one, other} <= {"户", "家"}


_OF_STATED = lazy.pattern(r"^占[^，,。；;\d]{0,10}$")


def _stated(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「项目支出1640万元，占总支出3960万元的51.4%」."""
    for sentence, group in _told(passage, 3):
        part, whole, share = group
        if (
            share.unit != "%"
            or part.unit != whole.unit
            or not whole.value
            or sentence.between(whole, share) != "的"
        ):
            continue
        if not _OF_STATED.match(whole.label) or len(sentence.between(part, whole)) > 14:
            continue
        right = share_of(part.value, whole.value)
        if _percent_off(right, share):
            said = f"{written(part.value, part.unit)}占{written(whole.value, whole.unit)}的{right:.1f}%，文中写的是{share.value:g}%。"
            yield _finding(rule, passage, group, said, f"{right:.1f}%")


# --- made up of so many -----------------------------------------------------------------------------------------

_MADE_UP = lazy.pattern(
    r"由(?P<all>\d{1,3}|[一二三四五六七八九十]{1,3})[人名]组成[，,：:（(](?:其中)?(?P<list>[^。；;\n，,（）()]{4,80})"
)
_MADE_UP_WORDS = waiting_for(("人组成", "名组成"))
_ONE = lazy.pattern(r"[^、\d一二三四五六七八九十]{1,12}(?P<n>\d{1,3}|[一二三四五六七八九十]{1,2})(?:人|名)")


def _made_up(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「由5人组成，组长1名、副组长1名、成员2名」."""
    for match in matches_near(passage, _MADE_UP_WORDS, _MADE_UP, 110):
        items = match["list"].split("、")
        found = [_ONE.fullmatch(item) for item in items]
        numbers = [_number(one["n"]) for one in found if one]
        whole = _number(match["all"])
        if len(numbers) != len(items) or len(items) < 2 or None in numbers or whole is None:
            continue
        added = sum(number or 0 for number in numbers)
        if added != whole and not re.search("党员|女|代表[^、]{0,4}不少于", match["list"]):
            said = f"各项相加是{added}人，前面说由{whole}人组成，请核对。"
            yield rule.finding(passage, *match.span(), said)


def _number(words: str) -> int | None:
    return int(words) if words.isdecimal() else chinese_number(words)


# --- parts in the line after ----------------------------------------------------------------------------------

_AMONG_WORDS = waiting_for(("\n其中", "\n 其中", "\n　其中", "\n　　其中"))
_LISTED = lazy.pattern(r"[^，,。；;\d]{0,8}[、，,；;]?[^，,。；;、\d]{1,14}")


def _next_lines(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """A line that begins with 「其中」 and lists three parts and more of the one figure of its unit in the line before."""
    told = passage.once(statements)
    for above, below in zip(told, told[1:], strict=False):
        if (
            not below.words.lstrip().startswith("其中")
            or "\n" not in passage.text[above.end : below.start + 2]
        ):
            continue
        parts = below.amounts
        totals = [one for one in above.amounts if one.unit == parts[0].unit]
        if (
            len(parts) < 3
            or len(totals) != 1
            or any(one.unit != totals[0].unit or one.about for one in (*parts, *totals))
        ):
            continue
        links = (below.between(one, two) for one, two in zip(parts, parts[1:], strict=False))
        if not all(_LISTED.fullmatch(link) for link in links):
            continue
        added = sum(one.value for one in parts)
        close = added > totals[0].value or added > 0.95 * totals[0].value
        if close and not same(added, totals[0].value, max(one.step for one in parts)):
            said = f"其中各项相加是{written(added, parts[0].unit)}，与上一行的{written(totals[0].value, parts[0].unit)}不符。"
            yield _finding(rule, passage, parts, said, "核对总数和各项数字")


_rule = warning_of("arithmetic", "arithmetic_inconsistency")

RULES = (
    _rule(
        "rate_of_done",
        "成功率、办结率等要等于前面两个数字相除，以「万」计数的也一样。",
        "办理服务事项8.62万件，办结8.61万件，办结率99.1%。",
        "办理服务事项8.62万件，办结8.61万件，办结率99.9%。",
        Waiting(_RATE_WORDS, _rates),
    ),
    _rule(
        "complement",
        "采纳和未采纳、合格和不合格，两项相加要等于总数。",
        "收到意见建议24条，采纳15条，未采纳11条。",
        "收到意见建议24条，采纳15条，未采纳9条。",
        Waiting(_NOT_WORDS, _complements),
    ),
    _rule(
        "share_of_named",
        "前一个数是总数、后一个数是其中一种的，占比要等于两数相除。",
        "全乡公开政务信息210条，网站公开105条，占60%。",
        "全乡公开政务信息210条，网站公开105条，占50%。",
        Waiting(_SHARE_WORDS, _shares),
    ),
    _rule(
        "growth_told",
        "增加的数和增长的百分比要相符，先写百分比的也一样。",
        "全年公开信息560条，同比增长40%，比上年增加120条。",
        "全年公开信息560条，同比增长27.3%，比上年增加120条。",
        Waiting(_CHANGE_WORDS, _growths),
    ),
    _rule(
        "area_and_price",
        "面积、单价和资金总额要乘得起来。",
        "补贴面积32.6万亩，补贴标准每亩75元，发放资金2845万元。",
        "补贴面积32.6万亩，补贴标准每亩75元，发放资金2445万元。",
        Waiting(_PRICE_WORDS, _prices),
    ),
    _rule(
        "mean_told",
        "平均每个、每项多少，要等于总数除以个数。",
        "公示科技项目18个，总经费540万元，平均每个项目36万元。",
        "公示科技项目18个，总经费540万元，平均每个项目30万元。",
        Waiting(_MEAN_WORDS, _means),
    ),
    _rule(
        "share_of_stated",
        "写明占多少的百分之几，要等于两数相除。",
        "项目支出1640万元，占总支出3960万元的51.4%。",
        "项目支出1640万元，占总支出3960万元的41.4%。",
        Waiting(_SHARE_WORDS, _stated),
    ),
    _rule(
        "made_up_of",
        "由几人组成，后面列出的人数相加要等于它。",
        "监督小组由5人组成，组长1名、副组长1名、成员2名。",
        "监督小组由5人组成，组长1名、副组长1名、成员3名。",
        Waiting(_MADE_UP_WORDS, _made_up),
    ),
    _rule(
        "parts_in_next_line",
        "另起一行写「其中」的，各项相加要与上一行的总数相符。",
        "全县补贴面积32.6万亩。\n其中，东部14.2万亩、中部9.8万亩、西部8.4万亩。",
        "全县补贴面积32.4万亩。\n其中，东部14.2万亩、中部9.8万亩、西部8.4万亩。",
        Waiting(_AMONG_WORDS, _next_lines),
    ),
)
