"""Numbers of one level where another is meant: 「四、」 between 「（三）」 and 「（五）」; a list that goes on counting where a new heading began."""

import re
from collections.abc import Iterator
from itertools import islice, pairwise

from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.outline import written
from mingbai.text.proofreading.rules._knowledge import given, meeting, warning_of
from mingbai.text.proofreading.structure import Family, Marker
from mingbai.text.proofreading.triggers import matches, sought

_LEVELS: tuple[Family, ...] = ("chinese", "chinese_paren", "arabic", "arabic_paren", "circled")
_MOST = 200

# --- the number of the level above ---------------------------------------------------------------------------------------


def _markers(passage: Passage) -> list[Marker]:
    return [one for one in islice(passage.markers, _MOST) if one.family in _LEVELS]


def _level(one: Marker) -> int:
    return _LEVELS.index(one.family)


def _above_its_level(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「四、自然灾害救助信息」 between 「（三）」 and 「（五）」, in the second section."""
    told = passage.once(_markers)
    for before, one, after in zip(told, told[1:], told[2:], strict=False):
        below = before.family
        if _level(one) >= _level(before) or before.number != one.number - 1:
            continue
        last = _last(told, one)
        in_turn = last is not None and last.number == one.number - 1
        goes_on = after.family == below and after.number == one.number + 1
        # At the end of a section the next heading shows that this one was none of its level.
        closes = last is not None and after.family == one.family and after.number == last.number + 1
        if not goes_on and (in_turn or not closes):
            continue
        said = f"前面是「{written(below, before.number)}」，这里该是同级的「{written(below, one.number)}」，误用了上一级的序号。"
        yield rule.finding(passage, one.start, one.end, said, suggestion=written(below, one.number))


def _last(told: list[Marker], one: Marker) -> Marker | None:
    """The mark of the same level before this one."""
    return next((mark for mark in reversed(told[: told.index(one)]) if mark.family == one.family), None)


# --- counted on under a new heading -----------------------------------------------------------------------------------------


def _lists(told: list[Marker]) -> Iterator[tuple[Marker, list[Marker]]]:
    """Each heading with the arabic numbers right under it."""
    for place, head in enumerate(told):
        if head.family != "chinese_paren":
            continue
        items = []
        for mark in told[place + 1 :]:
            if _level(mark) <= _level(head):
                break
            items += [mark] if mark.family == "arabic" else []
        if items:
            yield head, items


_FEW, _SHORT = 2, 8


def _counted_on(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「（一）… 1 2 3 （二）… 4 5」: alone so, where lists under other headings begin anew or there are but these two."""
    lists = list(_lists(passage.once(_markers)))
    going_on = [
        place
        for place in range(1, len(lists))
        if lists[place][1][0].number == lists[place - 1][1][-1].number + 1 > _FEW
        and lists[place][0].number == lists[place - 1][0].number + 1
    ]
    if len(going_on) != 1:
        return
    place = going_on[0]
    anew = [items for _, items in lists[1:] if items[0].number == 1]
    items = lists[place][1]
    if not anew and (len(lists) > _FEW or items[-1].number > _SHORT):
        return  # numbers that run through the whole paper
    for number, mark in enumerate(items, 1):
        said = f"「{written('chinese_paren', lists[place][0].number)}」下面应重新编号，这里接着上一段编成了{mark.number}，请核对。"
        yield rule.finding(passage, mark.start, mark.end, said, suggestion=written("arabic", number))


# --- told twice inside a line ---------------------------------------------------------------------------------------------------

_DOTTED = sought(r"(?<=[：:；;。])\s?(?P<mark>(?P<n>\d{1,2})．)(?=[^\d\s])")
_IN_LINE = 3


def _told_twice(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「1．地点固定；2．内容完整；2．期满有记录。」 in one line."""
    lines: dict[int, list[re.Match[str]]] = {}
    for match in matches(passage, _DOTTED):
        lines.setdefault(passage.text.rfind("\n", passage.start, match.start()), []).append(match)
    for told in lines.values():
        numbers = [int(one["n"]) for one in told]
        if len(told) < _IN_LINE or numbers[0] != 1:
            continue
        for before, one in pairwise(told):
            if one["n"] == before["n"]:
                right = f"{int(before['n']) + 1}．"
                said = f"前一项已经是「{before['mark']}」，这里应是「{right}」。"
                yield rule.finding(passage, *one.span("mark"), said, suggestion=right)


_rule = warning_of("numbering", "numbering_gap")

RULES = (
    _rule(
        "above_its_level",
        "（一）（二）（三）之后、（五）之前写成「四、」，误用了上一级的序号。",
        "一、目标\n内容。\n二、重点\n（一）防汛。\n（二）防火。\n三、救助。\n（四）物资。\n三、保障\n内容。",
        "一、目标\n内容。\n二、重点\n（一）防汛。\n（二）防火。\n三、保障\n（一）组织。\n（二）经费。",
        given(_markers, _above_its_level),
    ),
    _rule(
        "counted_on",
        "换了标题，下面的序号没有从1重新编起。",
        "（一）向社会公开\n1.概况。\n2.流程。\n3.价格。\n（二）向患者公开\n4.病情。\n5.费用。\n（三）向职工公开\n1.决策。\n2.人事。",
        "（一）向社会公开\n1.概况。\n2.流程。\n3.价格。\n（二）向患者公开\n1.病情。\n2.费用。\n（三）向职工公开\n1.决策。\n2.人事。",
        given(_markers, _counted_on),
    ),
    _rule(
        "told_twice_in_line",
        "同一行里的序号「2．」写了两次。",
        "各社区要做到：1．地点固定；2．内容完整；2．期满有记录。",
        "各社区要做到：1．地点固定；2．内容完整；3．期满有记录。",
        meeting(_told_twice, _DOTTED),
    ),
)
