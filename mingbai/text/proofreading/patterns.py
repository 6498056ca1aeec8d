"""The commonest kind of rule: a pattern, the words it stands for, a sentence that says what is wrong."""

import re
from collections.abc import Callable, Iterator

from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule

Finder = Callable[[Rule, Passage], Iterator[Finding]]
HAN = "一-鿿"
_OPENING = '“‘「『"'
_CLOSES_SOON = re.compile('[^“”‘’，。；\n]{0,6}[”’」』"]')


def mentioned(passage: Passage, match: re.Match[str]) -> bool:
    """「不得保留“20xx年”一类占位符」 speaks of the mark; it was not forgotten there."""
    before = passage.text[match.start() - 1 : match.start()]
    return before != "" and before in _OPENING and _CLOSES_SOON.match(passage.text, match.end()) is not None


def searching(
    pattern: str,
    message: str,
    *,
    needs: str = "",
    needs_class: str = "",
    suggestion: str | None = None,
    unless: Callable[[Passage, re.Match[str]], bool] | None = None,
    flags: int = 0,
    in_web: bool = False,
    not_after: str = "",
) -> Finder:
    """A `find` that reports each match of `pattern` or its group `mark` where it has one; in web residue only if `in_web`.

    `needs`: characters of which at least one occurs in every match, `needs_class`: the same as the inside of a
    regular expression's brackets; a text without them is not searched.
    `{}` in `message` and `suggestion` becomes the reported words. `unless` refuses a match, and so
    does a character of `not_after` before it: a pattern that begins with what it looks for is found much faster.
    """
    compiled = re.compile(pattern, flags)
    any_of = re.compile(f"[{needs_class}]") if needs_class else None
    barred = frozenset(not_after)
    group = "mark" if "mark" in compiled.groupindex else 0

    def find(rule: Rule, passage: Passage) -> Iterator[Finding]:
        if needs and passage.characters.isdisjoint(needs):
            return
        if any_of and not any_of.search(passage.alphabet):
            return
        for match in compiled.finditer(passage.text, passage.start, passage.end):
            if not_after and passage.text[match.start() - 1 : match.start()] in barred:
                continue
            if (not in_web and passage.in_web_residue(match.start(group))) or (
                unless and unless(passage, match)
            ):
                continue
            start, end = match.span(group)
            words = match.group(group)
            advice = suggestion.replace("{}", words) if suggestion else None
            yield rule.finding(passage, start, end, message.replace("{}", words), suggestion=advice)

    return find
