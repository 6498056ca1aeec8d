"""Filters of a search, from the address to marks of the index. What does not exist is left out, never an error."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from mingbai.disclosure import service_guides
from mingbai.disclosure.models import Kind, Validity

Mark = tuple[str, str]

# how results are grouped for citizens; every kind of the index stands in exactly one group
GROUPS: dict[str, tuple[str, tuple[str, ...]]] = {
    "policy": ("政策文件", (Kind.NORMATIVE_DOCUMENT,)),
    "interpretation": ("政策解读", (Kind.INTERPRETATION,)),
    "guide": (service_guides.LABEL, (service_guides.KIND,)),
    "notice": ("通知公告", (Kind.NOTICE, Kind.ANNOUNCEMENT, Kind.BULLETIN)),
    "report": ("报告和计划", (Kind.ANNUAL_REPORT, Kind.WORK_SUMMARY, Kind.WORK_PLAN, Kind.SELF_CHECK)),
    "list": ("名单和清单", (Kind.LIST,)),
    "other": ("其他", (Kind.MINUTES, Kind.OTHER)),
}
SORTS = {"auto": "智能排序", "newest": "最新在前"}
_NUMERIC = ("unit", "column", "year")
LAST_PAGE = 50


def group_of(kind: str) -> str:
    return next((name for name, (_, kinds) in GROUPS.items() if kind in kinds), "other")


@dataclass(frozen=True)
class Filters:
    """`unit`, `column`, `year`: numbers joined by dots."""

    unit: str = ""
    column: str = ""
    year: str = ""
    group: str = ""
    theme: str = ""
    validity: str = ""
    sort: str = "auto"

    @classmethod
    def read(cls, values: Mapping[str, str]) -> "Filters":
        """From a query string; anything unknown counts as not set."""
        numbers = {name: _numbers(values.get(name, "")) for name in _NUMERIC}
        return cls(
            **numbers,
            group=_known(values.get("group", ""), GROUPS),
            theme=values.get("theme", "")[:40],
            validity=_known(values.get("validity", ""), Validity.values),
            sort=_known(values.get("sort", ""), SORTS) or "auto",
        )

    def marks(self) -> tuple[tuple[Mark, ...], ...]:
        found: list[tuple[Mark, ...]] = []
        for name, mark in (("unit", "under"), ("column", "column"), ("year", "year")):
            numbers = [number for number in getattr(self, name).split(".") if number]
            if numbers:
                found.append(tuple((mark, number) for number in numbers))
        if self.theme:
            found.append((("theme", self.theme),))
        if self.validity:
            found.append((("validity", self.validity),))
        if self.group:
            found.append(tuple(("kind", kind) for kind in GROUPS[self.group][1]))
        return tuple(found)

    def active(self) -> dict[str, str]:
        """What is set, as the query string names it."""
        names = ("unit", "column", "year", "group", "theme", "validity")
        found = {name: value for name in names if (value := getattr(self, name))}
        return found | ({"sort": self.sort} if self.sort != "auto" else {})

    def without(self, name: str) -> "Filters":
        return replace(self, **{name: ""})


def _numbers(raw: str) -> str:
    """Numbers joined by dots: the same column stands in the tree of every kind of unit under its own number."""
    parts = [part for part in raw[:200].split(".") if part.isascii() and part.isdigit() and len(part) <= 18]
    return ".".join(parts[:20])


def _known(value: str, allowed: Mapping[str, object] | list[str]) -> str:
    return value if value in allowed else ""


def page_number(raw: str) -> int:
    """1 to `LAST_PAGE`; nonsense is the first page, too far is the last."""
    if not raw.isascii() or not raw.isdigit() or len(raw) > 6:
        return LAST_PAGE if raw.isascii() and raw.isdigit() else 1
    return min(max(int(raw), 1), LAST_PAGE)
