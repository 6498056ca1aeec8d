"""What a clause opens and what closes it: the clauses of a sentence, and what their words can be in it.

A preposition wants its noun, 「在」 the word of place that closes it, an adverb its verb. The kinds of the common
dictionary are one for each word, so 「管理」 and 「宣传」 count as either: what is said here of a clause is said only where
no word of it could be what it lacks.
"""

from collections.abc import Iterable

from mingbai.text import lazy
from mingbai.text.proofreading.model import Passage
from mingbai.text.proofreading.rules._knowledge import listed
from mingbai.text.proofreading.rules._parsing import PLACES, Word, sentence_behind, words_between

_CLAUSES = lazy.pattern(r"[^，,：:\n]+")
# Endings of words that are places by themselves, 「在网站」, 「在村部」, or a time, a post, a roll.
_SITES = lazy.pattern(
    "[网站栏厅室村镇局区县市馆台点处口广场校院号屏墙办家园店会组库楼层街路道巷屯河湖山所队部省国乡位岗职册编建校端页版系统群”》）)旁边侧]$"
    "|APP$|平台|公众号|媒体|报$|[时年月日天期季度间]$|一线|现场|基层|此"
)
_SIDES = frozenset("上中下里内外时前后间旁边侧")
# Kinds of words that are places and times.
_PLACED = ("f", "s", "ns", "nt", "nr", "t")
# Kinds of words that may be predicates: verbs, adjectives, fixed phrases.
_PREDICATES = "vailzd"
_PLAIN_VERBS = frozenset(listed("有 是 为 无 以 将 把 由 使 让"))


def rest_of_sentence(passage: Passage, at: int) -> list[list[Word]]:
    """The words from `at` to the end of the sentence, clause by clause."""
    end = at + len(sentence_behind(passage, at))
    return [words_between(passage, *clause.span()) for clause in _CLAUSES.finditer(passage.text, at, end)]


def is_place(word: Word) -> bool:
    """Whether the word is a place or a time, or closes what 「在」 opens."""
    return (
        word.text in PLACES
        or word.text[-1] in _SIDES
        or word.kind in _PLACED
        or _SITES.search(word.text) is not None
    )


def names_place(words: Iterable[Word]) -> bool:
    return any(map(is_place, words))


def ends_with_side(words: list[Word]) -> bool:
    """Whether the clause closes with 「上」, 「中」, 「期间」: what was opened before it is closed."""
    return bool(words) and (words[-1].text in PLACES or words[-1].text[-1] in _SIDES)


def may_predicate(word: Word) -> bool:
    return word.kind[0] in _PREDICATES or word.kind in {"p", "zg"} or word.text in _PLAIN_VERBS


def is_nominal(words: list[Word]) -> bool:
    """Whether no word of the clause can be its predicate, verbs that are nouns as well aside, and the last is a noun."""
    return bool(words) and words[-1].kind[0] == "n" and not any(map(_surely_predicates, words))


def _surely_predicates(word: Word) -> bool:
    return may_predicate(word) and word.kind != "vn" and word.text != "公开"
