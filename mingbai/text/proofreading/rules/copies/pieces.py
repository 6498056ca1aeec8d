"""A sentence put together from clauses that stand elsewhere in the same text: pasted once more, and forgotten."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding, Related
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import hint_of

_SENTENCE = lazy.pattern(r"[^。；;！!\n]{20,300}[。；;！!]?")
_CLAUSE = lazy.pattern(r"[^，,：:。；;！!\n]+")
_LETTERS = lazy.pattern("[^一-鿿0-9]+")
_NUMBER = lazy.pattern(r"^[\s（(]*[一二三四五六七八九十\d]{1,3}[）)、.．]+\s*|^[一二三四五六七八九十]是")
# A clause so long is nobody's set phrase; so many of them, and so much of the sentence.
_LONG, _SHORT, _FEWEST, _SHARE = 10, 6, 2, 0.6
# A copy may have one figure mended.
_FIGURES = lazy.pattern(r"\d+")
_LONGEST_TEXT = 400_000
# Lists and tables say the same of each row.
_MOST = 3


def _plain(words: str) -> str:
    return _FIGURES.sub("0", _LETTERS.sub("", words))


def _made_of_pieces(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「对受理、拟批准、批准三个环节分三次公示，每月5日前公布上月空气质量」: both clauses were said before, apart."""
    if passage.end - passage.start > _LONGEST_TEXT:
        return
    said: dict[str, re.Match[str]] = {}
    found: list[tuple[re.Match[str], re.Match[str]]] = []
    for sentence in _SENTENCE.finditer(passage.text, passage.start, passage.end):
        clauses = {
            letters: match
            for match in _CLAUSE.finditer(passage.text, *sentence.span())
            if len(letters := _plain(_NUMBER.sub("", match[0]))) >= _SHORT
        }
        again = [letters for letters in clauses if letters in said]
        if sum(len(letters) >= _LONG for letters in again) >= _FEWEST and not passage.in_web_residue(
            sentence.start()
        ):
            whole = len(_plain(sentence[0]))
            if sum(map(len, again)) >= _SHARE * whole:
                found.append((sentence, said[again[0]]))
        said |= {letters: match for letters, match in clauses.items() if letters not in said}
    for sentence, earlier in found if len(found) <= _MOST else ():
        start = sentence.start() + len(sentence[0]) - len(sentence[0].lstrip())
        twin = Related(earlier.start(), earlier.end(), passage.source.file)
        yield rule.finding(
            passage,
            start,
            sentence.end(),
            "这句话里的各个分句前面都原样说过，疑为重复粘贴。",
            suggestion="删去一处",
            related=(twin,),
        )


_hint = hint_of("copy", "near_duplicate_passage")

RULES = (
    _hint(
        "made_of_pieces",
        "一句话的各个分句前面都原样出现过，多为改稿时又贴了一遍。",
        "一是对受理、拟批准、批准三个环节分三次公示，共公示项目42个。二是每月5日前公布上月县城空气质量状况，群众反映良好。"
        "对受理、拟批准、批准三个环节分三次公示，每月5日前公布上月县城空气质量状况。",
        "一是对受理、拟批准、批准三个环节分三次公示，共公示项目42个。二是每月5日前公布上月县城空气质量状况，群众反映良好。"
        "今后继续分三次公示，按月公布空气质量。",
        _made_of_pieces,
    ),
)
