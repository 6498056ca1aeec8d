"""What the verbs share: a parser that speaks Chinese, the data folder, JSON on standard output."""

import argparse
import json
import os
import sys
from typing import Any, NoReturn

ATTENTION = 1
NOT_READY = 3


class Parser(argparse.ArgumentParser):
    """Usage faults end with code 2 and a Chinese sentence."""

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        print(f"参数不对：{message}。用 --help 查看用法。", file=sys.stderr)
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
