"""Queries as people type them against the demonstration county: how many find what they mean in the first five.

    python -m benchmarks.search_quality [--data DIR] [--failures] [--queries FILE] [--documents FILE]

FILE holds lines `kind<TAB>query<TAB>pattern`: one of the first five titles must match the pattern. A query
`@NUMBER:form` stands for the document numbers of twenty policy documents written in that form; the document itself must
come. Without --data a demonstration county is built in a temporary folder. --documents puts further documents into the
county first: `=== CODE` of the unit, then title, a blank line and text; `search_fresh_a.txt` and `search_fresh_b.txt`
belong to the sets of the same names.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

QUERIES = Path(__file__).parent / "data" / "search_queries.tsv"
FIRST = 5
FORMS = {
    "〔": lambda text: text,
    "[": lambda text: text.replace("〔", "[").replace("〕", "]"),
    "（": lambda text: text.replace("〔", "（").replace("〕", "）"),
    " ": lambda text: text.replace("〔", " ").replace("〕", " "),
    "full": lambda text: re.sub(r"\d", lambda digit: chr(ord(digit[0]) + 0xFEE0), text),
    "no号": lambda text: text.removesuffix("号"),
}
Row = tuple[str, str, str]


def rows(path: Path) -> list[Row]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [
        (kind, query, wanted) for kind, query, wanted in (_cells(line) for line in lines if line[:1] != "#")
    ]


def _cells(line: str) -> Row:
    kind, query, wanted = line.split("\t")
    return kind, query, wanted


def numbers(form: str) -> list[tuple[str, str]]:
    """(query, pattern of the title) of twenty documents."""
    from mingbai.disclosure.selectors import public_items

    found = public_items().filter(kind="normative_document").exclude(document_number="")[:20]
    return [(FORMS[form](row.document_number), f"^{re.escape(row.title)}$") for row in found]


def spelled_out(given: list[Row]) -> list[Row]:
    found: list[Row] = []
    for kind, query, wanted in given:
        if query.startswith("@NUMBER:"):
            found += [(kind, asked, title) for asked, title in numbers(query.removeprefix("@NUMBER:"))]
        else:
            found.append((kind, query, wanted))
    return found


def add_documents(path: Path, data: str) -> None:
    """Each document of the file, published under the unit named before it."""
    parts = re.split(r"^=== ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    with tempfile.TemporaryDirectory() as folder:
        for place, part in enumerate(parts):
            code, text = part.split("\n", 1)
            under = Path(folder) / code
            under.mkdir(exist_ok=True)
            spaced = text if "\n\n" in text else text.replace("\n", "\n\n", 1)
            (under / f"{place:02}.txt").write_text(spaced, encoding="utf-8")
        for under in sorted(Path(folder).iterdir()):
            command = [sys.executable, "-m", "mingbai", "import", str(under), "--data", data]
            subprocess.run(
                [*command, "--unit", under.name, "--publish"], check=True, stdout=subprocess.DEVNULL
            )


def measure(given: list[Row], failures: bool) -> None:
    from mingbai.portal.query import search

    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    took = []
    for kind, query, wanted in spelled_out(given):
        started = time.process_time()
        answer = search(query, size=FIRST)
        took.append((time.process_time() - started) * 1000)
        titles = [result.row.title for result in answer.results]
        total[kind] += 1
        right[kind] += any(re.search(wanted, title) for title in titles)
        if failures and not any(re.search(wanted, title) for title in titles):
            print(f"✗ {kind}　{query}　应有 {wanted}　得到：{'｜'.join(titles) or '没有'}")
    for kind, number in total.items():
        print(f"{kind}\t{right[kind]}/{number}")
    whole, found = sum(total.values()), sum(right.values())
    took.sort()
    print(f"合计\t{found}/{whole}\t{found / whole:.1%}")
    print(
        f"处理器时间（毫秒，不含页面）\t中位 {took[len(took) // 2]:.1f}\t95% {took[int(len(took) * 0.95)]:.1f}"
    )


def main() -> None:
    made = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    made.add_argument("--data", default="")
    made.add_argument("--failures", action="store_true")
    made.add_argument("--queries", type=Path, default=QUERIES)
    made.add_argument("--documents", type=Path)
    options = made.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        data = options.data or f"{folder}/data"
        if not options.data:
            command = [sys.executable, "-m", "mingbai", "demo", "--data", data, "--today", "2026-11-23"]
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        if options.documents:
            add_documents(options.documents, data)
        os.environ["MINGBAI_DATA"] = data
        from mingbai.cli import installation

        installation.setup()
        measure(rows(options.queries), options.failures)


if __name__ == "__main__":
    main()
