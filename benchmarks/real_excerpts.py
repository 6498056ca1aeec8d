"""Scores the rules on the marks of `benchmarks/real/dev.json` that a few words around them suffice to see.

    python -m benchmarks.real_excerpts [--misses] [--batch N]

The pages are not ours to copy; of each mark the file keeps the words, thirty characters on either side and the page's address.
A mark counts as found when a finding of its category, or of one it also accepts, overlaps its words in the excerpt; a trap is hit by
any error or warning of its category on its words. Marks that need the whole text (`alone` is false) are kept for readers and not
scored; precision cannot be told from excerpts, whose edges cut sentences. `held.json` beside it is sealed and never read here.
"""

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import Any

from mingbai.text.model import Finding, Ingested, Recognised, SourceDocument
from mingbai.text.proofreading import check, load_lists

MARKS = Path(__file__).parent / "real" / "dev.json"


def findings_in(excerpt: str, lists: Any) -> list[Finding]:
    source = SourceDocument("excerpt.txt", excerpt, "text/plain")
    return check(Ingested(source, (Recognised(0, len(excerpt)),), (), ()), lists=lists)


def is_hit(finding: Finding, mark: dict[str, Any]) -> bool:
    wanted = {mark["category"], *mark.get("also_accepted", ())}
    overlaps = finding.start < max(mark["end"], mark["start"] + 1) and mark["start"] < max(
        finding.end, finding.start + 1
    )
    return overlaps and finding.category in wanted


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--misses", action="store_true", help="show what was not found")
    parser.add_argument("--batch", type=int, help="of pages, see README.md")
    chosen = parser.parse_args()
    key, lists = json.loads(MARKS.read_text(encoding="utf-8")), load_lists()
    batches = {page["id"]: page["batch"] for page in key["pages"]}
    marks, found, traps, hit = Counter(), Counter(), Counter(), Counter()  # type: ignore[var-annotated]
    for mark in key["marks"]:
        if not mark["alone"] or mark.get("doubtful") or chosen.batch not in {None, batches[mark["page"]]}:
            continue
        category, findings = mark["category"], findings_in(mark["excerpt"], lists)
        if mark.get("trap"):
            traps[category] += 1
            hit[category] += any(is_hit(one, mark) and one.severity != "info" for one in findings)
            continue
        marks[category] += 1
        seen = any(is_hit(one, mark) for one in findings)
        found[category] += seen
        if chosen.misses and not seen:
            print(f"    − {mark['page']} 「{mark['excerpt'][mark['start'] : mark['end']]}」{mark['why']}")
    for category in sorted({*marks, *traps}):
        recall = f"{found[category] / marks[category]:6.0%}" if marks[category] else "     –"
        print(
            f"{category:26} marks {marks[category]:4} found {recall}  traps {traps[category]:3} hit {hit[category]:2}"
        )
    print(
        f"{'all':26} marks {marks.total():4} found {found.total() / marks.total():6.0%}  traps {traps.total():3} hit {hit.total():2}"
    )


if __name__ == "__main__":
    main()
