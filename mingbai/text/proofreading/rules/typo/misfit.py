"""Words that do not fit together, weighed with the statistics of words: 「季渡」, 「提拱保障」, 「抓落落实」.

Where two neighbours have never been met together and a likely slip explains them, the sentence around is cut and
weighed as written and as meant. How much likelier it becomes, how common the meant word is in official writing,
whether the mended words stand elsewhere in the same text, and a few signs more decide between a warning, a hint
and nothing. Names, quotations, numbers, what a text says often, and the words of the lists are left alone.
"""

from collections.abc import Iterator, Sequence
from itertools import accumulate, compress

from mingbai.text import lazy
from mingbai.text.model import Finding, Severity
from mingbai.text.proofreading.model import Faint, Passage, Rule
from mingbai.text.proofreading.rules._coined import is_coined_alike
from mingbai.text.proofreading.rules._doubled import belong_to_two_words, joined_words
from mingbai.text.proofreading.rules._isolated import Meant
from mingbai.text.proofreading.rules._knowledge import is_word
from mingbai.text.proofreading.rules._misfits import (
    CHANNEL,
    TROUBLED,
    Edit,
    Knowledge,
    knowledge,
)
from mingbai.text.proofreading.rules._misplaced import Place, is_excused, is_pair_excused
from mingbai.text.proofreading.rules._reading import pieces_of
from mingbai.text.proofreading.rules._signs import LIMITS, OFTEN, WEIGHTS, count_near, signs
from mingbai.text.proofreading.rules._word_parts import is_chinese
from mingbai.text.records import record
from mingbai.text.statistics import OUTSIDE, STEPS

# A text in which more than one word in so many is odd is in a language that the statistics do not know.
_KNOWN, _SAMPLE = 8, 24
_TWO, _THREE = 2, 3
_CLIPPED = ("设立", "设置", "设有", "开设", "建立")
# From this doubt on a text full of faults is told of it.
# Of such places more than the odds say are slips, compared with those of other rules.
_FAINT, _COMPARED = -4.0, 2.0
# A word that is right elsewhere, 「疏通」, is warned of only from this doubt on.
_SURE_OF_WORD = 3.0
# Verbs that stand for a longer word in shorthand: 「促廉政」, 「定专人」.
_SHORTHAND = frozenset("促定保稳强建抓扩增补控防惠富兴优提调改收缴设免扣晒查验核批财涉案")


@record
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
        base, *weights = WEIGHTS[self.kind]
        return base + sum(weight * sign for weight, sign in zip(weights, self.signs, strict=True))


def suspects(passage: Passage) -> tuple[Suspect, ...]:
    """The suspicious places of a passage, none over another, in order."""
    known = knowledge(passage)
    places, words = _places(passage, known)
    odd = sum(not place.around for place in places)
    if odd > _SAMPLE and odd * _KNOWN > words:
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
    found: list[Place] = []
    read = 0
    for offset, words in passage.once(pieces_of):
        read += len(words)
        verdicts = [*map(known.misfits.__getitem__, zip(words, words[1:], strict=False))]
        alone = [*known.isolated.places(words)]
        if alone or any(verdicts):
            starts = list(accumulate(map(len, words), initial=offset))
            found += _looked_at(words, starts, verdicts, known)
            found += _isolated(words, starts, alone)
    return found, read


def _looked_at(
    words: list[str], starts: list[int], verdicts: list[tuple[Edit, ...]], known: Knowledge
) -> Iterator[Place]:
    for at in compress(range(len(verdicts)), verdicts):
        edits = verdicts[at]
        if around := edits is TROUBLED:
            before, behind = "".join(_beside(words, at - 1, -1)), "".join(_beside(words, at + _TWO, 1))
            pair = words[at], words[at + 1]
            edits = known.misfits.around(before[-_THREE:], pair, behind[:_THREE])
        if edits:
            yield Place(words, starts, at, edits, around)


