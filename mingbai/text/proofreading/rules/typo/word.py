"""Words broken by one wrong character: two characters left alone that sound or look like a common word.

A broken word falls into single characters when the dictionary cuts the text. Two such characters side by side are
weighed: how common is the word they may stand for, against how often the two would meet by chance. Pairs that
meet in edited text are let be.
"""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from mingbai.text.model import Finding, Severity
from mingbai.text.packed import Members, Packed, pack, pack_words
from mingbai.text.proofreading.model import Faint, Passage, Rule
from mingbai.text.proofreading.patterns import searching
from mingbai.text.proofreading.rules._cutting import cut_of
from mingbai.text.proofreading.rules._knowledge import (
    Confused,
    Entry,
    is_quoted,
    is_word,
    kept_of,
    pack_groups,
)
from mingbai.text.proofreading.rules._word_parts import is_chinese
from mingbai.text.runs import shipped

# Chinese characters.
_FIRST, _LAST = "一", "鿿"
# Two words of one character each; a word's head is marked with a one, and so is the end of the text.
_END = b"\1"
_SINGLES = re.compile(b"\1(?=\1\1)")
# Numerals stand before anything.
_NUMERALS = frozenset("一二三四五六七八九十百千万亿两几第每〇零")
# A name of a place or a body ends so: 「苍岭镇」.
_NAMED = frozenset("镇乡村县市区路街桥庄屯寨湾沟组州旗庙店营港岛山河湖氏某")
# Natural logarithm of the words in the text that the weights were counted in.
_ALL = 13.2
# A character never met alone counts as half a time.
_NEVER = math.log(0.5)
# How rare slips are, what a change of shape costs beside a change of sound, a neighbour alone, a surname.
_RARE, _BY_SHAPE, _CROWDED, _NAME = 9.0, 0.5, 2.0, 3.0
# From -3.5 to 0 hints in good papers fall by three quarters; three of five hundred open marks of wording were told by this rule alone there.
_SURE, _DOUBTFUL, _FAINT = 1.5, 0.0, -3.0
# A slip is made once; what stands in a text so often is a name or a term.
_OFTEN = 3
# So many pairs are remembered: more than a county's texts have.
_KEPT = 400_000
# Clipped words of offices: 「首报不超过30分钟，续报不过夜」, 「首接负责」.
_CLIPPED = frozenset(["续报", "首接", "逐张", "警情", "局务", "配建", "执收", "阻工", "代班", "应诊"])
_LISTS = ("words", "singles", "neighbours", "sounds", "shapes", "surnames", "phrases")


class _Weights:
    """Logarithms of how often words and single characters occur, and which characters are taken for each other."""

    def __init__(self, tables: Sequence[bytes], alone: Mapping[str, float], surnames: frozenset[str]) -> None:
        words, by_first, by_second, beside, sounds, shapes = tables
        self.words, self.beside = Members(words), Members(beside)
        self.by_first, self.by_second = Packed(by_first), Packed(by_second)
        self.sounds, self.shapes = Confused(sounds), Confused(shapes)
        self.alone, self.surnames = alone, surnames

    @cached_property
    def verdicts(self) -> "_Verdicts":
        return _Verdicts(self)


def _weights(
    words: Sequence[Entry],
    singles: Sequence[Entry],
    neighbours: Sequence[Entry],
    sounds: Sequence[Entry],
    shapes: Sequence[Entry],
    surnames: Sequence[Entry],
    phrases: Sequence[Entry],
) -> tuple[tuple[bytes, ...], dict[str, float], frozenset[str]]:
    """Plain values for `_Weights`."""
    together = {
        one + two for row in phrases for one, two in zip(row["phrase"], row["phrase"][1:], strict=False)
    }
    known = {word: row["weight"] for row in words for word in row["words"].split()}
    by_first: dict[str, dict[str, float]] = {}
    by_second: dict[str, dict[str, float]] = {}
    for (first, second), weight in known.items():
        by_first.setdefault(first, {})[second] = weight
        by_second.setdefault(second, {})[first] = weight
    beside = together.union(row["first"] + second for row in neighbours for second in row["seconds"])
    groups = [pack_groups((row["characters"],) * 2 for row in rows) for rows in (sounds, shapes)]
    return (
        (pack_words(known), pack(by_first), pack(by_second), pack_words(beside), *groups),
        {character: row["weight"] for row in singles for character in row["characters"]},
        frozenset(row["surname"] for row in surnames),
    )


def _meant(weights: _Weights, first: str, second: str) -> tuple[float, str]:
    """The likeliest word that two characters stand for, with its weight; "" where there is none."""
    best = (-math.inf, "")
    for confused, cost in ((weights.sounds, 0.0), (weights.shapes, _BY_SHAPE)):
        endings, beginnings = weights.by_first[first] or {}, weights.by_second[second] or {}
        for other in confused[first] & beginnings.keys():
            best = max(best, (beginnings[other] - cost, other + second))
        for other in confused[second] & endings.keys():
            best = max(best, (endings[other] - cost, first + other))
    return best


class _Verdicts(dict[str, bool]):
    """Whether two characters that meet may be a broken word, whatever stands around them; found out when first met."""

    def __init__(self, weights: "_Weights") -> None:
        self._weights = weights

    def __missing__(self, pair: str) -> bool:
        if len(self) >= _KEPT:
            self.clear()
        verdict = self[pair] = self._of(pair)
        return verdict

    def _of(self, pair: str) -> bool:
        weights = self._weights
        in_order = pair[0] == pair[1] or pair in weights.words or pair in weights.beside
        if in_order or not all(_FIRST <= c <= _LAST and c not in _NUMERALS for c in pair):
            return False
        return _weight_of_doubt(weights, pair, "", "")[0] >= _FAINT and not is_word(pair)


