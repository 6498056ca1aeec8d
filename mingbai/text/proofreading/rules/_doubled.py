"""Two like neighbours that belong to two words: 「山林林权」, 「散煤煤质」, 「县域域内」, 「转移支付支付进度」."""

from collections.abc import Mapping, Sequence

from mingbai.text import dictionary, lazy
from mingbai.text.proofreading.model import Passage
from mingbai.text.proofreading.rules._knowledge import Entry, compiled, is_noun, is_word, listed
from mingbai.text.runs import shipped

# So well official writing must know a pair (logarithm of its count), and so much better than with what would stand beside it
# if one of the two were deleted: 「林权」 stands elsewhere than behind 「山」, 「息公」 only behind 「信」.
_KNOWN, _BETTER = 1.5, 0.9
# A pair that is no word of the dictionary must be better known, and must not cut the next word: 「村务务|公开」.
_WELL_KNOWN, _MUCH_BETTER = 3.0, 1.5

# What closes the name of a part: 「灯杆」, 「厕位」, 「堤身」.
_PARTS = frozenset("体位杆身面口座架网管道库房源质况情量")
# What the dictionary takes for more than a noun.
_PLACES = frozenset("道河厂站园")
# 「得分|分四个档次」, 「总分|分为三档」.
_DIVIDED = lazy.pattern("分(?:为|成|作|[一二三四五六七八九十两几\\d])")
# Words that govern a noun or stand before any word, and so name no kind of it: 「修|堤防」, 「的|堤防」.
_NO_KIND = ("v", "p", "d", "r", "u", "c", "m", "q", "y")


def _words_of(rows: Sequence[Entry]) -> frozenset[str]:
    return frozenset(row["word"] for row in rows)


def _heads_of(rows: Sequence[Entry]) -> Mapping[str, tuple[str, ...]]:
    return {row["tail"]: listed(row["heads"]) for row in rows}


def joined_words(passage: Passage) -> frozenset[str]:
    """Words of official writing that the dictionary lacks: 「学段」, 「堤身」, 「路长」."""
    return compiled(passage, ("joined_words",), _words_of)


def ends_a_name(passage: Passage, start: int, end: int) -> bool:
    """Whether the word at `start`, which stands again before `end`, closes a fixed name and opens another one: 「转移支付|支付进度」."""
    text, middle = passage.text, (start + end) // 2
    heads = compiled(passage, ("compound_tails",), _heads_of).get(text[start:middle], ())
    behind = text[end : end + 2]
    return text.endswith(heads, passage.start, start) and (
        behind[:1] in _CLOSES_NAME
        or (is_word(behind) and not dictionary.kinds(behind)[0].startswith(_NO_NAME))
    )


_NO_NAME = ("v", "p", "r", "u", "c", "m", "q", "y")
# 「支付中心」, 「支付额」, 「支付到个人账户」.
_CLOSES_NAME = frozenset("额率员栏金法费所站局网处科股办园区队组链值量户款到给至")


def belong_to_two_words(text: str, at: int, known: frozenset[str] = frozenset()) -> bool:
    """Whether of the like characters at `at` and `at + 1` the first closes a word and the second may open one; `known`: words
    besides those of the dictionary."""
    if not at or len(text) < at + 3:
        return False
    if _is_paired(text, at) or _takes_what_is_left(text, at) or opens_joined(text, at + 1, known):
        return True
    if _DIVIDED.match(text, at + 1) and is_word(text[at - 1 : at + 1]):
        return True
    if is_word(text[at + 1 : at + 3]) and _names_a_kind(text, at):
        return True
    often, first, second = shipped().often, text[at - 1 : at + 1], text[at + 1 : at + 3]
    left = often(first + second[1])
    closes = is_word(first) or _stands_elsewhere(often(first), left, _KNOWN, _BETTER)
    opens = is_word(second) or (
        _stands_elsewhere(often(second), left, _WELL_KNOWN, _MUCH_BETTER) and not _opens_word(text, at + 2)
    )
    return closes and opens


def opens_joined(text: str, at: int, known: frozenset[str]) -> bool:
    """Whether a known word begins here, the first character of which also closes the word before: 「大学|学段」."""
    return text[at : at + 2] in known and not _opens_word(text, at + 1)


def _names_a_kind(text: str, at: int) -> bool:
    """「主堤|堤防」, 「垸堤|堤防」: a kind of what the noun names, told by one character."""
    before = text[at - 1]
    named = text[at] in _PLACES or is_noun(text[at])
    if not named or not "一" <= before <= "鿿" or is_word(text[max(at - 2, 0) : at]):
        return False
    return not dictionary.kinds(before)[0].startswith(_NO_KIND)


def _is_paired(text: str, at: int) -> bool:
    """「沟沟岔岔」, 「收收支支」: doubled beside a doubled one, on purpose."""
    sides = text[max(at - 2, 0) : at], text[at + 2 : at + 4]
    return any(len(side) == len(set(side)) + 1 for side in sides)


def _stands_elsewhere(pair: float, within: float, known: float, better: float) -> bool:
    return pair > known and pair - within > better


def _takes_what_is_left(text: str, at: int) -> bool:
    """「桥梁梁体检查」: one noun of one character follows, with which only the second can make a word."""
    first, second, behind = text[at - 1 : at + 1], text[at + 1 : at + 3], text[at + 2]
    alone = not _opens_word(text, at + 2) or (behind in _PARTS and is_word(text[at + 3 : at + 5]))
    taken = is_noun(behind) or behind in _PARTS
    return taken and alone and not is_word(second) and not is_word(first + behind)


def _opens_word(text: str, at: int) -> bool:
    return len(text) > at + 1 and is_word(text[at : at + 2])
