"""Wording and names of ministries that were out of date in the document's year."""

import re
from collections.abc import Iterator, Sequence

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import Entry, cuts_through_word
from mingbai.text.proofreading.rules._lexicon import table

# The heading of a compilation stands just before the document and tells the year it is offered for.
_LABEL_WITHIN = 60
_YEAR = lazy.pattern(r"(20[0-3][0-9])年")
_NEW_ERA = 2018
_OLD_GUIDE = lazy.pattern(r"[“\"]?三个代表[”\"]?(?:重要)?思想|科学发展观(?!活动)|邓小平理论")
_GUIDING = lazy.pattern(r"以[^。；;\n]{0,60}$")
_NEW_GUIDE = "习近平"
# Told as history, a former name is right.
_HISTORY = lazy.pattern(r"原|前身|更名|合并|撤销|划转|转隶|改为|改革前|曾")


def _ministry_names(rows: Sequence[Entry]) -> dict[str, Entry]:
    return {row["name"]: row for row in reversed(rows)}


def _wordings(rows: Sequence[Entry]) -> dict[str, Entry]:
    return {row["wording"]: row for row in reversed(rows)}


_MINISTRIES = table(("ministries",), _ministry_names)
_WORDINGS = table(("outdated",), _wordings)


def year_of(passage: Passage) -> int | None:
    """The year the document is for: its own, that it was written in, or that of the heading it stands under."""
    document = passage.document
    if document.year or document.written_on:
        return document.year or (document.written_on.year if document.written_on else None)
    if passage.published_on:
        return passage.published_on.year
    years = _YEAR.findall(passage.text[max(0, passage.start - _LABEL_WITHIN) : passage.start])
    return int(years[-1]) if years else None


def _ministries(rule: Rule, passage: Passage) -> Iterator[Finding]:
    year = year_of(passage)
    if year is None:
        return
    for start, end, row in _MINISTRIES.matches(passage):
        before = passage.text[max(passage.start, start - 6) : start]
        if year <= row["until"] or _HISTORY.search(before) or passage.in_web_residue(start):
            continue
        if not cuts_through_word(passage.text, start, end):
            yield rule.finding(
                passage,
                start,
                end,
                f"「{row['name']}」在{row['until']}年前后的机构改革中已更名或合并，现为{row['now']}部门。",
            )


def _worn_wording(rule: Rule, passage: Passage) -> Iterator[Finding]:
    year = year_of(passage)
    if year is None:
        return
    for start, end, row in _WORDINGS.matches(passage):
        if year <= row["until"] or passage.in_web_residue(start):
            continue
        now = f"，现在的提法是「{row['now']}」" if "now" in row else ""
        yield rule.finding(
            passage,
            start,
            end,
            f"「{row['wording']}」是{row['until']}年以前的提法{now}，请按{year}年的情况核对。",
            severity=row.get("severity", rule.severity),
        )


def _guiding_thought(rule: Rule, passage: Passage) -> Iterator[Finding]:
    year = year_of(passage)
    if year is None or year < _NEW_ERA or _NEW_GUIDE in passage.body:
        return
    for match in _OLD_GUIDE.finditer(passage.text, passage.start, passage.end):
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
        find=_guiding_thought,
    ),
)
