"""Runs of figures that leave nothing out: where the money comes from, grades with the share of one, who serves and how many they are, work of each working day."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.amounts import (
    Amount,
    Statement,
    amounts_in,
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

# --- where the money comes from -----------------------------------------------------------------------------------------

_FROM = lazy.pattern("(?:资金|经费)(?:来源|筹措|构成)(?:情况)?(?:为|是|：|:|包括|如下：|及使用：)")
_FROM_WORDS = waiting_for(("资金来源", "经费来源", "资金筹措", "资金构成", "经费构成"))
_COST = lazy.pattern(
    "(?:总投资|投资总额|概算|预算|总造价|共需资金|投资|工程款|资金总额|总经费)(?:共|约|计|为|达|总额|[一-鿿]{0,4})*$"
)
_SOURCE = lazy.pattern(
    "补助|配套|自筹|争取|捐赠|捐助|捐款|集资|上级|财政|资本|贷款|出资|资金|经费|筹|赞助|投入"
)
_BACK, _LEAST, _FAR_OFF = 130, 2, 0.3


def _start_of(one: Amount) -> int:
    return one.start


def _sources(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「总投资86.4万元……资金来源：上级补助50万元、村集体出资20万元、群众自筹26.4万元」."""
    every = passage.once(amounts_in)
    for match in matches_near(passage, _FROM_WORDS, _FROM, 20):
        stop = re.search("[。；;\n]", passage.text[match.end() : match.end() + _BACK])
        end = match.end() + (stop.start() if stop else _BACK)
        first, here, last = (
            bisect_left(every, at, key=_start_of) for at in (match.start() - _BACK + 1, match.end(), end)
        )
        parts = [one for one in every[here:last] if one.unit == "元"]
        costs = [
            one for one in every[first:here]
            if one.end <= match.start() and one.unit == "元" and _COST.search(one.label) and "每" not in one.label
        ]  # fmt: skip
        if len(parts) < _LEAST or len(costs) != 1 or any(one.about for one in (*parts, costs[0])):
            continue
        total, words = sum(one.value for one in parts), passage.text[match.end() : end]
        if not all(_SOURCE.search(one.label) for one in parts) or re.search(
            "其中|等|每|不足|其余|余下|缺口", words
        ):
            continue
        off = abs(total - costs[0].value)
        if not same(total, costs[0].value, costs[0].step) and off < _FAR_OFF * costs[0].value:
            said = (
                f"各项来源相加是{written(total, '元')}，前面的总数是{written(costs[0].value, '元')}，请核对。"
            )
            yield rule.finding(
                passage, parts[0].start - min(len(parts[0].label), 10), parts[-1].end, said,
                suggestion="核对总数和各项来源", related=places(passage, (costs[0], *parts)),
            )  # fmt: skip


# --- grades, and the share of one of them -------------------------------------------------------------------------------

_GRADE = lazy.pattern(
    "(?:较好|好|一般|较差|差|优秀|良好|合格|不合格|优|良|中|达标|不达标|基本达标|[一二三四]类|[一二三四]级|[ABCD]级|满意|基本满意|不满意|规范|较规范|基本规范|不规范)(?:的|等次|档次|类|村)*(?:有|为|共)?$"
)
# Grades that make a row, and the amounts before them of which one may be their whole.
_NEXT, _NEAR = 3, 48


class Graded(NamedTuple):
    """Grades that follow each other, and the whole that the share of one of them is of."""

    grades: tuple[Amount, ...]
    share: Amount
    whole: Amount


def _runs_of_grades(sentence: Statement) -> Iterator[list[Amount]]:
    run: list[Amount] = []
    for one in sentence.amounts:
        if one.unit == "%":
            continue
        if _GRADE.search(one.label) and not one.about and (not run or unit_of(run[0]) == unit_of(one)):
            run.append(one)
            continue
        yield run
        run = []
    yield run


def _end_of(one: Amount) -> int:
    return one.end


def _graded(passage: Passage) -> list[Graded]:
    """「好的14个村，占63.6%；较好的6个村；一般的3个村」, of 22 villages."""
    found = []
    every = passage.once(amounts_in)
    for sentence in passage.once(related_statements):
        for run in _runs_of_grades(sentence):
            if len(run) < _NEXT or "不合格" in run[-1].label and len(run) > _NEXT + 1:
                continue
            total = sum(one.value for one in run)
            if run[0].value == total - run[0].value:
                continue  # 「满意186份，非常满意120份、基本满意66份」
            shares = [one for one in sentence.amounts if one.unit == "%" and run[0].end <= one.start]
            of = (
                next((part for part in run if shares and part.end <= shares[0].start), None)
                if shares
                else None
            )
            part = [one for one in run if shares and one.end <= shares[0].start][-1:] if of else []
            if not part or not shares[0].value or not total:
                continue
            begun = bisect_left(every, run[0].start, key=_end_of)
            wholes = [
                one for one in every[max(0, begun - _NEAR) : begun + 1]
                if one.end <= run[0].start and unit_of(one) == unit_of(run[0]) and one.value != total
                and same(share_of(part[0].value, one.value), shares[0].value, 0.11)
            ]  # fmt: skip
            if wholes and not same(share_of(part[0].value, total), shares[0].value, 0.11):
                found.append(Graded(tuple(run), shares[0], wholes[-1]))
    return found


