"""Proofreading speed beside Presidio on the same text in the same run, in megabytes of UTF-8 a second.

    python -m benchmarks.text_speed [--characters 200000] [--peer]

The text is `benchmarks/corpus/texts`, repeated with other figures until it is long enough: once the clean files, once
those with planted errors, each as single documents and joined to one. Everything is timed in processor time, the
best of three. The peer is `presidio-analyzer`, fifteen patterns of its `PatternRecognizer` without a language model;
it is not among the project's dependencies: install requirements/bench.in into an environment of its own and add
that environment's packages to PYTHONPATH for `--peer`.
"""

import argparse
import json
import random
import re
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from mingbai.text.ingest import ingest
from mingbai.text.model import Ingested, SourceDocument
from mingbai.text.proofreading import check, load_lists
from mingbai.text.proofreading.rules import all_rules

CORPUS = Path(__file__).parent / "corpus"
COPIES = "near_duplicate_passage"
# What a clerk would look for with patterns alone.
PATTERNS = {
    "CN_ID": r"(?<!\d)[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?!\d)",
    "CN_ID_OLD": r"(?<!\d)[1-9]\d{5}\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}(?!\d)",
    "CN_MOBILE": r"(?<!\d)1[3-9]\d{9}(?!\d)",
    "CN_TELEPHONE": r"(?<!\d)0\d{2,3}-?\d{7,8}(?!\d)",
    "CN_BANK_CARD": r"(?<!\d)62\d{14,17}(?!\d)",
    "CN_PASSPORT": r"(?<![A-Za-z0-9])[EGP]\d{8}(?!\d)",
    "CN_LICENCE_PLATE": r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][A-Z0-9]{5}",
    "EMAIL": r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+",
    "URL": r"https?://[^\s，。；]+",
    "IP": r"(?<!\d)(?:\d{1,3}\.){3}\d{1,3}(?!\d)",
    "QQ": r"(?:QQ|qq)[:： ]{0,3}[1-9]\d{4,10}",
    "WECHAT": r"微信[:： ]{1,3}[A-Za-z][\w-]{5,19}",
    "ADDRESS": r"(?:家住|住址|现住)[^，。；\n]{2,40}\d{1,5}(?:号|室|栋|单元)",
    "DATE": r"\d{4}年\d{1,2}月\d{1,2}日",
    "CREDIT_CODE": r"(?<![A-Z0-9])[1-9A-Y][1-59]\d{6}[0-9A-Z]{10}(?![A-Z0-9])",
}


def varied(text: str, chance: random.Random) -> str:
    """The text with about half of its digits changed, so that no two copies are alike."""
    return re.sub(
        r"[0-9]", lambda digit: digit[0] if chance.random() < 0.5 else str(chance.randint(1, 9)), text
    )


def documents(names: Sequence[str], characters: int) -> list[str]:
    chance, found, length = random.Random(1), [], 0
    while length < characters:
        for name in names:
            text = (CORPUS / "texts" / name).read_text(encoding="utf-8")
            found.append(varied(text, chance))
            length += len(text)
    return found


def fastest(work: Callable[[], object]) -> float:
    times = []
    for _ in range(3):
        begin = time.process_time()
        work()
        times.append(time.process_time() - begin)
    return min(times)


def checked(files: Sequence[Ingested], disabled: frozenset[str]) -> Callable[[], object]:
    lists = load_lists()
    return lambda: [check(file, lists=lists, disabled=disabled) for file in files]


def peer(texts: Sequence[str]) -> Callable[[], object]:
    from presidio_analyzer import Pattern, PatternRecognizer

    recognisers = [
        PatternRecognizer(
            supported_entity=name,
            patterns=[Pattern(name=name, regex=regex, score=0.5)],
            supported_language="zh",
        )
        for name, regex in PATTERNS.items()
    ]
    return lambda: [
        recogniser.analyze(text, entities=recogniser.supported_entities)
        for text in texts
        for recogniser in recognisers
    ]


def measure(label: str, texts: Sequence[str], with_peer: bool) -> None:
    size = sum(len(text.encode()) for text in texts) / 1e6
    sources = [SourceDocument(file="x.txt", text=text, media_type="text/plain") for text in texts]
    files = [ingest(source) for source in sources]
    others = frozenset(rule.category for rule in all_rules()) - {"personal_data"}
    rows = {
        "ingest": lambda: [ingest(source) for source in sources],
        "all rules": checked(files, frozenset()),
        "all rules, near-copies aside": checked(files, frozenset({COPIES})),
        "personal-data rules": checked(files, others),
    }
    if with_peer:
        rows["Presidio, 15 patterns"] = peer(texts)
    print(f"{label}: {len(texts)} texts, {size:.2f} MB")
    for name, work in rows.items():
        work()
        print(f"  {name:30} {size / fastest(work):7.2f} MB/s")


def calibration() -> float:
    return fastest(lambda: sum(number * number for number in range(5_000_000)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--characters", type=int, default=200_000)
    parser.add_argument("--peer", action="store_true", help="time presidio-analyzer too")
    arguments = parser.parse_args()
    key = json.loads((CORPUS / "key.json").read_text(encoding="utf-8"))
    clean = key["clean_files"]
    wrong = sorted({row["file"] for row in key["defects"]})
    print(f"calibration: 5,000,000 squares in {calibration():.2f} s")
    for label, names in (("clean", clean), ("with errors", wrong)):
        texts = documents(names, arguments.characters)
        measure(label, texts, arguments.peer)
        measure(f"{label}, joined", ["\n".join(texts)], arguments.peer)


if __name__ == "__main__":
    main()
