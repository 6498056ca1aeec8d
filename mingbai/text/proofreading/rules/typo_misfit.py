"""Words that do not fit together, weighed with the statistics of words: 「季渡」, 「提拱保障」, 「抓落落实」.

Where two neighbours have never been met together and a likely slip explains them, the sentence around is cut and
weighed as written and as meant. How much likelier it becomes, how common the meant word is in official writing,
whether the mended words stand elsewhere in the same text, and a few signs more decide between a warning, a hint
and nothing. Names, quotations, numbers, what a text says often, and the words of the lists are left alone.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, compress

from mingbai.text import dictionary, lazy
from mingbai.text.model import Finding, Severity
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._cutting import cut_of
from mingbai.text.proofreading.rules._misfits import (
    CHANNEL,
    Edit,
    Knowledge,
    knowledge,
)
from mingbai.text.proofreading.rules._misplaced import Place, in_name, is_excused, is_pair_excused
from mingbai.text.statistics import OUTSIDE, STEPS

# A line is read in pieces of so many characters.
_PIECE = 4_000
# A text in which more than one word in so many is odd is in a language that the statistics do not know.
_KNOWN, _SAMPLE = 8, 24
# A slip is made once or twice; what stands in a text so often is a name or a term.
_OFTEN, _NEARBY = 3, 20_000
_TWO, _THREE, _LONGEST_PHRASE = 2, 3, 6
# Verbs that stand for a longer word in shorthand: 「促廉政」, 「定专人」.
_SHORTHAND = frozenset("促定保稳强建抓扩增补控防惠富兴优提调改收缴设免扣晒查验核批财涉案")


@dataclass(frozen=True, slots=True)
class Suspect:
    """A place where something else may be meant: the words there, what they should be, and the signs for it."""

    start: int
    end: int
    kind: str
    meant: str
    signs: tuple[float, ...]

    @property
    def doubt(self) -> float:
        """Logarithm of the odds that it is a slip."""
        base, *weights = _WEIGHTS[self.kind]
        return base + sum(weight * sign for weight, sign in zip(weights, self.signs, strict=True))


def suspects(passage: Passage) -> tuple[Suspect, ...]:
    """The suspicious places of a passage, none over another, in order."""
    known = knowledge(passage)
    places, words = _places(passage, known)
    if len(places) > _SAMPLE and len(places) * _KNOWN > words:
        return ()
    weighed = (found for place in places if (found := _weighed(passage, known, place)))
    kept: list[Suspect] = []
    for found in sorted(weighed, key=lambda suspect: suspect.start):
        if kept and found.start < kept[-1].end:
            if found.doubt > kept[-1].doubt:
                kept[-1] = found
        else:
            kept.append(found)
    return tuple(kept)


def _places(passage: Passage, known: Knowledge) -> tuple[list[Place], int]:
    """The pairs that may hold a slip, and how many words were read."""
    found, read = [], 0
    whole = cut_of(passage)
    for offset, line in passage.prose:
        for low in range(0, len(line), _PIECE):
            if len(line) <= _PIECE and _is_apart(passage, offset, line):
                cut: Sequence[str] = whole.words(offset, offset + len(line))
            else:
                cut = dictionary.cut(line[low : low + _PIECE])
            words = list(chain.from_iterable(map(known.parts.__getitem__, cut)))
            read += len(words)
            verdicts = [*map(known.misfits.__getitem__, zip(words, words[1:], strict=False))]
            if any(verdicts):
                starts = list(accumulate(map(len, words), initial=offset + low))
                found += [
                    Place(words, starts, at, verdicts[at]) for at in compress(range(len(verdicts)), verdicts)
                ]
    return found, read


def _is_apart(passage: Passage, offset: int, line: str) -> bool:
    """Whether a line is cut as it is among others: nothing stands against it that could be of its first or last word."""
    text = passage.text
    before, behind = (
        text[max(passage.start, offset - 1) : offset],
        text[(end := offset + len(line)) : min(end + 1, passage.end)],
    )
    return not dictionary.goes_on(before) and not dictionary.goes_on(behind)


def _weighed(passage: Passage, known: Knowledge, place: Place) -> Suspect | None:
    """The place with its best edit, if that makes the sentence likelier and nothing excuses the words."""
    if _count(passage, passage.text[place.start : place.end], place.start) >= _OFTEN:
        return None
    if is_pair_excused(passage, place):
        return None
    statistics = known.misfits.statistics
    low, high = place.window()
    left, right = (statistics.rank(word) if word else OUTSIDE for word in map(place.beside, (low - 1, high)))
    own = frozenset(place.words[low:high])
    text, base = "".join(place.words[low:high]), place.start - place.starts[low]
    now, written = statistics.path(text, left, right, own)
    best: tuple[int, Edit, list[tuple[int, str]]] | None = None
    for edit in place.edits:
        at = base + edit.at
        mended = text[:at] + edit.written + text[at + edit.length :]
        cost, cut = statistics.path(mended, left, right, own)
        gain = now - cost - CHANNEL[edit.kind]
        if best is None or gain > best[0]:
            best = (gain, edit, cut)
    if best is None or best[0] <= 0 or is_excused(passage, known, place, best[1]):
        return None
    gain, edit, cut = best
    at = base + edit.at
    changed = _covering(written, at, edit.length), _covering(cut, at, len(edit.written))
    return _suspect(passage, known, place, (gain, edit), changed)


def _count(passage: Passage, words: str, at: int) -> int:
    """How often words stand in the passage not far from a place: a long text is not searched for each place."""
    return passage.text.count(words, max(passage.start, at - _NEARBY), min(passage.end, at + _NEARBY))


def _covering(cut: list[tuple[int, str]], at: int, length: int) -> list[tuple[int, str]]:
    """The words of a cut that hold any of the characters."""
    return [(low, word) for low, word in cut if low < at + max(1, length) and low + len(word) > at]


def _suspect(
    passage: Passage,
    known: Knowledge,
    place: Place,
    found: tuple[int, Edit],
    changed: tuple[list[tuple[int, str]], list[tuple[int, str]]],
) -> Suspect:
    gain, edit = found
    text, start = passage.text, place.start + edit.at
    end = start + edit.length
    low, high = place.window()
    origin = place.starts[low]
    if edit.kind == "double":
        span, meant = (place.start, place.end), max(place.words[place.at : place.at + _TWO], key=len)
    elif edit.kind == "lost":
        span = place.inside
        meant = text[span[0] : start] + edit.written + text[end : span[1]]
    else:
        begin = min(origin + changed[1][0][0], start) if changed[1] else start
        finish = origin + changed[1][-1][0] + len(changed[1][-1][1]) if changed[1] else end
        span = (begin, max(end, finish - len(edit.written) + edit.length))
        meant = text[span[0] : start] + edit.written + text[end : span[1]]
    signs = _signs(passage, known, place, edit, changed)
    crowd = sum(len(word) == 1 for word in place.words[low:high]) / (high - low)
    return Suspect(*span, edit.kind, meant, (gain / STEPS, edit.gain / STEPS, crowd, *signs))


def _signs(
    passage: Passage,
    known: Knowledge,
    place: Place,
    edit: Edit,
    changed: tuple[list[tuple[int, str]], list[tuple[int, str]]],
) -> tuple[float, ...]:
    """Whether the meant word, less the written one, is one of fixed phrases, how often that one stands in the text, whether it is in a name, the mended words are a fixed phrase, stand elsewhere in the text, or the written ones do; how common the
    meant word is in official writing, how often the written characters stand alone; lengths."""
    text, start = passage.text, place.start + edit.at
    end = start + edit.length
    before, after = text[max(passage.start, start - 4) : start], text[end : end + 4]
    mended, at = before + edit.written + after, len(before)
    fixed = any(
        mended[low : low + length] in known.phrases
        for length in range(_THREE, _LONGEST_PHRASE + 1)
        for low in range(max(0, at + len(edit.written) - length), at + 1)
    )
    near = (before[-2:] + edit.written, edit.written + after[:2])
    elsewhere = bool(edit.written) and any(
        len(words) >= _THREE and _count(passage, words, start) for words in near
    )
    twice = _count(passage, text[max(passage.start, start - 1) : end + 1], start) > 1
    main = max((word for _, word in changed[1]), key=len, default="")
    alone = [known.alone.get(word, 0.0) for _, word in changed[0] if len(word) == 1]
    wrong = changed[0][0][1] if len(changed[0]) == 1 and len(changed[0][0][1]) > 1 else ""
    return (
        float(main in known.usual) - float(wrong in known.usual),
        float(min(_OFTEN, _count(passage, wrong, start) - 1)) if wrong else 0.0,
        float(edit.kind != "double" and in_name(known, place, start)),
        float(fixed),
        float(elsewhere),
        float(twice),
        (known.official[main] or 0.0) if len(main) == _TWO else 4.0 if main[_TWO:] else 0.0,
        max(alone, default=0.0),
        float(not alone),
        float(len(main)),
        math.log(50 + known.misfits.statistics.rank(main)) if main else 0.0,
    )


# What each sign adds to the logarithm of the odds, the first number for none of them; see docs/adr/0008.
_WEIGHTS = {
    "character": (
        -0.54,
        0.6,
        0.26,
        -0.69,
        0.43,
        -1.37,
        -2.0,
        2.32,
        0.74,
        -2.0,
        -0.07,
        -0.19,
        -1.32,
        0.98,
        -0.13,
    ),
    "order": (-1.74, 0.45, 0.41, -1.09, -0.66, -2.32, -2.0, 1.03, 1.11, -2.0, 0.0, 0.12, -0.05, 0.6, -0.13),
    "lost": (-5.61, 0.64, 0.18, -0.09, 0.37, -0.46, -0.74, 0.91, 1.11, -2.0, 0.14, -0.18, -1.0, 2.27, 0.01),
    "double": (-1.92, 0.42, 0.66, -0.21, 0.31, -0.98, 0.0, 0.44, 0.0, -2.0, 0.08, 0.07, -0.77, -0.09, -0.12),
    "word": (-5.01, 0.19, 1.21, -0.67, 0.03, 0.22, 0.0, 2.21, 2.49, -1.23, -0.23, -0.06, 0.4, 0.0, 0.14),
}
# From which doubt on a finding is a warning, and a hint.
_LIMITS = {
    "character": (2.4, 0.4),
    "order": (1.5, 0.3),
    "lost": (3.0, 0.5),
    "double": (2.5, 0.0),
    "word": (1.5, 0.5),
}
_SAID = {
    "character": "「{}」与前后的词连不上，疑为「{}」之误。",
    "order": "「{}」疑为「{}」，两个字颠倒了。",
    "lost": "「{}」疑为「{}」，漏了字。",
    "double": "「{}」疑为「{}」，多了一个字。",
    "word": "「{}」与前后的词不常搭配，疑由「{}」换来。",
}


def _find(rule: Rule, passage: Passage) -> Iterator[Finding]:
    kind = rule.name.removeprefix("typo.misfit_")
    sure, doubtful = _LIMITS[kind]
    for suspect in passage.once(suspects):
        if suspect.kind != kind or suspect.doubt < doubtful:
            continue
        severity: Severity = rule.severity if suspect.doubt >= sure else "info"
        if kind == "lost":
            if _torn(passage, suspect):
                continue
            if passage.text[suspect.start] in _SHORTHAND:
                severity = "info"
        words = passage.text[suspect.start : suspect.end]
        said = _SAID[kind].format(words, suspect.meant)
        yield rule.finding(
            passage, suspect.start, suspect.end, said, suggestion=suspect.meant, severity=severity
        )


def _torn(passage: Passage, suspect: Suspect) -> bool:
    """Whether a blank or the break of a line tore a word here: what looks lost stands beyond it, or before the text."""
    text, start, end = passage.text, suspect.start, suspect.end
    before, after = text[max(passage.start, start - 3) : start], text[end : end + 3]
    return not before or _TORN_BEFORE.search(before) is not None or _TORN_AFTER.match(after) is not None


_TORN_BEFORE = lazy.pattern("[一-鿿]\\s+$")
_TORN_AFTER = lazy.pattern("\\s+[一-鿿]")


RULES = (
    Rule(
        name="typo.misfit_character",
        category="typo",
        severity="warning",
        explain="两个词连在一起从不出现，换上一个同音、近音或形近的字就通了，如「提拱保障」「青苗赔尝」。按词语搭配的统计判断，拿不准的只作提示。",
        fires="为企业发展提拱有力保障，因干旱造成的青苗赔尝没有逐户公开。",
        passes="为企业发展提供有力保障，居务公开、街务公开按期开展，何敬山任组长。",
        find=_find,
    ),
    Rule(
        name="typo.misfit_order",
        category="typo",
        severity="info",
        explain="相邻的两个字颠倒了，词就散了，如「隔阻了来往」。按词语搭配的统计判断，拿不准的只作提示。",
        fires="洪水隔阻了与邻县的往来。",
        passes="洪水阻隔了与邻县的往来，王光和、乐寿长到会。",
        find=_find,
    ),
    Rule(
        name="typo.misfit_lost",
        category="typo",
        severity="warning",
        explain="词里漏了一个字，剩下的字与旁边的词连不上，如「信息报送不积主动」。按词语搭配的统计判断，拿不准的只作提示。",
        fires="个别股室报送信息不积主动，网站更新慢。",
        passes="个别股室报送信息不积极主动，镇党委重视村务公开，稳岗扩就业。",
        find=_find,
    ),
    Rule(
        name="typo.misfit_double",
        category="typo",
        severity="warning",
        explain="词的头尾多写了一个相同的字，如「抓落落实」「退出出情况」。按词语搭配的统计判断，拿不准的只作提示。",
        fires="分管领导具体抓落落实，公开贫困户退出出情况。",
        passes="分管领导具体抓落实，办公室主任任组长，做好耕地地力保护补贴，家家户户都知道。",
        find=_find,
    ),
    Rule(
        name="typo.misfit_word",
        category="typo",
        severity="info",
        explain="机器改写常用的近义词，与旁边的词从不搭配，换回原来的词就通了，如「仔细当真贯彻执行」。按词语搭配的统计判断，拿不准的只作提示。",
        fires="仔细当真贯彻执行上级决定。",
        passes="认真贯彻执行上级决定，对待村民的话不能当真。",
        find=_find,
    ),
)
