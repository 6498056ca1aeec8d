"""Months, quarters and years of what is told: past the half-year reported on, left from last year's text, off the year of a congress or holiday."""

import re
from collections.abc import Iterator, Mapping

from mingbai.text import lazy
from mingbai.text.model import Finding, Severity
from mingbai.text.proofreading.calendar import plan_sections
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import anchored, warning_of

_REPORTING = {"work_summary", "annual_report", "self_check", "bulletin"}
_PART = lazy.pattern(r"(?P<part>上半年|半年|第?[一二三]季度|前三季度|[1１][-—－至][69]月)")
_LAST_MONTH = {"上": 6, "半": 6, "一": 3, "二": 6, "三": 9, "前": 9}
_CLAUSE = r"(?:^|(?<=[。；;，,！\n\u3000 ：:）)、]))"
_VERBS = "召开|举办|举行|开展|组织|印发|下发|制定|完成|启动|邀请|成立|建成|开通|修订|调整|出台|聘请|配合|迎接|接受|发布|公布"
_MONTH_DONE = lazy.pattern(
    rf"{_CLAUSE}(?P<mark>(?:(?P<year>20\d\d)年)?(?P<month>\d{{1,2}})月(?:\d{{1,2}}日|份|底|初|中旬|上旬|下旬)?)[，,]?(?:[我全]?[镇乡县区局街道]{{0,2}})?(?:{_VERBS})(?!时间)"
)
_TO_MONTH = lazy.pattern(
    r"(?P<mark>(?<!\d)(?P<first>1|4|7|10)月?\s?(?:[-—－–~～]|至|到)+\s?(?P<month>\d{1,2})月)(?:份|底)?(?=[^。；;\n]{0,8}(?:工作|政务|公开|情况))"
)
# 「7至9月份开展了评选」 in a paper on the first half.
_MONTHS_DONE = lazy.pattern(
    rf"(?P<mark>(?<![\d年])(?P<first>\d{{1,2}})月?\s?(?:[-—－–~～、]|至|到|和)+\s?(?P<month>\d{{1,2}})月(?:份|间)?)[，,]?[^，,。；;\d]{{0,10}}?(?:{_VERBS})(?:了|期间)?|(?:[一二三四五六七八九]是|[（(][一二三四五六七八九][）)]|并?于|并?在)(?P<mark2>(?P<month2>\d{{1,2}})月(?:份|底|初|中旬|上旬|下旬|间)?)[，,]?[^，,。；;\d]{{0,8}}?(?:{_VERBS})"
)
_PART_OF_OTHER_YEAR = lazy.pattern(
    rf"{_CLAUSE}(?:其中[，,：:]?)?(?P<mark>(?P<year>20\d\d)年(?:第?[一二三四]季度|上半年|下半年|\d{{1,2}}月(?:份)?)(?!\d))[，,]?(?P<rest>[^。；;\n]{{2,30}})"
)
_COMPARED = lazy.pattern(
    r"比|较|同期|以来|起[，,、]|开始|至今|之前|以前|今年|当年|的[^，。]{0,12}(?:已|于)|[至到—-]\s?20\d\d|届|结转|反馈|指出|通报|批准|设立|撤|原|历时|搬|迁"
)
_AGAINST_OWN = lazy.pattern(
    r"(?P<mark>(?:较|比|同比|与)(?P<year>20\d\d)年(?:度|上半年|下半年|同期)?)(?:相比)?[，,]?[^。；;，,\n]{0,6}?(?:增加|增长|上升|提高|下降|减少|降低|多|少)"
)
_SAME_TIME = lazy.pattern(r"(?P<mark>同比(?:于)?(?P<year>20\d\d)年)")
_NEXT_YEAR_DONE = lazy.pattern(
    rf"{_CLAUSE}(?P<mark>(?P<year>20\d\d)年)[，,](?:我|全|本)[镇乡县区市局街校院村社道区]{{1,2}}(?![^。；;，,\n]{{0,8}}(?:将|争取|力争|要|拟|计划))[^。；;，,\n]{{0,6}}?(?:被[^。；;，,\n]{{0,10}}?(?:评为|授予|确定为|列为)|荣?获|完成了|实现了|获评)"
)
_SIGNED_EARLY = 11
# A summary may be of what was done so far; in the first three months there was nothing to sum up.
_SUMMED_UP_EARLY = 4
_EARLY_PART = lazy.pattern("半年|季度|月|阶段")
_HOLIDAYS: Mapping[str, tuple[tuple[int, int], tuple[int, int]]] = {
    # The widest stretch in which the days off and those around them lie.
    "国庆": ((9, 10), (10, 20)),
    "劳动节": ((4, 15), (5, 15)),
    "五一": ((4, 15), (5, 15)),
    "清明": ((3, 25), (4, 15)),
    "端午": ((5, 20), (7, 5)),
    "中秋": ((9, 1), (10, 20)),
    "元旦": ((12, 15), (1, 15)),
    "春节": ((1, 5), (3, 10)),
}
_HOLIDAY_RANGE = lazy.pattern(
    r"(?P<mark>(?:20\d\d年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})日(?:[（(][^）)\n]{1,8}[）)])?\s?(?:至|到|—|－|-|–|~|～)+\s?(?:(?P<month2>\d{1,2})月)?(?P<day2>\d{1,2})日)"
)
_HELD = lazy.pattern(
    r"[^。；;，,\n]{0,2}?[于在](?P<mark>(?P<year>20\d\d)年)[^。；;，,\n]{0,8}?(?:召开|胜利召开|闭幕|开幕)"
)
_OLD_PLAN = lazy.pattern(
    r"(?P<mark>[“\"]?(?P<plan>十[一二三四])五[”\"]?(?:规划|计划|规划纲要))(?=[^。；;，,\n]{0,10}(?:实施|执行|编制|落实|进展|开局|关键|重要一年|攻坚))"
)
_PLAN_STARTS = {"十一": 2006, "十二": 2011, "十三": 2016, "十四": 2021}
_LAW_PLAN = lazy.pattern(r"(?P<mark>[“\"]?(?P<nth>[五六七八九])五[”\"]?普法)")
_LAW_PLAN_STARTS = {"五": 2006, "六": 2011, "七": 2016, "八": 2021, "九": 2026}
_LOOKING_BACK = lazy.pattern("总结|回顾|评估|期间|完成|收官|圆满|末|以来|时期|结束")


