"""What a query means: which words carry it, what else they are called, which unit, year or document number it names."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from mingbai.core import clock
from mingbai.core.search import tokens
from mingbai.portal.query import numbers, when
from mingbai.portal.query.dictionary import Dictionary, Intent, alike, folded, sound

LONGEST_QUERY = 100
MOST_WORDS = 8
NEAREST = 2
# a word with a slip in it: so many characters, cut into so many words
LONGEST_SLIP, MOST_PIECES = 10, 4
A_LONG_WORD = 5
LONGEST_SHORT, MOST_SHORT = 4, 3
_BREAK = re.compile(r"[^\w]+")
# 一方, 三吨, 两个月: as likely to stand anywhere as where it matters
_AMOUNT = re.compile(
    "(?:[一二两三四五六七八九十百千半几多每]+|[0-9]+)(?:方|吨|度|斤|头|只|户|次|天|亩|平|平方|平米|块|毛|元|套|辆|栋|层|间|公里|趟|遍|个|个月|口人|份|碗|顿|张|条|件|处|家|位|本|瓶|车|批|棵|座|台|部|扇|间房)"
)
_LETTERS = re.compile(r"[a-z]{2,12}")


@dataclass(frozen=True)
class Word:
    """A content word with everything it may be found by: itself and what means the same, then what is only `related`, the
    nearest first. `weak` words help ranking and are dropped first. `is_time`: 去年, 上个月; `year`: what was published in
    it counts as well."""

    text: str
    alternatives: tuple[str, ...]
    weak: bool = False
    units: tuple[int, ...] = ()
    is_time: bool = False
    year: int | None = None
    related: tuple[str, ...] = ()

    @property
    def near(self) -> "Word":
        """Without what is but distantly related."""
        kept = self.related[:NEAREST]
        return replace(self, alternatives=(*self.same, *kept), related=kept)

    @property
    def same(self) -> tuple[str, ...]:
        return self.alternatives[: len(self.alternatives) - len(self.related)]


@dataclass(frozen=True)
class Meaning:
    """`text`: the query as searched; `words` in order; `chunks`: the pieces as typed; `corrected`: (typed, taken).
    `number`: the whole query is a document number; `words` are for when there is no such document."""

    text: str
    words: tuple[Word, ...] = ()
    chunks: tuple[str, ...] = ()
    units: tuple[int, ...] = ()
    number: numbers.DocumentNumber | None = None
    letters: str = ""
    corrected: tuple[tuple[str, str], ...] = ()
    intent: Intent | None = None

    @property
    def strong(self) -> tuple[Word, ...]:
        """The words that must be found; weak ones and lone characters only help ranking when there are others."""
        return tuple(word for word in self.words if not word.weak) or self.words


def clean(typed: str) -> str:
    """At most `LONGEST_QUERY` characters of what was typed, in one form. Brackets of document numbers become breaks."""
    text = tokens.normalise(re.sub(r"\s+", " ", typed[: LONGEST_QUERY * 20]).strip())
    return text[:LONGEST_QUERY].strip()


def understand(typed: str, dictionary: Dictionary) -> Meaning:
    typed = re.sub(r"\s+", " ", typed[: LONGEST_QUERY * 20]).strip()[:LONGEST_QUERY]
    # the blank between words counts here, though not within a text
    chunks = tuple(filter(None, (tokens.normalise(chunk) for chunk in typed.split(" "))))
    text = " ".join(chunks)
    if _LETTERS.fullmatch(text):
        names = dictionary.by_initials.get(text, ())
        others = [other for name in names for other in dictionary.synonyms.get(name, ())]
        alternatives = tuple(dict.fromkeys((text, *names, *others)))
        return Meaning(text, (Word(text, alternatives),), chunks, letters=text)
    pieces = [
        piece
        for chunk in chunks
        for part in _BREAK.split(chunk)
        if part
        for piece in _pieces(part, dictionary)
    ]
    words = _words(pieces, dictionary)
    units = tuple(dict.fromkeys(unit for word in words for unit in word.units))
    number = numbers.read("".join(chunks))
    meaning = Meaning(text, words, chunks, units, number, intent=_intent("".join(chunks), words, dictionary))
    if meaning.intent and meaning.intent.name == "contact" and units:
        # who asks for a phone number wants the unit's own page of addresses
        added = Word("联系方式", ("联系方式", "办公地址", "办公时间", "联系电话"))
        return replace(meaning, words=(*(word for word in words if word.units), added))
    return meaning


def _intent(text: str, words: tuple[Word, ...], dictionary: Dictionary) -> Intent | None:
    """The intent whose way of asking stands longest in the text. A place asked for with nothing but a unit is an
    address; asked for with a matter, the guide to it."""
    found = [
        (len(say), intent)
        for intent in dictionary.intents
        for say in intent.say
        if len(say) > 1 and say in text
    ]
    if any(say in text for say in dictionary.where):
        bare = all(word.units or word.weak or word.text in dictionary.where for word in words)
        found += [
            (2, intent) for intent in dictionary.intents if intent.name == ("contact" if bare else "how")
        ]
    return max(found, key=lambda pair: pair[0])[1] if found else None


def _pieces(text: str, dictionary: Dictionary) -> list[str]:
    """Known words by longest match, the rest by segmentation; stop words fall away."""
    found: list[str] = []
    rest = ""
    position = 0
    while position < len(text):
        match = _known_at(text, position, dictionary)
        if match:
            found += _segment(rest, dictionary)
            rest = ""
            found += [match, *_within(match, dictionary)]
            position += len(match)
        else:
            rest += text[position]
            position += 1
    return found + _segment(rest, dictionary)


def _within(match: str, dictionary: Dictionary) -> list[str]:
    """Known words that a saying with gaps has run over: 河长 in 河的河长是谁."""
    if not dictionary.has_gaps(match):
        return []
    found: list[str] = []
    position = 0
    while position < len(match):
        word = _whole_at(match, position, dictionary)
        position += len(word) or 1
        if word in dictionary.synonyms or word in dictionary.units:
            found.append(word)
    return found


def _whole_at(text: str, position: int, dictionary: Dictionary) -> str:
    for length in range(min(dictionary.longest, len(text) - position), 1, -1):
        piece = text[position : position + length]
        if piece in dictionary.whole or piece in dictionary.stop:
            return piece
    return ""


def _known_at(text: str, position: int, dictionary: Dictionary) -> str:
    """The longest known word here, a time as people say it among them; a saying with gaps where it reaches farther, but
    never over a unit's name."""
    time = when.SAID.match(text, position)
    known = max(time[0] if time else "", _whole_at(text, position, dictionary), key=len)
    said = "" if known in dictionary.units else dictionary.saying_at(text, position)
    return said if len(said) > len(known) else known


