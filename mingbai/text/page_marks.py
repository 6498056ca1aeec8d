"""Where a file was cut into pages: numbers that the cutting left inside sentences.

Document-sharing sites number the pages of what they show and join them: 「……把政务⏎2、公开与纠风结合」. A printed page
number lands in the sentence that runs on to the next page: 「领导小 1⏎组」. What betrays both is the sentence that
is not ended before the number and goes on after it.
"""

import re
from collections.abc import Iterator, Sequence

from mingbai.text import lazy
from mingbai.text.lines import Line
from mingbai.text.model import Residue

HAN = r"\u4e00-\u9fff"
SHEET = lazy.pattern(rf"(\d{{1,3}})、(?=[{HAN}，、。；：“”《》（）,;:)])")
# The last line of a page is full; a list item that merely lost its stop is shorter.
FULL_SHEET = 120
UNENDED = lazy.pattern(rf"(?:[{HAN}a-zA-Z\d]|[，,、“《（(])$")
FOLIO = lazy.pattern(rf"(?<=[{HAN}，、])[ \u3000]{{1,4}}[-—]?\s?(\d{{1,3}})\s?[-—]?$")
LONE_FOLIO = lazy.pattern(r"[-—－·]?\s?(\d{1,3})\s?[-—－·]?$")
GOES_ON = lazy.pattern(rf"[{HAN}，、。；”》）,;)]")
# A new sentence begins so; what was cut in two does not.
BEGINS = lazy.pattern(
    r"[个名人条次件户项万元亩年月日余多家处份位篇期场]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]|第[一二三四五六七八九十]"
)


def page_marks(lines: Sequence[Line]) -> Iterator[Residue]:
    yield from _sheets(lines)
    yield from _folios(lines)


def _sheets(lines: Sequence[Line]) -> Iterator[Residue]:
    """「2、」 at the head of a line that goes on with the sentence before it; then 「1、」 above it is no item either.

    Where one page is known, the next and the one before may as well begin with a sentence of their own.
    """
    found: list[Residue] = []
    last = 1
    heads = [
        (before, line, mark)
        for before, line in zip(lines, lines[1:], strict=False)
        if (mark := SHEET.match(line.text)) and len(before.text) >= FULL_SHEET
    ]
    torn = {int(mark[1]) for before, _, mark in heads if UNENDED.search(before.text)}
    if len(torn) == 1 and _counts_on(lines, min(torn)):
        return
    for before, line, mark in heads:
        number = int(mark[1])
        if number <= last or torn.isdisjoint({number - 1, number, number + 1}):
            continue
        if number not in torn and number != last + 1:
            continue
        last = number
        found.append(Residue(before.end, line.start + mark.end(), "page_mark"))
    if not found:
        return
    for line in lines:
        if line.start >= found[0].start:
            break
        if line.text.startswith("1、") and len(line.text) >= FULL_SHEET:
            yield Residue(line.start, line.start + 2, "page_mark")
            break
    yield from found


def glued_headings(lines: Sequence[Line]) -> Iterator[Residue]:
    """「村务公开工作总结1清河镇位于……」: the page's title with the number of the piece, stuck to its first sentence."""
    label = BRACKETED_TITLE.match(lines[0].text) if lines else None
    if label:
        yield Residue(lines[0].start, lines[0].start + label.end(), "site_header")
        return
    for index, line in enumerate(lines[:_HEAD]):
        heading = GLUED_HEADING.match(line.text)
        if heading and any(TITLE_TAIL.sub("", above.text) == heading["title"] for above in lines[:index]):
            yield Residue(line.start, line.start + heading.end(), "compilation_heading")
            return


_HEAD = 8
# 「【村务公开工作总结】在基层治理中……」 is how pages that answer questions begin.
BRACKETED_TITLE = lazy.pattern(
    rf"【[^】\n]{{4,40}}(?:总结|报告|计划|方案|汇报|范文|体会|材料|制度|台[账帐]|措施|讲话|发言稿?)】(?=[{HAN}“《]{{4}})"
)
GLUED_HEADING = lazy.pattern(
    rf"(?P<title>[^，。；：\n]{{4,40}}?(?:总结|报告|计划|方案|汇报|范文|体会|材料|制度|讲话))(?:\s?(?:篇\s?)?[1一](?=[{HAN}“《])(?![年月日、是个])|[ \u3000]{{1,4}}(?=[{HAN}“《]{{6}}))"
)
TITLE_TAIL = lazy.pattern(r"\s*[（(【\[].{1,12}[）)】\]]$|\s?\d{1,2}篇$")


def scattered_titles(lines: Sequence[Line]) -> Iterator[Residue]:
    """The words of the title, each on a line of its own, above the title: what the page's tags leave."""
    for index, line in enumerate(lines[:_TAGS]):
        above: list[Line] = []
        for before in reversed(lines[:index]):
            if len(before.text) > _LONGEST_TAG or before.text not in line.text:
                break
            above.append(before)
        if len(above) >= _FEWEST_TAGS:
            yield Residue(above[-1].start, above[0].end, "recommended_links")
            return


_TAGS, _LONGEST_TAG, _FEWEST_TAGS = 30, 8, 3


def _counts_on(lines: Sequence[Line], number: int) -> bool:
    """Whether a list that begins further down has come to this number: one of its items merely lost its stop."""
    wanted = 1
    for line in lines[_OPENING:] if number > _FEW else ():
        if line.text.startswith(f"{wanted}、"):
            wanted += 1
    return wanted > number


# A page's own numbers begin in its first lines; so few items are no list.
_OPENING, _FEW = 2, 2


def _folios(lines: Sequence[Line]) -> Iterator[Residue]:
    for index, line in enumerate(lines[:-1]):
        following = lines[index + 1]
        if not GOES_ON.match(following.text) or BEGINS.match(following.text):
            continue
        folio = FOLIO.search(line.text)
        if folio and line.is_prose and not re.search(r"\d[ \u3000]+\d+$|\t", line.text):
            yield Residue(line.start + folio.start(), following.start, "page_mark")
        elif index and LONE_FOLIO.match(line.text) and _runs_on(lines[index - 1], following):
            yield Residue(lines[index - 1].end, following.start, "page_mark")


def _runs_on(before: Line, following: Line) -> bool:
    """Whether a long line without an end is taken up by another line of prose."""
    unended = UNENDED.search(before.text) is not None and before.text[-1:] not in "0123456789"
    return unended and before.is_prose and (following.is_prose or following.ends_sentence)


def glued_numbers(lines: Sequence[Line]) -> Iterator[Residue]:
    """「7学校校务公开计划」: the number that a library gave the text, stuck to its title."""
    for line in lines[:6]:
        if GLUED_NUMBER.match(line.text):
            yield Residue(line.start, line.start + 1, "page_mark")
            return


GLUED_NUMBER = lazy.pattern(
    r"[1-9](?=[\u4e00-\u9fff]{4,40}(?:制度|计划|方案|总结|报告|汇报|办法|意见|细则|规定|$))(?![年月日号个名人条次件户项届级期类])"
)
