"""A word of two characters where official writing has another of like sense: 「重要组织部分」, 「由局长担当」.

The list says for which words each may have been written. The four characters with the written word stand nowhere in edited
official writing, and with the meant one they do; how often, how rare the written word is there, and how much likelier the words
beside make the meant one give the odds. Where no four characters are known with either, a neighbour may tell that the meant one
has been met with and the written one has not. A rare verb or the like that the list does not have is held against the common ones
that share a character with it. That is a hint: what is common elsewhere may still be right here.
"""

from collections.abc import Iterator, Sequence
from itertools import accumulate, chain, compress

from mingbai.text import dictionary
from mingbai.text.model import Finding
from mingbai.text.packed import Packed, pack
from mingbai.text.proofreading.model import Faint, Passage, Rule
from mingbai.text.proofreading.rules._cutting import cut_of
from mingbai.text.proofreading.rules._knowledge import Entry, kept_of
from mingbai.text.proofreading.rules._misfits import knowledge
from mingbai.text.proofreading.rules._misplaced import in_term
from mingbai.text.proofreading.rules._reading import pieces_of
from mingbai.text.proofreading.rules._signs import OFTEN, count_near
from mingbai.text.proofreading.rules._word_parts import is_chinese
from mingbai.text.records import record
from mingbai.text.runs import EDGE, shipped
from mingbai.text.statistics import STEPS, STOP
from mingbai.text.statistics import shipped as word_statistics

_WORD = 2
# A second word that is nearly as likely leaves open which is meant.
_AS_LIKELY = 0.6
# A run with the meant word says something where official writing has it so often (logarithm): of four characters, or of three.
_FOUR, _THREE = 0.9, 2.5
# What the odds (logarithm) must reach. In clean texts that nobody had counted, five places in 20,000 characters do; what lies below is a
# weak doubt. Of 228 places of the open texts that reach it 138 meet a fault, of 193 between 1.8 and 2.6 45 do.
_ENOUGH = 2.6
# What they must reach where no run says anything, but the meant word has been met beside a neighbour and the written one has not;
# and from how much before the neighbours are asked.
_ENOUGH_MET, _WORTH_ASKING = 3.0, 0.0
# What they must reach for a word that is on no list: a rare verb, adjective or adverb, for a common one of the `_COMMONEST` that has
# a character in the same place. How often (logarithm) official writing has a rare one at most, and a common one at least.
_ENOUGH_UNLISTED, _RARE, _COMMON, _COMMONEST = 7.3, 2.0, 3.0, 15_000
_DEEDS, _HOLE = frozenset("vad"), "·"
# A rewriting machine goes through the whole text: where two words and one in so many characters are surely put for others, less is enough.
_SURE, _AT_LEAST, _AMONG, _ENOUGH_THERE = 2.6, 2, 1000, 0.6
# From which odds on a text full of faults is told of them.
# Of such places fewer than the odds say are slips, compared with those of other rules.
_FAINT, _COMPARED = -1.5, -0.5
# What adds to the odds. Fitted by logistic regression on the open texts of `benchmarks`, whose papers are not counted, with slips planted.
_ALONE = 10.12
_BEST_OF_FOUR, _AMID_FOUR, _BEST_OF_THREE = 0.195, 0.22, 0.03
_WRITTEN_BESIDE, _WRITTEN_AT_EDGE = -0.054, -0.28
_WRITTEN, _WRITTEN_SQUARED, _STRANGE = -1.16, 0.052, -1.265
_GAIN, _LEAST_GAIN, _MOST_GAIN = 0.65, -3.0, 6.0
# So many hints in so many characters, and in a document.
_EVERY, _MOST = 200, 40
_STOPS = frozenset("，。；：！？、\n\r \u3000（）()")
# Before or behind a word that is quoted, or part of a title.
_OPENS, _CLOSES = frozenset("“‘「『\"'《〈"), frozenset("”’」』\"'》〉")
# What stands so near between two of them is quoted.
_PAIRS, _INSIDE = (("“", "”"), ("‘", "’"), ("「", "」"), ("《", "》")), 30
# Stands for what no run holds.
_NOTHING = "\0"
_KEPT = 100_000
# What may be meant, how likely it is by the runs, the run that official writing has; for a place the likeliest first.
_Meant = tuple[tuple[float, str, str], ...]


