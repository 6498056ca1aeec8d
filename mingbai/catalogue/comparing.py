"""Two versions of a standard catalogue side by side."""

from dataclasses import dataclass

from mingbai.catalogue.models import CatalogueItem, Column, StandardCatalogue


@dataclass(frozen=True)
class Change:
    """`kind`: added, dropped or changed; `details` are (what, before, after)."""

    kind: str
    code: str
    name: str
    details: tuple[tuple[str, str, str], ...] = ()


COMPARED = {
    "name": "名称",
    "cadence": "更新频次",
    "basis": "依据",
    "time_limits": "时限",
    "elements": "公开要素",
}


def _rows(catalogue: StandardCatalogue) -> dict[str, Column | CatalogueItem]:
    rows: dict[str, Column | CatalogueItem] = {
        row.code: row for row in Column.objects.filter(catalogue=catalogue)
    }
    return rows | {row.code: row for row in CatalogueItem.objects.filter(domain__catalogue=catalogue)}


def _details(old: Column | CatalogueItem, new: Column | CatalogueItem) -> tuple[tuple[str, str, str], ...]:
    found = []
    for name, label in COMPARED.items():
        before, after = str(getattr(old, name, "")), str(getattr(new, name, ""))
        if before != after:
            found.append((label, before, after))
    return tuple(found)


def compare_versions(old: StandardCatalogue, new: StandardCatalogue) -> list[Change]:
    before, after = _rows(old), _rows(new)
    changes = [Change("added", code, row.name) for code, row in after.items() if code not in before]
    changes += [Change("dropped", code, row.name) for code, row in before.items() if code not in after]
    for code in before.keys() & after.keys():
        details = _details(before[code], after[code])
        if details:
            changes.append(Change("changed", code, after[code].name, details))
    return sorted(changes, key=lambda change: change.code)
