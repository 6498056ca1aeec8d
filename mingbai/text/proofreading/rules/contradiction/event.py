"""What did not happen and is told of as it happened, what was found true and untrue, what is pointed back at by another number.

「全年未发生失泄密事件，3月发生的1起泄密事件已处理」, 「2起问题全部查实处理，经查均不属实」, 「136件决定书……上述128件决定书」.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.amounts import Amount, amounts_in, written
from mingbai.text.proofreading.calendar import plan_sections
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import Waiting, warning_of
from mingbai.text.proofreading.rules._twice import apart, compared
from mingbai.text.proofreading.triggers import matches_near, waiting_for

# --- what did not happen ----------------------------------------------------------------------------------------

_HAPPENED = "发生|出现|发现|收到|接到|产生|引发|存在|查出|查获"
_NEVER = lazy.pattern(
    rf"(?:从未|未曾|没有|均未|未|无)(?:再|有)?(?:{_HAPPENED})(?:过|任何|一[起件例次])*(?P<thing>[一-鿿]{{2,12}})(?=[，,。；;、\n]|$)"
    r"|(?:无一|没有一|未有一|零)(?P<unit>[人件起例户次名])?(?P<one>[一-鿿]{2,8})(?=[，,。；;、\n]|$)"
)
_NEVER_WORDS = waiting_for(("未", "没有", "无", "零"))
_TAIL = lazy.pattern("(?:事件|事故|情况|现象|问题|行为|案件|隐患|反应|的|等|物品|情形)+$")
# Only some of the kind are denied.
_KIND = lazy.pattern(
    "[大重]|[以之]上|群体|到[省市县]|进京|越级|责任|因|影响|严重|恶性|新|死亡|极端|规模|亡人|连片|返贫|聚集|本土|其他|其它|类似|主要|明显|公开的?申请|相同|同类|此类|上述|伤亡"
)
# Who it is of says nothing of what it is.
_HEAD = lazy.pattern(
    "^(?:群众|辖区|居民|村民|相关|有关|一般|书面|实名|各类|任何|干部|学生|师生|我[镇乡村局校区])+(?=[一-鿿]{2})"
)
_NUMBER = r"(?<![\d.第])(?:[1-9]\d{0,3}|[一两二三四五六七八九十])"
_OTHER_TIME = lazy.pattern(
    "去年|上年|往年|历年|前年|此前|以前|以往|曾经|同期|同比|年前|全[国省市县区]|下降|减少|比|较|演练|预案|模拟|案例|如|若|凡|可能|防|避免|杜绝|减少|力争|确保|目标|计划|拟|应|须|不得|严禁|累计|季度|上半年|下半年"
)
_DENIES = lazy.pattern("[未没无不零]")
_LEAST, _CORE, _MOST = 2, 4, 12


class Never(NamedTuple):
    """What is said not to have happened: where, and the words it is told of by."""

    start: int
    end: int
    core: str


def _before(passage: Passage, at: int, reach: int = 60) -> str:
    return re.split("[。；;\n]", passage.text[max(passage.start, at - reach) : at])[-1]


def _is_of_other_year(passage: Passage, words: str) -> bool:
    own = str(passage.document.year or "")
    return bool(own) and any(year != own for year in re.findall(r"(20\d\d)年", words))


def _nevers(passage: Passage) -> Iterator[Never]:
    for match in matches_near(passage, _NEVER_WORDS, _NEVER, 30):
        said = match["thing"] or match["one"]
        before = _before(passage, match.start())
        if (
            said.endswith(("的", "者", "时", "后"))
            or _OTHER_TIME.search(before)
            or _is_of_other_year(passage, before)
            or passage.in_web_residue(match.start())
        ):
            continue
        for thing in re.split("[和与及或]", said):
            core = _HEAD.sub("", _TAIL.sub("", thing))
            if _LEAST <= len(core) <= _MOST and not (match["thing"] and _KIND.search(said)):
                yield Never(match.start(), match.end(), core)


def _told(passage: Passage, never: Never) -> tuple[int, int] | None:
    """Where so many of it are told of: 「发生的1起泄密事件」, 「脱岗2人次」."""
    core = re.escape(never.core[-_CORE:] if len(never.core) > _CORE else never.core)
    tail = re.escape(never.core[-2:])
    several = re.compile(
        rf"{_NUMBER}(?:起|例|件|人次|名|人|次|户|把|宗|处)[^，,。；;：:、\n\d]{{0,10}}?(?:{core}|{tail}(?=事件|事故|案件|问题|反应|的|，))"
        rf"|(?:{core})(?:的|事件|事故|案件|问题|行为|者)?(?:共|达|为)?{_NUMBER}(?:起|例|件|人次|名|人|次|户|把|宗|处)"
    )
    plans = passage.once(plan_sections)
    for match in several.finditer(passage.text, passage.start, passage.end):
        if match.start() < never.end and never.start < match.end():
            continue
        if any(part.start <= match.start() < part.end for part in plans):
            continue
        clause = re.split("[，,]", _before(passage, match.start()))[-1] + match[0]
        around = _before(passage, match.start()) + match[0]
        if (
            not _DENIES.search(clause)
            and not _OTHER_TIME.search(around)
            and not _is_of_other_year(passage, around)
            and not passage.in_web_residue(match.start())
        ):
            return match.span()
    return None


# 「村级没有收到申请，镇级收到3件」
_LEVELS = frozenset(("村级", "镇级", "乡级", "县级", "市级", "区级"))


def _never_and_once(rule: Rule, passage: Passage) -> Iterator[Finding]:
    seen: set[str] = set()
    for never in compared(_nevers(passage)):
        again = passage.body.count(never.core[-2:]) > 1
        there = _told(passage, never) if again and never.core not in seen else None
        if there is None or passage.text[max(passage.start, never.start - 2) : never.start] in _LEVELS:
            continue
        seen.add(never.core)
        said = f"一处说「{passage.text[never.start : never.end]}」，另一处又写「{passage.text[there[0] : there[1]]}」，请核对。"
        yield from apart(rule, passage, (never.start, never.end), there, said)


# --- found true, found untrue -------------------------------------------------------------------------------------

_UNTRUE = r"(?:均|都|全部)(?:不|并不|不能)属实|均(?:未|没有)查实|查无实据"
_BOTH = lazy.pattern(
    rf"(?:全部|均|都)(?:已)?(?:查实|属实)[^。\n\d]{{0,16}}[，,；;。](?:但|但是)?(?:经查|经核实|经核查|经调查)?[^。，,\n\d]{{0,8}}?(?:{_UNTRUE}|不属实)"
    rf"|(?:{_UNTRUE})[^。\n\d]{{0,4}}[，,；;][^。\n\d]{{0,4}}(?:已|均已|并|现已)[^。，,\n\d]{{0,12}}(?:全部查实|(?:作出|给予|予以)[^。，,\n]{{0,4}}(?:处罚|处分)|查处|严肃处理|追究[^。，,\n]{{0,6}}责任|责令[^。，,\n]{{0,4}}(?:整改|改正))"
)
_BOTH_WORDS = waiting_for(("属实", "查实", "查无实据"))
_OF_ACCUSERS = lazy.pattern("诬告|诽谤|澄清|举报人|散布|造谣|虚假|恶意")


def _true_and_not(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「2起问题全部查实处理，经查均不属实」."""
    for match in matches_near(passage, _BOTH_WORDS, _BOTH, 60):
        if not _OF_ACCUSERS.search(match[0]) and not passage.in_web_residue(match.start()):
            said = f"「{match[0]}」：既说属实、作了处理，又说不属实，请核对。"
            yield rule.finding(passage, *match.span(), said)


