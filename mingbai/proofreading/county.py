"""The county's own list files under `DATA/lists/`: read as they stand, written whole."""

import fcntl
import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from django.conf import settings

from mingbai.core import clock
from mingbai.core.errors import Conflict
from mingbai.proofreading.entries import Row
from mingbai.proofreading.kinds import SWITCHES, TRUSTED, ListKind
from mingbai.text.proofreading.lists import load_lists


def _folder() -> Path:
    return Path(settings.DATA_DIR) / "lists"


def path_of(key: str) -> Path:
    return _folder() / f"{key}.json"


@contextmanager
def held() -> Iterator[None]:
    """One writer at a time, whatever the database."""
    _folder().mkdir(parents=True, exist_ok=True)
    with (_folder() / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _is_rows(content: object) -> bool:
    return isinstance(content, list) and all(isinstance(row, dict) for row in content)


def _content(key: str) -> dict[str, object]:
    path = path_of(key)
    if not path.exists():
        return {"entries": []}
    try:
        content: object = json.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError) as problem:
        raise Conflict(f"词表文件 {path} 读不出来：{problem}。请管理员修正或移走后再试。") from problem
    if isinstance(content, dict) and _is_rows(content.get("entries")):
        return content
    raise Conflict(f'词表文件 {path} 应写成 {{"entries": [{{…}}]}} 的样子。请管理员修正后再试。')


def rows_of(key: str) -> list[Row]:
    """The county's entries in the order of the file. Conflict where the file was spoilt by hand."""
    rows = _content(key)["entries"]
    return list(rows) if isinstance(rows, list) else []


def stored(key: str) -> bytes:
    """The file as it stands; empty where there is none."""
    path = path_of(key)
    return path.read_bytes() if path.exists() else b""


def digest(content: bytes) -> str:
    return sha256(content).hexdigest() if content else ""


def rendered(key: str, rows: list[Row]) -> bytes:
    """The file with these entries in the place of the old ones, one version on."""
    content = _content(key)
    version = content.get("version")
    content |= {
        "as_of": clock.today().isoformat(),
        "version": version + 1 if isinstance(version, int) else 1,
        "entries": rows,
    }
    return json.dumps(content, ensure_ascii=False, indent=1).encode()


def put(key: str, content: bytes) -> None:
    """Write the file. A reader sees the old one or the new, never half of one."""
    handle, name = tempfile.mkstemp(dir=_folder(), prefix=f".{key}-")
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    os.chmod(name, 0o640)
    os.replace(name, path_of(key))


@lru_cache(maxsize=1)
def _shipped() -> dict[str, dict[str, object]]:
    lists = load_lists()
    found = ((key, lists[key]) for key in lists)
    return {key: content for key, content in found if isinstance(content, dict)}


def shipped(kind: ListKind) -> dict[str, object]:
    """The list as the product brings it: title, source, as_of, entries."""
    return _shipped()[kind.key]


def shipped_rows(kind: ListKind) -> list[Row]:
    rows = shipped(kind)["entries"]
    return rows if isinstance(rows, list) else []


def rule_states() -> dict[str, str]:
    """Of the rules that the county has decided about, what it decided, as a word."""
    said = ((TRUSTED, "提前信任"), (SWITCHES, "已关闭"))
    return {str(row["rule"]): word for key, word in said for row in rows_of(key) if "rule" in row}
