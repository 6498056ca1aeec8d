"""Signs for and against a slip where words do not fit together, and what each is worth."""

import math
from collections.abc import Iterator

from mingbai.text.proofreading.model import Passage
from mingbai.text.proofreading.rules._misfits import Edit, Knowledge, is_chinese
from mingbai.text.proofreading.rules._misplaced import Place, in_name
from mingbai.text.runs import EDGE, LONGEST, shipped

_TWO, _THREE, _LONGEST_PHRASE = 2, 3, 6
# A slip is made once or twice; what stands in a text so often is a name or a term.
OFTEN, _NEARBY = 3, 20_000
# So many characters on either side are read with the words.
_CONTEXT = 3


def count_near(passage: Passage, words: str, at: int) -> int:
    """How often words stand in the passage not far from a place: a long text is not searched for each place."""
    return passage.text.count(words, max(passage.start, at - _NEARBY), min(passage.end, at + _NEARBY))


def signs(
    passage: Passage,
    known: Knowledge,
    place: Place,
    edit: Edit,
    changed: tuple[list[tuple[int, str]], list[tuple[int, str]]],
    meaning: tuple[tuple[int, int], str],
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
        len(words) >= _THREE and count_near(passage, words, start) for words in near
    )
    twice = count_near(passage, text[max(passage.start, start - 1) : end + 1], start) > 1
    main = max((word for _, word in changed[1]), key=len, default="")
    alone = [known.alone.get(word, 0.0) for _, word in changed[0] if len(word) == 1]
    wrong = changed[0][0][1] if len(changed[0]) == 1 and len(changed[0][0][1]) > 1 else ""
    return (
        float(main in known.usual) - float(wrong in known.usual),
        float(min(OFTEN, count_near(passage, wrong, start) - 1)) if wrong else 0.0,
        float(edit.kind != "double" and in_name(known, place, start)),
        float(fixed),
        float(elsewhere),
        float(twice),
        (known.official[main] or 0.0) if len(main) == _TWO else 4.0 if main[_TWO:] else 0.0,
        max(alone, default=0.0),
        float(not alone),
        float(len(main)),
        math.log(50 + known.misfits.statistics.rank(main)) if main else 0.0,
        float(place.around),
        *_in_official_writing(passage, *meaning),
    )


def _in_official_writing(passage: Passage, span: tuple[int, int], meant: str) -> tuple[float, ...]:
    """How often runs of three and four characters about the written words, and about the meant ones, stand in official writing, and the rarest run of two in the written ones."""
    text, (start, end) = passage.text, span
    before = _run(text[max(passage.start, start - _CONTEXT) : start][::-1])[::-1]
    behind = _run(text[end : min(passage.end, end + _CONTEXT)])
    written = "".join(letter if is_chinese(letter) else EDGE for letter in text[start:end])
    often = shipped().often
    found = []
    for words in (written, meant):
        whole, at, last = before + words + behind, len(before), len(before) + len(words)
        found += [
            max((often(run) for run in _runs_over(whole, length, at, last)), default=0.0)
            for length in (_THREE, LONGEST)
        ]
    whole, at, last = before + written + behind, len(before), len(before) + len(written)
    rarest = min((often(run) for run in _runs_over(whole, _TWO, at, last)), default=0.0)
    return (*found, rarest)


def _run(text: str) -> str:
    """The Chinese characters from the beginning on, and an edge where they end before the text does."""
    length = next((at for at, letter in enumerate(text) if not is_chinese(letter)), len(text))
    return text[:length] + (EDGE if length < len(text) else "")


def _runs_over(text: str, length: int, start: int, end: int) -> Iterator[str]:
    """The runs of a length that hold any of the characters from `start` to `end`."""
    for low in range(max(0, start - length + 1), min(len(text) - length, end - 1) + 1):
        yield text[low : low + length]


# What each sign adds to the logarithm of the odds, the first number for none of them; see docs/adr/0008.
WEIGHTS = {
    "character": (
        -1.59,
        0.91,
        -0.06,
        -1.28,
        0.45,
        -1.37,
        -1.18,
        2.58,
        2.22,
        -2.95,
        0.13,
        -0.05,
        -0.06,
        0.22,
        -0.03,
        0.26,
        -0.02,
        0.53,
        0.06,
        -0.01,
        -0.36,
    ),
    "order": (
        -1.74,
        0.45,
        0.41,
        -1.09,
        -0.66,
        -2.32,
        -2.0,
        1.03,
        1.11,
        -2.0,
        0.0,
        0.12,
        -0.05,
        0.6,
        -0.13,
        0.0,
        0.0,
        0.0,
        0.0,
        0.0,
        0.0,
    ),
    "lost": (
        -13.39,
        0.66,
        -0.0,
        0.38,
        0.42,
        -0.52,
        -0.28,
        1.3,
        1.1,
        -0.34,
        0.37,
        0.05,
        1.08,
        3.37,
        0.32,
        0.0,
        0.29,
        0.32,
        -0.13,
        -0.24,
        -0.29,
    ),
    "double": (
        -1.92,
        0.42,
        0.66,
        -0.21,
        0.31,
        -0.98,
        0.0,
        0.44,
        0.0,
        -2.0,
        0.08,
        0.07,
        -0.77,
        -0.09,
        -0.12,
        0.0,
        0.0,
        0.0,
        0.0,
        0.0,
        0.0,
    ),
    "word": (
        -5.01,
        0.19,
        1.21,
        -0.67,
        0.03,
        0.22,
        0.0,
        2.21,
        2.49,
        -1.23,
        -0.23,
        -0.06,
        0.4,
        0.0,
        0.14,
        0.0,
        0.0,
        0.0,
        0.0,
        0.0,
        0.0,
    ),
}
# From which doubt on a finding is a warning, and a hint.
LIMITS = {
    "character": (2.3, -0.7),
    "order": (1.5, 0.3),
    "lost": (3.5, -0.95),
    "double": (2.5, 0.0),
    "word": (1.5, 0.5),
}
