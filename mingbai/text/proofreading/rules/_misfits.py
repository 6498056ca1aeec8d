"""What may be meant where two words meet that the statistics of words have never met together.

For every such pair the likely slips are undone by way of trial: a character for one of its sound or shape, two that
changed places, one lost, one doubled, a word that a rewriting machine puts for another. A trial that makes the pair
much likelier is an edit to look at in its sentence. The verdict depends on the two words alone and is remembered.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, takewhile
from typing import NamedTuple

from mingbai.text import runs
from mingbai.text.packed import Members, Packed, pack, pack_words
from mingbai.text.proofreading.model import Passage
from mingbai.text.proofreading.rules._isolated import Isolated
from mingbai.text.proofreading.rules._knowledge import Confused, Entry, kept_of, pack_groups
from mingbai.text.proofreading.rules._lexicon import KeptWords, Words
from mingbai.text.proofreading.rules._likenesses import heard, put_for, sounding, typed, used_like, words_with
from mingbai.text.proofreading.rules._troubled import Troubled
from mingbai.text.proofreading.rules._word_parts import Parts, is_chinese
from mingbai.text.statistics import STOP, Statistics, shipped

# How rare a slip is beside others of its kind: one of twenty characters of a sound, one of a few synonyms, a key
# that hung, a character that the hand skipped.
CHANNEL = {"character": 42, "order": 0, "lost": 0, "double": -60, "word": 30, "sound": 42}
# A trial must make a pair likelier by so much to be looked at in its sentence, and only so many are.
_PROMISING = {"character": 30, "order": 50, "lost": 42, "double": 60, "word": 40}
# How much likelier two characters must become that have been met side by side.
_PROMISING_MET = 50
# How much likelier they must be where official writing has the word so much oftener (logarithm).
_LIKELIER, _OFTENER = -25, 1.8
_BEST = 6
# A clause ends so seldom behind a character that something may be lost there.
_SELDOM_LAST = 56
# Words of one character that stand beside anything.
PARTICLES = frozenset("的和是在也与为就不了有及都被或这还而以于我将则最并会很又从里只更要")
# A pair that costs less cannot become so much likelier.
_DEAR = 160
# Characters that stand alone so rarely may be left of a word, one of the so many commonest; characters that are
# meant as words alone are commoner still.
_HARDLY_ALONE, _COMMON, _COMMON_ALONE = 100, 20_000, 3_000
# A word so common may have lost a character wherever it stands.
_SO_COMMON = 1_000
# What a pair costs that is a fixed phrase, and what a word gains by the sentence around it.
_FIXED, _IN_PLACE = 70, 40
_PAIR, _LONGEST = 2, 4
# So many pairs are remembered: more than a county's texts have.
_KEPT = 400_000
LISTS = (
    "sounds",
    "shapes",
    "lookalikes",
    "phrases",
    "idioms",
    "swaps",
    "confusions",
    "surnames",
    "words",
    "singles",
    "terms",
    "like_words",
)
Pair = tuple[str, str]
_Singles = tuple[dict[str, float], frozenset[str], dict[str, str], dict[str, str], dict[str, int]]


class Edit(NamedTuple):
    """`length` characters from `at` of the joined pair are to be `written`; `gain` says how much likelier that is."""

    gain: int
    kind: str
    at: int
    length: int
    written: str


# The verdict on a pair that must be looked at together with what stands around it.
TROUBLED = (Edit(0, "around", 0, 0, ""),)


class Misfits(dict[Pair, tuple[Edit, ...]]):
    """The promising edits of each pair of neighbours, the best first; found out when the pair is first met."""

    def __init__(
        self,
        statistics: Statistics,
        confused: Confused,
        put_for: Packed,
        phrases: Words,
        sound: Mapping[str, str],
        heard: Packed,
        whole: Packed,
        alone: Mapping[str, int],
        isolated: Isolated,
    ) -> None:
        self.isolated = isolated
        self.statistics, self.phrases = statistics, phrases
        # Each character's first of its sound, and the common words of two characters by their sound.
        self._sound, self._heard = sound, heard
        self._confused, self._put_for = confused, put_for
        self._troubled = Troubled(statistics, confused, CHANNEL["character"])
        self._alike: dict[str, tuple[str, ...]] = {}
        # Of each character the common words of two that it is part of; the characters that are common words.
        self._whole, self._common_alone = whole, alone
        self._letters: dict[str, tuple[tuple[str, int, int], ...]] = {}

    def __missing__(self, pair: Pair) -> tuple[Edit, ...]:
        if len(self) >= _KEPT:
            self.clear()
            self.isolated.forget()
        self.isolated.note(pair, silent=not PARTICLES.isdisjoint(pair))
        found = sorted((edit for edit in self._of(*pair) if edit.gain >= _PROMISING[edit.kind]), reverse=True)
        verdict = tuple(found[:_BEST])
        if not verdict and self._is_troubled(*pair):
            verdict = TROUBLED
        self[pair] = verdict
        return verdict

    def _is_troubled(self, first: str, second: str) -> bool:
        if not (is_chinese(first) and is_chinese(second)) or first + second in self.phrases:
            return False
        return self._troubled.is_troubled(first, second, PARTICLES)

    def listed(self, word: str) -> frozenset[str]:
        """The words for which rewriting machines are known to put one."""
        return frozenset(self._put_for[word] or ())

    def around(self, before: str, pair: Pair, behind: str) -> tuple[Edit, ...]:
        """The edits of a troubled pair, of which the characters on either side are part."""
        trials = self._troubled.about(before, pair, behind)
        return tuple(Edit(gain, "character", at, 1, other) for gain, at, other in trials)

    def _of(self, first: str, second: str) -> Iterator[Edit]:
        if not (is_chinese(first) and is_chinese(second)):
            if STOP in (first, second):
                yield from self._at_edge(first, second)
            return
        known = self.statistics
        ranks = known.rank(first), known.rank(second)
        strange = (len(first) > 1 and ranks[0] < 0) or (len(second) > 1 and ranks[1] < 0)
        plain = first in PARTICLES or second in PARTICLES
        if strange or (plain and first[-1] != second[0] and not (len(first) == len(second) == 1)):
            return
        if first + second in self.phrases:
            return
        now, lone = known.cost(ranks[0]) + known.pair(*ranks), len(first) == len(second) == 1
        if known.seen(*ranks) >= 0 or (lone and now < _DEAR):
            # Two characters stand side by side in any text; only where they are all but a word may one be meant.
            if lone:
                yield from self._all_but_word(first, second, now)
            elif first[-1] == second[0] and not plain:
                yield from self._doubled(first, second, now)
            return
        if now < _DEAR:
            return
        yield from self._across(first, second, now)
        yield from self._recut(first, second, now)
        yield from self._doubled(first, second, now)
        if len(first) > 1 or len(second) > 1:
            yield from self._single(first, second, now, of_first=True)
            yield from self._single(second, first, now, of_first=False)
            yield from self._words(first, second, now)

    def _at_edge(self, first: str, second: str) -> Iterator[Edit]:
        """One character left at an edge of a clause where it hardly ever stands: 「征求意。」."""
        known, of_first = self.statistics, second == STOP
        letter = first if of_first else second
        if len(letter) > 1 or not is_chinese(letter) or (letter in PARTICLES and not of_first):
            return
        ranks = known.rank(first), known.rank(second)
        cost = known.seen(*ranks)
        if cost >= 0 and (not of_first or cost < _SELDOM_LAST):
            return
        now = known.cost(ranks[0]) + known.pair(*ranks)
        words = takewhile(lambda word: now - word[2] >= _PROMISING["lost"], self._words_with(letter))
        for word, rank, _ in words:
            yield from self._if_met((word, rank), STOP, now, ("lost", 0 if of_first else 1, 1), of_first)
        for other, rank, _ in self._letters_like(letter):
            place = ("character", 0 if of_first else 1, 1)
            yield from self._if_met((other, rank), STOP, now, place, of_first, fixed=False)

    def _across(self, first: str, second: str, now: int) -> Iterator[Edit]:
        """A word of two across the border; what it leaves over on either side must be a word too."""
        known, border = self.statistics, len(first)
        rest = [known.rank(part) for part in (first[:-1], second[1:]) if part]
        if min(rest, default=0) < 0:
            return
        now -= sum(known.cost(rank) - _IN_PLACE for rank in rest)
        one, two = first[-1], second[0]
        for other in self._confused[one] & known.before(two):
            yield self._edit(now, other + two, "character", border - 1, other)
        for other in self._confused[two] & known.after(one):
            yield self._edit(now, one + other, "character", border, other)
        if one != two and one in known.after(two):
            yield self._edit(now, two + one, "order", border - 1, two + one, 2)

    def _recut(self, first: str, second: str, now: int) -> Iterator[Edit]:
        """「属实|名」 for 「署|实名」: a word of two crosses the border, and what it leaves over is another character."""
        known = self.statistics
        if len(first) == _PAIR and second[0] in known.after(first[1]) and len(second) == 1:
            word = first[1] + second
            for other, rank, _ in self._letters_like(first[0]):
                yield from self._if_met((other, rank), word, now, ("character", 0, 1), of_first=True)
        if len(second) == _PAIR and second[0] in known.after(first[-1]) and len(first) == 1:
            word = first + second[0]
            for other, rank, _ in self._letters_like(second[1]):
                yield from self._if_met((other, rank), word, now, ("character", 2, 1), of_first=False)

    def _all_but_word(self, first: str, second: str, now: int) -> Iterator[Edit]:
        """Two characters that hardly stand side by side in official writing, and with another one are a word that it has often."""
        often = runs.shipped().often
        for edit in self._across(first, second, now):
            if edit.gain >= _PROMISING_MET and now >= _DEAR:
                yield edit
            elif edit.kind == "character" and edit.gain >= _LIKELIER:
                meant = edit.written + second if edit.at == 0 else first + edit.written
                if often(meant) - often(first + second) >= _OFTENER:
                    # What the pair alone does not promise official writing does.
                    yield edit._replace(gain=max(edit.gain, _PROMISING["character"]))

    def _edit(self, now: int, word: str, kind: str, at: int, written: str, length: int = 1) -> Edit:
        cost = self.statistics.cost(self.statistics.rank(word))
        return Edit(now - cost - CHANNEL[kind], kind, at, length, written)

    def _doubled(self, first: str, second: str, now: int) -> Iterator[Edit]:
        """A character of a word stands once more before or behind it."""
        if first[-1] == second[0] and len(first) != len(second):
            if len(second) == 1:
                yield self._edit(now, first, "double", len(first), "")
            elif len(first) == 1:
                yield self._edit(now, second, "double", 0, "")

    def _single(self, letter: str, beside: str, now: int, *, of_first: bool) -> Iterator[Edit]:
        """One character beside a word: left of a word, for another character, or part of a longer word."""
        if len(letter) > 1:
            return
        known, at = self.statistics, 0 if of_first else len(beside)
        if known.cost(known.rank(letter)) >= _HARDLY_ALONE:
            words = takewhile(lambda word: now - word[2] >= _PROMISING["lost"], self._words_with(letter))
            for word, rank, _ in words:
                yield from self._if_met((word, rank), beside, now, ("lost", at, 1), of_first)
        enough = now - CHANNEL["character"] - _PROMISING["character"]
        for other, rank, cost in self._letters_like(letter):
            if cost > enough:
                break
            place = ("character", at, 1)
            yield from self._if_met((other, rank), beside, now, place, of_first, fixed=False)
        if len(beside) < _LONGEST:
            makes_word = known.before(beside) if of_first else known.after(beside)
            for other in self._confused[letter] & makes_word:
                word = other + beside if of_first else beside + other
                yield self._edit(now, word, "character", at, other)

    def _words(self, first: str, second: str, now: int) -> Iterator[Edit]:
        """Another word for one of the two, like it in sound or shape or in sense."""
        known = self.statistics
        for word, beside, at in ((first, second, 0), (second, first, len(first))):
            if len(word) == 1:
                continue
            others = [("character", other) for other in self._words_like(word)]
            others += [("word", other) for other in self._put_for[word] or ()]
            for kind, other in others:
                place = (kind, at, len(word))
                yield from self._if_met((other, known.rank(other)), beside, now, place, at == 0)

    def _if_met(
        self,
        word: tuple[str, int],
        beside: str,
        now: int,
        place: tuple[str, int, int],
        of_first: bool,
        *,
        fixed: bool = True,
    ) -> Iterator[Edit]:
        """The edit that puts the word beside the other one, if these two have been met together."""
        known, (written, rank), other = self.statistics, word, self.statistics.rank(beside)
        first, second = (rank, other) if of_first else (other, rank)
        cost = known.seen(first, second)
        if len(written) + len(beside) <= _LONGEST:
            whole = known.rank(written + beside if of_first else beside + written)
            if whole >= 0:
                alone = max(0, known.cost(whole) - known.cost(first))
                cost = min(cost, alone) if cost >= 0 else alone
        if cost < 0 and place[0] == "lost" and rank < _SO_COMMON:
            cost = known.pair(first, second)
        if cost < 0 and fixed:
            cost = _FIXED if (written + beside if of_first else beside + written) in self.phrases else -1
        if cost >= 0:
            kind, at, length = place
            gain = now - known.cost(first) - cost - CHANNEL[kind]
            yield Edit(gain, kind, at, length, written)

    def _words_like(self, word: str) -> tuple[str, ...]:
        """Words of two characters of which one is confused with one of the word's."""
        if word not in self._alike:
            found: list[str] = []
            if len(word) == _PAIR:
                one, two = word[0], word[1]
                found = [other + two for other in self._confused[one] & self.statistics.before(two)]
                found += [one + other for other in self._confused[two] & self.statistics.after(one)]
                heard = self._heard[sounding(self._sound, word)] or ()
                found += [other for other in heard if other[0] != one and other[1] != two]
            self._alike[word] = tuple(found)
        return self._alike[word]

    def _words_with(self, letter: str) -> tuple[tuple[str, int, int], ...]:
        """The common words of two characters that a character may be left of, with rank and cost, the commonest first."""
        return self._whole[letter] or ()

    def _letters_like(self, letter: str) -> tuple[tuple[str, int, int], ...]:
        """The characters confused with one, as far as they are common words, with rank and cost, the commonest first."""
        if letter not in self._letters:
            known, alone = self.statistics, self._common_alone
            ranked = sorted((alone[other], other) for other in self._confused[letter] & alone.keys())
            self._letters[letter] = tuple((other, rank, known.cost(rank)) for rank, other in ranked)
        return self._letters[letter]


