"""Figures that nearly add up: a whole and the run of figures after it, a run of figures and the whole at its end.

The rules of sums know how parts are told; here only the figures speak. A run whose sum misses a whole of its own kind by
little, where no part of the run makes it up, is worth a second look whatever stands between. So these are hints.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.amounts import (
    PEOPLE,
    Amount,
    Statement,
    places,
    same,
    statements,
    written,
)
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.quantities import counted_twice, one_slip_apart
from mingbai.text.proofreading.rules._knowledge import given
from mingbai.text.proofreading.rules.arithmetic.whole import IS_WHOLE

_LEAST, _FEWEST, _FEW, _MOST_PARTS = 2, 3, 30, 12
# Of a greater whole the parts miss so great a share at most; of a small one so many pieces.
_SHARE_OFF, _PIECES_OFF = 0.09, 2
_REACH, _FAR = 160, 64
# Figures of another time, changes, rates and plans are no parts of a whole.
_NO_PART = lazy.pattern(
    r"[增减升降]|多(?!重)|少(?!数|年|儿)|同比|[比较]|上[年季月届]|去年|往年|同期|每|平均|均|各(?!科|部门|单位|村|社区|支部|站所|股|乡镇|镇|学校|类|项|种|级)|占|满分|最|不低于|不超过|至少|以上|目标|计划|任务|预算|不足|年龄|距|超过|限|达到|率"
)
_NO_WHOLE = lazy.pattern(
    r"[增减升降]|同比|[比较]|每|平均|均|各(?!类|项|种|级)|占|最|不低于|不超过|至少|不足|超过|第"
)
_TOTAL = lazy.pattern(
    r"(?:^|[^公])(?:共计?|合计|总计|总共|累计|总数|总量|总额|[二两三四五六七八九十][项者类级个][^，,。；;\d]{0,4}|全[镇乡街县村校局区][^，,。；;\d]{0,3}共|计)[^，,。；;\d]{0,8}$"
)
_AMONG = lazy.pattern(r"其中|分别|包括|包含|分为|[：:]|即|[（(]|由")
_BY_TIME = lazy.pattern(
    r"^(?:第?[一二三四]季度|上半年|下半年|\d{1,2}月|第[一二三四五]|[一二三四五]是|线上|线下|城镇|农村|室内|室外)"
)
_CLOSED = lazy.pattern("其他|其它|其余|剩余|两类|两种|之外")
_OPEN = lazy.pattern("等$|等[^，,。；;\\d]{0,4}$|不限于|主要")
_OUTCOME = lazy.pattern(
    "采纳|整改|办结|答复|回复|解决|落实|完成|满意|化解|调解成功|合格|销号|处理|开工|竣工|投用|收回|回收"
)
_CONTINUES = lazy.pattern(r"(?:其中|按|从|包括|分别)")
_NO_UNIT = frozenset(("%", "个百分点", "分", "天", "月", "倍"))
_SCALED = frozenset(("元", "亩", "公里", "斤"))


def _kind(one: Amount) -> str:
    if one.unit in PEOPLE:
        return "人次" if one.unit == "人次" else "人"
    return "个" if one.unit in {"个", "家", "所", "处", "座"} else one.unit


def _stretches(passage: Passage) -> list[list[Statement]]:
    """Sentences with two figures and more, each with the one after it where that one goes on with its parts."""
    told = passage.once(statements)
    found = []
    for place, sentence in enumerate(told):
        following = told[place + 1] if place + 1 < len(told) else None
        joined = (
            following is not None
            and "\n" not in passage.text[sentence.end : following.start]
            and following.start - sentence.end <= 2
            and _CONTINUES.match(following.words) is not None
        )
        group = [sentence, following] if joined and following is not None else [sentence]
        if sum(len(one.amounts) for one in group) > 2:
            found.append(group)
    return found


def _step(values: Sequence[Amount]) -> float:
    """By how much rounding may have moved a sum; counts are not rounded."""
    if all(one.unit not in _SCALED or one.step >= 1 and one.value % 1 == 0 for one in values) and all(
        one.step <= 1 for one in values
    ):
        return 0.0
    return float(max(one.step for one in values) * len(values) ** 0.5)


def _misses(added: float, whole: Amount, parts: Sequence[Amount], sure: bool) -> bool:
    """Whether a sum is so near its whole that it was meant to be it, and is not."""
    if same(added, whole.value, _step((whole, *parts))):
        return False
    off = abs(added - whole.value)
    if whole.value <= _FEW and whole.step == 1:
        return off <= (_PIECES_OFF if sure else 1) and (sure or len(parts) >= _FEWEST)
    scale = whole.step if whole.step else 1
    slip = one_slip_apart(added / scale, whole.value / scale) and off <= 0.2 * whole.value
    return slip and (sure or len(parts) >= _FEWEST) or (sure and off <= _SHARE_OFF * whole.value)


def _about_each_other(whole: Amount, parts: Sequence[Amount]) -> bool:
    return (
        len(parts) > 1
        and not any(one.about for one in (whole, *parts))
        and max(one.value for one in parts) < whole.value
    )


def _after(passage: Passage, amounts: Sequence[Amount], place: int) -> list[Amount]:
    """The figures of a whole's kind that follow it up to a semicolon, a new whole, or too far away."""
    whole, last = amounts[place], amounts[place].end
    found: list[Amount] = []
    for one in amounts[place + 1 :]:
        between = passage.text[last : one.start]
        if one.start - last > _REACH or "；" in between and found or len(found) >= _MOST_PARTS:
            break
        if _kind(one) != _kind(whole):
            continue
        if _is_sum(one, found) or "此外" in between or "同时" in between:
            break
        if not _NO_PART.search(one.label.replace("其中", "")):
            found.append(one)
        last = one.end
    return found


