"""Days that have a name, and years with which a task begins and ends: 5月5日 is no 世界环境日, 2016 no 收官之年 of 十三五."""

import re
from collections.abc import Iterator, Sequence

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import Entry, Waiting, compiled, hint_of
from mingbai.text.proofreading.rules._told import number_in
from mingbai.text.proofreading.rules.date.known_year import offered, plan_of
from mingbai.text.proofreading.triggers import matches_near, waiting_for

# --- a day and its name ----------------------------------------------------------------------------------------------

_DAY = r"(?P<m>\d{1,2})\s?月\s?(?P<d>\d{1,2})\s?日"
_NAME_WORDS = waiting_for(("日", "节"))
# A day on which something is done on the name's account is not that of the name.
_DONE_ON = lazy.pattern(
    '^[”」"》]?(?:来临|到来)?(?:前|之前|前夕|前期|将至|宣传|主题|系列|活动|启动|专题|集中|大型|文艺|表彰|庆祝|慰问|期间|放假|假期|晚会|暨|座谈|联欢|走访|上街|义诊|讲座|教育|纪念|科普|咨询)'
)
_TIED = lazy.pattern("是|为|即|值|逢|[（(第]|来$")
_BEHIND = lazy.pattern(
    r"[”」\"』]?(?:期间|当天|当日|前后|宣传日|宣传活动期间)?(?:[（(]|[，,]?(?:也?即|就?是|为)|——|[：:]|\s){1,2}(?:每年|今年|即|在|的|是|为){0,2}"
    + _DAY
    + r"(?!\s?[-—–~～至到]|起)"
)


def _days(rows: Sequence[Entry]) -> tuple[re.Pattern[str], dict[str, tuple[int, int]]]:
    told = {
        name: (int(row["day"].split("-")[0]), int(row["day"].split("-")[1]))
        for row in rows
        for name in row["names"]
    }
    names = "|".join(sorted(map(re.escape, told), key=len, reverse=True))
    return lazy.pattern(rf"(?P<name>{names})(?![益假至]|期(?!间))"), told


def _mistaken(match: re.Match[str], right: tuple[int, int]) -> bool:
    return (int(match["m"]), int(match["d"])) != right


