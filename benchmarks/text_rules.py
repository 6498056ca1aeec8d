"""What each proofreading rule costs: the dearest rules in nanoseconds a character, so that a new dear one is seen.

    python -m benchmarks.text_rules [--characters 60000] [--most 30]

Processor time on the clean and the faulty texts of `benchmarks/corpus`, the best of three. Each rule is asked for
the texts that wake it; what rules share (words cut, figures, marks) is counted with the first that asks for it, and
`waking` is the one pass that finds every rule's words. Measured beside other work, only the order says something.
"""

import argparse
import json
import time
from collections import defaultdict

from benchmarks.text_speed import CORPUS, documents
from mingbai.text.ingest import ingest
from mingbai.text.model import Ingested, SourceDocument
from mingbai.text.proofreading import check, load_lists
from mingbai.text.proofreading.engine import passages
from mingbai.text.proofreading.lists import Lists
from mingbai.text.proofreading.rules import rules_for
from mingbai.text.proofreading.triggers import RuleSet

COPIES = frozenset({"near_duplicate_passage"})
WAKING = "waking"


def costs(files: list[Ingested], lists: Lists) -> tuple[dict[str, float], dict[str, int], int]:
    """Seconds each rule takes over the files, on how many of the documents it is awake, and how many there are."""
    rules = RuleSet(rules_for(COPIES))
    spent: dict[str, float] = defaultdict(lambda: float("inf"))
    awake: dict[str, int] = {}
    read = [passage for file in files for passage in passages(file, lists=lists)]
    for _ in range(3):
        read = [passage for file in files for passage in passages(file, lists=lists)]
        begin = time.process_time()
        woken = [{rule.name for rule, _ in rules.awake(passage)} for passage in read]
        spent[WAKING] = min(spent[WAKING], time.process_time() - begin)
        for rule, find in rules.rules:
            mine = [passage for passage, names in zip(read, woken, strict=True) if rule.name in names]
            begin = time.process_time()
            for passage in mine:
                for _found in find(rule, passage):
                    pass
            spent[rule.name] = min(spent[rule.name], time.process_time() - begin)
            awake[rule.name] = len(mine)
    return spent, awake, len(read)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--characters", type=int, default=60_000)
    parser.add_argument("--most", type=int, default=30, help="so many rules are shown")
    arguments = parser.parse_args()
    key = json.loads((CORPUS / "key.json").read_text(encoding="utf-8"))
    names = [*key["clean_files"], *sorted({row["file"] for row in key["defects"]})]
    texts = documents(names, arguments.characters)
    files = [ingest(SourceDocument(file="x.txt", text=text, media_type="text/plain")) for text in texts]
    lists, characters = load_lists(), sum(map(len, texts))
    for file in files:
        check(file, lists=lists, disabled=COPIES)
    spent, awake, count = costs(files, lists)
    whole = sum(spent.values())
    print(f"{len(spent) - 1} rules, {count} documents, {characters} characters")
    print(f"{whole / characters * 1e9:8.0f} ns a character altogether")
    for name, seconds in sorted(spent.items(), key=lambda row: -row[1])[: arguments.most]:
        share, woken = seconds / whole, awake.get(name, count) / count
        print(f"{seconds / characters * 1e9:8.1f} ns  {share:5.1%}  awake in {woken:4.0%}  {name}")


if __name__ == "__main__":
    main()
