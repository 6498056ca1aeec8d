"""The suspect places of texts of which it is known where slips are; for `tools/misfit_weights.py`."""

import json
import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks.check_samples import categories_of, ingested_files, overlaps, read_key
from benchmarks.real_excerpts import MARKS
from mingbai.text.model import Ingested, Recognised, SourceDocument
from mingbai.text.proofreading import load_lists
from mingbai.text.proofreading.engine import passages
from mingbai.text.proofreading.rules.typo.misfit import Suspect, suspects
from tools.slips import Planter
from tools.word_statistics import own_papers

LISTS = load_lists()
# How many slips of each kind were planted.
PLANTED = Counter[str]()
# Which part is asked for.
Mine = Callable[[str], bool]
# Where, what is suspected there, and whether a slip is there.
Known = Iterator[tuple[str, Suspect, bool]]
_AROUND = 12


def _suspects(ingested: Ingested) -> Iterator[Suspect]:
    for passage in passages(ingested, lists=LISTS):
        yield from passage.once(suspects)


def _whole(text: str) -> Ingested:
    return Ingested(SourceDocument("text.txt", text, "text/plain"), (Recognised(0, len(text)),), (), ())


def _place(name: str, text: str, suspect: Suspect) -> str:
    start, end = suspect.start, suspect.end
    before, behind = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    return f"{name} {before}【{text[start:end]}|{suspect.meant}】{behind}".replace("\n", "/")


def _papers(mine: Mine) -> Iterator[tuple[str, str]]:
    for path in own_papers():
        if mine(path.name):
            yield path.name, path.read_text(encoding="utf-8")


def clean_texts(mine: Mine) -> Known:
    for name, text in _papers(mine):
        for suspect in _suspects(_whole(text)):
            yield _place(name, text, suspect), suspect, False


def planted_texts(mine: Mine, chance: random.Random, every: int, times: int) -> Known:
    """Only what stands on a slip: the rest is told of the clean papers."""
    planter = Planter(chance, *(LISTS[name]["entries"] for name in ("shapes", "swaps", "confusions")))  # type: ignore[index]
    for name, clean in _papers(mine):
        for _ in range(times):
            text, slips = planter.planted(clean, every)
            found = list(_suspects(_whole(text)))
            for start, end, kind in slips:
                PLANTED[kind] += 1
                # What is lost shows at the characters beside it.
                low, high = (start - 1, end + 1) if start == end else (start, end)
                for suspect in found:
                    if suspect.start < high and low < suspect.end:
                        yield f"{kind} {_place(name, text, suspect)}", suspect, True


def marked_texts(mine: Mine, folders: Sequence[Path]) -> Known:
    for folder in folders:
        key, texts = read_key(folder)
        for name, ingested in ingested_files(texts, key, given=False):
            if mine(f"{folder.name}/{name}"):
                marks = [row for row in key["defects"] if row["file"] == name]
                for suspect in _suspects(ingested):
                    yield from _judged(ingested.source.text, name, suspect, marks)


def _judged(text: str, name: str, suspect: Suspect, marks: Iterable[dict[str, Any]]) -> Known:
    """A suspect on a mark of wording is right, beside all marks wrong; of one on another mark nothing is said."""
    met = [mark for mark in marks if overlaps(suspect.start, suspect.end, mark)]
    right = any("typo" in categories_of(mark) for mark in met)
    if right or not met:
        yield _place(name, text, suspect), suspect, right


def excerpts(mine: Mine) -> Known:
    """Of excerpts only what stands on a mark of wording, or on what looks like one and is none."""
    key = json.loads(MARKS.read_text(encoding="utf-8"))
    for mark in key["marks"]:
        if not mine(mark["page"]) or mark.get("doubtful") or "typo" not in categories_of(mark):
            continue
        text = mark["excerpt"]
        for suspect in _suspects(_whole(text)):
            if overlaps(suspect.start, suspect.end, mark):
                yield _place(mark["page"], text, suspect), suspect, not mark.get("trap")
