"""So much for each of them, so many of them, so much in all, in whatever order and however far apart in a paragraph."""

import re
from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.amounts import (
    Amount,
    Statement,
    in_full,
    places,
    related_statements,
    worth_of,
    written,
)
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import given

# --- one price, one number, one sum --------------------------------------------------------------------------------------

_EACH = lazy.pattern(
    r"(?:每|按)(?P<of>亩|户|人|名|个|盏|台|套|公里|平方米|吨|座|间|口|株|棵|本|册|份|辆|米|处|头|只)(?:每?[次年月天日])?(?P<between>[^，,。；;：:\d]{0,8})$|(?P<mean>亩|户|人)均(?:投资|补助|补贴|发放)?[^，,。；;：:\d]{0,4}$"
)
_SUM = lazy.pattern(
    r"(?:共|合计|共计|总计|总投资|总金额|总价款?|资金|补贴款?|补助款?|补偿款?|租金|支出|金额|慰问金|费用|投资|津贴|发放|兑付|兑现)(?:共|约|计|为|达|[一-鿿]{1,4}金)*$"
)
_NO_PRODUCT = lazy.pattern(
    "不等|以上|以下|以内|不超过|最高|最低|左右|封顶|至\\d|~|另|首批|部分|减免|补差|扣除|分别|配套|自筹|每[月天日季次]|连续|\\d年|[两三四五]年|[年月日季]均|月|预算|剩余|结余|尚|调整|提高|降低"
)
_TOTALS, _WIDE = 2, 2.2
_FAR = 100


class Paid(NamedTuple):
    """A price, the number it is paid for, what is told in all, what it should be."""

    price: Amount
    number: Amount
    told: Amount
    right: float


def _of(one: Amount) -> str:
    said = _EACH.search(one.label)
    return (said["of"] or said["mean"]) if said else ""


def _unit(of: str) -> str:
    return "人" if of == "名" else of


def _number_unit(one: Amount) -> str:
    return "人" if one.unit in {"名", "位"} else one.unit


def _fits(number: float, price: Amount, told: Amount, step: float) -> bool:
    return abs(number * price.value - told.value) <= max(
        0.51 * told.step, 0.51 * step * price.value, 0.006 * told.value
    )


def _stretches(passage: Passage, sentence: Statement) -> Iterator[list[Amount]]:
    """The figures of a sentence between semicolons."""
    group: list[Amount] = []
    for one in sentence.amounts:
        if group and re.search("[；;]", passage.text[group[-1].end : one.start]):
            yield group
            group = []
        group.append(one)
    yield group


def _numbers(amounts: list[Amount], of: str) -> list[Amount]:
    """So many as are paid for: of a whole with its parts the whole alone."""
    found = [
        one
        for one in amounts
        if _number_unit(one) == of and not one.about and not re.search("[每各]", one.label[-6:])
    ]
    rest = sum(one.value for one in found[1:])
    return found[:1] if len(found) > _TOTALS and abs(found[0].value - rest) < 1 else found


def _of_stretch(passage: Passage, amounts: list[Amount]) -> Iterator[Paid]:
    prices = [one for one in amounts if one.unit == "元" and _of(one)]
    if len(prices) != 1 or prices[0].about:
        return
    price, of = prices[0], _unit(_of(prices[0]))
    numbers = _numbers(amounts, of)
    sums = [one for one in amounts if one.unit == "元" and one is not price and not one.about]
    told = [one for one in sums if _SUM.search(one.label)]
    if not numbers or len(told) != 1 or len(numbers) > _TOTALS or len(sums) > _TOTALS:
        return
    values = [one.value for one in numbers]
    values.append(sum(values))
    step = max(one.step for one in numbers)
    if any(_fits(value, price, one, step) for value, one in product(values, sums)):
        return
    low = min(price.start, told[0].start, numbers[-1].start)
    high = max(price.end, told[0].end, numbers[-1].end)
    right = numbers[-1].value * price.value
    if high - low > _FAR or _NO_PRODUCT.search(passage.text[low - min(len(price.label), 8) : high]):
        return
    if right and 1 / _WIDE < told[0].value / right < _WIDE:
        yield Paid(price, numbers[-1], told[0], right)


def _paid(passage: Passage) -> list[Paid]:
    return [
        one
        for sentence in passage.once(related_statements)
        for stretch in _stretches(passage, sentence)
        for one in _of_stretch(passage, stretch)
    ]


