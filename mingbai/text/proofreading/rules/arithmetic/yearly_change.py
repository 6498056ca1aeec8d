"""Changes and shares whose two figures stand in clauses of their own: 「2021年2460万元，2022年2840万元，增长13.4%」, 「18天压缩到12天，缩短一半」, 「89个，覆盖全市104个社区的91.3%」."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.amounts import (
    Amount,
    Statement,
    places,
    related_statements,
    same,
    share_of,
    statements,
    written,
)
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import Waiting, given
from mingbai.text.proofreading.rules._ledger import unit_of
from mingbai.text.proofreading.rules._told import number_in
from mingbai.text.proofreading.triggers import matches_near, waiting_for

# --- one year and the next ----------------------------------------------------------------------------------------------

_YEAR = lazy.pattern(r"(?P<year>20\d\d)年(?!以|前|底前|代)")
_RATE_OF = lazy.pattern(
    "(?P<way>增长|增加|增幅|提高|上升|上涨|下降|减少|降低|降幅|回落)(?:了|达到?|为|约|率|幅度|比例)*$"
)
_DOWN = frozenset(("下降", "减少", "降低", "降幅", "回落"))
_TO_OTHER = lazy.pattern("年均|月均|平均|每年|两年|三年|累计|以来|计划|力争|目标|预计|倍")
_EXACT, _ROUGH = 0.15, 0.6


class Change(NamedTuple):
    """A figure of a year, one of the year after, and the rate told."""

    old: Amount
    new: Amount
    rate: Amount
    right: float


def _year_of(sentence: Statement, one: Amount, after: int) -> int | None:
    """The last year named between a place and a figure."""
    named = list(_YEAR.finditer(sentence.words, max(0, after - sentence.start), one.start - sentence.start))
    return int(named[-1]["year"]) if named else None


def _changes(passage: Passage) -> list[Change]:
    """Rates that follow the figure of a year, where that of the year before stands in the same sentence."""
    found: list[Change] = []
    for sentence in passage.once(related_statements):
        dated: dict[int, list[Amount]] = {}
        reached, current = sentence.start, None
        for one in sentence.amounts:
            told = _RATE_OF.search(one.label) if one.unit == "%" else None
            if told is None or current is None:
                current = _year_of(sentence, one, reached) or current
                if current and one.unit not in {"%", "个百分点"}:
                    dated.setdefault(current, []).append(one)
                reached = one.end
                continue
            found += _of_years(passage, sentence, dated, current, one, told["way"])
            reached = one.end
    return found


def _of_years(
    passage: Passage, sentence: Statement, dated: dict[int, list[Amount]], year: int, rate: Amount, way: str
) -> Iterator[Change]:
    news, olds = dated.get(year, []), dated.get(year - 1, [])
    if len(news) != 1 or len(olds) != 1 or unit_of(news[0]) != unit_of(olds[0]) or not olds[0].value:
        return
    old, new = olds[0], news[0]
    words = passage.text[old.start - min(len(old.label), 12) : rate.end]
    link = sentence.between(new, rate)
    if old.about or new.about or rate.about or _TO_OTHER.search(words) or ";" in link or "；" in link:
        return
    if not _of_one_thing(old.label, new.label):
        return
    change = share_of(new.value - old.value, old.value)
    right = -change if way in _DOWN else change
    if abs(right - rate.value) > (_ROUGH if rate.step >= 1 else _EXACT):
        yield Change(old, new, rate, right)


def _of_one_thing(old: str, new: str) -> bool:
    """Whether the second figure is of what the first is of: its words are among those of the first, or there are none."""
    said = re.sub("[^一-鿿]", "", new.rpartition("年")[2])
    return len(said) < 2 or any(said[at : at + 2] in old for at in range(len(said) - 1))


def _yearly(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for old, new, rate, right in passage.once(_changes):
        said = f"从{written(old.value, old.unit)}到{written(new.value, new.unit)}，变化应是{right:.1f}%，写的是{rate.value:g}%。"
        yield rule.finding(
            passage,
            new.start,
            rate.end,
            said,
            suggestion=f"{right:.1f}%",
            related=places(passage, (old, new, rate)),
        )


# --- by a half, by a third ------------------------------------------------------------------------------------------------

_SHORTER = "压缩|缩短|减少|缩减|降低|下降|精简|压减|减|降|缩"
_HALVED = lazy.pattern(
    rf"[由从](?:[^，,。；;\d]{{0,14}})(?P<old>\d{{1,7}}(?:\.\d{{1,3}})?)(?P<unit>个?工作日|个?小时|天|日|分钟|个月|件|个|项|次|人|元|万元|页|份|%|％)?[^，,。；;\d]{{0,6}}?(?P<way>{_SHORTER})(?:少|短)?(?:到了?|至|为)[^，,。；;\d]{{0,8}}(?P<new>\d{{1,7}}(?:\.\d{{1,3}})?)(?:个?工作日|个?小时|天|日|分钟|个月|件|个|项|次|人|元|万元|页|份|%|％)(?:以内)?[，,；;]?(?P<link>[^，,。；;\d]{{0,8}}?)(?:{_SHORTER}|压缩率|降幅|减幅|提速|效率提高)(?:了|达|近|约|将近|超过)?(?P<share>一半|半|[二三四五六七八九十]分之[一二三四五六七八九])(?P<over>以上|多|强)?"
)
_HALF_WORDS = waiting_for(("一半", "分之"))
_NEAR = 0.04


def _share_of(said: str) -> float | None:
    if said in {"一半", "半"}:
        return 0.5
    of, _, part = said.partition("分之")
    whole, some = number_in(of), number_in(part)
    return some / whole if whole and some else None


def _halved(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「由18天压缩到12天，缩短一半」."""
    for match in matches_near(passage, _HALF_WORDS, _HALVED, 90):
        old, new, share = float(match["old"]), float(match["new"]), _share_of(match["share"])
        if not old or share is None or new >= old:
            continue
        gone = (old - new) / old
        loose = "近" in match[0][-8:] or "约" in match[0][-8:] or "超" in match[0][-8:] or match["over"]
        if abs(gone - share) > (0.1 if loose else _NEAR):
            said = f"从{old:g}到{new:g}，减少的是{gone:.0%}，不是{match['share']}。"
            yield rule.finding(
                passage, match.start("old"), match.end(), said, suggestion="核对两个数字和比例"
            )


