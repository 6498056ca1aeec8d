"""Facts whose order or side cannot be: more present than called, votes that do not add up, a highest below the lowest."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.amounts import in_full
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import Waiting
from mingbai.text.proofreading.structure import chinese_number
from mingbai.text.proofreading.triggers import matches_near, waiting_for

_REACH = 120
_CALLED = lazy.pattern(
    r"应到(?:会)?(?:[^，,。；;\d]{0,12})?(?P<called>\d{1,4})[人名户][^。；;\d]{0,14}实到(?:会)?(?:[^，,。；;\d]{0,8})?(?P<present>\d{1,4})[人名户]"
)
_CALLED_WORDS = waiting_for(("应到",))
_VOTES = lazy.pattern(
    r"实到(?:会)?[^，,。；;\d]{0,10}(?P<present>\d{1,4})[人名户][^。\d]{0,40}?(?:同意|赞成)[^，,。；;\d]{0,4}(?P<yes>\d{1,4})[票人][，,、；;]?(?:反对|不同意)[^，,。；;\d]{0,4}(?P<no>\d{1,4})[票人][，,、；;]?弃权[^，,。；;\d]{0,4}(?P<none>\d{1,4})[票人]"
)
_VOTE_WORDS = waiting_for(("弃权",))
_LIMITS = lazy.pattern(
    r"最高(?!法|人民|检察)[^，,。；;\d]{0,10}(?P<high>\d{1,7}(?:\.\d{1,2})?)(?P<big>万?)(?P<unit>元|分|人|岁|天|%|％)[^。；;\d]{0,16}最低[^，,。；;\d]{0,10}(?P<low>\d{1,7}(?:\.\d{1,2})?)(?P<big2>万?)(?P=unit)"
    r"|最低[^，,。；;\d]{0,10}(?P<low2>\d{1,7}(?:\.\d{1,2})?)(?P<big3>万?)(?P<unit2>元|分|人|岁|天|%|％)[^。；;\d]{0,16}最高(?!法|人民|检察)[^，,。；;\d]{0,10}(?P<high2>\d{1,7}(?:\.\d{1,2})?)(?P<big4>万?)(?P=unit2)"
)
_LIMIT_WORDS = waiting_for(("最高",))
_RANK = lazy.pattern(
    r"第(?P<rank>[一二三四五六七八九十]|\d{1,2})名[^。；;\d第]{0,16}(?P<score>\d{1,3}(?:\.\d{1,2})?)分"
)
_RANK_WORDS = waiting_for(("第一名", "第1名"))
_PLACE = lazy.pattern(
    r"(?:地处|位于|坐落于|坐落在|在)(?P<of>县城|城区|县|市区|市|镇区)(?:的)?(?P<side>[东南西北]{1,2})(?:部|面|侧|郊|端|边|方向|(?=\d|约))"
)
_PLACE_WORDS = waiting_for(("地处", "位于", "坐落"))
_OPPOSITE = {"东": "西", "西": "东", "南": "北", "北": "南"}
_CLOCK = lazy.pattern(
    r"(?P<half>上午|下午|晚上)(?P<from>\d{1,2})(?:[:：](?P<m1>\d\d)|[时点](?P<half1>半)?)(?:至|到|—|－|-|~|～)(?P<later>上午|下午|晚上)?(?P<to>\d{1,2})(?:[:：](?P<m2>\d\d)|[时点](?P<half2>半)?)"
)
_CLOCK_WORDS = waiting_for(("上午", "下午", "晚上"))
_NOON, _APART = 12, 30


def _attendance(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for match in matches_near(passage, _CALLED_WORDS, _CALLED, _REACH):
        if int(match["present"]) > int(match["called"]):
            said = f"应到{match['called']}，实到却有{match['present']}，请核对。"
            yield rule.finding(passage, *match.span(), said)


def _votes(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for match in matches_near(passage, _VOTE_WORDS, _VOTES, _REACH):
        cast = sum(int(match[name]) for name in ("yes", "no", "none"))
        if cast != int(match["present"]):
            said = f"同意、反对、弃权相加是{cast}，与实到{match['present']}不符，请核对。"
            yield rule.finding(passage, *match.span(), said, suggestion="核对票数；有未投票的要写明")


def _limits(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for match in matches_near(passage, _LIMIT_WORDS, _LIMITS, _REACH):
        high = in_full(match["high"] or match["high2"], match["big"] or match["big4"])
        low = in_full(match["low"] or match["low2"], match["big2"] or match["big3"])
        if high < low:
            yield rule.finding(passage, *match.span(), "「最高」比「最低」还小，请核对两个数字。")


def _ranks(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """Within one list: a lower rank with the higher score."""
    before: tuple[int, float, re.Match[str]] | None = None
    for match in matches_near(passage, _RANK_WORDS, _RANK, _REACH):
        written = match["rank"]
        rank = int(written) if written.isdecimal() else chinese_number(written) or 0
        score = float(match["score"])
        between = passage.text[before[2].end() : match.start()] if before else "。"
        if (
            before
            and rank == before[0] + 1
            and score > before[1]
            and "。" not in between
            and len(between) < _APART
        ):
            said = f"第{rank}名的分数比第{before[0]}名还高，请核对名次或分数。"
            yield rule.finding(passage, *match.span(), said)
        before = (rank, score, match)


def _sides(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「地处县城东部」 and 「位于县城西南」: opposite sides of one town."""
    first: dict[str, re.Match[str]] = {}
    for match in matches_near(passage, _PLACE_WORDS, _PLACE, 24):
        there = first.setdefault(match["of"], match)
        if any(_OPPOSITE[side] in match["side"] for side in there["side"]) and there is not match:
            said = f"前面说「{there[0]}」，这里说「{match[0]}」，方位相反，请核对。"
            yield rule.finding(passage, *match.span(), said)