def _is_sum(one: Amount, found: Sequence[Amount]) -> bool:
    """Whether a figure called a total may be that of those before it; 「解读信息共计110条」 in a list is a part of it."""
    return _TOTAL.search(one.label) is not None and one.value >= sum(other.value for other in found)


def _one_is_made(parts: Sequence[Amount], whole: Amount, sure: bool) -> bool:
    """Whether the first few of the figures, or for a greater whole any that follow each other, make it up."""
    values = [one.value for one in parts]
    step = _step((whole, *parts))
    return any(
        same(sum(values[first:last]), whole.value, step)
        for first in range(1 if sure and whole.value <= _FEW else min(len(values), 4))
        for last in range(first + 1, len(values) + 1)
    )


# 「报修4200个、咨询7100个，其余为表扬」
_REST_TOLD = lazy.pattern("[^，,。；;\\d]{0,4}[，,、；](?:其余|余下|剩余|其他|另有)(?:的|均)?(?:为|是|属)")


def _missing_parts(passage: Passage, amounts: Sequence[Amount], place: int) -> list[Amount]:
    """The figures after a whole that were meant to make it up and do not; none where they do, or may count something else."""
    whole, parts = amounts[place], _after(passage, amounts, place)
    if not _about_each_other(whole, parts) or _REST_TOLD.match(passage.text, parts[-1].end):
        return []
    added = sum(one.value for one in parts)
    words, cue = passage.text[whole.end : parts[-1].end], passage.text[whole.end : parts[0].start]
    sure = _AMONG.search(cue) is not None and len(cue) <= (_FAR if "其中" in cue else _FEW)
    sure = sure or all(_BY_TIME.search(one.label) for one in parts) and len(cue) <= _FEW
    if _one_is_made(parts, whole, sure) or _with_others(amounts, whole, parts):
        return []
    if not sure and not IS_WHOLE.search(whole.label) or _wrong_way(words, cue, parts):
        return []
    if _is_told_of_another(passage, amounts, place, parts, added):
        return []
    listed = _enumerated(passage, parts)
    if len(listed) > 1 and sum(one.value for one in listed) > whole.value and whole.unit not in PEOPLE:
        parts, added = listed, sum(one.value for one in listed)
    misses = _misses(added, whole, parts, sure) or _far_off(added, whole, parts, words, sure)
    if added < whole.value:
        return parts if misses and _closes(passage, parts, words, sure) else []
    return parts if misses and not (whole.unit in PEOPLE and counted_twice(words)) else []


