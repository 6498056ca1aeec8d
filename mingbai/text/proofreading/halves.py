"""A single command asks its rules in two processes at once, where the machine has a processor to spare.

Half of a check is what the rules take that weigh words and marks by counted writing or look for wrong forms, and they share
few readings with the others. So a child of the process asks them of each document, the process itself all others, and alone
what is asked besides: hidden text, and careless texts once both have answered. What both find is put together in the order
of the rules, as if one had asked them all. Each loads only the modules of the rules that it asks.
"""

import marshal
import os
from collections.abc import Callable
from functools import partial
from typing import Any, BinaryIO, NoReturn, TypeVar

from mingbai.text import lazy
from mingbai.text.model import Finding, Related
from mingbai.text.proofreading.asking import asked
from mingbai.text.proofreading.engine import Ask, forget_sets
from mingbai.text.proofreading.model import Faint, Passage
from mingbai.text.proofreading.rules import Place, only_of, places
from mingbai.text.proofreading.triggers import RuleSet, said

T = TypeVar("T")
# The modules whose rules a child is asked: those that weigh or look for wrong forms, and the first of the others of words, so many
# that both processes end together. Nothing but the time a check takes depends on which they are, as long as none has rules
# about personal data, which are asked of hidden text too, or of careless texts alone.
WEIGHING = frozenset(
    {
        "outdated.expression",
        "outdated.since",
        "punctuation.unlike",
        "sensitive.wording",
        "topic.deed",
        "topic.sentence",
        "topic.trade",
        "typo.letters",
        "typo.known_row",
        "typo.lost",
        "typo.lost_heads",
        "typo.misfit",
        "typo.near_word",
        "typo.phrase",
        "typo.punctuation",
        "typo.stub",
        "typo.swap",
        "typo.synonyms",
        "typo.word",
    }
)
_OF_WORDS, _UNTIL = "typo.", "typo.h"
# A shorter text is read before a child has begun.
_WORTH_A_CHILD = 800
# Where a rule stands among all, what it finds, what it doubts.
_Answer = tuple[Place, list[Finding], list[Faint]]


def in_two(work: Callable[[Ask], T], characters: int) -> T:
    """`work` on so many characters, done by two processes, of which each asks its share of the rules.

    What `work` does besides is done twice. Where a second process cannot be had, or fails, one asks all rules.
    """
    if characters < _WORTH_A_CHILD or not lazy.is_remembering() or _processors() < 2:
        return work(said)
    ours, theirs = os.pipe()
    try:
        child = os.fork()
    except OSError:
        os.close(ours)
        os.close(theirs)
        return work(said)
    if not child:
        # or it would wait for ever, once nobody else reads what it says
        os.close(ours)
        _be_the_child(work, theirs)
    os.close(theirs)
    try:
        with open(ours, "rb") as told:
            return _of_both(work, partial(_read, told))
    except EOFError:
        return work(said)
    finally:
        os.waitpid(child, 0)


def _of_both(work: Callable[[Ask], T], told: Callable[[], Any]) -> T:
    """EOFError where the child has said too little or too much."""
    forget_sets()
    try:
        with only_of(_is_other):
            done = work(partial(_put_together, told))
    finally:
        forget_sets()
    kind, learnt = told()
    if kind != _LEARNT:
        raise EOFError(kind)
    lazy.learn(learnt)
    return done


_FOUND, _LEARNT = "found", "learnt"
_LENGTH = 8
_BEFORE_RELATED = ("start", "end", "rule", "category", "severity", "quote", "message", "suggestion")


def is_the_childs(module: str) -> bool:
    """Whether a child is asked the rules of this module, as `typo.swap`."""
    return module in WEIGHING or _OF_WORDS < module < _UNTIL


def _is_other(module: str) -> bool:
    return not is_the_childs(module)


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "fork") and hasattr(os, "sched_getaffinity") else 1


def _be_the_child(work: Callable[[Ask], Any], pipe: int) -> NoReturn:
    """Whatever goes wrong is met again by the process that asked, and only that one ends as a command does."""
    try:
        forget_sets()
        with open(pipe, "wb") as told, only_of(is_the_childs):
            work(partial(_tell, told))
            _write(told, _LEARNT, lazy.learnt())
    finally:
        os._exit(0)


def _write(pipe: BinaryIO, kind: str, said: Any) -> None:
    """Plain values; `pickle` would take as long to load as five of the modules of rules."""
    payload = marshal.dumps((kind, said))
    pipe.write(len(payload).to_bytes(_LENGTH, "little") + payload)
    pipe.flush()


def _read(pipe: BinaryIO) -> tuple[str, Any]:
    head = pipe.read(_LENGTH)
    length = int.from_bytes(head, "little")
    payload = pipe.read(length)
    if len(head) < _LENGTH or len(payload) < length:
        raise EOFError
    kind, said = marshal.loads(payload)  # noqa: S302 - a copy of this very process has written it
    return kind, said


def _tell(pipe: BinaryIO, rules: RuleSet, passage: Passage) -> list[Finding]:
    answers = [
        (place, list(map(_plain, found)), [(odds, _plain(one)) for odds, one in doubts])
        for place, found, doubts in _answers(rules, passage)
    ]
    _write(pipe, _FOUND, answers)
    return []


def _plain(one: Finding) -> tuple[Any, ...]:
    related = [(other.start, other.end, other.file) for other in one.related]
    return (*(getattr(one, name) for name in _BEFORE_RELATED), related, one.weak)


def _finding(plain: tuple[Any, ...]) -> Finding:
    related, weak = plain[-2:]
    known = dict(zip(_BEFORE_RELATED, plain, strict=False))
    return Finding(**known, related=tuple(Related(*other) for other in related), weak=weak)


def _put_together(told: Callable[[], tuple[str, Any]], rules: RuleSet, passage: Passage) -> list[Finding]:
    answers = _answers(rules, passage)
    kind, others = told()
    if kind != _FOUND:
        raise EOFError(kind)
    answers += [
        (place, list(map(_finding, found)), [Faint(odds, _finding(one)) for odds, one in doubts])
        for place, found, doubts in others
    ]
    answers.sort(key=lambda answer: answer[0])
    passage.faint[:] = [doubt for _, _, doubts in answers for doubt in doubts]
    return [one for _, found, _ in answers for one in found]


def _answers(rules: RuleSet, passage: Passage) -> list[_Answer]:
    answers: list[_Answer] = []
    place = places()
    for rule, find in rules.awake(passage):
        before = len(passage.faint)
        found = asked(rule, find, passage)
        if found or len(passage.faint) > before:
            answers.append((place[rule.name], found, passage.faint[before:]))
    return answers
