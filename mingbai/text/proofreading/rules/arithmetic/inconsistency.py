"""Figures that do not add up: sums and parts, shares. 「其中」 may name some parts only; a sum beyond the total is wrong."""

import re
from collections.abc import Iterator
from itertools import accumulate, pairwise

from mingbai.text import lazy
from mingbai.text.model import Finding, Related, Severity
from mingbai.text.proofreading.amounts import share_of
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.quantities import (
    Quantity,
    Sentence,
    agrees,
    counted_twice,
    one_slip_apart,
    parted_by_pauses,
    sentences_with_figures,
    shown,
    some_agree,
    without_opposites,
)
from mingbai.text.proofreading.rules._knowledge import given

_CUE = lazy.pattern(
    r"[^，,。；;\d、]{0,6}(?:[，,（(：:；;]?\s*(?P<cue>其中|分别|包括|[：:]|即?(?=上半年))|(?P<next>。\s*其中))"
)
# People and households may stand under several heads, pieces of information under one: 「妇女儿童28条」.
_OF_PEOPLE = frozenset({"人", "名", "户", "人次", "个", "家", "场"})
# What one may be besides something else: the parts count the same people twice.
_OVERLAPPING = lazy.pattern(
    "职称|骨干|女|学历|本科|大专|研究生|硕士|少数民族|岁|残疾|低保|脱贫|兼职|专职|退休|高级|中级|持证|编制|留守|独居"
)
# 「1186条（含转发420条），其中…」: the parts are not those of what stands in brackets.
_OPENED, _CLOSED = lazy.pattern("[（(]"), lazy.pattern("[）)]")
_EACH = lazy.pattern(r"(?<![全])各(?![级类项种])|不少于|至少|以上")
# The same thing may stand in several places, or is said to.
_TWICE_COUNTED = lazy.pattern("同时|重复|交叉|另计|均有|公众号|微信|微博|抖音|客户端|新媒体")
_AFTER = 16
_LEADS = lazy.pattern("其中|分别|包括|[：:]|上半年")
# 「其他」 among the parts says that nothing is left out, and so does 「等方式」 at the last of several channels.
_REST = lazy.pattern("其他|其它|其余|剩余|等(?:多种)?(?:方式|渠道|途径|形式|载体)[^，,。；;]{0,14}$")
_STOP = lazy.pattern(
    r"其中|(?<!公)共计?|合计|总计|累计|比上年|较上年|比去年|较去年|同比|上年|去年|(?:20\d\d年)?(?:计划|预计|拟)投入|另外|另(?=[邀聘有请设安增])|此外|同时|[；;](?:[上下]半年|全年|今年|年[初末底]|[一二三四]季度|目前|\d{1,2}月|出栏)"
)
# Sentences of these words give figures that are no parts of one sum.
_APART = lazy.pattern("其中|上年|去年|结转|[比较]20|同比|新收")
SHARE = lazy.pattern(
    r"占(?:比|全部|总数|总量|总|全年|公开)?[^，,。；;\d]{0,10}?(?:的|为|达|约)?(?P<percent>\d{1,12}(?:\.\d{1,6})?)[%％]"
)
# A list as short as this is shown whole, of a longer one the total.
_SHORT = 50


def _scope(sentence: Sentence, total: Quantity) -> tuple[str, int, str] | None:
    """The words that list the parts after a total: (words, offset of their begin, cue)."""
    cue = _CUE.match(sentence.words, total.end - sentence.start)
    if cue is None:
        return None
    tail = sentence.words[total.end - sentence.start :]
    begin = cue.end() - cue.start()
    rest = tail[begin:]
    if re.search("[（(]", tail[:begin]):
        rest = re.split("[）)]", rest)[0]
    else:
        rest = re.sub(r"[（(][^（）()]*[）)]", lambda inner: " " * len(inner.group()), rest)
    first, _, _ = re.split("([；;])", rest, maxsplit=1) if re.search("[；;]", rest) else (rest, "", "")
    if len(lazy.compile_now(rf"\d(?:\.\d+)?{total.unit}").findall(first)) > 1:
        rest = first
    stop = _STOP.search(rest)
    return rest[: stop.start()] if stop else rest, total.end + begin, cue["cue"] or cue["next"] or ""


