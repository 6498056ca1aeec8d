"""Parts of a total that stand apart from it: in brackets, before their labels, after other clauses, as weights."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.amounts import share_of
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.quantities import (
    Quantity,
    Sentence,
    counted_twice,
    one_slip_apart,
    sentences_with_figures,
    shown,
)
from mingbai.text.proofreading.rules._knowledge import Waiting
from mingbai.text.proofreading.rules._parsing import STOP
from mingbai.text.proofreading.triggers import matches_near, prose_with, waiting_for

_N = r"\d{1,9}(?:\.\d{1,4})?"
_UNITS = "人次|批次|万元|亿元|条|件|次|项|个|人|份|篇|期|户|家|处|名|元|亩|起|座|张|所|组|台|辆"
_BRACKETED = lazy.pattern(rf"(?P<total>{_N})(?P<unit>{_UNITS})[（(](?P<inside>[^（）()。\n]{{6,120}})[）)]")
_BEFORE_BRACKET = waiting_for(tuple(unit + mark for unit in _UNITS.split("|") for mark in "（("))
# The longest of the patterns here is shorter.
_REACH = 220
_SEPARATOR = lazy.pattern("[、，,；;]|和|及")
_PARTLY = lazy.pattern("^(?:含|包括|其中)|等$|另|不含")
_FIRST = lazy.pattern(
    r"(?P<all>\d{1,6})(?P<unit>件|条|起|个|项|处|户|家|名|人|份|批次)[^。；;，,、\d]{0,10}[，,](?:经[^，,。\d]{1,6}|其中|目前|现已|结果)?[，,：:]?"
    rf"(?P<list>\d{{1,6}}(?P=unit)[^，,。；;、\d]{{1,10}}(?:[、，,]\d{{1,6}}(?P=unit)[^，,。；;、\d]{{1,10}}){{1,5}}){STOP}"
)
_VERDICTS = waiting_for(("属实", "经查", "经核", "经调查", "正在", "尚未", "合格", "通过", "其中"))
_OPPOSITE = lazy.pattern(r"\d(?:件|条|起|个|项|处|户|家|名|人|份|批次)(?:不|未|正在|尚|仍|部分|反映|查|属)")
_AMONG = "其中"
# What follows is no part any more: 「其中亿元以上项目1个、千万元以上项目6个，新增就业岗位920个」.
_OTHER_DEED = lazy.pattern("[，,](?:新增|带动|制定|安置|拉动|解决|创造)")
_AMONG_WORDS = waiting_for((_AMONG,))
_CHANGE = lazy.pattern(r"(?:[增减比较升降]|上年|去年|结转|每|预算|任务)[^，,。；;\d]{0,6}$")
_STOPS = lazy.pattern("[。；;]|同比|上年|去年|另外|此外|同时|合计|共计")
_KIN = frozenset("篇个部期条幅份")
_NOT_KIN = lazy.pattern("发现|整改|涉及|解决|参加|受理|收到|办理|提出|采纳")
_WEIGHT = lazy.pattern(
    r"(?:笔试|面试|考核|测评|成绩|得分|评分|考试|操作)[^，,。；;\d%％]{0,6}(?:占|权重|比例)[^，,。；;\d]{0,8}(?P<percent>\d{1,3}(?:\.\d+)?)[%％]"
)
_WEIGHTED = waiting_for(("笔试", "面试"))
_SHARES = lazy.pattern(
    r"(?:占比|比例|比重|分别占|占[^，,。；;\d]{0,10}的)[^，,。；;\d]{0,8}(?P<list>\d{1,3}(?:\.\d+)?[%％](?:[、和，,]\d{1,3}(?:\.\d+)?[%％])+)"
)
_OF_SEVERAL = 150
_SHARED = waiting_for(("占比", "比例", "比重", "分别占", "占"))
_OF_A_SAMPLE = lazy.pattern(
    r"(?P<all>\d{1,6})(?P<unit>条|件|个|份|批次|户|名|人|处|家)[^。；;，,、\d]{0,8}中[，,](?P<list>[^，,。；;、\d]{1,14}\d{1,6}(?P=unit)(?:[、，,][^，,。；;、\d]{1,14}\d{1,6}(?P=unit)){1,5})"
    r"[，,][^，,。；;、\d]{0,10}(?:占比|率|占)[^，,。；;\d]{0,6}(?P<rate>\d{1,3}(?:\.\d{1,3})?)[%％]"
)
_SAMPLED = waiting_for(("条中", "条信息中", "件中", "个中", "份中", "占比", "率"))
_FEW_PARTS, _NEARLY_ALL = 3, 0.9


def _in_brackets(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「18名（人大代表6名、政协委员4名、群众代表9名）」: every item in the brackets carries the total's unit."""
    for match in matches_near(passage, _BEFORE_BRACKET, _BRACKETED, _REACH):
        inside, total = match["inside"], float(match["total"])
        items = [item for item in _SEPARATOR.split(inside) if item.strip()]
        figures = [re.findall(rf"({_N}){match['unit']}", item) for item in items]
        if len(items) < 2 or any(len(found) != 1 for found in figures) or counted_twice(inside):
            continue
        if re.search(r"\d[×xX*]|即\d", inside):
            continue  # 「乡镇85万元，即17×5万元」 says one figure twice
        added = sum(float(found[0]) for found in figures)
        before = passage.text[max(passage.start, match.start() - 2) : match.start()]
        if abs(added - total) < 0.006 or re.search(r"[约近.第每\d]$", before):
            continue
        if added > total or not _PARTLY.search(inside):
            said = (
                f"括号里各项相加是{shown(added)}{match['unit']}，与前面的{shown(total)}{match['unit']}不符。"
            )
            yield rule.finding(passage, *match.span(), said, suggestion="核对总数和各项数字")


