"""Frames of a sentence that say one thing twice, mix two patterns, deny once too often or lack a part.

`frames.json` has an entry for each family: words that open the frame and words that close it, how far apart they may
stand, and what between them excuses. A family without opening words is a list of faulty strings. The words of the
rarer side of every family are looked up in one pass; only where one of its words stands is the other side sought.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, partial

from mingbai.text import lazy
from mingbai.text.model import Severity
from mingbai.text.packed import Packed, pack
from mingbai.text.proofreading.model import Passage
from mingbai.text.proofreading.rules._cutting import Cut, cut_of
from mingbai.text.proofreading.rules._knowledge import Entry, is_quoted, kept_of
from mingbai.text.proofreading.rules._lexicon import KeptWords, Words
from mingbai.text.records import record

_CLAUSE_STOPS, _SENTENCE_STOPS = "，,。；;：:！？!?\n", "。；;！？!?\n"
# Closing words of so many characters are no chance where a longer word holds them.
_LONG = 3
_STOPS = frozenset(_CLAUSE_STOPS)
_CLAUSE, _SENTENCE = lazy.pattern(f"[{_CLAUSE_STOPS}]"), lazy.pattern(f"[{_SENTENCE_STOPS}]")


# In these words a character is none of the excuses of one character: 「立足于做好本职工作为出发点」.
_PLAIN_WORDS = lazy.pattern(
    "工作|合作|协作|操作|成果|成效|成绩|规定|一定|稳定|定期|以来|以上|以下|以及|予以|加以|给以|把关|把握|主任|责任|任务"
)


def any_of(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern for one of the words, the longest first."""
    # In one order, so that what is remembered of it is found again.
    return lazy.pattern("|".join(sorted(map(re.escape, sorted(words)), key=len, reverse=True)))


@record
class Frame:
    """One family; see the module. `ends`: its closing words end a clause. `inside`: they may be parts of words."""

    kind: str
    opens: tuple[str, ...]
    closes: tuple[str, ...]
    gap: int
    unless: re.Pattern[str] | None
    ends: bool
    within: re.Pattern[str]
    inside: bool
    say: str
    severity: Severity

    @classmethod
    def of(cls, row: Entry) -> "Frame":
        unless = row.get("unless", "").split()
        opens, closes = tuple(row.get("open", "").split()), tuple(row["close"].split())
        if opens and not row["gap"] and not unless:
            # Nothing between them: both together are rarer than either.
            closes = tuple(first + then for first in opens for then in closes)
            opens = ()
        return cls(
            kind=row["kind"],
            opens=opens,
            closes=closes,
            gap=row.get("gap", 0),
            unless=any_of(unless) if unless else None,
            ends=row.get("ends", False),
            within=_SENTENCE if row.get("sentence") else _CLAUSE,
            inside=row.get("inside", False),
            say=row["say"],
            severity=row["severity"],
        )

    @cached_property
    def by_opening(self) -> bool:
        """Whether its opening words are the rarer ones: longer words are."""
        return bool(self.opens) and min(map(len, self.opens)) > min(map(len, self.closes))

    @property
    def rarer(self) -> tuple[str, ...]:
        return self.opens if self.by_opening else self.closes

    @cached_property
    def _other(self) -> tuple[re.Pattern[str], int]:
        words = self.closes if self.by_opening else self.opens
        return any_of(words), max(map(len, words), default=0)

    def around(self, text: str, cut: Callable[[], Cut], start: int, end: int) -> tuple[int, int] | None:
        """Where the frame begins and ends of which one of the rarer words stands here."""
        if not self.opens:
            whole = self._is_closed(text, end) and self._closes(cut, start, end)
            return (start, end) if whole else None
        pattern, longest = self._other
        if self.by_opening:
            limit = end + self.gap + longest
            stop = self.within.search(text, end, limit)
            found = pattern.finditer(text, end, stop.start() if stop else limit)
            spans = ((start, end, *match.span()) for match in found)
        else:
            low = max(0, start - self.gap - longest)
            found = pattern.finditer(text, low, start)
            spans = ((*match.span(), start, end) for match in reversed(list(found)))
        return next(((one[0], one[3]) for one in spans if self._is_whole(text, cut, *one)), None)

    def _is_whole(
        self, text: str, cut: Callable[[], Cut], opening: int, opened: int, closing: int, closed: int
    ) -> bool:
        if closing - opened > self.gap or not self._is_closed(text, closed):
            return False
        if self.within.search(text, opened, closing):
            return False
        # 「按照“公开为原则，不公开为例外”的要求」 closes behind what is quoted.
        if text.count("“", opened, closing) > text.count("”", opened, closing):
            return False
        if self.unless and self._is_excused(text[opened:closing]):
            return False
        return self.inside or (not cut().through(opening, opened) and self._closes(cut, closing, closed))

    def _is_excused(self, between: str) -> bool:
        found = self.unless.finditer(between) if self.unless else ()
        plain = [word.span() for word in _PLAIN_WORDS.finditer(between)]
        return any(
            len(one[0]) > 1 or not any(low <= one.start() < high for low, high in plain) for one in found
        )

    def _closes(self, cut: Callable[[], Cut], start: int, end: int) -> bool:
        """Whether no word of the dictionary goes on behind the closing words; 「共同努力下」 may hold 「努力下」."""
        if self.inside:
            return True
        return not cut().through(start, end) if end - start < _LONG else cut().begins(end)

    def _is_closed(self, text: str, end: int) -> bool:
        return not self.ends or end >= len(text) or text[end] in _STOPS


def _families(rows: Sequence[Entry]) -> tuple[KeptWords, bytes]:
    """Plain values for `Frames`: the rarer words with the numbers of their families, and the rows of these."""
    owners: dict[str, list[int]] = {}
    for number, row in enumerate(rows):
        for word in Frame.of(row).rarer:
            owners.setdefault(word, []).append(number)
    return Words.of(owners).kept(), pack({str(number): dict(row) for number, row in enumerate(rows)})


class Frames:
    """All families, each made when one of its rarer words stands."""

    def __init__(self, words: KeptWords, rows: bytes) -> None:
        self._words, self._rows = Words.unkept(*words), Packed(rows)
        self._made: dict[int, Frame] = {}

    def _family(self, number: int) -> Frame:
        if number not in self._made:
            self._made[number] = Frame.of(self._rows.row(str(number)))
        return self._made[number]

    def find(self, passage: Passage) -> Iterator[tuple[int, int, Frame]]:
        # The dictionary is asked only where both sides stand.
        text, first, cut = passage.text, passage.start, partial(cut_of, passage)
        words, body = self._words, passage.body
        for at in words.starts(body):
            for word in words.all_at(body, at):
                start = first + at
                for frame in map(self._family, words.meaning(word)):
                    span = frame.around(text, cut, start, start + len(word))
                    if span and not passage.in_web_residue(span[0]) and not is_quoted(text, *span):
                        yield *span, frame


def frames_in(passage: Passage) -> tuple[tuple[int, int, Frame], ...]:
    """The faulty frames of a passage: where each begins and ends, and its family."""
    return tuple(kept_of(passage, ("frames",), _families, Frames).find(passage))