class Nearby(dict[tuple[str, str, str], _Meant]):
    """What may be meant by a word between two characters on either side; found out when first met."""

    def __init__(self, meant: bytes, sharing: bytes) -> None:
        self.meant, self._sharing, self._often = Packed(meant), Packed(sharing), shipped().often
        self._others: dict[str, tuple[str, ...]] = {}

    def others(self, word: str) -> tuple[str, ...]:
        """The words for which one may be written, by the list or, where it is on none, by a character that they share."""
        found = self._others.get(word)
        if found is None:
            if len(self._others) >= _KEPT:
                self._others.clear()
            found = self._others[word] = self.meant[word] or self._sharing_with(word)
        return found

    def _sharing_with(self, word: str) -> tuple[str, ...]:
        if len(word) != _WORD or not is_chinese(word[0]) or self._often(word) >= _RARE or not _is_deed(word):
            return ()
        found = chain.from_iterable(self._sharing[key] or () for key in _keys(word))
        return tuple(other for other in found if other != word)

    def __missing__(self, place: tuple[str, str, str]) -> _Meant:
        if len(self) >= _KEPT:
            self.clear()
        before, word, behind = place
        found: _Meant = ()
        if not any(map(self._often, _runs(before, word, behind))):
            alone = self._of_written(before, word, behind)
            found = tuple(chain.from_iterable(self._of(place, other, alone) for other in self.others(word)))
        self[place] = found
        return found

    def _of_written(self, before: str, word: str, behind: str) -> float:
        """What speaks against a slip, whatever is meant: official writing has the word, or has it beside a neighbour."""
        often = self._often(word)
        odds = _ALONE + often * _WRITTEN + often**2 * _WRITTEN_SQUARED
        for beside, run in ((before[1:], before[1:] + word), (behind[:1], word + behind[:1])):
            odds += self._often(run) * (_WRITTEN_AT_EDGE if beside == EDGE else _WRITTEN_BESIDE)
        statistics = word_statistics()
        return odds + statistics.cost(statistics.rank(word)) / STEPS * _STRANGE

    def _of(self, place: tuple[str, str, str], other: str, alone: float) -> Iterator[tuple[float, str, str]]:
        before, written, behind = place
        fours = [(self._often(run), run) for run in _runs(before, other, behind)]
        inside, at_edge = [(0.0, "")], [(0.0, "")]
        for beside, run in ((before[1:], before[1:] + other), (behind[:1], other + behind[:1])):
            (at_edge if beside == EDGE else inside).append((self._often(run), run))
        four, three = max(fours), max(inside)
        # A word that official writing does not have at all stands at no edge of its clauses either.
        known = max(three, max(at_edge)) if not self._often(written) else three
        if four[0] >= _FOUR or known[0] >= _THREE:
            odds = alone + four[0] * _BEST_OF_FOUR + fours[1][0] * _AMID_FOUR + three[0] * _BEST_OF_THREE
            yield odds, other, (four if four[0] >= _FOUR else known)[1]
        elif alone >= _WORTH_ASKING:
            yield alone, other, ""

    def between(self, place: tuple[str, str, str], beside: tuple[str, str]) -> _Meant:
        """What is likely by the runs and by the words beside it."""
        if not (found := self[place]):
            return ()
        statistics = word_statistics()
        first, last = (statistics.rank(word if word and is_chinese(word[0]) else STOP) for word in beside)

        def cost(word: str) -> tuple[int, int]:
            rank = statistics.rank(word)
            return statistics.pair(first, rank), statistics.pair(rank, last)

        written = cost(place[1])
        weighed = []
        for odds, other, run in found:
            gains = ((then - now) / STEPS for then, now in zip(written, cost(other), strict=True))
            odds += _GAIN * sum(max(_LEAST_GAIN, min(_MOST_GAIN, gain)) for gain in gains)
            if not self.meant[place[1]]:
                if run and odds >= _ENOUGH_UNLISTED:
                    weighed.append((odds, other, run))
            elif run and odds >= _FAINT:
                weighed.append((odds, other, run))
            elif not run and odds >= _ENOUGH_MET and (met := _met(beside, place[1], other)):
                weighed.append((odds, other, met))
        return tuple(sorted(weighed, reverse=True))


def _keys(word: str) -> tuple[str, str]:
    return word[0] + _HOLE, _HOLE + word[1]


def _is_deed(word: str) -> bool:
    """Whether the dictionary has it as a verb, an adjective or an adverb."""
    kinds = [*dictionary.kinds(word)]
    return len(kinds) == 1 and kinds[0][0] in _DEEDS


def _met(beside: tuple[str, str], written: str, other: str) -> str:
    """The meant word with a neighbour that has been met beside it and not beside the written one."""
    known, (first, last) = word_statistics(), beside
    then, now = known.rank(other), known.rank(written)
    if first and is_chinese(first[0]) and known.seen(known.rank(first), now) < 0:
        if known.seen(known.rank(first), then) >= 0:
            return first + other
    if last and is_chinese(last[0]) and known.seen(now, known.rank(last)) < 0:
        if known.seen(then, known.rank(last)) >= 0:
            return other + last
    return ""


def _runs(before: str, word: str, behind: str) -> tuple[str, str, str]:
    """The runs of four characters that hold the word."""
    return before + word, before[1:] + word + behind[:1], word + behind


