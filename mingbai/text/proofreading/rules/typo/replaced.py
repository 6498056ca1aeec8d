"""Set phrases in which one character stands for another, whatever the likeness: 「隐患排杳治理」, 「明确责仕分工」.

What the other rules ask of a homophone is asked here of any character: all others of the phrase stand, the strange one
is alone and breaks a word, and official writing does not know it there. The shorter the phrase, the more alike the
two must be.
"""

from collections.abc import Iterator, Sequence
from itertools import chain

from mingbai.text import dictionary
from mingbai.text.model import Finding, Severity
from mingbai.text.packed import Members, Packed, pack, pack_words
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._cutting import cut_of
from mingbai.text.proofreading.rules._knowledge import (
    Confused,
    Entry,
    given,
    is_quoted,
    is_word,
    kept_of,
    pack_groups,
)
from mingbai.text.runs import stands_in_official_writing

_FIRST, _LAST = "一", "鿿"
_WINDOW, _LONG, _LONGEST = 4, 6, 10
_HOLE = "·"
# Beside them anything stands.
_PARTICLES = frozenset("的了和与及在是有等年月日")
# One for another is meant: levels, numbers, sides.
_IN_TURN = frozenset(
    "里省市州县区乡镇村社街组局委办部厅处科室所站院校厂园馆队班一二三四五六七八九十百千万亿两多几半首上下左右前后内外中东西南北大小高低早晚新旧老男女"
    "不未无非可应需已再又也都均各每某该本此其我他你"
)
# Logarithm of how often a character stands alone that is left out: it is a word wherever it stands.
_OFTEN = 5.5
_LISTS = ("phrases", "sounds", "shapes", "lookalikes", "singles", "idioms")
# Sounds that a dialect takes for each other.
_DIALECT = (("n", "l"), ("r", "l"), ("h", "f"))
# Where the strange character stands in the phrase, and the phrase.
_Meant = tuple[str, int]


class _Holes:
    """`meant`: by what stands around a hole, the phrases that have a character there; `alike`: characters taken for one another."""

    def __init__(self, right: bytes, meant: bytes, alike: bytes, sounds: bytes, passed: str) -> None:
        self.right = Members(right)
        self.meant, self.alike, self.sounds = Packed(meant), Confused(alike), Confused(sounds)
        self.passed = frozenset(passed)


def _holes(
    phrases: Sequence[Entry],
    sounds: Sequence[Entry],
    shapes: Sequence[Entry],
    lookalikes: Sequence[Entry],
    singles: Sequence[Entry],
    idioms: Sequence[Entry],
) -> tuple[bytes, bytes, bytes, bytes, str]:
    meant: dict[str, list[_Meant]] = {}
    sayings = [word for row in idioms for word in row["words"].split()]
    for phrase in dict.fromkeys([*(row["phrase"] for row in phrases), *sayings]):
        if _WINDOW <= len(phrase) <= _LONGEST and "、" not in phrase:
            for place, key in _keys(phrase):
                meant.setdefault(key, []).append((phrase, place))
    alike = [(row["character"], row["alike"] + row.get("scanned", "")) for row in lookalikes]
    for row in chain(sounds, shapes):
        alike += [(letter, row["characters"].replace(letter, "")) for letter in row["characters"]]
    by_sound = {row["sound"]: row["characters"] for row in sounds if "sound" in row}
    for one, two in _DIALECT:
        for sound, characters in by_sound.items():
            if sound.startswith(one) and (other := by_sound.get(two + sound.removeprefix(one))):
                alike += [(characters, other), (other, characters)]
    same = [(letter, row["characters"]) for row in sounds for letter in row["characters"]]
    often = "".join(row["characters"] for row in singles if row["weight"] >= _OFTEN)
    holes = pack({key: tuple(found) for key, found in meant.items()})
    passed = "".join(sorted({*often, *_PARTICLES, *_IN_TURN}))
    right = pack_words(dict.fromkeys([*(row["phrase"] for row in phrases), *sayings]))
    return right, holes, pack_groups(alike), pack_groups(same), passed


def _keys(phrase: str) -> Iterator[tuple[int, str]]:
    """Each place of a phrase with up to three of the characters around it."""
    for place, letter in enumerate(phrase):
        if letter not in _PARTICLES and letter not in _IN_TURN:
            low = min(max(0, place - 2), len(phrase) - _WINDOW)
            yield place, phrase[low:place] + _HOLE + phrase[place + 1 : low + _WINDOW]


def _places(passage: Passage, known: _Holes) -> Iterator[tuple[int, _Meant]]:
    """Where a character alone stands in a phrase for another: its offset in the passage, and the phrase."""
    body, heads, meant, passed = passage.body, cut_of(passage).heads + b"\1", known.meant, known.passed
    at = heads.find(b"\1\1")
    while at >= 0:
        letter = body[at : at + 1]
        if _FIRST <= letter <= _LAST and letter not in passed:
            for phrase, place in chain.from_iterable(meant[key] or () for key in _keys_at(body, at)):
                low = at - place
                if low >= 0 and letter != phrase[place] and _stands(body, low, phrase, place):
                    yield at, (phrase, place)
        at = heads.find(b"\1\1", at + 1)


