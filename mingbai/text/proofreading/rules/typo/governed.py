"""Nouns that end a clause and the verbs that can govern them: 「达到长效机制」, 「丰富办事效率」, 「渠道……浓厚」.

The list says for each noun all verbs of an inventory that it goes with, and for those that grow and shrink the predicates.
Where none of the inventory's verbs in the clause goes with the noun and the nearest stands nearly directly before it,
that is a hint: the list may be too narrow. `typo.collocation` knows for fewer nouns the verbs that are surely wrong.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from ahocorasick_rs import AhoCorasick

from mingbai.text import dictionary, lazy
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._cutting import Cut, cut_of
from mingbai.text.proofreading.rules._governing import (
    ALSO_SAID,
    APART,
    DEED_BEHIND,
    LEADING,
    NAMING,
    NOT_OWNING,
    OF_DEEDS,
    OWNERS,
    QUALITIES,
    WHICH,
)
from mingbai.text.proofreading.rules._knowledge import Entry, compiled, is_quoted, listed
from mingbai.text.proofreading.rules._parsing import CLAUSE_STOPS
from mingbai.text.proofreading.rules.typo.collocation import BETWEEN, Misfit, misfits, told_of
from mingbai.text.records import record

# A clause is read so far back, and a modifier may be so long.
_REACH, _MODIFIER = 40, 20
_ENDS = frozenset("，,。；;！!\n、和与及")
_LISTED, _JOINING = frozenset("、和与及"), "和与及"
_STOPS = frozenset(CLAUSE_STOPS + "“”《》（）()【】")
# Behind these a verb is no deed of the clause.
_NO_DEED = frozenset("的之所不未没无被可得")
# Before these several things are named, of which the verb governs the first.
_SEVERAL = frozenset("、等")
# With these a verb may be a word of the dictionary.
_JOINED_TO = listed("进一步 不断 切实 努力 认真 全面 大力 着力 有效 持续 积极 逐步 充分 严格 深入")
# They have 「到」 behind them with whatever there is.
_WITH_PLACE = frozenset(listed("落实 延伸 贯穿 拓展 贯彻"))
# 「三是落实……」
_FIRSTLY = lazy.pattern("[一二三四五六七八九十]是$")
_NOT_ENOUGH = lazy.pattern("[还仍尚]?(?:不够|不太|不甚|不很)")
_QUOTED = lazy.pattern("“[^“”]*”")
# What stands behind a verb whose object stands before it.
_PLACE = lazy.pattern("到[位人户岗边底]|好|到(?=[一-鿿])")
# Predicates have so many characters, and verbs that end such a clause.
_WORD = 2
# Nothing is done with these 「到」 a place.
_NO_PLACE = frozenset(listed("制定 制订 出台 成立 召开 营造"))
# Kinds of words that may stand in a modifier; verbs are looked at one by one.
_KINDS = frozenset("nabmqrtsfzlijx")


@record
class _Noun:
    """The verbs that govern a noun and the predicates it takes; none where nothing is known of these."""

    verbs: frozenset[str]
    predicates: frozenset[str]

    def suits(self, predicate: str) -> bool:
        return predicate in self.predicates or predicate in self.verbs


class _Nouns(dict[str, _Noun]):
    """The nouns of the list; what their rows say is read when one is first asked for.

    Nouns of one kind share a row, and rows share verbs by a name, 「@建」. `never`: the one of these that some do not go with.
    """

    def __init__(self, rows: Sequence[Entry]) -> None:
        self._shared = {row["nouns"]: row["verbs"] for row in rows if row["nouns"].startswith("@")}
        self.rows: dict[str, list[Entry]] = {}
        for row in rows:
            if row["nouns"] not in self._shared:
                for noun in row["nouns"].split():
                    self.rows.setdefault(noun, []).append(row)

    def __missing__(self, noun: str) -> _Noun:
        rows = self.rows[noun]
        verbs, predicates, never = (
            {*listed(" ".join(row.get(part, "") for row in rows))}
            for part in ("verbs", "predicates", "never")
        )
        for name in self._shared.keys() & verbs:
            verbs |= {*listed(self._shared[name])}
        found = self[noun] = _Noun(frozenset(verbs - never), frozenset(predicates))
        return found


class Governed:
    """The list, with an automaton of its nouns and of the inventory of verbs."""

    def __init__(self, rows: Sequence[Entry]) -> None:
        self._nouns = _Nouns(rows)
        first = [row for row in rows if not row["nouns"]]
        inventory, predicates, naming = (
            listed(" ".join(row[part] for row in first)) for part in ("verbs", "predicates", "also_nouns")
        )
        self._naming = frozenset(naming)
        self._words = [*self._nouns.rows, *dict.fromkeys(inventory)]
        self._verbs_from = len(self._nouns.rows)
        self._automaton = AhoCorasick(self._words)
        self._predicates = frozenset(predicates)
        self._disposing = frozenset(inventory) - _WITH_PLACE
        # What may stand behind a noun that is looked at.
        self._first = {word[0] for word in predicates} | set("得有不日更进也都明逐显大较十普还")

    def find(self, passage: Passage) -> Iterator[Misfit]:
        first = passage.start
        verbs: list[tuple[int, int, str]] = []
        nouns: dict[int, tuple[int, str]] = {}
        for number, start, end in self._automaton.find_matches_as_indexes(passage.body, overlapping=True):
            word, start, end = self._words[number], first + start, first + end
            if number >= self._verbs_from:
                verbs.append((start, end, word))
            elif end not in nouns or start < nouns[end][0]:
                nouns[end] = start, word
        verbs.sort()
        for end, (start, _) in nouns.items():
            if found := self._misfit(passage, verbs, nouns, start, end):
                if not passage.in_web_residue(start) and not is_quoted(passage.text, found.start, found.end):
                    yield found

    def _misfit(
        self,
        passage: Passage,
        verbs: list[tuple[int, int, str]],
        nouns: dict[int, tuple[int, str]],
        start: int,
        end: int,
    ) -> Misfit | None:
        text, noun = passage.text, nouns[end][1]
        known = self._nouns[noun]
        behind = text[end : end + 1]
        predicate = None
        if behind not in _ENDS:
            predicate = self._unsuited(passage, known, end) if behind in self._first else None
            if predicate is None:
                return self._disposed(passage, noun, start, end)
        low = max(passage.start, start - _REACH)
        at = start
        quoted = start
        while at > low and (text[at - 1] not in _STOPS or text[at - 1] == "”"):
            if text[at - 1] == "”":
                # 「实行“谁主管、谁负责”的原则」
                opens = text.rfind("“", low, at)
                if opens < 0 or quoted < start:
                    break
                at, quoted = opens, opens
            else:
                at -= 1
        before = verbs[bisect_left(verbs, (at, 0, "")) : bisect_left(verbs, (start, 0, ""))]
        before = [verb for verb in before if verb[1] <= quoted or (quoted == start and verb[1] <= start)]
        before = self._without_inner(before, start)
        if any(word in known.verbs for _, _, word in before):
            return None
        if predicate:
            return self._said_of(passage, noun, start, end, predicate)
        if not before or (behind in _LISTED and not self._suits_none(text, before, nouns, end)):
            return None
        return self._governed(passage, before, noun, start, end)

    def _without_inner(self, verbs: list[tuple[int, int, str]], start: int) -> list[tuple[int, int, str]]:
        """「健全实施方案」: a verb right beside the noun may be part of it, but not 「推动完善制度」."""
        if len(verbs) > 1 and verbs[-1][1] == start and verbs[-1][2] in self._naming:
            low, (_, high, word) = verbs[-1][0], verbs[-2]
            return verbs if high == low and word in LEADING else verbs[:-1]
        return verbs

    def _suits_none(
        self, text: str, verbs: list[tuple[int, int, str]], nouns: dict[int, tuple[int, str]], end: int
    ) -> bool:
        """Whether the last of several nouns is known and goes with none of the verbs: 「完善质量、安全管理办法」 is right."""
        stop = end + 1
        while stop < min(len(text), end + _REACH) and text[stop] not in _STOPS:
            stop += 1
        if stop not in nouns:
            return False
        last = self._nouns[nouns[stop][1]]
        return not any(word in last.verbs for _, _, word in verbs)

    def _unsuited(self, passage: Passage, known: _Noun, end: int) -> tuple[int, int] | None:
        """Where the predicate behind a noun stands, if it ends the clause and is none of the noun's."""
        text, last = passage.text, passage.end
        between = _NOT_ENOUGH.match(text, end, last) or BETWEEN.match(text, end, last)
        if not known.predicates and not (between and "得到" in between[0]):
            return None
        at = between.end() if between else end
        predicate = text[at : at + _WORD]
        if at + _WORD > last or predicate not in self._predicates or known.suits(predicate):
            return None
        after = at + _WORD + (text[at + _WORD : at + _WORD + 1] == "了")
        return (at, at + _WORD) if text[after : after + 1] in _ENDS else None

    def _said_of(
        self, passage: Passage, noun: str, start: int, end: int, predicate: tuple[int, int]
    ) -> Misfit | None:
        cut = cut_of(passage)
        if not (_ends_word(cut, start, end) and cut.begins(predicate[1])):
            return None
        said = passage.text[slice(*predicate)]
        return Misfit(start, predicate[1], said, noun, "", "info", as_subject=True)

    def _disposed(self, passage: Passage, noun: str, start: int, end: int) -> Misfit | None:
        """「将任务制定到人」: the verb behind a noun that 「把」 or 「将」 puts before it."""
        text, low = passage.text, max(passage.start, start - _MODIFIER)
        verb = text[end : end + _WORD]
        if verb not in self._disposing:
            return None
        at = max(text.rfind("把", low, start), text.rfind("将", low, start))
        place = _PLACE.match(text, end + _WORD)
        if at < low or place is None or (verb in self._nouns[noun].verbs and verb not in _NO_PLACE):
            return None
        cut = cut_of(passage)
        if not (cut.begins(at) and _ends_word(cut, start, end) and cut.begins(end + _WORD)):
            return None
        if not self._is_modifier(verb, text[at + 1 : start]):
            return None
        return Misfit(start, place.end(), verb, noun, "", "info")

    def _governed(
        self, passage: Passage, before: list[tuple[int, int, str]], noun: str, start: int, end: int
    ) -> Misfit | None:
        text, cut = passage.text, cut_of(passage)
        if not _ends_word(cut, start, end):
            return None
        standing = [verb for verb in before if _stands(text, cut, verb)]
        if not standing:
            return None
        low, high, verb = standing[-1]
        if text[low - 1 : low] in _NO_DEED:
            return None
        done = text[high : high + 1] == "了"
        high += done
        done_here = _is_deed(passage, cut, low, beside=False) and text[end] != "\n"
        of_what = (noun in QUALITIES, noun not in OF_DEEDS) if done_here else (False, False)
        gap = _QUOTED.sub("良好", text[high:start])
        if len(gap) > _MODIFIER or not self._is_modifier(verb, gap, *of_what):
            return None
        if noun in ALSO_SAID and text[start - 1] != "的" and start > high:
            return None
        if (
            (verb in self._naming or text[end] == "\n")
            and not done
            and not _is_deed(passage, cut, low, start == high or text[end] == "\n")
        ):
            return None
        return Misfit(low, end, verb, noun, "", "info")

    def _is_modifier(self, verb: str, gap: str, quality: bool = False, deed: bool = False) -> bool:
        """Whether what stands between is nothing or says which: no other verb, no 「的」 behind a noun of the verb's own.

        `deed`: the verb is what the clause does; `quality`: what stands behind is a quality, so 「健全队伍的素质」 is of the verb.
        """
        first, joined, rest = _last_part(gap)
        if joined:
            # 「完善制度和力度」: of several the verb goes with another.
            if not any(
                verb in self._nouns[first[at:]].verbs
                for at in range(len(first))
                if first[at:] in self._nouns.rows
            ):
                return False
            gap = rest
        if not gap:
            return True
        words, kinds = [*dictionary.cut(gap)], [*dictionary.kinds(gap)]
        if words[-1] == "的":
            if len(words) == 1 or not self._says_which(verb, words[-2], kinds[-2], quality, deed):
                return False
            if words[-2] in WHICH:
                return _SEVERAL.isdisjoint(words)
            words, kinds = words[:-2], kinds[:-2]
        return all(
            (
                word == "的"
                and at > 0
                and (
                    (kinds[at - 1][0] in "abz" and words[at - 1] not in NAMING)
                    or (at == 1 and words[0] in OWNERS)
                )
            )
            or (
                word not in APART
                and word != "的"
                and (kind[0] in _KINDS or kind == "vn" or word in NAMING or word in self._naming)
            )
            for at, (word, kind) in enumerate(zip(words, kinds, strict=True))
        )

    def _says_which(self, verb: str, word: str, kind: str, quality: bool, deed: bool) -> bool:
        if not quality and word in self._nouns.rows and verb in self._nouns[word].verbs:
            return False
        return (
            kind[0] in "abzr"
            or word in WHICH
            or word in OWNERS
            or (deed and (kind[0] == "n" or kind == "vn") and word not in NOT_OWNING)
        )


