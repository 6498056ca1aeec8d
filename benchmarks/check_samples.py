"""Scores `mingbai check` against a key of what careful readers marked.

    python -m benchmarks.check_samples [FOLDER] [--misses] [--extra] [--category C]
    python -m benchmarks.check_samples benchmarks/corpus
    python -m benchmarks.check_samples benchmarks/blind/dev
    python -m benchmarks.check_samples benchmarks/names
    python -m benchmarks.check_samples benchmarks/wild/held   # figures only, never a text or a place

FOLDER holds texts and `expected.json`, or `texts/` and `key.json`, with `documents`, `defects` (file, category, start, end, scored,
alt_categories or also_accepted, twin) and `negatives` (file, trap_category or category, start, end), `half_width_files` (half-width
punctuation counts for nothing there) and `clean_files`. A folder with a file SEALED is scored without any text shown. A mark is found when a finding of its category, or
of one of its alternatives, overlaps it or, for a near copy, the passage it repeats. Precision counts findings of severity error and warning: right when they
overlap a mark of that category, scored or not. A trap is hit by any error or warning of its category on it.
"""

import argparse
import json
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mingbai.text.model import Finding, Ingested, Recognised, Residue, SourceDocument
from mingbai.text.proofreading import check, load_lists
from mingbai.text.proofreading.twins import compare

SAMPLES = Path(__file__).resolve().parents[2] / "shared/samples"


@dataclass
class Score:
    """Counts for one category, with the places behind them."""

    marks: int = 0
    found: int = 0
    right: int = 0
    wrong: int = 0
    traps_hit: int = 0
    missed: list[str] = field(default_factory=list)
    extra: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float | None:
        return self.found / self.marks if self.marks else None

    @property
    def precision(self) -> float | None:
        reported = self.right + self.wrong
        return self.right / reported if reported else None


def overlaps(start: int, end: int, mark: dict[str, Any]) -> bool:
    return start < max(mark["end"], mark["start"] + 1) and mark["start"] < max(end, start + 1)


def categories_of(mark: dict[str, Any]) -> set[str]:
    return {mark["category"], *mark.get("alt_categories", ()), *mark.get("also_accepted", ())}


def hits(finding: Finding, mark: dict[str, Any]) -> bool:
    """Whether a finding is about this mark: its place, or for a near copy the place of its twin."""
    places = [mark, *([mark["twin"]] if "twin" in mark else [])]
    return finding.category in categories_of(mark) and any(
        overlaps(finding.start, finding.end, place) for place in places
    )


def trap_category(trap: dict[str, Any]) -> str:
    return str(trap.get("trap_category") or trap["category"])


def score_file(
    name: str,
    findings: list[Finding],
    marks: list[dict[str, Any]],
    traps: list[dict[str, Any]],
    scores: dict[str, Score],
) -> None:
    for mark in marks:
        if not mark.get("scored", True):
            continue
        score = scores[mark["category"]]
        score.marks += 1
        hit = any(hits(finding, mark) for finding in findings)
        score.found += hit
        if not hit:
            score.missed.append(
                f"{mark['file'][:12]}:{mark['start']} 「{mark.get('quote', '')[:40]}」{mark.get('explanation') or mark.get('note', '')}"
            )
    for finding in findings:
        if finding.severity == "info":
            continue
        score = scores[finding.category]
        right = any(hits(finding, mark) for mark in marks)
        score.right += right
        score.wrong += not right
        trapped = [
            t
            for t in traps
            if trap_category(t) == finding.category and overlaps(finding.start, finding.end, t)
        ]
        score.traps_hit += len(trapped)
        if not right or trapped:
            flag = "陷阱 " if trapped else ""
            score.extra.append(
                f"{flag}{name[:12]}:{finding.start} {finding.rule} {finding.severity} 「{finding.quote[:50]}」{finding.message}"
            )


def is_half_width(finding: Finding) -> bool:
    """A remark on a half-width mark: said once of the file in such files, so neither right nor wrong."""
    return finding.rule.startswith("punctuation.half")


# What the key calls pieces of web page → what `ingest` calls them.
RESIDUE_KINDS = {
    "page_title": "site_header",
    "breadcrumb": "site_header",
    "publish_meta": "publish_line",
    "page_tool": "page_tools",
    "page_residue": "page_tools",
    "page_summary": "advert",
    "page_intro": "advert",
    "download_ad": "advert",
    "comment_box": "page_tools",
    "copyright": "licence",
    "icp": "footer",
}


