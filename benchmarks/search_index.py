"""Search on synthetic documents: recall, newest first, ranked, counting, inserting, size. Prints one JSON value.

python -m benchmarks.search_index [--documents 200000] [--data DIR] [--only sqlite|postgresql] [--slow 3]

A data folder that holds the documents already (SQLite) is measured as it is. PostgreSQL is a server of its own that
waits for the disk, or the one of MINGBAI_DATABASE_URL.
"""

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import nullcontext
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from tools import postgres

if TYPE_CHECKING:
    from mingbai.core.search import Entry

# above so many hits search shows the newest and those with the words in their titles, see `portal.query.asking.pool`
RANK_BELOW = 500
# words that very many documents have are compared with a true scan over so many of the newest
WINDOW = 20_000
SYLLABLES = [chr(code) for code in range(0x4E00, 0x9FA5, 7)]
SUBJECTS = [
    "低保",
    "医保",
    "养老保险",
    "耕地补贴",
    "农机购置",
    "危房改造",
    "森林防火",
    "秸秆禁烧",
    "安全生产",
    "防汛抗旱",
    "高龄津贴",
    "义务教育",
    "招生",
    "疫苗接种",
    "征地补偿",
    "宅基地",
    "公共文化",
    "法律援助",
    "食品安全",
    "乡村振兴",
    "预算",
    "决算",
    "采购",
    "信访",
    "政务公开",
    "双随机",
    "行政处罚",
    "道路建设",
    "饮水安全",
    "垃圾分类",
]
PLACES = [f"{a}{b}{kind}" for a in "青白松柳石云鹿禾" for b in "山河月溪桥林" for kind in ("镇", "乡", "村")]
PHRASES = [
    "为切实做好{s}工作，根据上级有关要求，结合{p}实际，现将有关事项通知如下。",
    "各村（社区）要高度重视，加强组织领导，明确专人负责{s}，做到底数清、情况明。",
    "凡符合条件的群众，可持身份证、户口簿到便民服务中心办理，联系人{n}。",
    "本次{s}实行公示制度，公示期为七个工作日，如有异议请向党政办反映。",
    "{p}成立由主要负责人任组长的领导小组，成员{n}、{m}，统筹推进各项任务。",
    "截至目前已完成{s}投资若干万元，惠及农户，群众满意度持续提高。",
    "对发现的问题建立台账，逐项整改，确保{s}取得实效。{p}要按时报送。",
]


def name(dice: random.Random) -> str:
    return dice.choice("赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨") + "".join(
        dice.choices(SYLLABLES, k=dice.choice((1, 2, 2)))
    )


def documents(number: int, start: int = 0) -> Iterator[tuple[int, str, str]]:
    """(id, title, body) of about 700 characters; the same number always gives the same texts."""
    for pk in range(start + 1, start + number + 1):
        dice = random.Random(pk)
        subject, place = dice.choice(SUBJECTS), dice.choice(PLACES)
        body = ""
        while len(body) < 680:
            body += dice.choice(PHRASES).format(
                s=dice.choice(SUBJECTS), p=dice.choice(PLACES), n=name(dice), m=name(dice)
            )
        yield pk, f"{place}关于做好{subject}工作的通知", body


