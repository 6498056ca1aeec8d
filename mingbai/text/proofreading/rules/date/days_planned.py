"""Plans for days and years that are over, plans signed a year before. Hints: another year may be meant."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.calendar import PARTS_OF_YEAR, Section, plan_sections
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._dated import written_day
from mingbai.text.proofreading.rules._knowledge import Waiting
from mingbai.text.proofreading.rules.date.days_told import hint
from mingbai.text.proofreading.triggers import waiting_for

# So many months before the day of signing no other year is meant.
_TURN = 6

# --- plans for days that are over ---------------------------------------------------------------------------------------------

_MORE_PLANS = lazy.pattern(
    r"(?:^|\n)[一二三四五六七八九十]{1,2}、(?P<head>[^\n。：:]{0,10}?(?:设想|展望|[一二三四]季度(?:工作)?(?:安排|打算|计划|重点)|下一步|明年|今后|打算)[^\n。：:]{0,8})"
)
_BY = lazy.pattern(
    r"(?<![年\d])(?P<m>\d{1,2})月(?:(?P<d>\d{1,2})日|底|末|初|[上中下]旬)?(?:之?前|以前|底前|末前)(?!的)"
)
_BY_WORDS = waiting_for(("前",))
_DONE = lazy.pattern("已|曾|了[^解]|[未没]|以前的|此前")
_YEAR = lazy.pattern(
    r"(?<![\d—–\-至到比较])(?P<year>20\d\d)年(?P<what>(?:上半年|下半年|[一二三四]季度|每季度|每月|底|末|年底|\d{1,2}月(?:底|末|中旬|上旬|下旬|前|份)(?!\s?\d))|[，,]?(?:计划|拟|将|力争|招|新增|增设|完成|建成|召开|举办|组织|实现|达到)|[，,](?=[^。；;\n]{0,20}(?:继续|将|力争|计划|拟)))(?!度?(?:决算|年报|年度报告|考核结果|工作报告|的))"
)
_BASIS = lazy.pattern("基础|相比|比|较|自|以来|截至|已|针对|反馈|发现|印发|制定的|度考核|出台|施行|了")


def _future(passage: Passage) -> list[Section]:
    """Sections of plans, with those under further headings."""
    found = list(passage.once(plan_sections))
    for match in _MORE_PLANS.finditer(passage.text, passage.start, passage.end):
        following = re.compile(r"\n[一二三四五六七八九十]{1,2}、").search(
            passage.text, match.end(), passage.end
        )
        found.append(Section(match.start("head"), following.start() if following else passage.end))
    return found


_PLANNED = {word: lazy.pattern(f"{word}(?:工作)?(?:安排|打算|计划|重点|目标|任务)") for word in PARTS_OF_YEAR}


def _over(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「6月25日前拿出方案」 in a text signed in July; 「四季度安排……9月中旬前」."""
    signed, seen = passage.document.written_on, set()
    if passage.document.kind == "work_plan":
        return
    for section in passage.once(_future):
        head = passage.text[max(passage.start, section.start - 24) : section.start + 16]
        named = next(
            (
                months
                for word, months in PARTS_OF_YEAR.items()
                if word in head and _PLANNED[word].search(head)
            ),
            None,
        )
        for match in _BY.finditer(passage.text, section.start, section.end):
            clause = re.split(
                "[。；;\n]", passage.text[max(section.start, match.start() - 24) : match.start()]
            )[-1]
            month = int(match["m"])
            if (
                match.start() in seen
                or re.search("明年|次年|来年|20\\d\\d年|今年已|每年", clause)
                or _DONE.search(clause)
            ):
                continue
            past = signed is not None and 0 < signed.month - month < _TURN
            past = (
                past
                or signed is not None
                and signed.month == month
                and bool(match["d"])
                and int(match["d"]) < signed.day
            )
            outside = named is not None and month < named[0]
            if past or outside:
                seen.add(match.start())
                said = "今后的打算里，这个期限已经过去，请核对。"
                yield rule.finding(passage, match.start(), match.end(), said)