def _part_first(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「举报3起，经查2起属实、2起不属实」: the figures stand before what they count."""
    for place in prose_with(passage, _VERDICTS):
        offset, line = passage.prose[place]
        for match in _FIRST.finditer(line):
            parts = [int(part) for part in re.findall(rf"(\d+){match['unit']}", match["list"])]
            total = int(match["all"])
            if sum(parts) == total or counted_twice(match["list"]) or max(parts) == total:
                continue
            if sum(parts) > total or _OPPOSITE.search(match["list"]):
                said = f"各项相加是{sum(parts)}{match['unit']}，与{total}{match['unit']}不符。"
                yield rule.finding(
                    passage,
                    offset + match.start(),
                    offset + match.end(),
                    said,
                    suggestion="核对总数和各项数字",
                )


# A total that stands farther from its parts is shown in the message alone.
_SHOWN_WHOLE = 64


def _detached(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """A list after 「其中」 whose total stands some clauses before."""
    for sentence in passage.once(sentences_with_figures):
        at = sentence.words.find(_AMONG)
        while at >= 0:
            end = sentence.words.find(_AMONG, at + 2)
            last = _end_of_list(sentence.words, at, end)
            other = _OTHER_DEED.search(sentence.words, at, last)
            found = _total_of(sentence, at, other.start() if other else last)
            at = end
            if found is None:
                continue
            total, parts = found
            added = sum(part.value for part in parts)
            yield rule.finding(
                passage,
                total.start if parts[-1].end - total.start <= _SHOWN_WHOLE else parts[0].start,
                parts[-1].end,
                f"其中各项相加是{shown(added)}，与总数{shown(total.value)}{total.unit}不符。",
                suggestion="核对总数和各项数字",
            )


def _end_of_list(words: str, at: int, end: int) -> int:
    """Where the list ends that begins at `at`: at the closing bracket if it stands in brackets, else at a stop."""
    end = end if end >= 0 else len(words)
    opened, depth = max(words.rfind(mark, 0, at) for mark in "（("), 0
    inside = opened >= 0 and not re.search("[）)]", words[opened:at])
    for place in range(at, end):
        if words[place] in "（(":
            depth += 1
        elif words[place] in "）)":
            if depth == 0 and inside:
                return place
            depth -= 1
    stop = _STOPS.search(words, at + 2, end)
    return stop.start() if stop else end


def _total_of(sentence: Sentence, at: int, end: int) -> tuple[Quantity, list[Quantity]] | None:
    """The total before the word at `at` and its parts after it, where they disagree."""
    after = [
        one
        for one in sentence.quantities
        if at <= one.start - sentence.start
        and one.end - sentence.start <= end
        and not _in_inner_brackets(sentence.words[at : one.start - sentence.start])
    ]
    if len(after) < 2 or counted_twice(sentence.words[at:end]):
        return None
    unit = after[0].unit
    parts = [one for one in after if one.unit == unit]
    before = [
        one
        for one in sentence.quantities
        if one.end - sentence.start <= at
        and one.unit == unit
        and not one.about
        and not _CHANGE.search(sentence.words[: one.start - sentence.start])
    ]
    added = sum(part.value for part in parts)
    if not before or any(part.about for part in after) or before[-1].value == added:
        return None
    if all(one.unit in _KIN for one in after) and not _NOT_KIN.search(sentence.words, at, end):
        parts = after
    total = before[0] if len(before) == 1 else _of_the_same_things(sentence, before, parts[0])
    if total is None or len(parts) < 2:
        return None
    if any(one.end - sentence.start <= at and one.start > total.end and one.total for one in before):
        return None
    alike = len({part.unit for part in parts}) == 1
    if alike and _at_once(sentence.words[total.end - sentence.start : at]):
        return None
    if "；" in sentence.words[total.end - sentence.start : at] or sum(
        part.value for part in parts
    ) > 1.35 * max(total.value, 8):
        return None
    return (total, parts) if _disagrees(total, parts, sentence.words[at:end]) else None


def _in_inner_brackets(words: str) -> bool:
    return len(re.findall("[（(]", words)) > len(re.findall("[）)]", words))


def _at_once(between: str) -> bool:
    """Whether the list follows the total with nothing between: such a list is the rule of plain sums'."""
    return re.fullmatch(r"[^，,。；;\d]{0,6}[，,（(：:；;。]?\s*", between) is not None


def _of_the_same_things(sentence: Sentence, totals: list[Quantity], part: Quantity) -> Quantity | None:
    """The one of several totals that counts what the part counts: the two characters before the part's figure."""
    words, start = sentence.words, sentence.start
    kind = words[max(part.start - start - 2, 0) : part.start - start]
    if not re.fullmatch("[一-鿿]{2}", kind):
        return None
    found = [
        one
        for one in totals
        if kind in re.split("[，,、。]", words[one.end - start : one.end - start + 8])[0]
        or kind == words[max(one.start - start - 2, 0) : one.start - start]
    ]
    return found[0] if len(found) == 1 else None


def _disagrees(total: Quantity, parts: list[Quantity], words: str) -> bool:
    added = sum(part.value for part in parts)
    first_ones = (sum(part.value for part in parts[:few]) for few in range(1, len(parts) + 1))
    if any(abs(some - total.value) < 0.006 for some in first_ones):
        return False  # what follows a list that is complete counts something else
    if added > total.value or re.search("其他|其它|其余", words):
        return True
    same = len({part.unit for part in parts}) == 1
    near = added > _NEARLY_ALL * total.value and one_slip_apart(added, total.value)
    return same and len(parts) >= _FEW_PARTS and near


def _weights(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for place in prose_with(passage, _WEIGHTED):
        offset, line = passage.prose[place]
        found = list(_WEIGHT.finditer(line))
        heads = [match[0][:2] for match in found]
        whole = sum(float(match["percent"]) for match in found)
        if len(found) > 1 and len(set(heads)) == len(heads) and abs(whole - 100) > 0.05:
            said = f"各项成绩的权重相加是{shown(whole)}%，不是100%。"
            yield rule.finding(
                passage,
                offset + found[0].start(),
                offset + found[-1].end(),
                said,
                suggestion="核对各项权重",
            )


def _listed_shares(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for place in prose_with(passage, _SHARED):
        offset, line = passage.prose[place]
        for match in _SHARES.finditer(line):
            whole = sum(float(share) for share in re.findall(r"([\d.]+)[%％]", match["list"]))
            # Shares that add up to so much are of several things: 「分别占97.7%、98.9%」.
            if 100.6 < whole < _OF_SEVERAL:
                said = f"各项占比相加是{shown(whole)}%，超过100%。"
                yield rule.finding(
                    passage,
                    offset + match.start(),
                    offset + match.end(),
                    said,
                    suggestion="核对各项占比",
                )


def _samples(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for place in prose_with(passage, _SAMPLED):
        offset, line = passage.prose[place]
        for match in _OF_A_SAMPLE.finditer(line):
            parts = [int(part) for part in re.findall(rf"(\d+){match['unit']}", match["list"])]
            total, rate = int(match["all"]), float(match["rate"])
            step = 0.5 * 10 ** -len(match["rate"].partition(".")[2]) + 0.1
            rates = (
                [share_of(part, total) for part in (*parts, sum(parts), total - sum(parts))] if total else []
            )
            if rates and all(abs(one - rate) > step for one in rates):
                right = share_of(sum(parts), total)
                said = f"各项共{sum(parts)}{match['unit']}，除以{total}是{right:.1f}%，文中写的是{match['rate']}%。"
                yield rule.finding(
                    passage, offset + match.start(), offset + match.end(), said, suggestion=f"{right:.1f}%"
                )


RULES = (
    Rule(
        name="arithmetic.in_brackets",
        category="arithmetic_inconsistency",
        severity="error",
        explain="总数后面括号里逐项列出的，相加要等于总数。党员、妇女一类会重复计算的不算。",
        fires="聘请义务监督员18名（人大代表6名、政协委员4名、群众代表9名）。",
        passes="聘请义务监督员19名（人大代表6名、政协委员4名、群众代表9名）。",
        find=Waiting(_BEFORE_BRACKET, _in_brackets),
    ),
    Rule(
        name="arithmetic.part_first",
        category="arithmetic_inconsistency",
        severity="error",
        explain="「3起，2起属实、1起不属实」，数字在前的各项相加也要等于总数。",
        fires="接到群众举报3起，经查2起属实、2起不属实，均已处理。",
        passes="接到群众举报4起，经查2起属实、2起不属实，均已处理。",
        find=Waiting(_VERDICTS, _part_first),
    ),
    Rule(
        name="arithmetic.detached_sum",
        category="arithmetic_inconsistency",
        severity="error",
        explain="总数和「其中」之间隔着别的话，各项相加仍不能超过总数。",
        fires="排查38座小型水库、52座涵闸，其中小（1）型水库9座、小（2）型水库31座。",
        passes="排查40座小型水库、52座涵闸，其中小（1）型水库9座、小（2）型水库31座。",
        find=Waiting(_AMONG_WORDS, _detached),
    ),
    Rule(
        name="arithmetic.weights",
        category="arithmetic_inconsistency",
        severity="error",
        explain="笔试、面试等成绩的权重相加应当是100%。",
        fires="笔试占60%，面试占50%，综合成绩按百分制计算。",
        passes="笔试占60%，面试占40%，综合成绩按百分制计算。",
        find=Waiting(_WEIGHTED, _weights),
    ),
    Rule(
        name="arithmetic.listed_shares",
        category="arithmetic_inconsistency",
        severity="error",
        explain="「占比分别为」后面的各项相加不应超过100%。",
        fires="三类信息占比分别为50%、30%、25%。",
        passes="三类信息占比分别为50%、30%、20%。",
        find=Waiting(_SHARED, _listed_shares),
    ),
    Rule(
        name="arithmetic.sample_rate",
        category="arithmetic_inconsistency",
        severity="error",
        explain="抽查若干条、发现若干条，比率要与这些数字相符。",
        fires="抽查的120条信息中，错别字23条、附件无法打开13条，问题信息占比33.3%。",
        passes="抽查的120条信息中，错别字23条、附件无法打开13条，问题信息占比30%。",
        find=Waiting(_SAMPLED, _samples),
    ),
)
