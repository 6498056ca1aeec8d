"""The index during one search: the same question comes up again and again as an answer is widened, and is asked once."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from mingbai.core.search import Ask, Backend, Hit


@dataclass
class Remembered:
    index: Backend
    _newest: dict[Ask, tuple[int, list[Hit]]] = field(default_factory=dict)
    _best: dict[tuple[Ask, int], list[Hit]] = field(default_factory=dict)
    _counts: dict[Ask, tuple[int, int]] = field(default_factory=dict)

    def newest(self, ask: Ask, *, limit: int) -> list[Hit]:
        asked, hits = self._newest.get(ask, (0, []))
        if asked < limit and (asked == 0 or len(hits) == asked):
            asked, hits = self._newest[ask] = limit, self.index.newest(ask, limit=limit)
        return hits[:limit]

    def best(self, ask: Ask, *, limit: int) -> list[Hit]:
        if (ask, limit) not in self._best:
            self._best[ask, limit] = self.index.best(ask, limit=limit)
        return self._best[ask, limit]

    def counts(self, asks: Sequence[Ask], *, ceiling: int) -> list[int]:
        new = [ask for ask in dict.fromkeys(asks) if ask not in self._counts]
        if len(new) > 1:
            numbers = self.index.counts(new, ceiling=ceiling)
            self._counts |= {ask: (ceiling, number) for ask, number in zip(new, numbers, strict=True)}
        return [self.count(ask, ceiling=ceiling) for ask in asks]

    def count(self, ask: Ask, *, ceiling: int) -> int:
        counted_to, number = self._counts.get(ask, (0, 0))
        if counted_to < ceiling and number == counted_to:
            counted_to, number = self._counts[ask] = ceiling, self.index.count(ask, ceiling=ceiling)
        return min(number, ceiling)
