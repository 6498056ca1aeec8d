"""Wording and names of ministries that were out of date in the document's year."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import Entry, Waiting, meeting
from mingbai.text.proofreading.rules._lexicon import table
from mingbai.text.proofreading.triggers import matches, matches_near, sought, waiting_for

# The heading of a compilation stands just before the document and tells the year it is offered for.
_LABEL_WITHIN = 60
# A review of several years is of the last of them.
_SPAN = lazy.pattern(r"20\d\d年?\s?[-—–－~～至到]+\s?(20\d\d)年?")
_YEAR = lazy.pattern(r"(20[0-3][0-9])年")
# A day that a page gives; years to come and spans of years say nothing of when a text was written.
# The number of a paper that it names shows that it is no older, too.
_DATED = lazy.pattern(r"(?<![\d至到—-])(20[0-3][0-9])(?:年|[-/.](?=1?\d[-/.])|[〕］](?=\d{1,4}号))")
_REFORMED = (4, 1)
_NEW_ERA = 2018
_OLD_GUIDE = sought(r"[“\"]?三个代表[”\"]?(?:重要)?思想|科学发展观(?!活动)|邓小平理论")
_GUIDING = lazy.pattern(r"以[^。；;\n]{0,60}$")
_KEPT = lazy.pattern(
    "成果|精神|期间|时期|以来|”?(?:已?取消|废止)|[^，。；;\n]{0,14}(?:胜利|出列|摘帽|全部脱贫)"
)
# What is called so to this day.
_STILL = lazy.pattern(
    "计划生育(?:特殊|困难)?(?:家庭|奖励|奖扶|特别扶助)|带病回乡退伍军人|生猪良种补贴|代课教师养老|农业税(?:征收)?清册"
)
_STILL_BEFORE, _STILL_BEHIND = 4, 8
_NUMBERS = {"十六": 16, "十七": 17, "十八": 18, "十九": 19, "二十": 20, "二十一": 21}
_SIXTEENTH = 16
_LAST_YEAR = {16: 2007, 17: 2012, 18: 2017, 19: 2022, 20: 2027}
_CONGRESS = sought(
    r"(?P<number>二十一|二十|十九|十八|十七|十六)(?:大|届[一二三四五六七历]{1,3}(?:中|次)?[^。；;，,\n]{0,8}全会)"
)
_CONGRESS_WORDS = waiting_for(("十六", "十七大", "十七届", "十八大", "十八届", "十九大", "十九届"))
_NEWER = lazy.pattern("二十大|二十届")
# Old names that today's names end in: 住房和城乡建设局, 文化广电和旅游局, 自然资源和规划局, 营商环境建设局.
_ENDINGS = frozenset(("城乡建设局", "旅游局", "规划局", "建设局", "建设部"))
_TODAY = lazy.pattern("(?:和|住房|城乡|广电|文化|自然资源|环境)$")
# A certificate or an outline in book marks is the thing itself; a law there is the matter of another rule.
_PAPERS = frozenset("证要")
_FOLLOWS = lazy.pattern("贯彻|学习|落实|宣传|围绕|指导")
_CLAUSES = lazy.pattern("[，,。；;\n]")
_NEW_GUIDE = "习近平"
# Told as history, a former name is right.
_HISTORY = lazy.pattern(r"原|前身|更名|合并|撤销|划转|转隶|改为|改革前|曾")
# 「县工商局撤并前形成的档案」
_BEFORE_THEN = lazy.pattern(r"[^，。；;\n]{0,6}(?:撤并|撤销|合并|更名|改革|机改|划转)(?:前|以前|之前|后)")


def _ministry_names(rows: Sequence[Entry]) -> dict[str, Entry]:
    return {row["name"]: row for row in reversed(rows)}


def _wordings(rows: Sequence[Entry]) -> dict[str, Entry]:
    return {row["wording"]: row for row in reversed(rows)}


_MINISTRIES = table(("ministries",), _ministry_names)
_WORDINGS = table(("outdated",), _wordings)


def year_of(passage: Passage) -> int | None:
    """The year the document is for: its own, that it was written in, or that of the heading it stands under."""
    document = passage.document
    span = _SPAN.search(document.title or "")
    if span:
        return int(span[1])
    if document.year or document.written_on:
        return document.year or (document.written_on.year if document.written_on else None)
    if passage.published_on:
        return passage.published_on.year
    years = _YEAR.findall(passage.text[max(0, passage.start - _LABEL_WITHIN) : passage.start])
    return int(years[-1]) if years else None


# Words and names that nobody wrote before a year: a text without a date that holds one is no older.
_SINCE = {
    2014: "市场监督管理局 市场监管局",
    2017: "十九大 十九届",
    2018: "新时代中国特色社会主义思想 乡村振兴 新时代文明实践 监察委员会 县监委 区监委 市监委",
    2019: "政务服务“好差评” 好差评 第711号 711号令 退役军人事务局 自然资源局 生态环境局 医疗保障局 医保局 应急管理局 卫生健康局 卫健局 卫健委 文化和旅游局 文旅局 农业农村局",
    2020: "新冠肺炎 疫情防控 优化营商环境条例",
    2021: "民法典 反诈中心APP 党史学习教育 乡村振兴局 优化生育 两个确立 脱贫户 脱贫人口",
    2022: "二十大 二十届 中国式现代化",
    2024: "数据局 社会工作部",
}
_FIRST_YEARS = {word: year for year, words in _SINCE.items() for word in words.split()}
_SINCE_WORDS = waiting_for(tuple(_FIRST_YEARS))
_SINCE_PATTERN = lazy.pattern("|".join(sorted(_FIRST_YEARS, key=len, reverse=True)))


_ANY_YEAR = lazy.pattern(r"(?<!\d)20\d\d(?=\s?[年/.\-])")
_PAGE_HEAD = 300


def speaks_of_later(passage: Passage, begun: int) -> bool:
    """Whether the text or the head of the page names the year in which the law began, or a later one: then its own is doubtful."""
    said = passage.text[:_PAGE_HEAD] + "\n" + passage.body
    return any(int(match[0]) >= begun for match in _ANY_YEAR.finditer(said))


# A paper of the whole year is written when the first half of it is over.
_FIRST_HALF = 6


def repealed_meanwhile(passage: Passage, repealed: str, year: int) -> bool:
    """Whether a paper at the end of a year cites as valid what was repealed in the first half of it."""
    day, written = date.fromisoformat(repealed), passage.document.written_on
    of_the_year = passage.document.kind in {"work_summary", "annual_report"}
    return (
        of_the_year and day.year == year and day.month <= _FIRST_HALF and (written is None or written > day)
    )


def year_offered(passage: Passage) -> int | None:
    """The year the document is for, or else the last that it dates something by or that its words are as young as, or that of
    the page it stands on."""
    found: int | None = passage.once(_year_offered)
    return found


def _year_offered(passage: Passage) -> int | None:
    year = year_of(passage)
    if year is not None:
        return year
    dated = [int(found) for found in _DATED.findall(passage.body)]
    dated += [_FIRST_YEARS[found[0]] for found in matches_near(passage, _SINCE_WORDS, _SINCE_PATTERN, 12)]
    if dated:
        return max(dated)
    earlier = _DATED.findall(passage.text[: passage.start])
    return int(earlier[0]) if earlier else None


def _still_right(passage: Passage, year: int, until: int) -> bool:
    """Whether an office may still bear its old name: reforms of local offices end in March of the year after."""
    written = passage.document.written_on
    return year <= until or (written is not None and written < date(until + 1, *_REFORMED))


def _ministries(rule: Rule, passage: Passage) -> Iterator[Finding]:
    year = year_offered(passage)
    if year is None:
        return
    for start, end, row in _MINISTRIES.matches(passage, between_words=True):
        before = passage.text[max(passage.start, start - 6) : start]
        if (
            _still_right(passage, year, row["until"])
            or _HISTORY.search(before)
            or _BEFORE_THEN.match(passage.text, end)
            or (row["name"] in _ENDINGS and _TODAY.search(before))
            or passage.in_web_residue(start)
        ):
            continue
        yield rule.finding(
            passage,
            start,
            end,
            f"「{row['name']}」在{row['until']}年前后的机构改革中已更名或合并，现为{row['now']}部门。",
        )


def _worn_wording(rule: Rule, passage: Passage) -> Iterator[Finding]:
    year = year_offered(passage)
    if year is None:
        return
    for start, end, row in _WORDINGS.matches(passage):
        if year <= row["until"] or passage.in_web_residue(start) or _is_right_now(passage.text, start, end):
            continue
        if _told_of_then(passage, start, row["until"]):
            continue
        now = f"，现在的提法是「{row['now']}」" if "now" in row else ""
        yield rule.finding(
            passage,
            start,
            end,
            f"「{row['wording']}」是{row['until']}年以前的提法{now}，请按{year}年的情况核对。",
            severity=row.get("severity", rule.severity),
        )


def _told_of_then(passage: Passage, start: int, until: int) -> bool:
    """「2019年4月如期实现脱贫摘帽」: the clause names the year, in which it was called so."""
    clause = _CLAUSES.split(passage.text[max(passage.start, start - _LABEL_WITHIN) : start])[-1]
    years = _YEAR.findall(clause)
    return bool(years) and int(years[-1]) <= until


def _is_right_now(text: str, start: int, end: int) -> bool:
    """Whether the words are part of what is said today, or told as history."""
    if _KEPT.match(text, end) or _HISTORY.search(text[max(0, start - 4) : start]):
        return True
    if _STILL.search(text, max(0, start - _STILL_BEFORE), end + _STILL_BEHIND):
        return True
    titled = text[start - 1 : start] == "《" and text[end : end + 1] == "》"
    return titled and text[end - 1] not in _PAPERS


def _congresses(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「贯彻党的十八大精神」 where no later congress is named, in a year after the next one."""
    year = year_offered(passage)
    if year is None:
        return
    named = list(matches(passage, _CONGRESS))
    if not named:
        return
    last = max(_NUMBERS[match["number"]] for match in named)
    if year <= _LAST_YEAR.get(last, year) or (last < _SIXTEENTH) or _NEWER.search(passage.body):
        return
    for match in named:
        before = re.split("[。；;\n]", passage.text[max(passage.start, match.start() - 40) : match.start()])[
            -1
        ]
        after = re.split("[。；;\n]", passage.text[match.end() : match.end() + 30])[0]
        guided = before.rstrip().endswith(("以", "以党的")) and re.search(
            "精神.{0,12}(?:为指导|为引领|指引)", after
        )
        if (_FOLLOWS.search(before) or guided) and "以来" not in after[:4] and "精神" in after:
            said = f"{year}年的文件贯彻的是党的{match['number']}大精神，请补上最近一次党代会。"
            yield rule.finding(passage, *match.span(), said)
            return


