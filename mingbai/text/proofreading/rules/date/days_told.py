"""Days against each other: periods that end before they begin, stages and sessions out of order, terms after the event, durations, years since founding.

Which day is wrong, and whether another year is meant, only the writer knows. So these are hints.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from mingbai.text import lazy
from mingbai.text.model import Finding, Related
from mingbai.text.proofreading.calendar import day_of
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import Waiting, anchored, hint_of
from mingbai.text.proofreading.rules._stages import ALONGSIDE, stages
from mingbai.text.proofreading.rules._told import number_in
from mingbai.text.proofreading.structure import chinese_number
from mingbai.text.proofreading.triggers import matches, matches_near, sought, waiting_for

_DAY = r"(?:(?P<y{n}>20\d\d)年)?(?P<m{n}>\d{{1,2}})月(?P<d{n}>\d{{1,2}})日"
_RANGE = lazy.pattern(
    _DAY.format(n=1)
    + r"\s?(?:起|开始)?[，,]?\s?(?:至|到|[—–~～\-]{1,2})\s?"
    + r"(?:(?P<y2>20\d\d)年)?(?:(?P<m2>\d{1,2})月)?(?P<d2>\d{1,2})日"
)
_DAY_WORDS = waiting_for(("日至", "日到", "日起", "日开始", "日—", "日–", "日~", "日～", "日-", "日 "))


class Span(NamedTuple):
    """A period told by two days."""

    first: date
    last: date
    start: int
    end: int
    years: tuple[str, str]


def _spans(passage: Passage) -> list[Span]:
    found = []
    for match in matches_near(passage, _DAY_WORDS, _RANGE, 40):
        year = int(match["y1"] or passage.document.year or 2023)
        first = day_of(year, int(match["m1"]), int(match["d1"]))
        last = day_of(int(match["y2"] or year), int(match["m2"] or match["m1"]), int(match["d2"]))
        if first and last:
            found.append(
                Span(first, last, match.start(), match.end(), (match["y1"] or "", match["y2"] or ""))
            )
    return found


def _backwards(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「自2024年1月1日起，至2023年12月31日止」; without a year before the second day the next year may be meant."""
    for one in passage.once(_spans):
        if passage.text[one.start - 1 : one.start] == "年" or (
            not one.years[0] and one.years[1] and one.first.year != one.last.year
        ):
            continue  # 「1987年4月14日」, 「7月1日至2013年12月31日」: its year is not that of the text
        if one.last < one.first and (one.years[1] or one.first.month - one.last.month < _TURN):
            said = f"起止日期颠倒：从{one.first}到{one.last}，请核对。"
            yield rule.finding(passage, one.start, one.end, said)


# From so many months on a period without a year goes on into the next one: 「12月1日至2月28日」.
_TURN = 6

# --- stages ---------------------------------------------------------------------------------------------------------

_STAGE = lazy.pattern(
    r"第[一二三四五六]?(?:阶段|步|期|批)|阶段|步骤?[：:（(]|[（(][一二三四五六七][）)]|(?:^|\n)[1-7][.、．]"
)
# 「（二）组织实施阶段（4月1日—10月31日）」: the whole of it cannot begin before the stage above.
_LABELLED = lazy.pattern(r"阶段\s?[（(：:]?\s?$")