def _lonely_pairs(passage: Passage, weights: _Weights) -> Iterator[tuple[int, str, str, str]]:
    """Where two single characters meet that do not belong together: offset, what stands before, the pair, what follows."""
    body, heads, verdicts = passage.body, cut_of(passage).heads + _END, weights.verdicts
    for found in _SINGLES.finditer(heads):
        at = found.start()
        if verdicts[body[at : at + 2]]:
            before = body[at - 1] if at and heads[at - 1] else ""
            alone = before and _FIRST <= before <= _LAST and before not in _NUMERALS
            end = heads.find(_END, at + 3)
            yield passage.start + at, before if alone else "", body[at : at + 2], body[at + 2 : end]


def _weight_of_doubt(weights: _Weights, pair: str, before: str, after: str) -> tuple[float, str]:
    common, word = _meant(weights, pair[0], pair[1])
    if not word:
        return common, word
    by_chance = sum(weights.alone.get(character, _NEVER) for character in pair) - _ALL
    crowd = sum(len(side) == 1 and _FIRST <= side <= _LAST for side in (before, after))
    named = pair[0] in weights.surnames or before in weights.surnames
    return common - by_chance - _RARE - _CROWDED * crowd - _NAME * named, word


def _broken_words(rule: Rule, passage: Passage) -> Iterator[Finding]:
    weights = kept_of(passage, _LISTS, _weights, _Weights)
    for start, before, pair, after in _lonely_pairs(passage, weights):
        if pair in weights.words:
            continue
        doubt, meant = _weight_of_doubt(weights, pair, before, after)
        if doubt < _FAINT or is_word(pair) or _is_excused(passage, start, pair, after):
            continue
        severity: Severity = rule.severity if doubt >= _SURE else "info"
        said = f"「{pair}」疑为「{meant}」之误。"
        found = rule.finding(passage, start, start + 2, said, suggestion=meant, severity=severity)
        if doubt >= _DOUBTFUL and _reads_mended(passage, start, meant):
            yield found
        else:
            passage.faint.append(Faint(doubt, found))


def _reads_mended(passage: Passage, start: int, meant: str) -> bool:
    """Whether official writing has the meant word with a character that stands beside it here: hints on new words and
    on characters that merely meet fall by nine in ten."""
    text, end, often = passage.text, start + len(meant), shipped().often
    before, behind = text[max(passage.start, start - 1) : start], text[end : end + 1]
    runs = (
        run
        for beside, run in ((before, before + meant), (behind, meant + behind))
        if beside and is_chinese(beside)
    )
    return any(often(run) > 0 for run in runs)


def _told_apart(passage: Passage, match: re.Match[str]) -> bool:
    """「区分形近字“己、已、巳”」: characters that are named one by one."""
    text = passage.text
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    return before in _NAMED_BEFORE and after in _NAMED_BEHIND and bool(before and after)


_NAMED_BEFORE, _NAMED_BEHIND = '“‘「『"、/／', '”’」』"、/／'


def _is_excused(passage: Passage, start: int, pair: str, after: str) -> bool:
    return (
        after in _NAMED
        or pair in _CLIPPED
        or passage.in_web_residue(start)
        or is_quoted(passage.text, start, start + 2)
        or passage.body.count(pair) >= _OFTEN
    )


RULES = (
    Rule(
        name="typo.look_alike",
        category="typo",
        severity="error",
        explain="「己」「已」、「末」「未」、「巳」混写，如「己建成」「末经审查」；金额后面的「圆」写「元」。",
        fires="己建成专区3处，末经审查的信息不得发布。",
        passes="已建成专区，以天下为己任，期末、年末前完成，自己动手，1.2米圆形花坛。",
        find=searching(
            r"(?<![以与对自知克利舍律异人由为各丁丙戊甲乙辛壬癸于责罪一])己(?=[一-鿿])(?![见任方所欲丑卯未巳酉亥身物私出力人烯烷二酸内])"
            r"|(?<![年代期月季周旬岁始本日微毫粉之文篇世纪学段节程幕杪芥度两首])末(?=能|经|来|按|有|发[生现布放]|出[现台具]|收[到取回]|及时|予|达[到标]|开[展通放]|公[开布示]|完[成善]|建[成立]|见|曾|必|得[到以]|明确|尽|报|批|落实|设|接到|整改|更新|受理|纳入|取得|履行|形成|执行|作|做|使用|办|通过|答复|配|实[行施]|解决|列|足|满|婚|成年|知|改)"
            r"|(?<![乙己丁辛癸“‘「、])巳(?!时|蛇|月|日|年|火|[”’」、])"
            r"|(?<=[\d万亿])圆(?![形桌柱心满弧钢孔锥周规])",
            "「{}」疑为形近字之误，请核对「已」「未」「元」。",
            near="己 末 巳 圆",
            unless=_told_apart,
        ),
    ),
    Rule(
        name="typo.broken_word",
        category="typo",
        severity="info",
        explain="词里有一个字写成了同音或形近的别字，整个词就散了，如「个人审请」「全面青理」。拿不准的只作提示。",
        fires="申请人提交个人审请，由民政办全面青理。",
        passes="申请人提交个人申请，由民政办全面清理。",
        find=_broken_words,
    ),
)
