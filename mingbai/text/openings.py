"""Where a further document begins in the middle of a file: by its title, by the gap above it, by its first words."""

from collections.abc import Sequence

from mingbai.text import lazy
from mingbai.text.lines import LIST_NUMBER, TITLE_LENGTH, TOP_NUMBER, Line, number_of
from mingbai.text.titles import (
    APART_END,
    NOT_TITLE_START,
    OFFICE_FIRST,
    TITLE_END,
    heads_a_paper,
    is_title,
    names_a_paper,
    stands_alone,
    tidy_title,
)

OPENER = lazy.pattern(
    r"根据|按照|依据|为(?:了|进一步|深入|切实|认真|贯彻|加强|推进|全面|更好)|今年|近年|去年|一年来|本学期|[上下]半年|第一[章条]|各位|(?:19|20)\d\d|20[xX×*_]|[xX×]{1,4}年|自.{0,20}以来|在.{0,24}(?:领导|指导|关心|支持)下|现将|一\s?[、．.]"
    r"|[我本](?:[镇乡局校县区市办院委村园馆队处厅站所]|社区|街道|中心|公司|单位)|.{2,12}(?:高度重视|认真贯彻|以.{2,30}为指导)"
)
STRONG_OPENER = lazy.pattern(
    r"现[^。\n]{0,80}如下\s?[:：。]?$|特制[定订][^。\n]{0,30}(?:计划|方案|要点|安排)[^。\n]{0,8}[:：。]?$|本年度?报告由"
    r"|制[定订](?:本|如下|以下)[^。，,\n]{0,14}(?:计划|方案|要点|安排|办法|制度|意见)[^。，,\n]{0,4}[:：。]?$"
)
CLOSING = lazy.pattern(
    r"特此(?:报告|汇报|通知|公告)|.{0,20}(?:19|20)\d\d年\d{1,2}月\d{1,2}日$|二[〇○零].{2,4}年.{1,3}月.{1,3}日$"
)
# The heading of the last part of a summary reads like the title of a plan.
NEXT_PLAN = lazy.pattern(r"(?:20\d\d|下一?|明)年(?:度)?.{0,10}(?:计划|打算|安排|思路|要点)$")
# 「各乡镇人民政府，县直各单位：」, 「尊敬的居民朋友：」: whom a letter or a notice is for.
ADDRESSEE = lazy.pattern(r"[^。；！？:：\n]{2,60}[:：]$")
DAY_LINE = lazy.pattern(
    r"[（(]?(?:(?:19|20)\d\d\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日|二[〇○零].{2,4}年.{1,3}月.{1,3}日)[）)]?$"
)
DOCUMENT_NUMBER = lazy.pattern(r"[\u4e00-\u9fff]{2,12}[〔\[【（(]20\d\d[〕\]】）)]\s?第?\s?\d{1,5}\s?号$")
SALUTATION = lazy.pattern(
    r"(?:各位|尊敬的|各(?:乡|镇|县|区|市|街道|村|社区|科|股|处|单位|部门|有关))[^。；！？:：\n]{0,50}[:：]$"
)
# An annex has a title of its own and belongs to what it is attached to.
ANNEX = lazy.pattern(r"附\s?[件表录]\s?\d{0,2}\s?[:：]?$")
FIRST_QUESTION = lazy.pattern(
    r"(?:问|Q|1[.、．]|第一[章条节]|[（(]一[）)]|一是|(?:时间|地点|项目名称|[\u4e00-\u9fff]{2,6})[:：])"
)
# Among so many lines one may have a blank line above it; where most have, the gap says nothing.
LINES_TO_A_GAP = 4
SHORT_LINE = 25
# A notice that hands on another paper has no more lines than these.
COVERING_LINES = 16


def top_number(line: Line) -> int | None:
    match = TOP_NUMBER.match(line.text)
    return number_of("".join(c for c in match.group() if c in "一二三四五六七八九十")) if match else None


def gaps(text: str, lines: Sequence[Line]) -> frozenset[int]:
    """The lines with a blank line above them, where such gaps are rare enough to part one document from the next."""
    found = frozenset(
        index
        for index in range(1, len(lines))
        if text.count("\n", lines[index - 1].end, lines[index].start) >= 2
    )
    return found if len(found) * LINES_TO_A_GAP <= len(lines) else frozenset()