def _stages(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """A stage that begins before the one before it is over: 3月10日—3月20日, then 3月18日—4月15日."""
    file = passage.source.file
    spans = passage.once(_spans)
    for before, one in zip(spans, spans[1:], strict=False):
        if one.start - before.end > _NEAR or before.first > before.last or one.first > one.last:
            continue
        head = [passage.text[max(passage.start, part.start - 44) : part.start] for part in (before, one)]
        if not all(_STAGE.search(words) for words in head) or one.first >= before.last:
            continue
        labelled = all(_LABELLED.search(words) for words in head)
        if before.first < one.first or one.last <= before.first or labelled:
            said = f"前一阶段到{before.last.month}月{before.last.day}日，这一阶段从{one.first.month}月{one.first.day}日开始，请核对。"
            yield rule.finding(
                passage, one.start, one.end, said, related=(Related(before.start, before.end, file),)
            )


_NEAR = 260
_MONTHS = sought(
    r"(?P<a>\d{1,2})月(?P<from>[上中下]旬)?[至到—－–~～-](?P<b>\d{1,2})月(?P<to>[上中下]旬|[底末])?(?:为|是|，)?[^，,。；;\n\d]{2,8}阶段"
)
_THIRDS = {"上旬": 0, "中旬": 1, "下旬": 2, "底": 2, "末": 2}


def _months_of_stages(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「5月至9月为组织实施阶段，9月上旬至12月为检查验收阶段」: the second begins before the first is over."""
    found = list(matches(passage, _MONTHS))
    for before, one in zip(found, found[1:], strict=False):
        over = int(before["b"]) * 3 + _THIRDS.get(before["to"] or "末", 2)
        begun = int(one["a"]) * 3 + _THIRDS.get(one["from"] or "上旬", 0)
        # 「至9月」 and 「9月至」 share a month; a year that turns is none of ours.
        shared = not before["to"] and not one["from"] and int(before["b"]) == int(one["a"])
        in_order = int(before["a"]) <= int(before["b"]) and int(one["a"]) <= int(one["b"])
        if one.start() - before.end() < _NEAR and in_order and not shared and begun < over:
            said = f"前一阶段到{before['b']}月{before['to'] or ''}，这一阶段从{one['a']}月{one['from'] or ''}开始，时间交叉，请核对。"
            yield rule.finding(passage, one.start(), one.end(), said, suggestion="核对起止时间")


def _stages_below(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「（二）集中整治（4月至10月）」 and below it 「（三）检查验收（9月至12月）」."""
    for run in passage.once(stages):
        for before, one in zip(run, run[1:], strict=False):
            along = ALONGSIDE.search(one.name) or ALONGSIDE.search(before.name)
            in_order = before.first <= before.last and one.first <= one.last
            # 「至9月」 and 「9月至」 share a month.
            by_months = before.by_months[1] and one.by_months[0]
            shared = by_months and (before.last.year, before.last.month) == (one.first.year, one.first.month)
            if not in_order or before.exact and one.exact or one.first >= before.last:
                continue
            earlier = one.first < before.first
            # What goes along with all the others begins with the first of them.
            covers = ALONGSIDE.search(one.name) and one.last >= before.last
            if covers or ((shared or along) and not earlier):
                continue
            said = f"前一阶段到{before.last.month}月，这一阶段从{one.first.month}月开始，时间交叉，请核对。"
            yield rule.finding(passage, one.start, one.end, said, suggestion="核对起止时间")


def _stages_of_months(rule: Rule, passage: Passage) -> Iterator[Finding]:
    yield from _months_of_stages(rule, passage)
    yield from _stages_below(rule, passage)


# --- sessions -----------------------------------------------------------------------------------------------------------

_SESSION = lazy.pattern(
    r"第(?P<n>[一二三四五六])(?:期|批|次|场|轮)[^，,。；;\d]{0,10}(?P<m>\d{1,2})月(?P<d>\d{1,2})日"
)
_SESSION_WORDS = waiting_for(
    ("第二期", "第二批", "第二次", "第二场", "第二轮", "第三期", "第三批", "第三次", "第三场")
)


def _sessions(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「第二期于7月9日举办；第三期于6月20日举办」."""
    last: re.Match[str] | None = None
    for match in _SESSION.finditer(passage.text, passage.start, passage.end):
        number = chinese_number(match["n"]) or 0
        if last and number == (chinese_number(last["n"]) or 0) + 1 and match.start() - last.end() < _NEAR:
            earlier, later = ((int(one["m"]), int(one["d"])) for one in (last, match))
            if later < earlier and earlier[0] - later[0] < _TURN:
                said = f"{match[0][:3]}在{match['m']}月{match['d']}日，比前一次（{last['m']}月{last['d']}日）还早，请核对。"
                yield rule.finding(passage, match.start(), match.end(), said)
        last = match


# --- terms after the event -------------------------------------------------------------------------------------------------

_EVENT = lazy.pattern(
    r"(?:(?:会议|培训|活动|开班|举办|开放|考试|面试|报到|比赛|听证|召开|演练|集中)(?:的)?(?:时间|日期)[：:为是\n]{1,3}(?:暂?定于|拟于)?|(?:定于|拟于|决定于|兹定于)|(?:^|\n)[一二三四五]、(?:会议|培训|活动)?时间[：:\n]{1,2})(?:(?P<y>20\d\d)年)?(?P<m>\d{1,2})月(?P<d>\d{1,2})日"
)
_EVENT_WORDS = waiting_for(("时间", "日期", "定于", "拟于"))
_TERM = lazy.pattern(
    r"(?:(?P<y>20\d\d)年)?(?:(?P<m>\d{1,2})月)?(?P<d>\d{1,2})日(?:[（(][^（）()]{1,6}[）)])?(?:[上下]午)?(?:\d{1,2}[:：时点]\d{0,2})?(?:下班)?(?:之?前|以前|止)?[^。；;\n]{0,22}?(?:回执|报名|参会人员名单|参训人员|名单|报送|报至|上报|反馈|签到|到校|入场|报到|集合|推演|彩排|踩点|清点|预演|动员|筹备|准备工作)"
)


# 「报到时间：12月29日」: what is to be done stands before its day.
_TERM_OF = lazy.pattern(
    r"(?:报到|签到|报名|回执|集合|推演|彩排)(?:截止)?(?:时间|日期|截止)[：:为]\s?(?:(?P<y>20\d\d)年)?(?P<m>\d{1,2})月(?P<d>\d{1,2})日"
)
_AFTERWARDS = lazy.pattern("总结|心得|整改|结果|成绩|落实情况|会后|结束|以后|后")


def _after_event(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """The reply slip is due, or people are to come, on a day after the event."""
    year = passage.document.year or (
        passage.document.written_on.year if passage.document.written_on else 2023
    )
    event = next(iter(matches_near(passage, _EVENT_WORDS, _EVENT, 40)), None)
    if event is None:
        return
    held = day_of(int(event["y"] or year), int(event["m"]), int(event["d"]))
    until = re.match(
        r"(?:[（(][^（）()]{1,6}[）)])?\s?(?:至|到|[—–~～\-]{1,2})\s?(?:(\d{1,2})月)?(\d{1,2})日",
        passage.text[event.end() : event.end() + 20],
    )
    if held and until:
        held = day_of(held.year, int(until[1] or held.month), int(until[2])) or held
    if held is None:
        return
    terms = (
        *_TERM.finditer(passage.text, event.end(), passage.end),
        *_TERM_OF.finditer(passage.text, event.end(), passage.end),
    )
    for match in terms:
        due = day_of(int(match["y"] or held.year), int(match["m"] or held.month), int(match["d"]))
        if (
            due
            and 0 < (due - held).days <= _MONTH
            and not _AFTERWARDS.search(passage.text[match.start() - 12 : match.end() + 10])
        ):
            said = f"活动定在{held.month}月{held.day}日，这里的{due.month}月{due.day}日却在它之后，请核对。"
            yield rule.finding(
                passage,
                match.start(),
                match.end(),
                said,
                related=(Related(event.start(), event.end(), passage.source.file),),
            )


_MONTH = 31

# --- durations ---------------------------------------------------------------------------------------------------------------------

_LASTS = lazy.pattern(
    r"[^。；;\d]{0,8}[，,（(](?:共计|一共|共|为期|历时|工期|期限|时间|时长)(?:为|共)?(?:(?P<months>[一两二三四五六\d]{1,2})个半?月|(?P<half>半个月)|(?P<weeks>[一两二三四\d])周|(?P<days>\d{1,3}|[一二两三四五六七八九十]{1,3})(?:天|日))"
)


_LASTED = lazy.pattern(
    r"(?:工期|期限|时长|为期|历时)(?:为|共|：|:)?(?P<days>\d{1,3})个?(?:日历天|天|日)[，,（(]\s?(?:自|从|即)?$"
)


_FEW_DAYS = 10


def _durations(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「3月10日至4月30日，为期一个月」."""
    for one in passage.once(_spans):
        days = (one.last - one.first).days + 1
        if days > 0:
            yield from _told_before(rule, passage, one, days)
            yield from _told_behind(rule, passage, one, days)


def _told_before(rule: Rule, passage: Passage, one: Span, days: int) -> Iterator[Finding]:
    """「工期60天，自3月10日至4月30日」."""
    head = _LASTED.search(passage.text, max(passage.start, one.start - 30), one.start)
    if head and abs(days - int(head["days"])) > 1:
        said = f"起止日期相隔{days}天，前面写的是{head['days']}天，请核对。"
        yield rule.finding(passage, head.start(), one.end, said)


def _told_behind(rule: Rule, passage: Passage, one: Span, days: int) -> Iterator[Finding]:
    match = _LASTS.match(passage.text, one.end, min(one.end + 40, passage.end))
    if match is None or "工作日" in match[0]:
        return
    told, slack = _length_told(match, days)
    if told and abs(days - told) > slack:
        said = f"起止日期相隔{days}天，写的是「{match[0].lstrip('，,（(')}」，请核对。"
        yield rule.finding(passage, one.start, match.end(), said)


# Of each unit how many days it has, and which share of them may be missing or too many.
_UNITS = {"months": (30.4, 0.3), "half": (15.0, 0.3), "weeks": (7.0, 0.35)}
_IN_ALL = lazy.pattern(r"[，,（(]?(?:共计|一共|共)")


def _length_told(match: re.Match[str], days: int) -> tuple[float, float]:
    """How many days are told, and by how many they may be missed."""
    for unit, (length, share) in _UNITS.items():
        if match[unit]:
            told = length * (1 if unit == "half" else _number(match[unit]))
            return told, max(told * share, 1.0)
    told = float(number_in(match["days"]) or 0)
    # 「10月18日至20日，共两天」 counts neither way
    sure = days <= _FEW_DAYS and told < days and _IN_ALL.match(match[0].lstrip())
    return told, 0.0 if sure else 1.0


def _number(words: str) -> int:
    return int(words) if words.isdecimal() else chinese_number(words.replace("两", "二")) or 0


# --- years since founding -----------------------------------------------------------------------------------------------------------

_FOUNDED = lazy.pattern(
    r"(?:始建于|创建于|建成于|建于|成立于|创办于|组建于)(?P<from>(?:18|19|20)\d\d)年[^。\n]{0,40}?(?:建[院校局厂馆园站]|成立|创办|办学|走过|历经|距今|至今|已?运行|使用|经营|投用)(?:已?(?:运行|使用|经营|走过))?(?:已有|已经?|有|了|近)?(?P<years>\d{1,3})(?P<about>多|余)?(?:年|周年|个春秋)"
)
_FOUNDED_WORDS = waiting_for(("始建于", "创建于", "建于", "成立于", "创办于", "组建于"))


def _founded(rule: Rule, passage: Passage) -> Iterator[Finding]:
    year = passage.document.year
    if year is None:
        return
    for match in matches_near(passage, _FOUNDED_WORDS, _FOUNDED, 70):
        right, told = year - int(match["from"]), int(match["years"])
        if abs(right - told) > (9 if match["about"] else 2):
            said = f"从{match['from']}年到{year}年是{right}年，写的是{told}年，请核对。"
            yield rule.finding(passage, match.start("years"), match.end(), said, suggestion=f"{right}年")


hint = hint_of("date", "wrong_year_or_date")


RULES = (
    hint(
        "ends_before_it_begins",
        "「自某日起，至某日止」，止的日子在起的日子之前。",
        "统计期限自2024年1月1日起，至2023年12月31日止。",
        "统计期限自2024年1月1日起，至2024年12月31日止。",
        Waiting(_DAY_WORDS, _backwards),
    ),
    hint(
        "stage_too_early",
        "前一阶段还没有结束，后一阶段已经开始。",
        "第一步：自查（3月10日—3月20日）。\n第二步：检查（3月18日—4月15日）。",
        "第一步：自查（3月10日—3月20日）。\n第二步：检查（3月21日—4月15日）。",
        Waiting(_DAY_WORDS, _stages),
    ),
    hint(
        "stages_share_months",
        "按月写的两个阶段时间交叉，前一阶段还没有结束。",
        "5月至9月为组织实施阶段，9月上旬至12月为检查验收阶段。",
        "5月至8月为组织实施阶段，9月上旬至12月为检查验收阶段。",
        anchored("阶段 月） 月) 月， 旬） 底）", _stages_of_months),
    ),
    hint(
        "session_too_early",
        "后一期、后一批的日子比前一期还早。",
        "第一期于3月12日举办；第二期于7月9日举办；第三期于6月20日举办。",
        "第一期于3月12日举办；第二期于6月20日举办；第三期于7月9日举办。",
        Waiting(_SESSION_WORDS, _sessions),
    ),
    hint(
        "term_after_event",
        "报名、回执、到场的日子在活动之后。",
        "一、培训时间：2025年5月14日上午9:00。\n请于5月16日前将回执报送办公室。",
        "一、培训时间：2025年5月14日上午9:00。\n请于5月12日前将回执报送办公室。",
        Waiting(_EVENT_WORDS, _after_event),
    ),
    hint(
        "lasts_otherwise",
        "写了起止日期，又写为期多久，两者不符。",
        "检查时间：2025年3月10日至4月30日，为期一个月。",
        "检查时间：2025年3月10日至4月10日，为期一个月。",
        Waiting(_DAY_WORDS, _durations),
    ),
    hint(
        "years_since_founding",
        "始建于哪一年、已经多少年，算起来不符。",
        "2023年工作总结\n卫生院始建于1958年，建院55年来，始终坚持以人为本。",
        "2023年工作总结\n卫生院始建于1958年，建院65年来，始终坚持以人为本。",
        Waiting(_FOUNDED_WORDS, _founded),
    ),
)