def _parts_miss(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for group in passage.once(_stretches):
        amounts = [one for sentence in group for one in sentence.amounts]
        told = -1
        for place, whole in enumerate(amounts):
            if (
                whole.start < told
                or whole.value < _LEAST
                or whole.unit in _NO_UNIT
                or _NO_WHOLE.search(whole.label)
            ):
                continue
            parts = _missing_parts(passage, amounts, place)
            if not parts or any(one.end == other.start for one, other in pairwise(parts)):
                continue  # 「其余2处340个」 counts one thing in two ways
            told = parts[-1].end
            added = sum(one.value for one in parts)
            said = f"{'、'.join(written(one.value, one.unit) for one in parts)}相加是{written(added, whole.unit)}，前面写的是{written(whole.value, whole.unit)}，请核对。"
            yield rule.finding(
                passage, whole.start - min(len(whole.label), 8), parts[-1].end, said,
                suggestion="核对总数和各项数字", related=places(passage, (whole, *parts)),
            )  # fmt: skip


def _far_off(added: float, whole: Amount, parts: Sequence[Amount], words: str, sure: bool) -> bool:
    """Whether a long list that closes with 「其他」 misses its whole, by however much up to a third."""
    closed = sure and len(parts) > _FEWEST and "其他" in words and whole.unit not in PEOPLE
    off = abs(added - whole.value)
    return closed and off <= whole.value / 3 and not same(added, whole.value, _step((whole, *parts)))


def _enumerated(passage: Passage, parts: Sequence[Amount]) -> list[Amount]:
    """The first figures that marks of enumeration link: 「来信9件、来访16件、网上信访5件，办结26件」 has three."""
    found = [parts[0]]
    for before, one in zip(parts, parts[1:], strict=False):
        if not re.match(r"[^，,。；;\d]{0,8}、", passage.text[before.end : one.start]):
            break
        found.append(one)
    return found


def _with_others(amounts: Sequence[Amount], whole: Amount, parts: Sequence[Amount]) -> bool:
    """Whether the figures make up the whole together with those between them that are counted by another word."""
    between = [
        one for one in amounts if whole.end <= one.start <= parts[-1].start and one.unit not in _NO_UNIT
    ]
    return same(sum(one.value for one in between), whole.value)


def _closes(passage: Passage, parts: Sequence[Amount], words: str, sure: bool) -> bool:
    """Whether nothing is left out: a rest is named, or the list ends its sentence and leaves out hardly anything."""
    after = passage.text[parts[-1].end : parts[-1].end + 6]
    if _OPEN.search(words) or "等" in after[:3]:
        return False
    return _CLOSED.search(words) is not None or (
        len(parts) > 2 or sure and after[:1] in {"。", "；", "）", "\n", ""}
    )


def _wrong_way(words: str, cue: str, parts: Sequence[Amount]) -> bool:
    """Whether the figures are what became of the whole, one after another, each of the one before it."""
    outcomes = sum(_OUTCOME.search(one.label) is not None for one in parts)
    return (
        outcomes > 0 and outcomes < len(parts) and len(parts) == 2 and "其中" not in words
    ) or "上年" in cue


def _is_told_of_another(
    passage: Passage, amounts: Sequence[Amount], place: int, parts: Sequence[Amount], added: float
) -> bool:
    """Whether the whole is itself one of the figures of the run, or the run is of an earlier whole."""
    whole = amounts[place]
    earlier = [one for one in amounts[:place] if _kind(one) == _kind(whole)][-_FEWEST:]
    sums = [one.value for one in earlier]
    if any(same(value, known) for known in sums for value in (added, added + whole.value)):
        return True
    gap = passage.text[whole.end : parts[0].start]
    return re.match(r"[^，,。；;\d]{0,8}[、]", gap) is not None and "其中" not in gap


def _total_misses(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for amounts in passage.once(_told_together):
        for place, total in enumerate(amounts):
            if place < 2 or total.value < _FEWEST or not _TOTAL.search(total.label):
                continue
            if total.unit in _NO_UNIT:
                continue
            if re.search("其中|每|平均|同比|增|减|上年|去年", total.label) or total.about:
                continue
            parts = _before(passage, amounts[:place], total)
            if not _about_each_other(total, parts) or _any_tail(parts, total):
                continue
            alike = [one for one in amounts[:place] if _kind(one) == _kind(total)]
            if same(sum(one.value for one in alike), total.value, _step((total, *alike))):
                continue
            named = _SO_MANY.search(total.label)
            whole_run = _chosen(parts, _NUMERALS[named[1]]) if named else []
            whole_run += [parts, *(parts[len(parts) - few :] for few in range(2, len(parts)))]
            whole_run += _of_one_word(parts, total)
            missed = [run for run in whole_run if _misses(sum(one.value for one in run), total, run, True)]
            if not missed:
                continue
            run = min(missed, key=lambda some: abs(sum(one.value for one in some) - total.value))
            added = sum(one.value for one in run)
            said = f"{'、'.join(written(one.value, one.unit) for one in run)}相加是{written(added, total.unit)}，写的是{written(total.value, total.unit)}，请核对。"
            yield rule.finding(
                passage, total.start - min(len(total.label), 10), total.end, said,
                suggestion="核对总数和各项数字", related=places(passage, run),
            )  # fmt: skip


_SO_MANY = lazy.pattern("([两二三四])[项者][^，,。；;]{0,4}$")
_NUMERALS = {"两": 2, "二": 2, "三": 3, "四": 4}


def _chosen(parts: Sequence[Amount], count: int) -> list[list[Amount]]:
    """So many of the figures before 「两项合计」, the last of them among them."""
    return [[*some, parts[-1]] for some in combinations(parts[-7:-1], count - 1)]


def _of_one_word(parts: Sequence[Amount], total: Amount) -> list[list[Amount]]:
    """The figures told with one word that the total is told with too: 「参加服务1340人……参加服务582人……参加服务共1922人」."""
    told = [one for one in parts if len(one.label) >= 4 and one.label[-4:] in total.label]
    return [told] if len(told) > 1 else []


_COUNTS = frozenset("项件条份篇期幅种部册")
_SUMS_UP = lazy.pattern(
    r"[^，,。；;\d]{0,14}(?:累计|共计?|合计|总计|全年共?|[两三四五]项)[^，,。；;\d]{0,10}\d"
)


def _told_together(passage: Passage) -> list[list[Amount]]:
    """The figures of each sentence, with those of the one before it in its line where it begins with a sum."""
    told, found = passage.once(statements), []
    for place, sentence in enumerate(told):
        before = told[place - 1] if place else None
        together = list(sentence.amounts)
        if (
            before
            and "\n" not in passage.text[before.end : sentence.start]
            and _SUMS_UP.match(sentence.words)
        ):
            together = [*before.amounts, *together]
        if len(together) > 2:
            found.append(together)
    return found


def _before(passage: Passage, amounts: Sequence[Amount], total: Amount) -> list[Amount]:
    """The figures before a total that may be its parts: of its kind, or pieces under several words."""
    found: list[Amount] = []
    last = total.start
    for one in reversed(amounts):
        if last - one.end > _REACH or len(found) >= _MOST_PARTS:
            break
        kin = _kind(one) == _kind(total) or (one.unit in _COUNTS and total.unit in _COUNTS)
        kin = kin or {one.unit, total.unit} <= PEOPLE
        if not kin or _NO_PART.search(one.label.replace("其中", "").replace("各类", "")):
            continue
        if _TOTAL.search(one.label) and found:
            break
        found.insert(0, one)
        last = one.start
    return found


def _any_tail(parts: Sequence[Amount], total: Amount) -> bool:
    """Whether some of the figures before a total make it up, or it is one of them told again."""
    values, step = [one.value for one in parts], _step((total, *parts))
    if any(same(value, total.value, step) for value in values):
        return True
    runs = (
        sum(values[first:last]) for first in range(len(values)) for last in range(first + 2, len(values) + 1)
    )
    pairs = (one + other for place, one in enumerate(values) for other in values[place + 1 :])
    return any(same(added, total.value, step) for added in (*runs, *pairs))


RULES = (
    Rule(
        name="arithmetic.parts_miss",
        category="arithmetic_inconsistency",
        severity="info",
        explain="总数后面的几个数字，相加只与总数差一点，可能有一个写错了。",
        fires="清理文件46件，其中废止7件、修改5件、继续有效35件。",
        passes="清理文件46件，其中废止7件、修改5件、继续有效34件。",
        find=given(_stretches, _parts_miss),
    ),
    Rule(
        name="arithmetic.total_misses",
        category="arithmetic_inconsistency",
        severity="info",
        explain="前面几个数字相加，只与后面写的「合计」「累计」差一点，可能有一个写错了。",
        fires="通过网站公开信息73条，通过公众号推送信息208条，两个平台累计发布信息271条。",
        passes="通过网站公开信息73条，通过公众号推送信息208条，两个平台累计发布信息281条。",
        find=given(_told_together, _total_misses),
    ),
)
