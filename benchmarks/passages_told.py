"""Scores short passages in which facts, sums, dates, names of units and topics do not fit (`benchmarks/passages`).

    python -m benchmarks.passages_told benchmarks/passages/a.md [--misses] [--extra]

A file holds passages after lines `@@ NAME`. `⟦c1|words⟧` marks a fault: letters say which categories are a right answer (c contradiction, a sums,
d dates, u units, t topic; the first letter is what it is counted as), the number joins the two places of one fault. `⟪c|words⟫` is right,
though it looks wrong. A fault is found when a finding of one of its categories overlaps one of its places; hints are counted beside.
"""

import argparse
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from mingbai.text.ingest import ingest
from mingbai.text.model import Finding, SourceDocument
from mingbai.text.proofreading import check, load_lists
from mingbai.text.proofreading.lists import Lists

CATEGORIES = {
    "c": "internal_contradiction",
    "a": "arithmetic_inconsistency",
    "d": "wrong_year_or_date",
    "u": "unit_name_inconsistency",
    "t": "wrong_topic_paste",
}
MARK = re.compile(r"([⟦⟪])([a-z]+)(\d*)\|([^⟧⟫]*)[⟧⟫]")
Span = tuple[int, int]


@dataclass
class Case:
    """One passage: its plain text, its faults by number and what is right though it looks wrong."""

    name: str
    text: str
    faults: dict[str, list[Span]] = field(default_factory=dict)
    letters: dict[str, str] = field(default_factory=dict)
    right: list[tuple[str, Span]] = field(default_factory=list)


def read_case(name: str, marked: str) -> Case:
    case, plain, last, length = Case(name, ""), [], 0, 0
    for found in MARK.finditer(marked):
        before, words = marked[last : found.start()], found[4]
        start = length + len(before)
        span = (start, start + len(words))
        if found[1] == "⟦":
            case.faults.setdefault(found[3], []).append(span)
            case.letters[found[3]] = found[2]
        else:
            case.right.append((found[2], span))
        plain += [before, words]
        last, length = found.end(), span[1]
    case.text = "".join([*plain, marked[last:]])
    return case


def read_cases(path: Path) -> Iterator[Case]:
    for block in re.split(r"^@@ ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        name, _, marked = block.partition("\n")
        yield read_case(name.strip(), marked)


def findings_of(case: Case, lists: Lists) -> list[Finding]:
    return check(ingest(SourceDocument(f"{case.name}.txt", case.text, "text/plain")), lists=lists)


def answers(finding: Finding, letters: str, spans: list[Span]) -> bool:
    fits = finding.category in {CATEGORIES[letter] for letter in letters}
    return fits and any(finding.start < end and start < finding.end for start, end in spans)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("file", type=Path)
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--extra", action="store_true")
    arguments = parser.parse_args()
    lists = load_lists()
    marks, found, hinted, wrong, trapped = (Counter[str]() for _ in range(5))
    for case in read_cases(arguments.file):
        findings = findings_of(case, lists)
        for number, spans in case.faults.items():
            letters = case.letters[number]
            told = [one for one in findings if answers(one, letters, spans)]
            marks[letters[0]] += 1
            found[letters[0]] += any(one.severity != "info" for one in told)
            hinted[letters[0]] += bool(told) and all(one.severity == "info" for one in told)
            if not told and arguments.misses:
                print("−", case.name, letters[0], " / ".join(case.text[a:b] for a, b in spans))
        every = [(case.letters[number], spans) for number, spans in case.faults.items()]
        for one in findings:
            if one.severity == "info" or any(answers(one, letters, spans) for letters, spans in every):
                continue
            letter = next((key for key, value in CATEGORIES.items() if value == one.category), "?")
            wrong[letter] += 1
            trapped[letter] += any(one.start < b and a < one.end for _, (a, b) in case.right)
            if arguments.extra:
                print("+", case.name, one.rule, one.severity, one.quote[:40], one.message[:70])
    for letter in (*CATEGORIES, "?"):
        print(
            f"{CATEGORIES.get(letter, 'other categories'):26} marks {marks[letter]:4}  warned {found[letter]:4}  hinted {hinted[letter]:3}"
            f"  recall {(found[letter] + hinted[letter]) / max(marks[letter], 1):4.0%}  unmarked warnings {wrong[letter]:3}, on traps {trapped[letter]}"
        )
    every_mark = sum(marks.values())
    print(
        f"all {every_mark}: warned {sum(found.values())}, hinted {sum(hinted.values())}, {(sum(found.values()) + sum(hinted.values())) / every_mark:.0%}"
    )


if __name__ == "__main__":
    main()
