"""Fixed phrases in which a rewriting machine put a near-synonym for one word: 「重要讲话」 → 「紧张讲话」.

The list says what such machines put for a word; every phrase of the list of phrases that opens or ends with the word
gives the forms to look for. A form that edited text uses as well is no sign of a machine, unless the text has been
shown to be rewritten by others: then doubtful forms are warned of, and such words are shown outside phrases too.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from mingbai.text import dictionary
from mingbai.text.model import Finding, Recognised, Severity
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import Entry, compiled, given, is_quoted, words_around
from mingbai.text.proofreading.rules._laid_aside import sure_alone
from mingbai.text.proofreading.rules._lexicon import Words, table
from mingbai.text.proofreading.rules.typo.confusion import washed_forms
from mingbai.text.runs import stands_in_official_writing

# Phrases of two words up to three; in longer ones the shorter are contained.
_SHORTEST, _LONGEST = 4, 6
_WORD = 2
_DONE = "了"
# The dictionary takes these for adjectives or nouns.
_VERBS_TOO = frozenset(
    {"明确", "规范", "健全", "丰富", "方便", "密切", "统一", "优化", "落实", "保障", "创新", "领导", "调查"}
)
# So many different sure forms show that a machine rewrote the text.
_REWRITTEN = 3
# Documents of one file that stand so near were taken from one page.
_COPIED_WITH = 3_000
# Logarithm of how often a word may occur in edited text and still be hardly a word of official writing.
_RARE = 2.5


def swapped_forms(phrases: Sequence[Entry], swaps: Sequence[Entry]) -> dict[str, tuple[str, Severity] | None]:
    """What each form stands for and how grave it is; None for a phrase that is right."""
    usual = {phrase for row in swaps for phrase in row.get("usual", "").split()}
    # In the order of the list, so that of several phrases that a form may stand for it is always the same.
    right = dict.fromkeys(row["phrase"] for row in phrases)
    put_for: dict[str, list[tuple[str, Severity]]] = {}
    for row in swaps:
        if "word" in row:
            put_for[row["word"]] = [(word, "warning") for word in row.get("sure", "").split()]
            put_for[row["word"]] += [(word, "info") for word in row.get("doubtful", "").split()]
    meant: dict[str, tuple[str, Severity] | None] = dict.fromkeys(usual)
    for phrase in right:
        if _SHORTEST <= len(phrase) <= _LONGEST:
            meant[phrase] = None
            for form, severity, whole in _forms(phrase, put_for):
                if form not in right:
                    meant.setdefault(form, (whole, severity))
    return meant


_SWAPS = table(("phrases", "swaps"), swapped_forms)


def _forms(
    phrase: str, put_for: dict[str, list[tuple[str, Severity]]]
) -> Iterator[tuple[str, Severity, str]]:
    """What may be written for a phrase, how grave it is, and what should be: 「清楚责任」, and 「清楚了责任」 for 「明确了责任」."""
    head, tail = phrase[:_WORD], phrase[_WORD:]
    for word, severity in put_for.get(head, ()):
        yield word + tail, severity, phrase
        if len(tail) == _WORD and _is_verb(head):
            yield word + _DONE + tail, severity, head + _DONE + tail
    for word, severity in put_for.get(phrase[-_WORD:], ()):
        yield phrase[:-_WORD] + word, severity, phrase
        if len(phrase) == 2 * _WORD and _is_verb(head):
            yield head + _DONE + word, severity, head + _DONE + tail


@cache
def _is_verb(word: str) -> bool:
    return word in _VERBS_TOO or dictionary.kinds(word) == ["v"]


def _swapped(passage: Passage) -> tuple[tuple[int, int, str, Severity], ...]:
    return tuple(
        (start, end, phrase, severity)
        for start, end, (phrase, severity) in _SWAPS.matches(passage, between_words=True)
        if not passage.in_web_residue(start) and not is_quoted(passage.text, start, end)
    )


def _sure(passage: Passage) -> set[str]:
    """The sure forms of the passage, none of which holds another."""
    sure = {
        passage.text[start:end] for start, end, _, severity in passage.once(_swapped) if severity != "info"
    }
    sure |= passage.once(washed_forms)
    return {form for form in sure if not any(form != other and other in form for other in sure)}


def _is_rewritten(passage: Passage) -> bool:
    """Whether several different sure forms stand in the text, or one here and others in what was copied with it."""
    sure = _sure(passage)
    if not sure or len(sure) >= _REWRITTEN:
        return bool(sure)
    low, high = max(0, passage.start - _COPIED_WITH), min(len(passage.text), passage.end + _COPIED_WITH)
    if (low, high) == (passage.start, passage.end):
        return False
    return len(_sure(replace(passage, document=Recognised(low, high)))) >= _REWRITTEN


def _find(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for start, end, phrase, severity in passage.once(_swapped):
        if passage.once(_is_rewritten):
            severity = "warning"
        elif stands_in_official_writing(passage.text[start:end]):
            severity = "info"
        written = passage.text[start:end]
        said = f"「{written}」不是通行的搭配，通常写「{phrase}」，疑为改写时换成了近义词。"
        found = rule.finding(passage, start, end, said, suggestion=phrase, severity=severity)
        yield from sure_alone(passage, found)


def _put_for(swaps: Sequence[Entry], words: Sequence[Entry]) -> Words:
    """What each sure word was put for and how grave it is; None for usual phrases that hold one."""
    often = {word: row["weight"] for row in words for word in row["words"].split()}
    meaning: dict[str, tuple[str, Severity] | None] = {}
    for row in swaps:
        meaning.update(dict.fromkeys(row.get("usual", "").split()))
        for word in row.get("sure", "").split():
            severity: Severity = "warning" if often.get(word, 0.0) < _RARE else "info"
            meaning.setdefault(word, (row["word"], severity))
    return Words.of(meaning)


def _find_words(rule: Rule, passage: Passage) -> Iterator[Finding]:
    if not passage.once(_is_rewritten):
        return
    known = compiled(passage, ("swaps", "words"), _put_for)
    reached = {at for start, end, _, _ in passage.once(_swapped) for at in range(start, end)}
    for place, word in known.leftmost(passage.body):
        start, end = place + passage.start, place + passage.start + len(word)
        meant = known.meaning(word)
        if meant is None or start in reached or passage.in_web_residue(start):
            continue
        if is_quoted(passage.text, start, end) or (start, end) not in words_around(passage, start, end):
            continue
        said = f"全文多处用词像是机器改写过的，这里的「{word}」原来多半是「{meant[0]}」。"
        yield rule.finding(passage, start, end, said, suggestion=meant[0], severity=meant[1])


RULES = (
    Rule(
        name="typo.swapped_word",
        category="typo",
        severity="warning",
        explain="固定搭配里有一个词被机器换成近义词，如「热门问题」「公然透明」「监视检查」。换上的词别处常用的，只作提示。",
        fires="规范办事法式，接受群众监视。",
        passes="规范办事程序，接受群众监督，监视鼠害发生情况。",
        find=given(_swapped, _find),
    ),
    Rule(
        name="typo.rewritten_text",
        category="typo",
        severity="warning",
        explain="全文已有三处以上机器换词的，其余单独出现的换词也指出来，如「缭绕」（围绕）、「摆设」（部署）。别处常用的词只作提示。",
        fires="规范办事法式，接受群众监视，健全规章轨制，缭绕中心工作抓好公开。",
        passes="规范办事程序，香烟缭绕，房间摆设简单，接受群众监督。",
        find=_find_words,
    ),
)