def as_marked(key: dict[str, Any], name: str, text: str) -> Ingested:
    """What a perfect `ingest` would say of the file, from the key: measures the rules alone."""
    kinds = {
        "年度报告": "annual_report",
        "工作总结": "work_summary",
        "工作计划": "work_plan",
        "自查报告": "self_check",
    }
    documents = tuple(
        Recognised(
            start=row["start"],
            end=row["end"],
            title=row.get("title"),
            title_in_text=not row.get("title_invented"),
            unit=row.get("unit"),
            year=row.get("year"),
            kind=kinds.get(row.get("doc_type", ""), row.get("kind", "other")),  # type: ignore[arg-type]
            truncated=bool(row.get("truncated_end")),
        )
        for row in sorted(key["documents"], key=lambda row: row["start"])
        if row["file"] == name
    )
    pieces = sorted(
        (row["start"], row["end"], row["kind"]) for row in key.get("boilerplate", ()) if row["file"] == name
    )
    stripped = tuple(
        Residue(start, end, RESIDUE_KINDS.get(kind, kind))
        for start, end, kind in pieces
        if kind not in {"broken_line", "inline_seo_insertion"}
    )
    return Ingested(SourceDocument(name, text, "text/plain", "utf-8"), documents, stripped, ())


def read_key(folder: Path) -> tuple[dict[str, Any], Path]:
    """The key of a folder and the folder that its file names are relative to."""
    for name, texts in (("expected.json", folder), ("key.json", folder / "texts")):
        if (folder / name).exists():
            return json.loads((folder / name).read_text(encoding="utf-8")), texts
    raise SystemExit(f"{folder}: neither expected.json nor key.json")


def ingested_files(folder: Path, key: dict[str, Any], given: bool) -> Iterator[tuple[str, Ingested]]:
    parts = ("documents", "defects", "negatives")
    for name in sorted({row["file"] for part in parts for row in key[part]}):
        if given:
            yield name, as_marked(key, name, (folder / name).read_text(encoding="utf-8"))
            continue
        from mingbai.text.ingest import ingest
        from mingbai.text.reading import read_path

        for source in read_path(folder / name):
            yield name, ingest(source)


def score_folder(
    folder: Path, *, given: bool = False, data: Path | None = None
) -> tuple[dict[str, Score], float, int]:
    """Scores per category, seconds spent checking, characters read."""
    key, folder = read_key(folder)
    lists = load_lists(data)
    scores: dict[str, Score] = defaultdict(Score)
    files = list(ingested_files(folder, key, given))
    began = time.process_time()
    findings = [check(ingested, lists=lists) for _, ingested in files]
    spent = time.process_time() - began
    characters = sum(len(ingested.source.text) for _, ingested in files)
    for (name, _), found in zip(files, compare([file for _, file in files], findings), strict=True):
        marks = [row for row in key["defects"] if row["file"] == name]
        traps = [row for row in key["negatives"] if row["file"] == name]
        if name in key.get("half_width_files", ()):
            found = [finding for finding in found if not is_half_width(finding)]
        score_file(name, found, marks, traps, scores)
        if name in key.get("clean_files", ()):
            scores["(clean files)"].wrong += sum(finding.severity != "info" for finding in found)
    return scores, spent, characters


def _percent(value: float | None) -> str:
    return "    –" if value is None else f"{value:5.0%}"


def _row(name: str, score: Score) -> str:
    return (
        f"{name:26} marks {score.marks:4} recall {_percent(score.recall)}  "
        f"right {score.right:4} wrong {score.wrong:3} precision {_percent(score.precision)}  traps {score.traps_hit}"
    )


def report(scores: dict[str, Score], *, misses: bool, extra: bool, only: str | None) -> None:
    total: Counter[str] = Counter()
    clean = scores.pop("(clean files)", None)
    for category in sorted(scores):
        score = scores[category]
        for name in ("marks", "found", "right", "wrong", "traps_hit"):
            total[name] += getattr(score, name)
        if only and category != only:
            continue
        print(_row(category, score))
        for line in score.missed if misses else ():
            print("    −", line)
        for line in score.extra if extra else ():
            print("    +", line)
    print(_row("all", Score(**total)))
    if clean:
        print(f"errors and warnings in files without any error: {clean.wrong}")


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", nargs="?", type=Path, default=SAMPLES)
    parser.add_argument("--misses", action="store_true", help="list the marks that were not found")
    parser.add_argument("--extra", action="store_true", help="list the findings that no mark supports")
    parser.add_argument("--category")
    parser.add_argument("--data", type=Path)
    parser.add_argument(
        "--given", action="store_true", help="take documents and web residue from the key, not from ingest"
    )
    args = parser.parse_args(argv)
    scores, spent, characters = score_folder(args.folder, given=args.given, data=args.data)
    sealed = (args.folder / "SEALED").exists()
    if sealed and (args.misses or args.extra):
        parser.error(f"{args.folder} is sealed: it is scored, never read")
    report(scores, misses=args.misses, extra=args.extra, only=args.category)
    print(
        f"{characters} characters in {spent * 1000:.0f} ms: {characters * 3 / max(spent, 1e-9) / 1e6:.1f} MB/s"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