# --- so many of all ---------------------------------------------------------------------------------------------------------

_OF_ALL = lazy.pattern(
    "^[^，,。；;：:\\d]{0,12}[，,]?(?:约|大约)?(?:占|覆盖|惠及|达到?|为|涵盖|完成)[^，,。；;\\d]{0,10}$"
)
_THE_SHARE = lazy.pattern(r"^(?:[一-鿿]{0,8}?)(?:总数|总量|总户数)?的$")
_AMONG = lazy.pattern("^[一-鿿]{0,8}中的$")
_SHARE_SAID = lazy.pattern(
    "^[^，,。；;\\d]{0,10}[，,][^，,。；;\\d]{0,6}(?:覆盖率|占比|比例|占|达标率|开通率|建成率|设立率)(?:为|达到?|约)*$"
)


class Share(NamedTuple):
    """A part, its whole, the share told."""

    part: Amount
    whole: Amount
    told: Amount


def _shares(passage: Passage) -> list[Share]:
    """「89个，覆盖全市104个社区的91.3%」, 「36个社区中的27个，覆盖率为70%」: three figures that follow each other."""
    found = []
    for sentence in passage.once(related_statements):
        figures = sentence.amounts
        for one, two, three in zip(figures, figures[1:], figures[2:], strict=False):
            if three.unit != "%" or unit_of(one) != unit_of(two) or one.about or two.about or three.about:
                continue
            first, second = sentence.between(one, two), sentence.between(two, three)
            if _OF_ALL.match(first) and _THE_SHARE.match(second) and one.value < two.value:
                found.append(Share(one, two, three))
            elif _AMONG.match(first) and _SHARE_SAID.match(second) and two.value <= one.value:
                found.append(Share(two, one, three))
    return [one for one in found if one.whole.value and _is_wrong(one)]


def _is_wrong(one: Share) -> bool:
    right = share_of(one.part.value, one.whole.value)
    return not same(right, one.told.value, max(one.told.step, 0.1) * 1.2)


