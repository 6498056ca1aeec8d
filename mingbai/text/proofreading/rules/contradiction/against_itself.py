"""What a text says of itself and then shows otherwise: no problem at all and the list of them, a rhythm and the number of times in a year, a fall from year to year and figures that rise."""

import re
from collections.abc import Iterator
from itertools import pairwise

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN
from mingbai.text.proofreading.rules._knowledge import Waiting, hint_of
from mingbai.text.proofreading.rules._told import NUMBER, number_in, said_around
from mingbai.text.proofreading.rules._twice import compared
from mingbai.text.proofreading.triggers import matches_near, waiting_for

# --- no problem, and the list of problems -----------------------------------------------------------------------------

_NO_PROBLEM = lazy.pattern(
    r"(?:没有|无|不存在|未发现|没发现|未查出|没有发现|未存在|没有出现|未出现)(?P<any>任何|什么|一点|丝毫|一处|一个)?(?:的)?(?:[一-鿿]{2}、)?(?:问题|不足(?:之处)?|缺陷|漏洞|短板|毛病|薄弱环节|差距|缺点|偏差)(?:和不足|与不足|、不足|与差距|和短板)?(?=[。；;，,：:])"
    r"|(?:十全十美|尽善尽美|无可挑剔|完美无缺)(?=[。；;，,])"
)
_NO_PROBLEM_WORDS = waiting_for(("问题", "不足", "缺陷", "漏洞", "短板", "毛病", "薄弱环节", "差距", "缺点", "偏差", "十全十美", "尽善尽美", "无可挑剔", "完美无缺"))  # fmt: skip
_NAMED = lazy.pattern(
    rf"[。；;，,：:]\s{{0,4}}(?:(?:但|但是|不过|然而|同时|而)[，,]?)?(?:(?:当前|目前|我[{HAN}]{{1,3}}|工作中|公开工作|自查中)[，,]?)?"
    rf"(?:(?P<odd>主要(?:是|有|表现|体现|存在|问题|不足|原因)|具体(?:是|有|表现|体现|问题|如下)|突出(?:的)?(?:问题|表现)|表现(?:在|为)|体现在|集中(?:表现|体现)在)|(?:仍|还|依然|尚|也)?(?:存在|有)(?:着)?(?:的)?(?:主要|一些|以下|如下|下列|几个|不少|突出|一定)?[{HAN}]{{0,6}}?(?:问题|不足|短板|差距|困难|薄弱)|(?:问题|不足|短板)(?:主要)?(?:是|有|表现|集中|如下)|一是|[（(]一[）)]|[（(]1[）)]|1[、.．]|(?:个别|少数|部分)[^，,。；;\n]{{2,20}}(?:不|未|缺|欠|弱|滞后|慢|差|偏|没有))"
)
_FORMER = lazy.pattern("整改后|现已|重大|原则性|严重|已全部|如|若|是否|确保|力争|做到|说明|并非|不是|反映|提出|认为|可|对|的问题")  # fmt: skip


