"""Turn the marked sources into plain texts and the answer key.

    python benchmarks/corpus/build.py [FOLDER]          # write texts/ and key.json
    python benchmarks/corpus/build.py [FOLDER] --check  # fail where they are stale

FOLDER holds `sources/`; without it this folder is meant. benchmarks/blind/dev and benchmarks/blind/held are others.
The markup is described in README.md. Only the standard library is used.
"""

import difflib
import json
import re
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
CATEGORIES = frozenset(
    [
        "template_placeholder",
        "wrong_year_or_date",
        "numbering_gap",
        "typo",
        "encoding_damage",
        "wrong_topic_paste",
        "near_duplicate_passage",
        "arithmetic_inconsistency",
        "personal_data",
        "outdated_expression",
        "wrong_regulation_name",
        "truncated_text",
        "web_residue",
        "punctuation_misuse",
        "unit_name_inconsistency",
        "internal_contradiction",
        "sensitive_wording",
    ]
)
SEVERITIES = frozenset({"error", "warning", "info"})
HALF_WIDTH = str.maketrans("\uff0c\uff1a\uff1b\uff1f\uff01\uff08\uff09", ",:;?!()")
DOC_LINE = re.compile(r"^@@doc +(.+)$")
Json = dict[str, Any]


@dataclass
class Mark:
    """An open or closed mark: a defect (⟦⟧) or a trap (⟪⟫)."""

    kind: str
    head: list[str]
    start: int
    end: int = -1
    note: str = ""


@dataclass
class Source:
    """What one marked source says: the plain text, its marks and its documents."""

    text: str = ""
    marks: list[Mark] = field(default_factory=list)
    documents: list[Json] = field(default_factory=list)
    half_width: bool = False


def strip_directives(raw: str) -> tuple[str, bool, list[tuple[int, Json | None]]]:
    """Drop the @@ lines; return the marked text, the half-width switch and the document events."""
    kept: list[str] = []
    events: list[tuple[int, Json | None]] = []
    length = 0
    half = False
    for line in raw.splitlines(keepends=True):
        stripped = line.rstrip("\n")
        if stripped == "@@halfwidth":
            half = True
        elif stripped == "@@end":
            events.append((length, None))
        elif match := DOC_LINE.match(stripped):
            pairs = (part.split("=", 1) for part in match[1].split(" | "))
            events.append((length, {key.strip(): value.strip() for key, value in pairs}))
        else:
            kept.append(line)
            length += len(line)
    return "".join(kept), half, events


def read_marks(marked: str) -> tuple[str, list[Mark], list[int]]:
    """Strip the marks. The third value maps each marked offset to its plain offset."""
    out: list[str] = []
    stack: list[Mark] = []
    done: list[Mark] = []
    offsets: list[int] = []
    in_note = False
    position = 0
    while position < len(marked):
        char = marked[position]
        offsets.append(len(out))
        if char in "⟦⟪":
            fields = 2 if char == "⟦" else 1
            *head, _ = marked[position + 1 :].split("|", fields)
            skipped = sum(len(part) + 1 for part in head)
            offsets.extend([len(out)] * skipped)
            stack.append(Mark("defect" if char == "⟦" else "trap", head, len(out)))
            position += skipped
        elif char in "⟧⟫":
            mark = stack.pop()
            mark.end = len(out)
            done.append(mark)
            in_note = False
        elif marked.startswith("\\|", position):
            offsets.append(len(out))
            out.append("|")
            position += 1
        elif char == "|" and stack and not in_note:
            in_note = True
        elif in_note:
            stack[-1].note += char
        else:
            out.append(char)
        position += 1
    if stack:
        raise SystemExit(f"unclosed mark: {stack[-1].head} at plain offset {stack[-1].start}")
    offsets.append(len(out))
    return "".join(out), sorted(done, key=lambda mark: (mark.start, -mark.end)), offsets


def place_documents(text: str, events: list[tuple[int, Json | None]], offsets: list[int]) -> list[Json]:
    """Give each document its span: without blank space at either end, end exclusive."""
    documents: list[Json] = []
    for at, attributes in events:
        plain = offsets[at]
        if attributes is not None:
            start = plain + len(text[plain:]) - len(text[plain:].lstrip())
            year = attributes.get("year")
            documents.append(
                {
                    "start": start,
                    "end": -1,
                    "title": attributes.get("title"),
                    "unit": attributes.get("unit"),
                    "unit_kind": attributes["unit_kind"],
                    "year": int(year) if year else None,
                    "kind": attributes["kind"],
                }
            )
        else:
            documents[-1]["end"] = len(text[:plain].rstrip())
    return documents


def parse(raw: str) -> Source:
    """Read one source file."""
    marked, half, events = strip_directives(raw)
    text, marks, offsets = read_marks(marked)
    if half:
        text = text.translate(HALF_WIDTH)
    return Source(text, marks, place_documents(text, events, offsets), half)