def is_new_title(lines: Sequence[Line], index: int, gap: bool = False) -> bool:
    """A title in the middle: the text before it has ended, the text after it opens like a document."""
    line, before = lines[index], lines[index - 1]
    title = tidy_title(line.text)
    if index + 1 >= len(lines) or ANNEX.match(before.text):
        return False
    if gap and _stands_apart(lines, index, title):
        return _numbers_anew(lines, index)
    if not stands_alone(title) and not (is_title(title) and names_a_paper(title)):
        return False
    if not (before.ends_sentence or CLOSING.match(before.text)) and len(before.text) > SHORT_LINE:
        return False
    after = next((other for other in lines[index + 1 : index + 4] if _tells(other)), None)
    if after is None or not (
        OPENER.match(after.text) or _is_signed(before) or _is_addressed(lines[index + 1])
    ):
        return False
    if NEXT_PLAN.match(line.text) and not CLOSING.match(before.text):
        return False
    return _numbers_anew(lines, index)


def _is_signed(line: Line) -> bool:
    """The day under the signature: what a title follows has ended, whatever the next paper opens with."""
    return bool(DAY_LINE.match(line.text))


def _is_addressed(line: Line) -> bool:
    """The number of a document, or whom it is for, in the line below its title."""
    return bool(DOCUMENT_NUMBER.match(line.text) or SALUTATION.match(line.text))


def quoted_above(lines: Sequence[Line], index: int) -> bool:
    """What a notice hands on (「现将《…方案》印发给你们」) is one paper with the notice."""
    quoted = f"《{tidy_title(lines[index].text)}》"
    return any(quoted in line.text for line in lines[max(0, index - COVERING_LINES) : index])


def _tells(line: Line) -> bool:
    """Prose or a first heading, no addressee."""
    return bool((line.is_prose and not ADDRESSEE.match(line.text)) or top_number(line))


def _numbers_anew(lines: Sequence[Line], index: int) -> bool:
    return next((n for other in lines[index + 1 :] if (n := top_number(other))), None) in (None, 1)


def _stands_apart(lines: Sequence[Line], index: int, title: str) -> bool:
    """Below a gap a line that names a paper or an office is a title, whatever the paper is about."""
    before, after = lines[index - 1], lines[index + 1]
    if not 6 <= len(title) <= TITLE_LENGTH or LIST_NUMBER.match(title) or NOT_TITLE_START.match(title):
        return False
    if any(mark in title for mark in "。；！？;|\t") or not (
        before.ends_sentence or CLOSING.match(before.text) or len(before.text) <= SHORT_LINE
    ):
        return False
    opens = after.is_prose or after.ends_sentence or ADDRESSEE.match(after.text) or top_number(after) == 1
    named = names_a_paper(title) or heads_a_paper(title) or TITLE_END.search(title) or APART_END.search(title)
    return bool(opens or FIRST_QUESTION.match(after.text)) and bool(named or OFFICE_FIRST.match(title))


def is_new_opening(lines: Sequence[Line], index: int) -> bool:
    """A paragraph 「现将…如下」 after numbered sections, with a new 「一、」 behind it: a document without a title."""
    line = lines[index]
    if not line.is_prose or not STRONG_OPENER.search(line.text) or not OPENER.match(line.text):
        return False
    above = index - 1
    if ADDRESSEE.match(lines[above].text):
        above -= 1
    return _begins_anew(lines, index) and not is_title(tidy_title(lines[above].text))


def _begins_anew(lines: Sequence[Line], index: int) -> bool:
    """Whether sections up to 「二、」 stand above and 「一、」 follows."""
    earlier = [n for other in lines[: index + 1] if (n := top_number(other))]
    later = next((n for other in lines[index + 1 : index + 4] if (n := top_number(other))), None)
    return bool(earlier) and earlier[-1] >= 2 and later == 1


# The first words of a paper as they stand in the middle of a line; 「今年」 and the like begin any sentence.
GLUED_OPENER = lazy.pattern(
    r"根据[^。]{4,60}(?:要求|通知|精神|部署|安排)|按照[^。]{4,60}(?:要求|通知|精神|部署|安排)|为(?:了|进一步|深入|切实|认真|贯彻|加强|推进|全面|更好)|近年来|一年来|(?:19|20)\d\d年(?:度|以来|，)|今年以来"
)
_SENTENCES = lazy.pattern(r"(?<=[。！])(?=[^。！\n])")
# So many sentences does an opening have at most.
OPENING_SENTENCES = 3


def glued_opening(lines: Sequence[Line], index: int) -> int | None:
    """Where in the last line of a paper the first words of the next one stand, whose end of line has been lost."""
    line = lines[index]
    if not line.is_prose or not STRONG_OPENER.search(line.text) or not _begins_anew(lines, index):
        return None
    if not (top_number(line) or top_number(lines[index - 1]) or lines[index - 1].is_prose):
        return None
    starts = [match.start() for match in _SENTENCES.finditer(line.text)][-OPENING_SENTENCES:]
    return next((line.start + at for at in starts if GLUED_OPENER.match(line.text, at)), None)
