"""Money in and out, parts of rounded wholes, a sum told in the end, last year and this year."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.amounts import Amount, Statement, alike, related_statements, written
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.quantities import counted_twice
from mingbai.text.proofreading.rules._knowledge import Waiting, warning_of
from mingbai.text.proofreading.triggers import waiting_for

_SCOPE = lazy.pattern("[；;]")


def _is_plain(one: Amount) -> bool:
    return not one.about and one.value > 0


# --- money in and out ---------------------------------------------------------------------------------------------

_IN = lazy.pattern(r"(?<!财政)收入[^，,。；;\d]{0,4}$")
_OUT = lazy.pattern(r"支出[^，,。；;\d]{0,4}$")
_OVER = lazy.pattern(
    r"^(?:收支相抵)?[，,]?(?:本年|年末|当年|累计|期末|收支)?(?P<way>结余|盈余|节余|赤字|超支|亏损)[^，,。；;\d]{0,4}$"
)
_BALANCE_WORDS = waiting_for(("结余", "盈余", "节余", "赤字", "超支", "亏损"))


def _balances(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「收入368万元，支出402万元，结余34万元」."""
    for sentence in passage.once(related_statements):
        for place in range(len(sentence.amounts) - 2):
            income, spent, over = sentence.amounts[place : place + 3]
            told = _OVER.match(over.label)
            if told is None or {income.unit, spent.unit, over.unit} != {"元"}:
                continue
            if (
                not _IN.search(income.label)
                or not _OUT.search(spent.label)
                or re.search("上年|结转|滚存|历年|期初|其中", sentence.words)
            ):
                continue
            left = (income.value - spent.value) * (1 if told["way"][-1] == "余" else -1)
            if abs(left - over.value) > 1.01 * max(income.step, spent.step, over.step):
                message = f"收入{written(income.value, '元')}减支出{written(spent.value, '元')}，与写的{told['way']}{written(over.value, '元')}不符。"
                yield rule.finding(passage, income.start, over.end, message, suggestion="核对三个数字")


# --- parts of a rounded whole ----------------------------------------------------------------------------------------

_LINK = lazy.pattern(r"[^，,。；;：:\d]{0,8}[、，,；;](?:[^，,。；;、\d]{1,14})")
_LEAD = lazy.pattern(
    r"(?:[（(][^（）()]{1,16}[）)])?[，,（(：:]?(?:其中|包括|分别为|分别是|分别)[：:，,]?[^，,。；;\d]{1,14}"
)
_LEAD_WORDS = waiting_for(("其中", "包括", "分别"))
_SUM_AFTER = lazy.pattern(
    r"^(?:[我全本][镇乡县市区村校院局])?(?:总长度?|总面积|总投资|总里程|共有|合计|共计|总计|上半年共|全年共|上半年|全年)[^，,。；;\d]{0,8}$"
)
_SUM_AFTER_WORDS = waiting_for(
    ("总长", "总面积", "总投资", "总里程", "共有", "合计", "共计", "总计", "上半年", "全年")
)


