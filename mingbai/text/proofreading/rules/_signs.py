"""Signs for and against a slip where words do not fit together, and what each is worth."""

import math
from collections.abc import Iterator

from mingbai.text.proofreading.model import Passage
from mingbai.text.proofreading.rules._misfits import Edit, Knowledge
from mingbai.text.proofreading.rules._misplaced import Place, in_name
from mingbai.text.proofreading.rules._word_parts import is_chinese
from mingbai.text.runs import EDGE, LONGEST, shipped
from mingbai.text.statistics import OUTSIDE, STEPS

_TWO, _THREE, _LONGEST_PHRASE = 2, 3, 6
# A slip is made once or twice; what stands in a text so often is a name or a term.
OFTEN, _NEARBY = 3, 20_000
# So many characters on either side are read with the words.
_CONTEXT = 3
# More than that says no more.
_MOST = 6.0
# Words with their places in what is weighed.
_Words = list[tuple[int, str]]


def count_near(passage: Passage, words: str, at: int) -> int:
    """How often words stand in the passage not far from a place: a long text is not searched for each place."""
    return passage.text.count(words, max(passage.start, at - _NEARBY), min(passage.end, at + _NEARBY))


def signs(
    passage: Passage,
    known: Knowledge,
    place: Place,
    edit: Edit,
    cuts: tuple[_Words, _Words],
    changed: tuple[_Words, _Words],
    meaning: tuple[tuple[int, int], str],
) -> tuple[float, ...]:
    """Whether the meant word, less the written one, is one of fixed phrases, how often that one stands in the text, whether it is in a name, the mended words are a fixed phrase, stand elsewhere in the text, or the written ones do; how common the
    meant word is in official writing, how often the written characters stand alone; lengths. `cuts`: what is weighed, as
    written and as meant; `changed`: the words of it that differ."""
    text, start, often = passage.text, place.start + edit.at, shipped().often
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
    sides = _sides(known, place, cuts, changed)
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
        _nearness(known, edit, wrong, main),
        *sides,
        *((known.official[wrong] or 0.0, often(wrong)) if wrong else (0.0, 0.0)),
        often(main) if main else 0.0,
        math.log1p(count_near(passage, main, start)) if main[1:] else 0.0,
    )


def _nearness(known: Knowledge, edit: Edit, wrong: str, main: str) -> float:
    """How near the written word is to the meant one, by sound or by use; for a swapped word that is listed 1."""
    if not wrong or len(main) != len(wrong):
        return 0.0
    if edit.kind == "word" and main in known.misfits.listed(wrong):
        return 1.0
    return known.isolated.nearness(wrong, main)


def _sides(
    known: Knowledge, place: Place, cuts: tuple[_Words, _Words], changed: tuple[_Words, _Words]
) -> tuple[float, float]:
    """How much likelier what stands before becomes together with the first changed word, and what stands behind with the last."""
    statistics, costs, (low, high) = known.misfits.statistics, [], place.window()
    for cut, part in zip(cuts, changed, strict=True):
        if not part:
            return 0.0, 0.0
        first, last = cut.index(part[0]), cut.index(part[-1])
        before = cut[first - 1][1] if first else place.beside(low - 1)
        behind = cut[last + 1][1] if last + 1 < len(cut) else place.beside(high)
        ranks = [
            statistics.rank(word) if word else OUTSIDE for word in (before, part[0][1], part[-1][1], behind)
        ]
        costs.append((statistics.pair(*ranks[:2]), statistics.pair(*ranks[2:])))
    gains = ((now - then) / STEPS for now, then in zip(*costs, strict=True))
    left, right = (max(-_MOST, min(_MOST, gain)) for gain in gains)
    return left, right


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


def _numbers(weights: str) -> tuple[float, ...]:
    return tuple(map(float, weights.split()))


# What each sign adds to the logarithm of the odds, the first number for none of them; made by tools/misfit_weights.py.
WEIGHTS = {
    "character": _numbers(
        "-2.9 0.87 -0.16 -0.77 0.41 -1.55 0.8 0.48 0.71 -3.11 0.18 0.14 0.29 -0.23 -0.03 0.75 0.02 0.17 -0.14 0.31 -0.55 0.82 0.08 0.1 0.22 -0.01 0.02 0.51"
    ),
    "order": _numbers(
        "-4.58 0.3 0.41 -2.22 -0.09 0 0 0.46 0.81 0 0.09 0.06 0.53 0.1 0.11 0 0.15 -0.19 0.12 0.21 -0.41 0 0.11 0.46 0 -0.08 0.11 0.06"
    ),
    "lost": _numbers(
        "-0.12 0.87 -0.13 -2.21 -0.12 -1.11 0.36 1.05 0.91 -0.25 -0.03 -0.06 -1.91 -1.28 -0.05 0 0.09 0.07 -0.01 0.07 0 6.52 0.2 0.02 0.36 0.55 -0.06 0.11"
    ),
    "double": _numbers(
        "-4.4 0.35 0.59 0.44 -0.06 0 0 0.22 0 0 0.08 0.17 -0.79 0.34 -0.11 0 -0.02 0.09 0.07 0.13 -0.13 0 0.11 0.26 0.12 -0.17 0.06 0.16"
    ),
    "word": _numbers(
        "-2.91 0.68 -0.32 1.28 0.13 -0.85 0.88 0.57 0.78 -1.44 -0.03 -0.16 -1.1 2.52 -0.49 -2.48 -0.09 -0.04 -0.46 0.32 -0.09 2.18 0.05 0.12 0.08 -0.22 0.07 0.14"
    ),
    "sound": _numbers(
        "-7.49 0 0.31 1.66 0.41 -2.27 0 0.09 1.56 -1.88 0 -0.15 1 0.11 0.19 0 -0.28 0.3 -0.23 0.72 -0.45 0.79 0.23 0.53 0.16 -0.03 0.23 0.95"
    ),
}
# From which doubt on a finding is a warning, and a hint.
LIMITS = {
    "character": (1.5, -1.0),
    "order": (1.5, -1.4),
    "lost": (2.5, -1.2),
    "double": (1.5, -0.5),
    "word": (2.5, -1.5),
    "sound": (3.5, -1.0),
}
