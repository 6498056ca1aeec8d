"""What a pattern is given, what it gives back, and the register of patterns."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from mingbai.accounts.models import Unit
from mingbai.demo.names import SURNAMES, demo_name


@dataclass(frozen=True)
class Scene:
    """One item to be written: by which unit, published on which day, and the `rng` that decides everything left open.
    `turn` counts the unit's items of this pattern, so that serial numbers and periods go on."""

    unit: Unit
    parent: Unit | None
    day: date
    rng: Random
    turn: int

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
        own = {
            "county": "我县",
            "bureau": "我局",
            "town": "我镇",
            "subdistrict": "我街道",
            "village": "我村",
            "community": "我社区",
            "school": "我校",
        }
        word = own.get(self.unit.kind, "我单位")
        return "我乡" if self.unit.kind == "town" and self.unit.label.endswith("乡") else word

    @property
    def written_on(self) -> date:
        """Signed a few days before publication."""
        return self.day - timedelta(days=self.rng.randint(0, 6))

    def number(self, low: int, high: int, step: int = 1) -> int:
        return self.rng.randrange(low, high + 1, step)

    def pick(self, choices: Iterable[str]) -> str:
        return self.rng.choice(tuple(choices))

    def person(self) -> str:
        return demo_name(self.rng.randrange(2000))

    def surname_only(self) -> str:
        """A masked name as lists show it: 王**."""
        return f"{self.rng.choice(SURNAMES)}**"

    def parts(self, total: int, count: int) -> list[int]:
        """`count` positive whole numbers that add up to `total`."""
        cuts = sorted(self.rng.sample(range(1, total), count - 1))
        return [after - before for before, after in zip([0, *cuts], [*cuts, total], strict=True)]


@dataclass(frozen=True)
class Written:
    """An item's text. `series` names the 文号 series (明政发, 明政办, …); None has no document number."""

    title: str
    html: str
    kind: str = "other"
    genre: str = ""
    theme: str = ""
    keywords: str = ""
    summary: str = ""
    series: str | None = None
    written_on: date | None = None
    lapses_after_years: int | None = None


Pattern = Callable[[Scene], Written]


@dataclass(frozen=True)
class Registered:
    name: str
    topics: frozenset[str]
    kinds: frozenset[str]
    write: Pattern
    months: frozenset[int] = field(default_factory=frozenset)


_patterns: list[Registered] = []
AGENCIES = ("county", "bureau", "town", "subdistrict")
TOWNS = ("town", "subdistrict")
VILLAGES = ("village", "community")
ALL_KINDS = (*AGENCIES, *VILLAGES, "school", "public_institution", "office")


def pattern(
    *topics: str, kinds: Iterable[str] = ALL_KINDS, months: Iterable[int] = ()
) -> Callable[[Pattern], Pattern]:
    """Register a pattern for columns of these topics in units of these kinds; `months` limits the season."""

    def register(write: Pattern) -> Pattern:
        _patterns.append(
            Registered(write.__name__, frozenset(topics), frozenset(kinds), write, frozenset(months))
        )
        return write

    return register


def patterns_for(topic: str, kind: str, month: int) -> list[Registered]:
    return [
        each
        for each in _patterns
        if topic in each.topics and kind in each.kinds and (not each.months or month in each.months)
    ]


def all_patterns() -> list[Registered]:
    return list(_patterns)


def paragraphs(*lines: str) -> str:
    """Body paragraphs; a line that begins with `## ` becomes a heading."""
    return "".join(f"<h3>{line[3:]}</h3>" if line.startswith("## ") else f"<p>{line}</p>" for line in lines)


def table(header: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    head = "".join(f"<th>{cell}</th>" for cell in header)
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def signature(scene: Scene, on: date) -> str:
    return f'<p class="align-right">{scene.name}</p><p class="align-right">{chinese_day(on)}</p>'


def chinese_day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