# --- so many of these ---------------------------------------------------------------------------------------------

_THESE = lazy.pattern(
    r"(?:上述|前述|以上|这|该|此)(?P<number>\d{1,5}|[二三四五六七八九十]{1,3})(?P<unit>件次|件|条|个|项|名|户|家|篇|份|起|处|所|批|宗|块|座|人|场|期)(?P<noun>[一-鿿]{0,8})"
)
_THESE_WORDS = waiting_for(("上述", "前述", "以上", "这", "该", "此"))
_NEAR, _LONG = 160, 2.0


def _same_noun(passage: Passage, one: Amount, noun: str) -> bool:
    """Whether a figure counts what these are called: the noun stands before it or after it, or neither is named."""
    after = passage.text[one.end : one.end + 10]
    key = noun[:2]
    if len(key) < _LEAST:
        return True
    return key in after or key in one.label[-10:] or noun[-2:] in after


def _these(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「136件行政处罚决定书逐件复核，上述128件决定书全部公示」."""
    amounts = passage.once(amounts_in)
    for match in compared(matches_near(passage, _THESE_WORDS, _THESE, 24)):
        here = next((one for one in amounts if match.start("number") <= one.start < match.end("unit")), None)
        if here is None or _is_bound(passage, match, here):
            continue
        noun = re.split("[均都全已按得的逐由]", match["noun"])[0]
        before = [
            one
            for one in amounts
            if match.start() - _NEAR < one.start and one.end <= match.start() and one.unit == here.unit
        ]
        if not before or any(one.value == here.value or one.about for one in before):
            continue
        kindred = [one for one in before if _same_noun(passage, one, noun)]
        if len({one.value for one in kindred}) > 1 and re.search("共|合计|总", kindred[-1].label):
            kindred = kindred[-1:]
        between = passage.text[before[0].start : match.start()]
        if len({one.value for one in kindred}) != 1 or not _one_of(between, kindred[0], here, before):
            continue
        there = kindred[-1]
        said = f"前面是{written(there.value, there.unit)}，这里说「{match[0][: match.end('unit') - match.start()]}」，请核对。"
        yield from apart(rule, passage, (there.start, there.end), (match.start(), match.end("unit")), said)


def _is_bound(passage: Passage, match: re.Match[str], here: Amount) -> bool:
    """「10人以上20人以下」, and what is only about so many."""
    if match[0].startswith("以上"):
        return passage.text[match.start() - 1 : match.start()] not in set("，,。；;：:\n")
    return here.about


def _one_of(between: str, there: Amount, here: Amount, before: list[Amount]) -> bool:
    """Whether the number can be no sum of what stands before, nor a count of the things named there."""
    total = sum(one.value for one in before if not re.search("共|合计|总", one.label))
    if here.value == total or max(here.value, there.value) > _LONG * min(here.value, there.value):
        return False
    return not re.search("其中|另|除|新增|还有|、[^，,。；;]{1,14}、", between) and between.count("\n") <= 1


_warning = warning_of("contradiction", "internal_contradiction")

RULES = (
    _warning(
        "never_and_once",
        "一处说没有发生、无一人，另一处又写发生的几起、几人次。",
        "全年未发生失泄密事件，3月发生的1起泄密事件已按规定处理。",
        "全年未发生失泄密事件，去年3月发生的1起泄密事件已按规定处理。",
        Waiting(_NEVER_WORDS, _never_and_once),
    ),
    _warning(
        "true_and_not",
        "既说全部查实、已处罚，又说均不属实。",
        "对群众反映的2起压级压价问题全部查实处理，经查均不属实。",
        "对群众反映的2起压级压价问题逐一核查，经查均不属实。",
        Waiting(_BOTH_WORDS, _true_and_not),
    ),
    _warning(
        "number_of_these",
        "「上述128件」与前面刚说过的件数不同。",
        "对年内136件行政处罚决定书逐件复核，上述128件决定书全部按规定公示。",
        "对年内136件行政处罚决定书逐件复核，上述136件决定书全部按规定公示。",
        Waiting(_THESE_WORDS, _these),
    ),
)
