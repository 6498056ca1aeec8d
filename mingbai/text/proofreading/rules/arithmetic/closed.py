"""Lists that leave nothing out: votes, funds of a project, opinions in per cent, full marks, one figure for each name."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.amounts import PEOPLE, places, related_statements, same
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import Waiting
from mingbai.text.proofreading.rules.arithmetic.totals import clause_before, sum_finding
from mingbai.text.proofreading.triggers import waiting_for

_AGREED, _AGAINST, _ABSTAINED = lazy.pattern("同意|赞成"), lazy.pattern("反对|不同意"), lazy.pattern("弃权")
_PRESENT = lazy.pattern("实到|出席|到会|参会|参加|收回|与会")
_VOTE_WORDS = waiting_for(("弃权",))


def _votes(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for sentence in passage.once(related_statements):
        if "弃权" not in sentence.words:
            continue
        cast = [
            one
            for one in sentence.amounts
            if one.unit in {"票", "人", "名"}
            and any(words.search(one.label) for words in (_AGREED, _AGAINST, _ABSTAINED))
        ]
        before = [
            one
            for one in sentence.amounts
            if cast and one.start < cast[0].start and one.unit in {*PEOPLE, "票", "张", "份"}
        ]
        present = [one for one in before if _PRESENT.search(clause_before(sentence, one))]
        if len(cast) != 3 or len(present) != 1 or re.search("未投票|废票|无效", sentence.words):
            continue
        voted = sum(one.value for one in cast)
        if "实到" in sentence.words and len(before) > 1 and voted <= present[0].value:
            continue  # what follows 「实到」 in one sentence is the rule of attendance's
        if voted != present[0].value:
            yield sum_finding(rule, passage, present[0], cast)


_FUNDS = lazy.pattern(r"(?:总投资|概算|总额|预算|总造价|资金)[^，,]{0,8}$")
_FUND = lazy.pattern(r"补助|配套|自筹|争取|捐赠|集资|上级|财政|社会资本|贷款")
_FUND_WORDS = waiting_for(("自筹", "配套"))


def _funds(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """What a project costs, and where all of it comes from; own funds close the list."""
    for sentence in passage.once(related_statements):
        money = [one for one in sentence.amounts if one.unit == "元"]
        if len(money) < 3 or not _FUNDS.search(money[0].label):
            continue
        parts = []
        for one in money[1:]:
            if not _FUND.search(one.label):
                break
            parts.append(one)
        closed = any("自筹" in one.label for one in parts)
        if (
            len(parts) < 2
            or len(parts) < len(money) - 1
            or not closed
            or any(one.about for one in (*parts, money[0]))
        ):
            continue
        if not same(sum(one.value for one in parts), money[0].value, money[0].step):
            yield sum_finding(rule, passage, money[0], parts)


_OPINION = lazy.pattern("满意|赞成|反对|同意|支持|了解|优秀|良好|合格|及格|一般")
_OPPOSED = lazy.pattern("不满意|不同意|反对|不了解|不合格|不及格|不支持|[三四两]项合计")
_SHARE_WORDS = waiting_for(("%", "％", "百分之"))


def _shares(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """Shares that leave nothing out, as their last one says, add up to a hundred."""
    for sentence in passage.once(related_statements):
        run = [
            one
            for one in sentence.amounts
            if one.unit == "%"
            and (re.search("占|比例为", one.label) or _OPINION.search(one.label))
            and "率" not in one.label
        ]
        if len(run) < 2 or re.search("提高|上升|下降|增长|比上年|较上年|去年", sentence.words):
            continue
        closed = _OPPOSED.search(sentence.words) is not None or len(run) > 2 and "全部" in sentence.words
        counted = sum(one.value for one in run)
        if (
            any(one.about for one in run)
            or not closed
            or abs(counted - 100) <= 0.05 * len(run) + 0.06
            or not 85 < counted < 115
        ):
            continue
        labels = [one.label for one in run]
        if len(set(labels)) != len(labels):
            continue
        said = f"各项占比{'、'.join(f'{one.value:g}%' for one in run)}，相加是{counted:g}%，不是100%。"
        yield rule.finding(
            passage,
            run[0].start - len(run[0].label),
            run[-1].end,
            said,
            suggestion="核对各项占比",
            related=places(passage, run),
        )


_FULL = lazy.pattern("(?:总分|满分|合计|共计|共)(?:为)?$")
_FULL_WORDS = waiting_for(("总分", "满分"))
_FEWEST_MARKS = 3


def _full_marks(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """Marks for each head, and the full mark before or after them."""
    for sentence in passage.once(related_statements):
        marks = [one for one in sentence.amounts if one.unit == "分"]
        totals = [one for one in marks if _FULL.search(one.label)]
        parts = [one for one in marks if one not in totals]
        if len(totals) != 1 or len(parts) < _FEWEST_MARKS or any(one.about for one in marks):
            continue
        if re.search("[扣加减得每]|以上|以下|[—~～至-]\\d|附加|[数取控化]线", sentence.words) or any(
            not one.label for one in parts
        ):
            continue
        if totals[0] not in (marks[0], marks[-1]) or len({one.start for one in parts}) != len(parts):
            continue
        if sum(one.value for one in parts) != totals[0].value:
            yield sum_finding(rule, passage, totals[0], parts)


# --- one figure for each --------------------------------------------------------------------------------------

_NAMED = lazy.pattern(
    r"(?P<names>[^，,。；;：:、\n\d]{1,14}(?:、[^，,。；;：:、\n\d]{1,14}){1,6}(?:(?:和|与|及)[^，,。；;：:、\n\d]{1,12})?)(?:[二两三四五六七](?:[个处项家类所]|名)[^，,。；;：:\d]{0,10}|[^，,。；;：:\d]{0,6})?(?:，[^，,。；;\d]{0,6})?分别[^，,。；;：:\d]{0,8}(?P<values>\d[^。；;\n]{2,60})"
)
_YEARS = lazy.pattern(
    r"(?P<names>(?:(?:19|20)\d\d年[、，和]?){2,6})[^，,。；;：:\d]{0,20}，?[^，,。；;：:\d]{0,14}分别[^，,。；;：:\d]{0,8}(?P<values>\d[^。；;\n]{2,60})"
)
_VALUE = lazy.pattern(r"\d+(?:\.\d+)?(?:万|亿)?[一-鿿%％]{0,3}")
_RESPECTIVELY = waiting_for(("分别",))


def _respectively(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「三处改造分别投入12万元、8.5万元」: as many figures as things named before."""
    for sentence in passage.once(related_statements):
        if "分别" not in sentence.words:
            continue
        match = of_years = _YEARS.search(sentence.words)
        names = re.findall(r"\d{4}年", match["names"]) if match else []
        if match is None and (match := _NAMED.search(sentence.words)):
            names = match["names"].split("、")
            joined = re.search("和|与|及", names[-1])
            if joined or "等" in match[0][: match.end("names") - match.start() + 4]:
                continue
        if match is None:
            continue
        values = re.split("[，,]", match["values"])[0].split("、")
        if not all(_VALUE.match(value) for value in values) or len(values) < 2 or len(values) == len(names):
            continue
        if (
            re.search("[和与及]", match["values"].split("，")[0])
            or len(values) > len(names)
            and of_years is None
        ):
            continue
        said = f"前面说的是{len(names)}项（{'、'.join(names)[:40]}），「分别」后面是{len(values)}个数字。"
        yield rule.finding(
            passage,
            sentence.start + match.start(),
            sentence.start + match.end("values"),
            said,
            suggestion="补全或核对",
        )


