"""What a pattern is given, what it gives back, and the register of patterns."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from random import Random

from mingbai.accounts.models import Unit
from mingbai.demo.names import SURNAMES, demo_name

OWN_WORDS = {
    "county": "我县",
    "bureau": "我局",
    "town": "我镇",
    "subdistrict": "我街道",
    "village": "我村",
    "community": "我社区",
    "school": "我校",
    "public_institution": "我院",
}


@dataclass(frozen=True)
class Scene:
    """One item to be written: by which unit, published on which day into which column, and the `rng` that decides
    everything left open. `turn` counts the unit's items of this pattern, so that serial numbers and periods go on;
    `places` are the units or groups below it that its lists name; `subject` is what an interpretation explains; `late`
    puts the signing beyond the law's twenty working days before publication."""

    unit: Unit
    parent: Unit | None
    day: date
    rng: Random
    turn: int
    column: str = ""
    places: tuple[str, ...] = ("东湾组", "塘下组", "桥头组", "老屋组", "新庄组")
    subject: str = ""
    late: bool = False
    written_on: date = field(init=False)

    def __post_init__(self) -> None:
        before = self.rng.randint(33, 60) if self.late else self.rng.randint(0, 6)
        object.__setattr__(self, "written_on", self.day - timedelta(days=before))

    @property
    def name(self) -> str:
        """Full name, as in headings and signatures."""
        return self.unit.name

    @property
    def short(self) -> str:
        return self.unit.label

    @property
    def we(self) -> str:
        """How the unit speaks of itself."""
        if self.unit.kind == "town" and self.unit.label.endswith("乡"):
            return "我乡"
        if self.unit.kind == "community" and not self.unit.label.endswith("社区"):
            return "我居委会"
        return OWN_WORDS.get(self.unit.kind, "我单位")

    @property
    def area(self) -> str:
        """What the unit looks after: 全县, 全镇, 全村 …"""
        return {"bureau": "全县", "school": "全校", "public_institution": "全院"}.get(
            self.unit.kind, self.we.replace("我", "全")
        )

    @property
    def above(self) -> str:
        """Who a citizen turns to next."""
        return self.parent.name if self.parent else "上级人民政府"

    @property
    def phone(self) -> str:
        return self.unit.phone

    @property
    def last_month(self) -> tuple[int, int]:
        """Year and month before the day of publication."""
        return (self.day.year, self.day.month - 1) if self.day.month > 1 else (self.day.year - 1, 12)

    @property
    def last_quarter(self) -> str:
        """2026年第三季度: the last whole one before the day."""
        quarter = (self.day.month - 1) // 3
        year = self.day.year if quarter else self.day.year - 1
        return f"{year}年第{'一二三四'[(quarter - 1) % 4]}季度"

    def number(self, low: int, high: int, step: int = 1) -> int:
        return self.rng.randrange(low, high + 1, step)

    def pick(self, choices: Iterable[str]) -> str:
        return self.rng.choice(tuple(choices))

    def some(self, choices: Iterable[str], count: int) -> list[str]:
        """`count` different ones, in their own order."""
        kept = list(choices)
        chosen = set(self.rng.sample(range(len(kept)), min(count, len(kept))))
        return [each for place, each in enumerate(kept) if place in chosen]

    def place(self) -> str:
        return self.rng.choice(self.places)

    def person(self) -> str:
        return demo_name(self.rng.randrange(2000))

    def masked(self) -> str:
        """A name as public lists show it: 王*."""
        return f"{self.rng.choice(SURNAMES)}*{self.pick(('', '明', '芳', '兰', '平', '华', '英', '国'))}"

    def parts(self, total: int, count: int) -> list[int]:
        """`count` positive whole numbers that add up to `total`."""
        cuts = sorted(self.rng.sample(range(1, total), count - 1))
        return [after - before for before, after in zip([0, *cuts], [*cuts, total], strict=True)]