def _isolated(
    words: list[str], starts: list[int], alone: Sequence[tuple[int, tuple[Meant, ...]]]
) -> Iterator[Place]:
    for at, meant in alone:
        # With the neighbour that says something; a word that opens a clause is seen with what follows.
        first = at - 1 if is_chinese(words[at - 1]) else at
        begin = len(words[first]) if first < at else 0
        edits = tuple(Edit(gain, kind, begin, len(words[at]), other) for gain, kind, other in meant)
        yield Place(words, starts, first, edits, around=True)


def _beside(words: list[str], at: int, step: int) -> list[str]:
    """Up to three Chinese words on one side, in the order of the text."""
    found: list[str] = []
    while 0 <= at < len(words) and len(found) < _THREE and is_chinese(words[at]):
        found.append(words[at])
        at += step
    return found[::step]


def _weighed(passage: Passage, known: Knowledge, place: Place) -> Suspect | None:
    """The place with its best edit, if that makes the sentence likelier and nothing excuses the words."""
    if count_near(passage, passage.text[place.start : place.end], place.start) >= OFTEN:
        return None
    if is_pair_excused(passage, place):
        return None
    statistics = known.misfits.statistics
    low, high = place.window()
    left, right = (statistics.rank(word) if word else OUTSIDE for word in map(place.beside, (low - 1, high)))
    own = frozenset(place.words[low:high])
    text, base = "".join(place.words[low:high]), place.start - place.starts[low]
    now, written = statistics.path(text, left, right, own)
    likelier: list[tuple[int, Edit, list[tuple[int, str]]]] = []
    for edit in place.edits:
        at = base + edit.at
        mended = text[:at] + edit.written + text[at + edit.length :]
        cost, cut = statistics.path(mended, left, right, own)
        if (gain := now - cost - CHANNEL[edit.kind]) > 0:
            likelier.append((gain, edit, cut))
    likelier.sort(key=lambda found: -found[0])
    best = next((found for found in likelier if not is_excused(passage, known, place, found[1])), None)
    if best is None:
        return None
    gain, edit, cut = best
    if place.around and _is_said_often(passage, place.start + edit.at):
        return None
    at = base + edit.at
    return _suspect(passage, known, place, (gain, edit), (written, cut), at)


def _is_said_often(passage: Passage, at: int) -> bool:
    """Whether a text says a character with its neighbour so often that this is no slip."""
    pairs = (passage.text[max(passage.start, low) : low + _TWO] for low in (at - 1, at))
    return any(len(pair) == _TWO and count_near(passage, pair, at) >= OFTEN for pair in pairs)


def _covering(cut: list[tuple[int, str]], at: int, length: int) -> list[tuple[int, str]]:
    """The words of a cut that hold any of the characters."""
    return [(low, word) for low, word in cut if low < at + max(1, length) and low + len(word) > at]


def _suspect(
    passage: Passage,
    known: Knowledge,
    place: Place,
    found: tuple[int, Edit],
    cuts: tuple[list[tuple[int, str]], list[tuple[int, str]]],
    at: int,
) -> Suspect:
    gain, edit = found
    changed = _covering(cuts[0], at, edit.length), _covering(cuts[1], at, len(edit.written))
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
    found_signs = signs(passage, known, place, edit, cuts, changed, (span, meant))
    crowd = sum(len(word) == 1 for word in place.words[low:high]) / (high - low)
    return Suspect(*span, edit.kind, meant, (gain / STEPS, edit.gain / STEPS, crowd, *found_signs))


_SAID = {
    "character": "「{}」与前后的词连不上，疑为「{}」之误。",
    "order": "「{}」疑为「{}」，两个字颠倒了。",
    "lost": "「{}」疑为「{}」，漏了字。",
    "double": "「{}」疑为「{}」，多了一个字。",
    "word": "「{}」与前后的词不常搭配，通常写「{}」。",
    "sound": "「{}」与前后的词都连不上，疑为读音相同、相近的「{}」之误。",
}


