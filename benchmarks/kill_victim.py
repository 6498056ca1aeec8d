"""The work in whose middle processes are killed: whole lives of items with the pages that readers see meanwhile, imports by
the worker, the journal and its sealer. Each `yield` ends one unit of work."""

import io
import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

TOWN = "songyue"


def second_person() -> None:
    """Expunging takes two people who reach every unit; the demonstration has one."""
    from mingbai.accounts.models import Membership, Person, Unit
    from mingbai.core import clock

    Membership.objects.get_or_create(
        person=Person.objects.get(username="inspector@mingxian"),
        unit=Unit.objects.get(code="mingxian"),
        role="county_supervisor",
        defaults={"starts_on": clock.today()},
    )


def _publishing(seed: str) -> Iterator[None]:
    """By turns: with and without a file; every second item is withdrawn, every fourth expunged by two people."""
    from mingbai.demo.desk_work import Office
    from mingbai.disclosure.services import publish_edition, withdraw

    office, number = Office(), 0
    town, county = office.units[TOWN], office.units["mingxian"]
    while True:
        number += 1
        item = office.draft(town, "farm_work", "动态")
        file = _file(office, item, f"{seed}-{number}") if number % 2 else ""
        item = office.approved(office.submit(item))
        publish_edition(office.actor("final", town), disclosure=item)
        _read(town.code, item.pk, file)
        if number % 2 == 0:
            yield
            continue
        withdraw(office.actor("final", town), disclosure=item, reason="privacy", note="名单没有隐去。")
        _read(town.code, item.pk, file)
        if number % 4 == 1:
            _expunge(office, county, item)
        yield


def _file(office: Any, item: Any, word: str) -> str:
    import docx

    from mingbai.disclosure.services import add_attachment

    document, buffer = docx.Document(), io.BytesIO()
    document.add_paragraph(f"附表{word}。")
    document.save(buffer)
    actor = office.actor("editor", item.unit)
    made = add_attachment(actor, disclosure=item, name="附表.docx", content=buffer.getvalue())
    return f"/items/{item.pk}/files/{made.pk}.docx"


def _expunge(office: Any, county: Any, item: Any) -> None:
    from mingbai.disclosure.models import Edition
    from mingbai.disclosure.services import ask_expunction, expunge_edition

    edition = Edition.objects.of(disclosure=item).select_related("disclosure__unit").get()
    asked = ask_expunction(office.actor("inspector", county), edition=edition, reason="不应公开的内容。")
    expunge_edition(office.actor("office", county), expunction=asked)


def _read(unit: str, item: int, file: str) -> None:
    """As readers do: the pages are rendered and kept."""
    from django.test import Client

    client = Client(SERVER_NAME="localhost")
    for path in ("/", f"/units/{unit}/", "/feed.atom", f"/items/{item}/", f"/items/{item}/print/", file):
        if path:
            answer = client.get(path)
            assert answer.status_code in {200, 410}, (path, answer.status_code)
            answer.close()


def _importing(seed: str) -> Iterator[None]:
    """Zips of five notices, and tables too long for a body, uploaded by a clerk and worked off by the worker."""
    from mingbai.core import clock
    from mingbai.demo.desk_work import Office
    from mingbai.disclosure.importing.batches import Upload, start_import
    from mingbai.journal import jobs

    office, number = Office(), 0
    town = office.units[TOWN]
    while True:
        number += 1
        uploads = [Upload(f"{seed}-{number}.zip", partial(import_file, seed, number))]
        uploads += [Upload(f"{seed}-{number}.xlsx", partial(long_table, f"{seed}-{number}"))]
        start_import(
            office.actor("editor", town), unit=town, files=uploads, choices={"unit": town.pk, "column": None}
        )
        while (claimed := jobs.claim("victim", clock.now())) is not None:
            jobs.run(claimed, clock.now())
        yield


def import_file(seed: str, number: int) -> bytes:
    """A zip of five notices."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for part in range(1, 6):
            package.writestr(
                f"{part}.txt",
                f"关于做好第{seed}批第{number}号第{part}项防汛检查工作的通知\n\n各村（社区）：\n"
                f"为做好防汛工作，请对第{number * 5 + part}段堤防开展检查。\n"
                f"一、检查内容。查看堤身、涵闸和排水沟，做好记录。\n二、报送时间。请于当日17时前报送检查结果。\n"
                f"\n松月镇人民政府\n2026年5月{part}日\n",
            )
    return buffer.getvalue()


def long_table(word: str) -> bytes:
    import openpyxl

    from mingbai.disclosure.long_tables import MOST_ROWS

    book, buffer = openpyxl.Workbook(), io.BytesIO()
    sheet = book.active
    assert sheet is not None
    sheet.append(["批次", "地块", "亩数"])
    for row in range(MOST_ROWS + 20):
        sheet.append([word, f"第{row}号", row])
    book.save(buffer)
    return buffer.getvalue()


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
