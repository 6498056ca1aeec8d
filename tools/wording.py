"""Spoils the wording of sentences, as hurried writers do: words lost, said twice, misplaced, two ways to say it mixed; for
`tools/oddness_weights.py`."""

import random
import re
from collections.abc import Callable, Mapping, Sequence

from mingbai.text import dictionary

_CHINESE = re.compile("^[一-鿿]+$").match
_STOPS = frozenset("，。；、：！？")
_ENDINGS = frozenset("率性化者力上中下内里间后前时量度制处")
_SMALL = (  # noqa: SIM905
    "由 对 将 把 从 在 被 为 以 与 和 于 向 等 使 让 所 给 到 至 按 经 通过 根据 按照 及 或 并 是 有 也 都 要 能 可 已 不 没有 进行 开展"
    " 实行 做到 得到 成为 作为"
).split()
_OPENING = (  # noqa: SIM905
    "按照 根据 通过 在 为了 由于 为 对 对于 关于 将 使 以 由 让 从 凡 经 随着 坚持 加强 提高 做好 进一步"
).split()
_CLOSING = (  # noqa: SIM905
    "的 了 中 上 下 工作 水平 情况 等 为 问题 方面 的作用 的工作 为目标 为主 的原则 进行 到位 清楚 明显 提高 加强 的情况 的力度 一次 以上"
    " 左右 之一 为止 的水平 的要求 所致"
).split()
_TIMES, _NEAR = 6, 14
# How often each is done, of a hundred.
_SHARES = {
    "lose": 12,
    "lose_end": 8,
    "lose_head": 4,
    "lose_ending": 3,
    "lose_beginning": 4,
    "lose_letter": 6,
    "lose_small": 6,
    "confuse_letter": 6,
    "exchange": 13,
    "say_alike": 6,
    "double": 4,
    "move": 6,
    "say_again": 5,
    "mix": 5,
    "add": 3,
    "confuse_particle": 3,
    "spoil_mark": 5,
}
# From where to where a text is spoiled; a place where something is lost holds both characters beside it.
Spans = list[tuple[int, int]]
_WHOLE, _LAST, _FIRST = 1, 2, 3


