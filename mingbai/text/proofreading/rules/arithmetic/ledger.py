"""Accounts that do not close: what is done and what is left against what there was, more done than there was, rates of either."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.amounts import Amount, amounts_in, places, same, share_of, written
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import given
from mingbai.text.proofreading.rules._ledger import (
    GOING,
    OTHER_TIME,
    Account,
    Entry,
    accounts,
    ledger,
    paragraphs,
    unit_of,
)

# --- done and left, against all -------------------------------------------------------------------------------------

_APART = 90
_STEADY = frozenset(("条", "件", "个", "项", "户", "家", "处", "起", "人", "批次", "批", "份", "宗", "篇", "座", "所", "票", "台", "辆", "公里", "亩", "例", "部", "块", "只", "盏", "口", "场"))  # fmt: skip


def _outcomes(passage: Passage) -> list[tuple[Account, float]]:
    """Accounts whose parts leave nothing out, and yet do not make up the whole; with their sum."""
    found = []
    for one in passage.once(accounts):
        values = [part.amount.value for part in one.parts]
        whole = one.value
        if one.is_open or not _closes(one) or _is_loose(passage, one) or _is_ballot(one):
            continue
        done = [part.amount.value for part in one.parts if part.role == "done"]
        left = sum(values) - sum(done)
        if whole in done:
            continue  # all done and some left contradict each other: `contradiction.all_and_left`
        sums = {sum(values), left + max(done), left + done[-1]}
        if same(values[0], sum(values[1:])):
            continue  # 「应到62人，实到57人，赞成54人，反对1人，弃权2人」: the rest are of those who came
        if not any(same(whole, total) for total in sums) and 0.5 * whole <= sum(values) <= 2 * whole:
            found.append((one, sum(values)))
    return found


def _closes(one: Account) -> bool:
    """Whether something is done and the last figure is of what is left of the same."""
    done = {part.deed for part in one.parts if part.role == "done"}
    left = [part for part in one.parts if part.role == "open"]
    kindred = all(
        not part.deed or part.deed in done or part.deed in GOING or "不予" in part.words for part in left
    )
    return bool(left) and one.parts[-1].role == "open" and 0 < len(done) <= 2 and kindred and _is_whole(one)


def _is_ballot(one: Account) -> bool:
    """「应到35人，实到31人，同意29人」: the votes are of those who came."""
    return not _AT_MEETINGS.isdisjoint((one.whole.deed, *(part.deed for part in one.parts)))


_AT_MEETINGS = frozenset(("应到", "实到"))
_NOT_WHOLE = lazy.pattern("惠及|涉及|覆盖|受益|良好|优秀|辖|到$|全[镇乡县村区]")


def _is_whole(one: Account) -> bool:
    """Whether the figure before the parts may be of all of them."""
    return one.whole.role == "source" or _NOT_WHOLE.search(one.whole.amount.label) is None


def _is_loose(passage: Passage, one: Account) -> bool:
    every = (one.whole, *one.parts)
    between = passage.text[one.whole.amount.end : one.parts[-1].amount.end]
    return (
        len(between) > _APART
        or unit_of(one.whole.amount) not in _STEADY
        or any(entry.amount.about or entry.amount.value < 1 for entry in every)
        or OTHER_TIME.search(passage.text, one.whole.sentence.start, one.parts[-1].amount.end) is not None
        or any(entry.sub for entry in one.parts[1:])
        or any(entry.rest and re.search("[；;]", entry.words) for entry in one.parts)
        or re.match("[^，,。；;、\n]{0,4}(?:村|社区|乡镇|镇|街道)", passage.text[one.whole.amount.end :][:8])
        is not None
    )


def _unclosed(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「检查企业58家，合格51家，不合格9家」."""
    for one, total in passage.once(_outcomes):
        unit = one.whole.amount.unit
        said = f"各项相加是{written(total, unit)}，与总数{written(one.whole.amount.value, unit)}不符。"
        amounts = [one.whole.amount, *(part.amount for part in one.parts)]
        yield rule.finding(
            passage, *one.span, said, suggestion="核对总数和各项数字", related=places(passage, amounts)
        )


# --- more than there was --------------------------------------------------------------------------------------------

_MORE = frozenset(
    [
        "办结",
        "办复",
        "答复",
        "回复",
        "采纳",
        "吸纳",
        "整改",
        "解决",
        "化解",
        "处置",
        "处理",
        "结案",
        "审结",
        "销号",
        "合格",
        "达标",
        "通过",
        "收回",
        "回收",
        "满意",
        "出庭",
        "实到",
    ]
)  # noqa: SIM905
_CAME_IN = frozenset(
    [
        "收到",
        "收集",
        "接到",
        "接收",
        "受理",
        "征集",
        "征求",
        "接办",
        "承办",
        "交办",
        "转办",
        "移交",
        "查出",
        "查摆",
        "发现",
        "排查",
        "反馈",
        "立案",
        "抽检",
        "抽查",
        "检查",
        "检测",
        "送检",
        "应到",
        "发出",
        "接待",
        "新收",
        "诉讼",
        "提出",
        "收回",
    ]
)  # noqa: SIM905