def _cut(text: str, guess: bool = True) -> list[str]:
    import rjieba  # its dictionary takes long to load, and most processes never ask

    return list(rjieba.cut(text, guess))


def _segment(text: str, dictionary: Dictionary) -> list[str]:
    """Segments of at least two characters; lone characters join their neighbour, so that names stay whole."""
    if not text:
        return []
    found: list[str] = []
    lone = ""
    for piece in _cut(text):
        piece = piece.strip()
        if piece in dictionary.stop:
            found += [lone] if lone else []
            lone = ""
        elif len(piece) == 1 and not piece.isdigit():
            lone += piece
        else:
            found += [lone] if lone else []
            lone = ""
            found.append(piece)
    return [*found, lone] if lone else found


def _words(pieces: list[str], dictionary: Dictionary) -> tuple[Word, ...]:
    words: dict[str, Word] = {}
    content = [piece for piece in pieces if piece and piece not in dictionary.stop]
    for piece in content or pieces:
        if written := when.written(piece, clock.today()):
            year = when.year_of(piece, clock.today())
            words.setdefault(piece, Word(piece, (written,), is_time=True, year=year))
            continue
        weak = piece in dictionary.weak or (len(content) > 1 and _says_little(piece))
        words.setdefault(piece, replace(dictionary_word(piece, dictionary), weak=weak))
    strong_first = sorted(words.values(), key=lambda word: word.weak)
    kept = set(strong_first[:MOST_WORDS])
    return tuple(word for word in words.values() if word in kept)


def _says_little(piece: str) -> bool:
    return len(piece) == 1 or bool(_AMOUNT.fullmatch(piece))


