"""Words that do not fit together, weighed with the statistics of words: 「季渡」, 「提拱保障」, 「抓落落实」.

Where two neighbours have never been met together and a likely slip explains them, the sentence around is cut and
weighed as written and as meant. How much likelier it becomes, how common the meant word is in official writing,
whether the mended words stand elsewhere in the same text, and a few signs more decide between a warning, a hint
and nothing. Names, quotations, numbers, what a text says often, and the words of the lists are left alone.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, chain, compress

from mingbai.text import dictionary
from mingbai.text.model import Finding, Severity
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import is_quoted, is_word, words_around
from mingbai.text.proofreading.rules._misfits import (
    CHANNEL,
    PARTICLES,
    Edit,
    Knowledge,
    is_chinese,
    knowledge,
)
from mingbai.text.statistics import OUTSIDE, STEPS

# A line is read in pieces of so many characters; so many words on either side of a pair are weighed with it.
_PIECE, _AROUND = 4_000, 2
# A text in which more than one word in so many is odd is in a language that the statistics do not know.
_KNOWN, _SAMPLE = 8, 24
# A slip is made once or twice; what stands in a text so often is a name or a term.
_OFTEN, _NEARBY = 3, 20_000
_TWO, _THREE, _LONGEST_PHRASE, _LONGEST_TERM = 2, 3, 6, 10
# They hide that a word goes on.
_INVISIBLE = frozenset("\u200b\u200c\u200d\u2060\ufeff")
_NUMERALS = frozenset("一二三四五六七八九十百千万亿两几第〇零")
# A name of a place or a body ends so: 「苍岭镇」.
_NAMED = frozenset("镇乡村县市区路街桥庄屯寨湾沟组州旗庙店营港岛山河湖氏某")
_AREAS = frozenset("县镇乡村")


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


@dataclass(frozen=True, slots=True)
class _Place:
    """A pair of neighbours in a piece of a line; `at` is the number of the first, `starts` are offsets in the text."""

    words: list[str]
    starts: list[int]
    at: int
    edits: tuple[Edit, ...]

    @property
    def start(self) -> int:
        return self.starts[self.at]

    @property
    def end(self) -> int:
        return self.starts[self.at + _TWO]

    def window(self) -> tuple[int, int]:
        """The numbers of the first word and behind the last one to be weighed."""
        low, high = self.at, self.at + _TWO
        while low > 0 and self.at - low < _AROUND and is_chinese(self.words[low - 1]):
            low -= 1
        limit = min(len(self.words), self.at + _TWO + _AROUND)
        while high < limit and is_chinese(self.words[high]):
            high += 1
        return low, high

    def word(self, number: int) -> str:
        """A word of the piece; "" outside it and for what is not Chinese."""
        word = self.words[number] if 0 <= number < len(self.words) else ""
        return word if word and is_chinese(word) else ""


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


def _places(passage: Passage, known: Knowledge) -> tuple[list[_Place], int]:
    """The pairs that may hold a slip, and how many words were read."""
    found, read = [], 0
    for offset, line in passage.prose:
        for low in range(0, len(line), _PIECE):
            cut = dictionary.cut(line[low : low + _PIECE])
            words = list(chain.from_iterable(map(known.parts.__getitem__, cut)))
            read += len(words)
            verdicts = [*map(known.misfits.__getitem__, zip(words, words[1:], strict=False))]
            if any(verdicts):
                starts = list(accumulate(map(len, words), initial=offset + low))
                found += [
                    _Place(words, starts, at, verdicts[at]) for at in compress(range(len(verdicts)), verdicts)
                ]
    return found, read


def _weighed(passage: Passage, known: Knowledge, place: _Place) -> Suspect | None:
    """The place with its best edit, if that makes the sentence likelier and nothing excuses the words."""
    if _count(passage, passage.text[place.start : place.end], place.start) >= _OFTEN:
        return None
    statistics = known.misfits.statistics
    low, high = place.window()
    left, right = (statistics.rank(word) if word else OUTSIDE for word in map(place.word, (low - 1, high)))
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
    if best is None or best[0] <= 0 or _is_excused(passage, known, place, best[1]):
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
    place: _Place,
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
        span, meant = (
            (place.start, place.end),
            text[place.start : start] + edit.written + text[end : place.end],
        )
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
    place: _Place,
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
        float(edit.kind != "double" and _in_name(known, place, start)),
        float(fixed),
        float(elsewhere),
        float(twice),
        known.official.get(main, 0.0) if len(main) == _TWO else 4.0 if main[_TWO:] else 0.0,
        max(alone, default=0.0),
        float(not alone),
        float(len(main)),
        math.log(50 + known.misfits.statistics.rank(main)) if main else 0.0,
    )


def _is_excused(passage: Passage, known: Knowledge, place: _Place, edit: Edit) -> bool:
    text, start = passage.text, place.start + edit.at
    end = start + edit.length
    pair = text[place.start : place.end]
    if _INVISIBLE.intersection(text[place.start - 1 : place.start] + text[place.end : place.end + 1]):
        return True
    if _NUMERALS.intersection(edit.written + text[start:end]) or passage.in_web_residue(start):
        return True
    if is_quoted(text, place.start, place.end) or is_quoted(text, start, end) or is_word(pair):
        return True
    second = place.words[place.at + 1]
    before, behind = place.word(place.at - 1), place.word(place.at + _TWO)
    if edit.kind == "double" and (edit.at == 0 or behind):
        # 「村委会|会议」: the character is part of the word on its other side.
        letter = text[start:end]
        if is_word(before[-_TWO:] + letter if edit.at == 0 else letter + behind):
            return True
    if behind[:1] in _NAMED or (second[-1] in _NAMED and len(second) <= _THREE):
        return True
    if place.words[place.at][-1] in _AREAS and edit.kind != "word":
        return True
    whole = (high - low for low, high in words_around(passage, start, end) if low <= start and high >= end)
    return max(whole, default=0) >= _THREE or _in_term(text, known, start, end)


def _in_term(text: str, known: Knowledge, start: int, end: int) -> bool:
    """Whether a word or a fixed phrase of the lists holds the place."""
    last = max(end, start + 1)
    for low in range(max(0, start - _LONGEST_TERM), last):
        if any(
            text.startswith(term, low, low + len(term)) and low + len(term) >= last
            for term in known.terms.get(text[low : low + _TWO], ())
        ):
            return True
        if any(text[low:high] in known.phrases for high in range(last, low + _LONGEST_TERM)):
            return True
    return False


def _in_name(known: Knowledge, place: _Place, start: int) -> bool:
    """Whether the place is one of the two characters behind a surname, or the surname."""
    for number in range(place.at - _TWO, place.at + _TWO):
        surname, given = place.word(number), place.word(number + 1)
        if surname in known.surnames - PARTICLES and given and len(given) <= _TWO:
            if place.starts[number] <= start < place.starts[number] + _THREE:
                return True
    return False


# What each sign adds to the logarithm of the odds, the first number for none of them; see docs/adr/0008.
_WEIGHTS = {
    "character": (
        -1.47,
        0.45,
        0.12,
        -1.45,
        0.71,
        -0.88,
        -1.16,
        1.11,
        1.53,
        -1.34,
        0.17,
        0.0,
        -0.93,
        0.16,
        -0.02,
    ),
    "order": (-4.4, 0.46, 0.35, -1.75, 0.64, 0, -1.61, 1.04, 1.31, 0, 0.05, -0.08, -0.5, -0.16, 0.3),
    "lost": (-2.0, 0.47, 0.02, 1.0, 0.44, -1.1, -0.46, 1.35, 0.83, -0.51, 0.13, -0.22, -0.69, -0.09, -0.1),
    "double": (-2.19, 0.42, 0.09, 0.21, 0.24, 1.32, 0, -0.28, 0, 0, 0.01, 0.03, -2.07, 0.32, 0.1),
    "word": (-5.01, 0.19, 1.21, -0.67, 0.03, 0.22, 0, 2.21, 2.49, -1.23, -0.23, -0.06, 0.4, 0, 0.14),
}
# From which doubt on a finding is a warning, and a hint.
_LIMITS = {
    "character": (1.5, -0.6),
    "order": (1.5, 0.0),
    "lost": (2.0, -0.1),
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
        words = passage.text[suspect.start : suspect.end]
        said = _SAID[kind].format(words, suspect.meant)
        yield rule.finding(
            passage, suspect.start, suspect.end, said, suggestion=suspect.meant, severity=severity
        )


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
