"""A word whose last character begins another of like sense, both written: 「网上采购买」 (采购, 购买), 「成绩效」 (成绩, 绩效).

Three characters at the end of a clause: the first two are a word that official writing has there, the last two are one as well,
and all three stand nowhere in it.
"""

from collections.abc import Iterator

from mingbai.text import runs
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._cutting import cut_of
from mingbai.text.proofreading.rules._knowledge import is_quoted, is_word, meeting
from mingbai.text.proofreading.triggers import matches, sought
from mingbai.text.runs import EDGE

_TWO = 2
_LAST_THREE = sought("[一-鿿]{4}(?=[，。；！？,;、])")
# How often (logarithm) official writing has the first word at the end of a clause, and the second one.
_ENDING, _KNOWN = 1.6, 3.0
# They stand behind any word: places, ends, kinds of people and things.
_BEHIND_ANY = frozenset(
    "上下中里内外边口前后旁间时地人员者家长处所部门室厅局院校站点会组队班栏表册书单证卡库网线路车楼区县市乡镇村社街户"
    "率性化度量额费金款权力法制式型类级项件次名号日月年期底初末的了着过等为到出来去起开好完成满足多少大小高低不得有无是能可用学业说讲想议数事办台本头心"
)
# 「十一本」, 「不畅|通」, 「作了解答」: what they begin is no word of its own.
_NO_HEAD = frozenset("不未没无非一二三四五六七八九十百千万两几每各第了总")


def _find(rule: Rule, passage: Passage) -> Iterator[Finding]:
    often = runs.shipped().often
    for match in matches(passage, _LAST_THREE):
        end = match.end()
        start = end - 3
        written = match[0][1:]
        one, two = written[:_TWO], written[1:]
        if (
            written[-1] in _BEHIND_ANY
            or written[0] in _NO_HEAD
            or written[0] == written[-1]
            or often(written)
        ):
            continue
        # What stands before goes with the first word.
        if (
            not often(match[0][:3])
            or often(one + EDGE) < _ENDING
            or often(two) < _KNOWN
            or not (is_word(one) and is_word(two))
        ):
            continue
        if is_word(written) or passage.in_web_residue(start) or is_quoted(passage.text, start, end):
            continue
        if not cut_of(passage).begins(start):
            continue
        said = f"「{written}」里「{one}」与「{two}」叠在一起，疑为「{one}」。"
        yield rule.finding(passage, start, end, said, suggestion=one)


RULES = (
    Rule(
        name="typo.words_overlaid",
        category="typo",
        severity="info",
        explain="一个词的末字又接成了另一个意思相近的词，两个词叠在一起：「网上采购买」（采购、购买）、「取得成绩效」（成绩、成效）。公文里没有这三个字连写的才作提示。",
        fires="药品全部实行网上采购买，接受监督。",
        passes="药品全部实行网上采购，接受监督，购买服务。",
        find=meeting(_find, _LAST_THREE),
    ),
)
