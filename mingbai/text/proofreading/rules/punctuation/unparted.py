"""Two phrases of a list that are made alike and stand side by side without the mark that parts them: 「知情权参与权、监督权」,
「公开内容公开程序、公开时间」."""

from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.marks import NONE, Spot, shipped, spots
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._cutting import cut_of
from mingbai.text.proofreading.rules.web.residue import is_wrapped

_HAN = lazy.pattern("[一-鿿]+")
_PAUSE = "、"
_THREE, _FOUR = 3, 4
# How much more must speak for a pause than for none: where both end alike, of three characters and of four, and where both begin
# alike. Of 386,000 characters of good papers that were not fitted three places in 100,000 reach it; of the pauses that lists of
# such phrases lost nineteen in twenty do.
_END_ALIKE, _BEGIN_ALIKE = {_THREE: 2.0, _FOUR: 2.6}, 0.0
# 「不讲套话讲家常话」 is one saying; 「应公开尽公开」 is spoken of elsewhere.
_SAYING = "谁不应由即当任实根"
# 「各副局长|任副组长」, 「身份证号|和手机号」, 「良种补贴|三项补贴」 are no two of a list.
_GOVERNING, _LINKING = frozenset("任把为"), "和与及由以一二三四五六七八九十两各本"


def _alike(left: str, right: str) -> float | None:
    """What must speak for a pause between them, or nothing where they are not alike."""
    if left == right or left[0] in _SAYING or not _HAN.fullmatch(left + right):
        return None
    if not _GOVERNING.isdisjoint(left + right) or right[0] in _LINKING:
        return None
    # Of four characters two must be alike: 「民营医院|挂床住院」 is a subject with its verb.
    if left[-1] == right[-1] and (len(left) == _THREE or left[-2] == right[-2]):
        return _END_ALIKE[len(left)]
    return _BEGIN_ALIKE if len(left) == _FOUR and left[:2] == right[:2] else None


def _pairs(spot: Spot) -> Iterator[tuple[str, str]]:
    """What stands left and right of a bare place and may be two of a list, behind which or before which the next is parted."""
    size = spot.end - spot.at
    if spot.behind == _PAUSE and size in _END_ALIKE and spot.at - spot.start >= size:
        yield spot.letters[spot.at - size : spot.at], spot.right
    size = spot.at - spot.start
    if spot.before == _PAUSE and size in _END_ALIKE and spot.end - spot.at >= size:
        yield spot.left, spot.right[:size]


def _unparted(rule: Rule, passage: Passage) -> Iterator[Finding]:
    if passage.once(is_wrapped):
        return
    for offset, line in passage.prose:
        if _PAUSE not in line:
            continue
        for spot in spots(line, range(1, len(line))):
            if spot.written != NONE:
                continue
            for left, right in _pairs(spot):
                limit = _alike(left, right)
                start = offset + spot.offset - len(left)
                end = start + 2 * len(left)
                if limit is None or passage.text[start:end] != left + right or not _is_likely(spot, limit):
                    continue
                if not _are_whole(passage, start, start + len(left), end):
                    continue
                said = f"「{left}」和「{right}」并列，中间疑漏了顿号。"
                yield rule.finding(passage, start, end, said, suggestion=left + _PAUSE + right)
                break


def _are_whole(passage: Passage, start: int, middle: int, end: int) -> bool:
    """Whether both are words or made of whole words, and nothing hangs on to the first: not 「干|部下访|大接访」."""
    cut = cut_of(passage)
    return all(map(cut.begins, (start, middle, end)))


def _is_likely(spot: Spot, limit: float) -> bool:
    scores = shipped().scores(spot)
    return scores[_PAUSE] - scores[NONE] > limit


RULES = (
    Rule(
        name="punctuation.unparted_pair",
        category="punctuation_misuse",
        severity="info",
        explain="并列的几项里，头两字或末一字相同的两项连在了一起，中间漏了顿号，如「知情权参与权、监督权」。依据是公文里这样的词语之间通常有没有标点。",
        fires="切实保障群众的权利，做到公开内容公开程序、公开时间三统一。",
        passes="切实保障群众的知情权、参与权、监督权，做到公开内容、公开程序、公开时间三统一。",
        find=_unparted,
    ),
)