def _meant_by(near_words: Sequence[Entry], swaps: Sequence[Entry]) -> tuple[bytes, bytes]:
    """For `Nearby`: of each word those for which it may have been written; the common words with a character in a place."""
    found: dict[str, list[str]] = {row["word"]: row["near"].split() for row in near_words}
    for row in swaps:
        for word in row.get("sure", "").split():
            if len(word) == len(row["word"]) == _WORD:
                found.setdefault(word, []).append(row["word"])
    often, sharing = shipped().often, dict[str, list[str]]()
    for word, _ in word_statistics().common(_COMMONEST):
        if len(word) == _WORD and is_chinese(word[0]) and often(word) >= _COMMON and _is_deed(word):
            for key in _keys(word):
                sharing.setdefault(key, []).append(word)
    listed = {word: tuple(dict.fromkeys(others)) for word, others in found.items()}
    return pack(listed), pack({key: tuple(words) for key, words in sharing.items()})


@record
class _Place:
    start: int
    meant: _Meant

    @property
    def doubt(self) -> float:
        return self.meant[0][0]


def _places(passage: Passage) -> Iterator[_Place]:
    known = kept_of(passage, ("near_words", "swaps"), _meant_by, Nearby)
    for offset, words in passage.once(pieces_of):
        listed = [*map(known.others, words)]
        if not any(listed):
            continue
        starts = accumulate(map(len, words), initial=offset)
        beside = zip(["", *words], [*words[1:], ""], strict=False)
        for start, sides in compress(zip(starts, beside, strict=False), listed):
            if meant := known.between(_around(passage, start), sides):
                yield _Place(start, meant)


def _around(passage: Passage, start: int) -> tuple[str, str, str]:
    """The word with two characters on either side."""
    text, end = passage.text, start + _WORD
    before = text[max(passage.start, start - _WORD) : start].rjust(_WORD, "\n")
    behind = text[end : min(passage.end, end + _WORD)].ljust(_WORD, "\n")
    return "".join(map(_letter, before)), text[start:end], "".join(map(_letter, behind))


def _letter(letter: str) -> str:
    """As the runs have it: what separates clauses, and figures, are an edge; beside quotations nothing is known."""
    return letter if is_chinese(letter) else EDGE if letter in _STOPS or letter.isdigit() else _NOTHING


def _is_excused(passage: Passage, place: _Place) -> bool:
    """Quoted, part of a title, of a term of the lists or of web residue, or said so often that it is a term."""
    text, start, end = passage.text, place.start, place.start + _WORD
    if passage.in_web_residue(start) or text[start - 1 : start] in _OPENS or text[end : end + 1] in _CLOSES:
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


def _example(passage: Passage, start: int, meant: str, run: str) -> str:
    """The run that official writing has, where it is made of whole words: 「组成部分」, not 「门起草」."""
    shown = run.strip(EDGE + _NOTHING)
    low = start - shown.find(meant)
    high = low + len(shown)
    cut = cut_of(passage)
    return f"（如「{shown}」）" if shown != meant and cut.begins(low) and cut.begins(high) else ""


def _find(rule: Rule, passage: Passage) -> Iterator[Finding]:
    length = passage.end - passage.start
    room = min(_MOST, 1 + length // _EVERY)
    places = [place for place in _places(passage) if not _is_excused(passage, place)]
    sure = sum(place.doubt >= _SURE for place in places)
    enough = _ENOUGH_THERE if sure >= max(_AT_LEAST, length // _AMONG) else _ENOUGH
    # The most surprising places first.
    places.sort(key=lambda place: -place.doubt)
    for number, place in enumerate(places):
        end = place.start + _WORD
        word, (likely, meant, run) = passage.text[place.start : end], place.meant[0]
        rivals = [other for odds, other, _ in place.meant[1:] if likely - odds < _AS_LIKELY]
        said = "」或「".join([meant, *rivals])
        found = rule.finding(
            passage,
            place.start,
            end,
            f"「{word}」用在这里少见，公文里通常写「{said}」{_example(passage, place.start, meant, run)}，请看是不是用错了词。",
            suggestion=None if rivals else meant,
        )
        if number < room and place.doubt >= enough:
            yield found
        else:
            passage.faint.append(Faint(place.doubt + _COMPARED, found))


RULES = (
    Rule(
        name="typo.near_word",
        category="typo",
        severity="info",
        explain="意思、字面相近的词用错了，如「重要组织部分」（组成）、「由局长担当」（担任）。同前后的字连起来，公文里从来不这样写，换上相近的词就是常见的说法，且写出的词本身少见、换词以后前后更通，才作提示。",
        fires="校务公开是学校凝聚力工程建设的重要组织部分。",
        passes="校务公开是学校管理的重要组成部分，党的组织部门认真组织学习。",
        find=_find,
    ),
)
