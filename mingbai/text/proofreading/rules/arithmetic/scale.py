"""What other figures of the sentence settle: an average ten times too great, opening hours of a week, hours of so many lessons, what is left of a whole."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.amounts import (
    Amount,
    Statement,
    other_money,
    places,
    related_statements,
    same,
    statements,
    written,
)
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import Waiting, given
from mingbai.text.proofreading.rules._ledger import unit_of
from mingbai.text.proofreading.rules._told import number_in
from mingbai.text.proofreading.triggers import matches_near, waiting_for

# --- an average that is off by tens -----------------------------------------------------------------------------------

_MEAN = lazy.pattern(
    r"(?:平均)?每(?P<each>平方米|公里|个|户|人|亩|册|本|件|家|盏|台|辆|米|吨|处|座|村|张|套|间|户次|人次)(?:均|平均)?[^，,。；;：:\d]{0,8}$|(?P<mean>户|人|亩|村|册|件|家)均[^，,。；;：:\d]{0,8}$"
)
_TENS = (10.0, 100.0, 1000.0, 10000.0)
_CLOSE = 0.03


# 「户均增收3000元，总增收3900万元」
_IN_ALL = lazy.pattern("[，,][^，,。；;]{0,6}(?:总|共|合计)[^，,。；;]{0,6}$")


class Scaled(NamedTuple):
    """An average, the two figures of which it is, and what they yield."""

    mean: Amount
    whole: Amount
    number: Amount
    right: float


def _unit_counted(mean: Amount) -> str:
    said = _MEAN.search(mean.label)
    each = (said["each"] or said["mean"]) if said else ""
    return "人" if each == "人次" else each


def _counts(passage: Passage, one: Amount, each: str) -> bool:
    unit = "人" if one.unit in {"人", "名", "位", "人次"} else one.unit
    return unit == each or (each == "村" and one.unit == "个" and passage.text.startswith("村", one.end))


def _scaled(passage: Passage) -> list[Scaled]:
    """Averages that no two figures of their sentence yield, and that two of them would yield with another number of noughts."""
    found = []
    for sentence in passage.once(related_statements):
        for mean in sentence.amounts:
            each = _unit_counted(mean)
            if mean.unit != "元" or not each:
                continue
            before = [
                one
                for one in sentence.amounts
                if one.end <= mean.start
                or (one.unit == "元" and _IN_ALL.match(passage.text[mean.end : max(mean.end, one.start)]))
            ]
            pairs = [
                (whole, number)
                for whole in before
                for number in before
                if whole.unit == "元"
                and not _unit_counted(whole)  # 「每亩82元」 is no whole
                and _counts(passage, number, each)
                and number.value > 0
                and not other_money(whole.label, mean.label)
            ]
            ratios = [
                (whole.value / number.value / mean.value, whole, number)
                for whole, number in pairs
                if mean.value
            ]
            if any(abs(ratio - 1) <= _CLOSE for ratio, _, _ in ratios):
                continue
            for ratio, whole, number in ratios:
                if any(abs(ratio / ten - 1) <= _CLOSE or abs(ratio * ten - 1) <= _CLOSE for ten in _TENS):
                    found.append(Scaled(mean, whole, number, whole.value / number.value))
                    break
    return found


def _off_by_tens(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「总面积16.2万平方米，投资2430万元，平均每平方米1500元」."""
    for mean, whole, number, right in passage.once(_scaled):
        said = f"{written(whole.value, '元')}除以{written(number.value, number.unit)}是{written(right, '元')}，写的是{written(mean.value, '元')}，差了位数。"
        first = mean.start - min(len(mean.label), 10)
        yield rule.finding(
            passage,
            first,
            max(mean.end, whole.end if whole.start > mean.start else 0),
            said,
            suggestion="核对单位和位数",
            related=places(passage, (whole, number, mean)),
        )


# --- hours of a week --------------------------------------------------------------------------------------------------

