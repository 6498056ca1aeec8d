"""Where a document belongs: a proposal out of its kind and its title, which the clerk confirms or changes."""

import re
from collections.abc import Sequence

from mingbai.accounts.models import Unit
from mingbai.catalogue.models import Column
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
