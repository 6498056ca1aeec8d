"""Wholes and parts told without 「其中」: a run of figures and their sum before or after it, what is left of a whole."""

import re
from collections.abc import Iterator, Sequence

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.amounts import (
    Amount,
    Statement,
    alike,
    places,
    related_statements,
    same,
    statements,
    written,
)
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.quantities import counted_twice, one_slip_apart
from mingbai.text.proofreading.rules._knowledge import Waiting, warning_of
from mingbai.text.proofreading.rules.arithmetic.totals import sum_finding
from mingbai.text.proofreading.triggers import waiting_for

# --- runs of figures ------------------------------------------------------------------------------------------

# Between two members of a run stand a comma of enumeration and the words of the second, nothing else.
_LINK = lazy.pattern(r"[^，,。；;：:、\d（）()]{0,8}(?:、|和|及|与)[^，,。；;：:、\d（）()]{0,14}")
_CLOSE_LINK = lazy.pattern(r"[^，,。；;：:、\d（）()]{0,8}[、，,][^，,。；;：:、\d（）()]{0,12}")
_THINGS = frozenset("个家所处座")
_SUMMED = lazy.pattern(r"(?:^|[^公])(?:共计?|合计|总计|总共|计)(?:有|为|达|是)?[^，,。；;\d]{0,8}$")
_SUM_WORDS = waiting_for(("共", "合计", "总计"))
_EACH = lazy.pattern(
    r"每|连同|加上|外加|另有|各(?!级|类|项)|均|分别|先后|同时|重复|其中|累计|同比|上年|去年|以来"
)
_FEWEST = 3
# An earlier figure stands so many characters before at most.
_NEAR_BEFORE = 200
# Figures are enumerated so.
_LIST_WORDS = waiting_for(tuple(unit + mark for unit in ("万册", "人", "名", "个", "件", "条", "户", "万元", "亿元", "元", "家", "所", "份", "期", "次", "场", "项", "篇", "册", "亩", "公里", "起", "处", "套") for mark in "、，"))  # fmt: skip


def _kindred(first: Amount, second: Amount) -> bool:
    return alike(first, second) or (first.unit in _THINGS and second.unit in _THINGS)


