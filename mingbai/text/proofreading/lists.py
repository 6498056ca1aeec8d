"""The lists that rules look words up in: the product's own, with the county's additions merged in.

A list is one JSON file; its name without `.json` is its key. The product ships `mingbai/text/data/*.json`; a county
keeps its own under `DATA/lists/`, written by the desk. Merging: objects key by key, arrays one after the other
without repetition; anything else the county's value replaces. Files are read when a rule first asks for them.
"""

import json
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from mingbai.text.kept import state_of

State = tuple[tuple[str, int, int], ...]
_SHIPPED = Path(__file__).resolve().parents[1] / "data"


class ListError(ValueError):
    """A list file that cannot be used; the message names the file and what to do."""


def merge(own: object, county: object) -> object:
    """`own` with the county's additions."""
    if isinstance(own, dict) and isinstance(county, dict):
        return own | {key: merge(own[key], value) if key in own else value for key, value in county.items()}
    if isinstance(own, list) and isinstance(county, list):
        return own + [row for row in county if row not in own]
    return county


@lru_cache(maxsize=64)
def _parsed(path: Path, changed_at: int, size: int) -> object:
    """Kept, so that a list that did not change stays the same object and its automata need not be built anew."""
    return json.loads(path.read_text(encoding="utf-8-sig"))


def _read(path: Path) -> object:
    try:
        known = path.stat()
        return _parsed(path, known.st_mtime_ns, known.st_size)
    except (OSError, ValueError) as problem:
        raise ListError(
            f"词表 {path} 读不出来：{problem}。请修正后再试，或先把它移出 lists 文件夹。"
        ) from problem


def _demand_shape(path: Path, own: object, added: object) -> None:
    """ListError where an added entry lacks what every entry has, or has it in another form: rules rely on both."""
    rows = own.get("entries") if isinstance(own, dict) else None
    if not isinstance(rows, list):
        return
    news = added.get("entries", []) if isinstance(added, dict) else None
    if not isinstance(news, list):
        raise ListError(f'词表 {path} 应写成 {{"entries": [{{…}}]}} 的样子。请修正后再试。')
    forms = {key: type(value) for row in rows for key, value in row.items() if value is not None}
    needed = set(forms).intersection(*rows)
    for number, row in enumerate(news, start=1):
        known = row if isinstance(row, dict) else {}
        wrong = sorted(needed - set(known))
        wrong += [key for key, value in known.items() if key in forms and type(value) is not forms[key]]
        if wrong:
            raise ListError(f"词表 {path} 第{number}条的 {wrong[0]} 没有写或写法不对。请照随软件的词表修正。")


class Lists(Mapping[str, object]):
    """`lists["laws"]` and the like, read once and then kept."""

    def __init__(self, folders: tuple[Path, ...]) -> None:
        self._files: dict[str, list[Path]] = {}
        for folder in folders:
            for path in sorted(folder.glob("*.json")) if folder.is_dir() else ():
                self._files.setdefault(path.stem, []).append(path)
        self._read: dict[str, object] = {}
        self._states: dict[tuple[str, ...], State] = {}
        # What has been made of them, for who makes it; the lists of an object never change.
        self.made: dict[tuple[object, tuple[str, ...]], Any] = {}

    def get(self, key: str, default: object = None) -> object:
        """As of any mapping, without an exception for a list that is not there."""
        return self[key] if key in self._files else default

    def __getitem__(self, key: str) -> object:
        if key not in self._read:
            first, *more = self._files[key]
            merged = _read(first)
            for path in more:
                added = _read(path)
                _demand_shape(path, merged, added)
                merged = merge(merged, added)
            self._read[key] = merged
        return self._read[key]

    def demand_sound(self) -> None:
        """ListError where a list of the county's cannot be used, whether or not a rule would ask for it."""
        for key, paths in self._files.items():
            if paths[-1].parent != _SHIPPED:
                self[key]

    def without(self, key: str) -> "Lists":
        """The same lists but one."""
        others = Lists(())
        others._files = {name: paths for name, paths in self._files.items() if name != key}
        return others

    def state(self, names: tuple[str, ...]) -> State:
        """What tells whether one of the named lists has changed, as it was when first asked."""
        if names not in self._states:
            files = [path for name in sorted(names) for path in self._files.get(name, ())]
            self._states[names] = state_of(files)
        return self._states[names]

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)


def switched_off(lists: Mapping[str, object]) -> frozenset[str]:
    """The rules that the county has switched off, by name: `switched_off.json` with a reason for each."""
    content = lists.get("switched_off")
    rows = content.get("entries") if isinstance(content, Mapping) else None
    found = (row.get("rule") for row in rows or () if isinstance(row, Mapping))
    return frozenset(name for name in found if isinstance(name, str))


def load_lists(data: Path | None = None) -> Lists:
    """The shipped lists, with those of the data folder `data` merged over them."""
    return Lists((_SHIPPED,) if data is None else (_SHIPPED, data / "lists"))