RULES = (
    Rule(
        name="arithmetic.votes_cast",
        category="arithmetic_inconsistency",
        severity="error",
        explain="同意、反对、弃权的票数相加，要等于投票、出席的人数。",
        fires="出席会议的26名代表投票表决，同意22票，反对3票，弃权2票。",
        passes="出席会议的27名代表投票表决，同意22票，反对3票，弃权2票。",
        find=Waiting(_VOTE_WORDS, _votes),
    ),
    Rule(
        name="arithmetic.funds",
        category="arithmetic_inconsistency",
        severity="error",
        explain="上级补助、配套和自筹相加，要等于项目总投资。",
        fires="项目总投资260万元，申请上级补助180万元，村级自筹90万元。",
        passes="项目总投资270万元，申请上级补助180万元，村级自筹90万元。",
        find=Waiting(_FUND_WORDS, _funds),
    ),
    Rule(
        name="arithmetic.shares_of_all",
        category="arithmetic_inconsistency",
        severity="error",
        explain="满意、基本满意、不满意一类不漏项的占比，相加要等于100%。",
        fires="满意的占78%，基本满意的占19%，不满意的占5%。",
        passes="满意的占78%，基本满意的占19%，不满意的占3%。",
        find=Waiting(_SHARE_WORDS, _shares),
    ),
    Rule(
        name="arithmetic.full_marks",
        category="arithmetic_inconsistency",
        severity="error",
        explain="各项分值相加要等于总分。",
        fires="组织领导20分，公开内容40分，公开形式20分，监督保障10分，总分100分。",
        passes="组织领导20分，公开内容40分，公开形式20分，监督保障20分，总分100分。",
        find=Waiting(_FULL_WORDS, _full_marks),
    ),
    Rule(
        name="arithmetic.respectively",
        category="arithmetic_inconsistency",
        severity="warning",
        explain="「分别」后面的数字，要与前面列出的一样多。",
        fires="机关食堂、便民服务中心、文化站三处改造分别投入12万元、8.5万元。",
        passes="机关食堂、便民服务中心两处改造分别投入12万元、8.5万元。",
        find=Waiting(_RESPECTIVELY, _respectively),
    ),
)
