"""Which words every match of a regular expression holds, so that a text without them need not be searched.

`needles_of` reads the expression as Python's own parser does. Whatever it does not understand only makes its answer
weaker: fewer words, wider windows, never a match lost.
"""

import importlib
from collections.abc import Iterable, Sequence
from itertools import product
from math import fsum
from typing import Any, NamedTuple

from mingbai.text.records import record

# How many words a pattern may wait for, and how many characters of a class are tried one by one.
_MOST_WORDS = 80
_MOST_CHARACTERS = 24
# Wider than this is as good as without end.
_ENDLESS = 2_000
# Rough shares of characters in official texts: of words made of them, the rarest are taken.
_FREQUENT = "\n\t\u3000 0123456789、的公开人政一和工务办信作息（）：日"
_COMMON = (
    "理村明不有府行民以请二责会要县对三件员项个内收发度条；在主分法组申镇出下区定查社情结事时第中为元议况本经是负实保到复合全计上生可规资费户现管关名机单年月"
    "群服期金审局问四农次监报意众目由用提设补号布业及告处其督通电成五共后制将新任支位文进体应核每方部者自当道动十助领导高学宣网站大安"
)
_SHARES = {
    **dict.fromkeys(_COMMON, 0.003),
    **dict.fromkeys(_FREQUENT, 0.01),
    **dict.fromkeys("，。、", 0.03),
}
_RARE = 0.0004
_EACH_MORE = 0.12
# Words that stand oftener than this spare less than they cost.
_TOO_OFTEN = 0.015
# Going back to where a match may begin costs more than beginning at a place.
_UNSURE = 1.5


class Needles(NamedTuple):
    """Every match holds one of `words`, which begins `first` to `last` characters after the match does.

    `longest` bounds a match with what it looks at behind it, `crosses` says whether it may hold a line's end and
    `ahead` how far behind the end of a line it may look. No words: nothing is known. No `last`, `longest` or
    `ahead`: without bound.
    """

    words: tuple[str, ...] = ()
    first: int = 0
    last: int | None = 0
    longest: int | None = None
    crosses: bool = True
    ahead: int | None = None


_NOTHING = Needles()
_Words = frozenset[str]


@record
class _Found:
    words: _Words
    first: int
    last: int

    @property
    def cost(self) -> float:
        # `sum` depends on the order, which is another one in each process.
        rarity = fsum(map(_share, self.words))
        return rarity if self.first == self.last else rarity * _UNSURE

    def moved(self, least: int, most: int) -> "_Found":
        return _Found(self.words, self.first + least, min(self.last + most, _ENDLESS))


def _share(word: str) -> float:
    return float(min(_SHARES.get(letter, _RARE) for letter in word) * _EACH_MORE ** (len(word) - 1))


def needles_of(source: str, flags: int = 0) -> Needles:
    """Nothing where Python's parser no longer is what it was."""
    try:
        return _needles_of(source, flags)
    except (AttributeError, ImportError, TypeError, ValueError):
        return _NOTHING


def _needles_of(source: str, flags: int = 0) -> Needles:
    parser = importlib.import_module("re._parser")
    parsed = parser.parse(source, flags)
    if parsed.state.flags & (parser.SRE_FLAG_IGNORECASE | parser.SRE_FLAG_VERBOSE):
        return _NOTHING
    reader = _Reader(parser, bool(parsed.state.flags & parser.SRE_FLAG_DOTALL))
    found = reader.needles(parsed)
    if found is None or fsum(map(_share, found.words)) > _TOO_OFTEN:
        return _NOTHING
    longest = _sum((reader.width(parsed)[1], reader.ahead(parsed, crossing=False)))
    return Needles(
        words=tuple(_shortest(found.words)),
        first=found.first,
        last=_bounded(found.last),
        longest=_bounded(longest + 2),
        crosses=reader.crosses(parsed),
        ahead=_bounded(reader.ahead(parsed, crossing=True) + 2),
    )


def _shortest(words: _Words) -> list[str]:
    """Without those that begin with another one: they stand where it stands."""
    kept: list[str] = []
    for word in sorted(words):
        if not kept or not word.startswith(kept[-1]):
            kept.append(word)
    return kept


def _bounded(length: int) -> int | None:
    return length if length < _ENDLESS else None


def _sum(lengths: Iterable[int]) -> int:
    return min(sum(lengths), _ENDLESS)


