"""Spans of time against what is said of them: how long they are, months of the other half-year, years of a plan's own section."""

import re
from collections.abc import Iterator
from datetime import date

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.calendar import day_of, plan_sections
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import Waiting, hint_of
from mingbai.text.proofreading.rules._told import number_in
from mingbai.text.proofreading.structure import is_heading
from mingbai.text.proofreading.triggers import matches_near, waiting_for

# --- how long a span is ---------------------------------------------------------------------------------------------

_DAY = r"(?:(?P<y{n}>20\d\d)年)?(?<!\d)(?P<m{n}>\d{{1,2}})月(?:(?P<d{n}>\d{{1,2}})日|份|底|初)?"
_LASTS = lazy.pattern(
    _DAY.format(n=1)
    + r"(?:起|开始|开工)?[，,]?\s?(?:至|到|[—–~～－-]{1,2})\s?(?:(?P<y2>20\d\d)年)?(?:(?P<m2>\d{1,2})月)?(?:(?P<d2>\d{1,2})日|(?<=月)份|(?<=月)底)?"
    r"(?P<between>[^。；;\n]{0,50}?)(?:历时|为期|持续|共计?|时长|前后|期限为?|工期为?|总共|长达)(?:约)?(?P<n>\d{1,3}|[一二两三四五六七八九十]{1,3})(?P<unit>个月|多?天|日|年|周|个星期)(?![度报前内初末底中级])"
)
_LASTS_WORDS = waiting_for(("个月", "天", "年", "周", "个星期", "日"))
# The length first: 「质保期一年（2022年7月至2024年7月）」.
_FIRST_LENGTH = lazy.pattern(
    r"(?<![\d第前近满])(?P<n>\d{1,3}|[一二两三四五六七八九十]{1,3})(?P<unit>个月|天|年|周)(?:时间)?[（(，,](?:自|从|即)?"
    + _DAY.format(n=1)
    + r"(?:起|开始)?\s?(?:至|到|[—–~～－-]{1,2})\s?(?:(?P<y2>20\d\d)年)?(?:(?P<m2>\d{1,2})月)?(?:(?P<d2>\d{1,2})日|(?<=月)份|(?<=月)底)?"
)
_OTHER_SPAN = lazy.pattern(r"[月日]\s?(?:至|到|[—–~～－-])|\d{1,2}月\d|其中|工作日|每")
# By how much a span may miss its length where days are told, and where months are.
_SLACK = {"个月": (0.6, 1.1), "年": (0.1, 0.2), "周": (0.6, 4.5), "个星期": (0.6, 4.5)}
_PER = {"个月": 30.44, "年": 365.25, "周": 7.0, "个星期": 7.0}


def _ends(match: re.Match[str], year: int) -> tuple[date, date, bool] | None:
    """First and last day, and whether both are told to the day."""
    first_year = int(match["y1"] or year)
    month = int(match["m1"])
    month2 = int(match["m2"] or month)
    last_year = int(match["y2"] or (first_year if month2 >= month else first_year + 1))
    if not 1 <= month2 <= 12:
        return None
    first = day_of(first_year, month, int(match["d1"] or 1))
    month_end = max(day for day in range(28, 32) if day_of(last_year, month2, day))
    last = day_of(last_year, month2, int(match["d2"] or month_end))
    return (first, last, bool(match["d1"] and match["d2"])) if first and last and first <= last else None