_INTENDED = lazy.pattern(r"(?:计划|拟|力争)(?:在|于)?(?P<year>20\d\d)年(?!度|\s?\d)")
_OPENS = frozenset("。；，\n \u3000")
_YEARLY = lazy.pattern("总结|报告|年报|小结|情况|汇报|说明")
_PART_OF_YEAR = lazy.pattern("上半年|季度|半年|月份|方案|计划|要点|通知|预算")


def _year_over(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「今后……2022年上半年再增设3块」 in the report on 2022."""
    title = passage.document.title or (passage.prose[0][1] if passage.prose else "")
    told = re.search(r"(20\d\d)年", title)
    signed = passage.document.written_on
    if told is None or not _YEARLY.search(title) or _PART_OF_YEAR.search(title):
        return
    year, seen = int(told[1]), set()
    if signed and signed.year == year and signed.month < _LATE:
        return
    for match in _INTENDED.finditer(passage.text, passage.start, passage.end):
        if int(match["year"]) == year and passage.text[match.start() - 1] in _OPENS:
            seen.add(match.start("year"))
            said = f"{year}年的总结，这里的计划写的还是{year}年，请核对。"
            yield rule.finding(
                passage, match.start("year"), match.end(), said, suggestion=f"核对是否应为{year + 1}年"
            )
    for section in passage.once(_future):
        for match in _YEAR.finditer(passage.text, section.start, section.end):
            clause = re.split(
                "[。；;\n]", passage.text[max(section.start, match.start() - 20) : match.start()]
            )[-1]
            rest = re.split("[。；;，,\n]", passage.text[match.end() : match.end() + 24])[0]
            if not year - _FEW_YEARS < int(match["year"]) <= year or match.start() in seen:
                continue
            if _BASIS.search(clause + rest):
                continue
            seen.add(match.start())
            said = f"{year}年的总结，今后的打算里却写{match['year']}年，请核对。"
            yield rule.finding(
                passage, match.start(), match.end(), said, suggestion=f"核对是否应为{year + 1}年"
            )


_LATE, _FEW_YEARS = 11, 3

# --- a plan signed a year before ------------------------------------------------------------------------------------------------------

_EARLY = 10


def _signed_before(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「2024年工作方案」, signed in February 2023."""
    title = passage.document.title or ""
    told = re.search(r"(20\d\d)年", title)
    # Of a notice that hands on a plan the signature stands above it.
    signed = written_day(passage) if told else None
    if told is None or signed is None or re.search("年度|预算", title):
        return
    if signed.year == int(told[1]) - 1 and signed.month < _EARLY:
        place = list(re.finditer(rf"{signed.year}年{signed.month}月{signed.day}日", passage.body))
        if place:
            said = f"标题是{told[1]}年的，落款却是{signed.year}年{signed.month}月，请核对。"
            yield rule.finding(
                passage, passage.start + place[-1].start(), passage.start + place[-1].end(), said
            )


RULES = (
    hint(
        "planned_for_past_day",
        "今后的打算里，写的期限在成文之前。",
        "关于目录更新情况的报告\n四、打算\n抓好类目归并，6月25日前拿出方案。\n某镇人民政府\n2023年7月4日",
        "关于目录更新情况的报告\n四、打算\n抓好类目归并，9月25日前拿出方案。\n某镇人民政府\n2023年7月4日",
        Waiting(_BY_WORDS, _over),
    ),
    hint(
        "planned_for_told_year",
        "全年的总结里，今后的打算写的还是当年。",
        "2022年居务公开工作总结\n公开信息96条。\n二、今后打算\n2022年上半年再增设电子屏3块。",
        "2022年居务公开工作总结\n公开信息96条。\n二、今后打算\n2023年上半年再增设电子屏3块。",
        Waiting(waiting_for(("年",)), _year_over),
    ),
    hint(
        "plan_signed_long_before",
        "某年的方案、计划，落款却在前一年的年初年中。",
        "2024年政务公开工作实施方案\n一、工作目标\n提高质量。\n某街道办事处\n2023年2月5日",
        "2024年政务公开工作实施方案\n一、工作目标\n提高质量。\n某街道办事处\n2024年2月5日",
        Waiting(waiting_for(("年",)), _signed_before),
    ),
)
