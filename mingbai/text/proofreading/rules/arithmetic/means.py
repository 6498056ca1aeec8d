"""Averages, rates and shares that no figures of their sentence yield: households and heads, days, classes, targets."""

import re
from collections.abc import Iterator, Sequence
from itertools import product

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.amounts import (
    PEOPLE,
    Amount,
    Statement,
    alike,
    other_money,
    places,
    related_statements,
    share_of,
    written,
)
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import Waiting, warning_of
from mingbai.text.proofreading.triggers import waiting_for

_SCOPE = lazy.pattern("[；;]")


def _is_plain(one: Amount) -> bool:
    return not one.about and one.value > 0


def _unit_of(one: Amount) -> str:
    return "人" if one.unit in PEOPLE and one.unit != "人次" else one.unit


# --- averages -----------------------------------------------------------------------------------------------------

_MEAN = lazy.pattern(
    r"(?:^|[，、]|平均)(?P<of>户均|班均|人均|村均|日均|月均|亩均|篇均|条均|场均|件均|平均每?(?:户|班|人|村|天|日|月|亩|个|场|期|次|篇|条|件))[^，,。；;\d]{0,8}$"
)
_MEAN_WORDS = waiting_for(
    ("户均", "班均", "人均", "村均", "日均", "月均", "亩均", "篇均", "条均", "场均", "件均", "平均每", "平均")
)
# In what the average is taken: the unit of the figure, and for 「个」 the word it counts.
_OF = {
    "户": ("户", ""),
    "班": ("个", "班"),
    "人": ("人", ""),
    "村": ("个", "村"),
    "亩": ("亩", ""),
    "场": ("场", ""),
    "期": ("期", ""),
    "次": ("次", ""),
    "篇": ("篇", ""),
    "条": ("条", ""),
    "件": ("件", ""),
}
_VISITS = {"人": "人次"}
_DAYS = {"日": (200, 366), "天": (200, 366), "月": (12, 12)}
_NOT_OF_THEM = lazy.pattern(
    "比上年|较上年|同比|去年|上年|最高|最低|其中|分别|以上|达标|标准|不低于|不足|每人每|每月|增长|增加|提高|缴|超过"
)


def _denominators(sentence: Statement, mean: Amount, of: str) -> list[Amount]:
    unit, noun = _OF[of]
    found = []
    for one in sentence.amounts:
        if (
            one is mean
            or one.end > mean.start
            or not _is_plain(one)
            or _unit_of(one) not in {unit, _VISITS.get(of, unit)}
        ):
            continue
        after = re.match("[^，,。；;、]{0,5}", sentence.words[one.end - sentence.start :])
        around = one.label[-5:] + (after[0] if after else "")
        if not noun or noun in around:
            found.append(one)
    return found


