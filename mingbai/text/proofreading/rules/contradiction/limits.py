"""Limits and what keeps to them: at least, at most, between, targets, grades, ages, sums in capital numerals."""

import re
from collections.abc import Iterator
from itertools import chain

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.amounts import (
    Amount,
    Statement,
    alike,
    in_full,
    related_statements,
    statements,
    written,
)
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import Waiting
from mingbai.text.proofreading.rules._twice import apart
from mingbai.text.proofreading.triggers import matches_near, prose_with, waiting_for

# --- at least, at most ----------------------------------------------------------------------------------------

_LEAST = lazy.pattern(r"(?:不少于|不得少于|不低于|不得低于|至少)$")
_MOST = lazy.pattern(r"(?:不超过|不得超过|不高于|不得高于|最多|上限为?)$")
_LIMIT_WORDS = waiting_for(
    (
        "不少于",
        "不得少于",
        "不低于",
        "不得低于",
        "至少",
        "不超过",
        "不得超过",
        "不高于",
        "不得高于",
        "最多",
        "上限",
    )
)
_KEPT = lazy.pattern("达到|符合|满足|完成|超过了?规定")
_AFTER_LIMIT = 240
_PERSON = lazy.pattern(r"(?:[一-鿿]某{0,2}|[一-鿿]{2,3})$")
_PRESENTLY = lazy.pattern("参加|出席|到会|到场|参评|评议|表决")


def _limits(rule: Rule, passage: Passage) -> Iterator[Finding]:
    told = passage.once(statements)
    amounts = [(sentence, one) for sentence in told for one in sentence.amounts]
    for place, (_, limit) in enumerate(amounts):
        least, most = _LEAST.search(limit.label), _MOST.search(limit.label)
        if not (least or most):
            continue
        for sentence, one in amounts[place + 1 :]:
            if one.start - limit.end > _AFTER_LIMIT:
                break
            if alike(one, limit) and _breaks(passage, sentence, limit, one, least is not None):
                side = "不少于" if least else "不超过"
                said = f"前面规定{side}{written(limit.value, limit.unit)}，这里是{written(one.value, one.unit)}，请核对。"
                yield from apart(
                    rule,
                    passage,
                    (limit.start - min(len(limit.label), 10), limit.end),
                    (one.start, one.end),
                    said,
                    doubted="later",
                )
                break


def _breaks(passage: Passage, sentence: Statement, limit: Amount, one: Amount, least: bool) -> bool:
    after = passage.text[one.end : one.end + 16]
    if re.search("其中|每|应|须|不|至少|以上|以下|第|计划", one.label) or one.value == limit.value:
        return False
    if least and one.value < limit.value:
        kept = _KEPT.search(after) is not None and "规定" in after + one.label
        held = (
            _PRESENTLY.search(after) is not None
            and "代表" in after
            and re.search(r"[代委]表|委员|人员", limit.label) is not None
        )
        return kept or held
    # One of several named people who got more than anybody may.
    return (
        not least
        and one.value > limit.value
        and limit.unit == "元"
        and _PERSON.search(one.label) is not None
        and one.value < 3 * limit.value
        and "每户" in limit.label + "每户" * ("每人" in limit.label)
    )


# --- between two values ---------------------------------------------------------------------------------------

_AGES = lazy.pattern(
    r"(?:年龄)[^。；;\n]{0,8}?(?P<low>\d{2})(?:周?岁)?(?:以上|至|到|—|-|－)[、，,至]?(?P<high>\d{2})周?岁(?:以下|之间|\b)?"
)
_AGE_WORDS = waiting_for(("周岁", "岁"))
_OF_AGE = lazy.pattern(r"[男女][^。；;\n\d]{0,6}?(?P<age>\d{2})周?岁")
_RANGE = lazy.pattern(
    r"(?:标准|范围|限值|要求)[^。；;\n\d]{0,14}(?P<low>\d{1,4}(?:\.\d{1,3})?)(?:[—－–~～-]|至|到)(?P<high>\d{1,4}(?:\.\d{1,3})?)(?P<unit>[一-鿿%％℃/a-zA-Z]{0,6})"
)
_RANGE_WORDS = waiting_for(("均符合", "均达标", "全部合格", "均合格", "均在", "全部达标", "均满足"))
_MEASURED = lazy.pattern(
    r"(?:点位?|样品?|[号户村]|处|组)(?:为|：|:)?(?P<value>\d{1,4}(?:\.\d{1,3})?)(?!\.?\d|月|日|年|为|：|:)"
)


