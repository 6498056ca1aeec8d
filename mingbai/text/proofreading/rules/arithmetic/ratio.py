"""Rates, shares, growth, products and differences that no two figures of their sentence yield.

Which figure a rate is of is often left to the reader. So every pair of figures of a kind near it is tried; where none
yields it, the reader is asked to look. So these are hints.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import permutations

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.amounts import (
    Amount,
    alike,
    amounts_in,
    places,
    same,
    share_of,
    statements,
    written,
)
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import Waiting, hint_of
from mingbai.text.proofreading.triggers import waiting_for

_REACH, _NEAR = 110, 30
# No count of things is meant by these units.
_NO_COUNT = frozenset(("%", "个百分点", "分", "天", "月", "倍"))


def figures_of_lines(passage: Passage) -> list[list[Amount]]:
    """The figures of each line."""
    found: list[list[Amount]] = []
    last = -1
    for sentence in passage.once(statements):
        if last < 0 or "\n" in passage.text[last : sentence.start]:
            found.append([])
        found[-1] += sentence.amounts
        last = sentence.end
    return [line for line in found if len(line) > 1]


def _counts_before(passage: Passage, line: Sequence[Amount], place: int) -> list[Amount]:
    """The counts before a figure in its sentence."""
    at = line[place].start
    begin = max(passage.text.rfind(stop, max(passage.start, at - _REACH), at) for stop in "。；\n")
    return [
        one
        for one in line[max(0, place - _REACH) : place]
        if one.start > begin and at - one.end <= _REACH and one.unit not in _NO_COUNT and one.value > 0
    ]


def _counts_of_line(
    passage: Passage, line: Sequence[Amount], place: int, counts: list[Amount]
) -> list[Amount]:
    """The same with those of the sentence before, for what is told over two sentences: 「共13项。已完成11项」."""
    first = counts[0].start if counts else line[place].start
    before = [
        one
        for one in line[max(0, place - 2 * _REACH) : place]
        if first - _REACH < one.end <= first
        and one.unit not in _NO_COUNT
        and passage.text.count("。", one.end, first) == 1
    ]
    return [*before[-1:], *counts]


# --- rates and shares -----------------------------------------------------------------------------------------------

_RATE = lazy.pattern(
    r"(?P<own>[^，,。；;]{0,4}?)(?P<what>[一-鿿]{2})率(?:分别)?(?:仅|约)?(?:为|达到?|是|只有)?$"
)
_SHARE = lazy.pattern(
    r"^(?:约|仅)?占(?:比|总数|总量|全部|全[镇乡县局校村院]|总人数|人数|教师|职工|干部)?[^，,。；;]{0,6}?(?:的|为|达)?$"
)
_RATE_WORDS = waiting_for(("率", "占"))
_NO_RATE = lazy.pattern(
    "节约|增长|同比|覆盖|利用|入学|升学|就业|知晓|上座|出勤|满意(?!率)|提高|上升|下降|比上年|较上年|及时|按时|按期|增幅"
)
_OTHER_WHOLE = lazy.pattern(
    "结转|上年|去年|往年|历年|同比|每|分别|均|以上|不低于|不少于|力争|目标|确保|计划|比|较|达标"
)
_FEWEST = 2


def _yields(rate: Amount, counts: Sequence[Amount]) -> bool:
    slack = 0.5 * rate.step + 0.06
    pairs = ((one, other) for one, other in permutations(counts, 2) if one.value <= other.value)
    return any(
        abs(value - rate.value) <= slack
        for one, other in pairs
        for value in (share_of(one.value, other.value), 100 - share_of(one.value, other.value))
    ) or any(
        abs(share_of(other.value, sum(one.value for one in counts)) - rate.value) <= slack for other in counts
    )


def _not_the_rate(
    rule: Rule, passage: Passage, figures: tuple[Amount, Amount, Amount], related: Sequence[Amount]
) -> Finding:
    """`figures`: a part, its whole, and the rate that they do not yield."""
    part, whole, rate = figures
    right = share_of(part.value, whole.value)
    said = f"{written(part.value, part.unit)}除以{written(whole.value, whole.unit)}是{right:.1f}%，写的是{rate.value:g}%，请核对。"
    return rule.finding(
        passage,
        part.start,
        rate.end,
        said,
        suggestion=f"{right:.1f}%",
        related=places(passage, related),
    )


def _rates(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for line in passage.once(figures_of_lines):
        for place, rate in enumerate(line):
            if rate.unit != "%" or rate.about or rate.value > 100:
                continue
            named, share = _RATE.search(rate.label), _SHARE.match(rate.label)
            if not (named or share) or _NO_RATE.search(rate.label):
                continue
            counts = _counts_before(passage, line, place)
            if named and len(counts) < _MOST:
                counts = _counts_of_line(passage, line, place, counts)
            part = _part(passage, counts, rate, named["what"] if named else "")
            if part is None:
                continue
            kin = [one for one in counts if alike(one, part)][-_MOST:]
            wholes = [
                one for one in kin if one is not part and one.value >= part.value and one.start < part.start
            ]
            if share and any(_has_own_share(passage, one) for one in wholes):
                continue
            if not wholes or _yields(rate, kin) or any(one.about for one in kin):
                continue
            if _OTHER_WHOLE.search(passage.text, wholes[0].start - len(wholes[0].label), rate.end):
                continue
            whole = wholes[-1] if named else wholes[0]
            yield _not_the_rate(rule, passage, (part, whole, rate), (whole, part))


_MOST = 5


def _has_own_share(passage: Passage, one: Amount) -> bool:
    """Whether a figure is followed by a share of its own: then both are shares of a whole that is told elsewhere."""
    return re.match("[^。；;]{0,3}占", passage.text[one.end : one.end + 6]) is not None


_SAID_ALSO = {
    "回收": "收回",
    "接种": "实种|实际接种",
    "体检": "实检|实际体检",
    "到会": "实到",
    "缴费": "实缴",
    "办结": "答复|办复",
    "办复": "答复",
    "回复": "答复",
    "答复": "办复",
    "建成": "建好",
    "参与": "参加",
}


def _part(passage: Passage, counts: Sequence[Amount], rate: Amount, what: str) -> Amount | None:
    """The figure that a rate is of: the one told with its word, or the nearest for a share."""
    if not what:
        near = counts[-1] if counts and rate.start - counts[-1].end <= _NEAR else None
        return near if near and re.search("[。；;、]", passage.text[near.end : rate.start]) is None else None
    told = [one for one in counts if _is_told(passage, one, what)]
    if not told and what in _OF_NEAREST and len(counts) > 1 and rate.start - counts[-1].end <= _NEAR:
        return counts[-1]
    return told[-1] if told else None


_OF_NEAREST = frozenset(
    ("差错", "错误", "合格", "达标", "优秀", "及格", "违规", "纠错", "采用", "录用", "中奖")
)


def _is_told(passage: Passage, one: Amount, what: str) -> bool:
    after = passage.text[one.end : one.end + 6]
    words = f"(?:{what}|{_SAID_ALSO[what]})" if what in _SAID_ALSO else what
    return re.search(f"(?<![不未]){words}[^不未]{{0,3}}$", one.label) is not None or after.startswith(what)


_OF_NAMED = lazy.pattern(
    r"占(?:全部|所有|我局|全年|全[村镇乡县校局社区]{1,2})?(?:(?P<of>[一-鿿]{2,5}?)(?:的?(?:总数|总量|总人数|总额))|总(?P<all>人口|户数|面积|投资|收入|支出|产值|产量|里程|资产))的$"
)
_SHARE_WORDS = waiting_for(
    (
        "总数的",
        "总量的",
        "总人数的",
        "总额的",
        "总人口的",
        "总户数的",
        "总面积的",
        "总投资的",
        "总收入的",
        "总支出的",
        "总产值的",
        "总产量的",
        "总里程的",
        "总资产的",
    )
)
_FEW_WHOLES = 3
# A text with more figures is a book of them.
_MOST_FIGURES = 400


def _shares(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「审计项目31个。……公告审计结果12篇，占项目总数的48.7%」: the whole is told elsewhere, by its name."""
    every = passage.once(amounts_in)
    every = every[:_MOST_FIGURES]
    for part, rate in zip(every, every[1:], strict=False):
        named = _OF_NAMED.search(rate.label) if rate.unit == "%" else None
        if named is None or rate.start - part.end > _NEAR or part.about or rate.about:
            continue
        wholes = [
            one
            for one in every
            if one.value > part.value and one.unit not in _NO_COUNT and not one.about
            and (named["of"] or named["all"]) in one.label + passage.text[one.end : one.end + 8].split("，")[0]
        ]  # fmt: skip
        values = {one.value for one in wholes}
        slack = 0.5 * rate.step + 0.06
        if not 1 <= len(values) <= _FEW_WHOLES or any(
            abs(share_of(part.value, value) - rate.value) <= slack for value in values
        ):
            continue
        yield _not_the_rate(rule, passage, (part, wholes[0], rate), wholes[:1])