# The year in which each congress met.
_MET = {16: 2002, 17: 2007, 18: 2012, 19: 2017, 20: 2022, 21: 2027}
_TO_COME = sought(
    r"(?:迎接|喜迎|迎|庆祝|献礼)党的(?P<number>二十一|二十|十九|十八|十七|十六)大(?:的?(?:胜利)?召开)?(?!精神|以来|代表)"
)


def _congress_to_come(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「迎接党的十八大召开」 in a paper of 2022: words of an earlier year's."""
    year = year_of(passage)
    if year is None:
        return
    for match in matches(passage, _TO_COME):
        number = _NUMBERS[match["number"]]
        before = passage.text[max(passage.start, match.start() - 12) : match.start()]
        if year > _MET[number] and not _HISTORY.search(before) and str(_MET[number]) not in before:
            said = (
                f"党的{match['number']}大{_MET[number]}年已经召开，{year}年的材料不会还在迎接，是套用了旧文。"
            )
            yield rule.finding(passage, *match.span(), said, suggestion="改为实际的会议，或删去")


def _guiding_thought(rule: Rule, passage: Passage) -> Iterator[Finding]:
    year = year_offered(passage)
    if year is None or year < _NEW_ERA or _NEW_GUIDE in passage.body:
        return
    for match in matches(passage, _OLD_GUIDE):
        after = passage.text[match.end() : min(match.end() + 40, passage.end)]
        before = passage.text[max(passage.start, match.start() - 60) : match.start()]
        if "指导" in re.split("[。；;\n]", after)[0] and _GUIDING.search(before):
            yield rule.finding(
                passage,
                *match.span(),
                f"{year}年的文件以此为指导思想已经过时，应当写明习近平新时代中国特色社会主义思想。",
            )
            return


RULES = (
    Rule(
        name="outdated.ministry",
        category="outdated_expression",
        severity="info",
        explain="机构改革后部门已更名或合并，材料里还写旧名。旧名的最晚年份见部门词表，可由本县增补。",
        fires="2023年度政府信息公开工作总结\n2023年，我镇配合县国土资源局做好征地信息公开。",
        passes="2016年度政府信息公开工作总结\n2016年，我镇配合县国土资源局做好征地信息公开。",
        find=_ministries,
    ),
    Rule(
        name="outdated.wording",
        category="outdated_expression",
        severity="info",
        explain="所写年份已不再使用的提法，如「又好又快发展」「廉租房」。",
        fires="2023年度政府信息公开工作总结\n2023年，我镇公开廉租房分配情况。",
        passes="2012年度政府信息公开工作总结\n2012年，我镇公开廉租房分配情况。",
        find=_worn_wording,
    ),
    Rule(
        name="outdated.guiding_thought",
        category="outdated_expression",
        severity="warning",
        explain="2018年以后的材料，指导思想只写「三个代表」或科学发展观，是套用了旧文。",
        fires="2023年政务公开工作计划\n2023年，以科学发展观为指导，做好政务公开。",
        passes="2023年政务公开工作计划\n2023年，以习近平新时代中国特色社会主义思想为指导，做好政务公开。",
        find=meeting(_guiding_thought, _OLD_GUIDE),
    ),
    Rule(
        name="outdated.congress_to_come",
        category="outdated_expression",
        severity="warning",
        explain="党代会早已开过，材料里还写「迎接党的十八大召开」，是套用了旧文。",
        fires="2022年政务公开工作计划\n2022年，以优异成绩迎接党的十八大召开。",
        passes="2022年政务公开工作计划\n2022年，以优异成绩迎接党的二十大胜利召开，贯彻党的十八大精神。",
        find=meeting(_congress_to_come, _TO_COME),
    ),
    Rule(
        name="outdated.congress",
        category="outdated_expression",
        severity="warning",
        explain="下一次党代会早已开过，材料里贯彻的仍是上一次的精神，是套用了旧文。",
        fires="2023年政务公开工作计划\n2023年，深入贯彻党的十八大和十八届三中全会精神，做好政务公开。",
        passes="2023年政务公开工作计划\n2023年，深入贯彻党的十九大、二十大精神，做好政务公开。",
        find=Waiting(_CONGRESS_WORDS, _congresses),
    ),
)
