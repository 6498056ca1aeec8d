"""What stands before a word and does not go with it: 「打下了浓厚的基础」, 「严厉加强查处」, 「认真高度重视」.

`modified.json` says for each adjective which nouns it goes with, of an inventory of nouns that such adjectives stand
before, and for each adverb which verbs it does not go with. So an adjective is doubted before every other noun of the
inventory, an adverb before its own verbs alone: adverbs go with nearly everything.
"""

from collections.abc import Iterator, Sequence

from ahocorasick_rs import AhoCorasick

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import Entry, compiled, given, is_quoted, listed
from mingbai.text.proofreading.rules._parsing import is_in_cut_clause
from mingbai.text.proofreading.rules._rows import Row, rows_of
from mingbai.text.proofreading.rules.web.residue import is_cut
from mingbai.text.records import record

# Only with 「的」 or behind one of these is the adjective the noun's; they have so many characters, 「了」 counted in.
_GETS = lazy.pattern(
    "(?:营造|打下|提供|形成|产生|取得|奠定|发挥|获得|积累|创造|造成|完成|承担|建立|树立|打造|构建|作出|做出|夯实|筑牢)了?$"
)
_LONGEST_GETS = 3
_NOUN_ENDS = frozenset("，,。；;、！\n")
# Behind these an adverb says something else, or is no adverb: 「更深入」, 「与严格」.
_NOT_AFTER = frozenset("更很较最的得十分是不和、与")
# The verb has something to govern; 「广泛落实工作，」 tells what sort of work it is.
_GOVERNS = lazy.pattern(r"(?!的?[工任][作务](?:[，,。；]|$))(?:了|对|(?=[一-鿿“《]))")


@record
class _Misfit:
    """`start` to `end` is what is reported; the match begins at `begin`. `instead` is empty for adjectives."""

    begin: int
    start: int
    end: int
    instead: str


class Modifiers:
    """The list, with an automaton of its adjectives and adverbs; what a row says of one is read where it stands."""

    def __init__(self, rows: Sequence[Entry]) -> None:
        self._nouns = frozenset(
            noun for row in rows if row["kind"] == "nouns" for noun in listed(row["words"])
        )
        self._lengths = sorted({len(noun) for noun in self._nouns}, reverse=True)
        self._rows = [row for row in rows if row["kind"] != "nouns"]
        self._automaton = AhoCorasick([row["words"] for row in self._rows])

    def find(self, passage: Passage) -> Iterator[_Misfit]:
        first = passage.start
        for number, start, end in self._automaton.find_matches_as_indexes(passage.body, overlapping=True):
            row = self._rows[number]
            if row["kind"] == "adjective":
                yield from self._before_noun(passage, row, first + start, first + end)
            else:
                yield from _before_verb(passage, row, first + start, first + end)

    def _before_noun(self, passage: Passage, row: Entry, start: int, end: int) -> Iterator[_Misfit]:
        text, begin = passage.text, start
        if text.startswith("的", end):
            end += 1
        else:
            gets = _GETS.search(text, max(passage.start, start - _LONGEST_GETS), start)
            if gets is None:
                return
            begin = gets.start()
        for closed in (end + length for length in self._lengths):
            noun = text[end:closed]
            if noun in self._nouns and closed < passage.end and text[closed] in _NOUN_ENDS:
                if noun not in listed(row["with"]):
                    yield _Misfit(begin, start, closed, "")


def _before_verb(passage: Passage, row: Entry, start: int, end: int) -> Iterator[_Misfit]:
    text = passage.text
    if start > 0 and text[start - 1] in _NOT_AFTER:
        return
    for verb in listed(row["with"]):
        closed = end + len(verb)
        if text.startswith(verb, end) and (governs := _GOVERNS.match(text, closed, passage.end)):
            if not is_cut(passage, start, governs.end()):
                yield _Misfit(start, start, closed, row["said"])
            return


def _misfits(passage: Passage) -> tuple[_Misfit, ...]:
    found = compiled(passage, ("modified",), Modifiers).find(passage)
    return tuple(
        one
        for one in found
        if not passage.in_web_residue(one.start) and not is_quoted(passage.text, one.start, one.end)
    )


def _adjectives(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for one in passage.once(_misfits):
        if not one.instead and not is_in_cut_clause(passage, one.begin, one.end):
            words = passage.text[one.start : one.end]
            yield rule.finding(passage, one.start, one.end, f"「{words}」不搭配，请核对形容词。")


def _adverbs(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for one in passage.once(_misfits):
        if one.instead:
            words = passage.text[one.start : one.end]
            yield rule.finding(passage, one.start, one.end, f"「{words}」不搭配，似应写{one.instead}。")


_TWO_WAYS: tuple[Row, ...] = (
    (
        "高度重视 高度关注",
        r"(?P<mark>(?:认真|深入|积极|严格|扎实|大力|广泛|全面|及时|稳步|不断|努力|严厉)地?高度地?(?:重视|关注))",
        "「{}」两个状语叠在一起，留一个",
        "info",
    ),
    (
        "高度",
        r"(?P<mark>(?:大力|认真|深入|积极|广泛|全面|努力)地高度)",
        "「{}」两个状语叠在一起，留一个",
        "info",
    ),
)


RULES = (
    Rule(
        name="typo.adjective_noun",
        category="typo",
        severity="info",
        explain="形容词不能修饰这个名词，如「浓厚的基础」（坚实）、「扎实的氛围」（浓厚）、「深厚的保障」（有力）。词表列出形容词能修饰的名词，不在其中的作提示。",
        fires="为发展打下了浓厚的基础，营造了扎实的氛围，提供了深厚的保障。",
        passes="为发展打下了坚实的基础，营造了浓厚的氛围，提供了有力的保障。",
        find=given(_misfits, _adjectives),
    ),
    Rule(
        name="typo.adverb_misfit",
        category="typo",
        severity="info",
        explain="副词不能修饰这个动词，如「严厉加强查处」「深入提高水平」「广泛落实责任」「稳步遵守制度」。词表列出副词不能修饰的动词。",
        fires="严厉加强对违法行为的查处，深入提高服务水平，广泛落实各项责任。",
        passes="严厉查处违法行为，切实提高服务水平，认真落实各项责任，高度重视。",
        find=given(_misfits, _adverbs),
        formerly="typo.adverb_verb",
    ),
    Rule(
        name="typo.two_adverbs",
        category="typo",
        severity="info",
        explain="两个状语叠在一起，留一个，如「认真高度重视」「大力地高度重视」。",
        fires="局党组认真高度重视信访工作。",
        passes="局党组高度重视信访工作，认真办理来信。",
        find=rows_of(_TWO_WAYS),
        formerly="typo.adverb_verb",
    ),
)
