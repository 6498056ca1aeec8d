"""Set phrases of the field damaged in one place: 「收支二条线」, 「利为民所图」, 「制度化、规范化、程度化」, 「大额度资金使」.

The list has only phrases in which no word can be another. One character put for another, one or two left over or lost, two
neighbours exchanged: whatever stands there, it is told by how near it is to the phrase. Half of the phrase stands as it should
be, and official writing must not have what stands at the place where they part.
"""

from collections.abc import Iterator, Sequence

from ahocorasick_rs import AhoCorasick, MatchKind

from mingbai.text import runs
from mingbai.text.model import Finding, Severity
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._cutting import cut_of
from mingbai.text.proofreading.rules._knowledge import Entry, given, is_quoted, is_word, kept_of, listed
from mingbai.text.records import record
from mingbai.text.runs import EDGE

# How many characters of the phrase are gone, and how many stand in their place; the likeliest first.
_EDITS = ((1, 1), (0, 1), (1, 0), (2, 2), (0, 2))
# In shorter phrases one character at most.
_LONG, _SURE, _TWO = 7, 6, 2
# So long phrases of the list of phrases are fixed as well.
_FIXED = 8
# What may be put in, left out or stand for one another.
_FREE = frozenset(
    "的了和与及或等也都再更并要在是有地得着将把对中内上下里各类个项性不未非将就才仍以为其所之至到已均可应须会能时后前年月日"
)
_LEVELS, _NUMBERS = (
    frozenset("省市州县区乡镇村社街组局校院厂所站园队科室委部"),
    frozenset("一三四五六七八九十百千万"),
)


@record
class Slip:
    """Where the phrase stands, where in it the first strange character does, what is written there and what is meant."""

    start: int
    end: int
    at: int
    written: str
    lost: str
    meant: str


def _listed(rows: Sequence[Entry], phrases: Sequence[Entry]) -> tuple[list[str], list[str]]:
    """The phrases in their order, and what is usual instead of some of them."""
    said = (row["phrase"] for row in phrases if row.get("kind") != "collocation")
    known = {word for row in rows for word in listed(row.get("words", ""))}
    known |= {phrase for phrase in said if len(phrase) >= _FIXED}
    usual = {word for row in rows for word in listed(row.get("usual", ""))}
    return sorted(known), sorted(usual)


class _Formulas:
    """Halves of the phrases, with the phrases that have them in front and those that have them behind."""

    def __init__(self, known: Sequence[str], usual: Sequence[str]) -> None:
        self._known, self._usual = frozenset(known), frozenset(usual)
        self._front: dict[str, list[str]] = {}
        self._back: dict[str, list[str]] = {}
        for word in known:
            half = len(word) // 2
            self._front.setdefault(word[:half], []).append(word)
            self._back.setdefault(word[half:], []).append(word)
        self._halves = sorted({*self._front, *self._back})
        self._automaton = AhoCorasick(self._halves, matchkind=MatchKind.Standard)
        self._lengths = sorted({len(word) for word in self._known | self._usual})

    def slips(self, body: str) -> Iterator[Slip]:
        for number, start, end in self._automaton.find_matches_as_indexes(body, overlapping=True):
            half = self._halves[number]
            for word in self._front.get(half, ()):
                yield from _behind(body, start, word)
            for word in self._back.get(half, ()):
                yield from _before(body, end, word)

    def is_whole(self, body: str, slip: Slip) -> bool:
        """Whether a phrase of the list stands over the place as it is written."""
        at, last = slip.at, max(slip.at + 1, slip.at + len(slip.written))
        return any(
            body[low : low + length] in self._known or body[low : low + length] in self._usual
            for length in self._lengths
            for low in range(max(0, last - length), at + 1)
        )


def _behind(body: str, start: int, word: str) -> Iterator[Slip]:
    """The slip of a phrase whose first half stands here."""
    half = len(word) // 2
    same, rest = half, len(word)
    while same < rest and body[start + same : start + same + 1] == word[same]:
        same += 1
    at = start + same
    for gone, put in _EDITS if same < rest else ():
        tail, end = word[same + gone :], at + put
        if same + gone <= rest and body.startswith(tail, end) and (tail or _ends(body, end, gone, put)):
            yield Slip(start, end + len(tail), at, body[at:end], word[same : same + gone], word)
            return


