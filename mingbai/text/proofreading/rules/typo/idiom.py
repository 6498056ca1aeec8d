"""Idioms of which one character is another one, is lost or has changed places: 「参差不整」, 「弄虚假」, 「一目瞭然」, 「井井条有」.

The list has only idioms in which no character can be another. What sounds alike is found by `typo.phrase`; here any character
may stand for the right one, so official writing must not have the four together, and no word may reach in from outside.
"""

from collections.abc import Iterator, Sequence

from ahocorasick_rs import AhoCorasick, MatchKind

from mingbai.text import runs
from mingbai.text.model import Finding, Severity
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._cutting import cut_of
from mingbai.text.proofreading.rules._knowledge import Entry, compiled, given, is_quoted, is_word, listed
from mingbai.text.records import record

_FOUR, _HALF = 4, 2
# They stand between an idiom that lost its first character and what comes before, and make no word with it.
_SMALL = frozenset("的了和与及在对为是地得着")
_MAY_FOLLOW = frozenset("的地了等和与及或者行现之问")


@record
class Slip:
    start: int
    end: int
    meant: str
    # Where the character that is another one stands; -1 where one is lost.
    wrong: int


class _Idioms:
    """Halves of idioms, with the idioms that have them in front and those that have them behind."""

    def __init__(self, rows: Sequence[Entry]) -> None:
        self._known = frozenset(word for row in rows for word in listed(row["words"]))
        self._front: dict[str, list[str]] = {}
        self._back: dict[str, list[str]] = {}
        for word in sorted(self._known):
            self._front.setdefault(word[:_HALF], []).append(word)
            self._back.setdefault(word[_HALF:], []).append(word)
        self._halves = sorted({*self._front, *self._back})
        self._automaton = AhoCorasick(self._halves, matchkind=MatchKind.Standard)

    def slips(self, body: str) -> Iterator[Slip]:
        for number, start, end in self._automaton.find_matches_as_indexes(body, overlapping=True):
            half = self._halves[number]
            for word in self._front.get(half, ()):
                if slip := _behind(body, start, word):
                    yield slip
            for word in self._back.get(half, ()):
                if slip := _before(body, end, word):
                    yield slip


def _behind(body: str, start: int, word: str) -> Slip | None:
    """The slip of an idiom whose first half stands here."""
    third, last = word[_HALF], word[_HALF + 1]
    rest = body[start + _HALF : start + _FOUR]
    if rest == third + last:
        return None
    if rest == last + third:
        return Slip(start, start + _FOUR, word, start + _HALF)
    if rest[1:] == last:
        return Slip(start, start + _FOUR, word, start + _HALF)
    if rest[:1] == third and _is_han(rest[1:]) and rest[1] not in _SMALL:
        return Slip(start, start + _FOUR, word, start + _FOUR - 1)
    if rest[:1] == last or rest[:1] == third:
        return Slip(start, start + _FOUR - 1, word, -1)
    return None


def _before(body: str, end: int, word: str) -> Slip | None:
    """The slip of an idiom whose second half ends here."""
    first, second = word[0], word[1]
    rest = body[max(0, end - _FOUR) : end - _HALF]
    if rest == first + second:
        return None
    if rest == second + first or rest[:1] == first:
        return Slip(end - _FOUR, end, word, end - _FOUR + 1)
    if rest[1:] == second and _is_han(rest[:1]) and rest[0] not in _SMALL:
        return Slip(end - _FOUR, end, word, end - _FOUR)
    if rest[-1:] == first or rest[-1:] == second:
        return Slip(end - _FOUR + 1, end, word, -1)
    return None


def _is_han(letter: str) -> bool:
    return "一" <= letter <= "鿿"


def _is_said_so(body: str, slip: Slip) -> bool:
    """Whether these characters are a word or stand together in official writing."""
    written, often = body[slip.start : slip.end], runs.shipped().often
    if is_word(written):
        return True
    # What is left of an idiom stands in it, too.
    if slip.wrong < 0 and slip.meant.startswith(written):
        behind = body[slip.end : slip.end + 1]
        return often(written + (behind if _is_han(behind) else runs.EDGE)) > 0
    return often(written) > 0


def _slips(passage: Passage) -> tuple[Slip, ...]:
    body = passage.body
    found = {
        slip.start: slip
        for slip in compiled(passage, ("fixed_idioms",), _Idioms).slips(body)
        if all(map(_is_han, body[slip.start : slip.end])) and not _is_said_so(body, slip)
    }
    return tuple(found[start] for start in sorted(found))


def _find(rule: Rule, passage: Passage) -> Iterator[Finding]:
    text, reached = passage.text, 0
    for slip in passage.once(_slips):
        start, end = slip.start + passage.start, slip.end + passage.start
        if start < reached or passage.in_web_residue(start) or is_quoted(text, start, end):
            continue
        if cut_of(passage).through(start, end) or _goes_on(text, slip, end):
            continue
        reached = end
        what = "漏了字" if slip.wrong < 0 else "有字不对"
        said = f"「{text[start:end]}」疑为「{slip.meant}」，{what}。"
        severity = _severity(passage, slip, rule.severity)
        yield rule.finding(passage, start, end, said, suggestion=slip.meant, severity=severity)


def _goes_on(text: str, slip: Slip, end: int) -> bool:
    """「弄|虚假数据」: what lost a character and goes on may be other words."""
    behind = text[end : end + 1]
    return slip.wrong < 0 and _is_han(behind) and behind not in _MAY_FOLLOW


def _severity(passage: Passage, slip: Slip, most: Severity) -> Severity:
    """A hint where the other character makes a word: 「一丝不敢」."""
    if slip.wrong < 0:
        return most
    at = slip.wrong + passage.start
    spans = cut_of(passage).around(at, at + 1)
    return most if (at, at + 1) in spans else "info"


RULES = (
    Rule(
        name="typo.idiom_slip",
        category="typo",
        severity="warning",
        explain="成语里有一个字写成了别的字，或者漏了字、颠倒了字：「参差不整」应为「参差不齐」，「弄虚假」应为「弄虚作假」，「一目瞭然」今作「一目了然」。",
        fires="干部水平参差不整，对弄虚假的严肃处理，内容一目瞭然。",
        passes="干部水平参差不齐，对弄虚作假的严肃处理，内容一目了然，与时间进度同步。",
        find=given(_slips, _find),
    ),
)
