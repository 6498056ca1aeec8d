"""Asks one rule of one passage. A rule that fails stops no check: the answer says that it failed, and all others are asked.

Whoever tests rules sets MINGBAI_STRICT_RULES, and then a rule that fails ends the check.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Protocol, TypeVar

from mingbai.text.model import Finding
from mingbai.text.packed import DamagedTable
from mingbai.text.proofreading.model import Passage, Rule

T = TypeVar("T")


class _Item(Protocol):
    """A finding, or the row that is kept of one."""

    @property
    def category(self) -> str: ...
    @property
    def message(self) -> str: ...


Item = TypeVar("Item", bound=_Item)
# The category of what stands among the findings for a rule that failed; no rule has it.
FAILED = "rule_failed"
STRICT = "MINGBAI_STRICT_RULES"


def asked(rule: Rule, find: Callable[[Rule, Passage], Iterator[Finding]], passage: Passage) -> list[Finding]:
    """What a rule finds; where it fails, what it had found until then and that it has failed."""
    found: list[Finding] = []
    start, end = passage.start, passage.end
    try:
        for one in find(rule, passage):
            if one.start >= start and one.end <= end:
                found.append(one)
            elif own := _own_part(passage, one):
                found.append(own)
    except Exception as error:  # noqa: BLE001 - one rule of some 2,000 must not cost the answers of all others
        _must_pass(error)
        _log(f"规则 {rule.name} 读「{passage.source.file or '工作台里的文稿'}」时出错")
        return [*found, _failure(rule, passage)]
    return found


def unless_it_fails(otherwise: T, say: Callable[..., T], *of_what: object) -> T:
    """What tells which rules to ask, or which findings to keep; where it fails, `otherwise`: nothing is lost by it.

    Rules that are woken so say themselves that they fail; in the log stands what did first.
    """
    try:
        return say(*of_what)
    except Exception as error:  # noqa: BLE001 - the rules that it wakes fail alike and are told one by one
        _must_pass(error)
        _log(f"{getattr(say, '__qualname__', say)} 出错，没有按它取舍")
        return otherwise


def within(passage: Passage, found: Sequence[Finding]) -> list[Finding]:
    """The findings as far as they stand in the document, or in a piece of web page around it."""
    return [own for one in found if (own := _own_part(passage, one))]


def _own_part(passage: Passage, one: Finding) -> Finding | None:
    start, end = max(one.start, passage.start), min(one.end, passage.end)
    if (start, end) == (one.start, one.end) or _is_around(passage, one):
        return one
    return replace(one, start=start, end=end, quote=passage.text[start:end]) if start < end else None


def _is_around(passage: Passage, one: Finding) -> bool:
    return any(piece.start <= one.start and one.end <= piece.end for piece in passage.web)


def is_failure(one: Finding) -> bool:
    """Whether it is no finding, but says that a rule failed."""
    return one.category == FAILED


def failures_in(found: Iterable[Item]) -> list[Item]:
    """What people are told of failed rules: each once, in however many documents of a file it failed."""
    told: dict[str, Item] = {}
    for one in found:
        if one.category == FAILED:
            told.setdefault(one.message, one)
    return list(told.values())


def _failure(rule: Rule, passage: Passage) -> Finding:
    if rule.category == "personal_data":
        remedy = "请自行核对这一类个人信息，并把这份文稿和规则名报告系统管理员。"
    else:
        remedy = "请自行核对这一类问题，并把这份文稿和规则名报告系统管理员；修好以前可以关闭这条规则（后台「规则开关」，命令行 --disable {}）。"
    return Finding(
        start=passage.start,
        end=passage.start,
        rule=rule.name,
        category=FAILED,
        severity="warning",
        quote="",
        message=f"规则 {rule.name}（{rule.explain.partition('。')[0]}）没能读完这份文稿，这一类问题没有查全；其他规则都查过了。",
        suggestion=remedy.format(rule.name),
    )


def _must_pass(error: Exception) -> None:
    """A damaged table makes the whole check begin again; without memory nothing more can be asked."""
    if os.environ.get(STRICT) or isinstance(error, DamagedTable | MemoryError):
        raise error


def _log(what: str) -> None:
    import logging  # costs a single command time, and is for the day on which a rule fails

    logging.getLogger("mingbai.text.proofreading").exception("%s", what)