def entry_of(document: tuple[int, str, str]) -> "Entry":
    """With what search filters by: sixty units, ninety columns, 100,000 documents a year, four kinds."""
    from mingbai.core.search import Entry

    pk, title, body = document
    dice = random.Random(pk + (1 << 40))
    unit, column, year = str(dice.randrange(60)), str(dice.randrange(90)), str(2017 + pk // 100_000)
    kind = dice.choice(("notice", "notice", "policy", "other"))
    marks = (("unit", unit), ("year", year), ("kind", kind), ("under", "1"), ("under", unit))
    return Entry(
        pk,
        title,
        body,
        marks=(*marks, ("column", column), ("validity", "inforce")),
        facets=(unit, column, year, kind, ""),
    )


def queries(sample: list[tuple[int, str, str]]) -> dict[str, list[list[str]]]:
    """Two hundred: two-character words, topics, several words, names, phrases."""
    dice = random.Random(1)
    names = []
    while len(names) < 40:
        _, _, body = dice.choice(sample)
        at = body.find("联系人")
        if at >= 0:
            names.append([body[at + 3 : at + 6].rstrip("。")])
    phrases = []
    for _ in range(40):
        _, _, body = dice.choice(sample)
        at = dice.randrange(0, 600)
        piece = body[at : at + dice.randint(5, 12)]
        phrases.append(
            ["".join(character for character in piece if character.isalnum()) if "，" in piece else piece]
        )
    phrases = [phrase for phrase in phrases if not any(mark in phrase[0] for mark in "，。（）、")]
    return {
        "words": [
            [word]
            for word in dice.choices(
                [s for s in SUBJECTS if len(s) == 2] + ["群众", "通知", "整改", "投资"], k=40
            )
        ],
        "topics": [[word] for word in dice.choices([s for s in SUBJECTS if len(s) > 2], k=40)],
        "several": [[dice.choice(PLACES), dice.choice(SUBJECTS)] for _ in range(40)],
        "names": names,
        "phrases": phrases,
    }


# milliseconds of the clock on the wall, and of this thread's processor (on SQLite that is the whole work)
Took = tuple[float, float]


def timed(run: Callable[[], object]) -> Took:
    started, used = time.perf_counter(), time.thread_time()
    run()
    return (time.perf_counter() - started) * 1000, (time.thread_time() - used) * 1000


def spread(times: list[Took]) -> dict[str, float]:
    if not times:
        return {}
    found = {}
    for name, each in zip(("wall", "processor"), zip(*times, strict=True), strict=True):
        ordered = sorted(each)
        found[f"{name}_p50"] = round(statistics.median(ordered), 2)
        found[f"{name}_p95"] = round(ordered[int(len(ordered) * 0.95) - 1], 2)
    return found


def build(number: int) -> dict[str, object]:
    """Put in what is missing."""
    from mingbai.core.search import backend
    from mingbai.core.search.models import SearchPassage

    have = SearchPassage.objects.count()
    if have >= number:
        return {"build_seconds": None}
    started, used = time.perf_counter(), time.process_time()
    entries = map(entry_of, documents(number - have, start=have))
    with backend().bulk():
        while slice_of_them := list(islice(entries, 5_000)):
            backend().put(slice_of_them)
    report: dict[str, object] = {
        "build_seconds": round(time.perf_counter() - started, 1),
        "build_processor_seconds": round(time.process_time() - used, 1),
    }
    _run("ANALYZE")
    return report


def _run(statement: str, values: Sequence[str] | None = None) -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(statement, values)


class Truth:
    """Which documents have the words, found by looking into every text."""

    def __init__(self, asked: list[list[str]], number: int) -> None:
        self.found: dict[tuple[str, ...], set[int]] = {tuple(words): set() for words in asked}
        for pk, title, body in documents(number):
            text = f"{title}\n{body}"
            for words, found in self.found.items():
                if all(word in text for word in words):
                    found.add(pk)

    def errors(self, words: list[str], newest: list[int], number: int) -> int:
        """Hits too many or too few: among all documents, or among the newest where the hits were cut."""
        true = self.found[tuple(words)]
        found = {pk for pk in newest if pk <= number}
        if len(newest) >= WINDOW:
            oldest = min(found)
            true = {pk for pk in true if pk >= oldest}
        return len(true ^ found)


def measure(number: int, slow: int) -> dict[str, object]:
    from mingbai.core.search import AnyOf, Ask, backend

    index = backend()
    all_queries = queries(list(documents(min(number, 20_000))))
    times: dict[str, dict[str, list[Took]]] = {}
    slowest: list[tuple[Took, str, str]] = []
    for kind, asked in all_queries.items():
        times[kind] = {"newest": [], "ranked": [], "survey": []}
        for words in asked:
            ask = Ask(tuple(AnyOf((word,)) for word in words))
            runs = {"newest": partial(index.newest, ask, limit=20), "survey": partial(index.survey, ask)}
            if index.count(ask, ceiling=RANK_BELOW) < RANK_BELOW:
                runs["ranked"] = partial(index.best, ask, limit=20)
            for what, run in runs.items():
                # the better of two: a neighbour on the machine does not count, a cold page cache does not either
                took = min(timed(run), timed(run))
                times[kind][what].append(took)
                slowest.append((took, what, " ".join(words)))
    report: dict[str, object] = {
        kind: {what: spread(each) for what, each in found.items()} for kind, found in times.items()
    }
    for what in ("newest", "ranked", "survey"):
        report[what] = spread([took for found in times.values() for took in found[what]])
        if slow:
            report[f"slowest_{what}"] = sorted((each for each in slowest if each[1] == what), reverse=True)[
                :slow
            ]
    return report


def recall(number: int) -> dict[str, object]:
    from mingbai.core.search import AnyOf, Ask, backend

    asked = [words for found in queries(list(documents(min(number, 20_000)))).values() for words in found]
    truth = Truth(asked, number)
    wrong = hits = 0
    for words in asked:
        newest = [
            hit.document
            for hit in backend().newest(Ask(tuple(AnyOf((word,)) for word in words)), limit=WINDOW)
        ]
        hits += len(newest)
        wrong += truth.errors(words, newest, number)
    return {"hits_compared": hits, "recall_errors": wrong}


def insertion(number: int) -> dict[str, object]:
    """One document at a time, each in a transaction of its own, as publishing does, in turn with the floor: one plain row
    with the same text; and what the first question after each waits for. Taken out again afterwards."""
    from django.db import connection, transaction

    from mingbai.core.search import AnyOf, Ask, backend

    ask = Ask((AnyOf((SUBJECTS[5],)),))

    def publish(entry: "Entry") -> None:
        with transaction.atomic():
            backend().put([entry])

    def plain(entry: "Entry") -> None:
        with transaction.atomic():
            _run("INSERT INTO bench_plain_row (content) VALUES (%s)", [entry.title + entry.body])

    def question() -> None:
        backend().newest(ask, limit=20)

    def publish_and_ask(entry: "Entry") -> None:
        publish(entry)
        question()

    key = "SERIAL" if connection.vendor == "postgresql" else "INTEGER"
    _run(f"CREATE TABLE bench_plain_row (id {key} PRIMARY KEY, content TEXT NOT NULL)")
    new = list(map(entry_of, documents(250, start=number + 10)))
    times: dict[str, list[Took]] = {"plain_row": [], "insert": []}
    for entry in new[:200]:
        times["plain_row"].append(timed(partial(plain, entry)))
        times["insert"].append(timed(partial(publish, entry)))
    backend().settle()
    times |= {"question": [timed(question) for _ in range(50)], "insert_then_question": []}
    for entry in new[200:]:
        times["insert_then_question"].append(timed(partial(publish_and_ask, entry)))
    backend().remove([entry.document for entry in new])
    _run("DROP TABLE bench_plain_row")
    plainly, inserted = spread(times["plain_row"]), spread(times["insert"])
    return {
        **{f"{name}_ms": spread(each) for name, each in times.items()},
        "insert_to_plain_row": {name: round(inserted[name] / plainly[name], 2) for name in plainly},
    }


def calibration() -> float:
    """Milliseconds of processor time for a million squares."""
    started = time.process_time()
    sum(number * number for number in range(1_000_000))
    return round((time.process_time() - started) * 1000, 1)


def _size() -> float:
    from django.db import connection

    query = (
        "SELECT sum(pg_total_relation_size(oid)) FROM pg_class WHERE relname IN ('core_search_text', 'core_search_passage')"
        if connection.vendor == "postgresql"
        else "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()"
    )
    with connection.cursor() as cursor:
        cursor.execute(query)
        return float(cursor.fetchone()[0])


def bench(number: int, slow: int, *, with_recall: bool) -> None:
    from django.db import connection

    report: dict[str, object] = {"documents": number, "database": connection.vendor}
    report |= {"calibration_ms": calibration(), "load": os.getloadavg()[0]}
    report |= (
        build(number) | measure(number, slow) | insertion(number) | {"size_mb": round(_size() / 1024 / 1024)}
    )
    if with_recall:
        report |= recall(number)
    print(json.dumps(report, ensure_ascii=False, indent=1), flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=200_000)
    parser.add_argument("--data")
    parser.add_argument("--only", choices=["sqlite", "postgresql"])
    parser.add_argument("--slow", type=int, default=0)
    parser.add_argument("--no-recall", action="store_true", help="times alone: recall reads every text")
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.here:
        from mingbai.cli import installation

        installation.setup()
        installation.migrate()
        bench(options.documents, options.slow, with_recall=not options.no_recall)
        return 0
    command = [
        sys.executable,
        "-m",
        "benchmarks.search_index",
        "--here",
        f"--documents={options.documents}",
        f"--slow={options.slow}",
        *(["--no-recall"] if options.no_recall else []),
    ]
    told = os.environ.get("MINGBAI_DATABASE_URL")
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {"MINGBAI_DATA": options.data or folder}
        if options.only != "postgresql":
            subprocess.run(command, env={**environment, "MINGBAI_DATABASE_URL": ""}, check=True)
        if options.only != "sqlite":
            with nullcontext(told) if told else postgres.running(durable=True) as url:
                subprocess.run(command, env={**environment, "MINGBAI_DATABASE_URL": str(url)}, check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