_WEEK = "一二三四五六日天"
_WEEKLY = lazy.pattern(
    r"(?:每周|一周|周)(?:共|合计|累计)?(?:开放|服务|营业|开门|接待|工作|办公|值班|对外)?(?:时间)?(?:共计?|合计|达到?|为|不少于)?(?P<hours>\d{1,3}(?:\.\d)?)个?小时"
)
_WEEKLY_WORDS = waiting_for(("每周", "一周", "周开放"))
_DAYS = lazy.pattern(
    rf"(?:周|星期)(?P<from>[{_WEEK}])(?:至|到|—|－|-|~|～)(?:周|星期)?(?P<to>[{_WEEK}])|(?:每周|周|星期)(?P<closed>[{_WEEK}])(?:闭馆|休息|闭园|休馆|不开放)|(?:每周|一周)[^，,。；;\d]{{0,4}}(?P<days>\d)天|(?P<all>全年无休|每天开放)"
)
_CLOCKS = lazy.pattern(
    r"(?P<h1>\d{1,2})[：:时点](?P<m1>\d\d)?分?\s?(?:至|到|—{1,2}|－|-|–|~|～)\s?(?P<h2>\d{1,2})[：:时点](?P<m2>\d\d)?"
)
_DAILY = lazy.pattern(r"(?:每天|每日|日均)[^，,。；;\d]{0,6}(?P<hours>\d{1,2}(?:\.\d)?)个?小时")


def _days_open(words: str) -> int | None:
    match = _DAYS.search(words)
    if match is None:
        return None
    if match["days"]:
        return int(match["days"])
    if match["closed"]:
        return 6
    if match["all"]:
        return 7
    first, last = (_WEEK.index(match[name]) % 7 for name in ("from", "to"))
    first, last = (6 if match[name] == "天" else place for name, place in (("from", first), ("to", last)))
    return (last - first) % 7 + 1


def _hours_a_day(words: str) -> float | None:
    daily = _DAILY.search(words)
    if daily:
        return float(daily["hours"])
    spans = [
        (int(match["h2"]) - int(match["h1"])) + (int(match["m2"] or 0) - int(match["m1"] or 0)) / 60
        for match in _CLOCKS.finditer(words)
    ]
    return sum(spans) if spans and all(span > 0 for span in spans) and len(spans) <= 2 else None


