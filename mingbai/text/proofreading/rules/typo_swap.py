"""Fixed phrases in which a rewriting machine put a near-synonym for one word: 「重要讲话」 → 「紧张讲话」.

The list says what such machines put for a word; every phrase of the list of phrases that opens or ends with the word
gives the forms to look for. A form that edited text uses as well is no sign of a machine.
"""

from collections.abc import Iterator, Sequence

from mingbai.text.model import Finding, Severity
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import Entry, cuts_through_word, is_quoted
from mingbai.text.proofreading.rules._lexicon import table

# Phrases of two words up to three; in longer ones the shorter are contained.
_SHORTEST, _LONGEST = 4, 6
_WORD = 2


def _swaps(phrases: Sequence[Entry], swaps: Sequence[Entry]) -> dict[str, tuple[str, Severity] | None]:
    """What each form stands for and how grave it is; None for a phrase that is right."""
    usual = {phrase for row in swaps for phrase in row.get("usual", "").split()}
    right = {row["phrase"] for row in phrases}
    put_for: dict[str, list[tuple[str, Severity]]] = {}
    for row in swaps:
        if "word" in row:
            put_for[row["word"]] = [(word, "warning") for word in row.get("sure", "").split()]
            put_for[row["word"]] += [(word, "info") for word in row.get("doubtful", "").split()]
    meant: dict[str, tuple[str, Severity] | None] = dict.fromkeys(usual)
    for phrase in right:
        if _SHORTEST <= len(phrase) <= _LONGEST:
            meant[phrase] = None
            for form, severity in _forms(phrase, put_for):
                if form not in right:
                    meant.setdefault(form, (phrase, severity))
    return meant


_SWAPS = table(("phrases", "swaps"), _swaps)


def _forms(phrase: str, put_for: dict[str, list[tuple[str, Severity]]]) -> Iterator[tuple[str, Severity]]:
    for word, severity in put_for.get(phrase[:_WORD], ()):
        yield word + phrase[_WORD:], severity
    for word, severity in put_for.get(phrase[-_WORD:], ()):
        yield phrase[:-_WORD] + word, severity


def _find(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for start, end, (phrase, severity) in _SWAPS.matches(passage):
        if (
            passage.in_web_residue(start)
            or is_quoted(passage.text, start, end)
            or cuts_through_word(passage.text, start, end)
        ):
            continue
        yield rule.finding(
            passage,
            start,
            end,
            f"「{passage.text[start:end]}」不是通行的搭配，疑为改写时把「{phrase}」里的词换成了近义词。",
            suggestion=phrase,
            severity=severity,
        )


RULES = (
    Rule(
        name="typo.swapped_word",
        category="typo",
        severity="warning",
        explain="固定搭配里有一个词被机器换成近义词，如「热门问题」「公然透明」「监视检查」。换上的词别处常用的，只作提示。",
        fires="规范办事法式，接受群众监视。",
        passes="规范办事程序，接受群众监督，监视鼠害发生情况。",
        find=_find,
    ),
)
