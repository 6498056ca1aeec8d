"""A festival, or a month or week of publicity, in a month in which it never falls: 「9月，开展庆祝“七一”系列活动」.

What belongs to a festival is done in its month, got ready in the one before, and told of in the one after at most.
"""

import re
from collections.abc import Iterator, Sequence

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import Entry, Waiting, compiled, hint_of
from mingbai.text.proofreading.triggers import matches_near, waiting_for

_WORDS = waiting_for(tuple(f"{month}月" for month in range(10)))
_MONTH = lazy.pattern(
    r"(?<![\d.年自从至到—－~～-])(?<!年)(?P<m>1[0-2]|[1-9])月(?:份|初|上旬|中旬|下旬|底|末|[123]?\d日)?(?P<tie>[，,]?[^，,。；;：:\n《》]{0,22}?)"
)
# What is planned, compared, goes on from or until, or is only a name of something else.
_APART = lazy.pattern(
    "自|从|至|到|以来|起|后|前(?!夕|后|期)|比|同期|筹备|部署|计划|将|拟|预计|提前|迎接|备战|全年|每年|历年|去年|上年|次年|明年|假|出生|籍|路|村|小学|农历|十"
)
_LONGEST = 48
_DONE = r"[节日月周]?[”\"]?(?:前夕|前走访|前慰问|前后|期间|来临之际|之际|系列|主题|慰问|走访|文艺|庆祝|宣传|纪念|活动|汇演|晚会|联欢|座谈会|表彰|安全大?检查|祭扫|诗会|廉洁|廉政|提醒|值班|值守)"


def _seasons(rows: Sequence[Entry]) -> tuple[re.Pattern[str], dict[str, tuple[int, ...]]]:
    months = {name: tuple(row["months"]) for row in rows for name in row["names"]}
    names = "|".join(sorted(map(re.escape, months), key=len, reverse=True))
    return re.compile(rf"{_MONTH.pattern}(?P<name>{names}){_DONE}"), months


def _is_near(month: int, months: tuple[int, ...]) -> bool:
    """In one of them, the month before or the month after; December is beside January."""
    return any((month - one) % 12 in {0, 1, 11} for one in months)


def _out_of_season(rule: Rule, passage: Passage) -> Iterator[Finding]:
    pattern, months = compiled(passage, ("seasons",), _seasons)
    for match in matches_near(passage, _WORDS, pattern, _LONGEST):
        known, told = months[match["name"]], int(match["m"])
        if _is_near(told, known) or _APART.search(match["tie"]) or passage.in_web_residue(match.start()):
            continue
        when = "、".join(f"{one}月" for one in known)
        said = f"「{match['name'].strip('“”')}」在{when}，这里写的是{told}月，请核对。"
        yield rule.finding(passage, match.start(), match.end("name"), said, suggestion="核对月份或节日名称")


_rule = hint_of("date", "wrong_year_or_date")

RULES = (
    _rule(
        "out_of_season",
        "节日、宣传月、宣传周的活动写在了它不可能在的月份，如「9月份开展“七一”建党节系列活动」。前后各一个月不算。词表 seasons。",
        "9月份，开展庆祝七一建党节系列活动。",
        "6月份，开展庆祝七一建党节系列活动，8月开展八一慰问，9月部署国庆期间安保。",
        Waiting(_WORDS, _out_of_season),
    ),
)
