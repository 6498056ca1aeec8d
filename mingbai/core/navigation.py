"""The desk's left navigation: each room declares its entries, people see those that their posts allow."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class NavEntry:
    """`order` sorts within the group; `act` is the right that shows the entry, empty for everybody."""

    group: str
    order: int
    label: str
    url_name: str
    act: str = ""


# groups by the job to be done, in the order of a clerk's day
GROUPS = ("今天", "信息公开", "审核", "目录", "审校", "门户", "县公开办", "单位与人员", "系统")
_entries: list[NavEntry] = []


def register(group: str, order: int, label: str, url_name: str, act: str = "") -> None:
    if group not in GROUPS:
        raise ValueError(f"unknown navigation group {group}")
    _entries.append(NavEntry(group, order, label, url_name, act))


def entries() -> dict[str, list[NavEntry]]:
    """Entries by group, groups and entries in order."""
    return {group: sorted(entry for entry in _entries if entry.group == group) for group in GROUPS}