@dataclass(frozen=True)
class Written:
    """An item's text. `series` names the 文号 series (明政发, 明政办, …); None has no document number. `subject` marks
    a policy document that an interpretation shall follow."""

    title: str
    html: str
    kind: str = "other"
    genre: str = ""
    theme: str = ""
    keywords: str = ""
    summary: str = ""
    series: str | None = None
    written_on: date | None = None
    effective_on: date | None = None
    lapses_after_years: int = 0
    subject: str = ""


Pattern = Callable[[Scene], Written]


@dataclass(frozen=True)
class Registered:
    """`columns`: words of which the column's name must hold one; such a pattern goes before those for the topic."""

    name: str
    topics: frozenset[str]
    kinds: frozenset[str]
    write: Pattern
    months: tuple[int, ...] = ()
    columns: tuple[str, ...] = ()

    def suits(self, topic: str, kind: str, column: str) -> bool:
        named = not self.columns or any(word in column for word in self.columns)
        return named and topic in self.topics and kind in self.kinds


_patterns: list[Registered] = []
AGENCIES = ("county", "bureau", "town", "subdistrict")
TOWNS = ("town", "subdistrict")
VILLAGES = ("village", "community")
ALL_KINDS = (*AGENCIES, *VILLAGES, "school", "public_institution", "office")


def pattern(
    *topics: str, kinds: Iterable[str] = ALL_KINDS, months: Iterable[int] = (), columns: Iterable[str] = ()
) -> Callable[[Pattern], Pattern]:
    """Register a pattern for columns of these topics in units of these kinds; `months` limits the season."""

    def register(write: Pattern) -> Pattern:
        _patterns.append(
            Registered(
                write.__name__, frozenset(topics), frozenset(kinds), write, tuple(months), tuple(columns)
            )
        )
        return write

    return register


@cache
def patterns_for(topic: str, kind: str, column: str) -> list[Registered]:
    """Those made for this column; without such, those for the topic."""
    fitting = [each for each in _patterns if each.suits(topic, kind, column)]
    return [each for each in fitting if each.columns] or fitting


def all_patterns() -> list[Registered]:
    return list(_patterns)


def paragraphs(*parts: str) -> str:
    """Body paragraphs; `## ` begins a heading, and what is HTML already, such as a table, stays."""
    return "".join(
        part
        if part.startswith("<")
        else f"<h3>{part[3:]}</h3>"
        if part.startswith("## ")
        else f"<p>{part}</p>"
        for part in parts
    )


def table(header: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    head = "".join(f"<th>{cell}</th>" for cell in header)
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def signature(scene: Scene) -> str:
    on = chinese_day(scene.written_on)
    return f'<p class="align-right">{scene.name}</p><p class="align-right">{on}</p>'


def page(scene: Scene, title: str, *parts: str, kind: str = "other", theme: str = "") -> Written:
    """A text that nobody signs: news, lists, overviews."""
    return Written(title, paragraphs(*parts), kind=kind, theme=theme, written_on=scene.written_on)


def letter(
    scene: Scene,
    title: str,
    *parts: str,
    genre: str = "通知",
    kind: str = "notice",
    theme: str = "",
    series: str | None = None,
    effective_on: date | None = None,
    lapses_after_years: int = 0,
    subject: str = "",
) -> Written:
    """A text with the unit's name and the day below it."""
    return Written(
        title,
        paragraphs(*parts) + signature(scene),
        kind=kind,
        genre=genre,
        theme=theme,
        series=series,
        written_on=scene.written_on,
        effective_on=effective_on,
        lapses_after_years=lapses_after_years,
        subject=subject,
    )


def chinese_day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def wan(hundredths: int) -> str:
    """Hundredths of 万元 as the tables write them: 1234567 → 12345.67."""
    return f"{hundredths // 100}.{hundredths % 100:02d}"


_TAGS = (
    (re.compile(r"</t[dh]><t[dh][^>]*>"), "\t"),
    (re.compile(r"</(?:p|h3|tr)>"), "\n"),
    (re.compile(r"<[^>]+>"), ""),
)


def plain_text(html: str) -> str:
    """What `sanitiser.to_text` gives for the few tags that patterns write, ten times as fast."""
    for tag, words in _TAGS:
        html = tag.sub(words, html)
    return "\n".join(line for line in map(str.strip, html.split("\n")) if line)
