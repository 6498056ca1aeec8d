"""A character or two typed twice where official writing never has it so: 「领导下下，」, 「按季季度公布」, 「开展业务业务培训」.

Which characters stand twice on purpose (「人人」, 「渐渐」) and which meet at the border of two words (「全县|县乡两级」)
is not listed: the runs of official writing know. A twin is strange that they do not have at all, or with neither
neighbour, or with only one where they have the two neighbours about a single one. Two characters that
stand twice are nearly always a slip: in 1.17 million characters of good papers they do 40 times, 22 of them with 「一」.
"""

from collections.abc import Iterator

from mingbai.text import lazy, runs
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import given, is_quoted, is_word, words_around
from mingbai.text.proofreading.rules.typo.repeat import SAID_TWICE, twins, words_twice

_EDGE = runs.EDGE
# Numbers are told digit by digit, and these characters stand for what is left out.
_NUMBERS = frozenset("一二三四五六七八九十〇零百千万亿两某")
# Spoken words: 「敲敲门」, 「消消气」, 「劝劝」, said for a while; and pictures: 「荷叶田田」, 「坝坝会」.
_SPOKEN = frozenset("敲消劝坐歇哄逗摸碰凑拉伸踢拍捏揉挠尝闻嗅猜碗田亭萋青皑说发签照钉坝")
# 「某镇镇长」
_SOME = ("某", "该")
# What is counted may stand twice for each of it, 「件件落实」, 「年年招商」, but not behind 每, 各 or a number.
_COUNTED = frozenset("年月周季日天件户餐次项条张页样")
_MEASURES = frozenset("处件项条家份个名起台辆篇场期宗座")
_COUNTS = lazy.pattern(r"[每各全本上下\d一二三四五六七八九十半]$")


def _beside(text: str, at: int) -> str:
    """The Chinese character at a place, or what stands for an edge of Chinese writing."""
    letter = text[at : at + 1] if at >= 0 else ""
    return letter if "一" <= letter <= "鿿" else _EDGE


def _is_strange(text: str, start: int) -> bool:
    often, letter = runs.shipped().often, text[start]
    before, behind = _beside(text, start - 1), _beside(text, start + 2)
    twin = letter * 2
    left, right = often(before + twin), often(twin + behind)
    if is_word(twin):
        # 「评查查结果」: a word that neither neighbour goes with, where the single character stands between them.
        return not (left or right or before == _EDGE) and often(before + letter + behind) > 0
    if not often(twin):
        return True
    if left and right or often(before + twin + behind):
        return False
    return not (left or right) or often(before + letter + behind) > 0


def _counts(text: str, start: int) -> bool:
    return text[start] in _MEASURES and text[start - 1 : start].isdigit()


def _opens_word(text: str, start: int) -> bool:
    """「12家|家庭农场」, not 「11处处问题」."""
    return is_word(text[start] + text[start + 2 : start + 3])


def _is_meant(text: str, start: int) -> bool:
    """Whether the character may stand twice for a reason that runs do not know."""
    letter = text[start]
    if _counts(text, start):
        return _opens_word(text, start)
    if letter in _COUNTED:
        return not _COUNTS.search(text, max(start - 1, 0), start)
    before, behind = text[max(start - 2, 0) : start], text[start + 2 : start + 4]
    # 「沟沟岔岔」, 「主任任组长」, 「各办办长」
    paired = any(len(beside) == _PAIR and beside[0] == beside[1] for beside in (before, behind))
    posts = behind.startswith("长") or (letter == "任" and before.endswith(("主", "责")))
    spoken = letter in _NUMBERS or letter in _SPOKEN or before[-1:] in _SOME
    return spoken or paired or posts or _governs(text, start)


# They govern what follows: 「必须经经办人签字」.
_GOVERNING = frozenset("经由按为从向把被让使对在以")


def _governs(text: str, start: int) -> bool:
    opens, closes = text[start + 1 : start + 3], text[max(start - 1, 0) : start + 1]
    return text[start] in _GOVERNING and (is_word(opens) or (len(closes) == _PAIR and is_word(closes)))


