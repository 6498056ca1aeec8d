"""Fixed phrases of official writing with one character wrong, missing or out of place.

Two automata over the list of phrases: one reads the text as sounds and so meets every homophone, the other holds
what is left of a phrase when a character is lost or two change places.
"""

from collections.abc import Iterator, Sequence

from mingbai.text import lazy
from mingbai.text.model import Finding, Severity
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import (
    Entry,
    cuts_through_word,
    given,
    is_quoted,
    is_word,
    words_around,
)
from mingbai.text.proofreading.rules._laid_aside import unless_written
from mingbai.text.proofreading.rules._lexicon import table
from mingbai.text.proofreading.rules._sounding import misheard
from mingbai.text.runs import stands_in_official_writing

# What is left of a shorter phrase is often a word of its own.
_LONG = 6
# Longer ones are made of shorter ones, which are in the list themselves.
_LONGEST = 12
# In a phrase of so many characters one word taken for another shows; two characters are a word.
_SEVERAL, _WORD = 4, 2
# Words whose first character means nothing alone, so that its loss shows in short phrases too.
_STRANDED = ("建设", "措施", "服务", "渠道", "程序", "范围")
# Verbs whose first character says the same: 「设监督电话」 and 「建工作台账」 lack nothing, 「建健全」 does.
_SHORTENED, _SECOND_VERBS = ("设立", "设置", "建立"), ("健全", "完善")
_DAMAGE = frozenset("開務條辦區?？\ufffd□\r\n \u3000\xa0")
_COMMON = frozenset(
    "的了和与及在对为是有要以将把被从向到由等其各该本此不也都就所并或而则且会能可应需请让使给按抓做搞村镇乡县市区局校"
)


_VERBS = frozenset("抓做搞按使让给请")


def _broken(rows: Sequence[Entry]) -> dict[str, str | None]:
    """What each form is left of; None for a phrase that is whole."""
    meant: dict[str, str | None] = dict.fromkeys(row["phrase"] for row in rows)
    # Two words that often meet are no fixed phrase: a character lost there shows in the words themselves.
    for phrase in (row["phrase"] for row in rows if row.get("kind") != "collocation"):
        for deviation in _deviations(phrase):
            meant.setdefault(deviation, phrase)
    return meant


_BROKEN = table(("phrases",), _broken)


def _deviations(phrase: str) -> Iterator[str]:
    """The phrase without an inner character or its last one, or with two neighbours exchanged."""
    if _LONG <= len(phrase) <= _LONGEST:
        shortened = phrase.startswith(_SHORTENED) and not phrase[2:].startswith(_SECOND_VERBS)
        for place in range(2 if shortened else 1, len(phrase)):
            yield phrase[:place] + phrase[place + 1 :]
    elif phrase.endswith(_STRANDED):
        yield phrase[:-1]
    if len(phrase) <= _LONG:
        for place in range(len(phrase) - 1):
            if phrase[place] != phrase[place + 1] and "、" not in phrase[place : place + 2]:
                yield phrase[:place] + phrase[place + 1] + phrase[place] + phrase[place + 2 :]


