"""More of them than there are: 「评价1286条，好评1293条」, 「5家投标，6家有效」, 「5个村有问题，已有6个村整改」.

A figure whose words tell what there was, and behind it one of the same unit whose words tell what came of some of these.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.amounts import Amount, Statement, places, statements, written
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import given
from mingbai.text.proofreading.rules._ledger import unit_of
from mingbai.text.proofreading.rules.arithmetic.ledger import came_in_above

_SOURCES = "收到|收集|征集|接到|接收|受理|发放|发出|反映|评价|存在|查摆|查出|发现|排查|排查出|申请|申报|报名|投标|参评|应到|应参加|应考|报考|在册|上报|推荐|抽查|抽检|检查|检测|送检|监测|登记|挂牌|公告|提交|提出|办理|接待|送审|参赛|参选|投票|制定|列入|下达|挂牌督办"
_SOURCE = lazy.pattern(f"(?:{_SOURCES})[^，,。；;：:\\d]{{0,10}}$")
_SOURCE_AFTER = lazy.pattern(f"[一-鿿]{{0,6}}(?:{_SOURCES})")
_SUBSET = "好评|差评|中评|满意|不满意|属实|不属实|查实|有效|无效|合格|不合格|优秀|达标|采纳|吸纳|采用|回收|收回|评出|评选出?|推选|获评|入选|选出|解决|化解|整改|整改到位|整改完成|完成整改|通过|中标|实到|到会|出席|签到|实考|办结|办复|答复|回复|成交|销号|录用|录取|聘用|领取|处理|处置"
_SUBSET_BEFORE = lazy.pattern(
    rf"(?:{_SUBSET}|已完成|已落实)(?:(?:的|了|为|有|共|意见|建议|心得|作品|问题|问卷|票|企业|单位|人员|申请|事项|诉求|线索|数|率先|到位|获奖|优秀|先进)){{0,3}}$"
)
_SUBSET_AFTER = lazy.pattern(
    r"(?:[一-鿿]{0,4}?)(?:属实|有效(?!期)|合格|完成整改|整改到位|整改完毕|通过验收|获奖|入围|好评|满意|办结|答复|采纳)"
)
_OTHER_LOT = lazy.pattern(
    "其他|其它|累计|历年|往年|去年|上年|以前|此前|遗留|结转|存量|另|新(?:增|发现|收)|每|同期|季度|上半年|下半年|第[一二三]批|计划|力争|目标|不少于|以上|拟|全[县市区省国]|比|较|超过|合计|共计|总计|省级|市级|县级|类|天|工作日"
)
_UNITS = frozenset("条 件 个 项 户 家 处 起 人 份 宗 篇 座 所 票 例 辆 台 名 支 幅 首 张 块".split())  # noqa: SIM905
_NOUN = lazy.pattern("[一-鿿]{0,2}")
_REACH, _FAR = 70, 3.0


class Beyond(NamedTuple):
    """What there was and what there cannot be so many of."""

    whole: Amount
    part: Amount


def _is_source(passage: Passage, one: Amount) -> bool:
    return _SOURCE.search(one.label) is not None or _SOURCE_AFTER.match(passage.text, one.end) is not None


def _is_subset(passage: Passage, one: Amount) -> bool:
    if re.search("(?:未|不|没|无法|难以)(?:予)?[一-鿿]{2}[^，,。；;]{0,4}$", one.label[-8:]):
        return False
    return _SUBSET_BEFORE.search(one.label) is not None or (
        not one.label.endswith(("措施", "制度")) and _SUBSET_AFTER.match(passage.text, one.end) is not None
    )


def _same_thing(passage: Passage, whole: Amount, part: Amount) -> bool:
    """Whether what follows the two figures may be one thing: 「6个村」 and 「7个村」, not 「6个村」 and 「7个问题」."""
    nouns = [_NOUN.match(passage.text, one.end) for one in (whole, part)]
    first, second = (noun[0] if noun else "" for noun in nouns)
    if whole.unit == "个":
        named = _SOURCE.search(whole.label)
        return first[:1] == second[:1] or (not first and named is not None and bool(second) is False)
    return True


def _pairs(passage: Passage, group: list[Statement]) -> Iterator[Beyond]:
    figures = [one for sentence in group for one in sentence.amounts]
    for place, part in enumerate(figures):
        if part.unit not in _UNITS or part.about:
            continue
        before = [one for one in figures[:place] if unit_of(one) == unit_of(part)]
        # 「收到64件，其中信函24件，按时答复64件」
        if not before or any(one.value >= part.value for one in before) or not _is_subset(passage, part):
            continue
        whole = before[-1]
        # 「好评1293条，差评3条」: both are of the same whole.
        if len(before) > 1 and _is_subset(passage, whole):
            whole = before[-2]
        link = passage.text[whole.end : part.start]
        start = max(0, whole.start - len(whole.label))
        if (
            whole.value < part.value <= _FAR * whole.value
            and whole.value > 1
            and not whole.about
            and len(link) <= _REACH
            and _is_source(passage, whole)
            and not _OTHER_LOT.search(passage.text[start : part.start])
            and _same_thing(passage, whole, part)
        ):
            yield Beyond(whole, part)


def _beyond(passage: Passage) -> list[Beyond]:
    known = {part.amount.start for _, part in passage.once(came_in_above)}
    found: list[Beyond] = []
    told = passage.once(statements)
    for place, sentence in enumerate(told):
        before = told[place - 1 : place] if place else []
        near = [one for one in before if "\n" not in passage.text[one.end : sentence.start + 1]]
        for pair in _pairs(passage, [*near, sentence]):
            if pair.part.start >= sentence.start and pair.part.start not in known:
                found.append(pair)
    return found


def _more_than_there_are(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for whole, part in passage.once(_beyond):
        said = f"前面一共{written(whole.value, whole.unit)}，后面却有{written(part.value, part.unit)}，一部分比全部还多，请核对。"
        yield rule.finding(passage, whole.start, part.end, said, related=places(passage, (whole, part)))


RULES = (
    Rule(
        name="contradiction.more_than_there_are",
        category="internal_contradiction",
        severity="warning",
        explain="好评、属实、有效、评出的，不能比收到、反映、参评的总数还多。",
        fires="“好差评”评价1286条，好评1293条。",
        passes="“好差评”评价1296条，好评1293条。",
        find=given(_beyond, _more_than_there_are),
    ),
)
