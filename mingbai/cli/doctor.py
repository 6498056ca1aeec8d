from typing import TYPE_CHECKING

from mingbai.cli import installation
from mingbai.cli.arguments import parser, print_json, use_data

if TYPE_CHECKING:
    from mingbai.core.health import Check


def main(argv: list[str]) -> int:
    """Exit 1 when something needs attention, 3 when there is no installation."""
    options = parser(
        "doctor", "体检：数据库、触发器、日志、文件、放假安排、磁盘、时钟", formats=True
    ).parse_args(argv)
    use_data(options)
    if (refused := installation.opened()) is not None:
        return refused
    from mingbai.core.health import CHECKS, look

    checks = CHECKS | {"日志链": _chain, "后台任务": _jobs}
    found = [look(name, check) for name, check in checks.items()]
    if options.format == "json":
        print_json([{"name": each.name, "ok": each.ok, "text": each.text} for each in found])
    else:
        for each in found:
            print(f"{'正常' if each.ok else '注意'}　{each.name}：{each.text}")
    return 0 if all(each.ok for each in found) else 1


def _chain() -> "Check":
    from mingbai.core.health import Check
    from mingbai.journal.sealing import verify

    chain = verify()
    text = chain.broken.message if chain.broken else f"{chain.links} 条，另有 {chain.unsealed} 条待封存"
    return Check("日志链", chain.broken is None, text)


def _jobs() -> "Check":
    from mingbai.core.health import Check
    from mingbai.journal.models import Job

    dead = Job.objects.filter(state=Job.State.DEAD).count()
    text = "没有失败的任务" if not dead else f"{dead} 个任务多次失败，请到“后台任务”处理"
    return Check("后台任务", dead == 0, text)
