"""Of what a change is told, and against what it is measured: 「由45家增加到63家，比2022年增加5家」 is of another year."""

import re

from mingbai.text import lazy

_WAYS = "增加|增长|提高|提升|上升|上涨|扩大|新增|增幅|减少|下降|降低|回落|压减|压缩|缩短|精简|缩减|净减|降幅|[增减升降多少]"
# Words before a verb of change that name nothing new: 「同比净增加5件」.
_LEADS = lazy.pattern(
    rf"{_WAYS}|同比|环比|同期|[比较]?(?:上一?年度?|去年|前年|上季度?|上个?月|上期|上届|年初|年末|过去|原来|以前|之前|改革前)(?:的|末|底|初|同期)?"
    r"|[比较与同]?(?:19|20)\d\d年度?|数量|总[数量额]|共计?|合计|累计|平均|净|足足|整整|实际|幅度|[一两三四五六七八九十]年[间来内]?|全年|今年|本年"
    r"|相比|直接|大幅|[比较与同已也就再又并均为达约近了到的]"
)
_SPACES = lazy.pattern("[^一-鿿]|[量数率额]")
_ALIKE = 2


def is_of_another(words: str, told: str) -> bool:
    """Whether the words between two figures and their change name something that was not told of: 「其中女童减少」."""
    named = _SPACES.sub("", _LEADS.sub("", words))
    return len(set(named) - set(told)) >= _ALIKE


_BASE = lazy.pattern(
    rf"[比较](?P<base>[^，,。；;]{{1,14}}?)(?:{_WAYS}|(?=低|高))[^，,。；;]{{0,4}}$",
)
_LAST_YEAR = lazy.pattern("上一?年|去年|同期")
_YEAR = lazy.pattern(r"20\d\d")
_PARTED, _EVEN_BEFORE = lazy.pattern("[由从]"), lazy.pattern("原|以前|之前|前期|改革前")


def is_against_another(label: str, past: str, now: str) -> bool:
    """Whether a change is measured against something else than the earlier figure; each with the words before it."""
    found = _BASE.search(label)
    if found is None:
        return False
    base, years = found["base"], _YEAR.findall(past)
    if named := _YEAR.search(base):
        return bool(_PARTED.search(past)) and named[0] not in years
    if _LAST_YEAR.search(base):
        return _is_no_last_year(past, now, years)
    return _EVEN_BEFORE.search(base) is None and base[:_ALIKE] not in past


def _is_no_last_year(past: str, now: str, years: list[str]) -> bool:
    if _LAST_YEAR.search(past):
        return False
    later = _YEAR.findall(now)
    if years and later:
        return int(later[-1]) - int(years[-1]) != 1
    return _PARTED.search(past) is not None and not years


def may_be_rounded(number: str, unit: str) -> float:
    """Half a step of a figure that was rounded: one with decimals, one of money or land; 0.0 for things that are counted."""
    if "." in number or re.fullmatch("[万亿]元|公里|亩", unit):
        return 0.5 * 10.0 ** -len(number.partition(".")[2])
    return 0.0
