"""What besides the words changed from one edition to another: fields, places in the catalogue, files."""

from dataclasses import dataclass, fields
from datetime import date

from mingbai.disclosure import selectors
from mingbai.disclosure.answering import names_of
from mingbai.disclosure.forms import related_titles
from mingbai.disclosure.metadata import LABELS, Metadata
from mingbai.disclosure.models import Edition


@dataclass(frozen=True)
class Change:
    """A field as people call it, with both values; one of them is empty for what was added or taken away."""

    label: str
    before: str
    after: str


def changes_of(old: Edition, new: Edition) -> list[Change]:
    """Fields in the order of the form, then files: a file of the same name with other bytes was replaced."""
    before, after = Metadata.from_json(old.metadata), Metadata.from_json(new.metadata)
    changed = [
        field.name for field in fields(Metadata) if getattr(before, field.name) != getattr(after, field.name)
    ]
    rows = [Change(LABELS[name], _shown(before, name), _shown(after, name)) for name in changed]
    return [*rows, *_files(old, new)]


def _shown(metadata: Metadata, name: str) -> str:
    value = getattr(metadata, name)
    match name:
        case "kind":
            return metadata.kind_label
        case "openness":
            return metadata.openness_label
        case "columns":
            return "、".join(selectors.column_names(metadata))
        case "items":
            return "；".join(names_of(metadata.items))
        case "relations":
            return "；".join(f"{label}《{other.title}》" for label, other in related_titles(metadata))
    return value.isoformat() if isinstance(value, date) else str(value or "")


def _files(old: Edition, new: Edition) -> list[Change]:
    before = {row["name"]: row for row in old.attachments}
    after = {row["name"]: row for row in new.attachments}
    names = [*after, *(name for name in before if name not in after)]
    return [
        Change("附件", _size(before.get(name)), _size(after.get(name), replaced=name in before))
        for name in names
        if before.get(name, {}).get("digest") != after.get(name, {}).get("digest")
    ]


def _size(row: dict[str, object] | None, *, replaced: bool = False) -> str:
    if row is None:
        return ""
    return f"{row['name']}（{row['size']} 字节{'，内容已更换' if replaced else ''}）"
