"""Rules made of rows: words of which one must stand on the line, a pattern with what is reported as `mark`, what is said
of it, how grave it is."""

from collections.abc import Iterator

from mingbai.text.model import Finding, Severity
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import Waiting, is_quoted, listed
from mingbai.text.proofreading.rules.web.residue import is_cut
from mingbai.text.proofreading.triggers import holds, matches, sought, waiting_for

Row = tuple[str, str, str, Severity]


def _with_either_comma(words: str) -> tuple[str, ...]:
    """The words, and those with a comma with that of half width too."""
    every = listed(words)
    return (*every, *(word.replace("，", ",") for word in every if "，" in word))


def rows_of(rows: tuple[Row, ...]) -> Waiting:
    """Reports the group `mark` of each row on the lines that hold one of its words."""
    made = [
        (waiting_for(_with_either_comma(words)), sought(pattern), said, severity)
        for words, pattern, said, severity in rows
    ]

    def find(rule: Rule, passage: Passage) -> Iterator[Finding]:
        for words, pattern, said, severity in made:
            for match in matches(passage, pattern) if holds(passage, words) else ():
                start, end = match.span("mark")
                if is_cut(passage, match.start(), end) or is_cut(passage, start, end):
                    continue
                if not passage.in_web_residue(start) and not is_quoted(passage.text, start, end):
                    message = said.replace("{}", match["mark"]) + "。"
                    yield rule.finding(passage, start, end, message, severity=severity)

    return Waiting(tuple(word for words, _, _, _ in made for word in words), find)
