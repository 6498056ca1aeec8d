"""What one place of a text says and another denies: two leaders of one group, none received and three answered."""

import re
from collections.abc import Iterator

from mingbai.text.model import Finding, Related
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import searching

_POST = r"(?:党委书记|党工委书记|党组书记|党支部书记|书记|镇长|乡长|县长|区长|市长|局长|主任|校长|院长|所长|街道办主任|党政主要领导|主要负责人|主要领导|分管领导|常务副[镇乡县局]长)"
_TWO_LEADERS = rf"(?:任|为|担任)组长[、，,][^。；;\n（(]{{0,16}}?(?P<mark>(?<!副){_POST}[^。；;、，,\n副]{{0,6}}?(?:任|为|担任)组长)"
_LEADER = re.compile(
    rf"(?P<post>(?:党政办公室)?(?<!副)(?:党委|党工委|党组|党支部)?{_POST})[^。；;，,、\n副组]{{0,8}}?(?:任|为|担任|兼任)(?:[^。；;，,、\n副组]{{0,10}})?组长"
    rf"|(?<!副)组长由[^。；;，,\n]{{0,8}}?(?P<later>{_POST})"
)
_NONE = re.compile(
    r"(?:未|没有?|无)(?:曾|有)?(?:发生|收到|接到|受理|出现)?[^。；;，,\n]{0,16}?(?P<what>依申请公开|公开[^。；;，,\n]{0,6}申请|行政复议|行政诉讼|投诉举报)"
    r"|(?P<what2>依申请公开|行政复议|行政诉讼)[^。；;，,\n]{0,10}?(?:为|共)?0(?:件|条|次|宗)"
)
_SOME = re.compile(
    r"(?<![未没无])(?:收到|受理|接到|办理|办结|答复|处理|发生)(?:了|并[^。；;，,\n]{0,4})?(?:政府|信息)?[^。；;，,\n未无]{0,12}?(?P<what>依申请公开|公开[^。；;，,\n]{0,6}申请|行政复议|行政诉讼|投诉举报)"
    r"[^。；;，,\n未无]{0,12}?(?P<number>[1-9]\d*)(?:件|条|次|宗|份|起)"
)
_ELSEWHEN = re.compile(r"去年|上年|往年|历年|20\d\d年|季度|上半年|下半年|截至|同比|全县|全市|全区|国务院|省")


def _subject(words: str) -> str:
    return "公开申请" if "申请" in words else words


def _none_and_some(rule: Rule, passage: Passage) -> Iterator[Finding]:
    denied: dict[str, re.Match[str]] = {}
    for match in _NONE.finditer(passage.text, passage.start, passage.end):
        clause = passage.text[max(passage.start, match.start() - 12) : match.end()]
        if not _ELSEWHEN.search(clause):
            denied.setdefault(_subject(match["what"] or match["what2"]), match)
    if not denied:
        return
    for match in _SOME.finditer(passage.text, passage.start, passage.end):
        other = denied.get(_subject(match["what"]))
        clause = passage.text[max(passage.start, match.start() - 12) : match.end()]
        if other is None or _ELSEWHEN.search(clause):
            continue
        place = Related(other.start(), other.end(), passage.source.file)
        yield rule.finding(
            passage,
            *match.span(),
            f"这里说有{match['number']}件，另一处说没有（「{other[0][:24]}」），请核对。",
            related=(place,),
        )


def _leaders(rule: Rule, passage: Passage) -> Iterator[Finding]:
    first: tuple[str, re.Match[str]] | None = None
    for match in _LEADER.finditer(passage.text, passage.start, passage.end):
        sentence_start = max(passage.text.rfind(mark, passage.start, match.start()) for mark in "。；;\n") + 1
        sentence = passage.text[sentence_start : match.end()]
        if "监督" in sentence or "考核" in sentence or "公开" not in sentence:
            continue
        post = match["post"] or match["later"]
        if first is None:
            first = (post, match)
        elif post[-2:] != first[0][-2:]:
            place = Related(first[1].start(), first[1].end(), passage.source.file)
            yield rule.finding(
                passage,
                *match.span(),
                f"公开领导小组的组长，前面说是{first[0]}，这里说是{post}，请核对。",
                related=(place,),
            )


RULES = (
    Rule(
        name="contradiction.two_leaders",
        category="internal_contradiction",
        severity="error",
        explain="同一个领导小组写了两个组长，后一个多半漏了「副」字。",
        fires="成立由镇长任组长、党委书记为组长的政务公开工作领导小组。",
        passes="成立由镇长任组长、党委副书记任副组长的政务公开工作领导小组。",
        find=searching(
            _TWO_LEADERS.replace("(?<!副)", ""),
            "同一句里有两个组长，「{}」疑漏「副」字。",
            needs="组",
        ),
    ),
    Rule(
        name="contradiction.leader_changes",
        category="internal_contradiction",
        severity="warning",
        explain="公开领导小组的组长，前后说的不是一个人。",
        fires="政务公开领导小组由镇长任组长。\n为加强政务公开，成立由党委书记任组长的领导小组。",
        passes="政务公开领导小组由镇长任组长。\n监督小组由纪委书记任组长。",
        find=_leaders,
    ),
    Rule(
        name="contradiction.none_and_some",
        category="internal_contradiction",
        severity="warning",
        explain="一处说没有收到申请、没有发生复议诉讼，另一处却写了件数。",
        fires="全年未收到依申请公开申请。\n受理依申请公开3件，均已答复。",
        passes="全年未发生行政复议。\n受理依申请公开3件，均已答复。",
        find=_none_and_some,
    ),
)
