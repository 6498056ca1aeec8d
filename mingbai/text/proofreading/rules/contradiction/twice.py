"""A table of what a text says of one thing, read twice: counts told again, intervals, places, hours, fees, sessions."""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.amounts import Amount, Statement, statements, written
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import Waiting
from mingbai.text.proofreading.rules._twice import apart
from mingbai.text.proofreading.triggers import matches_near, waiting_for

# --- a count told again ---------------------------------------------------------------------------------------

_LEAD = lazy.pattern(
    r"^(?:一年来|今年以来|虽然|但是?|全年|本年度?|今年|20\d\d年|我[镇乡局校村县区]|本[镇乡局校村县区]|街道|目前|现|共计?|累计|总计|主动|已|先后|还|同时|并)+"
)
_FULL = lazy.pattern(r"(?:了|共|共计|累计|总计|达到?|为|有)+$")
_PARTLY = lazy.pattern(
    "去年|上年|往年|季度|上半年|下半年|月|同期|每|各|另|其中|分别|计划|拟|将|目标|力争|不少于|不超过|以上|至少|增加|减少|新增|再|又|还|剩|第|平均|人均|户均|占|[县市省]级?|结转|由|从"
)
_COUNTED = frozenset(
    [
        "人次",
        "件",
        "条",
        "次",
        "项",
        "个",
        "人",
        "份",
        "篇",
        "期",
        "户",
        "批",
        "场",
        "家",
        "处",
        "名",
        "册",
        "所",
        "座",
        "辆",
        "台",
        "批次",
        "条次",
        "元",
    ]
)
_SAME_LABEL = 6
_DOING = lazy.pattern(
    "公开|发布|召开|举办|开展|受理|收到|办理|办结|组织|印发|发放|投入|检查|排查|接待|新建|建成|建设|完成|培训|聘请|参加|编印|张贴|更新|答复|整改|化解|调解|审核"
)
_AGAIN = lazy.pattern(
    r"(?:在|辖区|全[镇乡村校县区局]|(?:对|被)(?P<verb>[一-鿿]{2,5}?)的|到会的|参会的|对(?P<verb2>[一-鿿]{2,4})的)$"
)
_SET_WORDS = waiting_for(
    ("对", "被", "辖区", "全镇", "全乡", "全村", "全校", "全县", "到会的", "参会的", "基础上")
)
_NOUN = lazy.pattern(r"(?:的)?([一-鿿]{2,6}?)(?=[，,。；;：:、的中均都全已共里和与]|$)")
_PRESENT = {"到会": "实到", "参会": "实到"}


class Mention(NamedTuple):
    """A figure with the words around it: what stands before it in its clause, what is counted after it."""

    amount: Amount
    sentence: Statement
    label: str
    noun: str


def _mentions(passage: Passage) -> list[Mention]:
    found = []
    for sentence in passage.once(statements):
        for one in sentence.amounts:
            if one.unit in _COUNTED and not one.about and one.value >= 2:
                noun = _NOUN.match(sentence.words, one.end - sentence.start)
                after = sentence.words[one.end - sentence.start : one.end - sentence.start + 6]
                match = _NOUN.match(after) if noun else None
                found.append(Mention(one, sentence, one.label, match[1] if match else ""))
    return found