def _last_month(passage: Passage) -> int | None:
    """The last month that a report on part of a year tells of."""
    title = passage.document.title or (passage.prose[0][1] if passage.prose else "")
    part = _PART.search(title)
    if part is None or "下半年" in title[: part.start()]:
        return None
    word = part["part"].lstrip("第")
    return 9 if word.startswith("前") or word.endswith("9月") else _LAST_MONTH.get(word[0], 6)


def _planned(passage: Passage, at: int) -> bool:
    return any(section.start <= at < section.end for section in passage.once(plan_sections))


def _sentence(passage: Passage, match: re.Match[str]) -> str:
    """The sentence in which a match stands."""
    before = re.split("[。；;\n]", passage.text[max(passage.start, match.start() - 60) : match.start()])[-1]
    after = re.split("[。；;\n]", passage.text[match.start() : match.start() + 120])[0]
    return before + after


def _after_half_year(rule: Rule, passage: Passage) -> Iterator[Finding]:
    last, year = _last_month(passage), passage.document.year
    if last is None:
        return
    title = passage.document.title or "标题"
    for match in _MONTH_DONE.finditer(passage.text, passage.start, passage.end):
        month = int(match["month"])
        told = match["year"] is None or int(match["year"]) == year
        sentence = _sentence(passage, match)
        if not last + 1 < month <= 12 or not told or _planned(passage, match.start()):
            continue
        if not re.search(
            "将|拟|计划|预计|力争|去年|上年|前[，,。；]?|20\\d\\d年", sentence.replace(match["mark"], "")
        ):
            said = f"「{title}」写到{last}月为止，这里却写{month}月已经做了的事。"
            yield rule.finding(passage, *match.span("mark"), said, suggestion="核对月份")
    yield from _done_later(rule, passage, title, last)
    for match in _TO_MONTH.finditer(passage.text, passage.start, passage.end):
        first = last - 2 if "季度" in title and not re.search("前|[1１]", title) else 1
        if int(match["first"]) == first and int(match["month"]) != last and int(match["month"]) <= 12:
            said = f"「{title}」应是{first}至{last}月，这里写「{match['mark']}」。"
            yield rule.finding(passage, *match.span("mark"), said, suggestion=f"{first}月至{last}月")


