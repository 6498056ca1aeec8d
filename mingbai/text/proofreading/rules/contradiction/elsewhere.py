"""One thing told elsewhere in another way: the same people full-time and part-time, the same charge by another sum, an office in brackets in another place."""

import re
from collections.abc import Iterator
from itertools import combinations, islice
from typing import NamedTuple

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN
from mingbai.text.proofreading.rules._knowledge import Waiting, hint_of
from mingbai.text.proofreading.rules._told import number_in
from mingbai.text.proofreading.rules._twice import AT_MOST, apart
from mingbai.text.proofreading.rules._universal import NUMBER, in_plans, sentence_at
from mingbai.text.proofreading.triggers import matches_near, waiting_for

# --- full-time and part-time ------------------------------------------------------------------------------------------

_STAFF = lazy.pattern(
    rf"(?P<kind>专职|兼职)(?:的)?(?P<who>[{HAN}]{{0,8}}?)(?P<n>{NUMBER})(?:名|人|位)|(?P<n2>{NUMBER})(?:名|位)(?P<kind2>专职|兼职)(?P<who2>[{HAN}]{{0,6}})"
)
_STAFF_WORDS = waiting_for(("专职", "兼职"))


def _kind_of_staff(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「配备兼职人员2名」 and 「镇里2名专职人员业务不熟」."""
    told: dict[str, list[re.Match[str]]] = {"专职": [], "兼职": []}
    for match in islice(matches_near(passage, _STAFF_WORDS, _STAFF, 24), AT_MOST):
        words = "".join(sentence_at(passage, match.start(), match.end()))
        if not re.search("各|每|其中|去年|原|要|将|应", words[:40]) and not in_plans(passage, match.start()):
            told[match["kind"] or match["kind2"]].append(match)
    if len(told["专职"]) != 1 or len(told["兼职"]) != 1:
        return
    first, second = sorted((told["专职"][0], told["兼职"][0]), key=lambda one: one.start())
    same = number_in(first["n"] or first["n2"]) == number_in(second["n"] or second["n2"])
    if same and re.search("[。\n]", passage.text[first.end() : second.start()]):
        said = f"一处说「{first[0]}」，一处说「{second[0]}」，如果说的是同一些人，请核对。"
        yield from apart(rule, passage, first.span(), second.span(), said)


# --- one charge, two sums ---------------------------------------------------------------------------------------------------

_PER = "每生|每人|每户|每亩|每学期|每月|每年|每天|每次|每餐|每吨|每度|每证|每本|每册|每车|每平方米"
_CHARGE = lazy.pattern(
    rf"(?P<per>(?:{_PER}){{1,2}})(?:收取|收|缴纳|交纳|补助|补贴|发放|为|按|不超过|标准)?(?P<n>\d{{1,5}}(?:\.\d{{1,2}})?)元"
)
_CHARGE_WORDS = waiting_for(tuple(_PER.split("|")))
_GRADES = lazy.pattern(
    "小学|初中|高中|[一二三四五六七八九]年级|[大中小托]班|[甲乙丙一二三]类|[一二三]档|[一二三]级|本科|专科|住宿|走读|寄宿|城[镇市]|农村|职工|居民|提高|调整|增加|降|原|上年|去年|20\\d\\d|其中|另|减半|补差|分散|集中|重度|轻度|[A-D]|岁|以上|以下|首|超|特困|一般"
)
_NOUN = lazy.pattern("[一-鿿]{3,}")
_KEY = 4


class Charge(NamedTuple):
    """What is charged or paid, for what each, how much."""

    words: str
    per: frozenset[str]
    value: str
    start: int
    end: int


def _charges(passage: Passage) -> list[Charge]:
    found = []
    for match in islice(matches_near(passage, _CHARGE_WORDS, _CHARGE, 30), AT_MOST):
        before, behind = sentence_at(passage, match.start(), match.end())
        clauses = re.split("[，,：:]", before)
        words = (
            "".join(clauses[-3:])[-24:] if not clauses[-1] else clauses[-1] + "，" + "".join(clauses[-2:-1])
        )
        if not _GRADES.search(before[-24:] + behind[:12]):
            per = frozenset(re.findall(_PER, match["per"]))
            found.append(Charge(words, per, match["n"], match.start(), match.end()))
    return found


def _shared(one: str, other: str) -> bool:
    """Whether two wordings have four characters in a row in common: 「课后服务」."""
    pieces = {run[at : at + _KEY] for run in _NOUN.findall(one) for at in range(len(run) - _KEY + 1)}
    return any(
        piece in other and not re.search("[每元的]|标准|收取|按照|房屋|建筑|面积|住宅", piece)
        for piece in pieces
    )


def _two_sums(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「课后服务费每生每学期300元」 and 「课后服务实行自愿，每学期收取360元」."""
    told = _charges(passage)
    for one, other in combinations(told, 2):
        apart_by = passage.text[one.end : other.start]
        if one.value == other.value or not one.per & other.per or not re.search("[。；;\n]", apart_by):
            continue
        if _shared(one.words, other.words):
            said = f"一处是{one.value}元，一处是{other.value}元，如果说的是同一项，请核对。"
            yield from apart(rule, passage, (one.start, one.end), (other.start, other.end), said)
            return


# --- an office in brackets ------------------------------------------------------------------------------------------------------

_OFFICE = lazy.pattern(
    rf"(?P<lead>(?<!原)领导小组)?(?:下设)?办公室(?P<mark>[（(，,]?)(?:办公室)?(?:设在|设于|挂靠在?)(?P<place>[{HAN}]{{2,10}}?)(?=[，,。；;）)\n]|负责|具体|承担|由)"
)
_OFFICE_WORDS = waiting_for(("设在", "设于", "挂靠"))


def _office_elsewhere(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「领导小组办公室设在局办公室」 and 「领导小组办公室（设在法规股）」."""
    told = list(islice(matches_near(passage, _OFFICE_WORDS, _OFFICE, 30), AT_MOST))
    for one, other in combinations(told, 2):
        names = sorted((one["place"], other["place"]), key=len)
        bracketed = {"（", "("} & {one["mark"], other["mark"]}
        if (
            bracketed
            and one["lead"]
            and other["lead"]
            and names[0][-3:] not in names[1]
            and names[1][-3:] not in names[0]
        ):
            said = f"一处说「{one[0]}」，一处说「{other[0]}」，请核对。"
            yield from apart(rule, passage, one.span(), other.span(), said)
            return


_rule = hint_of("contradiction", "internal_contradiction")

RULES = (
    _rule(
        "kind_of_staff",
        "同样几名人员，一处说专职，一处说兼职。",
        "下设办公室，配备兼职人员2名。\n镇里2名专职人员业务不熟。",
        "下设办公室，配备兼职人员2名。\n镇里2名兼职人员业务不熟。",
        Waiting(_STAFF_WORDS, _kind_of_staff),
    ),
    _rule(
        "one_charge_two_sums",
        "同一项收费、补助，两处的金额不同。",
        "课后服务费每生每学期300元。\n课后服务实行自愿，每学期收取360元。",
        "课后服务费每生每学期300元。\n课后服务实行自愿，每学期收取300元。",
        Waiting(_CHARGE_WORDS, _two_sums),
    ),
    _rule(
        "office_in_brackets",
        "领导小组办公室，括号里写的地点与前面不同。",
        "领导小组办公室设在局办公室，负责协调。\n领导小组办公室（设在法规股）人员不足。",
        "领导小组办公室设在局法规股，负责协调。\n领导小组办公室（设在法规股）人员不足。",
        Waiting(_OFFICE_WORDS, _office_elsewhere),
    ),
)