def _lasts(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「汛期为4月15日至10月15日，共5个月」."""
    both = (_LASTS, _FIRST_LENGTH)
    for match in (one for pattern in both for one in matches_near(passage, _LASTS_WORDS, pattern, 90)):
        if _OTHER_SPAN.search(match.groupdict().get("between") or "") or not (match["m2"] or match["d2"]):
            continue
        ends, number = _ends(match, passage.document.year or 2023), number_in(match["n"])
        if ends is None or not number:
            continue
        days = (ends[1] - ends[0]).days + 1
        unit = match["unit"]
        if unit in _PER:
            fits = abs(days / _PER[unit] - number) < _SLACK[unit][not ends[2]]
        else:
            fits = not ends[2] or "多" in unit or abs(days - number) <= 1
        if not fits and not passage.in_web_residue(match.start()):
            told = f"{days}天" if unit not in _PER else f"约{days / _PER[unit]:.1f}{unit}"
            said = f"起止时间之间是{told}，写的是{match['n']}{unit}，请核对。"
            yield rule.finding(passage, match.start(), match.end(), said)


# --- months of the other half ---------------------------------------------------------------------------------------

_HALF = lazy.pattern(
    r"(?P<half>下半年|上半年|第?[一二三四]季度)(?P<rest>[^。；;\n]{0,60}?)(?<![\d年至到—–~～－-])(?P<month>\d{1,2})月(?!龄)(?:份|底|初|末|中旬|上旬|下旬|\d{1,2}日)?"
)
_HALF_WORDS = waiting_for(("下半年", "上半年", "季度", "其中"))
_PARTS = {"上半年": (1, 6), "下半年": (7, 12), "一季度": (1, 3), "二季度": (4, 6), "三季度": (7, 9), "四季度": (10, 12)}  # fmt: skip
_TURNS = lazy.pattern(
    "次年|明年|来年|翌年|年底|20\\d\\d|季度|半年|去年|上年|截[至止]|之前|此前|在[^，]{0,6}基础|并于|分别|和|至|以来|总结|报告|考核|评估"
)


def _months_of_half(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「下半年，将…，在6月底前完成栏目调整」."""
    for match in matches_near(passage, _HALF_WORDS, _HALF, 80):
        low, high = _PARTS[match["half"].removeprefix("第")]
        month = int(match["month"])
        before = passage.text[max(passage.start, match.start() - 8) : match.start()]
        if (
            not 1 <= month <= 12
            or low <= month <= high
            or re.search("前三|第$|(?:[与和比较]|季度、|半年、)$", before)
        ):
            continue
        if _TURNS.search(match["rest"]) or passage.in_web_residue(match.start()):
            continue
        said = f"{match['half']}是{low}至{high}月，这里写的是{month}月，请核对。"
        yield rule.finding(passage, match.start("month"), match.end(), said)


# 「1—6月公开信息86条，其中7月公开12条」
_OF_MONTHS = lazy.pattern(
    r"(?<![\d年月])(?P<low>\d{1,2})月?\s?[-—–－~～至到]{1,2}\s?(?P<high>\d{1,2})月(?:份)?[^。；;\n]{0,40}?其中(?P<mark>(?P<month>\d{1,2})月)"
)


def _within_months(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for match in _OF_MONTHS.finditer(passage.text, passage.start, passage.end):
        low, high, month = (int(match[name]) for name in ("low", "high", "month"))
        if low < high and not low <= month <= high <= 12:
            said = f"前面说的是{low}至{high}月，这里写的是{month}月，请核对。"
            yield rule.finding(passage, *match.span("mark"), said, suggestion="核对月份")


def _months_of_parts(rule: Rule, passage: Passage) -> Iterator[Finding]:
    yield from _months_of_half(rule, passage)
    yield from _within_months(rule, passage)


# --- an older year in a plan's own section ----------------------------------------------------------------------------

_PLAN_HEAD = lazy.pattern(
    r"(?P<year>20\d\d)年(?:度|上半年|下半年)?[^，,。；;：:\n]{0,8}(?:计划|打算|安排|思路|重点|任务|目标|要点|举措)"
)
_PLAN_WORDS = waiting_for(("计划", "打算", "安排", "思路", "重点", "任务", "目标", "要点", "举措"))
_OLDER = lazy.pattern(r"(?P<mark>(?P<year>20\d\d)年)(?P<rest>[^。；;\n]{0,30})")
_INTENT = lazy.pattern(
    r"计划|力争|将|拟|确保|争取|要|新建|完成|启动|实现|(?:\d{1,2}月)?(?:底|末)?(?:之)?前|建成|继续|进一步"
)
_BACK = lazy.pattern(r"[较比自从与到在以《（(〔\[]$|总结|巩固|相比")
_LOOKS_BACK = lazy.pattern(
    r"^(?:度?(?:以来|末|的|工作的?基础|已|实际|总结|结转|印发|出台|建成的|遗留|未))|基础上|相比|增长|结转"
)


def _older_years(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「二、2024年计划」 and below it 「2023年，计划新建幸福院10所」."""
    for section in passage.once(plan_sections):
        line_start = passage.text.rfind("\n", passage.start, section.start) + 1
        head = _PLAN_HEAD.search(
            passage.text, max(line_start, passage.start), min(section.end, section.start + 40)
        )
        if (
            head is None
            or head.start() > section.start + 2
            or not is_heading(passage.text[max(line_start, passage.start) : head.end()])
        ):
            continue
        year = int(head["year"])
        for match in _OLDER.finditer(passage.text, head.end(), section.end):
            before = passage.text[max(section.start, match.start() - 6) : match.start()]
            if int(match["year"]) != year - 1 or _BACK.search(before) or _LOOKS_BACK.search(match["rest"]):
                continue
            if _INTENT.search(match["rest"]) and not passage.in_web_residue(match.start()):
                said = f"这一部分写的是{year}年的计划，这里却是{match['year']}年，请核对。"
                yield rule.finding(passage, *match.span("mark"), said, suggestion=f"{year}年")


# --- open on a day that is closed -----------------------------------------------------------------------------------

_OPEN_DAYS = lazy.pattern(
    r"(?:周|星期)(?P<first>[一二三四五六日天])(?:至|到|[—–~～－-])(?:周|星期)?(?P<last>[一二三四五六日天])[^。；;\n]{0,40}"
)
_CLOSED = lazy.pattern(
    r"(?P<days>(?:(?:周|星期)[一二三四五六日天][、和及]?){1,3})(?:全天|下午|上午)?(?P<closed>闭馆|休息|不开放|休馆|不对外|闭园|停业|停诊)"
)
_CLOSED_WORDS = waiting_for(("闭馆", "休息", "不开放", "休馆", "闭园", "停业", "停诊"))
_WEEK = "一二三四五六日"


def _closed_days(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「开馆时间为周二至周日，周一、周二闭馆」."""
    for closed in matches_near(passage, _CLOSED_WORDS, _CLOSED, 20):
        low = max(passage.start, closed.start() - 80)
        every = list(_OPEN_DAYS.finditer(passage.text, low, closed.start()))
        opened = every[-1] if every else None
        if opened is None or "\n" in passage.text[opened.end() : closed.start()]:
            continue
        first, last = (_WEEK.index(opened[name].replace("天", "日")) for name in ("first", "last"))
        shut = [
            _WEEK.index(day.replace("天", "日")) for day in re.findall("[一二三四五六日天]", closed["days"])
        ]
        if first < last and any(first <= day <= last for day in shut) and "午" not in closed[0]:
            said = f"前面说「{opened[0][:7]}」开放，这里又说「{closed[0]}」，请核对。"
            yield rule.finding(passage, *closed.span(), said)


_rule = hint_of("date", "wrong_year_or_date")

RULES = (
    _rule(
        "span_and_length",
        "起止时间与写明的天数、月数要相符，中间隔着别的话也一样。",
        "汛期为4月15日至10月15日，共5个月。",
        "汛期为4月15日至10月15日，共6个月。",
        Waiting(_LASTS_WORDS, _lasts),
    ),
    _rule(
        "month_of_other_half",
        "上半年、下半年、某季度里，写了不在其内的月份。",
        "下半年，将加大公开力度，在6月底前完成栏目调整。",
        "下半年，将加大公开力度，在9月底前完成栏目调整。",
        Waiting(_HALF_WORDS, _months_of_parts),
    ),
    _rule(
        "older_year_in_plan",
        "「××年计划」一节里，计划的事写了前一年。",
        "2023年工作总结\n一、2023年工作\n新建幸福院8所。\n二、2024年工作计划\n2023年，计划新建幸福院10所。",
        "2023年工作总结\n一、2023年工作\n新建幸福院8所。\n二、2024年工作计划\n在2023年的基础上，新建幸福院10所。",
        Waiting(_PLAN_WORDS, _older_years),
    ),
    Rule(
        name="contradiction.open_and_closed",
        category="internal_contradiction",
        severity="warning",
        explain="前面说周几到周几开放，又说其中一天闭馆、休息。",
        fires="开馆时间为周二至周日9:00—17:30，周一、周二闭馆。",
        passes="开馆时间为周二至周日9:00—17:30，周一闭馆。",
        find=Waiting(_CLOSED_WORDS, _closed_days),
    ),
)
