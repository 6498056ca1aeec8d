"""Shares and averages of a figure that is named and not repeated: 「支出26.4万元……公益金6.3万元，占支出的33.9%」, ballots of more than there were."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.amounts import (
    Amount,
    amounts_in,
    places,
    related_statements,
    same,
    share_of,
    written,
)
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import given
from mingbai.text.proofreading.rules._ledger import unit_of

# --- a share of what is named -----------------------------------------------------------------------------------------------

_OF_NAMED = lazy.pattern(
    "^[^，,。；;\\d]{0,6}[，,](?:约|大约)?占(?:全年|全部|本年|年度|当年)?(?:的)?(?P<noun>[一-鿿]{2,6}?)(?:总数|总额|总量|总计)?的(?:比例为)?$"
)
_BACK = 220
_OTHER = lazy.pattern("去年|上年|同期|计划|预计|目标|其中|每|平均")


class Named(NamedTuple):
    """A part, the one figure of the whole that the words name, the share told."""

    part: Amount
    whole: Amount
    told: Amount


def _named(passage: Passage) -> list[Named]:
    found = []
    every = passage.once(amounts_in)
    for sentence in passage.once(related_statements):
        for part, told in zip(sentence.amounts, sentence.amounts[1:], strict=False):
            match = _OF_NAMED.match(sentence.between(part, told)) if told.unit == "%" else None
            if match is None or part.about or told.about or not told.value:
                continue
            noun = match["noun"][-2:]
            wholes = [
                one for one in every
                if part.start - _BACK < one.start < part.start and unit_of(one) == unit_of(part) and not one.about
                and one.label.rstrip("共为达计约有了").endswith(noun) and not _OTHER.search(one.label)
            ]  # fmt: skip
            whole = wholes[0].value if len({one.value for one in wholes}) == 1 else 0.0
            if not whole or whole < part.value:
                continue
            if not same(share_of(part.value, whole), told.value, max(told.step, 0.1) * 1.2):
                found.append(Named(part, wholes[0], told))
    return found


def _share_of_named(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for part, whole, told in passage.once(_named):
        right = share_of(part.value, whole.value)
        said = f"{written(part.value, part.unit)}占{written(whole.value, whole.unit)}的{right:.1f}%，写的是{told.value:g}%，请核对。"
        yield rule.finding(
            passage,
            part.start,
            told.end,
            said,
            suggestion=f"{right:.1f}%",
            related=places(passage, (whole, part, told)),
        )


# --- an average of things that are no money -----------------------------------------------------------------------------------

_MEAN = lazy.pattern("平均每(?P<each>起|件|场|期|次|处|个|家|户|人|台|亩|名|村|所|座)[^，,。；;\\d]{0,6}$")
_FAR, _CLOSE, _FEW = 6.0, 0.03, 2


class Mean(NamedTuple):
    """An average with the whole and the number of its sentence."""

    mean: Amount
    whole: Amount
    number: Amount


def _means(passage: Passage) -> list[Mean]:
    """「火情6起……过火面积48亩，平均每起过火16亩」."""
    found = []
    for sentence in passage.once(related_statements):
        for mean in sentence.amounts:
            named = _MEAN.search(mean.label)
            if named is None or mean.about or not mean.value or mean.unit in {"元", "%"}:
                continue
            each = "人" if named["each"] == "名" else named["each"]
            before = [one for one in sentence.amounts if one.end <= mean.start and not one.about]
            wholes = [one for one in before if one.unit == mean.unit]
            numbers = [one for one in before if unit_of(one) == each and one.value > 1]
            if not wholes or not numbers or len(wholes) > _FEW or len(numbers) > _FEW or each == mean.unit:
                continue
            ratios = [whole.value / number.value / mean.value for whole in wholes for number in numbers]
            off = all(abs(ratio - 1) > _CLOSE for ratio in ratios) and any(
                1 / _FAR < ratio < _FAR for ratio in ratios
            )
            if off and not re.search(
                "分别|其中|每(?!起|件|场)", sentence.words[: mean.start - sentence.start - len(mean.label)]
            ):
                found.append(Mean(mean, wholes[-1], numbers[0]))
    return found


def _mean_off(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for mean, whole, number in passage.once(_means):
        right = whole.value / number.value
        said = f"{written(whole.value, whole.unit)}除以{written(number.value, number.unit)}是{right:.1f}{mean.unit}，写的是{written(mean.value, mean.unit)}，请核对。"
        yield rule.finding(
            passage,
            mean.start - min(len(mean.label), 8),
            mean.end,
            said,
            related=places(passage, (whole, number, mean)),
        )


# --- ballots ---------------------------------------------------------------------------------------------------------------------

_VALID = lazy.pattern(
    "(?:有效(?:选?票|表决票)|收回(?:选票|表决票|测评票)?|发出(?:选票|表决票))(?:共|为|数)?$"
)
_GOT = lazy.pattern("(?:得票?|获得?)(?:票)?(?:数)?(?:为)?$|得赞成票$")


class Ballot(NamedTuple):
    """Votes that one has got, and the votes that there were."""

    got: Amount
    valid: Amount


def _ballots(passage: Passage) -> list[Ballot]:
    """「有效票1176张……赵刚得票1205票」."""
    every = [one for one in passage.once(amounts_in) if one.unit in {"张", "票"}]
    valid = [one for one in every if _VALID.search(one.label)]
    if not valid:
        return []
    least = min(valid, key=lambda one: one.value)
    return [
        Ballot(one, least)
        for one in every
        if one.unit == "票"
        and one.start > least.start
        and _GOT.search(one.label)
        and least.value < one.value <= 2 * least.value
    ]


def _more_votes(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for got, valid in passage.once(_ballots):
        said = f"有效票{written(valid.value, valid.unit)}，这里得票{written(got.value, got.unit)}，比有效票还多，请核对。"
        yield rule.finding(
            passage, got.start - min(len(got.label), 6), got.end, said, related=places(passage, (valid, got))
        )


# --- reduced to more ---------------------------------------------------------------------------------------------------------------

_FROM = lazy.pattern("(?:合同价|送审(?:价|金额)?|预算(?:价|金额)?|控制价|概算)(?:为)?$")
_TO = lazy.pattern("(?:审定(?:价|金额)?|结算审定价|结算价|决算(?:价|金额)?)(?:为)?$")
_LESS = lazy.pattern("(?:审减|核减|节约|节省|压减)(?:资金|金额)?(?:了|为)?$")


class Reduced(NamedTuple):
    """A sum, a greater one after it, and what is said to be saved."""

    first: Amount
    second: Amount
    saved: Amount


def _reduced(passage: Passage) -> list[Reduced]:
    """「合同价36.8万元，结算审定价39.2万元，审减2.4万元」."""
    found = []
    for sentence in passage.once(related_statements):
        for first, second, saved in zip(
            sentence.amounts, sentence.amounts[1:], sentence.amounts[2:], strict=False
        ):
            plays = _FROM.search(first.label) and _TO.search(second.label) and _LESS.search(saved.label)
            if plays and {first.unit, second.unit, saved.unit} == {"元"} and second.value > first.value:
                found.append(Reduced(first, second, saved))
    return found


def _reduced_to_more(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for first, second, saved in passage.once(_reduced):
        said = f"{written(second.value, '元')}比{written(first.value, '元')}还多，却写「{saved.label[-2:]}」，请核对。"
        yield rule.finding(
            passage, first.start, saved.end, said, related=places(passage, (first, second, saved))
        )


RULES = (
    Rule(
        name="arithmetic.share_of_word",
        category="arithmetic_inconsistency",
        severity="warning",
        explain="「占支出的百分之几」要与前面写的支出算得上。",
        fires="全年收入28.6万元，支出26.4万元。公益金支出6.3万元，占支出的33.9%。",
        passes="全年收入28.6万元，支出26.4万元。公益金支出6.3万元，占支出的23.9%。",
        find=given(_named, _share_of_named),
    ),
    Rule(
        name="arithmetic.mean_of_things",
        category="arithmetic_inconsistency",
        severity="warning",
        explain="平均每起、每场、每处多少，要等于同句的总数除以起数、场数。",
        fires="发生森林火情6起，过火面积48亩，平均每起过火16亩。",
        passes="发生森林火情6起，过火面积48亩，平均每起过火8亩。",
        find=given(_means, _mean_off),
    ),
    Rule(
        name="arithmetic.votes_of_valid",
        category="arithmetic_inconsistency",
        severity="warning",
        explain="一个人的得票数不会比有效票还多。",
        fires="收回1190张，有效票1176张。李明得票1032票，赵刚得票1205票。",
        passes="收回1190张，有效票1176张。李明得票1032票，赵刚得票1105票。",
        find=given(_ballots, _more_votes),
    ),
    Rule(
        name="arithmetic.reduced_to_more",
        category="arithmetic_inconsistency",
        severity="warning",
        explain="审定价比合同价还高，却写审减、节约。",
        fires="文化广场项目合同价36.8万元，结算审定价39.2万元，审减2.4万元。",
        passes="文化广场项目合同价39.2万元，结算审定价36.8万元，审减2.4万元。",
        find=given(_reduced, _reduced_to_more),
    ),
)