def _find_broken(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for start, end, meant in _BROKEN.matches(passage, between_words=True):
        if passage.in_web_residue(start):
            continue
        # A line broken in two, a blank, a traditional or a replacement character is damage, which has rules of its own.
        if passage.text[end : end + 1] in _DAMAGE or passage.text[start - 1 : start] == "《":
            continue
        if not _is_slip(passage, start, end, meant):
            continue
        written = passage.text[start:end]
        what = "两个字颠倒了" if len(written) == len(meant) else "漏了字"
        yield rule.finding(passage, start, end, f"「{written}」疑为「{meant}」，{what}。", suggestion=meant)


def _is_slip(passage: Passage, start: int, end: int, meant: str) -> bool:
    """Whether the words stand broken: one word inside has fallen apart."""
    text = passage.text
    spans = words_around(passage, start, end)
    written = text[start:end]
    alone = {
        low - start
        for low, high in spans
        if high - low == 1 and start <= low < end and text[low] not in _COMMON
    }
    place = next(
        (i for i, (one, two) in enumerate(zip(written, meant, strict=False)) if one != two), len(written)
    )
    if len(written) == len(meant):
        return {place, place + 1} <= alone
    if place <= 1 and _is_lone(text, spans, start - 1):
        # 「抓|实|政务公开」: what stands before may make a word that the dictionary does not have
        return False
    before, after = meant[place - 1 : place + 1], meant[place : place + 2]
    return (place - 1 in alone and is_word(before)) or (place in alone and len(after) == 2 and is_word(after))


def _is_lone(text: str, spans: Sequence[tuple[int, int]], at: int) -> bool:
    """Whether a single Chinese character that is no particle stands here."""
    return (at, at + 1) in spans and (text[at] not in _COMMON or text[at] in _VERBS)


# 「在微信群、一键帮等群中组织学习」: a group of the net, no misspelt people.
_IN_A_GROUP = lazy.pattern("(?:等|微信|QQ|钉钉|[员长户民众主工友])$")


# 「请群众评一评」: the verb is said twice.
_AND_AGAIN = lazy.pattern(r"([一-鿿])[一了]\1")


# As good as what sounds like them: 「收到群众来信」, 「设立公示牌」, 「实地察看」.
_SAID_SO = lazy.pattern(
    "收到群众(?:来|点|感|反映|反馈|意见|建议|投诉|举报|咨询|诉求|留言|求助|信|电)|设立公示[牌栏墙]|实地察看|现场勘察|检测设备|整治工作(?!者)|服务公示|[局镇]务公开|商定方案"
)
# 「如有异议，请向镇政府反映」
_TOWARDS = lazy.pattern("[请可须应并将要需先也已且]向[镇村]")


def _find_homophone(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for start, end, meant, idiom in passage.once(misheard):
        severity = None if idiom else _how_misspelt(passage, start, end, meant)
        if (
            severity
            and passage.text.startswith("群中", start)
            and _IN_A_GROUP.search(passage.text, max(0, start - 2), start)
        ):
            continue
        if severity and _SAID_SO.match(passage.text, start):
            continue
        if severity and _TOWARDS.match(passage.text, max(passage.start, start - 1)):
            continue
        if severity and _AND_AGAIN.match(passage.text, end - 2):
            continue
        if severity:
            said = f"「{passage.text[start:end]}」疑为「{meant}」之误。"
            found = rule.finding(passage, start, end, said, suggestion=meant, severity=severity)
            yield from unless_written(passage, found)


def _find_idiom(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for start, end, meant, idiom in passage.once(misheard):
        if idiom and (severity := _how_misspelt_idiom(passage, start, end, meant)):
            said = f"「{passage.text[start:end]}」疑为「{meant}」之误。"
            yield rule.finding(passage, start, end, said, suggestion=meant, severity=severity)


def _how_misspelt_idiom(passage: Passage, start: int, end: int, meant: str) -> Severity | None:
    """An error where it fell apart at the wrong character, and no word of the dictionary reaches into it from outside."""
    text = passage.text
    wrong = {start + place for place, character in enumerate(meant) if text[start + place] != character}
    # Where two characters differ, other words happen to sound alike.
    if len(wrong) > 1 or is_quoted(text, start, end) or is_word(text[start:end]):
        return None
    if cuts_through_word(passage, start, end):
        return None
    spans = words_around(passage, start, end)
    if not wrong.isdisjoint(low for low, high in spans if high - low == 1):
        return "error"
    # 「日晒雨林」: the wrong character makes a word with its neighbour, but official writing never has the four together.
    return "info" if wrong and not stands_in_official_writing(text[start:end]) else None


def _how_misspelt(passage: Passage, start: int, end: int, meant: str) -> Severity | None:
    """An error where every differing character stands alone; one word for another in a fixed phrase is only doubtful."""
    text = passage.text
    wrong = {start + i for i, character in enumerate(meant) if text[start + i] != character}
    if cuts_through_word(passage, start, end):
        return None
    if len(wrong) > 1 and len({text[at] for at in wrong}) == 1:
        return None  # 「应采尽采」 is made like 「应拆尽拆」
    spans = words_around(passage, start, end)
    if end - start < _SEVERAL:
        return "info" if _is_misspelt_term(text, (start, end), wrong, spans) else None
    alone = {low for low, high in spans if high - low == 1 and text[low] not in _COMMON}
    if wrong <= alone:
        return "info" if stands_in_official_writing(text[start:end]) else "error"
    if len(wrong) > 1:
        return None
    whole = max(high - low for low, high in spans if start <= low < end) >= _WORD
    # 「弄虚做假」: nothing of the phrase is left but single characters.
    return "info" if whole else "error"


def _is_misspelt_term(
    text: str, span: tuple[int, int], wrong: set[int], spans: Sequence[tuple[int, int]]
) -> bool:
    """Three characters sound like a term by chance too often: one is wrong, alone, and makes no word with one outside."""
    start, end = span
    if len(wrong) > 1 or stands_in_official_writing(text[start:end]) or is_quoted(text, start, end):
        return False
    at = next(iter(wrong))
    if (at, at + 1) not in spans:
        return False
    # 「新农和」: a particle shows where what is left is no word.
    if text[at] in _COMMON and (at == start + 1 or is_word(text[start:at] + text[at + 1 : end])):
        return False
    outside = [low for low in (start - 1, end) if abs(low - at) == 1]
    return not any(_is_lone(text, spans, low) for low in outside)


RULES = (
    Rule(
        name="typo.phrase_homophone",
        category="typo",
        severity="error",
        explain="固定说法里有一个字写成了同音、近音的别字，如「落到实触」「建力健全」。",
        fires="为确保政务公开工作落到实触，我镇建力健全各项制度。",
        passes="为确保政务公开工作落到实处，我镇建立健全各项制度。",
        find=given(misheard, _find_homophone),
    ),
    Rule(
        name="typo.idiom",
        category="typo",
        severity="error",
        explain="成语、四字熟语里写了同音的别字，如「按步就班」「弄虚做假」「迎忍而解」。",
        fires="工作要按步就班，不得弄虚做假，问题才能迎忍而解。",
        passes="工作要按部就班，不得弄虚作假，问题才能迎刃而解。",
        find=given(misheard, _find_idiom),
    ),
    Rule(
        name="typo.phrase_broken",
        category="typo",
        severity="info",
        explain="固定说法里漏了一个字，或者两个字颠倒了，如「机关效能建」「贯落彻实」。",
        fires="根据机关效能建有关要求，推进作风建，健全度制。",
        passes="根据机关效能建设有关要求，推进作风建设，健全制度。",
        find=_find_broken,
    ),
)