def twin_of(text: str, mark: Mark) -> Json:
    """Where the passage that a near duplicate repeats stands: the window that covers most of it."""
    wanted = text[mark.start : mark.end]
    width = len(wanted) * 5 // 4
    best = (0, 0, 0)
    for start in range(0, len(text) - len(wanted), 4):
        end = min(start + width, len(text))
        if end > mark.start and start < mark.end:
            continue
        matcher = difflib.SequenceMatcher(None, text[start:end], wanted, autojunk=False)
        blocks = [block for block in matcher.get_matching_blocks() if block.size > 1]
        covered = sum(block.size for block in blocks)
        if covered > best[0]:
            best = (covered, start + blocks[0].a, start + blocks[-1].a + blocks[-1].size)
    return {"start": best[1], "end": best[2]}


def defect_entry(name: str, file: str, text: str, mark: Mark, number: int) -> Json:
    """One defect of the key."""
    category, *also = mark.head[0].split("/")
    severity = mark.head[1]
    unknown = {category, *also} - CATEGORIES
    if unknown or severity not in SEVERITIES:
        raise SystemExit(f"{name}: bad mark {mark.head}")
    entry: Json = {
        "id": f"D-{name}-{number:02d}",
        "file": file,
        "start": mark.start,
        "end": mark.end,
        "quote": text[mark.start : mark.end],
        "category": category,
        "severity": severity,
        "scored": not (category == "web_residue" and severity == "info"),
        "note": mark.note,
    }
    if also:
        entry["also_accepted"] = also
    if category == "near_duplicate_passage":
        entry["twin"] = twin_of(text, mark)
    return entry


def trap_entry(name: str, file: str, text: str, mark: Mark, number: int) -> Json:
    """One negative of the key: right, though it looks wrong."""
    if mark.head[0] not in CATEGORIES:
        raise SystemExit(f"{name}: bad trap {mark.head}")
    return {
        "id": f"N-{name}-{number:02d}",
        "file": file,
        "start": mark.start,
        "end": mark.end,
        "quote": text[mark.start : mark.end],
        "category": mark.head[0],
        "why": mark.note,
    }


def build(folder: Path) -> tuple[dict[str, str], Json]:
    """All plain texts of a set by file name, and the key."""
    texts: dict[str, str] = {}
    key: Json = {"documents": [], "defects": [], "negatives": [], "half_width_files": [], "clean_files": []}
    for path in sorted((folder / "sources").glob("*.md")):
        name, file = path.stem, f"{path.stem}.txt"
        try:
            source = parse(path.read_text(encoding="utf-8"))
        except (ValueError, IndexError) as error:
            raise SystemExit(f"{path.name}: {error}") from error
        texts[file] = source.text
        for number, document in enumerate(source.documents, 1):
            key["documents"].append({"id": f"{name}-{number:02d}", "file": file, **document})
        defects = [mark for mark in source.marks if mark.kind == "defect"]
        traps = [mark for mark in source.marks if mark.kind == "trap"]
        key["defects"] += [defect_entry(name, file, source.text, m, n) for n, m in enumerate(defects, 1)]
        key["negatives"] += [trap_entry(name, file, source.text, m, n) for n, m in enumerate(traps, 1)]
        if source.half_width:
            key["half_width_files"].append(file)
        if not defects:
            key["clean_files"].append(file)
    return texts, key


def report(texts: dict[str, str], key: Json) -> str:
    """A short count of what the corpus holds."""
    defects = Counter(entry["category"] for entry in key["defects"])
    traps = Counter(entry["category"] for entry in key["negatives"])
    lines = [
        f"{len(texts)} texts ({len(key['clean_files'])} clean), {sum(map(len, texts.values()))} characters, "
        f"{len(key['documents'])} documents, {sum(defects.values())} defects, {sum(traps.values())} traps"
    ]
    lines += [f"{category:26} {defects[category]:4} {traps[category]:4}" for category in sorted(CATEGORIES)]
    return "\n".join(lines)


def is_written(path: Path, text: str) -> bool:
    return path.exists() and path.read_text(encoding="utf-8") == text


def main() -> int:
    """Write the corpus, or with --check compare it with the sources."""
    arguments = [argument for argument in sys.argv[1:] if argument != "--check"]
    folder = Path(arguments[0]) if arguments else HERE
    texts, key = build(folder)
    wanted = {folder / "texts" / file: text for file, text in texts.items()}
    wanted[folder / "key.json"] = json.dumps(key, ensure_ascii=False, indent=1) + "\n"
    if "--check" in sys.argv[1:]:
        stale = [path.name for path, text in wanted.items() if not is_written(path, text)]
        print(f"stale: {stale}" if stale else "up to date")
        return 1 if stale else 0
    for path, text in wanted.items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    print(report(texts, key))
    return 0


if __name__ == "__main__":
    sys.exit(main())