def _keys_at(body: str, at: int) -> tuple[str, ...]:
    before, behind = body[max(0, at - 3) : at], body[at + 1 : at + 4]
    return (
        _HOLE + behind,
        before[-1:] + _HOLE + behind[:2],
        before[-2:] + _HOLE + behind[:1],
        before + _HOLE,
    )


def _stands(body: str, low: int, phrase: str, place: int) -> bool:
    return body.startswith(phrase[:place], low) and body.startswith(phrase[place + 1 :], low + place + 1)


def _replaced(passage: Passage) -> tuple[tuple[int, _Meant], ...]:
    return tuple(_places(passage, _known(passage)))


def _known(passage: Passage) -> _Holes:
    return kept_of(passage, _LISTS, _holes, _Holes)


def alike_of(passage: Passage, letter: str) -> frozenset[str]:
    """The characters that look or sound like one."""
    return _known(passage).alike[letter]


def _find(rule: Rule, passage: Passage) -> Iterator[Finding]:
    known = _known(passage)
    best: dict[int, tuple[int, str, int, Severity]] = {}
    for at, (phrase, place) in passage.once(_replaced):
        start = passage.start + at - place
        severity = _how_sure(passage, known, (start, start + len(phrase)), (phrase, place))
        if severity and len(phrase) > best.get(at, (0,))[0]:
            best[at] = (len(phrase), phrase, start, severity)
    for length, phrase, start, severity in best.values():
        written = passage.text[start : start + length]
        said = f"「{written}」疑为「{phrase}」，有一个字写错了。"
        yield rule.finding(passage, start, start + length, said, suggestion=phrase, severity=severity)


_BESIDE = 6


def _how_sure(passage: Passage, known: _Holes, span: tuple[int, int], meant: _Meant) -> Severity | None:
    text, (start, end), (phrase, place) = passage.text, span, meant
    at = start + place
    letter, right = text[at], phrase[place]
    if right in known.sounds[letter]:
        return None  # heard by the rule of homophones
    if letter in text[max(0, start - _BESIDE) : start] and letter in text[end : end + _BESIDE]:
        return None  # 「表格难填、材料难备、队伍难排」 says it of each
    if _is_of_other_phrase(text, at, known.right):
        return None
    cut = cut_of(passage)
    if cut.through(start, end) or passage.in_web_residue(start) or is_quoted(text, start, end):
        return None
    if _is_of_another_word(text, span, at) or _is_usual(text, span, at) or not _breaks_word(phrase, place):
        return None
    if letter in known.alike[right]:
        return "warning"
    if letter in phrase and letter not in (text[at - 1 : at], text[at + 1 : at + 2]):
        return "info"  # 「一蹴而蹴」: a character of the phrase again
    return "info" if len(phrase) >= _LONG else None


def _is_of_other_phrase(text: str, at: int, right: Members) -> bool:
    """Whether a phrase of the list stands there as it is written."""
    return any(
        text[low : low + length] in right
        for length in range(_WINDOW - 1, _LONG + 1)
        for low in range(max(0, at - length + 1), at + 1)
    )


def _is_of_another_word(text: str, span: tuple[int, int], at: int) -> bool:
    """Whether it makes a word with what stands on either side, outside the phrase or inside."""
    before, behind = text[max(0, at - 3) : at], text[at + 1 : at + 4]
    letter = text[at]
    words = [before[-size:] + letter for size in (1, 2)] + [letter + behind[:size] for size in (1, 2)]
    if any(len(word) > 1 and is_word(word) for word in words):
        return True
    outside = text[at - 1 : at] if at == span[0] else text[at + 1 : at + 2] if at == span[1] - 1 else ""
    return bool(outside) and stands_in_official_writing(
        outside + letter if at == span[0] else letter + outside
    )


def _is_usual(text: str, span: tuple[int, int], at: int) -> bool:
    """Whether official writing has it beside its neighbours of the phrase."""
    start, end = span
    runs = (text[low : low + 3] for low in range(max(start, at - 2), min(at, end - 3) + 1))
    return any(stands_in_official_writing(run) for run in runs)


def _breaks_word(phrase: str, place: int) -> bool:
    """Whether the phrase has a word of several characters there."""
    at = 0
    for word in dictionary.cut(phrase):
        if at <= place < at + len(word):
            return len(word) > 1
        at += len(word)
    return False


RULES = (
    Rule(
        name="typo.phrase_character",
        category="typo",
        severity="warning",
        explain="固定说法里别的字都对，有一个字写成了形近、音近的字，词就散了，如「隐患排杳治理」「明确责仕分工」。六个字以上的，换成什么字都指出来，只作提示。",
        fires="隐患排杳治理，明确责仕分工。",
        passes="隐患排查治理，明确责任分工。",
        find=given(_replaced, _find),
    ),
)
