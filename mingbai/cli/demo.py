"""`mingbai demo`: the demonstration county in an empty data folder."""

import os
import sys
from datetime import date

from mingbai.cli import installation
from mingbai.cli.arguments import NOT_READY, fail, parser, use_data
from mingbai.cli.timing import Stopwatch


def main(argv: list[str]) -> int:
    """Exit 2 when the folder already holds a county, 3 when the installation is not ready."""
    made = parser("demo", "在空的数据目录里建立演示县明县")
    made.add_argument("--scale", type=int, default=1, metavar="倍数", help="信息条数的倍数，供压力测试")
    made.add_argument("--no-index", action="store_true", help="不建检索索引，可以随后用 mingbai reindex 建立")
    made.add_argument("--no-items", action="store_true", help="只建单位、人员和目录")
    made.add_argument("--today", metavar="日期", help="固定演示日期，如 2026-11-23")
    options = made.parse_args(argv)
    use_data(options)
    try:
        today = date.fromisoformat(options.today) if options.today else None
    except ValueError:
        return fail(f"日期「{options.today}」不对，请写成 2026-11-23。")
    if not 1 <= options.scale <= 1000:
        return fail("倍数应在 1 到 1000 之间。")
    if today:
        os.environ["MINGBAI_TODAY"] = today.isoformat()
    fresh = not (installation.data_folder() / "secret.key").exists()
    if fresh:
        installation.mark_as_demo(today)
    try:
        installation.setup()
        installation.migrate()
    except installation.NotReady as error:
        return fail(str(error), NOT_READY)
    return _build(options.scale, items=not options.no_items, index=not options.no_index)


def _build(scale: int, *, items: bool, index: bool) -> int:
    from mingbai.accounts.models import Unit
    from mingbai.demo.county import build_county, sign_in_lines

    if Unit.objects.exists():
        return fail(
            f"数据目录 {installation.data_folder()} 里已有单位，演示县只建在空目录里。请用 --data 换一个。"
        )
    build_county(items=items, index=index, say=_say)
    print(file=sys.stderr)
    if items and scale > 1:
        _multiply(scale, index=index)
    print("\n".join(sign_in_lines()))
    return 0


def _say(text: str) -> None:
    print(f"\r{text}", end="", file=sys.stderr, flush=True)


def _multiply(scale: int, *, index: bool) -> None:
    from mingbai.demo.multiply import multiply
    from mingbai.journal.models import Seal
    from mingbai.journal.sealing import LARGE_SLICE, seal_all

    watch = Stopwatch()
    done = multiply(scale, index=index, say=_say)
    print(f"\n复制 {done} 条{'，含检索索引' if index else ''}，{watch.told(done)}。", file=sys.stderr)
    watch, before = Stopwatch(), Seal.objects.count()
    seal_all(LARGE_SLICE)
    acts = Seal.objects.count() - before
    print(f"封存日志 {acts} 条，{watch.told(acts)}。", file=sys.stderr)