def _before(body: str, end: int, word: str) -> Iterator[Slip]:
    """The slip of a phrase whose second half ends here."""
    left, half = len(word), len(word) // 2
    while left and end > len(word) - left and body[end - len(word) + left - 1] == word[left - 1]:
        left -= 1
    at = end - len(word) + left
    if left > half:
        return
    for gone, put in _EDITS if left else ():
        head, low = word[: max(0, left - gone)], at - put
        start = low - len(head)
        if gone <= left and start >= 0 and body.startswith(head, start):
            if head or (gone == put and not _goes_on(body[start - 1 : start])):
                yield Slip(start, end, low, body[low:at], word[left - gone : left], word)
                return


def _ends(body: str, end: int, gone: int, put: int) -> bool:
    """Whether a phrase of which the last character is another one ends there."""
    return gone == put == 1 and not _goes_on(body[end : end + 1])


def _goes_on(letter: str) -> bool:
    return _is_han(letter) or letter.isalnum()


def _is_han(letter: str) -> bool:
    return "一" <= letter <= "鿿"


def _is_plain(slip: Slip) -> bool:
    """Whether what is gone and what is put may be left out, put in or changed in good writing as well."""
    written, lost = slip.written, slip.lost
    if not all(map(_is_han, written + lost)):
        return True
    if len(slip.meant) < _LONG and max(len(written), len(lost)) > 1:
        return True
    if len(written) == len(lost) == _TWO:
        return written[::-1] != lost
    if not lost and len(written) == _TWO and _may_stand_in(written, slip.meant):
        return True
    if set(written + lost) <= _FREE:
        return True
    return any(letters.issuperset(written + lost) for letters in (_LEVELS, _NUMBERS))


def _may_stand_in(written: str, meant: str) -> bool:
    """Whether two characters more may be a word of the writer's, and none that is said twice: 「如实汇报如下」."""
    return set(written).isdisjoint(meant) or (written not in meant and is_word(written))


def _is_usual(body: str, slip: Slip) -> bool:
    """Whether official writing has what stands around the place."""
    if slip.lost == "度" and body[slip.at - 1 : slip.at] == "季":  # 「每季」 is 「每季度」
        return True
    often, size = runs.shipped().often, len(slip.written)
    around = 1 if size else 2
    run = body[max(0, slip.at - around) : slip.at + size + around]
    return often("".join(letter if _is_han(letter) else EDGE for letter in run)) > 0


def _slips(passage: Passage) -> tuple[Slip, ...]:
    body = passage.body
    formulas = kept_of(passage, ("formulas", "phrases"), _listed, _Formulas)
    found: dict[int, Slip] = {}
    for slip in formulas.slips(body):
        if _is_plain(slip) or _is_usual(body, slip) or formulas.is_whole(body, slip):
            continue
        best = found.get(slip.at)
        if best is None or len(slip.meant) > len(best.meant):
            found[slip.at] = slip
    return tuple(found[at] for at in sorted(found))


def _find(rule: Rule, passage: Passage) -> Iterator[Finding]:
    text, reached = passage.text, 0
    for slip in passage.once(_slips):
        start, end = slip.start + passage.start, slip.end + passage.start
        if start < reached or passage.in_web_residue(start) or is_quoted(text, start, end):
            continue
        if cut_of(passage).through(start, end):
            continue
        reached = end
        what = "漏了字" if not slip.written else "有字不对" if slip.lost else "多了字"
        said = f"「{text[start:end]}」疑为「{slip.meant}」，{what}。"
        yield rule.finding(
            passage, start, end, said, suggestion=slip.meant, severity=_severity(passage, slip)
        )


def _severity(passage: Passage, slip: Slip) -> Severity:
    """A hint where what stands there is a word, 「即时公开」 for 「随时公开」, or the phrase is short."""
    if max(len(slip.written), len(slip.lost)) > 1 or len(slip.meant) < _SURE:
        return "info"
    at = slip.at + passage.start
    low, high = (at, at + 1) if slip.written else (at - 1, at + 1)
    is_one = any(
        start <= low and high <= end and end - start > 1 for start, end in cut_of(passage).around(low, high)
    )
    return "info" if is_one else "warning"


RULES = (
    Rule(
        name="typo.set_phrase_slip",
        category="typo",
        severity="warning",
        explain="政务、党务、村务、财务里字字固定的说法错了一处：换了字、多了字、漏了字或者颠倒了，如「收支二条线」「利为民所图」「规范化、程度化」。公文里有那样写的不算。",
        fires="严格执行收支二条线规定，做到权为民所用、利为民所图。",
        passes="严格执行收支两条线规定，做到权为民所用、情为民所系、利为民所谋，推进规范化、程序化。",
        find=given(_slips, _find),
    ),
)