class Spoiler:
    """`confused`: what each character is taken for; `alike`: words that are taken for each word; `words`: common ones."""

    def __init__(
        self,
        chance: random.Random,
        confused: Mapping[str, Sequence[str]],
        alike: Mapping[str, Sequence[str]],
        words: Sequence[str],
    ) -> None:
        self._chance, self._confused, self._alike, self._words_known = chance, confused, alike, words
        self._words: list[tuple[str, int]] = []

    def spoiled(self, sentence: str) -> tuple[str, Spans]:
        """The sentence with one fault, now and then with two."""
        self._words = [(word, 0) for word in dictionary.cut(sentence)]
        wanted = 1 if self._chance.random() < 0.75 else 2
        kinds = self._chance.choices(list(_SHARES), list(_SHARES.values()), k=_TIMES)
        for kind in kinds:
            whole = [at for at, (word, touched) in enumerate(self._words) if not touched and _CHINESE(word)]
            if wanted and len(whole) > 2:
                do: Callable[[list[int]], bool] = getattr(self, f"_{kind}")
                wanted -= do(whole)
        return "".join(word for word, _ in self._words), self._spans()

    def _spans(self) -> Spans:
        found, reached = Spans(), 0
        for word, touched in self._words:
            end = reached + len(word)
            span = {_WHOLE: (reached, end), _LAST: (end - 1, end), _FIRST: (reached, reached + 1)}.get(
                touched
            )
            if span and found and found[-1][1] == span[0]:
                found[-1] = found[-1][0], span[1]
            elif span:
                found.append(span)
            reached = end
        return found

    def _drop(self, places: Sequence[int]) -> bool:
        if not places:
            return False
        at = self._chance.choice(places)
        del self._words[at]
        for beside, which in ((at - 1, _LAST), (at, _FIRST)):
            if 0 <= beside < len(self._words) and not self._words[beside][1]:
                self._words[beside] = self._words[beside][0], which
        return True

    def _put(self, at: int, word: str, touched: int = _WHOLE) -> bool:
        self._words[at] = word, touched
        return True

    def _insert(self, at: int, word: str) -> bool:
        self._words.insert(at, (word, _WHOLE))
        return True

    def _ends(self, whole: list[int]) -> list[int]:
        last = len(self._words) - 1
        return [at for at in whole if at == last or self._words[at + 1][0] in _STOPS]

    def _begins(self, whole: list[int]) -> list[int]:
        return [at for at in whole if at == 0 or self._words[at - 1][0] in _STOPS]

    def _lose(self, whole: list[int]) -> bool:
        return self._drop(whole)

    def _lose_end(self, whole: list[int]) -> bool:
        ends = self._ends(whole)
        long = [at for at in ends if len(self._words[at][0]) > 1]
        if not long or self._chance.random() < 0.5:
            return self._drop(ends)
        at = self._chance.choice(long)
        return self._put(at, self._words[at][0][:-1], _LAST)

    def _lose_head(self, whole: list[int]) -> bool:
        return self._drop([at for at in whole if at and self._words[at - 1][0] == "的"])

    def _lose_ending(self, whole: list[int]) -> bool:
        places = [at for at in whole if self._words[at][0][-1] in _ENDINGS and len(self._words[at][0]) > 1]
        if not places:
            return self._drop([at for at in whole if self._words[at][0] in _ENDINGS])
        at = self._chance.choice(places)
        return self._put(at, self._words[at][0][:-1], _LAST)

    def _lose_beginning(self, whole: list[int]) -> bool:
        return self._drop(self._begins(whole))

    def _lose_small(self, whole: list[int]) -> bool:
        return self._drop([at for at in whole if self._words[at][0] in _SMALL])

    def _lose_letter(self, whole: list[int]) -> bool:
        at = self._chance.choice(whole)
        word = self._words[at][0]
        letter = self._chance.randrange(len(word))
        return len(word) > 1 and self._put(at, word[:letter] + word[letter + 1 :])

    def _confuse_letter(self, whole: list[int]) -> bool:
        at = self._chance.choice(whole)
        word = self._words[at][0]
        letter = self._chance.randrange(len(word))
        others = self._confused.get(word[letter])
        return bool(others) and self._put(
            at, word[:letter] + self._chance.choice(others or "") + word[letter + 1 :]
        )

    def _other(self, word: str) -> str | None:
        others = self._alike.get(word)
        return self._chance.choice(others) if others else None

    def _exchange(self, whole: list[int]) -> bool:
        at = self._chance.choice(whole)
        other = self._other(self._words[at][0])
        return other is not None and self._put(at, other)

    def _say_alike(self, whole: list[int]) -> bool:
        at = self._chance.choice(whole)
        other = self._other(self._words[at][0])
        if other is None:
            return False
        part = other if self._chance.random() < 0.75 else self._chance.choice(other)
        return self._insert(at + self._chance.randrange(2), part)

    def _double(self, whole: list[int]) -> bool:
        at = self._chance.choice(whole)
        word = self._words[at][0]
        letter = self._chance.randrange(len(word))
        twice = word + word if self._chance.random() < 0.5 else word[: letter + 1] + word[letter:]
        return self._put(at, twice)

    def _move(self, whole: list[int]) -> bool:
        at = self._chance.choice(whole)
        to = at + self._chance.choice((1, 1, 1, 2, 3, -2, -3))
        if not 0 <= to < len(self._words):
            return False
        word, _ = self._words.pop(at)
        return self._insert(to, word)

    def _say_again(self, whole: list[int]) -> bool:
        ends = self._ends(whole)
        if not ends:
            return False
        end = self._chance.choice(ends)
        near = [at for at in whole if abs(at - end) < _NEAR and len(self._words[at][0]) > 1]
        return bool(near) and self._insert(end + 1, self._words[self._chance.choice(near)][0])

    def _mix(self, whole: list[int]) -> bool:
        ends, begins = self._ends(whole), self._begins(whole)
        if ends and self._chance.random() < 0.6:
            return self._insert(self._chance.choice(ends) + 1, self._chance.choice(_CLOSING))
        return bool(begins) and self._insert(self._chance.choice(begins), self._chance.choice(_OPENING))

    def _add(self, whole: list[int]) -> bool:
        some = self._words_known if self._chance.random() < 0.5 else _SMALL
        return self._insert(self._chance.choice(whole) + 1, self._chance.choice(some))

    def _confuse_particle(self, whole: list[int]) -> bool:
        places = [at for at in whole if self._words[at][0] in "的地得"]
        if not places:
            return False
        at = self._chance.choice(places)
        return self._put(at, self._chance.choice("的地得".replace(self._words[at][0], "")))

    def _spoil_mark(self, whole: list[int]) -> bool:
        places = [at for at in range(1, len(self._words) - 1) if self._words[at][0] in "，。；、"]
        if not places or self._chance.random() < 0.5:
            return self._drop(places)
        at = self._chance.choice(places)
        return bool(whole) and self._put(at, self._chance.choice("，。；、".replace(self._words[at][0], "")))