# --- growth ----------------------------------------------------------------------------------------------------------

_GROWTH = lazy.pattern(
    r"^[^，,。；;、\d]{0,6}[，,、]?(?:相比)?[，,]?(?:同比|比上年|较上年|比去年|较去年|环比|年均)?(?:净)?(?:增长|增加|提高|上升|增幅|降幅|下降|减少|降低|压缩|压减|缩短|提升)(?:了|为|约|达)?$"
)
_GROWTH_WORDS = waiting_for(
    ("增长", "增幅", "下降", "降幅", "减少", "增加", "压缩", "压减", "缩短", "提升", "提高", "上升")
)
_COMPARED = lazy.pattern("[比较由从]|上年|去年|同期|增|减|20\\d\\d年|今年|相比")


def _growths(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for line in passage.once(figures_of_lines):
        for place, rate in enumerate(line):
            if rate.unit != "%" or rate.about:
                continue
            counts = _counts_before(passage, line, place)[-3:]
            kin = [one for one in counts if counts and alike(one, counts[-1])]
            if len(kin) < _FEWEST or any(one.about for one in kin) or rate.start - kin[-1].end > _NEAR:
                continue
            if not _GROWTH.match(passage.text[kin[-1].end : rate.start]):
                continue
            told = passage.text[kin[0].start - len(kin[0].label) : rate.start]
            if len(_COMPARED.findall(told)) < 1 or re.search("其中|分别|合计|共计|每|均", told):
                continue
            if not _is_compared(kin) or _grows(rate, kin):
                continue
            said = (
                f"由{'、'.join(written(one.value, one.unit) for one in kin)}得不出{rate.value:g}%，请核对。"
            )
            yield rule.finding(
                passage, rate.start - len(rate.label), rate.end, said, related=places(passage, kin)
            )


def _is_compared(kin: Sequence[Amount]) -> bool:
    """Whether one of the figures is of an earlier time or says by how much another changed."""
    return any(_COMPARED.search(one.label) for one in kin[-2:])


def _grows(rate: Amount, kin: Sequence[Amount]) -> bool:
    """Whether two of the levels, or a level and a change of it, yield the rate."""
    slack = 0.5 * rate.step + 0.06
    changes = [one for one in kin if _DELTA.search(one.label)]
    levels = [one for one in kin if one not in changes]
    earlier = [one for one in levels if _PAST.search(one.label)]
    for one, other in permutations(levels, 2):
        if len(earlier) == 1 and one is earlier[0]:
            continue  # a growth is measured against the earlier of the two
        rounding = 50 * (one.step + other.step) / other.value if min(one.step, other.step) < 1 else 0
        if abs(share_of(abs(one.value - other.value), other.value) - rate.value) <= slack + rounding:
            return True
    for change in changes:
        way = -1 if _UP.search(change.label) else 1
        for level in levels:
            past = _PAST.search(level.label) is not None
            base = level.value if past else level.value + way * change.value
            if base > 0 and abs(share_of(change.value, base) - rate.value) <= slack:
                return True
    return not levels


_UP, _PAST = lazy.pattern("[增多升提]"), lazy.pattern("[比较由从与]|上年|去年|同期")
_DELTA = lazy.pattern("(?:增加|减少|增长|下降|多|少|增|减|提高)了?$")

# --- last year's figure ------------------------------------------------------------------------------------------------

_CHANGED = lazy.pattern(
    r"(?:同比|[比较](?:上年度?|去年|20\d\d年|上一年)(?:同期)?)(?:净)?(?:(?P<up>增加|增长|多|增)|(?P<down>减少|下降|少|减))了?$"
)
_LAST = lazy.pattern(
    r"^(?:而|比|较)?(?:上年度?|去年|上一年|20\d\d年(?!度?[累以])度?)(?:全年|同期)?[^，,。；;]{0,8}$"
)
_BY_RATE = lazy.pattern(r"同比(?:(?P<up>增长|增加|上升)|(?P<down>下降|减少|降低))了?$")
_LAST_WORDS = waiting_for(("上年", "去年", "上一年", "同比"))


def _last_years(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「12件，同比减少3件。去年全年收到14件」."""
    for line in passage.once(figures_of_lines):
        for now, change, past in zip(line, line[1:], line[2:], strict=False):
            rated = _BY_RATE.search(change.label) if change.unit == "%" and now.unit == past.unit else None
            if rated and _LAST.match(past.label) and not (now.about or past.about) and now.unit != "%":
                grown = 1 + change.value / 100 * (1 if rated["up"] else -1)
                base = now.value / grown if grown > 0 else past.value
                if abs(base - past.value) > 0.002 * past.value + past.step:
                    said = f"按同比{change.value:g}%推算，去年约{written(round(base, 2), past.unit)}，写的是{written(past.value, past.unit)}，请核对。"
                    yield rule.finding(
                        passage,
                        past.start - len(past.label),
                        past.end,
                        said,
                        related=places(passage, (now, change)),
                    )
                continue
            way = _CHANGED.search(change.label)
            if way is None or not (now.unit == change.unit == past.unit) or not _LAST.match(past.label):
                continue
            if any(one.about for one in (now, change, past)) or past.start - now.end > _REACH:
                continue
            right = now.value - change.value * (1 if way["up"] else -1)
            if not same(right, past.value, max(now.step, change.step, past.step) if now.step < 1 else 0):
                said = f"{written(now.value, now.unit)}{'减' if way['up'] else '加'}{written(change.value, change.unit)}是{written(right, past.unit)}，写的是{written(past.value, past.unit)}，请核对。"
                yield rule.finding(
                    passage, past.start - len(past.label), past.end, said,
                    suggestion=written(right, past.unit), related=places(passage, (now, change)),
                )  # fmt: skip


hint = hint_of("arithmetic", "arithmetic_inconsistency")


RULES = (
    hint(
        "rate_from_none",
        "某某率、占百分之几，由同一句里的数字都算不出来。",
        "办理网民留言126条，回复126条，回复率95%。",
        "办理网民留言126条，回复126条，回复率100%。",
        Waiting(_RATE_WORDS, _rates),
    ),
    hint(
        "share_of_one_named",
        "占某某总数的百分之几，由前后写的这个总数算不出来。",
        "全年完成审计项目31个。\n公告审计结果12篇，占项目总数的48.7%。",
        "全年完成审计项目31个。\n公告审计结果12篇，占项目总数的38.7%。",
        Waiting(_SHARE_WORDS, _shares),
    ),
    hint(
        "growth_from_none",
        "增长、下降百分之几，由前面的两三个数字都算不出来。",
        "收入总计860万元，与2022年的800万元相比，增加60万元，增长8.5%。",
        "收入总计860万元，与2022年的800万元相比，增加60万元，增长7.5%。",
        Waiting(_GROWTH_WORDS, _growths),
    ),
    hint(
        "last_year_told",
        "今年多少、比去年增减多少，与后面写的去年多少要对得上。",
        "全年收到申请12件，同比减少3件。去年全年收到14件。",
        "全年收到申请12件，同比减少3件。去年全年收到15件。",
        Waiting(_LAST_WORDS, _last_years),
    ),
)
