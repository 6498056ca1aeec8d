"""Two like neighbours that belong to two words: 「山林林权」, 「散煤煤质」, 「县域域内」."""

from mingbai.text.proofreading.rules._knowledge import is_noun, is_word
from mingbai.text.runs import shipped

# So well official writing must know a pair (logarithm of its count), and so much better than with what would stand beside it
# if one of the two were deleted: 「林权」 stands elsewhere than behind 「山」, 「息公」 only behind 「信」.
_KNOWN, _BETTER = 1.5, 0.9
# A pair that is no word of the dictionary must be better known, and must not cut the next word: 「村务务|公开」.
_WELL_KNOWN, _MUCH_BETTER = 3.0, 1.5

# What closes the name of a part: 「灯杆」, 「厕位」, 「堤身」.
_PARTS = frozenset("体位杆身面口座架网管道库房源质况情量")


def belong_to_two_words(text: str, at: int) -> bool:
    """Whether of the like characters at `at` and `at + 1` the first closes a word and the second may open one."""
    if not at or len(text) < at + 3:
        return False
    if _is_paired(text, at) or _takes_what_is_left(text, at):
        return True
    often, first, second = shipped().often, text[at - 1 : at + 1], text[at + 1 : at + 3]
    left = often(first + second[1])
    closes = is_word(first) or _stands_elsewhere(often(first), left, _KNOWN, _BETTER)
    opens = is_word(second) or (
        _stands_elsewhere(often(second), left, _WELL_KNOWN, _MUCH_BETTER) and not _opens_word(text, at + 2)
    )
    return closes and opens


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
