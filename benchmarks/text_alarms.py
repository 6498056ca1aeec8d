"""What rules find in papers that are good: the false alarms of a rule, before anybody else meets them.

    python -m benchmarks.text_alarms RULE... [--count]

RULE is the name of a rule or the beginning of one (`typo.half_`); without any, all rules are counted. The papers are those of
tools/official_writing, 1.17 million characters. Every error and warning there is a false alarm until somebody has read it; of hints a
rule may have three or so.
"""

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from mingbai.text.ingest import ingest
from mingbai.text.model import Finding, SourceDocument
from mingbai.text.proofreading import check, load_lists
from mingbai.text.proofreading.rules import all_rules

PAPERS = Path(__file__).resolve().parents[1] / "tools/official_writing"
_AROUND = 25


def alarms(wanted: tuple[str, ...]) -> Iterator[tuple[str, str, Finding]]:
    """File, text and finding of the rules whose names begin with one of the wanted."""
    lists = load_lists()
    off = [rule.name for rule in all_rules() if not rule.name.startswith(wanted)]
    for path in sorted(PAPERS.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        source = SourceDocument(path.name, text, "text/plain")
        for found in check(ingest(source), lists=lists, disabled=off):
            yield path.name, text, found


def _line(file: str, text: str, found: Finding) -> str:
    before, after = text[max(0, found.start - _AROUND) : found.start], text[found.end : found.end + _AROUND]
    words = f"…{before}[{found.quote}]{after}…".replace("\n", "⏎")
    return f"{file}:{found.start} {found.severity} {found.rule} {words} | {found.message}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("rules", nargs="*", metavar="RULE")
    parser.add_argument("--count", action="store_true", help="counts alone")
    options = parser.parse_args()
    counted: Counter[tuple[str, str]] = Counter()
    for file, text, found in alarms(tuple(options.rules) or ("",)):
        counted[found.rule, found.severity] += 1
        if options.rules and not options.count:
            print(_line(file, text, found))
    for (rule, severity), times in counted.most_common():
        print(f"{times:4} {severity:8} {rule}")
    grave = sum(times for (_, severity), times in counted.items() if severity != "info")
    print(f"{grave} errors and warnings, {sum(counted.values()) - grave} hints")


if __name__ == "__main__":
    main()
