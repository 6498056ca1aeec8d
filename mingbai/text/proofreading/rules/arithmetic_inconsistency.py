"""Figures that do not add up: sums and parts, shares, growth, rates."""

import re
from collections.abc import Iterator

from mingbai.text.model import Finding, Related
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import searching
from mingbai.text.proofreading.quantities import Quantity, Sentence, agrees, sentences_with_figures, shown

_CUE = re.compile(r"^[^，,。；;\d]{0,6}[，,（(：:；;]?\s*(?P<cue>其中|分别|包括|[：:])")
_STOP = re.compile(r"其中|共计?|合计|总计|累计|比上年|较上年|比去年|较去年|同比|上年|去年|另外|此外|同时")
_SHARE = re.compile(
    r"占(?:比|全部|总数|总量|总|全年|公开)?[^，,。；;\d]{0,10}?(?:的|为|达|约)?(?P<percent>\d+(?:\.\d+)?)[%％]"
)
_N = r"(\d+(?:\.\d+)?)"
_UNIT = r"(人次|万元|亿元|条|件|次|项|个|人|份|篇|期|户|场|家|元|名)"
_UP = "增长|增加|上升|提高|提升|增至|升至|增"
_DOWN = "下降|减少|降低|回落|降至|减至|降|减"
_FROM_TO = re.compile(
    rf"[由从](?:[^，,。；;\d]{{0,12}}|\d{{4}}年[^，,。；;\d]{{0,10}}){_N}{_UNIT}?[^，,。；;\d]{{0,6}}?({_UP}|{_DOWN})(?:加|少|长)?(?:到了?|至|为)(?:[^，,。；;\d]{{0,8}}|\d{{4}}年[^，,。；;\d]{{0,6}}){_N}{_UNIT}"
    rf"(?:[^。；;\d]{{0,12}}?(?:{_UP}|{_DOWN}|增幅|降幅)[^，,。；;\d]{{0,4}}{_N}([%％]|{_UNIT}))?"
)
_AGAINST = re.compile(
    rf"{_N}{_UNIT}[^。；;\d]{{0,8}}[比较](?:上年度?|去年|20\d\d年)(?:同期)?[^，,。；;\d]{{0,6}}?{_N}{_UNIT}[^。；;\d]{{0,6}}?({_UP}|{_DOWN})[^，,。；;\d]{{0,3}}{_N}([%％]|{_UNIT})"
)
_RATE_COUNTED = re.compile(
    r"(?:收到|受理|接到|接收|办理)[^，,。；;\d]{0,16}(?P<all>\d+)(?P<unit>件|条|起|次|个|项)[^。；;]{0,16}?"
    r"(?:办结|答复|回复|完成|办复|整改|处理)了?(?P<done>\d+)(?P=unit)?[^。；;]{0,14}?(?:办结|答复|回复|完成|办复|整改|处理)率[^，,。；;\d]{0,6}(?P<rate>\d+(?:\.\d+)?)[%％]"
)
_MORE_DONE = re.compile(
    r"(?:收到|接到|接收)[^，,。；;\d]{0,16}(?P<all>\d+)(?P<unit>件|条|起|个)[，,](?:全部|均|已|共)?(?:办结|答复|回复|办复)了?(?P<done>\d+)(?P=unit)"
)
_ALL_DONE = re.compile(
    r"(?:办结|答复|回复|办理|完成|处理|整改|公开|满意|覆盖)率[^，,。；;\d]{0,6}(?:100[%％]|百分之百)"
)
_NOT_DONE = re.compile(
    r"(?:尚有|还有|仍有|另有|剩余)[^，,。；;\d]{0,6}[1-9]\d*[件条起个项][^，,。；;]{0,8}(?:未|正在|待|没有)|[1-9]\d*[件条起个项][^，,。；;\d]{0,4}(?:尚未|未|仍在|正在|没有)(?:办结|答复|回复|办理|完成|处理|整改)"
)


