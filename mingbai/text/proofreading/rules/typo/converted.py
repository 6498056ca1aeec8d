"""Texts that a library converted throughout against recognition: 「施行」 for 「实施」, 「建立」 for 「建设」, 「根底」 for 「基础」.

Most of the words are everyday ones, right in any other text. Several signs that only such a conversion leaves, 「原那么」 for
「原则」, show that a text was converted; only then are the words hinted at.
"""

from collections.abc import Iterator, Sequence

from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import searching
from mingbai.text.proofreading.rules._knowledge import Entry, compiled, is_quoted, words_around
from mingbai.text.proofreading.rules._lexicon import Words
from mingbai.text.records import record

# So many different signs show that a text was converted.
_FEWEST = 3


@record
class _Converted:
    """What a word was put for, and what must or must not stand beside it."""

    meant: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    not_before: tuple[str, ...]
    not_after: tuple[str, ...]

    def fits(self, text: str, start: int, end: int) -> bool:
        return (
            (not self.before or text.endswith(self.before, 0, start))
            and (not self.after or text.startswith(self.after, end))
            and not (self.not_before and text.endswith(self.not_before, 0, start))
            and not (self.not_after and text.startswith(self.not_after, end))
        )


@record
class _Table:
    signs: Words
    words: Words
    rows: dict[str, tuple[_Converted, ...]]


def _listed(row: Entry, key: str) -> tuple[str, ...]:
    return tuple(row.get(key, "").split())


def _table(entries: Sequence[Entry]) -> _Table:
    signs = [sign for row in entries for sign in row.get("sign", "").split()]
    rows: dict[str, tuple[_Converted, ...]] = {}
    for row in entries:
        if "converted" in row:
            beside = [_listed(row, key) for key in ("before", "after", "not_before", "not_after")]
            word = row["converted"]
            rows[word] = (*rows.get(word, ()), _Converted(row["meant"], *beside))
    return _Table(Words.of(dict.fromkeys(signs)), Words.of(dict.fromkeys(rows)), rows)


def _find(rule: Rule, passage: Passage) -> Iterator[Finding]:
    known = compiled(passage, ("conversions",), _table)
    if len({sign for _, sign in known.signs.leftmost(passage.body)}) < _FEWEST:
        return
    for place, word in known.words.leftmost(passage.body):
        start, end = place + passage.start, place + passage.start + len(word)
        meant = next((one.meant for one in known.rows[word] if one.fits(passage.text, start, end)), None)
        if meant is None or passage.in_web_residue(start) or is_quoted(passage.text, start, end):
            continue
        if not any(low <= start and end <= high for low, high in words_around(passage, start, end)):
            continue
        said = f"全文像是文库统一换过词的，这里的「{word}」原来多半是「{meant}」。"
        yield rule.finding(passage, start, end, said, suggestion=meant)


RULES = (
    Rule(
        name="typo.converted_text",
        category="typo",
        severity="info",
        explain="文库为避开查重，把整篇的「实施」换成「施行」、「建设」换成「建立」、「基础」换成「根底」；有三种以上这样的写法，其余换词也指出来。",
        fires="遵循以下原那么，推动科学开展，打牢执政根底，决策和施行的事项要公开。",
        passes="条例自2019年5月15日起施行，建立健全制度，开展宣传活动。",
        find=_find,
    ),
    Rule(
        name="punctuation.item_in_tortoise_brackets",
        category="punctuation_misuse",
        severity="warning",
        explain="「〔一〕」的序号用圆括号，写「（一）」；六角括号用于发文字号的年份。",
        fires="遵循以下原则：〔一〕依法公开。",
        passes="遵循以下原则：（一）依法公开。清政办发〔2023〕5号。",
        find=searching(
            r"〔[一二三四五六七八九十]{1,3}〕",
            "「{}」的序号用圆括号。",
            suggestion="改为圆括号",
            near="〔一 〔二 〔三 〔四 〔五 〔六 〔七 〔八 〔九 〔十",
        ),
    ),
    Rule(
        name="typo.figure_for_one",
        category="typo",
        severity="info",
        explain="「是党务工作的1项重要内容」：泛指的「一项」「一种」不用阿拉伯数字，多半是改写软件换的。",
        fires="党务公开是基层党建的1项重要工作。",
        passes="办理行政处罚1项，新增重要工作1项，第1项重要议程。",
        find=searching(
            r"(?:的|作为|是|为)(?P<mark>1[项个种条])(?=(?:重要|基础|系统|长期|经常|基本|重大|民心|艰巨|全新|综合|复杂|政治|根本|有效|新的)(?:性|工作|内容|任务|工程|措施|举措|环节|制度|课题|手段|途径|形式|要求))",
            "泛指的「{}」用汉字「一」。",
            suggestion="一项",
            near="1项 1个 1种 1条",
        ),
    ),
)
