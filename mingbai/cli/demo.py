"""`mingbai demo`: the demonstration county in an empty data folder."""

import os
import sys
from datetime import date

from mingbai.cli import installation
from mingbai.cli.arguments import NOT_READY, fail, parser, use_data


def main(argv: list[str]) -> int:
    """Exit 2 when the folder already holds a county, 3 when the installation is not ready."""
    made = parser("demo", "在空的数据目录里建立演示县明县")
    made.add_argument("--scale", type=int, default=1, metavar="倍数", help="信息条数的倍数，供压力测试")
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
    return _build(options.scale, items=not options.no_items)


def _build(scale: int, *, items: bool) -> int:
    from mingbai.accounts.models import Unit
    from mingbai.demo.county import build_county, sign_in_lines

    if Unit.objects.exists():
        return fail(
            f"数据目录 {installation.data_folder()} 里已有单位，演示县只建在空目录里。请用 --data 换一个。"
        )
    build_county(
        scale=scale, items=items, say=lambda text: print(f"\r{text}", end="", file=sys.stderr, flush=True)
    )
    print(file=sys.stderr)
    print("\n".join(sign_in_lines()))
    return 0