def _means(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「总户数6820户，总人口23160人，户均2.4人」: no whole of the sentence by no number of it is the average."""
    for sentence in passage.once(related_statements):
        for mean in sentence.amounts:
            told = _MEAN.search(mean.label)
            if told is None or mean.value <= 0 or mean.unit == "%" or _NOT_OF_THEM.search(mean.label):
                continue
            of = told["of"].removeprefix("平均").removeprefix("每")[:1]
            wholes = [
                one
                for one in sentence.amounts
                if one.end <= mean.start
                and _unit_of(one) == _unit_of(mean)
                and _is_plain(one)
                and one.value > mean.value
                and not other_money(one.label, mean.label)
            ]
            if of in _DAYS and mean.about:
                continue
            if of in _DAYS:
                yield from _per_day(rule, passage, sentence, mean, wholes, told["of"])
            elif of in _OF:
                yield from _off_all(
                    rule, passage, mean, wholes, _denominators(sentence, mean, of), told["of"]
                )


# 「户均约500元」 may be rounded by so great a share.
_ROUGH = 0.08


def _off_all(
    rule: Rule, passage: Passage, mean: Amount, wholes: Sequence[Amount], numbers: Sequence[Amount], said: str
) -> Iterator[Finding]:
    if not 1 <= len(wholes) <= 2 or not 1 <= len(numbers) <= 2:
        return
    rates = [whole.value / number.value for whole, number in product(wholes, numbers) if whole is not number]
    if not rates or _between(passage, min(wholes[0].start, numbers[0].start), mean.end):
        return
    if any(
        abs(rate - mean.value) <= 0.51 * mean.step + (_ROUGH if mean.about else 0.02) * mean.value
        for rate in rates
    ):
        return
    whole, number = wholes[-1], numbers[-1]
    right = written(rates[-1], mean.unit)
    message = f"{written(whole.value, whole.unit)}除以{number.value:g}{number.unit}是{right}，文中写的{said}是{written(mean.value, mean.unit)}。"
    grave = None if len(rates) == 1 and not mean.about else "info"
    yield rule.finding(
        passage, mean.start - min(len(mean.label), 8), mean.end, message, suggestion=right, severity=grave,  # type: ignore[arg-type]
        related=places(passage, (whole, number)),
    )  # fmt: skip


def _between(passage: Passage, start: int, end: int) -> bool:
    return re.search("[；;]|其中|上年|去年|同比|分别", passage.text[start:end]) is not None


def _per_day(
    rule: Rule, passage: Passage, sentence: Statement, mean: Amount, wholes: Sequence[Amount], said: str
) -> Iterator[Finding]:
    """The whole of a year by its days; days of work are fewer."""
    words = sentence.words[: mean.start - sentence.start]
    if (
        len(wholes) != 1
        or re.search("半年|季度|期间|月份|\\d月|天|暑假|假期|小长假|黄金周|节", words)
        or _between(passage, wholes[0].start, mean.end)
    ):
        return
    least, most = _DAYS[said.removeprefix("平均").removeprefix("每")[:1]]
    whole = wholes[0].value
    if (
        whole / most * 0.97 - mean.step <= mean.value <= whole / least * 1.03 + mean.step
        or "年" not in words[-60:]
    ):
        return
    message = f"全年{written(whole, mean.unit)}，{said}约在{whole / most:.0f}至{whole / least:.0f}{mean.unit}之间，写的是{written(mean.value, mean.unit)}。"
    yield rule.finding(
        passage, mean.start - min(len(mean.label), 8), mean.end, message, suggestion="核对两个数字"
    )


_ANY_MEAN = lazy.pattern(
    r"(?:^|[，、])(?:约|达)?(?:(?P<of>[台件所家批组套辆座张])均|平均每(?P<each>台次|[台件所家批组套辆座张]))[^，,。；;\d]{0,6}$"
)
_ANY_MEAN_WORDS = waiting_for(
    ("台均", "件均", "所均", "家均", "批均", "组均", "套均", "辆均", "座均", "张均", "平均每")
)
_FAR = 130


def _means_of_any(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「补贴412台，资金368万元，台均约0.95万元」: the whole may stand after a semicolon."""
    for sentence in passage.once(related_statements):
        for mean in sentence.amounts:
            told = _ANY_MEAN.search(mean.label)
            if told is None or mean.value <= 0 or mean.unit == "%":
                continue
            of = told["of"] or told["each"]
            before = [
                one for one in sentence.amounts if one.end <= mean.start and mean.start - one.end <= _FAR
            ]
            wholes = [
                one for one in before if alike(one, mean) and _is_plain(one) and one.value > mean.value
            ][-2:]
            numbers = [one for one in before if one.unit.startswith(of) and _is_plain(one)][-3:]
            rates = [
                whole.value / number.value
                for whole, number in product(wholes, numbers)
                if whole is not number
            ]
            slack = (_ROUGH if mean.about else 0.03) * mean.value + 0.51 * mean.step
            if rates and not any(abs(rate - mean.value) <= slack for rate in rates):
                right = written(round(rates[-1], 2), mean.unit)
                said = f"由前面的数字算，每{of}是{right}，写的是{written(mean.value, mean.unit)}，请核对。"
                yield rule.finding(
                    passage, mean.start - min(len(mean.label), 8), mean.end, said, severity="info"
                )


# --- so many for each ---------------------------------------------------------------------------------------------

_EACH = lazy.pattern(
    r"(?:平均)?(?:按照?)?每(?P<of>人|户|个|亩|名|村|组|班|场|期|次|头|车|台|家)[^，,。；;\d]{0,10}$"
)
_TOTAL = lazy.pattern(r"(?:^|[，,])(?:共|共计|合计|总计|应缴|应付|应发|需|计)[^，,。；;\d]{0,8}$")
_EACH_WORDS = waiting_for(tuple(f"每{unit}" for unit in "人户个亩名村组班场期次头车台家"))
_MORE = lazy.pattern(
    "其中|分别|另|不等|以上|左右|最|补缴|补差|扣|月|年|天|除|首批|部分|至少|至|减免|资助|[到~—-]\\d"
)


def _for_each(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「网格员9人，平均每人服务300户，共服务3700户」."""
    for sentence in passage.once(related_statements):
        for place in range(len(sentence.amounts) - 2):
            number, each, total = sentence.amounts[place : place + 3]
            of = _EACH.search(each.label)
            if of is None or each.unit != total.unit or not _TOTAL.search(total.label):
                continue
            if not all(map(_is_plain, (number, each, total))) or _unit_of(number) not in {
                _unit(of["of"]),
                of["of"],
            }:
                continue
            words = sentence.words[number.start - sentence.start : total.end - sentence.start]
            right = number.value * each.value
            if _MORE.search(words) or abs(right - total.value) <= max(
                0.51 * total.step, 0.51 * number.step * each.value
            ):
                continue
            if not 0.2 < total.value / right < 5 or _of_more(sentence, number, each.value, total):
                continue
            message = f"{number.value:g}{number.unit}、每{of['of']}{written(each.value, each.unit)}，应是{written(right, each.unit)}，写的是{written(total.value, total.unit)}。"
            yield rule.finding(
                passage, number.start, total.end, message, suggestion=written(right, each.unit)
            )


def _of_more(sentence: Statement, number: Amount, each: float, total: Amount) -> bool:
    """「共1840亩，其中……九龙村905亩，每亩补助300元，合计55.2万元」: what is paid for all of them, or for several."""
    alike = [one.value for one in sentence.amounts if one.end <= number.end and one.unit == number.unit]
    several = [*alike, *(sum(alike[first:]) for first in range(len(alike)))]
    return any(
        abs(one * each - total.value) <= max(0.51 * total.step, 0.51 * number.step * each) for one in several
    )


def _unit(of: str) -> str:
    return {"名": "人", "村": "个", "组": "个", "班": "个"}.get(of, of)


# --- targets and rates --------------------------------------------------------------------------------------------

_GOAL = lazy.pattern(r"(?:目标|任务|计划)(?:任务|数)?(?:为|是|数为)?$|(?:目标|任务|计划)[^，,。；;\d]{1,12}$")
_DONE = lazy.pattern(
    r"实际[^，,。；;\d]{2,8}$|(?:实际|已|共|累计)?(?:完成|实现|达到?|减贫|脱贫|新增|建成|改造|造林|种植|收缴|征收|参保|招收)[^，,。；;\d]{0,6}$"
)
_OF_GOAL = lazy.pattern(
    r"^(?:占|完成|为|是)(?:了)?(?:全?年度?|目标|任务|计划)+(?:数|总数)?的?$|^(?:完成率|计划完成率|任务完成率)(?:为|达到?|是)?$"
)
_GOAL_WORDS = waiting_for(("目标", "任务", "计划"))


def _targets(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「减贫目标为800人，实际减贫912人，完成目标任务的104%」."""
    for sentence in passage.once(related_statements):
        for place in range(len(sentence.amounts) - 2):
            goal, done, rate = sentence.amounts[place : place + 3]
            if rate.unit != "%" or not alike(goal, done) or not all(map(_is_plain, (goal, done, rate))):
                continue
            if not _GOAL.search(goal.label) or not _DONE.search(done.label) or not _OF_GOAL.match(rate.label):
                continue
            if _SCOPE.search(sentence.between(goal, rate)) or "其中" in sentence.between(goal, rate):
                continue
            right = share_of(done.value, goal.value)
            if (
                abs(right - rate.value)
                > 0.5 * rate.step + 0.15 + 50 * done.step * (done.step < 1) / goal.value
            ):
                message = f"{written(done.value, done.unit)}是{written(goal.value, goal.unit)}的{right:.1f}%，文中写的是{rate.value:g}%。"
                yield rule.finding(passage, goal.start, rate.end, message, suggestion=f"{right:.1f}%")


_RATE = lazy.pattern(r"^(?P<what>[一-鿿]{2})率(?:为|达到?|是)?$")
_RATE_WORDS = waiting_for(("率",))
_CARRIED = lazy.pattern("结转|往年|上年|历年|去年|每|分别|其中|提高|提升|上升|下降")


def _rates(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「查处违法用地23宗，已整改20宗，整改率96%」: whatever is counted."""
    for sentence in passage.once(related_statements):
        for place in range(len(sentence.amounts) - 2):
            whole, done, rate = sentence.amounts[place : place + 3]
            told = _RATE.match(rate.label) if rate.unit == "%" else None
            if told is None or not alike(whole, done) or not all(map(_is_plain, (whole, done, rate))):
                continue
            stems = re.search(rf"(?<![未不]){told['what']}(?:了|的|完成|到位|完毕)?$", done.label)
            words = sentence.words[max(0, whole.start - sentence.start - 12) : rate.start - sentence.start]
            if (
                not stems
                or done.value >= whole.value
                or _CARRIED.search(words)
                or re.search("[；;、]", sentence.between(done, rate))
            ):
                continue
            if re.search("、", sentence.between(whole, done)):
                continue
            right = share_of(done.value, whole.value)
            if abs(right - rate.value) > 0.5 * rate.step + 0.15:
                message = f"{written(done.value, done.unit)}除以{written(whole.value, whole.unit)}是{right:.1f}%，文中写的是{rate.value:g}%。"
                yield rule.finding(passage, whole.start, rate.end, message, suggestion=f"{right:.1f}%")


_SHARE_OF = lazy.pattern(r"^占[^，,。；;\d]{0,10}$")
_SHARE_WORDS = waiting_for(("占",))


def _shares(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「党员68名，占全村总人口1360人的6%」."""
    for sentence in passage.once(related_statements):
        for place in range(len(sentence.amounts) - 2):
            part, whole, share = sentence.amounts[place : place + 3]
            if (
                share.unit != "%"
                or part.unit == whole.unit
                or not alike(part, whole)
                or not all(map(_is_plain, (part, whole)))
            ):
                continue
            if (
                not _SHARE_OF.match(whole.label)
                or sentence.between(whole, share) != "的"
                or len(sentence.between(part, whole)) > 14
            ):
                continue
            right = share_of(part.value, whole.value)
            if abs(right - share.value) > 0.5 * share.step + 0.1:
                message = f"{written(part.value, part.unit)}占{written(whole.value, whole.unit)}的{right:.1f}%，文中写的是{share.value:g}%。"
                yield rule.finding(passage, part.start, share.end, message, suggestion=f"{right:.1f}%")


_rule = warning_of("arithmetic", "arithmetic_inconsistency")

RULES = (
    _rule(
        "mean_from_none",
        "台均、件均一类，由同一句前面的数字都算不出来。只作提示。",
        "农机购置补贴412台，资金368万元，台均约1.2万元。",
        "农机购置补贴412台，资金368万元，台均约0.9万元。",
        Waiting(_ANY_MEAN_WORDS, _means_of_any),
    ),
    _rule(
        "mean_of_any",
        "户均、班均、人均、日均要能由同一句里的数字算出来。",
        "全镇总户数6820户，总人口23160人，户均2.4人。",
        "全镇总户数6820户，总人口23160人，户均3.4人。",
        Waiting(_MEAN_WORDS, _means),
    ),
    _rule(
        "for_each_all",
        "几个人、每人多少、一共多少，乘起来要相等。",
        "社区共有网格员9人，平均每人服务300户，共服务3700户。",
        "社区共有网格员9人，平均每人服务300户，共服务2700户。",
        Waiting(_EACH_WORDS, _for_each),
    ),
    _rule(
        "share_of_goal",
        "完成目标、任务、计划的百分之几，要与两个数字相符。",
        "减贫目标为800人，实际减贫912人，完成目标任务的104%。",
        "减贫目标为800人，实际减贫912人，完成目标任务的114%。",
        Waiting(_GOAL_WORDS, _targets),
    ),
    _rule(
        "rate_of_any",
        "整改率、结案率一类，不论以什么计数，都要等于前面两个数相除。",
        "查处违法用地23宗，已整改20宗，整改率96%。",
        "查处违法用地23宗，已整改20宗，整改率87%。",
        Waiting(_RATE_WORDS, _rates),
    ),
    _rule(
        "share_of_people",
        "几名占几人的百分之几，要等于两数相除。",
        "党员68名，占全村总人口1360人的6%。",
        "党员68名，占全村总人口1360人的5%。",
        Waiting(_SHARE_WORDS, _shares),
    ),
)
