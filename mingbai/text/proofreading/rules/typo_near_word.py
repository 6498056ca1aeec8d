"""A word of two characters where official writing has another of like sense: 「重要组织部分」, 「由局长担当」.

The list says for which words each may have been written. The four characters with the written word stand nowhere in edited
official writing, and with the meant one they often do. That is a hint: what is common elsewhere may still be right here.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, compress

from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import Entry, compiled
from mingbai.text.proofreading.rules._misfits import knowledge
from mingbai.text.proofreading.rules._misplaced import in_term
from mingbai.text.proofreading.rules._reading import pieces_of
from mingbai.text.proofreading.rules._signs import OFTEN, count_near
from mingbai.text.proofreading.rules._word_parts import is_chinese
from mingbai.text.runs import EDGE, shipped

_WORD = 2
# How often official writing must have the meant words (logarithm), and where it has the written word itself so often.
_USUAL, _SURE, _COMMON = 1.35, 2.0, 7.0
# A run of three characters says so much less.
_LESS = 2.0
# A second word that is nearly as usual leaves open which is meant.
_AS_USUAL = 0.7
# So many hints in so many characters, and in a document.
_EVERY, _MOST = 200, 20
_STOPS = frozenset("，。；：！？、\n\r \u3000（）()")
_QUOTES = frozenset("“”‘’「」『』\"'《》〈〉")
# What stands so near between two of them is quoted.
_PAIRS, _INSIDE = (("“", "”"), ("‘", "’"), ("「", "」"), ("《", "》")), 30
# Stands for what no run holds.
_NOTHING = "\0"
_KEPT = 100_000
# What is meant and how usual it is, the likeliest first.
_Meant = tuple[tuple[float, str, str], ...]


class Nearby(dict[tuple[str, str, str], _Meant]):
    """What may be meant by a word between two characters on either side; found out when first met."""

    def __init__(self, meant: dict[str, tuple[str, ...]]) -> None:
        self.meant, self._often = meant, shipped().often

    def __missing__(self, place: tuple[str, str, str]) -> _Meant:
        if len(self) >= _KEPT:
            self.clear()
        before, word, behind = place
        found: _Meant = ()
        if not any(map(self._often, _runs(before, word, behind))):
            enough = _SURE if self._often(word) >= _COMMON else _USUAL
            weighed = []
            for other in self.meant[word]:
                often, run = max((self._often(run), run) for run in _runs(before, other, behind))
                if often < enough:
                    often, run = self._of_three(place, other)
                if often >= enough:
                    weighed.append((often, run, other))
            found = tuple(sorted(weighed, reverse=True))
        self[place] = found
        return found

    def _of_three(self, place: tuple[str, str, str], other: str) -> tuple[float, str]:
        """What a run with the neighbour on one side says, where official writing has no such run with the written word."""
        before, word, behind = place
        best = 0.0, ""
        for one, two in ((before[1:], ""), ("", behind[:1])):
            if (one or two) != EDGE and not self._often(one + word + two):
                often = self._often(one + other + two)
                best = max(best, (often - _LESS, one + other + two))
        return best


def _runs(before: str, word: str, behind: str) -> tuple[str, str, str]:
    """The runs of four characters that hold the word."""
    return before + word, before[1:] + word + behind[:1], word + behind


def _meant_by(near_words: Sequence[Entry], swaps: Sequence[Entry]) -> Nearby:
    found: dict[str, list[str]] = {row["word"]: row["near"].split() for row in near_words}
    for row in swaps:
        for word in row.get("sure", "").split():
            if len(word) == len(row["word"]) == _WORD:
                found.setdefault(word, []).append(row["word"])
    return Nearby({word: tuple(dict.fromkeys(others)) for word, others in found.items()})


@dataclass(frozen=True, slots=True)
class _Place:
    start: int
    meant: _Meant

    @property
    def doubt(self) -> float:
        return self.meant[0][0]


def _places(passage: Passage) -> Iterator[_Place]:
    known = compiled(passage, ("near_words", "swaps"), _meant_by)
    for offset, words in passage.once(pieces_of):
        listed = [*map(known.meant.__contains__, words)]
        if not any(listed):
            continue
        for start in compress(accumulate(map(len, words), initial=offset), listed):
            before, word, behind = _around(passage, start)
            if meant := known[before, word, behind]:
                yield _Place(start, meant)


def _around(passage: Passage, start: int) -> tuple[str, str, str]:
    text, end = passage.text, start + _WORD
    before = text[max(passage.start, start - _WORD) : start].rjust(_WORD, "\n")
    behind = text[end : min(passage.end, end + _WORD)].ljust(_WORD, "\n")
    return "".join(map(_letter, before)), text[start:end], "".join(map(_letter, behind))


def _letter(letter: str) -> str:
    """As the runs have it: what separates clauses is an edge, and beside figures and quotations nothing is known."""
    return letter if is_chinese(letter) else EDGE if letter in _STOPS else _NOTHING


def _is_excused(passage: Passage, place: _Place) -> bool:
    """Quoted, part of a title, of a term of the lists or of web residue, or said so often that it is a term."""
    text, start, end = passage.text, place.start, place.start + _WORD
    if passage.in_web_residue(start) or _QUOTES.intersection(text[start - 1 : start] + text[end : end + 1]):
        return True
    before, behind = text[max(passage.start, start - _INSIDE) : start], text[end : end + _INSIDE]
    if any(before.rfind(one) > before.rfind(other) and other in behind for one, other in _PAIRS):
        return True
    if in_term(text, knowledge(passage), start, end):
        return True
    return any(
        count_near(passage, words, start) >= OFTEN
        for words in (text[max(passage.start, start - 1) : end], text[start : end + 1])
        if len(words) > _WORD and all(map(is_chinese, words))
    )


def _find(rule: Rule, passage: Passage) -> Iterator[Finding]:
    room = min(_MOST, 1 + (passage.end - passage.start) // _EVERY)
    places = [place for place in _places(passage) if not _is_excused(passage, place)]
    # The most surprising places first.
    places.sort(key=lambda place: -place.doubt)
    for place in places[:room]:
        end = place.start + _WORD
        word, (usual, run, meant) = passage.text[place.start : end], place.meant[0]
        rivals = [other for often, _, other in place.meant[1:] if usual - often < _AS_USUAL]
        said = "」或「".join([meant, *rivals])
        yield rule.finding(
            passage,
            place.start,
            end,
            f"公文里这里通常写「{said}」（如「{run.strip(EDGE)}」），没有写「{word}」的，请看是不是用错了词。",
            suggestion=None if rivals else meant,
        )


RULES = (
    Rule(
        name="typo.near_word",
        category="typo",
        severity="info",
        explain="意思、字面相近的词用错了，如「重要组织部分」（组成）、「由局长担当」（担任）。同前后的字连起来，公文里从来不这样写，换上相近的词就是常见的说法，才作提示。",
        fires="校务公开是学校凝聚力工程建设的重要组织部分。",
        passes="校务公开是学校管理的重要组成部分，党的组织部门认真组织学习。",
        find=_find,
    ),
)
