"""Where two words that do not fit together stand in a text, and what excuses them."""

import re

from mingbai.text import runs
from mingbai.text.proofreading.model import Passage
from mingbai.text.proofreading.rules._knowledge import is_quoted, is_word, words_around
from mingbai.text.proofreading.rules._misfits import PARTICLES, Edit, Knowledge
from mingbai.text.proofreading.rules._naming import CLOSES_NAME
from mingbai.text.proofreading.rules._word_parts import is_chinese
from mingbai.text.records import record
from mingbai.text.statistics import STOP

# So many words on either side of a pair are weighed with it.
_AROUND = 2
_TWO, _THREE, _LONGEST_TERM = 2, 3, 10
# Official writing has a word hardly where it has it some six times (logarithm).
_HARDLY = 2.0
# They hide that a word goes on.
_INVISIBLE = frozenset("\u200b\u200c\u200d\u2060\ufeff")
_MARKS = frozenset("、，；。：“”（）)\n")
_NUMERALS = frozenset("一二三四五六七八九十百千万亿两几第〇零")
# A name of a place or a body ends so: 「苍岭镇」.
_NAMED = frozenset("镇乡村县市区路街桥庄屯寨湾沟组州旗庙店营港岛山河湖氏某")
_AREAS = frozenset("县镇乡村")
# A noun ends so, 「管护员」, or begins so, 「区政务」; nothing is lost there.
_CLOSES_NOUN = frozenset(
    "量组关员款数法会实点费站室长处科率度额栏表册网卡证岗图库课题人者性化力论线队管办期面类项件案权税险金器机具材料品物房楼厅车船路桥井塘田林园场店厂矿口岸头尾边侧式型级层层位次月日周季批种群团派系"
)
_OPENS_NOUN = frozenset("区市县镇乡村局馆校院所岗件街办室总副新老原现本该各省厅部委站社组班队企")
# The letters of a document's number stand for a body: 「穗荔法民初字第12号」, 「苍政办发〔2020〕3号」.
_NUMBER_BEHIND = re.compile(r"[一-鿿]{0,5}(?:字第|(?:字|[发函])?[〔\[［【(（](?:19|20)\d\d)")
# 「放放心心」, 「快快快」: said twice on purpose.
_TWICE = re.compile(r"(.)\1(?:(.)\2|\1)")


@record
class Place:
    """A pair of neighbours in a piece of a line; `at` is the number of the first, `starts` are offsets in the text."""

    words: list[str]
    starts: list[int]
    at: int
    edits: tuple[Edit, ...]
    # Whether the words around took part in finding the edits.
    around: bool = False

    @property
    def start(self) -> int:
        return self.starts[self.at]

    @property
    def end(self) -> int:
        return self.starts[self.at + _TWO]

    @property
    def inside(self) -> tuple[int, int]:
        """Where the pair stands in the text, less what separates clauses."""
        words = self.words
        return self.start + (words[self.at] == STOP), self.end - (words[self.at + 1] == STOP)

    def window(self) -> tuple[int, int]:
        """The numbers of the first word and behind the last one to be weighed."""
        low, high = self.at, self.at + _TWO
        low += self.words[low] == STOP
        high -= self.words[high - 1] == STOP
        while low > 0 and self.at - low < _AROUND and is_chinese(self.words[low - 1]):
            low -= 1
        limit = min(len(self.words), self.at + _TWO + _AROUND)
        while high < limit and is_chinese(self.words[high]):
            high += 1
        return low, high

    def beside(self, number: int) -> str:
        """A word of the piece or what separates clauses; "" outside it and for anything else."""
        word = self.words[number] if 0 <= number < len(self.words) else ""
        return word if word == STOP or (word and is_chinese(word)) else ""

    def word(self, number: int) -> str:
        """A word of the piece; "" outside it and for what is not Chinese."""
        word = self.words[number] if 0 <= number < len(self.words) else ""
        return word if word and is_chinese(word) else ""


def is_pair_excused(passage: Passage, place: Place) -> bool:
    """What excuses the two words whatever is meant by them; asked before anything is weighed."""
    text = passage.text
    pair, second, behind = (
        text[place.start : place.end],
        place.words[place.at + 1],
        place.word(place.at + _TWO),
    )
    if _INVISIBLE.intersection(text[place.start - 1 : place.start] + text[place.end : place.end + 1]):
        return True
    if behind[:1] in _NAMED or (second[-1] in _NAMED and len(second) <= _THREE):
        return True
    if before_number(text, place.end):
        return True
    return is_quoted(text, place.start, place.end) or (is_word(pair) and not _is_unofficial(pair))


