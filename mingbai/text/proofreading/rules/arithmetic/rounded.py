"""Money in and out, parts of rounded wholes, a sum told in the end, last year and this year."""

import re
from collections.abc import Iterator
from itertools import pairwise

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.amounts import (
    Amount,
    Statement,
    alike,
    in_full,
    related_statements,
    share_of,
    written,
)
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.quantities import counted_twice
from mingbai.text.proofreading.rules._knowledge import Waiting, warning_of
from mingbai.text.proofreading.triggers import matches_near, waiting_for

_SCOPE = lazy.pattern("[；;]")


def _is_plain(one: Amount) -> bool:
    return not one.about and one.value > 0


# --- money in and out ---------------------------------------------------------------------------------------------

_IN = lazy.pattern(r"(?<!财政)收入[^，,。；;\d]{0,4}$")
_OUT = lazy.pattern(r"支出[^，,。；;\d]{0,4}$")
_OVER = lazy.pattern(
    r"^(?:收支相抵)?[，,]?(?:本年|年末|当年|累计|期末|收支)?(?P<way>结余|盈余|节余|赤字|超支|亏损)[^，,。；;\d]{0,4}$"
)
_BALANCE_WORDS = waiting_for(("结余", "盈余", "节余", "赤字", "超支", "亏损"))