def _last_part(gap: str) -> tuple[str, str, str]:
    """A modifier up to the last sign or word that joins nouns, that sign, and what follows."""
    at = max(map(gap.rfind, _JOINING))
    return (gap[:at].removesuffix("以"), gap[at], gap[at + 1 :]) if at >= 0 else ("", "", gap)


def _ends_word(cut: Cut, start: int, end: int) -> bool:
    """Whether a noun is a word or closes a longer one, 「干部素质」."""
    return cut.begins(end) and (cut.begins(start) or (cut.begins(start - 2) and not cut.begins(start - 1)))


def _stands(text: str, cut: Cut, verb: tuple[int, int, str]) -> bool:
    """Whether it is a word; 「不断丰富」 may be one of the dictionary."""
    low, high, _ = verb
    if cut.begins(low):
        # 「深化改革」 and 「发动群众」 are words of the dictionary.
        return cut.begins(high) or (cut.begins(high + 2) and not cut.begins(high + 1))
    return cut.begins(high) and text.endswith(_JOINED_TO, max(0, low - 3), low)


def _is_deed(passage: Passage, cut: Cut, low: int, beside: bool) -> bool:
    """Whether a verb that may be part of a noun, 「落实力度」, is what is done: an adverb stands before it, or it begins its
    clause and does not stand right beside the noun."""
    if passage.text.endswith(_JOINED_TO, max(passage.start, low - 3), low) or _FIRSTLY.search(
        passage.text, max(passage.start, low - 3), low
    ):
        return True
    spans = [span for span in cut.around(low, low + 1) if span[1] <= low]
    before = passage.text[slice(*spans[-1])] if spans else ""
    if before and passage.text[low - 1] not in _STOPS:
        return dictionary.kinds(before)[-1][0] == "d" or before in DEED_BEHIND
    return not beside


