"""What figures of one sentence say of each other: accounts, changes, what is left, points, multiples, fractions."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.amounts import (
    PEOPLE,
    Amount,
    amounts_in,
    places,
    related_statements,
    same,
    written,
)
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.quantities import one_slip_apart
from mingbai.text.proofreading.rules._knowledge import Waiting
from mingbai.text.proofreading.triggers import waiting_for


def _labelled(amount: Amount) -> int:
    """Where the words before a figure begin."""
    return amount.start - len(amount.label)


# --- accounts -------------------------------------------------------------------------------------------------


class Account(NamedTuple):
    """The four columns of an account, by the words before the figures."""

    opening: re.Pattern[str]
    income: re.Pattern[str]
    outgo: re.Pattern[str]
    closing: re.Pattern[str]
    said: str


_ACCOUNTS = (
    Account(
        lazy.pattern(
            r"(?:上[年期季月]|期初|年初|季初|月初|上年度|上季度|去年)[^，,]{0,4}(?:结[余存转]|余额|库存|[余存])|(?:期初|年初|月初)(?:数|余额)?"
        ),
        lazy.pattern(r"收入|购进|入库|收到|筹集|收款"),
        lazy.pattern(r"支出|发放|领用|出库|开支|付款|使用"),
        lazy.pattern(
            r"(?<!上[年期季月])(?:年末|期末|月末|季末|本[期年季月]|年终|结转和|滚存|累计)?(?:结转和)?(?:结余|余额|结存|库存)"
        ),
        "上期结余加收入减支出",
    ),
    Account(
        lazy.pattern(r"上年度?结转|结转上年度?|去年结转|上年度?遗留|(?:上年|\d年)底?(?:末|底)?未办结"),
        lazy.pattern(r"新收|收到|受理|接到"),
        lazy.pattern(r"办结|已?答复|办理完毕|处理完毕|(?:本年度?|全年|共)办理"),
        lazy.pattern(r"结转(?:到|至)?下[一]?年|结转下年|下年度继续办理"),
        "上年结转加新收减办结",
    ),
)
_ACCOUNT_WORDS = waiting_for(("结余", "余额", "结存", "结转", "库存"))
_BACK = 220
# Of several incomes the one that is called the whole of them.
_IN_ALL = lazy.pattern(
    r"(?:收入|支出)[^，,。；;\d]{0,3}(?:共计?|合计|总计|总额)[^，,。；;\d]{0,2}$|(?:本[年月季期]度?|全年|总)(?:村?集体)?(?:总)?(?:收入|支出)(?:为|是)?$"
)
_OPEN_END = lazy.pattern("其中|各|每|分别|全[县市区]|同比|比上")


def _accounts(rule: Rule, passage: Passage) -> Iterator[Finding]:
    amounts = passage.once(amounts_in)
    for account in _ACCOUNTS:
        for place, closing in enumerate(amounts):
            if account.closing.search(closing.label) and not account.opening.search(closing.label):
                yield from _balance(rule, passage, account, amounts[max(0, place - 14) : place], closing)


def _whole_of(told: list[Amount]) -> list[Amount]:
    """The one that is called the whole, where several are told of."""
    whole = [one for one in told if _IN_ALL.search(one.label)]
    return whole if len(told) > 1 and len(whole) == 1 else told


def _balance(
    rule: Rule, passage: Passage, account: Account, before: Sequence[Amount], closing: Amount
) -> Iterator[Finding]:
    near = [one for one in before if one.unit == closing.unit and closing.start - one.start <= _BACK]
    opening = [one for one in near if account.opening.search(one.label)]
    income = [one for one in near if account.income.search(one.label) and one not in opening]
    outgo = [one for one in near if account.outgo.search(one.label) and one not in opening]
    whole_told = len(income) > 1 or len(outgo) > 1
    income, outgo = _whole_of(income), _whole_of(outgo)
    if len(opening) > 1 or len(income) != 1 or len(outgo) != 1 or income == outgo:
        return
    used = [*opening, *income, *outgo]
    first = min(one.start for one in used)
    told = passage.text[first : closing.start]
    if _OPEN_END.search(told.replace("其中", "") if whole_told else told) or any(
        one.about for one in (*used, closing)
    ):
        return
    step = max(one.step for one in (*used, closing))
    if "总计" in income[0].label and same(income[0].value - outgo[0].value, closing.value, step):
        return  # 「收入总计」 holds what was left over from the year before
    right = sum(one.value for one in opening) + income[0].value - outgo[0].value
    if same(right, closing.value, step):
        return
    # Without an opening balance there may have been one that the text does not tell.
    if not opening and not one_slip_apart(right, closing.value):
        return
    said = f"{account.said}应是{written(right, closing.unit)}，这里写的是{written(closing.value, closing.unit)}。"
    yield rule.finding(
        passage,
        _labelled(closing),
        closing.end,
        said,
        suggestion=written(right, closing.unit),
        related=places(passage, used),
    )


# --- what is left ---------------------------------------------------------------------------------------------

_LEFT = lazy.pattern(
    r"^(?:其余|剩余|余下|还剩|尚余|还有|尚有|另有|未|没有|缺席|请假|因[病事公]请假|因故未|保留|留存|现存)"
)
_LEFT_LATER = lazy.pattern(r"还剩|剩余|余下|未[^，]{0,6}的?$|请假|缺席|尚未")
_WHOLE = lazy.pattern(
    r"应|共|现有|原有|计划|全[县乡镇村市区]|总|检查|收到|受理|排查|抽查|抽取|列入|需|任务|目标|核查|走访|发现"
)
_DONE = lazy.pattern(
    r"已|实|完成|其中|发现|办结|整改|合格|到会|出席|参加|竣工|脱贫|验收|关停|撤销|取消|合并|精简|清理|废止|注销|拆除|整合|失效"
)
_LEFT_WORDS = waiting_for(("剩", "余下", "其余", "尚有", "还有", "请假", "缺席", "未", "保留", "留存"))


def _lefts(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for sentence in passage.once(related_statements):
        amounts = sentence.amounts
        for place in range(2, len(amounts)):
            whole, done, left = amounts[place - 2 : place + 1]
            if not (_LEFT.search(left.label) or _LEFT_LATER.search(left.label)):
                continue
            if not whole.unit == done.unit == left.unit or whole.about or done.about or left.about:
                continue
            if (
                not _WHOLE.search(whole.label)
                or not _DONE.search(done.label)
                or re.search("新|另|再|已", left.label[:4])
            ):
                continue
            # 「未按期」 and the like may be said of the done ones, and a further part may follow.
            following = amounts[place + 1 : place + 2]
            if following and following[0].unit == left.unit and following[0].start - left.end < 12:
                continue
            if (
                re.search("其中|正在|暂|另", sentence.between(whole, left))
                and done.value + left.value < whole.value
            ):
                continue
            if same(done.value + left.value, whole.value, whole.step) or done.value >= whole.value:
                continue
            if re.search("[；;]", sentence.between(whole, left)):
                continue
            right = written(whole.value - done.value, whole.unit)
            said = f"{written(whole.value, whole.unit)}减去{written(done.value, done.unit)}是{right}，这里写的是{written(left.value, left.unit)}。"
            yield rule.finding(
                passage,
                _labelled(left),
                left.end,
                said,
                suggestion=right,
                related=places(passage, (whole, done)),
            )


# --- multiples and fractions ----------------------------------------------------------------------------------

_FRACTION = lazy.pattern(
    r"(?P<nearly>大?约占?|近|将近|超过|占?[^，。]{0,2}?以上)?占?[^，,。；;\d]{0,8}?(?P<of>[二三四五六七八九十两])分之(?P<part>[一二三四五六七八九])(?P<over>以上|多|强|弱)?"
)
_FRACTIONS = waiting_for(("分之",))
_GROWN = lazy.pattern(r"^(?:同?比?(?:较)?(?:上年|去年|上年同期)?(?:增长|增加|提高|上升|扩大)|翻)了?\s*$")
_SHRUNK = lazy.pattern("(?:压缩|压减|减少|缩短|下降|降低|精简|节省|缩减|削减|少)了?(?:近|约|将近)?$")
_BOUND = lazy.pattern("加起来|加在一起|合计|超过|不少于|不低于|以上|不足|至少|必须|应|须|未达|不到|不得")


def _multiples(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for sentence in passage.once(related_statements):
        for place, times in enumerate(sentence.amounts):
            if times.unit != "倍" or place < 2 or times.about or times.chinese and times.value == 1:
                continue
            first, second = sentence.amounts[place - 2 : place]
            if (
                first.unit != second.unit
                or first.about
                or second.about
                or not first.value
                or not second.value
            ):
                continue
            # Other words before it make it the growth of something else.
            grown = _GROWN.match(times.label) is not None
            equal = re.search(r"的\s*$", times.label) is not None
            ratio = max(first.value, second.value) / min(first.value, second.value)
            right = ratio - 1 if grown else ratio
            if not (grown or equal) or same(right, times.value, times.step):
                continue
            # 「由420元提高到460元，供养标准为低保标准的1.3倍，即598元」
            result = sentence.amounts[place + 1 : place + 2]
            if result and any(
                same(one.value * times.value, result[0].value, result[0].step) for one in (first, second)
            ):
                continue
            said = f"{written(first.value, first.unit)}与{written(second.value, second.unit)}相比，应是{'增长' if grown else ''}{right:.1f}倍，这里写的是{times.value:g}倍。"
            yield rule.finding(
                passage,
                first.start,
                times.end,
                said,
                suggestion=f"{right:.1f}倍",
                related=places(passage, (first, second)),
            )


def _fractions(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for sentence in passage.once(related_statements):
        for match in _FRACTION.finditer(sentence.words) if "分之" in sentence.words else ():
            at = sentence.start + match.start()
            before = [one for one in sentence.amounts if one.end <= at and one.unit != "%"][-2:]
            alike = len(before) == 2 and (
                before[0].unit == before[1].unit or {before[0].unit, before[1].unit} <= PEOPLE
            )
            if not alike or at - before[-1].end > 8 or _BOUND.search(match[0]) or match["over"]:
                continue
            whole, part = before
            if part.value >= whole.value:
                continue
            of, share = in_fraction(match)
            # 「由15天压缩到5天，压缩了三分之二」 tells what is gone.
            shrunk = _SHRUNK.search(sentence.words[: match.start("of")]) is not None
            found = 1 - part.value / whole.value if shrunk else part.value / whole.value
            if abs(found - share / of) <= 0.06 * (share / of):
                continue
            said = f"{written(part.value, part.unit)}{'比' if shrunk else '是'}{written(whole.value, whole.unit)}{'少' if shrunk else '的'}{found:.1%}，不是{match['of']}分之{match['part']}。"
            yield rule.finding(
                passage,
                part.start,
                sentence.start + match.end(),
                said,
                suggestion="核对比例",
                related=places(passage, before),
            )


def in_fraction(match: re.Match[str]) -> tuple[int, int]:
    digits = {numeral: value for value, numeral in enumerate("零一二三四五六七八九十")} | {"两": 2}
    return digits[match["of"]], digits[match["part"]]


RULES = (
    Rule(
        name="arithmetic.account",
        category="arithmetic_inconsistency",
        severity="error",
        explain="上期结余加收入减支出要等于期末结余；上年结转加新收减办结要等于结转下年。",
        fires="上年结余32.50万元，本年收入118.20万元，支出126.40万元，年末结余26.30万元。",
        passes="上年结余32.50万元，本年收入118.20万元，支出126.40万元，年末结余24.30万元。",
        find=Waiting(_ACCOUNT_WORDS, _accounts),
    ),
    Rule(
        name="arithmetic.left",
        category="arithmetic_inconsistency",
        severity="error",
        explain="总数减去已完成的，要等于剩下的、未完成的。",
        fires="全年计划新建公路18公里，已完成11公里，还剩8公里未完成。",
        passes="全年计划新建公路18公里，已完成11公里，还剩7公里未完成。",
        find=Waiting(_LEFT_WORDS, _lefts),
    ),
    Rule(
        name="arithmetic.multiple",
        category="arithmetic_inconsistency",
        severity="error",
        explain="「是…的几倍」「增长几倍」要与两个数字相符；增长几倍不含原来的一倍。",
        fires="今年公开630条，是去年210条的2倍。",
        passes="今年公开630条，是去年210条的3倍。",
        find=Waiting(waiting_for(("倍",)), _multiples),
    ),
    Rule(
        name="arithmetic.fraction",
        category="arithmetic_inconsistency",
        severity="warning",
        explain="「占四分之三」要与前面的两个数字相符。",
        fires="参加评议的代表90名，其中非公职人员60名，占四分之三。",
        passes="参加评议的代表90名，其中非公职人员60名，占三分之二。",
        find=Waiting(_FRACTIONS, _fractions),
    ),
)
