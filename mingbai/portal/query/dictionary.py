"""The words that the search box knows: what comes with the software, what the county added, the names of its units."""

import json
import re
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import zip_longest
from pathlib import Path
from typing import Any, TypeVar

from mingbai.accounts.models import Unit
from mingbai.catalogue.models import CatalogueItem, Column
from mingbai.core.search import initials, spoken, tokens
from mingbai.portal.models import SearchWord

SHIPPED = Path(__file__).parent.parent / "data" / "dictionary.json"
FRESH_SECONDS = 60
LONGEST_WHOLE = 4
MOST_SAYINGS = 3
K = TypeVar("K")
V = TypeVar("V")
_PLACES = (Unit.Kind.TOWN, Unit.Kind.SUBDISTRICT, Unit.Kind.VILLAGE, Unit.Kind.COMMUNITY)
_LEVELS = ("县", "区", "市", "旗")
# as people call schools and hospitals
_SHORTER = (
    *((f"第{number}中学", f"{number}中") for number in "一二三四五六"),
    *((f"第{number}小学", f"{number}小") for number in "一二三四五六"),
    ("县一中", "县中"),
    ("实验小学", "实小"),
    ("实验中学", "实中"),
    ("中心小学", "小学"),
    ("人民医院", "医院"),
    ("中心卫生院", "卫生院"),
)
_SUFFIXES = ("人民政府办公室", "人民政府", "村民委员会", "居民委员会", "办事处", "委员会")


@dataclass(frozen=True)
class Intent:
    """What a way of asking is after: kinds of documents that answer it and kinds that rarely do."""

    name: str
    say: tuple[str, ...]
    prefer: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()
    # how much the kind of document matters
    worth: float = 1.0
    # words of titles that say more than the kind
    titles: tuple[str, ...] = ()


@dataclass(frozen=True)
class Dictionary:
    """All words normalised. `units`: name or short form → ids; `names`: every word worth correcting a slip to. A saying
    may hold `*` for up to four characters between its parts, and parts `a/b` of which one stands there; `where`: asks for a place."""

    synonyms: dict[str, tuple[str, ...]] = field(default_factory=dict)
    meanings: dict[str, tuple[str, ...]] = field(default_factory=dict)
    stop: frozenset[str] = frozenset()
    weak: frozenset[str] = frozenset()
    units: dict[str, tuple[int, ...]] = field(default_factory=dict)
    names: frozenset[str] = frozenset()
    intents: tuple[Intent, ...] = ()
    where: tuple[str, ...] = ()

    @cached_property
    def gapped(self) -> tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]:
        found = sorted(filter(_has_gaps, self.meanings.items()), key=lambda row: -_fixed(row[0]))
        return tuple((_gapped(say), means) for say, means in found)

    @cached_property
    def _any_saying(self) -> re.Pattern[str] | None:
        return re.compile("|".join(pattern.pattern for pattern, _ in self.gapped)) if self.gapped else None

    def saying_at(self, text: str, position: int) -> str:
        """The saying with gaps that reaches farthest from here."""
        if self._any_saying is None or not self._any_saying.match(text, position):
            return ""
        found = (pattern.match(text, position) for pattern, _ in self.gapped)
        return max((match[0] for match in found if match), key=len, default="")

    @cached_property
    def longest(self) -> int:
        return max(map(len, self.known), default=1)

    @cached_property
    def known(self) -> frozenset[str]:
        return frozenset({*self.synonyms, *self.meanings, *self.units, *self.names})

    @cached_property
    def by_length(self) -> dict[int, tuple[str, ...]]:
        return {
            length: tuple(sorted(names))
            for length, names in _grouped((len(n), n) for n in self.names).items()
        }

    @cached_property
    def whole(self) -> frozenset[str]:
        """Words that a query is not cut within. A long name that has no other names says more by its parts."""
        short = {name for name in self.names if len(name) <= LONGEST_WHOLE}
        return frozenset({*self.synonyms, *self.meanings, *self.units, *short})

    @cached_property
    def by_sound(self) -> dict[str, tuple[str, ...]]:
        return _grouped((sound(name), name) for name in self.names if len(name) >= 2)

    @cached_property
    def by_folded_sound(self) -> dict[str, tuple[str, ...]]:
        return _grouped((folded(sound(name)), name) for name in self.names if len(name) >= 3)

    @cached_property
    def by_initials(self) -> dict[str, tuple[str, ...]]:
        return _grouped((_letters(name), name) for name in self.names if len(name) >= 2)

    def alternatives(self, word: str) -> tuple[str, ...]:
        """The word with all that means the same, itself first, then what it may be after."""
        return tuple(dict.fromkeys((word, *self.synonyms.get(word, ()), *self.means(word))))

    def means(self, word: str) -> tuple[str, ...]:
        """What somebody is after who says so, the likeliest first; of sayings with gaps that which says most."""
        if word in self.meanings:
            return self.meanings[word]
        if not self.is_saying(word):
            return ()
        found = [means for pattern, means in self.gapped if pattern.fullmatch(word)]
        # what is nearest in one comes before what is far in another
        turns = zip_longest(*found[:MOST_SAYINGS])
        return tuple(dict.fromkeys(other for turn in turns for other in turn if other))

    def has_gaps(self, said: str) -> bool:
        """Whether it is known only by a saying that leaves gaps."""
        return said not in self.whole and self.is_saying(said)

    def is_saying(self, said: str) -> bool:
        return self._any_saying is not None and self._any_saying.fullmatch(said) is not None

    def units_of(self, word: str) -> tuple[int, ...]:
        """The units of this name, else those of its other names: 教育局 is 教体局 in many counties."""
        own = self.units.get(word)
        if own is not None:
            return own
        others = (self.units.get(other, ()) for other in self.synonyms.get(word, ()))
        return tuple(dict.fromkeys(unit for units in others for unit in units))


