"""The stages of a plan, one below the other: what each is called, from which day to which it lasts, told by days, parts of months or months.

「（一）动员部署（2023年3月）」 lasts from 1 to 31 March; a stage without a year is of the year of the one above it.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from mingbai.text import lazy
from mingbai.text.proofreading.calendar import day_of
from mingbai.text.proofreading.model import Passage
from mingbai.text.proofreading.patterns import HAN

_POINT = r"(?:(?P<y{n}>20\d\d)年)?{open}(?P<m{n}>\d{{1,2}})月{close}(?:份)?(?:(?P<d{n}>\d{{1,2}})日|(?P<t{n}>[上中下]旬|[初底末]))?"
_PERIOD = (
    _POINT.format(n=1, open="", close="")
    + r"(?:\s?(?:起|开始)?(?:至|到|[—–－~～\-]{1,2})\s?"
    + _POINT.format(n=2, open="(?:", close=")?")
    + r")?"
)
# A stage begins a line: its number or 第一阶段, what it is called, then the period in brackets or behind a colon.
_STAGE = lazy.pattern(
    rf"[ \u3000]*(?P<head>[（(][一二三四五六七][）)]|第[一二三四五六]阶段|[一二三四五六七1-7][.、．]|阶段[一二三四五六])[：:、 \u3000]*(?P<name>(?![^（(：:\n]{{0,16}}(?:会议|培训))[{HAN}“”]{{2,16}})[ \u3000]*[（(：:，](?:时间[：:])?{_PERIOD}(?=[）)，。；、前止\s]|$)"
)
# 「动员阶段：2021年3月；实施阶段：2021年4月至11月」: stages of one line.
_INLINE = lazy.pattern(
    rf"(?P<name>[{HAN}]{{2,8}}阶段)[ \u3000]*(?:[（(：:，为]|时间为){_PERIOD}(?=[）)，。；、前止\s]|$)"
)
_PARTS = {"上旬": (1, 10), "中旬": (11, 20), "下旬": (21, 31), "初": (1, 5), "底": (25, 31), "末": (25, 31)}
# What goes along with the other stages.
ALONGSIDE = lazy.pattern(
    "督[查导促]|督办|宣传|巡查|整改|巩固|常态|长[期效]|持续|同步|贯穿|全程|保障|指导|推进|管护|监测|排查"
)
_MOST_LINES = 8


class Stage(NamedTuple):
    """`exact` where both ends are days; `by_months` of the first and the last end, where a month alone tells it."""

    name: str
    first: date
    last: date
    start: int
    end: int
    line: int
    exact: bool
    by_months: tuple[bool, bool]


def _ends(year: int, month: int, day: str | None, part: str | None) -> tuple[date, date] | None:
    if not 1 <= month <= 12:
        return None
    if day:
        one = day_of(year, month, int(day))
        return (one, one) if one else None
    low, high = _PARTS.get(part or "", (1, 31))
    return date(year, month, low), date(year, month, min(high, monthrange(year, month)[1]))


def _told(passage: Passage) -> Iterator[tuple[int, int, re.Match[str]]]:
    """The line, where it begins, and the stage that it opens, or those that it lists."""
    for number, (offset, line) in enumerate(passage.prose):
        opens = _STAGE.match(line)
        for match in (opens,) if opens else _INLINE.finditer(line) if "阶段" in line else ():
            yield number, offset, match


def stages(passage: Passage) -> list[list[Stage]]:
    """Runs of stages that stand below each other."""
    runs: list[list[Stage]] = []
    year = passage.document.year or 2023
    for number, offset, match in _told(passage):
        beside = runs and number - runs[-1][-1].line <= _MOST_LINES
        known = runs[-1][-1].last.year if beside else year
        begins = _ends(int(match["y1"] or known), int(match["m1"]), match["d1"], match["t1"])
        until = begins
        if begins and (match["m2"] or match["d2"] or match["t2"]):
            month = int(match["m2"] or match["m1"])
            until = _ends(int(match["y2"] or begins[0].year), month, match["d2"], match["t2"])
        if begins is None or until is None:
            continue
        span = (offset + match.start("y1" if match["y1"] else "m1"), offset + match.end())
        begun_by_month = not (match["d1"] or match["t1"])
        ended = match["d2"] or match["t2"] or (None if match["m2"] else match["d1"] or match["t1"])
        exact = bool(match["d1"] and match["d2"])
        one = Stage(match["name"], begins[0], until[1], *span, number, exact, (begun_by_month, ended is None))
        if beside:
            runs[-1].append(one)
        else:
            runs.append([one])
    return [run for run in runs if len(run) > 1]