def _balances(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「收入368万元，支出402万元，结余34万元」."""
    for sentence in passage.once(related_statements):
        for place in range(len(sentence.amounts) - 2):
            income, spent, over = sentence.amounts[place : place + 3]
            told = _OVER.match(over.label)
            if told is None or {income.unit, spent.unit, over.unit} != {"元"}:
                continue
            if (
                not _IN.search(income.label)
                or not _OUT.search(spent.label)
                or re.search("上年|结转|滚存|历年|期初|其中", sentence.words)
            ):
                continue
            left = (income.value - spent.value) * (1 if told["way"][-1] == "余" else -1)
            if abs(left - over.value) > 1.01 * max(income.step, spent.step, over.step):
                message = f"收入{written(income.value, '元')}减支出{written(spent.value, '元')}，与写的{told['way']}{written(over.value, '元')}不符。"
                yield rule.finding(passage, income.start, over.end, message, suggestion="核对三个数字")


# --- parts of a rounded whole ----------------------------------------------------------------------------------------

_LINK = lazy.pattern(
    r"[^，,。；;：:\d]{0,8}[、，,；;](?![上下]半年|全年|年[初末底]|出栏)(?:[^，,。；;、\d]{1,14})"
)
_LEAD = lazy.pattern(
    r"(?:[（(][^（）()]{1,16}[）)])?[，,（(：:]?(?:其中|包括|分别为|分别是|分别)[：:，,]?[^，,。；;\d]{1,14}"
)
_LEAD_WORDS = waiting_for(("其中", "包括", "分别"))
_SUM_AFTER = lazy.pattern(
    r"^(?:[我全本][镇乡县市区村校院局])?(?:总长度?|总面积|总投资|总里程|共有|合计|共计|总计|上半年共|全年共|上半年|全年)[^，,。；;\d]{0,8}$"
)
_SUM_AFTER_WORDS = waiting_for(
    ("总长", "总面积", "总投资", "总里程", "共有", "合计", "共计", "总计", "上半年", "全年")
)


def _rounded(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「造林3.2万亩，其中人工造林1.8万亩，封山育林1.6万亩」: figures in ten thousands, rounded to their last digit."""
    for sentence in passage.once(related_statements):
        for place, total in enumerate(sentence.amounts[:-2]):
            parts = _parts_after(sentence, place)
            if len(parts) < 2 or not any(_is_big(passage, one) for one in (total, *parts)):
                continue
            words = sentence.words[total.end - sentence.start : parts[-1].end - sentence.start]
            added, slack = (
                sum(one.value for one in parts),
                0.51 * total.step + 0.51 * sum(one.step for one in parts),
            )
            if (
                added <= total.value + slack
                or counted_twice(words)
                or re.search("同时|重复|套种|复种|同比|上年", words)
            ):
                continue
            if any(
                abs(sum(one.value for one in parts[:few]) - total.value) <= slack
                for few in range(2, len(parts))
            ):
                continue
            message = (
                f"各项相加是{written(added, total.unit)}，比总数{written(total.value, total.unit)}还多。"
            )
            yield rule.finding(passage, total.start, parts[-1].end, message, suggestion="核对总数和各项数字")


def _is_big(passage: Passage, one: Amount) -> bool:
    return any(sign in passage.text[one.start : one.end] for sign in "万亿千") and one.unit != "元"


def _parts_after(sentence: Statement, place: int) -> list[Amount]:
    total, parts = sentence.amounts[place], []
    for before, one in zip(sentence.amounts[place:], sentence.amounts[place + 1 :], strict=False):
        link = _LEAD if before is total else _LINK
        if (
            one.unit != total.unit
            or one.about
            or total.about
            or not link.fullmatch(sentence.between(before, one))
        ):
            break
        parts.append(one)
    return parts


def _summed_after(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「公立医院2家，卫生院18家，卫生室236家，共有医疗机构258家」; 「一季度80件，二季度96件，上半年共186件」."""
    for sentence in passage.once(related_statements):
        for place, total in enumerate(sentence.amounts):
            if place < 2 or not _SUM_AFTER.match(total.label) or not _is_plain(total):
                continue
            parts = _run_before(sentence, place)
            if len(parts) < 2 or _is_no_whole(sentence, parts, total) or not _misses(parts, total):
                continue
            added = sum(one.value for one in parts)
            message = (
                f"各项相加是{written(added, total.unit)}，与总数{written(total.value, total.unit)}不符。"
            )
            yield rule.finding(passage, parts[0].start, total.end, message, suggestion="核对总数和各项数字")


def _is_no_whole(sentence: Statement, parts: list[Amount], total: Amount) -> bool:
    """Whether the words say that the last figure may be something else than the sum of those before."""
    words = sentence.words[max(0, parts[0].start - sentence.start - 12) : total.end - sentence.start]
    if re.search("其中|每|各|均|同比|上年|去年|累计", words) or counted_twice(words):
        return True
    of_year = total.label.endswith(("上半年", "全年"))
    return of_year and not re.search("季度|半年", words[: -len(total.label) - 4])


def _misses(parts: list[Amount], total: Amount) -> bool:
    values = [one.value for one in parts]
    added = sum(values)
    fine = any(one.step < 1 for one in parts)
    slack = 0.3 * sum(one.step for one in (*parts, total)) if fine else 0.0
    # 「召开会议6次，公开财务12次、党务6次，共18次」
    if any(abs(sum(values[first:]) - total.value) <= slack + 1e-6 for first in range(1, len(parts) - 1)):
        return False
    far = abs(added - total.value) > slack + 1e-6
    return far and 0.5 < added / total.value < 2 and max(values) < total.value


def _run_before(sentence: Statement, place: int) -> list[Amount]:
    """The figures of one unit, all that the sentence has before a total."""
    parts = list(sentence.amounts[:place])
    unit = sentence.amounts[place].unit
    while parts and parts[0].unit != unit:
        parts.pop(0)
    linked = all(
        _LINK.fullmatch(sentence.between(one, other))
        or re.fullmatch("[、，,和]", sentence.between(one, other))
        for one, other in zip(parts, parts[1:], strict=False)
    )
    return parts if linked and all(one.unit == unit and _is_plain(one) for one in parts) else []


# --- last year and this year -----------------------------------------------------------------------------------------

_LAST = lazy.pattern(r"(?:去年|上年|上年度|去年同期|上年同期)[^，,。；;\d]{0,10}$")
_THIS = lazy.pattern(r"^(?:今年|本年度?|同期)[^，,。；;\d]{0,10}$")
_GREW = lazy.pattern(
    r"^(?:同比|比上年|较上年|比去年|增幅)?(?:(?P<up>增长|增加|上升|提高)|(?P<down>下降|减少|降低))了?$"
)
_YEAR_WORDS = waiting_for(("去年", "上年"))


def _two_years(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「去年收入320万元，今年收入368万元，同比增长12%」."""
    for sentence in passage.once(related_statements):
        for place in range(len(sentence.amounts) - 2):
            old, new, rate = sentence.amounts[place : place + 3]
            told = _GREW.match(rate.label) if rate.unit == "%" else None
            if told is None or not alike(old, new) or not all(map(_is_plain, (old, new))):
                continue
            if not _LAST.search(old.label) or not _THIS.match(new.label):
                continue
            if _SCOPE.search(sentence.between(old, rate)):
                continue
            change = share_of(new.value - old.value, old.value) * (1 if told["up"] else -1)
            if abs(change - rate.value) > 0.5 * rate.step + 0.1 + 100 * (old.step + new.step) / old.value * (
                old.step < 1
            ):
                way = "增长" if new.value > old.value else "下降"
                right = share_of(abs(new.value - old.value), old.value)
                message = f"从{written(old.value, old.unit)}到{written(new.value, new.unit)}，是{way}{right:.1f}%，与文中的不符。"
                yield rule.finding(passage, old.start, rate.end, message, suggestion=f"{way}{right:.1f}%")


# --- by so much, and by so many per cent -----------------------------------------------------------------------------

_CHANGED = lazy.pattern(
    r"^(?:同比|比上年|较上年|比去年|较去年|[比较]20\d\d年|[比较]上年同期|[比较]去年同期)(?:同期)?(?:净|共)?(?:(?P<up>增支|增收|增加|增长|增|多)|(?P<down>减支|减收|减少|下降|减|少))了?$"
)
_BY_PERCENT = lazy.pattern(r"^(?:同比)?(?:(?P<up>增长|增幅|上升)|(?P<down>下降|降幅|减少))(?:为|达)?$")
_CHANGED_WORDS = waiting_for(
    ("增支", "增收", "增加", "减支", "减收", "减少", "增长", "下降", "同比增", "同比减")
)
_CLOSE = 36


def _by_percent(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「支出15.2亿元，同比增支1.6亿元，增长15.8%」."""
    for sentence in passage.once(related_statements):
        for place in range(len(sentence.amounts) - 2):
            now, change, rate = sentence.amounts[place : place + 3]
            if now.unit != change.unit or rate.unit != "%" or not all(map(_is_plain, (now, change))):
                continue
            told, grown = _CHANGED.match(change.label), _BY_PERCENT.match(rate.label)
            if not told or not grown or bool(told["up"]) != bool(grown["up"]):
                continue
            base = now.value - change.value * (1 if told["up"] else -1)
            is_past = re.search("上年|去年|同期", now.label)
            if is_past or base <= 0 or len(sentence.between(now, rate)) > _CLOSE:
                continue
            right = share_of(change.value, base)
            loose = 0.51 if now.step != 1 else 0
            slack = 0.5 * rate.step + 0.1 + 100 * (now.step + change.step) / base * loose
            if abs(right - rate.value) > slack:
                message = f"从{written(base, now.unit)}到{written(now.value, now.unit)}，应是{right:.1f}%，文中写的是{rate.value:g}%。"
                yield rule.finding(passage, change.start, rate.end, message, suggestion=f"{right:.1f}%")


# --- from so many to so many, and the wrong way -------------------------------------------------------------------------

_FROM = lazy.pattern(
    r"[由从](?:20\d\d年(?:底|末)?|去年同期|上年同期|去年|上年|年初|原来|最初|过去|以前)?的?(?:约)?$"
)
_TO = lazy.pattern(
    r"^(?:[^，,。；;\d]{0,6})?(?:(?P<up>增加|提高|上升|提升|增长|扩大|攀升|增)|(?P<down>减少|下降|降低|回落|压减|缩减|下调|降|减))(?:到了?|至|为)(?:20\d\d年(?:底|末)?|今年|现在|目前|年底)?的?(?:约)?$"
)
_FROM_WORDS = waiting_for(("到", "至"))


def _from_to(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「由2018年的3.2万辆增加到2022年的2.9万辆」; 「由42.3%提高到41.8%」."""
    for sentence in passage.once(related_statements):
        for first, second in pairwise(sentence.amounts):
            if first.unit != second.unit or not _FROM.search(first.label):
                continue
            told = _TO.match(sentence.between(first, second))
            rises = second.value > first.value
            if told and second.value != first.value and bool(told["up"]) != rises:
                way = "增加" if rises else "减少"
                message = f"从{written(first.value, first.unit)}到{written(second.value, second.unit)}是{way}了，与文中的说法相反。"
                yield rule.finding(passage, first.start, second.end, message, suggestion="核对两个数字和升降")


# --- more than all of it ------------------------------------------------------------------------------------------------

_PAST_ALL = lazy.pattern(
    r"(?P<mark>(?:下降|减少|降低|压减|压缩|缩短|削减|精简)了?(?P<down>\d{3,5}(?:\.\d{1,2})?)[%％]|占(?:比|总数|全部|总人口|总面积)?[^，,。；;\d]{0,8}?(?:的|达|为)?(?P<share>\d{3,5}(?:\.\d{1,2})?)[%％]|(?:上线|胜诉|入学|出勤|到会|参会|普及|合格|机械化|绿化|城镇化|信息化|知晓|及格|优良|巩固|升学|就业|履职|回访|公开|免疫|检出|破案|结案|办复|采纳|签约|家访覆盖|联网|入户|录入)(?:率|水平|覆盖率)(?:为|达到?|提高到)?(?P<rate>\d{3,5}(?:\.\d{1,2})?)[%％])"
)
_PAST_WORDS = waiting_for(("%", "％"))
_FULL = 100


def _past_all(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「同比下降120%」, 「机械化水平达到168%」, 「占总人口的112%」."""
    for match in matches_near(passage, _PAST_WORDS, _PAST_ALL, 30):
        number = float(match["down"] or match["share"] or match["rate"])
        before = passage.text[max(passage.start, match.start() - 10) : match.start()]
        if number > _FULL and not re.search("任务|计划|目标|预算|进度|增", before + match[0]):
            yield rule.finding(
                passage,
                *match.span("mark"),
                f"「{match['mark']}」超过了100%，请核对。",
                suggestion="核对百分比",
            )


# --- shares of three, births and deaths, months of a year ---------------------------------------------------------------

_N = r"(\d{1,3}(?:\.\d{1,2})?)"
_SHARES = lazy.pattern(
    rf"(?:结构|产业|比例|比重|占比)[^，,。；;\n\d]{{0,14}}(?P<mark>{_N}[:：∶]{_N}[:：∶]{_N})(?![:：∶\d.])"
)
_BIRTHS = lazy.pattern(
    r"出生率(?:为)?(\d{1,2}\.\d{1,2})‰[，,、；;](?:人口)?死亡率(?:为)?(\d{1,2}\.\d{1,2})‰[，,、；;](?:人口)?(?P<mark>自然增长率(?:为)?([-－—]?\d{1,2}\.\d{1,2})‰)"
)
_MONTHLY = lazy.pattern(
    r"每月[^，,。；;\n\d]{0,12}(?P<m>\d{1,9}(?:\.\d{1,4})?)(?P<mb>万?)元[，,](?P<mark>(?:全年|一年|年)(?:共|共计|累计|应|需)?[^，,。；;\n\d]{0,8}?(?P<y>\d{1,9}(?:\.\d{1,4})?)(?P<yb>万?)元)"
)
_PLAIN_WORDS = waiting_for(("结构", "产业", "比例", "比重", "占比", "死亡率", "每月"))
_HUNDRED, _LIKELY, _MONTHS_OF_YEAR = 100.0, 12.0, 12


def _plain_sums(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「三次产业结构比为22.6:36.5:42.9」; 「出生率10.2‰，死亡率6.1‰，自然增长率5.1‰」; 「每月8640元，全年8.64万元」."""
    for match in matches_near(passage, _PLAIN_WORDS, _SHARES, 50):
        added = sum(float(part) for part in match.groups()[1:4])
        if 0.25 < abs(added - _HUNDRED) < _LIKELY:
            said = f"三项占比相加是{added:g}%，不是100%。"
            yield rule.finding(passage, *match.span("mark"), said, suggestion="核对三项占比")
    for match in matches_near(passage, _PLAIN_WORDS, _BIRTHS, 60):
        right = float(match[1]) - float(match[2])
        if abs(right - float(match[4].replace("－", "-").replace("—", "-"))) > 0.015:
            said = f"出生率减死亡率是{right:.2f}‰，与自然增长率不符。"
            yield rule.finding(passage, *match.span("mark"), said, suggestion=f"{right:.2f}‰")
    for match in matches_near(passage, _PLAIN_WORDS, _MONTHLY, 70):
        month = in_full(match["m"], match["mb"])
        year = in_full(match["y"], match["yb"])
        right = month * _MONTHS_OF_YEAR
        if (
            right
            and abs(right - year) > 0.006 * right
            and 0.3 < year / right < 3
            and "每人每月" not in match[0]
        ):
            said = (
                f"每月{written(month, '元')}，全年应是{written(right, '元')}，写的是{written(year, '元')}。"
            )
            yield rule.finding(passage, *match.span("mark"), said, suggestion=written(right, "元"))


_rule = warning_of("arithmetic", "arithmetic_inconsistency")

RULES = (
    _rule(
        "in_and_out",
        "收入减支出要等于结余；支出比收入多，就没有结余。",
        "全年收入368万元，支出402万元，结余34万元。",
        "全年收入402万元，支出368万元，结余34万元。",
        Waiting(_BALANCE_WORDS, _balances),
    ),
    _rule(
        "rounded_sum",
        "以万计的数，其中各项相加也不能比总数多。",
        "全县造林3.2万亩，其中人工造林1.8万亩，封山育林1.6万亩。",
        "全县造林3.4万亩，其中人工造林1.8万亩，封山育林1.6万亩。",
        Waiting(_LEAD_WORDS, _rounded),
    ),
    _rule(
        "summed_in_the_end",
        "先列各项、后写共有多少、总长多少、上半年多少的，各项相加要等于它。",
        "县级公立医院2家，乡镇卫生院18家，村卫生室236家，共有医疗机构258家。",
        "县级公立医院2家，乡镇卫生院18家，村卫生室236家，共有医疗机构256家。",
        Waiting(_SUM_AFTER_WORDS, _summed_after),
    ),
    _rule(
        "two_years",
        "去年多少、今年多少，增长的百分比要与两个数相符。",
        "去年收入320万元，今年收入368万元，同比增长12%。",
        "去年收入320万元，今年收入368万元，同比增长15%。",
        Waiting(_YEAR_WORDS, _two_years),
    ),
    _rule(
        "changed_by_percent",
        "同比增支、增收多少，与增长的百分比要相符。",
        "公共预算支出15.2亿元，同比增支1.6亿元，增长15.8%。",
        "公共预算支出15.2亿元，同比增支1.6亿元，增长11.8%。",
        Waiting(_CHANGED_WORDS, _by_percent),
    ),
    _rule(
        "plain_sums",
        "三次产业占比相加是100%；出生率减死亡率是自然增长率；每月多少乘十二是全年。",
        "三次产业结构比为22.6:36.5:42.9。",
        "三次产业结构比为22.6:36.5:40.9。",
        Waiting(_PLAIN_WORDS, _plain_sums),
    ),
    _rule(
        "from_to_wrong_way",
        "「由多少增加到多少」，后一个数反而小；「降到」的反而大。",
        "机动车保有量由2018年的3.2万辆增加到2022年的2.9万辆。",
        "机动车保有量由2018年的2.9万辆增加到2022年的3.2万辆。",
        Waiting(_FROM_WORDS, _from_to),
    ),
    _rule(
        "past_all_of_it",
        "下降、占比、普及率、机械化水平一类，不会超过100%。",
        "“三公”经费同比下降120%。",
        "完成年度任务的120%，同比增长120%。",
        Waiting(_PAST_WORDS, _past_all),
    ),
)