def _double_strange(rule: Rule, passage: Passage) -> Iterator[Finding]:
    text = passage.text
    for match in passage.once(twins):
        start, end, letter = match.start(), match.end(), match[1]
        if _is_meant(text, start) or passage.in_web_residue(start):
            continue
        if (
            (_is_strange(text, start) or _counts(text, start))
            and not _two_words_meet(passage, start)
            and not is_quoted(text, start, end)
        ):
            said = f"「{match[0]}」疑多打了一个「{letter}」。"
            yield rule.finding(passage, start, end, said, suggestion=letter)


# 「未能能及时归档」: they close and open words, and mean one thing.
_MODAL = frozenset("能会要可应将也都就还不")


def _two_words_meet(passage: Passage, start: int) -> bool:
    """「订单|单据」, 「录入|入账」: the first one closes a word, the second one opens another. 「每季|季度」 is told all the same."""
    if passage.text[start] in _COUNTED or passage.text[start] in _MODAL:
        return False
    text = passage.text
    spans = words_around(passage, start, start + 2)
    closes = any(high == start + 1 and high - low > 1 for low, high in spans)
    opens = any(low == start + 1 and high - low > 1 for low, high in spans)
    # 「断头路|路灯」, however the whole was cut
    whole = is_word(text[start + 1 : start + 3]) and any(
        is_word(text[max(start - more, 0) : start + 1]) for more in (1, 2)
    )
    return (closes and opens) or whole


# 「一笔一笔」, 「逐园逐株」, 「户每户每月」 and 「说着说着」 are meant.
_EACH = frozenset("一逐每几半多少着")
# Spoken: 「掂量掂量」.
_SPOKEN_PAIRS = SAID_TWICE | {"掂量", "比划", "念叨", "唠叨", "嘀咕", "核计", "盘算", "拾掇", "活动", "规定"}
_PAIR, _TWO_PAIRS = 2, 4


def _pair_strange(rule: Rule, passage: Passage) -> Iterator[Finding]:
    text, reached = passage.text, 0
    for at in passage.once(words_twice):
        start = passage.start + at
        end, pair = start + _TWO_PAIRS, text[start : start + _PAIR]
        if start < reached or not _is_writing(pair) or pair in _SPOKEN_PAIRS or passage.in_web_residue(start):
            continue
        if pair == "政府" and text.startswith(("信息公开", "网站"), end):
            continue  # 「某某镇人民政府政府信息公开目录」
        if text.startswith(pair, end) or is_quoted(text, start, end) or runs.shipped().often(pair * 2):
            continue
        reached = end
        yield rule.finding(passage, start, end, f"「{pair}」疑多打了一遍。", suggestion=pair)


def _is_writing(pair: str) -> bool:
    return pair[0] != pair[1] and _EACH.isdisjoint(pair) and all("一" <= letter <= "鿿" for letter in pair)


RULES = (
    Rule(
        name="typo.double_strange",
        category="typo",
        severity="info",
        explain="一个字连打两遍，而公文里这个字从不这样叠用，如「正确领导下下」「每季季度公布」。两个词相接处的相同字、「人人」「渐渐」这样的叠词不算。",
        fires="在县政府的正确领导下下，每季季度公布一次，全年支支出39.8万元。",
        passes="人人参与，订单单据齐全，收入入账及时，天天公开，群众渐渐满意。",
        find=given(twins, _double_strange),
    ),
    Rule(
        name="typo.pair_strange",
        category="typo",
        severity="info",
        explain="两个字连打两遍，而公文里从不这样说，如「开展业务业务培训」「公示期满日满日期」。「一笔一笔」「说着说着」不算。",
        fires="开展业务业务培训，公示期满日满日期写在公示件右下角。",
        passes="一笔一笔核对，说着说着就笑了，研究研究再定，公开公平公正。",
        find=given(words_twice, _pair_strange),
    ),
)