def _has_gaps(row: tuple[str, tuple[str, ...]]) -> bool:
    return "*" in row[0] or "/" in row[0]


def _fixed(say: str) -> int:
    """How many characters it takes at least: the more, the more it says."""
    return sum(min(map(len, step.split("/"))) for step in say.split("*"))


def _saying(say: str) -> str:
    return re.sub(r"\s+", "", tokens.normalise(say))


def _gapped(say: str) -> re.Pattern[str]:
    steps = [
        "|".join(map(re.escape, sorted(step.split("/"), key=len, reverse=True))) for step in say.split("*")
    ]
    return re.compile(r"\w{0,4}?".join(f"(?:{step})" for step in steps))


@lru_cache(maxsize=20_000)
def sound(word: str) -> str:
    """Pinyin without tones; n/l, z/zh and the like are kept apart."""
    return " ".join(spoken(word))


def folded(pinyin: str) -> str:
    """What many speakers do not keep apart as one: zh and z, n and l, -ng and -n."""
    return re.sub(r"(?<=[zcs])h|(?<=n)g\b", "", re.sub(r"\bn", "l", pinyin))


@lru_cache(maxsize=1)
def _by_sound() -> dict[str, str]:
    """The 3,755 characters of GB 2312's first level, the usual ones, by sound."""
    rows = (bytes((row, cell)) for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF))
    usual = "".join(code.decode("gb2312", "ignore") for code in rows)
    found: dict[str, str] = {}
    for character, said in zip(usual, spoken(list(usual)), strict=True):
        found[said] = found.get(said, "") + character
    return found


def alike(character: str) -> str:
    """The usual characters that sound the same."""
    return _by_sound().get(sound(character), "").replace(character, "")


@lru_cache(maxsize=20_000)
def _letters(name: str) -> str:
    """The dictionary is made anew every few seconds, of nearly the same words."""
    return initials(name)