def _week_hours(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「周二至周日开放，每天9:00至17:00，每周开放52小时」."""
    for match in matches_near(passage, _WEEKLY_WORDS, _WEEKLY, 30):
        low = max(passage.start, match.start() - 80)
        words = re.split("[。；;\n]", passage.text[low : match.start()])[-1]
        days, hours = _days_open(words), _hours_a_day(words)
        if (
            days is None
            or hours is None
            or re.search("周末|节假日|冬|夏|寒|暑|至少|不少于|其中", words + match[0])
        ):
            continue
        if not same(days * hours, float(match["hours"]), 0.1):
            said = f"每周{days}天、每天{hours:g}小时，应是{days * hours:g}小时，写的是{match['hours']}小时。"
            yield rule.finding(passage, *match.span(), said, suggestion=f"{days * hours:g}小时")


# --- so many lessons of so many hours -----------------------------------------------------------------------------------

_LESSONS = lazy.pattern(
    r"(?<![第\d.])(?P<n>\d{1,3}|[二两三四五六七八九十])(?P<of>项|场|期|节|个|门|次|讲|天|批|组|类)[^，,。；;：:\d]{0,8}[，,]?(?:各|均|每[项场期节个门次讲天批组类]?|分别)[^，,。；;\d]{0,6}(?P<each>\d{1,4}(?:\.\d)?|[一二两三四五六七八九十半])个?(?P<unit>小时|课时|学时|天|分钟|人|名|户|份|件|元|台|块)[，,](?:共|合计|总计|共计|总|累计)(?!用)[^，,。；;\d]{0,6}(?P<all>\d{1,6}(?:\.\d)?)(?P<big>万?)个?(?P=unit)"
)
_LESSON_WORDS = waiting_for(("各安排", "各", "每", "均", "分别"))


_SAME_UNIT = lazy.pattern(r"(\d{1,6}(?:\.\d)?)个?(小时|课时|学时|天|分钟|人|名|户|份|件|元|台|块)")


def _lessons(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「三项内容各安排1小时，共培训4小时」."""
    for match in matches_near(passage, _LESSON_WORDS, _LESSONS, 60):
        number = number_in(match["n"])
        each = (
            0.5
            if match["each"] == "半"
            else (number_in(match["each"]) if "." not in match["each"] else float(match["each"]))
        )
        if number is None or each is None or match["big"]:
            continue
        right = number * each
        more = _SAME_UNIT.findall(passage.text[max(passage.start, match.start() - 30) : match.start()])
        if any(right + float(one) == float(match["all"]) for one, unit in more if unit == match["unit"]):
            continue  # 「街道设公开栏2块，9个社区各设1块，共计11块」
        if (
            right != float(match["all"])
            and float(match["all"]) <= 3 * right
            and right <= 3 * float(match["all"])
        ):
            said = f"{match['n']}{match['of']}各{match['each']}{match['unit']}，应是{right:g}{match['unit']}，写的是{match['all']}{match['unit']}。"
            yield rule.finding(passage, *match.span(), said, suggestion=f"{right:g}{match['unit']}")


# --- what is left of a whole --------------------------------------------------------------------------------------------

_LEFT = lazy.pattern(
    r"(?:还剩下?|剩余|剩下|仅剩|尚余|余下|其余|最终(?:确认|认定|确定|核定|保留|上报|纳入)?|实际(?:确认|认定|保留|享受|发放)|确认|认定|核定|保留|按时[一-鿿]{2}|按期[一-鿿]{2}|及时[一-鿿]{2})(?:的|为|有|共)?$"
)
_GONE = lazy.pattern(
    "(?:取消|核减|剔除|退出|清退|清理|注销|淘汰|退回|扣除|撤销|不合格|不符合[一-鿿]{0,4}|不达标|未按[时期][一-鿿]{2}|未及时[一-鿿]{2}|逾期[一-鿿]{0,2}|超期[一-鿿]{0,2}|放弃|驳回|改造|整改|完成|拆除|关停|搬迁|化解|销号|办结|死亡|迁出|减少|未[一-鿿]{2,8})(?:的|了|有|为|共|不符合条件|[一-鿿]{2}){0,2}$"
)
_COME = lazy.pattern("新增|纳入|补充|增补|调入|迁入|增加|另有|转入|新")
_NO_WHOLE = lazy.pattern("[每各均]|累计|去年|上年|同比|计划|力争|第|同期|惠及|涉及资金")
_STEADY = frozenset("户 件 个 人 家 项 条 处 份 宗 座 名 起 辆 台 栋 间 所".split())  # noqa: SIM905
_SPAN, _MOST, _PART_OF_WHOLE, _LEAST = 90, 5, 0.16, 3.0


_OF_ALL = lazy.pattern("全部|占|总|共")


class Left(NamedTuple):
    """A whole, what is taken from it, what is said to be left."""

    whole: Amount
    gone: tuple[Amount, ...]
    left: Amount


def _sums(figures: Sequence[Amount]) -> Iterator[float]:
    for size in range(1, min(len(figures), 3) + 1):
        for some in combinations(figures, size):
            yield sum(one.value for one in some)


def _left_of(passage: Passage, figures: list[Amount], left: Amount) -> Left | None:
    before = [
        one for one in figures
        if unit_of(one) == unit_of(left) and one.end <= left.start and left.start - one.start <= _SPAN
    ]  # fmt: skip
    gone = [one for one in before if _GONE.search(one.label)]
    others = [one for one in before if one not in gone]
    come = [one for one in others[1:] if _COME.search(one.label[-8:])]
    wholes = [one for one in others if one not in come and not one.about]
    if not gone or not wholes or len(before) > _MOST or come:
        return None
    # What is gone is told behind its whole: 「72件，未隐去的5件」; or right before it: 「未公示的6件，占全部88件的6.8%」.
    whole = wholes[-1]
    behind = [one for one in gone if one.start > whole.start]
    gone = behind or (
        [one for one in gone if one.end <= whole.start][-1:] if _OF_ALL.search(whole.label) else []
    )
    if not gone:
        return None
    if len(gone) > 1 and gone[-1].value == sum(one.value for one in gone[:-1]):
        gone = gone[-1:]  # 「2021年改造42个，2022年改造56个，两年累计改造98个」
    words = passage.text[whole.start - len(whole.label) : left.start].replace(
        "累计" + gone[-1].label[-2:], ""
    )
    possible = {
        one.value - taken for one in before for taken in _sums([two for two in before if two is not one])
    }
    right = whole.value - sum(one.value for one in gone)
    near = abs(right - left.value) <= max(_PART_OF_WHOLE * whole.value, _LEAST)
    settled = left.value in possible or right in {one.value for one in before}
    if (
        settled
        or not near
        or not 0 < right < whole.value
        or left.value >= whole.value
        or _NO_WHOLE.search(words)
    ):
        return None
    return Left(whole, tuple(gone), left)


def _lefts(passage: Passage) -> list[Left]:
    found = []
    told: list[Statement] = passage.once(statements)
    for place, sentence in enumerate(told):
        earlier = told[place - 1] if place else None
        near = earlier if earlier and "\n" not in passage.text[earlier.end : sentence.start + 1] else None
        figures = [*(near.amounts if near else ()), *sentence.amounts]
        for one in sentence.amounts:
            if one.unit in _STEADY and not one.about and one.value > 1 and _LEFT.search(one.label):
                found.append(_left_of(passage, figures, one))
    return [one for one in found if one]


def _what_is_left(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「新增户46户，经复核取消12户，最终确认36户」."""
    for whole, gone, left in passage.once(_lefts):
        right = whole.value - sum(one.value for one in gone)
        taken = "、".join(written(one.value, one.unit) for one in gone)
        said = f"{written(whole.value, whole.unit)}减去{taken}是{written(right, left.unit)}，写的是{written(left.value, left.unit)}，请核对。"
        first = left.start - min(len(left.label), 8)
        yield rule.finding(
            passage,
            first,
            left.end,
            said,
            suggestion=written(right, left.unit),
            related=places(passage, (whole, *gone, left)),
        )


RULES = (
    Rule(
        name="arithmetic.off_by_tens",
        category="arithmetic_inconsistency",
        severity="warning",
        explain="平均数与总额、数量相差十倍、百倍，多半是单位或位数写错。",
        fires="总面积约16.2万平方米，工程投资约2430万元，平均每平方米1500元。",
        passes="总面积约16.2万平方米，工程投资约2430万元，平均每平方米150元。",
        find=given(_scaled, _off_by_tens),
    ),
    Rule(
        name="arithmetic.hours_of_week",
        category="arithmetic_inconsistency",
        severity="warning",
        explain="每周几天、每天几点到几点，要与每周多少小时算得上。",
        fires="每周二至周日开放，每天9:00至17:00，每周开放52小时。",
        passes="每周二至周日开放，每天9:00至17:00，每周开放48小时。",
        find=Waiting(_WEEKLY_WORDS, _week_hours),
    ),
    Rule(
        name="arithmetic.lessons",
        category="arithmetic_inconsistency",
        severity="warning",
        explain="几项内容各几小时、几期各几人，相乘要等于写的总数。",
        fires="三项内容各安排1小时，共培训4小时。",
        passes="三项内容各安排1小时，共培训3小时。",
        find=Waiting(_LESSON_WORDS, _lessons),
    ),
    Rule(
        name="arithmetic.left_of_whole",
        category="arithmetic_inconsistency",
        severity="warning",
        explain="总数减去取消、不合格、已改造的，要等于剩下的、最终确认的。",
        fires="公示低保新增户46户，经复核取消12户，最终确认36户。",
        passes="公示低保新增户46户，经复核取消12户，最终确认34户。",
        find=given(_lefts, _what_is_left),
    ),
)
