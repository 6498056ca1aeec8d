"""Sums and products over a whole sentence: periods, pairs that make up a whole, price by number."""

import re
from collections.abc import Iterator, Sequence

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.amounts import (
    PEOPLE,
    Amount,
    Statement,
    alike,
    places,
    related_statements,
    same,
    written,
)
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import Waiting
from mingbai.text.proofreading.triggers import waiting_for


def sum_finding(
    rule: Rule, passage: Passage, total: Amount, parts: Sequence[Amount], severity: None = None
) -> Finding:
    added = sum(one.value for one in parts)
    said = f"{'、'.join(written(one.value, one.unit) for one in parts[:8])}相加是{written(added, total.unit)}，写的总数是{written(total.value, total.unit)}。"
    start, end = min(one.start for one in (total, *parts)), max(one.end for one in (total, *parts))
    if end - start > 90:
        start, end = total.start - min(len(total.label), 6), total.end
    return rule.finding(
        passage,
        start,
        end,
        said,
        suggestion="核对总数和各项数字",
        related=places(passage, (total, *parts)),
        severity=severity,
    )


# --- periods --------------------------------------------------------------------------------------------------

_PERIOD = lazy.pattern(
    r"上半年|下半年|[一二三四]季度|(?:19|20)\d\d年|\d{1,2}\s?[—－-]\s?\d{1,2}月|[上中下]旬|第[一二三四]季度|春季|秋季"
)
_ALL_PERIODS = lazy.pattern(r"累计|全年|[两三四五]年|合计|共计|总计")
_PERIOD_WORDS = waiting_for(("上半年", "下半年", "季度", "旬", "春季", "秋季", "两年", "三年", "四年", "五年", "累计", "月公开"))  # fmt: skip
_NOT_ALL = lazy.pattern("其中|计划|目标|以来|去年|上年|同比|截至|目前|占")