def _listings(passage: Passage) -> list[tuple[Sentence, Quantity, list[Quantity], str]]:
    """Every figure that is followed by parts of it: the sentence, the figure, the parts, the word that leads to them."""
    return [
        (sentence, total, *found)
        for sentence in passage.once(sentences_with_figures)
        if _LEADS.search(sentence.words)
        for total in sentence.quantities
        if (found := _parts(sentence, total))[1] or found[0]
    ]


def _parts(sentence: Sentence, total: Quantity) -> tuple[list[Quantity], str]:
    scope = _scope(sentence, total)
    if scope is None:
        return [], ""
    words, begin, cue = scope
    end = begin + len(words)
    inside = [part for part in sentence.quantities if begin <= part.start and part.end <= end]
    if re.match(r"\D{0,6}男", words) and len(inside) > 2 and re.search(r"\d人?[、，,]女", words):
        inside = inside[:2]  # what comes after men and women is of another kind
    visible = [part for part in inside if words[part.start - begin : part.end - begin].strip()]
    return [part for part in visible if part.unit == total.unit], cue


def _related(passage: Passage, parts: list[Quantity]) -> tuple[Related, ...]:
    return tuple(Related(part.start, part.end, passage.source.file) for part in parts)


def _sums(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for sentence, total, listed_parts, cue in passage.once(_listings):
        parts = _without_outcomes(passage, total, listed_parts)
        # After a stop a long list is still one of parts; two figures may be any two.
        led = cue in {"其中", "", "即"} or (cue.startswith("。") and len(parts) > 2)
        if len(parts) < 2 or not (total.total or led):
            continue
        added = sum(part.value for part in parts)
        if agrees(total, added, any(part.about for part in parts)):
            continue
        # 「立行立改30个、限期整改10个、长期整改2个，建章立制15个」: what came of them makes up the whole as well.
        first_ones = _first_ones_agree(total, parts) or _first_ones_agree(total, listed_parts)
        if (first_ones and not _is_short_list(passage, total, parts)) or _is_rounded(passage, total, parts):
            continue
        if _adds_up_otherwise(sentence, total, listed_parts, cue):
            continue
        listed = passage.text[total.end : parts[-1].end]
        if _no_parts(passage, total, parts, added):
            continue
        slipped = len(parts) > 2 and added > 0.85 * total.value and one_slip_apart(added, total.value)
        if (total.unit in _OF_PEOPLE and counted_twice(listed)) or not (
            slipped or _claims_all(total, added, cue, listed)
        ):
            continue
        between = passage.text[total.end : parts[0].start]
        if _CLOSED.search(between) and not _OPENED.search(between):
            continue
        said = f"各项相加是{shown(added)}{total.unit}，与总数{shown(total.value)}{total.unit}不符。"
        around = passage.text[total.end : parts[-1].end + _AFTER]
        yield rule.finding(
            passage,
            total.start,
            parts[-1].end if parts[-1].end - total.start <= _SHORT else total.end,
            said,
            suggestion="核对总数和各项数字",
            related=_related(passage, parts),
            severity="info"
            if (added > total.value and _TWICE_COUNTED.search(around))
            or _may_be_rounded(passage, total, parts, added)
            else rule.severity,
        )


# 「较上年减少5件，其中…」: the parts are not those of the change.
_OF_A_CHANGE = lazy.pattern(r"(?:[比较](?:上|去|前|同|20)|同比|环比)[^，,。；;\d]{0,8}$")
# 「意见31条，采纳26条」, 「隐患86条，已整改79条」: the second is a part of the first.
_OF_THE_FIRST = lazy.pattern(
    r"[，,](?:经[^，,。；;]{1,12}[，,])?(?:已经?|均已)?(?:采纳|整改|办结|解决|落实|答复|完成)[^，,。；;\d]{0,4}$|[，,](?:均|全部)?已[一-鿿]{2,4}$"
)
# Another sentence or another item begins: 「97条，包括……；二是119条」.
_PARTED = lazy.pattern("[；;。]|[一二三四五六]是")
_MOST, _LEAST, _FEW = 1.35, 0.5, 10


def _no_parts(passage: Passage, total: Quantity, parts: list[Quantity], added: float) -> bool:
    """Whether the figures after a total are far from adding up to it, or said to be something else than its parts."""
    before = passage.text[max(passage.start, total.start - 16) : total.start]
    links = [passage.text[one.end : other.start] for one, other in pairwise(parts)]
    apart = added > _MOST * total.value and total.value >= _FEW
    other_units = added < total.value and any(re.search(r"\d", link) for link in links)
    return (
        apart
        or added < _LEAST * total.value
        or other_units
        or _OF_A_CHANGE.search(before) is not None
        or any(_OF_THE_FIRST.search(link) for link in links)
    )


def _first_ones_agree(total: Quantity, parts: list[Quantity]) -> bool:
    """Whether the first few already make up the total, so that the others count something else."""
    return any(agrees(total, sum(part.value for part in parts[:few]), False) for few in range(1, len(parts)))


def _is_rounded(passage: Passage, total: Quantity, parts: list[Quantity]) -> bool:
    """Whether the total has fewer decimals than its parts and is their sum so rounded: 「共312.6万元，其中198.32万元…」."""
    whole, finest = _decimals(passage, total), max(_decimals(passage, part) for part in parts)
    return 0 < whole < finest and abs(sum(part.value for part in parts) - total.value) <= 0.51 * 10.0**-whole


def _may_be_rounded(passage: Passage, total: Quantity, parts: list[Quantity], added: float) -> bool:
    """Whether a step of the last decimal is all that several parts, each rounded for itself, lie apart from the total."""
    places = _decimals(passage, total)
    return places > 0 and len(parts) > 2 and abs(added - total.value) <= 1.01 * 10.0**-places


def _decimals(passage: Passage, one: Quantity) -> int:
    written = passage.text[one.start : one.end].removesuffix(one.unit)
    return len(written.partition(".")[2])


def _is_short_list(passage: Passage, total: Quantity, parts: list[Quantity]) -> bool:
    return total.total and total.value <= _FEW and parted_by_pauses(passage.text, parts)


def _without_outcomes(passage: Passage, total: Quantity, parts: list[Quantity]) -> list[Quantity]:
    """The parts without what became of some of them: 「合理建议52条，采纳44条」; all of them where each is an outcome."""
    edges = [total.end, *(part.end for part in parts)]
    told = [_OUTCOME.search(passage.text, low, part.start) for low, part in zip(edges, parts, strict=False)]
    return parts if not told or told[0] else [part for part, out in zip(parts, told, strict=True) if not out]


def _adds_up_otherwise(sentence: Sentence, total: Quantity, parts: list[Quantity], cue: str) -> bool:
    """Whether they are of a figure told before, 「893条，较上年增加147条，其中」, or of two, or the first is all the others."""
    before = [one for one in sentence.quantities if one.end <= total.start and one.unit == total.unit][-2:]
    # 「618家，其中建立职代会的587家，实行厂务公开的579家」: the same ones under two heads.
    if cue == "其中" and sum(part.value > 0.8 * total.value for part in parts) > 1:
        return True
    added = sum(part.value for part in parts)
    # 「共61项，主动公开54项，依申请公开7项。其中新增18项」: a new sentence goes back to the whole.
    if (
        parts[0].value > total.value
        and "。" in sentence.words[total.end - sentence.start : parts[0].start - sentence.start]
    ):
        return any(one.value >= added for one in before)
    # 「217条，其中……9条、公告4期」: a part may be counted by another word.
    every = [one.value for one in sentence.quantities if total.end <= one.start and one.end <= parts[-1].end]
    # 「236条，其中动态27条、推送198条，回复诉求11件」: and so may those after them.
    rest = accumulate(one.value for one in sentence.quantities if total.end <= one.start)
    wholes = [one.value for one in before] + [one.value + total.value for one in before]
    if (
        added in wholes
        or sum(every) == total.value
        or total.value in list(rest)[len(every) :]
        or (len(parts) > 2 and added == 2 * parts[0].value)
    ):
        return True
    return _CHANGED.search(sentence.words[: total.start - sentence.start]) is not None


_OUTCOME = lazy.pattern("采纳|采用|整改了?$|解决了?$")
_CHANGED = lazy.pattern(
    r"[较比](?:上年|去年|上一年|20\d\d年|年初|同期)[^，,。；;\d]{0,6}(?:增加|增长|减少|下降|多|少|增|减)了?$"
)


def _claims_all(total: Quantity, added: float, cue: str, listed: str) -> bool:
    """Whether the parts say that they are everything: too much of it, a rest, or nearly the whole."""
    if cue == "其中" and added > total.value and _OVERLAPPING.search(without_opposites(listed)):
        return False
    if added > total.value or cue in {"分别", "", "即"} or _REST.search(listed):
        return True
    return 0.95 * total.value < added


def _sums_at_the_end(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「A 10件、B 20件，合计35件」: the total follows its parts."""
    for sentence in passage.once(sentences_with_figures):
        if _APART.search(sentence.words):
            continue
        for place, total in enumerate(sentence.quantities[2:], 2):
            before = sentence.words[max(total.start - sentence.start - 8, 0) : total.start - sentence.start]
            if not re.search(r"(?:合计|共计|总计)(?:为|达)?[^，,。；;、]{0,4}$", before):
                continue
            parts = list(sentence.quantities[:place])
            if any(part.unit != total.unit or part.total for part in parts) or _EACH.search(
                sentence.words[: total.start - sentence.start]
            ):
                continue
            if max(part.value for part in parts) > total.value:
                continue  # 「发布400条，被采用270条，共计转发300条」: no parts of one sum
            if not some_agree(total, parts):
                added, whole = shown(sum(part.value for part in parts)), shown(total.value)
                said = f"各项相加是{added}{total.unit}，与合计{whole}{total.unit}不符。"
                yield rule.finding(
                    passage,
                    parts[0].start,
                    total.end,
                    said,
                    suggestion="核对总数和各项数字",
                    related=_related(passage, parts),
                )


_FAR_ABOVE = 1.06


def _of_several(passage: Passage, total: Quantity) -> bool:
    """「优秀共产党员20名、优秀党务工作者8名，其中农村党员12名」: what follows is of all that is listed."""
    before = passage.text[max(passage.start, total.start - 40) : total.start]
    return lazy.compile_now(rf"\d{total.unit}、[^，,。；;\d]{{1,16}}$").search(before) is not None


def _is_of_each(passage: Passage, total: Quantity) -> bool:
    """「总投资86.4万元，每公里36万元，其中县财政奖补60万元」: what goes before is of each, the part is of all."""
    clause = re.split("[，,。；;：:]", passage.text[max(passage.start, total.start - 12) : total.start])[-1]
    return re.search("每|均", clause) is not None


def _part_above_total(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for _, total, parts, cue in passage.once(_listings):
        if _of_several(passage, total) or _is_of_each(passage, total):
            continue
        limit = passage.text.startswith(("以上", "以下", "以内"), parts[0].end) if parts else False
        above = [part for part in parts if part.value > total.value and part.unit == total.unit]
        # 「382条，包括网站35条、公众号2443条」: of several parts one is more than the whole.
        apart = above and _PARTED.search(passage.text, total.end, above[0].start)
        change = _OF_A_CHANGE.search(passage.text, max(passage.start, total.start - 16), total.start)
        if (
            len(parts) > 1
            and len(above) == 1
            and cue in {"其中", "包括"}
            and not (total.about or apart or change)
        ):
            said = f"「{cue}」的一项{shown(above[0].value)}{total.unit}，比总数{shown(total.value)}{total.unit}还多。"
            yield rule.finding(
                passage, total.start, above[0].end, said, suggestion="核对两个数字", severity="warning"
            )
        # 「2.6万亩，其中2.9万亩」: a round whole is far surpassed.
        near = total.about and len(parts) == 1 and parts[0].value <= _FAR_ABOVE * total.value
        if len(parts) == 1 and cue == "其中" and parts[0].value > total.value and not (near or limit):
            said = (
                f"其中的一项{shown(parts[0].value)}{total.unit}，比总数{shown(total.value)}{total.unit}还多。"
            )
            grave: Severity | None = "info" if total.about else None
            yield rule.finding(
                passage, total.start, parts[0].end, said, suggestion="核对两个数字", severity=grave
            )


def _shares(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for sentence in passage.once(sentences_with_figures):
        if "占" not in sentence.words:
            continue
        totals = [one for one in sentence.quantities if one.total or _scope(sentence, one) is not None]
        if not totals and "其中" in sentence.words[sentence.quantities[0].end - sentence.start :]:
            totals = [sentence.quantities[0]]
        for match in SHARE.finditer(sentence.words):
            at = sentence.start + match.start()
            part = next((one for one in reversed(sentence.quantities) if one.end <= at), None)
            total = next(
                (one for one in reversed(totals) if part and one.end < part.start and one.unit == part.unit),
                None,
            )
            if (
                part is None
                or total is None
                or part.total
                or part.value > total.value
                or at - part.end > 8
                or re.search("[%％]", passage.text[part.end : at])
                or not total.value
            ):
                continue
            right, given = share_of(part.value, total.value), match["percent"]
            decimals = len(given.partition(".")[2])
            if abs(right - float(given)) > 0.5 * 10**-decimals + 0.1 and not (part.about or total.about):
                said = f"{shown(part.value)}占{shown(total.value)}的{right:.{max(decimals, 1)}f}%，文中写的是{given}%。"
                yield rule.finding(
                    passage,
                    part.start,
                    sentence.start + match.end(),
                    said,
                    suggestion=f"{right:.{max(decimals, 1)}f}%",
                )


RULES = (
    Rule(
        name="arithmetic.sum",
        category="arithmetic_inconsistency",
        severity="error",
        explain="总数要等于各项之和。「其中」只列举一部分的不算错；各项超过总数、写了「其他」或已接近总数的才提示。",
        fires="全年共公开信息100条，其中政策文件30条、通知公告40条、财政信息50条。",
        passes="全年共公开信息100条，其中政策文件30条、通知公告40条、财政信息30条。",
        find=given(_listings, _sums),
    ),
    Rule(
        name="arithmetic.sum_at_the_end",
        category="arithmetic_inconsistency",
        severity="warning",
        explain="先列各项、后写合计的，合计要等于各项之和。",
        fires="网站公开80条，微信公开30条，合计公开120条。",
        passes="网站公开80条，微信公开30条，合计公开110条。",
        find=given(sentences_with_figures, _sums_at_the_end),
    ),
    Rule(
        name="arithmetic.part_above_total",
        category="arithmetic_inconsistency",
        severity="error",
        explain="「其中」的一项不能比总数多。",
        fires="收到申请5件，其中网上申请8件。",
        passes="收到申请8件，其中网上申请5件。",
        find=given(_listings, _part_above_total),
    ),
    Rule(
        name="arithmetic.share",
        category="arithmetic_inconsistency",
        severity="error",
        explain="占比要等于这一项除以总数。",
        fires="全年共公开信息200条，其中财政信息50条，占30%。",
        passes="全年共公开信息200条，其中财政信息50条，占25%。",
        find=given(sentences_with_figures, _shares),
    ),
)
