"""Scores `ingest` against a key of marked documents: boundaries, title, unit, year, kind, residue, figures.

    python -m benchmarks.text_samples [FOLDER] [--all]

FOLDER holds `expected.json` and the texts; the rules of scoring are those of its key `scoring`.
"""

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import Any

from mingbai.text.ingest import ingest
from mingbai.text.model import Figure, Ingested, Recognised
from mingbai.text.reading import read_path

SAMPLES = Path(__file__).parents[1] / "../shared/samples"
KINDS = {
    "工作总结": "work_summary", "年度报告": "annual_report", "工作计划": "work_plan", "自查报告": "self_check", "工作要点": "work_plan",
    "实施方案": "work_plan", "工作方案": "work_plan", "汇报": "work_summary", "工作汇报": "work_summary", "通知": "notice",
}  # fmt: skip
END_TOLERANCE = 40
Row = dict[str, Any]


class Score:
    def __init__(self, verbose: bool) -> None:
        self.right: Counter[str] = Counter()
        self.total: Counter[str] = Counter()
        self.verbose = verbose

    def count(self, what: str, ok: bool, note: str) -> None:
        self.total[what] += 1
        self.right[what] += ok
        if not ok and self.verbose:
            print(f"  {what}: {note}")


def matching(gold: Row, found: Ingested) -> Recognised | None:
    """Start between label and start of the key's document, end within 40 characters once residue is gone."""
    low = gold.get("label_start", gold["start"])
    for document in found.documents:
        if low <= document.start <= gold["start"] and abs(document.end - gold["end"]) <= END_TOLERANCE:
            return document
    return None


def score_document(score: Score, gold: Row, found: Ingested) -> None:
    document = matching(gold, found)
    score.count("split", document is not None, f"{gold['id']} {gold['start']}-{gold['end']}")
    if document is None:
        return
    if gold["title_invented"]:
        score.count(
            "title",
            document.title is None or not document.title_in_text,
            f"{gold['id']} none, got {document.title}",
        )
    else:
        score.count(
            "title",
            document.title in [gold["title"], *gold.get("title_alt", [])],
            f"{gold['id']} {document.title}",
        )
    units = [*gold["unit_accept"], *([None] if gold["unit"] is None else [])]
    score.count("unit", document.unit in units, f"{gold['id']} {gold['unit']}, got {document.unit}")
    years = {gold["year"], gold.get("year_inferred") or gold["year"]}
    score.count("year", document.year in years, f"{gold['id']} {gold['year']}, got {document.year}")
    kind = KINDS.get(gold["doc_type"], "other")
    score.count("kind", document.kind == kind, f"{gold['id']} {gold['doc_type']}, got {document.kind}")
    cut = gold["truncated_start"] or gold["truncated_end"]
    score.count("truncated", document.truncated == cut, f"{gold['id']} {cut}, got {document.truncated}")


def overlaps(gold: Row, piece: Any) -> bool:
    return bool(piece.start < gold["end"] and gold["start"] < piece.end)


def same_figure(gold: Row, figure: Figure) -> bool:
    if not overlaps(gold, figure):
        return False
    return not isinstance(gold["value"], (int, float)) or abs(figure.value - gold["value"]) < 1e-9


def score_file(score: Score, key: Row, path: Path) -> None:
    found = ingest(read_path(path)[0])
    mine = [row for row in key["documents"] if row["file"] == path.name]
    score.total["documents found"] += len(found.documents)
    score.right["documents found"] += len(mine)
    for gold in mine:
        score_document(score, gold, found)
    for gold in key["boilerplate"]:
        if gold["file"] == path.name:
            covered = sum(
                max(0, min(r.end, gold["end"]) - max(r.start, gold["start"])) for r in found.stripped
            )
            score.count(
                "stripped",
                covered >= 0.8 * (gold["end"] - gold["start"]),
                f"{gold['kind']} {gold['text'][:40]!r}",
            )
    ids = {row["id"] for row in mine}
    for piece in found.stripped:
        marked = any(overlaps(row, piece) for row in key["boilerplate"] if row["file"] == path.name)
        score.count("stripped rightly", marked, repr(found.source.text[piece.start : piece.end][:50]))
    for gold in key["figures"]:
        if gold["doc"] in ids:
            score.count(
                "figures",
                any(same_figure(gold, f) for f in found.figures),
                f"{gold['quote']} = {gold['value']} {gold['unit']}",
            )
    for gold in key["not_figures"]:
        if gold["file"] == path.name:
            hit = [
                f
                for f in found.figures
                if f.start < gold["end"] and gold["start"] < f.end and f.end <= gold["end"]
            ]
            score.count("no figure", not hit, f"{gold['quote']} {hit[:1]}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=SAMPLES)
    parser.add_argument("--all", action="store_true", help="name what was missed")
    arguments = parser.parse_args()
    key = json.loads((arguments.folder / "expected.json").read_text(encoding="utf-8"))
    score = Score(arguments.all)
    for name in sorted({row["file"] for row in key["documents"]}):
        if arguments.all:
            print(name)
        score_file(score, key, arguments.folder / name)
    for what, total in score.total.items():
        print(f"{what:18} {score.right[what]:4} / {total}")


if __name__ == "__main__":
    main()
