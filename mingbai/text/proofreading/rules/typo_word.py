"""Words broken by one wrong character: two characters left alone that sound or look like a common word."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import Entry, compiled, cut, is_quoted

# Characters that are words of their own: beside one of these, a lone character proves nothing.
_WORDS_ALONE = frozenset(
    "的了和与及在是有不也都就对为以将把被从向到由要上下中一二三四五六七八九十百千万亿个年月日来去这那他她我你们人大小多少很最更再又还只才"
    "并或而但且能会可应该让使叫给比等着过得地所其之此某每各时后前里内外间两几些么什吗呢吧啊因如若则即却便已未于自名仍看出进见定共约"
    "县市省区镇乡村局站校院组股队班级户位条件项次份期届起达逾近无非总原驻住接集建改全想当拨溢种证"
)
# Endings that a word may carry: 「满义度」 is 满意 and 度.
_ENDINGS = frozenset("度性率化者员类型式层版权")


@dataclass(frozen=True, slots=True)
class _Twins:
    """Common words by what is left when one character is replaced by its sound or by those it looks like."""

    sounds: dict[str, str]
    words: dict[tuple[str, str], str]
    known: frozenset[str]


def _twins(words: Sequence[Entry], groups: Sequence[Entry], shapes: Sequence[Entry]) -> _Twins:
    sounds = {character: group["sound"] for group in groups for character in group["characters"]}
    looks: dict[str, set[str]] = {}
    for row in shapes:
        for character in row["characters"]:
            looks.setdefault(character, set()).update(set(row["characters"]) - {character})
    found: dict[tuple[str, str], str] = {}
    for row in words:
        first, second = row["word"]
        found.setdefault((sounds.get(first, first), second), row["word"])
        found.setdefault((first, sounds.get(second, second)), row["word"])
        for wrong in looks.get(first, ()):
            found.setdefault((wrong, second), row["word"])
        for wrong in looks.get(second, ()):
            found.setdefault((first, wrong), row["word"])
    return _Twins(sounds, found, frozenset(row["word"] for row in words))


def _meant(twins: _Twins, first: str, second: str) -> str | None:
    if first + second in twins.known:
        return None
    sounds, words = twins.sounds, twins.words
    for key in (
        (sounds.get(first, first), second),
        (first, sounds.get(second, second)),
        (first, second),
    ):
        word = words.get(key)
        if word:
            return word
    return None


def _broken_words(rule: Rule, passage: Passage) -> Iterator[Finding]:
    twins = compiled(passage, ("words", "sounds", "shapes"), _twins)
    surnames = compiled(passage, ("surnames",), _surnames)
    place, before, lone = passage.start, "", ""
    words = cut(passage.body)
    words.append("\n")
    for i, word in enumerate(words[:-1]):
        # `lone` is a single character, and what stood before it was none.
        if len(word) == 1 and lone and word not in _WORDS_ALONE and "一" <= word <= "鿿":
            after = words[i + 1]
            alone = len(after) != 1 or after in _ENDINGS or not "一" <= after <= "鿿"
            meant = _meant(twins, lone, word) if alone and lone not in surnames else None
            if meant and not _is_excused(passage, place - 1):
                yield rule.finding(
                    passage, place - 1, place + 1, f"「{lone}{word}」疑为「{meant}」之误。", suggestion=meant
                )
        single = len(word) == 1 and "一" <= word <= "鿿"
        lone = word if single and len(before) != 1 and word not in _WORDS_ALONE else ""
        before = word if single else "。。"
        place += len(word)


def _is_excused(passage: Passage, start: int) -> bool:
    return passage.in_web_residue(start) or is_quoted(passage.text, start, start + 2)


def _surnames(rows: Sequence[Entry]) -> frozenset[str]:
    return frozenset(row["surname"] for row in rows)


RULES = (
    Rule(
        name="typo.broken_word",
        category="typo",
        severity="error",
        explain="词里有一个字写成了同音或形近的别字，整个词就散了，如「个人审请」「全面青理」。",
        fires="申请人提交个人审请，由民政办全面青理。",
        passes="申请人提交个人申请，由民政办全面清理。",
        find=_broken_words,
    ),
)
