"""What follows is no more than what came first: more sent out than came in, more destroyed than was seized, more settled than was found."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.amounts import Amount, alike, amounts_in, places, written
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import Entry, Waiting, compiled, given, hint_of
from mingbai.text.proofreading.triggers import matches_near, waiting_for

# --- first and after -------------------------------------------------------------------------------------------------

_WITH = "(?:了|各类|各种|各项|共|共计|累计|总计|计|约|已|全部|有效|合格|问卷|意见|建议|问题|隐患|案件|信访件|矛盾|纠纷|矛盾纠纷|烟花|爆竹|烟花爆竹|苗木|资料|宣传单|宣传资料|物品|物资|产品|货物|冻品|人员|学员|患者|病人|金额|款|资金|率|电话|投诉|举报|总量|量|数)*$"
_FAR, _BETWEEN, _BEHIND = 60, 2, 12
_CARRIED = lazy.pattern(
    "结转|上年|往年|历年|去年|库存|原有|结存|期初|年初|存量|积压|累计至|另|其他|此外|同时|共有|现有|自筹|其中|每|平均|计划|任务|目标|比|较|同比|增|减"
)


class Pair(NamedTuple):
    """Two figures told with a deed and with what follows it."""

    first: Amount
    after: Amount


def _deeds(rows: Sequence[Entry]) -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    return tuple(
        (
            lazy.pattern(f"(?:{'|'.join(row['before'].split())})[一-鿿]{{0,7}}$"),
            lazy.pattern(f"(?:^|[^未不无])(?:{'|'.join(row['after'].split())}){_WITH}"),
        )
        for row in rows
    )


def _pairs(passage: Passage) -> list[Pair]:
    every = passage.once(amounts_in)
    deeds = compiled(passage, ("no_more_than",), _deeds)
    return [
        Pair(first, after)
        for place, first in enumerate(every)
        for after in every[place + 1 : place + 1 + _BETWEEN]
        if first.value < after.value < 20 * first.value
        and alike(first, after)
        and first.unit not in {"%", "元"}
        and not (first.about and after.about)
        and after.start - first.end < _FAR
        and _told_so(passage, deeds, first, after)
    ]


def _told_so(
    passage: Passage,
    deeds: Sequence[tuple[re.Pattern[str], re.Pattern[str]]],
    first: Amount,
    after: Amount,
) -> bool:
    between = passage.text[first.end : after.start]
    behind = passage.text[after.end : after.end + _BEHIND].split("。")[0]
    if re.search("[。\n].*[。\n]|\n", between) or _CARRIED.search(first.label + between + behind):
        return False
    return any(one.search(first.label) and other.search(after.label) for one, other in deeds)


def _more_after(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「查扣烟花爆竹85箱，已集中销毁98箱」, 「立案9起，结案12起」."""
    for first, after in passage.once(_pairs):
        said = f"前面是{written(first.value, first.unit)}，随后的反而有{written(after.value, after.unit)}，请核对。"
        yield rule.finding(
            passage,
            after.start - min(len(after.label), 6),
            after.end,
            said,
            related=places(passage, (first,)),
        )


# --- the later told first --------------------------------------------------------------------------------------------------

_OUT = lazy.pattern(
    r"(?:累计|共计?|总)?(?P<one>出库|销售|售出|支出|领用|出栏)(?P<a>\d{1,9}(?:\.\d{1,3})?)(?P<unit>万?[吨斤件箱头只公斤袋]{1,2})[，,、；;](?:累计|共计?|总)?(?P<other>入库|购进|采购|收购|引进|购入)(?P<b>\d{1,9}(?:\.\d{1,3})?)(?P=unit)"
)
_OUT_WORDS = waiting_for(("出库", "销售", "售出", "领用", "出栏"))


def _out_first(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「累计出库2300吨，入库1900吨」 since a store was opened."""
    for match in matches_near(passage, _OUT_WORDS, _OUT, 60):
        around = passage.text[max(passage.start, match.start() - 20) : match.end() + _BEHIND]
        if float(match["a"]) > float(match["b"]) and not _CARRIED.search(around):
            said = f"{match['one']}{match['a']}{match['unit']}，比{match['other']}的{match['b']}{match['unit']}还多，请核对。"
            yield rule.finding(passage, *match.span(), said)


# --- all of them done, and some not ------------------------------------------------------------------------------------------

_ALL_DONE = lazy.pattern(
    r"(?P<first>立案|受理|排查出?|发现|收到|接到|查处|交办|承办|登记)[一-鿿]{0,8}?(?P<n>\d{1,6})(?P<unit>起|件|条|个|处|项|宗)[，,、；;](?:已|全部|均已|成功)?(?P<done>结案|办结|整改|答复|化解|审结|完成)(?:到位|完毕)?(?P<m>\d{1,6})(?P=unit)[，,；;](?P<rest>(?:尚有|还有|仍有|剩余|其余|余下|正在[一-鿿]{2,4}|未[一-鿿]{2}|在办)(?P<r>\d{1,6})(?P=unit))"
)
_ALL_WORDS = waiting_for(("尚有", "还有", "仍有", "剩余", "其余", "余下", "正在", "未", "在办"))


def _left_over(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「立案9起，结案9起，尚有2起正在办理」."""
    for match in matches_near(passage, _ALL_WORDS, _ALL_DONE, 60):
        n, m, r = (int(match[name]) for name in "nmr")
        before = passage.text[max(passage.start, match.start() - 14) : match.start()]
        if n - m != r and m <= n and not _CARRIED.search(before + match[0]):
            said = f"{match['first']}{n}{match['unit']}、{match['done']}{m}{match['unit']}，应余{n - m}{match['unit']}，写的是{r}{match['unit']}，请核对。"
            yield rule.finding(passage, *match.span("rest"), said)


_rule = hint_of("arithmetic", "arithmetic_inconsistency")

RULES = (
    _rule(
        "more_after",
        "查扣的与销毁的、购进的与售出的、立案的与结案的，后一步不会比前一步多。词表 no_more_than。",
        "查扣烟花爆竹85箱，已集中销毁98箱。",
        "查扣烟花爆竹98箱，已集中销毁85箱。",
        given(_pairs, _more_after),
    ),
    _rule(
        "out_before_in",
        "出库、售出的比入库、购进的还多。",
        "总仓自6月启用以来，累计出库2300吨，入库1900吨。",
        "总仓自6月启用以来，累计出库1900吨，入库2300吨。",
        Waiting(_OUT_WORDS, _out_first),
    ),
    _rule(
        "left_over",
        "立案几起、结案几起，余下的要等于两数之差。",
        "立案9起，结案9起，尚有2起正在办理。",
        "立案11起，结案9起，尚有2起正在办理。",
        Waiting(_ALL_WORDS, _left_over),
    ),
)
