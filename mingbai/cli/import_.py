"""`mingbai import PATH…`: files into the database as drafts; in the demonstration county, on to the public."""

import argparse
import os
import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from mingbai.cli import installation
from mingbai.cli.arguments import NOT_READY, Parser, fail, parser, print_json, use_data

if TYPE_CHECKING:
    from mingbai.accounts.actors import Actor
    from mingbai.disclosure.importing import Choices, Row

_STATES = {"created": "已存草稿", "published": "已发布", "already_there": "已在库中", "refused": "没有导入"}


class Unusable(Exception):
    """An argument that cannot be used; the message says which and what to do."""


def _parser() -> Parser:
    made = parser(
        "import", "导入文件为草稿：识别文档、单位和栏目，审校后入库；重复导入不会重复。", formats=True
    )
    made.add_argument("paths", nargs="+", metavar="PATH", help="文件、文件夹或 zip 压缩包")
    made.add_argument("--unit", metavar="CODE", help="单位代码；不填则自动识别，识别不出的放入待认领")
    made.add_argument("--column", metavar="CODE", help="栏目代码；不填则按文种推荐")
    made.add_argument("--as", dest="person", metavar="ACCOUNT", help="以哪位人员的名义导入；不填则为系统")
    made.add_argument("--publish", action="store_true", help="仅限演示县：由演示人员审核并发布")
    return made


def files_under(path: str) -> list[str]:
    """The file itself, or the documents of a folder in the order of names; of a kind that we know and cannot read, a
    refusal is said later, by file."""
    from mingbai.text.reading import REFUSED, SUFFIXES

    if not os.path.exists(path):
        raise Unusable(f"{path}：没有这个文件或文件夹。请检查路径。")
    if not os.path.isdir(path):
        return [path]
    inside = (os.path.join(folder, name) for folder, _, names in os.walk(path) for name in names)
    known = {*SUFFIXES, *REFUSED}
    found = sorted(name for name in inside if Path(name).suffix.lower() in known)
    if not found:
        raise Unusable(f"{path}：文件夹里没有可以导入的文件。请检查路径。")
    return found


def _choices(args: argparse.Namespace) -> "Choices":
    from mingbai.accounts.models import Unit
    from mingbai.catalogue.models import Column
    from mingbai.disclosure.importing import Choices

    unit = Unit.objects.filter(code=args.unit).first() if args.unit else None
    if args.unit and unit is None:
        raise Unusable(f"没有代码为「{args.unit}」的单位。请到「单位与人员」查看单位代码。")
    columns = Column.objects.filter(code=args.column, holds_items=True, catalogue__replaced_on=None)
    fitting = [
        row
        for row in columns.select_related("catalogue")
        if unit is None or unit.kind in row.catalogue.unit_kinds
    ]
    if args.column and not fitting:
        raise Unusable(f"没有代码为「{args.column}」、可以放信息的栏目。请到「目录」查看栏目代码。")
    return Choices(unit, fitting[0] if args.column else None)


def _actor(account: str | None) -> "Actor | None":
    from mingbai.accounts.actors import actor_for
    from mingbai.accounts.models import Person
    from mingbai.core import clock

    if account is None:
        return None
    person = Person.objects.filter(username=account, is_active=True).first()
    if person is None:
        raise Unusable(f"没有「{account}」这个账号，或账号已停用。请检查 --as。")
    return actor_for(person, clock.today(), "命令行")


def _rows(args: argparse.Namespace, paths: list[str]) -> Iterator["Row"]:
    from mingbai.accounts.actors import SYSTEM
    from mingbai.disclosure.importing import Row, import_bytes
    from mingbai.disclosure.importing.demonstration import Demonstration, import_and_publish

    actor, choices = _actor(args.person), _choices(args)
    house = Demonstration(actor) if args.publish else None
    for path in paths:
        try:
            content = Path(path).read_bytes()
        except OSError as error:
            yield Row(path, reason=f"文件打不开：{error.strerror}。请检查权限。")
            continue
        if house is not None:
            yield from import_and_publish(house, name=path, content=content, choices=choices)
        else:
            yield from import_bytes(actor or SYSTEM, name=path, content=content, choices=choices)


def _run(args: argparse.Namespace) -> int:
    from mingbai.catalogue.loading import load_all_standards
    from mingbai.disclosure.importing.opening import ensure_county

    installation.migrate()
    load_all_standards()
    ensure_county()
    paths = [path for given in args.paths for path in files_under(given)]
    rows = []
    for row in _rows(args, paths):
        rows.append(row)
        if sys.stderr.isatty() or args.format == "text":
            title = f"《{row.title}》" if row.title else ""
            print(
                f"{row.file}{title}：{_STATES[row.state]}{f'。{row.reason}' if row.reason else ''}",
                file=sys.stderr,
            )
    if args.format == "json":
        print_json([asdict(row) for row in rows])
    return int(any(row.state == "refused" for row in rows))


def _sentence(row: "Row") -> str:
    title = f"《{row.title}》" if row.title else ""
    return f"{row.file}{title}：{_STATES[row.state]}{f'。{row.reason}' if row.reason else ''}"


def main(argv: list[str]) -> int:
    """Exit code 0: every document is in the database; 1: one was refused; 2: an argument cannot be used."""
    args = _parser().parse_args(argv)
    use_data(args)
    try:
        installation.setup()
        from mingbai.core.errors import DomainError
    except installation.NotReady as error:
        return fail(str(error), NOT_READY)
    try:
        return _run(args)
    except installation.NotReady as error:
        return fail(str(error), NOT_READY)
    except (Unusable, DomainError) as error:
        return fail(str(error))