def _grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, tuple[V, ...]]:
    found: dict[K, list[V]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return {key: tuple(dict.fromkeys(values)) for key, values in found.items()}


def unit_forms(unit: Unit) -> set[str]:
    """A unit's name, its short form, the name without 人民政府 and the like, a place without 镇 or 村."""
    forms = {unit.name, unit.short_name}
    for suffix in _SUFFIXES:
        forms |= {form.removesuffix(suffix) for form in tuple(forms)}
    if unit.kind == Unit.Kind.COUNTY:
        # 县政府, 市政府: nobody types the county's own name on its own site
        forms |= {
            f"{level}{body}" for level in _LEVELS if level in unit.name for body in ("政府", "人民政府")
        }
    for long, short in _SHORTER:
        forms |= {form.replace(long, short) for form in tuple(forms)}
    if unit.kind in _PLACES:
        forms |= {re.sub("(?:镇|乡|街道|村|社区)$", "", unit.short_name or unit.name)}
    return {tokens.normalise(form) for form in forms if len(form) >= 2}


@dataclass(frozen=True)
class _Shipped:
    """What comes with the software, normalised; it does not change while a process lives."""

    groups: tuple[tuple[str, ...], ...]
    meanings: dict[str, tuple[str, ...]]
    stop: frozenset[str]
    weak: frozenset[str]
    common: frozenset[str]
    intents: tuple[Intent, ...]
    where: tuple[str, ...]


def _all_normalised(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(map(tokens.normalise, words))


@lru_cache(maxsize=1)
def _shipped() -> _Shipped:
    content: dict[str, Any] = json.loads(SHIPPED.read_text(encoding="utf-8"))
    means = ((row["say"], _all_normalised(row["mean"])) for row in content["meanings"])
    return _Shipped(
        groups=tuple(map(_all_normalised, content["synonyms"])),
        meanings={_saying(say): mean for said, mean in means for say in said},
        stop=frozenset(_all_normalised(content["stop"])),
        weak=frozenset(_all_normalised(content["weak"])),
        common=frozenset(content["common"]),
        intents=tuple(map(_intent, content["intents"])),
        where=tuple(content["where"]),
    )


def _intent(row: dict[str, Any]) -> Intent:
    return Intent(
        row["name"],
        tuple(row["say"]),
        tuple(row["prefer"]),
        tuple(row["avoid"]),
        row.get("worth", 1.0),
        tuple(row.get("titles", ())),
    )


def build() -> Dictionary:
    """Read everything; four queries."""
    shipped = _shipped()
    groups, meanings = list(shipped.groups), dict(shipped.meanings)
    stop, places = set(shipped.stop), set()
    for row in SearchWord.objects.filter(is_on=True):
        words = _all_normalised(word for word in row.words if word)
        if row.kind == SearchWord.Kind.SYNONYM:
            groups.append(words)
        elif row.kind == SearchWord.Kind.MEANING and words:
            meanings[words[0]] = words[1:]
        elif row.kind == SearchWord.Kind.PLACE:
            places |= set(words)
        else:
            stop |= set(words)
    units = _grouped((form, unit.pk) for unit in Unit.objects.all() for form in sorted(unit_forms(unit)))
    synonyms: dict[str, set[str]] = {}
    for group in groups:
        for word in group:
            synonyms.setdefault(word, set()).update(other for other in group if other != word)
    columns = _all_normalised(Column.objects.values_list("name", flat=True).distinct())
    items = _all_normalised(CatalogueItem.objects.values_list("name", flat=True).distinct())
    short = {name for name in (*columns, *items) if 2 <= len(name) <= 8} | shipped.common
    meant = {word for mean in shipped.meanings.values() for word in mean}
    return Dictionary(
        synonyms={word: tuple(sorted(others)) for word, others in synonyms.items()},
        meanings=meanings,
        stop=frozenset(stop),
        weak=shipped.weak,
        units=units,
        names=frozenset({*synonyms, *units, *places, *short, *meant}),
        intents=shipped.intents,
        where=shipped.where,
    )


_cached: tuple[float, Dictionary] | None = None


def current() -> Dictionary:
    """At most `FRESH_SECONDS` old: a new unit or word need not be known to the search box at once, its items are."""
    global _cached
    now = time.monotonic()
    if _cached is None or now - _cached[0] > FRESH_SECONDS:
        built = build()
        # one that says the same has its tables already
        _cached = (now, _cached[1] if _cached and _cached[1] == built else built)
    return _cached[1]


def warm() -> int:
    """Make what the first search would wait for, sounds, initials and sayings of all words; how many entries there are."""
    known = current()
    known.saying_at("", 0)
    tables = (known.by_sound, known.by_folded_sound, known.by_initials, _by_sound(), known.whole)
    return sum(len(table) for table in tables)


def forget() -> None:
    global _cached
    _cached = None
