"""Words as the statistics know them: long ones in their parts."""

from mingbai.text.statistics import OUTSIDE, STOP, Statistics

_FIRST, _LAST = "一", "鿿"
# What separates clauses.
STOPS = frozenset("，。；：！？、）”》（“《")
_PAIR, _LONG = 2, 10
# So many words are remembered.
_KEPT = 400_000

# They close a noun that is no shorter form of the phrase: 「监督组」, 「服务量」, 「扶贫款」.
CLOSES_NOUN = frozenset("量组关员款数法会实点费站室长处科率度额栏表册网卡证岗图库册课题费人员者性化力岗论线")


def is_chinese(word: str) -> bool:
    return _FIRST <= word[0] <= _LAST and _FIRST <= word[-1] <= _LAST


class Parts(dict[str, tuple[str, ...]]):
    """A word as the statistics know it: whole, or in the words it is made of, 「群众 监督」; found out when first met."""

    def __init__(self, statistics: Statistics) -> None:
        self._statistics = statistics

    def __missing__(self, word: str) -> tuple[str, ...]:
        if len(self) >= _KEPT:
            self.clear()
        parts: tuple[str, ...] = (STOP if word in STOPS else word,)
        known = self._statistics
        if _PAIR < len(word) <= _LONG and is_chinese(word) and known.rank(word) < 0:
            cut = [part for _, part in known.path(word, OUTSIDE, OUTSIDE, ())[1]]
            if all(known.rank(part) >= 0 for part in cut):
                parts = tuple(cut)
        self[word] = parts
        return parts