def _not_paid(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「按每亩150元补助，大户种粮面积1480亩，补助资金24.2万元」."""
    for price, number, told, right in passage.once(_paid):
        said = f"{written(number.value, number.unit)}、每{_of(price)}{written(price.value, '元')}，应是{written(right, '元')}，写的是{written(told.value, '元')}，请核对。"
        amounts = (price, number, told)
        first = told.start - min(len(told.label), 8)
        yield rule.finding(
            passage, first, told.end, said, suggestion=written(right, "元"), related=places(passage, amounts)
        )


# --- grades, each with its price and its number ---------------------------------------------------------------------------

_GRADE = r"(?P<grade>[一二三四五六七八九]等|[A-D甲乙丙丁]类|\d{2,3}\s?[—–－~～至到-]+\s?\d{2,3}\s?(?:周岁|岁)|\d{2,3}\s?(?:周岁|岁)(?:及|以)上|[一二三]级|特等|小学|初中|高中|幼儿园|全失能|半失能|失能|集中供养|分散供养|城市低保|农村低保)"
_GRADES = lazy.pattern(
    _GRADE
    + r"[^，,。；;、\d]{0,10}?(?:每人|每户|每生)?(?P<every>每月|每年|每季度|每学期)?[^，,。；;、\d]{0,6}?(?P<price>\d{1,6}(?:\.\d{1,2})?)元"
)
_NUMBERS = lazy.pattern(_GRADE + r"[^，,。；;、：:\d]{0,8}(?P<number>\d{1,6})(?:人|户|名|生)")
_ALL = lazy.pattern(
    r"(?P<when>每月|每年|全年|本季度|一季度|二季度|三季度|四季度|季度|本次|全镇|共|合计)?[^，,。；;、\d]{0,6}(?:发放|补贴|补助|津贴|金额|资金|支出)[^，,。；;、：:\d]{0,8}?(?P<told>\d{1,9}(?:\.\d{1,4})?)(?P<big>万?)元"
)
_SPACE = lazy.pattern(r"[\s—–－~～至到-]+|周岁|岁|及|以")
_LEAST = 2


def _key(grade: str) -> str:
    return _SPACE.sub("", grade)


def _grades(passage: Passage) -> list[tuple[int, int, float, float]]:
    """Sums that the grades with their prices and numbers do not yield, whatever number of months is meant: where, told, right."""
    if "元" not in passage.body:
        return []
    prices: dict[str, tuple[float, str, int]] = {}
    for match in _GRADES.finditer(passage.text, passage.start, passage.end):
        prices.setdefault(_key(match["grade"]), (float(match["price"]), match["every"] or "", match.start()))
    numbers: dict[str, tuple[float, int]] = {}
    for match in _NUMBERS.finditer(passage.text, passage.start, passage.end):
        numbers.setdefault(_key(match["grade"]), (float(match["number"]), match.end()))
    if len(prices) < _LEAST or prices.keys() != numbers.keys():
        return []
    once = sum(prices[grade][0] * numbers[grade][0] for grade in prices)
    first = min(place for _, _, place in prices.values())
    last = max(place for _, place in numbers.values())
    found = []
    for match in _ALL.finditer(passage.text, first, min(passage.end, last + _FAR)):
        told = in_full(match["told"], match["big"])
        step = 10.0 ** -len(match["told"].partition(".")[2]) * worth_of(match["big"])
        if match.start("told") - match.start() > 30 or any(price == told for price, _, _ in prices.values()):
            continue
        months = _months(match["when"] or "", {every for _, every, _ in prices.values()})
        rights = [once * one for one in months]
        if not any(abs(right - told) <= max(0.51 * step, 0.5) for right in rights):
            found.append(
                (match.start("told"), match.end(), told, min(rights, key=lambda right: abs(right - told)))
            )
    return [one for one in found if one[3] and 1 / _WIDE < one[2] / one[3] < _WIDE] if len(found) == 1 else []


def _months(when: str, every: set[str]) -> tuple[float, ...]:
    monthly = "每月" in every
    if monthly and "季度" in when:
        return (3.0,)
    if monthly and when == "每月":
        return (1.0,)
    return (1.0, 2.0, 3.0, 4.0, 6.0, 9.0, 12.0) if monthly else (1.0, 2.0, 4.0)


def _not_of_grades(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「80—89周岁每月50元，90—99周岁每月100元……80—89周岁174人、90—99周岁28人，季度发放34950元」."""
    for start, end, told, right in passage.once(_grades):
        said = f"按各档的标准和人数算是{written(right, '元')}，写的是{written(told, '元')}，请核对。"
        yield rule.finding(passage, start, end, said, suggestion=written(right, "元"))


RULES = (
    Rule(
        name="arithmetic.paid_for_each",
        category="arithmetic_inconsistency",
        severity="warning",
        explain="每亩、每户多少元，多少亩、多少户，一共多少元，乘起来要相等。",
        fires="对种粮大户按每亩150元补助，全乡大户种粮面积1480亩，补助资金24.2万元。",
        passes="对种粮大户按每亩150元补助，全乡大户种粮面积1480亩，补助资金22.2万元。",
        find=given(_paid, _not_paid),
    ),
    Rule(
        name="arithmetic.paid_by_grades",
        category="arithmetic_inconsistency",
        severity="warning",
        explain="分档发放的，各档标准乘人数相加，要等于发放总额。",
        fires="80—89周岁每人每月50元，90—99周岁每人每月100元。\n本季度发放总额24950元，其中80—89周岁174人、90—99周岁28人。",
        passes="80—89周岁每人每月50元，90—99周岁每人每月100元。\n本季度发放总额34500元，其中80—89周岁174人、90—99周岁28人。",
        find=given(_grades, _not_of_grades),
    ),
)
