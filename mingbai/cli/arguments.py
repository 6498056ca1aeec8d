"""What the verbs share: a parser that speaks Chinese, the data folder, JSON on standard output."""

import argparse
import json
import os
import re
import sys
from contextlib import suppress
from typing import Any, NoReturn

ATTENTION = 1
NOT_READY = 3
_COLUMNS = 80
# What argparse says of wrong arguments, and what we say.
_PROBLEMS = (
    (r"the following arguments are required: (.+)", r"缺少参数：\1"),
    (r"unrecognized arguments: (.+)", r"不认识的参数：\1"),
    (r"argument (.+): expected (?:at least one|one|\d+) arguments?", r"参数 \1 后面缺少内容"),
    (r"argument (.+): invalid choice: (.+) \(choose from (.+)\)", r"参数 \1 不能是 \2，可用：\3"),
    (r"argument (.+): invalid int value: (.+)", r"参数 \1 应为整数，现为 \2"),
    (r"ambiguous option: (.+) could match (.+)", r"参数 \1 写得不全，可能是 \2"),
    (r"argument (.+): not allowed with argument (.+)", r"参数 \1 不能和 \2 一起用"),
    (r"one of the arguments (.+) is required", r"缺少参数，下列之一：\1"),
    (r"argument (.+?): (?=[^ -~])", r"参数 \1："),
)


def in_chinese(message: str) -> str:
    for pattern, said in _PROBLEMS:
        message = re.sub(pattern, said, message)
    return message


def _width() -> int:
    """How wide the terminal is. `argparse` would load `shutil` and four kinds of archives to find out, help or not."""
    columns = os.environ.get("COLUMNS", "")
    if columns.isdecimal() and int(columns):
        return int(columns) - 2
    with suppress(OSError, ValueError):
        return (os.get_terminal_size().columns or _COLUMNS) - 2
    return _COLUMNS - 2


class _Formatter(argparse.HelpFormatter):
    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_width())

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, "用法：" if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """Explains itself in Chinese; usage faults end with code 2 and one sentence."""

    def __init__(self, *args: Any, **options: Any) -> None:
        options.setdefault("formatter_class", _Formatter)
        super().__init__(*args, **options | {"add_help": False})
        self._positionals.title, self._optionals.title = "参数", "选项"
        if options.get("add_help", True):
            self.add_argument("-h", "--help", action="help", help="显示这段说明")

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        print(f"参数不对：{in_chinese(message)}。用 --help 查看用法。", file=sys.stderr)
        sys.exit(2)


def parser(verb: str, description: str, *, data: bool = True, formats: bool = False) -> Parser:
    made = Parser(prog=f"mingbai {verb}", description=description)
    if data:
        made.add_argument("--data", metavar="目录", help="数据目录，默认 MINGBAI_DATA 或 var/")
    if formats:
        made.add_argument("--format", choices=["text", "json"], default="text", help="json 供程序读取")
    return made


def use_data(options: argparse.Namespace) -> None:
    """Name the data folder before Django reads its settings."""
    if getattr(options, "data", None):
        os.environ["MINGBAI_DATA"] = options.data


def print_json(value: Any) -> None:
    json.dump(value, sys.stdout, ensure_ascii=False, default=str)
    sys.stdout.write("\n")


def fail(message: str, code: int = 2) -> int:
    print(message, file=sys.stderr)
    return code
