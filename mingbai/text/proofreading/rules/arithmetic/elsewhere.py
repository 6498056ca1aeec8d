"""Wholes that stand apart from their parts: lists that close with 「其他」, 「基本支出中」, lines of a list, dates and how many there were, items counted afterwards."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.amounts import Amount, alike, amounts_in, places, same, written
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.quantities import counted_twice, one_slip_apart
from mingbai.text.proofreading.rules._knowledge import Waiting
from mingbai.text.proofreading.rules._told import number_in
from mingbai.text.proofreading.rules.arithmetic.ratio import hint
from mingbai.text.proofreading.structure import Marker, chinese_number, in_chinese
from mingbai.text.proofreading.triggers import matches_near, waiting_for

_NO_COUNT = frozenset(("%", "个百分点", "分", "天", "月", "倍"))
_FAR_BACK, _BACK, _NEARLY, _PIECES, _FEW = 3_000, 420, 0.06, 2, 40


def _starts(passage: Passage) -> list[int]:
    return [one.start for one in passage.once(amounts_in)]


def _inside(passage: Passage, start: int, end: int) -> list[Amount]:
    """The figures of a stretch of text."""
    starts = passage.once(_starts)
    return passage.once(amounts_in)[bisect_left(starts, start) : bisect_left(starts, end)]


def _nearly(added: float, whole: float) -> bool:
    off = abs(added - whole)
    return (
        (off <= _PIECES and whole <= _FEW)
        or off <= _NEARLY * whole
        or (one_slip_apart(added, whole) and off < whole / 5)
    )


def _told(one: Amount, others: Sequence[Amount], unit: str) -> str:
    listed = "、".join(written(other.value, other.unit) for other in others)
    added = sum(other.value for other in others)
    return f"{listed}相加是{written(added, unit)}，写的总数是{written(one.value, unit)}，请核对。"


# --- lists that leave nothing out ---------------------------------------------------------------------------------

_REST = lazy.pattern("^(?:其他|其它|其余)[^，,。；;]{0,8}$")
_REST_WORDS = waiting_for(("其他", "其它", "其余"))
_NO_WHOLE = lazy.pattern("上年|去年|同比|增|减|比|每|第|以上|办结|答复|整改|计划|目标|不少于")
_LINKED = lazy.pattern(r"[^，,。；;、]{0,8}[、，,；;][^，,。；;、\d]{0,16}")
_FEWEST = 3


def _closed_lists(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「收到申请12件……按主体分，自然人10件、商业企业1件、其他2件」."""
    every = passage.once(amounts_in)
    for place, rest in enumerate(every):
        if not _REST.match(rest.label) or rest.unit in _NO_COUNT or rest.about:
            continue
        first = _first_of_list(passage, every, place)
        parts = every[first : place + 1]
        if len(parts) < _FEWEST or any(one.about for one in parts):
            continue
        if not counted_twice(passage.text[parts[0].start : rest.end]):
            yield from _near_whole(rule, passage, every, first, parts)


def _first_of_list(passage: Passage, every: Sequence[Amount], place: int) -> int:
    for first in range(place, 0, -1):
        before, one = every[first - 1 : first + 1]
        if not (alike(before, every[place]) and _LINKED.fullmatch(passage.text, before.end, one.start)):
            return first
    return 0


def _near_whole(
    rule: Rule, passage: Passage, every: Sequence[Amount], first: int, parts: Sequence[Amount]
) -> Iterator[Finding]:
    """What the parts nearly add up to, where they add up to nothing that stands before."""
    rest, most = parts[-1], max(part.value for part in parts)
    larger = (one for one in every[max(0, first - 12) : first] if alike(one, rest) and one.value > most)
    before = [one for one in larger if parts[0].start - one.end <= _BACK]
    added = sum(one.value for one in parts)
    if same(added, 2 * parts[0].value) or any(
        same(added, one.value) or same(added + other.value, one.value)
        for one in before
        for other in every[max(0, first - 3) : first]
    ):
        return
    wholes = [one for one in before if not one.about and not _NO_WHOLE.search(one.label)]
    near = [one for one in wholes if _nearly(added, one.value)]
    if near:
        yield rule.finding(
            passage, parts[0].start - min(len(parts[0].label), 6), rest.end, _told(near[-1], parts, rest.unit),
            suggestion="核对总数和各项数字", related=places(passage, near[-1:]),
        )  # fmt: skip