def _none_but_named(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「没有任何问题。主要是：个别科室更新慢」."""
    for match in compared(matches_near(passage, _NO_PROBLEM_WORDS, _NO_PROBLEM, 20)):
        low, _ = said_around(passage, *match.span(), "，,。；;\n", 30)
        if _FORMER.search(passage.text[low : match.start()]):
            continue
        named = _NAMED.match(passage.text, match.end(), min(passage.end, match.end() + 60))
        if named:
            said = f"前面说「{match[0]}」，紧接着又列出问题，前后矛盾，请核对。"
            yield rule.finding(passage, low, named.end(), said)


# --- a rhythm, and how often in a year ----------------------------------------------------------------------------------

_TIMES = "次|期|场|轮|回"
_RHYTHM = lazy.pattern(
    rf"(?P<head>每|按|逐)(?P<k>半|双|[两二三四六]|[2346])?个?(?P<u>周|星期|月|季度?|年)(?:度)?(?:末|底|初|首月|第[一二]个?[{HAN}]{{1,3}}|\d{{1,2}}日)?(?:都|均|定期|集中|坚持)?(?P<deed>[^，,。；;：:\d\n]{{0,18}}?)(?:(?P<n>[一二两三四五六]|\d)(?:{_TIMES})(?P<what>[^，,。；;：:\d\n]{{0,14}}))?(?=[，,。；;（(\n])"
)
_RHYTHM_WORDS = waiting_for(("每", "按月", "按季", "按周", "逐月", "逐季"))
_IN_ALL = lazy.pattern(
    rf"(?P<period>全年|本年度?|一年来|年内|年度|1[至—~－-]12月份?|今年以来|今年)[，,]?(?:我[{HAN}]{{1,2}})?(?:一?共|共计|累计|总共|先后|已|实际|只|仅)?(?P<deed>[^，,。；;：:\d\n]{{0,14}}?)(?:一?共|累计|了|只|仅)?(?<![\d第])(?P<n>{NUMBER})(?:{_TIMES})(?P<tail>[^，,。；;：:\n]{{0,10}})"
)
_NO_RATE = lazy.pattern("至少|不少于|不低于|以上|原则上|左右|约|随时|不定期|各[村社科股]|每[村个名所户人]|村级|分别|计划|拟|力争|因|其中|部分|改为|调整|[12]\\d?月起|下半年|余")  # fmt: skip
_YEARLY = {"周": 52, "星期": 52, "月": 12, "季": 4, "季度": 4, "年": 1}
# More often than twice as laid down, it is done by many.
_NO_DEED = lazy.pattern(
    "[^一-鿿]|组织|召开|开展|举办|举行|进行|集中|坚持|制度|工作|活动|一次|实行|定期|共|累计|全|了|的|对|由|在|将"
)
_BEHIND = 70


def _often_and_in_all(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「每季度组织一次城管开放日……全年共组织2次」: the deed or the thing in both, or nothing named the second time."""
    for match in compared(matches_near(passage, _RHYTHM_WORDS, _RHYTHM, 60)):
        if match["head"] == "每" and not match["n"] and match["k"] is None and not match["deed"]:
            continue
        low, high = match.start(), min(passage.end, match.end() + _BEHIND)
        stop = passage.text.find("\n", match.end(), high)
        told = _IN_ALL.search(passage.text, match.end(), stop if stop >= 0 else high)
        start, end = said_around(passage, *match.span(), "。；;\n", 30)
        around = passage.text[start : min(end, match.end())]
        if told is None or _NO_RATE.search(around) or _NO_RATE.search(passage.text[match.end() : told.end()]):
            continue
        number, right = number_in(told["n"]), _in_year(match)
        if number is None or number == right or number > 2 * right:
            continue
        if (
            number < right
            and told["period"] in {"今年以来", "今年"}
            or (match["u"] in {"周", "星期"} and 45 * right / 52 <= number <= right * 1.02)
        ):
            continue
        if re.search("[一二两三四五六]次|[\\d]次", passage.text[match.end() : told.start()]) or not _of_one(
            match, told
        ):
            continue
        said = f"「{match[0]}」，一年应是{right}次，后面写的是{told['n']}次，请核对。"
        yield rule.finding(passage, low, told.end(), said)


def _in_year(match: re.Match[str]) -> int:
    n, k = number_in(match["n"] or "1") or 1, match["k"]
    if k == "半":
        return 2 * n if match["u"] == "年" else 24 * n
    every = 2 if k == "双" else number_in(k) or 1 if k else 1
    return _YEARLY[match["u"]] * n // every


def _of_one(match: re.Match[str], told: re.Match[str]) -> bool:
    """Whether the number of times is of what recurs: a word of it said again, or no thing named at all."""
    own = _NO_DEED.sub("", (match["deed"] or "") + (match["what"] or ""))
    other = _NO_DEED.sub("", told["deed"] + told["tail"])
    return not other or any(other[at : at + 2] in own for at in range(len(other) - 1))


# --- a fall from year to year, and figures that rise ----------------------------------------------------------------------

_TREND = lazy.pattern(
    r"(?:逐年|逐季|逐月|连年|连续[两三四五]年|逐步|持续|稳步|不断)(?P<way>下降|减少|降低|递减|下滑|缩减|压减|压缩|上升|增加|增长|提高|提升|递增|攀升|扩大)[^。；;\n]{0,70}"
)
_TREND_WORDS = waiting_for(("逐年", "逐季", "逐月", "连年", "连续", "逐步", "持续", "稳步", "不断"))
_DOWN = frozenset(("下降", "减少", "降低", "递减", "下滑", "缩减", "压减", "压缩"))
_OF_TIME = lazy.pattern(
    r"(?:(?:20)?\d{2}年度?|[一二三四]季度|\d{1,2}月份?|上年|去年|前年|今年)[^，,、。；;\d]{0,8}?(?P<n>\d{1,9}(?:\.\d{1,4})?)(?P<unit>万元|亿元|元|件|起|人次|人|次|个|条|户|%|％|批|家|吨)"
)
_FEWEST = 3


def _trend(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「投诉量逐年下降，2020年12件、2021年15件、2022年19件」."""
    for match in matches_near(passage, _TREND_WORDS, _TREND, 90):
        told = list(_OF_TIME.finditer(match[0]))
        if len(told) < _FEWEST or len({one["unit"] for one in told}) > 1:
            continue
        values = [float(one["n"]) for one in told]
        down = match["way"] in _DOWN
        years = [one[0][:4] for one in told]
        if years == sorted(years, reverse=True) and years != sorted(years):
            values.reverse()
        if any((after > before) if down else (after < before) for before, after in pairwise(values)):
            last = match.start() + told[-1].end()
            said = f"前面说「{match['way']}」，列出的数却不是这样，请核对。"
            yield rule.finding(passage, match.start(), last, said)


_rule = hint_of("contradiction", "internal_contradiction")

RULES = (
    _rule(
        "no_problem_but_named",
        "说没有任何问题，紧接着又列出问题：「没有任何问题。主要是：个别科室更新慢」。",
        "三、存在问题\n截至目前，我院院务公开没有任何问题。主要是：个别科室公开不及时。",
        "三、存在问题\n截至目前，我院院务公开没有重大问题。主要不足是：个别科室公开不及时。",
        Waiting(_NO_PROBLEM_WORDS, _none_but_named),
    ),
    _rule(
        "rhythm_and_times",
        "每季度一次，一年应是四次，后面写的却是两次、三次。",
        "每季度组织一次“城管开放日”，邀请市民参加。全年共组织2次。",
        "每季度组织一次“城管开放日”，邀请市民参加。全年共组织4次。",
        Waiting(_RHYTHM_WORDS, _often_and_in_all),
    ),
    _rule(
        "trend_and_figures",
        "说逐年下降、逐年增加，列出的几年的数却不是这样。",
        "投诉量逐年下降，2020年12件、2021年15件、2022年19件。",
        "投诉量逐年下降，2020年19件、2021年15件、2022年12件。",
        Waiting(_TREND_WORDS, _trend),
    ),
)
