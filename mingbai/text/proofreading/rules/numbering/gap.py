"""Numbering that jumps, repeats, goes back, stands on the wrong level or lost its mark."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.outline import Slip, slips, written
from mingbai.text.proofreading.patterns import Finder
from mingbai.text.proofreading.rules._knowledge import Waiting, given
from mingbai.text.proofreading.rules._papers import is_excerpt
from mingbai.text.proofreading.rules._selected import chosen_items
from mingbai.text.proofreading.structure import Marker, chinese_number, in_chinese
from mingbai.text.proofreading.triggers import prose_with, waiting_for
from mingbai.text.records import record

_MESSAGES = {
    "gap": "序号跳到了「{here}」，缺「{expected}」。",
    "repeat": "序号「{here}」重复。",
    "back": "序号倒退到「{here}」。",
    "headless": "这一层序号从「{here}」开始，前面没有「{expected}」。",
    "level": "「{here}」与上一级标题用了同一种序号，层级不清。",
}
_ONE_BELOW = {"chinese": "chinese_paren", "chinese_paren": "arabic", "arabic": "arabic_paren"}
_BARE = lazy.pattern(r"[一二三四五六七八九十](?![、，,.．：:是要）)季年月])")
_IN_LINE = lazy.pattern(
    r"(?<![一-鿿\d])(?<!、[一二三四五六七八九十]、)(?:(?P<item>[一二三四五六七八九十]{1,2})(?:是(?![否非])|要(?![求点素件”]))"
    r"|第(?P<ordinal>[一二三四五六七八九十])[，,、：:]|其(?P<its>[一二三四五六七八九])[，,、：:是])"
)
_COUNTED = waiting_for(
    tuple(
        before + numeral + after
        for numeral in "一二三四五六七八九十"
        for before, after in (
            ("", "是"),
            ("", "要"),
            ("第", "，"),
            ("第", ","),
            ("第", "、"),
            ("第", "："),
            ("第", ":"),
            ("其", "，"),
            ("其", ","),
            ("其", "是"),
            ("其", "、"),
            ("其", "："),
            ("其", ":"),
        )
    )
)
_SAME_WORDS = 6
_BEGINS = lazy.pattern(r"一是|一要|一、|首先|第一|其一|一方面|（一）|\(一\)|1[.、．]")


def _advice(slip: Slip) -> str:
    family = slip.marker.family
    if slip.kind == "level":
        return f"改为「{written(_ONE_BELOW.get(family, family), slip.marker.number)}」"  # type: ignore[arg-type]
    if slip.kind == "headless":
        return "核对前面是否缺了内容，或改正序号"
    return f"改为「{written(family, slip.expected)}」，或补上缺的内容"


def _out_of_turn(kind: str) -> Finder:
    def find(rule: Rule, passage: Passage) -> Iterator[Finding]:
        chosen = passage.once(chosen_items) if kind == "gap" else set()
        for slip in passage.once(slips):
            if slip.marker.start in chosen:
                continue
            if slip.kind != kind or (
                kind == "gap" and (_bare_line(passage, slip) or _bare_before(passage, slip))
            ):
                continue
            marker = slip.marker
            if kind in {"gap", "headless"} and is_excerpt(passage, marker.start):
                continue
            said = _MESSAGES[kind].format(
                here=written(marker.family, marker.number), expected=written(marker.family, slip.expected)
            )
            # The first mark of a text that was cut: what is missing is not the writer's numbering.
            cut = kind == "headless" and (not passage.markers or marker.start <= passage.markers[0].start)
            end = _end_of_head(passage, marker)
            if kind == "headless" and (first := _written_otherwise(passage, marker)):
                here, there = written(marker.family, 2), written(first.family, first.number)
                said = f"同一层的序号写法不一：这里是「{there}」，下一条是「{here}」。"
                advice = f"改为「{written(marker.family, 1)}」"
                end = _end_of_head(passage, first)
                yield rule.finding(passage, first.start, end, said, suggestion=advice)
                continue
            yield rule.finding(
                passage, marker.start, end, said, suggestion=_advice(slip), severity="info" if cut else None
            )

    return find


_BELOW = frozenset({"chinese_paren", "arabic", "arabic_paren"})


def _written_otherwise(passage: Passage, second: Marker) -> Marker | None:
    """The item just before 「（二）」 that is written 「1、」 and is the first of its kind there."""
    # A slip may stand within a line, where marks are none of these.
    if second.number != 2 or second.family not in _BELOW or second not in passage.markers:
        return None
    # Some marks are read anew for their own level and stand in no list but that.
    place = next((at for at, one in enumerate(passage.markers) if one.start == second.start), 0)
    first = passage.markers[place - 1] if place else None
    if first is None or first.number != 1 or first.family == second.family or first.family not in _BELOW:
        return None
    return first


def _end_of_head(passage: Passage, marker: Marker) -> int:
    """The mark with the first words after it, so that the finding can be found by eye."""
    head = re.match(r"[^。；，,;：:\n]{0,12}", passage.text[marker.end : passage.end])
    return marker.end + (head.end() if head else 0)


def _bare_line(passage: Passage, slip: Slip) -> tuple[int, int] | None:
    """Where the missing number stands at the head of a line without its mark, as in 「三完善制度」."""
    if slip.marker.family != "chinese" or slip.previous is None:
        return None
    for offset, line in passage.prose[slip.previous.line + 1 : slip.marker.line]:
        if _BARE.match(line) and line.startswith(in_chinese(slip.expected)):
            return offset, offset + 2
    return None


_BARE_DIGIT = lazy.pattern(
    r"(?P<number>[1-9]\d?)(?=[一-鿿]{2})(?![年月日个项条次人名户件元万亿至到时级类期])"
)


def _bare_before(passage: Passage, slip: Slip) -> bool:
    """「4优化人居环境」 just before 「5.」: its mark was lost, so no number is missing there."""
    if slip.marker.family != "arabic" or slip.previous is None:
        return False
    between = passage.prose[slip.previous.line + 1 : slip.marker.line]
    bare = (_BARE_DIGIT.match(line) for _, line in between)
    return any(match is not None and int(match["number"]) == slip.marker.number - 1 for match in bare)


def _unalike(passage: Passage, run: list[int]) -> list[int]:
    """「一问：」 「二问：」 go on alike: a way of counting, no lost marks."""
    return run if len({passage.text[offset + 1 : offset + 2] for offset in run}) > 1 else []


def _unmarked(rule: Rule, passage: Passage) -> Iterator[Finding]:
    places = [
        bare[0] for slip in passage.once(slips) if slip.kind == "gap" and (bare := _bare_line(passage, slip))
    ]
    run: list[int] = []
    for offset, line in passage.prose:
        number = chinese_number(line[0]) if _BARE.match(line) else None
        if number is None:
            continue
        if number != len(run) + 1:
            places += _unalike(passage, run)
            run = []
        if number == len(run) + 1:
            run.append(offset)
    places += _unalike(passage, run)
    for offset in sorted(set(places)):
        numeral = passage.text[offset]
        yield rule.finding(
            passage,
            offset,
            min(offset + 2, passage.end),
            f"序号「{numeral}」后面漏了顿号。",
            suggestion=f"改为「{numeral}、」",
        )


@dataclass(slots=True)
class _Item:
    number: int
    line: int
    at_head: bool
    end: int
    # After 「一是、二是、二是」 both 「三是」 and 「四是」 go on.
    repeated: bool = False


@record
class _InlineSlip:
    kind: str
    start: int
    end: int
    expected: int


class _Series:
    """Follows 「一是…二是…」, which may be nested and may run over paragraphs."""

    def __init__(self, passage: Passage) -> None:
        self._passage = passage
        self._open: list[_Item] = []
        self.section = passage.start
        self.left_out: set[int] = set()

    def begin_section(self, offset: int) -> None:
        self._open, self.section, self.left_out = [], offset, set()

    def add(self, number: int, line: int, at_head: bool, start: int, end: int) -> _InlineSlip | None:
        item = _Item(number, line, at_head, end)
        if number == 1:
            self._nest(item)
            return None
        for place in range(len(self._open) - 1, -1, -1):
            before = self._open[place]
            if before.number == number - 1 or (before.repeated and before.number == number - 2):
                self._open[place:] = [item]
                return None
        return self._out_of_turn(item, start)

    def _nest(self, item: _Item) -> None:
        """A new 「一是」 is inside the item above only if that one heads a paragraph or stands in the same one."""
        top = self._open[-1] if self._open else None
        inside = top is not None and (top.line == item.line or (top.at_head and not item.at_head))
        self._open = [*self._open, item] if inside else [item]

    def _told_before(self, item: _Item, top: _Item) -> bool:
        """Whether an item comes a second time in the same words, or is the one that an earlier jump left out."""
        words = self._passage.text[item.end : item.end + _SAME_WORDS]
        again = self._passage.text.count(words, self.section, item.end) > 0
        filled = item.number in self.left_out
        self.left_out |= set(range(top.number + 1, item.number))
        return item.number <= top.number and (again or filled)

    def _out_of_turn(self, item: _Item, start: int) -> _InlineSlip | None:
        text = self._passage.text
        if not self._open:
            self._open = [item]
            seen = _BEGINS.search(text, self.section, start)
            return None if seen else _InlineSlip("headless", start, item.end, 1)
        top = self._open[-1]
        expected = top.number + 1
        between = text[top.end : start]
        self._open[-1] = item
        if self._told_before(item, top):
            return None
        item.repeated = item.number == top.number
        if item.number > expected:
            number = in_chinese(expected)
            hidden = any(number + mark in between for mark in "是要、，,")
            return None if hidden else _InlineSlip("gap", start, item.end, expected)
        return _InlineSlip("repeat", start, item.end, expected)


def _inline_slips(passage: Passage) -> list[_InlineSlip]:
    heads = {
        marker.line: marker
        for marker in passage.markers
        if marker.family in {"chinese", "chinese_paren", "arabic"}
    }
    counted = frozenset(prose_with(passage, _COUNTED))
    if not counted:
        return []
    items, ordinals, its = _Series(passage), _Series(passage), _Series(passage)
    found = []
    for index, (offset, line) in enumerate(passage.prose):
        if index in heads:
            items.begin_section(offset)
            ordinals.begin_section(offset)
            its.begin_section(offset)
        for match in _IN_LINE.finditer(line) if index in counted else ():
            series = items if match["item"] else (ordinals if match["ordinal"] else its)
            number = chinese_number(match["item"] or match["ordinal"] or match["its"])
            if number is None:
                continue
            start, end = offset + match.start(), offset + match.end()
            slip = series.add(number, index, match.start() == 0, start, end)
            if slip:
                found.append(slip)
    return found


def _inline(kind: str, message: str) -> Waiting:
    def find(rule: Rule, passage: Passage) -> Iterator[Finding]:
        for slip in passage.once(_inline_slips):
            if slip.kind == kind:
                sign = passage.text[slip.start : slip.end].rstrip("，,、：:")
                expected = re.sub(r"[一二三四五六七八九十]+", in_chinese(slip.expected), sign, count=1)
                said = message.format(here=sign, expected=expected)
                advice = f"改为「{expected}」，或补上缺的内容"
                yield rule.finding(passage, slip.start, slip.end, said, suggestion=advice)

    return Waiting(_COUNTED, find)


RULES = (
    Rule(
        name="numbering.gap",
        category="numbering_gap",
        severity="error",
        explain="同一层序号要连续。跳号说明漏了一段，或者序号写错。",
        fires="一、加强领导\n内容。\n二、完善制度\n内容。\n四、强化监督\n内容。",
        passes="一、加强领导\n内容。\n二、完善制度\n内容。\n三、强化监督\n内容。",
        find=given(slips, _out_of_turn("gap")),
    ),
    Rule(
        name="numbering.repeat",
        category="numbering_gap",
        severity="error",
        explain="同一层里两个相同的序号，后一个写错了。",
        fires="1.公开目录。\n2.公开指南。\n2.公开年报。\n4.公开制度。",
        passes="一、公开\n1.目录。\n2.指南。\n二、申请\n1.受理。\n2.答复。",
        find=given(slips, _out_of_turn("repeat")),
    ),
    Rule(
        name="numbering.back",
        category="numbering_gap",
        severity="error",
        explain="序号倒退，说明段落次序或者序号写错。",
        fires="（一）目录。\n（二）指南。\n（三）年报。\n（二）制度。",
        passes="（一）目录。\n（二）指南。\n（三）年报。\n（四）制度。",
        find=given(slips, _out_of_turn("back")),
    ),
    Rule(
        name="numbering.headless",
        category="numbering_gap",
        severity="warning",
        explain="一层序号不从一开始，前面可能漏了内容。全文第一个序号不从一开始时只作提示，可能是文稿残缺。",
        fires="一、工作情况\n（二）完善制度。\n（三）强化监督。\n二、下一步打算",
        passes="一、工作情况（一）加强领导。\n（二）完善制度。\n二、下一步打算",
        find=given(slips, _out_of_turn("headless")),
    ),
    Rule(
        name="numbering.level",
        category="numbering_gap",
        severity="warning",
        explain="「八、」之下又用「一、二、」，读者分不清层级。下一级应当用「（一）（二）」。",
        fires="七、建议提案\n内容。\n八、问题和打算\n一、存在问题。内容。\n二、下步打算。内容。",
        passes="一、做法\n内容。\n今后的主要目标是：\n一、扩大公开。\n二、规范程序。",
        find=given(slips, _out_of_turn("level")),
    ),
    Rule(
        name="numbering.unmarked",
        category="numbering_gap",
        severity="error",
        explain="段首的「一」「二」后面漏了顿号，与正文连成一句。",
        fires="一切实加强领导。\n二进一步完善制度。\n三完善监督机制。",
        passes="一年来，我镇加强领导。\n二是完善制度。",
        find=_unmarked,
    ),
    Rule(
        name="numbering.inline_gap",
        category="numbering_gap",
        severity="error",
        explain="「一是…二是…」要连续。缺了一个，说明漏了内容或写错。",
        fires="一是公开栏。二是网站。三是广播。五是会议。",
        passes="一是审核。分两步：一是初审；二是复审。二是公开。三是反馈。",
        find=_inline("gap", "序号跳到了「{here}」，缺「{expected}」。"),
    ),
    Rule(
        name="numbering.inline_repeat",
        category="numbering_gap",
        severity="error",
        explain="「一是…二是…二是…」有重复，后一个写错了。",
        fires="一是公开栏。二是网站。二是广播。",
        passes="一是公开栏。二是网站。三是广播。",
        find=_inline("repeat", "序号「{here}」重复或倒退，这里应是「{expected}」。"),
    ),
    Rule(
        name="numbering.inline_headless",
        category="numbering_gap",
        severity="warning",
        explain="「二是」前面没有「一是」，可能漏了内容或写错。",
        fires="我镇采取以下办法。加强领导。二是完善制度。三是强化监督。",
        passes="首先加强领导。二是完善制度。三是强化监督。",
        find=_inline("headless", "前面没有「{expected}」，直接从「{here}」开始。"),
    ),
)