def _rounded(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「造林3.2万亩，其中人工造林1.8万亩，封山育林1.6万亩」: figures in ten thousands, rounded to their last digit."""
    for sentence in passage.once(related_statements):
        for place, total in enumerate(sentence.amounts[:-2]):
            parts = _parts_after(sentence, place)
            if len(parts) < 2 or not any(_is_big(passage, one) for one in (total, *parts)):
                continue
            words = sentence.words[total.end - sentence.start : parts[-1].end - sentence.start]
            added, slack = (
                sum(one.value for one in parts),
                0.51 * total.step + 0.51 * sum(one.step for one in parts),
            )
            if (
                added <= total.value + slack
                or counted_twice(words)
                or re.search("同时|重复|套种|复种|同比|上年", words)
            ):
                continue
            if any(
                abs(sum(one.value for one in parts[:few]) - total.value) <= slack
                for few in range(2, len(parts))
            ):
                continue
            message = (
                f"各项相加是{written(added, total.unit)}，比总数{written(total.value, total.unit)}还多。"
            )
            yield rule.finding(passage, total.start, parts[-1].end, message, suggestion="核对总数和各项数字")


def _is_big(passage: Passage, one: Amount) -> bool:
    return any(sign in passage.text[one.start : one.end] for sign in "万亿千") and one.unit != "元"


def _parts_after(sentence: Statement, place: int) -> list[Amount]:
    total, parts = sentence.amounts[place], []
    for before, one in zip(sentence.amounts[place:], sentence.amounts[place + 1 :], strict=False):
        link = _LEAD if before is total else _LINK
        if (
            one.unit != total.unit
            or one.about
            or total.about
            or not link.fullmatch(sentence.between(before, one))
        ):
            break
        parts.append(one)
    return parts


def _summed_after(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「公立医院2家，卫生院18家，卫生室236家，共有医疗机构258家」; 「一季度80件，二季度96件，上半年共186件」."""
    for sentence in passage.once(related_statements):
        for place, total in enumerate(sentence.amounts):
            if place < 2 or not _SUM_AFTER.match(total.label) or not _is_plain(total):
                continue
            parts = _run_before(sentence, place)
            words = (
                sentence.words[max(0, parts[0].start - sentence.start - 12) : total.end - sentence.start]
                if parts
                else ""
            )
            if (
                len(parts) < 2
                or re.search("其中|每|各|均|同比|上年|去年|累计", words)
                or counted_twice(words)
            ):
                continue
            if total.label.endswith(("上半年", "全年")) and not re.search(
                "季度|半年", words[: -len(total.label) - 4]
            ):
                continue
            added = sum(one.value for one in parts)
            slack = (
                0.3 * sum(one.step for one in (*parts, total)) if any(one.step < 1 for one in parts) else 0.0
            )
            if (
                abs(added - total.value) > slack + 1e-6
                and 0.5 < added / total.value < 2
                and max(one.value for one in parts) < total.value
            ):
                message = (
                    f"各项相加是{written(added, total.unit)}，与总数{written(total.value, total.unit)}不符。"
                )
                yield rule.finding(
                    passage, parts[0].start, total.end, message, suggestion="核对总数和各项数字"
                )


def _run_before(sentence: Statement, place: int) -> list[Amount]:
    """The figures of one unit, all that the sentence has before a total."""
    parts = list(sentence.amounts[:place])
    unit = sentence.amounts[place].unit
    while parts and parts[0].unit != unit:
        parts.pop(0)
    linked = all(
        _LINK.fullmatch(sentence.between(one, other))
        or re.fullmatch("[、，,和]", sentence.between(one, other))
        for one, other in zip(parts, parts[1:], strict=False)
    )
    return parts if linked and all(one.unit == unit and _is_plain(one) for one in parts) else []


# --- last year and this year -----------------------------------------------------------------------------------------

_LAST = lazy.pattern(r"(?:去年|上年|上年度|去年同期|上年同期)[^，,。；;\d]{0,10}$")
_THIS = lazy.pattern(r"^(?:今年|本年度?|同期)[^，,。；;\d]{0,10}$")
_GREW = lazy.pattern(
    r"^(?:同比|比上年|较上年|比去年|增幅)?(?:(?P<up>增长|增加|上升|提高)|(?P<down>下降|减少|降低))了?$"
)
_YEAR_WORDS = waiting_for(("去年", "上年"))


def _two_years(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「去年收入320万元，今年收入368万元，同比增长12%」."""
    for sentence in passage.once(related_statements):
        for place in range(len(sentence.amounts) - 2):
            old, new, rate = sentence.amounts[place : place + 3]
            told = _GREW.match(rate.label) if rate.unit == "%" else None
            if told is None or not alike(old, new) or not all(map(_is_plain, (old, new))):
                continue
            if (
                not _LAST.search(old.label)
                or not _THIS.match(new.label)
                or _SCOPE.search(sentence.between(old, rate))
            ):
                continue
            change = (new.value - old.value) / old.value * 100 * (1 if told["up"] else -1)
            if abs(change - rate.value) > 0.5 * rate.step + 0.1 + 100 * (old.step + new.step) / old.value * (
                old.step < 1
            ):
                way = "增长" if new.value > old.value else "下降"
                right = abs(new.value - old.value) / old.value * 100
                message = f"从{written(old.value, old.unit)}到{written(new.value, new.unit)}，是{way}{right:.1f}%，与文中的不符。"
                yield rule.finding(passage, old.start, rate.end, message, suggestion=f"{way}{right:.1f}%")


_rule = warning_of("arithmetic", "arithmetic_inconsistency")

RULES = (
    _rule(
        "in_and_out",
        "收入减支出要等于结余；支出比收入多，就没有结余。",
        "全年收入368万元，支出402万元，结余34万元。",
        "全年收入402万元，支出368万元，结余34万元。",
        Waiting(_BALANCE_WORDS, _balances),
    ),
    _rule(
        "rounded_sum",
        "以万计的数，其中各项相加也不能比总数多。",
        "全县造林3.2万亩，其中人工造林1.8万亩，封山育林1.6万亩。",
        "全县造林3.4万亩，其中人工造林1.8万亩，封山育林1.6万亩。",
        Waiting(_LEAD_WORDS, _rounded),
    ),
    _rule(
        "summed_in_the_end",
        "先列各项、后写共有多少、总长多少、上半年多少的，各项相加要等于它。",
        "县级公立医院2家，乡镇卫生院18家，村卫生室236家，共有医疗机构258家。",
        "县级公立医院2家，乡镇卫生院18家，村卫生室236家，共有医疗机构256家。",
        Waiting(_SUM_AFTER_WORDS, _summed_after),
    ),
    _rule(
        "two_years",
        "去年多少、今年多少，增长的百分比要与两个数相符。",
        "去年收入320万元，今年收入368万元，同比增长12%。",
        "去年收入320万元，今年收入368万元，同比增长15%。",
        Waiting(_YEAR_WORDS, _two_years),
    ),
)