class Knowledge:
    """The statistics with what the lists say of words."""

    def __init__(self, phrases: KeptWords, tables: Sequence[bytes], singles: _Singles) -> None:
        confused, put_for, official, usual, terms, heard, whole, typed, used_like = tables
        # Logarithms of how often characters stand alone, and words at all, in edited text.
        self.alone, self.surnames, sound, spelled, common_alone = singles
        self.official = Packed(official)
        # Fixed phrases, and the words with which they begin and end.
        self.phrases, self.usual = Words.unkept(*phrases), Members(usual)
        # Shorthand of offices and usual pairs, in which nothing is mended, by their first two characters.
        self.terms = Packed(terms)
        self.parts = Parts(shipped())
        words = Packed(put_for), self.phrases, sound, Packed(heard), Packed(whole), common_alone
        self.isolated = Isolated(shipped(), spelled, Packed(typed), Packed(used_like))
        # What each character is taken for.
        self.confused = Confused(confused)
        self.misfits = Misfits(shipped(), self.confused, *words, self.isolated)


def _known(*lists: Sequence[Entry]) -> tuple[KeptWords, tuple[bytes, ...], _Singles]:
    """Plain values for `Knowledge`."""
    rows = dict(zip(LISTS, lists, strict=True))
    phrases = {row["phrase"] for row in rows["phrases"]}
    phrases.update(word for row in rows["idioms"] for word in row["words"].split())
    groups = [
        (row["character"], row["alike"] + row.get("scanned", ""))
        for row in {row["character"]: row for row in rows["lookalikes"]}.values()
    ]
    for row in chain(rows["sounds"], rows["shapes"]):
        groups += [(letter, row["characters"].replace(letter, "")) for letter in row["characters"]]
    sound = {letter: row["characters"][0] for row in reversed(rows["sounds"]) for letter in row["characters"]}
    spelled = {
        letter: row["sound"]
        for row in reversed(rows["sounds"])
        if "sound" in row
        for letter in row["characters"]
    }
    terms: dict[str, list[str]] = {}
    usual = (word for row in rows["swaps"] for word in row.get("usual", "").split())
    for word in chain((row["word"] for row in rows["terms"]), usual):
        terms.setdefault(word[:2], []).append(word)
    return (
        Words.of(dict.fromkeys(phrases, True)).kept(),
        (
            pack_groups(groups),
            pack(put_for([row for row in rows["swaps"] if "word" in row], rows["confusions"])),
            pack({word: row["weight"] for row in rows["words"] for word in row["words"].split()}),
            pack_words(chain.from_iterable((word[:_PAIR], word[-_PAIR:]) for word in phrases)),
            pack(terms),
            pack(heard(sound)),
            pack(words_with(_COMMON)),
            pack(typed(spelled)),
            pack(used_like(rows["like_words"])),
        ),
        (
            {letter: row["weight"] for row in rows["singles"] for letter in row["characters"]},
            frozenset(row["surname"] for row in rows["surnames"]),
            sound,
            spelled,
            {word: rank for word, rank in shipped().common(_COMMON_ALONE) if len(word) == 1},
        ),
    )


def knowledge(passage: Passage) -> Knowledge:
    return kept_of(passage, LISTS, _known, Knowledge)