def governed(passage: Passage) -> tuple[Misfit, ...]:
    """What `misfits` does not report already."""
    found = tuple(compiled(passage, ("governed",), Governed).find(passage))
    if not found:
        return ()
    told = [(one.start, one.end) for one in passage.once(misfits)]
    return tuple(one for one in found if not any(start < one.end and one.start < end for start, end in told))


def _as_object(found: Misfit) -> str:
    return f"「{found.verb}」一般不与「{found.noun}」搭配，请核对用词。"


def _as_subject(found: Misfit) -> str:
    return f"「{found.noun}」一般不说「{found.verb}」，请核对用词。"


RULES = (
    Rule(
        name="typo.governed_object",
        category="typo",
        severity="info",
        explain="名词不能作这个动词的宾语，如「达到长效机制」「丰富办事效率」。词表列出名词可以搭配的动词，不在其中的作提示。",
        fires="努力达到长效机制，不断丰富办事效率。",
        passes="努力建立长效机制，不断提高办事效率，落实力度不够，检验改革成效。",
        find=told_of(governed, _as_object, as_subject=False),
    ),
    Rule(
        name="typo.governed_subject",
        category="typo",
        severity="info",
        explain="谓语与主语不搭配，如「渠道日益浓厚」「效率不断畅通」。词表列出名词可以带的谓语，不在其中的作提示。",
        fires="公开渠道日益浓厚，办事效率不断畅通。",
        passes="公开渠道日益畅通，办事效率不断提高，学习氛围日益浓厚。",
        find=told_of(governed, _as_subject, as_subject=True),
    ),
)