def _wrong_day(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「5月5日是世界环境日」, 「“3·15”国际消费者权益日期间，即5月15日前后」, 「“6·15”世界环境日」."""
    names, days = compiled(passage, ("named_days",), _days)
    for name in names.finditer(passage.text, passage.start, passage.end):
        low, right = max(passage.start, name.start() - _REACH), days[name["name"]]
        if passage.in_web_residue(name.start()):
            continue
        told = (
            _told_before(passage, low, name),
            _BEHIND.match(passage.text, name.end(), passage.end),
        )
        found = next((one for one in told if one and _mistaken(one, right)), None)
        if found:
            said = f"{name['name']}是{right[0]}月{right[1]}日，这里写的是{int(found['m'])}月{int(found['d'])}日，请核对。"
            yield rule.finding(
                passage, found.start("m"), found.end("d") + 1, said, suggestion=f"{right[0]}月{right[1]}日"
            )


_REACH = 34
_NTH = r"(?:第[\d一二三四五六七八九十]{1,3}[个届次])?"
_DAY_BEFORE = lazy.pattern(
    _DAY
    + r"(?P<tie>(?:[（(][^（）()\n]{1,8}[）)])?(?:既是|也是|又是|就是|正是|正值|恰逢|适逢|迎来|恰是|的|是|为|即|系|，|,|（|\(|——|我国|今年|全国|“.{1,6}”|[“「\"]){0,4}"
    + _NTH
    + r"[“「\"]?)$"
)
_FIGURES_BEFORE = lazy.pattern(
    r"[“‘「\"]?(?<![\d.])(?P<m>\d{1,2})[·．.•・](?P<d>\d{1,2})[”’」\"]?\s?(?P<tie>)$"
)


def _told_before(passage: Passage, low: int, name: re.Match[str]) -> re.Match[str] | None:
    """The day that the words before a name give it."""
    before = passage.text[low : name.start()]
    match = _FIGURES_BEFORE.search(passage.text, low, name.start())
    if match:
        return match
    match = _DAY_BEFORE.search(passage.text, low, name.start())
    if match is None or re.search(r"[-—–~～至到]\s?$", before[: max(0, match.start() - low)]):
        return None
    tied = _TIED.search(match["tie"]) is not None
    after = passage.text[name.end() : name.end() + 8]
    return match if tied or not _DONE_ON.match(after) else None


# --- the first and the last year of a task --------------------------------------------------------------------------------

_WHICH = r"(?P<which>开局|开启|起步|启动|收官|收尾|决胜|最后一|第一|第二|第三|第四|第五|中期评估|冲刺)(?:之|起步|攻坚|冲刺|决战|的)?年"
_OF_PLAN = lazy.pattern(
    r"[“\"‘]?(?P<plan>十[一二三四五六])五[”\"’]?(?:规划|计划|发展|时期|期间|实施|建设|目标|任务|的){0,4}(?:的)?"
    + _WHICH
)
_PLAN_WORDS = waiting_for(tuple(f"十{n}五" for n in "一二三四五六"))
_AFTER = lazy.pattern(r"^[，,]?(?:的|即|——)?(?P<year>20\d\d)年")
_YEAR_BEFORE = lazy.pattern(r"(?P<year>20\d\d)年(?:度)?(?P<between>[^。；;\n]{0,24})$")
_ANY_YEAR = lazy.pattern(r"20\d\d")
_PLACE = {
    "开局": 0, "开启": 0, "起步": 0, "启动": 0, "第一": 0, "第二": 1, "第三": 2, "第四": 3, "第五": 4, "收官": -1, "收尾": -1,
    "决胜": -1, "最后一": -1, "冲刺": -1,
}  # fmt: skip
_IS = lazy.pattern("是|作为|为|系|正值|迎来|进入|属于")


def _years_told(passage: Passage, match: re.Match[str]) -> set[int]:
    """The year of which it is said that it is such a one: named right behind or before, else that of the text."""
    behind = _AFTER.match(passage.text[match.end() : match.end() + 12])
    if behind:
        return {int(behind["year"])}
    low = max(passage.start, match.start() - 44)
    before = _YEAR_BEFORE.search(passage.text, low, match.start())
    if before and not _ANY_YEAR.search(before["between"]):
        return {int(before["year"])} if _IS.search(before["between"]) else set()
    clause = re.split("[。；;\n]", passage.text[low : match.start()])[-1]
    return offered(passage, None) if re.search("(?:今年|本年度?)[^，]{0,4}是", clause) else set()


def _year(first: int, last: int, which: str) -> int | None:
    place = _PLACE.get(which)
    if place is None:
        return None
    year = last if place < 0 else first + place
    return year if year <= last else None


def _wrong(
    rule: Rule, passage: Passage, match: re.Match[str], what: str, span: tuple[int, int]
) -> Iterator[Finding]:
    right, years = _year(*span, match["which"]), _years_told(passage, match)
    if right is not None and years and right not in years:
        said = f"{what}是{span[0]}至{span[1]}年，{match['which']}之年是{right}年，请核对。"
        yield rule.finding(passage, *match.span(), said, suggestion="核对年份或规划名称")


_LONG = 5


def _year_of_five(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「2016年作为“十三五”收官之年」, 「“十四五”规划收官之年的2021年」."""
    for match in matches_near(passage, _PLAN_WORDS, _OF_PLAN, 30):
        first = plan_of(match["plan"])
        yield from _wrong(rule, passage, match, f"“{match['plan']}五”", (first, first + _LONG - 1))


_CONGRESS = lazy.pattern(
    r"党的(?P<congress>十[八九]|二十)大(?P<spirit>精神)?(?:召开)?(?:以?后)?(?:的)?(?P<which>开局|起步|启动|收官|收尾|决胜|第一|最后一)(?:之|的)?(?:起步)?年"
)
_CONGRESS_WORDS = waiting_for(("党的十八大", "党的十九大", "党的二十大"))
_HELD = {"十八": 2012, "十九": 2017, "二十": 2022}


def _year_of_congress(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「2023年是贯彻党的二十大精神的收官之年」: the spirit of a congress is carried out from the next year on, and never at its end."""
    for match in matches_near(passage, _CONGRESS_WORDS, _CONGRESS, 30):
        right, years = _HELD[match["congress"]] + 1, _years_told(passage, match)
        at_end = match["which"] in {"收官", "收尾", "决胜", "最后一"}
        if not (at_end or (years and right not in years)):
            continue
        said = (
            f"贯彻党的{match['congress']}大精神没有「{match['which']}之年」，{right}年是开局之年，请核对。"
            if at_end
            else f"党的{match['congress']}大以后的{match['which']}之年是{right}年，请核对。"
        )
        yield rule.finding(passage, *match.span("which"), said, suggestion="开局" if at_end else "核对年份")


_TASK_WORDS = waiting_for(("开局", "起步", "启动", "收官", "收尾", "决胜", "最后一年", "第一年"))


def _tasks(rows: Sequence[Entry]) -> tuple[re.Pattern[str], dict[str, tuple[int, int]]]:
    told = {name: (row["first"], row["last"]) for row in rows for name in row["names"]}
    names = "|".join(sorted(map(re.escape, told), key=len, reverse=True))
    return (
        re.compile(
            rf"(?P<name>{names})[”\"]?(?:行动|计划|规划|方案|工作|实施|的){{0,3}}(?P<which>开局|起步|启动|收官|收尾|决胜|最后一|第一)(?:之|的)?年"
        ),
        told,
    )


def _year_of_task(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「2019年是农村人居环境整治三年行动的收官之年」."""
    pattern, spans = compiled(passage, ("task_years",), _tasks)
    for match in pattern.finditer(passage.text, passage.start, passage.end):
        yield from _wrong(rule, passage, match, match["name"], spans[match["name"]])


# --- so many years of a plan ---------------------------------------------------------------------------------------------

_NTH_PLAN = lazy.pattern(
    r"第(?P<n>十[一二三四五六])个五年(?:规划|计划)(?:纲要)?(?:的)?(?P<which>开局|起步|收官|第一|最后一)(?:之|的)?年"
)
_NTH_WORDS = waiting_for(("个五年",))


def _nth_plan(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「2020年是第十四个五年规划的开局之年」."""
    for match in matches_near(passage, _NTH_WORDS, _NTH_PLAN, 30):
        first = plan_of(match["n"]) if number_in(match["n"]) else 0
        if first:
            yield from _wrong(rule, passage, match, f"第{match['n']}个五年规划", (first, first + _LONG - 1))


_rule = hint_of("date", "wrong_year_or_date")

RULES = (
    _rule(
        "named_day",
        "植树节、世界环境日、消费者权益日等是哪一天，各年相同，写错的提示。词表 named_days 里有近百个。",
        "6月15日是世界环境日，全镇设立宣传点3处。",
        "6月5日是世界环境日，6月3日世界环境日宣传活动在文化广场举行，“3·15”国际消费者权益日期间开展检查。",
        Waiting(_NAME_WORDS, _wrong_day),
    ),
    _rule(
        "plan_year_as_told",
        "「作为“十三五”收官之年」「“十四五”开局之年的」写在哪一年，要与规划的起止相符。",
        "2016年作为“十三五”收官之年，全县脱贫1.2万人。",
        "2020年作为“十三五”收官之年，全县脱贫1.2万人。",
        Waiting(_PLAN_WORDS, _year_of_five),
    ),
    _rule(
        "year_after_congress",
        "贯彻党代会精神的是开局之年，没有收官之年；开局之年是下一年。",
        "2023年是贯彻党的二十大精神的收官之年。",
        "2023年是贯彻党的二十大精神的开局之年。",
        Waiting(_CONGRESS_WORDS, _year_of_congress),
    ),
    _rule(
        "year_of_task",
        "三年行动、专项斗争的开局、收官之年可以由起止年份算出来。词表 task_years。",
        "2019年是农村人居环境整治三年行动的收官之年。",
        "2020年是农村人居环境整治三年行动的收官之年。",
        Waiting(_TASK_WORDS, _year_of_task),
    ),
    _rule(
        "nth_plan_year",
        "第十四个五年规划是2021至2025年，开局、收官之年写错。",
        "2020年是第十四个五年规划的开局之年。",
        "2021年是第十四个五年规划的开局之年。",
        Waiting(_NTH_WORDS, _nth_plan),
    ),
)
