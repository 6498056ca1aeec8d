"""Where a document belongs: a proposal out of its kind and its title, which the clerk confirms or changes."""

import json
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from mingbai.accounts.models import Unit
from mingbai.catalogue.models import Adoption, CatalogueItem, Column
from mingbai.catalogue.selectors import columns_to_write_in

# the topics in which a kind is usually listed, the likeliest first
_TOPICS = {
    "annual_report": ("annual_report",),
    "work_summary": ("supervision", "plans"),
    "self_check": ("supervision", "plans"),
    "work_plan": ("supervision", "plans"),
    "normative_document": ("policy",),
    "interpretation": ("interpretation",),
    "notice": ("notices",),
    "announcement": ("notices",),
    "bulletin": ("notices", "supervision"),
    "minutes": ("meetings",),
    "list": ("notices",),
    "other": ("notices", "news"),
}
_OPENNESS = re.compile(r"政务公开|信息公开|三务公开|校务公开|办事公开")


def propose_column(unit: Unit, kind: str, title: str) -> Column | None:
    """The best column that the unit writes in; of a unit without any, one of its kind's standard tree."""
    columns = list(columns_to_write_in(unit)) or _standard_columns(unit)
    if not columns:
        return None
    return max(columns, key=lambda column: (_score(column, kind, title), -column.order))


def _standard_columns(unit: Unit) -> list[Column]:
    columns = Column.objects.filter(
        holds_items=True, catalogue__replaced_on=None, catalogue__content="columns"
    ).select_related("catalogue")
    fitting = [column for column in columns if unit.kind in column.catalogue.unit_kinds]
    return fitting or [column for column in columns if "town" in column.catalogue.unit_kinds]


def _score(column: Column, kind: str, title: str) -> int:
    topics: Sequence[str] = _TOPICS.get(kind, _TOPICS["other"])
    if kind in {"work_summary", "work_plan", "self_check"} and not _OPENNESS.search(title):
        topics = topics[::-1]
    score = 20 - 5 * topics.index(column.topic) if column.topic in topics else 0
    words = {column.name, *re.split(r"[，,、\s]+", column.keywords)}
    score += sum(3 * len(word) for word in words if len(word) >= 2 and word in title)
    return score


# words that nearly every item of the standard catalogues has: they tell nothing
_COMMON = frozenset(
    {
        "政策",
        "文件",
        "公告",
        "公示",
        "信息",
        "服务",
        "管理",
        "情况",
        "法规",
        "标准",
        "指南",
        "公开",
        "结果",
        "政府",
        "办事",
        "规范",
        "范性",
        "性文",
    }
)
_ENOUGH, _PROPOSED = 7, 3


def _pairs(text: str) -> set[str]:
    """The pairs of neighbouring characters that tell something."""
    words = re.split(r"[^\u4e00-\u9fff]+", text)
    return {word[at : at + 2] for word in words for at in range(len(word) - 1)} - _COMMON


@cache
def _cues() -> tuple[tuple[str, ...], dict[str, list[list[str]]]]:
    """Words of titles that answer no item, and by item the groups of words of which a title holds all of one."""
    known = json.loads((Path(__file__).parent / "data" / "item_cues.json").read_text(encoding="utf-8"))
    return tuple(known["not_of"]), {
        name: [group.split("+") for group in groups] for name, groups in known["cues"].items()
    }


class Proposer:
    """Proposes items out of what one unit has adopted; made once where many titles are asked."""

    def __init__(self, adopted: Sequence[Adoption]) -> None:
        items = [row.item for row in adopted if row.item]
        self.cued = [(item.pk, words) for item in items for words in _cues()[1].get(item.name, ())]
        self.named = [(item, _pairs(item.name), _pairs(item.domain.name)) for item in items]
        self.places: dict[int, set[str]] = {}

    def items(self, column: Column | None, title: str) -> list[int]:
        """Those that a title in a column looks like, the likeliest first; few or none."""
        for word in _cues()[0]:
            if word in title:
                return []
        told = self._told(title)
        if told:
            return told[:_PROPOSED]
        pairs, place = _pairs(title), self._place(column)
        scored = [
            (3 * shared + self._beside(item, area, pairs, place, title), item.pk)
            for item, name, area in self.named
            if (shared := len(name & pairs)) >= 2
        ]
        best = max((score for score, _ in scored), default=0)
        fitting = [(score, pk) for score, pk in scored if score >= _ENOUGH and 2 * score > best]
        return [pk for _, pk in sorted(fitting, key=lambda pair: (-pair[0], pair[1]))[:_PROPOSED]]

    def _told(self, title: str) -> list[int]:
        """The items of which the title holds words that tell them."""
        told = dict.fromkeys(
            pk
            for pk, words in self.cued
            # most titles lack already the first word: a call for each would cost more than the search
            if words[0] in title and all(word in title for word in words)
        )
        return list(told)

    def _place(self, column: Column | None) -> set[str]:
        if column is None:
            return set()
        if column.pk not in self.places:
            self.places[column.pk] = _pairs(f"{column.name} {column.keywords}")
        return self.places[column.pk]

    def _beside(
        self, item: CatalogueItem, area: set[str], pairs: set[str], place: set[str], title: str
    ) -> int:
        """What speaks for the item besides its name: its domain, and elements of it named in the title."""
        elements = sum(len(each) >= 3 and each in title for each in item.elements)
        return 2 * min(len(area & (pairs | place)), 3) + 2 * elements


def propose_items(adopted: Sequence[Adoption], column: Column | None, title: str) -> list[int]:
    """Of the unit's items of the standard catalogue those that this looks like, the likeliest first; few or none."""
    return Proposer(adopted).items(column, title)