# --- 「基本支出中」 ----------------------------------------------------------------------------------------------------

_WITHIN = lazy.pattern(
    r"(?P<name>[一-鿿]{2,8}|(?:[一-鿿]{0,6}的)?(?P<number>\d{1,6})(?P<unit>件|条|个|项|人|名|户|家|份|起))中[，,：:]"
)
_WITHIN_WORDS = waiting_for(("中，", "中,", "中：", "中:"))


def _within(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for match in matches_near(passage, _WITHIN_WORDS, _WITHIN, 24):
        stop = re.search("[。；;\n]", passage.text[match.end() : match.end() + 200])
        end = match.end() + (stop.start() if stop else 200)
        inside = [one for one in _inside(passage, match.end(), end) if one.unit not in _NO_COUNT]
        if (
            len(inside) < 2
            or any(one.about for one in inside)
            or not _whole_list(passage, match.end(), inside)
        ):
            continue
        whole = _whole_named(passage, match, inside[0])
        if whole is None:
            continue
        added = sum(one.value for one in inside)
        step = max(one.step for one in inside)
        if (
            same(added, whole.value, step * 2 if step != 1 else 0)
            or max(one.value for one in inside) > whole.value
        ):
            continue
        if _nearly(added, whole.value) and not counted_twice(passage.text[match.end() : end]):
            yield rule.finding(
                passage, inside[0].start - min(len(inside[0].label), 8), inside[-1].end, _told(whole, inside, whole.unit),
                suggestion="核对总数和各项数字", related=places(passage, (whole,)),
            )  # fmt: skip


def _whole_list(passage: Passage, start: int, inside: Sequence[Amount]) -> bool:
    """Whether the figures follow each other as one list, alike."""
    links = zip(inside, inside[1:], strict=False)
    return all(
        alike(one, other) and _LINKED.fullmatch(passage.text, one.end, other.start) for one, other in links
    ) and (inside[0].start - start <= 14)


def _whole_named(passage: Passage, match: re.Match[str], part: Amount) -> Amount | None:
    if match["number"]:
        found = _inside(passage, match.start("number"), match.end("number"))
        return found[0] if found and alike(found[0], part) else None
    bare = re.sub("(?:为|共|达|总计|合计|共计)+$", "", match["name"])
    told = [
        one
        for one in _inside(passage, match.start() - _FAR_BACK, match.start())
        if one.end < match.start()
        and alike(one, part)
        and re.sub("(?:为|共|达|总计|合计|共计)+$", "", one.label).endswith(bare)
    ]
    return told[-1] if told and not told[-1].about else None


# --- dates, and how many -----------------------------------------------------------------------------------------------

_DATES = lazy.pattern(
    r"(?P<dates>(?:(?:20\d\d年)?\d{1,2}月\d{1,2}日(?:[、和，]|以及|及)){1,8}(?:\d{1,2}月)?\d{1,2}日)[^，,。；;\d]{0,4}(?:分别|先后|各)[^，,。；;\d]{0,4}(?:召开|举办|组织|开展|举行)[^，,。；;\d]{0,16}?(?P<said>[，,][^，,。；;\d]{0,4}共[^，,。；;\d]{0,10}?)?(?P<count>(?<!第)[二两三四五六七八九十\d]{1,2})(?P<unit>次|期|场|轮)"
)
_TIMES = lazy.pattern(
    r"(?<![第\d十])(?P<count>[二两三四五六七八九十\d]{1,2})(?P<unit>次|期|场|轮)[^。；;\d]{0,8}[，,（(]?(?:分别|先后)(?:于|在|是|为)(?P<dates>(?:(?:20\d\d年)?(?:\d{1,2}月)?(?:\d{1,2}日|\d{1,2}月|上旬|中旬|下旬|初|底|末)(?:上午|下午)?(?:[、，,和与及]|以及)?){2,12})"
)
_IN_ALL = lazy.pattern(
    r"[，,]\s?共(?:计)?(?:[^，,。；;\d]{0,6}?)(?P<count>[二两三四五六七八九十\d]{1,2})(?:次|期|场|轮)"
)
_DATES_WORDS = waiting_for(
    ("日分别", "日先后", "日各", "分别于", "分别在", "分别是", "分别为", "先后于", "先后在")
)


def _dates(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「7月8日、8月12日和9月9日分别召开例会，共召开例会4次」."""
    for match in matches_near(passage, _DATES_WORDS, _DATES, 160):
        dates = len(re.findall(r"\d{1,2}日", match["dates"]))
        count = number_in(match["count"])
        if match["said"] is None and count == 1:
            # 「各开展1次，共4次」
            all_of = _IN_ALL.match(passage.text, match.end(), passage.end)
            count = number_in(all_of["count"]) if all_of else None
        if count and count != dates:
            said = f"列出{dates}个日期，写的是{match['count']}{match['unit']}，请核对。"
            yield rule.finding(passage, match.start(), match.end(), said, suggestion="核对次数和日期")
    for match in matches_near(passage, _DATES_WORDS, _TIMES, 160):
        dates, count = (
            len(
                re.findall(
                    "日|月(?!\\d)|旬",
                    match["dates"].replace("月上", "上").replace("月中", "中").replace("月下", "下"),
                )
            ),
            number_in(match["count"]),
        )
        if count and count != dates:
            said = f"写的是{match['count']}{match['unit']}，后面列出{dates}个时间，请核对。"
            yield rule.finding(passage, match.start(), match.end(), said, suggestion="核对次数和日期")


# --- items counted afterwards ----------------------------------------------------------------------------------------------

_ABOVE = lazy.pattern(
    r"(?:以上|上述|这)(?P<count>[二两三四五六七八九十]|[2-9])(?:个|项|条|点|类|种|大)(?:方面|环节|措施|问题|步骤|任务|内容|制度|不足|原因|阶段|要求|工作|事项|活动|流程|程序|意见|建议|议程|议题|项目|指标|条件|材料|情形|工程|政策|举措|做法)"
)
_ABOVE_WORDS = waiting_for(("以上", "上述", "这"))
_SERIES = lazy.pattern("(?<![一-鿿])([一二三四五六七八九十])(?:是|要)")
_LONG = 900


def _above(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「（一）…（四）……以上五个环节」."""
    for match in matches_near(passage, _ABOVE_WORDS, _ABOVE, 24):
        announced = (
            int(match["count"])
            if match["count"].isdecimal()
            else chinese_number(match["count"].replace("两", "二")) or 0
        )
        listed = _listed_before(passage, match.start())
        if listed is None or announced in listed or not any(abs(announced - one) <= 2 for one in listed):
            continue
        said = f"前面列出{in_chinese(max(listed))}项，这里写的是{match['count']}项，请核对。"
        yield rule.finding(passage, match.start(), match.end(), said, suggestion="核对数目")


def _mark_starts(passage: Passage) -> list[int]:
    return [one.start for one in passage.markers]


def _listed_before(passage: Passage, at: int) -> set[int] | None:
    """How long the lists are that end right before a place: numbered lines, 「一是…二是…」; None where there are none."""
    found: set[int] = set()
    line = passage.text.rfind("\n", passage.start, at) + 1
    starts = passage.once(_mark_starts)
    before = list(
        passage.markers[max(0, bisect_left(starts, line) - _MOST_MARKS) : bisect_left(starts, line)]
    )
    for family in {one.family for one in before}:
        last = [one for one in before if one.family == family][-1]
        if last.number > 1:
            found.add(last.number)
    text = passage.text[max(passage.start, at - _LONG) : at]
    series = [chinese_number(item) or 0 for item in _SERIES.findall(text)]
    run = 0
    for number in series:
        run = number if number in {1, run + 1} else run
    if run > 1:
        found.add(run)
    inner = [chinese_number(item) or 0 for item in re.findall("[（(]([一二三四五六七八九十])[）)]", text)]
    if len(inner) > 1:
        found.add(inner[-1])
    return found or None


_MOST_MARKS = 12

# --- announced, and numbered in one line ------------------------------------------------------------------------------------

_ANNOUNCED = lazy.pattern(
    r"(?P<count>[二两三四五六七八九十]|[2-9])(?:个|项|条|点|类|种|大)(?:专题|方面|环节|措施|问题|步骤|任务|内容|部分|模块|课程|阶段|要求|事项|议题|议程|程序|板块|活动|要求|意见|建议|工作|原则|做法)[^，,。；;：:\d（(]{0,6}[：:]\s?(?=[（(]一[）)]|[（(]1[）)]|1[.．、]|①|一[是要])"
)
_ANNOUNCED_WORDS = waiting_for(("：（一）", "：(一)", "：（1）", "：(1)", "：1", "：①", "：一是", "：一要"))
_INNER = (lazy.pattern("[（(]([一二三四五六七八九十])[）)]"), lazy.pattern(r"[（(](\d)[）)]"), lazy.pattern(r"(?<![\d.])(\d)[.．、](?!\d)"), lazy.pattern("([①-⑨])"), lazy.pattern("(?<![一-鿿])([一二三四五六七八九十])[是要]"))  # fmt: skip


# A list within one line is no longer than this.
_LONG = 3_000


def _announced(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「四个专题：（一）…；（二）…；（三）…。」 in one line."""
    for match in matches_near(passage, _ANNOUNCED_WORDS, _ANNOUNCED, 30):
        line = passage.text[match.end() : min(passage.end, match.end() + _LONG)].partition("\n")[0]
        if len(line) == _LONG:
            continue
        announced = (
            int(match["count"])
            if match["count"].isdecimal()
            else chinese_number(match["count"].replace("两", "二")) or 0
        )
        for mark in _INNER:
            if not mark.match(line):
                continue
            numbers = [_number(item) for item in mark.findall(line)]
            run = 0
            for number in numbers:
                run = number if number == run + 1 else run
            if run > 1 and run != announced and not _goes_on(passage, match.end() + len(line), run):
                said = f"前面说{match['count']}项，后面列出{run}项，请核对。"
                yield rule.finding(passage, match.start(), match.end(), said, suggestion="核对数目和各项")
            break


def _number(item: str) -> int:
    if item in "①②③④⑤⑥⑦⑧⑨":
        return "①②③④⑤⑥⑦⑧⑨".index(item) + 1
    return int(item) if item.isdecimal() else chinese_number(item) or 0


def _goes_on(passage: Passage, end: int, run: int) -> bool:
    following = passage.text[end : end + 8].strip()
    return any(following.startswith(mark.format(following=run + 1, chinese=in_chinese(run + 1))) for mark in ("（{chinese}）", "({chinese})", "（{following}）", "{following}", "{chinese}是"))  # fmt: skip


# --- lines under their whole ---------------------------------------------------------------------------------------------------

_UNDER = lazy.pattern(r"(?:其中|分别为|包括|如下)[：:]\s*$|[：:]\s*$")
_UNDER_WORDS = waiting_for(("：\n", ":\n"))
_LINES = 12


def _marks(passage: Passage) -> dict[int, Marker]:
    return {one.line: one for one in passage.markers}


def _lines_under(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「全年总收入865400元。其中：」 and numbered lines with one figure each."""
    for place, (offset, line) in enumerate(passage.prose):
        if not _UNDER.search(line):
            continue
        own = _inside(passage, offset, offset + len(line))
        if not own or own[-1].unit in _NO_COUNT or own[-1].about:
            continue
        whole, family = own[-1], None
        parts: list[Amount] = []
        for other, (start, words) in enumerate(passage.prose[place + 1 : place + 1 + _LINES], place + 1):
            mark = passage.once(_marks).get(other)
            if mark is None or (family and mark.family != family) or mark.number != len(parts) + 1:
                break
            inside = [one for one in _inside(passage, start, start + len(words)) if alike(one, whole)]
            if len(inside) != 1:
                parts = []
                break
            family = mark.family
            parts += inside
        if len(parts) < 2 or any(one.about for one in parts) or max(one.value for one in parts) > whole.value:
            continue
        added = sum(one.value for one in parts)
        if not same(
            added, whole.value, max(one.step for one in parts) if parts[0].step < 1 else 0
        ) and _nearly(added, whole.value):
            yield rule.finding(
                passage, whole.start - min(len(whole.label), 8), whole.end, _told(whole, parts, whole.unit),
                suggestion="核对总数和各项数字", related=places(passage, parts),
            )  # fmt: skip
            last = parts[-1]
            yield rule.finding(
                passage, last.start - min(len(last.label), 8), last.end, _told(whole, parts, whole.unit),
                suggestion="核对总数和各项数字", related=places(passage, (whole,)),
            )  # fmt: skip


RULES = (
    hint(
        "closed_list",
        "以「其他」收尾的几项，相加与前面写的总数差一点。",
        "收到申请12件，均已答复。按申请主体分，自然人10件、商业企业1件、其他2件。",
        "收到申请13件，均已答复。按申请主体分，自然人10件、商业企业1件、其他2件。",
        Waiting(_REST_WORDS, _closed_lists),
    ),
    hint(
        "within_named",
        "「基本支出中」「办结的43件中」后面几项，相加与前面写的数差一点。",
        "基本支出1935.80万元。基本支出中，人员经费1702.50万元，公用经费243.30万元。",
        "基本支出1935.80万元。基本支出中，人员经费1702.50万元，公用经费233.30万元。",
        Waiting(_WITHIN_WORDS, _within),
    ),
    hint(
        "dates_counted",
        "列出几个日期分别开会、办班，后面写的次数要一样多。",
        "7月8日、8月12日和9月9日分别召开例会，共召开例会4次。",
        "7月8日、8月12日和9月9日分别召开例会，共召开例会3次。",
        Waiting(_DATES_WORDS, _dates),
    ),
    hint(
        "counted_above",
        "「以上几个环节」「上述几项措施」与前面列出的数目不同。",
        "活动流程\n（一）签到；\n（二）参观；\n（三）座谈；\n（四）填写问卷。\n以上五个环节由办公室统筹安排。",
        "活动流程\n（一）签到；\n（二）参观；\n（三）座谈；\n（四）填写问卷。\n以上四个环节由办公室统筹安排。",
        Waiting(_ABOVE_WORDS, _above),
    ),
    hint(
        "announced_numbered",
        "前面说几个专题、几项内容，同一段里带序号列出的数目不同。",
        "本次培训安排四个专题：（一）条例解读；（二）答复实务；（三）信息发布规范。",
        "本次培训安排三个专题：（一）条例解读；（二）答复实务；（三）信息发布规范。",
        Waiting(_ANNOUNCED_WORDS, _announced),
    ),
    hint(
        "lines_under_whole",
        "总数下面分行列出的各项，相加与总数差一点。",
        "全年总收入865400元。其中：\n1.经营收入326000元；\n2.流转收入214800元；\n3.上级补助304600元；\n4.其他收入30000元。",
        "全年总收入875400元。其中：\n1.经营收入326000元；\n2.流转收入214800元；\n3.上级补助304600元；\n4.其他收入30000元。",
        Waiting(_UNDER_WORDS, _lines_under),
    ),
)
