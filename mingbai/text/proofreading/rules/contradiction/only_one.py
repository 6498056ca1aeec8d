"""What can only be one of several ways or kinds: all of one and some of another; duties of two bodies changed about."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN
from mingbai.text.proofreading.rules._knowledge import Entry, Waiting, compiled, hint_of
from mingbai.text.proofreading.rules._twice import apart, compared
from mingbai.text.proofreading.rules._universal import COUNTERS, NUMBER, sentence_at
from mingbai.text.proofreading.triggers import matches_near, waiting_for

# --- all of one kind, and some of another -----------------------------------------------------------------------------

_ALL_WORDS = waiting_for(("均", "都", "全部", "一律", "全是", "全为"))
_ALL = lazy.pattern(
    rf"(?:均|都|全部|一律|全(?=[是为]))(?:已)?(?:采用|采取|通过|以|为|是|系|属于?|实行|推行|做到了?|实现了?|使用|按照?)?(?P<value>[{HAN}]{{1,8}})(?=[，,。；;、\n（(]|$)"
)
_OTHERS = lazy.pattern(
    "其余|其他|其它|余下|剩余|剩下|除|部分|要|须|应|今后|下一?步|将|原来|过去|以往|此前|改为|不再"
)
_TAIL = lazy.pattern(
    "(?:反映|信访|来访|意见|投诉|举报|诉求|申请|提出|方式|渠道|形式|途径|进行|公开|公布|人员|干部|等次|以上|办理|受理|采购|发放|支付|答复|处理|更新|公示|的)*$"
)
_LINE = 240


class Kinds(NamedTuple):
    """Ways of saying one of several values: each word → its set of values and its place in it."""

    places: dict[str, tuple[tuple[int, int], ...]]
    sets: tuple[tuple[tuple[str, ...], ...], ...]


def _kinds(rows: Sequence[Entry]) -> Kinds:
    sets = tuple(tuple(tuple(value.split()) for value in row["values"]) for row in rows)
    places: dict[str, list[tuple[int, int]]] = {}
    for number, values in enumerate(sets):
        for place, words in enumerate(values):
            for word in words:
                places.setdefault(word, []).append((number, place))
    return Kinds({word: tuple(found) for word, found in places.items()}, sets)


def _all_of_one(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「网上申请3件、信函申请2件，均为当面申请」."""
    kinds = compiled(passage, ("exclusive",), _kinds)
    for match in compared(matches_near(passage, _ALL_WORDS, _ALL, 30)):
        word = _TAIL.sub("", match["value"])
        before, behind = sentence_at(passage, match.start(), match.end())
        clause = re.split("[，,]", before)[-1]
        if word not in kinds.places or match["value"].endswith("以上") or _OTHERS.search(clause + match[0]):
            continue
        for number, place in kinds.places[word]:
            others = [one for at, words in enumerate(kinds.sets[number]) if at != place for one in words]
            there = _some_of(passage, match, others, word)
            if there and "除" not in before:
                told, said = passage.text[slice(*there)], match[0]
                message = f"一处说「{told}」，另一处说「{said}」，不能都是「{word}」，请核对。"
                yield from apart(rule, passage, there, match.span(), message, doubted="later")
                break


def _some_of(
    passage: Passage, match: re.Match[str], others: Sequence[str], own: str
) -> tuple[int, int] | None:
    """Where in the same paragraph some are said to be of another kind; anywhere, where the claim is of the ways themselves."""
    text, start = passage.text, match.start()
    low = max(passage.start, start - _LINE, text.rfind("\n", passage.start, start) + 1)
    stop = text.find("\n", match.end(), min(passage.end, match.end() + _LINE))
    high = stop if stop >= 0 else min(passage.end, match.end() + _LINE)
    words = "|".join(map(re.escape, sorted(others, key=len, reverse=True)))
    some = re.compile(
        rf"(?:(?<![{HAN}]非)(?:{words})(?!事项|单位|部门|平台|窗口|业务)[{HAN}]{{0,6}}?(?P<n>{NUMBER})(?:{COUNTERS})|(?P<n2>{NUMBER})(?:{COUNTERS})[{HAN}]{{0,3}}?(?:{words})(?!{own}))"
    )
    for found in some.finditer(text, low, high):
        if own in found[0] and len(own) > 1 or found.start() < match.end() and match.start() < found.end():
            continue
        if not _OTHERS.search("".join(sentence_at(passage, found.start(), found.start()))[:_LINE]):
            return found.span()
    return None


# --- duties changed about -----------------------------------------------------------------------------------------------

_DUTY_WORDS = waiting_for(("负责", "承担", "牵头"))
_DUTY = lazy.pattern(
    rf"(?:^|(?<=[，,。；;：:、\n由）)]))(?P<body>[{HAN}]{{2,8}}?(?:所|办|办公室|股|科|站|局|中心|室|大队|队|处|部|组|委|院))(?:具体|主要|牵头)?(?:负责|承担|牵头(?!负责))(?P<duty>[^，,。；;\n]{{2,24}})"
)


def _names(rows: Sequence[Entry]) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    return tuple((tuple(row["names"].split()), tuple(row["things"].split())) for row in rows)


def _of_body(passage: Passage, body: str) -> tuple[str, ...]:
    for names, things in compiled(passage, ("duties",), _names):
        if any(name in body for name in names):
            return things
    return ()


def _duties_changed(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「财政所负责民政救助信息，民政办负责财政资金信息」."""
    told = list(compared(matches_near(passage, _DUTY_WORDS, _DUTY, 50)))
    for one, other in combinations(told, 2):
        if "\n" in passage.text[one.end() : other.start()] or one["body"] == other["body"]:
            continue
        own, others = _of_body(passage, one["body"]), _of_body(passage, other["body"])
        if not own or not others or own is others:
            continue
        turned = _speaks_of(one["duty"], others) and _speaks_of(other["duty"], own)
        if turned and not _speaks_of(one["duty"], own) and not _speaks_of(other["duty"], others):
            said = f"「{one['body']}」和「{other['body']}」负责的事疑写颠倒了，请核对。"
            yield rule.finding(passage, one.start(), other.end(), said)


def _speaks_of(duty: str, things: Sequence[str]) -> bool:
    return any(thing in duty for thing in things)


_rule = hint_of("contradiction", "internal_contradiction")

RULES = (
    _rule(
        "all_of_one_kind",
        "方式、频次、结果只能是一样的：写了网上申请3件，又说均为当面申请。",
        "收到公开申请5件，其中网上申请3件、信函申请2件，均为当面申请。",
        "收到公开申请5件，其中网上申请3件，其余均为当面申请。",
        Waiting(_ALL_WORDS, _all_of_one),
    ),
    _rule(
        "duties_changed_about",
        "两个机构负责的事写颠倒了。",
        "财政所负责民政救助信息，民政办负责财政资金信息。",
        "财政所负责财政资金信息，民政办负责民政救助信息。",
        Waiting(_DUTY_WORDS, _duties_changed),
    ),
)