class _Reader:
    """Answers about parsed expressions: lists of (operation, argument)."""

    def __init__(self, parser: Any, dot_is_all: bool) -> None:
        self._parser, self._dot_is_all = parser, dot_is_all
        self._repeats = (parser.MAX_REPEAT, parser.MIN_REPEAT, parser.POSSESSIVE_REPEAT)
        self._asserts = (parser.ASSERT, parser.ASSERT_NOT)

    def width(self, parsed: Any) -> tuple[int, int]:
        least, most = parsed.getwidth()
        return min(least, _ENDLESS), min(most, _ENDLESS)

    def _of_one(self, parsed: Any, item: Any) -> Any:
        return self._parser.SubPattern(parsed.state, [item])

    def _inner(self, operation: Any, argument: Any) -> list[Any]:
        """The expressions inside one."""
        parser = self._parser
        if operation is parser.BRANCH:
            return list(argument[1])
        if operation is parser.SUBPATTERN:
            return [argument[3]]
        if operation is parser.ATOMIC_GROUP:
            return [argument]
        if operation in self._repeats:
            return [argument[2]]
        if operation in self._asserts:
            return [argument[1]]
        if operation is parser.GROUPREF_EXISTS:
            return [part for part in argument[1:] if part is not None]
        return []

    def exact(self, parsed: Any) -> _Words | None:
        """All that an expression may match, where that is little; it may be a little more."""
        words: _Words | None = frozenset({""})
        for operation, argument in parsed:
            words = _joined(words, self._exact_item(operation, argument))
            if words is None:
                return None
        return words

    def _exact_item(self, operation: Any, argument: Any) -> _Words | None:
        parser = self._parser
        if operation is parser.LITERAL:
            return frozenset({chr(argument)})
        if operation is parser.IN:
            return self._characters(argument)
        if operation in self._asserts or operation is parser.AT:
            return frozenset({""})
        if operation is parser.SUBPATTERN and not argument[1] and not argument[2]:
            return self.exact(argument[3])
        if operation is parser.ATOMIC_GROUP:
            return self.exact(argument)
        if operation is parser.BRANCH:
            parts = [self.exact(branch) for branch in argument[1]]
            known = [part for part in parts if part is not None]
            return frozenset().union(*known) if len(known) == len(parts) else None
        if operation in self._repeats and argument[1] <= 3:
            return self._repeated(argument[0], argument[1], self.exact(argument[2]))
        return None

    def _repeated(self, least: int, most: int, once: _Words | None) -> _Words | None:
        found: _Words = frozenset()
        for times in range(least, most + 1):
            words: _Words | None = frozenset({""})
            for _ in range(times):
                words = _joined(words, once)
            if words is None:
                return None
            found |= words
        return found

    def _characters(self, members: Sequence[Any]) -> _Words | None:
        parser, found = self._parser, set()
        for operation, argument in members:
            if operation is parser.LITERAL:
                found.add(chr(argument))
            elif operation is parser.RANGE and argument[1] - argument[0] < _MOST_CHARACTERS:
                found.update(map(chr, range(argument[0], argument[1] + 1)))
            else:
                return None
        return frozenset(found) if len(found) <= _MOST_CHARACTERS else None

    def needles(self, parsed: Any) -> _Found | None:
        """The rarest words of which each match holds one."""
        found: list[_Found] = []
        run, begins, at = frozenset({""}), (0, 0), (0, 0)
        for item in parsed:
            exact, (least, most) = self._exact_item(*item), self.width(self._of_one(parsed, item))
            longer = _joined(run, exact)
            if longer is None:
                found += _as_found(run, begins)
                inner = self._within(*item) if exact is None else None
                found += [inner.moved(*at)] if inner else []
            after = (_sum((at[0], least)), _sum((at[1], most)))
            if longer is None:
                longer, begins = (frozenset({""}), after) if exact is None else (exact, at)
            run, at = longer, after
        found += _as_found(run, begins)
        return min(found, key=lambda one: one.cost, default=None)

    def _within(self, operation: Any, argument: Any) -> _Found | None:
        """What an expression inside another, which stands in every match, says of it."""
        parser = self._parser
        if operation in self._asserts or operation is parser.GROUPREF_EXISTS:
            return None
        if operation in self._repeats and not argument[0]:
            return None
        if operation is parser.SUBPATTERN and (argument[1] or argument[2]):
            return None
        parts = [self.needles(part) for part in self._inner(operation, argument)]
        known = [part for part in parts if part is not None]
        words: _Words = frozenset().union(*(part.words for part in known))
        if not known or len(known) < len(parts) or len(words) > _MOST_WORDS:
            return None
        return _Found(words, min(part.first for part in known), max(part.last for part in known))

    def crosses(self, parsed: Any) -> bool:
        """Whether a line's end may stand in a match."""
        return any(
            self._is_line_end(*item)
            or (item[0] not in self._asserts and any(map(self.crosses, self._inner(*item))))
            for item in parsed
        )

    def _is_line_end(self, operation: Any, argument: Any) -> bool:
        parser = self._parser
        if operation is parser.ANY:
            return self._dot_is_all
        if operation is parser.LITERAL:
            return bool(argument == ord("\n"))
        if operation is parser.NOT_LITERAL:
            return bool(argument != ord("\n"))
        if operation is parser.IN:
            negated = argument[0][0] is parser.NEGATE
            return negated != any(map(self._holds_line_end, argument))
        return False

    def _holds_line_end(self, member: tuple[Any, Any]) -> bool:
        parser, (operation, argument) = self._parser, member
        if operation is parser.LITERAL:
            return bool(argument == ord("\n"))
        if operation is parser.RANGE:
            return bool(argument[0] <= ord("\n") <= argument[1])
        if operation is parser.CATEGORY:
            return str(argument) in {"CATEGORY_SPACE", "CATEGORY_NOT_DIGIT", "CATEGORY_NOT_WORD"}
        return False

    def ahead(self, parsed: Any, *, crossing: bool) -> int:
        """How far the expression looks behind a match, `crossing` a line's end."""
        reach = 0
        for operation, argument in parsed:
            if operation in self._asserts and argument[0] > 0:
                inner = argument[1]
                seen = self.crosses(inner) if crossing else True
                reach += self.width(inner)[1] if seen else 0
            reach += sum(self.ahead(part, crossing=crossing) for part in self._inner(operation, argument))
        return min(reach, _ENDLESS)


def _as_found(run: _Words, begins: tuple[int, int]) -> list[_Found]:
    return [_Found(run, *begins)] if run and "" not in run else []


def _joined(words: _Words | None, more: _Words | None) -> _Words | None:
    """Every one of the words with every one of the others behind it; None where these are unknown or too many."""
    if words is None or more is None or len(words) * len(more) > _MOST_WORDS:
        return None
    return frozenset(one + two for one, two in product(words, more))