def _runs(sentence: Statement, link: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """The stretches of figures of one kind that one enumeration links: places of the first and after the last."""
    amounts, first = sentence.amounts, 0
    for place in range(1, len(amounts) + 1):
        linked = (
            place < len(amounts)
            and _kindred(amounts[place - 1], amounts[place])
            and link.fullmatch(sentence.between(amounts[place - 1], amounts[place])) is not None
        )
        if not linked:
            if place - first > 1:
                yield first, place
            first = place


def _summed_after(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「12个司法所、3家律师事务所，共计14家单位」: a run and its sum right after it."""
    for sentence in passage.once(related_statements):
        for first, after in _runs(sentence, _LINK):
            parts, total = sentence.amounts[first:after], sentence.amounts[after : after + 1]
            if not total or not _SUMMED.search(total[0].label) or not _kindred(total[0], parts[0]):
                continue
            gap = sentence.between(parts[-1], total[0])
            said = sentence.words[
                max(0, parts[0].start - sentence.start - 12) : total[0].end - sentence.start
            ]
            if not re.match(r"[^，,。；;\d]{0,8}[，,]", gap) or gap.count("，") > 1 or _EACH.search(said):
                continue
            # 「新增7项，调整后共86项」: what was changed is no part of what there is then.
            if _unlike(parts, total[0], said) or re.search(
                "调整后|合并后|变更后|[增减]后|现行|现有|实有|目前", gap + said
            ):
                continue
            yield sum_finding(rule, passage, total[0], parts)


def _unlike(parts: Sequence[Amount], total: Amount, words: str) -> bool:
    """Whether the figures agree or say nothing of each other: about, counted twice, parts greater than the whole."""
    if any(one.about for one in (*parts, total)) or counted_twice(words):
        return True
    added = sum(one.value for one in parts)
    step = max(one.step for one in (*parts, total)) if any(one.step != 1 for one in parts) else 0.0
    return (
        same(added, total.value, step * (len(parts) ** 0.5)) or max(one.value for one in parts) > total.value
    )


def _nearly_summed(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """Three figures and more whose sum misses the figure before them by one slip."""
    for sentence in passage.once(related_statements):
        for first, after in _runs(sentence, _CLOSE_LINK):
            total, parts = _whole_before(sentence, first, after)
            if total is None or len(parts) < _FEWEST:
                continue
            words = sentence.words[total.start - sentence.start : parts[-1].end - sentence.start]
            if _EACH.search(words.replace("其中", "").replace("分别", "")) or counted_twice(words):
                continue
            added = sum(one.value for one in parts)
            if any(one.about for one in (total, *parts)) or same(
                added, total.value, max(one.step for one in parts)
            ):
                continue
            if _is_one_of_them(passage, total, added) or _is_named_alike(total, parts):
                continue
            if _part_of_them_agrees(parts, total) or not one_slip_apart(
                added / total.step, total.value / total.step
            ):
                continue
            if abs(added - total.value) <= 0.12 * total.value:
                yield sum_finding(rule, passage, total, parts)


def _is_named_alike(total: Amount, parts: Sequence[Amount]) -> bool:
    """「考试发证132人，换证87人，补证12人，注销31人」: the first is one of a kind with those behind it."""
    ending = total.label[-1:]
    kindred = [
        one for one in parts if one.label.endswith(ending) and not one.label.endswith(total.label[-2:])
    ]
    return bool(ending) and len(kindred) > 1


# The first of a run is the whole where the words before it say so; 「予以公开42件，部分公开9件」 begins with a part.
IS_WHOLE = lazy.pattern(
    r"^(?!.*(?:通过|利用|予以|补贴|直补)).*(?:共|总|合计|收到|受理|累计|馆藏|投入|完成|公开|聘请|组织|开展|举办|发放|信息|资金|资料|^)[^，,]{0,8}$"
)


def _whole_before(sentence: Statement, first: int, after: int) -> tuple[Amount | None, Sequence[Amount]]:
    """The nearest figure of the same unit before a run; the first of the run itself where it is the greatest by far."""
    parts = sentence.amounts[first:after]
    if parts[0].value > max(one.value for one in parts[1:]) and len(parts) > _FEWEST:
        own = sum(one.value for one in parts[1:])
        if own > 0.85 * parts[0].value and own < 1.15 * parts[0].value and IS_WHOLE.search(parts[0].label):
            return parts[0], parts[1:]
    return next((one for one in reversed(sentence.amounts[:first]) if one.unit == parts[0].unit), None), parts


def _is_one_of_them(passage: Passage, total: Amount, added: float) -> bool:
    """Whether the figure before the run is of the run: a mark of enumeration joins them, or all make up an earlier one."""
    earlier = [
        one.value
        for sentence in passage.once(statements)
        for one in sentence.amounts
        if total.start - _NEAR_BEFORE <= one.end <= total.start
    ]
    return passage.text.startswith("、", total.end) or any(
        same(total.value + added, one, total.step) for one in earlier
    )


def _part_of_them_agrees(parts: Sequence[Amount], total: Amount) -> bool:
    sums = [sum(one.value for one in parts[:few]) for few in range(2, len(parts))]
    return any(same(some, total.value, total.step) for some in sums)


# --- what is left ---------------------------------------------------------------------------------------------

_REST = lazy.pattern(r"^(?:尚|还)?(?:剩余?|结余|结存|余)[^，,。；;\d]{0,6}$|^其余[^，,。；;\d]{0,6}$")
_REST_WORDS = waiting_for(("剩余", "结余", "结存", "还剩", "尚余", "其余"))


def _rest(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「经费20万元，用于甲8万元、乙5万元、丙4万元，剩余4万元」."""
    for sentence in passage.once(related_statements):
        for first, after in _runs(sentence, _LINK):
            left, whole = sentence.amounts[after : after + 1], sentence.amounts[:first][-1:]
            if not left or not whole or not _REST.search(left[0].label):
                continue
            parts = sentence.amounts[first:after]
            if not all(alike(one, parts[0]) for one in (*left, *whole)) or any(
                one.about for one in (*parts, *left, *whole)
            ):
                continue
            added = sum(one.value for one in parts)
            right = whole[0].value - added
            between = sentence.between(whole[0], left[0])
            if right < 0 or _EACH.search(between) or "等" in sentence.between(parts[-1], left[0])[:4]:
                continue
            if not same(right, left[0].value, max(one.step for one in (*parts, *left))):
                said = f"{written(whole[0].value, whole[0].unit)}减去各项{written(added, whole[0].unit)}是{written(right, whole[0].unit)}，这里写的是{written(left[0].value, left[0].unit)}。"
                yield rule.finding(
                    passage,
                    left[0].start - len(left[0].label),
                    left[0].end,
                    said,
                    suggestion=written(right, whole[0].unit),
                    related=places(passage, (*whole, *parts)),
                )


_rule = warning_of("arithmetic", "arithmetic_inconsistency")

RULES = (
    _rule(
        "summed_after",
        "几个数字并列，紧接着写「共计」「合计」的，相加要等于它，单位是家、个、所的也一样。",
        "全县12个司法所、3家律师事务所，共计14家单位。",
        "全县12个司法所、3家律师事务所，共计15家单位。",
        Waiting(_SUM_WORDS, _summed_after),
    ),
    _rule(
        "nearly_summed",
        "总数后面并列的几个数字，相加只与总数差一个数位，多半写错了一个数字。",
        "馆藏图书86.4万册，有中文图书78.2万册、外文图书3.1万册、古籍6.1万册。",
        "馆藏图书87.4万册，有中文图书78.2万册、外文图书3.1万册、古籍6.1万册。",
        Waiting(_LIST_WORDS, _nearly_summed),
    ),
    _rule(
        "rest",
        "总数减去列出的各项，要等于剩余、结余。",
        "为民服务经费20万元，用于环境整治8万元、文体活动5万元、助老服务4万元，剩余4万元结转下年。",
        "为民服务经费20万元，用于环境整治8万元、文体活动5万元、助老服务4万元，剩余3万元结转下年。",
        Waiting(_REST_WORDS, _rest),
    ),
)
