"""A single command asks its rules in two processes at once, where the machine has a processor to spare.

Half of a check is what the rules take that weigh words and marks by counted writing, and they share few readings with the
others. So a child of the process asks them, the process itself all others; what both find is put together in the order
of the rules, as if one had asked them all.
"""

import os
from collections.abc import Callable, Mapping
from functools import cache, partial
from typing import Any, BinaryIO, NoReturn, TypeVar

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.asking import asked
from mingbai.text.proofreading.engine import Ask
from mingbai.text.proofreading.model import Faint, Passage
from mingbai.text.proofreading.rules import all_rules
from mingbai.text.proofreading.standing import know_all_words
from mingbai.text.proofreading.triggers import RuleSet, said

T = TypeVar("T")
# So the names of the weighing rules begin. Nothing but the time a check takes depends on which they are.
_WEIGHING = (
    "punctuation.unlike_",
    "topic.sentence_of_other_",
    "typo.broken_word",
    "typo.collocation_",
    "typo.governed_",
    "typo.letter_",
    "typo.like_sense",
    "typo.lost_character",
    "typo.mark_lost",
    "typo.misfit_",
    "typo.near_word",
    "typo.run_on",
    "typo.saying_runs_on",
)
# A shorter text is read before a child has begun.
_WORTH_A_CHILD = 800
# A rule by its name, what it finds, what it doubts.
_Answer = tuple[str, list[Finding], list[Faint]]


def in_two(work: Callable[[Ask], T], characters: int) -> T:
    """`work` on so many characters, done by two processes, of which each asks its share of the rules.

    What `work` does besides is done twice. Where a second process cannot be had, or fails, one asks all rules.
    """
    if characters < _WORTH_A_CHILD or not lazy.is_remembering() or _processors() < 2:
        return work(said)
    # What both need is loaded while there is one.
    all_rules()
    know_all_words()
    import pickle  # for this alone

    ours, theirs = os.pipe()
    try:
        child = os.fork()
    except OSError:
        os.close(ours)
        os.close(theirs)
        return work(said)
    if not child:
        _be_the_child(work, theirs, pickle.dump)
    os.close(theirs)
    try:
        with open(ours, "rb") as told:
            done = work(partial(_put_together, partial(pickle.load, told)))
            lazy.learn(pickle.load(told))  # noqa: S301 - a copy of this very process has written it
        return done
    except (EOFError, pickle.UnpicklingError):
        return work(said)
    finally:
        os.waitpid(child, 0)


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "fork") and hasattr(os, "sched_getaffinity") else 1


def _be_the_child(
    work: Callable[[Ask], Any], pipe: int, dump: Callable[[object, BinaryIO], None]
) -> NoReturn:
    """Whatever goes wrong is met again by the process that asked, and only that one ends as a command does."""
    try:
        with open(pipe, "wb") as told:
            work(partial(_tell, dump, told))
            dump(lazy.learnt(), told)
    finally:
        os._exit(0)


def _tell(
    dump: Callable[[object, BinaryIO], None], told: BinaryIO, rules: RuleSet, passage: Passage
) -> list[Finding]:
    dump(_answers(_share(rules, weighing=True), passage), told)
    told.flush()
    return []


def _put_together(told: Callable[[], list[_Answer]], rules: RuleSet, passage: Passage) -> list[Finding]:
    order = _order(rules)
    answers = [*_answers(_share(rules, weighing=False), passage), *told()]
    answers.sort(key=lambda answer: order[answer[0]])
    passage.faint[:] = [doubt for _, _, doubts in answers for doubt in doubts]
    return [one for _, found, _ in answers for one in found]


def _answers(rules: RuleSet, passage: Passage) -> list[_Answer]:
    answers: list[_Answer] = []
    for rule, find in rules.awake(passage):
        before = len(passage.faint)
        found = asked(rule, find, passage)
        if found or len(passage.faint) > before:
            answers.append((rule.name, found, passage.faint[before:]))
    return answers


@cache
def _share(rules: RuleSet, *, weighing: bool) -> RuleSet:
    return RuleSet(tuple(rule for rule in rules.members if rule.name.startswith(_WEIGHING) is weighing))


@cache
def _order(rules: RuleSet) -> Mapping[str, int]:
    return {rule.name: place for place, rule in enumerate(rules.members)}
