"""What each article of the Regulation on openness deals with: an article cited for what stands in another, an item that it has not."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from mingbai.text import lazy
from mingbai.text.model import Finding, Severity
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import Entry, anchored, compiled, warning_of
from mingbai.text.proofreading.rules._speaker import title_of
from mingbai.text.proofreading.rules._told import number_in
from mingbai.text.proofreading.rules.outdated.expression import year_offered
from mingbai.text.proofreading.structure import in_chinese
from mingbai.text.proofreading.triggers import matches, sought
from mingbai.text.records import record

_NUMBER = r"(?:[一二三四五六七八九十]{1,4}|\d{1,3})"
_CITED = sought(
    rf"(?:政府信息公开条例》?|《条例》|(?<![一-鿿])条例)(?:（[^（）\n]{{1,30}}）)?(?:的)?(?P<mark>第(?P<article>{_NUMBER})条(?:第?[一二三]款)?(?:之?第?[（(]?(?P<item>{_NUMBER})[）)]?项)?)(?P<more>[、和及与，]?第{_NUMBER}条)?(?:的?(?:有关|相关)?(?:规定|要求|之规定))?(?P<said>[，,]?[^。；;\n]{{0,26}})"
)
# The revised Regulation is in force since 15 May 2019.
_REVISED = 2019
# What a citation is for, by the words that follow it: what is compiled is the report, and no fee of an office is meant.
_MATTERS = {
    "年度报告": lazy.pattern(
        r"^[，,]?(?:现)?(?:特)?(?:编制|制定|公布|发布|由[^，]{2,16}编制)(?:而成|完成|如下|(?:了|本)?[^，。]{0,8}报告)?(?:$|[，,。])|^[^，。]{0,14}(?:年度报告|年报)"
    ),
    "收费": lazy.pattern(
        "^[，,]?[^，。]{0,10}(?:信息处理费|收取(?:信息处理)?费用|(?<!性)收费(?![项目依据标准公示清单情况范围])|不收取)"
    ),
    "公共企事业单位": lazy.pattern("^[，,]?[^，。]{0,8}公共企事业单位"),
    "公开指南": lazy.pattern("^[，,]?(?:编制|公布|更新)[^，。]{0,8}(?:公开指南)"),
}
_OF_REPORT = lazy.pattern("年度报告|年报")


@record
class Articles:
    """By version: how many items an article has, and the articles of a matter."""

    items: dict[int, dict[int, int]]
    of: dict[int, dict[str, tuple[int, ...]]]
    # Versions of which some row has not been held against the text of the law: what rests on them is a hint.
    unchecked: frozenset[int]


def _articles(rows: Sequence[Entry]) -> Articles:
    items: dict[int, dict[int, int]] = {}
    of: dict[int, dict[str, tuple[int, ...]]] = {}
    for row in rows:
        version, article = int(row["version"]), int(row["article"])
        items.setdefault(version, {})[article] = int(row["items"])
        for matter in row["matters"].split():
            known = of.setdefault(version, {})
            known[matter] = (*known.get(matter, ()), article)
    unchecked = frozenset(int(row["version"]) for row in rows if row["checked"] == "no")
    return Articles(items, of, unchecked)


def _versions(passage: Passage) -> tuple[int, ...]:
    """Which texts of the Regulation a paper may cite: both where it does not tell its year or is of that of the revision."""
    year = year_offered(passage)
    if year is None or year == _REVISED:
        return (2008, _REVISED)
    return (_REVISED,) if year > _REVISED else (2008,)


# What a paper calls 《条例》 for short is the regulation that it named last.
_NAMED = sought(r"《(?P<title>[^《》\n]{1,40})条例》|(?<![省市区县州])政府信息公开条例")
_OWN_NAME = frozenset({"政府信息公开", "中华人民共和国政府信息公开"})
_OF_A_PLACE = frozenset("省市区县州")


def _named(passage: Passage) -> tuple[list[int], list[bool]]:
    """Where the regulations that are named in full end, and whether it is this one."""
    found = [*matches(passage, _NAMED)]
    ours = [one["title"] is None or one["title"] in _OWN_NAME for one in found]
    return [one.end() for one in found], ours


def _is_ours(passage: Passage, match: re.Match[str]) -> bool:
    """Whether the Regulation on openness is meant: 《条例》 under 《信访工作条例》 is another, as is a province's own."""
    if match[0].startswith("政府信息公开"):
        return passage.text[max(passage.start, match.start() - 1) : match.start()] not in _OF_A_PLACE
    ends, ours = passage.once(_named)
    last = bisect_right(ends, match.start()) - 1
    return ours[last] if last >= 0 else "公开" in title_of(passage)