def _minutes(hour: str, minutes: str | None, half: str | None, part: str) -> int:
    at = int(hour) * 60 + (int(minutes) if minutes else 30 if half else 0)
    return at + (_NOON * 60 if part in {"下午", "晚上"} and int(hour) < _NOON else 0)


def _clocks(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for match in matches_near(passage, _CLOCK_WORDS, _CLOCK, 24):
        part = match["half"]
        begin = _minutes(match["from"], match["m1"], match["half1"], part)
        end = _minutes(match["to"], match["m2"], match["half2"], match["later"] or part)
        # 「上午9时至2时」 means two in the afternoon, 「晚上8时至2时」 the next day.
        if end <= begin and part != "晚上" and not (part == "上午" and int(match["to"]) <= 6):
            yield rule.finding(passage, *match.span(), "结束的时间不晚于开始的时间，请核对。")


RULES = (
    Rule(
        name="contradiction.attendance",
        category="internal_contradiction",
        severity="error",
        explain="实到的人不会比应到的多。",
        fires="应到会代表38人，实到45人。",
        passes="应到会代表45人，实到38人，列席12人。",
        find=Waiting(_CALLED_WORDS, _attendance),
    ),
    Rule(
        name="contradiction.votes",
        category="internal_contradiction",
        severity="warning",
        explain="同意、反对、弃权的票数相加要等于实到人数。",
        fires="实到38人，同意30票，反对5票，弃权2票。",
        passes="实到38人，同意31票，反对5票，弃权2票。",
        find=Waiting(_VOTE_WORDS, _votes),
    ),
    Rule(
        name="contradiction.limits",
        category="internal_contradiction",
        severity="error",
        explain="「最高」的数不会比「最低」的小。",
        fires="每户最高补助500元，最低补助800元。",
        passes="每户最高补助800元，最低补助500元。",
        find=Waiting(_LIMIT_WORDS, _limits),
    ),
    Rule(
        name="contradiction.ranks",
        category="internal_contradiction",
        severity="warning",
        explain="名次在后的分数比名次在前的还高，名次或分数有一个写错。",
        fires="第一名得分85分，第二名得分91分。",
        passes="第一名得分91分，第二名得分85分。",
        find=Waiting(_RANK_WORDS, _ranks),
    ),
    Rule(
        name="contradiction.sides",
        category="internal_contradiction",
        severity="warning",
        explain="同一个乡镇，前面说在县城东部，后面说在县城西面。",
        fires="我镇地处县城东部。辖12个村，位于县城西南12公里。",
        passes="我镇地处县城东部。辖12个村，位于县城东南12公里。",
        find=Waiting(_PLACE_WORDS, _sides),
    ),
    Rule(
        name="contradiction.clock",
        category="internal_contradiction",
        severity="error",
        explain="一段时间的结束要晚于开始。",
        fires="受理时间为上午9时至8时。",
        passes="受理时间为上午8时至11时，下午2时至5时。",
        find=Waiting(_CLOCK_WORDS, _clocks),
    ),
)