def _share(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for part, whole, told in passage.once(_shares):
        right = share_of(part.value, whole.value)
        said = f"{written(part.value, part.unit)}占{written(whole.value, whole.unit)}的{right:.1f}%，写的是{told.value:g}%。"
        first = min(part.start, whole.start)
        yield rule.finding(
            passage,
            first,
            told.end,
            said,
            suggestion=f"{right:.1f}%",
            related=places(passage, (part, whole, told)),
        )


# --- a rate right behind what it is of ----------------------------------------------------------------------------------------

_OWN_RATE = lazy.pattern(
    r"^[一-鿿]{0,6}[，,；;](?P<head>[一-鿿]{0,4}?)(?P<deed>[一-鿿]{2})率(?:为|达到?|约|仅)*$"
)
_SHARE_ALONE = lazy.pattern("^[一-鿿]{0,6}[，,](?:约|大约)?占(?:比|总数的?|全部的?)?(?:为|达到?|约)*$")
_OTHER_TIME = lazy.pattern("去年|上年|同期|以来|目标|任务|计划|季度|上半年|其他")
_REACH, _WHOLES = 140, 3


def _behind(passage: Passage) -> list[tuple[Share, list[Amount]]]:
    """「档案26312份；其中动态使用18418份，使用率65%」: a rate whose word stands before its figure, and that no figure near yields."""
    found: list[tuple[Share, list[Amount]]] = []
    told = passage.once(statements)
    for place, sentence in enumerate(told):
        for part, rate in zip(sentence.amounts, sentence.amounts[1:], strict=False):
            link = sentence.between(part, rate)
            named = _OWN_RATE.match(link)
            if rate.unit != "%" or part.unit in _NO_COUNT or rate.about or part.about:
                continue
            if not (_is_of(named, part) if named else _SHARE_ALONE.match(link)):
                continue
            earlier = [
                one
                for one in told[max(0, place - 2) : place]
                if "\n" not in passage.text[one.end : sentence.start + 1]
            ]
            near = [amount for one in [*earlier, sentence] for amount in one.amounts]
            every = [one for one in near if part.start - one.start <= _REACH and one.end <= part.start]
            found += _unlike(passage, part, rate, every, named is None)
    return found


_NO_COUNT = frozenset(("元", "%", "个百分点", "亩", "公里"))
_ALL = lazy.pattern("共|总|合计|全部|全年|收到|受理|作出")


def _is_of(named: re.Match[str], part: Amount) -> bool:
    """Whether the word of the rate is that of the figure: 「规范管理2457人，规范管理率」, not 「不合格4批，合格率」."""
    at = part.label.rfind(named["deed"])
    return at >= 0 and part.label[at - 1 : at] not in {"不", "未", "非"} and named["head"] in part.label


_SEATS = lazy.pattern("(?:床位|车位|座位|展位|摊位)(?:共|有|为)?$")


def _unlike(
    passage: Passage, part: Amount, rate: Amount, every: list[Amount], alone: bool
) -> Iterator[tuple[Share, list[Amount]]]:
    wholes = [
        one
        for one in every
        if (unit_of(one) == unit_of(part) or _SEATS.search(one.label))
        and one.value > part.value
        and not one.about
    ]
    if not wholes or len(wholes) > _WHOLES:
        return
    if _OTHER_TIME.search(passage.text[wholes[0].start - len(wholes[0].label) : rate.start]):
        return
    # 「支持的182份，占82%；无所谓的26份，占11%」: the whole of shares that follow each other stands before them all.
    if alone and (any(one.unit == "%" for one in every) or not _ALL.search(wholes[0].label)):
        return
    slack = max(rate.step, 0.1) * 1.2
    if not any(same(rate.value, share_of(part.value, one.value), slack) for one in every if one.value):
        yield Share(part, wholes[-1], rate), wholes


def _rate_behind(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for (part, whole, told), wholes in passage.once(_behind):
        right = "、".join(f"{share_of(part.value, one.value):.1f}%" for one in wholes)
        said = f"按{written(part.value, part.unit)}和前面的{written(whole.value, whole.unit)}算是{right}，写的是{told.value:g}%，请核对。"
        yield rule.finding(passage, part.start, told.end, said, related=places(passage, (*wholes, told)))


RULES = (
    Rule(
        name="arithmetic.year_and_next",
        category="arithmetic_inconsistency",
        severity="warning",
        explain="上一年和这一年各写了一个数，后面的增长率要算得上。",
        fires="2021年市财政安排资金2460万元，2022年安排2840万元，同比增长13.4%。",
        passes="2021年市财政安排资金2460万元，2022年安排2840万元，同比增长15.4%。",
        find=given(_changes, _yearly),
    ),
    Rule(
        name="arithmetic.halved",
        category="arithmetic_inconsistency",
        severity="warning",
        explain="「缩短一半」「压缩三分之一」要与前后两个数相符。",
        fires="平均办理时限由18天压缩到12天，缩短一半。",
        passes="平均办理时限由18天压缩到12天，缩短三分之一。",
        find=Waiting(_HALF_WORDS, _halved),
    ),
    Rule(
        name="arithmetic.share_of_all",
        category="arithmetic_inconsistency",
        severity="warning",
        explain="「89个，覆盖104个社区的百分之几」要与两个数相符。",
        fires="建成社区养老服务站89个，覆盖全市104个社区的91.3%。",
        passes="建成社区养老服务站89个，覆盖全市104个社区的85.6%。",
        find=given(_shares, _share),
    ),
    Rule(
        name="arithmetic.rate_behind",
        category="arithmetic_inconsistency",
        severity="warning",
        explain="紧跟在数字后面的使用率、公示率、占比，要与前面的总数算得上。",
        fires="建立居民健康档案26312份，其中使用动态更新的18418份，使用率65%。",
        passes="建立居民健康档案26312份，其中使用动态更新的18418份，使用率70%。",
        find=given(_behind, _rate_behind),
    ),
)
