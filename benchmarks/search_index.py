"""Search on synthetic documents: recall, newest first, ranked, counting, inserting, size. Prints one JSON value.

python -m benchmarks.search_index --documents 200000 [--data DIR]      SQLite in DIR, or DATABASE_URL
"""

import argparse
import json
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator

# above so many hits search shows the newest first
RANK_BELOW = 20_000
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


def timed(run: Callable[[], object]) -> float:
    started = time.perf_counter()
    run()
    return (time.perf_counter() - started) * 1000


def spread(times: list[float]) -> dict[str, float]:
    if not times:
        return {}
    ordered = sorted(times)
    return {
        "p50": round(statistics.median(ordered), 2),
        "p95": round(ordered[int(len(ordered) * 0.95) - 1], 2),
    }


def measure(number: int) -> dict[str, object]:
    from django.db import connection, transaction

    from mingbai.core.search import AnyOf, Ask, Entry, backend

    index = backend()
    started = time.perf_counter()
    index.put(
        Entry(pk, title, body, facets=(str(pk % 60), str(pk % 90), str(2024 + pk % 3), "notice", ""))
        for pk, title, body in documents(number)
    )
    built = time.perf_counter() - started
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    sample = list(documents(min(number, 20_000)))
    report: dict[str, object] = {
        "documents": number,
        "database": connection.vendor,
        "build_seconds": round(built, 1),
    }
    newest: list[float] = []
    ranked: list[float] = []
    counted: list[float] = []
    wrong = 0
    for kind, asked in queries(sample).items():
        kinds: dict[str, list[float]] = {"newest": [], "ranked": [], "survey": []}
        for words in asked:
            ask = Ask(tuple(AnyOf((word,)) for word in words))
            index.newest(ask, limit=20)
            kinds["newest"].append(timed(lambda ask=ask: index.newest(ask, limit=20)))
            if index.count(ask, ceiling=RANK_BELOW) < RANK_BELOW:
                kinds["ranked"].append(timed(lambda ask=ask: index.best(ask, limit=20)))
            kinds["survey"].append(timed(lambda ask=ask: index.survey(ask)))
            truth = {pk for pk, title, body in sample if all(word in title + "\n" + body for word in words)}
            found = {hit.document for hit in index.newest(ask, limit=number)} if number <= 20_000 else truth
            wrong += len(truth ^ found)
        report[kind] = {what: spread(times) for what, times in kinds.items()}
        newest += kinds["newest"]
        ranked += kinds["ranked"]
        counted += kinds["survey"]
    report |= {
        "newest": spread(newest),
        "ranked": spread(ranked),
        "survey": spread(counted),
        "recall_errors": wrong,
    }
    inserts = []
    for pk, title, body in documents(200, start=number + 10):
        with transaction.atomic():
            inserts.append(timed(lambda entry=Entry(pk, title, body): index.put([entry])))
    report["insert_ms"] = spread(inserts)
    report["size_mb"] = round(_size() / 1024 / 1024)
    return report


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


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=20_000)
    parser.add_argument("--data")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["MINGBAI_DATA"] = options.data or folder
        from mingbai.cli import installation

        installation.setup()
        installation.migrate()
        print(json.dumps(measure(options.documents), ensure_ascii=False, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