def _scope(sentence: Sentence, total: Quantity) -> tuple[str, int, str] | None:
    """The words that list the parts after a total: (words, offset of their begin, cue)."""
    tail = sentence.words[total.end - sentence.start :]
    cue = _CUE.match(tail)
    if cue is None:
        return None
    begin = cue.end()
    rest = tail[begin:]
    if re.search("[（(]", tail[:begin]):
        rest = re.split("[）)]", rest)[0]
    else:
        rest = re.sub(r"[（(][^（）()]*[）)]", lambda inner: " " * len(inner.group()), rest)
    stop = _STOP.search(rest)
    return rest[: stop.start()] if stop else rest, total.end + begin, cue["cue"]


def _parts(sentence: Sentence, total: Quantity) -> tuple[list[Quantity], str]:
    scope = _scope(sentence, total)
    if scope is None:
        return [], ""
    words, begin, cue = scope
    end = begin + len(words)
    inside = [part for part in sentence.quantities if begin <= part.start and part.end <= end]
    visible = [part for part in inside if words[part.start - begin : part.end - begin].strip()]
    return [part for part in visible if part.unit == total.unit], cue


def _related(passage: Passage, parts: list[Quantity]) -> tuple[Related, ...]:
    return tuple(Related(part.start, part.end, passage.source.file) for part in parts)