def _find(rule: Rule, passage: Passage) -> Iterator[Finding]:
    kind = rule.name.removeprefix("typo.misfit_")
    doubtful = LIMITS[kind][1]
    for suspect in passage.once(suspects):
        if suspect.kind != kind or suspect.doubt < _FAINT or _is_meant(passage, suspect):
            continue
        words = passage.text[suspect.start : suspect.end]
        found = rule.finding(
            passage,
            suspect.start,
            suspect.end,
            _SAID[kind].format(words, suspect.meant),
            suggestion=suspect.meant,
            severity=_how_grave(rule, passage, suspect),
        )
        if suspect.doubt >= doubtful:
            yield found
        else:
            passage.faint.append(Faint(suspect.doubt + _COMPARED, found))


def _is_meant(passage: Passage, suspect: Suspect) -> bool:
    """What is written so on purpose, or was torn by the break of a line."""
    if suspect.kind == "lost":
        return _torn(passage, suspect) or _is_clipped(passage, suspect)
    return suspect.kind == "double" and (
        _OF_A_NET.search(passage.text, suspect.start, suspect.end + _TWO) is not None
        or _AT_LEISURE.match(passage.text, suspect.start) is not None
    )


def _how_grave(rule: Rule, passage: Passage, suspect: Suspect) -> Severity:
    text, start, end, kind = passage.text, suspect.start, suspect.end, suspect.kind
    doubts = (
        suspect.doubt < LIMITS[kind][0] or is_coined_alike(passage, start, end),
        kind == "lost" and text[start] in _SHORTHAND,
        kind == "double" and _has_two_words(passage, start, end),
        kind == "character" and suspect.doubt < _SURE_OF_WORD and is_word(text[start:end]),
        text[start] == "以" and _MAKES_UP.match(text, end) is not None,
    )
    return "info" if any(doubts) else rule.severity


def _has_two_words(passage: Passage, start: int, end: int) -> bool:
    text, known = passage.text, joined_words(passage)
    return any(
        text[at] == text[at + 1] and belong_to_two_words(text, at, known) for at in range(start, end - 1)
    )


def _is_clipped(passage: Passage, suspect: Suspect) -> bool:
    """「设意见箱」, 「建台账」: these verbs do without their second character."""
    words = passage.text[suspect.start : suspect.end]
    return any(verb in suspect.meant and verb not in words for verb in _CLIPPED)


def _torn(passage: Passage, suspect: Suspect) -> bool:
    """Whether a blank or the break of a line tore a word here: what looks lost stands beyond it, or before the text."""
    text, start, end = passage.text, suspect.start, suspect.end
    before, after = text[max(passage.start, start - 3) : start], text[end : end + 3]
    return not before or _TORN_BEFORE.search(before) is not None or _TORN_AFTER.match(after) is not None


# 「内外网网站」, 「政务网网页」: the first one closes the name of a net.
# 「遛遛弯」, 「串串门」: verbs with an object, said for a while.
_AT_LEISURE = lazy.pattern(
    "([遛散聊串跳唱打理洗帮照握招挥泡搓歇跑健扭])\\1(?:[弯步天门舞歌球发澡忙相手脚背腿身腰])|多多少"
)
# 「就院务公开工作作简要汇报」: a noun, and the verb that governs what follows.
_OF_A_NET = lazy.pattern(
    "网网[站页络址]|工作作(?=一[个次些]|[了出如为]|简[要单]|专题|全面|具体|详细|进一步|书面|汇报|说明|介绍|报告|总结|部署|动员|交流|典型|经验|调整|重[点要])"
)
# 「以院支部成员为主」: the first character governs what follows.
_MAKES_UP = lazy.pattern("[^，,。；;\\n]{0,24}?(?:为|作为)")
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
    Rule(
        name="typo.misfit_sound",
        category="typo",
        severity="warning",
        explain="整个词打成了读音相同、相近或键位相邻的另一个词，与前后的词都连不上，如「工伤宝箱待遇」「抽烟污染防治」。按词语搭配的统计判断，拿不准的只作提示。",
        fires="收到工伤宝箱待遇申请后及时办理。",
        passes="收到工伤保险待遇申请后及时办理，采砂取土须经批准，运用监督执纪四种形态。",
        find=_find,
    ),
)
