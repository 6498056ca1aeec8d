"""Which lines of a text have lost their marks: they go on too long without one, and within stand places where one belongs."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import exp, log, sqrt

from mingbai.text import lazy
from mingbai.text.marks import Stretch, longest_stretch, stretches
from mingbai.text.proofreading.patterns import HAN
from mingbai.text.records import record

# Shorter lines are headings and rows.
_LINE = 30
_WRITING = lazy.pattern(f"[{HAN}]{{4}}")
# A place where so much speaks for a mark is told in a line that has lost marks, and where so much does, it says that the line has.
_TOLD, _EVIDENT = 1.5, 3.0
# A line that goes on for so long is read; where some have lost marks those are read too that go on for less.
_LONG, _LONG_BESIDE = (lazy.pattern(rf"[^，。；：！？、]{{{size}}}") for size in (22, 12))
# What speaks for a line that has lost marks (natural logarithms): the edges of clauses, the places within by what stands around them,
# how long it goes on without a mark, and three counts in a row with nothing between them. Logistic regression over 1,224 lines of good
# papers (benchmarks/corpus), of every third of which half of the marks or all were taken away; the last column is for an even chance.
_EDGES, _PLACES, _LONGEST, _COUNTS, _CONSTANT = 1.1, 1.5, 3.2, 4.0, -11.8
_MOST_EDGES, _MOST_PLACES, _BY_LETTERS = 12.0, 20.0, 50
# So many lines of a text have lost marks, as long as nothing is known of it, which counts for four lines; and where so many have, a
# text is one that loses marks and less must speak for each line.
_USUAL, _OF_LINES, _MANY, _MOSTLY = 0.03, 4, 0.08, 0.9
_ALONE, _AMONG_OTHERS = 0.2, -1.5
_ROUNDS = 4
# A line that has lost marks is told beyond doubt where so much speaks for it.
_CERTAIN = 2.5
# 「结果维持2件结果纠正0件其他结果0件」; 「由40天缩短为20天」 tells of a change.
_LABEL = rf"(?:(?![到为至成和与的于由从及])[{HAN}]){{2,9}}\d+(?:\.\d+)?"
_COUNTED = lazy.pattern(rf"\d([{HAN}])(?={_LABEL}\1{_LABEL}\1)")


@record
class Losing:
    """A line, where marks may be lost in it, and the logarithm of the odds that they are."""

    stretches: tuple[Stretch, ...]
    odds: float

    @property
    def is_certain(self) -> bool:
        """One comma alone is mostly a matter of taste."""
        evident = sum(lost.odds > _EVIDENT for each in self.stretches for lost in each.lost)
        return self.odds > _CERTAIN and evident > 1


def losing(lines: Sequence[str], said: Mapping[int, float]) -> dict[int, Losing]:
    """The lines that have lost marks, in a text of which the edges of clauses have `said` so much of each line."""
    left = {at for at, line in enumerate(lines) if len(line) >= _LINE and _WRITING.search(line)}
    count, share = len(left), _USUAL
    read: dict[int, Losing] = {}
    for long in (_LONG, _LONG_BESIDE):
        wanted = {at for at in left if said.get(at) or long.search(lines[at]) or _COUNTED.search(lines[at])}
        read |= {at: _read(lines[at], said.get(at, 0.0)) for at in sorted(wanted)}
        left -= wanted
        share = _share(read, count)
        if share < _MANY:
            break
    prior, least = log(share / (1 - share)), _AMONG_OTHERS if share > _MANY else _ALONE
    return {
        at: replace(line, odds=line.odds + prior) for at, line in read.items() if line.odds + prior > least
    }


def _share(read: Mapping[int, Losing], count: int) -> float:
    """How many of the lines have lost marks, by what each of them looks like: what is found makes the others likelier."""
    share = _USUAL
    for _ in range(_ROUNDS):
        prior = log(share / (1 - share))
        lost = sum(1 / (1 + exp(-line.odds - prior)) for line in read.values())
        share = min(_MOSTLY, (lost + _OF_LINES * _USUAL) / (count + _OF_LINES))
    return share


def _read(line: str, said: float) -> Losing:
    found = tuple(stretches(line, _TOLD))
    places = sum(max(0.0, lost.odds - _EVIDENT) for each in found for lost in each.lost)
    odds = _CONSTANT + _EDGES * sqrt(min(said, _MOST_EDGES)) + _LONGEST * log(max(1, longest_stretch(line)))
    odds += _PLACES * sqrt(_BY_LETTERS * min(places, _MOST_PLACES) / len(line))
    return Losing(found, odds + _COUNTS * (_COUNTED.search(line) is not None))