def came_in_above(passage: Passage) -> list[tuple[Account, Entry]]:
    found = []
    for one in passage.once(accounts):
        if one.is_open or one.whole.role != "source" or one.whole.deed not in _CAME_IN:
            continue
        for part in one.parts:
            if part.role == "done" and part.deed in _MORE and _exceeds(passage, one, part):
                found.append((one, part))
                break
    return found


def _exceeds(passage: Passage, one: Account, part: Entry) -> bool:
    whole, other = one.whole.amount, part.amount
    between = passage.text[whole.end : other.start]
    return (
        one.value < other.value <= 3 * one.value
        and not (whole.about or other.about)
        and unit_of(whole) in _STEADY
        and len(between) <= _APART
        and OTHER_TIME.search(passage.text, one.whole.sentence.start, other.end) is None
    )


def _more_than_all(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「征集提案31件，采纳33件」."""
    for one, part in passage.once(came_in_above):
        whole, other = one.whole.amount, part.amount
        said = f"{one.whole.deed}{written(whole.value, whole.unit)}，{part.deed}{written(other.value, other.unit)}，{part.deed}的比{one.whole.deed}的多。"
        yield rule.finding(
            passage,
            whole.start,
            other.end,
            said,
            suggestion="核对两个数字；含上年结转的要写明",
            related=places(passage, (whole, other)),
        )


# --- the rate of what is done ---------------------------------------------------------------------------------------

# 「不合格率」 is the rate of the others.
_RATE = lazy.pattern(r"(?<![不未非])(?P<deed>[一-鿿]{2})率(?:分别|均|也|[约为达到是仅至高]){0,3}$")


def _rates(passage: Passage) -> list[tuple[Entry, Account, Entry, float]]:
    """Rates that the account before them in the same paragraph does not yield."""
    found = []
    for entries, every in passage.once(paragraphs):
        for rate in entries if every else ():
            label = (
                _RATE.search(rate.amount.label) if rate.amount.unit == "%" and not rate.amount.about else None
            )
            told = label and _of_rate(passage, rate, label["deed"], every)
            if told and not same(told[2], rate.amount.value, max(rate.amount.step, 0.1) * 2):
                found.append((rate, *told))
    return found


def _of_rate(
    passage: Passage, rate: Entry, deed: str, every: list[Account]
) -> tuple[Account, Entry, float] | None:
    one = next((one for one in reversed(every) if one.whole.amount.end <= rate.amount.start), None)
    if one is None:
        return None
    if one.whole.role == "done" and one.whole.deed == deed:
        return _of_both(one, deed) if len(one.parts) == 1 and not _is_far(passage, one, rate) else None
    parts = [part for part in one.parts if part.deed == deed]
    done, left = ([part for part in parts if part.role == role] for role in ("done", "open"))
    if len(done) > 1 or len(left) > 1 or not parts or _is_far(passage, one, rate) or one.carried != 0.0:
        return None
    part = (done or left)[0]
    whole = one.whole.amount.value
    count = part.amount.value if part.role == "done" else whole - part.amount.value
    if (
        done
        and left
        and count + left[0].amount.value > 0
        and same(share_of(done[0].amount.value, count + left[0].amount.value), rate.amount.value, 0.2)
    ):
        return None
    # All done at a lesser rate is a contradiction: `contradiction.rate_of_all`.
    return (one, part, share_of(count, whole)) if 0 <= count < whole else None


def _of_both(one: Account, deed: str) -> tuple[Account, Entry, float] | None:
    """Where only what is done and what is not are told, the rate is of both together."""
    done, left = one.whole.amount.value, one.parts[0].amount.value
    if one.parts[0].role != "open" or one.parts[0].deed != deed or done + left <= 0:
        return None
    return one, one.parts[0], share_of(done, done + left)


def _is_far(passage: Passage, one: Account, rate: Entry) -> bool:
    between = passage.text[one.whole.amount.start : rate.amount.start]
    return (
        len(between) > _APART
        or one.whole.amount.about
        or any(part.amount.about for part in one.parts)
        or re.search("提前|按时|按期|平均|分别|同比|达标率", between) is not None
        or OTHER_TIME.search(passage.text, one.whole.sentence.start, rate.amount.start) is not None
    )


def _rate_of_account(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「抽检60批次，合格58批次，不合格2批次，合格率95%」."""
    for rate, one, part, right in passage.once(_rates):
        whole, other = one.whole.amount, part.amount
        said = f"按{written(whole.value, whole.unit)}和{part.deed}{written(other.value, other.unit)}算，应是{right:.1f}%，写的是{rate.amount.value:g}%。"
        amounts = (whole, other, rate.amount)
        yield rule.finding(
            passage,
            whole.start,
            rate.amount.end,
            said,
            suggestion=f"{right:.1f}%",
            related=places(passage, amounts),
        )


# --- done and left, and a whole told farther off -----------------------------------------------------------------------

_SOON, _BACK = 40, 400
# Another whole begins, or another sentence.
_PARTED = lazy.pattern(r"[。；;]|\d{1,9}[一-鿿]")


def _pairs_apart(passage: Passage) -> list[tuple[Entry, Entry, Amount]]:
    """「已复耕1108亩，未复耕162亩」 after 「撂荒地1260亩」 in another paragraph: a number near their sum, and none that is it."""
    found = []
    every = passage.once(amounts_in)
    for entries in passage.once(ledger):
        for place, one in enumerate(entries):
            if one.role != "done" or not one.deed or one.amount.about:
                continue
            left = next((
                two for two in entries[place + 1 : place + 5]
                if two.role == "open" and (two.deed == one.deed or (not two.rest and (two.deed in GOING or not two.deed))) and unit_of(two.amount) == unit_of(one.amount)
                and 0 < two.amount.start - one.amount.end <= _SOON and not two.amount.about
            ), None)  # fmt: skip
            link = passage.text[one.amount.end : left.amount.start] if left else ""
            beyond = passage.text[left.amount.end : left.amount.end + _NEXT] if left else ""
            if _A_THIRD.match(beyond) or _BALLOT.search(
                passage.text, one.amount.start - _LABEL, one.amount.end + _NEXT
            ):
                continue  # 「同意29人，不同意1人，弃权1人」
            near = left and not _PARTED.search(link) and _near_miss(one.amount, left.amount, every)
            if left and near and not _FROM_BEFORE.search(passage.text, near.end, one.amount.start):
                found.append((one, left, near))
    return found


_NEXT, _LABEL = 12, 6
# What was left from before is part of the whole.
_FROM_BEFORE = lazy.pattern("结转|上年|遗留")
_A_THIRD = lazy.pattern("[，,、；;][^，,。；;\\d]{0,8}(?:弃权|核销|注销|撤回|剔除|取消|转下|延期|暂缓)")
_BALLOT = lazy.pattern("赞成|同意|反对|弃权")
_NEAR_SHARE = 0.03


def _near_miss(one: Amount, left: Amount, every: list[Amount]) -> Amount | None:
    """The figure before them that is nearly their sum, where no figure is the sum."""
    total = one.value + left.value
    low = bisect_left(every, one.start - _BACK, key=lambda other: other.start)
    high = bisect_left(every, one.start, key=lambda other: other.start)
    before = [other for other in every[low:high] if unit_of(other) == unit_of(one)]
    if any(
        same(other.value, total, max(other.step, one.step)) or other.value == one.value for other in before
    ):
        return None
    near = [
        other
        for other in before
        if abs(other.value - total) <= max(_NEAR_SHARE * total, 1.0) and not other.about
    ]
    return near[-1] if near and total > _SMALL else None


_SMALL = 20.0


def _apart(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for one, left, whole in passage.once(_pairs_apart):
        unit = one.amount.unit
        said = f"{one.deed}和未{one.deed}的相加是{written(one.amount.value + left.amount.value, unit)}，前面写的是{written(whole.value, unit)}，请核对。"
        amounts = (whole, one.amount, left.amount)
        yield rule.finding(
            passage,
            one.amount.start,
            left.amount.end,
            said,
            severity="info",
            related=places(passage, amounts),
        )


RULES = (
    Rule(
        name="arithmetic.outcomes_miss",
        category="arithmetic_inconsistency",
        severity="warning",
        explain="已办的加上未办的、合格的加上不合格的，要等于总数，不论怎样说。",
        fires="检查的58家企业中，合格企业51家，不合格企业9家。",
        passes="检查的58家企业中，合格企业51家，不合格企业7家。",
        find=given(_outcomes, _unclosed),
    ),
    Rule(
        name="arithmetic.more_than_came_in",
        category="arithmetic_inconsistency",
        severity="warning",
        explain="采纳、办结、整改的，不能比征集、受理、发现的多。",
        fires="征集提案31件，采纳33件。",
        passes="征集提案33件，采纳31件。",
        find=given(came_in_above, _more_than_all),
    ),
    Rule(
        name="arithmetic.rate_of_account",
        category="arithmetic_inconsistency",
        severity="warning",
        explain="办结率、合格率要与前面的总数和各项数字算得上。",
        fires="抽检60批次，合格58批次，不合格2批次，合格率95%。",
        passes="抽检60批次，合格58批次，不合格2批次，合格率96.7%。",
        find=given(_rates, _rate_of_account),
    ),
    Rule(
        name="arithmetic.whole_farther_off",
        category="arithmetic_inconsistency",
        severity="info",
        explain="已办和未办的相加，与前面另一段写的总数差一点。",
        fires="排查出撂荒地1260亩。\n截至9月底，已复耕1108亩，未复耕162亩。",
        passes="排查出撂荒地1260亩。\n截至9月底，已复耕1108亩，未复耕152亩。",
        find=given(_pairs_apart, _apart),
    ),
)