def _periods(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「上半年16处，下半年11处，全年共25处」: parts of time and then the whole of it."""
    for sentence in passage.once(related_statements):
        for place, total in enumerate(sentence.amounts):
            if place < 2 or total.about or not _ALL_PERIODS.search(total.label) or _is_mean(total):
                continue
            parts: list[Amount] = []
            for one in reversed(sentence.amounts[:place]):
                if one.unit != total.unit or one.about or not _PERIOD.search(clause_before(sentence, one)):
                    break
                parts.insert(0, one)
            if len(parts) < 2 or len({_kind(sentence, one) for one in parts}) != 1:
                continue
            words = sentence.words[parts[0].start - sentence.start : total.end - sentence.start]
            if (
                _NOT_ALL.search(words)
                or any(one.value > total.value for one in parts)
                and len(parts) == 2
                and "累计" in words
            ):
                continue
            if not _whole_of_time(sentence, parts, total):
                continue
            if not same(sum(one.value for one in parts), total.value, total.step):
                yield sum_finding(rule, passage, total, parts)


def _is_mean(total: Amount) -> bool:
    """「全年平均92.9%」, 「全年满意率96%」: no sum of what the parts of the year had."""
    return total.unit == "%" or re.search("平均|均$|均为", total.label) is not None


def clause_before(sentence: Statement, amount: Amount) -> str:
    return sentence.words[
        max(0, amount.start - sentence.start - 20) : amount.start - sentence.start
    ].rpartition("，")[2]


def _kind(sentence: Statement, amount: Amount) -> str:
    found = _PERIOD.findall(clause_before(sentence, amount))
    return re.sub(r"[\d上下一二三四第中春秋]", "", found[-1]) if found else ""


def _whole_of_time(sentence: Statement, parts: Sequence[Amount], total: Amount) -> bool:
    """Two halves or four quarters for a year; as many years as the total speaks of."""
    kind, count = _kind(sentence, parts[0]), len(parts)
    if kind in {"半年", "季", "旬", "季度"}:
        return count == {"半年": 2, "季度": 4, "旬": 3, "季": 2}[kind]
    if kind == "年":
        said = re.search("([两三四五])年", total.label)
        return said is None or {"两": 2, "三": 3, "四": 4, "五": 5}[said[1]] == count
    return count == 2


# --- pairs ----------------------------------------------------------------------------------------------------

_PAIRS = (
    ("专职", "兼职"),
    ("公办", "民办"),
    ("集中供养", "分散供养"),
    ("上半年", "下半年"),
    ("城镇", "农村"),
    ("网上", "线下"),
    ("线上", "线下"),
    ("党员", "非党员"),
    ("行政村", "社区"),
    ("行政村", "居委会"),
    ("户籍人口", "流动人口"),
    ("新开工", "续建"),
    ("新建", "续建"),
    ("日间", "夜间"),
    ("白天", "夜间"),
    ("第一期", "第二期"),
    ("第一批", "第二批"),
    ("自筹", "补助"),
    ("自筹", "补贴"),
)
_PAIR_WORDS = waiting_for(tuple(word for pair in _PAIRS for word in pair))


def _pairs(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """A total beside the two figures that make it up."""
    for sentence in passage.once(related_statements):
        for place in range(len(sentence.amounts) - 1):
            first, second = sentence.amounts[place : place + 2]
            if not alike(first, second) or first.about or second.about or not _is_pair(first, second):
                continue
            total = _total_beside(sentence, place)
            if total is None or total.about or same(first.value + second.value, total.value, total.step):
                continue
            yield sum_finding(rule, passage, total, (first, second))


def _is_pair(first: Amount, second: Amount) -> bool:
    return any(
        (one in first.label[-12:] and other in second.label[-12:])
        or (other in first.label[-12:] and one in second.label[-12:])
        for one, other in _PAIRS
    )


def _total_beside(sentence: Statement, place: int) -> Amount | None:
    first, second = sentence.amounts[place : place + 2]
    after = sentence.amounts[place + 2 : place + 3]
    if after and alike(after[0], first) and re.search(r"(?:共计?|合计|总计|总数)(?:有|为)?$", after[0].label):
        return after[0]
    before = sentence.amounts[place - 1] if place else None
    if before is None or not alike(before, first) or before.unit != first.unit and first.unit not in PEOPLE:
        return None
    between = sentence.between(before, first)
    # Nobody is left over beside members and others.
    third = after and alike(after[0], first) and after[0].start - second.end < 14 and "非" not in second.label
    if third or not re.fullmatch(
        r"[^，,。；;\d]{0,6}[，,：:（(]?(?:其中|分别为)?[，,：:]?[^，,。；;\d]{0,10}|[^，,。；;\d]{0,16}[，,]其中[^，,。；;\d]{0,10}",
        between,
    ):
        return None
    return before


# --- prices and numbers ---------------------------------------------------------------------------------------

_EACH = lazy.pattern(
    r"每(?:个|生每|人每)?(?P<unit>[一-鿿]{1,3})(?:补助|补贴|奖励|发放|安排|配备|放置|租金|工资|奖金|标准)?(?:各)?(?P<far>[一-鿿]{0,4})$|(?P<price>单价|均价)(?:为)?$|(?:^|奖金|奖励)各$|^奖金(?:为)?$"
)
_SUM = lazy.pattern(r"(?:共计?|合计|总计|总额|总价|总共|一共|流转费|租金)[^，]{0,6}$")
_PRODUCT_WORDS = waiting_for(("每", "单价", "均价", "各"))
_LOOSE = lazy.pattern(
    "[约余超近]|左右|不等|至少|不少于|不超过|以上|以内|其中|最高|不低于|封顶|[—~～至]\\d|另|扣|减免|每月|按月|/月|个月|每季|已|除"
)
_KIN = {
    "生": "人名",
    "人": "名位",
    "名": "人位",
    "户": "家",
    "家": "户",
    "组": "个",
    "点": "个处",
    "期": "场",
    "班": "个",
    "村": "个",
}


def _products(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """Numbers with a price each and one total: 「二等奖2名，各1000元；三等奖3名，各500元，奖金总额6000元」."""
    for sentence in passage.once(related_statements):
        if _LOOSE.search(sentence.words) or len(sentence.amounts) < 3:
            continue
        found = _bill(sentence)
        if found is None:
            continue
        pairs, total = found
        right = sum(count.value * each.value for count, each in pairs)
        if same(right, total.value, max(total.step, 1e-3)) or not total.value or right > 20 * total.value:
            continue
        bill = "，".join(
            f"{written(count.value, count.unit)}乘{written(each.value, each.unit)}"
            for count, each in pairs[:6]
        )
        said = f"{bill}，应是{written(right, total.unit)}，写的是{written(total.value, total.unit)}。"
        yield rule.finding(
            passage,
            min(total.start - len(total.label), pairs[0][0].start)
            if abs(total.start - pairs[0][0].start) < 70
            else total.start - len(total.label),
            max(total.end, pairs[-1][1].end) if abs(total.start - pairs[-1][1].end) < 70 else total.end,
            said,
            suggestion="核对单价、数量和总额",
            related=places(passage, (total, *(one for pair in pairs for one in pair))),
        )


def _bill(sentence: Statement) -> tuple[list[tuple[Amount, Amount]], Amount] | None:
    """Every price with the figure that it is for, and the one total; None where a figure is left over."""
    eaches = [
        one for one in sentence.amounts if _EACH.search(one.label) and one.unit not in {"%", "分", "次"}
    ]
    totals = [one for one in sentence.amounts if one not in eaches and _SUM.search(one.label)]
    if not eaches or len(totals) != 1 or any(not alike(one, totals[0]) for one in eaches):
        return None
    pairs, used = [], set()
    for each in eaches:
        way = _EACH.search(each.label)
        unit = (way["unit"] if way else None) or ""
        around = [
            one for one in sentence.amounts if one is not each and one is not totals[0] and one not in eaches
        ]
        before = [one for one in around if one.start < each.start and _fits(one, unit)]
        after = [one for one in around if one.start > each.start and _fits(one, unit)]
        count = before[-1] if before else after[0] if after else None
        if (
            count is None
            or count in used
            or count.about
            or each.about
            or (len(eaches) == 1 and len(before) > 1)
        ):
            return None
        used.add(count)
        pairs.append((count, each))
    if any(
        one not in used
        for one in sentence.amounts
        if one not in eaches and one is not totals[0] and one.unit != "%"
    ):
        return None
    return pairs, totals[0]


def _fits(count: Amount, unit: str) -> bool:
    """Whether a figure counts what a price is for: 「每期」 and 「三期」; any figure where only 「单价」 is said."""
    if not unit:
        return count.unit not in {"元", "%", "月", "天"}
    return any(
        count.unit[0] == letter or count.unit[0] in _KIN.get(letter, "") for letter in (unit[0], unit[-1])
    ) or (unit.startswith("学期") and count.unit == "学期")


RULES = (
    Rule(
        name="arithmetic.periods",
        category="arithmetic_inconsistency",
        severity="error",
        explain="各季度、上下半年、各年的数字相加，要等于后面写的全年、累计。",
        fires="上半年已整治坑塘16处，下半年又整治11处，全年共整治坑塘25处。",
        passes="上半年已整治坑塘16处，下半年又整治11处，全年共整治坑塘27处。",
        find=Waiting(_PERIOD_WORDS, _periods),
    ),
    Rule(
        name="arithmetic.pair",
        category="arithmetic_inconsistency",
        severity="error",
        explain="专职和兼职、公办和民办一类，两项相加要等于总数。",
        fires="全镇现有网格员64名，其中专职19名、兼职46名。",
        passes="全镇现有网格员64名，其中专职19名、兼职45名。",
        find=Waiting(_PAIR_WORDS, _pairs),
    ),
    Rule(
        name="arithmetic.bill",
        category="arithmetic_inconsistency",
        severity="error",
        explain="写了几个、每个多少、一共多少的，乘出来要等于总数，几笔要加得起来。",
        fires="培训班举办三期，每期80人，共培训260人次。",
        passes="培训班举办三期，每期80人，共培训240人次。",
        find=Waiting(_PRODUCT_WORDS, _products),
    ),
)
