"""Plants slips in clean texts, as hands, input methods and rewriting machines make them; for `tools/misfit_weights.py`."""

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import pypinyin

from mingbai.text import dictionary
from mingbai.text.proofreading.rules._isolated import keys_beside
from mingbai.text.proofreading.rules._likenesses import put_for
from mingbai.text.statistics import shipped

# So common are words that an input method offers, and so often as its rank says.
_OFFERED = 30_000
_AROUND = 2
_FIRST, _LAST = "一", "鿿"
_PAIR = 2
# What southern and northern ears confuse.
_NEAR = (
    ("zh", "z"),
    ("ch", "c"),
    ("sh", "s"),
    ("ing", "in"),
    ("eng", "en"),
    ("ang", "an"),
    ("n", "l"),
    ("h", "f"),
)
# How often each kind is planted.
_SHARES = {
    "sound": 16,
    "word": 20,
    "near": 10,
    "shape": 8,
    "key": 5,
    "order": 7,
    "lost": 12,
    "double": 6,
    "swap": 16,
}
Entry = Mapping[str, str]
# From where to where the text is to be replaced, and by what.
Slip = tuple[int, int, str]


def _is_chinese(words: str) -> bool:
    return bool(words) and all(_FIRST <= letter <= _LAST for letter in words)


def _nearly(sound: str) -> list[str]:
    """The sounds that are confused with one."""
    found = []
    for pair in _NEAR:
        for one, other in (pair, pair[::-1]):
            if len(one) > 1 and one[0] not in "zcs" and sound.endswith(one):
                found.append(sound.removesuffix(one) + other)
            elif sound.startswith(one) and not sound.startswith(one + "h"):
                found.append(other + sound.removeprefix(one))
    return found


def _mistyped(sound: str) -> list[str]:
    """What is typed when a finger hits the key beside."""
    return [
        sound[:at] + key + sound[at + 1 :] for at, letter in enumerate(sound) for key in keys_beside(letter)
    ]


@dataclass
class Planter:
    """Makes slips at random; `shapes` and the lists of swapped words are lists of the product."""

    chance: random.Random
    shapes: Sequence[Entry]
    swaps: Sequence[Entry]
    confusions: Sequence[Entry]
    _sounds: dict[str, str] = field(default_factory=dict)

    @cached_property
    def _offered(self) -> dict[str, list[tuple[str, int]]]:
        """Words of one and two characters by their sounds, as an input method offers them."""
        found: dict[str, list[tuple[str, int]]] = {}
        for word, rank in shipped().common(_OFFERED):
            if len(word) <= _PAIR and _is_chinese(word):
                found.setdefault(self._sound(word), []).append((word, rank))
        return found

    @cached_property
    def _like(self) -> dict[str, str]:
        return {
            letter: row["characters"].replace(letter, "")
            for row in self.shapes
            for letter in row["characters"]
        }

    @cached_property
    def _swapped(self) -> dict[str, list[str]]:
        """What a rewriting machine puts for each word."""
        found: dict[str, list[str]] = {}
        meant_by = put_for([row for row in self.swaps if "word" in row], self.confusions)
        for written, meant in sorted(meant_by.items()):
            for word in sorted(meant):
                found.setdefault(word, []).append(written)
        return found

    def _sound(self, word: str) -> str:
        if word not in self._sounds:
            self._sounds[word] = " ".join(pypinyin.lazy_pinyin(word))
        return self._sounds[word]

    def planted(self, text: str, every: int) -> tuple[str, list[tuple[int, int, str]]]:
        """The text with about one slip in `every` characters, and where each stands in it with its kind."""
        kinds, shares = list(_SHARES), list(_SHARES.values())
        parts, marks, reached, length = list[str](), list[tuple[int, int, str]](), 0, 0
        at, put = self.chance.randrange(every), set[str]()
        kind = self.chance.choices(kinds, shares)[0]
        while at < len(text) - _AROUND:
            slip = self._slip(text, at, kind) if at - reached >= _AROUND else None
            # What stands in a text again and again is no slip.
            if slip is None or not _is_chinese(text[max(0, slip[0] - 1) : slip[1] + 1]) or slip[2] in put:
                at += 3
                continue
            start, end, written = slip
            put.update({written} - {""} if end - start == len(written) else ())
            parts += [text[reached:start], written]
            length += start - reached
            marks.append((length, length + len(written), kind))
            length += len(written)
            reached = end
            kind = self.chance.choices(kinds, shares)[0]
            at = end + every // 2 + self.chance.randrange(every)
        return "".join([*parts, text[reached:]]), marks

    def _slip(self, text: str, at: int, kind: str) -> Slip | None:
        letter = text[at]
        if not _is_chinese(letter):
            return None
        if kind == "shape":
            return (at, at + 1, self.chance.choice(self._like[letter])) if self._like.get(letter) else None
        if kind == "double":
            return at, at + 1, letter * 2
        if kind in {"lost", "order"}:
            # Inside a word or across two; what stands beside must be Chinese too.
            other = text[at + 1]
            if other == letter or not _is_chinese(other):
                return None
            return (at, at + 1, "") if kind == "lost" else (at, at + 2, other + letter)
        return self._of_word(text, at, kind)

    def _of_word(self, text: str, at: int, kind: str) -> Slip | None:
        start, word = self._word_at(text, at)
        if kind == "swap":
            others = self._swapped.get(word)
            return (start, start + len(word), self.chance.choice(others)) if others else None
        if kind == "sound":
            return self._put(text, at, at + 1, lambda sound: [sound])
        if len(word) != _PAIR:
            return None
        if kind == "word":
            return self._put(text, start, start + _PAIR, lambda sound: [sound])
        wrong = _nearly if kind == "near" else _mistyped
        one, two = self._sound(word).split(" ")
        other = [f"{sound} {two}" for sound in wrong(one)] + [f"{one} {sound}" for sound in wrong(two)]
        return self._put(text, start, start + _PAIR, lambda _: other)

    def _put(self, text: str, start: int, end: int, wrong: Callable[[str], list[str]]) -> Slip | None:
        """Another word of the sounds, the commoner the likelier."""
        word = text[start:end]
        offered = [
            (other, rank)
            for sound in wrong(self._sound(word))
            for other, rank in self._offered.get(sound, ())
            if other != word
        ]
        if not offered:
            return None
        words, ranks = zip(*offered, strict=True)
        return start, end, self.chance.choices(words, [1 / (100 + rank) for rank in ranks])[0]

    def _word_at(self, text: str, at: int) -> tuple[int, str]:
        """The word of the dictionary that holds a place, as it is cut with what stands near."""
        low = max(0, at - 8)
        start = low
        for word in dictionary.cut(text[low : at + 9]):
            if start <= at < start + len(word):
                return start, word
            start += len(word)
        return at, text[at]
