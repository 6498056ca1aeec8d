"""`mingbai load`: synthetic items in bulk, for benchmarks only."""

import sys

from mingbai.cli import installation
from mingbai.cli.arguments import fail, parser, print_json, use_data
from mingbai.cli.timing import Stopwatch


def main(argv: list[str]) -> int:
    """Exit 2 without a demonstration county to hang the items on, 3 when the installation is not ready."""
    made = parser("load", "往演示县里成批写入信息，供压力测试", formats=True)
    made.add_argument("--items", type=int, required=True, metavar="条数", help="写入多少条已发布的信息")
    made.add_argument("--no-index", action="store_true", help="不建检索索引，可以随后用 mingbai reindex 建立")
    options = made.parse_args(argv)
    use_data(options)
    if not 1 <= options.items <= 50_000_000:
        return fail("条数应在 1 到 5000 万之间。")
    if (refused := installation.opened()) is not None:
        return refused
    return _load(options.items, index=not options.no_index, as_json=options.format == "json")


def _load(items: int, *, index: bool, as_json: bool) -> int:
    from django.conf import settings

    from mingbai.accounts.models import Unit
    from mingbai.demo.history import write_load

    if not settings.DEMO or not Unit.objects.filter(code="mingxian").exists():
        return fail("只能往演示县里写入。请先运行 mingbai demo --no-items --data 目录。")
    watch = Stopwatch()
    done = write_load(
        items, index=index, say=lambda text: print(f"\r{text}", end="", file=sys.stderr, flush=True)
    )
    print(file=sys.stderr)
    if as_json:
        seconds, used = watch.read()
        print_json({"items": done, "seconds": round(seconds, 2),
                    "processor_seconds": round(used, 2), "indexed": index})  # fmt: skip
    else:
        print(f"已写入 {done} 条{'，含检索索引' if index else ''}，{watch.told(done)}。")
    return 0