def _told_again(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """The same whole clause before two different figures, in two sentences."""
    by_label: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    for one in passage.once(_mentions):
        label = _FULL.sub("", _LEAD.sub("", one.label.strip()))
        if (
            len(label) >= _SAME_LABEL
            and _DOING.search(label)
            and "之日" not in label
            and not _PARTLY.search(one.label)
            and not re.search(r"\d", label)
        ):
            by_label[label, one.amount.unit].append(one)
    for (label, unit), told in by_label.items():
        values = {one.amount.value for one in told}
        if len(told) != 2 or len(values) != 2 or told[0].sentence is told[1].sentence:
            continue
        first, second = told
        if _elsewhen(passage, first) or _elsewhen(passage, second):
            continue
        said = f"「{label}」前面是{written(first.amount.value, unit)}，后面是{written(second.amount.value, unit)}，请核对。"
        yield from apart(rule, passage, _span(first), _span(second), said)


def _span(one: Mention) -> tuple[int, int]:
    return one.amount.start - len(one.label), one.amount.end


def _elsewhen(passage: Passage, one: Mention) -> bool:
    """Whether the words before say that another time, a part or a plan is meant."""
    before = passage.text[max(one.sentence.start, one.amount.start - 40) : one.amount.start]
    own = str(passage.document.year or "")
    years = re.findall(r"((?:19|20)\d\d)年", before)
    return bool(re.search("去年|上年|往年|季度|上半年|下半年|同期|其中|[村组]：|计划|目标", before)) or any(
        year != own for year in years if own
    )


def _referred(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「责令整改9户」 and 「对责令整改的11户」: a set spoken of again, with another number."""
    mentions = passage.once(_mentions)
    for place, one in enumerate(mentions):
        again = _AGAIN.search(one.label)
        if again is None or one.amount.unit == "元" or re.search("其中|平均|每|余下|其余", one.label):
            continue
        verb = again["verb"] or again["verb2"] or _PRESENT.get(one.label[-3:-1]) or ""
        earlier = [
            other for other in mentions[:place] if other.amount.unit == one.amount.unit or verb == "实到"
        ]
        if any(other.amount.value == one.amount.value for other in earlier):
            continue
        alike = [
            other for other in earlier if other.sentence is not one.sentence and _same_set(other, one, verb)
        ]
        if not alike or _elsewhen(passage, one) or any(_elsewhen(passage, other) for other in alike[:1]):
            continue
        other = alike[0]
        said = f"前面是「{passage.text[slice(*_span(other))][-16:]}{other.noun}」，这里是「{passage.text[slice(*_span(one))][-16:]}{one.noun}」，请核对。"
        yield from apart(rule, passage, _span(other), _span(one), said)


def _same_set(earlier: Mention, later: Mention, verb: str) -> bool:
    if _PARTLY.search(earlier.label.replace("从", "")):
        return False
    if verb:
        bare = _FULL.sub("", earlier.label)
        return (
            bare.endswith(verb)
            or (len(later.noun) > 1 and verb in bare and bare.endswith(later.noun))
            or (verb in bare and bare.endswith(("单位", "对象", "企业", "户", "问题")))
        )
    # 「14个行政村」 and 「全镇13个行政村」; 「教学班24个」 and 「全校26个教学班」
    noun = later.noun
    return len(noun) > 1 and (earlier.noun == noun or (not earlier.noun and earlier.label.endswith(noun)))


# --- intervals ------------------------------------------------------------------------------------------------

_EVERY = lazy.pattern(
    r"(?P<head>[^，,。；;：:\n、（）《》“”]{0,14}?)每(?P<of>半年|季度?|个?月|周|旬|年|学期)(?:度)?(?:末|底|\d{1,2}日|至少|定期|集中)?(?P<verb>公开|公布|召开|更新|审核|通报|培训|检查|报送|例会|清理|开展|组织|维护|公示|研究)?(?:[一两]次)?(?P<tail>[^，,。；;：:\n、（）]{0,8})"
)
_EVERY_WORDS = waiting_for(("每半年", "每季", "每月", "每个月", "每周", "每旬", "每年", "每学期"))
_PERIODS = {"季": "季度", "个月": "月"}
_BY = lazy.pattern("^(?:按照|按|实行|坚持|要求|应当?|须|做到|严格执行|根据|对)+")


class Every(NamedTuple):
    """How often something is done: the period, what, where."""

    period: str
    what: str
    start: int
    end: int


def _everies(passage: Passage) -> list[Every]:
    found = []
    for match in matches_near(passage, _EVERY_WORDS, _EVERY, 60):
        head = _BY.sub("", match["head"].strip())
        once = re.search("[一两]次", match[0])
        verb = match["verb"] or ""
        what = head if len(head) >= 2 else re.sub("^(?:一次|的)", "", match["tail"])
        what = re.sub("(?:的|应|要|至少|须|领导小组|原则上)+$", "", what)
        if once and len(what) >= 2 and not re.search("[上下]半|各|分别|\\d", what):
            period = _PERIODS.get(match["of"], match["of"])
            start = match.start("of") - 1
            found.append(
                Every(
                    period,
                    what[-4:] + verb * (len(what) < 4),
                    max(match.start(), start - len(head)),
                    match.end("tail"),
                )
            )
    return found


def _intervals(rule: Rule, passage: Passage) -> Iterator[Finding]:
    first: dict[str, Every] = {}
    for one in passage.once(_everies):
        key = next((known for known in first if _same_work(known, one.what)), one.what)
        there = first.setdefault(key, one)
        if there.period != one.period and there.end <= one.start:
            said = f"前面说每{there.period}一次，这里说每{one.period}一次（{one.what}），请核对。"
            yield from apart(rule, passage, (there.start, there.end), (one.start, one.end), said)


def _same_work(one: str, other: str) -> bool:
    return one == other or (
        len(one) > 1
        and len(other) > 1
        and (one.endswith(other) or other.endswith(one) or one.startswith(other) or other.startswith(one))
    )


RULES = (
    Rule(
        name="contradiction.told_again",
        category="internal_contradiction",
        severity="warning",
        explain="同一句话说了两次，数字却不一样。分时段、分地方的不算。",
        fires="通过政府网站公开政府信息268条。\n虽然通过政府网站公开政府信息286条，但质量有待提高。",
        passes="通过政府网站公开政府信息268条。\n虽然通过政府网站公开政府信息268条，但质量有待提高。",
        find=_told_again,
    ),
    Rule(
        name="contradiction.referred",
        category="internal_contradiction",
        severity="warning",
        explain="后面再提到前面说过的那些单位、户、班级，数目变了。",
        fires="责令整改9户。\n对责令整改的11户进行了复查。",
        passes="责令整改9户。\n对责令整改的9户进行了复查。",
        find=Waiting(_SET_WORDS, _referred),
    ),
    Rule(
        name="contradiction.interval",
        category="internal_contradiction",
        severity="warning",
        explain="同一件事多久一次，前后说法不同。",
        fires="村务公开每季度一次。\n按照村务公开每半年公开一次的规定执行。",
        passes="村务公开每季度一次。\n财务公开每月一次。",
        find=Waiting(_EVERY_WORDS, _intervals),
    ),
)