def before_number(text: str, at: int) -> bool:
    """Whether what stands before `at` are the letters of a document's number."""
    return _NUMBER_BEHIND.match(text, at, at + _LONGEST_TERM) is not None


def _is_unofficial(word: str) -> bool:
    """Whether official writing hardly has a word of two characters, 「关住」, though the dictionary does."""
    return len(word) == _TWO and runs.shipped().often(word) < _HARDLY


def is_excused(passage: Passage, known: Knowledge, place: Place, edit: Edit) -> bool:
    text, start = passage.text, place.start + edit.at
    end = start + edit.length
    if _has_number(edit, text[start:end]) or passage.in_web_residue(start):
        return True
    if is_quoted(text, start, end):
        return True
    if place.words[place.at][-1] in _AREAS and edit.kind != "word":
        return True
    if edit.kind in {"order", "sound"} and in_name(known, place, start):
        return True
    if (edit.kind == "double" and _is_meant_twice(text, place, edit)) or (
        edit.kind == "lost" and (_is_part_of_noun(place) or _is_shorthand(text, place))
    ):
        return True
    whole = (high - low for low, high in words_around(passage, start, end) if low <= start and high >= end)
    return max(whole, default=0) >= _THREE or in_term(text, known, start, end)


def _has_number(edit: Edit, written: str) -> bool:
    """Numbers are not mended; 「之一」 is none."""
    if edit.kind in {"sound", "word"}:
        return _NUMERALS.issuperset(edit.written) or _NUMERALS.issuperset(written)
    return not _NUMERALS.isdisjoint(edit.written + written)


# What ends the short name of a body: 「公开办|办公」, 「林场|场务」, 「慢特病|病种」.
_OFFICES = re.compile(
    "(?:公开|应急|信访|扶贫|综治|党政|政府|行管|招商|人防|外事|台|编|扫黄|文明|网信)办|[农林牧渔]场|[特慢]病$"
)


# They stand before what they govern: 「必须经|经办人」, 「对|对象」.
_GOVERNS = frozenset("经由对将按为使让被把向从自和与同比到在并及或")


def _is_meant_twice(text: str, place: Place, edit: Edit) -> bool:
    """「村委会|会议」: the character is part of the word on its other side; 「放放心心」: said twice on purpose."""
    before, behind = place.word(place.at - 1), place.word(place.at + _TWO)
    if edit.at == 0 and before and _OFFICES.search(before + text[place.start]):
        return True
    if edit.at == 0 and before and text[place.start] in CLOSES_NAME:
        return True
    letter = text[place.start + edit.at : place.start + edit.at + edit.length]
    if edit.at == 0 and letter in _GOVERNS:
        return True
    if (edit.at == 0 or behind) and is_word(before[-_TWO:] + letter if edit.at == 0 else letter + behind):
        return True
    return bool(_TWICE.search(text, max(0, place.start - _TWO), place.end + _TWO))


def _is_shorthand(text: str, place: Place) -> bool:
    """Three characters between marks: 「讲卫生、护环境、做美丽家园人」, 「强管理，优服务」."""
    start, end = place.inside
    if end - start != _THREE or not (_is_mark(text[start - 1 : start]) and _is_mark(text[end : end + 1])):
        return False
    return any(
        map(_is_mark, (text[start - _THREE - 1 : start - _THREE], text[end + _THREE + 1 : end + _THREE + 2]))
    )


def _is_mark(letter: str) -> bool:
    return letter in _MARKS and letter != ""


def _is_part_of_noun(place: Place) -> bool:
    first, second = map(place.word, (place.at, place.at + 1))
    if len(first) == 1 and second:
        return first in _OPENS_NOUN
    return (first if len(first) == 1 else second) in _CLOSES_NOUN


def in_term(text: str, known: Knowledge, start: int, end: int) -> bool:
    """Whether a word or a fixed phrase of the lists holds the place."""
    last = max(end, start + 1)
    for low in range(max(0, start - _LONGEST_TERM), last):
        if any(
            text.startswith(term, low, low + len(term)) and low + len(term) >= last
            for term in known.terms[text[low : low + _TWO]] or ()
        ):
            return True
        if any(last <= low + len(phrase) < low + _LONGEST_TERM for phrase in known.phrases.all_at(text, low)):
            return True
    return False


def in_name(known: Knowledge, place: Place, start: int) -> bool:
    """Whether the place is one of the two characters behind a surname, or the surname."""
    for number in range(place.at - _TWO, place.at + _TWO):
        surname, given = place.word(number), place.word(number + 1)
        if surname in known.surnames - PARTICLES and given and len(given) <= _TWO:
            if place.starts[number] <= start < place.starts[number] + _THREE:
                return True
    return False
