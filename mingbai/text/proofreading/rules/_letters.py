"""Places where official writing would have one character more, one less, another one, or two the other way round.

Looked at are places whose characters official writing hardly ever has side by side. One is undone by way of trial; the
runs of two to four characters about the place, as written and as mended, are the signs by which a slip is told from
good writing that is merely rare.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise

from mingbai.text import dictionary, pairs, runs, statistics
from mingbai.text.proofreading.rules._knowledge import listed
from mingbai.text.records import record
from mingbai.text.runs import EDGE

LOST, SURPLUS, TURNED, REPLACED = "lost", "surplus", "turned", "replaced"
# Logarithms of how often two characters, three and four may stand in official writing and still hide a slip.
_MET = (5.5, 2.4, 0.7)
# Two characters changed places only where these are far commoner than those.
_TURNED_MET = 2.6
# What the runs of two, three and four characters are worth when the likeliest lost character is chosen.
_WORTH = (0.3, 0.7, 1.0)
_LONGEST, _AROUND = 4, 6
_NOTHING = [0.0]
_LONG = 6
# So many runs are remembered.
_KEPT = 200_000
_PLAIN = frozenset("的和与了在是为对将等及并或由以从把被不也都")
# A character that official writing puts for the whole word.
_FOR_ITSELF = frozenset(
    listed(
        "应当 应该 按照 可以 或者 以及 不予 使用 企业 小组 小时 乡镇 以下 以上 不得 使得 等等 并且 虽然 如果 因为 由于 自从 根据 依照 对于 关于 至于 已经 曾经 仍然 逐步"
        " 每个 各个 不能 不会 能够 需要 必须 将要 年度 月份 为了 除了 经过 通过 给予 予以 同时 其他 其中 他们 我们 现在 时候 地方 方面 没有 只要 只有 而且 但是 所以 因此 不要"
        " 应予 均应 不再 及其 以便 用于 位于 属于 由于 处于 存在 具有 设有 进行 建立 成立 设立 设置 开展 组织 召开 提高 提升 加强 增强 增加 减少 发放 发布 公布 公示 张贴 悬挂"
        " 编制 制定 制作 印发 下发 上报 报送 指定 家委会 河湖长 个人 条件 年初 年底 月底 全年 提请 查处 检查 减免 岗位 金额 奖金 数据 档案 地震 扩大 希望 政务 国家 年终"
    )
)
_Signs = tuple[float, ...]


@record
class Slip:
    """`length` characters from `at` of a run of Chinese characters should be `written`; the signs for it."""

    kind: str
    at: int
    length: int
    written: str
    signs: _Signs


def slips_in(run: str, confused: Mapping[str, frozenset[str]]) -> Iterator[Slip]:
    """The likely slips of a run of Chinese characters that stands between two marks; `confused`: what each character is
    taken for."""
    text = f"{EDGE}{run}{EDGE}"
    last = len(text) - 1
    three = [_often(text[at : at + 3]) for at in range(last - 1)]
    strange = _strange(three)
    beside = _beside_single(run) if strange else frozenset()
    for at in strange:
        if at in beside and (slip := _lost(text, at)):
            yield slip
        if 1 < at < last and (slip := _turned(text, at - 1, three)):
            yield slip
        if at < last and (slip := _surplus(text, at, three)):
            yield slip
    for at in sorted({letter for place in strange for letter in (place - 1, place) if 0 < letter < last}):
        if slip := _replaced(text, at, three, confused[text[at]]):
            yield slip


def _strange(three: list[float]) -> list[int]:
    """The places of which one of the runs of three about them never stands in official writing, and none often."""
    if all(three):
        return []
    met = _MET[1]
    sides = pairwise([met, *three, met])
    return [at for at, (one, two) in enumerate(sides, 1) if not (one and two) and one <= met and two <= met]


def _beside_single(run: str) -> frozenset[int]:
    """The places before and behind a character that is a word by itself and no particle; a slip tears words."""
    found: list[int] = []
    at = 1
    for word in dictionary.cut(run):
        if len(word) == 1 and word not in _PLAIN:
            found += at, at + 1
        at += len(word)
    return frozenset(found)


class _Often(dict[str, float]):
    """How often runs stand in official writing, remembered."""

    def __missing__(self, run: str) -> float:
        if len(self) >= _KEPT:
            self.clear()
        # No run of four stands there whose halves do not, and those have mostly been asked for.
        is_whole = len(run) < _LONGEST or (self[run[:-1]] and self[run[1:]])
        found = self[run] = self.known(run) if is_whole else 0.0
        return found

    @cached_property
    def known(self) -> Callable[[str], float]:
        return runs.shipped().often


_often = _Often().__getitem__


def _is_met(text: str, start: int, end: int, three: Sequence[float] = ()) -> bool:
    """Whether official writing has the characters about `text[start:end]` too often to hide a slip; `three`: how often it has
    the text's runs of three, where those must be looked at too."""
    if max(three[max(0, start - 2) : end], default=0.0) > _MET[1]:
        return True
    fours = range(max(0, start - 3), min(len(text) - 3, end))
    return max([_often(text[at : at + 4]) for at in fours], default=0.0) > _MET[2]