def _cited(passage: Passage) -> list[re.Match[str]]:
    """The citations of the Regulation on openness."""
    return [match for match in matches(passage, _CITED) if _is_ours(passage, match)]


def _as_cited(article: int, cited: str) -> str:
    """The number in the numerals that the paper has."""
    return str(article) if cited.isdecimal() else in_chinese(article)


def _matter_of(passage: Passage, match: re.Match[str]) -> str | None:
    title = title_of(passage)
    for matter, pattern in _MATTERS.items():
        if pattern.search(match["said"]):
            named = matter != "年度报告" or _OF_REPORT.search(title) or _OF_REPORT.search(match["said"])
            return matter if named else None
    return None


def _of_matter(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「根据《条例》第四十条规定编制」 at the head of an annual report."""
    known = compiled(passage, ("openness_articles",), _articles)
    versions = _versions(passage)
    for match in passage.once(_cited):
        if match["more"] or passage.in_web_residue(match.start()):
            continue
        article, matter = number_in(match["article"]), _matter_of(passage, match)
        right = [one for version in (2008, _REVISED) for one in known.of[version].get(matter or "", ())]
        if right and article not in right:
            articles = known.of[versions[-1]][matter or ""]
            there = "、".join(f"第{_as_cited(one, match['article'])}条" for one in articles)
            said = f"《政府信息公开条例》讲{matter}的是{there}，这里引的是第{match['article']}条，请核对。"
            how: Severity | None = "info" if versions[-1] in known.unchecked else None
            yield rule.finding(
                passage, *match.span("mark"), said, suggestion=f"核对条号：{there}", severity=how
            )


def _no_such_item(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「第三十六条第（十一）项」, which has seven."""
    known = compiled(passage, ("openness_articles",), _articles)
    versions = _versions(passage)
    for match in passage.once(_cited):
        article, item = number_in(match["article"]), number_in(match["item"] or "0")
        counts = [known.items[version][article] for version in versions if article in known.items[version]]
        if not item or len(counts) < len(versions) or item <= max(counts):
            continue
        sure = max(counts) and versions[-1] not in known.unchecked
        how: Severity | None = None if sure else "info"
        told = f"只有{max(counts)}项" if max(counts) else "不分项"
        said = f"《政府信息公开条例》第{match['article']}条{told}，没有第{match['item']}项，请核对。"
        yield rule.finding(passage, *match.span("mark"), said, suggestion="核对条、项", severity=how)


_rule = warning_of("regulation", "wrong_regulation_name")
_ANCHORS = "条例》第 条例》（ 条例第 条例》的第 条例（ 条例的第"

RULES = (
    _rule(
        "article_of_matter",
        "引《政府信息公开条例》编制年度报告、收费、公共企事业单位公开，条号却是讲别的事的那一条。各条讲什么见词表。",
        "青河镇2021年政府信息公开工作年度报告\n本报告根据《中华人民共和国政府信息公开条例》第四十条规定编制。",
        "青河镇2021年政府信息公开工作年度报告\n本报告根据《中华人民共和国政府信息公开条例》第五十条规定编制。",
        anchored(_ANCHORS, _of_matter),
    ),
    _rule(
        "no_such_item",
        "引《政府信息公开条例》某条第几项，那一条没有这么多项。各条有几项见词表。",
        "答复书\n2023年5月6日\n根据《中华人民共和国政府信息公开条例》第三十六条第（十一）项规定，答复如下。",
        "答复书\n2023年5月6日\n根据《中华人民共和国政府信息公开条例》第三十六条第（四）项规定，答复如下。",
        anchored(_ANCHORS, _no_such_item),
    ),
)