def dictionary_word(text: str, dictionary: Dictionary) -> Word:
    same = (text, *dictionary.synonyms.get(text, ()))
    related = tuple(dict.fromkeys(word for word in dictionary.means(text) if word not in same))
    return Word(text, (*same, *related), units=dictionary.units_of(text), related=related)


@lru_cache(maxsize=10_000)
def is_word(text: str) -> bool:
    """花费 is no slip for 化肥, though no document may have it."""
    return len(_cut(text, False)) == 1


def correction(word: str, dictionary: Dictionary) -> str:
    """A known word that sounds the same, or differs in one character; empty when there is none or too many."""
    if len(word) < 2 or word in dictionary.known or (len(word) == 2 and is_word(word)):
        return ""
    same = [name for name in dictionary.by_sound.get(sound(word), ()) if name != word]
    if same:
        return min(same, key=lambda name: _difference(name, word))
    if len(word) < 3:
        return ""
    alike = dictionary.by_folded_sound.get(folded(sound(word)), ())
    if len(alike) == 1:
        return alike[0]
    near = [name for name in dictionary.by_length.get(len(word), ()) if _difference(name, word) == 1]
    return near[0] if len(near) == 1 else ""


def short_for(word: str, dictionary: Dictionary) -> tuple[str, ...]:
    """Known words that people may have shortened so: 农合 stands in 新农合, 政采 begins 政府 and 采购."""
    if not 2 <= len(word) <= LONGEST_SHORT or is_word(word):
        return ()
    holding = [name for name in dictionary.names if word in name]
    spread = re.compile(r"\w*?".join(map(re.escape, word)))
    found = holding or [
        name for name in dictionary.names if spread.match(name) and len(name) <= 2 * len(word) + 2
    ]
    return tuple(sorted(found, key=lambda name: (len(name), name))[:MOST_SHORT])


def sounding_alike(word: str) -> tuple[str, ...]:
    """Whatever differs in one character that sounds the same, for what is no word."""
    if not 2 <= len(word) <= LONGEST_SHORT or is_word(word):
        return ()
    return tuple(
        word[:place] + other + word[place + 1 :]
        for place, character in enumerate(word)
        for other in alike(character)
    )


def _spans(place: int, number: int) -> list[tuple[int, int]]:
    """Of neighbouring words with the one at `place`, the widest first, last the word alone."""
    return [
        (start, start + width)
        for width in range(MOST_PIECES, 0, -1)
        for start in range(max(place - width + 1, 0), place + 1)
        if start + width <= number
    ]


def corrected_together(words: tuple[Word, ...], place: int, dictionary: Dictionary) -> tuple[str, str, range]:
    """A slip may fall where words are cut, 应急予案, and cut a long one into several: the word, with its neighbours, as
    one; what was typed, what is taken and the places of the words it stands for."""
    for start, end in _spans(place, len(words)):
        typed = "".join(word.text for word in words[start:end])
        better = correction(typed, dictionary) if len(typed) <= LONGEST_SLIP else ""
        if better:
            return typed, better, range(start, end)
    return "", "", range(0)


def respelled(meaning: Meaning, dictionary: Dictionary) -> Meaning:
    """Where pieces as typed are long known words but for a slip: what those words mean. For what no document has as
    typed; the parts of such a piece may well be words of their own."""
    taken = [
        (chunk, better)
        for chunk in meaning.chunks
        if A_LONG_WORD <= len(chunk) <= LONGEST_SLIP and (better := correction(chunk, dictionary))
    ]
    if not taken:
        return meaning
    mended = dict(taken)
    found = understand(" ".join(mended.get(chunk, chunk) for chunk in meaning.chunks), dictionary)
    return replace(found, corrected=tuple(taken))


def parts(text: str) -> list[str]:
    """A long word as the shorter ones it is made of, for when no document has it whole; empty when it has none."""
    found = _cut(text)
    if len(found) > 1 and all(len(part) >= 2 for part in found):
        return found
    return [text[:2], text[2:]] if len(text) == 4 else []


def _difference(one: str, other: str) -> int:
    return sum(left != right for left, right in zip(one, other, strict=False)) + abs(len(one) - len(other))