def _done_later(rule: Rule, passage: Passage, title: str, last: int) -> Iterator[Finding]:
    for match in _MONTHS_DONE.finditer(passage.text, passage.start, passage.end):
        group = "mark" if match["mark"] else "mark2"
        month = int(match["month"] or match["month2"])
        sentence = _sentence(passage, match).replace(match[group], "")
        if not last + 1 < month <= 12 or _planned(passage, match.start()) or _NOT_YET.search(sentence):
            continue
        said = f"「{title}」写到{last}月为止，这里却写{month}月的事。"
        yield rule.finding(passage, *match.span(group), said, suggestion="核对月份", severity="info")


_NOT_YET = lazy.pattern(r"将|拟|计划|预计|力争|去年|上年|前完成|20\d\d年|下半年|要求|目标")


def _part_of_other_year(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「2023年第二季度公开92条」 in a summary of 2024."""
    year = passage.document.year
    if year is None or passage.document.kind not in _REPORTING:
        return
    for match in _PART_OF_OTHER_YEAR.finditer(passage.text, passage.start, passage.end):
        named = int(match["year"])
        sentence = _sentence(passage, match).replace(match["mark"], "")
        if named != year - 1 or _COMPARED.search(sentence) or str(year) in sentence:
            continue
        if _planned(passage, match.start()) or not re.search(_VERBS + "|公开|受理|收到", match["rest"][:10]):
            continue
        sure: Severity = "warning" if "季度" in match["mark"] or "半年" in match["mark"] else "info"
        said = f"本文是{year}年的，这里写的是{match['mark']}，请核对是否为上年文稿的内容。"
        yield rule.finding(
            passage, *match.span("mark"), said, suggestion=f"核对是否应为{year}年", severity=sure
        )


def _against_wrong_year(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「较2018年增加34条」 in a summary of 2018; 「同比2020年」 in one of 2022."""
    year = passage.document.year
    if year is None or passage.document.kind not in _REPORTING:
        return
    for match in _AGAINST_OWN.finditer(passage.text, passage.start, passage.end):
        if int(match["year"]) == year and not re.search(
            rf"{year - 1}年|{year + 1}年|去年|上年", _sentence(passage, match)
        ):
            said = f"本文是{year}年的，应与上一年相比，这里却写「{match['mark']}」。"
            yield rule.finding(passage, *match.span("mark"), said, suggestion=f"核对是否应为{year - 1}年")
    for match in _SAME_TIME.finditer(passage.text, passage.start, passage.end):
        if int(match["year"]) not in {year - 1, year}:
            said = f"本文是{year}年的，「同比」应与{year - 1}年相比，这里却写{match['year']}年。"
            yield rule.finding(passage, *match.span("mark"), said, suggestion=f"同比{year - 1}年")


def _done_next_year(rule: Rule, passage: Passage) -> Iterator[Finding]:
    year, written = passage.document.year, passage.document.written_on
    if year is None or passage.document.kind not in _REPORTING:
        return
    for match in _NEXT_YEAR_DONE.finditer(passage.text, passage.start, passage.end):
        named = int(match["year"])
        if named > year and not (written and written.year >= named) and not _planned(passage, match.start()):
            said = f"本文总结的是{year}年，这里却写{named}年已经做到的事。"
            yield rule.finding(passage, *match.span("mark"), said, suggestion=f"核对是否应为{year}年")


def _signed_too_early(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """A report on a whole year is not signed in its January."""
    year, written = passage.document.year, passage.document.written_on
    kind, title = passage.document.kind, passage.document.title or ""
    if year is None or written is None or written.year != year or _EARLY_PART.search(title):
        return
    early = {"annual_report": _SIGNED_EARLY, "work_summary": _SUMMED_UP_EARLY}
    if written.month >= early.get(kind, 0):
        return
    found = list(re.finditer(rf"{year}\s*年\s*0?{written.month}\s*月\s*0?{written.day}\s*日", passage.body))
    if not found or str(year) not in title:
        return
    start = passage.start + found[-1].start()
    said = f"标题是{year}年全年的，落款却在{year}年{written.month}月，年份可能少写了一年。"
    sure: Severity = "warning" if kind == "annual_report" and written.month <= 6 else "info"
    yield rule.finding(
        passage,
        start,
        passage.start + found[-1].end(),
        said,
        suggestion=f"核对是否应为{year + 1}年",
        severity=sure,
    )


def _outside_holiday(rule: Rule, passage: Passage) -> Iterator[Finding]:
    title = passage.document.title or (passage.prose[0][1] if passage.prose else "")
    named = [name for name in _HOLIDAYS if name in title]
    if not named or not re.search("放假|假期|节日|期间|值班|安排", title):
        return
    for match in _HOLIDAY_RANGE.finditer(passage.text, passage.start, passage.end):
        day = int(match["month"]), int(match["day"])
        if not any(_inside(day, *_HOLIDAYS[name]) for name in named):
            said = f"标题说的是{'、'.join(named)}，这里却写「{match['mark']}」，疑为别的节日通知留下的日期。"
            yield rule.finding(passage, *match.span("mark"), said, suggestion="核对日期")


def _inside(day: tuple[int, int], first: tuple[int, int], last: tuple[int, int]) -> bool:
    return first <= day <= last if first <= last else day >= first or day <= last


def _held_in_other_year(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「党的二十大于2021年召开」."""
    listed = passage.lists.get("events")
    if not isinstance(listed, dict):
        return
    for row in listed["entries"]:
        if row["name"] not in passage.body:
            continue
        for match in re.finditer(re.escape(row["name"]), passage.body):
            told = _HELD.match(passage.text, passage.start + match.end(), passage.end)
            if told and told["year"] != row["on"][:4]:
                said = f"{row['name']}于{row['on'][:4]}年召开，这里写的是{told['year']}年。"
                yield rule.finding(
                    passage,
                    passage.start + match.start(),
                    told.end("mark"),
                    said,
                    suggestion=f"{row['on'][:4]}年",
                )


def _plan_over(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """The five-year plan of another time: 「“十三五”规划实施情况」 in the plan for 2023."""
    year = passage.document.year
    if year is None:
        return
    for match in _OLD_PLAN.finditer(passage.text, passage.start, passage.end):
        first = _PLAN_STARTS[match["plan"]]
        sentence = _sentence(passage, match)
        # The last year of a plan works on the next one; the first year looks back on the last one.
        if first - 1 <= year <= first + 5 or _LOOKING_BACK.search(sentence):
            continue
        said = f"“{match['plan']}五”是{first}至{first + 4}年，本文是{year}年的，请核对规划名称。"
        yield rule.finding(passage, *match.span("mark"), said, suggestion="核对规划名称")
    for match in _LAW_PLAN.finditer(passage.text, passage.start, passage.end):
        first = _LAW_PLAN_STARTS[match["nth"]]
        if not first - 1 <= year <= first + 5 and not _LOOKING_BACK.search(_sentence(passage, match)):
            said = f"“{match['nth']}五”普法是{first}至{first + 4}年，本文是{year}年的，请核对。"
            yield rule.finding(passage, *match.span("mark"), said, suggestion="核对普法规划的名称")


_rule = warning_of("date", "wrong_year_or_date")

RULES = (
    _rule(
        "after_half_year",
        "标题是上半年、季度的总结，正文却写了以后几个月已经做完的事，或把起止月份写错。",
        "梅岭镇2024年上半年政务公开工作总结\n2024年8月完成专区改造，设查询机2台。",
        "梅岭镇2024年上半年政务公开工作总结\n2024年5月完成专区改造，将于8月开展培训。",
        anchored("月", _after_half_year),
    ),
    _rule(
        "part_of_other_year",
        "总结里写了上一年某季度、某月做的事，又不是作比较，多半是上年文稿留下的。",
        "梅岭镇2024年政务公开工作总结\n其中，2023年第二季度公开92条。",
        "梅岭镇2024年政务公开工作总结\n其中，2024年第二季度公开92条，比2023年第二季度增加6条。",
        anchored("季度 年上半 年下半 月", _part_of_other_year),
    ),
    _rule(
        "against_wrong_year",
        "与上一年比较时，写成了本年或更早的年份。",
        "大河镇2018年政务公开工作总结\n公开信息236条，较2018年增加34条。",
        "大河镇2018年政务公开工作总结\n公开信息236条，较2017年增加34条。",
        anchored("比20 较20 与20 同比", _against_wrong_year),
    ),
    _rule(
        "done_next_year",
        "上年的总结里写了下一年已经做到的事。",
        "东升镇2021年工作总结\n2022年，我镇被评为全县先进单位。",
        "东升镇2021年工作总结\n2021年，我镇被评为全县先进单位。",
        anchored("评为 授予 获 完成了 实现了 确定为 列为", _done_next_year),
    ),
    _rule(
        "signed_too_early",
        "全年的总结、年度报告，落款却在当年年初，多半是年份少写了一年。",
        "清溪镇2023年政府信息公开工作年度报告\n清溪镇认真落实《条例》，公开信息198条。\n清溪镇人民政府\n2023年1月18日",
        "清溪镇2023年政府信息公开工作年度报告\n清溪镇认真落实《条例》，公开信息198条。\n清溪镇人民政府\n2024年1月18日",
        anchored("月", _signed_too_early),
    ),
    _rule(
        "outside_holiday",
        "节日放假、值班的通知里，起止日期不在那个节日前后。",
        "关于国庆节放假期间值班安排的公告\n5月1日至5月5日办事大厅安排人员值班。",
        "关于国庆节放假期间值班安排的公告\n10月1日至10月7日办事大厅安排人员值班。",
        anchored("国庆 劳动节 五一 清明 端午 中秋 元旦 春节", _outside_holiday),
    ),
    _rule(
        "held_in_other_year",
        "写明了年份的党代会、中央全会，年份写错。召开时间在词表 events 里。",
        "党的二十大于2021年召开以来，镇党委专题学习12次。",
        "党的二十大于2022年召开以来，镇党委专题学习12次。",
        anchored("大于20 大在20 会于20 会在20", _held_in_other_year),
    ),
    _rule(
        "plan_over",
        "提到正在实施的五年规划，与文稿的年份不符。",
        "永宁镇2023年政务公开工作要点\n做好“十三五”规划实施情况公开。",
        "永宁镇2023年政务公开工作要点\n做好“十四五”规划实施情况公开，对“十三五”规划实施情况作评估。",
        anchored('五”规划 五规划 五"规划 五”计划 五”普法 五普法 五规', _plan_over),
    ),
)
