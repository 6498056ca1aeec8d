"""The process that gets killed: it does one kind of work for ever. `python -m benchmarks.kill_victim publishing SEED`"""

import sys
from collections.abc import Callable, Iterator

from mingbai.cli import installation


def _publishing(seed: str) -> Iterator[None]:
    """Whole lives of items, by the songyue town's people: draft, submission, three reviews, publication."""
    from mingbai.demo.desk_work import Office
    from mingbai.disclosure.services import publish_edition

    office = Office()
    town = office.units["songyue"]
    while True:
        item = office.approved(office.submitted(town, "farm_work", "动态"))
        publish_edition(office.actor("final", town), disclosure=item)
        yield


def _importing(seed: str) -> Iterator[None]:
    """Files of five notices each, one after the other."""
    from mingbai.demo.desk_work import Office
    from mingbai.disclosure.importing.documents import Choices, import_bytes

    office = Office()
    town, number = office.units["songyue"], 0
    while True:
        number += 1
        content = import_file(seed, number)
        rows = import_bytes(
            office.actor("editor", town),
            name=f"{seed}-{number}.txt",
            content=content.encode(),
            choices=Choices(unit=town),
        )
        for _ in rows:
            yield


def import_file(seed: str, number: int) -> str:
    return "".join(
        f"关于做好第{seed}批第{number}号第{part}项防汛检查工作的通知\n\n各村（社区）：\n"
        f"为做好防汛工作，请对第{number * 5 + part}段堤防开展检查。\n"
        f"一、检查内容。查看堤身、涵闸和排水沟，做好记录。\n二、报送时间。请于当日17时前报送检查结果。\n"
        f"\n松月镇人民政府\n2026年5月{part}日\n\n"
        for part in range(1, 6)
    )


def _journal(seed: str) -> Iterator[None]:
    """Acts in bulk, and the sealer behind them."""
    from mingbai.accounts.actors import SYSTEM
    from mingbai.journal.sealing import seal_all
    from mingbai.journal.services import Entry, record_many

    number = 0
    while True:
        number += 1
        record_many(
            SYSTEM, [Entry("kill_test", ("kill", f"{seed}-{number}-{part}", "试验")) for part in range(20)]
        )
        seal_all()
        yield


PATHS: dict[str, Callable[[str], Iterator[None]]] = {
    "publishing": _publishing,
    "importing": _importing,
    "journal": _journal,
}


def main() -> None:
    installation.setup()
    work = PATHS[sys.argv[1]](sys.argv[2])
    next(work)
    print("ready", flush=True)
    for _ in work:
        pass


if __name__ == "__main__":
    main()
