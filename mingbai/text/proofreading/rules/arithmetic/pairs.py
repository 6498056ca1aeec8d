"""Two figures that make up a whole by what they are, multiples of an earlier figure, a share of the figure before it."""

import re
from collections.abc import Iterator
from itertools import permutations

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.amounts import Amount, in_full, places, related_statements, share_of, written
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import Waiting, warning_of
from mingbai.text.proofreading.rules._ledger import unit_of
from mingbai.text.proofreading.rules._told import number_in
from mingbai.text.proofreading.triggers import matches_near, waiting_for

# --- men and women --------------------------------------------------------------------------------------------------

_SIDES = (
    ("男", "女"),
    ("男性", "女性"),
    ("男生", "女生"),
    ("党员", "非党员"),
    ("党员", "群众"),
    ("线上", "线下"),
    ("正式", "预备"),
    ("正式党员", "预备党员"),
    ("城镇", "农村"),
    ("专职", "兼职"),
    ("在编", "编外"),
    ("集中供养", "分散供养"),
    ("集中", "分散"),
    ("在职", "退休"),
    ("室内", "室外"),
    ("公办", "民办"),
    ("全日制", "非全日制"),
)
_SIDE_WORDS = waiting_for(tuple(dict.fromkeys(one for _, one in _SIDES)))
_NO_WHOLE = lazy.pattern("[增减比较]|每|均|占|去年|上年|新|参加|其他")
_SLACK = 0.4


def _side_of(one: Amount, side: str) -> bool:
    return one.label.removeprefix("其中").startswith(side)


def _sides(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「成员9人，其中女性4人，男性6人，35岁以下3人」: only the two sides make up the whole."""
    for sentence in passage.once(related_statements):
        for first, second in _SIDES:
            if second in sentence.words:
                yield from _of_sides(rule, passage, sentence.amounts, first, second)


def _of_sides(
    rule: Rule, passage: Passage, amounts: tuple[Amount, ...], first: str, second: str
) -> Iterator[Finding]:
    for one, other in permutations(amounts, 2):
        if not (_side_of(one, first) and _side_of(other, second)) or unit_of(one) != unit_of(other):
            continue
        low, high = min(one.start, other.start), max(one.end, other.end)
        before = [whole for whole in amounts if whole.end <= low and unit_of(whole) == unit_of(one)]
        if (
            not before
            or high - before[-1].start > _REACH
            or any(part.about for part in (one, other, before[-1]))
        ):
            continue
        whole, total = before[-1], one.value + other.value
        between = passage.text[min(one.end, other.end) : max(one.start, other.start)]
        if total == whole.value or _NO_WHOLE.search(whole.label) or re.search(r"[。；;\d]", between):
            continue
        if abs(total - whole.value) <= _SLACK * whole.value and "其中" in passage.text[
            whole.end : low
        ] + "其中" * (whole.end + 6 > low):
            said = f"{first}{written(one.value, one.unit)}、{second}{written(other.value, other.unit)}，相加是{written(total, one.unit)}，与{written(whole.value, whole.unit)}不符。"
            yield rule.finding(passage, whole.start, high, said, related=places(passage, (whole, one, other)))
            return


_REACH = 60

# --- so many times as much ------------------------------------------------------------------------------------------

_N = r"(?<![\d.])(?P<{}>\d{{1,9}}(?:\.\d{{1,4}})?)(?P<{}>万|亿)?"
_DOUBLED = lazy.pattern(
    _N.format("now", "big")
    + r"(?P<unit>[一-鿿]{1,2})[^。；;\d]{0,8}(?:[较比是为](?:上年度?|去年|20\d\d年|上一年|前年)(?:同期)?(?:的)?)"
    + _N.format("past", "big2")
    + r"(?P=unit)(?:[^。；;，,\d]{0,6}|[，,])(?:(?P<fan>翻了?(?P<k>[一两三])番)|(?P<more>增长|增加|提高)了?(?P<m>[一两三1-9])倍|的(?P<times>[两三四1-9](?:\.\d)?)倍)"
)
_DOUBLED_WORDS = waiting_for(("翻一番", "翻了一番", "翻两番", "翻了两番", "倍"))
_NEAR_ENOUGH = 0.08


def _doubled(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「加装电梯18部，较去年的12部翻了一番」."""
    for match in matches_near(passage, _DOUBLED_WORDS, _DOUBLED, 60):
        now, past = (in_full(match[name], match[big]) for name, big in (("now", "big"), ("past", "big2")))  # fmt: skip
        if match["fan"]:
            times = 2.0 ** (number_in(match["k"]) or 1)
        elif match["more"]:
            times = 1.0 + (number_in(match["m"]) or 1)
        else:
            times = (
                float(number_in(match["times"]) or 0) if "." not in match["times"] else float(match["times"])
            )
        if times and past and abs(now / past - times) > _NEAR_ENOUGH * times:
            said = f"{match['now']}{match['unit']}是{match['past']}{match['unit']}的{now / past:.2f}倍，与所写的不符，请核对。"
            yield rule.finding(passage, match.start(), match.end(), said)


# --- the share of the figure before it --------------------------------------------------------------------------------

_SHARE = lazy.pattern("^占比(?:约|为|达到?|是|仅)?$")
_SHARE_WORDS = waiting_for(("占比",))
_OTHER_WHOLE = lazy.pattern("结转|上年|去年|同比|分别|其余|力争|目标|计划|[；;]")


def _shares(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「办理备案9860人次，线上办理8120人次，占比78%」: the only two counts before it."""
    for sentence in passage.once(related_statements):
        for place, rate in enumerate(sentence.amounts):
            if place < 2 or rate.unit != "%" or rate.about or not _SHARE.match(rate.label):
                continue
            counts = [one for one in sentence.amounts[:place] if one.unit != "%"]
            kin = [one for one in counts if counts and unit_of(one) == unit_of(counts[-1])]
            if len(kin) != 2 or any(one.about for one in kin) or rate.start - kin[1].end > 4:
                continue
            whole, part = kin
            right = share_of(part.value, whole.value)
            loose = _OTHER_WHOLE.search(passage.text, sentence.start, rate.start)
            if not 0 < right < 100 or loose or abs(right - rate.value) <= rate.step * 0.51 + 0.06:
                continue
            said = f"{written(part.value, part.unit)}占{written(whole.value, whole.unit)}的{right:.1f}%，写的是{rate.value:g}%，请核对。"
            yield rule.finding(
                passage, part.start, rate.end, said, suggestion=f"{right:.1f}%", severity="info",
                related=places(passage, (whole, part)),
            )  # fmt: skip


_rule = warning_of("arithmetic", "arithmetic_inconsistency")

RULES = (
    _rule(
        "two_sides",
        "男性加女性、专职加兼职，要等于总数，后面还列了别的也一样。",
        "社区“两委”成员9人，其中女性4人，男性6人，35岁以下3人。",
        "社区“两委”成员9人，其中女性4人，男性5人，35岁以下3人。",
        Waiting(_SIDE_WORDS, _sides),
    ),
    _rule(
        "doubled",
        "翻一番、增长一倍、是去年的几倍，要与前后两个数相符。",
        "全年加装电梯18部，较去年的12部翻了一番。",
        "全年加装电梯24部，较去年的12部翻了一番。",
        Waiting(_DOUBLED_WORDS, _doubled),
    ),
    _rule(
        "share_of_one_before",
        "占比要等于前面两个数相除。",
        "办理备案9860人次，线上办理8120人次，占比78%。",
        "办理备案9860人次，线上办理8120人次，占比82.4%。",
        Waiting(_SHARE_WORDS, _shares),
    ),
)
