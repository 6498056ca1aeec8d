"""Counts how often each rule was right in the open texts of `benchmarks`, and writes who has earned an error or a warning.

    python -m tools.proven_rules

A rule has proven itself that was right in five of these collections, which different people wrote, or at eight places, and wrong
at one in ten of its places at most (`text/proofreading/trial.py`). Sealed collections are not asked: they tell what it is worth.
"""

import argparse
import json
import sys
from collections import Counter, defaultdict
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.check_samples import hits, ingested_files, is_half_width, read_key
from mingbai.text.proofreading import check, load_lists
from mingbai.text.proofreading.rules import all_rules
from mingbai.text.proofreading.trial import LIST, WITHOUT_TRIAL

ROOT = Path(__file__).resolve().parents[1]
FILE = ROOT / "mingbai/text/data" / f"{LIST}.json"
SAMPLES = ROOT.parent / "shared/samples"
COLLECTIONS, PLACES, WRONG_IN = 5, 8, 10


def folders() -> list[Path]:
    """The open collections, and the samples where they are at hand."""
    keys = [
        path.parent for name in ("key.json", "expected.json") for path in ROOT.glob(f"benchmarks/**/{name}")
    ]
    here = sorted({path for path in keys if not (path / "SEALED").exists()})
    return [*here, *([SAMPLES] if SAMPLES.is_dir() else [])]


def counted() -> tuple[dict[str, set[str]], Counter[str], Counter[str]]:
    """By rule in which collections it was right, how often it was, and how often it was wrong."""
    where, right, wrong = defaultdict[str, set[str]](set), Counter[str](), Counter[str]()
    # `as_proven` must not count its own judgement
    lists = load_lists().without(LIST)
    for folder in folders():
        key, texts = read_key(folder)
        for name, ingested in ingested_files(texts, key, given=False):
            marks = [mark for mark in key["defects"] if mark["file"] == name]
            for one in check(ingested, lists=lists):
                if one.severity == "info" or (name in key.get("half_width_files", ()) and is_half_width(one)):
                    continue
                if any(hits(one, mark) for mark in marks):
                    where[one.rule].add(str(folder))
                    right[one.rule] += 1
                else:
                    wrong[one.rule] += 1
    return where, right, wrong


def rows() -> list[dict[str, str]]:
    where, right, wrong = counted()
    graves = [rule.name for rule in all_rules() if rule.category not in WITHOUT_TRIAL]
    return [
        {
            "rule": name,
            "source": f"在{len(where[name])}组样文里查对{right[name]}处，误报{wrong[name]}处",
        }
        for name in sorted(graves)
        if (len(where[name]) >= COLLECTIONS or right[name] >= PLACES)
        and wrong[name] * WRONG_IN <= right[name] + wrong[name]
    ]


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.parse_args(argv)
    found = rows()
    head = {
        "title": "已经证实的规则",
        "source": "按随软件公开的审校样文（benchmarks）逐条计数：在不同作者写的五组以上样文里查对过，或者查对八处以上，且误报不超过一成",
        "as_of": datetime.now(UTC).date().isoformat(),
    }
    entries = ",\n".join(f"  {json.dumps(row, ensure_ascii=False)}" for row in found)
    text = json.dumps(head, ensure_ascii=False, indent=1).removesuffix("\n}")
    FILE.write_text(f'{text},\n "entries": [\n{entries}\n ]\n}}\n', encoding="utf-8")
    print(f"{len(found)} rules have proven themselves in {len(folders())} collections")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