def relief(run: str, slip: Slip) -> _Signs:
    """How much likelier the words about the place become by the statistics of words, how many single characters and words
    there are less."""
    low, high = max(0, slip.at - _AROUND), min(len(run), slip.at + slip.length + _AROUND)
    known = statistics.shipped()
    stop = known.rank(statistics.STOP)
    edges = stop if low == 0 else statistics.OUTSIDE, stop if high == len(run) else statistics.OUTSIDE
    mended = run[low : slip.at] + slip.written + run[slip.at + slip.length : high]
    now, written = known.path(run[low:high], *edges, ())
    then, meant = known.path(mended, *edges, ())
    singles = [sum(len(word) == 1 for _, word in words) for words in (written, meant)]
    return (now - then) / statistics.STEPS, float(singles[0] - singles[1]), float(len(written) - len(meant))


def _about(text: str, start: int, end: int) -> _Signs:
    """How common the runs of two, three and four characters are that reach into `text[start:end]` or over it: of each length
    all together, and of two the rarest, of longer ones the commonest."""
    last = len(text)
    two = [_often(text[at : at + 2]) for at in range(max(0, start - 1), min(last - 1, end))] or _NOTHING
    three = _threes(text, start, end)
    four = [_often(text[at : at + 4]) for at in range(max(0, start - 3), min(last - 3, end))] or _NOTHING
    return sum(two), min(two), sum(three), max(three), sum(four), max(four)


def _threes(text: str, start: int, end: int) -> list[float]:
    """How common the runs of three are that reach into `text[start:end]` or over it."""
    return [_often(text[at : at + 3]) for at in range(max(0, start - 2), min(len(text) - 2, end))] or _NOTHING


def _slip(text: str, slip: tuple[str, int, int, str], here: _Signs, then: _Signs) -> Slip:
    kind, at, length, written = slip
    before, behind = text[at - 1], text[at + length]
    edges = (float(before == EDGE), float(behind == EDGE), float(before in _PLAIN), float(behind in _PLAIN))
    size = float(min(_LONG, len(text) - 2))
    return Slip(kind, at - 1, length, written, (*here, *then, *edges, size))


def _lost(text: str, at: int) -> Slip | None:
    if _is_met(text, at, at):  # the runs of three are not, or the place would not be strange
        return None
    low = max(0, at - _AROUND)
    near, place = text[low : at + _AROUND], at - low
    best: tuple[float, str, _Signs] | None = None
    left, right, left_two, right_two = (
        near[place - 1],
        near[place],
        near[max(0, place - 2) : place],
        near[place : place + 2],
    )
    behind, ahead = pairs.shipped().behind(left), pairs.shipped().ahead(right)
    for letter in sorted(one for one in _letters_between(near, place) if one in behind and one in ahead):
        if not (_often(left + letter + right) or (_often(left_two + letter) and _often(letter + right_two))):
            continue
        if left + letter in _FOR_ITSELF or letter + right in _FOR_ITSELF:
            continue
        then = _about(near[:place] + letter + near[place:], place, place + 1)
        if then[3] > 0:
            worth = sum(map(float.__mul__, _WORTH, (then[0], then[2], then[4])))
            if best is None or worth > best[0]:
                best = worth, letter, then
    return best and _slip(text, (LOST, at, 0, best[1]), _about(text, at, at), best[2])


def _letters_between(text: str, at: int) -> frozenset[str]:
    """The characters that make a word with what stands before a place, or with what stands behind it."""
    known, found = statistics.shipped(), frozenset[str]()
    for length in (1, 2, 3):
        before, behind = text[max(0, at - length) : at], text[at : at + length]
        if len(before) == length and EDGE not in before:
            found |= known.after(before)
        if len(behind) == length and EDGE not in behind:
            found |= known.before(behind)
    return found


def _turned(text: str, at: int, three: Sequence[float]) -> Slip | None:
    first, second = text[at], text[at + 1]
    if first == second or _often(second + first) < _TURNED_MET or _is_met(text, at, at + 2, three):
        return None
    here = _about(text, at, at + 2)
    then = _about(text[:at] + second + first + text[at + 2 :], at, at + 2)
    return _slip(text, (TURNED, at, 2, second + first), here, then) if then[3] > here[3] else None


def _surplus(text: str, at: int, three: Sequence[float]) -> Slip | None:
    if max(_often(text[at - 1 : at + 1]), _often(text[at : at + 2])) > _MET[0]:
        return None
    if _is_met(text, at, at + 1, three):
        return None
    here = _about(text, at, at + 1)
    then = _about(text[:at] + text[at + 1 :], at, at)
    return _slip(text, (SURPLUS, at, 1, ""), here, then) if then[1] > 0 and then[3] > here[3] else None


def _replaced(text: str, at: int, three: Sequence[float], alike: frozenset[str]) -> Slip | None:
    """The character that official writing has far likelier at a place, of those that the written one is taken for."""
    if _is_met(text, at, at + 1, three):
        return None
    behind, ahead = pairs.shipped().behind(text[at - 1]), pairs.shipped().ahead(text[at + 1])
    others = sorted(other for other in alike if other != text[at] and other in behind and other in ahead)
    if not others:
        return None
    here = _about(text, at, at + 1)
    best: tuple[float, str, _Signs] | None = None
    for letter in others:
        mended = text[:at] + letter + text[at + 1 :]
        if max(_threes(mended, at, at + 1)) > here[3]:
            then = _about(mended, at, at + 1)
            worth = sum(map(float.__mul__, _WORTH, (then[0], then[2], then[4])))
            if best is None or worth > best[0]:
                best = worth, letter, then
    return best and _slip(text, (REPLACED, at, 1, best[1]), here, best[2])