def _grades_miss(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for grades, _, whole in passage.once(_graded):
        total = sum(one.value for one in grades)
        said = f"各档相加是{written(total, whole.unit)}，按占比和前文总数是{written(whole.value, whole.unit)}，请核对。"
        yield rule.finding(
            passage, grades[0].start, grades[-1].end, said, related=places(passage, (whole, *grades))
        )


# --- who serves, and how many they are ----------------------------------------------------------------------------------

_N = r"(?:\d{1,3}|[一二两三四五六七八九十])"
_STAFF = lazy.pattern(
    rf"(?P<list>{_N}名[^，,。；;、和及\d]{{1,10}}(?:[、和及与]{_N}名[^，,。；;、和及\d]{{1,10}}?){{1,4}})[，,]?(?:等|共|共计|合计|一共)?(?P<all>{_N})(?:人|名同志|名人员)(?:专门|组成|专职|负责|共同|具体|专人|承担|从事)"
)
_STAFF_WORDS = waiting_for(("专门", "组成", "专职", "负责", "共同", "具体", "专人", "承担", "从事"))


def _staff(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「办公室1名副主任、2名工作人员4人专门负责」."""
    for match in matches_near(passage, _STAFF_WORDS, _STAFF, 80):
        numbers = [number_in(one) or 0 for one in re.findall(rf"({_N})名", match["list"])]
        told = number_in(match["all"])
        if (
            told
            and sum(numbers) != told
            and "等" not in match[0]
            and not passage.in_web_residue(match.start())
        ):
            said = f"列出的人相加是{sum(numbers)}人，写的是{match['all']}人，请核对。"
            yield rule.finding(passage, *match.span(), said, suggestion=f"{sum(numbers)}人")


# --- of each working day ------------------------------------------------------------------------------------------------

_DAILY = lazy.pattern(
    "平均每个?(?P<day>工作日|天|日)[^，,。；;\\d]{0,8}$|每个(?P<day2>工作日)平均[^，,。；;\\d]{0,8}$"
)
_DAILY_WORDS = waiting_for(("平均每", "每个工作日平均"))
_IN_YEAR = {"工作日": (235, 262), "天": (235, 367), "日": (235, 367)}
_WIDE = 4.0


def _daily(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「2020年……办理18600件，平均每个工作日办理174件」: of a year, some 250 days."""
    title = (passage.document.title or "") + (passage.prose[0][1] if passage.prose else "")
    if re.search("半年|季度|月", title) or not re.search("年", title):
        return
    for sentence in passage.once(statements):
        for whole, mean in zip(sentence.amounts, sentence.amounts[1:], strict=False):
            named = _DAILY.search(mean.label)
            if not named or whole.unit != mean.unit or not mean.value or mean.about or whole.about:
                continue
            least, most = _IN_YEAR[named["day"] or named["day2"]]
            span = whole.value / mean.value
            near = least / _WIDE < span < most * _WIDE
            if (
                near
                and not least * 0.97 <= span <= most * 1.03
                and not re.search("半年|季度|\\d月|月份", sentence.words)
            ):
                said = f"{written(whole.value, whole.unit)}按全年算，平均每{named['day'] or named['day2']}约{whole.value / 250:.0f}{whole.unit}，写的是{written(mean.value, mean.unit)}，请核对。"
                yield rule.finding(
                    passage,
                    mean.start - min(len(mean.label), 10),
                    mean.end,
                    said,
                    related=places(passage, (whole, mean)),
                )


RULES = (
    Rule(
        name="arithmetic.sources_of_funds",
        category="arithmetic_inconsistency",
        severity="warning",
        explain="资金来源各项相加，要等于前面写的总投资、预算。",
        fires="工程总投资86.4万元。资金来源：上级补助50万元、村集体出资20万元、群众自筹26.4万元。",
        passes="工程总投资96.4万元。资金来源：上级补助50万元、村集体出资20万元、群众自筹26.4万元。",
        find=Waiting(_FROM_WORDS, _sources),
    ),
    Rule(
        name="arithmetic.grades_and_share",
        category="arithmetic_inconsistency",
        severity="warning",
        explain="好的、较好的、一般的相加，要等于占比所说的总数。",
        fires="全镇22个行政村均能按规定公开，其中好的14个村，占63.6%；较好的6个村；一般的3个村。",
        passes="全镇22个行政村均能按规定公开，其中好的14个村，占63.6%；较好的6个村；一般的2个村。",
        find=given(_graded, _grades_miss),
    ),
    Rule(
        name="arithmetic.staff_named",
        category="arithmetic_inconsistency",
        severity="warning",
        explain="几名副主任、几名工作人员，与后面写的几人要相符。",
        fires="办公室1名副主任、2名工作人员4人专门负责政务公开。",
        passes="办公室1名副主任、2名工作人员3人专门负责政务公开。",
        find=Waiting(_STAFF_WORDS, _staff),
    ),
    Rule(
        name="arithmetic.each_working_day",
        category="arithmetic_inconsistency",
        severity="info",
        explain="全年办理多少件、平均每个工作日多少件，按一年约二百五十个工作日算差得太多。",
        fires="2020年政务公开工作总结\n办理不动产登记18600件，平均每个工作日办理174件。",
        passes="2020年政务公开工作总结\n办理不动产登记18600件，平均每个工作日办理74件。",
        find=Waiting(_DAILY_WORDS, _daily),
    ),
)
