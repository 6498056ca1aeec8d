"""Two versions of a standard catalogue side by side."""

from dataclasses import dataclass
from typing import Any

from mingbai.accounts.models import Unit
from mingbai.catalogue.models import CatalogueItem, Column, StandardCatalogue
from mingbai.catalogue.standard_sheets import limit_line

Row = Column | CatalogueItem


@dataclass(frozen=True)
class Change:
    """`kind`: added, dropped or changed; `details` are (what, before, after), in words."""

    kind: str
    code: str
    name: str
    details: tuple[tuple[str, str, str], ...] = ()


COMPARED = {
    "name": "名称",
    "above": "上级",
    "cadence": "更新频次",
    "time_limits": "时限",
    "elements": "公开要素",
    "basis": "依据",
    "channels": "渠道和载体",
    "audience": "对象",
    "manner": "方式",
    "level": "层级",
    "unit_kinds": "单位类别",
    "holds_items": "放信息",
    "description": "说明",
    "keywords": "关键词",
    "column_type": "栏目类别",
    "topic": "主题",
    "retention": "保留",
    "evidence": "来源",
    "source": "来源",
    "verified": "已核实",
}


def _above(row: Row) -> tuple[str, str]:
    """Code and name of what it stands below."""
    above = row.parent if isinstance(row, Column) else row.domain
    return (above.code, above.name) if above else ("", "")


def _rows(catalogue: StandardCatalogue) -> dict[str, Row]:
    rows: dict[str, Row] = {
        row.code: row for row in Column.objects.filter(catalogue=catalogue).select_related("parent")
    }
    items = CatalogueItem.objects.filter(domain__catalogue=catalogue).select_related("domain")
    return rows | {row.code: row for row in items}


def _value(row: Row, name: str) -> Any:
    return _above(row)[0] if name == "above" else getattr(row, name, "")


def _said(row: Row, name: str) -> str:
    value = _value(row, name)
    if name == "above":
        return _above(row)[1]
    if name == "cadence":
        return str(Column.Cadence(value).label)
    if name == "time_limits":
        return "；".join(map(limit_line, value))
    if name == "unit_kinds":
        kinds = dict(Unit.Kind.choices)
        return "、".join(kinds.get(kind, kind) for kind in value)
    if isinstance(value, bool):
        return "是" if value else "否"
    return "、".join(value) if isinstance(value, list) else str(value)


def _details(old: Row, new: Row) -> tuple[tuple[str, str, str], ...]:
    return tuple(
        (label, _said(old, name), _said(new, name))
        for name, label in COMPARED.items()
        if _value(old, name) != _value(new, name)
    )


def compare_versions(old: StandardCatalogue, new: StandardCatalogue) -> list[Change]:
    before, after = _rows(old), _rows(new)
    changes = [Change("added", code, row.name) for code, row in after.items() if code not in before]
    changes += [Change("dropped", code, row.name) for code, row in before.items() if code not in after]
    for code in before.keys() & after.keys():
        details = _details(before[code], after[code])
        if details:
            changes.append(Change("changed", code, after[code].name, details))
    return sorted(changes, key=lambda change: change.code)