def _ages(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for limit in matches_near(passage, _AGE_WORDS, _AGES, 60):
        if not re.search("录用|录取|聘用|招聘|招录|报名|招募", passage.body):
            return
        low, high = int(limit["low"]), int(limit["high"])
        for person in _OF_AGE.finditer(passage.text, limit.end(), min(passage.end, limit.end() + 600)):
            if not low <= int(person["age"]) <= high:
                said = f"年龄要求{low}岁至{high}岁，这里是{person['age']}岁，请核对。"
                yield from apart(rule, passage, limit.span(), person.span(), said, doubted="later")


def _ranges(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「标准为6.5—8.5…3号点位8.9，均符合标准」."""
    for offset, line in [passage.prose[place] for place in prose_with(passage, _RANGE_WORDS)]:
        limit = _RANGE.search(line)
        if limit is None:
            continue
        for measured in _MEASURED.finditer(line, limit.end()):
            value = float(measured["value"])
            if not float(limit["low"]) <= value <= float(limit["high"]) and value < 3 * float(limit["high"]):
                said = f"范围是{limit['low']}至{limit['high']}，{measured['value']}不在其中，却说都符合，请核对。"
                yield from apart(
                    rule,
                    passage,
                    (offset + limit.start(), offset + limit.end()),
                    (offset + measured.start(), offset + measured.end()),
                    said,
                    doubted="later",
                )


# --- targets --------------------------------------------------------------------------------------------------

_TARGET = lazy.pattern("计划|目标|任务|年初确定|下达")
_REACHED = lazy.pattern("实际|完成|达到|已|新增|发放|截至")
_OVER = lazy.pattern("超额|超过(?:年度)?(?:目标|任务)|提前完成|圆满完成|超计划")
_UNDER = lazy.pattern("未达到?|未完成|没有完成|差距|未能完成|低于(?:目标|预期)")
_TARGET_WORDS = waiting_for(
    (
        "超额",
        "超过目标",
        "超过任务",
        "超过年度",
        "超计划",
        "提前完成",
        "圆满完成",
        "未完成",
        "没有完成",
        "未能完成",
        "未达",
        "差距",
        "低于目标",
        "低于预期",
    )
)


def _targets(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for sentence in passage.once(related_statements):
        over, under = _OVER.search(sentence.words), _UNDER.search(sentence.words)
        if bool(over) == bool(under):
            continue
        verdict = over or under
        assert verdict is not None
        before = [
            one
            for one in sentence.amounts
            if one.unit != "%" and one.end <= sentence.start + verdict.start() + 1
        ]
        if len(before) != 2 or before[0].unit != before[1].unit or before[1].about or before[0].about:
            continue
        target, reached = before
        if (
            not _TARGET.search(target.label)
            or not _REACHED.search(reached.label)
            or _TARGET.search(reached.label)
        ):
            continue
        if (
            re.search("其中|剩|未|每", reached.label)
            or reached.value == target.value
            and over
            and "圆满" in over[0]
        ):
            continue
        wrong = reached.value < target.value if over else reached.value >= target.value
        if wrong:
            said = f"目标{written(target.value, target.unit)}，实际{written(reached.value, reached.unit)}，与「{verdict[0]}」不符，请核对。"
            yield rule.finding(passage, target.start, sentence.start + verdict.end(), said)


# --- grades and order -----------------------------------------------------------------------------------------

_GRADE = lazy.pattern(
    r"(?P<low>\d{2})(?:分?(?:[—－–~～-]|至)(?P<high>\d{2,3}))?分(?P<way>以上|以下)?(?:（[^）]*）)?(?:的)?(?:为|是|评为|定为)(?P<grade>优秀|良好|合格|不合格|较好|一般|较差|优|良|中|差)"
)
_GRADED = lazy.pattern(
    r"(?P<score>\d{2,3}(?:\.\d{1,2})?)分[，,（(、](?:为|评为|等次为?|属)?(?P<grade>优秀|良好|合格|不合格|较好|一般|较差)(?!率)"
)
_GRADE_WORDS = waiting_for(("分以上为", "分为良好", "分为合格", "分以上的为", "分以上评为"))
_ORDER = lazy.pattern(
    r"(?:由|从)高(?:分)?(?:到|至)低(?:分)?(?:依次|顺序|排列|排名|分别)?(?:为|是)?[：:](?P<list>[^。；;\n]{6,200})"
)
_ORDER_WORDS = waiting_for(("高到低", "高至低", "高分到低分", "高分至低分"))


def _grades(rule: Rule, passage: Passage) -> Iterator[Finding]:
    bands = {}
    for match in matches_near(passage, _GRADE_WORDS, _GRADE, 80):
        low, high = float(match["low"]), float(match["high"] or 1000)
        bands[match["grade"]] = (
            (0.0, low) if match["way"] == "以下" else (low, high + 1 if match["high"] else high)
        )
    if len(bands) < 2:
        return
    for match in _GRADED.finditer(passage.text, passage.start, passage.end):
        band = bands.get(match["grade"])
        score = float(match["score"])
        if band and not band[0] <= score < band[1]:
            right = next((grade for grade, (low, high) in bands.items() if low <= score < high), None)
            said = f"按前面的标准，{match['score']}分不是{match['grade']}{'，应为' + right if right else ''}，请核对。"
            yield rule.finding(passage, *match.span(), said, suggestion=right)


def _orders(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for match in matches_near(passage, _ORDER_WORDS, _ORDER, 240):
        scores = [
            float(score)
            for score in re.findall(r"(\d{1,5}(?:\.\d{1,3})?)(?:分|[%％]|条|件|个|篇)", match["list"])
        ]
        if len(scores) > 1 and scores != sorted(scores, reverse=True):
            yield rule.finding(passage, *match.span(), "说是从高到低，后面的数字却不是从高到低，请核对。")


# --- sums in capital numerals ---------------------------------------------------------------------------------

_CAPITALS = {letter: value for value, letter in enumerate("零壹贰叁肆伍陆柒捌玖")}
_PLACES = {"拾": 10, "佰": 100, "仟": 1000}
_IN_CAPITALS = lazy.pattern(
    r"(?P<capital>[零壹贰叁肆伍陆柒捌玖拾佰仟万亿]{2,20})[元圆](?P<rest>[零壹贰叁肆伍陆柒捌玖角分]{0,6})整?[^，,。；;\d（(]{0,4}[（(][^）)\d]{0,6}(?P<sum>\d{1,3}(?:,\d{3})+(?:\.\d\d?)?|\d{1,12}(?:\.\d\d?)?)\s?(?P<big>万)?元?"
)
_CAPITAL_WORDS = waiting_for(tuple("壹贰叁肆伍陆柒捌玖"))


def capital_sum(numerals: str) -> int | None:
    """128000 for 「壹拾贰万捌仟」."""
    total = section = digit = 0
    for letter in numerals:
        if letter in _CAPITALS:
            digit = _CAPITALS[letter]
        elif letter in _PLACES:
            section, digit = section + (digit or 1) * _PLACES[letter], 0
        elif letter in "万亿":
            total, section, digit = (total + section + digit) * (10**4 if letter == "万" else 10**8), 0, 0
        else:
            return None
    return total + section + digit


# 「86万元（大写：捌拾伍万元整）」
_THEN_CAPITALS = lazy.pattern(
    r"(?<![\d.])(?P<sum>\d{1,3}(?:,\d{3})+(?:\.\d\d?)?|\d{1,12}(?:\.\d{1,6})?)\s?(?P<big>万)?元[整]?[，,]?[（(]?(?:人民币)?[（(]?大写[：:]?(?:人民币)?[：:]?(?P<capital>[零壹贰叁肆伍陆柒捌玖拾佰仟万亿]{2,20})[元圆](?P<rest>[零壹贰叁肆伍陆柒捌玖角分]{0,6})"
)


def _capitals(rule: Rule, passage: Passage) -> Iterator[Finding]:
    both = (matches_near(passage, _CAPITAL_WORDS, pattern, 80) for pattern in (_IN_CAPITALS, _THEN_CAPITALS))
    for match in chain.from_iterable(both):
        value = capital_sum(match["capital"])
        given = in_full(match["sum"].replace(",", ""), match["big"])
        if value is not None and not match["rest"] and abs(value - given) >= 0.995:
            said = f"大写是{value}元，小写是{given:.2f}元，大小写不一致。"
            yield rule.finding(passage, *match.span(), said, suggestion="核对大写和小写金额")


RULES = (
    Rule(
        name="contradiction.limit",
        category="internal_contradiction",
        severity="warning",
        explain="规定了不少于、不超过多少，后面写的实际数却不合规定。",
        fires="评议代表不少于15人。8月12日，13名代表参加评议。",
        passes="评议代表不少于15人。8月12日，16名代表参加评议。",
        find=Waiting(_LIMIT_WORDS, _limits),
    ),
    Rule(
        name="contradiction.age_limit",
        category="internal_contradiction",
        severity="warning",
        explain="招聘公告写了年龄范围，拟录用的人却不在范围里。",
        fires="报名年龄应在18周岁以上、35周岁以下。拟录用：马某，男，37岁。",
        passes="报名年龄应在18周岁以上、35周岁以下。拟录用：马某，男，33岁。",
        find=Waiting(_AGE_WORDS, _ages),
    ),
    Rule(
        name="contradiction.out_of_range",
        category="internal_contradiction",
        severity="warning",
        explain="说都在标准范围内，其中却有超出范围的数值。",
        fires="标准为6.5—8.5。1号点位7.2，2号点位8.9，均符合标准。",
        passes="标准为6.5—8.5。1号点位7.2，2号点位7.9，均符合标准。",
        find=Waiting(_RANGE_WORDS, _ranges),
    ),
    Rule(
        name="contradiction.target",
        category="internal_contradiction",
        severity="warning",
        explain="说超额完成，实际却比计划少；说没完成，实际却不比计划少。",
        fires="计划发放贷款500万元，实际发放486万元，超额完成任务。",
        passes="计划发放贷款500万元，实际发放516万元，超额完成任务。",
        find=Waiting(_TARGET_WORDS, _targets),
    ),
    Rule(
        name="contradiction.grade",
        category="internal_contradiction",
        severity="warning",
        explain="前面规定多少分是什么等次，后面的等次与分数不符。",
        fires="90分以上为优秀，80—89分为良好。乙村86分，良好；丙村78分，良好。",
        passes="90分以上为优秀，80—89分为良好。乙村86分，良好；丙村82分，良好。",
        find=Waiting(_GRADE_WORDS, _grades),
    ),
    Rule(
        name="contradiction.descending",
        category="internal_contradiction",
        severity="warning",
        explain="说从高到低排列，后面的数字不是从高到低。",
        fires="得分由高到低为：甲92分、乙88分、丙90分。",
        passes="得分由高到低为：甲92分、乙90分、丙88分。",
        find=Waiting(_ORDER_WORDS, _orders),
    ),
    Rule(
        name="contradiction.capitals",
        category="internal_contradiction",
        severity="error",
        explain="金额的大写与小写要一致。",
        fires="罚款人民币伍仟元整（￥50000.00）。",
        passes="罚款人民币伍仟元整（￥5000.00）。",
        find=Waiting(_CAPITAL_WORDS, _capitals),
    ),
)
