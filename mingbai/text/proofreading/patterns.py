"""The commonest kind of rule: a pattern, the words it stands for, a sentence that says what is wrong."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule, computed
from mingbai.text.proofreading.triggers import (
    Words,
    lines_with,
    matches,
    sought,
    waiting_for,
    words_of,
)

Finder = Callable[[Rule, Passage], Iterator[Finding]]
HAN = "一-鿿"
_OPENING = '“‘「『"'
_CLOSES_SOON = lazy.pattern('[^“”‘’，。；\n]{0,6}[”’」』"]')


def mentioned(passage: Passage, match: re.Match[str]) -> bool:
    """「不得保留“20xx年”一类占位符」 speaks of the mark; it was not forgotten there."""
    before = passage.text[match.start() - 1 : match.start()]
    return before != "" and before in _OPENING and _CLOSES_SOON.match(passage.text, match.end()) is not None


def _uncommon(passage: Passage) -> str:
    return passage.uncommon


@dataclass(eq=False, repr=False)
class Search:
    """A `find` that reports the matches of a pattern; see `searching`. The pattern is compiled when it is first needed."""

    pattern: re.Pattern[str]
    message: str
    needs: str
    needs_class: str
    lines: Words
    suggestion: str | None
    unless: Callable[[Passage, re.Match[str]], bool] | None
    in_web: bool
    barred: frozenset[str]

    def waiting_for(self, words: Words) -> "Search":
        """The same search on those lines alone that hold one of the words."""
        return replace(self, lines=waiting_for(words))

    @property
    def near(self) -> Words:
        """What the rule waits for: the words given for its lines, or else those that its pattern holds."""
        return self.lines or words_of(self.pattern)

    @property
    def view(self) -> Callable[[Passage], object] | None:
        """A text without odd characters needs no search for one."""
        return _uncommon if self.needs_class else None

    def __call__(self, rule: Rule, passage: Passage) -> Iterator[Finding]:
        if self.needs and not self.near and not any(map(passage.body.__contains__, self.needs)):
            return
        if self.needs_class and not (passage.uncommon and self._any_of.search(passage.uncommon)):
            return
        for match in self._matches(passage):
            if not self._excused(passage, match):
                yield self._finding(rule, passage, match)

    @computed
    def _any_of(self) -> re.Pattern[str]:
        return re.compile(f"[{self.needs_class}]")

    @computed
    def _group(self) -> str | int:
        return "mark" if "mark" in self.pattern.groupindex else 0

    @computed
    def _marks(self) -> tuple[str, ...]:
        return tuple(name for name in self.pattern.groupindex if name.startswith("mark"))

    def _matches(self, passage: Passage) -> Iterator[re.Match[str]]:
        if not self.lines or words_of(self.pattern):
            yield from matches(passage, self.pattern)
            return
        for start, end in lines_with(passage, self.lines):
            yield from self.pattern.finditer(passage.text, start, end)

    def _excused(self, passage: Passage, match: re.Match[str]) -> bool:
        if self.barred and passage.text[match.start() - 1 : match.start()] in self.barred:
            return True
        if not self.in_web and passage.in_web_residue(match.start()):
            return True
        return self.unless is not None and self.unless(passage, match)

    def _finding(self, rule: Rule, passage: Passage, match: re.Match[str]) -> Finding:
        group = self._group
        if group == "mark" and match["mark"] is None:
            group = next((name for name in self._marks if match[name] is not None), 0)
        start, end = match.span(group)
        words = match.group(group)
        advice = self.suggestion.replace("{}", words) if self.suggestion else None
        return rule.finding(passage, start, end, self.message.replace("{}", words), suggestion=advice)


def searching(
    pattern: str,
    message: str,
    *,
    needs: str = "",
    needs_class: str = "",
    near: str = "",
    suggestion: str | None = None,
    unless: Callable[[Passage, re.Match[str]], bool] | None = None,
    flags: int = 0,
    in_web: bool = False,
    not_after: str = "",
) -> Search:
    """A `find` that reports each match of `pattern` or its group `mark`, `mark2` … where it has one; in web residue only if `in_web`.

    `needs`: characters of which at least one occurs in every match, `needs_class`: odd characters (none of GB 2312)
    of which one does, as the inside of a regular expression's brackets; a text without them is not searched. `near`: words, apart by blanks, of which one
    stands in every match or on its line; only lines that hold one are searched, so the pattern must not cross lines.
    `{}` in `message` and `suggestion` becomes the reported words. `unless` refuses a match, and so
    does a character of `not_after` before it: a pattern that begins with what it looks for is found much faster.
    """
    return Search(
        pattern=sought(pattern, flags),
        message=message,
        needs=needs,
        needs_class=needs_class,
        lines=waiting_for(tuple(near.split())),
        suggestion=suggestion,
        unless=unless,
        in_web=in_web,
        barred=frozenset(not_after),
    )
