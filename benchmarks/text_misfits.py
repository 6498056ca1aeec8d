"""Slips planted at random in clean texts: how many the rules `typo.misfit_*` find, and what they say of the texts untouched.

    python -m benchmarks.text_misfits [FILE …] [--slips 400] [--seed 7]

Without files the clean texts of `benchmarks/corpus` and `benchmarks/blind/dev` are read. One character is put for another of its
sound or shape, lost, doubled or exchanged with its neighbour, wherever Chinese stands; many such slips make other words.
"""

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from mingbai.text.model import Ingested, SourceDocument
from mingbai.text.proofreading import load_lists
from mingbai.text.proofreading.engine import passages
from mingbai.text.proofreading.rules import all_rules

HERE = Path(__file__).parent
RULES = [rule for rule in all_rules() if rule.name.startswith("typo.misfit_")]
LISTS = load_lists()
KINDS = ("character", "character", "order", "lost", "double")
AROUND = 600


def clean_texts() -> list[str]:
    found = []
    for folder in (HERE / "corpus", HERE / "blind/dev"):
        key = json.loads((folder / "key.json").read_text(encoding="utf-8"))
        found += [(folder / "texts" / name).read_text(encoding="utf-8") for name in key["clean_files"]]
    return found


def found_in(text: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and severity of each finding."""
    ingested = Ingested(SourceDocument("x.txt", text, "text/plain"), (), (), ())
    for passage in passages(ingested, lists=LISTS):
        for rule in RULES:
            yield from ((found.start, found.end, found.severity) for found in rule.find(rule, passage))


def confused() -> dict[str, list[str]]:
    groups: dict[str, set[str]] = {}
    for name in ("sounds", "shapes"):
        for row in LISTS[name]["entries"]:  # type: ignore[index]
            for letter in row["characters"]:
                groups.setdefault(letter, set()).update(row["characters"])
    return {letter: sorted(others - {letter}) for letter, others in groups.items()}


def planted(text: str, at: int, kind: str, chance: random.Random, others: dict[str, list[str]]) -> str:
    letter = text[at]
    if kind == "character":
        return text[:at] + chance.choice(others.get(letter) or [letter]) + text[at + 1 :]
    if kind == "order":
        return text[:at] + text[at + 1] + letter + text[at + 2 :]
    return text[:at] + ("" if kind == "lost" else letter * 2) + text[at + 1 :]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--slips", type=int, default=400)
    parser.add_argument("--seed", type=int, default=7)
    arguments = parser.parse_args()
    texts = [path.read_text(encoding="utf-8") for path in arguments.files] or clean_texts()
    size = sum(map(len, texts))
    alarms = Counter(severity for text in texts for _, _, severity in found_in(text))
    print(f"{len(texts)} clean texts, {size} characters: {dict(alarms)}")
    chance, others = random.Random(arguments.seed), confused()
    tried: Counter[str] = Counter()
    found: Counter[tuple[str, str]] = Counter()
    while sum(tried.values()) < arguments.slips:
        text, kind = chance.choice(texts), chance.choice(KINDS)
        at = chance.randrange(2, len(text) - 2)
        if not all("一" <= letter <= "鿿" for letter in text[at - 2 : at + 3]):
            continue
        low = max(0, at - AROUND)
        piece = text[low : at + AROUND]
        slip = planted(piece, at - low, kind, chance, others)
        if slip == piece:
            continue
        tried[kind] += 1
        near = [
            severity for start, end, severity in found_in(slip) if start <= at - low + 1 and at - low <= end
        ]
        if near:
            found[kind, "warning" if "warning" in near else "info"] += 1
    for kind, count in sorted(tried.items()):
        print(
            f"{kind:10} {count:4} planted, {found[kind, 'warning']} warned of, {found[kind, 'info']} hinted at"
        )


if __name__ == "__main__":
    main()