def _sums(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for sentence in passage.once(sentences_with_figures):
        for total in sentence.quantities:
            if not total.total:
                continue
            parts, cue = _parts(sentence, total)
            added = sum(part.value for part in parts)
            about = any(part.about for part in parts)
            if len(parts) < 2 or agrees(total, added, about):
                continue
            complete = (
                cue != "其中" or (added > total.value) or (len(parts) > 2 and added > 0.9 * total.value)
            )
            said = f"各项相加是{shown(added)}{total.unit}，与总数{shown(total.value)}{total.unit}不符。"
            severity = None if added > total.value or (complete and cue != "包括") else "info"
            yield rule.finding(
                passage,
                total.start,
                parts[-1].end,
                said,
                suggestion="核对总数和各项数字",
                severity=severity,  # type: ignore[arg-type]
                related=_related(passage, parts),
            )


def _sums_at_the_end(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「A 10件、B 20件，合计35件」: the total follows its parts."""
    for sentence in passage.once(sentences_with_figures):
        for place, total in enumerate(sentence.quantities):
            before = sentence.words[max(total.start - sentence.start - 8, 0) : total.start - sentence.start]
            if place < 2 or not re.search(r"(?:合计|共计|总计)(?:为|达)?[^，,。；;、]{0,4}$", before):
                continue
            parts = list(sentence.quantities[:place])
            if any(part.unit != total.unit or part.total for part in parts):
                continue
            added = sum(part.value for part in parts)
            if not agrees(total, added, any(part.about for part in parts)):
                said = f"各项相加是{shown(added)}{total.unit}，与合计{shown(total.value)}{total.unit}不符。"
                yield rule.finding(
                    passage,
                    parts[0].start,
                    total.end,
                    said,
                    suggestion="核对总数和各项数字",
                    related=_related(passage, parts),
                )


def _part_above_total(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for sentence in passage.once(sentences_with_figures):
        for total in sentence.quantities:
            parts, cue = _parts(sentence, total)
            if len(parts) == 1 and cue == "其中" and parts[0].value > total.value and not total.about:
                said = f"其中的一项{shown(parts[0].value)}{total.unit}，比总数{shown(total.value)}{total.unit}还多。"
                yield rule.finding(passage, total.start, parts[0].end, said, suggestion="核对两个数字")


def _shares(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for sentence in passage.once(sentences_with_figures):
        totals = [quantity for quantity in sentence.quantities if quantity.total]
        if not totals or "占" not in sentence.words:
            continue
        for match in _SHARE.finditer(sentence.words):
            at = sentence.start + match.start()
            before = [part for part in sentence.quantities if part.end <= at]
            part = before[-1] if before else None
            total = next(
                (one for one in reversed(totals) if part and one.end < part.start and one.unit == part.unit),
                None,
            )
            if part is None or total is None or at - part.end > 8 or not total.value:
                continue
            right, given = part.value / total.value * 100, match["percent"]
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


def _share_sums(rule: Rule, passage: Passage) -> Iterator[Finding]:
    if passage.characters.isdisjoint("%％"):
        return
    for sentence in passage.once(sentences_with_figures):
        found = list(_SHARE.finditer(sentence.words))
        whole = sum(float(match["percent"]) for match in found)
        if len(found) > 2 and whole > 100.6:
            start, end = sentence.start + found[0].start(), sentence.start + found[-1].end()
            yield rule.finding(
                passage, start, end, f"各项占比相加是{shown(whole)}%，超过100%。", suggestion="核对各项占比"
            )


def _change(
    rule: Rule,
    passage: Passage,
    match: re.Match[str],
    old: float,
    new: float,
    way: str,
    change: str,
    unit: str,
) -> Finding | None:
    """Whether a stated change fits the two figures."""
    rises = re.match(_UP, way) is not None
    if (rises and new < old) or (not rises and new > old):
        said = f"从{shown(old)}到{shown(new)}，写的却是「{way}」。"
        return rule.finding(passage, match.start(), match.end(), said, suggestion="核对两个数字和升降")
    if not change or not old:
        return None
    percent = unit in "%％"
    right = abs(new - old) / old * 100 if percent else abs(new - old)
    tolerance = 0.5 * 10 ** -len(change.partition(".")[2]) + 0.06 if percent else 0.01
    if abs(right - float(change)) <= tolerance or (
        percent and abs(right - float(change)) < 0.6 and "." not in change
    ):
        return None
    correct = f"{right:.2f}%" if percent else f"{shown(right)}{unit}"
    said = f"从{shown(old)}到{shown(new)}，变化应是{correct}，写的是{change}{unit}。"
    return rule.finding(passage, match.start(), match.end(), said, suggestion=correct)


def _growth(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for sentence in passage.once(sentences_with_figures):
        for match in _FROM_TO.finditer(passage.text, sentence.start, sentence.end):
            old, first_unit, way, new, unit, change, change_unit = match.groups()[:7]
            if first_unit in {None, unit}:
                found = _change(
                    rule, passage, match, float(old), float(new), way, change or "", change_unit or ""
                )
                if found:
                    yield found
        for match in _AGAINST.finditer(passage.text, sentence.start, sentence.end):
            new, unit, old, old_unit, way, change, change_unit = match.groups()[:7]
            if unit == old_unit and change_unit in {"%", "％", unit}:
                found = _change(rule, passage, match, float(old), float(new), way, change, change_unit)
                if found:
                    yield found


def _rates(rule: Rule, passage: Passage) -> Iterator[Finding]:
    if "率" not in passage.characters:
        return
    for match in _RATE_COUNTED.finditer(passage.text, passage.start, passage.end):
        everything, done, rate = float(match["all"]), float(match["done"]), match["rate"]
        right = done / everything * 100 if everything else 0.0
        if everything and abs(right - float(rate)) > 0.5 * 10 ** -len(rate.partition(".")[2]) + 0.1:
            said = f"{shown(done)}除以{shown(everything)}是{right:.1f}%，文中写的是{rate}%。"
            yield rule.finding(passage, match.start(), match.end(), said, suggestion=f"{right:.1f}%")


def _more_done(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for sentence in passage.once(sentences_with_figures):
        for match in _MORE_DONE.finditer(passage.text, sentence.start, sentence.end):
            if int(match["done"]) > int(match["all"]):
                said = f"收到{match['all']}{match['unit']}，办结{match['done']}{match['unit']}，办结的比收到的多。"
                yield rule.finding(
                    passage, match.start(), match.end(), said, suggestion="核对数字；含上年结转的要写明"
                )


def _all_but_some(rule: Rule, passage: Passage) -> Iterator[Finding]:
    if "率" not in passage.characters:
        return
    for offset, line in passage.prose:
        every = _ALL_DONE.search(line)
        some = _NOT_DONE.search(line) if every else None
        if every and some:
            start, end = min(every.start(), some.start()), max(every.end(), some.end())
            said = "一处写百分之百，同一段又写还有没办完的。"
            yield rule.finding(passage, offset + start, offset + end, said, suggestion="核对后统一")


RULES = (
    Rule(
        name="arithmetic.sum",
        category="arithmetic_inconsistency",
        severity="error",
        explain="总数要等于各项之和。「其中」只列举了一部分时不算错，只在各项超过总数或接近总数时提示。",
        fires="全年共公开信息100条，其中政策文件30条、通知公告40条、财政信息50条。",
        passes="全年共公开信息100条，其中政策文件30条、通知公告40条、财政信息30条。",
        find=_sums,
    ),
    Rule(
        name="arithmetic.sum_at_the_end",
        category="arithmetic_inconsistency",
        severity="warning",
        explain="先列各项、后写合计的，合计要等于各项之和。",
        fires="网站公开80条，微信公开30条，合计公开120条。",
        passes="网站公开80条，微信公开30条，合计公开110条。",
        find=_sums_at_the_end,
    ),
    Rule(
        name="arithmetic.part_above_total",
        category="arithmetic_inconsistency",
        severity="error",
        explain="「其中」的一项不能比总数多。",
        fires="收到申请5件，其中网上申请8件。",
        passes="收到申请8件，其中网上申请5件。",
        find=_part_above_total,
    ),
    Rule(
        name="arithmetic.share",
        category="arithmetic_inconsistency",
        severity="error",
        explain="占比要等于这一项除以总数。",
        fires="全年共公开信息200条，其中财政信息50条，占30%。",
        passes="全年共公开信息200条，其中财政信息50条，占25%。",
        find=_shares,
    ),
    Rule(
        name="arithmetic.share_sum",
        category="arithmetic_inconsistency",
        severity="warning",
        explain="同一句里各项占比相加不应超过100%。",
        fires="政策类40条占40%，财政类40条占40%，其他30条占30%。",
        passes="政策类40条占40%，财政类30条占30%，其他30条占30%。",
        find=_share_sums,
    ),
    Rule(
        name="arithmetic.growth",
        category="arithmetic_inconsistency",
        severity="error",
        explain="增减的方向和幅度要与前后两个数字相符。",
        fires="公开信息由80条增加到100条，增长30%。",
        passes="公开信息由80条增加到100条，增长25%。",
        find=_growth,
    ),
    Rule(
        name="arithmetic.rate",
        category="arithmetic_inconsistency",
        severity="error",
        explain="办结率要等于办结数除以收到数。",
        fires="收到来信10件，办结9件，办结率100%。",
        passes="收到来信10件，办结10件，办结率100%。",
        find=_rates,
    ),
    Rule(
        name="arithmetic.more_done_than_received",
        category="arithmetic_inconsistency",
        severity="warning",
        explain="办结的件数比收到的多，可能写反，也可能含上年结转，要写明。",
        fires="收到咨询5件，已答复6件。",
        passes="收到咨询6件，已答复6件。",
        find=_more_done,
    ),
    Rule(
        name="arithmetic.all_but_some",
        category="arithmetic_inconsistency",
        severity="error",
        explain="写了办结率百分之百，同一段又说还有没办完的。",
        fires="全年收到来信10件，办结率100%，尚有2件正在办理。",
        passes="全年收到来信10件，办结率80%，尚有2件正在办理。",
        find=_all_but_some,
    ),
    Rule(
        name="arithmetic.rate_above_100",
        category="arithmetic_inconsistency",
        severity="error",
        explain="办结率、覆盖率、满意率不会超过100%。",
        fires="群众满意率达102%。",
        passes="群众满意率达98%，任务完成率105%。",
        find=searching(
            r"(?:办结|答复|回复|办复|满意|覆盖|知晓|合格|及时|公开|更新|准确|到位|参与|上线|入户|整改|占比)率?[^，,。；;\d]{0,5}(?P<mark>(?:1(?:0[1-9]|[1-9]\d)|100\.\d*[1-9]\d*|[2-9]\d\d)(?:\.\d+)?[%％])",
            "「{}」超过了100%。",
            suggestion="核对这个比率",
            needs="%％",
            unless=lambda _, match: not re.search("率|占比", match.group()),
        ),
    ),
)
